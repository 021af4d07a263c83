//! Values as they are written, and as they are counted.

mod duration;
mod error;
mod nearest;
pub(super) mod number;

use super::{Choice, Type, date};
use crate::text::whole as print_whole;

pub use duration::{duration, duration_in_words, print_duration};
pub use error::ValueError;
pub use nearest::nearest;
pub use number::{decimal, print_decimal, scientific};

/// One value of a fact, output, value, setting or parameter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// The fact does not apply, no row fits, or it was given as `none`.
    None,
    /// Counted by the type: no 0 and yes 1; choices and levels from 0 in declared order; numbers in units of
    /// `10^-decimals`; money in minor units; durations in minutes; dates in days since 1970-01-01; roles from 0.
    Scalar(i64),
    /// The chosen values of a `several`: bit `n` is the value declared `n`-th, from 0.
    Set(u64),
    Text(String),
}

/// Reads one written value of a type: `angry`, `8 weeks`, `1 h 30 min`, `PT1H30M`, `49.99`, `2026-04-01`, `yes`.
///
/// # Errors
/// If the text is no such value, has more decimals than the type, or lies beyond its bounds. `none` and `unknown` are
/// no values; a `several` takes one of its values and gives the set of it alone.
pub fn parse(text: &str, kind: &Type) -> Result<Value, ValueError> {
    let text = text.trim();
    match kind {
        Type::Text => Ok(Value::Text(text.to_owned())),
        Type::Several(choices) => {
            let at = choice(text, choices)?;
            Ok(Value::Set(1_u64.checked_shl(at).unwrap_or(0)))
        }
        Type::Role => Err(ValueError::Expected("a role")),
        _ => parse_scalar(text, kind).map(Value::Scalar),
    }
}

/// [`parse`] for types whose values are scalars.
///
/// # Errors
/// As [`parse`].
pub fn parse_scalar(text: &str, kind: &Type) -> Result<i64, ValueError> {
    let text = text.trim();
    let scalar = match kind {
        Type::YesNo => match text {
            "yes" | "true" => Ok(1),
            "no" | "false" => Ok(0),
            _ => Err(ValueError::Expected("`yes` or `no`")),
        },
        Type::Choice(choices) | Type::Level(choices) => choice(text, choices).map(i64::from),
        Type::Number { decimals, .. } => decimal(text, *decimals, "a number"),
        Type::Money { decimals, .. } => decimal(text, *decimals, "an amount such as `49.99`"),
        Type::Duration { .. } => duration(text),
        Type::Date { .. } => date::parse(text).ok_or(ValueError::Expected("a date such as `2026-04-01`")),
        Type::Several(_) | Type::Text | Type::Role => Err(ValueError::Expected("a single quantity")),
    }?;
    within(scalar, kind)
}

/// The scalar itself, if it is within the bounds of its type.
///
/// # Errors
/// [`ValueError::OutOfBounds`].
pub fn within(scalar: i64, kind: &Type) -> Result<i64, ValueError> {
    match kind.range() {
        Some((min, max)) if scalar < min || scalar > max => Err(ValueError::OutOfBounds),
        _ => Ok(scalar),
    }
}

/// The least and the greatest scalar of a type as text, for messages; of a type without bounds, what can be counted.
pub fn print_bounds(kind: &Type) -> (String, String) {
    let print = |scalar| match kind {
        // The browser's runtime has no room for these words.
        #[cfg(feature = "author")]
        Type::Duration { .. } => duration_in_words(scalar, ("day", "days")),
        _ => print_scalar(scalar, kind),
    };
    let (min, max) = kind.range().unwrap_or((i64::MIN, i64::MAX));
    (print(min), print(max))
}

/// A scalar as text: choices by id, decimals and money with all their decimals, durations and dates in ISO 8601.
pub fn print_scalar(scalar: i64, kind: &Type) -> String {
    match kind {
        Type::YesNo => if scalar == 0 { "no" } else { "yes" }.to_owned(),
        Type::Choice(choices) | Type::Level(choices) => usize::try_from(scalar)
            .ok()
            .and_then(|at| choices.get(at))
            .map_or_else(|| print_whole(scalar), |choice| choice.id.clone()),
        Type::Number { decimals, .. } | Type::Money { decimals, .. } => print_decimal(scalar, *decimals),
        Type::Duration { .. } => print_duration(scalar),
        Type::Date { .. } => date::print(scalar),
        Type::Several(_) | Type::Text | Type::Role => print_whole(scalar),
    }
}

fn choice(text: &str, choices: &[Choice]) -> Result<u32, ValueError> {
    let found = choices.iter().position(|choice| choice.id == text);
    found.and_then(|at| u32::try_from(at).ok()).ok_or(ValueError::NotDeclared)
}
