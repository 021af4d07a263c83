//! Bounds of formulas with roundings, least and greatest values: each is replaced by the straightest formula that it never
//! exceeds, or never falls below.

use crate::engine::arithmetic::Operation;
use crate::engine::expression::{ExpressionId, Expressions};
use crate::engine::rational::Rational;
use crate::model::Rounding;

/// So many operations are replaced one after the other; each may part the way in two.
const DEEPEST: u8 = 8;

/// Whether an expression is sure to be at most zero wherever it has a value, or below zero if `strict`. What is not sure
/// may be so all the same.
pub(super) fn is_never_above_zero(expressions: &mut Expressions<'_>, of: ExpressionId, strict: bool) -> bool {
    is_below(expressions, of, strict, DEEPEST)
}

fn is_below(expressions: &mut Expressions<'_>, of: ExpressionId, strict: bool, deepest: u8) -> bool {
    let high = expressions.whole_bounds(of).high;
    if high < Rational::ZERO || (!strict && high == Rational::ZERO) {
        return true;
    }
    let Some(deeper) = deepest.checked_sub(1) else { return false };
    let Some((factor, operation, args, rest)) = expressions.operation_of(of) else { return false };
    let grows = factor.signum() > 0;
    let mut holds_with = |part: ExpressionId| {
        let with = replaced(expressions, rest, factor, part, Rational::ZERO);
        with.is_some_and(|with| is_below(expressions, with, strict, deeper))
    };
    match operation {
        // The least of some is at most each of them; it is one of them.
        Operation::Min if grows => args.iter().any(|part| holds_with(*part)),
        Operation::Max if !grows => args.iter().any(|part| holds_with(*part)),
        Operation::Min | Operation::Max => args.iter().all(|part| holds_with(*part)),
        Operation::Round(mode) => {
            let [part, step] = args;
            if let Some(difference) = rounded_alike(expressions, (factor, mode, part, step), rest)
                && !strict
                && is_below(expressions, difference, false, deeper)
            {
                return true;
            }
            let step = expressions.as_constant(step);
            // What is rounded passes no multiple of its step on the way.
            if let Some(steps) = step.and_then(|step| step.checked_mul(factor))
                && !strict
                && expressions.is_multiple(rest, steps)
                && let Some(with) = replaced(expressions, rest, factor, part, Rational::ZERO)
                && is_below(expressions, with, false, deeper)
            {
                return true;
            }
            let shift = step.and_then(|step| {
                let is_positive = expressions.whole_bounds(part).low >= Rational::ZERO;
                farthest(mode, step, grows, is_positive)
            });
            let with = shift.and_then(|shift| replaced(expressions, rest, factor, part, shift));
            with.is_some_and(|with| is_below(expressions, with, strict, deeper))
        }
        _ => false,
    }
}

/// One part less the other where two are rounded in the same way, held against each other, and nothing else is left:
/// rounding keeps their order.
fn rounded_alike(
    expressions: &mut Expressions<'_>,
    (factor, mode, part, step): (Rational, Rounding, ExpressionId, ExpressionId),
    rest: ExpressionId,
) -> Option<ExpressionId> {
    let (other_factor, Operation::Round(other_mode), args, rest) = expressions.operation_of(rest)? else { return None };
    let [other, other_step] = args;
    let is_against = other_factor.checked_add(factor)? == Rational::ZERO;
    if !is_against || other_mode != mode || other_step != step || expressions.as_constant(rest)? > Rational::ZERO {
        return None;
    }
    let (more, less) = if factor.signum() > 0 { (part, other) } else { (other, part) };
    expressions.operate(Operation::Subtract, [more, less]).ok()
}

/// How far rounding to a multiple of `step` moves at most, up or down.
fn farthest(mode: Rounding, step: Rational, up: bool, is_positive: bool) -> Option<Rational> {
    let reach = match (mode, up) {
        (Rounding::HalfUp | Rounding::HalfDown | Rounding::HalfEven, _) => step.checked_div(Rational::whole(2))?,
        (Rounding::Floor, true) | (Rounding::Ceiling, false) => Rational::ZERO,
        (Rounding::Down, true) | (Rounding::Up, false) if is_positive => Rational::ZERO,
        _ => step,
    };
    if up { Some(reach) } else { reach.checked_neg() }
}

/// `rest + factor * (part + shift)`; `None` where that overflows.
fn replaced(
    expressions: &mut Expressions<'_>,
    rest: ExpressionId,
    factor: Rational,
    part: ExpressionId,
    shift: Rational,
) -> Option<ExpressionId> {
    let (factor, shift) = (expressions.constant(factor), expressions.constant(shift));
    let part = expressions.operate(Operation::Add, [part, shift]).ok()?;
    let part = expressions.operate(Operation::Multiply, [factor, part]).ok()?;
    expressions.operate(Operation::Add, [rest, part]).ok()
}
