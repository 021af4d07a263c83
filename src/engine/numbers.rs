//! Finding numbered items by their hash.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

/// The hash of an item, for [`Numbers`].
pub fn hash_of<T: Hash + ?Sized>(item: &T) -> u32 {
    let mut hasher = Small(FxHasher::default());
    item.hash(&mut hasher);
    let hash = hasher.finish();
    #[expect(clippy::cast_possible_truncation, reason = "the hasher mixes its upper bits into the lower ones")]
    let hash = hash as u32;
    hash
}

/// The library's hasher, but for many bytes at once: its way with those is longer than all the rest, and texts and lists are
/// few.
struct Small(FxHasher);

impl Hasher for Small {
    fn finish(&self) -> u64 {
        self.0.finish()
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0.write_u8(*byte));
    }

    fn write_u8(&mut self, item: u8) {
        self.0.write_u8(item);
    }

    fn write_u16(&mut self, item: u16) {
        self.0.write_u16(item);
    }

    fn write_u32(&mut self, item: u32) {
        self.0.write_u32(item);
    }

    fn write_u64(&mut self, item: u64) {
        self.0.write_u64(item);
    }

    fn write_u128(&mut self, item: u128) {
        self.0.write_u128(item);
    }

    fn write_usize(&mut self, item: usize) {
        self.0.write_usize(item);
    }
}

/// The numbers of items that stand elsewhere, by the hash of each. It knows no items, so it is compiled once for items
/// of all types, where a library's table would be compiled for each: that was 2 % of the browser's module.
#[derive(Debug, Clone, Default)]
pub struct Numbers {
    /// Hash and number; a number's place is the first that was free from its hash on, modulo the length.
    // INVARIANT: the length is a power of two or zero, and half of the places are free, so every search ends soon.
    places: Vec<(u32, u32)>,
    count: u32,
}

/// The number of no item. A case has far fewer items: the limit of the diagrams stops it long before.
const FREE: u32 = u32::MAX;

/// Enough for what a small diagram needs.
const FEWEST_PLACES: usize = 16;

impl Numbers {
    /// The number of the item that has this hash and is the one that is meant.
    pub fn find(&self, hash: u32, is_meant: &dyn Fn(u32) -> bool) -> Option<u32> {
        let mut at = hash;
        loop {
            match self.place(at) {
                Some((_, FREE)) | None => return None,
                Some((own, number)) if own == hash && is_meant(number) => return Some(number),
                _ => at = at.wrapping_add(1),
            }
        }
    }

    /// The number of a new item with this hash: the next one, from 0.
    pub fn add(&mut self, hash: u32) -> u32 {
        let number = self.count;
        self.count = number.saturating_add(1);
        let length = self.places.len();
        if (number as usize).saturating_mul(2) >= length {
            let length = length.saturating_mul(2).max(FEWEST_PLACES);
            let before = std::mem::replace(&mut self.places, vec![(0, FREE); length]);
            for (hash, number) in before {
                if number != FREE {
                    self.put(hash, number);
                }
            }
        }
        self.put(hash, number);
        number
    }

    fn put(&mut self, hash: u32, number: u32) {
        let mut at = hash;
        while self.place(at).is_some_and(|(_, taken)| taken != FREE) {
            at = at.wrapping_add(1);
        }
        let at = self.index(at);
        if let Some(place) = self.places.get_mut(at) {
            *place = (hash, number);
        }
    }

    fn place(&self, at: u32) -> Option<(u32, u32)> {
        self.places.get(self.index(at)).copied()
    }

    fn index(&self, at: u32) -> usize {
        at as usize & self.places.len().saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_found_by_the_order_in_which_they_were_added() {
        let mut random = fastrand::Rng::with_seed(6);
        let (mut numbers, mut items): (Numbers, Vec<(u8, u16)>) = (Numbers::default(), Vec::new());
        for _ in 0..20_000 {
            let item = (random.u8(..), random.u16(0..40));
            let found = numbers.find(hash_of(&item), &|number| items.get(number as usize) == Some(&item));
            let expected = items.iter().position(|own| *own == item);
            assert_eq!(found.map(|number| number as usize), expected);
            if found.is_none() {
                assert_eq!(numbers.add(hash_of(&item)) as usize, items.len());
                items.push(item);
            }
        }
    }

    #[test]
    fn items_of_one_hash_are_told_apart() {
        let mut numbers = Numbers::default();
        for number in 0..100 {
            assert_eq!(numbers.find(u32::MAX, &|own| own == number), None);
            assert_eq!(numbers.add(u32::MAX), number);
            assert_eq!(numbers.find(u32::MAX, &|own| own == number), Some(number));
        }
        assert_eq!(numbers.find(0, &|_| true), None, "another hash, though its place is taken");
    }
}
