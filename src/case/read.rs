//! From what somebody wrote to a [`Case`]: every name a fact of the pack, every value of its fact's type.

use crate::model::value::{self, ValueError, nearest};
use crate::model::{Choice, Fact, FactId, Pack, RoleId, Type, Value};

use super::{Case, CaseError, Given};
use crate::text::{concat, count, shorten};

/// The longest text that a text fact takes, in bytes; a complaint of thirty pages.
pub const LONGEST_TEXT: usize = 100_000;

/// After so many errors the rest of a case is not read: it was made for another pack.
const MOST_ERRORS: usize = 100;

/// Reads a case: facts by id, and its frame, which is `now` (a date), `role` (a role's id) and `declined` (a list of
/// ids of facts whose question was answered "don't know"). A fact called `role` or `declined` goes before the frame.
///
/// An absent name and `null` are unknown. `"none"` is none, for facts that are optional or apply in some cases only;
/// yes-no takes `true`, `false`, `"yes"`, `"no"`; durations a text with units, never a bare number; numbers and money a
/// number or its text; `several` a list, which is complete; dates ISO 8601. `today` is the `now` of a case that names
/// none, in days since 1970-01-01.
///
/// # Errors
/// Every name and value that does not fit, in the order of the case. The codes: `unknown-name`, `derived-name`,
/// `given-twice`, `wrong-type`, `not-declared`, `never-none`, `too-fine`, `out-of-bounds`, `too-long`,
/// `too-many-errors`.
pub fn read(
    entries: impl IntoIterator<Item = (String, Given)>,
    pack: &Pack,
    today: i64,
) -> Result<Case, Vec<CaseError>> {
    let case = Case::empty(pack.facts.len(), today);
    let mut reader = Reader { pack, case, seen: vec![false; pack.facts.len()], next: 0, errors: Vec::new() };
    for (name, given) in entries {
        reader.entry(&name, given);
        if reader.errors.len() >= MOST_ERRORS {
            let message = concat(&["more than ", &count(MOST_ERRORS), " errors; the rest of the case was not read"]);
            reader.wrong(CaseError::new("too-many-errors", "", message));
            break;
        }
    }
    let Reader { case, errors, .. } = reader;
    if errors.is_empty() { Ok(case) } else { Err(errors) }
}

/// The position of a fact, looked for from `after` on and around: cases mostly keep the declared order, so that the
/// first look finds it.
fn find(facts: &[Fact], id: &str, after: usize) -> Option<usize> {
    let from = |start: usize, rest: &[Fact]| {
        rest.iter().position(|fact| fact.id == id).map(|distance| distance.saturating_add(start))
    };
    let (before, rest) = facts.split_at(after.min(facts.len()));
    from(before.len(), rest).or_else(|| from(0, before))
}

struct Reader<'pack> {
    pack: &'pack Pack,
    case: Case,
    /// By fact: whether the case has named it.
    seen: Vec<bool>,
    /// Where the next fact most likely stands.
    next: usize,
    errors: Vec<CaseError>,
}

impl Reader<'_> {
    fn wrong(&mut self, error: CaseError) {
        self.errors.push(error);
    }

    fn entry(&mut self, name: &str, given: Given) {
        let Some(at) = find(&self.pack.facts, name, self.next) else { return self.frame(name, &given) };
        self.next = at.saturating_add(1);
        let (Some(fact), Some(slot), Some(seen)) =
            (self.pack.facts.get(at), self.case.given.get_mut(at), self.seen.get_mut(at))
        else {
            return;
        };
        if std::mem::replace(seen, true) {
            return self.wrong(CaseError::new("given-twice", name, concat(&["`", name, "` is given twice"])));
        }
        match fact_value(fact, given) {
            Ok(value) => *slot = value,
            Err(error) => self.wrong(error),
        }
    }

    /// The frame of the case; any other name is an error.
    fn frame(&mut self, name: &str, given: &Given) {
        match (name, given) {
            ("now" | "role" | "declined", Given::Null) => {}
            ("now", Given::Text(text)) => match value::parse_scalar(text, &Type::NOW) {
                Ok(now) => self.case.now = now,
                Err(error) => self.wrong(value_error("now", &Type::NOW, given, error)),
            },
            ("now", _) => {
                let error = ValueError::Expected(expected(&Type::NOW));
                self.wrong(value_error("now", &Type::NOW, given, error));
            }
            ("role", _) => {
                let found = match given {
                    Given::Text(id) => self.pack.roles.iter().position(|role| role.id == *id),
                    _ => None,
                };
                match found {
                    Some(role) => self.case.role = Some(RoleId::at(role)),
                    None => {
                        let roles: Vec<&str> = self.pack.roles.iter().map(|role| role.id.as_str()).collect();
                        self.wrong(not_declared("role", given, &roles));
                    }
                }
            }
            ("declined", Given::List(list)) => {
                list.iter().all(|item| self.decline(item));
            }
            ("declined", _) => {
                let expected = "; expected a list of facts such as `[\"waited\"]`";
                let message = concat(&["`declined` is ", &shown(given), expected]);
                self.wrong(CaseError::new("wrong-type", "declined", message));
            }
            (other, _) => self.unknown(other),
        }
    }

    /// Notes a fact of the list, and whether there is one: a list that was made for another pack is one mistake.
    fn decline(&mut self, item: &Given) -> bool {
        let Given::Text(id) = item else {
            let message = concat(&["`declined` holds ", &shown(item), "; expected the ids of facts"]);
            self.wrong(CaseError::new("wrong-type", "declined", message));
            return false;
        };
        let fact = find(&self.pack.facts, id, 0);
        match fact {
            Some(fact) => {
                let fact = FactId::at(fact);
                if let Err(place) = self.case.declined.binary_search(&fact) {
                    self.case.declined.insert(place, fact);
                }
            }
            None => self.unknown(id),
        }
        fact.is_some()
    }

    #[cold]
    fn unknown(&mut self, name: &str) {
        self.wrong(if self.pack.derived.iter().any(|derived| derived.id == name) {
            let message = concat(&["`", name, "` follows from the rules and cannot be given"]);
            CaseError::new("derived-name", name, message)
                .help(Some("give the facts that it is worked out from".to_owned()))
        } else {
            let mut names: Vec<&str> = self.pack.facts.iter().map(|fact| fact.id.as_str()).collect();
            names.extend(["now", "role", "declined"]);
            let message = concat(&["`", &shorten(name), "` is no fact of this pack"]);
            CaseError::new("unknown-name", name, message).help(did_you_mean(nearest(name, names.into_iter())))
        });
    }
}

fn did_you_mean(nearest: Option<&str>) -> Option<String> {
    nearest.map(|near| concat(&["did you mean `", near, "`?"]))
}

/// The value of a fact, or `None` while it is unknown.
fn fact_value(fact: &Fact, given: Given) -> Result<Option<Value>, CaseError> {
    match &given {
        Given::Null => return Ok(None),
        Given::Text(text) if text.trim() == "none" => {
            if fact.optional || !fact.applies.is_always() {
                return Ok(Some(Value::None));
            }
            if !matches!(fact.kind, Type::Text) {
                let message = concat(&["`", &fact.id, "` is never `none`: it applies in every case"]);
                let help = Some("leave it out while it is not known".to_owned());
                return Err(CaseError::new("never-none", &fact.id, message).help(help));
            }
        }
        _ => {}
    }
    value_of(&fact.id, &fact.kind, &given).map(Some)
}

/// The value of a type that somebody wrote. `name` is what messages call it.
///
/// # Errors
/// As [`read`], for this one value.
pub fn value_of(name: &str, kind: &Type, given: &Given) -> Result<Value, CaseError> {
    let read = match (kind, given) {
        (Type::YesNo, Given::YesNo(yes)) => Ok(Value::Scalar(i64::from(*yes))),
        (Type::Number { .. } | Type::Money { .. }, Given::Number(text) | Given::Text(text)) => {
            let scalar = value::scientific(text.trim(), kind.decimals(), expected(kind));
            scalar.and_then(|scalar| value::within(scalar, kind)).map(Value::Scalar)
        }
        (Type::Several(choices), Given::List(list)) => return set(name, choices, list),
        (Type::Text, Given::Text(text)) if text.len() > LONGEST_TEXT => {
            let message = concat(&["`", name, "` is too long; expected at most ", &count(LONGEST_TEXT), " bytes"]);
            return Err(CaseError::new("too-long", name, message));
        }
        (Type::Several(_), _) => Err(ValueError::Expected(expected(kind))),
        (kind, Given::Text(text)) => value::parse(text, kind),
        (kind, _) => Err(ValueError::Expected(expected(kind))),
    };
    read.map_err(|error| value_error(name, kind, given, error))
}

fn set(name: &str, choices: &[Choice], list: &[Given]) -> Result<Value, CaseError> {
    let mut set = 0_u64;
    for item in list {
        let at = match item {
            Given::Text(id) => choices.iter().position(|choice| choice.id == *id),
            _ => None,
        };
        let bit = at.and_then(|at| u32::try_from(at).ok()).and_then(|at| 1_u64.checked_shl(at));
        set |= bit.ok_or_else(|| not_declared(name, item, &ids(choices)))?;
    }
    Ok(Value::Set(set))
}

/// What a fact of this type takes.
fn expected(kind: &Type) -> &'static str {
    match kind {
        Type::YesNo => "`true` or `false`",
        Type::Choice(_) | Type::Level(_) => "one of its values as a text",
        Type::Several(_) => "a list of its values, complete, `[]` where none of them holds",
        Type::Number { decimals: 0, .. } => "a whole number",
        Type::Number { .. } => "a number",
        Type::Duration { .. } => "a text with units such as `90 min`, `2 days` or `PT1H30M`",
        Type::Money { .. } => "an amount such as `49.99`",
        Type::Date { .. } => "a date such as `2026-04-01`",
        Type::Text => "a text",
        Type::Role => "the id of a role",
    }
}

/// The error for a value that its type refuses, in words that name the fact.
#[cold]
fn value_error(fact: &str, kind: &Type, given: &Given, error: ValueError) -> CaseError {
    let (code, reason) = match error {
        ValueError::NotDeclared => return not_declared(fact, given, &ids(kind.choices())),
        ValueError::Expected(what) => ("wrong-type", concat(&["expected ", what])),
        ValueError::TooFine if kind.decimals() == 0 => ("too-fine", "expected a whole number".to_owned()),
        ValueError::TooFine => {
            ("too-fine", concat(&["expected at most ", &count(kind.decimals().into()), " decimals"]))
        }
        ValueError::OutOfBounds | ValueError::TooLarge => {
            let (min, max) = value::print_bounds(kind);
            ("out-of-bounds", concat(&["expected a value from ", &min, " to ", &max]))
        }
        ValueError::NoFixedLength => {
            ("wrong-type", "months and years have no fixed length; write days or weeks".to_owned())
        }
    };
    CaseError::new(code, fact, concat(&["`", fact, "` is ", &shown(given), "; ", &reason]))
}

fn ids(choices: &[Choice]) -> Vec<&str> {
    choices.iter().map(|choice| choice.id.as_str()).collect()
}

/// The error for a word that is not among those declared.
#[cold]
fn not_declared(fact: &str, given: &Given, declared: &[&str]) -> CaseError {
    const MOST_SHOWN: usize = 12;
    let mut expected = String::from(if declared.is_empty() { "this pack declares none" } else { "expected one of " });
    for (at, id) in declared.iter().enumerate() {
        if at == MOST_SHOWN {
            expected.push_str(", …");
            break;
        }
        expected.push_str(if at == 0 { "`" } else { ", `" });
        expected.push_str(id);
        expected.push('`');
    }
    let (code, near) = match given {
        Given::Text(text) => ("not-declared", nearest(text, declared.iter().copied())),
        _ => ("wrong-type", None),
    };
    CaseError::new(code, fact, concat(&["`", fact, "` is ", &shown(given), "; ", &expected])).help(did_you_mean(near))
}

/// What was given, for a message.
fn shown(given: &Given) -> String {
    match given {
        Given::Null => "`null`".to_owned(),
        Given::YesNo(yes) => if *yes { "`true`" } else { "`false`" }.to_owned(),
        Given::Number(text) => concat(&["the number `", &shorten(text), "`"]),
        Given::Text(text) => concat(&["`", &shorten(text), "`"]),
        Given::List(_) => "a list".to_owned(),
        Given::Other(kind) => (*kind).to_owned(),
    }
}

#[cfg(test)]
mod tests;
