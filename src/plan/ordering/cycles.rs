//! Demands that form a circle, as conflicts of the plan.

use super::Truths;
use super::paths::{Path, where_answered};
use crate::engine::diagram::Node;
use crate::engine::leaf::{Conflict, ConflictReason};
use crate::engine::world::{Place, World};
use crate::plan::sequence::Question;
use crate::sorted::Set;

/// Takes note of a path's cycles, each with the rules whose demands are in it. Where one of several demands for the
/// same pair was not asked for, the path parts by its answer.
pub(super) fn note_cycles(world: &mut World<'_>, path: &Path, truths: Truths<'_>) {
    let demands = &world.layout.demands;
    for cycle in &path.result.cycles {
        let mut among = Set::default();
        for edge in demands.edges() {
            if cycle.contains(&edge.before) && cycle.contains(&edge.after) {
                among.insert(edge.demand);
            }
        }
        let mut open: Vec<(Node, usize, Vec<u16>)> = vec![(path.holds, 0, Vec::new())];
        while let Some((holds, at, mut rows)) = open.pop() {
            let Some(demand) = among.get(at) else {
                rows.dedup();
                let conflict = Conflict { reason: ConflictReason::DemandsInCycle, rows };
                world.note_clash(Place::Order, conflict, holds);
                continue;
            };
            let question = Question::Active(*demand);
            let known = path.answers.iter().find(|(asked, _)| *asked == question);
            for answer in &[true, false] {
                let there = where_answered(world, holds, truths.of(question, demands), *answer);
                if there == Node::NO || known.is_some_and(|(_, known)| known != answer) {
                    continue;
                }
                let mut rows = rows.clone();
                if let Some(rule) = demands.rule(*demand).filter(|_| *answer) {
                    rows.push(rule);
                }
                open.push((there, at.saturating_add(1), rows));
            }
        }
    }
}
