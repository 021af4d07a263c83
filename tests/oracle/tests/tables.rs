//! T and U: what hit policies make of the rows that fit, and of those that nobody can tell.

use amends::case::Case;
use amends::model::{DerivedId, Entry, Formula, Grounds, Hit, Name, Pack, Row, Type, Value, ValueDefinition, When};
use oracle::build::{add_table, add_value, choices, fact, is, name, number, row, scalar, when};
use oracle::{Conflict, Evaluation, Outcome, World};

fn level() -> (Type, bool) {
    (Type::Level(choices(3)), false)
}

fn always(entries: Vec<Entry>) -> Row {
    row(When::always(), entries)
}

fn otherwise(entries: Vec<Entry>) -> Row {
    Row { otherwise: true, ..always(entries) }
}

/// A pack of one yes-no fact, which is no, and one undetermined value, and what a table of it decides.
fn decide(
    hit: Hit,
    outputs: Vec<(Type, bool)>,
    rows: impl Fn(&Pack) -> Vec<Row>,
    gate: impl Fn(&Pack) -> When,
) -> (Vec<Outcome>, Vec<Vec<String>>) {
    let mut pack = Pack { facts: vec![fact("no", Type::YesNo)], ..Pack::default() };
    let beyond = ValueDefinition {
        formula: Formula::Constant { digits: 9, decimals: 0 },
        at_most: None,
        at_least: None,
        round: None,
        grounds: Grounds::default(),
    };
    add_value(&mut pack, "undetermined", number(0, 1), beyond);
    let (rows, gate) = (rows(&pack), gate(&pack));
    let count = outputs.len();
    add_table(&mut pack, "table", hit, outputs, rows);
    pack.tables[0].when = gate;
    let world = World { values: vec![Value::Scalar(0)], applies: vec![true], recorded: vec![true] };
    let evaluation: Evaluation = world.evaluation(&pack, &Case::empty(1, 100));
    let derived = |at| DerivedId::at(at + 1);
    let outcomes = (0..count).map(|at| evaluation.outcome(Name::Derived(derived(at)))).collect();
    let conflicts = evaluation.conflicts(derived(0)).iter().map(|Conflict { rows, .. }| rows.clone()).collect();
    (outcomes, conflicts)
}

fn open(_: &Pack) -> When {
    When::always()
}

fn no(pack: &Pack) -> When {
    when(vec![is(pack, name(0), 0)])
}

fn yes(pack: &Pack) -> When {
    when(vec![is(pack, name(0), 1)])
}

fn undetermined(pack: &Pack) -> When {
    when(vec![is(pack, Name::Derived(DerivedId::at(0)), 1)])
}

fn of(scalar: i64) -> Outcome {
    Outcome::Value(Value::Scalar(scalar))
}

fn list(scalars: &[i64]) -> Outcome {
    Outcome::List(scalars.iter().map(|scalar| Value::Scalar(*scalar)).collect())
}

#[test]
fn each_hit_policy_makes_its_own_of_two_rows_that_fit() {
    for (hit, expected) in [
        (Hit::Unique, Outcome::Undetermined),
        (Hit::Any, Outcome::Undetermined),
        (Hit::Priority, of(1)),
        (Hit::First, of(2)),
        (Hit::RuleOrder, list(&[2, 1])),
        (Hit::OutputOrder, list(&[1, 2])),
        (Hit::Collect, list(&[2, 1])),
        (Hit::CollectMin, of(1)),
        (Hit::CollectMax, of(2)),
        (Hit::CollectCount, of(2)),
    ] {
        let rows = |_: &Pack| vec![always(vec![scalar(2)]), always(vec![scalar(1)])];
        assert_eq!(decide(hit, vec![level()], rows, open).0, [expected], "{hit:?}");
    }
    let rows = |_: &Pack| vec![always(vec![scalar(2)]), always(vec![scalar(1)])];
    assert_eq!(decide(Hit::CollectSum, vec![(number(0, 9), false)], rows, open).0, [of(3)]);
}

#[test]
fn t6_where_no_row_fits_lists_are_empty_counts_0_and_others_none_or_in_conflict() {
    for (hit, expected) in [
        (Hit::Unique, Outcome::Undetermined),
        (Hit::First, Outcome::Undetermined),
        (Hit::CollectSum, Outcome::Undetermined),
        (Hit::Collect, list(&[])),
        (Hit::CollectCount, of(0)),
    ] {
        let rows = |pack: &Pack| vec![row(yes(pack), vec![scalar(2)])];
        let (outcomes, conflicts) = decide(hit, vec![(number(0, 9), false)], rows, open);
        let in_conflict = expected == Outcome::Undetermined;
        assert_eq!(outcomes, [expected], "{hit:?}");
        assert_eq!(conflicts, if in_conflict { vec![Vec::<String>::new()] } else { vec![] }, "{hit:?}");
        if in_conflict {
            let (outcomes, conflicts) = decide(hit, vec![(number(0, 9), true)], rows, open);
            assert_eq!((outcomes, conflicts.len()), (vec![Outcome::Value(Value::None)], 0), "{hit:?}, optional");
        }
    }
}

#[test]
fn t2_t3_where_the_gate_fails_otherwise_does_not_fit_either() {
    let rows = |pack: &Pack| vec![row(yes(pack), vec![scalar(2)]), otherwise(vec![scalar(1)])];
    assert_eq!(decide(Hit::Unique, vec![(number(0, 9), true)], rows, open).0, [of(1)]);
    assert_eq!(decide(Hit::Unique, vec![(number(0, 9), true)], rows, yes).0, [Outcome::Value(Value::None)]);
}

#[test]
fn t5_rows_outside_their_validity_do_not_exist() {
    let valid = |from, until, said| Row {
        grounds: Grounds { valid_from: from, valid_until: until, ..Grounds::default() },
        ..always(vec![scalar(said)])
    };
    let rows =
        move |_: &Pack| vec![valid(None, Some(99), 1), valid(Some(100), Some(100), 2), valid(Some(101), None, 3)];
    assert_eq!(decide(Hit::Unique, vec![(number(0, 9), false)], rows, open).0, [of(2)]);
}

#[test]
fn t7_unique_names_the_rows_that_fit_together() {
    let named = |id: &str, said| Row { id: Some(id.to_owned()), ..always(vec![scalar(said)]) };
    let rows = move |pack: &Pack| vec![named("a", 1), row(yes(pack), vec![scalar(1)]), always(vec![scalar(1)])];
    assert_eq!(decide(Hit::Unique, vec![level()], rows, open).1, [["a", "3"]]);
}

#[test]
fn t9_any_is_content_while_rows_agree_on_what_they_determine() {
    let two = vec![level(), level()];
    let agree = |_: &Pack| vec![always(vec![scalar(1), scalar(2)]), always(vec![scalar(1), Entry::Undecided])];
    let (outcomes, conflicts) = decide(Hit::Any, two.clone(), agree, open);
    assert_eq!((outcomes, conflicts), (vec![of(1), Outcome::Undetermined], vec![vec!["2".to_owned()]]));
    let differ = |_: &Pack| vec![always(vec![scalar(1), scalar(2)]), always(vec![scalar(1), scalar(0)])];
    assert_eq!(decide(Hit::Any, two, differ, open).0, [Outcome::Undetermined, Outcome::Undetermined]);
}

#[test]
fn t10_priority_compares_declared_values_from_left_to_right_and_none_comes_last() {
    let optional_level = (Type::Level(choices(3)), true);
    let outputs = || vec![(number(0, 9), false), optional_level.clone(), level()];
    let none = || Entry::Value(Value::None);
    let rows = |_: &Pack| {
        vec![
            always(vec![scalar(0), none(), scalar(0)]),
            always(vec![scalar(5), scalar(1), scalar(2)]),
            always(vec![scalar(7), scalar(1), scalar(1)]),
        ]
    };
    assert_eq!(decide(Hit::Priority, outputs(), rows, open).0, [of(7), of(1), of(1)]);
    assert_eq!(decide(Hit::OutputOrder, outputs(), rows, open).0[0], list(&[7, 5, 0]));
}

#[test]
fn t12_aggregates_pass_over_none() {
    let none = || Entry::Value(Value::None);
    let rows = |_: &Pack| vec![always(vec![none()]), always(vec![scalar(4)])];
    for hit in [Hit::CollectSum, Hit::CollectMin, Hit::CollectMax] {
        assert_eq!(decide(hit, vec![(number(0, 9), true)], rows, open).0, [of(4)]);
        let nothing = |_: &Pack| vec![always(vec![none()])];
        assert_eq!(decide(hit, vec![(number(0, 9), true)], nothing, open).0, [Outcome::Value(Value::None)]);
    }
}

#[test]
fn t13_t14_only_what_is_computed_can_be_in_conflict() {
    let rows = |_: &Pack| vec![always(vec![scalar(1)]), always(vec![Entry::Undecided])];
    assert_eq!(decide(Hit::First, vec![level()], rows, open), (vec![of(1)], vec![]));
    let (outcomes, conflicts) = decide(Hit::Collect, vec![level()], rows, open);
    assert_eq!((outcomes, conflicts), (vec![Outcome::Undetermined], vec![vec!["2".to_owned()]]));
    let too_much = |_: &Pack| vec![always(vec![scalar(6)]), always(vec![scalar(6)])];
    let (outcomes, conflicts) = decide(Hit::CollectSum, vec![(number(0, 9), false)], too_much, open);
    assert_eq!((outcomes, conflicts), (vec![Outcome::Undetermined], vec![vec!["1".to_owned(), "2".to_owned()]]));
}

#[test]
fn u2_u3_an_undetermined_row_leaves_its_table_so_unless_a_false_cell_fails_it() {
    let rows = |pack: &Pack| vec![row(undetermined(pack), vec![scalar(1)]), always(vec![scalar(2)])];
    for hit in [Hit::Unique, Hit::First, Hit::Collect, Hit::CollectCount] {
        assert_eq!(
            decide(hit, vec![(number(0, 9), true)], rows, open),
            (vec![Outcome::Undetermined], vec![]),
            "{hit:?}"
        );
    }
    let turned = |pack: &Pack| vec![always(vec![scalar(2)]), row(undetermined(pack), vec![scalar(1)])];
    assert_eq!(decide(Hit::First, vec![level()], turned, open).0, [of(2)], "a fitting row stands before it");
    let failed = |pack: &Pack| {
        let both = When(vec![amends::model::Clause(
            [undetermined(pack), yes(pack)].iter().flat_map(When::cells).cloned().collect(),
        )]);
        vec![row(both, vec![scalar(1)]), row(no(pack), vec![scalar(2)])]
    };
    assert_eq!(decide(Hit::Unique, vec![level()], failed, open).0, [of(2)]);
    assert_eq!(decide(Hit::Unique, vec![level()], rows, undetermined).0, [Outcome::Undetermined], "so does its gate");
}
