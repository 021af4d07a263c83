//! Parameters set in conflict and amounts beyond their limits, as found of random packs, are those that the oracle meets in
//! some case.

use std::collections::{BTreeMap, BTreeSet};

use amends::case::Case;
use amends::engine::Engine;
use amends::model::{Definition, DerivedId, Entry, Hit, Name, Pack, ParameterId, Table, TableId, Value};
use amends::plan::row_name;
use amends::proof::{Finding, Kind, Subject, rules};
use oracle::complete::every_case;
use oracle::generate::{TODAY, generate};
use oracle::plan::plan;
use oracle::{Conflict, Element, Outcome, World, may_blur, print};

/// How many packs are tried.
const PACKS: u64 = 700;

/// Packs with more complete cases than this are passed over.
const LIMIT: usize = 300;

/// Of a place with more conflicts some are not shown.
const FEW: usize = 2;

/// What must come up in the findings, each at least some times.
const KINDS: [&str; 7] = [
    "a parameter of two rules",
    "a parameter of three rules",
    "a value beyond its limits",
    "a row beyond its limits",
    "a setting beyond its limits",
    "less than nothing is paid",
    "nobody may give so much",
];

#[test]
fn parameters_at_odds_and_amounts_beyond_their_limits_are_those_of_some_case() {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut told, mut missed) = (0, 0);
    for seed in 0..PACKS {
        let (mut pack, _) = generate(seed);
        // A calendar that knows all days: that one does not is no fault of an amount.
        if let Some(calendar) = &mut pack.calendar {
            calendar.covers = (TODAY - 10_000, TODAY + 10_000);
        }
        let Some(worlds) = every_case(&pack, TODAY, LIMIT) else { continue };
        let is_exact = !may_blur(&pack, &Case::empty(pack.facts.len(), TODAY));
        let found = rules::examine(&Engine::new(pack.clone(), String::new()), TODAY);
        let met = Met::of(&pack, &worlds);
        let conflicts_of = |place: &str| met.conflicts.iter().filter(|conflict| conflict.place == place).count();
        for (kind, found, met) in [
            ("a parameter of two rules", parameters(&pack, &found, 2), met.parameters(2)),
            ("a parameter of three rules", parameters(&pack, &found, 3), met.parameters(3)),
            ("a value beyond its limits", values(&pack, &found), met.values(&pack)),
            ("a row beyond its limits", rows(&pack, &found), met.rows(&pack)),
            ("a setting beyond its limits", settings(&pack, &found), met.settings(&pack)),
            ("less than nothing is paid", messages(&found, "less than nothing"), met.below_zero()),
            ("nobody may give so much", messages(&found, "more than any role"), met.beyond_all_roles()),
        ] {
            *seen.entry(kind).or_default() += found.len();
            told += found.len();
            let because = || format!("seed {seed}, {kind}: {found:?}, met: {met:?}\n{}", print::pack(&pack));
            assert!(found.is_subset(&met.may), "{}", because());
            // Of each place only the first are shown.
            let lacking = met.must.difference(&found).filter(|(place, _)| conflicts_of(place) <= FEW).count();
            missed += lacking;
            assert!(lacking == 0 || !is_exact, "{}", because());
        }
    }
    for kind in KINDS {
        assert!(seen.get(kind).copied().unwrap_or(0) >= 15, "{kind}: {seen:?}");
    }
    assert!(missed * 20 <= told, "{missed} missed, {told} told");
}

/// A place, and the rule or row that is shown, or all of them.
type Places = BTreeSet<(String, Vec<String>)>;

/// What findings may tell of, and what they must.
#[derive(Debug)]
struct Expected {
    may: Places,
    must: Places,
}

impl Expected {
    fn exactly(places: Places) -> Expected {
        Expected { may: places.clone(), must: places }
    }
}

/// The conflicts that some case shows, and whether some case pays less than nothing.
struct Met {
    conflicts: BTreeSet<Conflict>,
    pays_below_zero: bool,
}

impl Met {
    fn of(pack: &Pack, worlds: &[World]) -> Met {
        let mut met = Met { conflicts: BTreeSet::new(), pays_below_zero: false };
        let nothing = Case::empty(pack.facts.len(), TODAY);
        for world in worlds {
            let evaluation = world.evaluation(pack, &nothing);
            for element in plan(&evaluation).into_keys() {
                if let Element::Conflict(conflict) = element {
                    met.conflicts.insert(conflict);
                }
            }
            // What no plan reads can be wrong as well.
            for derived in (0..pack.derived.len()).map(DerivedId::at) {
                met.conflicts.extend(evaluation.conflicts(derived).iter().cloned());
            }
            let amount = pack.compensation.as_ref().map(|compensation| Name::Derived(compensation.amount));
            let amount = amount.map(|amount| evaluation.outcome(amount));
            met.pays_below_zero |= matches!(amount, Some(Outcome::Value(Value::Scalar(..0))));
        }
        met
    }

    /// Conflicts of some places, each by the rule or row that findings show of it.
    fn at(&self, is_there: impl Fn(&Conflict) -> bool) -> Places {
        let there = self.conflicts.iter().filter(|conflict| is_there(conflict));
        there.map(|conflict| (conflict.place.clone(), conflict.rows.first().into_iter().cloned().collect())).collect()
    }

    /// P3: so many rules set a parameter to different values.
    fn parameters(&self, rules: usize) -> Expected {
        let own = self.conflicts.iter().filter(|conflict| conflict.place == "agreed" && conflict.rows.len() == rules);
        Expected::exactly(own.map(|conflict| (conflict.place.clone(), conflict.rows.clone())).collect())
    }

    fn values(&self, pack: &Pack) -> Expected {
        let is_value = |place: &str| {
            let own = pack.derived.iter().find(|derived| derived.id == place);
            own.is_some_and(|derived| matches!(derived.definition, Definition::Value(_)))
        };
        Expected::exactly(self.at(|conflict| is_value(&conflict.place)))
    }

    /// T14: what a row says, and what several come to together. A row that leaves something undecided is in conflict for
    /// that, rows that meet where one may fit for that.
    fn rows(&self, pack: &Pack) -> Expected {
        let table = |place: &str| pack.tables.iter().find(|table| table.id == place);
        let decides = |table: &Table, row: &str| {
            let at = (0..table.rows.len()).find(|at| row_name(Some(table), *at) == row).expect("a row");
            !table.rows[at].entries.contains(&Entry::Undecided)
        };
        let must = |conflict: &Conflict| match (table(&conflict.place), conflict.rows.as_slice()) {
            (Some(table), [row]) => decides(table, row),
            (Some(table), [_, _, ..]) => matches!(table.hit, Hit::CollectSum | Hit::CollectMin | Hit::CollectMax),
            _ => false,
        };
        let may = self.at(|conflict| table(&conflict.place).is_some() && !conflict.rows.is_empty());
        Expected { may, must: self.at(must) }
    }

    /// P4: what a single rule sets a parameter to; a rule that leaves it undecided is in conflict for that.
    fn settings(&self, pack: &Pack) -> Expected {
        let parameter = |place: &str| pack.parameters.iter().position(|own| own.id == place);
        let is_one = |conflict: &Conflict| parameter(&conflict.place).is_some() && conflict.rows.len() == 1;
        let decides = |conflict: &Conflict| {
            let rule = pack.rules.iter().find(|own| own.id == conflict.rows[0]).expect("a rule");
            let own = |(own, entry): &(ParameterId, Entry)| {
                Some(own.index()) == parameter(&conflict.place) && *entry != Entry::Undecided
            };
            rule.with.iter().any(own)
        };
        Expected { may: self.at(is_one), must: self.at(|conflict| is_one(conflict) && decides(conflict)) }
    }

    fn below_zero(&self) -> Expected {
        Expected::exactly(self.pays_below_zero.then(anywhere).into_iter().collect())
    }

    /// P7: no role suffices.
    fn beyond_all_roles(&self) -> Expected {
        let is_there = self.conflicts.iter().any(|conflict| conflict.place == "authority");
        Expected::exactly(is_there.then(anywhere).into_iter().collect())
    }
}

fn anywhere() -> (String, Vec<String>) {
    (String::new(), Vec::new())
}

/// What findings say of parameters that so many rules set.
fn parameters(pack: &Pack, found: &[Finding], rules: usize) -> Places {
    let clashes = found.iter().filter(|finding| finding.kind == Kind::ParameterClash);
    let of = clashes.map(|finding| {
        let all = finding.related.iter().map(|(subject, _)| *subject).chain([finding.of]);
        let ids = all.map(|subject| match subject {
            Subject::Rule(rule) => pack.rules[rule].id.clone(),
            other => panic!("{other:?} sets no parameter"),
        });
        ("agreed".to_owned(), ids.collect::<Vec<_>>())
    });
    of.filter(|(_, all)| all.len() == rules).collect()
}

fn out_of_limits<'a>(found: &'a [Finding]) -> impl Iterator<Item = &'a Finding> + use<'a> {
    let is_amount = |finding: &&Finding| {
        finding.message.contains("can leave its limits") || finding.message.contains("can divide by zero")
    };
    found.iter().filter(|finding| finding.kind == Kind::OutOfLimits).filter(is_amount)
}

fn values(pack: &Pack, found: &[Finding]) -> Places {
    let of = out_of_limits(found).filter_map(|finding| match finding.of {
        Subject::Derived(derived) => Some((pack.derived[derived.index()].id.clone(), Vec::new())),
        _ => None,
    });
    of.collect()
}

fn rows(pack: &Pack, found: &[Finding]) -> Places {
    let table = |id: TableId| &pack.tables[id.index()];
    let of = out_of_limits(found).filter_map(|finding| match finding.of {
        Subject::Row(id, row) => Some((table(id).id.clone(), vec![row_name(Some(table(id)), row)])),
        _ => None,
    });
    of.collect()
}

/// What rules set parameters to; which parameter stands in the message.
fn settings(pack: &Pack, found: &[Finding]) -> Places {
    let of = out_of_limits(found).filter_map(|finding| match finding.of {
        Subject::Rule(rule) => {
            let id = finding.message.split('`').nth(1).expect("an id").to_owned();
            Some((id, vec![pack.rules[rule].id.clone()]))
        }
        _ => None,
    });
    of.collect()
}

fn messages(found: &[Finding], words: &str) -> Places {
    found.iter().filter(|finding| finding.message.contains(words)).map(|_| anywhere()).collect()
}
