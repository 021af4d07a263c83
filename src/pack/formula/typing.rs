//! What each part of a formula is, and whether parts fit together.

use super::sort::Sort;
use super::written::{Expression, What};
use crate::model::value::{self, ValueError};
use crate::model::{Formula, Type};
use crate::pack::codes;
use crate::pack::decimals;
use crate::pack::diagnostic::Sink;
use crate::pack::document::Text;
use crate::pack::item;
use crate::pack::literal::Problem;
use crate::pack::names::{self, Names, Readable};

/// Reads parts of formulas, and says where they do not fit together.
pub struct Typing<'a, 's> {
    pub names: &'a Names,
    pub sink: &'s mut Sink,
}

/// A part as the model has it, and what it is.
pub type Typed = (Formula, Sort);

impl Typing<'_, '_> {
    /// A part with all that is in it; what is wrong is reported.
    pub fn part(&mut self, part: &Expression<'_>) -> Option<Typed> {
        match &part.what {
            What::Number => self.number(part.text),
            What::Date => {
                let digits = item::day_of_text(part.text, self.sink)?;
                Some((Formula::Constant { digits, decimals: 0 }, Sort::Date))
            }
            What::Name => self.name(part.text),
            What::Negate(of) => {
                let (formula, sort) = self.part(of)?;
                if matches!(sort, Sort::Date | Sort::Copied(_)) {
                    return self.wrong(part.text, &format!("{} cannot be negated", sort.word()), "take out the minus");
                }
                Some((negated(formula), sort))
            }
            What::Add(left, right) => self.sum(part, left, right, false),
            What::Subtract(left, right) => self.sum(part, left, right, true),
            What::Multiply(left, right) => self.product(part, left, right),
            What::Divide(left, right) => self.ratio(part, left, right),
            What::Call(function, parts) => self.call(*function, parts, part.text),
            What::Counted(count, unit) => self.duration(count, *unit, part.text),
            What::Between { from, to, business } => self.between(from, to, *business, part.text),
        }
    }

    fn number(&mut self, text: Text<'_>) -> Option<Typed> {
        let fraction = text.text.split_once('.').map_or("", |(_, fraction)| fraction.trim_end_matches('0'));
        let decimals = u8::try_from(fraction.len()).unwrap_or(u8::MAX);
        let digits = if decimals > 15 { None } else { value::decimal(text.text, decimals, "").ok() };
        let Some(digits) = digits else {
            self.sink
                .error(codes::FORMULA, text.place(), format_args!("`{}` is no number", text.text))
                .help("write digits, and perhaps a point and up to 15 more");
            return None;
        };
        Some((Formula::Constant { digits, decimals }, Sort::Written))
    }

    fn name(&mut self, text: Text<'_>) -> Option<Typed> {
        let Some(readable) = self.names.readable(text, self.sink).ok()? else {
            names::unknown(text, "fact, output, value or setting", self.names.readable_ids(), self.sink);
            return None;
        };
        let Some(sort) = Sort::of(readable.kind()) else {
            let kind = readable.kind().id();
            return self.wrong(
                text,
                &format!("`{}` is of the type `{kind}`, with which no formula reckons", text.text),
                "formulas read quantities",
            );
        };
        Some(match readable {
            Readable::Name(name, _) => (Formula::Name(name), sort),
            Readable::Setting(setting, ..) => (Formula::Setting(setting), sort),
        })
    }

    /// The sort of a sum, or of what is compared: both of one, a written number taking the other's if that is money.
    pub fn common(&mut self, left: &Sort, right: &Sort, at: Text<'_>) -> Option<Sort> {
        let help = match (left, right) {
            (Sort::Copied(_), _) | (_, Sort::Copied(_)) => "only quantities can be reckoned with",
            (Sort::Written, Sort::Duration) | (Sort::Duration, Sort::Written) => {
                "write the number's unit, as in `24 h`"
            }
            (Sort::Written, Sort::Number | Sort::Written) | (Sort::Number, Sort::Written) => {
                return Some(Sort::Written);
            }
            (Sort::Written, Sort::Money) | (Sort::Money, Sort::Written) => return Some(Sort::Money),
            (Sort::Date, other) | (other, Sort::Date) if other.is_numeric() => {
                "write the unit, as in `bought_on + 14 days`"
            }
            _ if left == right => return Some(left.clone()),
            _ => "convert one of them first: dividing by `1 h` gives a number, multiplying by it a duration",
        };
        self.wrong(at, &format!("{} and {} do not go together", left.word(), right.word()), help)
    }

    /// [`is_plain`] of all parts that meet money; each is reported for itself.
    pub fn are_plain<'p>(&mut self, parts: impl IntoIterator<Item = &'p Expression<'p>>, sort: &Sort) -> bool {
        let Some(currency) = self.names.currency.as_ref().filter(|_| *sort == Sort::Money) else { return true };
        let due = Type::Money { decimals: currency.decimals, min: i64::MIN, max: i64::MAX };
        let mut are_plain = true;
        for part in parts {
            are_plain &= is_plain(part, &due, self.sink);
        }
        are_plain
    }

    pub fn wrong<T>(&mut self, at: Text<'_>, message: &str, help: &str) -> Option<T> {
        self.sink.error(codes::FORMULA_TYPES, at.place(), message).help(help);
        None
    }
}

/// Whether a part is no written number with needless decimals where a type is due; reports it if it is. Decimals that say
/// something may be part of what is reckoned, and are looked at with the result.
pub fn is_plain(part: &Expression<'_>, due: &Type, sink: &mut Sink) -> bool {
    let number = match &part.what {
        What::Negate(of) => of,
        _ => part,
    };
    let is_needless = matches!(number.what, What::Number) && decimals::are_needless(number.text.text, due);
    if is_needless {
        Problem::Value(ValueError::TooFine).report(number.text, due, sink);
    }
    !is_needless
}

pub fn negated(formula: Formula) -> Formula {
    match formula {
        Formula::Constant { digits, decimals } => Formula::Constant { digits: digits.saturating_neg(), decimals },
        other => Formula::Negate(Box::new(other)),
    }
}
