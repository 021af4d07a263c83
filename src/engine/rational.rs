//! Exact fractions. The `num` crates have them too, as generic code that costs the browser's module more than this.

#[cfg(test)]
mod tests;

use std::cmp::Ordering;

use crate::model::Rounding;

/// A fraction in lowest terms, its sign in the numerator. All reckoning is checked: `None` stands for a numerator or
/// denominator beyond 127 bits, on the way or in the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rational {
    numerator: i128,
    // INVARIANT: positive, and without a common divisor with the numerator.
    denominator: i128,
}

impl Rational {
    pub const ZERO: Rational = Rational::whole(0);

    /// A whole number.
    pub const fn whole(number: i128) -> Self {
        Rational { numerator: number, denominator: 1 }
    }

    /// `numerator / denominator`; `None` if the denominator is zero, or the lowest terms do not fit.
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        let divisor = greatest_divisor(numerator.unsigned_abs(), denominator.unsigned_abs());
        // Only when both are the least integer, or one is it and the other zero, is the divisor too large.
        let divisor = i128::try_from(divisor).ok()?;
        let (numerator, denominator) = (quotient(numerator, divisor)?, quotient(denominator, divisor)?);
        match denominator.cmp(&0) {
            Ordering::Less => {
                Some(Rational { numerator: numerator.checked_neg()?, denominator: denominator.checked_neg()? })
            }
            Ordering::Equal => None,
            Ordering::Greater => Some(Rational { numerator, denominator }),
        }
    }

    /// What a scalar of a type with so many decimals stands for: `scalar / 10^decimals`. Types have at most 18
    /// decimals, which reading checks; more count as 18.
    pub fn from_scalar(scalar: i64, decimals: u8) -> Self {
        let whole = Rational::whole(i128::from(scalar));
        match decimals {
            0 => whole,
            _ => Rational::new(whole.numerator, power_of_ten(decimals)).unwrap_or(whole),
        }
    }

    /// The scalar of a type with so many decimals; `None` unless it is exactly one.
    pub fn to_scalar(self, decimals: u8) -> Option<i64> {
        let scaled = self.checked_mul(Rational::whole(power_of_ten(decimals)))?;
        (scaled.denominator == 1).then(|| i64::try_from(scaled.numerator).ok()).flatten()
    }

    /// Above the line, with the sign.
    pub fn numerator(self) -> i128 {
        self.numerator
    }

    /// Below the line; positive.
    pub fn denominator(self) -> i128 {
        self.denominator
    }

    /// -1, 0 or 1.
    pub fn signum(self) -> i128 {
        self.numerator.signum()
    }

    pub fn checked_add(self, other: Rational) -> Option<Rational> {
        // Knuth, The Art of Computer Programming 4.5.1: the common divisor first keeps the terms small.
        let divisor = common_divisor(self.denominator, other.denominator)?;
        let (left, right) = (quotient(self.denominator, divisor)?, quotient(other.denominator, divisor)?);
        let sum = product(self.numerator, right)?.checked_add(product(other.numerator, left)?)?;
        let rest = common_divisor(sum, divisor)?;
        Some(Rational {
            numerator: quotient(sum, rest)?,
            denominator: product(left, quotient(other.denominator, rest)?)?,
        })
    }

    pub fn checked_sub(self, other: Rational) -> Option<Rational> {
        self.checked_add(other.checked_neg()?)
    }

    pub fn checked_mul(self, other: Rational) -> Option<Rational> {
        let across = common_divisor(self.numerator, other.denominator)?;
        let back = common_divisor(other.numerator, self.denominator)?;
        Some(Rational {
            numerator: product(quotient(self.numerator, across)?, quotient(other.numerator, back)?)?,
            denominator: product(quotient(self.denominator, back)?, quotient(other.denominator, across)?)?,
        })
    }

    /// `None` also if `other` is zero.
    pub fn checked_div(self, other: Rational) -> Option<Rational> {
        self.checked_mul(Rational::new(other.denominator, other.numerator)?)
    }

    pub fn checked_neg(self) -> Option<Rational> {
        Some(Rational { numerator: self.numerator.checked_neg()?, ..self })
    }

    /// Whether it is a whole number of steps; nothing is of a step of zero.
    #[cfg(feature = "proofs")]
    pub fn is_multiple_of(self, step: Rational) -> bool {
        self.checked_div(step).is_some_and(|steps| steps.denominator == 1)
    }

    /// The greatest number of which both are multiples, by Euclid's algorithm; zero only of two zeros.
    #[cfg(feature = "proofs")]
    pub fn in_common(self, other: Rational) -> Option<Rational> {
        let (mut one, mut other) = (self, other);
        while other != Rational::ZERO {
            let quotient = one.checked_div(other)?.floor();
            (one, other) = (other, one.checked_sub(quotient.checked_mul(other)?)?);
        }
        if one < Rational::ZERO { one.checked_neg() } else { Some(one) }
    }

    /// The greatest whole number that is not above.
    pub fn floor(self) -> Rational {
        // INVARIANT: the denominator is positive, so there is a quotient and it fits.
        Rational::whole(divided(self.numerator, self.denominator).map_or(self.numerator, |(whole, _)| whole))
    }

    /// The multiple of `step` that `mode` chooses; `None` also if `step` is zero.
    pub fn round(self, step: Rational, mode: Rounding) -> Option<Rational> {
        let step = if step.numerator < 0 { step.checked_neg()? } else { step };
        let count = self.checked_div(step)?;
        let (below, rest) = divided(count.numerator, count.denominator)?;
        if rest == 0 {
            return Some(self);
        }
        let positive = count.numerator > 0;
        let away = match rest.cmp(&count.denominator.checked_sub(rest)?) {
            Ordering::Less => false,
            Ordering::Equal => match mode {
                Rounding::HalfDown => !positive,
                Rounding::HalfEven => below & 1 == 1,
                _ => positive,
            },
            Ordering::Greater => true,
        };
        let above = match mode {
            Rounding::HalfUp | Rounding::HalfDown | Rounding::HalfEven => away,
            Rounding::Up => positive,
            Rounding::Down => !positive,
            Rounding::Ceiling => true,
            Rounding::Floor => false,
        };
        Rational::whole(below.checked_add(i128::from(above))?).checked_mul(step)
    }
}

impl PartialOrd for Rational {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Rational {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.denominator == other.denominator {
            return self.numerator.cmp(&other.numerator);
        }
        match (product(self.numerator, other.denominator), product(other.numerator, self.denominator)) {
            (Some(left), Some(right)) => left.cmp(&right),
            _ => compare_by_parts(*self, *other),
        }
    }
}

/// Compares the whole parts, then the reciprocals of what is left, as the continued fractions of both unfold: the
/// order of fractions whose cross products do not fit.
fn compare_by_parts(left: Rational, right: Rational) -> Ordering {
    let (mut a, mut b, mut c, mut d) = (left.numerator, left.denominator, right.numerator, right.denominator);
    let mut flipped = false;
    loop {
        let (Some((whole_left, rest_left)), Some((whole_right, rest_right))) = (divided(a, b), divided(c, d)) else {
            // A rest of zero became a denominator: that side's reciprocal is infinite.
            let order = (b == 0).cmp(&(d == 0));
            return if flipped { order.reverse() } else { order };
        };
        let order = whole_left.cmp(&whole_right);
        if order != Ordering::Equal {
            return if flipped { order.reverse() } else { order };
        }
        (a, b, c, d) = (b, rest_left, d, rest_right);
        flipped = !flipped;
    }
}

// WebAssembly has no arithmetic of this width: what it takes instead stands in the module once. Most denominators are 1.

#[inline(never)]
fn product(a: i128, b: i128) -> Option<i128> {
    if b == 1 { Some(a) } else { a.checked_mul(b) }
}

#[inline(never)]
fn quotient(number: i128, divisor: i128) -> Option<i128> {
    if divisor == 1 { Some(number) } else { number.checked_div(divisor) }
}

/// The greatest whole number that is not above `number / divisor`, and what it leaves of `number`; `None` if the divisor,
/// which is not negative, is zero.
#[inline(never)]
fn divided(number: i128, divisor: i128) -> Option<(i128, i128)> {
    let towards_zero = quotient(number, divisor)?;
    let rest = number.checked_sub(towards_zero.checked_mul(divisor)?)?;
    if rest < 0 { Some((towards_zero.checked_sub(1)?, rest.checked_add(divisor)?)) } else { Some((towards_zero, rest)) }
}

/// Of two numbers of which the second is positive, so that the divisor fits.
fn common_divisor(number: i128, positive: i128) -> Option<i128> {
    if positive == 1 {
        return Some(1);
    }
    i128::try_from(greatest_divisor(number.unsigned_abs(), positive.unsigned_abs())).ok()
}

/// Euclid's; of zero and a number that number.
fn greatest_divisor(mut a: u128, mut b: u128) -> u128 {
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    a
}

fn power_of_ten(exponent: u8) -> i128 {
    const GREATEST: u32 = 18;
    10_i64.saturating_pow(u32::from(exponent).min(GREATEST)).into()
}
