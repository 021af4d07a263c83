//! Maps in a sorted list.

use std::ops::Deref;

/// What stands under keys, in ascending order of these, for up to some thousands of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Map<K, V>(Vec<(K, V)>);

impl<K: Ord, V> Map<K, V> {
    fn place(&self, key: &K) -> Result<usize, usize> {
        self.0.binary_search_by(|(own, _)| own.cmp(key))
    }

    /// Puts a value under a key, in the place of the one that stands there.
    pub fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(at) => {
                if let Some((_, own)) = self.0.get_mut(at) {
                    *own = value;
                }
            }
            Err(at) => self.0.insert(at, (key, value)),
        }
    }

    /// Changes what stands under a key, once there is what `make` makes if nothing is there yet.
    pub fn change(&mut self, key: K, make: impl FnOnce() -> V, change: impl FnOnce(&mut V)) {
        let place = self.place(&key);
        if let Err(at) = place {
            self.0.insert(at, (key, make()));
        }
        if let Ok(at) | Err(at) = place
            && let Some((_, value)) = self.0.get_mut(at)
        {
            change(value);
        }
    }

    pub fn get(&self, key: &K) -> Option<&V> {
        self.place(key).ok().and_then(|at| self.0.get(at)).map(|(_, value)| value)
    }

    pub fn remove(&mut self, key: &K) -> Option<V> {
        self.place(key).ok().map(|at| self.0.remove(at).1)
    }

    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Map(Vec::new())
    }
}

impl<K, V> Deref for Map<K, V> {
    type Target = [(K, V)];

    fn deref(&self) -> &[(K, V)] {
        &self.0
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<K: Ord, V> Extend<(K, V)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<'m, K, V> IntoIterator for &'m Map<K, V> {
    type Item = &'m (K, V);
    type IntoIter = std::slice::Iter<'m, (K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn maps_answer_as_trees_do() {
        let mut random = fastrand::Rng::with_seed(12);
        let (mut map, mut tree) = (Map::default(), BTreeMap::new());
        for _ in 0..2_000 {
            let (key, value) = (random.u8(..), random.u16(..));
            match random.u8(..3) {
                0 => {
                    map.insert(key, value);
                    tree.insert(key, value);
                }
                1 => {
                    map.change(key, || 7, |own| *own ^= value);
                    *tree.entry(key).or_insert(7) ^= value;
                }
                _ => assert_eq!(map.remove(&key), tree.remove(&key)),
            }
            let probe = random.u8(..);
            assert_eq!(map.get(&probe), tree.get(&probe));
        }
        assert!(map.keys().eq(tree.keys()));
        assert!(map.into_iter().eq(tree));
    }
}
