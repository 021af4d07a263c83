//! Two facts that are held against each other, in a rule author's words.

use crate::engine::expression::ExpressionId;
use crate::engine::rational::Rational;
use crate::engine::world::{Threshold, World};
use crate::model::{FactId, Name};
use crate::space::RegionCell;
#[cfg(feature = "author")]
use crate::space::figures;

/// The cell of one of two facts that holds where their difference, a quantity cut at some thresholds, has one of some atoms:
/// `> y` of x. `None` of other quantities, and of differences that are held against anything but zero.
pub(super) fn cell(
    world: &World<'_>,
    quantity: ExpressionId,
    thresholds: &[Threshold],
    atoms: &[u16],
) -> Option<(FactId, String)> {
    let [of, other] = world.expressions.difference_of(quantity)?;
    if thresholds.iter().any(|(end, _)| *end != Rational::ZERO) {
        return None;
    }
    let holds = |value: i128| {
        let atom = super::atom_of(thresholds, Rational::whole(value));
        atoms.iter().any(|own| usize::from(*own) == atom)
    };
    let other = world.pack.id_of(Name::Fact(other));
    let cell = match [-1, 0, 1].map(holds) {
        [false, false, true] => format!("> {other}"),
        [false, true, true] => format!(">= {other}"),
        [true, true, false] => format!("<= {other}"),
        [true, false, false] => format!("< {other}"),
        [false, true, false] => other.to_owned(),
        [true, false, true] => format!("not({other})"),
        [true, true, true] | [false, false, false] => return None,
    };
    Some((of, cell))
}

/// The cell of any other quantity: its formula, and between which figures it lies.
#[cfg(feature = "author")]
pub(super) fn quantity(
    world: &World<'_>,
    quantity: ExpressionId,
    _: &[FactId],
    thresholds: &[Threshold],
    atoms: &[u16],
) -> RegionCell {
    RegionCell { of: world.expressions.written(quantity), cell: figures::cell(thresholds, atoms) }
}

/// In the browser the facts alone: to write formulas would cost a kilobyte.
#[cfg(not(feature = "author"))]
pub(super) fn quantity(world: &World<'_>, _: ExpressionId, facts: &[FactId], _: &[Threshold], _: &[u16]) -> RegionCell {
    let ids: Vec<&str> = facts.iter().map(|fact| world.pack.id_of(Name::Fact(*fact))).collect();
    RegionCell { of: ids.join(", "), cell: "held against each other".to_owned() }
}
