//! Ranges of exact quantities.

use super::rational::Rational;

/// From the least to the greatest value, both inclusive, in natural units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    pub low: Rational,
    pub high: Rational,
    /// Whether it may be wider than the tightest.
    pub outer: bool,
}

impl Interval {
    /// One value alone.
    pub fn point(value: Rational) -> Interval {
        Interval { low: value, high: value, outer: false }
    }

    pub fn is_point(&self) -> bool {
        self.low == self.high
    }

    /// Widens what is known so far, if anything, to contain this too.
    #[inline(never)]
    pub fn widen(self, known: &mut Option<Interval>) {
        match known {
            Some(known) => {
                known.outer |= self.outer;
                if self.low < known.low {
                    known.low = self.low;
                }
                if self.high > known.high {
                    known.high = self.high;
                }
            }
            None => *known = Some(self),
        }
    }
}
