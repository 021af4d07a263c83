//! From what somebody wrote to a [`Case`]: every name a fact of the pack, every value of its fact's type.

use crate::model::value::{self, ValueError, nearest};
use crate::model::{Choice, Fact, FactId, Pack, RoleId, Type, Value, When};

use super::error::shorten;
use super::{Case, CaseError, Given};

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
    let mut reader = Reader { pack, case: Case::empty(pack.facts.len(), today), seen: vec![false; pack.facts.len()] };
    let mut errors = Vec::new();
    let mut after = 0;
    for (name, given) in entries {
        let outcome = match find(&pack.facts, &name, after) {
            Some(at) => {
                after = at.saturating_add(1);
                reader.fact(at, given)
            }
            None => reader.frame(&name, given),
        };
        errors.extend(outcome.err());
        if errors.len() == MOST_ERRORS {
            let message = format!("more than {MOST_ERRORS} errors; the rest of the case was not read");
            errors.push(CaseError::new("too-many-errors", "", message));
            break;
        }
    }
    let Reader { mut case, .. } = reader;
    crate::sorted::sort(&mut case.declined);
    case.declined.dedup();
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
}

impl Reader<'_> {
    fn fact(&mut self, at: usize, given: Given) -> Result<(), CaseError> {
        let (Some(fact), Some(slot), Some(seen)) =
            (self.pack.facts.get(at), self.case.given.get_mut(at), self.seen.get_mut(at))
        else {
            return Ok(());
        };
        if std::mem::replace(seen, true) {
            return Err(CaseError::new("given-twice", &fact.id, format!("`{}` is given twice", fact.id)));
        }
        *slot = fact_value(fact, given)?;
        Ok(())
    }

    /// The frame of the case; any other name is an error.
    fn frame(&mut self, name: &str, given: Given) -> Result<(), CaseError> {
        match (name, given) {
            ("now" | "role" | "declined", Given::Null) => Ok(()),
            ("now", given) => {
                let wrong = |error| value_error("now", &Type::NOW, &given, error);
                let Given::Text(text) = &given else { return Err(wrong(expected(&Type::NOW))) };
                self.case.now = value::parse_scalar(text, &Type::NOW).map_err(wrong)?;
                Ok(())
            }
            ("role", given) => {
                let found = match &given {
                    Given::Text(id) => self.pack.roles.iter().position(|role| role.id == *id),
                    _ => None,
                };
                let role = found.ok_or_else(|| {
                    let roles = || self.pack.roles.iter().map(|role| role.id.as_str());
                    not_declared("role", &given, roles)
                })?;
                self.case.role = Some(RoleId::at(role));
                Ok(())
            }
            ("declined", Given::List(list)) => list.into_iter().try_for_each(|item| self.decline(&item)),
            ("declined", other) => {
                let message =
                    format!("`declined` is {}; expected a list of facts such as `[\"waited\"]`", shown(&other));
                Err(CaseError::new("wrong-type", "declined", message))
            }
            (other, _) => Err(self.unknown(other)),
        }
    }

    fn decline(&mut self, item: &Given) -> Result<(), CaseError> {
        let Given::Text(id) = item else {
            let message = format!("`declined` holds {}; expected the ids of facts", shown(item));
            return Err(CaseError::new("wrong-type", "declined", message));
        };
        let fact = find(&self.pack.facts, id, 0).ok_or_else(|| self.unknown(id))?;
        self.case.declined.push(FactId::at(fact));
        Ok(())
    }

    fn unknown(&self, name: &str) -> CaseError {
        if self.pack.derived.iter().any(|derived| derived.id == name) {
            let message = format!("`{name}` follows from the rules and cannot be given");
            return CaseError::new("derived-name", name, message)
                .help("leave it out, and give the facts that it is worked out from".to_owned());
        }
        let names = self.pack.facts.iter().map(|fact| fact.id.as_str()).chain(["now", "role", "declined"]);
        let help = nearest(name, names).map(|near| format!("did you mean `{near}`?"));
        CaseError::new("unknown-name", name, format!("`{}` is no fact of this pack", shorten(name))).help(help)
    }
}

/// The value of a fact, or `None` while it is unknown.
fn fact_value(fact: &Fact, given: Given) -> Result<Option<Value>, CaseError> {
    match &given {
        Given::Null => return Ok(None),
        Given::Text(text) if text.trim() == "none" => {
            if fact.optional || fact.applies != When::always() {
                return Ok(Some(Value::None));
            }
            if fact.kind != Type::Text {
                let message = format!("`{}` is never `none`: it applies in every case", fact.id);
                let help = "leave it out while it is not known".to_owned();
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
            quantity(text, kind).map(Value::Scalar)
        }
        (Type::Several(choices), Given::List(list)) => return set(name, choices, list),
        (Type::Text, Given::Text(text)) if text.len() > LONGEST_TEXT => {
            let message = format!("`{name}` is too long; expected at most {LONGEST_TEXT} bytes");
            return Err(CaseError::new("too-long", name, message));
        }
        (Type::Several(_), _) => Err(expected(kind)),
        (kind, Given::Text(text)) => value::parse(text, kind),
        (kind, _) => Err(expected(kind)),
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
        let ids = || choices.iter().map(|choice| choice.id.as_str());
        set |= bit.ok_or_else(|| not_declared(name, item, ids))?;
    }
    Ok(Value::Set(set))
}

/// A number or an amount, from its text.
fn quantity(text: &str, kind: &Type) -> Result<i64, ValueError> {
    let plain = without_exponent(text.trim()).ok_or_else(|| expected(kind))?;
    value::parse_scalar(&plain, kind).map_err(|error| match error {
        // The text is a number, so what was not expected is its size.
        ValueError::Expected(_) => out_of_bounds(kind),
        other => other,
    })
}

fn out_of_bounds(kind: &Type) -> ValueError {
    let (min, max) = kind.range().unwrap_or((i64::MIN, i64::MAX));
    ValueError::OutOfBounds { min: value::print_scalar(min, kind), max: value::print_scalar(max, kind) }
}

/// `1.5e3` as `1500`: JSON and JavaScript may write numbers so. `None` if the text is no number. An exponent beyond
/// a hundred either way counts as a hundred, which no quantity comes near.
fn without_exponent(text: &str) -> Option<String> {
    const FARTHEST: i32 = 100;
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (sign, unsigned) = match mantissa.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", mantissa.strip_prefix('+').unwrap_or(mantissa)),
    };
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || !digits(exponent.strip_prefix(['-', '+']).unwrap_or(exponent)) {
        return None;
    }
    let beyond = if exponent.starts_with('-') { -FARTHEST } else { FARTHEST };
    let exponent = exponent.parse().unwrap_or(beyond).clamp(-FARTHEST, FARTHEST);
    let zeros = "0".repeat(usize::try_from(exponent.unsigned_abs()).unwrap_or(0));
    let (whole, fraction) = if exponent < 0 {
        let padded = zeros + whole;
        let point = padded.len().saturating_sub(usize::try_from(exponent.unsigned_abs()).unwrap_or(0));
        let (whole, moved) = padded.split_at_checked(point)?;
        (format!("0{whole}"), format!("{moved}{fraction}"))
    } else {
        let padded = fraction.to_owned() + &zeros;
        let (moved, fraction) = padded.split_at_checked(zeros.len())?;
        (format!("{whole}{moved}"), format!("{fraction}0"))
    };
    Some(format!("{sign}{whole}.{fraction}"))
}

/// What a fact of this type takes.
fn expected(kind: &Type) -> ValueError {
    ValueError::Expected(match kind {
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
    })
}

/// The error for a value that its type refuses, in words that name the fact.
fn value_error(fact: &str, kind: &Type, given: &Given, error: ValueError) -> CaseError {
    let (code, reason) = match error {
        ValueError::NotDeclared { .. } => {
            return not_declared(fact, given, || kind.choices().iter().map(|choice| choice.id.as_str()));
        }
        ValueError::Expected(what) => ("wrong-type", format!("expected {what}")),
        ValueError::TooFine { .. } => ("too-fine", error.to_string()),
        ValueError::OutOfBounds { .. } => ("out-of-bounds", error.to_string()),
        ValueError::NoFixedLength => ("wrong-type", error.to_string()),
    };
    CaseError::new(code, fact, format!("`{fact}` is {}; {reason}", shown(given)))
}

/// The error for a word that is not among those declared.
fn not_declared<'a, I: Iterator<Item = &'a str>>(fact: &str, given: &Given, declared: impl Fn() -> I) -> CaseError {
    const MOST_SHOWN: usize = 12;
    let mut list = declared().take(MOST_SHOWN).map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
    if declared().nth(MOST_SHOWN).is_some() {
        list.push_str(", …");
    }
    let message = match list.is_empty() {
        true => format!("`{fact}` is {}; this pack declares none", shown(given)),
        false => format!("`{fact}` is {}; expected one of {list}", shown(given)),
    };
    let near = match given {
        Given::Text(text) => nearest(text, declared()).map(|near| format!("did you mean `{near}`?")),
        _ => None,
    };
    let code = if matches!(given, Given::Text(_)) { "not-declared" } else { "wrong-type" };
    CaseError::new(code, fact, message).help(near)
}

/// What was given, for a message.
fn shown(given: &Given) -> String {
    match given {
        Given::Null => "`null`".to_owned(),
        Given::YesNo(yes) => format!("`{yes}`"),
        Given::Number(text) => format!("the number `{}`", shorten(text)),
        Given::Text(text) => format!("`{}`", shorten(text)),
        Given::List(_) => "a list".to_owned(),
        Given::Other(kind) => (*kind).to_owned(),
    }
}

#[cfg(test)]
mod tests;
