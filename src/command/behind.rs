//! What stands behind a why: the tables, conditions and values that its cells read, and those that these read in turn.

use amends::case::Case;
use amends::engine::Engine;
use amends::model::{Definition, Formula, Name, Pack};
use amends::plan::{self, Entries, Shown, Why};
use serde::Serialize;

/// Something that follows from facts, as the case has it, and why.
#[derive(Serialize)]
pub struct Decided<'a> {
    pub value: Shown,
    #[serde(flatten)]
    pub why: Why<'a>,
}

/// What stands behind a why, each name once, in the order in which it is met.
pub fn of<'a>(engine: &'a Engine, case: &Case, element: &str, why: &Why) -> Entries<Decided<'a>> {
    let mut names: Vec<String> = Vec::new();
    add_formula(&engine.pack, element, &mut names);
    add_cells(&engine.pack, why, &mut names);
    let mut behind: Vec<(String, Decided)> = Vec::new();
    let mut at = 0;
    while let Some(name) = names.get(at).cloned() {
        at = at.saturating_add(1);
        let decided = plan::decide(engine, case, &name).ok();
        if let (Some(decided), Ok(why)) = (decided, plan::explain(engine, case, &name)) {
            add_formula(&engine.pack, &name, &mut names);
            add_cells(&engine.pack, &why, &mut names);
            behind.push((name, Decided { value: decided.value, why }));
        }
    }
    behind.retain(|(name, _)| name != element);
    Entries(behind)
}

/// The derived names that cells test.
fn add_cells(pack: &Pack, why: &Why, names: &mut Vec<String>) {
    let reasons = why.rules.iter().chain(&why.against);
    for cell in reasons.flat_map(|reason| &reason.cells) {
        add(pack, cell.name, names);
    }
}

/// The derived names that the formula of a value reads.
fn add_formula(pack: &Pack, name: &str, names: &mut Vec<String>) {
    let derived = pack.derived.iter().find(|derived| derived.id == name);
    if let Some(Definition::Value(value)) = derived.map(|derived| &derived.definition) {
        let formulas: [Option<&Formula>; 3] = [Some(&value.formula), value.at_most.as_ref(), value.at_least.as_ref()];
        for formula in formulas.into_iter().flatten() {
            formula.each_name(&mut |name| add(pack, pack.id_of(name), names));
        }
    }
}

fn add(pack: &Pack, name: &str, names: &mut Vec<String>) {
    if matches!(pack.name(name), Some(Name::Derived(_))) && !names.iter().any(|own| own == name) {
        names.push(name.to_owned());
    }
}
