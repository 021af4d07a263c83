//! The order of a plan, word by word as S1 to S4 define it.

use std::collections::BTreeSet;

use amends::model::{ActionId, Demand, Pack, Place};

/// The present actions of a plan in their order, and the rules at odds in each cycle of demands.
///
/// `present` stands in default order; `demands` come with the position of the rule that makes them.
pub fn order(pack: &Pack, present: &[ActionId], demands: &[(usize, Demand)]) -> (Vec<ActionId>, Vec<Vec<usize>>) {
    let demanded = edges(pack, present, demands);
    let reaches = |from: ActionId, to: ActionId| is_path(&demanded, from, to);
    let in_cycle = |a: ActionId, b: ActionId| a != b && reaches(a, b) && reaches(b, a);

    let mut precede: BTreeSet<(ActionId, ActionId)> = BTreeSet::new();
    let mut cycles: BTreeSet<Vec<usize>> = BTreeSet::new();
    for (rule, before, after) in &demanded {
        if !in_cycle(*before, *after) {
            precede.insert((*before, *after));
            continue;
        }
        // All demands between members of this cycle, and so the same set for each of them.
        let inside =
            |(_, a, b): &&(usize, ActionId, ActionId)| in_cycle(*a, *b) && (*a == *before || in_cycle(*a, *before));
        let rules: BTreeSet<usize> = demanded.iter().filter(inside).map(|(rule, _, _)| *rule).collect();
        debug_assert!(rules.contains(rule));
        cycles.insert(rules.into_iter().collect());
    }
    // S4: members of a cycle keep default order among themselves.
    for (at, before) in present.iter().enumerate() {
        precede.extend(present[at..].iter().filter(|after| in_cycle(*before, **after)).map(|after| (*before, *after)));
    }

    let mut placed = Vec::new();
    for action in present {
        place(*action, present, &precede, &mut placed);
    }
    (placed, cycles.into_iter().collect())
}

/// S3: before an action, all that must precede it, in default order and by this same rule.
fn place(action: ActionId, present: &[ActionId], precede: &BTreeSet<(ActionId, ActionId)>, placed: &mut Vec<ActionId>) {
    if placed.contains(&action) {
        return;
    }
    for before in present.iter().filter(|before| precede.contains(&(**before, action))) {
        place(*before, present, precede, placed);
    }
    placed.push(action);
}

/// S1, S2: each demand as pairs of present actions.
fn edges(pack: &Pack, present: &[ActionId], demands: &[(usize, Demand)]) -> Vec<(usize, ActionId, ActionId)> {
    let of = |place: Place| {
        present.iter().copied().filter(move |action| match place {
            Place::Action(named) => named == *action,
            Place::Step(step) => pack.actions[action.index()].step == step,
        })
    };
    let mut edges = Vec::new();
    for (rule, demand) in demands {
        match demand {
            Demand::Before(first, second) => {
                for before in of(*first) {
                    edges.extend(of(*second).filter(|after| *after != before).map(|after| (*rule, before, after)));
                }
            }
            Demand::First(first) => {
                let members: Vec<ActionId> = of(*first).collect();
                for before in &members {
                    let others = present.iter().filter(|after| !members.contains(after));
                    edges.extend(others.map(|after| (*rule, *before, *after)));
                }
            }
        }
    }
    edges
}

fn is_path(edges: &[(usize, ActionId, ActionId)], from: ActionId, to: ActionId) -> bool {
    let mut reached = BTreeSet::from([from]);
    loop {
        let next: BTreeSet<ActionId> =
            edges.iter().filter(|(_, before, _)| reached.contains(before)).map(|(_, _, after)| *after).collect();
        if next.contains(&to) {
            return true;
        }
        if next.is_subset(&reached) {
            return false;
        }
        reached.extend(next);
    }
}
