use super::atoms::Atoms;

/// A part of a grid: of each dimension some atoms.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Block(pub Vec<Atoms>);

impl Block {
    pub fn is_empty(&self) -> bool {
        self.0.iter().any(Atoms::is_empty)
    }

    /// Whether some cell of the grid is in both.
    pub fn meets(&self, other: &Block) -> bool {
        self.0.iter().zip(&other.0).all(|(own, other)| own.meets(other))
    }

    pub fn is_within(&self, other: &Block) -> bool {
        self.0.iter().zip(&other.0).all(|(own, other)| own.is_within(other))
    }

    pub fn and(&self, other: &Block) -> Block {
        Block(self.0.iter().zip(&other.0).map(|(own, other)| own.and(other)).collect())
    }

    /// The dimension in which the two differ, if it is a single one.
    pub fn only_difference(&self, other: &Block) -> Option<usize> {
        let mut different = self.0.iter().zip(&other.0).enumerate().filter(|(_, (own, other))| own != other);
        let (dimension, _) = different.next()?;
        if different.next().is_none() { Some(dimension) } else { None }
    }

    /// The same with other atoms of one dimension.
    pub fn with(&self, dimension: usize, atoms: Atoms) -> Block {
        let mut block = self.clone();
        if let Some(own) = block.0.get_mut(dimension) {
            *own = atoms;
        }
        block
    }
}
