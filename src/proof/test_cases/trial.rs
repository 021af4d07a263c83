//! What a table decides in a case, and what the case shows of its cells, once it is looked at alone.

use serde_json::{Map, Value as Json};

use crate::case::Case;
use crate::engine::diagram::leaf_id;
use crate::engine::record::Record;
use crate::engine::world::World;
use crate::model::{FactId, Name, Table, TableId};
use crate::plan;
use crate::space::{Cases, Complete};

use super::{facts, literals};

/// A case that was tried, and what the table decides in it.
#[derive(Debug, Clone)]
pub(super) struct Tried {
    pub complete: Complete,
    /// The numbers of the literals of the row looked at that it could be turned by, and of those by which it fails alone.
    pub decides: Vec<usize>,
    pub fails: Vec<usize>,
    pub case: Map<String, Json>,
    pub values: Map<String, Json>,
}

/// A table in which cases are tried.
pub(super) struct Trial<'c, 'e> {
    pub cases: &'c Cases<'e>,
    id: TableId,
    table: &'e Table,
    /// The facts that the table rests on.
    facts: Vec<FactId>,
}

impl<'c, 'e> Trial<'c, 'e> {
    pub fn new(cases: &'c Cases<'e>, id: TableId, table: &'e Table) -> Self {
        let outputs: Vec<Name> = table.outputs.iter().map(|output| Name::Derived(*output)).collect();
        Trial { cases, id, table, facts: facts(cases.engine, &outputs) }
    }

    /// A case with what the table decides in it and what it shows of a row, looked at with nothing but the facts that the
    /// table rests on; `None` unless what is decided is certain and determined.
    pub fn of(&self, mut complete: Complete, row: usize) -> Option<Tried> {
        let engine = self.cases.engine;
        let raw = complete.clone();
        self.cases.alone(&mut complete);
        let given = self.cases.written(&complete, &self.facts);
        let (decides, fails) = self.shows(&given, row);
        if decides.is_empty() && fails.is_empty() {
            return None;
        }
        let mut values = Map::new();
        for output in &self.table.outputs {
            let id = engine.pack.id_of(Name::Derived(*output));
            let decided = plan::decide(engine, &given, id).ok()?;
            let value = serde_json::to_value(decided.value).ok()?;
            let is_certain = decided.status == plan::Status::Certain && !value.is_null() && !value.is_object();
            if !is_certain {
                return None;
            }
            values.insert(id.to_owned(), value);
        }
        let Json::Object(case) = self.cases.json(&given) else { return None };
        Some(Tried { complete: raw, fails, decides, case, values })
    }

    /// The literals of a row where it decides for certain in a case as it is written, and those by which alone it fails.
    fn shows(&self, case: &Case, row: usize) -> (Vec<usize>, Vec<usize>) {
        let engine = self.cases.engine;
        let record = Record::of(&engine.pack, &engine.layout, case);
        let mut literals = Vec::new();
        let mut alone = World::build(&engine.pack, &engine.layout, case.now, &record, &mut |world| {
            literals = literals::of(world, self.id, self.table, Some(row));
        });
        let (mut decides, mut fails) = (Vec::new(), Vec::new());
        for literal in literals {
            for (truth, shown) in [(literal.decides, &mut decides), (literal.fails, &mut fails)] {
                let truth = alone.recording(truth, None);
                if alone.diagrams.leaves_under(alone.constraint, truth) == [leaf_id::YES] {
                    shown.push(literal.number);
                }
            }
        }
        (decides, fails)
    }
}
