//! Where two packs put the same actions in another order.

use crate::engine::demands::Demands;
use crate::engine::diagram::{Node, leaf_id};
use crate::engine::world::World;
use crate::model::{ActionId, Pack};
use crate::plan::ordering::{Truths, ways};
use crate::sorted::{Map, Set};

use super::movers::movers;
use super::subject::{Stands, Subject};

/// What the order of one pack rests on, as diagrams of the cases in common.
pub struct Placing<'a> {
    pub pack: &'a Pack,
    pub demands: &'a Demands,
    /// By rule, as far as it makes a demand on the order.
    pub rules: Vec<Node>,
    /// By action.
    pub presence: Vec<Node>,
}

/// An action that stands elsewhere among others, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    pub action: String,
    pub stands: Stands,
    pub others: Vec<String>,
    pub there: Node,
}

/// Two actions by id: the first stands before the second in the new pack, and after it in the old one.
type Pairs = Map<(String, String), Node>;

/// What stands elsewhere; as an error, where the order may be another one, if it can come about in too many ways there.
pub fn moved(world: &mut World<'_>, old: &Placing<'_>, new: &Placing<'_>) -> Result<Vec<Moved>, Node> {
    let open = open(world, old, new);
    if open == Node::NO {
        return Ok(Vec::new());
    }
    let ways = [old, new].map(|placing| {
        let truths = Truths { rules: &placing.rules, presence: &placing.presence };
        ways(world, placing.demands, truths, open)
    });
    let [Some(old_ways), Some(new_ways)] = ways else { return Err(open) };
    let shared = shared(old, new);
    let mut pairs = Pairs::default();
    for (old_there, old_order) in &old_ways {
        let before = positions(old_order);
        for (new_there, new_order) in &new_ways {
            let both = world.diagrams.and(*old_there, *new_there);
            if both == Node::NO {
                continue;
            }
            let after = positions(new_order);
            for (at, one) in shared.iter().enumerate() {
                for other in shared.iter().skip(at.saturating_add(1)) {
                    let stood_first = place(&before, one.old) < place(&before, other.old);
                    let stands_first = place(&after, one.new) < place(&after, other.new);
                    if stood_first == stands_first {
                        continue;
                    }
                    let there = where_present(world, both, [one, other], old, new);
                    if there != Node::NO {
                        let (first, second) = if stands_first { (one, other) } else { (other, one) };
                        let pair = (first.id.to_owned(), second.id.to_owned());
                        pairs.change(pair, || Node::NO, |holds| *holds = world.diagrams.or(*holds, there));
                    }
                }
            }
        }
    }
    Ok(gathered(world, &pairs))
}

/// The order of all actions that both packs have.
pub fn any_order(old: &Placing<'_>, new: &Placing<'_>) -> Option<Subject> {
    let mut ids = shared(old, new).into_iter().map(|action| action.id.to_owned());
    Some(Subject::Order { action: ids.next()?, stands: Stands::Before, others: ids.collect() })
}

/// An action that both packs have.
struct Shared<'a> {
    id: &'a str,
    old: ActionId,
    new: ActionId,
}

fn shared<'a>(old: &Placing<'a>, new: &Placing<'a>) -> Vec<Shared<'a>> {
    let mut shared = Vec::new();
    for (at, action) in old.pack.actions.iter().enumerate() {
        if let Some(place) = new.pack.actions.iter().position(|other| other.id == action.id) {
            shared.push(Shared { id: &action.id, old: ActionId::at(at), new: ActionId::at(place) });
        }
    }
    shared
}

/// Where what the order rests on is not the same in both packs: elsewhere the order is.
fn open(world: &mut World<'_>, old: &Placing<'_>, new: &Placing<'_>) -> Node {
    let shared = shared(old, new);
    let is_default_kept = shared.is_sorted_by_key(|action| action.new);
    if !is_default_kept {
        return Node::YES;
    }
    let [before, after] = [old, new].map(|placing| demanded(world, placing));
    let mut open = Node::NO;
    let pairs: Set<&(String, String)> = before.keys().chain(after.keys()).collect();
    let mut named = Set::default();
    for pair in pairs.iter().copied() {
        let [before, after] = [&before, &after].map(|demands| demands.get(pair).copied().unwrap_or(Node::NO));
        named.extend([pair.0.as_str(), pair.1.as_str()]);
        open = or_differ(world, open, before, after);
    }
    // Whether an action is present matters to others only where a demand is about it.
    for id in named.iter().copied() {
        let [before, after] = [old, new].map(|placing| {
            let at = placing.pack.actions.iter().position(|action| action.id == id);
            at.and_then(|at| placing.presence.get(at)).copied().unwrap_or(Node::NO)
        });
        let [before, after] = [before, after].map(|truth| world.diagrams.truly(truth));
        open = or_differ(world, open, before, after);
    }
    open
}

/// Where an action must stand before another, by their ids: a rule that holds for sure demands it.
fn demanded(world: &mut World<'_>, placing: &Placing<'_>) -> Map<(String, String), Node> {
    let mut by_rules: Map<(ActionId, ActionId), Vec<u16>> = Map::default();
    for (before, after, rule) in placing.demands.by_rule() {
        let may_hold = placing.rules.get(usize::from(rule)).is_some_and(|holds| *holds != Node::NO);
        if may_hold {
            by_rules.change((before, after), Vec::new, |rules| rules.push(rule));
        }
    }
    let id = |action: ActionId| placing.pack.actions.get(action.index()).map(|action| action.id.clone());
    let mut known: Map<Vec<u16>, Node> = Map::default();
    let mut demanded = Map::default();
    for ((before, after), rules) in by_rules {
        let (Some(before), Some(after)) = (id(before), id(after)) else { continue };
        let holds = known.get(&rules).copied().unwrap_or_else(|| {
            rules.iter().fold(Node::NO, |any, rule| {
                let holds = placing.rules.get(usize::from(*rule)).copied().unwrap_or(Node::NO);
                let holds = world.diagrams.truly(holds);
                world.diagrams.or(any, holds)
            })
        });
        known.insert(rules, holds);
        demanded.insert((before, after), holds);
    }
    demanded
}

/// Where something holds already, or two truths are not the same or not known.
fn or_differ(world: &mut World<'_>, open: Node, one: Node, other: Node) -> Node {
    let differ =
        world.diagrams.combine(one, other, &mut |one, other| u32::from(one != other || one == leaf_id::BLURRED));
    world.diagrams.or(open, differ)
}

fn positions(order: &[u16]) -> Vec<usize> {
    let mut positions = vec![usize::MAX; order.len()];
    for (position, action) in order.iter().enumerate() {
        if let Some(slot) = positions.get_mut(usize::from(*action)) {
            *slot = position;
        }
    }
    positions
}

fn place(positions: &[usize], action: ActionId) -> usize {
    positions.get(action.index()).copied().unwrap_or(usize::MAX)
}

/// Where, of some cases, two actions are surely in the plans of both packs.
fn where_present(
    world: &mut World<'_>,
    mut there: Node,
    actions: [&Shared<'_>; 2],
    old: &Placing<'_>,
    new: &Placing<'_>,
) -> Node {
    for action in actions {
        for (placing, at) in [(old, action.old), (new, action.new)] {
            let present = placing.presence.get(at.index()).copied().unwrap_or(Node::NO);
            let present = world.diagrams.truly(present);
            there = world.diagrams.and(there, present);
        }
    }
    there
}

fn gathered(world: &mut World<'_>, pairs: &Pairs) -> Vec<Moved> {
    let mut all = Vec::new();
    for (action, stands, others) in movers(pairs.keys().map(|(first, second)| (first.as_str(), second.as_str()))) {
        let mut there = Node::NO;
        for other in &others {
            let pair = match stands {
                Stands::Before => (action.to_owned(), (*other).to_owned()),
                Stands::After => ((*other).to_owned(), action.to_owned()),
            };
            there = world.diagrams.or(there, pairs.get(&pair).copied().unwrap_or(Node::NO));
        }
        let others = others.into_iter().map(str::to_owned).collect();
        all.push(Moved { action: action.to_owned(), stands, others, there });
    }
    all
}
