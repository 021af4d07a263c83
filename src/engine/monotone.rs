//! In which direction a result moves when one argument grows: what tells where an interval has its ends.

use super::{arithmetic::Operation, interval::Interval, rational::Rational};

/// How a quantity answers to the growth of another, everything else standing still. Never strictly: a step function
/// goes up too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Monotone {
    /// It does not depend on it.
    Constant,
    /// It never falls.
    Up,
    /// It never rises.
    Down,
    /// It may do both, or nothing is known.
    Unknown,
}

/// Which signs a quantity takes in a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Signs {
    pub negative: bool,
    pub positive: bool,
}

impl Signs {
    /// The signs of the numbers of an interval.
    pub fn of(interval: &Interval) -> Self {
        Signs { negative: interval.low < Rational::ZERO, positive: interval.high > Rational::ZERO }
    }

    /// How a product moves with one factor when the other has these signs.
    fn factor(self) -> Monotone {
        match (self.negative, self.positive) {
            (false, false) => Monotone::Constant,
            (false, true) => Monotone::Up,
            (true, false) => Monotone::Down,
            (true, true) => Monotone::Unknown,
        }
    }
}

impl Monotone {
    /// How `f(g(x))` moves with `x`, when this is how `f` moves with `g` and `inner` how `g` moves with `x`.
    pub fn through(self, inner: Monotone) -> Monotone {
        match (self, inner) {
            (Monotone::Constant, _) | (_, Monotone::Constant) => Monotone::Constant,
            (Monotone::Unknown, _) | (_, Monotone::Unknown) => Monotone::Unknown,
            _ if self == inner => Monotone::Up,
            _ => Monotone::Down,
        }
    }

    /// How a quantity moves that answers to something in both ways at once, as a sum by its two terms.
    pub fn and(self, other: Monotone) -> Monotone {
        match (self, other) {
            (Monotone::Constant, way) | (way, Monotone::Constant) => way,
            _ if self == other => self,
            _ => Monotone::Unknown,
        }
    }
}

/// How the result of an operation moves with its argument at `argument`, 0 or 1, wherever it is determined. `signs` are
/// those of both arguments in the region; only products and ratios look at them.
pub fn direction(operation: Operation, argument: usize, [first, second]: [Signs; 2]) -> Monotone {
    match (operation, argument) {
        (Operation::Add | Operation::Min | Operation::Max, _)
        | (Operation::Subtract | Operation::DateDifference | Operation::Round(_), 0)
        | (Operation::DateShift(_), _)
        | (Operation::DaysBetween { .. }, 1) => Monotone::Up,
        (Operation::Subtract | Operation::DateDifference, _) | (Operation::DaysBetween { .. }, _) => Monotone::Down,
        (Operation::Multiply, 0) => second.factor(),
        (Operation::Multiply, _) => first.factor(),
        // Division by zero is undetermined, so zero alone says nothing against either sign.
        (Operation::Divide, 0) => match second {
            Signs { negative: false, .. } => Monotone::Up,
            Signs { positive: false, .. } => Monotone::Down,
            _ => Monotone::Unknown,
        },
        // On each side of zero a / b falls with b for a positive a, but it jumps up across.
        (Operation::Divide, _) => match second {
            Signs { negative: true, positive: true } => first.factor().through(Monotone::Unknown),
            _ => first.factor().through(Monotone::Down),
        },
        (Operation::Round(_), _) => Monotone::Unknown,
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::arithmetic_side_effects, reason = "small numbers, and a test may panic")]

    use super::*;
    use crate::engine::arithmetic::operate;
    use crate::model::{Calendar, DateUnit, Rounding};

    const OPERATIONS: [Operation; 19] = [
        Operation::Add,
        Operation::Subtract,
        Operation::Multiply,
        Operation::Divide,
        Operation::Min,
        Operation::Max,
        Operation::Round(Rounding::HalfUp),
        Operation::Round(Rounding::HalfDown),
        Operation::Round(Rounding::HalfEven),
        Operation::Round(Rounding::Up),
        Operation::Round(Rounding::Down),
        Operation::Round(Rounding::Ceiling),
        Operation::DateShift(DateUnit::Days),
        Operation::DateShift(DateUnit::Weeks),
        Operation::DateShift(DateUnit::Months),
        Operation::DateShift(DateUnit::BusinessDays),
        Operation::DaysBetween { business: true },
        Operation::DaysBetween { business: false },
        Operation::DateDifference,
    ];

    /// Every pair of results where one argument grew, over whole numbers and halves from `low` to `high`.
    fn grows(
        operation: Operation,
        argument: usize,
        ranges: [(i128, i128); 2],
        mut see: impl FnMut(Rational, Rational),
    ) {
        let calendar = Calendar { working: 0b001_1111, holidays: vec![-2, 1, 4, 5], covers: (-70, 70) };
        let numbers = |(low, high): (i128, i128)| (low..=high).filter_map(|halves| Rational::new(halves, 2));
        let (moving, still) = (ranges[argument], ranges[1 - argument]);
        for other in numbers(still) {
            let at = |x| {
                let (a, b) = if argument == 0 { (x, other) } else { (other, x) };
                operate(operation, &a, &b, Some(&calendar)).ok()
            };
            let results: Vec<Rational> = numbers(moving).filter_map(at).collect();
            results.windows(2).for_each(|pair| see(pair[0], pair[1]));
        }
    }

    #[test]
    fn no_result_moves_against_its_direction() {
        let ranges = [(0, 12), (-12, 0), (-12, 12), (1, 12), (0, 0), (-60, 60)];
        for operation in OPERATIONS {
            for (first, second) in ranges.iter().flat_map(|a| ranges.iter().map(move |b| (*a, *b))) {
                let signs = [first, second].map(|(low, high)| Signs { negative: low < 0, positive: high > 0 });
                for argument in [0, 1] {
                    let way = direction(operation, argument, signs);
                    grows(operation, argument, [first, second], |before, after| {
                        let right = match way {
                            Monotone::Constant => before == after,
                            Monotone::Up => before <= after,
                            Monotone::Down => before >= after,
                            Monotone::Unknown => true,
                        };
                        assert!(right, "{operation:?} {argument} {first:?} {second:?}: {before:?} {after:?}");
                    });
                }
            }
        }
    }

    #[test]
    fn products_and_ratios_are_unknown_only_when_they_turn() {
        let ranges = [(0, 12), (-12, 0), (-12, 12), (1, 12), (0, 0)];
        for operation in [Operation::Multiply, Operation::Divide] {
            for (first, second) in ranges.iter().flat_map(|a| ranges.iter().map(move |b| (*a, *b))) {
                let signs = [first, second].map(|(low, high)| Signs { negative: low < 0, positive: high > 0 });
                // A single number does not grow.
                let growing = [first, second].map(|(low, high)| low < high);
                for argument in [0, 1].into_iter().filter(|argument| growing[*argument]) {
                    let (mut rose, mut fell) = (false, false);
                    grows(operation, argument, [first, second], |before, after| {
                        rose |= before < after;
                        fell |= before > after;
                    });
                    let unknown = direction(operation, argument, signs) == Monotone::Unknown;
                    assert_eq!(unknown, rose && fell, "{operation:?} {argument} {first:?} {second:?}");
                }
            }
        }
    }

    #[test]
    fn directions_compose_like_signs() {
        use Monotone::{Constant, Down, Unknown, Up};
        assert_eq!(Down.through(Down), Up);
        assert_eq!(Up.through(Down), Down);
        assert_eq!(Constant.through(Unknown), Constant);
        assert_eq!(Unknown.through(Up), Unknown);
        assert_eq!(Up.and(Up), Up);
        assert_eq!(Up.and(Constant), Up);
        assert_eq!(Up.and(Down), Unknown);
    }
}
