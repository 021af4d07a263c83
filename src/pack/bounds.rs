//! What formulas can come to: no overflow, and no decimals that their type does not have.
//!
//! Each part of a formula is bounded by the bounds of what it reads, and is known to be a whole multiple of some step
//! (its *grain*) where it is one: facts of their smallest unit, outputs of what all their rows give. So
//! `= full_compensation / 2` fits euros where every full compensation is even.

use crate::engine::rational::Rational;
use crate::model::{
    DateUnit, Definition, Derived, DerivedId, Entry, Formula, Hit, Name, Pack, Promise, SettingId, Type, Value,
};

use super::codes;
use super::diagnostic::Sink;
use super::{Part, Place, Places};

/// What a part of a formula can come to.
#[derive(Debug, Clone, Copy)]
struct Extent {
    /// It is a whole multiple of this; of anything, if zero. `None` where that is not known.
    grain: Option<Rational>,
    /// No value is further from zero, in whole units.
    magnitude: i128,
    /// No value in lowest terms has a greater numerator.
    numerator: i128,
    /// No value in lowest terms has a greater denominator.
    denominator: i128,
}

/// Why a formula has no extent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trouble {
    Overflow,
    /// A date moved by a part of a day.
    PartOfDay,
}

/// Numerators and denominators up to here can be compared and rounded without overflow: the square root of the limit
/// of 127 bits would be safe for any two; this much is safe for a result and the decimals of its type.
const LIMIT: i128 = 10_i128.pow(28);

/// Reports formulas that could overflow, and those whose result may not fit the decimals of its type.
pub(super) fn check(pack: &Pack, places: &Places, sink: &mut Sink) {
    let mut grains: Vec<Rational> = Vec::new();
    for (derived, at) in pack.derived.iter().zip(0..) {
        let at = DerivedId::at(at);
        let checker = Checker { pack, grains: &grains, places, at };
        let own = unit(&derived.kind);
        let grain = checker.derived(derived, sink).filter(|grain| is_multiple(*grain, own)).unwrap_or(own);
        grains.push(grain);
    }
    let checker = Checker { pack, grains: &grains, places, at: DerivedId(u16::MAX) };
    if let Some(compensation) = &pack.compensation {
        let kind = pack.derived.get(compensation.amount.index()).map(|derived| &derived.kind);
        let place = places.of_single(super::Kind::Compensation);
        if let (Some(formula), Some(kind), Some(place)) = (&compensation.at_most, kind, place) {
            checker.fits(checker.report(formula, place, sink), kind, place, sink);
        }
    }
    for guarantee in &pack.guarantees {
        let place = places.of.get(&(super::Kind::Guarantee, guarantee.id.clone())).copied();
        if let (Promise::Value(comparison), Some(place)) = (&guarantee.promise, place) {
            checker.report(&comparison.left, place, sink);
            checker.report(&comparison.right, place, sink);
        }
    }
    for rule in &pack.rules {
        let place = places.of.get(&(super::Kind::Rule, rule.id.clone())).copied();
        for (parameter, entry) in &rule.with {
            let kind = pack.parameters.get(parameter.index()).map(|parameter| &parameter.kind);
            if let (Entry::Formula(formula), Some(kind), Some(place)) = (entry, kind, place) {
                checker.fits(checker.report(formula, place, sink), kind, place, sink);
            }
        }
    }
}

struct Checker<'a> {
    pack: &'a Pack,
    /// Of the derived before the one that is checked.
    grains: &'a [Rational],
    places: &'a Places,
    at: DerivedId,
}

impl Checker<'_> {
    /// The grain of something derived, whose formulas are checked.
    fn derived(&self, derived: &Derived, sink: &mut Sink) -> Option<Rational> {
        if !derived.kind.is_quantity() {
            return None;
        }
        match &derived.definition {
            Definition::Condition(_) => None,
            Definition::Value(value) => {
                let parts = [
                    (Some(&value.formula), Part::Formula),
                    (value.at_most.as_ref(), Part::AtMost),
                    (value.at_least.as_ref(), Part::AtLeast),
                ];
                let mut grain = Some(Rational::ZERO);
                for (formula, part) in parts {
                    let Some(formula) = formula else { continue };
                    let place = self.place(0, part, derived);
                    let part = self.report(formula, place, sink);
                    grain = both(grain, part);
                    if value.round.is_none() {
                        self.fits(part, &derived.kind, place, sink);
                    }
                }
                match &value.round {
                    Some((_, step)) => {
                        let step = self.extent(step).ok()?.grain;
                        self.fits(step, &derived.kind, self.place(0, Part::Formula, derived), sink);
                        step
                    }
                    None => grain,
                }
            }
            Definition::Output { table, column } => {
                let table = self.pack.tables.get(table.index())?;
                let mut grain = Some(Rational::ZERO);
                for (row, at) in table.rows.iter().zip(1..) {
                    let part = match row.entries.get(usize::from(*column)) {
                        Some(Entry::Value(Value::Scalar(scalar))) => {
                            Some(magnitude(Rational::from_scalar(*scalar, derived.kind.decimals())))
                        }
                        Some(Entry::Formula(formula)) => {
                            let place = self.place(at, Part::Formula, derived);
                            let part = self.report(formula, place, sink);
                            self.fits(part, &derived.kind, place, sink);
                            part
                        }
                        _ => continue,
                    };
                    grain = both(grain, part);
                }
                if table.hit == Hit::CollectCount { Some(Rational::whole(1)) } else { grain }
            }
        }
    }

    fn place(&self, row: usize, part: Part, derived: &Derived) -> Place {
        let formula = self.places.formulas.get(&(self.at, row, part)).copied();
        let declared = || self.places.derived.get(&derived.id).copied();
        formula.or_else(declared).unwrap_or(Place { file: 0, start: 0, end: 0 })
    }

    /// The grain of a formula, or a report of its trouble.
    fn report(&self, formula: &Formula, place: Place, sink: &mut Sink) -> Option<Rational> {
        match self.extent(formula) {
            Ok(extent) => extent.grain,
            Err(Trouble::Overflow) => {
                sink.error(codes::OVERFLOW, place, "this could become too large to reckon with exactly").help(
                    "give `min` and `max` to the facts that it reads, or divide it into values, which have bounds",
                );
                Some(Rational::ZERO)
            }
            Err(Trouble::PartOfDay) => {
                sink.error(
                    codes::TOO_FINE,
                    place,
                    "a date is moved by whole days, weeks or months, and this may be a part of one",
                )
                .help("count them with `floor( )`, as in `bought_on + floor(waited / 1 day) days`");
                Some(Rational::ZERO)
            }
        }
    }

    /// Reports a result that may have more decimals than its type.
    fn fits(&self, grain: Option<Rational>, kind: &Type, place: Place, sink: &mut Sink) {
        if grain.is_some_and(|grain| is_multiple(grain, unit(kind))) {
            return;
        }
        let (what, step) = match kind {
            Type::Duration { .. } => ("parts of a minute".to_owned(), "1 min".to_owned()),
            Type::Date { .. } => ("parts of a day".to_owned(), "1".to_owned()),
            _ => {
                let decimals = kind.decimals();
                let step = crate::model::value::print_decimal(1, decimals);
                (format!("more than {decimals} decimals"), step)
            }
        };
        let decimals = if matches!(kind, Type::Number { .. }) { ", or give the type more `decimals`" } else { "" };
        sink.error(codes::TOO_FINE, place, format_args!("the result may have {what}")).help(format_args!(
            "round it: `round = \"half-up {step}\"` on a value, `= round(…, {step})` in a cell{decimals}"
        ));
    }

    fn extent(&self, formula: &Formula) -> Result<Extent, Trouble> {
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
        let fits =
            |extent: &Extent| extent.numerator <= LIMIT && extent.denominator <= LIMIT && extent.magnitude <= LIMIT;
        extent.map(refined).filter(fits).ok_or(Trouble::Overflow)
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

/// The smallest step of a type.
fn unit(kind: &Type) -> Rational {
    Rational::from_scalar(1, kind.decimals())
}

fn magnitude(of: Rational) -> Rational {
    if of.signum() < 0 { of.checked_neg().unwrap_or(of) } else { of }
}

fn is_multiple(of: Rational, step: Rational) -> bool {
    of.checked_div(step).is_some_and(|ratio| ratio.denominator() == 1)
}

fn constant(value: Rational) -> Option<Extent> {
    let value = magnitude(value);
    let above = value.numerator().checked_div(value.denominator())?.checked_add(1)?;
    Some(Extent {
        grain: Some(value),
        magnitude: above,
        numerator: value.numerator(),
        denominator: value.denominator(),
    })
}

fn whole_multiples(grain: Rational, magnitude: i128) -> Option<Extent> {
    let denominator = grain.denominator();
    Some(Extent { grain: Some(grain), magnitude, numerator: magnitude.checked_mul(denominator)?, denominator })
}

/// What is known of the denominators by the grain also bounds the numerators.
fn refined(extent: Extent) -> Extent {
    let Some(grain) = extent.grain else { return extent };
    let denominator = extent.denominator.min(grain.denominator());
    let numerator = extent.magnitude.checked_mul(denominator).unwrap_or(i128::MAX).min(extent.numerator);
    Extent { denominator, numerator, ..extent }
}

fn sum(left: Extent, right: Extent) -> Option<Extent> {
    let numerator =
        left.numerator.checked_mul(right.denominator)?.checked_add(right.numerator.checked_mul(left.denominator)?)?;
    Some(Extent {
        grain: both(left.grain, right.grain),
        magnitude: left.magnitude.checked_add(right.magnitude)?,
        numerator,
        denominator: left.denominator.checked_mul(right.denominator)?,
    })
}

fn product(left: Extent, right: Extent) -> Option<Extent> {
    Some(Extent {
        grain: left.grain.zip(right.grain).and_then(|(left, right)| left.checked_mul(right)),
        magnitude: left.magnitude.checked_mul(right.magnitude)?,
        numerator: left.numerator.checked_mul(right.numerator)?,
        denominator: left.denominator.checked_mul(right.denominator)?,
    })
}

/// `by` is what is divided by, where that is constant.
fn ratio(left: Extent, right: Extent, by: Option<Rational>) -> Option<Extent> {
    let grain = left.grain.zip(by).and_then(|(grain, by)| grain.checked_div(magnitude(by)));
    Some(Extent {
        grain,
        // What is not zero is at least one part of the greatest denominator.
        magnitude: left.magnitude.checked_mul(right.denominator)?,
        numerator: left.numerator.checked_mul(right.denominator)?,
        denominator: left.denominator.checked_mul(right.numerator.max(1))?,
    })
}

fn either(left: Extent, right: Extent) -> Option<Extent> {
    left.numerator.checked_mul(right.denominator)?;
    right.numerator.checked_mul(left.denominator)?;
    Some(Extent {
        grain: both(left.grain, right.grain),
        magnitude: left.magnitude.max(right.magnitude),
        numerator: left.numerator.max(right.numerator),
        denominator: left.denominator.max(right.denominator),
    })
}

/// The greatest step that both are multiples of.
fn both(left: Option<Rational>, right: Option<Rational>) -> Option<Rational> {
    let (left, right) = (left?, right?);
    let over = left.denominator().checked_mul(right.denominator())?;
    let (mut a, mut b) =
        (left.numerator().checked_mul(right.denominator())?, right.numerator().checked_mul(left.denominator())?);
    while b != 0 {
        (a, b) = (b, a.checked_rem(b)?);
    }
    Rational::new(a, over)
}
