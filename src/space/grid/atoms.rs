/// Some of the atoms of a dimension, by number.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Atoms(Vec<u64>);

const BITS: usize = 64;

impl Atoms {
    /// Those of so many atoms that are meant.
    pub fn of(count: usize, is_meant: impl Fn(usize) -> bool) -> Self {
        let words = (0..count.div_ceil(BITS)).map(|word| {
            let first = word.saturating_mul(BITS);
            let bits =
                (0..BITS).filter(|bit| first.saturating_add(*bit) < count && is_meant(first.saturating_add(*bit)));
            bits.fold(0, |word, bit| word | 1_u64.rotate_left(u32::try_from(bit).unwrap_or(0)))
        });
        Atoms(words.collect())
    }

    pub fn all(count: usize) -> Self {
        Atoms::of(count, |_| true)
    }

    pub fn contains(&self, atom: usize) -> bool {
        let bit = u32::try_from(atom % BITS).unwrap_or(0);
        self.0.get(atom / BITS).is_some_and(|word| word.rotate_right(bit) & 1 == 1)
    }

    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// Whether there is an atom in both.
    pub fn meets(&self, other: &Atoms) -> bool {
        self.0.iter().zip(&other.0).any(|(own, other)| own & other != 0)
    }

    /// Whether the other has all of these.
    pub fn is_within(&self, other: &Atoms) -> bool {
        self.0.iter().zip(&other.0).all(|(own, other)| own & !other == 0)
    }

    fn joined(&self, other: &Atoms, join: impl Fn(u64, u64) -> u64) -> Atoms {
        Atoms(self.0.iter().zip(&other.0).map(|(own, other)| join(*own, *other)).collect())
    }

    pub fn and(&self, other: &Atoms) -> Atoms {
        self.joined(other, |own, other| own & other)
    }

    pub fn or(&self, other: &Atoms) -> Atoms {
        self.joined(other, |own, other| own | other)
    }

    pub fn without(&self, other: &Atoms) -> Atoms {
        self.joined(other, |own, other| own & !other)
    }

    /// Ascending.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        (0..self.0.len().saturating_mul(BITS)).filter(|atom| self.contains(*atom))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_beyond_a_word_are_kept_whole() {
        let even = Atoms::of(130, |atom| atom % 2 == 0);
        let third = Atoms::of(130, |atom| atom % 3 == 0);
        assert_eq!(even.and(&third).iter().collect::<Vec<_>>(), (0..130).step_by(6).collect::<Vec<_>>());
        assert!(even.meets(&third) && !even.is_within(&third));
        assert!(even.and(&third).is_within(&third));
        assert_eq!(even.or(&Atoms::all(130)), Atoms::all(130));
        assert!(even.without(&Atoms::all(130)).is_empty());
    }
}
