//! Short ways to write down a pack by hand: what is not said is as if an author had not said it.

use amends::model::{
    Action, Cell, Choice, Clause, Condition, Definition, Derived, DerivedId, Entry, Fact, FactId, From, Grounds, Hit,
    Name, Pack, Row, Rule, Step, StepId, Table, TableId, Test, Type, Value, ValueDefinition, When,
};

pub fn choices(count: usize) -> Vec<Choice> {
    (0..count).map(|at| Choice { id: format!("c{at}"), title: String::new() }).collect()
}

pub fn number(min: i64, max: i64) -> Type {
    Type::Number { decimals: 0, unit: None, min, max }
}

pub fn fact(id: &str, kind: Type) -> Fact {
    Fact {
        id: id.to_owned(),
        title: String::new(),
        kind,
        ask: Some(String::new()),
        from: From::Agent,
        applies: When::always(),
        optional: false,
        default: None,
        sensitive: false,
        usual: None,
        grounds: Grounds::default(),
    }
}

pub fn name(fact: usize) -> Name {
    Name::Fact(FactId::at(fact))
}

/// A cell, with its text as an author might have written it.
pub fn cell(pack: &Pack, of: Name, tests: Vec<Test>) -> Cell {
    let text = crate::print::tests(pack, &tests, pack.type_of(of));
    Cell { of, tests, text }
}

pub fn is(pack: &Pack, of: Name, scalar: i64) -> Cell {
    cell(pack, of, vec![Test::Is(amends::model::End::Constant(scalar))])
}

pub fn when(cells: Vec<Cell>) -> When {
    When(vec![Clause(cells)])
}

pub fn step(id: &str) -> Step {
    Step { id: id.to_owned(), title: String::new() }
}

pub fn action(id: &str, step: usize) -> Action {
    Action {
        id: id.to_owned(),
        title: String::new(),
        step: StepId::at(step),
        justice: Vec::new(),
        must: false,
        kind: None,
        say: None,
        grounds: Grounds::default(),
    }
}

pub fn rule(id: &str, when: When) -> Rule {
    Rule {
        id: id.to_owned(),
        when,
        unless: When::never(),
        recommend: Vec::new(),
        avoid: Vec::new(),
        with: Vec::new(),
        demands: Vec::new(),
        skip: Vec::new(),
        grounds: Grounds::default(),
    }
}

pub fn row(when: When, entries: Vec<Entry>) -> Row {
    Row { id: None, when, unless: When::never(), otherwise: false, entries, grounds: Grounds::default() }
}

pub fn scalar(scalar: i64) -> Entry {
    Entry::Value(Value::Scalar(scalar))
}

/// Adds a condition and gives its name.
pub fn add_condition(pack: &mut Pack, id: &str, when: When, unless: When) -> Name {
    let definition = Definition::Condition(Condition { when, unless, grounds: Grounds::default() });
    add_derived(pack, id, Type::YesNo, false, definition)
}

/// Adds a value and gives its name.
pub fn add_value(pack: &mut Pack, id: &str, kind: Type, value: ValueDefinition) -> Name {
    add_derived(pack, id, kind, false, Definition::Value(Box::new(value)))
}

/// Adds a table with its outputs, each a type and whether it is optional; gives the outputs' names.
pub fn add_table(pack: &mut Pack, id: &str, hit: Hit, outputs: Vec<(Type, bool)>, rows: Vec<Row>) -> Vec<Name> {
    let table = TableId::at(pack.tables.len());
    let first = pack.derived.len();
    let names: Vec<Name> = (0_u16..)
        .zip(outputs)
        .map(|(column, (kind, optional))| {
            let definition = Definition::Output { table, column };
            add_derived(pack, &format!("{id}_{column}"), kind, optional, definition)
        })
        .collect();
    pack.tables.push(Table {
        id: id.to_owned(),
        title: String::new(),
        hit,
        when: When::always(),
        dated_by: Name::Now,
        inputs: Vec::new(),
        outputs: (first..pack.derived.len()).map(DerivedId::at).collect(),
        rows,
        grounds: Grounds::default(),
    });
    names
}

fn add_derived(pack: &mut Pack, id: &str, kind: Type, optional: bool, definition: Definition) -> Name {
    pack.derived.push(Derived { id: id.to_owned(), title: String::new(), kind, optional, definition });
    Name::Derived(DerivedId::at(pack.derived.len() - 1))
}
