//! How many of all cases something holds in.

use std::collections::HashMap;

use crate::engine::diagram::{Node, Variable};
use crate::engine::world::{Meaning, World};
use crate::text;

/// The share of all cases, from 0 to 1, in which a truth holds: every fact takes each of its values equally often, whatever
/// applies, and is recorded in every other case. `None` where that cannot be counted: where it rests on quantities of
/// several facts held against each other, or was blurred.
pub fn share(world: &World<'_>, truth: Node) -> Option<f64> {
    below(world, truth, &mut HashMap::new())
}

fn below(world: &World<'_>, node: Node, known: &mut HashMap<Node, f64>) -> Option<f64> {
    let Some(variable) = world.diagrams.variable(node) else {
        return match node {
            Node::BLURRED => None,
            truth => Some(if truth == Node::YES { 1.0 } else { 0.0 }),
        };
    };
    if let Some(share) = known.get(&node) {
        return Some(*share);
    }
    let mut share = 0.0;
    for (child, weight) in world.diagrams.children(node).iter().zip(weights(world, variable)?) {
        share += weight * below(world, *child, known)?;
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
