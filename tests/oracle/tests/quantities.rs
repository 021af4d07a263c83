//! Q: exact quantities, and T13 to T15, U4: what becomes of those that cannot be had.

use amends::case::Case;
use amends::model::date::parse;
use amends::model::{
    Calendar, DateUnit, Entry, Formula, Hit, Name, Pack, Rounding, Type, Value, ValueDefinition, When,
};
use oracle::build::{add_table, add_value, fact, name, number, row};
use oracle::{Outcome, ask};

fn constant(digits: i64, decimals: u8) -> Formula {
    Formula::Constant { digits, decimals }
}

fn value(formula: Formula) -> ValueDefinition {
    ValueDefinition { formula, at_most: None, at_least: None, round: None, grounds: Default::default() }
}

fn day(text: &str) -> i64 {
    parse(text).expect("a date")
}

/// What a value of a pack with at most one number comes to.
fn comes_to(kind: Type, value: ValueDefinition, given: Option<Value>) -> Outcome {
    let mut pack = Pack { facts: vec![fact("number", number(-9, 9))], ..Pack::default() };
    pack.facts[0].optional = true;
    pack.calendar = Some(Calendar {
        working: 0b001_1111,
        holidays: vec![day("2026-12-25")],
        covers: (day("2026-01-01"), day("2026-12-31")),
    });
    add_value(&mut pack, "value", kind, value);
    let mut case = Case::empty(1, 0);
    case.given[0] = Some(given.unwrap_or(Value::Scalar(0)));
    let answer = ask(&pack, &case, 10).expect("one completion");
    answer.derived[0].first().expect("an outcome").clone()
}

fn scalar(scalar: i64) -> Outcome {
    Outcome::Value(Value::Scalar(scalar))
}

#[test]
fn q2_what_is_due_beats_a_cap_and_rounding_comes_last() {
    let definition = |at_most, at_least| ValueDefinition {
        at_most: Some(constant(at_most, 1)),
        at_least: Some(constant(at_least, 1)),
        round: Some((Rounding::HalfUp, constant(1, 0))),
        ..value(constant(50, 1))
    };
    assert_eq!(comes_to(number(0, 99), definition(26, 12), None), scalar(3));
    assert_eq!(comes_to(number(0, 99), definition(26, 74), None), scalar(7));
}

#[test]
fn q2_a_bound_that_is_none_does_not_bind_and_a_formula_that_reads_none_is_none() {
    let number_fact = Formula::Name(name(0));
    let capped = ValueDefinition { at_most: Some(number_fact.clone()), ..value(constant(5, 0)) };
    assert_eq!(comes_to(number(0, 9), capped.clone(), Some(Value::None)), scalar(5));
    assert_eq!(comes_to(number(0, 9), capped, Some(Value::Scalar(2))), scalar(2));
    let least = Formula::Min(vec![constant(1, 0), number_fact]);
    assert_eq!(comes_to(number(0, 9), value(least), Some(Value::None)), Outcome::Value(Value::None));
}

#[test]
fn q4_each_mode_rounds_ties_and_signs_its_own_way() {
    for (mode, of_25, of_minus_25, of_35) in [
        (Rounding::HalfUp, 3, -3, 4),
        (Rounding::HalfDown, 2, -2, 3),
        (Rounding::HalfEven, 2, -2, 4),
        (Rounding::Up, 3, -3, 4),
        (Rounding::Down, 2, -2, 3),
        (Rounding::Ceiling, 3, -2, 4),
        (Rounding::Floor, 2, -3, 3),
    ] {
        for (tenths, rounded) in [(25, of_25), (-25, of_minus_25), (35, of_35)] {
            let definition = ValueDefinition { round: Some((mode, constant(1, 0))), ..value(constant(tenths, 1)) };
            assert_eq!(comes_to(number(-9, 9), definition, None), scalar(rounded), "{mode:?} of {tenths} tenths");
        }
    }
}

#[test]
fn q6_q8_dates_move_by_their_units() {
    for (from, count, unit, to) in [
        ("2026-01-31", 1, DateUnit::Months, "2026-02-28"),
        ("2026-03-31", -1, DateUnit::Months, "2026-02-28"),
        ("2026-03-31", 2, DateUnit::Weeks, "2026-04-14"),
        // Friday and the day after Christmas, a Saturday.
        ("2026-12-18", 5, DateUnit::BusinessDays, "2026-12-28"),
        ("2026-12-26", 0, DateUnit::BusinessDays, "2026-12-26"),
        ("2026-12-26", -1, DateUnit::BusinessDays, "2026-12-24"),
    ] {
        let date = Box::new(constant(day(from), 0));
        let formula = Formula::DateShift { date, count: Box::new(constant(count, 0)), unit };
        assert_eq!(comes_to(Type::NOW, value(formula), None), scalar(day(to)), "{from} and {count} {unit:?}");
    }
}

#[test]
fn q7_business_days_exclude_the_start_include_the_end_and_are_0_backwards() {
    for (from, to, days, business_days) in
        [("2026-12-18", "2026-12-28", 10, 5), ("2026-12-28", "2026-12-18", -10, 0), ("2026-12-18", "2026-12-18", 0, 0)]
    {
        for (business, count) in [(false, days), (true, business_days)] {
            let (from, to) = (Box::new(constant(day(from), 0)), Box::new(constant(day(to), 0)));
            let formula = Formula::DaysBetween { from, to, business };
            assert_eq!(comes_to(number(-99, 99), value(formula), None), scalar(count));
        }
    }
}

#[test]
fn q9_a_calendar_says_nothing_of_days_that_it_does_not_cover() {
    let after = |from: &str, count| {
        let (date, count) = (Box::new(constant(day(from), 0)), Box::new(constant(count, 0)));
        comes_to(Type::NOW, value(Formula::DateShift { date, count, unit: DateUnit::BusinessDays }), None)
    };
    assert_eq!(after("2026-12-30", 2), Outcome::Undetermined);
    assert_eq!(after("2025-12-31", 1), scalar(day("2026-01-01")), "the start itself is not passed");
}

#[test]
fn u1_division_by_zero_and_what_leaves_its_bounds_are_undetermined() {
    let inverse = || value(Formula::Divide(Box::new(constant(6, 0)), Box::new(Formula::Name(name(0)))));
    assert_eq!(comes_to(number(-9, 9), inverse(), Some(Value::Scalar(0))), Outcome::Undetermined);
    assert_eq!(comes_to(number(-9, 9), inverse(), Some(Value::Scalar(2))), scalar(3));
    assert_eq!(comes_to(number(0, 2), inverse(), Some(Value::Scalar(2))), Outcome::Undetermined);
    assert_eq!(comes_to(number(0, 2), inverse(), Some(Value::None)), Outcome::Value(Value::None), "U4");
}

#[test]
fn t15_a_formula_that_is_none_makes_an_output_none_that_is_not_optional() {
    let mut pack = Pack { facts: vec![fact("number", number(0, 9))], ..Pack::default() };
    pack.facts[0].optional = true;
    let rows = vec![row(When::always(), vec![Entry::Formula(Formula::Name(name(0)))])];
    let output = add_table(&mut pack, "table", Hit::Unique, vec![(number(0, 9), false)], rows);
    assert_eq!(output, [Name::Derived(amends::model::DerivedId(0))]);
    let mut case = Case::empty(1, 0);
    case.given[0] = Some(Value::None);
    let answer = ask(&pack, &case, 10).expect("one completion");
    assert_eq!(answer.derived[0].first(), Some(&Outcome::Value(Value::None)));
}
