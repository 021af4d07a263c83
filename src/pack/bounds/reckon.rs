//! What each part of a formula can come to, by what its own parts can.

use super::Checker;
use super::extent::{Extent, constant, either, product, ratio, refined, sum, unit, whole_multiples};
use crate::engine::rational::Rational;
use crate::model::{DateUnit, Formula, Name, SettingId, Value};

/// Why a formula has no extent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    Overflow,
    /// A date moved by a part of a day.
    PartOfDay,
}

impl Checker<'_> {
    /// What a formula can come to, and each part of it.
    pub fn extent(&self, formula: &Formula) -> Result<Extent, Trouble> {
        let extent = match formula {
            Formula::Constant { digits, decimals } => constant(Rational::from_scalar(*digits, *decimals)),
            Formula::Setting(setting) => self.setting(*setting).and_then(constant),
            Formula::Name(name) => Some(self.name(*name)),
            Formula::Add(left, right) | Formula::Subtract(left, right) => sum(self.extent(left)?, self.extent(right)?),
            Formula::DateDifference(left, right) => {
                let days = sum(self.extent(left)?, self.extent(right)?);
                days.and_then(|days| product(days, constant(Rational::whole(1_440))?))
            }
            Formula::Multiply(left, right) => product(self.extent(left)?, self.extent(right)?),
            Formula::Divide(left, right) => ratio(self.extent(left)?, self.extent(right)?, self.constant(right)),
            Formula::Negate(of) => Some(self.extent(of)?),
            Formula::Min(parts) | Formula::Max(parts) => {
                let mut all: Option<Extent> = None;
                for part in parts {
                    let part = self.extent(part)?;
                    all = Some(match all {
                        None => part,
                        Some(all) => either(all, part).ok_or(Trouble::Overflow)?,
                    });
                }
                all
            }
            Formula::Floor(of) => {
                let of = self.extent(of)?;
                let grain = of.grain.filter(|grain| grain.denominator() == 1).unwrap_or(Rational::whole(1));
                of.magnitude.checked_add(1).and_then(|magnitude| whole_multiples(grain, magnitude))
            }
            Formula::Round { of, step, .. } => {
                let (of, step) = (self.extent(of)?, self.extent(step)?);
                let magnitude = of.magnitude.checked_add(step.magnitude);
                // Rounding divides by the step first.
                ratio(of, step, None).and(magnitude).and_then(|magnitude| whole_multiples(step.grain?, magnitude))
            }
            Formula::DateShift { date, count, unit } => {
                let (date, count) = (self.extent(date)?, self.extent(count)?);
                if count.grain.is_none_or(|grain| grain.denominator() != 1) {
                    return Err(Trouble::PartOfDay);
                }
                let days = match unit {
                    DateUnit::Days => 1,
                    DateUnit::Weeks => 7,
                    // Of seven days at least one is worked.
                    DateUnit::Months | DateUnit::BusinessDays => 31,
                };
                let moved = count.magnitude.checked_mul(days).and_then(|days| days.checked_add(date.magnitude));
                moved.and_then(|magnitude| whole_multiples(Rational::whole(1), magnitude))
            }
            Formula::DaysBetween { from, to, .. } => {
                let (from, to) = (self.extent(from)?, self.extent(to)?);
                from.magnitude
                    .checked_add(to.magnitude)
                    .and_then(|magnitude| whole_multiples(Rational::whole(1), magnitude))
            }
        };
        extent.map(refined).filter(Extent::fits).ok_or(Trouble::Overflow)
    }

    fn setting(&self, setting: SettingId) -> Option<Rational> {
        let setting = self.pack.settings.get(setting.index())?;
        match setting.value {
            Value::Scalar(scalar) => Some(Rational::from_scalar(scalar, setting.kind.decimals())),
            _ => None,
        }
    }

    /// The value of a written number or setting.
    fn constant(&self, formula: &Formula) -> Option<Rational> {
        match formula {
            Formula::Constant { digits, decimals } => Some(Rational::from_scalar(*digits, *decimals)),
            Formula::Setting(setting) => self.setting(*setting),
            Formula::Negate(of) => self.constant(of)?.checked_neg(),
            _ => None,
        }
    }

    fn name(&self, name: Name) -> Extent {
        let kind = self.pack.type_of(name);
        let (min, max) = kind.range().unwrap_or((0, 1));
        let numerator = i128::from(min).abs().max(i128::from(max).abs());
        let own = unit(kind);
        let grain = match name {
            Name::Derived(derived) => self.grains.get(derived.index()).copied().unwrap_or(own),
            _ => own,
        };
        let denominator = own.denominator();
        let magnitude = numerator.checked_div(denominator).unwrap_or(numerator).saturating_add(1);
        Extent { grain: Some(grain), magnitude, numerator, denominator }
    }
}
