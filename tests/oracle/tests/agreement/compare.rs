//! What the engine says of a case, held against what the oracle says.

use std::collections::{BTreeMap, BTreeSet};

use amends::case::Case;
use amends::engine::Engine;
use amends::model::value::parse_scalar;
use amends::model::{ActionId, DerivedId, FactId, Pack, ParameterId, StepId, Type, Value};
use amends::plan::{self, Decision, Plan, PlannedAction, Shown, decide, next_questions, recommend};
use oracle::{Answer, Conflict, Element, Has, Outcome, Settled, Status, ask, may_blur};

/// What the engine says of a case otherwise than the oracle; nothing where the case has too many completions.
pub fn differences(pack: &Pack, case: &Case, limit: usize) -> Vec<String> {
    let Ok(answer) = ask(pack, case, limit) else { return Vec::new() };
    let engine = Engine::new(pack.clone(), String::new());
    let plan = recommend(&engine, case);
    let mut comparing = Comparing { pack, answer: &answer, exact: !may_blur(pack, case), differences: Vec::new() };
    comparing.elements(&plan);
    comparing.order(&plan);
    comparing.rests(&plan);
    comparing.facts(&plan);
    comparing.next(&plan, &engine, case);
    for at in 0..pack.derived.len() {
        let derived = DerivedId::at(at);
        let decision = decide(&engine, case, &pack.derived[at].id).expect("a derived quantity can be decided");
        comparing.decided(derived, &decision);
    }
    comparing.differences
}

/// What a plan has of its elements, and how settled it is, otherwise than the oracle; the order of actions apart.
pub fn differences_in_elements(pack: &Pack, plan: &Plan, answer: &Answer, exact: bool) -> Vec<String> {
    let mut comparing = Comparing { pack, answer, exact, differences: Vec::new() };
    comparing.elements(plan);
    comparing.differences
}

struct Comparing<'a> {
    pack: &'a Pack,
    answer: &'a Answer,
    /// Whether the engine must say all that there is to say, or only nothing wrong.
    exact: bool,
    differences: Vec<String>,
}

impl Comparing<'_> {
    fn differ(&mut self, what: impl Into<String>, engine: impl std::fmt::Debug, oracle: impl std::fmt::Debug) {
        self.differences.push(format!("{}: engine {engine:?}, oracle {oracle:?}", what.into()));
    }

    fn same<T: PartialEq + std::fmt::Debug>(&mut self, what: impl Into<String>, engine: T, oracle: T) {
        if engine != oracle {
            self.differ(what, engine, oracle);
        }
    }

    /// Where the engine may say less, `possible` is right of everything.
    fn status(&mut self, what: String, engine: Status, oracle: Status) {
        if self.exact || engine != Status::Possible {
            self.same(what, engine, oracle);
        }
    }

    fn elements(&mut self, plan: &Plan) {
        self.actions(plan);
        self.avoid(plan);
        self.skipped(plan);
        self.compensation(plan);
        self.conflicts(plan);
        self.settled(plan);
    }

    fn actions(&mut self, plan: &Plan) {
        let planned = planned(plan);
        for (at, action) in self.pack.actions.iter().enumerate() {
            let id = ActionId::at(at);
            let element = Element::Action(id);
            let found = planned.get(action.id.as_str()).copied();
            let status = found.map_or(Status::Excluded, |action| status_of(action.status));
            self.status(element.key(self.pack), status, self.answer.status(&element));
            if let Some(found) = found {
                self.parameters(id, found);
            }
        }
    }

    /// What the presence of actions rests on.
    fn rests(&mut self, plan: &Plan) {
        if !self.exact {
            return;
        }
        let planned = planned(plan);
        for (at, action) in self.pack.actions.iter().enumerate() {
            let Some(found) = planned.get(action.id.as_str()) else { continue };
            let id = ActionId::at(at);
            let is_provisional = self.answer.provisional.contains(&id);
            self.same(format!("provisional {}", action.id), found.provisional, is_provisional);
            let assuming = self.answer.assuming.get(&Element::Action(id)).map_or(&[][..], Vec::as_slice);
            let assuming = assuming.iter().map(|fact| self.pack.facts[fact.index()].id.as_str()).collect();
            self.same(format!("assuming {}", action.id), found.assuming.clone(), assuming);
        }
    }

    fn parameters(&mut self, action: ActionId, found: &PlannedAction) {
        for (at, parameter) in self.pack.parameters.iter().enumerate() {
            let element = Element::Parameter(action, ParameterId::at(at));
            let shown = found.with.0.iter().find(|(id, _)| *id == parameter.id).map(|(_, shown)| shown);
            let seen = self.answer.elements.get(&element);
            match (shown, seen) {
                (None, None) => {}
                (Some(shown), Some(seen)) => {
                    self.shown(element.key(self.pack), shown, &parameter.kind, &of_parameter(seen))
                }
                _ => self.differ(element.key(self.pack), shown, seen),
            }
        }
    }

    fn avoid(&mut self, plan: &Plan) {
        for (at, action) in self.pack.actions.iter().enumerate() {
            let element = Element::Avoid(ActionId::at(at));
            let found = plan.avoid.iter().find(|avoidance| avoidance.id == action.id);
            let status = found.map_or(Status::Excluded, |avoidance| status_of(avoidance.status));
            self.status(element.key(self.pack), status, self.answer.status(&element));
        }
    }

    /// A step is shown as skipped where it is so in every completion.
    fn skipped(&mut self, plan: &Plan) {
        for (at, step) in self.pack.steps.iter().enumerate() {
            let element = Element::Skip(StepId::at(at));
            let found = plan.steps.iter().find(|planned| planned.step == step.id);
            let skipped = found.is_some_and(|planned| planned.skipped.is_some());
            let certain = self.answer.status(&element) == Status::Certain;
            if self.exact || skipped {
                self.same(element.key(self.pack), skipped, certain);
            }
        }
    }

    /// The actions that every completion has stand in an order that every completion has.
    fn order(&mut self, plan: &Plan) {
        let order: Vec<&str> = plan.steps.iter().flat_map(|step| &step.actions).map(|action| action.id).collect();
        let certain: Vec<ActionId> = (0..self.pack.actions.len())
            .map(ActionId::at)
            .filter(|action| self.answer.status(&Element::Action(*action)) == Status::Certain)
            .collect();
        for first in &certain {
            for second in &certain {
                let element = Element::Order(*first, *second);
                if self.answer.status(&element) == Status::Certain {
                    let place =
                        |action: &ActionId| order.iter().position(|id| *id == self.pack.actions[action.index()].id);
                    self.same(element.key(self.pack), place(first) < place(second), true);
                }
            }
        }
    }

    fn compensation(&mut self, plan: &Plan) {
        let Some(compensation) = &self.pack.compensation else { return };
        let Some(paid) = &plan.compensation else {
            return self.differ("compensation", "none", "some");
        };
        let kind_of = |derived: DerivedId| self.pack.derived[derived.index()].kind.clone();
        let seen = |element| self.answer.elements.get(&element).map_or_else(BTreeSet::new, of_parameter);
        self.shown(
            "compensation.amount".to_owned(),
            &paid.amount,
            &kind_of(compensation.amount),
            &seen(Element::Amount),
        );
        if let Some(form) = compensation.form {
            self.shown("compensation.form".to_owned(), &paid.form, &kind_of(form), &seen(Element::Form));
        }
        let approval = self.answer.elements.get(&Element::Approval);
        match (&paid.approval, approval) {
            (None, None) => {}
            (Some(shown), Some(seen)) => {
                self.shown("compensation.approval".to_owned(), shown, &Type::Role, &of_approval(seen));
            }
            (shown, seen) if self.exact => self.differ("compensation.approval", shown, seen),
            _ => {}
        }
    }

    fn conflicts(&mut self, plan: &Plan) {
        let found: BTreeMap<Element, Status> = plan
            .conflicts
            .iter()
            .map(|conflict| {
                let (place, rows) = (conflict.place.to_owned(), conflict.rows.clone());
                (Element::Conflict(Conflict { place, rows }), status_of(conflict.status))
            })
            .collect();
        self.same("conflicts listed once", found.len(), plan.conflicts.len());
        let known = self.answer.elements.keys().filter(|element| matches!(element, Element::Conflict(_)));
        let every: BTreeSet<&Element> = found.keys().chain(known).collect();
        for element in every {
            let status = found.get(element).copied().unwrap_or(Status::Excluded);
            self.status(element.key(self.pack), status, self.answer.status(element));
        }
    }

    fn facts(&mut self, plan: &Plan) {
        let ids = |facts: &mut dyn Iterator<Item = &FactId>| -> BTreeSet<&str> {
            facts.map(|fact| self.pack.facts[fact.index()].id.as_str()).collect()
        };
        let asked: BTreeSet<&str> = plan.questions.iter().map(|question| question.fact).collect();
        let unaskable: BTreeSet<&str> = plan.unaskable.iter().copied().collect();
        let known_asked = ids(&mut self.answer.asked.iter());
        let known_unaskable = ids(&mut self.answer.unaskable.iter());
        let missed = |found: &BTreeSet<&str>, known: &BTreeSet<&str>| !known.is_subset(found);
        if self.exact && asked != known_asked || missed(&asked, &known_asked) {
            self.differ("asked", asked, known_asked);
        }
        if self.exact && unaskable != known_unaskable || missed(&unaskable, &known_unaskable) {
            self.differ("unaskable", unaskable, known_unaskable);
        }
        if !self.exact {
            return;
        }
        let set_aside: BTreeSet<&str> = plan.set_aside.iter().copied().collect();
        self.same("set aside", set_aside, ids(&mut self.answer.set_aside.iter()));
        let assumed: BTreeMap<&str, (&Shown, bool)> =
            plan.assumptions.iter().map(|assumed| (assumed.fact, (&assumed.value, assumed.matters))).collect();
        let known: BTreeMap<&str, (Shown, bool)> = self
            .answer
            .assumptions
            .iter()
            .map(|(fact, matters)| {
                let fact = &self.pack.facts[fact.index()];
                let default = fact.default.as_ref().expect("an assumed fact has a default");
                (fact.id.as_str(), (Shown::value(default, &fact.kind, self.pack), *matters))
            })
            .collect();
        let known = known.iter().map(|(fact, (value, matters))| (*fact, (value, *matters))).collect();
        self.same("assumptions", assumed, known);
    }

    fn settled(&mut self, plan: &Plan) {
        let settled = |settled| match settled {
            plan::Settled::Yes => Settled::Yes,
            plan::Settled::UnderAssumptions => Settled::UnderAssumptions,
            plan::Settled::Open => Settled::Open,
        };
        let certainty = |settled| match settled {
            Settled::Yes => 2,
            Settled::UnderAssumptions => 1,
            Settled::Open => 0,
        };
        let mut compared = vec![("settled".to_owned(), settled(plan.settled), self.answer.settled)];
        for (step, known) in self.pack.steps.iter().zip(&self.answer.steps) {
            if let Some(planned) = plan.steps.iter().find(|planned| planned.step == step.id) {
                compared.push((format!("step {} settled", step.id), settled(planned.settled), *known));
            }
        }
        for (what, found, known) in compared {
            if self.exact || certainty(found) > certainty(known) {
                self.same(what, found, known);
            }
        }
    }

    /// The next questions alone are those of the plan that nothing is assumed of, in its order.
    fn next(&mut self, plan: &Plan, engine: &Engine, case: &Case) {
        let ids = |facts: Vec<FactId>| -> Vec<&str> {
            facts.iter().map(|fact| self.pack.facts[fact.index()].id.as_str()).collect()
        };
        let is_assumed = |id: &str| plan.assumptions.iter().any(|assumption| assumption.fact == id);
        let asked: Vec<&str> =
            plan.questions.iter().map(|question| question.fact).filter(|id| !is_assumed(id)).collect();
        self.same("next questions", ids(next_questions(engine, case, None)), asked);
        for (at, step) in self.pack.steps.iter().enumerate() {
            let planned = plan.steps.iter().find(|planned| planned.step == step.id);
            let is_open = planned.is_some_and(|planned| planned.settled == plan::Settled::Open);
            let next = next_questions(engine, case, Some(StepId::at(at)));
            self.same(format!("questions for {}", step.id), !next.is_empty(), is_open);
        }
    }

    fn decided(&mut self, derived: DerivedId, decision: &Decision) {
        let seen = &self.answer.derived[derived.index()];
        let quantity = &self.pack.derived[derived.index()];
        let what = format!("decide {}", quantity.id);
        self.shown(what.clone(), &decision.value, &quantity.kind, seen);
        let status = match (seen.contains(&Outcome::Undetermined), seen.len()) {
            (true, 1) => Status::Undetermined,
            (false, 1) => Status::Certain,
            _ => Status::Possible,
        };
        self.status(format!("{what}, status"), status_of(decision.status), status);
    }

    /// Whether what is shown of a quantity is what completions have of it.
    fn shown(&mut self, what: String, shown: &Shown, kind: &Type, seen: &BTreeSet<Outcome>) {
        let values: BTreeSet<&Outcome> = seen.iter().filter(|outcome| **outcome != Outcome::Undetermined).collect();
        let of_outcome = |outcome: &Outcome| match outcome {
            Outcome::Value(value) => Shown::value(value, kind, self.pack),
            Outcome::List(values) => {
                Shown::List(values.iter().map(|value| Shown::value(value, kind, self.pack)).collect())
            }
            Outcome::Undetermined => Shown::Undetermined,
        };
        let known: Vec<Shown> = values.iter().map(|outcome| of_outcome(outcome)).collect();
        let fine = match shown {
            Shown::Undetermined => known.is_empty(),
            Shown::Values(found) if self.exact => {
                found.len() == known.len() && found.iter().all(|shown| known.contains(shown))
            }
            Shown::Values(found) => known.iter().all(|shown| found.contains(shown)),
            Shown::Interval { low, high, outer, none } => {
                let scalars: Vec<i64> = values
                    .iter()
                    .filter_map(|outcome| match outcome {
                        Outcome::Value(Value::Scalar(scalar)) => Some(*scalar),
                        _ => None,
                    })
                    .collect();
                let end = |end: &Shown| match end {
                    Shown::Text(text) => parse_scalar(text, kind).ok(),
                    Shown::Number(number) => Some(*number),
                    _ => None,
                };
                let ends = (end(low), end(high));
                let hull = (scalars.iter().min().copied(), scalars.iter().max().copied());
                let has_none = values.contains(&Outcome::Value(Value::None));
                let within = scalars.iter().all(|scalar| ends.0 <= Some(*scalar) && Some(*scalar) <= ends.1);
                let tight = ends == hull && *none == has_none;
                if self.exact && !*outer { tight } else { within && (*none || !has_none) }
            }
            single => known.len() == 1 && known.contains(single),
        };
        if !fine {
            self.differ(what, shown, seen);
        }
    }
}

fn planned<'a, 'pack>(plan: &'a Plan<'pack>) -> BTreeMap<&'pack str, &'a PlannedAction<'pack>> {
    plan.steps.iter().flat_map(|step| &step.actions).map(|action| (action.id, action)).collect()
}

fn status_of(status: plan::Status) -> Status {
    match status {
        plan::Status::Certain => Status::Certain,
        plan::Status::Possible => Status::Possible,
        plan::Status::Undetermined => Status::Undetermined,
    }
}

/// What completions that have a parameter or payment have of it; values at odds count one by one.
fn of_parameter(seen: &BTreeSet<Option<Has>>) -> BTreeSet<Outcome> {
    seen.iter()
        .flatten()
        .flat_map(|has| match has {
            Has::Undetermined => vec![Outcome::Undetermined],
            Has::Values(values) => match &values[..] {
                [value] => vec![Outcome::Value(value.clone())],
                several => vec![Outcome::List(several.to_vec())],
            },
            Has::Present | Has::Nobody => panic!("no value"),
        })
        .collect()
}

/// The roles whose approval is needed; `none` where no role's is, or nobody's would do.
fn of_approval(seen: &BTreeSet<Option<Has>>) -> BTreeSet<Outcome> {
    seen.iter()
        .map(|has| match has {
            Some(Has::Undetermined) => Outcome::Undetermined,
            Some(Has::Values(values)) => Outcome::Value(values[0].clone()),
            Some(Has::Nobody) | None => Outcome::Value(Value::None),
            Some(Has::Present) => panic!("no approval"),
        })
        .collect()
}
