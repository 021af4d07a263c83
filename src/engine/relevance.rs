//! Which facts are worth asking, and which of them first.
//!
//! A fact is worth asking when two completions that differ in it alone have different plans: exactly when some element
//! of the plan depends on a variable of the fact. Completions that differ in facts whose applicability it decides are
//! covered too, since a fact that does not apply keeps a value of its own that nothing looks at.

use super::diagram::{Known, LeafId, Node, Variable, leaf_id, one, two};
use super::known;
use super::leaf::Leaf;
use super::world::{Meaning, World};
use crate::model::{FactId, Value};
use crate::sorted::Set;

impl World<'_> {
    /// The unknown facts that some element depends on, where completions are.
    pub fn relevant(&mut self, elements: &[Node]) -> Set<FactId> {
        let distinct: Set<Node> = elements.iter().map(|element| self.among_completions(*element)).collect();
        let mut facts = Set::default();
        let dead = self.dead();
        for variable in &self.diagrams.support_of_any(&distinct) {
            let is_quantity = matches!(self.variables.get(usize::from(*variable)), Some(Meaning::Quantity { .. }));
            if is_quantity || self.constraint == Node::YES || self.diagrams.any_depends_on(&distinct, *variable, dead) {
                facts.extend(self.decides_on(*variable).iter().copied());
            }
        }
        self.add_formula_facts(&distinct, &mut facts);
        facts
    }

    /// An element where completions are; elsewhere it is a leaf of no element, `dead`.
    fn among_completions(&mut self, element: Node) -> Node {
        let dead = self.dead();
        self.diagrams.choose(self.constraint, element, dead)
    }

    /// What stands for no completion.
    fn dead(&mut self) -> Node {
        self.leaves.node(Leaf::Rows(Vec::new()))
    }

    /// The facts that a variable decides on.
    pub fn decides_on(&self, variable: Variable) -> &[FactId] {
        match self.variables.get(usize::from(variable)) {
            Some(
                Meaning::Pieces { fact, .. }
                | Meaning::Member { fact, .. }
                | Meaning::Nothing { fact }
                | Meaning::Recorded { fact },
            ) => std::slice::from_ref(fact),
            Some(Meaning::Quantity { facts, .. }) => facts,
            None => &[],
        }
    }

    /// The variable that decides whether the case gives a fact, where that is open and some cell tests it.
    pub fn record_variable_of(&self, fact: FactId) -> Option<Variable> {
        self.standing(fact).record_variable
    }

    /// Adds all facts that are unknown: what is blurred could depend on any.
    fn add_unknown(&self, facts: &mut Set<FactId>) {
        for fact in (0..self.found.facts.len()).map(FactId::at) {
            if self.variable_of(fact).is_some() {
                facts.insert(fact);
            }
        }
    }

    /// Adds the facts that may move the value of some element within one leaf; elements are those of completions.
    fn add_formula_facts(&mut self, elements: &[Node], facts: &mut Set<FactId>) {
        let is_open = |leaf: &LeafId| matches!(self.leaves.get(*leaf), Leaf::Expression(_) | Leaf::Blurred);
        if !self.diagrams.leaves_of_any(Node::YES, elements).iter().any(is_open) {
            return;
        }
        for element in elements {
            for leaf in self.diagrams.leaves(*element) {
                let expression = match *self.leaves.get(leaf) {
                    Leaf::Expression(expression) => expression,
                    Leaf::Blurred => {
                        self.add_unknown(facts);
                        continue;
                    }
                    _ => continue,
                };
                let mut read = self.expressions.facts(expression);
                read.retain(|fact| !facts.contains(fact));
                if read.is_empty() {
                    continue;
                }
                let regions = self.regions(*element, leaf, expression);
                for fact in read {
                    let moves = |region: &super::possible::Region| {
                        self.expressions.varies(expression, fact, &|any| region.range(any, self))
                    };
                    if regions.boxes.iter().any(moves) {
                        facts.insert(fact);
                    }
                }
            }
        }
    }

    /// A node with every fact that is not given left unrecorded, or with one of them recorded.
    pub fn recording(&mut self, node: Node, recorded: Option<FactId>) -> Node {
        if node.as_leaf().is_some() || self.found.facts.iter().all(|fact| fact.record_variable.is_none()) {
            return node;
        }
        let (variables, mut known) = (&self.variables, std::mem::take(&mut self.recordings));
        let is_recorded = |variable: Variable| match variables.get(usize::from(variable)) {
            Some(Meaning::Recorded { fact }) => Some(u16::from(Some(*fact) == recorded)),
            _ => None,
        };
        let stands_for = recorded.map_or(Node::NO, |fact| Node::leaf(u32::from(fact.0).saturating_add(1)));
        let node = self.diagrams.restrict_knowing(two(node, stands_for), &is_recorded, &mut known);
        self.recordings = known;
        node
    }

    /// Nodes with every fact that is not given left unrecorded.
    pub fn unrecorded(&mut self, nodes: &[Node]) -> Vec<Node> {
        let mut unrecorded = nodes.to_vec();
        for node in &mut unrecorded {
            *node = self.recording(*node, None);
        }
        unrecorded
    }

    /// The facts that are not given and that some `unknown` cell tests.
    pub fn recordable(&self) -> Vec<FactId> {
        let mut recordable = Vec::new();
        for (fact, standing) in self.found.facts.iter().enumerate() {
            if standing.record_variable.is_some() {
                recordable.push(FactId::at(fact));
            }
        }
        recordable
    }

    /// Where a fact can be recorded: where completions are and it applies.
    pub fn recordable_where(&mut self, fact: FactId) -> Node {
        let applies = self.applies(fact);
        let applies = self.diagrams.map(applies, &mut |leaf| u32::from(leaf == leaf_id::YES));
        let applies = self.recording(applies, None);
        self.diagrams.and(self.constraint, applies)
    }

    fn atoms(&self, variable: Variable) -> u16 {
        match self.variables.get(usize::from(variable)) {
            Some(Meaning::Pieces { pieces, none, .. }) => {
                u16::try_from(pieces.len()).unwrap_or(u16::MAX).saturating_add(u16::from(*none))
            }
            Some(Meaning::Quantity { thresholds, .. }) => {
                u16::try_from(thresholds.len()).unwrap_or(u16::MAX).saturating_add(1)
            }
            None => 0,
            Some(_) => 2,
        }
    }

    /// How likely each atom of a variable is taken to be: equally, but for what its fact says is usual.
    fn weights(&self, variable: Variable) -> Vec<f64> {
        let atoms = usize::from(self.atoms(variable));
        let equal = 1.0 / f64::from(u32::try_from(atoms.max(1)).unwrap_or(u32::MAX));
        let mut weights = vec![equal; atoms];
        if let Some(Meaning::Pieces { fact, pieces, .. }) = self.variables.get(usize::from(variable))
            && let Some(usual) = self.pack.facts.get(fact.index()).and_then(|fact| fact.usual.as_ref())
        {
            const USUAL_SHARE: f64 = 0.8;
            let mut is_usual = vec![false; atoms];
            for (is_usual, (first, _)) in is_usual.iter_mut().zip(pieces) {
                let value = Value::Scalar(*first);
                *is_usual = known::hold(&usual.tests, known::Known { value: &value, given: true }, self.pack);
            }
            let usual = is_usual.iter().filter(|usual| **usual).count();
            if usual > 0 && usual < atoms {
                let share = |count: usize| 1.0 / f64::from(u32::try_from(count).unwrap_or(u32::MAX));
                for (weight, is_usual) in weights.iter_mut().zip(&is_usual) {
                    *weight = if *is_usual {
                        USUAL_SHARE * share(usual)
                    } else {
                        (1.0 - USUAL_SHARE) * share(atoms.saturating_sub(usual))
                    };
                }
            }
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
