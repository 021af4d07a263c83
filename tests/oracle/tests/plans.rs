//! The oracle on packs small enough to be worked out by hand.

use amends::case::Case;
use amends::model::{ActionId, Hit, Pack, Type, Value, When};
use oracle::build::{action, add_table, choices, fact, is, name, number, row, rule, scalar, step, when};
use oracle::{Element, Outcome, Settled, Status, ask};

const LIMIT: usize = 1_000;

fn anger_and_waiting() -> Pack {
    let mut pack = Pack {
        facts: vec![fact("anger", Type::Level(choices(3))), fact("waited", number(0, 5))],
        steps: vec![step("understand"), step("fix")],
        actions: vec![action("listen", 0), action("call", 0), action("repair", 1)],
        ..Pack::default()
    };
    let furious = when(vec![is(&pack, name(0), 2)]);
    let calm_or_annoyed = When(
        vec![is(&pack, name(0), 0), is(&pack, name(0), 1)]
            .into_iter()
            .map(|cell| when(vec![cell]).0)
            .flatten()
            .collect(),
    );
    let mut call = rule("call_the_furious", furious);
    call.recommend = vec![ActionId::at(1), ActionId::at(0)];
    let mut listen = rule("listen_to_others", calm_or_annoyed);
    listen.recommend = vec![ActionId::at(0)];
    pack.rules = vec![call, listen];
    pack
}

#[test]
fn two_rules_that_together_cover_a_fact_make_what_both_conclude_certain() {
    let pack = anger_and_waiting();
    let answer = ask(&pack, &Case::empty(2, 0), LIMIT).expect("few completions");
    assert_eq!(answer.completions, 18);
    assert_eq!(answer.status(&Element::Action(ActionId::at(0))), Status::Certain);
    assert_eq!(answer.status(&Element::Action(ActionId::at(1))), Status::Possible);
    assert_eq!(answer.status(&Element::Action(ActionId::at(2))), Status::Excluded);
    assert_eq!(answer.settled, Settled::Open);
    assert_eq!(answer.steps, [Settled::Open, Settled::Yes]);
    assert_eq!(answer.asked.len(), 1, "waiting decides nothing");
}

#[test]
fn a_given_fact_settles_what_rests_on_it() {
    let pack = anger_and_waiting();
    let mut case = Case::empty(2, 0);
    case.given[0] = Some(Value::Scalar(0));
    let answer = ask(&pack, &case, LIMIT).expect("few completions");
    assert_eq!(answer.settled, Settled::Yes);
    assert_eq!(answer.status(&Element::Action(ActionId::at(1))), Status::Excluded);
}

#[test]
fn more_completions_than_one_will_look_at_are_an_error() {
    assert!(ask(&anger_and_waiting(), &Case::empty(2, 0), 17).is_err());
}

#[test]
fn each_hit_policy_makes_its_own_of_two_rows_that_fit() {
    let undetermined = Outcome::Undetermined;
    let scalar_of = |scalar| Outcome::Value(Value::Scalar(scalar));
    let list = |scalars: &[i64]| Outcome::List(scalars.iter().map(|scalar| Value::Scalar(*scalar)).collect());
    for (hit, expected) in [
        (Hit::Unique, undetermined.clone()),
        (Hit::Any, undetermined),
        (Hit::Priority, scalar_of(1)),
        (Hit::First, scalar_of(2)),
        (Hit::RuleOrder, list(&[2, 1])),
        (Hit::OutputOrder, list(&[1, 2])),
        (Hit::Collect, list(&[2, 1])),
        (Hit::CollectMin, scalar_of(1)),
        (Hit::CollectMax, scalar_of(2)),
        (Hit::CollectCount, scalar_of(2)),
    ] {
        let mut pack = Pack::default();
        let rows = vec![row(When::always(), vec![scalar(2)]), row(When::always(), vec![scalar(1)])];
        add_table(&mut pack, "table", hit, vec![(Type::Level(choices(3)), false)], rows);
        let answer = ask(&pack, &Case::empty(0, 0), LIMIT).expect("one completion");
        assert_eq!(answer.derived[0].iter().collect::<Vec<_>>(), [&expected], "{hit:?}");
    }
}
