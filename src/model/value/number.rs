//! Decimal numbers, read and printed without a float in between.

use super::ValueError;
use crate::text::{concat, cut, digits, whole as print_whole};

/// A decimal number without a float in between: an optional sign, digits, perhaps a point and digits.
/// The result counts units of `10^-decimals`.
///
/// # Errors
/// If it is no such number, has more decimals (trailing zeros do not count), or does not fit.
pub fn decimal(text: &str, decimals: u8, expected: &'static str) -> Result<i64, ValueError> {
    shifted(text, i64::from(decimals)).unwrap_or(Err(ValueError::Expected(expected)))
}

/// [`decimal`], perhaps with an exponent, as in `1.5e3`: JSON and JavaScript may write numbers so. An exponent beyond a
/// hundred either way counts as a hundred, which no quantity comes near.
///
/// # Errors
/// As [`decimal`].
pub fn scientific(text: &str, decimals: u8, expected: &'static str) -> Result<i64, ValueError> {
    const FARTHEST: i64 = 100;
    let (mantissa, exponent) = cut(text, b"eE").unwrap_or((text, "0"));
    let unsigned = without_sign(exponent);
    if !is_digits(unsigned) {
        return Err(ValueError::Expected(expected));
    }
    let places = whole(unsigned).unwrap_or(FARTHEST).min(FARTHEST);
    let places = if exponent.starts_with('-') { places.saturating_neg() } else { places };
    shifted(mantissa, places.saturating_add(i64::from(decimals))).unwrap_or(Err(ValueError::Expected(expected)))
}

/// A decimal number with its point moved to the right by some places. `None` if the text is no number.
fn shifted(text: &str, places: i64) -> Option<Result<i64, ValueError>> {
    let unsigned = without_sign(text);
    let (whole, fraction) = cut(unsigned, b".").unwrap_or((unsigned, "0"));
    if !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let mut before_point = i64::try_from(whole.len()).unwrap_or(i64::MAX).saturating_add(places);
    let mut digits = whole.bytes().chain(fraction.bytes());
    let mut scalar = Some(0_i64);
    loop {
        let digit = match digits.next() {
            Some(digit) => i64::from(digit.wrapping_sub(b'0')),
            None if before_point > 0 => 0,
            None => break,
        };
        if before_point > 0 {
            scalar = scalar.and_then(|scalar| scalar.checked_mul(10)?.checked_add(digit));
        } else if digit != 0 {
            return Some(Err(ValueError::TooFine));
        }
        before_point = before_point.saturating_sub(1);
    }
    let signed = scalar.map(|scalar| if text.starts_with('-') { scalar.saturating_neg() } else { scalar });
    Some(signed.ok_or(ValueError::TooLarge))
}

fn without_sign(text: &str) -> &str {
    text.strip_prefix('-').or_else(|| text.strip_prefix('+')).unwrap_or(text)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A whole number of digits alone. `None` for any other text, and where it does not fit.
pub(in crate::model) fn whole(text: &str) -> Option<i64> {
    if is_digits(text) { shifted(text, 0)?.ok() } else { None }
}

/// `1234` with 2 decimals as `12.34`.
pub fn print_decimal(scalar: i64, decimals: u8) -> String {
    if decimals == 0 {
        return print_whole(scalar);
    }
    let sign = if scalar < 0 { "-" } else { "" };
    let digits = digits(scalar.unsigned_abs(), 10, usize::from(decimals) + 1);
    let (whole, fraction) = digits.split_at(digits.len().saturating_sub(usize::from(decimals)));
    concat(&[sign, whole, ".", fraction])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_never_floats() {
        assert_eq!(decimal("49.99", 2, "a number"), Ok(4_999));
        assert_eq!(decimal("-0.10", 1, "a number"), Ok(-1));
        assert_eq!(decimal("0.105", 2, "a number"), Err(ValueError::TooFine));
        for text in ["", "-", "1e3", "1,5", ".5", "5.", "0x1", "١"] {
            assert!(matches!(decimal(text, 0, "a number"), Err(ValueError::Expected(_))), "{text}");
        }
        assert_eq!(decimal("9223372036854775808", 0, "a number"), Err(ValueError::TooLarge));
        assert_eq!(decimal("9223372036854775807.1", 0, "a number"), Err(ValueError::TooFine));
    }

    #[test]
    fn an_exponent_moves_the_point() {
        for (text, decimals, scalar) in [
            ("1.5e3", 0, 1_500),
            ("1.5E+3", 2, 150_000),
            ("15e-1", 1, 15),
            ("-120e-2", 1, -12),
            ("0.001e3", 0, 1),
            ("0e99999999999", 0, 0),
            ("7", 1, 70),
        ] {
            assert_eq!(scientific(text, decimals, "a number"), Ok(scalar), "{text}");
        }
        assert_eq!(scientific("1e-99999999999", 9, "a number"), Err(ValueError::TooFine));
        assert_eq!(scientific("1e99999999999", 0, "a number"), Err(ValueError::TooLarge));
        for text in ["1e", "e3", "1e+", "1e1.0", "1e1e1"] {
            assert_eq!(scientific(text, 0, "a number"), Err(ValueError::Expected("a number")), "{text}");
        }
    }

    #[test]
    fn what_is_printed_reads_back() {
        for (scalar, decimals) in [(0, 2), (5, 2), (-5, 2), (-1_234, 2), (1_234, 0), (100_000, 4)] {
            assert_eq!(decimal(&print_decimal(scalar, decimals), decimals, "a number"), Ok(scalar));
        }
    }
}
