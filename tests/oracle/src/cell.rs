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
            Outcome::Value(value) => value,
            Outcome::Undetermined => return Truth::Undetermined,
            Outcome::List(_) => panic!("no cell reads a list"),
        };
        match test {
            Test::None => Truth::from(value == Value::None),
            _ if value == Value::None => Truth::False,
            Test::Is(end) => self.compare(end, |end| match value {
                Value::Scalar(scalar) => scalar == end,
                Value::Set(set) => set >> end & 1 == 1,
                _ => false,
            }),
            Test::Range { low, high } => {
                let Value::Scalar(scalar) = value else { return Truth::False };
                let above = |low: &Bound| {
                    self.compare(&low.end, |end| if low.inclusive { scalar >= end } else { scalar > end })
                };
                let below = |high: &Bound| {
                    self.compare(&high.end, |end| if high.inclusive { scalar <= end } else { scalar < end })
                };
                Truth::all(low.iter().map(above).chain(high.iter().map(below)))
            }
            Test::Not(members) => Truth::any(members.iter().map(|member| self.test(member, of))).negated(),
            Test::Any | Test::Unknown => unreachable!("answered above"),
        }
    }

    /// An end that is `none` never holds; an undetermined one is undetermined.
    fn compare(&self, end: &End, holds: impl Fn(i64) -> bool) -> Truth {
        let scalar = match end {
            End::Constant(scalar) => *scalar,
            End::Setting(setting) => match self.pack.settings[setting.index()].value {
                Value::Scalar(scalar) => scalar,
                _ => panic!("a setting that is compared is a scalar"),
            },
            End::Name(name) => match self.outcome(*name) {
                Outcome::Value(Value::Scalar(scalar)) => scalar,
                Outcome::Value(_) => return Truth::False,
                Outcome::Undetermined => return Truth::Undetermined,
                Outcome::List(_) => panic!("no cell reads a list"),
            },
        };
        Truth::from(holds(scalar))
    }

    fn is_recorded(&self, of: Name) -> Truth {
        match of {
            Name::Fact(fact) => Truth::from(self.recorded[fact.index()]),
            _ => panic!("only a fact can be unknown"),
        }
    }
}
