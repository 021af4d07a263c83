//! What would add something to a plan, or remove it, as text.

use amends::model::{Name, Pack, Parameter, Type};
use amends::plan::{Shown, Status};
use amends::what_if::{Becomes, ChangeSet, Changes, Completeness, ElementKind, WantedElement, Way, WhatIf};

use super::output::{self, DOUBTFUL, GOOD, Plain, QUIET, STRESS, WRONG};
use super::problem::Stop;
use super::{sentences, values};

/// Prints what would add an element, and what would remove it.
pub fn print(what_if: &WhatIf, pack: &Pack) -> Result<(), Stop> {
    let WhatIf { element, status, adds, removes } = what_if;
    let (title, there) = (title(element, pack), there(element, pack));
    let (mark, stands) = match status {
        Some(Status::Certain) => (format!("{GOOD}●{GOOD:#}"), " is"),
        Some(Status::Possible) => (format!("{DOUBTFUL}◐{DOUBTFUL:#}"), " may be"),
        Some(Status::Undetermined) => (format!("{WRONG}?{WRONG:#}"), ": the rules are at odds whether it is"),
        None => (format!("{QUIET}○{QUIET:#}"), " is not"),
    };
    output::line(&format!("{mark} {STRESS}{}{STRESS:#}{stands} {}", Plain(&title), Plain(&there)))?;
    let sure = if *status == Some(Status::Possible) { "for sure " } else { "" };
    for (changes, would) in
        [(adds, format!("It would {sure}be {there}")), (removes, format!("It would not be {there}"))]
    {
        if let Some(changes) = changes {
            self::changes(changes, &would, pack)?;
        }
    }
    Ok(())
}

/// What people call it.
fn title(element: &WantedElement, pack: &Pack) -> String {
    let named = match element.kind {
        ElementKind::Action | ElementKind::Avoid | ElementKind::Order => action(element.id, pack),
        ElementKind::Step => pack.steps.iter().find(|step| step.id == element.id).map(|step| step.title.clone()),
        ElementKind::Parameter => action(element.id, pack)
            .zip(parameter(element, pack))
            .map(|(action, parameter)| format!("“{}” of “{action}”", parameter.title)),
        ElementKind::Conflict => Some(place(element.id, pack)),
        ElementKind::Approval => Some(match &element.value {
            Some(role) => format!("Approval by {}", values::words(role, Some(&Type::Role), pack)),
            None => "An approval".to_owned(),
        }),
        ElementKind::Value => pack.name(element.id).map(|name| sentences::title(name, pack)),
    };
    named.unwrap_or_else(|| element.id.to_owned())
}

fn action(id: &str, pack: &Pack) -> Option<String> {
    pack.actions.iter().find(|action| action.id == id).map(|action| action.title.clone())
}

fn parameter<'pack>(element: &WantedElement, pack: &'pack Pack) -> Option<&'pack Parameter> {
    pack.parameters.iter().find(|own| Some(own.id.as_str()) == element.parameter)
}

/// What people call the place of a conflict.
fn place(id: &str, pack: &Pack) -> String {
    let parameter = pack.parameters.iter().find(|parameter| parameter.id == id);
    match (pack.name(id), parameter, id) {
        (Some(name), ..) => sentences::title(name, pack),
        (None, Some(parameter), _) => format!("“{}”", parameter.title),
        (None, None, "order") => "the order of actions".to_owned(),
        (None, None, "authority") => "the authority to pay".to_owned(),
        (None, None, table) => format!("the table `{table}`"),
    }
}

/// What it is for it to be there, after *is*.
fn there(element: &WantedElement, pack: &Pack) -> String {
    match element.kind {
        ElementKind::Action => "in the plan".to_owned(),
        ElementKind::Avoid => "something to avoid".to_owned(),
        ElementKind::Step => "left out".to_owned(),
        ElementKind::Order => {
            let other = element.before.and_then(|other| action(other, pack)).unwrap_or_default();
            format!("before “{other}”")
        }
        ElementKind::Conflict => "in conflict".to_owned(),
        ElementKind::Approval => "needed".to_owned(),
        ElementKind::Parameter => {
            parameter(element, pack).and_then(|own| value(element, &own.kind, pack)).unwrap_or_else(|| "set".to_owned())
        }
        ElementKind::Value => {
            let kind = pack.name(element.id).map(|name| pack.type_of(name));
            kind.and_then(|kind| value(element, kind, pack)).unwrap_or_default()
        }
    }
}

/// The value that it is to have, or to be above or below.
fn value(element: &WantedElement, kind: &Type, pack: &Pack) -> Option<String> {
    let value = sentences::shown(element.value.as_ref()?, kind, pack);
    let stands = match element.relation {
        Some("<") => sentences::below(false, kind),
        Some("<=") => sentences::below(true, kind),
        Some(">=") => sentences::above(true, kind),
        Some(">") => sentences::above(false, kind),
        _ => return Some(value),
    };
    Some(format!("{stands} {value}"))
}

fn changes(changes: &Changes, would: &str, pack: &Pack) -> Result<(), Stop> {
    let Changes { sets, extent } = changes;
    output::line(&format!("\n{STRESS}{} if{STRESS:#}", Plain(would)))?;
    sets.iter().try_for_each(|set| change(set, pack))?;
    let note = match extent {
        Completeness::All => return Ok(()),
        Completeness::Smallest => "there may be more ways, none with fewer facts",
        Completeness::TooMany => "more than four facts were otherwise together",
        Completeness::Impossible => "nothing: no change of facts would do that",
        Completeness::Limits if !sets.is_empty() && sets.iter().all(|set| set.facts.len() == 1) => {
            "there may be other ways: amounts hang together too closely to tell all"
        }
        Completeness::Limits => {
            "there may be other ways, and shorter ones: amounts hang together too closely to tell all"
        }
    };
    Ok(output::line(&format!("  {QUIET}{note}{QUIET:#}"))?)
}

fn change(set: &ChangeSet, pack: &Pack) -> Result<(), Stop> {
    for (at, Way(way)) in set.ways.iter().enumerate() {
        for (nth, becomes) in way.iter().enumerate() {
            let bullet = match (at, nth) {
                (0, 0) => "  • ",
                (_, 0) => "    or ",
                _ => "    and ",
            };
            output::line(&format!("{bullet}{}", self::becomes(becomes, pack)))?;
        }
    }
    if set.more {
        output::line(&format!("    {QUIET}or with other values of these{QUIET:#}"))?;
    }
    Ok(())
}

fn becomes(becomes: &Becomes, pack: &Pack) -> String {
    let Some(name) = pack.name(becomes.fact) else { return String::new() };
    let tests: Vec<String> = becomes.cells.iter().map(|cell| sentences::tests(cell, pack)).collect();
    let now = now(&becomes.now, name, pack);
    let title = sentences::title(name, pack);
    format!("{} {} {QUIET}({}){QUIET:#}", Plain(&title), Plain(&tests.join(" and ")), Plain(&now))
}

fn now(now: &Shown, name: Name, pack: &Pack) -> String {
    let kind = pack.type_of(name);
    match now {
        Shown::Undetermined => "not known".to_owned(),
        now => format!("now {}", sentences::shown(now, kind, pack)),
    }
}
