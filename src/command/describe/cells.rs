//! Names and cells in Markdown.

use amends::model::{Cell, Clause, Name, Pack, Type, Value, When};

use super::super::sentences;
use super::sources::escaped;

/// What people call a fact, output, condition or value, in the middle of a sentence.
pub fn title(name: Name, pack: &Pack) -> String {
    escaped(&sentences::title(name, pack))
}

/// A value in words.
pub fn value(value: &Value, kind: &Type, pack: &Pack) -> String {
    escaped(&sentences::value(value, kind, pack))
}

/// When something holds, as the rest of a sentence; `None` where it always does.
pub fn when(when: &When, pack: &Pack) -> Option<String> {
    let clauses: Vec<String> = when.0.iter().map(|clause| self::clause(clause, pack)).collect();
    if when.0.iter().any(|clause| clause.0.is_empty()) {
        return None;
    }
    Some(clauses.join("; or "))
}

fn clause(clause: &Clause, pack: &Pack) -> String {
    clause.0.iter().map(|cell| self::cell(cell, pack)).collect::<Vec<_>>().join(" and ")
}

fn cell(cell: &Cell, pack: &Pack) -> String {
    format!("**{}** {}", title(cell.of, pack), tests(cell, pack))
}

/// What a cell asks of its name: `is e-mail or letter`, `at least angry`.
pub fn tests(cell: &Cell, pack: &Pack) -> String {
    escaped(&sentences::tests(cell, pack))
}
