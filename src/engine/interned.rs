//! Lists in which equal items have equal numbers.

use std::hash::Hash;

use super::numbers::{Numbers, hash_of};

/// Items numbered from 0 in the order in which they were first met.
#[derive(Debug, Clone)]
pub struct Interned<T> {
    items: Vec<T>,
    numbers: Numbers,
}

impl<T> Default for Interned<T> {
    fn default() -> Self {
        Interned { items: Vec::new(), numbers: Numbers::default() }
    }
}

impl<T: Eq + Hash> Interned<T> {
    /// The number of an item.
    pub fn id(&mut self, item: T) -> u32 {
        let hash = hash_of(&item);
        let items = &self.items;
        self.numbers.find(hash, &|id| items.get(id as usize) == Some(&item)).unwrap_or_else(|| {
            self.items.push(item);
            self.numbers.add(hash)
        })
    }
}

impl<T> Interned<T> {
    pub fn get(&self, id: u32) -> Option<&T> {
        self.items.get(id as usize)
    }
}
