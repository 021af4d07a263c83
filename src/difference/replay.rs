//! What the plans of the two packs say of a subject in one case, looked at in each pack alone.

mod looking;
mod shortening;

use crate::case::Case;
use crate::engine::Engine;
use crate::engine::record::Record;
use crate::engine::world::World;
use crate::model::FactId;
use crate::plan::Shown;
use crate::plan::elements::Elements;
use crate::space::{Cases, Complete};

use super::alignment::{Alignment, ConflictKey};
use super::side::{Both, Side};
use super::subject::{Seen, Subject};
use super::vocabulary::Vocabulary;

pub use shortening::Shortest;

/// Both packs as they are, on one day.
pub struct Packs<'e> {
    pub engines: Both<&'e Engine>,
    pub today: i64,
    pub vocabulary: &'e Vocabulary,
    pub alignment: Alignment<'e>,
    /// The roles that both packs have.
    pub roles: Vec<String>,
}

/// A subject to look at, what makes a conflict the same one, and what is said that both plans have of it.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    pub subject: &'a Subject,
    pub conflict: Option<&'a ConflictKey>,
    pub said: [&'a Seen; 2],
}

impl Question<'_> {
    /// Whether two plans differ in what is asked for, and have of it what is said.
    fn is_borne_out(&self, seen: &Both<Seen>) -> bool {
        let [old, new] = self.said;
        are_different(self.subject, seen) && self.fits(old, &seen.old) && self.fits(new, &seen.new)
    }

    fn fits(&self, said: &Seen, seen: &Seen) -> bool {
        match (said, seen) {
            // Of a formula the case gives the value.
            (Seen::Formula, _) => true,
            // A set's items stand in no order.
            (Seen::Value(Shown::List(said)), Seen::Value(Shown::List(seen))) => {
                said.len() == seen.len() && said.iter().all(|item| seen.contains(item))
            }
            // A conflict that is not certain is none of the plan.
            (Seen::Undetermined, Seen::Absent) if self.conflict.is_some() => true,
            _ => said == seen,
        }
    }
}

impl<'e> Packs<'e> {
    pub fn engine(&self, side: Side) -> &'e Engine {
        self.engines.of(side)
    }

    /// What both say in a complete case in common, if they differ so.
    pub fn differ(&self, question: Question<'_>, case: &Complete) -> Option<Both<Seen>> {
        self.differ_in(question, &mut self.planned(case))
    }

    /// The plans of both in a complete case in common.
    pub fn planned(&self, case: &Complete) -> Both<(World<'e>, Elements)> {
        Both::each(|side| self.cases(side).planned(&mut self.own(side, case)))
    }

    /// What both plans of a case say, if they differ so.
    pub fn differ_in(&self, question: Question<'_>, planned: &mut Both<(World<'e>, Elements)>) -> Option<Both<Seen>> {
        let Both { old, new } = Both::each(|side| {
            let (world, elements) = planned.of_mut(side);
            self.look(side, world, elements, question)
        });
        let seen = Both { old: old?, new: new? };
        question.is_borne_out(&seen).then_some(seen)
    }

    fn cases(&self, side: Side) -> Cases<'e> {
        Cases::all(self.engine(side), self.today)
    }

    /// A case in common as one of a pack.
    fn own(&self, side: Side, case: &Complete) -> Complete {
        let pack = &self.engine(side).pack;
        let recorded = (0..pack.facts.len()).map(|at| {
            let common = self.vocabulary.common(side, FactId::at(at));
            case.recorded.get(common.index()).copied().unwrap_or(false)
        });
        Complete { values: self.vocabulary.values(&case.values, side, pack), recorded: recorded.collect() }
    }

    /// What the plans that the packs recommend say for certain, if they differ so.
    fn recommended(&self, question: Question<'_>, given: &Both<Case>) -> Option<Both<Seen>> {
        let Both { old, new } = Both::each(|side| {
            let (engine, case) = (self.engine(side), given.of(side));
            let record = Record::of(&engine.pack, &engine.layout, case);
            let (mut world, elements) = Elements::of_trial(engine, case, &record);
            self.look(side, &mut world, &elements, question)
        });
        let seen = Both { old: old?, new: new? };
        question.is_borne_out(&seen).then_some(seen)
    }
}

/// Whether two plans say different things; of an order, whether any two actions that both have stand the other way round.
fn are_different(subject: &Subject, Both { old, new }: &Both<Seen>) -> bool {
    if !matches!(subject, Subject::Order { .. }) {
        return old != new;
    }
    let (Seen::Value(Shown::List(old)), Seen::Value(Shown::List(new))) = (old, new) else { return false };
    let both = |one: &[Shown], other: &[Shown]| -> Vec<Shown> {
        one.iter().filter(|item| other.contains(item)).cloned().collect()
    };
    both(old, new) != both(new, old)
}
