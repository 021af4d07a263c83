//! All changes of a case at once: a diagram that holds where a change brings about what is wanted.
//!
//! In this world no fact is fixed. A fact that the case gives has its variables, and having them elsewhere than the case
//! says is to change it. One that the case does not give has besides the variable that says whether it is recorded: where
//! it is, the change gives it; where it is not, its value is anybody's guess, and what is wanted must be so whatever it is.
//! So one diagram tells of every change at once whether it is enough, and every way through it to *yes* is a change.

use crate::case::Case;
use crate::engine::diagram::{Node, Variable, leaf_id};
use crate::engine::layout::Layout;
use crate::engine::record::Record;
use crate::engine::world::{Meaning, World};
use crate::model::{FactId, Pack, Value};
use crate::sorted::Set;

use super::aim::Aim;
use super::standing::{Standing, are, value_variables};

/// All changes of a case, and what becomes of an aim in them.
pub(super) struct Changed<'p> {
    pub world: World<'p>,
    /// By fact.
    pub standing: Vec<Standing>,
    /// By fact: the atoms of what the case gives.
    pub given: Vec<Vec<(Variable, u16)>>,
    /// Where the aim is there in all cases, whatever is known of them.
    #[cfg(feature = "author")]
    pub(super) whole: Node,
    /// Where the aim is there.
    pub(super) truth: Node,
    /// Where completions of the changed case are.
    pub(super) completions: Node,
    /// Where a change is one: what it gives applies.
    pub(super) sound: Node,
}

/// The layout of a world in which everything may change: every fact may be recorded, and what the case gives of a quantity
/// is a piece of its own, so that a quantity which stays as it is can be reckoned with exactly.
pub(super) fn layout(pack: &Pack, layout: &Layout, case: &Case) -> Layout {
    let mut layout = layout.clone();
    layout.recorded.fill(true);
    for ((fact, cuts), given) in pack.facts.iter().zip(&mut layout.cuts).zip(&case.given) {
        for known in [given, &fact.default].into_iter().flatten() {
            if let (Value::Scalar(scalar), true) = (known, fact.kind.is_quantity()) {
                cuts.extend([*scalar, scalar.saturating_add(1)]);
            }
        }
    }
    layout
}

impl<'p> Changed<'p> {
    /// Builds what an aim comes to under every change of a case. `layout` is [`layout`] of the two.
    pub fn of(pack: &'p Pack, layout: &'p Layout, case: &Case, aim: &Aim) -> Self {
        let facts = pack.facts.len();
        let free =
            Record { fixed: vec![None; facts], given: vec![false; facts], assumed: Vec::new(), set_aside: Vec::new() };
        let mut truth = Node::NO;
        let world = World::build(pack, layout, case.now, &free, &mut |world| {
            truth = aim.truth(world, case.role);
            for fact in 0..facts {
                world.applies(FactId::at(fact));
            }
        });
        let standing = Standing::all(pack, case);
        let mut given = Vec::new();
        for (at, standing) in standing.iter().enumerate() {
            given.push(match standing {
                Standing::Given(value) => world.atoms_of(FactId::at(at), value),
                _ => Vec::new(),
            });
        }
        let mut changed = Changed {
            world,
            standing,
            given,
            #[cfg(feature = "author")]
            whole: truth,
            truth,
            completions: Node::YES,
            sound: Node::YES,
        };
        changed.hold_against_pack();
        changed
    }

    /// Whether the method's limits hide something: then some changes may be missed.
    pub fn is_blurred(&self) -> bool {
        let nodes = [self.truth, self.completions, self.sound];
        let blurs = |node: &Node| {
            let mut support = Set::default();
            self.world.diagrams.support(*node, &mut support);
            self.world.diagrams.leaves(*node).contains(&leaf_id::BLURRED)
                || support.iter().any(|variable| self.is_quantity(*variable))
        };
        self.world.diagrams.exceeded() || nodes.iter().any(blurs)
    }

    /// Where a change makes the aim certain, or excludes it.
    pub fn works(&mut self, wanted: bool) -> Node {
        let there = self.world.diagrams.map(self.truth, &mut |leaf| u32::from(leaf == u32::from(wanted)));
        let there = self.world.diagrams.choose(self.completions, there, Node::YES);
        let certain = self.in_every_completion(there);
        self.world.diagrams.and(self.sound, certain)
    }

    /// The fact that is changed where a variable has an atom.
    pub fn changes(&self, variable: Variable, atom: u16) -> Option<FactId> {
        let [fact] = self.world.decides_on(variable) else { return None };
        let is_changed = match (self.standing(*fact), self.world.variables.get(usize::from(variable))) {
            (Standing::Open, Some(Meaning::Recorded { .. })) => atom == 1,
            (Standing::Given(_), Some(meaning)) if !matches!(meaning, Meaning::Recorded { .. }) => {
                !self.given.get(fact.index()).is_some_and(|given| given.contains(&(variable, atom)))
            }
            _ => false,
        };
        is_changed.then_some(*fact)
    }

    /// Where a change of some facts alone is one of those that a diagram holds for, by the values that it gives them.
    pub fn values_of(&mut self, works: Node, facts: &[FactId]) -> Node {
        let mut fixed: Vec<(Variable, u16)> = Vec::new();
        for fact in self.facts() {
            let is_changed = facts.contains(&fact);
            match self.standing(fact) {
                Standing::Given(_) if !is_changed => fixed.extend(self.given.get(fact.index()).into_iter().flatten()),
                Standing::Open => {
                    fixed.extend(self.world.record_variable_of(fact).map(|variable| (variable, u16::from(is_changed))))
                }
                _ => {}
            }
        }
        let at = |variable: Variable| fixed.iter().find(|(own, _)| *own == variable).map(|(_, atom)| *atom);
        self.world.diagrams.restrict(works, &at)
    }

    pub(super) fn facts(&self) -> impl Iterator<Item = FactId> + use<> {
        (0..self.standing.len()).map(FactId::at)
    }

    pub(super) fn standing(&self, fact: FactId) -> &Standing {
        self.standing.get(fact.index()).unwrap_or(&Standing::Closed)
    }

    /// Where a fact is given anew.
    pub(super) fn is_answered(&mut self, fact: FactId) -> Node {
        match (self.standing(fact), self.world.record_variable_of(fact)) {
            (Standing::Open, Some(variable)) => are(&mut self.world, &[(variable, 1)]),
            _ => Node::NO,
        }
    }

    /// Where a fact applies; what is beyond the method's limits counts, as it does for completions.
    pub(super) fn applies(&mut self, fact: FactId) -> Node {
        let applies = self.world.applies(fact);
        self.world.diagrams.map(applies, &mut |leaf| u32::from(leaf == leaf_id::YES || leaf == leaf_id::BLURRED))
    }

    /// Where an optional fact is given as `none`.
    pub(super) fn is_given_as_none(&mut self, fact: FactId) -> Node {
        let is_optional = self.world.pack.facts.get(fact.index()).is_some_and(|fact| fact.optional);
        match self.world.atoms_of(fact, &Value::None).first() {
            Some(none) if is_optional => are(&mut self.world, &[*none]),
            // A text has no variables: it stays as it is.
            None => (*self.standing(fact) == Standing::Given(Value::None)).into(),
            _ => Node::NO,
        }
    }

    pub(super) fn implies(&mut self, condition: Node, then: Node) -> Node {
        let not = self.world.diagrams.not(condition);
        self.world.diagrams.or(not, then)
    }

    pub(super) fn in_every_completion(&mut self, truth: Node) -> Node {
        let not = self.world.diagrams.not(truth);
        let somewhere_not = self.in_some_completion(not);
        self.world.diagrams.not(somewhere_not)
    }

    /// Where a truth holds for some values of all facts whose value nothing says.
    pub(super) fn in_some_completion(&mut self, mut truth: Node) -> Node {
        for fact in self.facts() {
            if matches!(self.standing(fact), Standing::Given(_)) {
                continue;
            }
            let own = value_variables(&self.world, fact);
            let any = self.world.diagrams.exists(truth, &|variable| !own.contains(&variable));
            if any != truth {
                let answered = self.is_answered(fact);
                truth = self.world.diagrams.choose(answered, truth, any);
            }
        }
        let quantities: Vec<bool> =
            self.world.variables.iter().map(|meaning| matches!(meaning, Meaning::Quantity { .. })).collect();
        let keep = |variable: Variable| !quantities.get(usize::from(variable)).copied().unwrap_or(false);
        self.world.diagrams.exists(truth, &keep)
    }

    fn is_quantity(&self, variable: Variable) -> bool {
        matches!(self.world.variables.get(usize::from(variable)), Some(Meaning::Quantity { .. }))
    }
}
