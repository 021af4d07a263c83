//! Where the engine may say less than there is to say.

use std::collections::BTreeSet;

use amends::case::Case;
use amends::model::{Cell, Definition, End, Entry, FactId, Formula, Name, Pack, Test, When};

/// Whether something of the pack reckons with, or compares, two or more quantities that the case does not give. There
/// Q11 lets the engine say less than there is to say, and only what it does say is held against the oracle.
pub fn may_blur(pack: &Pack, case: &Case) -> bool {
    let reading = Reading { pack, case };
    let of_values = pack.derived.iter().filter_map(|derived| match &derived.definition {
        Definition::Value(value) => {
            Some(reading.formulas([Some(&value.formula), value.at_most.as_ref(), value.at_least.as_ref()]))
        }
        _ => None,
    });
    let of_entries = pack.tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.entries);
    let of_settings = pack.rules.iter().flat_map(|rule| &rule.with).map(|(_, entry)| entry);
    let of_outputs = (0..pack.derived.len()).map(|at| reading.name(Name::Derived(amends::model::DerivedId::at(at))));
    let of_cells = every_when(pack).into_iter().flat_map(|when| when.cells()).map(|cell| reading.cell(cell));
    of_values
        .chain(of_entries.chain(of_settings).map(|entry| reading.entry(entry)))
        .chain(of_outputs)
        .chain(of_cells)
        .any(|facts| facts.len() > 1)
}

fn every_when(pack: &Pack) -> Vec<&When> {
    let mut every: Vec<&When> = pack.facts.iter().map(|fact| &fact.applies).collect();
    every.extend(pack.rules.iter().flat_map(|rule| [&rule.when, &rule.unless]));
    for derived in &pack.derived {
        if let Definition::Condition(condition) = &derived.definition {
            every.extend([&condition.when, &condition.unless]);
        }
    }
    for table in &pack.tables {
        every.push(&table.when);
        every.extend(table.rows.iter().flat_map(|row| [&row.when, &row.unless]));
    }
    every
}

/// Which quantities that are not given stand behind something, by formulas alone.
struct Reading<'a> {
    pack: &'a Pack,
    case: &'a Case,
}

impl Reading<'_> {
    fn name(&self, name: Name) -> BTreeSet<FactId> {
        match name {
            Name::Now => BTreeSet::new(),
            Name::Fact(fact) => {
                let unknown = self.pack.type_of(name).is_quantity() && self.case.value(fact).is_none();
                unknown.then_some(fact).into_iter().collect()
            }
            Name::Derived(derived) => match &self.pack.derived[derived.index()].definition {
                Definition::Condition(_) => BTreeSet::new(),
                Definition::Value(value) => {
                    self.formulas([Some(&value.formula), value.at_most.as_ref(), value.at_least.as_ref()])
                }
                Definition::Output { table, column } => {
                    let rows = &self.pack.tables[table.index()].rows;
                    rows.iter().flat_map(|row| self.entry(&row.entries[usize::from(*column)])).collect()
                }
            },
        }
    }

    fn entry(&self, entry: &Entry) -> BTreeSet<FactId> {
        match entry {
            Entry::Formula(formula) => self.formulas([Some(formula)]),
            _ => BTreeSet::new(),
        }
    }

    fn formulas<'f>(&self, formulas: impl IntoIterator<Item = Option<&'f Formula>>) -> BTreeSet<FactId> {
        let mut names = Vec::new();
        formulas.into_iter().flatten().for_each(|formula| formula.each_name(&mut |name| names.push(name)));
        names.into_iter().flat_map(|name| self.name(name)).collect()
    }

    fn cell(&self, cell: &Cell) -> BTreeSet<FactId> {
        let mut facts = self.name(cell.of);
        cell.tests.iter().for_each(|test| self.test(test, &mut facts));
        facts
    }

    fn test(&self, test: &Test, facts: &mut BTreeSet<FactId>) {
        let mut end = |end: &End| {
            if let End::Name(name) = end {
                facts.extend(self.name(*name));
            }
        };
        match test {
            Test::Is(is) => end(is),
            Test::Range { low, high } => low.iter().chain(high).for_each(|bound| end(&bound.end)),
            Test::Not(members) => members.iter().for_each(|member| self.test(member, facts)),
            Test::Any | Test::None | Test::Unknown => {}
        }
    }
}
