//! What reads what, as it is written.

use std::collections::BTreeSet;

use amends::model::{
    Argument, Cell, Definition, DerivedId, End, Entry, FactId, Formula, Name, Pack, Table, Test, When,
};

/// What something reads, directly or not: a matter of what is written, not of a case.
pub struct Reads<'a> {
    pack: &'a Pack,
    names: BTreeSet<Name>,
}

impl<'a> Reads<'a> {
    /// P9: what rules, actions and the compensation read.
    pub fn of_plans(pack: &'a Pack) -> BTreeSet<DerivedId> {
        let mut reads = Reads { pack, names: BTreeSet::new() };
        for rule in &pack.rules {
            reads.when(&rule.when);
            reads.when(&rule.unless);
            rule.with.iter().for_each(|(_, entry)| reads.entry(entry));
        }
        for argument in pack.actions.iter().filter_map(|action| action.say.as_ref()).flat_map(|say| &say.args) {
            if let Argument::Name(name) = argument {
                reads.name(*name);
            }
        }
        if let Some(compensation) = &pack.compensation {
            reads.name(Name::Derived(compensation.amount));
            compensation.form.iter().for_each(|form| reads.name(Name::Derived(*form)));
            compensation.legal_minimum.iter().for_each(|minimum| reads.name(*minimum));
            compensation.at_most.iter().for_each(|most| reads.formula(most));
        }
        reads.names.into_iter().filter_map(derived).collect()
    }

    /// The facts on which it rests whether `fact` applies.
    pub fn of_applies(pack: &'a Pack, fact: FactId) -> BTreeSet<FactId> {
        let mut reads = Reads { pack, names: BTreeSet::new() };
        reads.when(&pack.facts[fact.index()].applies);
        reads.facts()
    }

    fn facts(&self) -> BTreeSet<FactId> {
        let fact = |name: &Name| if let Name::Fact(fact) = name { Some(*fact) } else { None };
        self.names.iter().filter_map(fact).collect()
    }

    fn name(&mut self, name: Name) {
        if !self.names.insert(name) {
            return;
        }
        match name {
            Name::Now => {}
            Name::Fact(fact) => self.when(&self.pack.facts[fact.index()].applies),
            Name::Derived(derived) => match &self.pack.derived[derived.index()].definition {
                Definition::Condition(condition) => {
                    self.when(&condition.when);
                    self.when(&condition.unless);
                }
                Definition::Output { table, .. } => self.table(&self.pack.tables[table.index()]),
                Definition::Value(value) => {
                    self.formula(&value.formula);
                    [&value.at_most, &value.at_least].into_iter().flatten().for_each(|bound| self.formula(bound));
                }
            },
        }
    }

    fn table(&mut self, table: &Table) {
        self.when(&table.when);
        if table.rows.iter().any(|row| row.grounds.valid_from.or(row.grounds.valid_until).is_some()) {
            self.name(table.dated_by);
        }
        for row in &table.rows {
            self.when(&row.when);
            self.when(&row.unless);
            row.entries.iter().for_each(|entry| self.entry(entry));
        }
    }

    fn when(&mut self, when: &When) {
        when.cells().for_each(|cell: &Cell| {
            self.name(cell.of);
            cell.tests.iter().for_each(|test| self.test(test));
        });
    }

    fn test(&mut self, test: &Test) {
        match test {
            Test::Is(end) => self.end(end),
            Test::Range { low, high } => low.iter().chain(high).for_each(|bound| self.end(&bound.end)),
            Test::Not(members) => members.iter().for_each(|member| self.test(member)),
            Test::Any | Test::None | Test::Unknown => {}
        }
    }

    fn end(&mut self, end: &End) {
        if let End::Name(name) = end {
            self.name(*name);
        }
    }

    fn entry(&mut self, entry: &Entry) {
        if let Entry::Formula(formula) = entry {
            self.formula(formula);
        }
    }

    fn formula(&mut self, formula: &Formula) {
        let mut names = Vec::new();
        formula.each_name(&mut |name| names.push(name));
        names.into_iter().for_each(|name| self.name(name));
    }
}

/// Whether any cell of the pack asks for the record of `fact`, so that giving it can change more than its value.
pub fn record_is_tested(pack: &Pack, fact: FactId) -> bool {
    let on_fact = |cell: &Cell| cell.of == Name::Fact(fact) && cell.tests.iter().any(tests_record);
    every_when(pack).into_iter().flat_map(When::cells).any(on_fact)
}

fn tests_record(test: &Test) -> bool {
    match test {
        Test::Unknown => true,
        Test::Not(members) => members.iter().any(tests_record),
        _ => false,
    }
}

fn every_when(pack: &Pack) -> Vec<&When> {
    let mut every = Vec::new();
    for rule in &pack.rules {
        every.extend([&rule.when, &rule.unless]);
    }
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

fn derived(name: Name) -> Option<DerivedId> {
    if let Name::Derived(derived) = name { Some(derived) } else { None }
}
