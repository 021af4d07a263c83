//! What tables decide, hit policy by hit policy.

use std::collections::BTreeSet;

use amends::model::{DerivedId, Entry, Hit, Row, Table, TableId, Type, Value};

use crate::evaluation::{Conflict, Evaluation, Outcome};
use crate::formula::{Amount, fit};
use crate::truth::Truth;

/// What a table decides: one outcome for each output, and its own conflicts.
pub(crate) struct Decided {
    pub outputs: Vec<Outcome>,
    pub conflicts: BTreeSet<Conflict>,
}

impl Evaluation<'_> {
    /// T1 to T15.
    pub(crate) fn decide(&self, id: TableId) -> Decided {
        let table = &self.pack.tables[id.index()];
        let fits = self.fits(table);
        match self.fitting(table.hit, &fits) {
            Some(rows) => Deciding { evaluation: self, table, conflicts: BTreeSet::new() }.decide(&rows),
            None => Decided { outputs: vec![Outcome::Undetermined; table.outputs.len()], conflicts: BTreeSet::new() },
        }
    }

    /// T2, T3, T5: whether each row fits.
    pub fn fits(&self, table: &Table) -> Vec<Truth> {
        let gate = self.when(&table.when);
        let written: Vec<Truth> = table
            .rows
            .iter()
            .map(|row| {
                if row.otherwise {
                    return Truth::False;
                }
                Truth::all([gate, self.exists(row, table), self.holds(&row.when, &row.unless)])
            })
            .collect();
        let no_other = Truth::any(written.iter().copied()).negated();
        let fit = |(row, fit): (&Row, Truth)| match row.otherwise {
            true => Truth::all([gate, self.exists(row, table), no_other]),
            false => fit,
        };
        table.rows.iter().zip(written).map(fit).collect()
    }

    /// T5: within its validity.
    fn exists(&self, row: &Row, table: &Table) -> Truth {
        let (from, until) = (row.grounds.valid_from, row.grounds.valid_until);
        if from.is_none() && until.is_none() {
            return Truth::True;
        }
        match self.outcome(table.dated_by) {
            Outcome::Undetermined => Truth::Undetermined,
            Outcome::Value(Value::Scalar(day)) => {
                Truth::from(from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until))
            }
            _ => Truth::False,
        }
    }

    /// U3: the rows that fit, or `None` where a row leaves the table undetermined.
    fn fitting(&self, hit: Hit, fits: &[Truth]) -> Option<Vec<usize>> {
        if hit == Hit::First {
            let decisive = fits.iter().position(|fit| *fit != Truth::False);
            return match decisive {
                None => Some(Vec::new()),
                Some(row) if fits[row].is_true() => Some(vec![row]),
                Some(_) => None,
            };
        }
        let rows = (0..fits.len()).filter(|row| fits[*row].is_true()).collect();
        (!fits.contains(&Truth::Undetermined)).then_some(rows)
    }
}

/// How a row is known: by its id, else by its number from 1.
pub fn row_name(table: &Table, row: usize) -> String {
    table.rows[row].id.clone().unwrap_or_else(|| (row + 1).to_string())
}

struct Deciding<'a> {
    evaluation: &'a Evaluation<'a>,
    table: &'a Table,
    conflicts: BTreeSet<Conflict>,
}

impl Deciding<'_> {
    fn decide(mut self, rows: &[usize]) -> Decided {
        let columns = 0..self.table.outputs.len();
        let outputs = match self.table.hit {
            Hit::CollectCount => columns.map(|column| self.count(rows, column)).collect(),
            Hit::RuleOrder | Hit::Collect => columns.map(|column| self.list(rows, column)).collect(),
            Hit::OutputOrder => match self.by_declared_values(rows) {
                Some(rows) => columns.map(|column| self.list(&rows, column)).collect(),
                None => self.all_undetermined(),
            },
            // T6
            _ if rows.is_empty() => columns.map(|column| self.nothing(column)).collect(),
            Hit::CollectSum | Hit::CollectMin | Hit::CollectMax => {
                columns.map(|column| self.aggregate(rows, column)).collect()
            }
            Hit::First => columns.map(|column| self.entry(rows[0], column)).collect(),
            Hit::Unique if rows.len() > 1 => {
                self.conflict(rows);
                self.all_undetermined()
            }
            Hit::Unique => columns.map(|column| self.entry(rows[0], column)).collect(),
            Hit::Any => self.agreed(rows),
            Hit::Priority => match self.by_declared_values(rows) {
                Some(rows) => columns.map(|column| self.entry(rows[0], column)).collect(),
                None => self.all_undetermined(),
            },
        };
        Decided { outputs, conflicts: self.conflicts }
    }

    fn conflict(&mut self, rows: &[usize]) {
        let rows = rows.iter().map(|row| row_name(self.table, *row)).collect();
        self.conflicts.insert(Conflict { place: self.table.id.clone(), rows });
    }

    fn all_undetermined(&self) -> Vec<Outcome> {
        vec![Outcome::Undetermined; self.table.outputs.len()]
    }

    fn output(&self, column: usize) -> DerivedId {
        self.table.outputs[column]
    }

    fn kind(&self, column: usize) -> &Type {
        &self.evaluation.pack.derived[self.output(column).index()].kind
    }

    /// T6: no row fits.
    fn nothing(&mut self, column: usize) -> Outcome {
        if self.evaluation.pack.derived[self.output(column).index()].optional {
            return Outcome::Value(Value::None);
        }
        self.conflict(&[]);
        Outcome::Undetermined
    }

    /// What a fitting row says for an output; what it leaves undetermined is a conflict of that row.
    fn entry(&mut self, row: usize, column: usize) -> Outcome {
        let said = match &self.table.rows[row].entries[column] {
            Entry::Value(value) => Some(value.clone()),
            Entry::Undecided => None,
            Entry::Formula(formula) => match self.evaluation.amount(formula) {
                Amount::None => Some(Value::None),
                Amount::Undetermined => return Outcome::Undetermined,
                Amount::Troubled => None,
                Amount::Exact(amount) => fit(&amount, self.kind(column)).map(Value::Scalar),
            },
        };
        match said {
            Some(value) => Outcome::Value(value),
            None => {
                self.conflict(&[row]);
                Outcome::Undetermined
            }
        }
    }

    /// What all rows say for an output, or `None` where one of them leaves it undetermined.
    fn entries(&mut self, rows: &[usize], column: usize) -> Option<Vec<Value>> {
        let outcomes: Vec<Outcome> = rows.iter().map(|row| self.entry(*row, column)).collect();
        outcomes
            .into_iter()
            .map(|outcome| match outcome {
                Outcome::Value(value) => Some(value),
                _ => None,
            })
            .collect()
    }

    fn list(&mut self, rows: &[usize], column: usize) -> Outcome {
        self.entries(rows, column).map_or(Outcome::Undetermined, Outcome::List)
    }

    fn count(&mut self, rows: &[usize], column: usize) -> Outcome {
        self.within(i64::try_from(rows.len()).expect("few rows"), rows, column)
    }

    fn within(&mut self, scalar: i64, rows: &[usize], column: usize) -> Outcome {
        match self.kind(column).range() {
            Some((min, max)) if scalar < min || scalar > max => {
                self.conflict(rows);
                Outcome::Undetermined
            }
            _ => Outcome::Value(Value::Scalar(scalar)),
        }
    }

    /// T12: the sum, least or greatest of what is not `none`.
    fn aggregate(&mut self, rows: &[usize], column: usize) -> Outcome {
        let Some(values) = self.entries(rows, column) else { return Outcome::Undetermined };
        let scalars: Vec<i64> = values
            .into_iter()
            .filter_map(|value| match value {
                Value::Scalar(scalar) => Some(scalar),
                _ => None,
            })
            .collect();
        let aggregate = match self.table.hit {
            Hit::CollectMin => scalars.iter().copied().min(),
            Hit::CollectMax => scalars.iter().copied().max(),
            _ => (!scalars.is_empty()).then(|| scalars.iter().sum()),
        };
        match aggregate {
            Some(aggregate) => self.within(aggregate, rows, column),
            None => self.nothing(column),
        }
    }

    /// T9: rows that differ in an output that they determine are at odds.
    fn agreed(&mut self, rows: &[usize]) -> Vec<Outcome> {
        let columns: Vec<Vec<Outcome>> = (0..self.table.outputs.len())
            .map(|column| rows.iter().map(|row| self.entry(*row, column)).collect())
            .collect();
        let at_odds = columns.iter().any(|said| {
            let determined: BTreeSet<&Outcome> = said.iter().filter(|said| **said != Outcome::Undetermined).collect();
            determined.len() > 1
        });
        if at_odds {
            self.conflict(rows);
            return self.all_undetermined();
        }
        // `Undetermined` is the least outcome.
        columns.into_iter().map(|said| said.into_iter().min().expect("a row fits")).collect()
    }

    /// T10: the rows by their outputs' declared values, the first output first; ties as written. `none` stands last, and
    /// so does what is undetermined, except that it leaves `priority` without an answer where several rows fit.
    fn by_declared_values(&mut self, rows: &[usize]) -> Option<Vec<usize>> {
        if rows.len() < 2 {
            return Some(rows.to_vec());
        }
        let compared: Vec<usize> = (0..self.table.outputs.len())
            .filter(|column| matches!(self.kind(*column), Type::Choice(_) | Type::Level(_)))
            .collect();
        let mut determined = true;
        let mut ranked: Vec<(Vec<i64>, usize)> = Vec::new();
        for row in rows {
            let mut rank = Vec::new();
            for column in &compared {
                rank.push(match self.entry(*row, *column) {
                    Outcome::Value(Value::Scalar(declared)) => declared,
                    Outcome::Value(_) => i64::MAX,
                    _ => {
                        determined = false;
                        i64::MAX
                    }
                });
            }
            ranked.push((rank, *row));
        }
        ranked.sort_by(|(a, _), (b, _)| a.cmp(b));
        (determined || self.table.hit == Hit::OutputOrder).then(|| ranked.into_iter().map(|(_, row)| row).collect())
    }
}
