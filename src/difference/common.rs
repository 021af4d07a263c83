//! Both packs over the cases that they have in common: what each says there, as diagrams of one world.

use crate::engine::Engine;
use crate::engine::diagram::{Node, leaf_id};
use crate::engine::layout::Layout;
use crate::engine::world::{Clash, World};
use crate::model::{FactId, Pack, Rule, Type};
use crate::plan::conflicts::named;

use super::alignment::{Alignment, ConflictKey};
use super::delta::{Delta, Pair, deltas, with_roles_together};
use super::half::Half;
use super::import::Import;
use super::order::{Moved, Placing, any_order, moved};
use super::side::{Both, Side};
use super::subject::{Seen, Stated, Subject, by_id};
use super::vocabulary::Vocabulary;

/// The vocabulary, cut wherever either pack tells cases apart.
pub fn engine(vocabulary: &Vocabulary, halves: &Both<Half<'_>>, order: &[FactId]) -> Engine {
    let pack = vocabulary.pack.clone();
    let mut layout = Layout::of(&pack);
    layout.order = order.to_vec();
    for half in halves.iter() {
        half.each_cut(vocabulary, &mut |fact, scalar| {
            if let Some(cuts) = layout.cuts.get_mut(fact.index()) {
                cuts.insert(scalar);
            }
        });
        for (own, is_tested) in half.world.layout.recorded.iter().enumerate().filter(|(_, tested)| **tested) {
            let common = vocabulary.common(half.side, FactId::at(own));
            if let Some(recorded) = layout.recorded.get_mut(common.index()) {
                *recorded |= is_tested;
            }
        }
    }
    Engine { pack, layout, hash: String::new() }
}

/// What is found by holding the halves against each other.
#[derive(Debug, Default)]
pub struct Compared {
    pub deltas: Vec<Delta>,
    /// How many things both or either of the packs' plans may say.
    pub subjects: usize,
}

/// Holds both packs against each other in a world of the cases in common.
pub fn compare(world: &mut World<'_>, halves: &Both<Half<'_>>, setting: &Setting<'_>) -> Compared {
    let mut compared = Compared::default();
    let Both { old, new } = Both::each(|side| Taken::of(world, halves.of(side), setting));
    let pairs = paired(world, &old, &new);
    for pair in &pairs {
        let found = world.attempt(|world| {
            let within = match &pair.subject {
                // Where only one of the plans has the action, that is said of the action.
                Subject::Parameter { action, .. } => {
                    let (before, after) = (old.presence_of(action), new.presence_of(action));
                    world.diagrams.combine(before, after, &mut |before, after| {
                        if before == leaf_id::BLURRED || after == leaf_id::BLURRED {
                            leaf_id::BLURRED
                        } else {
                            u32::from(before == after)
                        }
                    })
                }
                _ => Node::YES,
            };
            deltas(world, pair, within)
        });
        let outgrown = || vec![Delta::outgrown(pair.subject.clone(), pair.conflict.clone())];
        compared.deltas.extend(found.unwrap_or_else(outgrown));
    }
    compared.deltas = with_roles_together(compared.deltas);
    compared.subjects = pairs.len().saturating_add(1);
    let [old, new] = [(old, &halves.old), (new, &halves.new)].map(|(taken, half)| Placing {
        pack: taken.pack,
        demands: &half.world.layout.demands,
        rules: taken.rules,
        presence: taken.presence,
    });
    let of_order = |subject, there| Delta {
        subject,
        conflict: None,
        old: Seen::Formula,
        new: Seen::Formula,
        there,
        told: there,
        says: [Node::NO, Node::NO],
        is_outgrown: false,
    };
    match world.attempt(|world| moved(world, &old, &new)) {
        None => compared.deltas.extend(any_order(&old, &new).map(|subject| Delta::outgrown(subject, None))),
        Some(Ok(moved)) => {
            compared.deltas.extend(moved.into_iter().map(|Moved { action, stands, others, there }| {
                of_order(Subject::Order { action, stands, others }, there)
            }))
        }
        // The order may be another one anywhere there.
        Some(Err(open)) => {
            let open = world.diagrams.map(open, &mut |leaf| if leaf == leaf_id::YES { leaf_id::BLURRED } else { leaf });
            compared.deltas.extend(any_order(&old, &new).map(|subject| of_order(subject, open)));
        }
    }
    compared
}

/// What both packs are held against each other by.
pub struct Setting<'a> {
    pub vocabulary: &'a Vocabulary,
    pub alignment: &'a Alignment<'a>,
    pub same_calendar: bool,
}

/// What one pack says, in the world of the cases in common.
struct Taken<'p> {
    pack: &'p Pack,
    stated: Vec<(Subject, Node, &'p Type)>,
    conflicts: Vec<(ConflictKey, Subject, Node)>,
    /// By rule; of those that demand nothing of the order it does not matter when they hold.
    rules: Vec<Node>,
    /// By action.
    presence: Vec<Node>,
}

impl<'p> Taken<'p> {
    fn of(world: &mut World<'_>, half: &Half<'p>, setting: &Setting<'_>) -> Taken<'p> {
        let import = &mut Import::of(&half.world, half.side, setting.vocabulary, setting.same_calendar);
        let (pack, elements) = (half.world.pack, &half.elements);
        let roles: Vec<String> = pack.roles.iter().map(|role| role.id.clone()).collect();
        let mut stated = Vec::new();
        for Stated { subject, node, kind } in &half.stated {
            let node = import.taken(world, *node, &mut |world, node| by_id(world, node, kind, &roles));
            stated.push((subject.clone(), node, *kind));
        }
        let mut conflicts: Vec<(ConflictKey, Subject, Node)> = Vec::new();
        for clash in &elements.clashes {
            let key = match half.side {
                Side::Old => setting.alignment.of_old(clash),
                Side::New => setting.alignment.of_new(clash),
            };
            let holds = import.taken(world, clash.holds, &mut |_, node| node);
            match conflicts.iter_mut().find(|(known, _, _)| *known == key) {
                Some((_, _, known)) => {
                    let either = world.attempt(|world| world.diagrams.or(*known, holds));
                    *known = either.unwrap_or(Node::BLURRED);
                }
                None => conflicts.push((key, conflict(clash, pack), holds)),
            }
        }
        let rule = |(rule, holds): (&Rule, &Node)| match rule.demands.is_empty() {
            true => Node::NO,
            false => import.taken(world, *holds, &mut |_, node| node),
        };
        let rules = pack.rules.iter().zip(&elements.rules).map(rule).collect();
        let presence =
            elements.presence.iter().map(|present| import.taken(world, *present, &mut |_, node| node)).collect();
        Taken { pack, stated, conflicts, rules, presence }
    }

    fn presence_of(&self, action: &str) -> Node {
        let at = self.pack.actions.iter().position(|own| own.id == action);
        at.and_then(|at| self.presence.get(at)).copied().unwrap_or(Node::NO)
    }
}

/// What a conflict is called in its own pack.
fn conflict(clash: &Clash, pack: &Pack) -> Subject {
    let (place, rows) = named(pack, clash);
    Subject::Conflict { place: place.to_owned(), rows }
}

/// What both packs say of each subject that either says something of.
fn paired<'p>(world: &mut World<'_>, old: &Taken<'p>, new: &Taken<'p>) -> Vec<Pair<'p>> {
    let mut pairs = Vec::new();
    for (subject, node, kind) in &old.stated {
        let other = new.stated.iter().find(|(other, ..)| other == subject);
        let (new, new_kind) = other.map_or_else(|| (subject.missing(world), *kind), |(_, node, kind)| (*node, *kind));
        pairs.push(Pair { subject: subject.clone(), conflict: None, old: *node, new, kinds: [*kind, new_kind] });
    }
    for (subject, node, kind) in &new.stated {
        if old.stated.iter().all(|(other, ..)| other != subject) {
            let old = subject.missing(world);
            pairs.push(Pair { subject: subject.clone(), conflict: None, old, new: *node, kinds: [*kind, *kind] });
        }
    }
    for (key, subject, node) in &old.conflicts {
        let other = new.conflicts.iter().find(|(other, ..)| other == key);
        let new = other.map_or(Node::NO, |(_, _, node)| *node);
        pairs.push(of_conflict(key, subject, *node, new));
    }
    for (key, subject, node) in &new.conflicts {
        if old.conflicts.iter().all(|(other, ..)| other != key) {
            pairs.push(of_conflict(key, subject, Node::NO, *node));
        }
    }
    pairs
}

fn of_conflict(key: &ConflictKey, subject: &Subject, old: Node, new: Node) -> Pair<'static> {
    const TRUTH: &Type = &Type::YesNo;
    Pair { subject: subject.clone(), conflict: Some(key.clone()), old, new, kinds: [TRUTH, TRUTH] }
}
