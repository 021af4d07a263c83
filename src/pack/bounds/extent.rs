//! What quantities can come to: how far from zero, in which steps, and with which numerators and denominators.

use crate::engine::rational::Rational;
use crate::model::Type;

/// What a part of a formula can come to.
#[derive(Debug, Clone, Copy)]
pub struct Extent {
    /// It is a whole multiple of this; of anything, if zero. `None` where that is not known.
    pub grain: Option<Rational>,
    /// No value is further from zero, in whole units.
    pub magnitude: i128,
    /// No value in lowest terms has a greater numerator.
    pub numerator: i128,
    /// No value in lowest terms has a greater denominator.
    pub denominator: i128,
}

/// Numerators and denominators up to here can be compared and rounded without overflow: the square root of the limit
/// of 127 bits would be safe for any two; this much is safe for a result and the decimals of its type.
const LIMIT: i128 = 10_i128.pow(28);

impl Extent {
    /// Whether all values can be reckoned with exactly.
    pub fn fits(&self) -> bool {
        self.numerator <= LIMIT && self.denominator <= LIMIT && self.magnitude <= LIMIT
    }
}

/// That of one value.
pub fn constant(value: Rational) -> Option<Extent> {
    let value = magnitude(value);
    let above = value.numerator().checked_div(value.denominator())?.checked_add(1)?;
    Some(Extent {
        grain: Some(value),
        magnitude: above,
        numerator: value.numerator(),
        denominator: value.denominator(),
    })
}

/// That of the multiples of a step, no further from zero than so many whole units.
pub fn whole_multiples(grain: Rational, magnitude: i128) -> Option<Extent> {
    let denominator = grain.denominator();
    Some(Extent { grain: Some(grain), magnitude, numerator: magnitude.checked_mul(denominator)?, denominator })
}

/// That of a sum, or of a difference.
pub fn sum(left: Extent, right: Extent) -> Option<Extent> {
    let numerator =
        left.numerator.checked_mul(right.denominator)?.checked_add(right.numerator.checked_mul(left.denominator)?)?;
    Some(Extent {
        grain: both(left.grain, right.grain),
        magnitude: left.magnitude.checked_add(right.magnitude)?,
        numerator,
        denominator: left.denominator.checked_mul(right.denominator)?,
    })
}

/// That of a product.
pub fn product(left: Extent, right: Extent) -> Option<Extent> {
    Some(Extent {
        grain: left.grain.zip(right.grain).and_then(|(left, right)| left.checked_mul(right)),
        magnitude: left.magnitude.checked_mul(right.magnitude)?,
        numerator: left.numerator.checked_mul(right.numerator)?,
        denominator: left.denominator.checked_mul(right.denominator)?,
    })
}

/// That of a quotient; `by` is what is divided by, where that is constant.
pub fn ratio(left: Extent, right: Extent, by: Option<Rational>) -> Option<Extent> {
    let grain = left.grain.zip(by).and_then(|(grain, by)| grain.checked_div(magnitude(by)));
    Some(Extent {
        grain,
        // What is not zero is at least one part of the greatest denominator.
        magnitude: left.magnitude.checked_mul(right.denominator)?,
        numerator: left.numerator.checked_mul(right.denominator)?,
        denominator: left.denominator.checked_mul(right.numerator.max(1))?,
    })
}

/// That of what is either.
pub fn either(left: Extent, right: Extent) -> Option<Extent> {
    left.numerator.checked_mul(right.denominator)?;
    right.numerator.checked_mul(left.denominator)?;
    Some(Extent {
        grain: both(left.grain, right.grain),
        magnitude: left.magnitude.max(right.magnitude),
        numerator: left.numerator.max(right.numerator),
        denominator: left.denominator.max(right.denominator),
    })
}

/// What is known of the denominators by the grain also bounds the numerators.
pub fn refined(extent: Extent) -> Extent {
    let Some(grain) = extent.grain else { return extent };
    let denominator = extent.denominator.min(grain.denominator());
    let numerator = extent.magnitude.checked_mul(denominator).unwrap_or(i128::MAX).min(extent.numerator);
    Extent { denominator, numerator, ..extent }
}

/// The smallest step of a type.
pub fn unit(kind: &Type) -> Rational {
    Rational::from_scalar(1, kind.decimals())
}

/// How far a number is from zero.
pub fn magnitude(of: Rational) -> Rational {
    if of.signum() < 0 { of.checked_neg().unwrap_or(of) } else { of }
}

/// The greatest step that both are multiples of, where they have one that is known.
pub fn both(left: Option<Rational>, right: Option<Rational>) -> Option<Rational> {
    left?.in_common(right?)
}
