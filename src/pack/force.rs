//! The order in which diagrams ask for the facts of a pack.

#![expect(clippy::arithmetic_side_effects, reason = "floating point, and counts of what is in memory")]

use super::order::edges;
use crate::model::{FactId, Pack};

const ROUNDS: usize = 40;

/// An order of facts in which those that are tested together stand close: FORCE (Aloul, Markov & Sakallah 2003).
///
/// Facts and derived quantities stand in a row; every rule, and every definition with what it reads, pulls its members
/// to their common centre.
pub(super) fn force(pack: &Pack) -> Vec<FactId> {
    let mut edges = edges(pack);
    // What stands alone has nothing to pull.
    edges.retain(|edge| edge.len() > 1);
    let members = pack.facts.len() + pack.derived.len();
    let mut order: Vec<usize> = (0..members).collect();
    let mut position: Vec<f64> = (0..members).map(as_float).collect();
    for _ in 0..ROUNDS {
        let mut pulled = vec![(0.0, 0.0); members];
        for edge in &edges {
            let sum = edge.iter().filter_map(|at| position.get(*at)).sum::<f64>();
            let centre = sum / as_float(edge.len());
            for at in edge {
                if let Some((total, count)) = pulled.get_mut(*at) {
                    *total += centre;
                    *count += 1.0;
                }
            }
        }
        for (own, (total, count)) in position.iter_mut().zip(pulled) {
            if count > 0.0 {
                *own = total / count;
            }
        }
        let of = |at: &usize| position.get(*at).copied().unwrap_or(0.0);
        order.sort_by(|a, b| of(a).total_cmp(&of(b)).then(a.cmp(b)));
        for (rank, at) in order.iter().enumerate() {
            if let Some(position) = position.get_mut(*at) {
                *position = as_float(rank);
            }
        }
    }
    order.into_iter().filter(|at| *at < pack.facts.len()).map(FactId::at).collect()
}

fn as_float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
