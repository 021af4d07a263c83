//! What rules ask: alternatives, cells, their tests and ends.

use std::mem::discriminant;

use crate::model::{Cell, DEEPEST, End, Name, Test, Type, When};

use super::Checker;

impl Checker<'_> {
    #[inline(never)]
    pub(super) fn when(&mut self, when: &When) {
        for clause in &when.0 {
            clause.0.iter().for_each(|cell| self.cell(cell));
        }
    }

    pub(super) fn cell(&mut self, cell: &Cell) {
        self.readable(cell.of);
        self.tests(&cell.tests, cell.of, DEEPEST);
    }

    fn tests(&mut self, tests: &[Test], of: Name, depth: u16) {
        self.sure(depth > 0, "has tests that lie too deep in each other");
        self.sure(!tests.is_empty(), "has a cell without tests");
        let Some(depth) = depth.checked_sub(1) else { return };
        let kind = self.pack.type_of(of);
        for test in tests {
            match test {
                Test::Any | Test::None => {}
                Test::Is(end) => self.end(end, kind),
                Test::Range { low, high } => {
                    self.sure(low.is_some() || high.is_some(), "has a range without ends");
                    low.iter().for_each(|bound| self.end(&bound.end, kind));
                    high.iter().for_each(|bound| self.end(&bound.end, kind));
                }
                Test::Not(tests) => self.tests(tests, of, depth),
                Test::Unknown => self.sure(matches!(of, Name::Fact(_)), "tests whether something derived is unknown"),
            }
        }
    }

    #[inline(never)]
    fn end(&mut self, end: &End, kind: &Type) {
        let other = match end {
            End::Constant(constant) => {
                let choices = i64::try_from(kind.choices().len()).unwrap_or(i64::MAX);
                let listed = choices == 0 || (0..choices).contains(constant);
                self.sure(listed && !matches!(kind, Type::Text), "compares with a value that is not there");
                kind
            }
            End::Setting(setting) => self.setting(*setting),
            End::Name(name) => self.readable(*name),
        };
        let alike = discriminant(kind) == discriminant(other) && kind.decimals() == other.decimals();
        self.sure(alike && !matches!(kind, Type::Text), "compares values of two types");
    }
}
