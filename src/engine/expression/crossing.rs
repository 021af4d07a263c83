//! Where the answer to a question about an expression of one fact changes.

use super::{ExpressionId, Expressions};
use crate::engine::arithmetic::Trouble;
use crate::engine::diagram::Node;
use crate::engine::monotone::Monotone;
use crate::engine::rational::Rational;
use crate::model::FactId;

/// A question about the value of an expression at one point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Test {
    AtLeastZero,
    AboveZero,
    /// It cannot be reckoned there.
    InTrouble,
}

impl Test {
    pub fn holds(self, value: Result<Rational, Trouble>) -> bool {
        match self {
            Test::AtLeastZero => value.is_ok_and(|value| value.signum() >= 0),
            Test::AboveZero => value.is_ok_and(|value| value.signum() > 0),
            Test::InTrouble => value.is_err(),
        }
    }
}

/// A test of an expression over one piece of the domain of its only fact: first and last scalar.
pub type Question = (ExpressionId, (i64, i64), Test);

/// The answer over a range of scalars of a fact.
#[derive(Debug, Clone, Copy)]
pub struct Answer {
    /// At the first scalar; blurred where the answer is not known.
    begins: Node,
    /// From and to which of [`Expressions::changes`] the scalars stand at which it changes, ascending.
    changes: (usize, usize),
}

/// How many points of a piece are tried one by one when a formula turns within it.
const TRIED_POINTS: i64 = 4_096;

impl Expressions<'_> {
    /// The answer to a test over one piece (first and last scalar) of the only fact that an expression reads: blurred where
    /// it changes, or is not known. `change` is told the scalars at which it does, which must begin pieces of their own.
    ///
    /// Found once for the whole domain, if the expression never turns and is never in trouble there, and else for each
    /// piece: every world of a case asks the same.
    pub fn answer_on(
        &mut self,
        (of, fact, test): (ExpressionId, FactId, Test),
        (first, last): (i64, i64),
        change: &mut dyn FnMut(i64),
    ) -> Node {
        let domain = self.whole_range(fact);
        let mut answer = self.answer((of, fact, test), domain);
        if answer.begins == Node::BLURRED {
            answer = self.answer((of, fact, test), (first, last));
        }
        let mut holds = answer.begins;
        for at in self.changes.get(answer.changes.0..answer.changes.1).unwrap_or_default() {
            if *at > last {
                break;
            }
            if *at > first {
                holds = Node::BLURRED;
                change(*at);
            } else {
                holds = (holds == Node::NO).into();
            }
        }
        holds
    }

    /// The answer over a range of scalars; remembered.
    fn answer(&mut self, asked: (ExpressionId, FactId, Test), range: (i64, i64)) -> Answer {
        let question = self.questions.id((asked.0, range, asked.2)) as usize;
        if question == self.answers.len() {
            let from = self.changes.len();
            let begins = self.find_answer(asked, range);
            self.answers.push(Answer { begins, changes: (from, self.changes.len()) });
        }
        self.answers.get(question).copied().unwrap_or(Answer { begins: Node::BLURRED, changes: (0, 0) })
    }

    /// The answer at the first scalar; those at which it changes are added to what is remembered.
    fn find_answer(&mut self, (of, fact, test): (ExpressionId, FactId, Test), (first, last): (i64, i64)) -> Node {
        let begins_with = self.holds_at(of, first, test);
        if first == last {
            return begins_with.into();
        }
        let is_whole = (first, last) == self.whole_range(fact);
        if self.direction(of, fact, &|_| (first, last)) == Monotone::Unknown || is_whole && self.can_be_in_trouble(of) {
            if last.saturating_sub(first) > TRIED_POINTS {
                return Node::BLURRED;
            }
            let mut before = begins_with;
            for scalar in first.saturating_add(1)..=last {
                let now = self.holds_at(of, scalar, test);
                if now != before {
                    self.changes.push(scalar);
                }
                before = now;
            }
        } else if self.holds_at(of, last, test) != begins_with {
            let (mut before, mut after) = (first, last);
            while after.saturating_sub(before) > 1 {
                let middle = before.midpoint(after);
                if self.holds_at(of, middle, test) == begins_with { before = middle } else { after = middle }
            }
            self.changes.push(after);
        }
        begins_with.into()
    }

    /// The answer where the only fact that the expression reads has this scalar.
    fn holds_at(&self, of: ExpressionId, scalar: i64, test: Test) -> bool {
        test.holds(self.evaluate(of, &|_| scalar))
    }
}
