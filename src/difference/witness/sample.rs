//! What neither a way nor a proof has settled, tried on cases at random.

use crate::difference::delta::Delta;
use crate::difference::replay::{Packs, Shortest};
use crate::engine::world::{Meaning, World};
use crate::model::FactId;
use crate::space::{Path, complete};

/// So many cases are taken at random for what is open after all.
const MOST_SAMPLES: u64 = 128;

/// Tries what is open on cases at random: for each difference the case in which it was seen, if it was. Facts take what
/// lies at the ends of their pieces, where rules tell cases apart; the same packs are tried on the same cases.
pub fn sample(packs: &Packs<'_>, world: &World<'_>, open: &[&Delta]) -> Vec<Option<Shortest>> {
    let mut found: Vec<Option<Shortest>> = open.iter().map(|_| None).collect();
    let all: Vec<FactId> = (0..world.pack.facts.len()).map(FactId::at).collect();
    let mut seed = 0_u64;
    for _ in 0..MOST_SAMPLES {
        if found.iter().all(Option::is_some) {
            break;
        }
        let mut path = Path::new();
        for (variable, meaning) in (0..).zip(&world.variables) {
            let atoms = match meaning {
                Meaning::Pieces { pieces, none, .. } => pieces.len().saturating_add(usize::from(*none)),
                Meaning::Quantity { .. } => continue,
                _ => 2,
            };
            let atom = random(&mut seed).checked_rem(u64::try_from(atoms).unwrap_or(u64::MAX)).unwrap_or(0);
            path.push((variable, u16::try_from(atom).unwrap_or(0)));
        }
        let point = usize::try_from(random(&mut seed) % 4).unwrap_or(0);
        let case = complete(world, &path, &|_| point);
        let mut planned = packs.planned(&case);
        for (delta, found) in open.iter().zip(&mut found).filter(|(_, found)| found.is_none()) {
            let question = delta.question();
            if packs.differ_in(question, &mut planned).is_some() {
                *found = packs.shorten(question, &case, std::slice::from_ref(&all));
            }
        }
    }
    found
}

/// The next of a sequence of numbers without a pattern: SplitMix64 (Steele, Lea and Flood 2014).
fn random(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*seed ^ (*seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
