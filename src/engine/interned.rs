//! Lists in which equal items have equal numbers.

use std::hash::{Hash, Hasher};

use hashbrown::HashTable;
use rustc_hash::FxHasher;

/// Items numbered from 0 in the order in which they were first met.
#[derive(Debug, Clone)]
pub struct Interned<T> {
    items: Vec<T>,
    ids: HashTable<u32>,
}

impl<T> Default for Interned<T> {
    fn default() -> Self {
        Interned { items: Vec::new(), ids: HashTable::new() }
    }
}

impl<T: Eq + Hash> Interned<T> {
    /// The number of an item.
    pub fn id(&mut self, item: T) -> u32 {
        let hash = hash_of(&item);
        let items = &self.items;
        if let Some(&id) = self.ids.find(hash, |id| items.get(*id as usize) == Some(&item)) {
            return id;
        }
        // INVARIANT: a case has far fewer than 2^31 items; the diagrams' limit stops it long before.
        let id = u32::try_from(items.len()).unwrap_or(u32::MAX);
        self.items.push(item);
        let items = &self.items;
        self.ids.insert_unique(hash, id, |id| items.get(*id as usize).map_or(0, hash_of));
        id
    }
}

impl<T> Interned<T> {
    pub fn get(&self, id: u32) -> Option<&T> {
        self.items.get(id as usize)
    }
}

fn hash_of<T: Hash>(item: &T) -> u64 {
    let mut hasher = FxHasher::default();
    item.hash(&mut hasher);
    hasher.finish()
}
