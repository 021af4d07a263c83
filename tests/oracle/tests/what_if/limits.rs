//! What is left out, and that it is said.

use amends::case::Case;
use amends::engine::Engine;
use amends::model::{ActionId, Clause, End, Pack, Rule, Test, Type, Value, When};
use amends::what_if::{Completeness, what_if};
use oracle::build;

use crate::told;

/// A pack of so many yes-no facts, with what `more` makes of it.
fn pack_of(facts: usize, more: impl FnOnce(&mut Pack)) -> Pack {
    let mut pack = Pack { steps: vec![build::step("fix")], actions: vec![build::action("mend", 0)], ..Pack::default() };
    pack.facts = (0..facts).map(|at| build::fact(&format!("f{at}"), Type::YesNo)).collect();
    more(&mut pack);
    pack
}

/// A rule that recommends the action where all these facts are yes.
fn mend_when(pack: &mut Pack, facts: &[usize]) {
    let cells = facts.iter().map(|at| build::is(pack, build::name(*at), 1)).collect();
    let recommend = vec![ActionId::at(0)];
    pack.rules.push(Rule { recommend, ..build::rule("rule", build::when(cells)) });
}

/// What would add the action to a case of which nothing is known.
fn adding(pack: Pack) -> (String, Completeness) {
    let facts = pack.facts.len();
    let engine = Engine::new(pack, String::new());
    let adds = what_if(&engine, &Case::empty(facts, 0), "mend").expect("an action").adds.expect("it is not certain");
    let sets: Vec<String> = adds.sets.iter().map(|set| set.facts.join("+")).collect();
    (sets.join(" "), adds.extent)
}

#[test]
fn larger_sets_are_not_looked_for_where_small_ones_are_enough() {
    let pack = pack_of(8, |pack| {
        (0..6).for_each(|fact| mend_when(pack, &[fact]));
        mend_when(pack, &[6, 7]);
    });
    assert_eq!(adding(pack), ("f0 f1 f2 f3 f4 f5".to_owned(), Completeness::Smallest));
}

#[test]
fn a_set_is_one_fact_whatever_of_it_changes() {
    let pack = pack_of(1, |pack| {
        pack.facts[0].kind = Type::Several(build::choices(2));
        let neither = [0, 1].map(|choice| Test::Is(End::Constant(choice))).to_vec();
        let cell = build::cell(pack, build::name(0), vec![Test::Not(neither)]);
        pack.rules.push(Rule { recommend: vec![ActionId::at(0)], ..build::rule("rule", build::when(vec![cell])) });
    });
    let mut case = Case::empty(1, 0);
    case.given[0] = Some(Value::Set(0b11));
    let engine = Engine::new(pack, String::new());
    let adds = what_if(&engine, &case, "mend").expect("an action").adds.expect("it is not there");
    assert_eq!(told(&adds), r#"All ["f0 not(c0, c1)"]"#);
}

#[test]
fn sets_without_number_are_not_held_against_each_other_for_ever() {
    // Any one of a first dozen facts, of a second, of a third: of the 1,728 sets none is smaller than another.
    let pack = pack_of(36, |pack| {
        let dozens = [0, 12, 24].map(|first| {
            let any = (first..first + 12).map(|fact| Clause(vec![build::is(pack, build::name(fact), 1)])).collect();
            let name = format!("any_of_{first}");
            build::add_condition(pack, &name, When(any), When::never())
        });
        let cells = dozens.map(|dozen| build::is(pack, dozen, 1)).to_vec();
        pack.rules.push(Rule { recommend: vec![ActionId::at(0)], ..build::rule("rule", build::when(cells)) });
    });
    let (sets, extent) = adding(pack);
    assert_eq!(extent, Completeness::Smallest);
    assert_eq!(sets.split(' ').take(3).collect::<Vec<_>>(), ["f0+f12+f24", "f0+f12+f25", "f0+f12+f26"]);
}

#[test]
fn what_takes_five_facts_is_said_to_take_too_many() {
    assert_eq!(adding(pack_of(5, |pack| mend_when(pack, &[0, 1, 2, 3, 4]))), (String::new(), Completeness::TooMany));
    assert_eq!(
        adding(pack_of(4, |pack| mend_when(pack, &[0, 1, 2, 3]))),
        ("f0+f1+f2+f3".to_owned(), Completeness::All)
    );
}

#[test]
fn nobody_is_sent_to_find_out_what_is_sensitive_or_never_asked() {
    let pack = |hide: fn(&mut Pack)| {
        pack_of(2, |pack| {
            (0..2).for_each(|fact| mend_when(pack, &[fact]));
            hide(pack);
        })
    };
    assert_eq!(adding(pack(|_| {})).0, "f0 f1");
    assert_eq!(adding(pack(|pack| pack.facts[0].sensitive = true)).0, "f1");
    assert_eq!(adding(pack(|pack| pack.facts[1].ask = None)).0, "f0");
}
