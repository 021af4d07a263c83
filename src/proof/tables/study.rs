//! One table and what it comes to in all cases.

use crate::engine::diagram::Node;
use crate::engine::world::World;
use crate::model::{FactId, Hit, Name, Row, Table, TableId};
use crate::sorted::Map;
use crate::space::Cases;
use crate::space::grid::{Beyond, Block, Found, Grid, Search};

/// Blocks of a table may be held against each other so often for each question about it: a second or two in all.
const MOST_LOOKS: u64 = 5_000_000;

/// So many parts are found of what is shown.
pub(super) const MOST_PARTS: usize = 2_000;

/// A table that is looked at.
pub(super) struct Study<'s, 'e> {
    pub cases: &'s Cases<'e>,
    pub world: World<'e>,
    pub id: TableId,
    pub table: &'e Table,
    pub grid: Grid,
    /// Where a row is undetermined, and none of its cells fails.
    pub unsure: Vec<Block>,
    /// By pair of rows of an `any` table, the first first: where what they conclude differs.
    pub differ: Map<(usize, usize), Node>,
}

impl<'s, 'e> Study<'s, 'e> {
    /// Lays a table out; as an error the facts that it rests on, if that was too much.
    pub fn of(cases: &'s Cases<'e>, id: TableId) -> Option<Result<Self, Vec<FactId>>> {
        let pack = &cases.engine.pack;
        let table = pack.tables.get(id.index())?;
        let mut grid = Err(Beyond::Blurred);
        let mut differ = Map::default();
        let world = cases.unplanned(&mut |world| {
            grid = Grid::of(world, table);
            differ = if table.hit == Hit::Any { differing(world, table) } else { Map::default() };
        });
        let Ok(grid) = grid else {
            let all: Vec<FactId> = (0..pack.facts.len()).map(FactId::at).collect();
            let outputs: Vec<Name> = table.outputs.iter().map(|output| Name::Derived(*output)).collect();
            return Some(Err(cases.engine.layout.read_by(pack, &outputs, &all)));
        };
        let mut study = Study { cases, world, id, table, grid, unsure: Vec::new(), differ };
        match study.find_unsure() {
            Some(unsure) => study.unsure = unsure,
            None => return Some(Err(study.facts())),
        }
        Some(Ok(study))
    }

    /// Where some row is undetermined: by a cell where none fails, and by no other block of the row for certain.
    fn find_unsure(&mut self) -> Option<Vec<Block>> {
        let mut unsure = Vec::new();
        for row in 0..self.grid.rows.len() {
            let mut own = Vec::new();
            for fit in self.grid.rows.get(row).iter().flat_map(|row| &row.blocks) {
                for (at, (possible, holds)) in fit.possible.0.iter().zip(&fit.holds.0).enumerate() {
                    let only_possible = possible.without(holds);
                    if !only_possible.is_empty() {
                        own.push(fit.possible.with(at, only_possible));
                    }
                }
            }
            let holding = self.holding(row);
            for block in own {
                unsure.extend(self.outside(&block, &holding, MOST_PARTS)?.into_iter().map(|found| found.block));
            }
        }
        Some(unsure)
    }

    pub fn facts(&self) -> Vec<FactId> {
        self.grid.facts(&self.world)
    }

    pub fn row(&self, row: usize) -> Option<&'e Row> {
        self.table.rows.get(row)
    }

    /// The rows that stand for themselves: neither `otherwise` nor out of force today.
    pub fn rows(&self) -> Vec<usize> {
        let in_force = |row: &Row| self.table.dated_by != Name::Now || self.world.is_valid(&row.grounds);
        let rows = self.table.rows.iter().enumerate().filter(|(_, row)| !row.otherwise && in_force(row));
        rows.map(|(at, _)| at).collect()
    }

    /// What a row is called.
    pub fn name(&self, row: usize) -> String {
        match self.row(row) {
            Some(Row { id: Some(id), .. }) => format!("the row `{id}`"),
            _ => format!("row {}", row.saturating_add(1)),
        }
    }

    /// `row 1`, `rows 1 and 2`, `the row `late`, row 3 and row 4`.
    pub fn names(&self, rows: &[usize]) -> String {
        let names: Vec<String> = rows.iter().map(|row| self.name(*row)).collect();
        match names.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => format!("{} and {last}", others.join(", ")),
            None => String::new(),
        }
    }

    /// The blocks in which a row holds for certain.
    pub fn holding(&self, row: usize) -> Vec<Block> {
        let blocks = self.grid.rows.get(row).map_or(&[][..], |row| &row.blocks);
        blocks.iter().map(|fit| fit.holds.clone()).filter(|block| !block.is_empty()).collect()
    }

    /// The blocks in which some rows hold or are undetermined.
    pub fn possible(&self, rows: impl Iterator<Item = usize>) -> Vec<Block> {
        let rows = rows.filter_map(|row| self.grid.rows.get(row));
        rows.flat_map(|row| &row.blocks).map(|fit| fit.possible.clone()).collect()
    }

    /// Whether two rows conclude the same whatever the case.
    pub fn agree(&self, one: usize, other: usize) -> bool {
        self.row(one).map(|row| &row.entries) == self.row(other).map(|row| &row.entries)
    }

    /// What of a block lies outside of others; `None` beyond the bounds.
    pub fn outside(&mut self, of: &Block, others: &[Block], most: usize) -> Option<Vec<Found>> {
        let others: Vec<&Block> = others.iter().collect();
        Search::new(&self.grid, MOST_LOOKS).outside(&mut self.world, of, &others, most)
    }

    /// Whether all that cases reach of some blocks lies within others.
    pub fn is_covered(&mut self, blocks: &[Block], others: &[Block]) -> Option<bool> {
        for block in blocks {
            if !self.outside(block, others, 1)?.is_empty() {
                return Some(false);
            }
        }
        Some(true)
    }
}

/// Where any two rows of a table conclude different things, both determined. Nothing of rows that conclude the same
/// whatever the case.
fn differing(world: &mut World<'_>, table: &Table) -> Map<(usize, usize), Node> {
    let mut differ = Map::default();
    let conclusions: Vec<Vec<Node>> = (0..table.rows.len()).map(|row| conclusions(world, table, row)).collect();
    for (first, own) in conclusions.iter().enumerate() {
        for (second, other) in conclusions.iter().enumerate().skip(first.saturating_add(1)) {
            let mut any = Node::NO;
            for (own, other) in own.iter().zip(other).filter(|(own, other)| own != other) {
                let pair = world.on_pairs(*own, *other, &mut |world, own, other| world.leaves_differ(own, other));
                any = world.diagrams.or(any, pair);
            }
            if any != Node::NO {
                differ.insert((first, second), any);
            }
        }
    }
    differ
}

/// What a row concludes for each output.
pub(in crate::proof) fn conclusions(world: &mut World<'_>, table: &Table, row: usize) -> Vec<Node> {
    let pack = world.pack;
    let mut conclusions = Vec::new();
    let entries = table.rows.get(row).map_or(&[][..], |row| &row.entries);
    for (output, entry) in table.outputs.iter().zip(entries) {
        let Some(derived) = pack.derived.get(output.index()) else { continue };
        let number = u16::try_from(row).unwrap_or(u16::MAX);
        let value = world.entry(entry, &derived.kind, &[number]);
        conclusions.push(world.without_conflicts(value));
    }
    conclusions
}
