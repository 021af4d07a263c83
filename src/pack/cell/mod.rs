//! Cells: written tests held against the type of what they test.

mod always;
mod syntax;

use crate::model::value::{self, ValueError};
use crate::model::{Bound, Cell, Clause, End, Name, SettingId, Test, Type, Value, When};

use self::syntax::{Limit, Word, Written};
use super::diagnostic::Sink;
use super::document::{Node, Pair, Place, Text};
use super::item::{self, Item};
use super::kinds::are_alike;
use super::literal::{self, Problem};
use super::names::{Names, Readable};
use super::{codes, document};

/// The `when`, `unless` or `applies` of an item; `absent` where it is not written.
pub(super) fn when(item: &Item, key: &str, absent: When, names: &Names, sink: &mut Sink) -> When {
    match item.get(key) {
        Some(node) => clauses(node, names, sink),
        None => absent,
    }
}

/// A table of cells, or a list of such tables of which any will do.
pub(super) fn clauses(node: &Node, names: &Names, sink: &mut Sink) -> When {
    match &node.value {
        document::Written::List(items) => {
            When(items.iter().map(|item| clause(item::table(item, sink), names, sink)).collect())
        }
        _ => When(vec![clause(item::table(node, sink), names, sink)]),
    }
}

fn clause(pairs: &[Pair], names: &Names, sink: &mut Sink) -> Clause {
    Clause(pairs.iter().filter_map(|pair| written(pair, names, sink)).collect())
}

/// `anger = ">= angry"`; a list of texts means any of them.
fn written(pair: &Pair, names: &Names, sink: &mut Sink) -> Option<Cell> {
    let of = names.tested(pair.key_text(), sink);
    let texts = item::texts(&pair.value, sink);
    any_of(of?, &texts, pair.value.place, names, sink)
}

/// One cell; what does not read, or does not suit the type of what it tests, is reported.
pub(super) fn cell(of: Name, text: Text<'_>, names: &Names, sink: &mut Sink) -> Option<Cell> {
    any_of(of, &[text], text.trim().place(), names, sink)
}

/// The cell that holds where any of some texts does.
pub(super) fn any_of(of: Name, texts: &[Text<'_>], place: Place, names: &Names, sink: &mut Sink) -> Option<Cell> {
    let read: Vec<_> = texts.iter().filter_map(|text| tests(of, *text, names, sink)).collect();
    let (written, tests): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    let (written, tests) = (written.concat(), tests.concat());
    let text = texts.iter().map(|text| text.trim().text).collect::<Vec<_>>().join(", ");
    let cell = Cell { of, tests, text };
    always::check(&cell, &written, place, names, sink);
    (!cell.tests.is_empty()).then_some(cell)
}

/// The tests of a text, as they are written and as they are meant.
fn tests<'a>(of: Name, text: Text<'a>, names: &Names, sink: &mut Sink) -> Option<(Vec<Written<'a>>, Vec<Test>)> {
    let text = text.trim();
    let kind = names.kind(of)?;
    if let (Type::Several(choices), "[]") = (kind, text.text) {
        let ids = choices.iter().map(|choice| choice.id.as_str()).collect::<Vec<_>>().join(", ");
        sink.error(codes::CELL, text.place(), "`[]` is no test")
            .help(format_args!("for none of them, write `not({ids})`"));
        return None;
    }
    let is_number = matches!(kind, Type::Number { .. } | Type::Money { .. } | Type::Duration { .. });
    let written = syntax::parse(without_needless_quotes(text, kind), is_number, sink)?;
    let mut reader = Reader { of, kind, names, sink };
    let tests = written.iter().map(|test| reader.test(test)).collect::<Vec<_>>();
    let tests: Option<Vec<Test>> = tests.into_iter().collect();
    Some((written, tests?))
}

/// A whole cell in quotes reads as if it had none, unless it is one of the declared values.
fn without_needless_quotes<'a>(text: Text<'a>, kind: &Type) -> Text<'a> {
    let (inside, _) = literal::unquoted(text);
    let is_whole = !inside.text.contains(['"', '\'']);
    let is_value = kind.choices().iter().any(|choice| choice.id == inside.text);
    if is_whole && !is_value { inside } else { text }
}

struct Reader<'a, 's> {
    of: Name,
    kind: &'a Type,
    names: &'a Names,
    sink: &'s mut Sink,
}

impl Reader<'_, '_> {
    fn test(&mut self, written: &Written<'_>) -> Option<Test> {
        match written {
            Written::Any => Some(Test::Any),
            Written::None => Some(Test::None),
            Written::Unknown(text) => self.unknown(*text),
            Written::Is(word) => self.end(*word).map(Test::Is),
            Written::Range { low, high, whole } => self.range(low.as_ref(), high.as_ref(), *whole),
            Written::Not(members, whole) => {
                if members.len() > 1 && members.iter().any(|member| matches!(member, Written::Unknown(_))) {
                    self.sink.error(codes::CELL, whole.place(), "`unknown` stands alone in its `not`").help(
                        "write `not(unknown)` as a cell of its own; `unknown` asks what the case gives, not what is so",
                    );
                    return None;
                }
                let tests: Vec<Option<Test>> = members.iter().map(|member| self.test(member)).collect();
                tests.into_iter().collect::<Option<Vec<Test>>>().map(Test::Not)
            }
        }
    }

    fn unknown(&mut self, text: Text<'_>) -> Option<Test> {
        if matches!(self.of, Name::Fact(_)) {
            return Some(Test::Unknown);
        }
        self.sink
            .error(codes::UNKNOWN_OF_DERIVED, text.place(), "`unknown` can only be asked of facts")
            .help("this follows from facts; ask it of the fact that may not be known");
        None
    }

    fn range(&mut self, low: Option<&Limit<'_>>, high: Option<&Limit<'_>>, whole: Text<'_>) -> Option<Test> {
        if !self.kind.is_quantity() && !matches!(self.kind, Type::Level(_)) {
            let help = match self.kind {
                Type::Choice(_) => "write the values, with commas between; only a `level` has an order",
                Type::Text => "no cell tests a text",
                _ => "write the values",
            };
            let message = format!("the type `{}` has no order", self.kind.id());
            self.sink.error(codes::TEST_OF_OTHER_TYPE, whole.place(), message).help(help);
            return None;
        }
        let swapped = low.zip(high).map(|(low, high)| {
            let (opening, closing) = (if high.inclusive { '[' } else { '(' }, if low.inclusive { ']' } else { ')' });
            format!("{opening}{}..{}{closing}", high.word.text.text, low.word.text.text)
        });
        let (low, high) = (low.map(|limit| self.bound(limit)), high.map(|limit| self.bound(limit)));
        let test = Test::Range { low: transpose(low)?, high: transpose(high)? };
        self.check_range(&test, swapped, whole);
        Some(test)
    }

    fn bound(&mut self, limit: &Limit<'_>) -> Option<Bound> {
        Some(Bound { end: self.end(limit.word)?, inclusive: limit.inclusive })
    }

    /// Reports a range of written values that holds for no value of the type. `swapped` is it with its ends swapped.
    fn check_range(&mut self, test: &Test, swapped: Option<String>, whole: Text<'_>) {
        let (Test::Range { low, high }, Some((min, max))) = (test, self.kind.range()) else { return };
        let constant = |bound: &Option<Bound>| match bound {
            Some(Bound { end: End::Constant(scalar), inclusive }) => Some((*scalar, *inclusive)),
            _ => None,
        };
        let is_beyond = |end: Option<(i64, bool)>| end.is_some_and(|(at, _)| at < min || max < at);
        if is_beyond(constant(low)) || is_beyond(constant(high)) {
            // The end was reported when it was read.
            return;
        }
        let are_swapped = matches!((constant(low), constant(high)), (Some((low, _)), Some((high, _))) if low > high);
        let least = constant(low).map(|(at, inclusive)| if inclusive { at } else { at.saturating_add(1) });
        let most = constant(high).map(|(at, inclusive)| if inclusive { at } else { at.saturating_sub(1) });
        let is_empty = matches!((least, most), (Some(least), Some(most)) if least > most);
        if is_empty || least.is_some_and(|least| least > max) || most.is_some_and(|most| most < min) {
            let (min, max) = value::print_bounds(self.kind);
            let help = match swapped.filter(|_| are_swapped) {
                Some(swapped) => format!("the ends are swapped: `{swapped}`"),
                None => format!("`{}` goes from {min} to {max}", self.kind.id()),
            };
            self.sink.warning(codes::BEYOND_BOUNDS, whole.place(), "no value is in this range").help(help);
        }
    }

    /// A declared value, a name, or a literal.
    fn end(&mut self, word: Word<'_>) -> Option<End> {
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
                self.sink
                    .error(
                        codes::DIFFERENT_TYPES,
                        text.place(),
                        format_args!("`{}` has {other} decimals, and is compared with {own}", text.text),
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
            Err(problem) => {
                let near = value::nearest(text.text, self.names.readable_ids());
                match (self.kind.is_quantity() && is_id(text.text), near) {
                    (true, near) => {
                        super::names::unknown(text, "setting, fact, output or value", near.into_iter(), self.sink)
                    }
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

fn transpose<T>(of: Option<Option<T>>) -> Option<Option<T>> {
    match of {
        None => Some(None),
        Some(inner) => inner.map(Some),
    }
}

fn is_id(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}
