use super::{Name, SettingId};

/// Rules hold when any of their clauses does. No clauses at all never hold; a single empty clause always does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct When(pub Vec<Clause>);

/// Cells that must all hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Clause(pub Vec<Cell>);

impl When {
    /// Holds in every case.
    pub fn always() -> Self {
        When(vec![Clause::default()])
    }

    /// Whether it is written as holding in every case.
    pub fn is_always(&self) -> bool {
        matches!(self.0.as_slice(), [clause] if clause.0.is_empty())
    }

    /// Holds in no case.
    pub fn never() -> Self {
        When(Vec::new())
    }

    /// Every cell of every clause, in written order.
    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.0.iter().flat_map(|clause| clause.0.iter())
    }

    /// Calls `visit` with every name that the cells test or compare with, in written order.
    pub fn each_name(&self, visit: &mut dyn FnMut(Name)) {
        self.cells().for_each(|cell| cell.each_name(visit));
    }
}

impl Cell {
    /// Calls `visit` with the name that the cell tests and those it compares with, in written order.
    pub fn each_name(&self, visit: &mut dyn FnMut(Name)) {
        visit(self.of);
        self.tests.iter().for_each(|test| test.each_name(visit));
    }
}

impl Test {
    /// Calls `visit` with the names that the test compares with, in written order.
    pub fn each_name(&self, visit: &mut dyn FnMut(Name)) {
        let mut name_of = |end: &End| {
            if let End::Name(name) = end {
                visit(*name);
            }
        };
        match self {
            Test::Is(end) => name_of(end),
            Test::Range { low, high } => [low, high].into_iter().flatten().for_each(|bound| name_of(&bound.end)),
            Test::Not(tests) => tests.iter().for_each(|test| test.each_name(visit)),
            Test::Any | Test::None | Test::Unknown => {}
        }
    }
}

/// One test on one fact, output, condition or value: holds when any of its tests does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    pub of: Name,
    /// Never empty.
    pub tests: Vec<Test>,
    /// As the author wrote it, spaces trimmed; shown in explanations.
    pub text: String,
}

/// A unary test of S-FEEL (DMN 1.5, 9.2), as `SEMANTICS` gives its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// `-`: any value, and `none`.
    Any,
    /// A value. On a `several` fact: the set has it.
    Is(End),
    /// `< x`, `>= x`, `[a..b)`: at least one end is given. Never holds for `none`.
    Range { low: Option<Bound>, high: Option<Bound> },
    /// `not(…)`: the values that no member holds; never holds for `none`.
    Not(Vec<Test>),
    /// `none`.
    None,
    /// `unknown`: the case does not give the fact. Only on facts. `not(unknown)` is `Not([Unknown])`, stands alone in
    /// its `not`, and holds when the case gives the fact.
    Unknown,
}

/// One end of a range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    pub end: End,
    pub inclusive: bool,
}

/// What a value is compared with; of the same type as what the cell tests, and counted in the same units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// A written value, as [`crate::model::Value::Scalar`] counts it.
    Constant(i64),
    /// A named number: a constant too, since settings do not change with the case.
    Setting(SettingId),
    /// Another fact, output, value, or `now`. If that is `none` the test does not hold.
    Name(Name),
}
