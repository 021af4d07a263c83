//! A difference in sentences.

use amends::difference::{FactChange, Seen, Side, Stands, Subject};
use amends::model::{Name, Pack, Type};
use amends::plan::Shown;

use super::super::output::{DOUBTFUL, GOOD, WRONG};
use super::super::values::words;

/// The packs that the sentences are about.
pub struct Sentences<'a> {
    pub old: &'a Pack,
    pub new: &'a Pack,
}

impl Sentences<'_> {
    /// What a difference comes to, with its mark: `+` added, `-` lost, `~` changed.
    pub fn change(&self, of: &Subject, before: &Seen, after: &Seen) -> (String, String) {
        let subject = self.subject(of);
        let (added, lost, changed) =
            (format!("{GOOD}+{GOOD:#}"), format!("{WRONG}-{WRONG:#}"), format!("{DOUBTFUL}~{DOUBTFUL:#}"));
        match (of, before, after) {
            (Subject::Order { .. }, _, _) => (changed, subject),
            (Subject::Action { .. }, Seen::Absent, Seen::Present) => (added, format!("{subject} is added")),
            (Subject::Action { .. }, Seen::Present, Seen::Absent) => (lost, format!("{subject} is lost")),
            (Subject::Action { .. }, Seen::Absent, Seen::Possible) => (added, format!("{subject} is possible")),
            (Subject::Action { .. }, Seen::Possible, Seen::Absent) => {
                (lost, format!("{subject} is no longer possible"))
            }
            (Subject::Action { .. }, _, Seen::Possible) => (changed, format!("{subject} is possible only")),
            (Subject::Action { .. }, Seen::Possible, Seen::Present) => (changed, format!("{subject} is certain")),
            (Subject::Action { .. }, _, Seen::Undetermined) => {
                (changed, format!("whether {subject} is in the plan is left undetermined"))
            }
            (Subject::Action { .. }, Seen::Undetermined, after) => {
                let is = if *after == Seen::Present { "is" } else { "is not" };
                (changed, format!("{subject} {is} in the plan, which was left undetermined"))
            }
            (Subject::Avoid { .. } | Subject::Skip { .. } | Subject::Conflict { .. }, before, after) => {
                let (mark, now) = match (before, after) {
                    (Seen::Absent, Seen::Present) => (added, "now"),
                    (Seen::Present, Seen::Absent) => (lost, "no longer"),
                    (_, Seen::Undetermined) => (changed, "possibly, which is left undetermined,"),
                    (_, Seen::Possible) => (changed, "possibly"),
                    (_, Seen::Present) => (added, "now for certain"),
                    _ => (lost, "certainly no longer"),
                };
                (mark, self.truth(of, now))
            }
            (Subject::Approval { roles }, before, after) => {
                let holds =
                    if roles.is_empty() { String::new() } else { format!("where {} holds the case, ", either(roles)) };
                match (approver(before), approver(after)) {
                    (None, Some(by)) => {
                        (added, format!("{holds}the amount needs the approval of {by}, where it needed none"))
                    }
                    (Some(by), None) => (lost, format!("{holds}the amount no longer needs the approval of {by}")),
                    (Some(before), Some(after)) => {
                        (changed, format!("{holds}the amount needs the approval of {after} instead of {before}"))
                    }
                    (None, None) => (changed, format!("{holds}who must approve the amount is worked out otherwise")),
                }
            }
            (_, Seen::Formula, _) | (_, _, Seen::Formula) => (changed, format!("{subject} is worked out otherwise")),
            (_, Seen::Absent, after) => {
                (added, format!("{subject} is {}, where none was", self.seen(of, after, self.new)))
            }
            (_, before, Seen::Absent) => (lost, format!("{subject} is no longer {}", self.seen(of, before, self.old))),
            (_, before, after) => {
                let (before, after) = (self.seen(of, before, self.old), self.seen(of, after, self.new));
                (changed, format!("{subject} is {after} instead of {before}"))
            }
        }
    }

    /// What the plans say in a case of a difference that does not say it itself.
    pub fn told(&self, of: &Subject, is_formula: bool, before: &Seen, after: &Seen) -> String {
        match of {
            Subject::Order { .. } => format!(": {}, not {}", in_order(after), in_order(before)),
            _ if is_formula => {
                let (before, after) = (self.seen(of, before, self.old), self.seen(of, after, self.new));
                format!(": {after} instead of {before}")
            }
            _ => String::new(),
        }
    }

    fn truth(&self, subject: &Subject, now: &str) -> String {
        match subject {
            Subject::Avoid { action } => format!("`{action}` is {now} to be avoided"),
            Subject::Skip { step } => format!("the step `{step}` is {now} left out"),
            subject => format!("{} is {now} there", self.subject(subject)),
        }
    }

    /// What a subject is called.
    pub fn subject(&self, subject: &Subject) -> String {
        match subject {
            Subject::Action { action } => format!("`{action}`"),
            Subject::Parameter { action, parameter } => format!("`{parameter}` of `{action}`"),
            Subject::Order { action, stands, others } => {
                let side = match stands {
                    Stands::Before => "before",
                    Stands::After => "after",
                };
                format!("`{action}` stands {side} {}", listed(others))
            }
            Subject::Skip { step } => format!("the step `{step}`"),
            Subject::Avoid { action } => format!("`{action}` among what is to be avoided"),
            Subject::Amount => "the amount".to_owned(),
            Subject::Form => "the form of compensation".to_owned(),
            Subject::Approval { .. } => "who must approve the amount".to_owned(),
            Subject::LegalMinimum => "the legal minimum".to_owned(),
            Subject::AtMost => "the most that may be paid".to_owned(),
            Subject::Conflict { place, .. } if place.is_empty() => "a conflict".to_owned(),
            Subject::Conflict { place, rows } if rows.is_empty() => format!("a conflict of `{place}`"),
            Subject::Conflict { place, rows } => format!("a conflict of `{place}` ({})", rows.join(", ")),
        }
    }

    fn seen(&self, of: &Subject, seen: &Seen, pack: &Pack) -> String {
        match seen {
            Seen::Absent if *of == Subject::LegalMinimum => "not checked".to_owned(),
            Seen::Absent => "none".to_owned(),
            Seen::Undetermined => "undetermined".to_owned(),
            Seen::Present => "there".to_owned(),
            Seen::Possible => "possible".to_owned(),
            Seen::Formula => "worked out".to_owned(),
            Seen::Value(shown) => words(shown, kind_of(of, pack), pack),
        }
    }

    /// What the packs say otherwise of a fact.
    pub fn fact(&self, fact: &str, change: &FactChange) -> String {
        let only = |side: &Side| match side {
            Side::Old => "the old pack alone",
            Side::New => "the new pack alone",
        };
        match change {
            FactChange::Only { side } => {
                format!("{} has the fact `{fact}`: for the other it may be anything", only(side))
            }
            FactChange::Type { before, after } => {
                format!("`{fact}` is a {after} instead of a {before}: each pack is given a fact of its own")
            }
            FactChange::Values { side, values } => {
                format!("{} knows {} of `{fact}`: such cases are not compared", only(side), listed(values))
            }
            FactChange::Bounds { before, after } => format!(
                "`{fact}` is from {} to {} instead of from {} to {}: cases are compared within both",
                after.0, after.1, before.0, before.1
            ),
            FactChange::Optional { side } => {
                format!("{} lets `{fact}` be given as `none`: such cases are not compared", only(side))
            }
            FactChange::Default { before, after } => {
                let said = |default: &Option<Shown>, pack: &Pack| match default {
                    Some(default) => {
                        let kind = pack.facts.iter().find(|own| own.id == *fact).map(|own| &own.kind);
                        format!("is taken for {}", words(default, kind, pack))
                    }
                    None => "stays unknown".to_owned(),
                };
                format!(
                    "`{fact}` {} while it is not known; before, it {} (complete cases do not ask)",
                    said(after, self.new),
                    said(before, self.old)
                )
            }
        }
    }
}

/// The type of a subject's values.
fn kind_of<'p>(subject: &Subject, pack: &'p Pack) -> Option<&'p Type> {
    let compensation = pack.compensation.as_ref();
    let money = || compensation.map(|own| pack.type_of(Name::Derived(own.amount)));
    match subject {
        Subject::Parameter { parameter, .. } => {
            pack.parameters.iter().find(|own| own.id == *parameter).map(|own| &own.kind)
        }
        Subject::Amount | Subject::AtMost => money(),
        Subject::LegalMinimum => compensation.and_then(|own| own.legal_minimum).map(|name| pack.type_of(name)),
        Subject::Form => compensation.and_then(|own| own.form).map(|form| pack.type_of(Name::Derived(form))),
        _ => None,
    }
}

/// Whose approval it takes; `None` if nobody's.
fn approver(seen: &Seen) -> Option<String> {
    match seen {
        Seen::Value(Shown::Text(nobody)) if nobody == "none" => {
            Some("somebody who may give more than anybody".to_owned())
        }
        Seen::Value(Shown::Text(role)) => Some(format!("`{role}`")),
        Seen::Undetermined => Some("somebody left undetermined".to_owned()),
        Seen::Value(_) => Some("somebody who is not certain yet".to_owned()),
        _ => None,
    }
}

/// Names as people list them: `a`, `b` and `c`.
fn listed(names: &[String]) -> String {
    joined(names, "and")
}

fn either(names: &[String]) -> String {
    joined(names, "or")
}

fn joined(names: &[String], last_by: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} {last_by} {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// The actions of a plan that an order is about.
fn in_order(seen: &Seen) -> String {
    match seen {
        Seen::Value(Shown::List(actions)) => {
            let ids = actions.iter().map(|action| match action {
                Shown::Text(id) => format!("`{id}`"),
                _ => String::new(),
            });
            ids.collect::<Vec<_>>().join(", ")
        }
        _ => "the order".to_owned(),
    }
}
