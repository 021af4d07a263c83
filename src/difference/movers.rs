//! Orders of actions held against each other, told by as few actions as there may be.

use super::subject::{Seen, Stands, Subject};
use crate::plan::Shown;
use crate::sorted::Map;

/// Pairs of actions, the first of each before the second now, told by as few actions as there may be: always by the one
/// that most pairs are about. By action and side, those that it has passed.
pub fn movers<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<(&'a str, Stands, Vec<&'a str>)> {
    let mut pairs: Vec<(&str, &str)> = pairs.collect();
    let mut movers = Vec::new();
    while !pairs.is_empty() {
        let mut counts: Map<(&str, Stands), usize> = Map::default();
        for (first, second) in &pairs {
            for mover in [(*first, Stands::Before), (*second, Stands::After)] {
                counts.change(mover, || 0, |count| *count = count.saturating_add(1));
            }
        }
        let most = counts.into_iter().max_by_key(|((_, stands), count)| (*count, *stands == Stands::Before));
        let Some(((action, stands), _)) = most else { break };
        let passed = |(first, second): &(&'a str, &'a str)| match stands {
            Stands::Before => (*first == action).then_some(*second),
            Stands::After => (*second == action).then_some(*first),
        };
        movers.push((action, stands, pairs.iter().filter_map(passed).collect()));
        pairs.retain(|pair| passed(pair).is_none());
    }
    movers
}

/// What stands elsewhere first of all, of two orders that were seen.
pub fn first_moved(old: &Seen, new: &Seen) -> Option<Subject> {
    let (Seen::Value(Shown::List(old)), Seen::Value(Shown::List(new))) = (old, new) else { return None };
    let ids = |all: &[Shown]| -> Vec<String> {
        let id = |shown: &Shown| match shown {
            Shown::Text(id) => Some(id.clone()),
            _ => None,
        };
        all.iter().filter_map(id).collect()
    };
    let (old, new) = (ids(old), ids(new));
    let [old, new] = [&old, &new].map(|ids| ids.iter().map(String::as_str).collect::<Vec<&str>>());
    let (action, stands, others) = movers(turned(&old, &new).into_iter()).into_iter().next()?;
    let others = others.into_iter().map(str::to_owned).collect();
    Some(Subject::Order { action: action.to_owned(), stands, others })
}

/// Of two orders, the pairs of actions in both whose first stands before the second in the new one alone.
pub fn turned<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<(&'a str, &'a str)> {
    let place = |id: &str| old.iter().position(|own| *own == id);
    let shared: Vec<&str> = new.iter().copied().filter(|id| old.contains(id)).collect();
    let mut turned = Vec::new();
    for (at, first) in shared.iter().enumerate() {
        let later = shared.iter().skip(at.saturating_add(1));
        turned.extend(later.filter(|second| place(second) < place(first)).map(|second| (*first, *second)));
    }
    turned
}
