//! From a table's rows to blocks.

use crate::engine::diagram::{Variable, leaf_id};
use crate::engine::known::{are_constant, look_at_record};
use crate::engine::world::World;
use crate::model::{Bound, Cell, Clause, End, Name, Table, Test, When};
use crate::sorted::{Map, Set};

use super::dimension::{Dimension, Tested, What};
use super::{Atoms, Fit, Grid, Row};

/// What keeps a table from being laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beyond {
    /// A row falls into too many blocks.
    Blocks,
    /// What it reads could not be told exactly.
    Blurred,
}

/// A row falls into no more blocks than this.
const MOST_BLOCKS: usize = 64;

/// Atoms of one dimension, where a test holds and where it does not fail.
#[derive(Debug, Clone)]
struct Part {
    dimension: usize,
    holds: Atoms,
    possible: Atoms,
}

/// What must all hold; of several such lists any.
type Parts = Vec<Part>;

impl Grid {
    /// Lays a table out.
    ///
    /// # Errors
    /// If it cannot be told exactly within the bounds of the method.
    pub fn of(world: &mut World<'_>, table: &Table) -> Result<Grid, Beyond> {
        let mut layout = Layout { grid: Grid { dimensions: Vec::new(), rows: Vec::new() }, places: Map::default() };
        let validity: Vec<Option<Cell>> = table.rows.iter().map(|row| validity(table, row)).collect();
        let rows = table.rows.iter().flat_map(|row| row.when.cells().chain(row.unless.cells()));
        let cells: Vec<&Cell> = table.when.cells().chain(rows).chain(validity.iter().flatten()).collect();
        layout.declare(world, &cells);
        let gate = layout.when(world, &table.when)?;
        let mut rows = Vec::new();
        for (row, validity) in table.rows.iter().zip(&validity) {
            let mut parts = gate.clone();
            if let Some(validity) = validity {
                parts = both(&parts, &layout.cell(world, validity))?;
            }
            if !row.otherwise {
                parts = both(&parts, &layout.when(world, &row.when)?)?;
                for clause in &row.unless.0 {
                    parts = both(&parts, &layout.not(world, clause)?)?;
                }
            }
            rows.push(parts);
        }
        let mut grid = layout.grid;
        for parts in rows {
            let blocks = parts.iter().map(|parts| grid.fit(parts)).filter(|fit| !fit.possible.is_empty()).collect();
            grid.rows.push(Row { blocks });
        }
        grid.find_free(world);
        let is_blurred = grid
            .dimensions
            .iter()
            .flat_map(|dimension| &dimension.atoms)
            .any(|atom| world.diagrams.leaves(atom.holds).contains(&leaf_id::BLURRED));
        if is_blurred { Err(Beyond::Blurred) } else { Ok(grid) }
    }

    /// The block in which some parts hold, with all of every dimension that none names.
    fn fit(&self, parts: &[Part]) -> Fit {
        let all = self.all();
        let mut fit = Fit { holds: all.clone(), possible: all };
        for part in parts {
            for (block, atoms) in [(&mut fit.holds, &part.holds), (&mut fit.possible, &part.possible)] {
                if let Some(own) = block.0.get_mut(part.dimension) {
                    *own = own.and(atoms);
                }
            }
        }
        fit
    }

    /// Finds the dimensions that are a fact's own.
    fn find_free(&mut self, world: &World<'_>) {
        let mut supports: Vec<Vec<Variable>> = Vec::new();
        let mut readers: Map<Variable, usize> = Map::default();
        for dimension in &self.dimensions {
            let mut support = Set::default();
            for atom in &dimension.atoms {
                world.diagrams.support(atom.holds, &mut support);
            }
            let support: Vec<Variable> = support.into();
            for variable in &support {
                readers.change(*variable, || 0, |readers| *readers = readers.saturating_add(1));
            }
            supports.push(support);
        }
        for (dimension, support) in self.dimensions.iter_mut().zip(supports) {
            let own = match dimension.tested {
                Tested::Values(Name::Fact(fact)) => world.variable_of(fact),
                _ => None,
            };
            dimension.is_free = match support.as_slice() {
                [only] => Some(*only) == own && readers.get(only) == Some(&1),
                _ => false,
            };
        }
    }
}

/// The test that a row of limited validity adds to its cells.
fn validity(table: &Table, row: &crate::model::Row) -> Option<Cell> {
    let bound = |day: i64| Bound { end: End::Constant(day), inclusive: true };
    let (low, high) = (row.grounds.valid_from.map(bound), row.grounds.valid_until.map(bound));
    let is_limited = low.is_some() || high.is_some();
    is_limited.then(|| Cell { of: table.dated_by, tests: vec![Test::Range { low, high }], text: String::new() })
}

/// A grid that is being laid out.
struct Layout {
    grid: Grid,
    /// By name: the dimension of its values.
    places: Map<Name, usize>,
}

/// Whether the values of a name decide a test, as far as there are values to be told apart.
fn is_of_values(world: &World<'_>, of: Name, test: &Test) -> bool {
    let tests = std::slice::from_ref(test);
    world.pack.type_of(of).range().is_some() && are_constant(tests) && !look_at_record(tests)
}

impl Layout {
    /// Gives a dimension to each name whose values some cells test.
    fn declare(&mut self, world: &mut World<'_>, cells: &[&Cell]) {
        for cell in cells {
            if self.places.get(&cell.of).is_some() || world.pack.type_of(cell.of).range().is_none() {
                continue;
            }
            let own = cells.iter().copied().filter(|other| other.of == cell.of);
            let dimension = Dimension::of_values(world, cell.of, own);
            self.places.insert(cell.of, self.grid.dimensions.len());
            self.grid.dimensions.push(dimension);
        }
    }

    fn when(&mut self, world: &mut World<'_>, when: &When) -> Result<Vec<Parts>, Beyond> {
        let mut any = Vec::new();
        for Clause(cells) in &when.0 {
            let mut all = vec![Parts::new()];
            for cell in cells {
                all = both(&all, &self.cell(world, cell))?;
            }
            any.extend(all);
        }
        if any.len() > MOST_BLOCKS { Err(Beyond::Blocks) } else { Ok(any) }
    }

    /// Where not all cells of a clause hold.
    fn not(&mut self, world: &mut World<'_>, clause: &Clause) -> Result<Vec<Parts>, Beyond> {
        let mut any = Vec::new();
        for cell in &clause.0 {
            let mut none = vec![Parts::new()];
            for parts in self.cell(world, cell) {
                let fails: Vec<Parts> = parts.iter().map(|part| vec![self.negated(part)]).collect();
                none = both(&none, &fails)?;
            }
            any.extend(none);
        }
        if any.len() > MOST_BLOCKS { Err(Beyond::Blocks) } else { Ok(any) }
    }

    fn negated(&self, part: &Part) -> Part {
        let all = self.grid.dimensions.get(part.dimension).map_or_else(|| Atoms::all(0), Dimension::all);
        Part { dimension: part.dimension, holds: all.without(&part.possible), possible: all.without(&part.holds) }
    }

    /// A cell as a choice of parts.
    fn cell(&mut self, world: &mut World<'_>, cell: &Cell) -> Vec<Parts> {
        if cell.tests.contains(&Test::Any) {
            return vec![Parts::new()];
        }
        let (of_values, others): (Vec<Test>, Vec<Test>) =
            cell.tests.iter().cloned().partition(|test| is_of_values(world, cell.of, test));
        let mut any = Vec::new();
        if !of_values.is_empty() {
            any.push(vec![self.of_values(world, cell.of, &of_values)]);
        }
        for test in &others {
            any.push(self.test(world, cell.of, test));
        }
        any
    }

    fn of_values(&self, world: &World<'_>, of: Name, tests: &[Test]) -> Part {
        let place = self.places.get(&of).copied().unwrap_or(usize::MAX);
        let Some(dimension) = self.grid.dimensions.get(place) else {
            return Part { dimension: place, holds: Atoms::all(0), possible: Atoms::all(0) };
        };
        let holds = dimension.holding(tests, world.pack);
        let possible = holds.or(&dimension.atoms_that(|what| what == What::Undetermined));
        Part { dimension: place, holds, possible }
    }

    /// A test that is more than one of values.
    fn test(&mut self, world: &mut World<'_>, of: Name, test: &Test) -> Parts {
        match test {
            Test::Not(members) if members.as_slice() == [Test::Unknown] => {
                let given = self.of_test(world, of, &Test::Unknown);
                vec![self.negated(&given)]
            }
            Test::Not(members) => {
                let (mut of_values, others): (Vec<Test>, Vec<Test>) =
                    members.iter().cloned().partition(|test| is_of_values(world, of, test));
                let mut all = Parts::new();
                if world.pack.type_of(of).range().is_some() {
                    of_values = vec![Test::Not(of_values)];
                    all.push(self.of_values(world, of, &of_values));
                } else {
                    let none = self.of_test(world, of, &Test::None);
                    all.push(self.negated(&none));
                }
                for member in &others {
                    let holds = self.of_test(world, of, member);
                    all.push(self.negated(&holds));
                }
                all
            }
            test => vec![self.of_test(world, of, test)],
        }
    }

    /// Where a test with a dimension of its own holds.
    fn of_test(&mut self, world: &mut World<'_>, of: Name, test: &Test) -> Part {
        let tested = Tested::Test(of, test.clone());
        let known = self.grid.dimensions.iter().position(|dimension| dimension.tested == tested);
        let dimension = known.unwrap_or_else(|| {
            self.grid.dimensions.push(Dimension::of_test(world, of, test));
            self.grid.dimensions.len().saturating_sub(1)
        });
        let own = self.grid.dimensions.get(dimension);
        let atoms = |are: &dyn Fn(What) -> bool| own.map_or_else(|| Atoms::all(0), |own| own.atoms_that(are));
        Part {
            dimension,
            holds: atoms(&|what| what == What::Holds(true)),
            possible: atoms(&|what| what != What::Holds(false)),
        }
    }
}

/// Where one of each of two choices holds.
fn both(some: &[Parts], others: &[Parts]) -> Result<Vec<Parts>, Beyond> {
    let mut all = Vec::new();
    for own in some {
        for other in others {
            if all.len() >= MOST_BLOCKS {
                return Err(Beyond::Blocks);
            }
            all.push(own.iter().chain(other).cloned().collect());
        }
    }
    Ok(all)
}
