//! Between which figures a quantity lies, in a rule author's words.

use crate::engine::expression::number;
use crate::engine::world::Threshold;
use crate::space::ascending;
use crate::text::concat;

/// The cell that holds where a quantity, cut at some thresholds, has one of some atoms: `[0..2.5)` of its natural units.
pub fn cell(thresholds: &[Threshold], atoms: &[u16]) -> String {
    let ascending = ascending(thresholds);
    let end = |at: usize| ascending.get(at).copied();
    let mut tests: Vec<String> = Vec::new();
    let mut rest = atoms.iter().map(|atom| usize::from(*atom)).peekable();
    while let Some(first) = rest.next() {
        let mut last = first;
        while let Some(next) = rest.next_if(|next| *next == last.saturating_add(1)) {
            last = next;
        }
        let (low, high) = (first.checked_sub(1).and_then(end), end(last));
        tests.push(range(low, high));
    }
    tests.join(", ")
}

/// From one threshold to the next.
fn range(low: Option<Threshold>, high: Option<Threshold>) -> String {
    match (low, high) {
        (None, None) => "-".to_owned(),
        (Some((end, above)), None) => concat(&[if above { "> " } else { ">= " }, &number(end)]),
        (None, Some((end, above))) => concat(&[if above { "<= " } else { "< " }, &number(end)]),
        (Some((low, false)), Some((high, true))) if low == high => number(low),
        (Some((low, after)), Some((high, upto))) => {
            let (open, close) = (if after { "(" } else { "[" }, if upto { "]" } else { ")" });
            concat(&[open, &number(low), "..", &number(high), close])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::rational::Rational;

    #[test]
    fn the_pieces_of_a_quantity_read_as_cells_do() {
        let half = Rational::new(1, 2).expect("a number");
        let third = Rational::new(1, 3).expect("a number");
        let thresholds = [(half, true), (Rational::ZERO, false), (Rational::ZERO, true), (third, false)];
        for (atoms, expected) in [
            (&[0][..], "< 0"),
            (&[1], "0"),
            (&[0, 1], "<= 0"),
            (&[2], "(0..1/3)"),
            (&[3, 4], ">= 1/3"),
            (&[4], "> 0.5"),
            (&[0, 3], "< 0, [1/3..0.5]"),
        ] {
            assert_eq!(cell(&thresholds, atoms), expected, "{atoms:?}");
        }
    }
}
