//! Random formulas of a type.

use amends::model::{DateUnit, Formula, Name, Rounding, SettingId, Type};

use super::cells::same_kind;
use super::{Generator, TODAY};
use crate::build::number;

const MODES: [Rounding; 7] = [
    Rounding::HalfUp,
    Rounding::HalfDown,
    Rounding::HalfEven,
    Rounding::Up,
    Rounding::Down,
    Rounding::Ceiling,
    Rounding::Floor,
];

impl Generator {
    pub(super) fn rounding(&mut self) -> Rounding {
        self.pick(&MODES)
    }

    /// A formula whose every value fits the decimals of the type.
    pub(super) fn formula(&mut self, kind: &Type, depth: u32) -> Formula {
        if depth == 0 || self.chance(25) {
            return self.leaf(kind);
        }
        let depth = depth - 1;
        if let Type::Date { .. } = kind {
            return self.date(kind, depth);
        }
        let (a, b) = (Box::new(self.formula(kind, depth)), Box::new(self.formula(kind, depth)));
        match self.random.u32(0..100) {
            0..=19 => Formula::Add(a, b),
            20..=34 => Formula::Subtract(a, b),
            35..=39 => Formula::Negate(a),
            40..=49 => Formula::Min(vec![*a, *b]),
            50..=59 => Formula::Max(vec![*a, *b]),
            60..=69 => Formula::Multiply(a, Box::new(self.formula(&number(0, 0), depth))),
            70..=89 => {
                let (of, step) = (Box::new(self.fraction(kind, depth)), Box::new(unit(kind)));
                Formula::Round { of, step, mode: self.rounding() }
            }
            _ => self.particular(kind, depth),
        }
    }

    /// A formula of the type that may well not fit its decimals; what divides may be zero.
    pub(super) fn fraction(&mut self, kind: &Type, depth: u32) -> Formula {
        let a = Box::new(self.formula(kind, depth));
        Formula::Divide(a, Box::new(self.formula(&number(0, 0), depth)))
    }

    /// What only formulas of this type can be.
    fn particular(&mut self, kind: &Type, depth: u32) -> Formula {
        let date = Type::Date { min: 0, max: 0 };
        let mut two = |kind: &Type| (Box::new(self.formula(kind, depth)), Box::new(self.formula(kind, depth)));
        match kind {
            Type::Number { .. } => match two(&date) {
                (from, to) if self.chance(70) => Formula::DaysBetween { from, to, business: self.chance(60) },
                _ => {
                    let kind = if self.chance(50) { super::money(0, 0) } else { Type::Duration { min: 0, max: 0 } };
                    let (a, b) = (self.formula(&kind, depth), self.formula(&kind, depth));
                    Formula::Floor(Box::new(Formula::Divide(Box::new(a), Box::new(b))))
                }
            },
            Type::Duration { .. } => {
                let (a, b) = two(&date);
                // A day has so many minutes that the whole would always be beyond its bounds.
                let minutes_a_day = Box::new(Formula::Constant { digits: 1_440, decimals: 0 });
                Formula::Floor(Box::new(Formula::Divide(Box::new(Formula::DateDifference(a, b)), minutes_a_day)))
            }
            _ => self.leaf(kind),
        }
    }

    fn date(&mut self, kind: &Type, depth: u32) -> Formula {
        if self.chance(20) {
            return Formula::Min(vec![self.formula(kind, depth), self.formula(kind, depth)]);
        }
        let date = Box::new(self.formula(kind, depth));
        let count = Box::new(if self.chance(70) {
            self.formula(&number(0, 0), depth)
        } else {
            self.fraction(&number(0, 0), depth)
        });
        let unit = match self.random.u32(0..10) {
            0..=3 => DateUnit::BusinessDays,
            4..=6 => DateUnit::Days,
            7 => DateUnit::Weeks,
            _ => DateUnit::Months,
        };
        Formula::DateShift { date, count, unit }
    }

    fn leaf(&mut self, kind: &Type) -> Formula {
        let names: Vec<Name> = self
            .known
            .iter()
            .map(|known| known.name)
            .filter(|name| same_kind(self.pack.type_of(*name), kind))
            .collect();
        if !names.is_empty() && self.chance(75) {
            return Formula::Name(self.pick(&names));
        }
        let small = self.random.i64(0..4);
        match kind {
            Type::Date { .. } if self.chance(50) => Formula::Name(Name::Now),
            Type::Date { .. } => Formula::Constant { digits: TODAY + small, decimals: 0 },
            Type::Money { .. } if self.chance(25) => Formula::Setting(SettingId(1)),
            Type::Money { .. } => Formula::Constant { digits: small * 5, decimals: 1 },
            Type::Number { .. } if self.chance(25) => Formula::Setting(SettingId(0)),
            _ => Formula::Constant { digits: small, decimals: 0 },
        }
    }

    pub(super) fn formula_rests_on_record(&self, formula: &Formula) -> bool {
        let mut rests = false;
        formula.each_name(&mut |name| rests |= self.rests_on_record(name));
        rests
    }

    pub(super) fn formula_can_be_none(&self, formula: &Formula) -> bool {
        let mut can = false;
        formula.each_name(&mut |name| can |= self.known.iter().any(|known| known.name == name && known.can_be_none));
        can
    }
}

/// The least amount of a type.
pub(super) fn unit(kind: &Type) -> Formula {
    Formula::Constant { digits: 1, decimals: kind.decimals() }
}
