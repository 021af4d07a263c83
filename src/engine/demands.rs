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
    /// Whether demands would form a circle if all were made at once, among all actions.
    pub may_cycle: bool,
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
        let mut demands = Demands { edges, rules: Vec::new(), may_cycle: false };
        demands.may_cycle = demands.go_round();
        demands
    }

    /// Whether some edges form a circle: then some are left once those that end where none starts are taken away, over and
    /// over (Kahn 1962).
    fn go_round(&self) -> bool {
        let ends = self.edges.iter().map(|edge| edge.before.max(edge.after));
        let mut starting = vec![0_usize; ends.max().map_or(0, |last| usize::from(last).saturating_add(1))];
        for edge in &self.edges {
            if let Some(count) = starting.get_mut(usize::from(edge.before)) {
                *count = count.saturating_add(1);
            }
        }
        let mut open = Vec::new();
        for (action, count) in (0..=u16::MAX).zip(&starting) {
            if *count == 0 {
                open.push(action);
            }
        }
        let mut left = self.edges.len();
        while let Some(after) = open.pop() {
            for edge in self.on(after) {
                left = left.saturating_sub(1);
                if let Some(count) = starting.get_mut(usize::from(edge.before)) {
                    *count = count.saturating_sub(1);
                    if *count == 0 {
                        open.push(edge.before);
                    }
                }
            }
        }
        left > 0
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
