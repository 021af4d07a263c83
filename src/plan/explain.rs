//! Why something is in the plan, and why not.

use crate::case::Case;
use crate::engine::Engine;
use crate::engine::record::Record;
use crate::engine::world::World;
use crate::model::{Definition, Name, Pack, Rule, value};

use super::decide::UnknownName;
use super::elements::Elements;
use super::{Reason, Why, reasons};

/// What an element stands on: the rules that conclude an action, skip a step or set a parameter (`action.parameter`),
/// the rows of a table or output, or the alternatives of a condition; and what keeps it out.
///
/// # Errors
/// If the pack has no element of that id.
pub fn explain(engine: &Engine, case: &Case, element: &str) -> Result<Why, UnknownName> {
    let pack = &engine.pack;
    let record = Record::of(pack, &engine.layout, case);
    let (mut world, elements) = Elements::build(engine, case, &record);
    let mut explaining = Explaining { pack, world: &mut world, elements: &elements };
    explaining.why(element).ok_or_else(|| {
        let ids = pack.actions.iter().map(|action| action.id.as_str());
        let ids = ids.chain(pack.steps.iter().map(|step| step.id.as_str()));
        let ids = ids.chain(pack.derived.iter().map(|derived| derived.id.as_str()));
        let nearest = value::nearest(element, ids.chain(pack.tables.iter().map(|table| table.id.as_str())));
        UnknownName { name: element.to_owned(), nearest: nearest.map(str::to_owned) }
    })
}

struct Explaining<'a, 'p> {
    pack: &'p Pack,
    world: &'a mut World<'p>,
    elements: &'a Elements,
}

impl Explaining<'_, '_> {
    fn why(&mut self, element: &str) -> Option<Why> {
        let pack = self.pack;
        if let Some((action, parameter)) = element.split_once('.') {
            let action = pack.actions.iter().position(|own| own.id == action)?;
            let parameter = pack.parameters.iter().position(|own| own.id == parameter)?;
            let sets = |rule: &Rule| {
                rule.recommend.iter().any(|own| own.index() == action)
                    && rule.with.iter().any(|(own, _)| own.index() == parameter)
            };
            return Some(Why { rules: self.rules(&sets), against: Vec::new() });
        }
        if let Some(action) = pack.actions.iter().position(|own| own.id == element) {
            let step = pack.actions.get(action).map(|action| action.step);
            let recommends = |rule: &Rule| rule.recommend.iter().any(|own| own.index() == action);
            let keeps_out = |rule: &Rule| {
                rule.avoid.iter().any(|own| own.index() == action) || rule.skip.iter().any(|own| Some(*own) == step)
            };
            return Some(Why { rules: self.rules(&recommends), against: self.rules(&keeps_out) });
        }
        if let Some(step) = pack.steps.iter().position(|own| own.id == element) {
            let skips = |rule: &Rule| rule.skip.iter().any(|own| own.index() == step);
            return Some(Why { rules: self.rules(&skips), against: Vec::new() });
        }
        let table = pack.tables.iter().position(|table| table.id == element).map(crate::model::TableId::at);
        let definition = match pack.name(element) {
            Some(Name::Derived(derived)) => pack.derived.get(derived.index()).map(|derived| &derived.definition),
            _ => None,
        };
        match (table, definition) {
            (Some(table), _) => Some(self.rows(table)),
            (None, Some(Definition::Output { table, .. })) => Some(self.rows(*table)),
            (None, Some(Definition::Condition(condition))) => {
                let holds = self.world.holds(&condition.when, &condition.unless);
                let parts = (&condition.when, &condition.unless);
                let reason = reasons::reason(self.world, element.to_owned(), parts, &condition.grounds, holds);
                Some(Why { rules: vec![reason], against: Vec::new() })
            }
            (None, Some(Definition::Value(value))) => {
                let always = (crate::model::When::always(), crate::model::When::never());
                let parts = (&always.0, &always.1);
                let holds = crate::engine::diagram::Node::YES;
                let reason = reasons::reason(self.world, element.to_owned(), parts, &value.grounds, holds);
                Some(Why { rules: vec![reason], against: Vec::new() })
            }
            (None, None) => None,
        }
    }

    fn rules(&mut self, concludes: &dyn Fn(&Rule) -> bool) -> Vec<Reason> {
        let rules = self.pack.rules.iter().zip(&self.elements.rules).filter(|(rule, _)| concludes(rule));
        let mut found: Vec<Reason> = rules
            .map(|(rule, holds)| {
                let parts = (&rule.when, &rule.unless);
                reasons::reason(self.world, rule.id.clone(), parts, &rule.grounds, *holds)
            })
            .collect();
        reasons::sort(&mut found);
        found
    }

    fn rows(&mut self, id: crate::model::TableId) -> Why {
        let fits = self.world.fits(id);
        let rows = self.pack.tables.get(id.index()).map_or(&[][..], |table| &table.rows);
        let mut found: Vec<Reason> = rows
            .iter()
            .zip(fits)
            .enumerate()
            .map(|(at, (row, fit))| {
                let id = row.id.clone().unwrap_or_else(|| at.saturating_add(1).to_string());
                reasons::reason(self.world, id, (&row.when, &row.unless), &row.grounds, fit)
            })
            .collect();
        reasons::sort(&mut found);
        Why { rules: found, against: Vec::new() }
    }
}
