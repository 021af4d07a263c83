//! What stands behind a why: the tables, conditions and values that its cells and formulas read, and those that these read
//! in turn.

use amends::case::Case;
use amends::engine::Engine;
use amends::model::{Definition, Entry, Formula, Name, Pack, ParameterId, Rule};
use amends::plan::{self, Conflict, Entries, Holds, Shown, Status, Why};
use serde::Serialize;

use super::super::formulas::Read;
use super::known::compared_with;
use super::parameters::Parameters;
use super::reckoning::{Parts, Reckoning};
use super::told::{self, Told};

/// Something that is asked why, as the case has it.
#[derive(Serialize)]
pub struct Explained<'a> {
    /// `None` of what has no value, such as an action.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Shown>,
    /// Of a parameter: which of several settings that is, or why there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts: Option<String>,
    /// Of a value by formula.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reckoning: Option<Reckoning>,
    /// What leaves it undetermined.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict<'a>>,
    #[serde(flatten)]
    pub told: Told<'a>,
}

/// The element, and what stands behind it, each name once, in the order in which it is met.
pub fn explain<'a>(
    engine: &'a Engine,
    case: &'a Case,
    element: &str,
    why: Why<'a>,
) -> (Explained<'a>, Entries<Explained<'a>>) {
    let pack = &engine.pack;
    let mut names: Vec<String> = Vec::new();
    add_read(pack, element, &why, &mut names);
    let mut behind: Vec<(String, Why)> = Vec::new();
    let mut at = 0;
    while let Some(name) = names.get(at).cloned() {
        at = at.saturating_add(1);
        if let Ok(why) = plan::explain(engine, case, &name) {
            add_read(pack, &name, &why, &mut names);
            behind.push((name, why));
        }
    }
    behind.retain(|(name, _)| name != element);
    let asked = std::iter::once(element).chain(behind.iter().map(|(name, _)| name.as_str()));
    let parts = Parts::of(engine, asked);
    let explained = of_one(engine, case, &parts, element, why);
    let behind = behind.into_iter().map(|(name, why)| {
        let of = of_one(engine, case, &parts, &name, why);
        (name, of)
    });
    (explained, Entries(behind.collect()))
}

fn of_one<'a>(engine: &'a Engine, case: &'a Case, parts: &Parts, name: &str, mut why: Why<'a>) -> Explained<'a> {
    let Ok(decided) = plan::decide(engine, case, name) else {
        let parameters = Parameters::of(engine, case, name);
        let (value, counts) = parameters.as_ref().and_then(Parameters::value).unzip();
        let conflicts = parameters.as_ref().map(|own| own.conflicts(&why.rules)).unwrap_or_default();
        let mut told = told::tell(engine, case, name, why);
        if let Some(parameters) = parameters {
            parameters.tell(&mut told.rules);
        }
        return Explained { value, counts, reckoning: None, conflicts, told };
    };
    let reckoning = parts.reckoning(case, name);
    if decided.status == Status::Undetermined && reckoning.is_some() {
        why.rules.iter_mut().for_each(|reason| reason.holds = Holds::Undetermined);
    }
    let told = told::tell(engine, case, name, why);
    Explained { value: Some(decided.value), counts: None, reckoning, conflicts: decided.conflicts, told }
}

/// The derived names that a why of `element` reads: in cells, and in formulas of what may hold.
fn add_read(pack: &Pack, element: &str, why: &Why, names: &mut Vec<String>) {
    let mut formulas: Vec<&Formula> = Vec::new();
    let derived = pack.derived.iter().find(|derived| derived.id == element);
    if let Some(Definition::Value(value)) = derived.map(|derived| &derived.definition) {
        formulas.push(&value.formula);
        formulas.extend(value.at_most.iter().chain(&value.at_least));
    }
    if let Some(table) = told::table_of(pack, element) {
        let holding = why.rules.iter().filter(|reason| reason.holds != Holds::Never);
        let rows = holding.filter_map(|reason| told::row_of(table, reason));
        formulas.extend(rows.flat_map(|(_, row)| &row.entries).filter_map(|entry| match entry {
            Entry::Formula(formula) => Some(formula),
            _ => None,
        }));
    }
    formulas.extend(set_by(pack, element, why));
    for formula in formulas {
        formula.each_name(&mut |name| add(pack, pack.id_of(name), names));
    }
    for cell in why.rules.iter().chain(&why.against).flat_map(|reason| &reason.cells) {
        add(pack, cell.name, names);
        for read in told::written(pack, cell).map(compared_with).unwrap_or_default() {
            if let Read::Name(name) = read {
                add(pack, pack.id_of(name), names);
            }
        }
    }
}

/// The formulas by which rules that may hold set a parameter, of `action.parameter`.
fn set_by<'p>(pack: &'p Pack, element: &str, why: &Why) -> Vec<&'p Formula> {
    let Some((_, parameter)) = element.split_once('.') else { return Vec::new() };
    let is_asked = |id: &ParameterId| pack.parameters.get(id.index()).is_some_and(|own| own.id == parameter);
    let may_hold = |rule: &&Rule| why.rules.iter().any(|own| own.rule == rule.id && own.holds != Holds::Never);
    let entries = pack.rules.iter().filter(may_hold).flat_map(|rule| &rule.with);
    let formulas = entries.filter(|(id, _)| is_asked(id)).filter_map(|(_, entry)| match entry {
        Entry::Formula(formula) => Some(formula),
        _ => None,
    });
    formulas.collect()
}

fn add(pack: &Pack, name: &str, names: &mut Vec<String>) {
    if matches!(pack.name(name), Some(Name::Derived(_))) && !names.iter().any(|own| own == name) {
        names.push(name.to_owned());
    }
}
