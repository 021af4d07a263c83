//! What is found of tables and rules, as it crosses the boundary: named as the pack names it.

use serde::Serialize;
use tsify::Tsify;

use crate::engine::Engine;
use crate::model::{Pack, TableId};
use crate::plan::row_name;
use crate::proof::{self, Finding, Kind, Subject};
use crate::space::Extent;

/// Something found by looking at all cases at once.
#[derive(Serialize, Tsify)]
pub struct PackFinding {
    kind: Kind,
    of: FindingSubject,
    message: String,
    /// What stands beside its subject; may be empty.
    label: String,
    /// How to mend it.
    help: String,
    /// What else has a part in it.
    related: Vec<RelatedSubject>,
    /// Of what cases it is true, where it is about some of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    extent: Option<Extent>,
}

/// What a finding is about.
#[derive(Serialize, Tsify)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FindingSubject {
    Table {
        table: String,
    },
    /// A row by its id or its number, from 1.
    Row {
        table: String,
        row: String,
    },
    Rule {
        rule: String,
    },
    /// An output, a condition or a value.
    Derived {
        derived: String,
    },
}

/// What has a part in a finding, and which.
#[derive(Serialize, Tsify)]
pub struct RelatedSubject {
    of: FindingSubject,
    part: &'static str,
}

/// What is found of the tables and rules of a pack. `today`, in days since 1970-01-01, is the date of all cases.
pub fn findings(engine: &Engine, today: i64) -> Vec<PackFinding> {
    let all = proof::examine(engine, today).into_iter();
    all.map(|finding| named(finding, &engine.pack)).collect()
}

fn named(finding: Finding, pack: &Pack) -> PackFinding {
    let Finding { kind, of, message, label, help, related, extent } = finding;
    let related = related.into_iter().map(|(of, part)| RelatedSubject { of: subject(of, pack), part }).collect();
    PackFinding { kind, of: subject(of, pack), message, label, help, related, extent }
}

fn subject(of: Subject, pack: &Pack) -> FindingSubject {
    let table_of = |table: TableId| pack.tables.get(table.index());
    let id_of = |table: TableId| table_of(table).map_or_else(String::new, |table| table.id.clone());
    match of {
        Subject::Table(table) => FindingSubject::Table { table: id_of(table) },
        Subject::Row(table, row) => FindingSubject::Row { table: id_of(table), row: row_name(table_of(table), row) },
        Subject::Rule(rule) => {
            FindingSubject::Rule { rule: pack.rules.get(rule).map_or_else(String::new, |rule| rule.id.clone()) }
        }
        Subject::Derived(derived) => {
            let derived = pack.derived.get(derived.index());
            FindingSubject::Derived { derived: derived.map_or_else(String::new, |derived| derived.id.clone()) }
        }
    }
}
