//! Two packs differ where enumeration says so, in as many cases, and nowhere else; every case that is told does differ.

mod cases;
mod edit;

use std::collections::BTreeMap;

use amends::case::{Case, from_json};
use amends::difference::{PlanChange, Seen, Subject, Verdict, compare};
use amends::engine::Engine;
use amends::model::{Pack, RoleId};
use amends::plan::Shown;
use fastrand::Rng;
use oracle::generate::{TODAY, generate};
use oracle::print;

use cases::{Both, Planned};
use edit::EDITS;

/// How many packs are tried, each with one edit of every kind.
const PACKS: u64 = 160;

#[test]
fn the_difference_of_two_packs_is_that_of_their_plans() {
    let mut seen: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let (mut shares, mut of_changes, mut orders, mut beside) = (0, 0, 0, 0);
    for seed in 0..PACKS {
        let (mut old, _) = generate(seed);
        edit::name_rows(&mut old);
        let Some(raw) = cases::every(&old) else { continue };
        let planned = Planned::of(&old, &raw);
        for (at, (kind, edit)) in EDITS.iter().enumerate() {
            let mut new = old.clone();
            let mut random = Rng::with_seed(seed * 100 + at as u64);
            if !edit(&mut new, &mut random) {
                continue;
            }
            let told = compare(&engine(&old), &engine(&new), TODAY);
            let edited = Planned::of(&new, &raw);
            let both = Both { old: &planned, new: &edited };
            let context = || format!("seed {seed} {kind}\n{}\n{}\n{told:#?}", print::pack(&old), print::pack(&new));
            let differing = both.differing();
            let verdict = match told.plans {
                Verdict::Equal => {
                    assert_eq!(differing, 0, "{}", context());
                    0
                }
                Verdict::Different => {
                    assert!(differing > 0, "{}", context());
                    1
                }
                Verdict::Undecided => 2,
            };
            seen.entry(kind).or_default()[verdict] += 1;
            if !told.share.at_most && told.undecided.is_empty() {
                assert!(is_close(told.share.of_all, differing, raw.len()), "{differing} {} {}", raw.len(), context());
                shares += usize::from(differing > 0);
            }
            assert_eq!(edit::is_beside(kind), !told.beside.is_empty(), "{}", context());
            beside += told.beside.len();
            for change in &told.changes {
                assert!(differs(&old, &new, change), "{change:#?} {}", context());
                assert!(is_shown(change), "{change:#?} {}", context());
                orders += usize::from(matches!(change.subject, Subject::Order { .. }));
                // Where a formula comes to the same value, that is told of the formula.
                let is_single = |other: &&PlanChange| other.subject == change.subject && other.before == Seen::Formula;
                let is_exact = !change.share.at_most && !told.changes.iter().any(|other| is_single(&other));
                if let Some(count) = both.counted(change).filter(|_| is_exact) {
                    assert!(is_close(change.share.of_all, count, raw.len()), "{count} {change:#?} {}", context());
                    of_changes += 1;
                }
            }
        }
    }
    let sum = |verdict: usize| seen.values().map(|verdicts| verdicts[verdict]).sum::<usize>();
    assert!(sum(0) > 500 && sum(1) > 200 && sum(2) * 20 < sum(1), "{seen:?}");
    assert!(shares > 200 && of_changes > 300 && orders > 15 && beside > 100, "{shares} {of_changes} {orders} {beside}");
    for (kind, verdicts) in &seen {
        assert!(verdicts[0] + verdicts[1] > 5, "{kind}: {seen:?}");
        assert!(!edit::is_refactoring(kind) || verdicts[1] == 0, "{kind}: {seen:?}");
    }
}

fn engine(pack: &Pack) -> Engine {
    Engine::new(pack.clone(), String::new())
}

fn is_close(share: f64, count: usize, of: usize) -> bool {
    (share - count as f64 / of as f64).abs() < 1e-9
}

/// Whether the case that is told has what is told of it.
fn is_shown(change: &PlanChange) -> bool {
    let fits = |said: &Seen, seen: &Seen| match (said, seen) {
        (Seen::Formula, _) => true,
        (Seen::Value(Shown::List(said)), Seen::Value(Shown::List(seen))) => {
            said.len() == seen.len() && said.iter().all(|item| seen.contains(item))
        }
        (Seen::Undetermined, Seen::Absent) => matches!(change.subject, Subject::Conflict { .. }),
        _ => said == seen,
    };
    fits(&change.before, &change.witness.before) && fits(&change.after, &change.witness.after)
}

/// Whether the oracle's plans differ in the case that is told.
fn differs(old: &Pack, new: &Pack, change: &PlanChange) -> bool {
    let case = |pack: &Pack, json: &dyn ToString| -> Case {
        let mut case = from_json(json.to_string().as_bytes(), pack, TODAY).expect("a case of the pack");
        if let Subject::Approval { roles } = &change.subject {
            case.role = pack.roles.iter().position(|role| roles.first() == Some(&role.id)).map(RoleId::at);
        }
        case
    };
    // Whether it is known of a fact that has a value is no part of what a case says.
    if !change.witness.unrecorded.is_empty() {
        return true;
    }
    let before = cases::elements(old, &case(old, &change.witness.case));
    let after = cases::elements(new, &case(new, change.witness.new_case.as_ref().unwrap_or(&change.witness.case)));
    before != after
}
