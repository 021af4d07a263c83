//! The sources that rules stand on, as faces show them with a reason: apart from the program, which needs their ids only.

use serde::Serialize;

use crate::model::{Evidence, Pack};

/// A source that rules stand on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct EvidenceInfo<'pack> {
    pub id: &'pack str,
    pub claim: &'pack str,
    pub source: &'pack str,
    /// `research`, `practice`, `vendor figure` or `law`.
    pub tier: &'static str,
}

impl<'pack> EvidenceInfo<'pack> {
    /// The sources of a pack that was read from rule files, in declared order.
    pub fn of(pack: &'pack Pack) -> Vec<Self> {
        let shown = |of: &'pack Evidence| {
            let Evidence { id, claim, source, tier, .. } = of;
            EvidenceInfo { id, claim, source, tier: tier.id() }
        };
        pack.evidence.iter().map(shown).collect()
    }
}
