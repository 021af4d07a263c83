#![expect(clippy::arithmetic_side_effects, reason = "small numbers, and a test may panic")]

use num_rational::BigRational;
use num_traits::ToPrimitive;

use super::*;

fn exact(of: Rational) -> BigRational {
    BigRational::new(of.numerator.into(), of.denominator.into())
}

fn fitting(of: &BigRational) -> Option<Rational> {
    Rational::new(of.numer().to_i128()?, of.denom().to_i128()?)
}

/// Fractions of every size, zero and both extremes among them.
fn fractions(seed: u64, count: usize) -> Vec<Rational> {
    let mut random = fastrand::Rng::with_seed(seed);
    let mut term = |least_bits: u32| {
        let bits = random.u32(least_bits..128);
        random.i128(..) >> (127 - bits)
    };
    let mut fractions = vec![Rational::ZERO, Rational::whole(i128::MAX), Rational::whole(i128::MIN)];
    fractions.extend(Rational::new(1, i128::MAX));
    fractions.extend(std::iter::repeat_with(|| Rational::new(term(0), term(1))).flatten().take(count));
    fractions
}

#[test]
fn a_result_that_is_given_is_exact() {
    for pair in fractions(1, 4_000).windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let (x, y) = (exact(a), exact(b));
        for (result, expected) in [
            (a.checked_add(b), &x + &y),
            (a.checked_sub(b), &x - &y),
            (a.checked_mul(b), &x * &y),
            (a.checked_neg(), -x.clone()),
            (Some(a.floor()), x.floor()),
        ] {
            if let Some(result) = result {
                assert_eq!(exact(result), expected, "{a:?} {b:?}");
                assert_eq!(fitting(&expected), Some(result), "in lowest terms");
            }
        }
        if let Some(quotient) = a.checked_div(b) {
            assert_eq!(exact(quotient), x / y);
        }
    }
}

#[test]
fn what_fits_is_not_refused() {
    for pair in fractions(2, 6_000).windows(2) {
        let (a, b) = (pair[0], pair[1]);
        assert_eq!(a.checked_mul(b), fitting(&(exact(a) * exact(b))), "{a:?} * {b:?}");
    }
    let cents = |scalar| Rational::from_scalar(scalar, 2);
    assert_eq!(cents(i64::MAX).checked_add(cents(i64::MAX)), cents(i64::MAX).checked_mul(Rational::whole(2)));
    assert_eq!(cents(4_999).checked_div(cents(0)), None);
}

#[test]
fn fractions_are_ordered_as_numbers() {
    let mut near = Vec::new();
    for fraction in fractions(3, 1_000) {
        near.push(fraction);
        // Neighbours whose cross products are far beyond 127 bits.
        near.extend(Rational::new(fraction.numerator, fraction.denominator.saturating_add(1)));
        near.extend(Rational::new(fraction.numerator.saturating_sub(1), fraction.denominator.saturating_add(1)));
    }
    for pair in near.windows(3) {
        for (a, b) in [(pair[0], pair[1]), (pair[1], pair[0]), (pair[0], pair[2]), (pair[0], pair[0])] {
            assert_eq!(a.cmp(&b), exact(a).cmp(&exact(b)), "{a:?} {b:?}");
            assert_eq!(compare_by_parts(a, b), exact(a).cmp(&exact(b)), "{a:?} {b:?}");
        }
    }
}

#[test]
fn scalars_come_and_go_unchanged() {
    for scalar in [i64::MIN, -4_999, -1, 0, 1, 10, 4_999, 5_000, i64::MAX] {
        for decimals in [0, 1, 2, 4, 18] {
            assert_eq!(Rational::from_scalar(scalar, decimals).to_scalar(decimals), Some(scalar));
        }
    }
    assert_eq!(Rational::from_scalar(4_999, 2).to_scalar(1), None, "too fine");
    assert_eq!(Rational::from_scalar(4_990, 2).to_scalar(1), Some(499));
    assert_eq!(Rational::from_scalar(i64::MAX, 0).to_scalar(1), None, "too large");
}

#[test]
fn each_mode_rounds_as_its_name_says() {
    use Rounding::{Ceiling, Down, Floor, HalfDown, HalfEven, HalfUp, Up};
    let tenths = [-25, -21, -20, -15, -6, -5, -4, 0, 4, 5, 6, 15, 20, 21, 25];
    for (mode, expected) in [
        (HalfUp, [-3, -2, -2, -2, -1, -1, 0, 0, 0, 1, 1, 2, 2, 2, 3]),
        (HalfDown, [-2, -2, -2, -1, -1, 0, 0, 0, 0, 0, 1, 1, 2, 2, 2]),
        (HalfEven, [-2, -2, -2, -2, -1, 0, 0, 0, 0, 0, 1, 2, 2, 2, 2]),
        (Up, [-3, -3, -2, -2, -1, -1, -1, 0, 1, 1, 1, 2, 2, 3, 3]),
        (Down, [-2, -2, -2, -1, 0, 0, 0, 0, 0, 0, 0, 1, 2, 2, 2]),
        (Ceiling, [-2, -2, -2, -1, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 3]),
        (Floor, [-3, -3, -2, -2, -1, -1, -1, 0, 0, 0, 0, 1, 2, 2, 2]),
    ] {
        for (tenth, whole) in tenths.into_iter().zip(expected) {
            let rounded = Rational::from_scalar(tenth, 1).round(Rational::whole(1), mode);
            assert_eq!(rounded, Some(Rational::whole(whole)), "{mode:?} of {tenth} tenths");
        }
    }
}

#[test]
fn rounding_gives_the_nearest_multiple_of_any_step() {
    let modes = [Rounding::HalfUp, Rounding::HalfDown, Rounding::HalfEven];
    for pair in fractions(4, 3_000).windows(2) {
        let (of, step) = (pair[0], pair[1]);
        for mode in modes {
            let Some(rounded) = of.round(step, mode) else { continue };
            let (of, step, rounded) = (exact(of), exact(step), exact(rounded));
            assert!((&rounded / &step).is_integer());
            let (off, size) = (rounded - of, if step < BigRational::default() { -step } else { step });
            let off = if off < BigRational::default() { -off } else { off };
            assert!(&off + &off <= size);
        }
    }
    assert_eq!(Rational::whole(1).round(Rational::ZERO, Rounding::Up), None);
}

#[cfg(feature = "proofs")]
#[test]
fn the_common_step_of_two_numbers_is_the_greatest() {
    let number = |numerator, denominator| Rational::new(numerator, denominator).expect("a number");
    for (one, other, expected) in [
        (number(1, 100), number(1, 10), number(1, 100)),
        (number(3, 10), number(-1, 2), number(1, 10)),
        (number(0, 1), number(5, 1), number(5, 1)),
        (number(-4, 1), number(6, 1), number(2, 1)),
    ] {
        assert_eq!(one.in_common(other), Some(expected));
    }
}
