//! What a test compares with: a declared value, a name, a setting or a literal.

use super::typing::Typing;
use super::written::Word;
use crate::model::value::{self, ValueError};
use crate::model::{End, SettingId, Type, Value};
use crate::pack::codes;
use crate::pack::document::Text;
use crate::pack::kinds::are_alike;
use crate::pack::literal::{self, Problem};
use crate::pack::names::{self, Readable};

impl Typing<'_, '_> {
    /// A declared value, a name, or a literal.
    pub fn end(&mut self, word: Word<'_>) -> Option<End> {
        if matches!(self.kind, Type::Text) {
            self.sink
                .error(codes::TEST_OF_OTHER_TYPE, word.text.place(), "no cell tests a text")
                .help("declare the fact as a `choice` of the texts that matter");
            return None;
        }
        if !self.kind.choices().is_empty()
            && let Some(at) = self.kind.choices().iter().position(|choice| choice.id == word.text.text)
        {
            return i64::try_from(at).ok().map(End::Constant);
        }
        if !word.quoted {
            match self.names.readable(word.text, self.sink) {
                Err(_) => return None,
                Ok(Some(readable)) => return self.name(readable, word.text),
                Ok(None) => {}
            }
        }
        self.literal(word)
    }

    fn name(&mut self, readable: Readable<'_>, text: Text<'_>) -> Option<End> {
        if !are_alike(self.kind, readable.kind()) {
            let (this, other) = (self.kind.id(), readable.kind().id());
            let message = match this == other {
                true => format!("`{}` has other values than what it is compared with", text.text),
                false => format!("`{}` is of the type `{other}`, and is compared with the type `{this}`", text.text),
            };
            self.sink.error(codes::DIFFERENT_TYPES, text.place(), message).help("compare two of the same type");
            return None;
        }
        Some(match readable {
            Readable::Name(name, of) if of.decimals() == self.kind.decimals() => End::Name(name),
            Readable::Name(_, of) => {
                let (other, own) = (of.decimals(), self.kind.decimals());
                let decimals =
                    |count: u8| if count == 1 { "1 decimal".to_owned() } else { format!("{count} decimals") };
                self.sink
                    .error(
                        codes::DIFFERENT_TYPES,
                        text.place(),
                        format_args!(
                            "`{}` has {}, and what it is compared with has {}",
                            text.text,
                            decimals(other),
                            decimals(own)
                        ),
                    )
                    .help(format_args!("declare both with `decimals = {}`", other.max(own)));
                return None;
            }
            Readable::Setting(setting, of) if of.decimals() == self.kind.decimals() => End::Setting(setting),
            Readable::Setting(setting, of) => self.rescaled(setting, of, text)?,
        })
    }

    /// A setting of other decimals than what it is compared with, as a constant of the same.
    fn rescaled(&mut self, setting: SettingId, of: &Type, text: Text<'_>) -> Option<End> {
        let value = self.names.settings.get(setting.index()).and_then(|(_, value)| value.as_ref());
        let Some(Value::Scalar(scalar)) = value else { return None };
        let written = value::print_decimal(*scalar, of.decimals());
        let constant = value::decimal(&written, self.kind.decimals(), "a number");
        if constant.is_err() {
            self.sink
                .error(
                    codes::DIFFERENT_TYPES,
                    text.place(),
                    format_args!("`{}` is {written}, which has more decimals than what it is compared with", text.text),
                )
                .help(format_args!("declare that with `decimals = {}` too", of.decimals()));
        }
        constant.ok().map(End::Constant)
    }

    fn literal(&mut self, word: Word<'_>) -> Option<End> {
        let text = word.text;
        let read = match (word.unit, self.kind) {
            // `[3..4) h`: the unit is that of the end that has none of its own.
            (Some(unit), Type::Duration { .. }) if value::decimal(text.text, 9, "").is_ok() => {
                let joined = format!("{} {}", text.text, unit.text);
                value::parse_scalar(&joined, self.kind).map_err(Problem::Value)
            }
            (Some(unit), _) if !self.is_own_unit(unit.text) => {
                self.sink
                    .error(codes::CELL, unit.place(), format_args!("`{}` stands behind the interval", unit.text))
                    .help("put a comma between two tests");
                return None;
            }
            _ => self.scalar(text),
        };
        match read {
            Ok(scalar) => Some(End::Constant(scalar)),
            Err(Problem::Value(ValueError::OutOfBounds)) => self.beyond(text, word.unit),
            Err(_) if let Some(excluded) = self.excluded(word) => {
                self.sink
                    .error(codes::CELL, text.place(), "what `not` excludes stands in brackets")
                    .help(format_args!("write `not({})`", excluded.text));
                None
            }
            Err(_) if !word.quoted && self.is_reckoned(text.text) => {
                self.sink.error(codes::CELL, text.place(), "a cell compares, and does not reckon").help(format_args!(
                    "make a `[[value]]` of it, with `formula = \"{}\"`, and write its id here",
                    text.text
                ));
                None
            }
            Err(_) if let Some(help) = common_word(text.text).filter(|_| !word.quoted && !self.is_slip(text.text)) => {
                self.sink.error(codes::CELL, text.place(), format_args!("`{}` is no test", text.text)).help(help);
                None
            }
            Err(problem) => {
                let near = value::nearest(text.text, self.names.readable_ids());
                match (self.kind.is_quantity() && is_id(text.text), near) {
                    (true, near) => names::unknown(text, "setting, fact, output or value", near.into_iter(), self.sink),
                    (false, _) => problem.report(text, self.kind, self.sink),
                }
                None
            }
        }
    }

    fn scalar(&self, text: Text<'_>) -> Result<i64, Problem> {
        let currency = self.names.currency.as_ref();
        match self.kind {
            Type::Several(choices) => literal::scalar(text, &Type::Choice(choices.clone()), currency),
            _ => literal::scalar(text, self.kind, currency),
        }
    }

    /// Whether it is rather meant for a declared value.
    fn is_slip(&self, text: &str) -> bool {
        value::nearest(text, self.kind.choices().iter().map(|choice| choice.id.as_str())).is_some()
    }

    /// The value or name behind a `not` without brackets.
    fn excluded<'a>(&self, word: Word<'a>) -> Option<Text<'a>> {
        let (not, _) = word.text.text.split_once(char::is_whitespace).filter(|_| !word.quoted)?;
        let behind = word.text.slice(not.len()..word.text.text.len()).trim();
        let is_readable = self.scalar(behind).is_ok() || self.names.readable_ids().any(|id| id == behind.text);
        (not.eq_ignore_ascii_case("not") && is_readable).then_some(behind)
    }

    /// Whether it can only be meant as a formula: a name, and an operation with something.
    fn is_reckoned(&self, text: &str) -> bool {
        let mut words = text.split_whitespace();
        let (first, operation) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        let is_name = self.names.symbol(first).is_some() || matches!((first, operation), ("days", "between"));
        is_name && matches!(operation, "+" | "-" | "*" | "/" | "between") && words.next().is_some()
    }

    /// A value beyond the bounds of its type is compared with all the same; alone it would be no mistake to forbid.
    fn beyond(&mut self, text: Text<'_>, unit: Option<Text<'_>>) -> Option<End> {
        let (min, max) = value::print_bounds(self.kind);
        self.sink.warning(codes::BEYOND_BOUNDS, text.place(), format_args!("`{}` is out of bounds", text.text)).help(
            format_args!("the values go from {min} to {max}; `min` and `max` where the type is declared change that"),
        );
        let written = unit.map_or_else(|| text.text.to_owned(), |unit| format!("{} {}", text.text, unit.text));
        let unbounded = match self.kind.clone() {
            Type::Number { decimals, unit, .. } => Type::Number { decimals, unit, min: i64::MIN, max: i64::MAX },
            Type::Money { decimals, .. } => Type::Money { decimals, min: i64::MIN, max: i64::MAX },
            Type::Duration { .. } => Type::Duration { min: i64::MIN, max: i64::MAX },
            Type::Date { .. } => Type::Date { min: i64::MIN, max: i64::MAX },
            other => other,
        };
        value::parse_scalar(&written, &unbounded)
            .or_else(|_| literal::scalar(text, &unbounded, self.names.currency.as_ref()).map_err(|_| ()))
            .ok()
            .map(End::Constant)
    }

    /// Whether a word behind an interval is the declared unit of a number, or the currency.
    fn is_own_unit(&self, word: &str) -> bool {
        match self.kind {
            Type::Number { unit: Some(unit), .. } => unit == word,
            Type::Money { .. } => self.names.currency.as_ref().is_some_and(|currency| currency.code == word),
            Type::Duration { .. } => true,
            _ => false,
        }
    }
}

/// What to write for a word that other languages of rules have for all values, or for all that no row has said.
fn common_word(text: &str) -> Option<&'static str> {
    match text.to_ascii_lowercase().as_str() {
        "any" | "anything" | "all" | "everything" | "whatever" => Some("for anything, write `-`"),
        "else" | "otherwise" | "default" | "other" | "others" => Some(
            "for all that no other row fits, a row of a table has `otherwise` alone before `||`; for all other values, write `not(…)`",
        ),
        _ => None,
    }
}

fn is_id(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}
