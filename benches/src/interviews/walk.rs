//! One interview after the other.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, Mutex, PoisonError};

use amends::case::Case;
use amends::engine::Engine;
use amends::model::{FactId, StepId};
use amends::plan::next_questions;

use super::Subject;

/// How the next question is chosen.
#[derive(Clone, Copy)]
pub enum Way<'a> {
    /// The best by the measure of the plan.
    Best,
    /// The first in an order that is worth asking.
    Worth(&'a [FactId]),
    /// The next in an order, worth asking or not, unless it does not apply.
    All(&'a [FactId]),
}

/// What an interview took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Walk {
    pub questions: usize,
    /// Of all questions asked.
    pub cost: usize,
}

/// What is worth asking, kept by what was answered: interviews that begin alike share their beginnings.
pub struct Asking<'e> {
    engine: &'e Engine,
    step: Option<StepId>,
    known: Vec<Mutex<HashMap<u64, Arc<[FactId]>>>>,
}

/// So many threads are unlikely to wait for each other.
const SHARDS: usize = 64;

impl<'e> Asking<'e> {
    /// Interviews that go on until the whole plan is settled, or one step of it.
    pub fn until(engine: &'e Engine, step: Option<StepId>) -> Self {
        let known = (0..SHARDS).map(|_| Mutex::default()).collect();
        Asking { engine, step, known }
    }

    /// What is worth asking of a case, best first.
    fn questions(&self, case: &Case) -> Arc<[FactId]> {
        let mut hasher = DefaultHasher::new();
        (&case.given, &case.declined, case.now, case.role).hash(&mut hasher);
        let key = hasher.finish();
        let shard = &self.known[key as usize % SHARDS];
        if let Some(known) = shard.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return known.clone();
        }
        let found: Arc<[FactId]> = next_questions(self.engine, case, self.step).into();
        shard.lock().unwrap_or_else(PoisonError::into_inner).insert(key, found.clone());
        found
    }

    /// Whether anything is worth asking of a case.
    pub fn is_open(&self, case: &Case) -> bool {
        !self.questions(case).is_empty()
    }

    /// Interviews one subject until nothing is worth asking.
    pub fn walk(&self, subject: &Subject, way: Way) -> Walk {
        match way {
            Way::All(order) => self.walk_all(subject, order),
            Way::Best => self.walk_by(subject, &|questions| questions.first().copied()),
            Way::Worth(order) => {
                self.walk_by(subject, &|questions| order.iter().find(|fact| questions.contains(fact)).copied())
            }
        }
    }

    fn walk_by(&self, subject: &Subject, choose: &dyn Fn(&[FactId]) -> Option<FactId>) -> Walk {
        let mut case = subject.opening.clone();
        let mut walk = Walk { questions: 0, cost: 0 };
        while let Some(fact) = choose(&self.questions(&case)) {
            answer(&mut case, subject, fact);
            walk.add(self.engine, fact);
        }
        walk
    }

    /// What was settled once stays so, so the end of the interview is found by halving.
    fn walk_all(&self, subject: &Subject, order: &[FactId]) -> Walk {
        let order: Vec<FactId> = order.iter().filter(|fact| subject.applies(self.engine, **fact)).copied().collect();
        let answered = |count: usize| {
            let mut case = subject.opening.clone();
            order[..count].iter().for_each(|fact| answer(&mut case, subject, *fact));
            case
        };
        let (mut open, mut settled) = (0, order.len());
        if !self.is_open(&answered(0)) {
            settled = 0;
        }
        while settled - open > 1 {
            let middle = usize::midpoint(open, settled);
            if self.is_open(&answered(middle)) {
                open = middle;
            } else {
                settled = middle;
            }
        }
        let mut walk = Walk { questions: 0, cost: 0 };
        order[..settled].iter().for_each(|fact| walk.add(self.engine, *fact));
        walk
    }
}

impl Walk {
    fn add(&mut self, engine: &Engine, fact: FactId) {
        self.questions += 1;
        self.cost += usize::from(engine.pack.facts[fact.index()].from.cost());
    }
}

fn answer(case: &mut Case, subject: &Subject, fact: FactId) {
    match &subject.answers[fact.index()] {
        Some(value) => case.given[fact.index()] = Some(value.clone()),
        None => {
            if let Err(place) = case.declined.binary_search(&fact) {
                case.declined.insert(place, fact);
            }
        }
    }
}
