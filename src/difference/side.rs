//! The two packs, and what there is of each.

use serde::Serialize;

/// Which of the two packs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Old,
    New,
}

/// Something of each pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
pub struct Both<T> {
    pub old: T,
    pub new: T,
}

impl<T> Both<T> {
    /// What `make` makes for each side.
    pub fn each(mut make: impl FnMut(Side) -> T) -> Both<T> {
        Both { old: make(Side::Old), new: make(Side::New) }
    }

    pub fn of(&self, side: Side) -> &T {
        match side {
            Side::Old => &self.old,
            Side::New => &self.new,
        }
    }

    pub fn of_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Old => &mut self.old,
            Side::New => &mut self.new,
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = &T> {
        [&self.old, &self.new].into_iter()
    }
}
