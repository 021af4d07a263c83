//! What differs between two plans of one pack.

use serde::Serialize;

use super::{Plan, PlannedAction, PlannedStep, Settled, Shown, Status};

/// Something that one plan says otherwise than another: what the later one says.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Change<'pack> {
    Action {
        id: &'pack str,
        title: &'pack str,
        status: Standing,
    },
    /// What is set on an action; absent where nothing is any longer.
    Parameter {
        action: &'pack str,
        id: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        value: Option<Shown>,
    },
    /// An action that is to be avoided, or no longer.
    Avoid {
        id: &'pack str,
        title: &'pack str,
        status: Standing,
    },
    /// A step that is left out for certain, or no longer.
    Skip {
        step: &'pack str,
        title: &'pack str,
        skipped: bool,
    },
    /// Whether anything is still worth asking for the sake of a step.
    Settled {
        step: &'pack str,
        title: &'pack str,
        settled: Settled,
    },
    /// Two actions of both plans that have changed places.
    Order {
        first: &'pack str,
        second: &'pack str,
    },
    Amount {
        value: Shown,
    },
    Form {
        value: Shown,
    },
    /// The role whose approval is needed; absent where none is.
    Approval {
        #[serde(skip_serializing_if = "Option::is_none")]
        value: Option<Shown>,
    },
    Conflict {
        #[serde(rename = "where")]
        place: &'pack str,
        rows: Vec<String>,
        status: Standing,
    },
}

/// How sure something is that a plan may also leave out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    Certain,
    Possible,
    Undetermined,
    /// No completion has it.
    Excluded,
}

impl From<Option<Status>> for Standing {
    fn from(status: Option<Status>) -> Self {
        match status {
            Some(Status::Certain) => Standing::Certain,
            Some(Status::Possible) => Standing::Possible,
            Some(Status::Undetermined) => Standing::Undetermined,
            None => Standing::Excluded,
        }
    }
}

/// What the plan `after` says otherwise than the plan `before`, which are of one pack: actions in the order of the plan,
/// those that it lost last, then what else it says. Reasons, words, assumptions and questions do not count.
pub fn changes<'pack>(before: &Plan<'pack>, after: &Plan<'pack>) -> Vec<Change<'pack>> {
    let mut changes = Vec::new();
    let (mut old, new) = (actions(before), actions(after));
    for action in &new {
        let known = old.iter().position(|known| known.id == action.id).map(|at| old.remove(at));
        let PlannedAction { id, title, status, .. } = **action;
        if known.map(|known| known.status) != Some(status) {
            changes.push(Change::Action { id, title, status: Some(status).into() });
        }
        parameters(known, action, &mut changes);
    }
    for lost in old {
        changes.push(Change::Action { id: lost.id, title: lost.title, status: Standing::Excluded });
    }
    order(&actions(before), &new, &mut changes);
    steps(before, after, &mut changes);
    avoidances(before, after, &mut changes);
    compensation(before, after, &mut changes);
    conflicts(before, after, &mut changes);
    changes
}

fn actions<'a, 'pack>(plan: &'a Plan<'pack>) -> Vec<&'a PlannedAction<'pack>> {
    plan.steps.iter().flat_map(|step| &step.actions).collect()
}

fn parameters<'pack>(
    before: Option<&PlannedAction<'pack>>,
    after: &PlannedAction<'pack>,
    changes: &mut Vec<Change<'pack>>,
) {
    let old = before.map_or(&[][..], |action| &action.with.0);
    let change = |id: &String, value| Change::Parameter { action: after.id, id: id.clone(), value };
    for entry in &after.with.0 {
        if !old.contains(entry) {
            changes.push(change(&entry.0, Some(entry.1.clone())));
        }
    }
    for (id, _) in old {
        if after.with.0.iter().all(|(own, _)| own != id) {
            changes.push(change(id, None));
        }
    }
}

/// Neighbours in the later plan, among the actions of both, that stood the other way round.
fn order<'pack>(before: &[&PlannedAction<'pack>], after: &[&PlannedAction<'pack>], changes: &mut Vec<Change<'pack>>) {
    let mut last: Option<(usize, &'pack str)> = None;
    for action in after {
        let Some(place) = before.iter().position(|old| old.id == action.id) else { continue };
        if let Some((_, first)) = last.filter(|(before, _)| *before > place) {
            changes.push(Change::Order { first, second: action.id });
        }
        last = Some((place, action.id));
    }
}

fn steps<'pack>(before: &Plan<'pack>, after: &Plan<'pack>, changes: &mut Vec<Change<'pack>>) {
    for (at, PlannedStep { step, title, settled, skipped, .. }) in after.steps.iter().enumerate() {
        // A step whose actions stand apart is listed for each run of them, and says the same each time.
        if after.steps.iter().take(at).any(|earlier| earlier.step == *step) {
            continue;
        }
        let Some(old) = before.steps.iter().find(|old| old.step == *step) else { continue };
        if old.skipped.is_some() != skipped.is_some() {
            changes.push(Change::Skip { step, title, skipped: skipped.is_some() });
        }
        if old.settled != *settled {
            changes.push(Change::Settled { step, title, settled: *settled });
        }
    }
}

fn avoidances<'pack>(before: &Plan<'pack>, after: &Plan<'pack>, changes: &mut Vec<Change<'pack>>) {
    for new in &after.avoid {
        if before.avoid.iter().all(|old| (old.id, old.status) != (new.id, new.status)) {
            changes.push(Change::Avoid { id: new.id, title: new.title, status: Some(new.status).into() });
        }
    }
    for old in &before.avoid {
        if after.avoid.iter().all(|new| new.id != old.id) {
            changes.push(Change::Avoid { id: old.id, title: old.title, status: Standing::Excluded });
        }
    }
}

fn compensation<'pack>(before: &Plan<'pack>, after: &Plan<'pack>, changes: &mut Vec<Change<'pack>>) {
    let (Some(old), Some(new)) = (&before.compensation, &after.compensation) else { return };
    if old.amount != new.amount {
        changes.push(Change::Amount { value: new.amount.clone() });
    }
    if old.form != new.form {
        changes.push(Change::Form { value: new.form.clone() });
    }
    if old.approval != new.approval {
        changes.push(Change::Approval { value: new.approval.clone() });
    }
}

fn conflicts<'pack>(before: &Plan<'pack>, after: &Plan<'pack>, changes: &mut Vec<Change<'pack>>) {
    for new in &after.conflicts {
        if before.conflicts.iter().all(|old| (old.place, &old.rows, old.status) != (new.place, &new.rows, new.status)) {
            let (place, rows, status) = (new.place, new.rows.clone(), Some(new.status).into());
            changes.push(Change::Conflict { place, rows, status });
        }
    }
    for old in &before.conflicts {
        if after.conflicts.iter().all(|new| (new.place, &new.rows) != (old.place, &old.rows)) {
            let (place, rows) = (old.place, old.rows.clone());
            changes.push(Change::Conflict { place, rows, status: Standing::Excluded });
        }
    }
}
