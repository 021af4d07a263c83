//! Cases in which two packs say different things: found on the ways through a diagram, and believed only once each pack
//! has been asked for itself.

mod sample;
mod way;

use crate::engine::diagram::{Node, leaf_id};
use crate::engine::world::{Meaning, World};
use crate::sorted;
use crate::space::paths;

use super::delta::Delta;
use super::replay::{Packs, Shortest};
use way::Way;

pub use sample::sample;

/// What is found of a difference that the diagrams allow.
pub enum Found {
    Witness(Box<Shortest>),
    /// No case is like that: quantities never come to what the ways ask of them.
    Nowhere,
    /// Neither a case nor the proof that there is none.
    Open,
}

/// So many ways are looked at for whether any case goes them.
const MOST_PATHS: usize = 400;

/// So many cases are looked at in both packs for one difference.
const MOST_CASES: usize = 48;

/// Looks for a case in which the packs differ so.
pub fn find(packs: &Packs<'_>, world: &mut World<'_>, delta: &Delta) -> Found {
    let question = delta.question();
    let ways = paths(world, delta.there, MOST_PATHS);
    let mut is_exhausted = ways.len() < MOST_PATHS;
    let mut left = MOST_CASES;
    for path in &ways {
        let way = Way::of(world, path, delta);
        if !way.is_possible(world) {
            continue;
        }
        is_exhausted = false;
        let share = if ways.len() > 1 { MOST_CASES.div_ceil(4) } else { MOST_CASES };
        for case in way.cases(world).into_iter().take(share.min(left)) {
            left = left.saturating_sub(1);
            if packs.differ(question, &case).is_some()
                && let Some(shortest) = packs.shorten(question, &case, &way.enough(world, delta))
            {
                return Found::Witness(Box::new(shortest));
            }
        }
        if left == 0 {
            break;
        }
    }
    if is_exhausted { Found::Nowhere } else { Found::Open }
}

/// Whether a truth rests on quantities of several facts, which allow more than there is, or could not be told.
pub fn is_outer(world: &World<'_>, truth: Node) -> bool {
    let mut support = sorted::Set::default();
    world.diagrams.support(truth, &mut support);
    let is_quantity =
        |variable: &u16| matches!(world.variables.get(usize::from(*variable)), Some(Meaning::Quantity { .. }));
    support.iter().any(is_quantity) || world.diagrams.leaves(truth).contains(&leaf_id::BLURRED)
}
