//! The variables that facts get, and how finely these are cut: at first where the pack holds them against constants, and
//! again with whatever finer pieces building turned out to need.

use super::{Meaning, Threshold, World};
use crate::engine::diagram::Variable;
use crate::engine::expression::ExpressionId;
use crate::model::{FactId, Type};
use crate::sorted::Set;

/// The finer pieces that turned out to be needed.
#[derive(Debug, Clone, Default)]
pub(super) struct Refinement {
    /// Beyond those of the layout.
    cuts: Set<(FactId, i64)>,
    thresholds: Vec<(ExpressionId, Threshold)>,
    pub(super) wanted: bool,
}

/// After so many rounds of cutting, what is still not cut is blurred.
const ROUNDS: usize = 6;

/// Comparisons of quantities cut a fact into no more pieces than this.
const MOST_PIECES: usize = 1_000;

impl<'p> World<'p> {
    /// Builds what `make` makes from nothing, again and again while it wants finer pieces.
    pub(in crate::engine) fn refine(&mut self, make: &mut dyn FnMut(&mut World<'p>)) {
        for _ in 0..ROUNDS {
            self.begin();
            make(self);
            if !self.found.refinement.wanted {
                break;
            }
        }
    }

    /// Gives a fact its variables, unless the case gives its value: what is assumed may be released.
    pub(super) fn declare(&mut self, id: FactId) {
        let at = id.index();
        let Some(fact) = self.pack.facts.get(at) else { return };
        let is_given = self.standing(id).given;
        let mut record_variable = None;
        if !is_given && self.layout.recorded.get(at).copied().unwrap_or(false) {
            record_variable = self.variable(Meaning::Recorded { fact: id });
        }
        let is_known = is_given && self.standing(id).fixed.is_some();
        let first = match &fact.kind {
            _ if is_known => None,
            Type::Text => None,
            Type::Several(choices) => {
                let nothing = if fact.optional { self.variable(Meaning::Nothing { fact: id }) } else { None };
                let mut first = nothing;
                for choice in 0..u32::try_from(choices.len()).unwrap_or(0) {
                    let member = self.variable(Meaning::Member { fact: id, choice });
                    first = first.or(member);
                }
                first
            }
            _ => {
                let mut cuts = self.layout.cuts.get(at).cloned().unwrap_or_default();
                cuts.extend(self.finer_cuts(id));
                let pieces = cut(self.expressions.whole_range(id), &cuts);
                self.variable(Meaning::Pieces { fact: id, pieces, none: fact.optional && !is_given })
            }
        };
        if let Some(own) = self.found.facts.get_mut(at) {
            (own.first_variable, own.record_variable) = (first, record_variable);
        }
    }

    /// Declares a variable below all others.
    pub(in crate::engine) fn variable(&mut self, meaning: Meaning) -> Option<Variable> {
        let variable = Variable::try_from(self.variables.len()).ok()?;
        self.variables.push(meaning);
        Some(variable)
    }

    /// The variable of a quantity of several facts.
    pub(in crate::engine) fn quantity_variable(
        &mut self,
        quantity: ExpressionId,
        facts: Vec<FactId>,
    ) -> Option<Variable> {
        let is_own = |meaning: &Meaning| matches!(meaning, Meaning::Quantity { quantity: own, .. } if *own == quantity);
        if let Some(known) = self.variables.iter().position(is_own) {
            return Variable::try_from(known).ok();
        }
        let mut thresholds = Vec::new();
        for (own, threshold) in &self.found.refinement.thresholds {
            if *own == quantity {
                thresholds.push(*threshold);
            }
        }
        self.variable(Meaning::Quantity { quantity, facts, thresholds })
    }

    /// Asks for a new piece of a fact's domain to begin at `scalar`.
    pub(in crate::engine) fn want_cut(&mut self, fact: FactId, scalar: i64) {
        let known = self.layout.cuts.get(fact.index()).map_or(0, |cuts| cuts.len());
        if known.saturating_add(self.finer_cuts(fact).count()) < MOST_PIECES {
            self.found.refinement.cuts.insert((fact, scalar));
            self.found.refinement.wanted = true;
        }
    }

    /// Asks for a quantity to be cut at a threshold.
    pub(in crate::engine) fn want_threshold(&mut self, quantity: ExpressionId, threshold: Threshold) {
        let wanted = (quantity, threshold);
        if !self.found.refinement.thresholds.contains(&wanted) {
            self.found.refinement.thresholds.push(wanted);
            self.found.refinement.wanted = true;
        }
    }

    /// Where a new piece of a fact's domain was asked to begin.
    fn finer_cuts(&self, fact: FactId) -> impl Iterator<Item = i64> {
        self.found.refinement.cuts.iter().filter(move |(own, _)| *own == fact).map(|(_, scalar)| *scalar)
    }
}

/// The pieces of a range, first and last scalar of each, when a new one begins at every cut.
fn cut((first, last): (i64, i64), cuts: &[i64]) -> Vec<(i64, i64)> {
    let mut pieces = Vec::new();
    let mut begin = first;
    for &next in cuts.iter().filter(|next| **next > first && **next <= last) {
        pieces.push((begin, next.saturating_sub(1)));
        begin = next;
    }
    pieces.push((begin, last));
    pieces
}
