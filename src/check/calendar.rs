//! Where business days are counted beyond the end of the calendar. They are known of no day there, and where two dates may
//! both lie beyond, what rests on them can be neither proved nor refuted: it is the calendar that is too short.

use crate::engine::Engine;
use crate::engine::part::Part;
use crate::model::{DateUnit, Definition, Entry, FactId, Formula, Name, Pack, Type, date};
use crate::pack::{Kind, Place, Places};

/// What a rule author can do about business days that some formulas, or what some parts rest on, may count beyond the
/// calendar; nothing if there are none.
pub(super) fn way_out(engine: &Engine, parts: &[Part], formulas: &[&Formula]) -> Option<String> {
    let pack = &engine.pack;
    let (first, last) = pack.calendar.as_ref()?.covers;
    let mut parts = parts.to_vec();
    formulas.iter().for_each(|formula| parts.extend(Part::of_formula(pack, formula)));
    let mut counted = Counted::default();
    formulas.iter().for_each(|formula| counted.look(formula));
    for part in Part::all_below(&parts, pack, &engine.layout).iter() {
        each_formula(pack, *part, &mut |formula| counted.look(formula));
    }
    let all: Vec<FactId> = (0..pack.facts.len()).map(FactId::at).collect();
    let read = counted.0.iter().map(|(names, moves)| (engine.layout.read_by(pack, names, &all), *moves));
    // Where one fact alone decides it, each stretch of days is looked at for itself, and nothing is left open.
    let open: Vec<(Vec<FactId>, bool)> = read.filter(|(facts, _)| facts.len() > 1).collect();
    let is_beyond = |fact: &FactId| match pack.type_of(Name::Fact(*fact)) {
        Type::Date { min, max } => *min < first || *max > last,
        _ => false,
    };
    let is_counted = |fact: &FactId| open.iter().any(|(facts, _)| facts.contains(fact));
    let beyond = all.iter().filter(|fact| is_counted(fact) && is_beyond(fact));
    let beyond: Vec<String> = beyond.map(|fact| format!("`{}`", pack.id_of(Name::Fact(*fact)))).collect();
    let covers = format!("the calendar `covers` {} to {}", date::print(first), date::print(last));
    match beyond.split_last() {
        Some((last, [])) => {
            Some(format!("{covers}, and {last} can lie beyond: widen it, or give {last} a `min` and `max` within"))
        }
        Some((last, others)) => {
            let others = others.join(", ");
            Some(format!(
                "{covers}, and {others} and {last} can lie beyond: widen it, or give them `min` and `max` within"
            ))
        }
        None if open.iter().any(|(_, moves)| *moves) => {
            Some(format!("{covers}, and business days can lead beyond: widen it"))
        }
        None => None,
    }
}

/// Where the calendar stands.
pub(super) fn place(places: &Places) -> Option<Place> {
    places.of.get(&(Kind::Calendar, String::new())).copied()
}

/// What is reckoned in business days: the names that are read, and whether a date is moved, so that it may come to lie
/// beyond all that were given.
#[derive(Default)]
struct Counted(Vec<(Vec<Name>, bool)>);

impl Counted {
    fn look(&mut self, formula: &Formula) {
        let moves = matches!(formula, Formula::DateShift { unit: DateUnit::BusinessDays, .. });
        if moves || matches!(formula, Formula::DaysBetween { business: true, .. }) {
            let mut names = Vec::new();
            formula.each_name(&mut |name| names.push(name));
            self.0.push((names, moves));
        }
        formula.each_part(&mut |part| self.look(part));
    }
}

/// The formulas of a part itself.
fn each_formula(pack: &Pack, part: Part, visit: &mut dyn FnMut(&Formula)) {
    match part {
        Part::Table(table) => {
            let rows = pack.tables.get(table.index()).map_or(&[][..], |table| &table.rows);
            for entry in rows.iter().flat_map(|row| &row.entries) {
                if let Entry::Formula(formula) = entry {
                    visit(formula);
                }
            }
        }
        Part::Derived(derived) => {
            if let Some(Definition::Value(value)) = pack.derived.get(derived.index()).map(|derived| &derived.definition)
            {
                [Some(&value.formula), value.at_most.as_ref(), value.at_least.as_ref()]
                    .into_iter()
                    .flatten()
                    .for_each(visit);
            }
        }
        _ => {}
    }
}
