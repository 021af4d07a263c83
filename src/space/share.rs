//! How many of all cases something holds in.

use crate::engine::diagram::by_node::ByNode;
use crate::engine::diagram::{Node, Variable};
use crate::engine::world::{Meaning, World};
use crate::model::{FactId, Value};
use crate::sorted::{Map, Set};

use super::atom_of;
use crate::text;

/// The share of all cases, from 0 to 1, in which a truth holds: every fact takes each of its values equally often, whatever
/// applies, and is recorded in every other case. `None` where that cannot be counted: where it was blurred, or rests on
/// quantities of several facts held against each other that have too many values together to look at each.
pub fn share(world: &World<'_>, truth: Node) -> Option<f64> {
    let mut support = Set::default();
    world.diagrams.support(truth, &mut support);
    let mut facts: Vec<FactId> = Vec::new();
    for variable in support.iter() {
        if let Some(Meaning::Quantity { facts: own, .. }) = world.variables.get(usize::from(*variable)) {
            facts.extend(own.iter().filter(|fact| !facts.contains(*fact)).copied().collect::<Vec<_>>());
        }
    }
    let assignments = assignments(world, &facts)?;
    let mut sum = 0.0;
    for assignment in &assignments {
        let fixed = fixed(world, support.iter().copied(), assignment);
        sum += below(world, truth, &fixed, &mut ByNode::default())?;
    }
    Some(sum / values(1, i64::try_from(assignments.len()).ok()?))
}

/// So many combinations of the values of facts are looked at one by one.
const MOST_ASSIGNMENTS: usize = 20_000;

/// All combinations of the values of some facts; `None` if they are too many. Of no facts the one combination of nothing.
fn assignments(world: &World<'_>, facts: &[FactId]) -> Option<Vec<Vec<(FactId, Value)>>> {
    let mut all: Vec<Vec<(FactId, Value)>> = vec![Vec::new()];
    for fact in facts {
        let (first, last) = world.expressions.whole_range(*fact);
        let own = usize::try_from(last.abs_diff(first)).ok()?.saturating_add(2);
        if own.saturating_mul(all.len()) > MOST_ASSIGNMENTS {
            return None;
        }
        let variable = usize::from(world.variable_of(*fact)?);
        let can_be_none = matches!(world.variables.get(variable), Some(Meaning::Pieces { none: true, .. }));
        let own = (first..=last).map(Value::Scalar).chain(can_be_none.then_some(Value::None));
        let own: Vec<Value> = own.collect();
        let longer = all.iter().flat_map(|before| {
            own.iter().map(move |value| before.iter().cloned().chain([(*fact, value.clone())]).collect::<Vec<_>>())
        });
        all = longer.collect();
    }
    Some(all)
}

/// What variables are where some facts have certain values: those of the facts, and of quantities that rest on no others.
fn fixed(
    world: &World<'_>,
    variables: impl Iterator<Item = Variable>,
    assignment: &[(FactId, Value)],
) -> Map<Variable, u16> {
    let mut fixed: Map<Variable, u16> = Map::default();
    for (fact, value) in assignment {
        fixed.extend(world.atoms_of(*fact, value));
    }
    let scalar = |fact: FactId| {
        assignment.iter().find_map(|(own, value)| match value {
            Value::Scalar(scalar) if *own == fact => Some(*scalar),
            _ => None,
        })
    };
    for variable in variables {
        if let Some(Meaning::Quantity { quantity, facts, thresholds }) = world.variables.get(usize::from(variable))
            && facts.iter().all(|fact| scalar(*fact).is_some())
            && let Ok(value) = world.expressions.evaluate(*quantity, &|fact| scalar(fact).unwrap_or(0))
            && let Ok(atom) = u16::try_from(atom_of(thresholds, value))
        {
            fixed.insert(variable, atom);
        }
    }
    fixed
}

fn below(world: &World<'_>, node: Node, fixed: &Map<Variable, u16>, known: &mut ByNode<f64>) -> Option<f64> {
    let Some(variable) = world.diagrams.variable(node) else {
        return match node {
            Node::BLURRED => None,
            truth => Some(if truth == Node::YES { 1.0 } else { 0.0 }),
        };
    };
    if let Some(share) = known.get(node) {
        return Some(*share);
    }
    let mut share = 0.0;
    if let Some(atom) = fixed.get(&variable) {
        share = below(world, *world.diagrams.children(node).get(usize::from(*atom))?, fixed, known)?;
    } else {
        for (child, weight) in world.diagrams.children(node).iter().zip(weights(world, variable)?) {
            share += weight * below(world, *child, fixed, known)?;
        }
    }
    known.insert(node, share);
    Some(share)
}

/// A share as people say it: `12 %`, `0.3 %`, `1 in 2,000,000`. Without the standard library's formatting of floats, which
/// would be a fiftieth of the browser's module.
pub fn in_words(share: f64) -> String {
    match share * 100.0 {
        percent if percent <= 0.0 => "0 %".to_owned(),
        percent if percent >= 99.95 => if share < 1.0 { "nearly 100 %" } else { "100 %" }.to_owned(),
        percent if percent >= 10.0 => format!("{} %", nearest(percent)),
        percent if percent >= 0.095 => {
            let digits = text::digits(nearest(percent * 10.0), 10, 2);
            let (whole, tenth) = digits.split_at(digits.len().saturating_sub(1));
            format!("{whole}.{tenth} %")
        }
        _ => format!("1 in {}", grouped(1.0 / share)),
    }
}

/// With commas between the thousands. What a float does not tell of a large number are zeros.
fn grouped(number: f64) -> String {
    let (mut told, mut zeros) = (number.min(f64::MAX), 0_usize);
    while told >= 1e15 {
        told /= 10.0;
        zeros = zeros.saturating_add(1);
    }
    let mut digits = text::digits(nearest(told), 10, 1);
    digits.extend(std::iter::repeat_n('0', zeros));
    let mut grouped = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && digits.len().saturating_sub(at) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// The nearest whole number of one from 0 to 2⁵³.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is whole, positive and small by then")]
fn nearest(number: f64) -> u64 {
    number.round_ties_even() as u64
}

/// So many of all cases: `33 % of all cases`, `1 case in 2,000,000`.
pub fn of_cases(share: f64) -> String {
    let words = in_words(share);
    match words.strip_prefix("1 in ") {
        Some(count) => format!("1 case in {count}"),
        None => format!("{words} of all cases"),
    }
}

/// How large a part of a fact's values each atom of a variable holds.
pub(super) fn weights(world: &World<'_>, variable: Variable) -> Option<Vec<f64>> {
    match world.variables.get(usize::from(variable))? {
        Meaning::Pieces { pieces, none, .. } => {
            let mut counts: Vec<f64> = pieces.iter().map(|(first, last)| values(*first, *last)).collect();
            counts.extend(none.then_some(1.0));
            let all: f64 = counts.iter().sum();
            Some(counts.into_iter().map(|count| count / all).collect())
        }
        Meaning::Quantity { .. } => None,
        Meaning::Nothing { fact } => {
            let sets = world.pack.facts.get(fact.index())?.kind.choices().iter().fold(1.0, |sets, _| sets * 2.0);
            Some(vec![sets / (sets + 1.0), 1.0 / (sets + 1.0)])
        }
        Meaning::Member { .. } | Meaning::Recorded { .. } => Some(vec![0.5, 0.5]),
    }
}

/// How many values a range has, both ends included.
#[expect(clippy::cast_precision_loss, reason = "a share is as exact as a float")]
fn values(first: i64, last: i64) -> f64 {
    last.abs_diff(first) as f64 + 1.0
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn shares_read_as_people_say_them() {
        for (share, words) in [
            (0.0, "0 %"),
            (1.0, "100 %"),
            (0.999_999, "nearly 100 %"),
            (0.25, "25 %"),
            (0.0312, "3.1 %"),
            (0.002, "0.2 %"),
            (0.095, "9.5 %"),
            (0.125, "12 %"),
            (0.000_96, "0.1 %"),
            (0.000_000_5, "1 in 2,000,000"),
            (0.000_3, "1 in 3,333"),
            (1.0 / 1024_f64.powi(6), "1 in 1,152,921,504,606,850,000"),
        ] {
            assert_eq!(in_words(share), words);
        }
    }
}
