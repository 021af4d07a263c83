//! How each fact stands in a case: what it would be to change it.

use crate::case::Case;
use crate::engine::diagram::{Node, Variable};
use crate::engine::world::{Meaning, World};
use crate::model::{Fact, FactId, Pack, Value};

/// How a fact stands before anything is changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Standing {
    /// The case gives it a value, or `none` where that can be given. A change gives another.
    Given(Value),
    /// The case says that it does not apply. What decides that can be changed, it cannot.
    Denied,
    /// The case does not give it. A change gives it a value.
    Open,
    /// The case does not give it, and nobody is to go and find out.
    Closed,
}

impl Standing {
    /// By fact. Those that nobody is asked, and sensitive ones, are changed only where the case gives them: an idea of
    /// what else could be so must not send anybody to ask for them.
    pub fn all(pack: &Pack, case: &Case) -> Vec<Standing> {
        let of = |(at, fact): (usize, &Fact)| match case.value(FactId::at(at)) {
            Some(Value::None) if !fact.optional => Standing::Denied,
            Some(value) => Standing::Given(value.clone()),
            None if fact.ask.is_none() || fact.sensitive => Standing::Closed,
            None => Standing::Open,
        };
        pack.facts.iter().enumerate().map(of).collect()
    }

    /// Whether the case says something of it.
    pub fn is_given(&self) -> bool {
        matches!(self, Standing::Given(_) | Standing::Denied)
    }
}

/// The variables of a fact's value.
pub(super) fn value_variables(world: &World<'_>, fact: FactId) -> Vec<Variable> {
    let Some(first) = world.variable_of(fact) else { return Vec::new() };
    (first..Variable::MAX).take_while(|variable| world.decides_on(*variable) == [fact]).collect()
}

/// Where a variable has an atom.
pub(super) fn is(world: &mut World<'_>, variable: Variable, atom: u16) -> Node {
    let atoms = match world.variables.get(usize::from(variable)) {
        Some(Meaning::Pieces { pieces, none, .. }) => pieces.len().saturating_add(usize::from(*none)),
        _ => 2,
    };
    let children: Vec<Node> = (0..atoms).map(|own| Node::from(own == usize::from(atom))).collect();
    world.diagrams.branch(variable, &children)
}

/// Where some variables have their atoms.
pub(super) fn are(world: &mut World<'_>, atoms: &[(Variable, u16)]) -> Node {
    atoms.iter().fold(Node::YES, |all, (variable, atom)| {
        let is = is(world, *variable, *atom);
        world.diagrams.and(all, is)
    })
}
