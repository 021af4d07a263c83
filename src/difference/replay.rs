//! What the plans of the two packs say of a subject in one case, looked at in each pack alone.

use serde_json::Value as Json;

use crate::case::Case;
use crate::engine::Engine;
use crate::engine::diagram::{Node, leaf_id};
use crate::engine::record::Record;
use crate::engine::world::World;
use crate::model::{FactId, RoleId, Value};
use crate::plan::Shown;
use crate::plan::elements::{Elements, Key};
use crate::plan::ordering;
use crate::space::{Cases, Complete};

use super::alignment::{Alignment, ConflictKey};
use super::side::{Both, Side};
use super::subject::{Seen, Subject, by_id, seen, stated};
use super::vocabulary::Vocabulary;

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

/// A case in which two plans differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Shortest {
    /// The case as each pack reads it.
    pub cases: Both<Json>,
    /// Facts that have a value in it which it does not give.
    pub unrecorded: Vec<(String, Json)>,
    pub seen: Both<Seen>,
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

    /// The same case with no more facts than it takes: those of the first of some lists that suffice, else all. `None` if
    /// the plans do not differ so in it after all.
    pub fn shorten(&self, question: Question<'_>, case: &Complete, enough: &[Vec<FactId>]) -> Option<Shortest> {
        let own = Both::each(|side| {
            let mut own = self.own(side, case);
            // What does not apply becomes `none` in it.
            self.cases(side).alone(&mut own);
            own
        });
        for few in enough {
            let given = Both::each(|side| self.given(side, question, case, &own, &|fact| few.contains(&fact)));
            if let Some(seen) = self.recommended(question, &given) {
                return Some(self.written(&given, Vec::new(), seen));
            }
        }
        let all: Vec<FactId> = (0..self.vocabulary.pack.facts.len()).map(FactId::at).collect();
        let suffice = |few: &[FactId]| {
            let given = Both::each(|side| self.given(side, question, case, &own, &|fact| few.contains(&fact)));
            self.recommended(question, &given).map(|seen| self.written(&given, Vec::new(), seen))
        };
        if let Some(shortest) = suffice(&all) {
            return Some(fewer(all, &suffice).unwrap_or(shortest));
        }
        // What is not given is unknown to a plan, which then may have both.
        let mut unrecorded: Vec<(String, Json)> = Vec::new();
        for side in [Side::Old, Side::New] {
            for (fact, value) in self.cases(side).not_given(own.of(side)) {
                if unrecorded.iter().all(|(known, _)| known != fact) {
                    unrecorded.push((fact.to_owned(), value));
                }
            }
        }
        let seen = self.differ(question, case).filter(|_| !unrecorded.is_empty())?;
        let given = Both::each(|side| self.given(side, question, case, &own, &|_| true));
        Some(self.written(&given, unrecorded, seen))
    }

    fn written(&self, given: &Both<Case>, unrecorded: Vec<(String, Json)>, seen: Both<Seen>) -> Shortest {
        let cases = Both::each(|side| self.cases(side).json(given.of(side)));
        Shortest { cases, unrecorded, seen }
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

    /// What a case gives to one pack: of the facts that are wanted, those that apply in either, so that both packs read one
    /// case.
    fn given(
        &self,
        side: Side,
        question: Question<'_>,
        case: &Complete,
        settled: &Both<Complete>,
        is_wanted: &dyn Fn(FactId) -> bool,
    ) -> Case {
        let engine = self.engine(side);
        let own = self.own(side, case);
        let mut given = self.cases(side).given(&own);
        for (at, slot) in given.given.iter_mut().enumerate() {
            let common = self.vocabulary.common(side, FactId::at(at));
            let applies_to = |side: Side| {
                let own = self.vocabulary.own(common, side);
                own.and_then(|own| settled.of(side).values.get(own.index())).is_some_and(|own| *own != Value::None)
            };
            let is_none = *slot == Some(Value::None);
            if !is_wanted(common) || !(is_none || [Side::Old, Side::New].into_iter().any(applies_to)) {
                *slot = None;
            }
        }
        if let Subject::Approval { roles } = question.subject {
            given.role = engine.pack.roles.iter().position(|own| roles.first() == Some(&own.id)).map(RoleId::at);
        }
        given
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

    /// What a plan says of a subject, if that is certain.
    fn look(&self, side: Side, world: &mut World<'_>, elements: &Elements, question: Question<'_>) -> Option<Seen> {
        match question.subject {
            Subject::Order { action, others, .. } => self.order(world, elements, action, others),
            Subject::Conflict { .. } => self.conflict(side, world, elements, question.conflict?),
            subject => {
                let single = match subject {
                    Subject::Approval { roles } => Subject::Approval { roles: roles.iter().take(1).cloned().collect() },
                    subject => subject.clone(),
                };
                let found = stated(world, elements, &self.roles).into_iter().find(|stated| stated.subject == single);
                let Some(stated) = found else {
                    let missing = subject.missing(world).as_leaf()?;
                    return Some(seen(world, subject, missing, &crate::model::Type::YesNo));
                };
                let roles: Vec<String> = world.pack.roles.iter().map(|role| role.id.clone()).collect();
                let node = world.recording(stated.node, None);
                let node = by_id(world, node, stated.kind, &roles);
                match world.diagrams.leaves_under(world.constraint, node).as_slice() {
                    [single] => match seen(world, subject, *single, stated.kind) {
                        Seen::Formula => None,
                        seen => Some(seen),
                    },
                    _ => None,
                }
            }
        }
    }

    /// Which of some actions are in a plan, in its order.
    fn order(&self, world: &mut World<'_>, elements: &Elements, action: &str, others: &[String]) -> Option<Seen> {
        let pack = world.pack;
        let open = elements.ordering.inversions(world, elements.truths());
        let mut placed = Vec::new();
        for at in ordering::shown(world, elements.truths()).order {
            let Some(own) =
                pack.actions.get(usize::from(at)).filter(|own| own.id == action || others.contains(&own.id))
            else {
                continue;
            };
            let present = elements.presence.get(usize::from(at)).copied().unwrap_or(Node::NO);
            if self.certainty(world, present)? {
                placed.push((at, Shown::text(&own.id)));
            }
        }
        let is_placed = |id: crate::model::ActionId| placed.iter().any(|(at, _)| usize::from(*at) == id.index());
        let is_open = open.iter().any(|element| match element.key {
            Key::Order(first, second) => {
                element.node == Node::BLURRED
                    || (is_placed(first) && is_placed(second) && self.certainty(world, element.node).is_none())
            }
            _ => false,
        });
        (!is_open).then(|| Seen::Value(Shown::List(placed.into_iter().map(|(_, id)| id).collect())))
    }

    fn conflict(&self, side: Side, world: &mut World<'_>, elements: &Elements, key: &ConflictKey) -> Option<Seen> {
        let mut any = Node::NO;
        for clash in &elements.clashes {
            let own = match side {
                Side::Old => self.alignment.of_old(clash),
                Side::New => self.alignment.of_new(clash),
            };
            if own == *key {
                any = world.diagrams.or(any, clash.holds);
            }
        }
        Some(if self.certainty(world, any)? { Seen::Present } else { Seen::Absent })
    }

    /// Whether a truth holds for certain, or certainly not; what is undetermined does not.
    fn certainty(&self, world: &mut World<'_>, truth: Node) -> Option<bool> {
        let truth = world.recording(truth, None);
        match world.diagrams.leaves_under(world.constraint, truth).as_slice() {
            [leaf_id::YES] => Some(true),
            [leaf_id::NO] | [leaf_id::UNDETERMINED] | [leaf_id::NO, leaf_id::UNDETERMINED] => Some(false),
            _ => None,
        }
    }
}

/// So many smaller cases are tried.
const MOST_TRIES: usize = 24;

/// What suffices with some of the facts taken away: first half of them at once, then less and less.
fn fewer(mut facts: Vec<FactId>, suffice: &dyn Fn(&[FactId]) -> Option<Shortest>) -> Option<Shortest> {
    let mut found = None;
    let mut size = facts.len().div_ceil(2);
    let mut tries = 0_usize;
    while size > 0 {
        let mut begin = 0_usize;
        while begin < facts.len() && tries < MOST_TRIES {
            tries = tries.saturating_add(1);
            let end = begin.saturating_add(size);
            let is_left = |at: usize| at < begin || at >= end;
            let rest: Vec<FactId> =
                facts.iter().enumerate().filter(|(at, _)| is_left(*at)).map(|(_, fact)| *fact).collect();
            match suffice(&rest) {
                Some(shorter) => (facts, found) = (rest, Some(shorter)),
                None => begin = end,
            }
        }
        size = if size == 1 { 0 } else { size.div_ceil(2) };
    }
    found
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
