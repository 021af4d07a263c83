//! Values as every face shows them.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::model::{Pack, Type, Value, value};
use crate::text;

/// A value as every face shows it: yes-no `true`/`false`, `"none"`, whole numbers as numbers, decimals and money as text
/// with all decimals, durations and dates in ISO 8601, sets and lists as lists, undetermined `null`.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Shown {
    #[default]
    Undetermined,
    YesNo(bool),
    Number(i64),
    Text(String),
    /// A set of choices, or the result of a table whose hit policy gives lists.
    List(Vec<Shown>),
    /// The values that completions take, where they take several.
    Values(Vec<Shown>),
    /// The least and greatest attainable, printed as single values are. `outer` when it may be wider than the tightest.
    Interval {
        low: Box<Shown>,
        high: Box<Shown>,
        outer: bool,
        none: bool,
    },
    /// One for each output of a table.
    Object(Vec<(String, Shown)>),
}

impl Shown {
    pub fn text(text: &str) -> Self {
        Shown::Text(text.to_owned())
    }

    /// One known value.
    pub fn value(of: &Value, kind: &Type, pack: &Pack) -> Self {
        match of {
            Value::None => Shown::text("none"),
            Value::Text(text) => Shown::text(text),
            Value::Set(set) => {
                let mut list = Vec::new();
                for (at, choice) in (0_u32..).zip(kind.choices()) {
                    if set.checked_shr(at).is_some_and(|rest| rest & 1 == 1) {
                        list.push(Shown::text(&choice.id));
                    }
                }
                Shown::List(list)
            }
            Value::Scalar(scalar) => match kind {
                Type::YesNo => Shown::YesNo(*scalar != 0),
                Type::Number { decimals: 0, .. } => Shown::Number(*scalar),
                Type::Role => Shown::text(
                    usize::try_from(*scalar).ok().and_then(|at| pack.roles.get(at)).map_or("", |role| role.id.as_str()),
                ),
                _ => Shown::Text(value::print_scalar(*scalar, kind)),
            },
        }
    }
}

impl Serialize for Shown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Shown::Undetermined => serializer.serialize_unit(),
            Shown::YesNo(yes) => serializer.serialize_bool(*yes),
            // JavaScript's numbers are exact up to 2^53; bounds keep quantities below, and larger ones stand as text.
            Shown::Number(number) if number.unsigned_abs() < 1 << 53 => serializer.serialize_i64(*number),
            Shown::Number(number) => serializer.serialize_str(&text::whole(*number)),
            Shown::Text(text) => serializer.serialize_str(text),
            Shown::List(list) => {
                let mut seq = serializer.serialize_seq(Some(list.len()))?;
                list.iter().try_for_each(|item| seq.serialize_element(item))?;
                seq.end()
            }
            Shown::Values(values) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("values", values)?;
                map.end()
            }
            Shown::Interval { low, high, outer, none } => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("interval", &[low, high])?;
                if *outer {
                    map.serialize_entry("outer", &true)?;
                }
                if *none {
                    map.serialize_entry("none", &true)?;
                }
                map.end()
            }
            Shown::Object(entries) => serializer.collect_map(entries.iter().map(|(key, value)| (key, value))),
        }
    }
}
