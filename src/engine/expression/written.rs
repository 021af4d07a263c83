//! An expression as a rule author would write it.

use super::{ExpressionId, Expressions, ONE, Term};
use crate::engine::arithmetic::Operation;
use crate::engine::rational::Rational;
use crate::model::{DateUnit, Name};
use crate::text::concat;

impl Expressions<'_> {
    /// A formula over the ids of its facts: `0.1 * price * percent - fee`.
    pub fn written(&self, of: ExpressionId) -> String {
        let Some(sum) = self.sum(of) else { return String::new() };
        let mut text = String::new();
        for (term, factor) in &sum.terms {
            let size = if factor.signum() < 0 { factor.checked_neg().unwrap_or(*factor) } else { *factor };
            add_sign(&mut text, *factor);
            if size != ONE {
                text.push_str(&number(size));
                text.push_str(" * ");
            }
            text.push_str(&self.term_written(*term));
        }
        if sum.constant != Rational::ZERO || text.is_empty() {
            let constant = sum.constant;
            add_sign(&mut text, constant);
            text.push_str(&number(if constant.signum() < 0 {
                constant.checked_neg().unwrap_or(constant)
            } else {
                constant
            }));
        }
        text
    }

    fn term_written(&self, term: u32) -> String {
        let (operation, [first, second]) = match self.terms.get(term) {
            Some(Term::Fact(fact)) => return self.pack.id_of(Name::Fact(*fact)).to_owned(),
            Some(Term::Operation(operation, args)) => (*operation, args.map(|arg| self.written(arg))),
            None => return String::new(),
        };
        let within =
            |text: &str| if text.contains(['+', '-', '/']) { concat(&["(", text, ")"]) } else { text.to_owned() };
        let between = |sign: &str| concat(&[&within(&first), sign, &within(&second)]);
        let of_both = |name: &str| concat(&[name, "(", &first, ", ", &second, ")"]);
        match operation {
            Operation::Multiply => between(" * "),
            Operation::Divide => between(" / "),
            Operation::Add => between(" + "),
            Operation::Subtract | Operation::DateDifference => concat(&["(", &between(" - "), ")"]),
            Operation::Min => of_both("min"),
            Operation::Max => of_both("max"),
            Operation::Round(_) => of_both("round"),
            Operation::DaysBetween { business: false } => concat(&["(days between ", &first, " and ", &second, ")"]),
            Operation::DaysBetween { business: true } => {
                concat(&["(business days between ", &first, " and ", &second, ")"])
            }
            Operation::DateShift(unit) => {
                let unit = match unit {
                    DateUnit::Days => " days",
                    DateUnit::Weeks => " weeks",
                    DateUnit::Months => " months",
                    DateUnit::BusinessDays => " business days",
                };
                concat(&["(", &first, " + ", &within(&second), unit, ")"])
            }
        }
    }
}

fn add_sign(text: &mut String, number: Rational) {
    match (text.is_empty(), number.signum() < 0) {
        (true, false) => {}
        (true, true) => text.push('-'),
        (false, false) => text.push_str(" + "),
        (false, true) => text.push_str(" - "),
    }
}

/// A number with its decimals where it has an end, else as a fraction: `0.25`, `1/3`.
pub fn number(of: Rational) -> String {
    const MOST_DECIMALS: u8 = 6;
    let exact = (0..=MOST_DECIMALS).find_map(|decimals| Some((decimals, of.to_scalar(decimals)?)));
    match exact {
        Some((decimals, scalar)) => crate::model::value::print_decimal(scalar, decimals),
        None => {
            let whole = |number: i128| i64::try_from(number).map_or_else(|_| "…".to_owned(), crate::text::whole);
            concat(&[&whole(of.numerator()), "/", &whole(of.denominator())])
        }
    }
}
