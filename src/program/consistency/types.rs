//! Types, and the values that are of them.

use crate::model::{Type, Value};

use super::{Checker, DAYS, MOST_DECIMALS};

impl Checker<'_> {
    #[inline(never)]
    pub(super) fn value(&mut self, value: &Value, kind: &Type) {
        let fits = match (value, kind) {
            (Value::None, _) | (Value::Text(_), Type::Text) => true,
            (Value::Scalar(role), Type::Role) => usize::try_from(*role).is_ok_and(|role| role < self.pack.roles.len()),
            (Value::Set(set), Type::Several(choices)) => {
                let count = u32::try_from(choices.len()).unwrap_or(u32::MAX);
                set.checked_shr(count).unwrap_or(0) == 0
            }
            (Value::Scalar(scalar), kind) => kind.range().is_some_and(|(min, max)| (min..=max).contains(scalar)),
            _ => false,
        };
        self.sure(fits, "has a value that is not of its type");
    }

    /// A type of a fact, setting or derived quantity.
    pub(super) fn declared(&mut self, kind: &Type) {
        self.sure(!matches!(kind, Type::Role), "has roles for values, as only parameters may");
        self.kind(kind);
    }

    #[inline(never)]
    pub(super) fn kind(&mut self, kind: &Type) {
        self.sure(kind.decimals() <= MOST_DECIMALS, "has too many decimals");
        match kind {
            Type::Several(choices) => self.sure((1..=64).contains(&choices.len()), "has no values or more than 64"),
            Type::Choice(choices) | Type::Level(choices) => {
                self.sure((1..=usize::from(u16::MAX)).contains(&choices.len()), "has no values or too many");
            }
            Type::Date { min, max } => {
                self.sure(DAYS.0 <= *min && *max <= DAYS.1 && min <= max, "has no dates between its bounds");
            }
            _ => self.sure(kind.range().is_none_or(|(min, max)| min <= max), "has nothing between its bounds"),
        }
    }
}
