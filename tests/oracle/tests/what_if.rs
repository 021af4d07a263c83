//! The sets of facts that are said to add or remove something are the smallest, as the oracle finds by trying all.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use amends::case::Case;
use amends::engine::Engine;
use amends::model::{
    ActionId, Clause, Definition, End, FactId, Name, Pack, ParameterId, Rule, StepId, Test, Type, Value, When,
};
use amends::what_if::{ChangeSet, Changes, Completeness, what_if};
use oracle::build;
use oracle::complete::{Known, domain};
use oracle::generate::{TODAY, generate};
use oracle::plan::plan;
use oracle::{Element, Evaluation, Has, Outcome, Truth, World, may_blur, print};

/// How many packs are tried.
const PACKS: u64 = 200;

/// Cases with more changes than this are passed over, and so are those with more completions.
const LIMIT: usize = 1_200;

/// Larger sets are not looked for.
const MOST_FACTS: usize = 4;

/// What must come up, each at least some times.
const KINDS: &[&str] = &[
    "adding an action",
    "adding an avoidance",
    "adding a step left out",
    "adding a parameter",
    "adding a value",
    "removing an action",
    "removing an avoidance",
    "removing a step left out",
    "removing a parameter",
    "removing a value",
    "extent All",
    "extent Impossible",
    "sets of 1",
    "sets of 2",
    "sets of 3",
    "a way among others",
    "a yes-no",
    "a choice",
    "a level",
    "a several",
    "a number",
    "a money",
    "a duration",
    "a date",
    "one that may not apply",
    "one that is given",
    "one that is set aside",
    "one that is assumed",
    "one that is unknown",
    "one that is sensitive",
    "in a case in which nothing is known",
    "in a case of which a part is known",
    "in a case of which all is known",
];

/// Values for some facts.
type Values = BTreeMap<FactId, Value>;

#[test]
fn the_smallest_sets_are_those_that_trying_every_change_finds() {
    let mut reached: BTreeMap<String, usize> = BTreeMap::new();
    for seed in 0..PACKS {
        let (mut pack, cases) = generate(seed);
        let facts = pack.facts.len();
        pack.facts[usize::try_from(seed).expect("few") % facts].sensitive = seed % 3 == 0;
        // All facts may change, so whatever is reckoned from two of them may be beyond the method (Q11).
        let is_open = may_blur(&pack, &Case::empty(facts, TODAY));
        let engine = Engine::new(pack.clone(), String::new());
        for case in &cases {
            let Some(tried) = try_all(&pack, case) else { continue };
            for (at, (name, _)) in aims(&pack).into_iter().enumerate() {
                let found = what_if(&engine, case, &name).expect("an element of the pack");
                let now = &tried.changes[&Values::new()][at];
                assert_eq!(found.adds.is_none(), now.is_certain, "seed {seed}, {name}: {case:?}");
                assert_eq!(found.removes.is_none(), now.is_excluded, "seed {seed}, {name}: {case:?}");
                for (wanted, changes) in [(true, found.adds), (false, found.removes)] {
                    let Some(changes) = changes else { continue };
                    let enough = |has: &Had| if wanted { has.is_certain } else { has.is_excluded };
                    let does: Vec<&Values> =
                        tried.changes.iter().filter(|(_, has)| enough(&has[at])).map(|(values, _)| values).collect();
                    let is_limited = changes.extent == Completeness::Limits;
                    assert!(!is_limited || is_open, "seed {seed}, {name}: {}\n{case:?}", told(&changes));
                    if let Err(what) = agrees(&pack, &changes, &does) {
                        panic!(
                            "seed {seed}, {name}, wanted {wanted}: {what}\n{}\n{case:?}\n{}",
                            told(&changes),
                            print::pack(&pack)
                        );
                    }
                    note(&pack, case, &tried, &changes, (&name, wanted), &mut reached);
                }
            }
        }
    }
    for what in KINDS {
        let times = reached.get(*what).copied().unwrap_or(0);
        assert!(times >= 15, "{what}: {reached:#?}");
    }
    let times = |what: &str| reached.get(what).copied().unwrap_or(0);
    assert!(times("extent Limits") * 10 <= times("extent All"), "{reached:#?}");
}

/// An answer in short.
fn told(changes: &Changes) -> String {
    let sets = changes.sets.iter().map(|set| {
        let ways = set.ways.iter().map(|way| {
            let all: Vec<String> =
                way.0.iter().map(|becomes| format!("{} {}", becomes.fact, becomes.tests.join(" and "))).collect();
            all.join("; ")
        });
        ways.collect::<Vec<_>>().join(" or ")
    });
    format!("{:?} {:?}", changes.extent, sets.collect::<Vec<_>>())
}

/// What is noted of an answer, so that it can be asserted that all kinds come up.
fn note(
    pack: &Pack,
    case: &Case,
    tried: &Tried,
    changes: &Changes,
    (name, wanted): (&str, bool),
    reached: &mut BTreeMap<String, usize>,
) {
    let mut note = |what: String| *reached.entry(what).or_default() += 1;
    note(format!("extent {:?}", changes.extent));
    if changes.sets.is_empty() {
        return;
    }
    let of = match name.chars().next() {
        _ if name.contains('.') => "a parameter",
        _ if name.starts_with("avoid:") => "an avoidance",
        _ if name.contains('=') => "a value",
        Some('a') => "an action",
        _ => "a step left out",
    };
    note(format!("{} {of}", if wanted { "adding" } else { "removing" }));
    let known = case.given.iter().flatten().count();
    let known = match known {
        0 => "in a case in which nothing is known",
        known if known == case.given.len() => "in a case of which all is known",
        _ => "in a case of which a part is known",
    };
    note(known.to_owned());
    for set in &changes.sets {
        note(format!("sets of {}", set.facts.len()));
        if set.ways.len() > 1 {
            note("a way among others".to_owned());
        }
        for id in facts_of(pack, set) {
            let declared = &pack.facts[id.index()];
            note(format!("a {}", declared.kind.id()));
            if declared.applies != When::always() {
                note("one that may not apply".to_owned());
            }
            if declared.sensitive {
                note("one that is sensitive".to_owned());
            }
            note(match case.value(id) {
                Some(_) if tried.set_aside.contains(&id) => "one that is set aside".to_owned(),
                Some(_) => "one that is given".to_owned(),
                None if declared.default.is_some() => "one that is assumed".to_owned(),
                None => "one that is unknown".to_owned(),
            });
        }
    }
}

/// Whether an answer is what trying all changes gives; `does` are those that are enough.
fn agrees(pack: &Pack, changes: &Changes, does: &[&Values]) -> Result<(), String> {
    let enough: BTreeSet<Vec<FactId>> = does.iter().map(|values| values.keys().copied().collect()).collect();
    let is_least = |set: &&Vec<FactId>| {
        let part = |other: &Vec<FactId>| other.len() < set.len() && other.iter().all(|fact| set.contains(fact));
        !enough.iter().any(part)
    };
    let mut least: Vec<Vec<FactId>> = enough.iter().filter(is_least).cloned().collect();
    least.sort_by_key(Vec::len);
    let few: Vec<Vec<FactId>> = least.iter().filter(|set| set.len() <= MOST_FACTS).cloned().collect();
    let told: Vec<Vec<FactId>> = changes.sets.iter().map(|set| facts_of(pack, set)).collect();
    let expected = match changes.extent {
        Completeness::All => told == few && !told.is_empty(),
        Completeness::Smallest => !told.is_empty() && few.starts_with(&told),
        Completeness::TooMany => few.is_empty() && !least.is_empty() && told.is_empty(),
        Completeness::Impossible => least.is_empty() && told.is_empty(),
        Completeness::Limits => told.iter().all(|set| enough.contains(set)),
    };
    if !expected {
        return Err(format!("expected {few:?}"));
    }
    changes.sets.iter().zip(&told).try_for_each(|(change, set)| values_agree(pack, change, set, changes.extent, does))
}

fn facts_of(pack: &Pack, change: &ChangeSet) -> Vec<FactId> {
    let fact = |id: &&str| match pack.name(id) {
        Some(Name::Fact(fact)) => fact,
        _ => panic!("{id} is a fact"),
    };
    change.facts.iter().map(fact).collect()
}

/// Whether the values that are told of a set are those that do.
fn values_agree(
    pack: &Pack,
    change: &ChangeSet,
    set: &[FactId],
    extent: Completeness,
    does: &[&Values],
) -> Result<(), String> {
    let every = assignments(pack, set);
    for values in every {
        let is_told = change.ways.iter().any(|way| {
            let cells = way.0.iter().flat_map(|becomes| becomes.cells.iter().cloned()).collect();
            holds(pack, &values, &When(vec![Clause(cells)]))
        });
        let does = does.contains(&&values);
        let may_lack = change.more || extent == Completeness::Limits;
        if is_told != does && !(may_lack && does) {
            return Err(format!("of {values:?} it is told {is_told}, and it is {does}"));
        }
    }
    Ok(())
}

fn holds(pack: &Pack, values: &Values, when: &When) -> bool {
    let all: Vec<Value> =
        (0..pack.facts.len()).map(|at| values.get(&FactId::at(at)).cloned().unwrap_or(Value::None)).collect();
    let recorded = vec![true; pack.facts.len()];
    // Cells on the facts themselves look at nothing else.
    Evaluation::new(pack, &all, &recorded, 0, None).when(when) == Truth::True
}

/// Every way to give some facts values.
fn assignments(pack: &Pack, set: &[FactId]) -> Vec<Values> {
    set.iter().fold(vec![Values::new()], |all, fact| {
        let declared = &pack.facts[fact.index()];
        let values: Vec<Value> = domain(&declared.kind, declared.optional).collect();
        let with = |before: &Values, value: &Value| {
            let mut with = before.clone();
            with.insert(*fact, value.clone());
            with
        };
        all.iter().flat_map(|before| values.iter().map(move |value| with(before, value))).collect()
    })
}

/// How something stands over the completions of a case.
#[derive(Debug, Clone)]
struct Had {
    is_certain: bool,
    is_excluded: bool,
}

struct Tried {
    /// By change that is one: how every aim stands then.
    changes: BTreeMap<Values, Vec<Had>>,
    set_aside: Vec<FactId>,
}

/// Every change of a case; `None` if there are too many, or too many completions.
fn try_all(pack: &Pack, case: &Case) -> Option<Tried> {
    let mut all = vec![Values::new()];
    for (at, fact) in pack.facts.iter().enumerate() {
        let id = FactId::at(at);
        let values: Vec<Value> = match case.value(id) {
            Some(Value::None) if !fact.optional => continue,
            None if fact.ask.is_none() || fact.sensitive => continue,
            given => domain(&fact.kind, fact.optional).filter(|value| Some(value) != given).collect(),
        };
        let more: Vec<Values> = all
            .iter()
            .flat_map(|before| {
                values.iter().map(move |value| {
                    let mut with = before.clone();
                    with.insert(id, value.clone());
                    with
                })
            })
            .collect();
        all.extend(more);
        if all.len() > LIMIT {
            return None;
        }
    }
    let aims = aims(pack);
    let mut known: HashMap<World, Vec<Option<bool>>> = HashMap::new();
    let mut changes = BTreeMap::new();
    for change in all {
        let changed = with(case, &change, None);
        let held = Known::new(pack, &changed, LIMIT);
        if change.keys().any(|fact| held.set_aside.contains(fact)) || !can_be_asked(pack, case, &change)? {
            continue;
        }
        let worlds = held.released(&BTreeSet::new()).ok()?;
        let mut had = vec![Had { is_certain: true, is_excluded: true }; aims.len()];
        for world in worlds {
            let has = known.entry(world).or_insert_with_key(|world| {
                let evaluation = world.evaluation(pack, case);
                let plan = plan(&evaluation);
                aims.iter()
                    .map(|(_, aim)| match aim {
                        Aim::Element(element) => match plan.get(element) {
                            Some(Has::Undetermined) => None,
                            has => Some(has.is_some()),
                        },
                        Aim::Is(name, value) => match evaluation.outcome(*name) {
                            Outcome::Undetermined => None,
                            outcome => Some(outcome == Outcome::Value(value.clone())),
                        },
                    })
                    .collect()
            });
            for (had, has) in had.iter_mut().zip(has) {
                had.is_certain &= *has == Some(true);
                had.is_excluded &= *has == Some(false);
            }
        }
        changes.insert(change, had);
    }
    let set_aside = Known::new(pack, case, LIMIT).set_aside;
    Some(Tried { changes, set_aside })
}

/// Whether every fact that is given anew applies in every completion of the case with the others.
fn can_be_asked(pack: &Pack, case: &Case, change: &Values) -> Option<bool> {
    for fact in change.keys().filter(|fact| case.value(**fact).is_none()) {
        if pack.facts[fact.index()].applies == When::always() {
            continue;
        }
        let others = with(case, change, Some(*fact));
        let worlds = Known::new(pack, &others, LIMIT).released(&BTreeSet::new()).ok()?;
        if !worlds.iter().all(|world| world.applies[fact.index()]) {
            return Some(false);
        }
    }
    Some(true)
}

fn with(case: &Case, change: &Values, without: Option<FactId>) -> Case {
    let mut changed = case.clone();
    for (fact, value) in change.iter().filter(|(fact, _)| Some(**fact) != without) {
        changed.given[fact.index()] = Some(value.clone());
    }
    changed
}

/// What is looked for, as the oracle knows it.
enum Aim {
    Element(Element),
    Is(Name, Value),
}

/// Everything that can be asked for by name.
fn aims(pack: &Pack) -> Vec<(String, Aim)> {
    let mut aims = Vec::new();
    for (at, action) in pack.actions.iter().enumerate() {
        let id = ActionId::at(at);
        aims.push((action.id.clone(), Aim::Element(Element::Action(id))));
        aims.push((format!("avoid:{}", action.id), Aim::Element(Element::Avoid(id))));
    }
    for (at, step) in pack.steps.iter().enumerate() {
        aims.push((step.id.clone(), Aim::Element(Element::Skip(StepId::at(at)))));
    }
    for (action, parameter) in (0..pack.actions.len()).flat_map(|at| (0..pack.parameters.len()).map(move |of| (at, of)))
    {
        let name = format!("{}.{}", pack.actions[action].id, pack.parameters[parameter].id);
        let (action, parameter) = (ActionId::at(action), ParameterId::at(parameter));
        let sets = |rule: &Rule| rule.recommend.contains(&action) && rule.with.iter().any(|(own, _)| *own == parameter);
        if pack.rules.iter().any(sets) {
            aims.push((name, Aim::Element(Element::Parameter(action, parameter))));
        }
    }
    for (at, derived) in pack.derived.iter().enumerate() {
        let is_list = match &derived.definition {
            Definition::Output { table, .. } => pack.tables[table.index()].hit.is_list(),
            _ => false,
        };
        if is_list || matches!(derived.kind, Type::Several(_) | Type::Text) {
            continue;
        }
        let name = Name::Derived(amends::model::DerivedId::at(at));
        let (least, _) = derived.kind.range().expect("a scalar");
        let middle = if derived.kind == Type::YesNo { 1 } else { least + 1 };
        let text = amends::model::value::print_scalar(middle, &derived.kind);
        aims.push((format!("{}={text}", derived.id), Aim::Is(name, Value::Scalar(middle))));
    }
    aims
}

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
