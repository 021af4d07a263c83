//! The smallest sets of facts on the ways through a diagram.

use crate::engine::diagram::by_node::ByNode;
use crate::engine::diagram::{Diagrams, Node, Variable};
use crate::model::FactId;
use crate::sorted::sort_by;

/// Facts in declared order.
pub(super) type Facts = Vec<FactId>;

/// The sets of at most `most` facts that are changed on some way to *yes*, none of them part of another; smaller ones come
/// first. `changes` says which fact is changed where a variable has an atom, if any.
///
/// A shortest path whose length is a set: a fact may have several variables, and counts once. What is known of a node holds
/// for all ways to it, so each is looked at once. `None` if there are too many sets on the way to be held against each other.
pub(super) fn fewest(
    diagrams: &Diagrams,
    works: Node,
    most: usize,
    changes: &dyn Fn(Variable, u16) -> Option<FactId>,
) -> Option<Vec<Facts>> {
    let mut found = Search { diagrams, most, changes, known: ByNode::default(), effort: MOST_EFFORT }.below(works)?;
    sort_by(&mut found, &|one, other| one.len().cmp(&other.len()).then_with(|| one.cmp(other)));
    Some(found)
}

/// So many sets are held against others: some tenths of a second.
const MOST_EFFORT: usize = 20_000_000;

struct Search<'a> {
    diagrams: &'a Diagrams,
    most: usize,
    changes: &'a dyn Fn(Variable, u16) -> Option<FactId>,
    known: ByNode<Vec<Facts>>,
    /// What is left of [`MOST_EFFORT`].
    effort: usize,
}

impl Search<'_> {
    fn below(&mut self, node: Node) -> Option<Vec<Facts>> {
        let Some(variable) = self.diagrams.variable(node) else {
            return Some(if node == Node::YES { vec![Facts::new()] } else { Vec::new() });
        };
        if let Some(known) = self.known.get(node) {
            return Some(known.clone());
        }
        let mut all = Vec::new();
        for (atom, child) in (0..).zip(self.diagrams.children(node)) {
            let changed = (self.changes)(variable, atom);
            all.extend(self.below(*child)?.into_iter().filter_map(|facts| with(facts, changed, self.most)));
        }
        let all = self.smallest(all)?;
        self.known.insert(node, all.clone());
        Some(all)
    }

    /// Those that have no other as a part.
    fn smallest(&mut self, mut all: Vec<Facts>) -> Option<Vec<Facts>> {
        sort_by(&mut all, &|one, other| one.len().cmp(&other.len()));
        let mut kept: Vec<Facts> = Vec::new();
        for facts in all {
            self.effort = self.effort.checked_sub(kept.len())?;
            if !kept.iter().any(|part| part.iter().all(|fact| facts.contains(fact))) {
                kept.push(facts);
            }
        }
        Some(kept)
    }
}

/// A set with one more fact; `None` if that is more than there may be.
fn with(mut facts: Facts, fact: Option<FactId>, most: usize) -> Option<Facts> {
    if let Some(fact) = fact
        && let Err(place) = facts.binary_search(&fact)
    {
        facts.insert(place, fact);
    }
    (facts.len() <= most).then_some(facts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_of_several_variables_counts_once_and_no_set_holds_another() {
        // Variables 0 and 1 belong to fact 0, 2 to fact 1, 3 to fact 2; atom 0 is as the case has it.
        let mut diagrams = Diagrams::new();
        let [a, b, c, d] = [0, 1, 2, 3].map(|variable| diagrams.branch(variable, &[Node::NO, Node::YES]));
        let both = diagrams.and(a, b);
        let other = diagrams.and(c, d);
        let or = diagrams.or(both, other);
        let and = diagrams.and(or, c);
        let changes = |variable: Variable, atom: u16| (atom == 1).then(|| FactId(variable.saturating_sub(1)));
        let facts = |list: &[&[u16]]| -> Vec<Facts> {
            list.iter().map(|set| set.iter().map(|at| FactId(*at)).collect()).collect()
        };
        assert_eq!(fewest(&diagrams, or, 4, &changes), Some(facts(&[&[0], &[1, 2]])));
        assert_eq!(fewest(&diagrams, and, 4, &changes), Some(facts(&[&[0, 1], &[1, 2]])));
        assert_eq!(fewest(&diagrams, and, 1, &changes), Some(Vec::new()));
        assert_eq!(fewest(&diagrams, Node::YES, 0, &changes), Some(facts(&[&[]])));
    }
}
