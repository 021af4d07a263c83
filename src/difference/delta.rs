//! Where two packs say different things of one subject: a truth over all cases in common for each way in which they do.

use crate::engine::arithmetic::Operation;
use crate::engine::diagram::{LeafId, Node};
use crate::engine::leaf::Leaf;
use crate::engine::monotone::Monotone;
use crate::engine::rational::Rational;
use crate::engine::world::World;
use crate::model::Type;
use crate::sorted::Map;

use super::alignment::ConflictKey;
use super::replay::Question;
use super::subject::{Seen, Subject, seen};

/// What the plans of both packs say of a subject, as diagrams of the cases in common, choices and roles by id.
pub struct Pair<'p> {
    pub subject: Subject,
    /// What makes it the same one, if it is a conflict.
    pub conflict: Option<ConflictKey>,
    pub old: Node,
    pub new: Node,
    /// The types of its values.
    pub kinds: [&'p Type; 2],
}

/// Where a subject is otherwise, in one way.
#[derive(Debug, Clone)]
pub struct Delta {
    pub subject: Subject,
    /// What makes it the same one, if it is a conflict.
    pub conflict: Option<ConflictKey>,
    pub old: Seen,
    pub new: Seen,
    /// Holds where it is so, and is blurred where that could not be told.
    pub there: Node,
    /// Holds where to say that it is: of formulas, where the packs reckon by others, though these may come to the same at
    /// some points.
    pub told: Node,
    /// What both say, to look for cases by.
    pub says: [Node; 2],
    /// Whether that was too much to be held against each other, so that they may differ so anywhere.
    pub is_outgrown: bool,
}

impl Delta {
    /// A difference that could not be told anywhere.
    pub fn outgrown(subject: Subject, conflict: Option<ConflictKey>) -> Delta {
        Delta {
            subject,
            conflict,
            old: Seen::Formula,
            new: Seen::Formula,
            there: Node::BLURRED,
            told: Node::BLURRED,
            says: [Node::NO, Node::NO],
            is_outgrown: true,
        }
    }

    /// What a case of it must show.
    pub fn question(&self) -> Question<'_> {
        Question { subject: &self.subject, conflict: self.conflict.as_ref(), said: [&self.old, &self.new] }
    }
}

/// So many values that turn into others are told apart for one subject; the rest stand together.
const MOST_WAYS: usize = 64;

/// Every way in which the packs say different things of a subject, within some cases.
pub fn deltas(world: &mut World<'_>, pair: &Pair<'_>, within: Node) -> Vec<Delta> {
    let mut ways: Vec<(LeafId, LeafId)> = Vec::new();
    let mut numbers: Map<(LeafId, LeafId), LeafId> = Map::default();
    let product = world.diagrams.combine(pair.old, pair.new, &mut |old, new| {
        if let Some(known) = numbers.get(&(old, new)) {
            return *known;
        }
        let number = LeafId::try_from(ways.len()).unwrap_or(LeafId::MAX);
        ways.push((old, new));
        numbers.insert((old, new), number);
        number
    });
    let mut all: Vec<Delta> = Vec::new();
    for (number, (old, new)) in (0..).zip(ways) {
        let differ = differ(world, old, new, pair.kinds);
        if differ == Node::NO {
            continue;
        }
        let told = world.diagrams.map(product, &mut |own| u32::from(own == number));
        let told = world.diagrams.and(told, within);
        let there = world.diagrams.and(told, differ);
        if there == Node::NO {
            continue;
        }
        let mut before = seen(world, &pair.subject, old, pair.kinds[0]);
        let mut after = seen(world, &pair.subject, new, pair.kinds[1]);
        if before == Seen::Formula || after == Seen::Formula || differ.as_leaf() != Some(1) || all.len() >= MOST_WAYS {
            // Of quantities that move with the facts, one sentence tells all.
            (before, after) = (Seen::Formula, Seen::Formula);
        }
        match all.iter_mut().find(|delta| (&delta.old, &delta.new) == (&before, &after)) {
            Some(known) => {
                known.there = world.diagrams.or(known.there, there);
                known.told = world.diagrams.or(known.told, told);
            }
            None => all.push(Delta {
                subject: pair.subject.clone(),
                conflict: pair.conflict.clone(),
                old: before,
                new: after,
                there,
                told,
                says: [pair.old, pair.new],
                is_outgrown: false,
            }),
        }
    }
    all
}

/// Where two leaves are not the same.
fn differ(world: &mut World<'_>, old: LeafId, new: LeafId, kinds: [&Type; 2]) -> Node {
    let nodes = [Node::leaf(old), Node::leaf(new)];
    if nodes.contains(&Node::BLURRED) {
        return Node::BLURRED;
    }
    let is_quantity = |world: &World<'_>, leaf| matches!(world.leaves.get(leaf), Leaf::Number(_) | Leaf::Expression(_));
    if is_quantity(world, old) && is_quantity(world, new) {
        // Five minutes are not five euros.
        let same_unit = kinds[0].id() == kinds[1].id();
        return match same_unit {
            false => Node::YES,
            true if turns(world, old, new) => Node::BLURRED,
            true => world.leaves_differ(old, new),
        };
    }
    if old == new {
        return Node::NO;
    }
    let moves = |world: &World<'_>, leaf| match world.leaves.get(leaf) {
        Leaf::List(items) => items.iter().any(|item| matches!(world.leaves.get(*item), Leaf::Expression(_))),
        _ => false,
    };
    // Formulas within lists are not held against each other.
    if moves(world, old) && moves(world, new) { Node::BLURRED } else { Node::YES }
}

/// Takes ways in which roles need other approvals, where they are the same for several, as one; what is so for the agent is
/// so for all that are like the agent.
pub fn with_roles_together(deltas: Vec<Delta>) -> Vec<Delta> {
    let mut all: Vec<Delta> = Vec::new();
    for delta in deltas {
        let Subject::Approval { roles } = &delta.subject else {
            all.push(delta);
            continue;
        };
        let is_same = |known: &&mut Delta| {
            matches!(known.subject, Subject::Approval { .. })
                && (&known.old, &known.new, known.there) == (&delta.old, &delta.new, delta.there)
        };
        match all.iter_mut().find(is_same) {
            Some(Delta { subject: Subject::Approval { roles: known }, .. }) if !known.is_empty() => {
                known.extend(roles.iter().cloned());
            }
            Some(_) => {}
            None => all.push(delta),
        }
    }
    all
}

/// The most values of a fact that are tried one by one.
const FEW: i64 = 4_096;

/// Whether the difference of two quantities of one fact goes up and down over more values than can be tried, as that of two
/// roundings does: to cut the fact wherever they part would tell nobody anything.
fn turns(world: &mut World<'_>, old: LeafId, new: LeafId) -> bool {
    let [old, new] = [old, new].map(|leaf| match world.leaves.get(leaf).clone() {
        Leaf::Expression(expression) => Some(expression),
        Leaf::Number(number) => Some(world.expressions.constant(number)),
        _ => None,
    });
    let Some(difference) =
        old.zip(new).and_then(|(old, new)| world.expressions.operate(Operation::Subtract, [old, new]).ok())
    else {
        return false;
    };
    let facts = world.expressions.facts(difference);
    let [fact] = facts.as_slice() else { return false };
    let range = world.expressions.whole_range(*fact);
    let bounds = world.expressions.whole_bounds(difference);
    let never_zero = bounds.low > Rational::ZERO || bounds.high < Rational::ZERO;
    !never_zero
        && range.1.saturating_sub(range.0) > FEW
        && world.expressions.direction(difference, *fact, &|_| range) == Monotone::Unknown
}
