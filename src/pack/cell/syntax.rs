//! How the unary tests of S-FEEL (DMN 1.5, 9.2) are written.
//!
//! A bare word runs to the next comma, bracket or end, spaces included, because the type of what is tested says how to
//! read it: `8 weeks`, `1 h 30 min`, `not delivered`.

#![expect(clippy::arithmetic_side_effects, reason = "positions within one cell's text, which is bounded by the file")]

use super::written::{Limit, Word, Written};
use crate::pack::codes;
use crate::pack::comma;
use crate::pack::diagnostic::Sink;
use crate::pack::document::Text;

/// `not(not(…))` may go this deep.
const DEEPEST: usize = 16;

/// Reads a cell; what does not read is reported. `is_number` says that numbers are tested, perhaps with a unit.
pub fn parse<'a>(text: Text<'a>, is_number: bool, sink: &mut Sink) -> Option<Vec<Written<'a>>> {
    let text = text.trim();
    let mut reader = Reader { text, at: 0, depth: 0, is_number, sink };
    if text.text.is_empty() {
        reader.sink.error(codes::CELL, text.place(), "the cell is empty").help("write `-` where any value will do");
        return None;
    }
    let tests = reader.list()?;
    if reader.peek().is_some() {
        let rest = reader.text.slice(reader.at..reader.text.text.len());
        reader
            .sink
            .error(codes::CELL, rest.place(), format_args!("`{}` stands behind the end of the test", rest.text))
            .help("put a comma between two tests, and a value with brackets in quotes");
        return None;
    }
    Some(tests)
}

struct Reader<'a, 's> {
    text: Text<'a>,
    at: usize,
    depth: usize,
    is_number: bool,
    sink: &'s mut Sink,
}

impl<'a> Reader<'a, '_> {
    fn rest(&self) -> &'a str {
        self.text.text.get(self.at..).unwrap_or("")
    }

    fn skip_space(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    /// The next character that is no space.
    fn peek(&mut self) -> Option<char> {
        self.skip_space();
        self.rest().chars().next()
    }

    fn eat(&mut self, what: &str) -> bool {
        self.skip_space();
        let eaten = self.rest().starts_with(what);
        if eaten {
            self.at += what.len();
        }
        eaten
    }

    fn wrong<T>(&mut self, from: usize, message: &str, help: &str) -> Option<T> {
        let to = self.at.max(from).min(self.text.text.len());
        let place = self.text.slice(from..to);
        let place = if place.text.is_empty() { self.text } else { place };
        self.sink.error(codes::CELL, place.place(), message).help(help);
        None
    }

    /// Tests with commas between.
    fn list(&mut self) -> Option<Vec<Written<'a>>> {
        let mut tests = vec![self.test()?];
        while self.peek() == Some(',') {
            let comma = self.at;
            self.eat(",");
            if let Some(help) = self.is_number.then(|| comma::way_out(self.text.text, comma)).flatten() {
                return self.wrong(comma - 1, "this comma would part one number into two tests", &help);
            }
            tests.push(self.test()?);
        }
        Some(tests)
    }

    fn test(&mut self) -> Option<Written<'a>> {
        let first = self.peek();
        let from = self.at;
        match first {
            None | Some(',' | ')') => {
                self.wrong(from, "a value is missing here", "take out the comma, or write a value behind it")
            }
            Some('[' | ']' | '(') => self.interval(),
            Some('<' | '>' | '=') => self.comparison(),
            Some('!' | '≠') => self.wrong(from, "there is no such comparison", "write `not(…)` for all other values"),
            Some('≤' | '≥') => self.wrong(from, "there is no such comparison", "write `<=` or `>=`"),
            Some(_) if self.at_not() => self.not(),
            Some(_) => {
                let word = self.word(false)?;
                if let Some((low, high)) = ends_without_brackets(word, self.is_number) {
                    // `1 to 3 h`: the unit is that of both ends, and stands behind the bracket.
                    let (high, unit) = match high.split_once(' ') {
                        Some((number, unit)) if !low.contains(' ') => (number, format!(" {unit}")),
                        _ => (high, String::new()),
                    };
                    let help = format!("write `[{low}..{high}]{unit}`, with `(` or `)` for an end that does not count");
                    return self.wrong(from, "an interval stands in brackets", &help);
                }
                if !word.quoted && matches!(word.text.text, "–" | "—" | "−" | "*") {
                    return self.wrong(from, &format!("`{}` is no test", word.text.text), "for anything, write `-`");
                }
                Some(match word.text.text {
                    _ if word.quoted => Written::Is(word),
                    "-" => Written::Any,
                    "none" => Written::None,
                    "unknown" => Written::Unknown(word.text),
                    _ => Written::Is(word),
                })
            }
        }
    }

    fn at_not(&self) -> bool {
        self.rest().strip_prefix("not").is_some_and(|rest| rest.trim_start().starts_with('('))
    }

    fn not(&mut self) -> Option<Written<'a>> {
        let from = self.at;
        self.eat("not");
        self.eat("(");
        self.depth += 1;
        if self.depth > DEEPEST {
            return self.wrong(from, "`not` goes too deep", "write the values that are meant");
        }
        let members = self.list()?;
        self.depth -= 1;
        if !self.eat(")") {
            return self.wrong(from, "`not(` is never closed", "add `)`");
        }
        Some(Written::Not(members, self.text.slice(from..self.at)))
    }

    fn comparison(&mut self) -> Option<Written<'a>> {
        let from = self.at;
        let operators = ["<=", ">=", "=<", "=>", "==", "<>", "<", ">", "="];
        let operator = operators.into_iter().find(|operator| self.rest().starts_with(operator))?;
        self.at += operator.len();
        if matches!(operator, "=<" | "=>" | "==" | "<>") {
            let help = match operator {
                "=<" => "write `<=`",
                "=>" => "write `>=`",
                "==" => "write the value alone",
                _ => "write `not(…)` for all other values",
            };
            return self.wrong(from, &format!("there is no comparison `{operator}`"), help);
        }
        if matches!(self.peek(), None | Some(',' | ')')) {
            return self.wrong(from, &format!("nothing stands behind `{operator}`"), "write a value behind it");
        }
        let word = self.word(false)?;
        let whole = self.text.slice(from..self.at);
        let limit = |inclusive| Some(Limit { word, inclusive });
        Some(match operator {
            "<=" => Written::Range { low: None, high: limit(true), whole },
            "<" => Written::Range { low: None, high: limit(false), whole },
            ">=" => Written::Range { low: limit(true), high: None, whole },
            ">" => Written::Range { low: limit(false), high: None, whole },
            _ => Written::Is(word),
        })
    }

    fn interval(&mut self) -> Option<Written<'a>> {
        const HELP: &str = "an interval reads `[1..5]`, with `(` or `)` for an end that does not count";
        let from = self.at;
        let low_inclusive = self.eat("[");
        if !low_inclusive {
            self.at += 1;
        }
        let inside = self.rest().split([']', ')', '[']).next().unwrap_or("");
        if let Some((low, high)) = two_numbers(inside) {
            self.at += inside.len();
            return self.wrong(from, "this interval has no `..`", &format!("write `{low}..{high}` in its brackets"));
        }
        let low = self.end()?;
        if !self.eat("..") {
            return self.wrong(from, "this interval has no `..`", HELP);
        }
        if self.rest().starts_with('.') {
            return self.wrong(from, "this interval has more points than two", HELP);
        }
        let high = self.end()?;
        let high_inclusive = self.eat("]");
        if !high_inclusive && !self.eat(")") && !self.eat("[") {
            return self.wrong(from, "this interval is never closed", HELP);
        }
        let unit = match self.peek() {
            None | Some(',' | ')') => None,
            Some(_) => Some(self.word(false)?.text),
        };
        let low = Limit { word: Word { unit, ..low }, inclusive: low_inclusive };
        let high = Limit { word: Word { unit, ..high }, inclusive: high_inclusive };
        Some(Written::Range { low: Some(low), high: Some(high), whole: self.text.slice(from..self.at) })
    }

    /// An end of an interval, in which no comma parts two tests.
    fn end(&mut self) -> Option<Word<'a>> {
        self.skip_space();
        let from = self.at;
        let word = self.word(true)?;
        let rest = self.text.text.get(from..).unwrap_or("");
        let written = rest.find("..").and_then(|length| rest.get(..length)).unwrap_or(rest);
        let help = self.is_number.then(|| comma::of_one(written, self.at - from)).flatten();
        if let Some(help) = help.filter(|_| self.rest().starts_with(',')) {
            self.at += 1;
            return self.wrong(self.at - 1, "a number is written without commas", &help);
        }
        Some(word)
    }

    /// A value or name up to where the test ends; in an interval also up to `..` or the closing bracket.
    fn word(&mut self, in_interval: bool) -> Option<Word<'a>> {
        self.skip_space();
        let from = self.at;
        if let Some(quote) = self.rest().chars().next().filter(|first| matches!(first, '"' | '\'')) {
            let inside = self.rest().get(1..).unwrap_or("");
            let Some(length) = inside.find(quote) else {
                self.at = self.text.text.len();
                return self.wrong(from, "this quote is never closed", "close it");
            };
            self.at = from + length + 2;
            let text = self.text.slice(from + 1..from + 1 + length);
            return Some(Word { text, quoted: true, unit: None });
        }
        let mut open = 0_usize;
        let mut length = 0;
        for (at, letter) in self.rest().char_indices() {
            let ends = match letter {
                ',' => open == 0,
                ')' => open == 0 && (in_interval || self.depth > 0),
                ']' | '[' => in_interval,
                '.' => in_interval && self.rest().get(at..).is_some_and(|rest| rest.starts_with("..")),
                _ => false,
            };
            if ends {
                break;
            }
            match letter {
                '(' => open += 1,
                ')' => open = open.saturating_sub(1),
                _ => {}
            }
            length = at + letter.len_utf8();
        }
        self.at = from + length;
        let text = self.text.slice(from..self.at).trim();
        if text.text.is_empty() {
            return self.wrong(from, "a value is missing here", "write one");
        }
        Some(Word { text, quoted: false, unit: None })
    }
}

/// Two whole numbers with a comma between, as brackets part them elsewhere: `18,21`, `18; 21`.
fn two_numbers(inside: &str) -> Option<(&str, &str)> {
    let (low, high) = inside.split_once([',', ';'])?;
    let are_whole = |number: &str| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let (low, high) = (low.trim(), high.trim());
    (are_whole(low) && are_whole(high)).then_some((low, high))
}

/// The ends of what can only be meant as an interval: `1 .. 5`, `1–5`, `1 - 5` and `1 to 5`, and of numbers `1-5`: a date has
/// its own hyphens.
fn ends_without_brackets(word: Word<'_>, is_number: bool) -> Option<(&str, &str)> {
    if word.quoted {
        return None;
    }
    let is_end = |end: &str| end.starts_with(|letter: char| letter.is_ascii_digit());
    let hyphen = is_number.then_some("-");
    ["..", "–", " - ", " to "].into_iter().chain(hyphen).find_map(|between| {
        let (low, high) = word.text.text.split_once(between)?;
        let (low, high) = (low.trim(), high.trim_start_matches('.').trim());
        (between == ".." || (is_end(low) && is_end(high))).then_some((low, high))
    })
}
