//! When cells hold: S-FEEL's unary tests over everything that is not known.

use std::slice;

use super::diagram::{LeafId, Node, Variable};
use super::known::{self, Known, constant};
use super::leaf::{Leaf, outweighing};
use super::rational::Rational;
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
                self.on_pairs(own, end, &mut |world, own, end| world.leaves_equal(own, end))
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
        self.on_pairs(greater, less, &mut |world, greater, less| world.leaf_at_least(greater, less, strict))
    }

    /// Whether one value is at least another, or greater if `strict`.
    pub fn leaf_at_least(&mut self, greater: LeafId, less: LeafId, strict: bool) -> Node {
        match outweighing(&[greater, less]) {
            Some(Node::NONE) => return Node::NO,
            Some(open) => return open,
            None => {}
        }
        if let (Some(greater), Some(less)) = (self.leaves.number(greater), self.leaves.number(less)) {
            let order = greater.cmp(less);
            return (order.is_gt() || !strict && order.is_eq()).into();
        }
        match (self.as_expression(greater), self.as_expression(less)) {
            (Some(greater_one), Some(less_one)) => {
                let question = (Node::leaf(greater), Node::leaf(less), strict.into());
                if let Some(known) = self.comparisons.get(question) {
                    return known;
                }
                let holds = self.compare(greater_one, less_one, strict);
                self.comparisons.insert(question, holds);
                holds
            }
            _ => (greater == less && !strict).into(),
        }
    }

    /// Whether two values are the same.
    pub fn leaves_equal(&mut self, a: LeafId, b: LeafId) -> Node {
        match outweighing(&[a, b]) {
            Some(Node::NONE) => Node::NO,
            Some(open) => open,
            None => {
                let differ = self.leaves_differ(a, b);
                self.diagrams.not(differ)
            }
        }
    }

    /// Whether a number or expression of money is at most a limit in minor units; always, without a limit.
    pub fn is_at_most(&mut self, leaf: LeafId, limit: Option<i64>, decimals: u8) -> Node {
        let Some(limit) = limit else { return Node::YES };
        let limit = self.leaves.id(Leaf::Number(Rational::from_scalar(limit, decimals)));
        self.leaf_at_least(limit, leaf, false)
    }

    /// `inside` where a fact applies, `outside` where it does not.
    fn where_it_applies(&mut self, fact: FactId, inside: Node, outside: Node) -> Node {
        if inside == outside {
            return inside;
        }
        let applies = self.applies(fact);
        self.diagrams.choose(applies, inside, outside)
    }

    /// The first variable of an unknown fact.
    pub fn variable_of(&self, fact: FactId) -> Option<Variable> {
        let standing = self.standing(fact);
        standing.first_variable.filter(|_| standing.fixed.is_none())
    }

    /// What `make` makes of each piece of an unknown fact's domain, and `none` where the fact is given as that.
    pub(super) fn by_piece(
        &mut self,
        fact: FactId,
        none: Node,
        make: &mut dyn FnMut(&mut Self, (i64, i64)) -> Node,
    ) -> Node {
        let Some(variable) = self.variable_of(fact) else { return Node::BLURRED };
        let mut children = Vec::new();
        while let Some(Meaning::Pieces { pieces, none: is_optional, .. }) = self.variables.get(usize::from(variable)) {
            let Some(piece) = pieces.get(children.len()).copied() else {
                children.extend(is_optional.then_some(none));
                break;
            };
            children.push(make(self, piece));
        }
        self.diagrams.branch(variable, &children)
    }

    /// The value of a fact: numbers and expressions where it applies, else `none`.
    pub(super) fn fact_value(&mut self, fact: FactId) -> Node {
        let pack = self.pack;
        let kind = pack.type_of(Name::Fact(fact));
        let raw = match self.standing(fact).fixed.clone() {
            Some(value) => self.leaf_of(&value, kind),
            None => self.free_value(fact, kind),
        };
        self.where_it_applies(fact, raw, Node::NONE)
    }

    fn free_value(&mut self, fact: FactId, kind: &Type) -> Node {
        self.by_piece(fact, Node::NONE, &mut |world, (first, last)| {
            if first == last {
                world.number(first, kind.decimals())
            } else if kind.is_quantity() {
                let expression = world.expressions.fact(fact);
                world.leaves.node(Leaf::Expression(expression))
            } else {
                // A choice that is copied or compared must be known by itself.
                world.cut_into_scalars(fact, (first, last));
                Node::BLURRED
            }
        })
    }

    /// A written value as a leaf.
    pub fn leaf_of(&mut self, value: &Value, kind: &Type) -> Node {
        match value {
            Value::None => Node::NONE,
            Value::Scalar(scalar) => self.number(*scalar, kind.decimals()),
            Value::Set(set) => self.leaves.node(Leaf::Set(*set)),
            Value::Text(text) => self.leaves.node(Leaf::Text(text.clone())),
        }
    }

    /// What a scalar with so many decimals stands for.
    fn number(&mut self, scalar: i64, decimals: u8) -> Node {
        self.leaves.node(Leaf::Number(Rational::from_scalar(scalar, decimals)))
    }
}
