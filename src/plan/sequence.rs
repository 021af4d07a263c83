//! The order of a plan's actions, as `SEMANTICS` defines it under *Order*.
//!
//! Actions are positions in default order. They are placed one after the other; before an action is placed, those that
//! must precede it are, in default order and by the same rule. What the definition leaves open is settled here:
//!
//! - A demand of an action on itself demands nothing, as where a step that it belongs to stands for its actions.
//! - What stands first stands before every other action: two demands that each put another action first are a cycle.
//! - "Its members keep default order among themselves" is itself a demand: wherever one member of a cycle is placed,
//!   the earlier ones already are.
//!
//! Which actions are present and which demands hold may depend on what is still unknown. So both are asked for only
//! where the answer matters, and a caller can replay the placing for each answer: the order of the actions that are
//! present never depends on an answer that was not asked for.

mod answers;
#[cfg(test)]
mod tests;

use crate::engine::demands::{Demands, Edge};
use answers::Answers;

/// What the order depends on. Nothing is asked twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Whether an action is in the plan.
    Present(u16),
    /// Whether a demand is made.
    Active(u16),
}

/// The actions in the order of the plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sequence {
    /// Every action. Those that are not present, or were not asked for, stand where they would stand if nothing else
    /// changed.
    pub order: Vec<u16>,
    /// Cycles of demands, each by its actions in default order: the demands among them were dropped.
    pub cycles: Vec<Vec<u16>>,
    /// Actions that were placed before their turn, each with a demand that called for it. Whether such an action
    /// passed any that is present, only the caller can tell.
    pub moved: Vec<(u16, u16)>,
}

/// Orders so many actions, by the answers to what the order depends on.
pub fn sequence(actions: u16, demands: &Demands, ask: &mut dyn FnMut(Question) -> bool) -> Sequence {
    let mut placing = Placing {
        demands,
        answers: Answers::new(ask),
        placed: vec![false; usize::from(actions)],
        cycle_of: vec![None; usize::from(actions)],
        cycles: 0,
        result: Sequence::default(),
    };
    for action in 0..actions {
        if placing.is_open(action) {
            placing.place(action);
        }
    }
    for action in 0..actions {
        placing.list_in_cycle(action);
    }
    placing.result
}

struct Placing<'a> {
    demands: &'a Demands,
    answers: Answers<'a>,
    placed: Vec<bool>,
    /// By action, the cycle that it was found in, of so many.
    cycle_of: Vec<Option<usize>>,
    cycles: usize,
    result: Sequence,
}

/// What stands before an action, by a demand, or by none where both are of one cycle.
#[derive(Clone, Copy)]
struct Precedence {
    before: u16,
    demand: Option<u16>,
}

/// An action on the way from the one that is to be placed.
struct Visit {
    action: u16,
    /// Its place among those that are reached and of no component yet, from 1.
    place: usize,
    precedences: Vec<Precedence>,
    /// How many of the precedences are followed.
    followed: usize,
}

impl Placing<'_> {
    fn is_absent(&self, action: u16) -> bool {
        self.answers.known(Question::Present(action)) == Some(false)
    }

    fn is_open(&self, action: u16) -> bool {
        self.placed.get(usize::from(action)).is_some_and(|placed| !placed)
    }

    fn cycle_of(&self, action: u16) -> Option<usize> {
        self.cycle_of.get(usize::from(action)).copied().flatten()
    }

    /// Places an action and, before it, whatever must precede it.
    fn place(&mut self, action: u16) {
        let mut order = vec![action];
        if !self.precedences(action, action).is_empty() {
            let (cycles, moved) = (self.cycles, self.result.moved.len());
            order = self.walk(action);
            if self.cycles > cycles {
                // The demands within a cycle are gone, and its members follow each other instead.
                self.result.moved.truncate(moved);
                order = self.walk(action);
            }
        }
        for action in order {
            if let Some(placed) = self.placed.get_mut(usize::from(action)) {
                *placed = true;
                self.result.order.push(action);
            }
        }
    }

    /// What placing `root` places, each after all that must precede it, and those in default order. Takes note of what
    /// moves, and of cycles: the strongly connected components of more than one action, by Tarjan's algorithm (1972).
    /// Keeps its own stack, since a chain of demands may be longer than the browser's.
    fn walk(&mut self, root: u16) -> Vec<u16> {
        const UNSEEN: usize = 0;
        const DONE: usize = usize::MAX;
        let mut order = Vec::new();
        // By action: the first place that it is known to lead back to.
        let mut earliest = vec![UNSEEN; self.placed.len()];
        let mut open: Vec<u16> = Vec::new();
        let mut path: Vec<Visit> = Vec::new();
        let mut next = Some(root);
        loop {
            if let Some(action) = next.take() {
                let precedences = self.precedences(action, root);
                if self.is_absent(action) {
                    // It turned out so after it was found to precede another.
                    set(&mut earliest, action, DONE);
                    continue;
                }
                open.push(action);
                set(&mut earliest, action, open.len());
                path.push(Visit { action, place: open.len(), precedences, followed: 0 });
            }
            let Some(visit) = path.last_mut() else { return order };
            let own = at(&earliest, visit.action);
            if let Some(Precedence { before, .. }) = visit.precedences.get(visit.followed) {
                match at(&earliest, *before) {
                    UNSEEN => next = Some(*before),
                    reached => {
                        set(&mut earliest, visit.action, own.min(reached));
                        visit.followed = visit.followed.saturating_add(1);
                    }
                }
                continue;
            }
            order.push(visit.action);
            let place = visit.place;
            if own == place {
                let is_cycle = open.len() > place;
                while open.len() >= place
                    && let Some(member) = open.pop()
                {
                    set(&mut earliest, member, DONE);
                    if is_cycle {
                        set(&mut self.cycle_of, member, Some(self.cycles));
                    }
                }
                self.cycles = self.cycles.saturating_add(usize::from(is_cycle));
            }
            let precedences = path.pop().map_or_else(Vec::new, |visit| visit.precedences);
            for Precedence { before, demand } in precedences {
                if let Some(demand) = demand.filter(|_| before != root && !self.is_absent(before)) {
                    self.result.moved.push((before, demand));
                }
            }
        }
    }

    /// What directly precedes an action, unplaced and not known to be absent, in default order. Presence is only asked
    /// for where the action has predecessors of its own: without them, placing an absent action early changes nothing.
    fn precedences(&mut self, after: u16, root: u16) -> Vec<Precedence> {
        let demands = self.demands;
        let cycle = self.cycle_of(after);
        let mut found: Vec<Precedence> = Vec::new();
        for Edge { before, demand, .. } in demands.on(after).iter().copied() {
            let repeated = found.last().is_some_and(|last| last.before == before);
            let dropped = cycle.is_some() && self.cycle_of(before) == cycle;
            let absent = self.is_absent(before) || self.is_absent(after);
            if repeated || dropped || absent || !self.is_open(before) || !self.answers.answer(Question::Active(demand))
            {
                continue;
            }
            // The root stands before its own predecessors: a cycle, if it is there.
            if self.answers.answer(Question::Present(after))
                && (before != root || self.answers.answer(Question::Present(root)))
            {
                found.push(Precedence { before, demand: Some(demand) });
            }
        }
        if cycle.is_some() {
            for before in 0..after {
                if self.cycle_of(before) == cycle && self.is_open(before) {
                    let place = found.partition_point(|other| other.before < before);
                    found.insert(place, Precedence { before, demand: None });
                }
            }
        }
        found
    }

    /// Adds an action to the list of its cycle; the first of a cycle begins it.
    fn list_in_cycle(&mut self, action: u16) {
        let Some(cycle) = self.cycle_of(action) else { return };
        let is_own = |members: &&mut Vec<u16>| {
            members.first().is_some_and(|first| self.cycle_of.get(usize::from(*first)) == Some(&Some(cycle)))
        };
        match self.result.cycles.iter_mut().find(is_own) {
            Some(members) => members.push(action),
            None => self.result.cycles.push(vec![action]),
        }
    }
}

fn at(values: &[usize], action: u16) -> usize {
    values.get(usize::from(action)).copied().unwrap_or(usize::MAX)
}

fn set<T>(values: &mut [T], action: u16, value: T) {
    if let Some(slot) = values.get_mut(usize::from(action)) {
        *slot = value;
    }
}
