//! The type of a fact, output, value, setting or parameter, as its table declares it: its
//! [`word`], and its [values](choices()) or [`limits`].

mod choices;
mod currency;
mod limits;
mod word;

use crate::model::{Currency, Type};

use self::choices::{MOST_SEVERAL, choices};
use self::limits::bounded;
use self::word::type_word;
use super::codes;
use super::diagnostic::Sink;
use super::document::{Node, Place};
use super::item;

pub(super) use self::currency::currency;

/// More decimals than any rate needs; ten to their power still fits beside a billion.
const MOST_DECIMALS: u8 = 9;

/// Who declares a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    Fact,
    Output,
    Value,
    Setting,
    Parameter,
}

/// Reads `type`, `values`, `unit`, `decimals`, `min` and `max` of a table that declares a type.
pub(super) fn read(
    node: &Node,
    place: Place,
    name: &str,
    owner: Owner,
    currency: Option<&Currency>,
    sink: &mut Sink,
) -> Option<Type> {
    let word = type_word(node, place, name, owner, sink)?;
    let takes: &[&str] = match word {
        "choice" | "several" | "level" => &["values"],
        "number" => &["unit", "decimals", "min", "max"],
        "duration" | "money" | "date" => &["min", "max"],
        _ => &[],
    };
    for pair in node.table().unwrap_or(&[]) {
        let key = pair.key.as_str();
        if super::keys::TYPE_KEYS.contains(&key) && key != "type" && !takes.contains(&key) {
            let help = match key {
                "values" => "only `choice`, `several` and `level` have values",
                "decimals" if word == "money" => "money has the decimals of its currency",
                "unit" if word == "duration" => "a duration is written with its unit, as in `90 min`",
                "unit" if word == "money" => "money is in the currency of the pack",
                "unit" | "decimals" => "only a `number` has it",
                _ => "only `number`, `duration`, `money` and `date` have bounds",
            };
            sink.error(
                codes::KEY_OF_OTHER_TYPE,
                pair.key_place,
                format_args!("`{key}` means nothing for the type `{word}`"),
            )
            .help(help);
        }
    }
    let unbounded = match word {
        "yes-no" => return Some(Type::YesNo),
        "text" => return Some(Type::Text),
        "role" => return Some(Type::Role),
        "choice" => return choices(node, place, name, usize::MAX, sink).map(Type::Choice),
        "level" => return choices(node, place, name, usize::MAX, sink).map(Type::Level),
        "several" => return choices(node, place, name, MOST_SEVERAL, sink).map(Type::Several),
        "number" => {
            let decimals = node.get("decimals").map_or(Some(0), |node| item::count(node, MOST_DECIMALS, sink));
            let decimals = decimals.unwrap_or(0);
            let most = Type::MOST_NUMBER.saturating_mul(10_i64.saturating_pow(u32::from(decimals)));
            let unit = node.get("unit").and_then(|node| item::text(node, sink)).map(|text| text.text.trim().to_owned());
            Type::Number { decimals, unit, min: most.saturating_neg(), max: most }
        }
        "money" => {
            let Some(currency) = currency else {
                sink.error(codes::NO_CURRENCY, place, format_args!("{name} is money, but the pack has no currency"))
                    .help("add `currency = \"EUR\"`, or another, to `[pack]`");
                return None;
            };
            let most = Type::MOST_NUMBER.saturating_mul(10_i64.saturating_pow(u32::from(currency.decimals)));
            Type::Money { decimals: currency.decimals, min: most.saturating_neg(), max: most }
        }
        "duration" => Type::Duration { min: -Type::MOST_DURATION, max: Type::MOST_DURATION },
        _ => Type::Date { min: Type::FIRST_DATE, max: Type::LAST_DATE },
    };
    bounded(node, unbounded, place, name, currency, sink)
}

/// Whether values of the two types can be compared and copied: the same quantity, or the same declared values.
pub(super) fn are_alike(one: &Type, other: &Type) -> bool {
    let ids = |kind: &Type| kind.choices().iter().map(|choice| choice.id.clone()).collect::<Vec<_>>();
    match (one, other) {
        (Type::Choice(_), Type::Choice(_)) | (Type::Level(_), Type::Level(_)) => ids(one) == ids(other),
        (Type::YesNo, Type::YesNo)
        | (Type::Number { .. }, Type::Number { .. })
        | (Type::Money { .. }, Type::Money { .. })
        | (Type::Duration { .. }, Type::Duration { .. })
        | (Type::Date { .. }, Type::Date { .. }) => true,
        _ => false,
    }
}
