//! What rules demand of the order of actions, as it can be said before any case.

#[cfg(feature = "proofs")]
use crate::model::ActionId;
use crate::model::{Action, Demand, Pack, Place};
use crate::sorted;

/// Whose demands may constrain the order of which actions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Demands {
    // INVARIANT: ascending by the action that is preceded, so that its edges stand together.
    edges: Vec<Edge>,
    /// By demand: the rule that makes it.
    rules: Vec<u16>,
}

/// The action `before` stands before `after` if `demand` is active.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    pub after: u16,
    pub before: u16,
    pub demand: u16,
}

impl Demands {
    /// The demands of a pack's rules, numbered as they are declared.
    pub fn of(pack: &Pack) -> Self {
        let (mut edges, mut rules) = (Vec::new(), Vec::new());
        for (rule, own) in (0..).zip(&pack.rules) {
            for made in &own.demands {
                // Packs are limited to 65,535 of anything, which reading checks.
                let demand = u16::try_from(rules.len()).unwrap_or(u16::MAX);
                rules.push(rule);
                let (Demand::Before(first, _) | Demand::First(first)) = *made;
                for (before, _) in standing_at(pack, first) {
                    for (after, action) in (0..).zip(&pack.actions) {
                        let is_preceded = match *made {
                            Demand::Before(_, second) => stands_at(after, action, second),
                            Demand::First(_) => !stands_at(after, action, first),
                        };
                        if is_preceded {
                            edges.push(Edge { before, after, demand });
                        }
                    }
                }
            }
        }
        Demands { rules, ..Demands::new(edges) }
    }

    /// `all` are demands to stand before another action, in any order; steps are already expanded to their actions,
    /// and an action that stands first has an edge to every other.
    pub fn new(all: Vec<Edge>) -> Self {
        let mut edges = Vec::new();
        for edge in all {
            if edge.before != edge.after {
                edges.push(edge);
            }
        }
        sorted::sort_by(&mut edges, &Edge::cmp);
        Demands { edges, rules: Vec::new() }
    }

    /// Every demand, ascending by the action that is preceded.
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// The edges that end in an action, by what they start from.
    pub fn on(&self, after: u16) -> &[Edge] {
        let from = self.edges.partition_point(|edge| edge.after < after);
        let rest = self.edges.get(from..).unwrap_or_default();
        rest.get(..rest.partition_point(|edge| edge.after == after)).unwrap_or_default()
    }

    /// Which action stands before which other while a rule holds: the actions, and the rule.
    #[cfg(feature = "proofs")]
    pub fn by_rule(&self) -> impl Iterator<Item = (ActionId, ActionId, u16)> {
        self.edges
            .iter()
            .filter_map(|edge| Some((ActionId(edge.before), ActionId(edge.after), self.rule(edge.demand)?)))
    }

    /// The rule that makes a demand.
    pub fn rule(&self, demand: u16) -> Option<u16> {
        self.rules.get(usize::from(demand)).copied()
    }
}

/// The actions that a demand names, with their numbers: one, or those of a step.
pub fn standing_at(pack: &Pack, place: Place) -> impl Iterator<Item = (u16, &Action)> {
    (0..).zip(&pack.actions).filter(move |(at, action)| stands_at(*at, action, place))
}

fn stands_at(at: u16, action: &Action, place: Place) -> bool {
    match place {
        Place::Action(named) => named.0 == at,
        Place::Step(step) => action.step == step,
    }
}
