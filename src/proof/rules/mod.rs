//! What is wrong with rules, conditions, outputs and amounts, in all cases at once.
//!
//! All that a plan is made of is built in one world in which nothing is known. A part of it that takes more than a part may
//! is named with the facts that it rests on, and so are the rules that read it; of all others what is said is exact.

mod clashes;
mod dead;
mod subsumed;
mod vacant;

use super::{Finding, Kind, Subject};
use crate::engine::Engine;
use crate::engine::diagram::{Node, leaf_id};
use crate::engine::part::Part;
use crate::engine::world::World;
use crate::model::{Definition, DerivedId, FactId, Name, Pack, Rule};
use crate::plan::elements::Elements;
use crate::space::{Cases, Complete, Extent, LAST_POINT, Outgrown, Regions, complete, paths};

/// What is found of the rules of a pack, and of what they read. `today`, in days since 1970-01-01, is the date of all
/// cases.
pub fn examine(engine: &Engine, today: i64) -> Vec<Finding> {
    let cases = Cases::all(engine, today);
    let mut all = Elements::default();
    let world = cases.build(&mut |world, elements| {
        all = elements.clone();
        // What no plan reads can be wrong as well.
        for derived in (0..world.pack.derived.len()).map(DerivedId::at).filter(|id| is_looked_at(engine, *id)) {
            world.value(Name::Derived(derived));
        }
        // Cuts facts where compensation turns negative.
        world.attempt(clashes::below_zero);
    });
    all.clashes.extend(world.clashes.iter().cloned());
    let mut room = Room { cases, world, elements: all, found: Vec::new() };
    dead::check(&mut room);
    subsumed::check(&mut room);
    vacant::check(&mut room);
    clashes::check(&mut room);
    room.limits();
    room.found
}

/// Whether what a derived quantity comes to is built: if plans read it, or it is no output of a table of very many rows,
/// whose diagrams would leave no room for others. What rows of such a table do is told table by table all the same.
fn is_looked_at(engine: &Engine, id: DerivedId) -> bool {
    const MANY_ROWS: usize = 200;
    let pack = &engine.pack;
    let table = match pack.derived.get(id.index()).map(|derived| &derived.definition) {
        Some(Definition::Output { table, .. }) => pack.tables.get(table.index()),
        _ => None,
    };
    engine.layout.read_by_plan.contains(&id) || table.is_none_or(|table| table.rows.len() <= MANY_ROWS)
}

/// All cases, what plans are made of in them, and what was found of it.
struct Room<'e> {
    cases: Cases<'e>,
    world: World<'e>,
    elements: Elements,
    found: Vec<Finding>,
}

impl Room<'_> {
    fn facts(&self, names: &[Name]) -> Vec<FactId> {
        let pack = &self.cases.engine.pack;
        let all: Vec<FactId> = (0..pack.facts.len()).map(FactId::at).collect();
        self.cases.engine.layout.read_by(pack, names, &all)
    }

    /// The names that a rule reads.
    fn names_of(&self, rule: usize) -> Vec<Name> {
        let mut names = Vec::new();
        if let Some(rule) = self.cases.engine.pack.rules.get(rule) {
            rule.when.each_name(&mut |name| names.push(name));
            rule.unless.each_name(&mut |name| names.push(name));
        }
        names
    }

    /// Whether a truth holds nowhere; not told of what is blurred.
    fn is_never(&self, truth: Node) -> bool {
        let leaves = self.world.diagrams.leaves(truth);
        !leaves.contains(&leaf_id::YES) && !leaves.contains(&leaf_id::BLURRED)
    }

    /// Where a truth holds, with a case of which something is true when it is looked at alone, shown with some facts.
    /// `None` if none of those that were tried is such.
    fn extent(
        &self,
        truth: Node,
        shown: &[FactId],
        holds: &dyn Fn(&mut World<'_>, &Elements) -> bool,
    ) -> Option<Extent> {
        const MOST_PATHS: usize = 8;
        const MOST_SHOWN: usize = 3;
        let paths = paths(&self.world, truth, MOST_PATHS);
        let mut tried = paths.iter().flat_map(|path| (0..=LAST_POINT).map(move |point| (path, point)));
        let case: Complete = tried.find_map(|(path, point)| {
            let mut case = complete(&self.world, path, &|_| point);
            let (mut alone, elements) = self.cases.planned(&mut case);
            holds(&mut alone, &elements).then_some(case)
        })?;
        let mut given = self.cases.given(&case);
        for (at, given) in given.given.iter_mut().enumerate() {
            *given = given.take().filter(|_| shown.contains(&FactId::at(at)));
        }
        let regions = Regions::of(&self.world, truth, MOST_SHOWN);
        Some(Extent { regions, case: self.cases.json(&given) })
    }

    /// Says of which rules it could not be told when they hold, on which facts these rest and what behind them grew beyond
    /// the bounds; and what else did, if it is behind none of them.
    fn limits(&mut self) {
        let is_blurred = |holds: &Node| self.world.diagrams.leaves(*holds).contains(&leaf_id::BLURRED);
        let rules = self.elements.rules.iter().enumerate().filter(|(_, holds)| is_blurred(holds));
        let blurred: Vec<usize> = rules.map(|(at, _)| at).collect();
        let mut told: Vec<Part> = Vec::new();
        for rule in blurred {
            let part = Part::Rule(rule);
            let behind = Outgrown::behind(&self.world, &[part]);
            let finding = open(&Outgrown::of(&self.world, part), Subject::Rule(rule))
                .related(
                    behind.iter().filter(|own| own.part != part).filter_map(|own| subject(own.part)),
                    "what this comes to grew beyond the bounds",
                )
                .help("let it read outputs of smaller tables; what is said of other rules is exact");
            told.extend(behind.iter().map(|outgrown| outgrown.part));
            self.found.push(finding);
        }
        for outgrown in Outgrown::all(&self.world) {
            let place = subject(outgrown.part).or_else(|| self.place_of(outgrown.part));
            if let Some(place) = place.filter(|place| !told.contains(&outgrown.part) && !self.is_open(*place)) {
                let finding = open(&outgrown, place);
                self.found.push(finding.help("let it rest on fewer facts at once; what is said of all else is exact"));
            }
        }
    }

    /// Whether it is said of something already that it could not be looked at.
    fn is_open(&self, of: Subject) -> bool {
        self.found.iter().any(|finding| finding.of == of && matches!(finding.kind, Kind::RuleOpen | Kind::TableOpen))
    }

    /// Where to say something of what is written at several places: at a rule that has to do with an action or step, or at
    /// the amount of the compensation.
    fn place_of(&self, part: Part) -> Option<Subject> {
        let Pack { rules, compensation, .. } = &self.cases.engine.pack;
        if matches!(part, Part::Approval | Part::Limit) {
            return compensation.as_ref().map(|compensation| Subject::Derived(compensation.amount));
        }
        let is_own = |rule: &Rule| match part {
            Part::Action(action) | Part::Parameter(action, _) => rule.recommend.contains(&action),
            Part::Avoid(action) => rule.avoid.contains(&action),
            Part::Skip(step) => rule.skip.contains(&step),
            _ => false,
        };
        rules.iter().position(is_own).map(Subject::Rule)
    }
}

/// What a part is written as, where it is written at one place.
fn subject(part: Part) -> Option<Subject> {
    match part {
        Part::Table(table) => Some(Subject::Table(table)),
        Part::Derived(derived) => Some(Subject::Derived(derived)),
        Part::Rule(rule) => Some(Subject::Rule(rule)),
        _ => None,
    }
}

/// That a part could not be looked at in all cases, said of a place.
fn open(part: &Outgrown, place: Subject) -> Finding {
    let kind = if matches!(place, Subject::Table(_)) { Kind::TableOpen } else { Kind::RuleOpen };
    let id = if part.id.is_empty() { String::new() } else { format!(" `{}`", part.id) };
    let facts: Vec<String> = part.facts.iter().map(|fact| format!("`{fact}`")).collect();
    let message = format!("the {}{id} could not be looked at in all cases", part.of);
    Finding::new(kind, place, message).label(format!("it rests on {}", facts.join(", ")))
}
