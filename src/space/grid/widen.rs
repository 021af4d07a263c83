//! From the parts that a search finds to as few and as wide ones as tell the same.

use super::{Block, Grid};

impl Grid {
    /// Blocks that lie outside of some others, each as wide as it can be and none within another; together they are what
    /// the given ones are. They may share cases.
    pub fn widened(&self, parts: &[Block], others: &[&Block]) -> Vec<Block> {
        let mut wide: Vec<Block> = Vec::new();
        for part in parts {
            if !wide.iter().any(|known| part.is_within(known)) {
                let own = self.widen(part, others);
                wide.retain(|known| !known.is_within(&own));
                wide.push(own);
            }
        }
        wide
    }

    /// The step of Espresso (Brayton et al. 1984) that expands a cube: one dimension after the other takes all atoms with
    /// which the block still meets none of the others.
    fn widen(&self, part: &Block, others: &[&Block]) -> Block {
        let mut wide = part.clone();
        for (at, dimension) in self.dimensions.iter().enumerate() {
            let free = wide.with(at, dimension.all());
            let meeting = others.iter().filter(|other| free.meets(other));
            let taken = meeting.filter_map(|other| other.0.get(at));
            let rest = taken.fold(dimension.all(), |rest, taken| rest.without(taken));
            wide = wide.with(at, rest);
        }
        wide
    }
}
