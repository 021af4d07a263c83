//! Which facts are worth asking, and which of them first.
//!
//! A fact is worth asking when two completions that differ in it alone have different plans: exactly when some element
//! of the plan depends on a variable of the fact. Completions that differ in facts whose applicability it decides are
//! covered too, since a fact that does not apply keeps a value of its own that nothing looks at.

use super::diagram::{Known, Node, Variable, one};
use super::leaf::Leaf;
use super::world::{Meaning, World};
use crate::model::FactId;
use crate::sorted::{self, Set};

impl World<'_> {
    /// The unknown facts that some element depends on, where completions are.
    pub fn relevant(&mut self, elements: &[Node]) -> Set<FactId> {
        let mut distinct: Vec<Node> = elements.to_vec();
        sorted::sort_unique(&mut distinct);
        let mut support = Set::default();
        distinct.iter().for_each(|element| self.diagrams.support(*element, &mut support));
        if self.constraint != Node::YES {
            support.retain(|variable| self.depends_under_constraint(*variable, &distinct));
        }
        let mut facts = Set::default();
        for variable in support {
            match self.variables.get(usize::from(variable)) {
                Some(
                    Meaning::Pieces { fact, .. }
                    | Meaning::Member { fact, .. }
                    | Meaning::Nothing { fact }
                    | Meaning::Recorded { fact },
                ) => {
                    facts.insert(*fact);
                }
                Some(Meaning::Quantity { facts: read }) => facts.extend(read.iter().copied()),
                None => {}
            }
        }
        self.add_formula_facts(&distinct, &mut facts);
        // What is blurred could depend on anything.
        if distinct.iter().any(|element| self.diagrams.leaves_under(self.constraint, *element).contains(&4)) {
            let is_unknown = |fact: &FactId| self.first_variable.get(fact.index()).is_some_and(Option::is_some);
            facts.extend((0..self.pack.facts.len()).map(FactId::at).filter(is_unknown));
        }
        facts
    }

    fn depends_under_constraint(&mut self, variable: Variable, elements: &[Node]) -> bool {
        if matches!(self.variables.get(usize::from(variable)), Some(Meaning::Quantity { .. })) {
            return true;
        }
        let atoms = self.atoms(variable);
        let at = |world: &mut Self, node: Node, atom: u16| {
            world.diagrams.restrict(node, &|own| (own == variable).then_some(atom))
        };
        for first in 0..atoms {
            for second in first.saturating_add(1)..atoms {
                let (here, there) = (at(self, self.constraint, first), at(self, self.constraint, second));
                let both = self.diagrams.and(here, there);
                if both == Node::NO {
                    continue;
                }
                for element in elements {
                    let (a, b) = (at(self, *element, first), at(self, *element, second));
                    if self.diagrams.differ(both, a, b) {
                        return true;
                    }
                }
            }
        }
        false
    }

    /// Adds the facts that move the value of some element within one leaf.
    fn add_formula_facts(&mut self, elements: &[Node], facts: &mut Set<FactId>) {
        for element in elements {
            for leaf in self.diagrams.leaves_under(self.constraint, *element) {
                let Leaf::Expression(expression) = *self.leaves.get(leaf) else { continue };
                let read: Vec<FactId> =
                    self.expressions.facts(expression).into_iter().filter(|fact| !facts.contains(fact)).collect();
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
        if self.record_variable.iter().all(Option::is_none) {
            return node;
        }
        let variables = &self.variables;
        self.diagrams.restrict(node, &|variable| match variables.get(usize::from(variable)) {
            Some(Meaning::Recorded { fact }) => Some(u16::from(Some(*fact) == recorded)),
            _ => None,
        })
    }

    /// The facts that are not given and that some `unknown` cell tests.
    pub fn recordable(&self) -> Vec<FactId> {
        (0..self.record_variable.len())
            .filter(|at| self.record_variable.get(*at).is_some_and(Option::is_some))
            .map(FactId::at)
            .collect()
    }

    /// Where a fact can be recorded: where completions are and it applies.
    pub fn recordable_where(&mut self, fact: FactId) -> Node {
        let applies = self.applies(fact);
        let applies = self.diagrams.map(applies, &mut |leaf| u32::from(leaf == 1));
        let applies = self.recording(applies, None);
        self.diagrams.and(self.constraint, applies)
    }

    fn atoms(&self, variable: Variable) -> u16 {
        match self.variables.get(usize::from(variable)) {
            Some(Meaning::Pieces { pieces, none, .. }) => {
                u16::try_from(pieces.len()).unwrap_or(u16::MAX).saturating_add(u16::from(*none))
            }
            Some(Meaning::Quantity { .. }) | None => 0,
            Some(_) => 2,
        }
    }

    /// How likely each atom of a variable is taken to be: equally, but for what its fact says is usual.
    fn weights(&self, variable: Variable, atoms: usize) -> Vec<f64> {
        let equal = 1.0 / f64::from(u32::try_from(atoms.max(1)).unwrap_or(u32::MAX));
        let mut weights = vec![equal; atoms];
        if let Some(Meaning::Pieces { fact, pieces, .. }) = self.variables.get(usize::from(variable))
            && let Some(usual) = self.pack.facts.get(fact.index()).and_then(|fact| fact.usual.as_ref())
        {
            const USUAL_SHARE: f64 = 0.8;
            let is_usual: Vec<bool> = (0..atoms)
                .map(|atom| match pieces.get(atom) {
                    Some((first, _)) => usual.tests.iter().any(|test| holds(self, test, *first)),
                    None => false,
                })
                .collect();
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
        let mut counted: Vec<(Node, f64)> = Vec::new();
        for element in elements.iter().filter(|element| self.diagrams.variable(**element).is_some()) {
            match counted.iter_mut().find(|(node, _)| node == element) {
                Some((_, times)) => *times += 1.0,
                None => counted.push((*element, 1.0)),
            }
        }
        let dead = self.leaves.node(Leaf::Rows(Vec::new()));
        for (element, times) in counted {
            let alive = self.diagrams.choose(self.constraint, element, dead);
            let spread = self.spread(alive, dead);
            for (fact, drop) in facts.iter().zip(&mut drops) {
                *drop += times * self.drop_of(&spread, *fact);
            }
        }
        drops
    }

    /// The chances of an element's leaves, whole and by atom of each variable.
    fn spread(&self, element: Node, dead: Node) -> Spread {
        let leaves = self.diagrams.leaves(element);
        let mut chances = Chances::default();
        self.chances(element, &leaves, &mut chances);
        let whole = chances.down(element).to_vec();
        let mut reach = vec![0.0; chances.order.len()];
        if let Some(last) = reach.last_mut() {
            *last = 1.0;
        }
        let mut by_variable: Vec<(Variable, Vec<Vec<f64>>)> = Vec::new();
        // Children stand before parents, so from the end every parent comes before its children.
        for (at, (node, down)) in chances.order.iter().enumerate().rev() {
            let (Some(variable), Some(own)) = (self.diagrams.variable(*node), reach.get(at).copied()) else {
                continue;
            };
            let children = self.diagrams.children(*node);
            let weights = self.weights(variable, children.len());
            let at = by_variable.iter().position(|(known, _)| *known == variable).unwrap_or_else(|| {
                by_variable.push((variable, vec![whole.clone(); children.len()]));
                by_variable.len().saturating_sub(1)
            });
            for (atom, (child, weight)) in children.iter().zip(&weights).enumerate() {
                if let Some(reach) = chances.at(*child).and_then(|at| reach.get_mut(at)) {
                    *reach += own * weight;
                }
                let of_atom = by_variable.get_mut(at).and_then(|(_, atoms)| atoms.get_mut(atom));
                if let Some(of_atom) = of_atom {
                    for ((chance, child), node) in of_atom.iter_mut().zip(chances.down(*child)).zip(down) {
                        *chance += own * (child - node);
                    }
                }
            }
        }
        let facts_of = |leaf: &u32| match self.leaves.get(*leaf) {
            Leaf::Expression(expression) => self.expressions.facts(*expression),
            _ => Vec::new(),
        };
        Spread {
            whole,
            by_variable,
            reads: leaves.iter().map(facts_of).collect(),
            dead: leaves.iter().position(|leaf| Node::leaf(*leaf) == dead),
        }
    }

    fn chances(&self, node: Node, leaves: &[u32], found: &mut Chances) {
        if found.at(node).is_some() {
            return;
        }
        let own = match node.as_leaf() {
            Some(own) => leaves.iter().map(|leaf| if *leaf == own { 1.0 } else { 0.0 }).collect(),
            None => {
                let children = self.diagrams.children(node);
                children.iter().for_each(|child| self.chances(*child, leaves, found));
                let weights = self.variable_weights(node, children.len());
                let mut total = vec![0.0; leaves.len()];
                for (child, weight) in children.iter().zip(weights) {
                    for (total, chance) in total.iter_mut().zip(found.down(*child)) {
                        *total += weight * chance;
                    }
                }
                total
            }
        };
        found.push(node, own);
    }

    fn variable_weights(&self, node: Node, atoms: usize) -> Vec<f64> {
        self.diagrams.variable(node).map_or_else(Vec::new, |variable| self.weights(variable, atoms))
    }

    fn drop_of(&self, spread: &Spread, fact: FactId) -> f64 {
        let before = spread.impurity(&spread.whole, None);
        let mut drop = 0.0;
        let mut asked = false;
        for (variable, atoms) in &spread.by_variable {
            let own = match self.variables.get(usize::from(*variable)) {
                Some(
                    Meaning::Pieces { fact: of, .. } | Meaning::Member { fact: of, .. } | Meaning::Nothing { fact: of },
                ) => *of == fact,
                _ => false,
            };
            if own {
                asked = true;
                let weights = self.weights(*variable, atoms.len());
                let after: f64 = atoms
                    .iter()
                    .zip(weights)
                    .map(|(chances, weight)| weight * spread.impurity(chances, Some(fact)))
                    .sum();
                drop += before - after;
            }
        }
        if !asked {
            drop = before - spread.impurity(&spread.whole, Some(fact));
        }
        drop
    }
}

/// By node: the chances of leaves below it, children before parents.
#[derive(Default)]
struct Chances {
    order: Vec<(Node, Vec<f64>)>,
    /// By node: its place in `order`, as a leaf's number.
    places: Known,
}

impl Chances {
    fn push(&mut self, node: Node, chances: Vec<f64>) {
        let place = u32::try_from(self.order.len()).unwrap_or(u32::MAX);
        self.places.insert(one(node), Node::leaf(place));
        self.order.push((node, chances));
    }

    fn at(&self, node: Node) -> Option<usize> {
        self.places.get(&one(node))?.as_leaf().map(|place| place as usize)
    }

    fn down(&self, node: Node) -> &[f64] {
        self.at(node).and_then(|at| self.order.get(at)).map_or(&[], |(_, chances)| chances)
    }
}

/// The chances of an element's leaves.
struct Spread {
    whole: Vec<f64>,
    by_variable: Vec<(Variable, Vec<Vec<f64>>)>,
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
        let squares: f64 = chances
            .iter()
            .zip(&self.reads)
            .enumerate()
            .filter(|(at, (_, reads))| Some(*at) != self.dead && reads.iter().all(|fact| Some(*fact) == known))
            .map(|(_, (chance, _))| (chance / alive) * (chance / alive))
            .sum();
        1.0 - squares
    }
}

/// Whether a test with constant ends holds for a scalar of the fact itself.
fn holds(world: &World<'_>, test: &crate::model::Test, scalar: i64) -> bool {
    use crate::model::Test;
    let end = |end: &crate::model::End| super::layout::constant(world.pack, end);
    match test {
        Test::Any => true,
        Test::None | Test::Unknown => false,
        Test::Not(members) => !members.iter().any(|member| holds(world, member, scalar)),
        Test::Is(own) => end(own) == Some(scalar),
        Test::Range { low, high } => {
            low.as_ref()
                .is_none_or(|low| end(&low.end).is_some_and(|end| end < scalar || (low.inclusive && end == scalar)))
                && high.as_ref().is_none_or(|high| {
                    end(&high.end).is_some_and(|end| scalar < end || (high.inclusive && end == scalar))
                })
        }
    }
}
