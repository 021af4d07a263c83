//! Which sources a program names.

use crate::model::Pack;

/// The pack with its sources up to the last that its rules, or what they rest on, or its guarantees cite. What follows is
/// there for scenarios, which programs do not hold.
pub(super) fn without_uncited(pack: &Pack) -> Pack {
    let mut pack = pack.clone();
    let last = pack.all_grounds().flat_map(|grounds| &grounds.evidence).map(|cited| cited.index()).max();
    pack.evidence.truncate(last.map_or(0, |last| last.saturating_add(1)));
    pack
}
