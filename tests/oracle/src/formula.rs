//! What formulas come to, in fractions without a bound.

use amends::model::{DateUnit, Formula, Rounding, Type, Value};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};

use crate::calendar::{business_days_between, business_days_later, months_later};
use crate::evaluation::{Evaluation, Outcome, Troubled};

/// What a formula comes to.
pub(crate) enum Amount {
    /// It reads `none`.
    None,
    /// It reads something undetermined.
    Undetermined,
    /// It divides by zero, or asks a calendar for what it does not cover.
    Troubled,
    /// In natural units.
    Exact(BigRational),
}

impl Evaluation<'_> {
    /// Q1: `none` where it reads `none`, else undetermined where it reads that, else exact.
    pub(crate) fn amount(&self, formula: &Formula) -> Amount {
        let mut read = Vec::new();
        formula.each_name(&mut |name| read.push(self.outcome(name)));
        if read.contains(&Outcome::Value(Value::None)) {
            Amount::None
        } else if read.contains(&Outcome::Undetermined) {
            Amount::Undetermined
        } else {
            self.reckon(formula).map_or(Amount::Troubled, Amount::Exact)
        }
    }

    /// What a formula comes to in natural units, where it comes to anything.
    pub fn exactly(&self, formula: &Formula) -> Option<BigRational> {
        match self.amount(formula) {
            Amount::Exact(amount) => Some(amount),
            Amount::None | Amount::Undetermined | Amount::Troubled => None,
        }
    }

    fn reckon(&self, formula: &Formula) -> Result<BigRational, Troubled> {
        Ok(match formula {
            Formula::Constant { digits, decimals } => scaled(*digits, *decimals),
            Formula::Name(name) => self.quantity(*name).expect("nothing that is read is none or undetermined"),
            Formula::Setting(setting) => {
                let setting = &self.pack.settings[setting.index()];
                let Value::Scalar(scalar) = setting.value else { panic!("a setting that is read is a quantity") };
                natural(scalar, &setting.kind)
            }
            Formula::Add(a, b) => self.reckon(a)? + self.reckon(b)?,
            Formula::Subtract(a, b) => self.reckon(a)? - self.reckon(b)?,
            Formula::Multiply(a, b) => self.reckon(a)? * self.reckon(b)?,
            Formula::Divide(a, b) => {
                let (a, b) = (self.reckon(a)?, self.reckon(b)?);
                if b.is_zero() {
                    return Err(Troubled);
                }
                a / b
            }
            Formula::Negate(of) => -self.reckon(of)?,
            Formula::Min(parts) => self.reckon_all(parts)?.into_iter().min().expect("one or more"),
            Formula::Max(parts) => self.reckon_all(parts)?.into_iter().max().expect("one or more"),
            Formula::Floor(of) => self.reckon(of)?.floor(),
            Formula::Round { of, step, mode } => round_to(&self.reckon(of)?, &self.reckon(step)?, *mode),
            Formula::DateShift { date, count, unit } => {
                let (date, count) = (whole(&self.reckon(date)?), whole(&self.reckon(count)?.floor()));
                let shifted = match unit {
                    DateUnit::Days => Some(date + count),
                    DateUnit::Weeks => Some(date + count * 7),
                    DateUnit::Months => months_later(date, count),
                    DateUnit::BusinessDays if count == 0 => Some(date),
                    DateUnit::BusinessDays => {
                        self.pack.calendar.as_ref().and_then(|calendar| business_days_later(date, count, calendar))
                    }
                };
                BigRational::from(BigInt::from(shifted.ok_or(Troubled)?))
            }
            Formula::DaysBetween { from, to, business } => {
                let (from, to) = (whole(&self.reckon(from)?), whole(&self.reckon(to)?));
                let days = match business {
                    false => Some(to - from),
                    true if to <= from => Some(0),
                    true => self.pack.calendar.as_ref().and_then(|known| business_days_between(from, to, known)),
                };
                BigRational::from(BigInt::from(days.ok_or(Troubled)?))
            }
            Formula::DateDifference(a, b) => (self.reckon(a)? - self.reckon(b)?) * scaled(24 * 60, 0),
        })
    }

    /// All parts, so that a trouble in any of them is one of the whole.
    fn reckon_all(&self, parts: &[Formula]) -> Result<Vec<BigRational>, Troubled> {
        parts.iter().map(|part| self.reckon(part)).collect()
    }
}

/// A scalar of a type in natural units.
pub(crate) fn natural(scalar: i64, kind: &Type) -> BigRational {
    scaled(scalar, kind.decimals())
}

/// The scalar of a type that stands for `amount`, or `None` beyond the type's bounds.
pub(crate) fn fit(amount: &BigRational, kind: &Type) -> Option<i64> {
    let scalar = amount * ten_to(kind.decimals());
    let (min, max) = kind.range().expect("formulas give quantities");
    let within = BigRational::from(BigInt::from(min)) <= scalar && scalar <= BigRational::from(BigInt::from(max));
    // Q3 makes it an error of the pack that an amount does not fit its decimals.
    within.then(|| whole(&scalar))
}

/// To a multiple of `step`.
pub(crate) fn round_to(amount: &BigRational, step: &BigRational, mode: Rounding) -> BigRational {
    let steps = amount / step;
    let (below, above) = (steps.floor(), steps.ceil());
    let towards_zero = if steps.is_negative() { &above } else { &below };
    let away_from_zero = if steps.is_negative() { &below } else { &above };
    let even = if (below.to_integer() % BigInt::from(2)).is_zero() { &below } else { &above };
    let nearest_or = |tie: &BigRational| {
        let (up, down) = (&above - &steps, &steps - &below);
        if up == down {
            tie
        } else if up < down {
            &above
        } else {
            &below
        }
        .clone()
    };
    let rounded = match mode {
        Rounding::HalfUp => nearest_or(away_from_zero),
        Rounding::HalfDown => nearest_or(towards_zero),
        Rounding::HalfEven => nearest_or(even),
        Rounding::Up => away_from_zero.clone(),
        Rounding::Down => towards_zero.clone(),
        Rounding::Ceiling => above.clone(),
        Rounding::Floor => below.clone(),
    };
    rounded * step
}

fn scaled(digits: i64, decimals: u8) -> BigRational {
    BigRational::from(BigInt::from(digits)) / ten_to(decimals)
}

fn ten_to(decimals: u8) -> BigRational {
    (0..decimals).fold(BigRational::one(), |power, _| power * BigInt::from(10))
}

fn whole(amount: &BigRational) -> i64 {
    assert!(amount.is_integer(), "{amount} is to be whole");
    amount.to_integer().to_i64().expect("bounds keep quantities small")
}
