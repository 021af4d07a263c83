//! Diagrams of one pack among those of the cases that two packs have in common.

use crate::engine::diagram::by_node::ByNode;
use crate::engine::diagram::{LeafId, Node, Variable};
use crate::engine::leaf::Leaf;
use crate::engine::world::{Meaning, World};
use crate::model::{FactId, Type};
use crate::space::ascending;

use super::side::Side;
use super::vocabulary::{Vocabulary, place_of};

/// Takes over the diagrams of one pack, leaf by leaf and atom by atom. What only that pack knows of a fact is left out.
pub struct Import<'a, 'p> {
    pub own: &'a World<'p>,
    pub side: Side,
    pub vocabulary: &'a Vocabulary,
    pub same_calendar: bool,
    /// What was taken over already.
    known: ByNode<Node>,
}

impl<'a, 'p> Import<'a, 'p> {
    pub fn of(own: &'a World<'p>, side: Side, vocabulary: &'a Vocabulary, same_calendar: bool) -> Self {
        Import { own, side, vocabulary, same_calendar, known: ByNode::default() }
    }

    /// What is made of a diagram of the pack once it is one of the cases in common; blurred if that is too much.
    pub fn taken(
        &mut self,
        world: &mut World<'_>,
        node: Node,
        make: &mut dyn FnMut(&mut World<'_>, Node) -> Node,
    ) -> Node {
        let made = world.attempt(|world| {
            let node = self.node(world, node);
            make(world, node)
        });
        made.unwrap_or_else(|| {
            // Nodes since then are forgotten.
            self.known = ByNode::default();
            Node::BLURRED
        })
    }

    /// A diagram of the pack as one of the cases in common. Numbers that stand for choices and roles stay as they are.
    fn node(&mut self, world: &mut World<'_>, node: Node) -> Node {
        if let Some(leaf) = node.as_leaf() {
            return self.leaf(world, leaf);
        }
        if let Some(known) = self.known.get(node) {
            return *known;
        }
        let mut parts = Vec::new();
        for child in self.own.diagrams.children(node).to_vec() {
            parts.push(self.node(world, child));
        }
        let variable = self.own.diagrams.variable(node).unwrap_or(Variable::MAX);
        let meaning = self.own.variables.get(usize::from(variable));
        let taken = meaning.and_then(|meaning| self.decided(world, meaning, &parts)).unwrap_or(Node::BLURRED);
        self.known.insert(node, taken);
        taken
    }

    fn leaf(&mut self, world: &mut World<'_>, leaf: LeafId) -> Node {
        match self.own.leaves.get(leaf) {
            Leaf::Expression(expression) => {
                let (vocabulary, side) = (self.vocabulary, self.side);
                let fact = |own| vocabulary.common(side, own);
                let others = &self.own.expressions;
                match world.expressions.translated(others, *expression, &fact, self.same_calendar) {
                    Some(expression) => match world.expressions.as_constant(expression) {
                        Some(number) => world.leaves.node(Leaf::Number(number)),
                        None => world.leaves.node(Leaf::Expression(expression)),
                    },
                    None => Node::BLURRED,
                }
            }
            // The items of a list are numbers of leaves, which each pack gives anew.
            Leaf::List(items) => {
                let mut taken = Vec::new();
                for item in items.clone() {
                    match self.leaf(world, item).as_leaf() {
                        Some(item) => taken.push(item),
                        None => return Node::BLURRED,
                    }
                }
                world.leaves.node(Leaf::List(taken))
            }
            Leaf::Conflict(_) => Node::UNDETERMINED,
            same => world.leaves.node(same.clone()),
        }
    }

    /// What a variable of the pack decides, as a diagram of the cases in common.
    fn decided(&self, world: &mut World<'_>, meaning: &Meaning, parts: &[Node]) -> Option<Node> {
        match meaning {
            Meaning::Pieces { fact, pieces, none } => {
                let common = self.vocabulary.common(self.side, *fact);
                let (own_kind, kind) = (self.kind(*fact)?, &self.vocabulary.pack.facts.get(common.index())?.kind);
                let variable = world.variable_of(common)?;
                let Meaning::Pieces { pieces: shared, none: shared_none, .. } =
                    world.variables.get(usize::from(variable))?
                else {
                    return None;
                };
                let mut children = Vec::new();
                for (first, _) in shared {
                    let scalar = Vocabulary::scalar(kind, *first, own_kind)?;
                    let piece = pieces.iter().position(|(low, high)| (low..=high).contains(&&scalar))?;
                    children.push(*parts.get(piece)?);
                }
                if *shared_none {
                    children.push(*parts.get(pieces.len()).filter(|_| *none)?);
                }
                Some(world.diagrams.decide(variable, &children))
            }
            Meaning::Member { fact, choice } => {
                let common = self.vocabulary.common(self.side, *fact);
                let [without, with] = parts else { return None };
                let id = &self.kind(*fact)?.choices().get(usize::try_from(*choice).ok()?)?.id;
                let choices = self.vocabulary.pack.facts.get(common.index())?.kind.choices();
                let Some(place) = place_of(id, choices) else { return Some(*without) };
                let variable = variable_for(world, |meaning| {
                    matches!(meaning, Meaning::Member { fact, choice }
                        if *fact == common && usize::try_from(*choice).is_ok_and(|choice| choice == place))
                })?;
                Some(world.diagrams.decide(variable, &[*without, *with]))
            }
            Meaning::Nothing { fact } => {
                let common = self.vocabulary.common(self.side, *fact);
                let [something, nothing] = parts else { return None };
                let is_own = |meaning: &Meaning| matches!(meaning, Meaning::Nothing { fact } if *fact == common);
                // In the other pack it always has a value.
                let Some(variable) = variable_for(world, is_own) else { return Some(*something) };
                Some(world.diagrams.decide(variable, &[*something, *nothing]))
            }
            Meaning::Recorded { fact } => {
                let common = self.vocabulary.common(self.side, *fact);
                let is_own = |meaning: &Meaning| matches!(meaning, Meaning::Recorded { fact } if *fact == common);
                let variable = variable_for(world, is_own)?;
                Some(world.diagrams.decide(variable, parts))
            }
            Meaning::Quantity { quantity, thresholds, .. } => {
                let (vocabulary, side) = (self.vocabulary, self.side);
                let fact = |own| vocabulary.common(side, own);
                let others = &self.own.expressions;
                let quantity = world.expressions.translated(others, *quantity, &fact, self.same_calendar)?;
                let quantity = match world.expressions.as_constant(quantity) {
                    Some(number) => world.leaves.id(Leaf::Number(number)),
                    None => world.leaves.id(Leaf::Expression(quantity)),
                };
                let (first, rest) = parts.split_first()?;
                let mut result = *first;
                for ((value, strict), part) in ascending(thresholds).iter().zip(rest) {
                    let value = world.leaves.id(Leaf::Number(*value));
                    let above = world.leaf_at_least(quantity, value, *strict);
                    let within = world.diagrams.choose(above, Node::YES, Node::NO);
                    result = choose_any(world, within, *part, result);
                }
                Some(result)
            }
        }
    }

    fn kind(&self, own: FactId) -> Option<&'p Type> {
        let pack = self.own.pack;
        pack.facts.get(own.index()).map(|fact| &fact.kind)
    }
}

/// [`crate::engine::diagram::Diagrams::choose`], but that what is not known of the condition does not count where either
/// comes to the same.
fn choose_any(world: &mut World<'_>, condition: Node, yes: Node, no: Node) -> Node {
    if yes == no { yes } else { world.diagrams.choose(condition, yes, no) }
}

/// The variable of a meaning.
fn variable_for(world: &World<'_>, is_meant: impl Fn(&Meaning) -> bool) -> Option<Variable> {
    world.variables.iter().position(is_meant).and_then(|at| Variable::try_from(at).ok())
}
