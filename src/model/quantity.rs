/// What values a fact, output, value, setting or parameter can have.
///
/// Every bound is inclusive and counted like [`crate::model::Value::Scalar`]: numbers in units of
/// `10^-decimals`, money in minor units, durations in minutes, dates in days since 1970-01-01.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    YesNo,
    /// One of some values without an order.
    Choice(Vec<Choice>),
    /// A set of some values; at most 64 are declared.
    Several(Vec<Choice>),
    /// One of some values, the least first.
    Level(Vec<Choice>),
    Number {
        decimals: u8,
        unit: Option<String>,
        min: i64,
        max: i64,
    },
    Duration {
        min: i64,
        max: i64,
    },
    /// In the pack's currency, `decimals` of its minor unit.
    Money {
        decimals: u8,
        min: i64,
        max: i64,
    },
    Date {
        min: i64,
        max: i64,
    },
    /// Never tested by a cell; only phrases use it.
    Text,
    /// One of the pack's roles, for parameters; ranked by what the role may give.
    Role,
}

impl Type {
    /// 1900-01-01, the first date of a date type without bounds.
    pub const FIRST_DATE: i64 = -25_567;
    /// 2199-12-31, the last date of a date type without bounds.
    pub const LAST_DATE: i64 = 84_005;
    /// The most that a number without bounds can be, either side of zero, in its own units; of money in whole units.
    pub const MOST_NUMBER: i64 = 1_000_000_000;
    /// A century in minutes: the most that a duration without bounds can be, either side of zero.
    pub const MOST_DURATION: i64 = 36_525 * 1_440;
    /// The type of `now`.
    pub const NOW: Type = Type::Date { min: Self::FIRST_DATE, max: Self::LAST_DATE };

    /// As rule authors write it.
    pub fn id(&self) -> &'static str {
        match self {
            Type::YesNo => "yes-no",
            Type::Choice(_) => "choice",
            Type::Several(_) => "several",
            Type::Level(_) => "level",
            Type::Number { .. } => "number",
            Type::Duration { .. } => "duration",
            Type::Money { .. } => "money",
            Type::Date { .. } => "date",
            Type::Text => "text",
            Type::Role => "role",
        }
    }

    /// The declared values of a choice, `several` or level; empty for other types.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Type::Choice(choices) | Type::Several(choices) | Type::Level(choices) => choices,
            _ => &[],
        }
    }

    /// The least and greatest scalar, inclusive. A choice counts its values from 0, no is 0 and yes is 1.
    /// `None` for types whose values are no scalars (`several`, text) or not bounded by the type alone (role).
    pub fn range(&self) -> Option<(i64, i64)> {
        match self {
            Type::YesNo => Some((0, 1)),
            Type::Choice(choices) | Type::Level(choices) => {
                Some((0, i64::try_from(choices.len()).unwrap_or(i64::MAX).saturating_sub(1)))
            }
            Type::Number { min, max, .. }
            | Type::Duration { min, max }
            | Type::Money { min, max, .. }
            | Type::Date { min, max } => Some((*min, *max)),
            Type::Several(_) | Type::Text | Type::Role => None,
        }
    }

    /// The ends of the range that an author declared; an end that every type has by default does not bind what
    /// formulas come to.
    pub fn declared_ends(&self) -> (Option<i64>, Option<i64>) {
        let Some((min, max)) = self.range() else { return (None, None) };
        let (first, last) = match self {
            Type::Number { decimals, .. } | Type::Money { decimals, .. } => {
                let most = Self::MOST_NUMBER.saturating_mul(10_i64.saturating_pow(u32::from(*decimals)));
                (most.saturating_neg(), most)
            }
            Type::Duration { .. } => (-Self::MOST_DURATION, Self::MOST_DURATION),
            Type::Date { .. } => (Self::FIRST_DATE, Self::LAST_DATE),
            _ => return (Some(min), Some(max)),
        };
        ((min > first).then_some(min), (max < last).then_some(max))
    }

    /// How many decimals a scalar of this type carries: a scalar `s` stands for `s / 10^decimals`.
    pub fn decimals(&self) -> u8 {
        match self {
            Type::Number { decimals, .. } | Type::Money { decimals, .. } => *decimals,
            _ => 0,
        }
    }

    /// Whether formulas can reckon with values of this type.
    pub fn is_quantity(&self) -> bool {
        matches!(self, Type::Number { .. } | Type::Duration { .. } | Type::Money { .. } | Type::Date { .. })
    }
}

/// A declared value of a choice, `several` or level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub id: String,
    /// What a person reads; the id in words where the author gave none.
    pub title: String,
}

/// A pack's currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Currency {
    /// The ISO 4217 code.
    pub code: String,
    /// The decimals of its minor unit by ISO 4217: 2 for EUR, 0 for JPY.
    pub decimals: u8,
}
