//! P, S, E and W: plans small enough to be worked out by hand.

use amends::case::Case;
use amends::model::{
    ActionId, Compensation, Demand, DerivedId, FactId, Hit, Pack, Parameter, ParameterId, Place, Role, Rule, StepId,
    Type, Value, When, Wins,
};
use oracle::build::{action, add_table, choices, fact, is, name, number, row, rule, scalar, step, when};
use oracle::plan::Plan;
use oracle::{Element, Has, Settled, Status, World, ask};

const LIMIT: usize = 1_000;

fn anger_and_waiting() -> Pack {
    let mut pack = Pack {
        facts: vec![fact("anger", Type::Level(choices(3))), fact("waited", number(0, 5))],
        steps: vec![step("understand"), step("fix")],
        actions: vec![action("listen", 0), action("call", 0), action("repair", 1)],
        ..Pack::default()
    };
    let furious = when(vec![is(&pack, name(0), 2)]);
    let calm_or_annoyed = When([0, 1].into_iter().flat_map(|level| when(vec![is(&pack, name(0), level)]).0).collect());
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

/// A pack whose rules always hold, over three actions in two steps: `a` and `b` in the first, `c` in the second.
fn three_actions(rules: Vec<Rule>) -> Pack {
    Pack {
        steps: vec![step("first"), step("second")],
        actions: vec![action("a", 0), action("b", 0), action("c", 1)],
        rules,
        ..Pack::default()
    }
}

const A: ActionId = ActionId(0);
const B: ActionId = ActionId(1);
const C: ActionId = ActionId(2);

fn always(id: &str, recommend: &[ActionId]) -> Rule {
    Rule { recommend: recommend.to_vec(), ..rule(id, When::always()) }
}

fn plan(pack: &Pack) -> Plan {
    let world = World { values: vec![], applies: vec![], recorded: vec![] };
    oracle::plan::plan(&world.evaluation(pack, &Case::empty(0, 0)))
}

fn ordered(pack: &Pack) -> Vec<ActionId> {
    let plan = plan(pack);
    let mut all = vec![A, B, C];
    all.sort_by_key(|action| {
        plan.keys().filter(|key| matches!(key, Element::Order(_, after) if after == action)).count()
    });
    all
}

fn conflicts(pack: &Pack) -> Vec<(String, Vec<String>)> {
    plan(pack)
        .into_keys()
        .filter_map(|element| match element {
            Element::Conflict(conflict) => Some((conflict.place, conflict.rows)),
            _ => None,
        })
        .collect()
}

#[test]
fn p1_what_one_rule_recommends_another_can_keep_out() {
    let avoid = Rule { avoid: vec![A], ..always("avoid", &[]) };
    let plan = plan(&three_actions(vec![always("do", &[A, B]), avoid]));
    assert_eq!(plan.keys().collect::<Vec<_>>(), [&Element::Action(B), &Element::Avoid(A)]);
}

#[test]
fn s2_s3_demands_pull_what_must_precede_forward() {
    let demand = |demand| three_actions(vec![Rule { demands: vec![demand], ..always("all", &[A, B, C]) }]);
    let (a, c) = (Place::Action(A), Place::Action(C));
    assert_eq!(ordered(&demand(Demand::Before(c, a))), [C, A, B]);
    assert_eq!(ordered(&demand(Demand::Before(c, Place::Action(B)))), [A, C, B]);
    assert_eq!(ordered(&demand(Demand::First(Place::Action(B)))), [B, A, C]);
    assert_eq!(ordered(&demand(Demand::First(Place::Step(StepId(1))))), [C, A, B]);
    assert_eq!(ordered(&demand(Demand::Before(Place::Action(B), Place::Step(StepId(0))))), [B, A, C]);
}

#[test]
fn s4_demands_in_a_cycle_are_dropped_and_named() {
    let mut pack = three_actions(vec![always("all", &[A, B, C])]);
    let before = |first, second| Demand::Before(Place::Action(first), Place::Action(second));
    for (id, demand) in [("ba", before(B, A)), ("ab", before(A, B)), ("cb", before(C, B))] {
        pack.rules.push(Rule { demands: vec![demand], ..always(id, &[]) });
    }
    // `b` is pulled behind `c`, and `a`, of the same cycle, still stands before it.
    assert_eq!(ordered(&pack), [A, C, B]);
    assert_eq!(conflicts(&pack), [("order".to_owned(), vec!["ba".to_owned(), "ab".to_owned()])]);
}

#[test]
fn s5_a_step_with_something_that_must_be_done_is_not_skipped() {
    let skip = || Rule { skip: vec![StepId(0)], ..always("skip", &[A, C]) };
    let mut pack = three_actions(vec![skip()]);
    assert_eq!(plan(&pack).keys().collect::<Vec<_>>(), [&Element::Action(C), &Element::Skip(StepId(0))]);
    pack.actions[1].must = true;
    assert!(plan(&pack).contains_key(&Element::Skip(StepId(0))), "it would not be in the plan");
    pack.actions[0].must = true;
    assert!(!plan(&pack).contains_key(&Element::Skip(StepId(0))));
}

#[test]
fn p2_p3_parameters_take_what_wins_says() {
    for (wins, expected) in [(Wins::Least, vec![1]), (Wins::Greatest, vec![2]), (Wins::Conflict, vec![1, 2])] {
        let set = |id: &str, to| Rule { with: vec![(ParameterId(0), scalar(to))], ..always(id, &[A]) };
        let mut pack = three_actions(vec![set("two", 2), set("one", 1)]);
        pack.parameters = vec![Parameter { id: "due".to_owned(), title: String::new(), kind: number(0, 9), wins }];
        let values = expected.into_iter().map(Value::Scalar).collect();
        assert_eq!(plan(&pack).get(&Element::Parameter(A, ParameterId(0))), Some(&Has::Values(values)), "{wins:?}");
        let at_odds = [("due".to_owned(), vec!["two".to_owned(), "one".to_owned()])];
        assert_eq!(conflicts(&pack), if wins == Wins::Conflict { at_odds.to_vec() } else { vec![] });
    }
}

#[test]
fn p7_p8_a_sum_above_the_agents_limit_needs_the_least_role_that_suffices() {
    let with_roles = |limits: &[(&str, Option<i64>)], amount| {
        let mut pack = three_actions(vec![]);
        pack.roles = limits
            .iter()
            .map(|(id, may_give)| Role { id: (*id).to_owned(), title: String::new(), may_give: *may_give })
            .collect();
        let rows = vec![row(When::always(), vec![scalar(amount)])];
        add_table(&mut pack, "amount", Hit::Unique, vec![(number(0, 99), false)], rows);
        pack.compensation = Some(Compensation { amount: DerivedId(0), form: None, legal_minimum: None, at_most: None });
        (plan(&pack).get(&Element::Approval).cloned(), conflicts(&pack))
    };
    let limits = [("head", Some(50)), ("agent", Some(10)), ("lead", Some(20))];
    let role = |role| Some(Has::Values(vec![Value::Scalar(role)]));
    assert_eq!(with_roles(&limits, 10).0, None);
    assert_eq!(with_roles(&limits, 11).0, role(2));
    assert_eq!(with_roles(&limits, 21).0, role(0));
    assert_eq!(with_roles(&limits, 51), (Some(Has::Nobody), vec![("authority".to_owned(), vec![])]));
    assert_eq!(with_roles(&[("lead", None)], 1).0, role(0), "nobody is the agent");
    assert_eq!(with_roles(&[], 99).0, None);
}

#[test]
fn p9_conflicts_count_only_where_a_plan_reads_them() {
    let mut pack = three_actions(vec![]);
    let output = add_table(&mut pack, "gap", Hit::Unique, vec![(number(0, 9), false)], vec![]);
    assert!(conflicts(&pack).is_empty());
    pack.rules = vec![Rule { when: when(vec![is(&pack, output[0], 1)]), ..always("reads", &[A]) }];
    assert_eq!(conflicts(&pack), [("gap".to_owned(), vec![])]);
    assert_eq!(plan(&pack).get(&Element::Action(A)), Some(&Has::Undetermined));
}

#[test]
fn w1_a_fact_may_matter_only_together_with_those_whose_applicability_it_decides() {
    let mut pack = three_actions(vec![]);
    pack.facts = vec![fact("promised", Type::YesNo), fact("kept", Type::YesNo)];
    pack.facts[1].applies = when(vec![is(&pack, name(0), 1)]);
    let kept = when(vec![is(&pack, name(1), 1)]);
    pack.rules = vec![Rule { recommend: vec![A], ..rule("thank", kept) }];
    let answer = ask(&pack, &Case::empty(2, 0), LIMIT).expect("few completions");
    assert_eq!(answer.asked, [FactId(0), FactId(1)]);
}

#[test]
fn e4_certainty_names_the_assumptions_that_it_rests_on() {
    let mut pack = three_actions(vec![]);
    pack.facts = vec![fact("calm", Type::YesNo), fact("solved", Type::YesNo)];
    for fact in &mut pack.facts {
        fact.default = Some(Value::Scalar(1));
    }
    // Either default alone would do: the first declared is dropped.
    let either = When([0, 1].into_iter().flat_map(|at| when(vec![is(&pack, name(at), 1)]).0).collect());
    pack.rules = vec![Rule { recommend: vec![A], ..rule("close", either) }];
    let answer = ask(&pack, &Case::empty(2, 0), LIMIT).expect("few completions");
    assert_eq!(answer.assuming[&Element::Action(A)], [FactId(1)]);
    assert!(answer.assumptions.values().all(|matters| !matters), "E6: each alone changes nothing");
    assert_eq!(answer.settled, Settled::Yes);
}
