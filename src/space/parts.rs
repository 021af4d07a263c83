//! Where something holds, taken apart into regions that people can read.

mod worded;

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use crate::engine::diagram::by_node::ByNode;
use crate::engine::diagram::{Node, Variable};
use crate::engine::world::{Meaning, World};
use crate::sorted::{Map, sort_by};

use super::share::{share, weights};
use super::{Region, Regions};
use worded::region;

impl Regions {
    /// The largest regions of where a truth holds, at most so many.
    pub fn of(world: &World<'_>, truth: Node, most: usize) -> Regions {
        let Parts { mut parts, mut further } = Parts::of(world, truth);
        merge(world, &mut parts);
        let mut largest: Vec<Region> = parts.iter().map(|part| region(world, part)).collect();
        sort_by(&mut largest, &|a, b| b.share.unwrap_or(0.0).total_cmp(&a.share.unwrap_or(0.0)));
        further |= largest.len() > most;
        largest.truncate(most);
        Regions { largest, further, share: share(world, truth) }
    }
}

/// By variable, the atoms that it may have, ascending; a variable that is not there may have any.
type Part = Map<Variable, Vec<u16>>;

/// So many parts are taken apart before they are joined again.
const MOST_PARTS: usize = 256;

/// So many steps are made on the way to them.
const MOST_STEPS: usize = 50_000;

/// Parts that lie apart, and whether there are more.
struct Parts {
    parts: Vec<Part>,
    further: bool,
}

impl Parts {
    /// Where a truth holds, the largest parts first: siblings that lead to the same are one way.
    fn of(world: &World<'_>, truth: Node) -> Parts {
        let mut best = ByNode::default();
        let mut open = BinaryHeap::from([Way {
            promise: widest(world, truth, &mut best),
            share: 1.0,
            part: Part::default(),
            node: truth,
        }]);
        let mut found = Parts { parts: Vec::new(), further: false };
        let mut steps = 0_usize;
        while let Some(way) = open.pop() {
            steps = steps.saturating_add(1);
            if way.promise <= 0.0 {
                break;
            }
            if found.parts.len() >= MOST_PARTS || steps >= MOST_STEPS {
                found.further = true;
                break;
            }
            let Some(variable) = world.diagrams.variable(way.node) else {
                found.parts.push(way.part);
                continue;
            };
            for (child, atoms, weight) in ways(world, way.node, variable) {
                let promise = way.share * weight * widest(world, child, &mut best);
                if promise > 0.0 {
                    let mut part = way.part.clone();
                    part.insert(variable, atoms);
                    open.push(Way { promise, share: way.share * weight, part, node: child });
                }
            }
        }
        found
    }
}

/// A way from the top of a diagram down to one of its nodes.
struct Way {
    /// The share of all cases of the largest part that it leads to.
    promise: f64,
    /// The share of all cases that take it.
    share: f64,
    part: Part,
    node: Node,
}

impl Ord for Way {
    fn cmp(&self, other: &Self) -> Ordering {
        // Of equal ones the first by its atoms, so that the same pack gives the same regions.
        self.promise.total_cmp(&other.promise).then_with(|| other.part.cmp(&self.part))
    }
}

impl PartialOrd for Way {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Way {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Way {}

/// The children of a node, each with the atoms that lead to it and their weight together.
fn ways(world: &World<'_>, node: Node, variable: Variable) -> Vec<(Node, Vec<u16>, f64)> {
    let children = world.diagrams.children(node);
    let weights = weights(world, variable).unwrap_or_else(|| vec![1.0; children.len()]);
    let mut ways: Vec<(Node, Vec<u16>, f64)> = Vec::new();
    let mut places: ByNode<usize> = ByNode::default();
    for ((atom, child), weight) in (0..).zip(children).zip(weights) {
        match places.get(*child).and_then(|place| ways.get_mut(*place)) {
            Some((_, atoms, sum)) => {
                atoms.push(atom);
                *sum += weight;
            }
            None => {
                places.insert(*child, ways.len());
                ways.push((*child, vec![atom], weight));
            }
        }
    }
    ways
}

/// The share of the largest part below a node.
fn widest(world: &World<'_>, node: Node, known: &mut ByNode<f64>) -> f64 {
    let Some(variable) = world.diagrams.variable(node) else { return if node == Node::YES { 1.0 } else { 0.0 } };
    if let Some(known) = known.get(node) {
        return *known;
    }
    let mut most: f64 = 0.0;
    for (child, _, weight) in ways(world, node, variable) {
        most = most.max(weight * widest(world, child, known));
    }
    known.insert(node, most);
    most
}

/// Joins parts that differ in one variable only, for as long as there are any.
fn merge(world: &World<'_>, parts: &mut Vec<Part>) {
    let mut at = 0;
    while let Some(part) = parts.get(at).cloned() {
        let joined = parts.iter().enumerate().skip(at.saturating_add(1)).find_map(|(other, own)| {
            let variable = only_difference(&part, own)?;
            Some((other, variable))
        });
        let Some((other, variable)) = joined else {
            at = at.saturating_add(1);
            continue;
        };
        let more = parts.remove(other).remove(&variable).unwrap_or_default();
        let Some(part) = parts.get_mut(at) else { continue };
        let mut atoms = part.remove(&variable).unwrap_or_default();
        atoms.extend(more);
        if atoms.len() < atoms_of(world, variable) {
            sort_by(&mut atoms, &Ord::cmp);
            part.insert(variable, atoms);
        }
        // What it now is may fit to one that was passed over.
        at = 0;
    }
}

fn atoms_of(world: &World<'_>, variable: Variable) -> usize {
    match world.variables.get(usize::from(variable)) {
        Some(Meaning::Pieces { pieces, none, .. }) => pieces.len().saturating_add(usize::from(*none)),
        Some(Meaning::Quantity { thresholds, .. }) => thresholds.len().saturating_add(1),
        _ => 2,
    }
}

/// The one variable in which two parts differ, if it is one.
fn only_difference(one: &Part, other: &Part) -> Option<Variable> {
    if one.len() != other.len() {
        return None;
    }
    let mut different = None;
    for ((variable, atoms), (other_variable, other_atoms)) in one.iter().zip(other) {
        if variable != other_variable {
            return None;
        }
        if atoms != other_atoms && different.replace(*variable).is_some() {
            return None;
        }
    }
    different
}
