//! Rules that say nothing that others do not say as well.

use super::{Finding, Kind, Room, Subject};
use crate::engine::diagram::{Node, leaf_id};
use crate::engine::world::World;
use crate::model::{ActionId, Demand, Entry, ParameterId, Rule, StepId};

/// One thing that a rule concludes.
enum Conclusion<'r> {
    Do(ActionId),
    Set(ActionId, &'r (ParameterId, Entry)),
    Avoid(ActionId),
    Skip(StepId),
    Demand(Demand),
}

/// Reports each rule of which every conclusion is drawn by others wherever it holds. Of rules that say the same the first
/// stays.
pub(super) fn check(room: &mut Room<'_>) {
    let rules = &room.cases.engine.pack.rules;
    let mut spare: Vec<usize> = Vec::new();
    let mut found = Vec::new();
    for (at, rule) in rules.iter().enumerate().rev() {
        let holds = room.elements.rules.get(at).copied().unwrap_or(Node::NO);
        if room.is_never(holds) || room.world.diagrams.leaves(holds).contains(&leaf_id::BLURRED) {
            continue;
        }
        let others: Vec<usize> = (0..rules.len()).filter(|other| *other != at && !spare.contains(other)).collect();
        if !is_said(room, rule, holds, &others) {
            continue;
        }
        let mut by = others;
        let mut last = by.len();
        while let Some(before) = last.checked_sub(1) {
            last = before;
            let mut fewer = by.clone();
            fewer.remove(last);
            if is_said(room, rule, holds, &fewer) {
                by = fewer;
            }
        }
        spare.push(at);
        let names: Vec<String> =
            by.iter().filter_map(|rule| rules.get(*rule)).map(|rule| format!("`{}`", rule.id)).collect();
        let finding = Finding::new(
            Kind::SubsumedRule,
            Subject::Rule(at),
            format!("the rule `{}` says nothing that others do not say", rule.id),
        );
        let finding =
            finding.label(format!("wherever it holds, {} say{} the same", names.join(" or "), ending(&names)));
        let finding = finding.help("leave it out, or give its reason to the others");
        found.push(finding.related(by.into_iter().map(Subject::Rule), "says it there"));
    }
    found.reverse();
    room.found.extend(found);
}

fn ending(names: &[String]) -> &'static str {
    if names.len() == 1 { "s" } else { "" }
}

/// Whether some rules draw every conclusion of a rule wherever it holds, and are undetermined nowhere but where they are
/// without it.
fn is_said(room: &mut Room<'_>, rule: &Rule, holds: Node, by: &[usize]) -> bool {
    conclusions(rule).iter().all(|conclusion| {
        let drawing = by
            .iter()
            .filter(|other| room.cases.engine.pack.rules.get(**other).is_some_and(|other| draws(other, conclusion)));
        let others: Vec<Node> = drawing.filter_map(|other| room.elements.rules.get(*other)).copied().collect();
        let is_said = room.world.attempt(|world| {
            let said = others.iter().fold(Node::NO, |said, own| both_say(world, conclusion, said, *own));
            let is_known = !world.diagrams.leaves(said).contains(&leaf_id::BLURRED);
            // Equal functions are one node.
            is_known && both_say(world, conclusion, said, holds) == said
        });
        is_said.unwrap_or(false)
    })
}

/// Where one of two rules draws a conclusion of both.
fn both_say(world: &mut World<'_>, conclusion: &Conclusion<'_>, one: Node, other: Node) -> Node {
    match conclusion {
        // One that is undetermined leaves the parameter so, whatever others set it to (P5).
        Conclusion::Set(..) => world.diagrams.combine(one, other, &mut |one, other| one.max(other)),
        _ => world.diagrams.or(one, other),
    }
}

fn conclusions(rule: &Rule) -> Vec<Conclusion<'_>> {
    let mut all = Vec::new();
    for action in &rule.recommend {
        all.push(Conclusion::Do(*action));
        all.extend(rule.with.iter().map(|set| Conclusion::Set(*action, set)));
    }
    all.extend(rule.avoid.iter().map(|action| Conclusion::Avoid(*action)));
    all.extend(rule.skip.iter().map(|step| Conclusion::Skip(*step)));
    all.extend(rule.demands.iter().map(|demand| Conclusion::Demand(*demand)));
    all
}

fn draws(rule: &Rule, conclusion: &Conclusion<'_>) -> bool {
    match conclusion {
        Conclusion::Do(action) => rule.recommend.contains(action),
        Conclusion::Set(action, set) => rule.recommend.contains(action) && rule.with.contains(set),
        Conclusion::Avoid(action) => rule.avoid.contains(action),
        Conclusion::Skip(step) => rule.skip.contains(step),
        Conclusion::Demand(demand) => rule.demands.contains(demand),
    }
}
