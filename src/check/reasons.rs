//! Rules, conditions, tables and values that do not say why.

use crate::model::{Definition, Grounds, Pack, Row};
use crate::pack::{Kind, Places, Sink, codes};

/// Reports what has neither `because` nor `evidence`. A table needs none where each of its rows has its own.
pub(super) fn check(pack: &Pack, places: &Places, sink: &mut Sink) {
    let has_reason = |grounds: &Grounds| !grounds.because.is_empty() || !grounds.evidence.is_empty();
    let mut without: Vec<(Kind, &str)> = Vec::new();
    for rule in pack.rules.iter().filter(|rule| !has_reason(&rule.grounds)) {
        without.push((Kind::Rule, &rule.id));
    }
    for table in &pack.tables {
        // A row takes over the reason of its table, so only a row without any shows that both lack one.
        let lacks = |row: &Row| !has_reason(&row.grounds);
        if table.rows.iter().any(lacks) {
            without.push((Kind::Table, &table.id));
        }
    }
    for derived in &pack.derived {
        match &derived.definition {
            Definition::Condition(condition) if !has_reason(&condition.grounds) => {
                without.push((Kind::Condition, &derived.id))
            }
            Definition::Value(value) if !has_reason(&value.grounds) => without.push((Kind::Value, &derived.id)),
            _ => {}
        }
    }
    for (kind, id) in without {
        let Some(place) = places.of.get(&(kind, id.to_owned())) else { continue };
        let what = if kind == Kind::Table { "has rows without a reason" } else { "has no reason" };
        sink.warning(codes::NO_REASON, *place, format_args!("the {} `{id}` {what}", kind.word()))
            .help("add `because`, in a sentence that an agent can read, or the `evidence` that it stands on");
    }
}
