//! Which clause has which bit.

use super::bits::BITS;
use super::slot::{Slot, is_compiled};
use crate::model::{Clause, When};

/// A clause that is not its rule's first.
#[derive(Debug, Clone, Copy)]
pub struct Extra {
    pub rule: u16,
    pub unless: bool,
}

/// A clause, and whether it is an exception.
#[derive(Debug, Clone, Copy)]
pub struct Column<'a> {
    pub clause: &'a Clause,
    pub unless: bool,
}

/// Which clause has which bit.
pub struct Columns<'a> {
    /// The rules' first alternatives, empty bits up to a whole block, then what `extras` says.
    pub clauses: Vec<Option<Column<'a>>>,
    pub extras: Vec<Extra>,
}

impl<'a> Columns<'a> {
    /// The clauses of some rules; exceptions only where slots answer all their cells.
    pub fn of(rules: &[(&'a When, &'a When)], slots: &[Slot]) -> Self {
        let column = |clause, unless| Some(Column { clause, unless });
        let mut clauses: Vec<_> =
            rules.iter().map(|(when, _)| when.0.first().and_then(|clause| column(clause, false))).collect();
        clauses.resize(rules.len().next_multiple_of(BITS), None);
        let mut extras = Vec::new();
        for (rule, (when, _)) in (0_u16..).zip(rules) {
            for clause in when.0.iter().skip(1) {
                clauses.push(column(clause, false));
                extras.push(Extra { rule, unless: false });
            }
        }
        for (rule, (_, unless)) in (0_u16..).zip(rules) {
            // An exception that is not compiled as a whole excludes nothing here.
            for clause in unless.0.iter().filter(|clause| clause.0.iter().all(|cell| is_compiled(cell, slots))) {
                clauses.push(column(clause, true));
                extras.push(Extra { rule, unless: true });
            }
        }
        Columns { clauses, extras }
    }
}
