//! A case in which two plans differ, told with no more facts than it takes.

use serde_json::Value as Json;

use super::{Packs, Question};
use crate::case::Case;
use crate::difference::side::{Both, Side};
use crate::difference::subject::{Seen, Subject};
use crate::model::{FactId, RoleId, Value};
use crate::space::Complete;

/// A case in which two plans differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Shortest {
    /// The case as each pack reads it.
    pub cases: Both<Json>,
    /// Facts that have a value in it which it does not give.
    pub unrecorded: Vec<(String, Json)>,
    pub seen: Both<Seen>,
}

impl Packs<'_> {
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
