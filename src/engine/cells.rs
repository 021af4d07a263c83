//! When cells hold: S-FEEL's unary tests over everything that is not known.

use std::cmp::Ordering;

use super::diagram::Node;
use super::layout::constant;
use super::leaf::Leaf;
use super::rational::Rational;
use super::world::{Meaning, World};
use crate::model::{Bound, Cell, End, FactId, Name, Test, Type, Value, When};

/// The scalars of one range, with ends that do not change with the case.
#[derive(Debug, Clone, Copy)]
struct ConstantRange {
    low: Option<(i64, bool)>,
    high: Option<(i64, bool)>,
}

impl ConstantRange {
    /// Whether it holds a value, given how that compares with a scalar.
    fn holds(&self, compare: &dyn Fn(i64) -> Ordering) -> bool {
        let above = self.low.is_none_or(|(scalar, inclusive)| match compare(scalar) {
            Ordering::Greater => true,
            Ordering::Equal => inclusive,
            Ordering::Less => false,
        });
        let below = self.high.is_none_or(|(scalar, inclusive)| match compare(scalar) {
            Ordering::Less => true,
            Ordering::Equal => inclusive,
            Ordering::Greater => false,
        });
        above && below
    }
}

impl World<'_> {
    /// When any of the clauses holds.
    pub fn when(&mut self, when: &When) -> Node {
        when.0.iter().fold(Node::NO, |any, clause| {
            let all = clause.0.iter().fold(Node::YES, |all, cell| {
                let holds = self.cell(cell);
                self.diagrams.and(all, holds)
            });
            self.diagrams.or(any, all)
        })
    }

    /// When a cell holds.
    pub fn cell(&mut self, cell: &Cell) -> Node {
        self.any_test(cell.of, &cell.tests)
    }

    fn any_test(&mut self, of: Name, tests: &[Test]) -> Node {
        tests.iter().fold(Node::NO, |any, test| {
            let holds = self.test(of, test);
            self.diagrams.or(any, holds)
        })
    }

    fn test(&mut self, of: Name, test: &Test) -> Node {
        match test {
            Test::Any => Node::YES,
            Test::Unknown => {
                let given = self.is_given(of);
                self.diagrams.not(given)
            }
            Test::Not(members) if matches!(members.as_slice(), [Test::Unknown]) => self.is_given(of),
            Test::Not(members) => {
                let any = self.any_test(of, members);
                let none = self.is_none(of);
                let either = self.diagrams.or(any, none);
                self.diagrams.not(either)
            }
            Test::None => self.is_none(of),
            Test::Is(end) => {
                let bound = Bound { end: end.clone(), inclusive: true };
                self.in_range(of, Some(&bound), Some(&bound))
            }
            Test::Range { low, high } => self.in_range(of, low.as_ref(), high.as_ref()),
        }
    }

    /// Whether the case gives a fact, or records it later.
    fn is_given(&mut self, of: Name) -> Node {
        let Name::Fact(fact) = of else { return Node::YES };
        match self.record_variable.get(fact.index()).copied().flatten() {
            Some(variable) => self.diagrams.branch(variable, &[Node::NO, Node::YES]),
            None => self.given.get(fact.index()).copied().unwrap_or(false).into(),
        }
    }

    fn is_none(&mut self, of: Name) -> Node {
        match of {
            Name::Now => Node::NO,
            Name::Fact(fact) => {
                let raw = self.raw(fact, &|_| false, true);
                self.where_it_applies(fact, raw, Node::YES)
            }
            Name::Derived(_) => {
                let value = self.value(of);
                self.on_leaves(value, &mut |world, leaf| match world.leaves.get(leaf) {
                    Leaf::None => Node::YES,
                    Leaf::Undetermined | Leaf::Blurred => Node::leaf(leaf),
                    _ => Node::NO,
                })
            }
        }
    }

    fn in_range(&mut self, of: Name, low: Option<&Bound>, high: Option<&Bound>) -> Node {
        let fixed = |bound: Option<&Bound>| match bound {
            None => Some(None),
            Some(bound) => constant(self.pack, &bound.end).map(|scalar| Some((scalar, bound.inclusive))),
        };
        if let (Some(low), Some(high)) = (fixed(low), fixed(high)) {
            return self.in_constant_range(of, ConstantRange { low, high });
        }
        let above = low.map_or(Node::YES, |bound| self.beyond(of, bound, false));
        let below = high.map_or(Node::YES, |bound| self.beyond(of, bound, true));
        self.diagrams.and(above, below)
    }

    fn in_constant_range(&mut self, of: Name, range: ConstantRange) -> Node {
        match of {
            Name::Now => range.holds(&|scalar| self.now.cmp(&scalar)).into(),
            Name::Fact(fact) if matches!(self.pack.type_of(of), Type::Several(_)) => {
                let choice = range.low.and_then(|(scalar, _)| u32::try_from(scalar).ok());
                let raw = choice.map_or(Node::NO, |choice| self.has_member(fact, choice));
                self.where_it_applies(fact, raw, Node::NO)
            }
            Name::Fact(fact) => {
                let raw = self.raw(fact, &|value| range.holds(&|scalar| value.cmp(&scalar)), false);
                self.where_it_applies(fact, raw, Node::NO)
            }
            Name::Derived(_) => {
                let value = self.value(of);
                let decimals = self.pack.type_of(of).decimals();
                self.on_leaves(value, &mut |world, leaf| world.leaf_in_range(leaf, range, decimals))
            }
        }
    }

    fn leaf_in_range(&mut self, leaf: u32, range: ConstantRange, decimals: u8) -> Node {
        match self.leaves.get(leaf).clone() {
            Leaf::Number(number) => range.holds(&|scalar| number.cmp(&Rational::from_scalar(scalar, decimals))).into(),
            Leaf::Expression(expression) => {
                let mut all = Node::YES;
                for (end, is_high) in [(range.low, false), (range.high, true)] {
                    if let Some((scalar, inclusive)) = end {
                        let end = self.expressions.constant(Rational::from_scalar(scalar, decimals));
                        let holds = if is_high {
                            self.compare(end, expression, !inclusive)
                        } else {
                            self.compare(expression, end, !inclusive)
                        };
                        all = self.diagrams.and(all, holds);
                    }
                }
                all
            }
            Leaf::Undetermined | Leaf::Blurred => Node::leaf(leaf),
            _ => Node::NO,
        }
    }

    /// Whether a name lies above a bound, or below if `is_high`; not if either is `none`.
    fn beyond(&mut self, of: Name, bound: &Bound, is_high: bool) -> Node {
        let own = self.value(of);
        let end = match &bound.end {
            End::Name(name) => self.value(*name),
            fixed => {
                let scalar = constant(self.pack, fixed).unwrap_or(0);
                let number = Rational::from_scalar(scalar, self.pack.type_of(of).decimals());
                self.leaves.node(Leaf::Number(number))
            }
        };
        let (greater, less) = if is_high { (end, own) } else { (own, end) };
        let strict = !bound.inclusive;
        self.on_pairs(greater, less, &mut |world, greater, less| world.leaf_at_least(greater, less, strict))
    }

    /// Whether one value is at least another, or greater if `strict`.
    pub(super) fn leaf_at_least(&mut self, greater: u32, less: u32, strict: bool) -> Node {
        match (self.leaves.get(greater).clone(), self.leaves.get(less).clone()) {
            (Leaf::None, _) | (_, Leaf::None) => Node::NO,
            (Leaf::Blurred, _) | (_, Leaf::Blurred) => Node::BLURRED,
            (Leaf::Undetermined, _) | (_, Leaf::Undetermined) => Node::UNDETERMINED,
            (Leaf::Number(a), Leaf::Number(b)) => (if strict { a > b } else { a >= b }).into(),
            (a, b) => match (self.as_expression(&a), self.as_expression(&b)) {
                (Some(a), Some(b)) => self.compare(a, b, strict),
                _ => (greater == less && !strict).into(),
            },
        }
    }

    /// Whether a number or expression of money is at most a limit in minor units; always, without a limit.
    pub fn is_at_most(&mut self, leaf: u32, limit: Option<i64>, decimals: u8) -> Node {
        match limit {
            None => Node::YES,
            Some(limit) => {
                let range = ConstantRange { low: None, high: Some((limit, true)) };
                self.leaf_in_range(leaf, range, decimals)
            }
        }
    }

    /// `inside` where a fact applies, `outside` where it does not.
    pub(super) fn where_it_applies(&mut self, fact: FactId, inside: Node, outside: Node) -> Node {
        let applies = self.applies(fact);
        self.diagrams.choose(applies, inside, outside)
    }

    /// A test on the scalar of a fact as if it applied. Constant on each piece: layout cuts at every constant.
    fn raw(&mut self, fact: FactId, test: &dyn Fn(i64) -> bool, if_none: bool) -> Node {
        match self.fixed.get(fact.index()) {
            Some(Some(Value::Scalar(scalar))) => return test(*scalar).into(),
            Some(Some(Value::None)) => return if_none.into(),
            Some(Some(Value::Set(_) | Value::Text(_))) => return Node::NO,
            _ => {}
        }
        let Some(variable) = self.first_variable.get(fact.index()).copied().flatten() else { return Node::NO };
        match self.variables.get(usize::from(variable)) {
            Some(Meaning::Pieces { pieces, none, .. }) => {
                let pieces = pieces.iter().map(|(first, _)| Node::from(test(*first)));
                let children: Vec<Node> = pieces.chain(none.then_some(if_none.into())).collect();
                self.diagrams.branch(variable, &children)
            }
            Some(Meaning::Nothing { .. }) => self.diagrams.branch(variable, &[Node::NO, if_none.into()]),
            _ => Node::NO,
        }
    }

    /// Whether the set that answers a `several` fact has a choice, as if the fact applied.
    fn has_member(&mut self, fact: FactId, choice: u32) -> Node {
        match self.fixed.get(fact.index()) {
            Some(Some(Value::Set(set))) => return (set.checked_shr(choice).unwrap_or(0) & 1 == 1).into(),
            Some(Some(_)) => return Node::NO,
            _ => {}
        }
        let Some(first) = self.first_variable.get(fact.index()).copied().flatten() else { return Node::NO };
        let optional = matches!(self.variables.get(usize::from(first)), Some(Meaning::Nothing { .. }));
        let offset = u16::try_from(choice).unwrap_or(u16::MAX).saturating_add(u16::from(optional));
        let member = self.diagrams.branch(first.saturating_add(offset), &[Node::NO, Node::YES]);
        if optional { self.diagrams.branch(first, &[member, Node::NO]) } else { member }
    }

    /// The value of a fact: numbers and expressions where it applies, else `none`.
    pub(super) fn fact_value(&mut self, fact: FactId) -> Node {
        let Some(kind) = self.pack.facts.get(fact.index()).map(|fact| &fact.kind) else { return Node::BLURRED };
        let raw = match self.fixed.get(fact.index()).cloned().flatten() {
            Some(value) => self.leaf_of(&value, kind),
            None => self.free_value(fact, kind),
        };
        self.where_it_applies(fact, raw, Node::NONE)
    }

    fn free_value(&mut self, fact: FactId, kind: &Type) -> Node {
        let Some(variable) = self.first_variable.get(fact.index()).copied().flatten() else { return Node::BLURRED };
        let Some(Meaning::Pieces { pieces, none, .. }) = self.variables.get(usize::from(variable)).cloned() else {
            return Node::BLURRED;
        };
        let mut children = Vec::with_capacity(pieces.len().saturating_add(1));
        for (first, last) in pieces {
            children.push(if first == last {
                let number = self.expressions.natural(fact, first);
                self.leaves.node(Leaf::Number(number))
            } else if kind.is_quantity() {
                let expression = self.expressions.fact(fact);
                self.leaves.node(Leaf::Expression(expression))
            } else {
                // A choice that is copied or compared must be known by itself.
                (first.saturating_add(1)..=last).for_each(|scalar| self.want_cut(fact, scalar));
                Node::BLURRED
            });
        }
        if none {
            children.push(Node::NONE);
        }
        self.diagrams.branch(variable, &children)
    }

    /// A written value as a leaf.
    pub(super) fn leaf_of(&mut self, value: &Value, kind: &Type) -> Node {
        let leaf = match value {
            Value::None => Leaf::None,
            Value::Scalar(scalar) => Leaf::Number(Rational::from_scalar(*scalar, kind.decimals())),
            Value::Set(set) => Leaf::Set(*set),
            Value::Text(text) => Leaf::Text(text.clone()),
        };
        self.leaves.node(leaf)
    }
}
