//! The difference between two packs: where, of all cases that both can hold, their plans are not equal.
//!
//! Facts are matched by id ([`vocabulary`]): the cases in common are those whose values both packs know, and what else a
//! pack knows of facts is said beside ([`facts`]). Each pack is put into all its cases alone ([`half`]), with its facts cut
//! where its own rules tell cases apart. Its diagrams are then taken over into one world of the cases in common
//! ([`import`]), where equal functions are one node: names of tables, conditions, rules and derived quantities have no part
//! in it, so a refactoring makes no difference. What plans say is paired by id ([`subject`], [`common`]), and where a pair is
//! not equal is a diagram ([`delta`], for the order of actions [`mod@order`]). If it holds nowhere, equality is proved for
//! every case. Else its paths are cases; each is put to both packs as they are, and told only if their plans differ in it
//! ([`witness`], [`replay`]). Where neither a case nor a proof is found, that is said.
//!
//! The plans that both packs make of a recorded case, complete or not, are held against each other as they are
//! ([`recorded`]).

mod alignment;
mod common;
mod delta;
mod facts;
mod half;
mod import;
mod movers;
mod order;
mod outgrown;
mod recorded;
mod replay;
mod report;
mod side;
mod subject;
mod vocabulary;
mod witness;
mod wording;

use crate::engine::Engine;
use crate::engine::diagram::{Node, leaf_id};
use crate::engine::world::{Meaning, World};
use crate::model::{FactId, date};
use crate::plan::PackIdentity;
use crate::sorted::{Set, sort_by};
use crate::space::{Cases, Regions, share};

pub use facts::{FactChange, FactDifference};
pub use recorded::{CaseChange, between};
pub use report::{Difference, Limit, PlanChange, Share, Undecided, Verdict, Witness};
pub use side::{Both, Side};
pub use subject::{Seen, Stands, Subject};
pub use wording::Wording;

use alignment::Alignment;
use common::{Compared, Setting};
use delta::Delta;
use half::Half;
use replay::{Packs, Shortest};
use vocabulary::Vocabulary;
use witness::{Found, find, is_outer, sample};

/// What differs between the plans of two packs, for every case that both can hold. `today`, in days since 1970-01-01, is the
/// date of all cases.
pub fn compare(old: &Engine, new: &Engine, today: i64) -> Difference {
    let vocabulary = Vocabulary::of(&old.pack, &new.pack);
    let is_shared = |id: &String| new.pack.roles.iter().any(|role| role.id == *id);
    let roles: Vec<String> = old.pack.roles.iter().map(|role| role.id.clone()).filter(is_shared).collect();
    let packs = Packs {
        engines: Both { old, new },
        today,
        vocabulary: &vocabulary,
        alignment: Alignment::of(&old.pack, &new.pack),
        roles,
    };
    // The order of facts that suits one pack may not suit the other.
    let mut told = told_in(&packs, &order(&vocabulary, &packs.engines, Side::Old));
    if told.undecided.iter().any(|undecided| undecided.because == Limit::Size) {
        let other = told_in(&packs, &order(&vocabulary, &packs.engines, Side::New));
        if other.undecided.len() < told.undecided.len() {
            told = other;
        }
    }
    let identity = |engine: &Engine| PackIdentity {
        id: engine.pack.id.clone(),
        version: engine.pack.version.clone(),
        hash: engine.hash.clone(),
    };
    Difference {
        old: identity(old),
        new: identity(new),
        now: date::print(today),
        plans: match (told.changes.is_empty(), told.undecided.iter().any(|own| own.subject.is_element())) {
            (false, _) => Verdict::Different,
            (true, true) => Verdict::Undecided,
            (true, false) => Verdict::Equal,
        },
        share: told.share,
        changes: told.changes,
        beside: told.beside,
        undecided: told.undecided,
        unchanged: told.unchanged,
        facts: facts::differences(&old.pack, &new.pack),
        words: wording::wordings(&old.pack, &new.pack, &packs.alignment),
    }
}

/// What is found with one order of facts.
struct Told {
    changes: Vec<PlanChange>,
    beside: Vec<PlanChange>,
    undecided: Vec<Undecided>,
    unchanged: usize,
    share: Share,
}

fn told_in(packs: &Packs<'_>, order: &[FactId]) -> Told {
    let vocabulary = packs.vocabulary;
    let engines = Both::each(|side| {
        let mut engine = packs.engine(side).clone();
        engine.layout.order = order.iter().filter_map(|fact| vocabulary.own(*fact, side)).collect();
        engine
    });
    let halves = Both::each(|side| Half::of(engines.of(side), side, &packs.roles, packs.today));
    let same_calendar = engines.old.pack.calendar == engines.new.pack.calendar;
    let setting = Setting { vocabulary, alignment: &packs.alignment, same_calendar };
    let engine = common::engine(vocabulary, &halves, order);
    let mut compared = Compared::default();
    let mut world = Cases::all(&engine, packs.today).build(&mut |world, _| {
        compared = common::compare(world, &halves, &setting);
    });
    conclude(packs, &mut world, compared, &halves)
}

/// Looks for a case of each difference that the diagrams allow.
fn conclude(packs: &Packs<'_>, world: &mut World<'_>, compared: Compared, halves: &Both<Half<'_>>) -> Told {
    let (mut seen, mut open): (Vec<(&Delta, Shortest)>, Vec<&Delta>) = (Vec::new(), Vec::new());
    for delta in &compared.deltas {
        match world.attempt(|world| find(packs, world, delta)).unwrap_or(Found::Open) {
            Found::Nowhere => {}
            Found::Witness(shortest) => seen.push((delta, *shortest)),
            Found::Open => open.push(delta),
        }
    }
    // Two packs that say the same in the same words differ nowhere, however much that is.
    if packs.engines.old.pack == packs.engines.new.pack {
        open.clear();
    }
    let is_exceeded = world.is_any_outgrown() || halves.iter().any(|half| half.world.diagrams.exceeded());
    let (mut changes, mut beside, mut undecided) = (Vec::new(), Vec::new(), Vec::new());
    let mut anywhere = Node::NO;
    for (delta, found) in open.iter().zip(sample(packs, world, &open)) {
        if let Some(shortest) = found {
            seen.push((*delta, shortest));
            continue;
        }
        let is_blurred = world.diagrams.leaves(delta.there).contains(&leaf_id::BLURRED);
        let outgrown = Both::each(|side| match is_blurred {
            true => outgrown::behind(&halves.of(side).world, &delta.subject),
            false => Vec::new(),
        });
        let because = match &delta.subject {
            _ if outgrown.iter().any(|outgrown| !outgrown.is_empty())
                || delta.is_outgrown
                || (is_blurred && is_exceeded) =>
            {
                Limit::Size
            }
            Subject::Order { .. } => Limit::Orders,
            _ => Limit::Quantities,
        };
        let regions = regions(world, delta.told).largest;
        undecided.push(Undecided {
            subject: delta.subject.clone(),
            because,
            outgrown,
            regions,
            share: shared(world, delta.there),
        });
    }
    for (delta, shortest) in seen {
        let change = change(world, delta, shortest);
        if !change.subject.is_element() {
            beside.push(change);
            continue;
        }
        anywhere = world.attempt(|world| world.diagrams.or(anywhere, delta.there)).unwrap_or(Node::BLURRED);
        changes.push(change);
    }
    let told = changes.iter().chain(&beside).map(|change| &change.subject);
    let subjects: Set<&Subject> = told.chain(undecided.iter().map(|own| &own.subject)).collect();
    let unchanged = compared.subjects.saturating_sub(subjects.len());
    let by_share = |a: &Share, b: &Share| b.of_all.total_cmp(&a.of_all);
    for changes in [&mut changes, &mut beside] {
        sort_by(changes, &|a, b| by_share(&a.share, &b.share).then_with(|| a.subject.cmp(&b.subject)));
    }
    sort_by(&mut undecided, &|a, b| by_share(&a.share, &b.share).then_with(|| a.subject.cmp(&b.subject)));
    Told { share: shared(world, anywhere), changes, beside, undecided, unchanged }
}

/// A difference, and the case in which it was seen.
fn change(world: &mut World<'_>, delta: &Delta, shortest: Shortest) -> PlanChange {
    let Shortest { cases, unrecorded, seen } = shortest;
    let new_case = Some(cases.new).filter(|new_case| *new_case != cases.old);
    let (mut subject, mut before, mut after) = (delta.subject.clone(), delta.old.clone(), delta.new.clone());
    if subject.is_truth() && before == Seen::Formula {
        (before, after) = (seen.old.clone(), seen.new.clone());
    }
    if matches!(subject, Subject::Order { .. }) && is_outer(world, delta.there) {
        subject = movers::first_moved(&seen.old, &seen.new).unwrap_or(subject);
    }
    let regions = regions(world, delta.told);
    PlanChange {
        subject,
        before,
        after,
        regions: regions.largest,
        further: regions.further,
        share: shared(world, delta.there),
        witness: Witness {
            case: cases.old,
            new_case,
            unrecorded: unrecorded.into_iter().collect(),
            before: seen.old,
            after: seen.new,
        },
    }
}

/// So many regions are told of one difference.
const MOST_REGIONS: usize = 5;

/// Where a truth holds, or may hold.
fn regions(world: &mut World<'_>, truth: Node) -> Regions {
    let possible = world.attempt(|world| world.diagrams.map(truth, &mut |leaf| u32::from(leaf != leaf_id::NO)));
    Regions::of(world, possible.unwrap_or(Node::BLURRED), MOST_REGIONS)
}

/// The share of the cases in which a truth holds, or may hold.
fn shared(world: &mut World<'_>, truth: Node) -> Share {
    if let Some(of_all) = share(world, truth) {
        return Share { of_all, at_most: false };
    }
    let is_counted: Vec<bool> =
        world.variables.iter().map(|meaning| !matches!(meaning, Meaning::Quantity { .. })).collect();
    let keep = |variable: u16| is_counted.get(usize::from(variable)).copied().unwrap_or(false);
    let possible = world.attempt(|world| {
        let possible = world.diagrams.map(truth, &mut |leaf| u32::from(leaf != leaf_id::NO));
        world.diagrams.exists(possible, &keep)
    });
    let possible = possible.unwrap_or(Node::BLURRED);
    Share { of_all: share(world, possible).unwrap_or(1.0), at_most: true }
}

/// The facts in common in the order of one pack; those that only the other has follow the fact that they follow there.
fn order(vocabulary: &Vocabulary, engines: &Both<&Engine>, first: Side) -> Vec<FactId> {
    let other = if first == Side::Old { Side::New } else { Side::Old };
    let [mut order, others] = [first, other].map(|side| -> Vec<FactId> {
        let own = &engines.of(side).layout.order;
        own.iter().map(|fact| vocabulary.common(side, *fact)).collect()
    });
    let mut after = 0;
    for fact in others {
        match order.iter().position(|own| *own == fact) {
            Some(at) => after = at.saturating_add(1),
            None => {
                order.insert(after, fact);
                after = after.saturating_add(1);
            }
        }
    }
    order
}
