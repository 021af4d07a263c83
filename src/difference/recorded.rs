//! What differs between the plans that two packs make of one case, of which not all need be known.

use serde::Serialize;

use crate::model::Pack;
use crate::plan::{Plan, PlannedAction, Shown, Status};

use super::movers::{movers, turned};
use super::side::{Both, Side};
use super::subject::{Seen, Stands, Subject};

/// One thing that the plan of a case says otherwise.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
pub struct CaseChange {
    pub subject: Subject,
    pub before: Seen,
    pub after: Seen,
}

/// What differs between two plans of a case, whose elements may be possible only. Questions, assumptions, words and reasons
/// do not count, nor which rows or rules are at odds in a conflict.
pub fn between(packs: Both<&Pack>, plans: Both<&Plan<'_>>) -> Vec<CaseChange> {
    let said = Both::each(|side| said(packs, side, plans.of(side)));
    let mut changes = Vec::new();
    for (subject, before) in &said.old {
        let after = said.new.iter().find(|(other, _)| other == subject).map(|(_, after)| after.clone());
        let after = after.unwrap_or_else(|| missing(subject));
        if *before != after {
            changes.push(CaseChange { subject: subject.clone(), before: before.clone(), after });
        }
    }
    for (subject, after) in &said.new {
        let before = missing(subject);
        if said.old.iter().all(|(other, _)| other != subject) && before != *after {
            changes.push(CaseChange { subject: subject.clone(), before, after: after.clone() });
        }
    }
    // Of an action that only one of the plans has, its parameters are not told as well.
    let is_of_one = |action: &String| {
        changes.iter().any(|change| {
            change.subject == Subject::Action { action: action.clone() }
                && [&change.before, &change.after].contains(&&Seen::Absent)
        })
    };
    let is_told: Vec<bool> = changes
        .iter()
        .map(|change| !matches!(&change.subject, Subject::Parameter { action, .. } if is_of_one(action)))
        .collect();
    let mut told = is_told.into_iter();
    changes.retain(|_| told.next().unwrap_or(true));
    changes.extend(order(plans));
    changes
}

/// What a plan says that does not speak of something.
fn missing(subject: &Subject) -> Seen {
    match subject {
        Subject::Form => Seen::Value(Shown::text("none")),
        Subject::LegalMinimum => Seen::Value(Shown::text("not checked")),
        _ => Seen::Absent,
    }
}

fn said(packs: Both<&Pack>, side: Side, plan: &Plan<'_>) -> Vec<(Subject, Seen)> {
    let mut said: Vec<(Subject, Seen)> = Vec::new();
    for action in actions(plan) {
        let id = || action.id.to_owned();
        said.push((Subject::Action { action: id() }, seen(action.status)));
        for (parameter, value) in &action.with.0 {
            let subject = Subject::Parameter { action: id(), parameter: parameter.clone() };
            said.push((subject, Seen::Value(value.clone())));
        }
    }
    for avoidance in &plan.avoid {
        said.push((Subject::Avoid { action: avoidance.id.to_owned() }, seen(avoidance.status)));
    }
    for step in plan.steps.iter().filter(|step| step.skipped.is_some()) {
        said.push((Subject::Skip { step: step.step.to_owned() }, Seen::Present));
    }
    if let Some(pay) = &plan.compensation {
        let value = |of: &Shown| Seen::Value(of.clone());
        said.push((Subject::Amount, value(&pay.amount)));
        said.push((Subject::Form, value(&pay.form)));
        said.push((Subject::LegalMinimum, value(&pay.legal_minimum)));
        said.extend(pay.at_most.iter().map(|most| (Subject::AtMost, value(most))));
        said.extend(pay.approval.iter().map(|by| (Subject::Approval { roles: Vec::new() }, value(by))));
    }
    for conflict in &plan.conflicts {
        let other = *if side == Side::Old { &packs.new } else { &packs.old };
        // What a table or value is called that the other pack does not have is its author's own matter.
        let is_shared = other.tables.iter().any(|table| table.id == conflict.place)
            || other.derived.iter().any(|derived| derived.id == conflict.place)
            || other.parameters.iter().any(|parameter| parameter.id == conflict.place)
            || matches!(conflict.place, "order" | "authority" | "limits");
        let place = if is_shared { conflict.place } else { "" }.to_owned();
        let subject = Subject::Conflict { place, rows: Vec::new() };
        if said.iter().all(|(known, _)| *known != subject) {
            said.push((subject, seen(conflict.status)));
        }
    }
    said
}

fn actions<'a>(plan: &'a Plan<'_>) -> impl Iterator<Item = &'a PlannedAction<'a>> {
    plan.steps.iter().flat_map(|step| &step.actions)
}

fn seen(status: Status) -> Seen {
    match status {
        Status::Certain => Seen::Present,
        Status::Possible => Seen::Possible,
        Status::Undetermined => Seen::Undetermined,
    }
}

/// Actions of both plans that stand elsewhere.
fn order(plans: Both<&Plan<'_>>) -> Vec<CaseChange> {
    let ids = Both::each(|side| actions(plans.of(side)).map(|action| action.id).collect::<Vec<&str>>());
    let change = |(action, stands, others): (&str, Stands, Vec<&str>)| {
        let among = |side: Side| {
            let own = ids.of(side).iter().filter(|id| **id == action || others.contains(id));
            Seen::Value(Shown::List(own.map(|id| Shown::text(id)).collect()))
        };
        let others: Vec<String> = others.iter().map(|id| (*id).to_owned()).collect();
        CaseChange {
            subject: Subject::Order { action: action.to_owned(), stands, others: others.clone() },
            before: among(Side::Old),
            after: among(Side::New),
        }
    };
    movers(turned(&ids.old, &ids.new).into_iter()).into_iter().map(change).collect()
}
