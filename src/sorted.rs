//! Sorting, and sorted sets and maps that cost little code for each type of element.
//!
//! The standard library compiles its sorts and trees anew for every type: together a quarter of the browser's module.
//! Here positions are sorted, by one function for all types, and what is small enough stands in a sorted list.

use std::cmp::Ordering;
use std::ops::Deref;

/// Sorts by `compare`; what compares equal keeps its order.
pub fn sort_by<T>(items: &mut [T], compare: &dyn Fn(&T, &T) -> Ordering) {
    let swaps = swaps(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    for (a, b) in swaps {
        items.swap(a, b);
    }
}

/// The positions to swap, one pair after the other, so that what stands at them is as `compare` puts it.
fn swaps(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    let mut swaps = Vec::new();
    if (1..length).all(|at| compare(at.saturating_sub(1), at).is_le()) {
        return swaps;
    }
    let mut from = order(length, compare);
    // Every cycle of the permutation is turned by swaps; places that are done stand for themselves.
    for start in 0..length {
        let mut at = start;
        while let Some(next) = from.get_mut(at).map(|from| std::mem::replace(from, at))
            && next != start
        {
            swaps.push((at, next));
            at = next;
        }
    }
    swaps
}

/// The positions from 0 to `length` as `compare` puts them: runs of one are merged, then of two, of four and so on.
fn order(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    let mut width = 1_usize;
    while width < length {
        let mut merged = Vec::with_capacity(length);
        for runs in order.chunks(width.saturating_mul(2)) {
            let (mut left, mut right) = runs.split_at(width.min(runs.len()));
            while let ([first, rest @ ..], [second, later @ ..]) = (left, right) {
                if compare(*second, *first).is_lt() {
                    merged.push(*second);
                    right = later;
                } else {
                    merged.push(*first);
                    left = rest;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        order = merged;
        width = width.saturating_mul(2);
    }
    order
}

/// A set in ascending order, for up to some thousands of elements: one is inserted by moving all after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set<T>(Vec<T>);

impl<T: Ord> Set<T> {
    /// Adds an element; whether it was new.
    pub fn insert(&mut self, element: T) -> bool {
        let place = self.0.binary_search(&element);
        if let Err(at) = place {
            self.0.insert(at, element);
        }
        place.is_err()
    }

    pub fn contains(&self, element: &T) -> bool {
        self.0.binary_search(element).is_ok()
    }

    pub fn retain(&mut self, keep: impl FnMut(&T) -> bool) {
        self.0.retain(keep);
    }
}

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

#[cfg(feature = "proofs")]
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

impl<T> Default for Set<T> {
    fn default() -> Self {
        Set(Vec::new())
    }
}

impl<T> Deref for Set<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Ord> Extend<T> for Set<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, elements: I) {
        for element in elements {
            self.insert(element);
        }
    }
}

impl<T: Ord> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(elements: I) -> Self {
        let mut set = Set::default();
        set.extend(elements);
        set
    }
}

impl<T> From<Set<T>> for Vec<T> {
    fn from(set: Set<T>) -> Self {
        set.0
    }
}

impl<T> IntoIterator for Set<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Set<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn sorts_as_the_standard_library_does() {
        let mut random = fastrand::Rng::with_seed(3);
        for length in (0..200).chain([5_000]) {
            let items: Vec<(u8, usize)> = (0..length).map(|at| (random.u8(0..20), at)).collect();
            let (mut ours, mut theirs) = (items.clone(), items);
            sort_by(&mut ours, &|a, b| b.0.cmp(&a.0));
            theirs.sort_by_key(|item| std::cmp::Reverse(item.0));
            assert_eq!(ours, theirs);
        }
    }

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

    #[test]
    fn sets_answer_as_trees_do() {
        let mut random = fastrand::Rng::with_seed(4);
        let (mut set, mut tree) = (Set::default(), BTreeSet::new());
        for _ in 0..2_000 {
            let element = random.u8(..);
            assert_eq!(set.insert(element), tree.insert(element));
            let probe = random.u8(..);
            assert_eq!(set.contains(&probe), tree.contains(&probe));
        }
        assert!(set.iter().eq(&tree));
    }
}
