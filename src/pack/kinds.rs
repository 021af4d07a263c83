//! The type of a fact, output, value, setting or parameter, as its table declares it.

use std::collections::BTreeSet;

use crate::model::{Choice, Currency, Type, date, value};

use super::codes;
use super::diagnostic::Sink;
use super::document::{Node, Place, Text, Written};
use super::gather::check_id;
use super::item::{self, in_words};
use super::literal;

/// What a number is bounded by on both sides, in its own units, unless said otherwise.
const MOST_NUMBER: i64 = 1_000_000_000;
/// A century in minutes: what a duration is bounded by unless said otherwise.
const MOST_DURATION: i64 = 36_525 * 1_440;
/// More decimals than any rate needs; ten to their power still fits beside a billion.
const MOST_DECIMALS: u8 = 9;
/// A `several` is counted as a word of bits.
const MOST_SEVERAL: usize = 64;
/// More values than anybody chooses from.
const MOST_CHOICES: usize = 10_000;
/// ISO 4217 currencies whose minor unit is not the hundredth.
const OTHER_DECIMALS: [(&str, u8); 25] = [
    ("BIF", 0),
    ("CLP", 0),
    ("DJF", 0),
    ("GNF", 0),
    ("ISK", 0),
    ("JPY", 0),
    ("KMF", 0),
    ("KRW", 0),
    ("PYG", 0),
    ("RWF", 0),
    ("UGX", 0),
    ("UYI", 0),
    ("VND", 0),
    ("VUV", 0),
    ("XAF", 0),
    ("XOF", 0),
    ("XPF", 0),
    ("BHD", 3),
    ("IQD", 3),
    ("JOD", 3),
    ("KWD", 3),
    ("LYD", 3),
    ("OMR", 3),
    ("TND", 3),
    ("CLF", 4),
];

/// Who declares a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    Fact,
    Output,
    Value,
    Setting,
    Parameter,
}

/// A currency by its ISO 4217 code.
pub(super) fn currency(text: Text<'_>, sink: &mut Sink) -> Option<Currency> {
    let text = text.trim();
    if text.text.len() != 3 || !text.text.bytes().all(|byte| byte.is_ascii_uppercase()) {
        sink.error(codes::BAD_VALUE, text.place(), format_args!("`{}` is no currency", text.text))
            .help("write its three letters by ISO 4217, such as `EUR`");
        return None;
    }
    let other = OTHER_DECIMALS.iter().find(|(code, _)| *code == text.text);
    Some(Currency { code: text.text.to_owned(), decimals: other.map_or(2, |(_, decimals)| *decimals) })
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
            let most = MOST_NUMBER.saturating_mul(10_i64.saturating_pow(u32::from(decimals)));
            let unit = node.get("unit").and_then(|node| item::text(node, sink)).map(|text| text.text.trim().to_owned());
            Type::Number { decimals, unit, min: most.saturating_neg(), max: most }
        }
        "money" => {
            let Some(currency) = currency else {
                sink.error(codes::NO_CURRENCY, place, format_args!("{name} is money, but the pack has no currency"))
                    .help("add `currency = \"EUR\"`, or another, to `[pack]`");
                return None;
            };
            let most = MOST_NUMBER.saturating_mul(10_i64.saturating_pow(u32::from(currency.decimals)));
            Type::Money { decimals: currency.decimals, min: most.saturating_neg(), max: most }
        }
        "duration" => Type::Duration { min: MOST_DURATION.saturating_neg(), max: MOST_DURATION },
        _ => Type::Date { min: Type::FIRST_DATE, max: Type::LAST_DATE },
    };
    bounded(node, unbounded, place, name, currency, sink)
}

fn type_word(node: &Node, place: Place, name: &str, owner: Owner, sink: &mut Sink) -> Option<&'static str> {
    const WORDS: [(&str, &str); 10] = [
        ("yes-no", "yes-no"),
        ("choice", "choice"),
        ("several", "several"),
        ("level", "level"),
        ("number", "number"),
        ("duration", "duration"),
        ("money", "money"),
        ("date", "date"),
        ("text", "text"),
        ("role", "role"),
    ];
    let Some(written) = node.get("type") else {
        let help = match node.get("values") {
            Some(_) => "add `type = \"choice\"`, or `level` if the values have an order",
            None => "add one, such as `type = \"yes-no\"`, `\"number\"` or `\"date\"`",
        };
        sink.error(codes::MISSING_KEY, place, format_args!("{name} has no `type`")).help(help);
        return None;
    };
    let text = item::text(written, sink)?.trim();
    let meant = match text.text {
        "yes_no" | "boolean" | "bool" | "yesno" => Some("yes-no"),
        "string" => Some("text"),
        "enum" | "enumeration" => Some("choice"),
        "integer" | "decimal" | "float" => Some("number"),
        "set" => Some("several"),
        "time" => Some("duration"),
        _ => None,
    };
    if let Some(meant) = meant {
        sink.error(codes::UNKNOWN_TYPE, text.place(), format_args!("there is no type `{}`", text.text))
            .help(format_args!("write `{meant}`"));
        return None;
    }
    let words = WORDS.iter().filter(|(word, _)| match owner {
        Owner::Parameter => true,
        Owner::Value => matches!(*word, "number" | "duration" | "money" | "date"),
        Owner::Fact | Owner::Output | Owner::Setting => *word != "role",
    });
    let words: Vec<(&str, &'static str)> = words.copied().collect();
    if owner == Owner::Value
        && WORDS.iter().any(|(word, _)| *word == text.text)
        && !words.iter().any(|(word, _)| *word == text.text)
    {
        sink.error(
            codes::UNKNOWN_TYPE,
            text.place(),
            format_args!("a value is a quantity, and `{}` is none", text.text),
        )
        .help(
            "a formula gives a `number`, `money`, `duration` or `date`; for another type write a table or a condition",
        );
        return None;
    }
    item::one_of(text, "type", &words, sink)
}

fn choices(node: &Node, place: Place, name: &str, most: usize, sink: &mut Sink) -> Option<Vec<Choice>> {
    let most = most.min(MOST_CHOICES);
    let Some(values) = node.get("values") else {
        sink.error(codes::BAD_CHOICES, place, format_args!("{name} has no `values`"))
            .help("list them, the least first, as in `values = [\"calm\", \"annoyed\", \"angry\"]`");
        return None;
    };
    let Written::List(items) = &values.value else {
        item::wrong_shape(values, "a list such as `[\"calm\", \"angry\"]`", sink);
        return None;
    };
    let mut seen = BTreeSet::new();
    let mut choices = Vec::new();
    for written in items {
        let (id, title) = match written.table() {
            Some(pairs) => {
                item::only_keys(pairs, &["id", "title"], "a value", sink);
                (written.get("id"), written.get("title"))
            }
            None => (Some(written), None),
        };
        let Some(id) = id else {
            sink.error(codes::MISSING_KEY, written.place, "this value has no `id`")
                .help("write `{ id = \"calm\", title = \"…\" }`");
            continue;
        };
        let Some(id) = item::text(id, sink).map(Text::trim) else { continue };
        if super::gather::RESERVED.contains(&id.text) {
            check_id(id, sink);
        } else if id.text.is_empty() || id.text.chars().any(char::is_control) || id.text.contains('"') {
            sink.error(codes::BAD_CHOICES, id.place(), "a value is a word or a few, without quotes or line breaks")
                .help("give it a `title` for anything longer");
        } else if !seen.insert(id.text.to_owned()) {
            sink.error(codes::BAD_CHOICES, id.place(), format_args!("`{}` stands twice", id.text))
                .help("take one of them out");
        } else {
            let title = title.and_then(|title| item::text(title, sink)).map(|title| title.text.to_owned());
            choices.push(Choice { id: id.text.to_owned(), title: title.unwrap_or_else(|| in_words(id.text)) });
        }
    }
    if choices.is_empty() && items.is_empty() {
        sink.error(codes::BAD_CHOICES, values.place, "at least one value is needed").help("list the values");
    }
    if choices.len() > most {
        sink.error(
            codes::BAD_CHOICES,
            values.place,
            format_args!("{} values are too many; at most {most}", choices.len()),
        )
        .help("divide them among several facts");
        return None;
    }
    (!choices.is_empty()).then_some(choices)
}

/// The type with its written bounds in place of the usual ones.
fn bounded(
    node: &Node,
    kind: Type,
    place: Place,
    name: &str,
    currency: Option<&Currency>,
    sink: &mut Sink,
) -> Option<Type> {
    let anything = with_bounds(kind.clone(), i64::MIN, i64::MAX);
    let bound = |key: &str, sink: &mut Sink| -> Option<i64> {
        let text = item::text(node.get(key)?, sink)?.trim();
        let scalar = literal::scalar(text, &anything, currency);
        scalar.map_err(|problem| problem.report(text, &anything, sink)).ok()
    };
    let (low, high) = (bound("min", sink), bound("max", sink));
    let (usual_low, usual_high) = kind.range().unwrap_or((0, 0));
    let (min, max) = (low.unwrap_or(usual_low), high.unwrap_or(usual_high));
    if min > max {
        let help = match (low, high) {
            (Some(_), Some(_)) => "exchange `min` and `max`",
            (Some(_), None) => "give a `max` too",
            _ => "give a `min` too",
        };
        let at = node.get("min").or(node.get("max")).map_or(place, |node| node.place);
        let message = format!(
            "no value of {name} is at least {} and at most {}",
            value::print_scalar(min, &kind),
            value::print_scalar(max, &kind)
        );
        sink.error(codes::BAD_BOUNDS, at, message).help(help);
        return None;
    }
    if matches!(kind, Type::Date { .. }) && date::civil(min).0 < 0 {
        return None;
    }
    Some(with_bounds(kind, min, max))
}

fn with_bounds(kind: Type, min: i64, max: i64) -> Type {
    match kind {
        Type::Number { decimals, unit, .. } => Type::Number { decimals, unit, min, max },
        Type::Money { decimals, .. } => Type::Money { decimals, min, max },
        Type::Duration { .. } => Type::Duration { min, max },
        Type::Date { .. } => Type::Date { min, max },
        other => other,
    }
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
