use super::{Name, SettingId};

/// An exact formula over quantities.
///
/// Formulas reckon with rationals in natural units, whatever the scalar's: numbers as they read, money in whole
/// units of the currency (49.99), durations in minutes, dates in days since 1970-01-01. A difference of two dates is
/// a duration, so it counts `1440` a day. No deeper than [`super::DEEPEST`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Formula {
    /// A written constant, `digits / 10^decimals` in natural units.
    Constant {
        digits: i64,
        decimals: u8,
    },
    Name(Name),
    Setting(SettingId),
    Add(Box<Formula>, Box<Formula>),
    /// Two quantities of one type, but not two dates.
    Subtract(Box<Formula>, Box<Formula>),
    Multiply(Box<Formula>, Box<Formula>),
    /// Division by zero leaves the result undetermined.
    Divide(Box<Formula>, Box<Formula>),
    Negate(Box<Formula>),
    /// The least of one or more.
    Min(Vec<Formula>),
    /// The greatest of one or more.
    Max(Vec<Formula>),
    /// The greatest whole number that is not above.
    Floor(Box<Formula>),
    /// To a multiple of `step`, which is a positive constant in natural units.
    Round {
        of: Box<Formula>,
        step: Box<Formula>,
        mode: Rounding,
    },
    /// A date moved by a whole number of units; the count is floored. Month ends clamp.
    DateShift {
        date: Box<Formula>,
        count: Box<Formula>,
        unit: DateUnit,
    },
    /// `days between from and to` or `business days between from and to`, a number.
    DaysBetween {
        from: Box<Formula>,
        to: Box<Formula>,
        business: bool,
    },
    /// `date - date` as a duration in minutes.
    DateDifference(Box<Formula>, Box<Formula>),
}

/// The units in which a date can be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateUnit {
    Days,
    Weeks,
    Months,
    BusinessDays,
}

/// How a quantity becomes a multiple of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Rounding {
    /// To the nearest; a tie goes away from zero.
    #[default]
    HalfUp,
    /// To the nearest; a tie goes towards zero.
    HalfDown,
    /// To the nearest; a tie goes to the even multiple.
    HalfEven,
    /// Away from zero.
    Up,
    /// Towards zero.
    Down,
    /// Towards plus infinity.
    Ceiling,
    /// Towards minus infinity.
    Floor,
}

impl Formula {
    /// Calls `visit` with every name that the formula reads, in written order.
    pub fn each_name(&self, visit: &mut dyn FnMut(Name)) {
        if let Formula::Name(name) = self {
            visit(*name);
        }
        self.each_part(&mut |part| part.each_name(visit));
    }

    /// Calls `visit` with the formulas that this one is directly made of, in written order.
    pub fn each_part<'a>(&'a self, visit: &mut dyn FnMut(&'a Formula)) {
        match self {
            Formula::Constant { .. } | Formula::Name(_) | Formula::Setting(_) => {}
            Formula::Add(a, b)
            | Formula::Subtract(a, b)
            | Formula::Multiply(a, b)
            | Formula::Divide(a, b)
            | Formula::DateDifference(a, b) => {
                visit(a);
                visit(b);
            }
            Formula::DateShift { date, count, .. } => {
                visit(date);
                visit(count);
            }
            Formula::DaysBetween { from, to, .. } => {
                visit(from);
                visit(to);
            }
            Formula::Round { of, step, .. } => {
                visit(of);
                visit(step);
            }
            Formula::Negate(of) | Formula::Floor(of) => visit(of),
            Formula::Min(parts) | Formula::Max(parts) => parts.iter().for_each(visit),
        }
    }
}
