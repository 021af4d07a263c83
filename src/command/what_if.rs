//! What would add something to a plan, or remove it, as text.

use amends::model::{Name, Pack};
use amends::plan::{Shown, Status};
use amends::what_if::{Becomes, ChangeSet, Changes, Completeness, ElementKind, WantedElement, Way, WhatIf};

use super::output::{self, DOUBTFUL, GOOD, Plain, QUIET, STRESS, WRONG};
use super::problem::Stop;
use super::sentences;

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
    let action = || pack.actions.iter().find(|action| action.id == element.id).map(|action| action.title.clone());
    let named = match element.kind {
        ElementKind::Action | ElementKind::Avoid => action(),
        ElementKind::Step => pack.steps.iter().find(|step| step.id == element.id).map(|step| step.title.clone()),
        ElementKind::Parameter => {
            let parameter = pack.parameters.iter().find(|own| Some(own.id.as_str()) == element.parameter);
            action().zip(parameter).map(|(action, parameter)| format!("“{}” of “{action}”", parameter.title))
        }
        ElementKind::Value => pack.name(element.id).map(|name| sentences::title(name, pack)),
    };
    named.unwrap_or_else(|| element.id.to_owned())
}

/// What it is for it to be there, after *is*.
fn there(element: &WantedElement, pack: &Pack) -> String {
    match (element.kind, &element.value) {
        (ElementKind::Action, _) => "in the plan".to_owned(),
        (ElementKind::Avoid, _) => "something to avoid".to_owned(),
        (ElementKind::Step, _) => "left out".to_owned(),
        (ElementKind::Parameter, _) => "set".to_owned(),
        (ElementKind::Value, value) => {
            let kind = pack.name(element.id).map(|name| pack.type_of(name));
            value.as_ref().zip(kind).map_or_else(String::new, |(value, kind)| sentences::shown(value, kind, pack))
        }
    }
}

fn changes(changes: &Changes, would: &str, pack: &Pack) -> Result<(), Stop> {
    let Changes { sets, extent } = changes;
    output::line(&format!("\n{STRESS}{} if{STRESS:#}", Plain(would)))?;
    sets.iter().try_for_each(|set| change(set, pack))?;
    let note = match extent {
        Completeness::All => return Ok(()),
        Completeness::Smallest => "there are more ways, with as many facts or more",
        Completeness::TooMany => "more than four facts were otherwise together",
        Completeness::Impossible => "nothing: no change of facts would do that",
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
