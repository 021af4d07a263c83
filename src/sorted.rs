//! Sorting, and sorted sets and maps that cost little code for each type of element.
//!
//! The standard library compiles its sorts and trees anew for every type: together a quarter of the browser's module.
//! Here positions are sorted, by one function for all types, and what is small enough stands in a sorted list.

#[cfg(feature = "proofs")]
mod map;
mod set;

use std::cmp::Ordering;

#[cfg(feature = "proofs")]
pub use map::Map;
pub use set::Set;

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

#[cfg(test)]
mod tests {
    use super::*;

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
}
