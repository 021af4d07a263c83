//! Where the answer to a question about an expression of one fact changes.

use super::arithmetic::Trouble;
use super::diagram::Node;
use super::expression::{ExpressionId, Expressions};
use super::monotone::Monotone;
use super::rational::Rational;
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

/// The answer over one piece of a fact's domain.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Blurred where it changes, or is not known.
    pub holds: Node,
    /// The scalars at which it changes, which must begin pieces of their own.
    pub changes: Vec<i64>,
}

/// How many points of a piece are tried one by one when a formula turns within it.
const TRIED_POINTS: i64 = 4_096;

impl Expressions<'_> {
    /// The answer to a test over one piece (first and last scalar) of the only fact that an expression reads.
    /// Remembered, since every world of a case asks the same.
    pub fn answer_on(&mut self, of: ExpressionId, fact: FactId, piece: (i64, i64), test: Test) -> Answer {
        let question = self.questions.id((of, piece, test)) as usize;
        if question == self.answers.len() {
            self.answers.push(self.find_answer(of, fact, piece, test));
        }
        self.answers.get(question).cloned().unwrap_or(Answer { holds: Node::BLURRED, changes: Vec::new() })
    }

    fn find_answer(&self, of: ExpressionId, fact: FactId, (first, last): (i64, i64), test: Test) -> Answer {
        let begins_with = self.holds_at(of, first, test);
        let mut answer = Answer { holds: begins_with.into(), changes: Vec::new() };
        if first == last {
            return answer;
        }
        if self.direction(of, fact, &|_| (first, last)) == Monotone::Unknown {
            if last.saturating_sub(first) > TRIED_POINTS {
                answer.holds = Node::BLURRED;
                return answer;
            }
            let mut before = begins_with;
            for scalar in first.saturating_add(1)..=last {
                let now = self.holds_at(of, scalar, test);
                if now != before {
                    answer.changes.push(scalar);
                }
                before = now;
            }
        } else if self.holds_at(of, last, test) != begins_with {
            let (mut before, mut after) = (first, last);
            while after.saturating_sub(before) > 1 {
                let middle = before.midpoint(after);
                if self.holds_at(of, middle, test) == begins_with { before = middle } else { after = middle }
            }
            answer.changes.push(after);
        }
        if !answer.changes.is_empty() {
            answer.holds = Node::BLURRED;
        }
        answer
    }

    /// The answer where the only fact that the expression reads has this scalar.
    fn holds_at(&self, of: ExpressionId, scalar: i64, test: Test) -> bool {
        test.holds(self.evaluate(of, &|_| scalar))
    }
}
