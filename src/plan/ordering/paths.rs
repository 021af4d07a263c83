//! Every way in which the placing can go, and where it goes so.

use super::{Truths, number};
use crate::engine::demands::Demands;
use crate::engine::diagram::{Node, leaf_id};
use crate::engine::world::World;
use crate::plan::sequence::{Question, Sequence, sequence};

/// More ways than this are not told apart: the order is then blurred.
const MOST_PATHS: usize = 512;

/// One way in which the placing can go.
pub(super) struct Path {
    pub holds: Node,
    /// In the order in which it is asked: always the same one, for as long as the answers are the same.
    pub answers: Vec<(Question, bool)>,
    pub result: Sequence,
}

/// Every way in which the placing can go; `None` if there are too many.
pub(super) fn paths(world: &mut World<'_>, demands: &Demands, truths: Truths<'_>, within: Node) -> Option<Vec<Path>> {
    let mut done = Vec::new();
    let mut open = vec![(within, Vec::new())];
    while let Some((holds, answers)) = open.pop() {
        let mut rest = answers.iter();
        let mut unanswered = None;
        let result = sequence(number(truths.presence.len()), demands, &mut |question| match rest.next() {
            Some((_, answer)) => *answer,
            None => {
                unanswered.get_or_insert(question);
                false
            }
        });
        let Some(question) = unanswered else {
            done.push(Path { holds, answers, result });
            if done.len() > MOST_PATHS {
                return None;
            }
            continue;
        };
        for answer in &[false, true] {
            let there = where_answered(world, holds, truths.of(question, demands), *answer);
            if there != Node::NO {
                let mut answers = answers.clone();
                answers.push((question, *answer));
                open.push((there, answers));
            }
        }
    }
    Some(done)
}

/// Where a path goes on when a question is answered. What is undetermined is not in the plan, so it neither stands
/// anywhere nor demands anything.
pub(super) fn where_answered(world: &mut World<'_>, holds: Node, truth: Node, answer: bool) -> Node {
    let agrees =
        world.diagrams.map(truth, &mut |leaf| u32::from(leaf == leaf_id::BLURRED || (leaf == leaf_id::YES) == answer));
    world.diagrams.and(holds, agrees)
}
