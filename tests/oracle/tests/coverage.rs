//! What the random packs reach: the comparison of engine and oracle is worth as much as this.

use std::collections::BTreeMap;

use amends::case::Case;
use amends::model::{Cell, Definition, Demand, End, Entry, Formula, Name, Pack, Place, Test, Type, When};
use oracle::generate::generate;
use oracle::{Answer, Element, Has, Outcome, Settled, Status, ask};

const SEEDS: u64 = 600;
const LIMIT: usize = 5_000;

/// What is noted under a name that is made where it is found, and so would not be missed.
const NAMED: &[&str] = &[
    "hit policy Unique",
    "hit policy Any",
    "hit policy Priority",
    "hit policy First",
    "hit policy RuleOrder",
    "hit policy OutputOrder",
    "hit policy Collect",
    "hit policy CollectSum",
    "hit policy CollectMin",
    "hit policy CollectMax",
    "hit policy CollectCount",
    "with, wins Least",
    "with, wins Greatest",
    "with, wins Conflict",
    "value rounded HalfUp",
    "value rounded HalfDown",
    "value rounded HalfEven",
    "value rounded Up",
    "value rounded Down",
    "value rounded Ceiling",
    "value rounded Floor",
    "formula constant",
    "formula now",
    "formula name",
    "formula setting",
    "formula +",
    "formula -",
    "formula *",
    "formula /",
    "formula negation",
    "formula min",
    "formula max",
    "formula floor",
    "formula round HalfUp",
    "formula round HalfDown",
    "formula round HalfEven",
    "formula round Up",
    "formula round Down",
    "formula round Ceiling",
    "formula round Floor",
    "formula date + Days",
    "formula date + Weeks",
    "formula date + Months",
    "formula date + BusinessDays",
    "formula days between, business true",
    "formula days between, business false",
    "formula date - date",
    "before with an action",
    "before with a step",
    "first with an action",
    "first with a step",
    "skip of a must",
    "conflict of order",
    "conflict of authority",
    "conflict of a parameter",
    "conflict of a value",
    "conflict of a table without a row that fits",
    "conflict of one row of a table",
    "conflict of several rows of a table",
    "row with an unknown cell",
    "rule with an unknown cell",
    "gate with an unknown cell",
    "condition with an unknown cell",
    "row on a derived quantity",
    "rule on a derived quantity",
    "gate on a derived quantity",
    "condition on a derived quantity",
    "equality of two quantities",
    "equality with a setting",
    "comparison of two quantities",
    "comparison with a setting",
];

/// How often something was reached.
#[derive(Default)]
struct Reached(BTreeMap<String, usize>);

impl Reached {
    fn note(&mut self, what: impl Into<String>, reached: bool) {
        *self.0.entry(what.into()).or_default() += usize::from(reached);
    }
}

#[test]
fn random_packs_and_cases_reach_every_part_of_the_language_and_every_kind_of_answer() {
    let mut reached = Reached::default();
    for name in NAMED {
        reached.note(*name, false);
    }
    let mut most = 0;
    for seed in 0..SEEDS {
        let (pack, cases) = generate(seed);
        written(&pack, &mut reached);
        for case in &cases {
            let answer = ask(&pack, case, LIMIT).unwrap_or_else(|_| panic!("seed {seed} has too many completions"));
            most = most.max(answer.completions);
            answered(&pack, case, &answer, &mut reached);
        }
    }
    let rare: Vec<_> = reached.0.iter().filter(|(_, times)| **times < 15).collect();
    assert!(rare.is_empty(), "seldom reached in {SEEDS} packs: {rare:?}");
    assert!(most > 500, "the largest case has {most} completions only");
}

/// What stands in a pack.
fn written(pack: &Pack, reached: &mut Reached) {
    for fact in &pack.facts {
        reached.note("fact that is optional", fact.optional);
        reached.note("fact with a default", fact.default.is_some());
        reached.note("fact that is never asked", fact.ask.is_none());
        reached.note("fact with usual values", fact.usual.is_some());
        reached.note("several", matches!(fact.kind, Type::Several(_)));
        reached.note("level", matches!(fact.kind, Type::Level(_)));
        reached.note("money", matches!(fact.kind, Type::Money { .. }));
        reached.note("date", matches!(fact.kind, Type::Date { .. }));
        reached.note("duration", matches!(fact.kind, Type::Duration { .. }));
        let reads = |name: Name| fact.applies.cells().any(|cell| cell.of == name);
        let earlier = |name| matches!(name, Name::Fact(other) if pack.facts[other.index()].applies != When::always());
        reached.note("applies", fact.applies != When::always());
        reached.note("applies on a derived quantity", fact.applies.cells().any(|cell| is_derived(cell.of)));
        reached.note("chain of applies", fact.applies.cells().any(|cell| earlier(cell.of)));
        let later = pack.facts.iter().position(|declared| declared.id == fact.id).expect("itself") + 1;
        reached.note(
            "applies that reads a later fact",
            (later..pack.facts.len()).any(|at| reads(oracle::build::name(at))),
        );
    }
    for derived in &pack.derived {
        match &derived.definition {
            Definition::Condition(condition) => {
                reached.note("condition with unless", !condition.unless.0.is_empty());
                whens("condition", &[&condition.when, &condition.unless], pack, reached);
            }
            Definition::Value(value) => {
                formula(&value.formula, reached);
                reached.note("at_most", value.at_most.is_some());
                reached.note("at_least", value.at_least.is_some());
                reached.note("both bounds", value.at_most.is_some() && value.at_least.is_some());
                if let Some((mode, _)) = &value.round {
                    reached.note(format!("value rounded {mode:?}"), true);
                }
            }
            Definition::Output { .. } => {}
        }
    }
    for table in &pack.tables {
        reached.note(format!("hit policy {:?}", table.hit), true);
        reached.note(format!("{:?} with several outputs", table.hit), table.outputs.len() > 1);
        reached.note("gate", table.when != When::always());
        reached.note("dated_by with validity", table.dated_by != Name::Now && table.rows.iter().any(has_validity));
        reached.note("dated_by a derived date", is_derived(table.dated_by));
        let optional = |output: &amends::model::DerivedId| pack.derived[output.index()].optional;
        reached.note("optional output", table.outputs.iter().any(optional));
        whens("gate", &[&table.when], pack, reached);
        for (at, row) in table.rows.iter().enumerate() {
            whens("row", &[&row.when, &row.unless], pack, reached);
            reached.note(format!("otherwise in {:?}", table.hit), row.otherwise);
            reached.note("otherwise before the last row", row.otherwise && at + 1 < table.rows.len());
            reached.note("row with unless", !row.unless.0.is_empty());
            reached.note("row with an id", row.id.is_some());
            for entry in &row.entries {
                reached.note("undecided", *entry == Entry::Undecided);
                if let Entry::Formula(of) = entry {
                    formula(of, reached);
                }
            }
        }
    }
    for rule in &pack.rules {
        whens("rule", &[&rule.when, &rule.unless], pack, reached);
        reached.note("unless with several clauses", rule.unless.0.len() > 1);
        reached.note("avoid", !rule.avoid.is_empty());
        reached.note("rule with validity", rule.grounds.valid_from.or(rule.grounds.valid_until).is_some());
        reached.note("skip", !rule.skip.is_empty());
        for step in &rule.skip {
            reached.note("skip of a must", pack.actions.iter().any(|action| action.must && action.step == *step));
        }
        for demand in &rule.demands {
            let (kind, places) = match demand {
                Demand::Before(first, second) => ("before", vec![first, second]),
                Demand::First(first) => ("first", vec![first]),
            };
            for place in places {
                reached.note(format!("{kind} with an action"), matches!(place, Place::Action(_)));
                reached.note(format!("{kind} with a step"), matches!(place, Place::Step(_)));
            }
        }
        for (parameter, entry) in &rule.with {
            let wins = pack.parameters[parameter.index()].wins;
            reached.note(format!("with, wins {wins:?}"), true);
            reached.note("with a formula", matches!(entry, Entry::Formula(_)));
        }
    }
    reached.note("compensation", pack.compensation.is_some());
    reached.note("pack without roles", pack.roles.is_empty());
    reached.note("roles without an agent", !pack.roles.is_empty() && pack.roles[0].id != "agent");
}

fn has_validity(row: &amends::model::Row) -> bool {
    row.grounds.valid_from.or(row.grounds.valid_until).is_some()
}

fn is_derived(name: Name) -> bool {
    matches!(name, Name::Derived(_))
}

fn whens(place: &str, whens: &[&When], pack: &Pack, reached: &mut Reached) {
    for cell in whens.iter().flat_map(|when| when.cells()) {
        reached.note(format!("{place} on a derived quantity"), is_derived(cell.of));
        for test in &cell.tests {
            tests(place, cell, test, pack, reached);
        }
    }
}

fn tests(place: &str, cell: &Cell, test: &Test, pack: &Pack, reached: &mut Reached) {
    reached.note("cell `-`", *test == Test::Any);
    reached.note("cell `none`", *test == Test::None);
    reached.note(format!("{place} with an unknown cell"), *test == Test::Unknown);
    reached.note("cell `not(unknown)`", *test == Test::Not(vec![Test::Unknown]));
    reached.note("cell `not(none)`", *test == Test::Not(vec![Test::None]));
    reached.note("cell that is a list", cell.tests.len() > 1);
    reached.note("cell on now", cell.of == Name::Now);
    reached.note("cell on a several", matches!(pack.type_of(cell.of), Type::Several(_)));
    match test {
        Test::Not(members) => {
            reached.note("cell `not(…)` of several", members.len() > 1);
            members.iter().for_each(|member| tests(place, cell, member, pack, reached));
        }
        Test::Is(end) => ends("equality", end, reached),
        Test::Range { low, high } => {
            reached.note("interval", low.is_some() && high.is_some());
            low.iter().chain(high).for_each(|bound| {
                reached.note("exclusive bound", !bound.inclusive);
                ends("comparison", &bound.end, reached);
            });
        }
        Test::Any | Test::None | Test::Unknown => {}
    }
}

fn ends(kind: &str, end: &End, reached: &mut Reached) {
    reached.note(format!("{kind} with a setting"), matches!(end, End::Setting(_)));
    reached.note(format!("{kind} of two quantities"), matches!(end, End::Name(_)));
}

fn formula(of: &Formula, reached: &mut Reached) {
    let operator = match of {
        Formula::Constant { .. } => "constant".to_owned(),
        Formula::Name(Name::Now) => "now".to_owned(),
        Formula::Name(_) => "name".to_owned(),
        Formula::Setting(_) => "setting".to_owned(),
        Formula::Add(..) => "+".to_owned(),
        Formula::Subtract(..) => "-".to_owned(),
        Formula::Multiply(..) => "*".to_owned(),
        Formula::Divide(..) => "/".to_owned(),
        Formula::Negate(_) => "negation".to_owned(),
        Formula::Min(_) => "min".to_owned(),
        Formula::Max(_) => "max".to_owned(),
        Formula::Floor(_) => "floor".to_owned(),
        Formula::Round { mode, .. } => format!("round {mode:?}"),
        Formula::DateShift { unit, .. } => format!("date + {unit:?}"),
        Formula::DaysBetween { business, .. } => format!("days between, business {business}"),
        Formula::DateDifference(..) => "date - date".to_owned(),
    };
    reached.note(format!("formula {operator}"), true);
    match of {
        Formula::Constant { .. } | Formula::Name(_) | Formula::Setting(_) => {}
        Formula::Add(a, b)
        | Formula::Subtract(a, b)
        | Formula::Multiply(a, b)
        | Formula::Divide(a, b)
        | Formula::DateDifference(a, b)
        | Formula::DateShift { date: a, count: b, .. }
        | Formula::DaysBetween { from: a, to: b, .. }
        | Formula::Round { of: a, step: b, .. } => [a, b].into_iter().for_each(|part| formula(part, reached)),
        Formula::Negate(a) | Formula::Floor(a) => formula(a, reached),
        Formula::Min(parts) | Formula::Max(parts) => parts.iter().for_each(|part| formula(part, reached)),
    }
}

/// What is said of a case.
fn answered(pack: &Pack, case: &Case, answer: &Answer, reached: &mut Reached) {
    for status in [Status::Certain, Status::Possible, Status::Undetermined, Status::Excluded] {
        let is = |element: &Element| answer.status(element) == status;
        let action = |at| Element::Action(amends::model::ActionId::at(at));
        reached.note(format!("{status:?} action"), (0..pack.actions.len()).any(|at| is(&action(at))));
        if status != Status::Excluded {
            let any = |of: fn(&Element) -> bool| answer.elements.keys().any(|element| of(element) && is(element));
            reached.note(format!("{status:?} parameter"), any(|element| matches!(element, Element::Parameter(..))));
            reached.note(format!("{status:?} skip"), any(|element| matches!(element, Element::Skip(_))));
            reached.note(format!("{status:?} avoid"), any(|element| matches!(element, Element::Avoid(_))));
            reached.note(format!("{status:?} approval"), any(|element| *element == Element::Approval));
        }
    }
    for settled in [Settled::Yes, Settled::UnderAssumptions, Settled::Open] {
        reached.note(format!("settled {settled:?}"), answer.settled == settled);
        let differs = answer.steps.contains(&settled) && answer.settled != settled;
        reached.note(format!("step settled {settled:?} unlike the plan"), differs || settled == Settled::Open);
    }
    for derived in &answer.derived {
        reached.note("derived, one value", derived.len() == 1);
        reached.note("derived, several values", derived.len() > 1);
        reached.note("derived, undetermined", derived.iter().eq([&Outcome::Undetermined]));
        let sometimes = derived.contains(&Outcome::Undetermined) && derived.len() > 1;
        reached.note("derived, sometimes undetermined", sometimes);
        reached.note("derived list", derived.iter().any(|outcome| matches!(outcome, Outcome::List(_))));
    }
    for element in answer.elements.keys() {
        if let Element::Conflict(conflict) = element {
            let place = match conflict.place.as_str() {
                "order" => "order",
                "authority" => "authority",
                id if pack.parameters.iter().any(|parameter| parameter.id == id) => "a parameter",
                id if pack.tables.iter().any(|table| table.id == id) => match conflict.rows.len() {
                    0 => "a table without a row that fits",
                    1 => "one row of a table",
                    _ => "several rows of a table",
                },
                _ => "a value",
            };
            reached.note(format!("conflict of {place}"), true);
        }
    }
    let moved = |element: &Element| match element {
        Element::Order(first, second) => first > second,
        _ => false,
    };
    reached.note("order unlike the default", answer.elements.keys().any(moved));
    reached.note("approval of nobody", answer.elements.values().any(|seen| seen.contains(&Some(Has::Nobody))));
    reached.note("set aside", !answer.set_aside.is_empty());
    reached.note("unaskable", !answer.unaskable.is_empty());
    reached.note("assumption that matters", answer.assumptions.values().any(|matters| *matters));
    reached.note("assumption that does not matter", answer.assumptions.values().any(|matters| !matters));
    reached.note("certain under an assumption", answer.assuming.values().any(|assuming| !assuming.is_empty()));
    reached.note("certain under two assumptions", answer.assuming.values().any(|assuming| assuming.len() > 1));
    reached.note("provisional", !answer.provisional.is_empty());
    reached.note("role of the case", case.role.is_some());
    reached.note("given as none", case.given.contains(&Some(amends::model::Value::None)));
    let declined = case.declined.iter().any(|fact| !answer.asked.contains(fact));
    reached.note("declined", declined);
    let default_not_assumed = pack.facts.iter().enumerate().any(|(at, fact)| {
        fact.default.is_some() && case.given[at].is_none() && {
            let known = oracle::complete::Known::new(pack, case, LIMIT);
            !known.assumed.contains(&amends::model::FactId::at(at))
        }
    });
    reached.note("default that is not assumed", default_not_assumed);
}
