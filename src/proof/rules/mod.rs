//! What is wrong with rules, conditions, outputs and amounts, in all cases at once.
//!
//! All that a plan is made of is built in one world in which nothing is known. Unlike what is said of single tables, this
//! may outgrow the bounds for a whole pack; then it is said which rules it could not be told of.

mod clashes;
mod dead;
mod subsumed;
mod vacant;

use super::{Finding, Kind, Subject};
use crate::engine::Engine;
use crate::engine::diagram::{LeafId, Node};
use crate::engine::world::World;
use crate::model::{Definition, DerivedId, FactId, Name, TableId};
use crate::plan::elements::Elements;
use crate::sorted::Set;
use crate::space::{Cases, Complete, Extent, LAST_POINT, Regions, complete, paths};

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
        clashes::below_zero(world);
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

const BLURRED: LeafId = 4;

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
        !leaves.contains(&1) && !leaves.contains(&BLURRED)
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

    /// Says of which rules it could not be told when they hold, and on which facts these rest.
    fn limits(&mut self) {
        let is_blurred = |holds: &Node| self.world.diagrams.leaves(*holds).contains(&BLURRED);
        let blurred: Vec<usize> =
            self.elements.rules.iter().enumerate().filter(|(_, holds)| is_blurred(holds)).map(|(at, _)| at).collect();
        for rule in blurred {
            let facts = self.facts(&self.names_of(rule));
            let tables = self.open_tables(&facts);
            let pack = &self.cases.engine.pack;
            let facts: Set<String> = facts.iter().map(|fact| format!("`{}`", pack.id_of(Name::Fact(*fact)))).collect();
            let id = pack.rules.get(rule).map_or("", |rule| &rule.id);
            let message = format!("the rule `{id}` could not be looked at in all cases");
            let rests = format!("it rests on {}", facts.join(", "));
            let finding = Finding::new(Kind::RuleOpen, Subject::Rule(rule), message)
                .label(rests)
                .related(tables.into_iter(), "what this table decides grew beyond the bounds")
                .help("let it read outputs of smaller tables; what is said of other rules is exact");
            self.found.push(finding);
        }
    }

    /// The tables, of those that plans read, that rest on none but some facts and could not be looked at in all cases.
    fn open_tables(&mut self, facts: &[FactId]) -> Vec<Subject> {
        let engine = self.cases.engine;
        let mut open = Vec::new();
        for (at, table) in engine.pack.tables.iter().enumerate() {
            let outputs = table.outputs.iter().copied().filter(|output| engine.layout.read_by_plan.contains(output));
            let outputs: Vec<Name> = outputs.map(Name::Derived).collect();
            let is_blurred = outputs.iter().any(|output| {
                let value = self.world.value(*output);
                self.world.diagrams.leaves(value).contains(&BLURRED)
            });
            if is_blurred && self.facts(&outputs).iter().all(|fact| facts.contains(fact)) {
                open.push(Subject::Table(TableId::at(at)));
            }
        }
        open
    }
}
