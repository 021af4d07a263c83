//! A decision table laid out over what its cells can tell apart.
//!
//! Every name that a table tests is a dimension, cut where its cells cut it; a test against another name, of a set or of
//! what is known is a dimension of its own. Each row then is a few blocks, products of atoms, and what is asked of a table
//! (gaps, overlaps, rows that others hide) is where some blocks lie outside of others ([`search`]). Blocks do not grow with
//! the number of columns as decision diagrams may, so a thousand rows are laid out as easily as ten.
//!
//! What of the grid any case reaches is a diagram over the facts behind the dimensions, kept beside each block. Facts that
//! stand in one dimension only and always apply need none: all their atoms are reached, wherever one is on the grid.

mod atoms;
mod block;
mod dimension;
mod layout;
mod search;
mod widen;

pub use atoms::Atoms;
pub use block::Block;
pub use dimension::{Dimension, Tested, What};
pub use layout::Beyond;
pub use search::{Found, Search};

use crate::engine::diagram::Node;
use crate::engine::world::World;
use crate::model::FactId;

use super::share::share;
use super::{Region, RegionCell};

/// A table over what its cells tell apart.
#[derive(Debug, Clone)]
pub struct Grid {
    pub dimensions: Vec<Dimension>,
    /// By row of the table; of `otherwise` rows the blocks of the table's own `when`.
    pub rows: Vec<Row>,
}

/// When a row fits.
#[derive(Debug, Clone, Default)]
pub struct Row {
    pub blocks: Vec<Fit>,
}

/// One way in which a row fits.
#[derive(Debug, Clone)]
pub struct Fit {
    /// Where all its cells hold.
    pub holds: Block,
    /// Where none of its cells fails: they hold, or are undetermined.
    pub possible: Block,
}

impl Grid {
    /// The whole grid.
    pub fn all(&self) -> Block {
        Block(self.dimensions.iter().map(Dimension::all).collect())
    }

    /// Where cases are, of some atoms of a dimension; [`Node::YES`] of a free one.
    fn reached(&self, world: &mut World<'_>, dimension: usize, atoms: &Atoms) -> Node {
        let Some(dimension) = self.dimensions.get(dimension) else { return Node::YES };
        if dimension.is_free || *atoms == dimension.all() {
            return Node::YES;
        }
        self.holding(world, dimension, atoms)
    }

    fn holding(&self, world: &mut World<'_>, dimension: &Dimension, atoms: &Atoms) -> Node {
        let own = dimension.atoms.iter().enumerate().filter(|(at, _)| atoms.contains(*at));
        own.fold(Node::NO, |any, (_, atom)| world.diagrams.or(any, atom.holds))
    }

    /// Where the cases of a block are, as far as its dimensions are not free.
    pub fn reach(&self, world: &mut World<'_>, block: &Block) -> Node {
        let mut reach = Node::YES;
        for (at, atoms) in block.0.iter().enumerate() {
            let own = self.reached(world, at, atoms);
            reach = world.diagrams.and(reach, own);
        }
        reach
    }

    /// Where the cases of a block are.
    pub fn truth(&self, world: &mut World<'_>, block: &Block) -> Node {
        let mut truth = Node::YES;
        for (dimension, atoms) in self.dimensions.iter().zip(&block.0).filter(|(own, atoms)| **atoms != own.all()) {
            let own = self.holding(world, dimension, atoms);
            truth = world.diagrams.and(truth, own);
        }
        truth
    }

    /// The share of all cases that are in a block.
    pub fn share(&self, world: &World<'_>, block: &Block, reach: Node) -> Option<f64> {
        let free = self.dimensions.iter().zip(&block.0).filter(|(dimension, _)| dimension.is_free);
        let weights = free.map(|(dimension, atoms)| {
            let own = dimension.atoms.iter().enumerate().filter(|(at, _)| atoms.contains(*at));
            own.map(|(_, atom)| atom.weight).sum::<f64>()
        });
        Some(weights.product::<f64>() * share(world, reach)?)
    }

    /// A block in a rule author's words.
    pub fn region(&self, world: &mut World<'_>, block: &Block) -> Region {
        let mut cells: Vec<RegionCell> = Vec::new();
        for (dimension, atoms) in self.dimensions.iter().zip(&block.0) {
            let Some(cell) = dimension.cell(atoms, world.pack) else { continue };
            let of = world.pack.id_of(dimension.name());
            let before = cells.iter_mut().find(|own| own.of == of && own.cell.starts_with("not("));
            match (before, cell.strip_prefix("not(")) {
                // What a set has none of stands in one cell.
                (Some(before), Some(rest)) => {
                    before.cell.truncate(before.cell.len().saturating_sub(1));
                    before.cell.push_str(", ");
                    before.cell.push_str(rest);
                }
                _ => cells.push(RegionCell { of: of.to_owned(), cell }),
            }
        }
        let reach = self.reach(world, block);
        Region { cells, share: self.share(world, block, reach) }
    }

    /// The facts that decide where on the grid a case is.
    pub fn facts(&self, world: &World<'_>) -> Vec<FactId> {
        let mut names = Vec::new();
        self.dimensions.iter().for_each(|dimension| dimension.each_name(&mut |name| names.push(name)));
        let all: Vec<FactId> = (0..world.pack.facts.len()).map(FactId::at).collect();
        world.layout.read_by(world.pack, &names, &all)
    }
}
