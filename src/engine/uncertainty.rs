//! By how much knowing a fact is expected to lower the uncertainty of a plan.
//!
//! The uncertainty of an element is the Gini impurity of its leaves: how likely two completions, drawn at random, are to
//! differ in it.

use super::diagram::{Known, LeafId, Node, Variable, one};
use super::known;
use super::leaf::Leaf;
use super::world::{Meaning, World};
use crate::model::{FactId, Value};

/// What the atoms that a fact calls usual have together; the others have the rest.
const USUAL_SHARE: f64 = 0.8;

impl World<'_> {
    /// How many atoms a variable has.
    fn atoms(&self, variable: Variable) -> usize {
        match self.variables.get(usize::from(variable)) {
            Some(Meaning::Pieces { pieces, none, .. }) => pieces.len().saturating_add(usize::from(*none)),
            Some(Meaning::Quantity { thresholds, .. }) => thresholds.len().saturating_add(1),
            None => 0,
            Some(_) => 2,
        }
    }

    /// How likely each atom of a variable is taken to be: equally, but for what its fact says is usual (W7).
    fn weights(&self, variable: Variable) -> Vec<f64> {
        let mut is_usual = vec![false; self.atoms(variable)];
        if let Some(Meaning::Pieces { fact, pieces, .. }) = self.variables.get(usize::from(variable))
            && let Some(usual) = self.pack.facts.get(fact.index()).and_then(|fact| fact.usual.as_ref())
        {
            for (is_usual, (first, _)) in is_usual.iter_mut().zip(pieces) {
                let value = Value::Scalar(*first);
                *is_usual = known::hold(&usual.tests, known::Known { value: &value, given: true }, self.pack);
            }
        }
        let usual = is_usual.iter().filter(|usual| **usual).count();
        let others = is_usual.len().saturating_sub(usual);
        // Where all atoms are of one sort they share all that there is.
        let usual_share = if usual == 0 || others == 0 { 1.0 } else { USUAL_SHARE };
        let other_share = if usual == 0 { 1.0 } else { 1.0 - USUAL_SHARE };
        let each = |share: f64, count: usize| share * (1.0 / f64::from(u32::try_from(count).unwrap_or(u32::MAX)));
        let mut weights = Vec::new();
        for is_usual in is_usual {
            weights.push(if is_usual { each(usual_share, usual) } else { each(other_share, others) });
        }
        weights
    }

    /// By how much knowing each fact is expected to lower the summed Gini impurity of the elements.
    pub fn drops(&mut self, elements: &[Node], facts: &[FactId]) -> Vec<f64> {
        let mut drops = vec![0.0; facts.len()];
        let dead = self.dead();
        let variables = Variable::try_from(self.variables.len()).unwrap_or(Variable::MAX);
        let weights: Vec<Vec<f64>> = (0..variables).map(|variable| self.weights(variable)).collect();
        for (at, element) in elements.iter().enumerate() {
            if self.diagrams.variable(*element).is_none() || elements.iter().take(at).any(|before| before == element) {
                continue;
            }
            let times = elements.iter().filter(|other| *other == element).fold(0.0, |times, _| times + 1.0);
            let alive = self.among_completions(*element);
            let spread = self.spread(alive, dead, &weights);
            for (fact, drop) in facts.iter().zip(&mut drops) {
                *drop += times * self.drop_of(&spread, *fact, &weights);
            }
        }
        drops
    }

    /// The chances of an element's leaves, whole and by atom of each variable.
    fn spread(&self, element: Node, dead: Node, weights: &[Vec<f64>]) -> Spread {
        let mut down = Down { leaves: self.diagrams.leaves(element), ..Down::default() };
        self.chances(element, &mut down, weights);
        let mut spread = Spread { whole: down.of(element).to_vec(), ..Spread::default() };
        let mut reach = vec![0.0; down.nodes.len()];
        if let Some(last) = reach.last_mut() {
            *last = 1.0;
        }
        // Children stand before parents, so from the end every parent comes before its children.
        for (at, node) in down.nodes.iter().enumerate().rev() {
            let (Some(variable), Some(own)) = (self.diagrams.variable(*node), reach.get(at).copied()) else {
                continue;
            };
            let children = self.diagrams.children(*node);
            let known = spread.by_variable.iter().position(|(known, _)| *known == variable).unwrap_or_else(|| {
                spread.by_variable.push((variable, spread.whole.repeat(children.len())));
                spread.by_variable.len().saturating_sub(1)
            });
            let Some((_, by_atom)) = spread.by_variable.get_mut(known) else { continue };
            let by_atom = by_atom.chunks_mut(down.leaves.len().max(1));
            for ((child, weight), chances) in children.iter().zip(of(weights, variable)).zip(by_atom) {
                if let Some(reach) = down.place(*child).and_then(|at| reach.get_mut(at)) {
                    *reach += own * weight;
                }
                for ((chance, child), node) in chances.iter_mut().zip(down.of(*child)).zip(down.of(*node)) {
                    *chance += own * (child - node);
                }
            }
        }
        for leaf in &down.leaves {
            spread.reads.push(match self.leaves.get(*leaf) {
                Leaf::Expression(expression) => self.expressions.facts(*expression),
                _ => Vec::new(),
            });
        }
        spread.dead = down.leaves.iter().position(|leaf| Node::leaf(*leaf) == dead);
        spread
    }

    /// Finds the chances of leaves below a node.
    fn chances(&self, node: Node, down: &mut Down, weights: &[Vec<f64>]) {
        if down.place(node).is_some() {
            return;
        }
        let mut own: Vec<f64> = down.leaves.iter().map(|leaf| f64::from(u8::from(Node::leaf(*leaf) == node))).collect();
        if let Some(variable) = self.diagrams.variable(node) {
            let children = self.diagrams.children(node);
            for (child, weight) in children.iter().zip(of(weights, variable)) {
                self.chances(*child, down, weights);
                for (own, chance) in own.iter_mut().zip(down.of(*child)) {
                    *own += weight * chance;
                }
            }
        }
        down.places.insert(one(node), Node::leaf(u32::try_from(down.nodes.len()).unwrap_or(u32::MAX)));
        down.nodes.push(node);
        down.chances.extend(own);
    }

    fn drop_of(&self, spread: &Spread, fact: FactId, weights: &[Vec<f64>]) -> f64 {
        let before = spread.impurity(&spread.whole, None);
        let mut drop = 0.0;
        let mut asked = false;
        for (variable, by_atom) in &spread.by_variable {
            let of_value = !matches!(
                self.variables.get(usize::from(*variable)),
                Some(Meaning::Recorded { .. } | Meaning::Quantity { .. })
            );
            if of_value && self.decides_on(*variable) == [fact] {
                asked = true;
                let size = spread.whole.len().max(1);
                let mut after = 0.0;
                for (chances, weight) in by_atom.chunks(size).zip(of(weights, *variable)) {
                    after += weight * spread.impurity(chances, Some(fact));
                }
                drop += before - after;
            }
        }
        if !asked {
            drop = before - spread.impurity(&spread.whole, Some(fact));
        }
        drop
    }
}

/// The weights of a variable's atoms, of those of all variables.
fn of(weights: &[Vec<f64>], variable: Variable) -> &[f64] {
    weights.get(usize::from(variable)).map_or(&[], Vec::as_slice)
}

/// By node of a diagram: the chances of its leaves below.
#[derive(Default)]
struct Down {
    /// Ascending.
    leaves: Vec<LeafId>,
    /// Children before parents.
    nodes: Vec<Node>,
    /// By node: its place in `nodes`, as a leaf's number.
    places: Known,
    /// By node one for each leaf.
    chances: Vec<f64>,
}

impl Down {
    fn place(&self, node: Node) -> Option<usize> {
        self.places.get(one(node))?.as_leaf().map(|place| place as usize)
    }

    fn of(&self, node: Node) -> &[f64] {
        let size = self.leaves.len();
        let first = self.place(node).map_or(usize::MAX, |place| place.saturating_mul(size));
        self.chances.get(first..first.saturating_add(size)).unwrap_or(&[])
    }
}

/// The chances of an element's leaves.
#[derive(Default)]
struct Spread {
    whole: Vec<f64>,
    /// For each variable's atoms in turn, as `whole`.
    by_variable: Vec<(Variable, Vec<f64>)>,
    /// By leaf: the unknown facts that its value still depends on.
    reads: Vec<Vec<FactId>>,
    /// The leaf that stands for what is no completion.
    dead: Option<usize>,
}

impl Spread {
    /// 1 less the sum of squared chances. A value that still depends on facts other than `known` is never settled, so
    /// its chance adds nothing to the sum.
    fn impurity(&self, chances: &[f64], known: Option<FactId>) -> f64 {
        let dead = self.dead.and_then(|dead| chances.get(dead)).copied().unwrap_or(0.0);
        let alive = 1.0 - dead;
        if alive <= 0.0 {
            return 0.0;
        }
        let mut squares = 0.0;
        for (at, (chance, reads)) in chances.iter().zip(&self.reads).enumerate() {
            if Some(at) != self.dead && reads.iter().all(|fact| Some(*fact) == known) {
                squares += (chance / alive) * (chance / alive);
            }
        }
        1.0 - squares
    }
}
