//! How the words of a formula belong together.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "positions within one formula's text, which is bounded by the file"
)]

use super::reader::Reader;
use super::words::{HELP, RELATIONS, is_date, tokens};
use super::written::{Expression, Function, Unit, What};
use crate::pack::comma;
use crate::pack::diagnostic::Sink;
use crate::pack::document::Text;

const NO_COMMAS: &str = "a number is written without commas";
/// Brackets may go this deep.
const DEEPEST: usize = 32;

/// Reads a formula; what does not read is reported.
pub fn parse<'a>(text: Text<'a>, sink: &mut Sink) -> Option<Expression<'a>> {
    let tokens = tokens(text, sink)?;
    let mut reader = Reader { text, tokens: &tokens, at: 0, depth: 0, sink };
    let formula = reader.sum()?;
    if let Some(token) = reader.next() {
        if let Some(help) = reader.comma_in_number(&token) {
            return reader.wrong(token, NO_COMMAS, &help);
        }
        let help = match token.text {
            "year" | "years" => "count a year as `12 months`",
            "working" | "work" | "workdays" | "weekdays" => "write `business days`, those of the calendar",
            relation if RELATIONS.contains(&relation) => "a formula is a quantity; compare in a cell",
            _ => HELP,
        };
        return reader.wrong(token, &format!("`{}` is not expected here", token.text), help);
    }
    Some(formula)
}

impl<'a> Reader<'a, '_, '_> {
    fn sum(&mut self) -> Option<Expression<'a>> {
        let from = self.at;
        let mut left = self.product()?;
        loop {
            let make = match self.peek(0) {
                "+" => What::Add,
                "-" => What::Subtract,
                _ => return Some(left),
            };
            self.at += 1;
            let right = self.product()?;
            left = Expression { what: make(Box::new(left), Box::new(right)), text: self.since(from) };
        }
    }

    fn product(&mut self) -> Option<Expression<'a>> {
        let from = self.at;
        let mut left = self.factor()?;
        loop {
            let make = match self.peek(0) {
                "*" => What::Multiply,
                "/" => What::Divide,
                _ => break,
            };
            self.at += 1;
            let right = self.factor()?;
            left = Expression { what: make(Box::new(left), Box::new(right)), text: self.since(from) };
        }
        // `2 * notice_days business days`: the unit counts the whole product.
        if let Some(unit) = self.unit() {
            left = Expression { what: What::Counted(Box::new(left), unit), text: self.since(from) };
        }
        Some(left)
    }

    /// A unit that counts what stands before it.
    fn unit(&mut self) -> Option<Unit> {
        let unit = match (self.peek(0), self.peek(1)) {
            (_, "between") => return None,
            ("business", "day" | "days") if self.peek(2) != "between" => {
                self.at += 2;
                return Some(Unit::BusinessDays);
            }
            ("month" | "months", _) => Unit::Months,
            (word, _) => elapsed(word)?,
        };
        self.at += 1;
        Some(unit)
    }

    fn factor(&mut self) -> Option<Expression<'a>> {
        let from = self.at;
        let Some(token) = self.next() else {
            let end = self.text.slice(self.text.text.len()..self.text.text.len());
            return self.wrong(end, "the formula ends where a number or a name is due", HELP);
        };
        self.depth += 1;
        if self.depth > DEEPEST {
            return self.wrong(token, "this formula goes too deep", "divide it among several values");
        }
        let first = token.text.chars().next().unwrap_or(' ');
        let what = match token.text {
            "-" => What::Negate(Box::new(self.factor()?)),
            "+" => self.factor()?.what,
            "(" => {
                let inner = self.sum()?;
                self.close(token)?;
                self.depth -= 1;
                // A name, a number and a date are read from their text, to which the brackets do not belong.
                return Some(match inner.what {
                    What::Name | What::Number | What::Date => inner,
                    _ => Expression { text: self.since(from), ..inner },
                });
            }
            "days" if self.eat("between") => self.between(false)?,
            "business" if matches!(self.peek(0), "days" | "day") && self.peek(1) == "between" => {
                self.at += 2;
                self.between(true)?
            }
            word if first.is_ascii_alphabetic() && self.peek(0) == "(" => self.call(word, token)?,
            _ if first.is_ascii_digit() && is_date(token.text) => What::Date,
            _ if first.is_ascii_digit() => self.number(token, from)?,
            _ if first.is_ascii_alphabetic() => What::Name,
            other => return self.wrong(token, &format!("`{other}` is not expected here"), HELP),
        };
        self.depth -= 1;
        Some(Expression { what, text: self.since(from) })
    }

    /// A written number, or a duration of one or more numbers with units: `24 h`, `1 h 30 min`.
    fn number(&mut self, token: Text<'a>, from: usize) -> Option<What<'a>> {
        let counted = |reader: &mut Self, token: Text<'a>, from: usize| {
            let unit = elapsed(reader.peek(0)).filter(|_| reader.peek(1) != "(" && reader.peek(1) != "between")?;
            reader.at += 1;
            let number = Expression { what: What::Number, text: token };
            Some(Expression { what: What::Counted(Box::new(number), unit), text: reader.since(from) })
        };
        let Some(mut whole) = counted(self, token, from) else { return Some(What::Number) };
        while let Some(next) =
            self.tokens.get(self.at).copied().filter(|next| next.text.starts_with(|first: char| first.is_ascii_digit()))
        {
            let at = self.at;
            self.at += 1;
            let Some(part) = counted(self, next, at) else {
                return self.wrong(next, &format!("`{}` is not expected here", next.text), HELP);
            };
            whole = Expression { what: What::Add(Box::new(whole), Box::new(part)), text: self.since(from) };
        }
        Some(whole.what)
    }

    fn between(&mut self, business: bool) -> Option<What<'a>> {
        let start = self.at;
        let from = self.sum()?;
        if !self.eat("and") {
            let at = self.since(start);
            return self.wrong(at, "`and` is missing", "write `days between bought_on and now`");
        }
        let to = self.last_day()?;
        Some(What::Between { from: Box::new(from), to: Box::new(to), business })
    }

    /// The end of `days between`: a date, moved by what has a unit. In `days between a and b + 1` the 1 is a number of
    /// days, and not of the date.
    fn last_day(&mut self) -> Option<Expression<'a>> {
        let from = self.at;
        let mut date = self.product()?;
        loop {
            let make = match self.peek(0) {
                "+" => What::Add,
                "-" => What::Subtract,
                _ => return Some(date),
            };
            let before = self.at;
            self.at += 1;
            let moved = self.product()?;
            if !matches!(moved.what, What::Counted(..)) {
                self.at = before;
                return Some(date);
            }
            date = Expression { what: make(Box::new(date), Box::new(moved)), text: self.since(from) };
        }
    }

    fn call(&mut self, word: &str, token: Text<'a>) -> Option<What<'a>> {
        let function = match word {
            "min" => Function::Min,
            "max" => Function::Max,
            "floor" => Function::Floor,
            "round" => Function::Round,
            _ => return self.wrong(token, &format!("there is no function `{word}`"), HELP),
        };
        self.at += 1;
        let mut parts = vec![self.sum()?];
        while self.peek(0) == "," {
            self.part_arguments()?;
            parts.push(self.sum()?);
        }
        self.close(token)?;
        let fits = match function {
            Function::Min | Function::Max => true,
            Function::Floor => parts.len() == 1,
            Function::Round => parts.len() == 2,
        };
        match (fits, function) {
            (true, _) => Some(What::Call(function, parts)),
            (false, Function::Round) => {
                self.wrong(token, "`round` takes a quantity and a step", "write `round(price / 3, 0.01)`")
            }
            (false, _) => self.wrong(
                token,
                "`floor` takes one number",
                "write `floor(hours / 6)`; down to a step, `floor(price / 0.05) * 0.05`",
            ),
        }
    }

    /// The comma between two arguments, which must not be one within a number.
    fn part_arguments(&mut self) -> Option<()> {
        let before = self.at.checked_sub(1).and_then(|last| self.tokens.get(last)).copied();
        let comma = self.next()?;
        let are_dates = before.is_some_and(|before| is_date(before.text)) || is_date(self.peek(0));
        match comma::way_out(self.text.text, self.offset(&comma)) {
            Some(help) if !are_dates => self.wrong(comma, "this comma would part one number into two arguments", &help),
            _ => Some(()),
        }
    }

    fn close(&mut self, opened: Text<'a>) -> Option<()> {
        if self.eat(")") {
            return Some(());
        }
        let next = self.tokens.get(self.at).copied();
        match next.and_then(|next| Some((next, self.comma_in_number(&next)?))) {
            Some((comma, help)) => self.wrong(comma, NO_COMMAS, &help),
            None => self.wrong(opened, "this bracket is never closed", "add `)`"),
        }
    }

    /// The way out where a token is the comma within a number, and no arguments are parted.
    fn comma_in_number(&self, token: &Text<'a>) -> Option<String> {
        comma::of_one(self.text.text, self.offset(token)).filter(|_| token.text == ",")
    }
}

/// A unit of elapsed time.
fn elapsed(word: &str) -> Option<Unit> {
    Some(match word {
        "min" | "mins" | "minute" | "minutes" => Unit::Minutes,
        "h" | "hour" | "hours" => Unit::Hours,
        "d" | "day" | "days" => Unit::Days,
        "week" | "weeks" => Unit::Weeks,
        _ => return None,
    })
}
