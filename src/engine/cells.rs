//! When cells hold: S-FEEL's unary tests over everything that is not known.

use std::slice;

use super::diagram::Node;
use super::known::{self, Known, constant};
use super::world::{Meaning, World};
use crate::model::{Bound, Cell, Clause, End, FactId, Name, Test, Type, Value, When};

impl World<'_> {
    /// When any of the clauses holds. What comes after one that is sure to hold is not looked at.
    pub fn when(&mut self, when: &When) -> Node {
        let mut any = Node::NO;
        for clause in &when.0 {
            let all = self.clause(clause);
            any = self.diagrams.or(any, all);
            if any == Node::YES {
                break;
            }
        }
        any
    }

    /// When all cells of a clause hold. What comes after one that is sure not to hold is not looked at.
    pub fn clause(&mut self, clause: &Clause) -> Node {
        let mut all = Node::YES;
        for cell in &clause.0 {
            let holds = self.cell(cell);
            all = self.diagrams.and(all, holds);
            if all == Node::NO {
                break;
            }
        }
        all
    }

    /// When a cell holds.
    pub fn cell(&mut self, cell: &Cell) -> Node {
        self.any_test(cell.of, &cell.tests)
    }

    fn any_test(&mut self, of: Name, tests: &[Test]) -> Node {
        let mut any = Node::NO;
        for test in tests {
            let holds = self.test(of, test);
            any = self.diagrams.or(any, holds);
            if any == Node::YES {
                break;
            }
        }
        any
    }

    /// When a test holds.
    pub(super) fn test(&mut self, of: Name, test: &Test) -> Node {
        match (test, of) {
            (Test::Any, _) => Node::YES,
            (Test::Unknown, _) => {
                let given = self.is_given(of);
                self.diagrams.not(given)
            }
            (Test::Not(members), _) if matches!(members.as_slice(), [Test::Unknown]) => self.is_given(of),
            (_, Name::Fact(fact)) if known::are_constant(slice::from_ref(test)) => self.fact_test(fact, test),
            (Test::Not(members), _) => {
                let any = self.any_test(of, members);
                let none = self.test(of, &Test::None);
                let either = self.diagrams.or(any, none);
                self.diagrams.not(either)
            }
            (Test::None, _) => {
                let value = self.value(of);
                self.diagrams.map(value, &mut |leaf| match Node::leaf(leaf) {
                    Node::UNDETERMINED | Node::BLURRED => leaf,
                    node => u32::from(node == Node::NONE),
                })
            }
            (Test::Is(end), _) => {
                let (own, end) = (self.value(of), self.end(of, end));
                self.compared(own, end, Node::NONE, &mut |world, own, end| world.leaves_equal(own, end))
            }
            (Test::Range { low, high }, _) => {
                let above = low.as_ref().map_or(Node::YES, |bound| self.beyond(of, bound, false));
                let below = high.as_ref().map_or(Node::YES, |bound| self.beyond(of, bound, true));
                self.diagrams.and(above, below)
            }
        }
    }

    /// Whether the case gives a fact, or records it later.
    fn is_given(&mut self, of: Name) -> Node {
        let Name::Fact(fact) = of else { return Node::YES };
        match self.standing(fact).record_variable {
            Some(variable) => self.diagrams.branch(variable, &[Node::NO, Node::YES]),
            None => self.standing(fact).given.into(),
        }
    }

    /// A test with constant ends on a fact, which is `none` where it does not apply. Constant on each piece: layout cuts
    /// at every constant.
    fn fact_test(&mut self, fact: FactId, test: &Test) -> Node {
        let pack = self.pack;
        let holds =
            |value: &Value| -> Node { known::hold(slice::from_ref(test), Known { value, given: true }, pack).into() };
        let none = holds(&Value::None);
        let inside = match &self.standing(fact).fixed {
            Some(value) => holds(value),
            None if matches!(pack.type_of(Name::Fact(fact)), Type::Several(_)) => self.set_test(fact, test),
            None => self.by_piece(fact, none, &mut |_, (first, _)| holds(&Value::Scalar(first))),
        };
        self.where_it_applies(fact, inside, none)
    }

    /// A test with constant ends on the unknown set that answers a `several` fact, as if the fact applied.
    fn set_test(&mut self, fact: FactId, test: &Test) -> Node {
        let Some(first) = self.variable_of(fact) else { return Node::BLURRED };
        let optional = matches!(self.variables.get(usize::from(first)), Some(Meaning::Nothing { .. }));
        let holds = match test {
            Test::Is(end) => {
                let choice = constant(self.pack, end).and_then(|choice| u16::try_from(choice).ok()).unwrap_or(u16::MAX);
                let member = first.saturating_add(choice).saturating_add(u16::from(optional));
                self.diagrams.branch(member, &[Node::NO, Node::YES])
            }
            Test::Not(members) => {
                let any = members.iter().fold(Node::NO, |any, member| {
                    let holds = self.set_test(fact, member);
                    self.diagrams.or(any, holds)
                });
                self.diagrams.not(any)
            }
            Test::Any => Node::YES,
            Test::Range { .. } | Test::None | Test::Unknown => Node::NO,
        };
        if optional {
            self.diagrams.decide(first, &[holds, matches!(test, Test::None | Test::Any).into()])
        } else {
            holds
        }
    }

    /// The value that an end stands for.
    fn end(&mut self, of: Name, end: &End) -> Node {
        match end {
            End::Name(name) => self.value(*name),
            fixed => {
                let scalar = constant(self.pack, fixed).unwrap_or(0);
                self.number(scalar, self.pack.type_of(of).decimals())
            }
        }
    }

    /// Whether a name lies above a bound, or below if `is_high`; not if either is `none`.
    fn beyond(&mut self, of: Name, bound: &Bound, is_high: bool) -> Node {
        let (own, end) = (self.value(of), self.end(of, &bound.end));
        let (greater, less) = if is_high { (end, own) } else { (own, end) };
        let strict = !bound.inclusive;
        self.compared(greater, less, strict.into(), &mut |world, greater, less| {
            world.leaf_at_least(greater, less, strict)
        })
    }
}
