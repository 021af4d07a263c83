//! What is said of a name or value that does not fit.

use crate::case::{CaseError, Given};
use crate::model::value::{self, ValueError, nearest};
use crate::model::{Choice, Type};
use crate::text::{concat, count, shorten};

/// The error for a value that its type refuses, in words that name the fact.
#[cold]
pub fn value_error(fact: &str, kind: &Type, given: &Given, error: ValueError) -> CaseError {
    #[cfg(feature = "author")]
    let meant = super::slips::meant(kind, given, error);
    #[cfg(not(feature = "author"))]
    let meant = None;
    let (code, reason) = match error {
        ValueError::NotDeclared => {
            let error = not_declared(fact, given, &ids(kind.choices()));
            return if meant.is_some() { error.help(meant) } else { error };
        }
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
    CaseError::new(code, fact, concat(&["`", fact, "` is ", &shown(given), "; ", &reason])).help(meant)
}

/// The error for a word that is not among those declared.
#[cold]
pub fn not_declared(fact: &str, given: &Given, declared: &[&str]) -> CaseError {
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

/// The way out where something near was meant.
pub fn did_you_mean(nearest: Option<&str>) -> Option<String> {
    nearest.map(|near| concat(&["did you mean `", near, "`?"]))
}

/// What was given, for a message.
pub fn shown(given: &Given) -> String {
    match given {
        Given::Null => "`null`".to_owned(),
        Given::YesNo(yes) => if *yes { "`true`" } else { "`false`" }.to_owned(),
        Given::Number(text) => concat(&["the number `", &shorten(text), "`"]),
        Given::Text(text) => concat(&["`", &shorten(text), "`"]),
        Given::List(_) => "a list".to_owned(),
        Given::Other(kind) => (*kind).to_owned(),
    }
}

/// The declared values by id.
pub fn ids(choices: &[Choice]) -> Vec<&str> {
    choices.iter().map(|choice| choice.id.as_str()).collect()
}
