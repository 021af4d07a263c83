//! Ways that differ in one fact only, told as one.

use crate::model::{Cell, Pack, Test};
use crate::space::in_cell;

use super::{Becomes, Way};

/// So many ways are told of one set of facts.
const MOST_WAYS: usize = 4;

/// Joins ways for as long as two of them differ in one cell of one fact: `late` and `rude` are `late, rude`. Then writes
/// down the tests of each. Whether all are told, which are too many otherwise.
pub(super) fn join(pack: &Pack, ways: &mut Vec<Way<'_>>) -> bool {
    let mut at = 0;
    while at < ways.len() {
        let (before, rest) = ways.split_at_mut(at);
        let Some((last, _)) = rest.split_first() else { break };
        let place = before.iter().enumerate().find_map(|(place, way)| Some((place, only_difference(way, last)?)));
        let Some((place, nth)) = place else {
            at = at.saturating_add(1);
            continue;
        };
        let more = ways.remove(at).0.into_iter().nth(nth).map_or_else(Vec::new, |becomes| becomes.cells);
        let joined = ways.get_mut(place).and_then(|way| way.0.get_mut(nth)?.cells.first_mut());
        if let Some(cell) = joined {
            let others = more.into_iter().flat_map(|cell| cell.tests);
            let news: Vec<Test> = others.filter(|test| !cell.tests.contains(test)).collect();
            cell.tests.extend(news);
        }
        // What it now says may be the same as what another does.
        at = 0;
    }
    for becomes in ways.iter_mut().flat_map(|way| &mut way.0) {
        for cell in &mut becomes.cells {
            cell.text = in_cell(&cell.tests, pack.type_of(cell.of));
        }
        becomes.tests = becomes.cells.iter().map(|cell| cell.text.clone()).collect();
    }
    let is_short = ways.len() <= MOST_WAYS;
    ways.truncate(MOST_WAYS);
    is_short
}

/// The place of the one fact in which two ways differ, if each has a single cell on it.
fn only_difference(one: &Way<'_>, other: &Way<'_>) -> Option<usize> {
    let differ = |(one, other): (&Becomes<'_>, &Becomes<'_>)| !alike(&one.cells, &other.cells);
    let mut different = one.0.iter().zip(&other.0).enumerate().filter(|(_, pair)| differ(*pair));
    let (nth, (one, other)) = different.next()?;
    (different.next().is_none() && one.cells.len() == 1 && other.cells.len() == 1).then_some(nth)
}

fn alike(one: &[Cell], other: &[Cell]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.tests == other.tests)
}
