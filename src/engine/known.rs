//! What a cell says of a fact whose value is known.

use crate::model::{Cell, End, Pack, Test, Value};

/// A fact's value in a completion, and whether the case gave it: a default or `applies` may have.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    pub value: &'a Value,
    pub given: bool,
}

/// Whether a cell holds. Ends that are names hold nothing here; see [`is_constant`].
pub fn holds(cell: &Cell, of: Known<'_>, pack: &Pack) -> bool {
    any(&cell.tests, of, pack)
}

fn any(tests: &[Test], of: Known<'_>, pack: &Pack) -> bool {
    tests.iter().any(|test| test_holds(test, of, pack))
}

fn test_holds(test: &Test, of: Known<'_>, pack: &Pack) -> bool {
    match (test, of.value) {
        (Test::Any, _) => true,
        (Test::Unknown, _) => !of.given,
        (Test::Not(members), _) if matches!(members.as_slice(), [Test::Unknown]) => of.given,
        (Test::None, value) => *value == Value::None,
        (_, Value::None | Value::Text(_)) => false,
        (Test::Not(members), _) => !any(members, of, pack),
        (Test::Is(end), Value::Scalar(scalar)) => scalar_of(end, pack) == Some(*scalar),
        (Test::Is(end), Value::Set(set)) => {
            let place = scalar_of(end, pack).and_then(|place| u32::try_from(place).ok());
            place.and_then(|place| set.checked_shr(place)).is_some_and(|rest| rest & 1 == 1)
        }
        (Test::Range { low, high }, Value::Scalar(scalar)) => {
            let above = low.as_ref().is_none_or(|low| {
                scalar_of(&low.end, pack).is_some_and(|end| end < *scalar || (low.inclusive && end == *scalar))
            });
            let below = high.as_ref().is_none_or(|high| {
                scalar_of(&high.end, pack).is_some_and(|end| *scalar < end || (high.inclusive && end == *scalar))
            });
            above && below
        }
        (Test::Range { .. }, Value::Set(_)) => false,
    }
}

/// Whether a cell compares with nothing but constants, so that its fact alone decides it.
pub fn is_constant(cell: &Cell) -> bool {
    fn constant(test: &Test) -> bool {
        let end = |end: &End| !matches!(end, End::Name(_));
        match test {
            Test::Any | Test::None | Test::Unknown => true,
            Test::Is(of) => end(of),
            Test::Range { low, high } => low.iter().chain(high).all(|bound| end(&bound.end)),
            Test::Not(members) => members.iter().all(constant),
        }
    }
    cell.tests.iter().all(constant)
}

/// Whether a cell looks at whether the case gives the fact.
pub fn tests_record(cell: &Cell) -> bool {
    cell.tests.iter().any(|test| match test {
        Test::Not(members) => members.contains(&Test::Unknown),
        other => *other == Test::Unknown,
    })
}

/// Calls `cut` with every scalar at which a test may begin to hold or cease to: on each side of it, up to the next,
/// all values are alike.
pub fn each_cut(tests: &[Test], pack: &Pack, cut: &mut dyn FnMut(i64)) {
    for test in tests {
        match test {
            Test::Any | Test::None | Test::Unknown => {}
            Test::Is(end) => {
                if let Some(scalar) = scalar_of(end, pack) {
                    cut(scalar);
                    cut(scalar.saturating_add(1));
                }
            }
            Test::Range { low, high } => {
                for (bound, beyond) in [(low, false), (high, true)] {
                    let end = bound.as_ref().and_then(|bound| Some((scalar_of(&bound.end, pack)?, bound.inclusive)));
                    if let Some((scalar, inclusive)) = end {
                        cut(if inclusive == beyond { scalar.saturating_add(1) } else { scalar });
                    }
                }
            }
            Test::Not(members) => each_cut(members, pack, cut),
        }
    }
}

fn scalar_of(end: &End, pack: &Pack) -> Option<i64> {
    match end {
        End::Constant(scalar) => Some(*scalar),
        End::Setting(setting) => match pack.settings.get(setting.index())?.value {
            Value::Scalar(scalar) => Some(scalar),
            _ => None,
        },
        End::Name(_) => None,
    }
}
