//! What formulas come to.

use super::arithmetic::{Operation, Trouble};
use super::diagram::{LeafId, Node};
use super::known::setting_scalar;
use super::leaf::{Conflict, ConflictReason, Leaf, outweighing};
use super::rational::Rational;
use super::world::World;
use crate::model::{DateUnit, DerivedId, Entry, Formula, Rounding, Type, ValueDefinition};

impl World<'_> {
    /// The value of a formula. Leaves may be conflicts of this very formula.
    pub fn formula(&mut self, formula: &Formula) -> Node {
        match formula {
            Formula::Constant { digits, decimals } => {
                self.leaves.node(Leaf::Number(Rational::from_scalar(*digits, *decimals)))
            }
            Formula::Name(name) => self.value(*name),
            Formula::Setting(setting) => {
                let decimals = self.pack.settings.get(setting.index()).map_or(0, |setting| setting.kind.decimals());
                let scalar = setting_scalar(self.pack, *setting).unwrap_or(0);
                self.leaves.node(Leaf::Number(Rational::from_scalar(scalar, decimals)))
            }
            Formula::Add(a, b) => self.binary(Operation::Add, a, b),
            Formula::Subtract(a, b) => self.binary(Operation::Subtract, a, b),
            Formula::Multiply(a, b) => self.binary(Operation::Multiply, a, b),
            Formula::Divide(a, b) => self.binary(Operation::Divide, a, b),
            Formula::DateDifference(a, b) => self.binary(Operation::DateDifference, a, b),
            Formula::DateShift { date, count, unit } => self.binary(Operation::DateShift(*unit), date, count),
            Formula::DaysBetween { from, to, business } => {
                self.binary(Operation::DaysBetween { business: *business }, from, to)
            }
            Formula::Round { of, step, mode } => self.binary(Operation::Round(*mode), of, step),
            Formula::Negate(of) => {
                let of = self.formula(of);
                self.apply(Operation::Subtract, Node::NO, of)
            }
            Formula::Floor(of) => {
                let of = self.formula(of);
                self.apply(Operation::Round(Rounding::Floor), of, Node::YES)
            }
            Formula::Min(parts) => self.fold(Operation::Min, parts),
            Formula::Max(parts) => self.fold(Operation::Max, parts),
        }
    }

    fn binary(&mut self, operation: Operation, a: &Formula, b: &Formula) -> Node {
        let (a, b) = (self.formula(a), self.formula(b));
        self.apply(operation, a, b)
    }

    fn fold(&mut self, operation: Operation, parts: &[Formula]) -> Node {
        let mut parts = parts.iter();
        let first = parts.next().map_or(Node::NONE, |first| self.formula(first));
        parts.fold(first, |total, part| {
            let part = self.formula(part);
            self.apply(operation, total, part)
        })
    }

    /// An operation on two values.
    pub fn apply(&mut self, operation: Operation, a: Node, b: Node) -> Node {
        self.on_pairs(a, b, &mut |world, a, b| world.operate_leaves(operation, a, b))
    }

    /// `none` outweighs everything, then what could be anything, then what others left undetermined, then trouble.
    pub(super) fn operate_leaves(&mut self, operation: Operation, a: LeafId, b: LeafId) -> Node {
        if let Some(outweighing) = outweighing(&[a, b]) {
            return outweighing;
        }
        for leaf in [a, b] {
            if let Leaf::Conflict(_) = self.leaves.get(leaf) {
                return Node::leaf(leaf);
            }
        }
        // A set or a text is no number.
        let (Some(a), Some(b)) = (self.as_expression(a), self.as_expression(b)) else { return Node::BLURRED };
        let expression = match self.expressions.operate(operation, [a, b]) {
            Ok(expression) => expression,
            Err(trouble) => return self.trouble(trouble),
        };
        let leaf = match self.expressions.as_constant(expression) {
            Some(number) => Leaf::Number(number),
            None => Leaf::Expression(expression),
        };
        let result = self.leaves.node(leaf);
        let (in_trouble, trouble) = match operation {
            Operation::Divide => (self.is_zero(b), Trouble::DivisionByZero),
            Operation::DateShift(DateUnit::BusinessDays) | Operation::DaysBetween { business: true } => {
                (self.is_in_trouble(expression), Trouble::BeyondCalendar)
            }
            _ => return result,
        };
        let trouble = self.trouble(trouble);
        self.diagrams.choose(in_trouble, trouble, result)
    }

    fn trouble(&mut self, trouble: Trouble) -> Node {
        self.leaves.node(conflict(ConflictReason::Trouble(trouble)))
    }

    /// A value by formula, within its bounds and rounded.
    pub fn bounded_value(&mut self, id: DerivedId, value: &ValueDefinition) -> Node {
        let mut result = self.formula(&value.formula);
        // What the bounds leave undetermined: a conflict of one outweighs what the other reads.
        let fine = self.leaves.id(Leaf::Absent);
        let mut guard = Node::leaf(fine);
        for (bound, operation) in [(&value.at_most, Operation::Min), (&value.at_least, Operation::Max)] {
            if let Some(bound) = bound {
                let bound = self.formula(bound);
                guard = self.on_pairs(guard, bound, &mut |world, guard, bound| {
                    let in_conflict = |leaf: u32| matches!(world.leaves.get(leaf), Leaf::Conflict(_));
                    match world.leaves.get(bound) {
                        _ if in_conflict(guard) => Node::leaf(guard),
                        Leaf::Conflict(_) | Leaf::Blurred => Node::leaf(bound),
                        Leaf::Undetermined if guard == fine => Node::leaf(bound),
                        _ => Node::leaf(guard),
                    }
                });
                result = self.on_pairs(result, bound, &mut |world, own, bound| match world.leaves.get(bound) {
                    Leaf::Number(_) | Leaf::Expression(_) => world.operate_leaves(operation, own, bound),
                    // A bound that is `none` does not bind.
                    _ => Node::leaf(own),
                });
            }
        }
        result = self.on_pairs(result, guard, &mut |world, own, guard| match world.leaves.get(own) {
            Leaf::Number(_) | Leaf::Expression(_) if guard != fine => Node::leaf(guard),
            _ => Node::leaf(own),
        });
        if let Some((mode, step)) = &value.round {
            let step = self.formula(step);
            result = self.apply(Operation::Round(*mode), result, step);
        }
        let pack = self.pack;
        pack.derived.get(id.index()).map_or(result, |derived| self.checked(result, &derived.kind))
    }

    /// What a row or rule concludes, as value of a type. `rows` names who is to blame for conflicts.
    pub fn entry(&mut self, entry: &Entry, kind: &Type, rows: &[u16]) -> Node {
        match entry {
            Entry::Value(value) => self.leaf_of(value, kind),
            Entry::Undecided => {
                let conflict = Conflict { reason: ConflictReason::Undecided, rows: rows.to_vec() };
                self.leaves.node(Leaf::Conflict(conflict))
            }
            Entry::Formula(formula) => {
                let value = self.formula(formula);
                let value = self.checked(value, kind);
                self.blame(value, rows)
            }
        }
    }

    /// Names the rows of conflicts that name none yet.
    fn blame(&mut self, value: Node, rows: &[u16]) -> Node {
        self.on_leaves(value, &mut |world, leaf| match world.leaves.get(leaf) {
            Leaf::Conflict(conflict) if conflict.rows.is_empty() => {
                let reason = conflict.reason;
                world.leaves.node(Leaf::Conflict(Conflict { reason, rows: rows.to_vec() }))
            }
            _ => Node::leaf(leaf),
        })
    }

    /// Leaves a value undetermined where it is outside the declared bounds of its type.
    pub(super) fn checked(&mut self, value: Node, kind: &Type) -> Node {
        if !kind.is_quantity() {
            return value;
        }
        let natural = |scalar: i64| Rational::from_scalar(scalar, kind.decimals());
        let (min, max) = kind.declared_ends();
        let (min, max) = (min.map(natural), max.map(natural));
        let out = self.leaves.node(conflict(ConflictReason::OutOfBounds));
        self.on_leaves(value, &mut |world, leaf| match world.leaves.get(leaf) {
            Leaf::Number(number) if min.is_some_and(|min| *number < min) || max.is_some_and(|max| *number > max) => out,
            Leaf::Expression(expression) => {
                let expression = *expression;
                let mut within = Node::YES;
                if let Some(min) = min {
                    let min = world.expressions.constant(min);
                    within = world.compare(expression, min, false);
                }
                if let Some(max) = max {
                    let max = world.expressions.constant(max);
                    let below = world.compare(max, expression, false);
                    within = world.diagrams.and(within, below);
                }
                world.diagrams.choose(within, Node::leaf(leaf), out)
            }
            _ => Node::leaf(leaf),
        })
    }
}

fn conflict(reason: ConflictReason) -> Leaf {
    Leaf::Conflict(Conflict { reason, rows: Vec::new() })
}
