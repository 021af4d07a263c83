//! What the engine relies on in a pack: every id in range, nothing read before it is known, values of their types.

use std::mem::discriminant;

use crate::model::{
    Argument, Bound, Cell, DEEPEST, Definition, Demand, DerivedId, End, Entry, EvidenceId, FactId, Formula, Grounds,
    Name, Pack, Place, Rule, SettingId, Table, Test, Type, Value, ValueDefinition, When,
};

use super::{ProgramError, applicability};

/// The first and last day of the years that dates are written in, 0000-01-01 and 9999-12-31.
const DAYS: (i64, i64) = (-719_528, 2_932_896);

/// More decimals than these do not fit a scalar.
const MOST_DECIMALS: u8 = 18;

/// What is wrong, as the end of a sentence that begins with whose fault it is.
type Fault = &'static str;

/// # Errors
/// `inconsistent`, with the first thing that the engine could not rely on.
pub fn check(pack: &Pack) -> Result<(), ProgramError> {
    let checker = Checker { pack };
    checker.pack_itself().map_err(|fault| inconsistent("the pack", &pack.id, fault))?;
    for setting in &pack.settings {
        let outcome = checker.declared(&setting.kind).and_then(|()| checker.value(&setting.value, &setting.kind));
        outcome
            .and_then(|()| checker.grounds(&setting.grounds))
            .map_err(|fault| inconsistent("the setting", &setting.id, fault))?;
    }
    for parameter in &pack.parameters {
        let outcome = checker.kind(&parameter.kind);
        outcome.map_err(|fault| inconsistent("the parameter", &parameter.id, fault))?;
    }
    for (at, fact) in pack.facts.iter().enumerate() {
        checker.fact(FactId::at(at)).map_err(|fault| inconsistent("the fact", &fact.id, fault))?;
    }
    for (at, derived) in pack.derived.iter().enumerate() {
        checker.derived(at).map_err(|fault| inconsistent("the derived quantity", &derived.id, fault))?;
    }
    for table in &pack.tables {
        checker.table(table).map_err(|fault| inconsistent("the table", &table.id, fault))?;
    }
    for action in &pack.actions {
        checker.action(action).map_err(|fault| inconsistent("the action", &action.id, fault))?;
    }
    for rule in &pack.rules {
        checker.rule(rule).map_err(|fault| inconsistent("the rule", &rule.id, fault))?;
    }
    match applicability::circular(pack) {
        Some(fact) => Err(inconsistent("the fact", &fact.id, "applies or not depending on itself")),
        None => Ok(()),
    }
}

fn inconsistent(whose: &str, id: &str, fault: Fault) -> ProgramError {
    let id: String = id.chars().take(60).collect();
    ProgramError::new("inconsistent", None, format!("the program cannot be relied on: {whose} `{id}` {fault}"))
}

fn sure(holds: bool, fault: Fault) -> Result<(), Fault> {
    if holds { Ok(()) } else { Err(fault) }
}

struct Checker<'pack> {
    pack: &'pack Pack,
}

impl Checker<'_> {
    fn pack_itself(&self) -> Result<(), Fault> {
        let Pack { steps, roles, settings, parameters, facts, derived, tables, actions, rules, evidence, .. } =
            self.pack;
        let lengths = [
            (steps.len(), roles.len(), settings.len(), parameters.len(), facts.len()),
            (derived.len(), tables.len(), actions.len(), rules.len(), evidence.len()),
        ];
        let most = lengths.iter().map(|(a, b, c, d, e)| *a.max(b).max(c).max(d).max(e)).max().unwrap_or(0);
        sure(most <= usize::from(u16::MAX), "has more of something than can be numbered")?;
        if let Some(currency) = &self.pack.currency {
            sure(currency.decimals <= MOST_DECIMALS, "has a currency with too many decimals")?;
        }
        if let Some(calendar) = &self.pack.calendar {
            let (first, last) = calendar.covers;
            let within = DAYS.0 <= first && first <= last && last <= DAYS.1;
            sure(within && calendar.working < 128, "has a calendar of no days")?;
            sure(calendar.holidays.is_sorted_by(|a, b| a < b), "has holidays out of order")?;
        }
        if let Some(compensation) = &self.pack.compensation {
            self.readable(Name::Derived(compensation.amount))?;
            let amount = self.pack.type_of(Name::Derived(compensation.amount));
            sure(matches!(amount, Type::Money { .. }), "compensates with something other than money")?;
            compensation.form.map_or(Ok(()), |form| self.readable(Name::Derived(form)))?;
            compensation.legal_minimum.map_or(Ok(()), |minimum| self.readable(minimum))?;
            compensation.at_most.iter().try_for_each(|formula| self.formula(formula, self.all()))?;
        }
        Ok(())
    }

    fn fact(&self, id: FactId) -> Result<(), Fault> {
        let Some(fact) = self.pack.facts.get(id.index()) else { return Ok(()) };
        self.declared(&fact.kind)?;
        self.when(&fact.applies, self.all())?;
        fact.default.iter().try_for_each(|default| self.value(default, &fact.kind))?;
        if let Some(usual) = &fact.usual {
            sure(usual.of == Name::Fact(id), "has usual values of another fact")?;
            self.cell(usual, 0)?;
        }
        self.grounds(&fact.grounds)
    }

    fn derived(&self, at: usize) -> Result<(), Fault> {
        let Some(derived) = self.pack.derived.get(at) else { return Ok(()) };
        self.declared(&derived.kind)?;
        match &derived.definition {
            Definition::Condition(condition) => {
                sure(derived.kind == Type::YesNo, "is a condition, and no yes-no")?;
                self.when(&condition.when, at)?;
                self.when(&condition.unless, at)?;
                self.grounds(&condition.grounds)
            }
            Definition::Value(value) => {
                sure(derived.kind.is_quantity(), "is a value, and no quantity")?;
                let ValueDefinition { formula, at_most, at_least, round, grounds } = &**value;
                let step = round.iter().map(|(_, step)| step);
                let formulas = [formula].into_iter().chain(at_most).chain(at_least).chain(step);
                formulas.into_iter().try_for_each(|formula| self.formula(formula, at))?;
                self.grounds(grounds)
            }
            Definition::Output { table, column } => {
                let table = self.pack.tables.get(table.index()).ok_or("is an output of no table")?;
                let column = usize::from(*column);
                sure(table.outputs.get(column) == Some(&DerivedId::at(at)), "is not an output of its table")?;
                for row in &table.rows {
                    let entry = row.entries.get(column).ok_or("has a row without an entry for it")?;
                    self.entry(entry, &derived.kind, at)?;
                }
                Ok(())
            }
        }
    }

    fn table(&self, table: &Table) -> Result<(), Fault> {
        sure(!table.outputs.is_empty(), "has no outputs")?;
        for (column, output) in table.outputs.iter().enumerate() {
            let definition = self.pack.derived.get(output.index()).map(|derived| &derived.definition);
            let Some(Definition::Output { table: of, column: at }) = definition else {
                return Err("has an output that is not there");
            };
            let own = self.pack.tables.get(of.index()).is_some_and(|of| std::ptr::eq(of, table));
            sure(own && usize::from(*at) == column, "has an output of another table")?;
        }
        // What decides which rows fit is known before the first of the outputs.
        let before = table.outputs.iter().map(|output| output.index()).min().unwrap_or(0);
        self.when(&table.when, before)?;
        self.read(table.dated_by, before)?;
        let dated = matches!(self.pack.type_of(table.dated_by), Type::Date { .. });
        sure(dated, "is dated by something other than a date")?;
        table.inputs.iter().try_for_each(|input| self.read(*input, before))?;
        for row in &table.rows {
            self.when(&row.when, before)?;
            self.when(&row.unless, before)?;
            sure(row.entries.len() == table.outputs.len(), "has a row with too many entries")?;
            self.grounds(&row.grounds)?;
        }
        self.grounds(&table.grounds)
    }

    fn action(&self, action: &crate::model::Action) -> Result<(), Fault> {
        sure(action.step.index() < self.pack.steps.len(), "belongs to no step")?;
        for (_, argument) in action.say.iter().flat_map(|say| &say.args) {
            match argument {
                Argument::Name(name) => self.exists(*name, self.all())?,
                Argument::Setting(setting) => self.setting(*setting).map(|_| ())?,
                Argument::Parameter(parameter) => {
                    sure(parameter.index() < self.pack.parameters.len(), "says a parameter that is not there")?;
                }
            }
        }
        self.grounds(&action.grounds)
    }

    fn rule(&self, rule: &Rule) -> Result<(), Fault> {
        self.when(&rule.when, self.all())?;
        self.when(&rule.unless, self.all())?;
        for action in rule.recommend.iter().chain(&rule.avoid) {
            self.place(Place::Action(*action))?;
        }
        for (parameter, entry) in &rule.with {
            let parameter = self.pack.parameters.get(parameter.index()).ok_or("sets a parameter that is not there")?;
            self.entry(entry, &parameter.kind, self.all())?;
        }
        for demand in &rule.demands {
            match demand {
                Demand::Before(first, second) => self.place(*first).and_then(|()| self.place(*second))?,
                Demand::First(first) => self.place(*first)?,
            }
        }
        rule.skip.iter().try_for_each(|step| self.place(Place::Step(*step)))?;
        self.grounds(&rule.grounds)
    }

    fn when(&self, when: &When, before: usize) -> Result<(), Fault> {
        when.cells().try_for_each(|cell| self.cell(cell, before))
    }

    fn cell(&self, cell: &Cell, before: usize) -> Result<(), Fault> {
        self.read(cell.of, before)?;
        self.tests(&cell.tests, cell.of, before, DEEPEST)
    }

    fn tests(&self, tests: &[Test], of: Name, before: usize, depth: u16) -> Result<(), Fault> {
        let depth = depth.checked_sub(1).ok_or("has tests that lie too deep in each other")?;
        sure(!tests.is_empty(), "has a cell without tests")?;
        let kind = self.pack.type_of(of);
        for test in tests {
            match test {
                Test::Any | Test::None => {}
                Test::Is(end) => self.end(end, kind, before)?,
                Test::Range { low, high } => {
                    sure(low.is_some() || high.is_some(), "has a range without ends")?;
                    let ends = [low, high].into_iter().flatten();
                    ends.into_iter().try_for_each(|Bound { end, .. }| self.end(end, kind, before))?;
                }
                Test::Not(tests) => self.tests(tests, of, before, depth)?,
                Test::Unknown => sure(matches!(of, Name::Fact(_)), "tests whether something derived is unknown")?,
            }
        }
        Ok(())
    }

    fn end(&self, end: &End, kind: &Type, before: usize) -> Result<(), Fault> {
        let other = match end {
            End::Constant(constant) => {
                let choices = i64::try_from(kind.choices().len()).unwrap_or(i64::MAX);
                let listed = choices == 0 || (0..choices).contains(constant);
                return sure(listed && *kind != Type::Text, "compares with a value that is not there");
            }
            End::Setting(setting) => self.setting(*setting)?,
            End::Name(name) => {
                self.read(*name, before)?;
                self.pack.type_of(*name)
            }
        };
        let alike = discriminant(kind) == discriminant(other) && kind.decimals() == other.decimals();
        sure(alike && *kind != Type::Text, "compares values of two types")
    }

    fn formula(&self, formula: &Formula, before: usize) -> Result<(), Fault> {
        self.formula_within(formula, before, DEEPEST)
    }

    fn formula_within(&self, formula: &Formula, before: usize, depth: u16) -> Result<(), Fault> {
        let depth = depth.checked_sub(1).ok_or("has formulas that lie too deep in each other")?;
        match formula {
            Formula::Constant { decimals, .. } => sure(*decimals <= MOST_DECIMALS, "reckons with too many decimals")?,
            Formula::Name(name) => {
                self.read(*name, before)?;
                sure(self.pack.type_of(*name).is_quantity(), "reckons with something that is no quantity")?;
            }
            Formula::Setting(setting) => {
                sure(self.setting(*setting)?.is_quantity(), "reckons with a setting that is no quantity")?
            }
            Formula::Min(parts) | Formula::Max(parts) => sure(!parts.is_empty(), "has the least of nothing")?,
            _ => {}
        }
        let mut outcome = Ok(());
        formula.each_part(&mut |part| outcome = outcome.and_then(|()| self.formula_within(part, before, depth)));
        outcome
    }

    fn entry(&self, entry: &Entry, kind: &Type, before: usize) -> Result<(), Fault> {
        match entry {
            Entry::Value(value) => self.value(value, kind),
            Entry::Undecided => Ok(()),
            // A formula may copy another output of any type; anything else reckons with quantities.
            Entry::Formula(Formula::Name(name)) => {
                self.read(*name, before)?;
                let alike = discriminant(self.pack.type_of(*name)) == discriminant(kind);
                sure(alike || kind.is_quantity(), "takes over a value of another type")
            }
            Entry::Formula(formula) => self.formula(formula, before),
        }
    }

    fn value(&self, value: &Value, kind: &Type) -> Result<(), Fault> {
        let fits = match (value, kind) {
            (Value::None, _) | (Value::Text(_), Type::Text) => true,
            (Value::Scalar(role), Type::Role) => usize::try_from(*role).is_ok_and(|role| role < self.pack.roles.len()),
            (Value::Set(set), Type::Several(choices)) => {
                let count = u32::try_from(choices.len()).unwrap_or(u32::MAX);
                set.checked_shr(count).unwrap_or(0) == 0
            }
            (Value::Scalar(scalar), kind) => kind.range().is_some_and(|(min, max)| (min..=max).contains(scalar)),
            _ => false,
        };
        sure(fits, "has a value that is not of its type")
    }

    /// A type of a fact, setting or derived quantity.
    fn declared(&self, kind: &Type) -> Result<(), Fault> {
        sure(*kind != Type::Role, "has roles for values, as only parameters may")?;
        self.kind(kind)
    }

    fn kind(&self, kind: &Type) -> Result<(), Fault> {
        sure(kind.decimals() <= MOST_DECIMALS, "has too many decimals")?;
        match kind {
            Type::Several(choices) => sure((1..=64).contains(&choices.len()), "has no values or more than 64"),
            Type::Choice(choices) | Type::Level(choices) => {
                sure((1..=usize::from(u16::MAX)).contains(&choices.len()), "has no values or too many")
            }
            Type::Date { min, max } => {
                sure(DAYS.0 <= *min && *max <= DAYS.1 && min <= max, "has no dates between its bounds")
            }
            _ => sure(kind.range().is_none_or(|(min, max)| min <= max), "has nothing between its bounds"),
        }
    }

    fn grounds(&self, grounds: &Grounds) -> Result<(), Fault> {
        let known = |evidence: &EvidenceId| evidence.index() < self.pack.evidence.len();
        sure(grounds.evidence.iter().all(known), "cites evidence that is not there")
    }

    fn place(&self, place: Place) -> Result<(), Fault> {
        match place {
            Place::Action(action) => {
                sure(action.index() < self.pack.actions.len(), "names an action that is not there")
            }
            Place::Step(step) => sure(step.index() < self.pack.steps.len(), "names a step that is not there"),
        }
    }

    fn setting(&self, setting: SettingId) -> Result<&Type, Fault> {
        let setting = self.pack.settings.get(setting.index()).ok_or("names a setting that is not there")?;
        Ok(&setting.kind)
    }

    /// Every derived quantity may be read.
    fn all(&self) -> usize {
        self.pack.derived.len()
    }

    fn readable(&self, name: Name) -> Result<(), Fault> {
        self.read(name, self.all())
    }

    /// A name that a cell or formula reads; of derived quantities those before a position.
    fn read(&self, name: Name, before: usize) -> Result<(), Fault> {
        self.exists(name, before)?;
        let Name::Derived(derived) = name else { return Ok(()) };
        let definition = self.pack.derived.get(derived.index()).map(|derived| &derived.definition);
        let Some(Definition::Output { table, .. }) = definition else { return Ok(()) };
        let is_list = self.pack.tables.get(table.index()).is_some_and(|table| table.hit.is_list());
        sure(!is_list, "reads a table whose result is a list")
    }

    fn exists(&self, name: Name, before: usize) -> Result<(), Fault> {
        match name {
            Name::Now => Ok(()),
            Name::Fact(fact) => sure(fact.index() < self.pack.facts.len(), "names a fact that is not there"),
            Name::Derived(derived) => sure(derived.index() < before, "reads something before it is known"),
        }
    }
}
