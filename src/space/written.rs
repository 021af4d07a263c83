//! Sets of values as a rule author would write them in a cell.

use crate::model::{Bound, End, Pack, Test, Type, value};

/// What a fact may be: ranges of scalars, ascending and apart, first and last of each; and whether `none` is among it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Values {
    pub ranges: Vec<(i64, i64)>,
    pub none: bool,
}

impl Values {
    /// Some of the pieces of a domain, which stand in their order; neighbours become one range.
    pub fn of(pieces: impl Iterator<Item = (i64, i64)>, none: bool) -> Self {
        let mut ranges: Vec<(i64, i64)> = Vec::new();
        for (first, last) in pieces {
            match ranges.last_mut() {
                Some(before) if before.1.saturating_add(1) == first => before.1 = last,
                _ => ranges.push((first, last)),
            }
        }
        Values { ranges, none }
    }

    /// The cell that holds for these values alone. `can_be_none` says whether `none` is possible at all.
    pub fn cell(&self, kind: &Type, can_be_none: bool) -> String {
        in_cell(&self.tests(kind, can_be_none), kind)
    }

    /// The tests of that cell.
    pub fn tests(&self, kind: &Type, can_be_none: bool) -> Vec<Test> {
        let Some(domain) = kind.range() else { return vec![Test::Any] };
        let others = complement(&self.ranges, domain);
        let none = if self.none { Some(Test::None) } else { None };
        let values = match (self.ranges.is_empty(), others.is_empty()) {
            (true, _) => Vec::new(),
            (_, true) if self.none || !can_be_none => return vec![Test::Any],
            (_, true) => vec![Test::Not(vec![Test::None])],
            _ => self.shorter(&others, kind, domain),
        };
        values.into_iter().chain(none).collect()
    }

    fn shorter(&self, others: &[(i64, i64)], kind: &Type, domain: (i64, i64)) -> Vec<Test> {
        let are_single = has_no_order(kind) || others.iter().all(|(first, last)| first == last);
        let [own, others] = [&self.ranges, others].map(|ranges| tests(ranges, kind, domain));
        if are_single && others.len() < own.len() { vec![Test::Not(others)] } else { own }
    }
}

/// Tests with constant ends as a rule author writes them in a cell.
pub(crate) fn in_cell(tests: &[Test], kind: &Type) -> String {
    tests.iter().map(|test| test_in_cell(test, kind, &|_| String::new())).collect::<Vec<_>>().join(", ")
}

/// Any test as a rule author writes it in a cell.
pub(super) fn one_in_cell(test: &Test, kind: &Type, pack: &Pack) -> String {
    test_in_cell(test, kind, &|end| match end {
        End::Constant(scalar) => scalar_in_cell(*scalar, kind),
        End::Setting(setting) => pack.settings.get(setting.index()).map_or("", |setting| &setting.id).to_owned(),
        End::Name(name) => pack.id_of(*name).to_owned(),
    })
}

fn test_in_cell(test: &Test, kind: &Type, named: &dyn Fn(&End) -> String) -> String {
    let end = |end: &End| match end {
        End::Constant(scalar) => match kind.choices().get(usize::try_from(*scalar).unwrap_or(usize::MAX)) {
            Some(choice) => quoted(&choice.id),
            None => scalar_in_cell(*scalar, kind),
        },
        End::Setting(_) | End::Name(_) => named(end),
    };
    match test {
        Test::Any | Test::Range { low: None, high: None } => "-".to_owned(),
        Test::None => "none".to_owned(),
        Test::Unknown => "unknown".to_owned(),
        Test::Is(own) => end(own),
        Test::Not(members) => {
            let members: Vec<String> = members.iter().map(|member| test_in_cell(member, kind, named)).collect();
            format!("not({})", members.join(", "))
        }
        Test::Range { low: Some(low), high: None } => {
            format!("{} {}", if low.inclusive { ">=" } else { ">" }, end(&low.end))
        }
        Test::Range { low: None, high: Some(high) } => {
            format!("{} {}", if high.inclusive { "<=" } else { "<" }, end(&high.end))
        }
        Test::Range { low: Some(low), high: Some(high) } => {
            let (open, close) = (if low.inclusive { '[' } else { '(' }, if high.inclusive { ']' } else { ')' });
            format!("{open}{}..{}{close}", end(&low.end), end(&high.end))
        }
    }
}

/// The parts of a domain that some ascending ranges leave.
fn complement(ranges: &[(i64, i64)], (first, last): (i64, i64)) -> Vec<(i64, i64)> {
    let mut others = Vec::new();
    let mut begin = first;
    for (own, end) in ranges {
        if begin < *own {
            others.push((begin, own.saturating_sub(1)));
        }
        begin = end.saturating_add(1);
    }
    if begin <= last && ranges.last().is_none_or(|(_, end)| *end < last) {
        others.push((begin, last));
    }
    others
}

/// One test for each range; of values without an order one for each value.
fn tests(ranges: &[(i64, i64)], kind: &Type, domain: (i64, i64)) -> Vec<Test> {
    if has_no_order(kind) {
        let scalars = ranges.iter().flat_map(|(first, last)| *first..=*last);
        return scalars.map(|scalar| Test::Is(End::Constant(scalar))).collect();
    }
    ranges.iter().map(|range| test(*range, kind, domain)).collect()
}

fn has_no_order(kind: &Type) -> bool {
    !kind.is_quantity() && !matches!(kind, Type::Level(_))
}

fn test((first, last): (i64, i64), kind: &Type, domain: (i64, i64)) -> Test {
    if first == last {
        return Test::Is(End::Constant(first));
    }
    let bound = |own: i64, beside: i64| {
        let inclusive = rounder(own, beside, kind);
        Bound { end: End::Constant(if inclusive { own } else { beside }), inclusive }
    };
    Test::Range {
        low: (first != domain.0).then(|| bound(first, first.saturating_sub(1))),
        high: (last != domain.1).then(|| bound(last, last.saturating_add(1))),
    }
}

/// Whether an end reads no worse than the value beside it: 2 h rather than 1 h 59 min, 100 rather than 99.99.
fn rounder(own: i64, beside: i64, kind: &Type) -> bool {
    let roughness = |scalar: i64| {
        let text = scalar_in_cell(scalar, kind);
        // Zeros at the end of a number are no detail: 10000 reads better than 9999.
        let is_decimal = matches!(kind, Type::Number { .. } | Type::Money { .. });
        let detail = if is_decimal { text.trim_end_matches('0') } else { &text };
        (detail.len(), scalar.checked_rem(10) != Some(0))
    };
    !kind.is_quantity() || roughness(own) <= roughness(beside)
}

/// A scalar as cells have it.
pub(super) fn scalar_in_cell(scalar: i64, kind: &Type) -> String {
    match kind {
        Type::Duration { .. } => value::duration_in_words(scalar, ("day", "days")),
        Type::Number { .. } | Type::Money { .. } => {
            let printed = value::print_scalar(scalar, kind);
            match printed.split_once('.') {
                Some((whole, fraction)) if fraction.bytes().all(|digit| digit == b'0') => whole.to_owned(),
                _ => printed,
            }
        }
        _ => quoted(&value::print_scalar(scalar, kind)),
    }
}

/// A choice whose id could be taken for something else stands in quotes.
pub(super) fn quoted(id: &str) -> String {
    let is_plain = id.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-' | ' '));
    if is_plain { id.to_owned() } else { format!("\"{id}\"") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Choice;

    fn cell(ranges: &[(i64, i64)], none: bool, kind: &Type, can_be_none: bool) -> String {
        Values { ranges: ranges.to_vec(), none }.cell(kind, can_be_none)
    }

    #[test]
    fn sets_of_values_read_as_an_author_would_write_them() {
        let choices =
            ["phone", "email", "letter", "chat"].map(|id| Choice { id: id.to_owned(), title: id.to_owned() }).to_vec();
        let (choice, level) = (Type::Choice(choices.clone()), Type::Level(choices));
        let duration = Type::Duration { min: 0, max: 10_000 };
        let money = Type::Money { decimals: 2, min: 0, max: 100_000 };
        let number = Type::Number { decimals: 0, unit: None, min: 0, max: 100 };
        for (expected, ranges, none, kind, can_be_none) in [
            ("phone, letter", vec![(0, 0), (2, 2)], false, &choice, false),
            ("not(email)", vec![(0, 0), (2, 3)], false, &choice, false),
            ("not(email), none", vec![(0, 0), (2, 3)], true, &choice, true),
            ("not(none)", vec![(0, 3)], false, &choice, true),
            ("none", vec![], true, &choice, true),
            ("-", vec![(0, 3)], true, &choice, true),
            (">= letter", vec![(2, 3)], false, &level, false),
            ("letter", vec![(2, 2)], false, &level, false),
            ("[30 min..2 h)", vec![(30, 119)], false, &duration, false),
            ("(2 h..1 day]", vec![(121, 1_440)], false, &duration, false),
            ("< 100", vec![(0, 9_999)], false, &money, false),
            ("> 100", vec![(10_001, 100_000)], false, &money, false),
            ("not(49.99)", vec![(0, 4_998), (5_000, 100_000)], false, &money, false),
            ("[3..7]", vec![(3, 7)], false, &number, false),
            ("0, >= 5", vec![(0, 0), (5, 100)], false, &number, false),
            (">= 10", vec![(10, 100)], false, &number, false),
            ("< 10", vec![(0, 9)], false, &number, false),
        ] {
            assert_eq!(cell(&ranges, none, kind, can_be_none), expected);
        }
    }
}
