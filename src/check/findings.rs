//! What looking at all cases at once finds of tables and rules, at its places in the rule files.

use super::calendar;
use crate::engine::Engine;
use crate::engine::part::Part;
use crate::model::{Name, Pack, TableId};
use crate::pack::{Kind as Declared, Place, Places, Severity, Sink, codes};
use crate::proof::{self, Kind, Subject};

/// Reports what is found.
pub(super) fn check(pack: &Pack, places: &Places, today: i64, sink: &mut Sink) {
    let engine = Engine::new(pack.clone(), String::new());
    for finding in proof::examine(&engine, today) {
        let Some(own) = place(pack, places, finding.of) else { continue };
        let (code, severity) = code(finding.kind);
        let calendar = is_open(finding.kind).then(|| part(pack, finding.of)).flatten();
        let calendar = calendar.and_then(|part| calendar::way_out(&engine, &[part], &[]));
        let draft = sink.push(code, severity, own, &finding.message);
        draft.label(finding.label).help(finding.help);
        if let Some((place, way_out)) = calendar::place(places).zip(calendar) {
            draft.help_first(way_out).related(place, "this calendar");
        }
        for (subject, part) in finding.related {
            if let Some(place) = place(pack, places, subject) {
                draft.related(place, part);
            }
        }
        if let Some(extent) = finding.extent {
            draft.extent(extent);
        }
    }
}

fn code(kind: Kind) -> (&'static str, Severity) {
    match kind {
        Kind::Gap => (codes::GAP, Severity::Warning),
        Kind::Overlap => (codes::OVERLAP, Severity::Warning),
        Kind::RowsDisagree => (codes::ROWS_DISAGREE, Severity::Warning),
        Kind::DeadRow => (codes::DEAD_ROW, Severity::Warning),
        // It may stand there for rows that are yet to come.
        Kind::IdleOtherwise => (codes::DEAD_ROW, Severity::Note),
        Kind::MergeableRows => (codes::MERGEABLE_ROWS, Severity::Note),
        Kind::StricterHit => (codes::STRICTER_HIT, Severity::Note),
        Kind::TableOpen => (codes::TABLE_OPEN, Severity::Warning),
        Kind::DeadRule => (codes::DEAD_RULE, Severity::Warning),
        Kind::SubsumedRule => (codes::SUBSUMED_RULE, Severity::Warning),
        Kind::ContradictedRule => (codes::CONTRADICTED_RULE, Severity::Warning),
        Kind::ParameterClash => (codes::PARAMETER_CLASH, Severity::Warning),
        Kind::OutOfLimits => (codes::OUT_OF_LIMITS, Severity::Warning),
        Kind::NeverTaken => (codes::NEVER_TAKEN, Severity::Warning),
        Kind::RuleOpen => (codes::RULE_OPEN, Severity::Warning),
    }
}

/// Whether something could not be told.
fn is_open(kind: Kind) -> bool {
    matches!(kind, Kind::TableOpen | Kind::RuleOpen)
}

/// What a finding is about, as a part of what is worked out.
fn part(pack: &Pack, of: Subject) -> Option<Part> {
    match of {
        Subject::Table(table) | Subject::Row(table, _) => Some(Part::Table(table)),
        Subject::Rule(rule) => Some(Part::Rule(rule)),
        Subject::Derived(derived) => Part::of(pack, Name::Derived(derived)),
    }
}

/// Where something is written.
fn place(pack: &Pack, places: &Places, of: Subject) -> Option<Place> {
    let id_of = |table: TableId| pack.tables.get(table.index()).map(|table| table.id.clone());
    let table = |table: TableId| places.of.get(&(Declared::Table, id_of(table)?)).copied();
    match of {
        Subject::Table(id) => table(id),
        Subject::Row(id, row) => {
            let own = places.rows.get(&(id_of(id)?, row.saturating_add(1))).copied();
            own.or_else(|| table(id))
        }
        Subject::Rule(rule) => {
            let id = pack.rules.get(rule)?.id.clone();
            places.of.get(&(Declared::Rule, id)).copied()
        }
        Subject::Derived(derived) => places.derived.get(&pack.derived.get(derived.index())?.id).copied(),
    }
}
