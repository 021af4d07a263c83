//! Tests as they are meant, of what they are tests of.

use super::written::{Limit, Written};
use crate::model::{Bound, End, Name, Test, Type, value};
use crate::pack::codes;
use crate::pack::diagnostic::Sink;
use crate::pack::document::Text;
use crate::pack::names::Names;

/// Says what the tests of one cell mean.
pub struct Typing<'a, 's> {
    pub of: Name,
    pub kind: &'a Type,
    pub names: &'a Names,
    pub sink: &'s mut Sink,
}

impl Typing<'_, '_> {
    /// A written test against the type; what does not suit it is reported.
    pub fn test(&mut self, written: &Written<'_>) -> Option<Test> {
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
}

fn transpose<T>(of: Option<Option<T>>) -> Option<Option<T>> {
    match of {
        None => Some(None),
        Some(inner) => inner.map(Some),
    }
}
