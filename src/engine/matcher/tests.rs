mod random;

use super::slot::LIMIT;
use super::{Matcher, Scratch};
use crate::engine::known::{Known, hold};
use crate::model::{Cell, Clause, End, FactId, Name, Pack, Test, Type, Value, When};
use random::{pack, random_case, random_rules, random_when, values};

fn compiled(pack: &Pack, rules: &[(When, When)]) -> Matcher {
    Matcher::new(pack, &rules.iter().map(|(when, unless)| (when, unless)).collect::<Vec<_>>())
}

fn found(matcher: &Matcher, pack: &Pack, values: &[Option<Value>], given: &[Option<Value>]) -> Vec<u16> {
    let mut case = vec![7];
    matcher.encode(values, given, pack, &mut case);
    matcher.matches(&case, &mut Scratch::default()).expect("its own numbers").to_vec()
}

fn rule_holds((when, unless): &(When, When), values: &[Value], given: &[bool], pack: &Pack) -> bool {
    let cell = |cell: &Cell| match cell.of {
        Name::Fact(fact) => {
            let at = fact.index();
            hold(&cell.tests, Known { value: &values[at], given: given[at] }, pack)
        }
        _ => false,
    };
    let any = |when: &When| when.0.iter().any(|clause| clause.0.iter().all(cell));
    any(when) && !any(unless)
}

#[test]
fn a_complete_case_finds_exactly_the_rules_that_hold() {
    let (pack, mut random) = (pack(), fastrand::Rng::with_seed(11));
    let (mut right, mut wrong) = (0_usize, 0_usize);
    for size in [0, 1, 3, 40, 255, 256, 257, 700] {
        let rules = random_rules(&mut random, &pack, size, false);
        let matcher = compiled(&pack, &rules);
        for _ in 0..200 {
            let (values, given) = random_case(&mut random, &pack);
            let known: Vec<_> = values.iter().cloned().map(Some).collect();
            let record: Vec<_> =
                known.iter().zip(&given).map(|(value, given)| value.clone().filter(|_| *given)).collect();
            let expected: Vec<u16> = (0..)
                .zip(&rules)
                .filter(|(_, rule)| rule_holds(rule, &values, &given, &pack))
                .map(|(id, _)| id)
                .collect();
            assert_eq!(found(&matcher, &pack, &known, &record), expected);
            right += expected.len();
            wrong += size.abs_diff(expected.len());
        }
    }
    assert!(right > 10_000 && wrong > 10_000, "{right} {wrong}");
}

#[test]
fn while_facts_are_unknown_no_rule_that_may_hold_is_left_out() {
    let (pack, mut random) = (pack(), fastrand::Rng::with_seed(12));
    let (mut kept, mut lost) = (0_usize, 0_usize);
    for names in [false, true] {
        let rules = random_rules(&mut random, &pack, 300, names);
        let matcher = compiled(&pack, &rules);
        for _ in 0..300 {
            let (values, given) = random_case(&mut random, &pack);
            let unknown: Vec<bool> = given.iter().map(|given| !given && random.bool()).collect();
            let known: Vec<_> =
                values.iter().zip(&unknown).map(|(value, unknown)| Some(value.clone()).filter(|_| !unknown)).collect();
            let record: Vec<_> =
                known.iter().zip(&given).map(|(value, given)| value.clone().filter(|_| *given)).collect();
            let found = found(&matcher, &pack, &known, &record);
            for (id, rule) in (0..).zip(&rules) {
                let left_out = found.binary_search(&id).is_err();
                assert!(
                    !(left_out && rule_holds(rule, &values, &given, &pack) && matcher.is_whole(id)),
                    "{rule:?} {known:?}"
                );
                assert!(names || matcher.is_whole(id));
            }
            kept += found.len();
            lost += rules.len().abs_diff(found.len());
        }
    }
    assert!(kept > 10_000 && lost > 10_000, "{kept} {lost}");
}

#[test]
fn one_cell_on_an_unknown_fact_fails_only_if_no_value_of_it_would_do() {
    let (pack, mut random) = (pack(), fastrand::Rng::with_seed(13));
    for _ in 0..3_000 {
        let rule = (random_when(&mut random, &pack, 1, false), When::never());
        let [Cell { of: Name::Fact(fact), .. }] = rule.0.0[0].0.as_slice() else { continue };
        let nothing = vec![None; pack.facts.len()];
        let found = found(&compiled(&pack, std::slice::from_ref(&rule)), &pack, &nothing, &nothing);
        let (mut case, not_given) = (vec![Value::None; pack.facts.len()], vec![false; pack.facts.len()]);
        let never = values(&pack.facts[fact.index()]).into_iter().all(|value| {
            case[fact.index()] = value;
            !rule_holds(&rule, &case, &not_given, &pack)
        });
        assert!(never == found.is_empty() || matches!(pack.facts[fact.index()].kind, Type::Several(_)), "{rule:?}");
    }
}

#[test]
fn a_rule_with_cells_on_derived_quantities_is_found_by_its_other_cells() {
    let pack = pack();
    let yes = Cell { of: Name::Fact(FactId(0)), tests: vec![Test::Is(End::Constant(1))], text: String::new() };
    let derived = Cell { of: Name::Now, ..yes.clone() };
    let when = |cells: Vec<Cell>| When(vec![Clause(cells)]);
    let rules = [
        (when(vec![yes.clone(), derived.clone()]), When::never()),
        (when(vec![yes.clone()]), when(vec![derived.clone()])),
        (when(vec![yes.clone()]), when(vec![yes.clone()])),
        (when(vec![derived]), When::never()),
    ];
    let matcher = compiled(&pack, &rules);
    let (yes, no) = ([Some(Value::Scalar(1))], [Some(Value::Scalar(0))]);
    assert_eq!(found(&matcher, &pack, &yes, &yes), [0, 1, 3]);
    assert_eq!(found(&matcher, &pack, &no, &no), [3]);
    assert_eq!([0, 1, 2, 3].map(|rule| matcher.is_whole(rule)), [false, false, true, false]);
}

#[test]
fn what_would_take_too_much_memory_is_left_to_others() {
    let mut pack = pack();
    pack.facts[5].kind = Type::Duration { min: 0, max: 1_000_000 };
    let cell = |fact: u16, scalar| Cell {
        of: Name::Fact(FactId(fact)),
        tests: vec![Test::Is(End::Constant(scalar))],
        text: String::new(),
    };
    let when = |scalar: i64| When(vec![Clause(vec![cell(0, scalar % 2), cell(5, scalar * 10)])]);
    let rules: Vec<(When, When)> = (0..20_000).map(|scalar| (when(scalar), When::never())).collect();
    let matcher = compiled(&pack, &rules);
    assert!(matcher.rows.len() <= LIMIT && !matcher.is_whole(7));
    let mut values = vec![None; 6];
    (values[0], values[5]) = (Some(Value::Scalar(1)), Some(Value::Scalar(70)));
    assert_eq!(
        found(&matcher, &pack, &values, &values),
        (0..20_000).filter(|rule| rule % 2 == 1).collect::<Vec<u16>>()
    );
}

#[test]
fn numbers_of_another_matcher_are_refused() {
    let pack = pack();
    let (when, unless) = (
        When(vec![Clause(vec![Cell { of: Name::Fact(FactId(0)), tests: vec![Test::None], text: String::new() }])]),
        When::never(),
    );
    let matcher = Matcher::new(&pack, &[(&when, &unless)]);
    for numbers in [vec![], vec![0, 0], vec![u16::MAX], vec![5]] {
        assert_eq!(matcher.matches(&numbers, &mut Scratch::default()), None, "{numbers:?}");
    }
    assert!(matcher.matches(&[0], &mut Scratch::default()).is_some());
}
