//! Where blocks lie outside of others, by taking a grid apart.
//!
//! As Davis, Putnam, Logemann and Loveland take formulas apart: a block that no other meets is found, one that another
//! covers is dropped, and any other is cut in two along the block that comes nearest to covering it.

use crate::engine::diagram::Node;
use crate::engine::world::World;

use super::{Block, Grid};

/// A block, and where the cases are that reach it as far as its dimensions are not free.
#[derive(Debug, Clone)]
pub struct Found {
    pub block: Block,
    pub reach: Node,
}

/// Looks for parts of a grid within bounds.
pub struct Search<'g> {
    pub grid: &'g Grid,
    /// So many times more may a block be held against another.
    pub left: u64,
}

impl<'g> Search<'g> {
    pub fn new(grid: &'g Grid, most: u64) -> Self {
        Search { grid, left: most }
    }

    /// The parts of a block that lie outside of all others and that cases reach, each apart from the rest, at most so
    /// many. `None` where the bounds did not suffice to find that many or all.
    pub fn outside(&mut self, world: &mut World<'_>, of: &Block, others: &[&Block], most: usize) -> Option<Vec<Found>> {
        let mut found = Vec::new();
        if of.is_empty() {
            return Some(found);
        }
        let all: Vec<u32> = (0..u32::try_from(others.len()).unwrap_or(u32::MAX)).collect();
        let mut open = vec![(of.clone(), self.grid.reach(world, of), all)];
        while let Some((block, reach, near)) = open.pop() {
            if reach == Node::NO {
                continue;
            }
            self.left = self.left.checked_sub(u64::try_from(near.len()).unwrap_or(u64::MAX).saturating_add(1))?;
            match nearest(&block, others, near) {
                Near::Covered => {}
                Near::Free => {
                    found.push(Found { block, reach });
                    if found.len() >= most {
                        return Some(found);
                    }
                }
                Near::Cut { by, dimension, near } => {
                    let cut = others.get(by).and_then(|other| other.0.get(dimension));
                    let (Some(cut), Some(own)) = (cut, block.0.get(dimension)) else { continue };
                    for atoms in [own.and(cut), own.without(cut)] {
                        let part = self.grid.reached(world, dimension, &atoms);
                        let reach = world.diagrams.and(reach, part);
                        open.push((block.with(dimension, atoms), reach, near.clone()));
                    }
                }
            }
        }
        Some(found)
    }

    /// Whether any case is in a block and in none of the others.
    pub fn is_outside(&mut self, world: &mut World<'_>, of: &Block, others: &[&Block]) -> Option<bool> {
        Some(!self.outside(world, of, others, 1)?.is_empty())
    }
}

/// How a block lies to others.
enum Near {
    /// One of them covers it.
    Covered,
    /// It meets none.
    Free,
    /// The one that comes nearest to covering it, a dimension in which it does not, and all that meet it.
    Cut { by: usize, dimension: usize, near: Vec<u32> },
}

fn nearest(block: &Block, others: &[&Block], near: Vec<u32>) -> Near {
    let mut meeting = Vec::new();
    let mut best: Option<(usize, usize)> = None;
    let mut cuts = vec![0_u32; block.0.len()];
    for at in near {
        let Some(other) = others.get(at as usize).filter(|other| block.meets(other)) else { continue };
        let mut open = 0_usize;
        for ((own, other), cuts) in block.0.iter().zip(&other.0).zip(&mut cuts) {
            if !own.is_within(other) {
                open = open.saturating_add(1);
                *cuts = cuts.saturating_add(1);
            }
        }
        if open == 0 {
            return Near::Covered;
        }
        meeting.push(at);
        if best.is_none_or(|(least, _)| open < least) {
            best = Some((open, at as usize));
        }
    }
    let Some((_, by)) = best else { return Near::Free };
    let other = others.get(by);
    // Along the dimension in which most of the others end, so that both halves have fewer of them.
    let ends = block.0.iter().zip(other.iter().flat_map(|other| &other.0)).zip(&cuts).enumerate();
    let ends = ends.filter(|(_, ((own, other), _))| !own.is_within(other));
    let dimension = ends.max_by_key(|(at, (_, cuts))| (**cuts, std::cmp::Reverse(*at))).map_or(0, |(at, _)| at);
    Near::Cut { by, dimension, near: meeting }
}
