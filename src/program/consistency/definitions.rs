//! What a pack defines: facts, derived quantities, tables, actions and rules.

use crate::model::{
    Action, Argument, DEEPEST, Definition, Demand, Derived, DerivedId, Fact, FactId, Name, Place, Rule, Table, TableId,
    Type,
};

use super::Checker;

impl Checker<'_> {
    pub(super) fn fact(&mut self, id: FactId, fact: &Fact) {
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

    pub(super) fn derived(&mut self, id: DerivedId, derived: &Derived) {
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

    pub(super) fn table(&mut self, id: TableId, table: &Table) {
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

    pub(super) fn action(&mut self, action: &Action) {
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

    pub(super) fn rule(&mut self, rule: &Rule) {
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
}
