//! What tests say of a fact whose value is known.

use crate::model::{Bound, End, Pack, SettingId, Test, Value};

/// A fact's value in a completion, and whether the case gave it: a default or `applies` may have.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    pub value: &'a Value,
    pub given: bool,
}

/// Whether any of some tests holds. Ends that are names hold nothing here; see [`are_constant`].
pub fn hold(tests: &[Test], of: Known<'_>, pack: &Pack) -> bool {
    tests.iter().any(|test| holds(test, of, pack))
}

fn holds(test: &Test, of: Known<'_>, pack: &Pack) -> bool {
    match (test, of.value) {
        (Test::Any, _) => true,
        (Test::Unknown, _) => !of.given,
        (Test::Not(members), _) if matches!(members.as_slice(), [Test::Unknown]) => of.given,
        (Test::None, value) => *value == Value::None,
        (_, Value::None | Value::Text(_)) => false,
        (Test::Not(members), _) => !hold(members, of, pack),
        (Test::Is(end), Value::Scalar(scalar)) => constant(pack, end) == Some(*scalar),
        (Test::Is(end), Value::Set(set)) => {
            let place = constant(pack, end).and_then(|place| u32::try_from(place).ok());
            place.and_then(|place| set.checked_shr(place)).is_some_and(|rest| rest & 1 == 1)
        }
        (Test::Range { low, high }, Value::Scalar(scalar)) => {
            let above = low.as_ref().is_none_or(|low| {
                constant(pack, &low.end).is_some_and(|end| end < *scalar || (low.inclusive && end == *scalar))
            });
            let below = high.as_ref().is_none_or(|high| {
                constant(pack, &high.end).is_some_and(|end| *scalar < end || (high.inclusive && end == *scalar))
            });
            above && below
        }
        (Test::Range { .. }, Value::Set(_)) => false,
    }
}

/// Whether some tests compare with nothing but constants, so that their fact alone decides them.
pub fn are_constant(tests: &[Test]) -> bool {
    let is_constant = |bound: &Option<Bound>| !matches!(bound, Some(Bound { end: End::Name(_), .. }));
    tests.iter().all(|test| match test {
        Test::Any | Test::None | Test::Unknown => true,
        Test::Is(end) => !matches!(end, End::Name(_)),
        Test::Range { low, high } => is_constant(low) && is_constant(high),
        Test::Not(members) => are_constant(members),
    })
}

/// Whether any of some tests looks at whether the case gives the fact.
pub fn look_at_record(tests: &[Test]) -> bool {
    tests.iter().any(|test| match test {
        Test::Unknown => true,
        Test::Not(members) => look_at_record(members),
        Test::Any | Test::None | Test::Is(_) | Test::Range { .. } => false,
    })
}

/// Calls `cut` with every scalar at which a test may begin to hold or cease to: on each side of it, up to the next,
/// all values are alike.
pub fn each_cut(tests: &[Test], pack: &Pack, cut: &mut dyn FnMut(i64)) {
    for test in tests {
        match test {
            Test::Any | Test::None | Test::Unknown => {}
            Test::Is(end) => {
                if let Some(scalar) = constant(pack, end) {
                    cut(scalar);
                    cut(scalar.saturating_add(1));
                }
            }
            Test::Range { low, high } => {
                for (bound, beyond) in [(low, false), (high, true)] {
                    let end = bound.as_ref().and_then(|bound| Some((constant(pack, &bound.end)?, bound.inclusive)));
                    if let Some((scalar, inclusive)) = end {
                        cut(if inclusive == beyond { scalar.saturating_add(1) } else { scalar });
                    }
                }
            }
            Test::Not(members) => each_cut(members, pack, cut),
        }
    }
}

/// The scalar of an end that does not change with the case.
pub fn constant(pack: &Pack, end: &End) -> Option<i64> {
    match end {
        End::Constant(scalar) => Some(*scalar),
        End::Setting(setting) => setting_scalar(pack, *setting),
        End::Name(_) => None,
    }
}

/// The scalar of a setting.
pub fn setting_scalar(pack: &Pack, setting: SettingId) -> Option<i64> {
    match pack.settings.get(setting.index())?.value {
        Value::Scalar(scalar) => Some(scalar),
        _ => None,
    }
}
