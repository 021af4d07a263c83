//! Comparisons of quantities that depend on unknown facts.
//!
//! A quantity of one fact is compared exactly: the fact is cut where the answer changes. One of several facts becomes
//! a variable of its own, cut at the thresholds that it is held against; that is exact as long as those facts stand
//! in no other cell, and otherwise allows more than there is, so that what rests on it is possible at most.

use super::diagram::{LeafId, Node};
use super::expression::ExpressionId;
use super::expression::crossing::Test;
use super::leaf::Leaf;
use super::world::{Meaning, World};
use crate::model::FactId;

impl World<'_> {
    /// When `greater` is at least `less`, or greater if `strict`.
    pub(super) fn compare(&mut self, greater: ExpressionId, less: ExpressionId, strict: bool) -> Node {
        match self.expressions.operate(super::arithmetic::Operation::Subtract, [greater, less]) {
            Ok(difference) => self.is_positive(difference, strict),
            Err(_) => Node::BLURRED,
        }
    }

    /// When an expression is at least zero, or greater if `strict`.
    fn is_positive(&mut self, of: ExpressionId, strict: bool) -> Node {
        let test = if strict { Test::AboveZero } else { Test::AtLeastZero };
        if let Some(value) = self.expressions.as_constant(of) {
            return test.holds(Ok(value)).into();
        }
        let bounds = self.expressions.whole_bounds(of);
        if test.holds(Ok(bounds.low)) || !test.holds(Ok(bounds.high)) {
            return test.holds(Ok(bounds.low)).into();
        }
        let facts = self.expressions.facts(of);
        match facts.as_slice() {
            [fact] => self.on_pieces(*fact, of, test),
            _ => self.quantity(of, facts, strict),
        }
    }

    /// When an expression is zero.
    pub(super) fn is_zero(&mut self, of: ExpressionId) -> Node {
        let at_least = self.is_positive(of, false);
        let greater = self.is_positive(of, true);
        let not_greater = self.diagrams.not(greater);
        self.diagrams.and(at_least, not_greater)
    }

    /// When an expression cannot be reckoned: it divides by zero, or asks beyond what the calendar covers.
    pub(super) fn is_in_trouble(&mut self, of: ExpressionId) -> Node {
        match self.expressions.facts(of).as_slice() {
            [fact] => {
                let fact = *fact;
                // Beyond its ends the calendar knows nothing: what it covers are pieces of their own.
                if let Some(calendar) = &self.pack.calendar
                    && matches!(
                        self.pack.facts.get(fact.index()).map(|fact| &fact.kind),
                        Some(crate::model::Type::Date { .. })
                    )
                {
                    let ends = [calendar.covers.0, calendar.covers.1.saturating_add(1)];
                    self.by_piece(fact, Node::NO, &mut |world, (first, last)| {
                        for scalar in ends {
                            if first < scalar && scalar <= last {
                                world.want_cut(fact, scalar);
                            }
                        }
                        Node::NO
                    });
                }
                self.on_pieces(fact, of, Test::InTrouble)
            }
            facts => {
                let corners = 1_u32.checked_shl(u32::try_from(facts.len()).unwrap_or(32)).unwrap_or(0);
                let fine = (0..corners).all(|corner| {
                    let scalar = |fact: FactId| {
                        let (low, high) = self.expressions.whole_range(fact);
                        let at = facts.iter().position(|own| *own == fact).unwrap_or(0);
                        if (corner >> at) & 1 == 1 { high } else { low }
                    };
                    self.expressions.evaluate(of, &scalar).is_ok()
                });
                if fine && corners > 0 { Node::NO } else { Node::BLURRED }
            }
        }
    }

    /// Asks for every scalar of a piece to be a piece of its own.
    pub(super) fn cut_into_scalars(&mut self, fact: FactId, (first, last): (i64, i64)) {
        (first.saturating_add(1)..=last).for_each(|scalar| self.want_cut(fact, scalar));
    }

    /// A test on the value of an expression of one fact. Cuts the fact where the answer changes.
    fn on_pieces(&mut self, fact: FactId, of: ExpressionId, test: Test) -> Node {
        self.by_piece(fact, Node::NO, &mut |world, piece| {
            let mut changes = Vec::new();
            let holds = world.expressions.answer_on((of, fact, test), piece, &mut |scalar| changes.push(scalar));
            changes.into_iter().for_each(|scalar| world.want_cut(fact, scalar));
            holds
        })
    }

    /// A comparison of a quantity of several facts with a constant, by a variable of the quantity.
    fn quantity(&mut self, of: ExpressionId, facts: Vec<FactId>, strict: bool) -> Node {
        let Some((factor, quantity, constant)) = self.expressions.normal(of) else { return Node::BLURRED };
        let Some(value) = constant.checked_neg() else { return Node::BLURRED };
        // factor * (quantity + constant) > 0 says quantity > value, or quantity < value for a negative factor.
        let is_above = factor.signum() > 0;
        let threshold = (value, strict == is_above);
        let Some(variable) = self.quantity_variable(quantity, facts) else { return Node::BLURRED };
        let Some(Meaning::Quantity { thresholds, .. }) = self.variables.get(usize::from(variable)) else {
            return Node::BLURRED;
        };
        if !thresholds.contains(&threshold) {
            self.want_threshold(quantity, threshold);
            return Node::BLURRED;
        }
        let at = thresholds.iter().filter(|own| **own < threshold).count();
        let mut children = Vec::new();
        for atom in 0..=thresholds.len() {
            children.push(Node::from((atom > at) == is_above));
        }
        self.diagrams.branch(variable, &children)
    }

    /// The expression of a number or expression.
    pub(super) fn as_expression(&mut self, leaf: LeafId) -> Option<ExpressionId> {
        match self.leaves.get(leaf) {
            Leaf::Number(number) => Some(self.expressions.constant(*number)),
            Leaf::Expression(expression) => Some(*expression),
            _ => None,
        }
    }
}
