//! What the parameters of a plan's actions come to: what rules set, and whose setting wins.

use super::Elements;
use crate::engine::arithmetic::Operation;
use crate::engine::diagram::{LeafId, Node, leaf_id};
use crate::engine::leaf::{Conflict, ConflictReason, Leaf};
use crate::engine::part::part;
use crate::engine::world::{Clash, Place, World};
use crate::model::{ActionId, Entry, Pack, ParameterId, Type, Wins};
use crate::plan::ordering::Truths;
use crate::sorted;

/// The value of each parameter that rules may set of an action that may be there; `before` are the elements before facts
/// were released, if any are.
pub(super) fn parameters(
    world: &mut World<'_>,
    truths: Truths<'_>,
    before: Option<&Elements>,
) -> Vec<(ActionId, ParameterId, Node)> {
    let mut parameters = Vec::new();
    // Conflicts are noted as parameters are made, so where there were any all are made again.
    let is_of_parameter = |clash: &Clash| matches!(clash.place, Place::Parameter(_));
    let before = before.filter(|before| !before.clashes.iter().any(is_of_parameter));
    let settings = settings(world.pack, truths);
    for settings in settings.chunk_by(|one, other| one.of == other.of) {
        let Some(&Setting { of, .. }) = settings.first() else { continue };
        let (action, id) = of;
        let present = truths.presence.get(action.index()).copied().unwrap_or(Node::NO);
        let as_before = before
            .filter(|before| {
                before.presence.get(action.index()) == Some(&present)
                    && settings.iter().all(|setting| setting.is_as_before(world, before))
            })
            .and_then(|before| before.parameters.iter().find(|(action, id, _)| (*action, *id) == of));
        parameters.push(match as_before {
            Some(known) => *known,
            None => {
                let value =
                    part!(world, Parameter(action, id), parameter_value(world, settings, present, id), Node::BLURRED);
                (action, id, value)
            }
        });
    }
    parameters
}

/// What a rule sets a parameter of an action to.
struct Setting<'p> {
    of: (ActionId, ParameterId),
    /// The number of the rule.
    row: u16,
    entry: &'p Entry,
    /// When the rule holds.
    holds: Node,
}

impl Setting<'_> {
    /// Whether its rule holds where it did before facts were released, and it reads none of them.
    fn is_as_before(&self, world: &World<'_>, before: &Elements) -> bool {
        let mut is_as_before = before.rules.get(usize::from(self.row)) == Some(&self.holds);
        if let Entry::Formula(formula) = self.entry {
            formula.each_name(&mut |name| is_as_before &= !world.is_released(name));
        }
        is_as_before
    }
}

/// What rules that may hold set of actions that may be there, by action and parameter, of each in the order of the rules.
fn settings<'p>(pack: &'p Pack, truths: Truths<'_>) -> Vec<Setting<'p>> {
    let mut settings = Vec::new();
    for ((row, rule), holds) in (0..).zip(&pack.rules).zip(truths.rules).filter(|(_, holds)| **holds != Node::NO) {
        let is_there = |action: &&ActionId| truths.presence.get(action.index()) != Some(&Node::NO);
        for action in rule.recommend.iter().filter(is_there) {
            for (parameter, entry) in &rule.with {
                settings.push(Setting { of: (*action, *parameter), row, entry, holds: *holds });
            }
        }
    }
    sorted::sort_by(&mut settings, &|one, other| one.of.cmp(&other.of));
    settings
}

/// The value of a parameter of an action, by its settings.
fn parameter_value(world: &mut World<'_>, settings: &[Setting<'_>], present: Node, id: ParameterId) -> Node {
    let Some(parameter) = world.pack.parameters.get(id.index()) else { return Node::BLURRED };
    let absent = world.leaves.id(Leaf::Absent);
    // What is gathered: the number of the rule and the value of each setting, in declared order.
    let mut gathered = world.leaves.node(Leaf::List(Vec::new()));
    let mut set = Node::NO;
    for Setting { row, entry, holds, .. } in settings {
        set = world.diagrams.or(set, *holds);
        let value = world.entry(entry, &parameter.kind, &[*row]);
        // A setting is computed, and can be in conflict, only where the action is present (P4).
        let there = world.diagrams.and(present, *holds);
        let computed = world.diagrams.choose(there, value, Node::leaf(absent));
        world.note_conflicts(computed, Place::Parameter(id));
        let value = world.diagrams.choose(*holds, value, Node::leaf(absent));
        let value = world.without_conflicts(value);
        gathered = world.on_pairs(gathered, value, &mut |world, gathered, value| match (
            world.leaves.get(gathered),
            world.leaves.get(value),
        ) {
            (Leaf::List(_), Leaf::None | Leaf::Absent) => Node::leaf(gathered),
            (Leaf::List(_), Leaf::Undetermined | Leaf::Blurred) => Node::leaf(value),
            (Leaf::List(list), _) => {
                let mut list = list.clone();
                list.extend_from_slice(&[(*row).into(), value]);
                world.leaves.node(Leaf::List(list))
            }
            _ => Node::leaf(gathered),
        });
    }
    let mut at_odds: Vec<(u32, Vec<u16>, Node)> = Vec::new();
    let value = world.on_leaves(gathered, &mut |world, leaf| {
        let Leaf::List(list) = world.leaves.get(leaf) else { return Node::leaf(leaf) };
        let (mut rules, mut values) = (Vec::new(), sorted::Set::default());
        for setting in list.chunks_exact(2) {
            if let [rule, value] = setting {
                rules.push(u16::try_from(*rule).unwrap_or(u16::MAX));
                values.insert(*value);
            }
        }
        let mut values = Vec::from(values);
        sorted::sort_by(&mut values, &|a, b| world.leaves.number(*a).cmp(&world.leaves.number(*b)));
        match (values.as_slice(), parameter.wins) {
            ([], _) => Node::leaf(absent),
            ([single], _) => Node::leaf(*single),
            ([first, ..], Wins::Conflict) => {
                let differ = world.any_differ(&values);
                at_odds.push((leaf, rules, differ));
                let all = world.list_of(&values);
                world.diagrams.choose(differ, all, Node::leaf(*first))
            }
            (roles, wins) if matches!(parameter.kind, Type::Role) => winning_role(world, roles, wins == Wins::Greatest),
            ([first, others @ ..], wins) => {
                let operation = if wins == Wins::Greatest { Operation::Max } else { Operation::Min };
                let mut best = Node::leaf(*first);
                for other in others {
                    best = world.apply(operation, best, Node::leaf(*other));
                }
                best
            }
        }
    });
    for (leaf, rows, differ) in at_odds {
        let there = world.diagrams.map(gathered, &mut |own| u32::from(own == leaf));
        let there = world
            .diagrams
            .combine(present, there, &mut |present, there| u32::from(present == leaf_id::YES && there == leaf_id::YES));
        let holds = world.diagrams.and(there, differ);
        let conflict = Conflict { reason: ConflictReason::ParametersDiffer, rows };
        world.note_clash(Place::Parameter(id), conflict, holds);
    }
    // Where the presence itself is undetermined, so is a parameter that some rule sets (P5).
    let chosen = world.diagrams.choose(present, value, Node::leaf(absent));
    world.diagrams.combine(chosen, set, &mut |chosen, set| if set == 0 { absent } else { chosen })
}

/// Of several roles in declared order the one that may give least, or most; of equals the first.
fn winning_role(world: &World<'_>, roles: &[LeafId], most: bool) -> Node {
    let mut best: Option<(i64, LeafId)> = None;
    for leaf in roles {
        let role = world.leaves.number(*leaf);
        let Some(role) = role.and_then(|role| usize::try_from(role.numerator()).ok()) else { continue };
        let limit = world.pack.roles.get(role).and_then(|role| role.may_give).unwrap_or(i64::MAX);
        if best.is_none_or(|(known, _)| if most { limit > known } else { limit < known }) {
            best = Some((limit, *leaf));
        }
    }
    best.map_or(Node::BLURRED, |(_, leaf)| Node::leaf(leaf))
}
