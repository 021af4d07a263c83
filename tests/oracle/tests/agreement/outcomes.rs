//! What the engine says that answers would change, held against the cases with these answers.

use amends::case::Case;
use amends::engine::Engine;
use amends::model::value::parse_scalar;
use amends::model::{Fact, FactId, Pack, Type, Value};
use amends::plan::{self, Change, Outcome, Plan, PlannedAction, Shown, Standing, Why, outcomes, recommend};
use oracle::{Answer, Settled, ask, may_blur};

use crate::compare::differences_in_elements;

/// What the engine says that answers would change, otherwise than the oracle says of the cases with these answers.
/// `tried` counts the answers; facts of which some answer leaves too many completions are passed over.
pub fn differences(pack: &Pack, case: &Case, limit: usize, tried: &mut usize) -> Vec<String> {
    let engine = Engine::new(pack.clone(), String::new());
    let unknown = (0..pack.facts.len()).map(FactId::at).filter(|fact| case.value(*fact).is_none());
    let mut differences = Vec::new();
    for fact in unknown {
        let Some(values) = answered(pack, case, fact, limit) else { continue };
        *tried += values.len();
        let id = &pack.facts[fact.index()].id;
        let found = of_fact(&engine, case, fact, values);
        differences.extend(found.into_iter().map(|difference| format!("{id}: {difference}")));
    }
    differences
}

/// Every answer that would not be set aside, and what the oracle then says.
fn answered(pack: &Pack, case: &Case, fact: FactId, limit: usize) -> Option<Vec<(Value, Answer)>> {
    let mut answered = Vec::new();
    for value in every_answer(&pack.facts[fact.index()]) {
        let mut case = case.clone();
        case.given[fact.index()] = Some(value.clone());
        case.declined.retain(|own| *own != fact);
        let answer = ask(pack, &case, limit).ok()?;
        if !answer.set_aside.contains(&fact) {
            answered.push((value, answer));
        }
    }
    Some(answered)
}

fn every_answer(fact: &Fact) -> Vec<Value> {
    let mut answers = match &fact.kind {
        Type::Several(choices) => {
            let singles = (0..choices.len()).map(|at| Value::Set(1 << at));
            singles.chain([Value::Set(0)]).collect()
        }
        kind => kind.range().map_or_else(Vec::new, |(first, last)| (first..=last).map(Value::Scalar).collect()),
    };
    if fact.optional || !fact.applies.is_always() {
        answers.push(Value::None);
    }
    answers
}

fn of_fact(engine: &Engine, case: &Case, fact: FactId, mut values: Vec<(Value, Answer)>) -> Vec<String> {
    let pack = &engine.pack;
    let declared = &pack.facts[fact.index()];
    let mut asked = case.clone();
    asked.declined.retain(|own| *own != fact);
    let before = recommend(engine, &asked);
    let mut differences = Vec::new();
    for outcome in outcomes(engine, case, fact) {
        let (own, rest) = values.into_iter().partition(|(value, _)| covers(&outcome, value, declared, pack));
        values = rest;
        let own: Vec<Answer> = Vec::into_iter(own).map(|(_, answer): (Value, Answer)| answer).collect();
        let Some(union) = own.into_iter().reduce(both) else {
            differences.push(format!("{:?} is no answer, or one of another outcome", outcome.answers));
            continue;
        };
        let claimed = with_changes(before.clone(), &outcome);
        let found = differences_in_elements(pack, &claimed, &union, !may_blur(pack, &asked));
        differences.extend(found.into_iter().map(|difference| format!("{:?}: {difference}", outcome.answers)));
    }
    differences.extend(values.iter().map(|(value, _)| format!("no outcome has the answer {value:?}")));
    differences
}

/// Whether a value is one of the answers of an outcome.
fn covers(outcome: &Outcome, value: &Value, fact: &Fact, pack: &Pack) -> bool {
    outcome.answers.iter().any(|answer| match (answer, value) {
        (Shown::Interval { low, high, .. }, Value::Scalar(scalar)) => {
            let end = |end: &Shown| match end {
                Shown::Number(number) => *number,
                Shown::Text(text) => parse_scalar(text, &fact.kind).expect("an end of a range"),
                _ => panic!("no end of a range"),
            };
            (end(low)..=end(high)).contains(scalar)
        }
        (answer, value) => *answer == Shown::value(value, &fact.kind, pack),
    })
}

/// What is true of the completions of either of two cases.
fn both(mut one: Answer, other: Answer) -> Answer {
    for (element, seen) in &mut one.elements {
        seen.extend(other.elements.get(element).cloned().unwrap_or_else(|| [None].into()));
    }
    for (element, seen) in other.elements {
        one.elements.entry(element).or_insert_with(|| [None].into()).extend(seen);
    }
    one.settled = less(one.settled, other.settled);
    one.steps = one.steps.into_iter().zip(other.steps).map(|(one, other)| less(one, other)).collect();
    one
}

fn less(one: Settled, other: Settled) -> Settled {
    match (one, other) {
        (Settled::Open, _) | (_, Settled::Open) => Settled::Open,
        (Settled::UnderAssumptions, _) | (_, Settled::UnderAssumptions) => Settled::UnderAssumptions,
        (Settled::Yes, Settled::Yes) => Settled::Yes,
    }
}

/// The plan that an outcome claims, by what it changes.
fn with_changes<'pack>(mut plan: Plan<'pack>, outcome: &Outcome<'pack>) -> Plan<'pack> {
    plan.settled = outcome.settled;
    for change in &outcome.changes {
        apply(&mut plan, change);
    }
    plan
}

fn apply<'pack>(plan: &mut Plan<'pack>, change: &Change<'pack>) {
    match change {
        Change::Action { id, title, status } => {
            let lost: Vec<PlannedAction> = plan
                .steps
                .iter_mut()
                .flat_map(|step| step.actions.extract_if(.., |action| action.id == *id).collect::<Vec<_>>())
                .collect();
            let known = lost.into_iter().next();
            if let Some(status) = sure(*status) {
                let fresh = PlannedAction {
                    id,
                    title,
                    status,
                    provisional: false,
                    assuming: vec![],
                    with: plan::Entries(vec![]),
                    justice: vec![],
                    say: None,
                };
                plan.steps[0].actions.push(PlannedAction { status, ..known.unwrap_or(fresh) });
            }
        }
        Change::Parameter { action, id, value } => {
            let mut actions = plan.steps.iter_mut().flat_map(|step| &mut step.actions);
            let with = &mut actions.find(|own| own.id == *action).expect("an action of the plan").with.0;
            with.retain(|(own, _)| own != id);
            with.extend(value.clone().map(|value| (id.clone(), value)));
        }
        Change::Avoid { id, title, status } => {
            plan.avoid.retain(|avoidance| avoidance.id != *id);
            plan.avoid.extend(sure(*status).map(|status| plan::Avoidance { id, title, status, because: "" }));
        }
        Change::Skip { step, skipped, .. } => {
            for own in plan.steps.iter_mut().filter(|own| own.step == *step) {
                own.skipped = skipped.then(|| Why { rules: vec![], against: vec![] });
            }
        }
        Change::Settled { step, settled, .. } => {
            plan.steps.iter_mut().filter(|own| own.step == *step).for_each(|own| own.settled = *settled);
        }
        Change::Order { .. } => {}
        Change::Amount { value } => paid(plan).amount = value.clone(),
        Change::Form { value } => paid(plan).form = value.clone(),
        Change::Approval { value } => paid(plan).approval = value.clone(),
        Change::Conflict { place, rows, status } => {
            plan.conflicts.retain(|conflict| (conflict.place, &conflict.rows) != (*place, rows));
            let conflict = |status| plan::Conflict { place, rows: rows.clone(), because: "", status };
            plan.conflicts.extend(sure(*status).map(conflict));
        }
    }
}

fn paid<'a>(plan: &'a mut Plan) -> &'a mut plan::PlannedCompensation {
    plan.compensation.as_mut().expect("a plan that pays")
}

fn sure(standing: Standing) -> Option<plan::Status> {
    match standing {
        Standing::Certain => Some(plan::Status::Certain),
        Standing::Possible => Some(plan::Status::Possible),
        Standing::Undetermined => Some(plan::Status::Undetermined),
        Standing::Excluded => None,
    }
}
