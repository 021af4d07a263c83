//! From what somebody wrote to a [`Case`]: every name a fact of the pack, every value of its fact's type.
//!
//! [`values`] reads what a fact takes, and [`wording`] says what is wrong with what it does not. For authors, `slips` says what
//! was most likely meant.

#[cfg(feature = "author")]
mod slips;
#[cfg(test)]
mod tests;
mod values;
mod wording;

use crate::model::value::{self, ValueError, nearest};
use crate::model::{Fact, FactId, Pack, RoleId, Type};

use super::{Case, CaseError, Given};
use crate::text::{concat, count, shorten};
use values::{expected, fact_value};
use wording::{did_you_mean, not_declared, shown, value_error};

pub use values::{LONGEST_TEXT, value_of};

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
