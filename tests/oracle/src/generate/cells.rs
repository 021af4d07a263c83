//! Random cells.

use amends::model::{Bound, Cell, Clause, End, FactId, Name, SettingId, Test, Type, When};

use super::{Generator, Known, Reading};
use crate::build::cell;

impl Generator {
    /// One to three clauses, mostly one.
    pub(super) fn when(&mut self, reading: Reading) -> When {
        let clauses = if self.chance(75) { 1 } else { self.random.usize(2..4) };
        When((0..clauses).map(|_| self.clause(reading)).collect())
    }

    /// Mostly never, and of several clauses at times.
    pub(super) fn unless(&mut self, percent: u32) -> When {
        if self.chance(percent) { self.when(Reading::Any) } else { When::never() }
    }

    fn clause(&mut self, reading: Reading) -> Clause {
        let cells = if self.chance(60) { 1 } else { 2 };
        Clause((0..cells).map(|_| self.cell(reading)).collect())
    }

    fn cell(&mut self, reading: Reading) -> Cell {
        let readable: Vec<Known> =
            self.known.iter().filter(|known| reading == Reading::Any || !known.tests_record).copied().collect();
        let of = if self.chance(3) {
            Known { name: Name::Now, can_be_none: false, tests_record: false }
        } else {
            self.pick(&readable)
        };
        let is_fact = matches!(of.name, Name::Fact(_));
        let tests = match self.random.u32(0..100) {
            0..=3 if is_fact && reading == Reading::Any => vec![Test::Unknown],
            4..=6 if is_fact && reading == Reading::Any => vec![Test::Not(vec![Test::Unknown])],
            7..=8 => vec![Test::Any],
            9..=18 if of.can_be_none => vec![Test::None],
            19..=24 if of.can_be_none => vec![Test::Not(vec![Test::None])],
            25..=30 if of.can_be_none => vec![self.test(of.name, reading), Test::None],
            31..=40 => vec![Test::Not(vec![self.test(of.name, reading)])],
            41..=46 => vec![Test::Not(vec![self.test(of.name, reading), self.test(of.name, reading)])],
            47..=60 => vec![self.test(of.name, reading), self.test(of.name, reading)],
            61..=63 if is_fact && reading == Reading::Any => vec![Test::Unknown, self.test(of.name, reading)],
            _ => vec![self.test(of.name, reading)],
        };
        cell(&self.pack, of.name, tests)
    }

    /// The usual values of a fact: a cell on itself, without names.
    pub(super) fn usual(&mut self, fact: usize) -> Cell {
        let name = Name::Fact(FactId::at(fact));
        let test = Test::Is(self.constant(name));
        cell(&self.pack, name, vec![test])
    }

    fn test(&mut self, of: Name, reading: Reading) -> Test {
        let ordered = self.pack.type_of(of).is_quantity() || matches!(self.pack.type_of(of), Type::Level(_));
        if !ordered || self.chance(25) {
            let end = if ordered { self.end(of, reading) } else { self.constant(of) };
            return Test::Is(end);
        }
        let mut bound = || Bound { end: self.end(of, reading), inclusive: self.chance(60) };
        let (low, high) = (bound(), bound());
        match self.random.u32(0..5) {
            0..=1 => Test::Range { low: Some(low), high: None },
            2..=3 => Test::Range { low: None, high: Some(high) },
            _ => Test::Range { low: Some(low), high: Some(high) },
        }
    }

    /// A constant, at times a setting, at times another quantity of the same type and unit.
    fn end(&mut self, of: Name, reading: Reading) -> End {
        match self.pack.type_of(of).clone() {
            Type::Number { .. } if self.chance(10) => return End::Setting(SettingId(0)),
            Type::Money { .. } if self.chance(10) => return End::Setting(SettingId(1)),
            _ => {}
        }
        let others: Vec<Known> = self
            .known
            .iter()
            .filter(|known| reading == Reading::Any || !known.tests_record)
            .filter(|known| known.name != of && same_kind(self.pack.type_of(known.name), self.pack.type_of(of)))
            .copied()
            .collect();
        if !others.is_empty() && self.pack.type_of(of).is_quantity() && self.chance(25) {
            return End::Name(self.pick(&others).name);
        }
        self.constant(of)
    }

    fn constant(&mut self, of: Name) -> End {
        let (min, max) = match self.pack.type_of(of) {
            Type::Several(choices) => (0, i64::try_from(choices.len()).expect("few") - 1),
            Type::Date { .. } => (super::TODAY - 1, super::TODAY + 2),
            kind => kind.range().expect("a scalar"),
        };
        End::Constant(self.random.i64(min..=max))
    }

    /// Whether a definition that reads these cells rests on the record.
    pub(super) fn tests_record(&self, whens: &[&When]) -> bool {
        whens
            .iter()
            .flat_map(|when| when.cells())
            .any(|cell| self.rests_on_record(cell.of) || cell.tests.iter().any(|test| self.test_rests_on_record(test)))
    }

    fn test_rests_on_record(&self, test: &Test) -> bool {
        let end = |end: &End| matches!(end, End::Name(name) if self.rests_on_record(*name));
        match test {
            Test::Unknown => true,
            Test::Not(members) => members.iter().any(|member| self.test_rests_on_record(member)),
            Test::Is(is) => end(is),
            Test::Range { low, high } => low.iter().chain(high).any(|bound| end(&bound.end)),
            Test::Any | Test::None => false,
        }
    }

    pub(super) fn rests_on_record(&self, name: Name) -> bool {
        self.known.iter().any(|known| known.name == name && known.tests_record)
    }
}

pub(super) fn same_kind(a: &Type, b: &Type) -> bool {
    matches!(
        (a, b),
        (Type::Number { .. }, Type::Number { .. })
            | (Type::Money { .. }, Type::Money { .. })
            | (Type::Duration { .. }, Type::Duration { .. })
            | (Type::Date { .. }, Type::Date { .. })
    )
}
