//! Reviews that are overdue.

use crate::model::{Definition, Grounds, Pack, date};
use crate::pack::{Kind, Places, Sink, codes};

/// Reports what was to be reviewed before `today`, in days since 1970-01-01.
pub(super) fn check(pack: &Pack, places: &Places, today: i64, sink: &mut Sink) {
    for (kind, id, grounds) in reviewed(pack) {
        let Some(day) = grounds.review_by.filter(|day| *day < today) else { continue };
        let Some(place) = places.of.get(&(kind, id.to_owned())) else { continue };
        let whom = grounds.approved_by.as_ref().map_or_else(String::new, |whom| format!(" with {whom}"));
        sink.warning(
            codes::REVIEW_OVERDUE,
            *place,
            format_args!("the {} `{id}` was to be reviewed by {}", kind.word(), date::print(day)),
        )
        .help(format_args!("review it{whom}, and set the next `review_by`"));
    }
}

fn reviewed(pack: &Pack) -> Vec<(Kind, &str, &Grounds)> {
    let mut all: Vec<(Kind, &str, &Grounds)> = Vec::new();
    all.extend(pack.settings.iter().map(|setting| (Kind::Setting, setting.id.as_str(), &setting.grounds)));
    all.extend(pack.facts.iter().map(|fact| (Kind::Fact, fact.id.as_str(), &fact.grounds)));
    all.extend(pack.tables.iter().map(|table| (Kind::Table, table.id.as_str(), &table.grounds)));
    for table in &pack.tables {
        all.extend(table.rows.iter().filter_map(|row| Some((Kind::Rule, row.id.as_deref()?, &row.grounds))));
    }
    all.extend(pack.derived.iter().filter_map(|derived| match &derived.definition {
        Definition::Condition(condition) => Some((Kind::Condition, derived.id.as_str(), &condition.grounds)),
        Definition::Value(value) => Some((Kind::Value, derived.id.as_str(), &value.grounds)),
        Definition::Output { .. } => None,
    }));
    all.extend(pack.actions.iter().map(|action| (Kind::Action, action.id.as_str(), &action.grounds)));
    all.extend(pack.rules.iter().map(|rule| (Kind::Rule, rule.id.as_str(), &rule.grounds)));
    all.extend(pack.guarantees.iter().map(|guarantee| (Kind::Guarantee, guarantee.id.as_str(), &guarantee.grounds)));
    all
}
