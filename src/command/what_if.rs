//! What would add something to a plan, or remove it, as text.

use amends::model::{Name, Pack, Parameter, Type};
use amends::plan::{Shown, Status};
use amends::what_if::{Becomes, ChangeSet, Changes, Completeness, ElementKind, Obstacle, WantedElement, Way, WhatIf};

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
    let sure = if *status == Some(Status::Possible) { "for sure be" } else { "be" };
    for (changes, wanted, would) in [(adds, true, sure), (removes, false, "not be")] {
        if let Some(changes) = changes {
            self::changes(changes, wanted, would, element, pack)?;
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

fn changes(changes: &Changes, wanted: bool, would: &str, element: &WantedElement, pack: &Pack) -> Result<(), Stop> {
    let Changes { sets, extent, because } = changes;
    output::line(&format!("\n{STRESS}It would {would} {} if{STRESS:#}", Plain(&there(element, pack))))?;
    sets.iter().try_for_each(|set| change(set, pack))?;
    let limit = match element.kind {
        ElementKind::Order => "actions can follow each other in too many ways",
        ElementKind::Conflict if element.id == "order" => "actions can follow each other in too many ways",
        _ => "amounts hang together too closely",
    };
    let note = match extent {
        Completeness::All => return Ok(()),
        Completeness::Smallest => "there may be more ways, none with fewer facts".to_owned(),
        Completeness::TooMany => {
            "more than four facts were otherwise at once: tell more of the case, and ask again".to_owned()
        }
        Completeness::Impossible => format!("nothing: {}", why_nothing(because.as_ref(), wanted, element, pack)),
        Completeness::Limits if sets.is_empty() => format!("nothing was found, though something may: {limit} to tell"),
        Completeness::Limits if sets.iter().all(|set| set.facts.len() == 1) => {
            format!("there may be other ways: {limit} to tell all")
        }
        Completeness::Limits => format!("there may be other ways, and shorter ones: {limit} to tell all"),
    };
    Ok(output::line(&format!("  {QUIET}{}{QUIET:#}", Plain(&note)))?)
}

/// Why no change of facts would do it.
fn why_nothing(because: Option<&Obstacle>, wanted: bool, element: &WantedElement, pack: &Pack) -> String {
    let named = |id: &str| action(id, pack).map_or_else(|| format!("`{id}`"), |title| format!("“{title}”"));
    match because {
        None => "no change of facts would do that in this case".to_owned(),
        Some(Obstacle::WhateverTheFacts) => {
            let always = if wanted { "never" } else { "always" };
            format!("whatever the facts, it is {always} {}", there(element, pack))
        }
        Some(Obstacle::NeverTogether) => "no case has both in its plan".to_owned(),
        Some(Obstacle::OtherFirst) => {
            let other = named(element.before.unwrap_or_default());
            format!("wherever both are in the plan, {other} stands first")
        }
        Some(Obstacle::NoRule { id }) => match element.kind {
            ElementKind::Avoid => "no rule says to avoid it".to_owned(),
            ElementKind::Step => "no rule leaves it out".to_owned(),
            ElementKind::Parameter => "no rule sets it".to_owned(),
            _ => format!("no rule recommends {}", named(id)),
        },
        Some(Obstacle::Unasked { facts }) => {
            let facts = facts.iter().map(|fact| format!("`{fact}`")).collect::<Vec<_>>();
            format!("that hangs on {}, which the case does not give and nobody is asked", facts.join(", "))
        }
    }
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
