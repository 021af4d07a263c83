//! An interview: a case, what is worth asking of it, and what was answered so far.

use serde_json::Value as Json;

use amends::case::Case;
use amends::model::{Fact, FactId, Name, Pack, Value};
use amends::plan::{self, Plan, Question, changes, recommend};

use super::super::open::Opened;
use super::{Answered, saved};

/// A case in the making.
pub struct Interview<'a> {
    pub opened: &'a Opened,
    pub case: Case,
    pub plan: Plan<'a>,
    /// The case and its plan before each answer.
    past: Vec<(Case, Plan<'a>)>,
    /// Whether assumptions are asked after too.
    asks_assumed: bool,
}

impl<'a> Interview<'a> {
    pub fn begin(opened: &'a Opened, case: Case, asks_assumed: bool) -> Self {
        let plan = recommend(&opened.engine, &case);
        Interview { opened, case, plan, past: Vec::new(), asks_assumed }
    }

    pub fn pack(&self) -> &'a Pack {
        self.opened.pack()
    }

    /// The facts of a pack that are still to be asked, best first; assumed ones after all others. What was answered is not
    /// asked again, even if the answer is set aside.
    pub fn questions(&self) -> Vec<(FactId, &Question<'a>)> {
        let is_assumed = |fact: &str| self.plan.assumptions.iter().any(|assumption| assumption.fact == fact);
        let (assumed, open): (Vec<_>, Vec<_>) =
            self.plan.questions.iter().partition(|question| is_assumed(question.fact));
        let wanted = open.into_iter().chain(assumed.into_iter().filter(|_| self.asks_assumed));
        wanted
            .filter_map(|question| match self.pack().name(question.fact) {
                Some(Name::Fact(fact)) if !self.fact(fact)?.sensitive && self.case.value(fact).is_none() => {
                    Some((fact, question))
                }
                _ => None,
            })
            .collect()
    }

    /// The fact to ask next.
    pub fn question(&self) -> Option<FactId> {
        self.questions().first().map(|(fact, _)| *fact)
    }

    pub fn fact(&self, fact: FactId) -> Option<&'a Fact> {
        self.pack().facts.get(fact.index())
    }

    /// How many answers could be taken back.
    pub fn answers(&self) -> usize {
        self.past.len()
    }

    /// Takes an answer; without value it is "don't know".
    pub fn answer(&mut self, fact: FactId, value: Option<Value>) -> Answered<'a> {
        let mut case = self.case.clone();
        match (&value, case.given.get_mut(fact.index()), case.declined.binary_search(&fact)) {
            (Some(value), Some(given), _) => *given = Some(value.clone()),
            (None, _, Err(place)) => case.declined.insert(place, fact),
            _ => {}
        }
        let plan = recommend(&self.opened.engine, &case);
        let changes = changes(&self.plan, &plan);
        let case = std::mem::replace(&mut self.case, case);
        self.past.push((case, std::mem::replace(&mut self.plan, plan)));
        Answered { fact, value, changes }
    }

    /// Takes the last answer back, if there is one.
    pub fn back(&mut self) {
        if let Some((case, plan)) = self.past.pop() {
            (self.case, self.plan) = (case, plan);
        }
    }

    /// The case as a file keeps it.
    pub fn saved(&self) -> Json {
        saved::json(&self.case, self.pack())
    }

    /// The steps that are as settled as that, by title.
    pub fn steps(&self, settled: plan::Settled) -> Vec<&'a str> {
        let mut titles: Vec<&str> = Vec::new();
        for step in self.plan.steps.iter().filter(|step| step.settled == settled) {
            if !titles.contains(&step.title) {
                titles.push(step.title);
            }
        }
        titles
    }
}
