//! Random tables, conditions and values.

use amends::model::{Definition, Entry, Hit, Name, Row, Type, Value, ValueDefinition, When};

use super::formulas::unit;
use super::{Generator, Known, Reading, TODAY, money};
use crate::build::{add_condition, add_table, add_value, choices, number, row};

const HITS: [Hit; 11] = [
    Hit::Unique,
    Hit::Any,
    Hit::Priority,
    Hit::First,
    Hit::RuleOrder,
    Hit::OutputOrder,
    Hit::Collect,
    Hit::CollectSum,
    Hit::CollectMin,
    Hit::CollectMax,
    Hit::CollectCount,
];

impl Generator {
    /// One more condition, value or table.
    pub(super) fn derive(&mut self) {
        match self.random.u32(0..10) {
            0..=1 => self.condition(),
            2..=4 => self.value(),
            _ => self.table(),
        }
    }

    fn next_id(&self, kind: &str) -> String {
        format!("{kind}{}", self.pack.derived.len())
    }

    fn condition(&mut self) {
        let (when, unless) = (self.when(Reading::Any), self.unless(40));
        let tests_record = self.tests_record(&[&when, &unless]);
        let id = self.next_id("c");
        let name = add_condition(&mut self.pack, &id, when, unless);
        self.known.push(Known { name, can_be_none: false, tests_record });
    }

    fn value(&mut self) {
        let kind = self.quantity();
        let rounded = self.chance(40) && !matches!(kind, Type::Date { .. });
        let formula = if rounded { self.fraction(&kind, 1) } else { self.formula(&kind, 2) };
        let at_most = self.chance(30).then(|| self.formula(&kind, 1));
        let at_least = self.chance(30).then(|| self.formula(&kind, 1));
        let round = rounded.then(|| (self.rounding(), unit(&kind)));
        let parts = || [Some(&formula), at_most.as_ref(), at_least.as_ref()].into_iter().flatten();
        let tests_record = parts().any(|part| self.formula_rests_on_record(part));
        let can_be_none = self.formula_can_be_none(&formula);
        let id = self.next_id("v");
        let value = ValueDefinition { formula, at_most, at_least, round, grounds: Default::default() };
        let name = add_value(&mut self.pack, &id, kind, value);
        self.known.push(Known { name, can_be_none, tests_record });
    }

    /// Bounds are narrow enough to be left at times.
    fn quantity(&mut self) -> Type {
        match self.random.u32(0..10) {
            0..=4 => number(-2, 6),
            5..=7 => money(-10, 40),
            8 => Type::Duration { min: -3, max: 5 },
            _ => Type::Date { min: TODAY - 30, max: TODAY + 40 },
        }
    }

    fn table(&mut self) {
        let hit = self.pick(&HITS);
        let outputs: Vec<(Type, bool)> =
            (0..if self.chance(65) { 1 } else { 2 }).map(|_| (self.output_kind(hit), self.chance(40))).collect();
        let kinds: Vec<(Type, bool)> = outputs.clone();
        let mut rows: Vec<Row> = (0..self.random.usize(1..5)).map(|_| self.row(&kinds)).collect();
        if self.chance(35) {
            let mut otherwise = self.row(&kinds);
            (otherwise.when, otherwise.unless, otherwise.otherwise) = (When::always(), When::never(), true);
            let at = if self.chance(80) { rows.len() } else { rows.len() - 1 };
            rows.insert(at, otherwise);
        }
        let gate = if self.chance(25) { self.when(Reading::Any) } else { When::always() };
        let dates: Vec<Name> = self
            .known
            .iter()
            .map(|known| known.name)
            .filter(|name| matches!(self.pack.type_of(*name), Type::Date { .. }))
            .collect();
        let dated_by = if !dates.is_empty() && self.chance(70) { self.pick(&dates) } else { Name::Now };

        let mut tests_record = self.tests_record(&[&gate]) || self.rests_on_record(dated_by);
        for row in &rows {
            tests_record |= self.tests_record(&[&row.when, &row.unless]);
            tests_record |= row.entries.iter().any(|entry| match entry {
                Entry::Formula(formula) => self.formula_rests_on_record(formula),
                _ => false,
            });
        }
        let can_be_none: Vec<bool> = (0..outputs.len())
            .map(|column| outputs[column].1 || rows.iter().any(|row| self.entry_can_be_none(&row.entries[column])))
            .collect();
        let id = self.next_id("t");
        let names = add_table(&mut self.pack, &id, hit, outputs, rows);
        let table = self.pack.tables.last_mut().expect("just added");
        (table.when, table.dated_by) = (gate, dated_by);
        if !hit.is_list() {
            self.known.extend(names.into_iter().zip(can_be_none).map(|(name, can_be_none)| Known {
                name,
                can_be_none,
                tests_record,
            }));
        }
    }

    fn entry_can_be_none(&self, entry: &Entry) -> bool {
        match entry {
            Entry::Value(value) => *value == Value::None,
            Entry::Undecided => false,
            Entry::Formula(formula) => self.formula_can_be_none(formula),
        }
    }

    fn output_kind(&mut self, hit: Hit) -> Type {
        match hit {
            Hit::CollectCount => number(0, 3),
            Hit::CollectSum => self.quantity_but_no_date(),
            Hit::CollectMin | Hit::CollectMax => match self.chance(30) {
                true => Type::Level(choices(3)),
                false => self.quantity(),
            },
            Hit::Priority | Hit::OutputOrder if self.chance(80) => Type::Level(choices(3)),
            _ => match self.random.u32(0..6) {
                0 => Type::YesNo,
                1 => Type::Choice(choices(3)),
                2 => Type::Level(choices(3)),
                _ => self.quantity(),
            },
        }
    }

    fn quantity_but_no_date(&mut self) -> Type {
        match self.quantity() {
            Type::Date { .. } => number(-2, 6),
            kind => kind,
        }
    }

    fn row(&mut self, outputs: &[(Type, bool)]) -> Row {
        let fits = if self.chance(10) { When::always() } else { self.when(Reading::Any) };
        let entries = outputs.iter().map(|(kind, optional)| self.entry(kind, *optional)).collect();
        let mut row = row(fits, entries);
        row.unless = self.unless(12);
        if self.chance(30) {
            row.id = Some(format!("r{}", self.random.u32(0..1_000_000)));
        }
        if self.chance(15) {
            let from = TODAY + self.random.i64(-1..3);
            row.grounds.valid_from = self.chance(70).then_some(from);
            row.grounds.valid_until = self.chance(60).then_some(from + 1);
        }
        row
    }

    fn entry(&mut self, kind: &Type, optional: bool) -> Entry {
        if self.chance(6) {
            return Entry::Undecided;
        }
        if optional && self.chance(15) {
            return Entry::Value(Value::None);
        }
        if kind.is_quantity() && self.chance(45) {
            return Entry::Formula(self.formula(kind, 2));
        }
        let (min, max) = match kind {
            Type::Date { .. } => (TODAY - 1, TODAY + 2),
            _ => kind.range().expect("a scalar"),
        };
        Entry::Value(Value::Scalar(self.random.i64(min..=max)))
    }

    /// Names of derived quantities of a type, as the compensation takes them.
    pub(super) fn derived(&self, is: impl Fn(&Type) -> bool) -> Vec<Name> {
        let readable = self.known.iter().map(|known| known.name);
        readable
            .filter(|name| match name {
                Name::Derived(derived) => {
                    let derived = &self.pack.derived[derived.index()];
                    is(&derived.kind) && !matches!(derived.definition, Definition::Condition(_))
                }
                _ => false,
            })
            .collect()
    }
}
