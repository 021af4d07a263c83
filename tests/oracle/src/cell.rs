//! Whether a cell holds in one complete case.

use amends::model::{Bound, Cell, End, Name, Test, Value};

use crate::evaluation::{Evaluation, Outcome};
use crate::truth::Truth;

impl Evaluation<'_> {
    /// L1 to L9: whether a cell holds.
    pub fn cell(&self, cell: &Cell) -> Truth {
        Truth::any(cell.tests.iter().map(|test| self.test(test, cell.of)))
    }

    fn test(&self, test: &Test, of: Name) -> Truth {
        // L8: the record, whatever the value.
        match test {
            Test::Any => return Truth::True,
            Test::Unknown => return self.is_recorded(of).negated(),
            Test::Not(members) if members[..] == [Test::Unknown] => return self.is_recorded(of),
            _ => {}
        }
        let value = match self.outcome(of) {
            Outcome::Value(value) => Some(value),
            Outcome::Undetermined => None,
            Outcome::List(_) => panic!("no cell reads a list"),
        };
        match (test, &value) {
            (Test::Is(end), value) => self.compare(value.as_ref(), end, |value, end| match value {
                Value::Scalar(scalar) => *scalar == end,
                Value::Set(set) => set >> end & 1 == 1,
                _ => false,
            }),
            (Test::Range { low, high }, value) => {
                let against = |bound: &Bound, holds: fn(i64, i64) -> bool| {
                    self.compare(value.as_ref(), &bound.end, |value, end| match value {
                        Value::Scalar(scalar) => holds(*scalar, end) || bound.inclusive && *scalar == end,
                        _ => false,
                    })
                };
                let above = low.iter().map(|low| against(low, |scalar, end| scalar > end));
                let below = high.iter().map(|high| against(high, |scalar, end| scalar < end));
                Truth::all(above.chain(below))
            }
            (_, None) => Truth::Undetermined,
            (Test::None, Some(value)) => Truth::from(*value == Value::None),
            (Test::Not(_), Some(Value::None)) => Truth::False,
            (Test::Not(members), Some(_)) => Truth::any(members.iter().map(|member| self.test(member, of))).negated(),
            (Test::Any | Test::Unknown, _) => unreachable!("answered above"),
        }
    }

    /// L5, L6, L9: a comparison of which a side is `none` never holds; one of which a side is undetermined is so.
    fn compare(&self, value: Option<&Value>, end: &End, holds: impl Fn(&Value, i64) -> bool) -> Truth {
        let end = match end {
            End::Constant(scalar) => Some(Value::Scalar(*scalar)),
            End::Setting(setting) => Some(self.pack.settings[setting.index()].value.clone()),
            End::Name(name) => match self.outcome(*name) {
                Outcome::Value(value) => Some(value),
                Outcome::Undetermined => None,
                Outcome::List(_) => panic!("no cell reads a list"),
            },
        };
        match (value, end) {
            (Some(Value::None), _) | (_, Some(Value::None)) => Truth::False,
            (Some(value), Some(Value::Scalar(end))) => Truth::from(holds(value, end)),
            (None, _) | (_, None) => Truth::Undetermined,
            (_, Some(Value::Set(_) | Value::Text(_))) => panic!("an end is a scalar"),
        }
    }

    fn is_recorded(&self, of: Name) -> Truth {
        match of {
            Name::Fact(fact) => Truth::from(self.recorded[fact.index()]),
            _ => panic!("only a fact can be unknown"),
        }
    }
}
