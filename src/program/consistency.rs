//! What the engine relies on in a pack: every id in range, nothing read before it is known, values of their types.

use std::mem::discriminant;

use crate::model::{
    Action, Argument, Cell, Compensation, DEEPEST, Definition, Demand, Derived, DerivedId, End, Entry, Fact, FactId,
    Formula, Grounds, Name, Pack, Place, Rule, SettingId, Table, TableId, Test, Type, Value, When,
};

use super::{ProgramError, applicability, in_words};
use crate::text::{concat, shorten};

/// The first and last day of the years that dates are written in, 0000-01-01 and 9999-12-31.
const DAYS: (i64, i64) = (-719_528, 2_932_896);

/// More decimals than these do not fit a scalar.
const MOST_DECIMALS: u8 = 18;

/// # Errors
/// `inconsistent`, with the first thing that the engine could not rely on.
pub fn check(pack: &Pack) -> Result<(), ProgramError> {
    let mut checker = Checker { pack, whose: ("the pack", &pack.id), before: pack.derived.len(), fault: None };
    checker.pack_itself();
    for setting in &pack.settings {
        checker.whose = ("the setting", &setting.id);
        checker.declared(&setting.kind);
        checker.value(&setting.value, &setting.kind);
        checker.grounds(&setting.grounds);
    }
    for parameter in &pack.parameters {
        checker.whose = ("the parameter", &parameter.id);
        checker.kind(&parameter.kind);
    }
    for (at, fact) in pack.facts.iter().enumerate() {
        checker.whose = ("the fact", &fact.id);
        checker.fact(FactId::at(at), fact);
    }
    for (at, derived) in pack.derived.iter().enumerate() {
        checker.whose = ("the derived quantity", &derived.id);
        checker.before = at;
        checker.derived(DerivedId::at(at), derived);
    }
    for (at, table) in pack.tables.iter().enumerate() {
        checker.whose = ("the table", &table.id);
        checker.table(TableId::at(at), table);
    }
    checker.before = pack.derived.len();
    for action in &pack.actions {
        checker.whose = ("the action", &action.id);
        checker.action(action);
    }
    for rule in &pack.rules {
        checker.whose = ("the rule", &rule.id);
        checker.rule(rule);
    }
    // What is out of range has been found by now.
    if checker.fault.is_none()
        && let Some(fact) = applicability::circular(pack)
    {
        checker.whose = ("the fact", &fact.id);
        checker.sure(false, "applies or not depending on itself");
    }
    match checker.fault {
        Some(Fault { whose: (whose, id), what }) => {
            let message = concat(&["the program cannot be relied on: ", whose, " `", &shorten(id), "` ", what]);
            Err(ProgramError::new("inconsistent", None, message))
        }
        None => Ok(()),
    }
}

/// Looks at all of a pack, whatever it finds, and keeps the first fault. So nothing here has a path for errors.
struct Checker<'pack> {
    pack: &'pack Pack,
    /// What is being looked at, in words and by its id.
    whose: (&'static str, &'pack str),
    /// Derived quantities from this position on may not be read.
    before: usize,
    fault: Option<Fault<'pack>>,
}

struct Fault<'pack> {
    whose: (&'static str, &'pack str),
    /// The end of a sentence that begins with whose fault it is.
    what: &'static str,
}

impl<'pack> Checker<'pack> {
    #[inline(never)]
    fn sure(&mut self, holds: bool, otherwise: &'static str) {
        if !holds && self.fault.is_none() {
            self.fault = Some(Fault { whose: self.whose, what: in_words(otherwise) });
        }
    }

    fn pack_itself(&mut self) {
        let Pack { steps, roles, settings, parameters, facts, derived, tables, actions, rules, evidence, .. } =
            self.pack;
        let lengths = [
            steps.len(),
            roles.len(),
            settings.len(),
            parameters.len(),
            facts.len(),
            derived.len(),
            tables.len(),
            actions.len(),
            rules.len(),
            evidence.len(),
        ];
        for length in lengths {
            self.sure(length <= usize::from(u16::MAX), "has more of something than can be numbered");
        }
        if let Some(currency) = &self.pack.currency {
            self.sure(currency.decimals <= MOST_DECIMALS, "has a currency with too many decimals");
        }
        if let Some(calendar) = &self.pack.calendar {
            let (first, last) = calendar.covers;
            let within = DAYS.0 <= first && first <= last && last <= DAYS.1;
            self.sure(within && calendar.working < 128, "has a calendar of no days");
            self.sure(calendar.holidays.is_sorted_by(|a, b| a < b), "has holidays out of order");
        }
        if let Some(Compensation { amount, form, legal_minimum, at_most }) = &self.pack.compensation {
            let amount = self.readable(Name::Derived(*amount));
            self.sure(matches!(amount, Type::Money { .. }), "compensates with something other than money");
            for name in form.map(Name::Derived).iter().chain(legal_minimum) {
                self.readable(*name);
            }
            at_most.iter().for_each(|formula| self.formula(formula, DEEPEST));
        }
    }

    fn fact(&mut self, id: FactId, fact: &Fact) {
        self.declared(&fact.kind);
        self.when(&fact.applies);
        fact.default.iter().for_each(|default| self.value(default, &fact.kind));
        if let Some(usual) = &fact.usual {
            self.sure(usual.of == Name::Fact(id), "has usual values of another fact");
            self.before = 0;
            self.cell(usual);
            self.before = self.pack.derived.len();
        }
        self.grounds(&fact.grounds);
    }

    fn derived(&mut self, id: DerivedId, derived: &Derived) {
        self.declared(&derived.kind);
        match &derived.definition {
            Definition::Condition(condition) => {
                self.sure(matches!(derived.kind, Type::YesNo), "is a condition, and no yes-no");
                self.when(&condition.when);
                self.when(&condition.unless);
                self.grounds(&condition.grounds);
            }
            Definition::Value(value) => {
                self.sure(derived.kind.is_quantity(), "is a value, and no quantity");
                self.formula(&value.formula, DEEPEST);
                value.at_most.iter().for_each(|bound| self.formula(bound, DEEPEST));
                value.at_least.iter().for_each(|bound| self.formula(bound, DEEPEST));
                value.round.iter().for_each(|(_, step)| self.formula(step, DEEPEST));
                self.grounds(&value.grounds);
            }
            Definition::Output { table, column } => {
                let table = self.pack.tables.get(table.index());
                self.sure(table.is_some(), "is an output of no table");
                let Some(table) = table else { return };
                self.sure(table.outputs.get(usize::from(*column)) == Some(&id), "is not an output of its table");
            }
        }
    }

    fn table(&mut self, id: TableId, table: &Table) {
        self.sure(!table.outputs.is_empty(), "has no outputs");
        // A table is decided as a whole: all that it reads is known before the first of the outputs.
        self.before = self.pack.derived.len();
        for (at, output) in table.outputs.iter().enumerate() {
            self.before = self.before.min(output.index());
            let definition = self.pack.derived.get(output.index()).map(|derived| &derived.definition);
            let own = matches!(definition, Some(Definition::Output { table, column })
                if *table == id && usize::from(*column) == at);
            self.sure(own, "has an output that is not its own");
        }
        self.when(&table.when);
        let dated_by = self.readable(table.dated_by);
        self.sure(matches!(dated_by, Type::Date { .. }), "is dated by something other than a date");
        for input in &table.inputs {
            self.readable(*input);
        }
        for row in &table.rows {
            self.when(&row.when);
            self.when(&row.unless);
            self.sure(row.entries.len() == table.outputs.len(), "has a row with too few or too many entries");
            for (entry, output) in row.entries.iter().zip(&table.outputs) {
                self.entry(entry, self.pack.type_of(Name::Derived(*output)));
            }
            self.grounds(&row.grounds);
        }
        self.grounds(&table.grounds);
    }

    fn action(&mut self, action: &Action) {
        self.sure(action.step.index() < self.pack.steps.len(), "belongs to no step");
        for argument in action.say.iter().flat_map(|say| &say.args) {
            match argument {
                Argument::Name(name) => {
                    self.known(*name);
                }
                Argument::Setting(setting) => {
                    self.setting(*setting);
                }
                Argument::Parameter(parameter) => {
                    let there = parameter.index() < self.pack.parameters.len();
                    self.sure(there, "says a parameter that is not there");
                }
            }
        }
        self.grounds(&action.grounds);
    }

    fn rule(&mut self, rule: &Rule) {
        self.when(&rule.when);
        self.when(&rule.unless);
        rule.recommend.iter().for_each(|action| self.place(Place::Action(*action)));
        rule.avoid.iter().for_each(|action| self.place(Place::Action(*action)));
        for (parameter, entry) in &rule.with {
            let parameter = self.pack.parameters.get(parameter.index());
            self.sure(parameter.is_some(), "sets a parameter that is not there");
            parameter.into_iter().for_each(|parameter| self.entry(entry, &parameter.kind));
        }
        for demand in &rule.demands {
            match demand {
                Demand::Before(first, second) => {
                    self.place(*first);
                    self.place(*second);
                }
                Demand::First(first) => self.place(*first),
            }
        }
        rule.skip.iter().for_each(|step| self.place(Place::Step(*step)));
        self.grounds(&rule.grounds);
    }

    #[inline(never)]
    fn when(&mut self, when: &When) {
        for clause in &when.0 {
            clause.0.iter().for_each(|cell| self.cell(cell));
        }
    }

    fn cell(&mut self, cell: &Cell) {
        self.readable(cell.of);
        self.tests(&cell.tests, cell.of, DEEPEST);
    }

    fn tests(&mut self, tests: &[Test], of: Name, depth: u16) {
        self.sure(depth > 0, "has tests that lie too deep in each other");
        self.sure(!tests.is_empty(), "has a cell without tests");
        let Some(depth) = depth.checked_sub(1) else { return };
        let kind = self.pack.type_of(of);
        for test in tests {
            match test {
                Test::Any | Test::None => {}
                Test::Is(end) => self.end(end, kind),
                Test::Range { low, high } => {
                    self.sure(low.is_some() || high.is_some(), "has a range without ends");
                    low.iter().for_each(|bound| self.end(&bound.end, kind));
                    high.iter().for_each(|bound| self.end(&bound.end, kind));
                }
                Test::Not(tests) => self.tests(tests, of, depth),
                Test::Unknown => self.sure(matches!(of, Name::Fact(_)), "tests whether something derived is unknown"),
            }
        }
    }

    #[inline(never)]
    fn end(&mut self, end: &End, kind: &Type) {
        let other = match end {
            End::Constant(constant) => {
                let choices = i64::try_from(kind.choices().len()).unwrap_or(i64::MAX);
                let listed = choices == 0 || (0..choices).contains(constant);
                self.sure(listed && !matches!(kind, Type::Text), "compares with a value that is not there");
                kind
            }
            End::Setting(setting) => self.setting(*setting),
            End::Name(name) => self.readable(*name),
        };
        let alike = discriminant(kind) == discriminant(other) && kind.decimals() == other.decimals();
        self.sure(alike && !matches!(kind, Type::Text), "compares values of two types");
    }

    /// `depth` is how many levels there may be.
    #[inline(never)]
    fn formula(&mut self, formula: &Formula, depth: u16) {
        self.sure(depth > 0, "has formulas that lie too deep in each other");
        let Some(depth) = depth.checked_sub(1) else { return };
        match formula {
            Formula::Constant { decimals, .. } => {
                self.sure(*decimals <= MOST_DECIMALS, "reckons with too many decimals");
            }
            Formula::Name(name) => {
                let kind = self.readable(*name);
                self.sure(kind.is_quantity(), "reckons with something that is no quantity");
            }
            Formula::Setting(setting) => {
                let kind = self.setting(*setting);
                self.sure(kind.is_quantity(), "reckons with a setting that is no quantity");
            }
            Formula::Min(parts) | Formula::Max(parts) => self.sure(!parts.is_empty(), "has the least of nothing"),
            _ => {}
        }
        formula.each_part(&mut |part| self.formula(part, depth));
    }

    #[inline(never)]
    fn entry(&mut self, entry: &Entry, kind: &Type) {
        match entry {
            Entry::Value(value) => self.value(value, kind),
            Entry::Undecided => {}
            // A formula may copy another output of any type; anything else reckons with quantities.
            Entry::Formula(Formula::Name(name)) => {
                let alike = discriminant(self.readable(*name)) == discriminant(kind);
                self.sure(alike || kind.is_quantity(), "takes over a value of another type");
            }
            Entry::Formula(formula) => self.formula(formula, DEEPEST),
        }
    }

    #[inline(never)]
    fn value(&mut self, value: &Value, kind: &Type) {
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
        self.sure(fits, "has a value that is not of its type");
    }

    /// A type of a fact, setting or derived quantity.
    fn declared(&mut self, kind: &Type) {
        self.sure(!matches!(kind, Type::Role), "has roles for values, as only parameters may");
        self.kind(kind);
    }

    #[inline(never)]
    fn kind(&mut self, kind: &Type) {
        self.sure(kind.decimals() <= MOST_DECIMALS, "has too many decimals");
        match kind {
            Type::Several(choices) => self.sure((1..=64).contains(&choices.len()), "has no values or more than 64"),
            Type::Choice(choices) | Type::Level(choices) => {
                self.sure((1..=usize::from(u16::MAX)).contains(&choices.len()), "has no values or too many");
            }
            Type::Date { min, max } => {
                self.sure(DAYS.0 <= *min && *max <= DAYS.1 && min <= max, "has no dates between its bounds");
            }
            _ => self.sure(kind.range().is_none_or(|(min, max)| min <= max), "has nothing between its bounds"),
        }
    }

    #[inline(never)]
    fn grounds(&mut self, grounds: &Grounds) {
        for evidence in &grounds.evidence {
            self.sure(evidence.index() < self.pack.evidence.len(), "cites evidence that is not there");
        }
    }

    #[inline(never)]
    fn place(&mut self, place: Place) {
        match place {
            Place::Action(action) => {
                self.sure(action.index() < self.pack.actions.len(), "names an action that is not there");
            }
            Place::Step(step) => self.sure(step.index() < self.pack.steps.len(), "names a step that is not there"),
        }
    }

    /// The type of a setting; of one that is not there, text.
    fn setting(&mut self, setting: SettingId) -> &'pack Type {
        let setting = self.pack.settings.get(setting.index());
        self.sure(setting.is_some(), "names a setting that is not there");
        setting.map_or(&Type::Text, |setting| &setting.kind)
    }

    /// The type of a name that a cell or formula reads.
    #[inline(never)]
    fn readable(&mut self, name: Name) -> &'pack Type {
        let kind = self.known(name);
        if let Name::Derived(derived) = name
            && let Some(Derived { definition: Definition::Output { table, .. }, .. }) =
                self.pack.derived.get(derived.index())
        {
            let is_list = self.pack.tables.get(table.index()).is_some_and(|table| table.hit.is_list());
            self.sure(!is_list, "reads a table whose result is a list");
        }
        kind
    }

    /// The type of a name that stands before what is looked at.
    fn known(&mut self, name: Name) -> &'pack Type {
        match name {
            Name::Now => {}
            Name::Fact(fact) => self.sure(fact.index() < self.pack.facts.len(), "names a fact that is not there"),
            Name::Derived(derived) => self.sure(derived.index() < self.before, "reads something before it is known"),
        }
        self.pack.type_of(name)
    }
}
