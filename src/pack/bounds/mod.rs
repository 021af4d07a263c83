//! What formulas can come to: no overflow, and no decimals that their type does not have.
//!
//! Each part of a formula is bounded by the bounds of what it reads, and is known to be a whole multiple of some step
//! (its *grain*) where it is one: facts of their smallest unit, outputs of what all their rows give. So
//! `= full_compensation / 2` fits euros where every full compensation is even.

mod extent;
mod reckon;

use crate::engine::rational::Rational;
use crate::model::{Definition, Derived, DerivedId, Entry, Formula, Hit, Pack, Promise, Type, Value};

use super::codes;
use super::diagnostic::Sink;
use super::{Part, Place, Places};
use extent::{both, magnitude, unit};
use reckon::Trouble;

/// Reports formulas that could overflow, and those whose result may not fit the decimals of its type.
pub(super) fn check(pack: &Pack, places: &Places, sink: &mut Sink) {
    let mut grains: Vec<Rational> = Vec::new();
    for (derived, at) in pack.derived.iter().zip(0..) {
        let at = DerivedId::at(at);
        let checker = Checker { pack, grains: &grains, places, at };
        let own = unit(&derived.kind);
        let grain = checker.derived(derived, sink).filter(|grain| grain.is_multiple_of(own)).unwrap_or(own);
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
        if grain.is_some_and(|grain| grain.is_multiple_of(unit(kind))) {
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
}
