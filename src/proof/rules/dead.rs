//! Rules that no case meets, and what they recommend in vain.

use super::{Finding, Kind, Room, Subject};
use crate::engine::diagram::{Node, leaf_id};

/// Reports rules that hold in no case, and actions that a rule recommends and others always keep out of the plan.
pub(super) fn check(room: &mut Room<'_>) {
    let pack = &room.cases.engine.pack;
    for (at, rule) in pack.rules.iter().enumerate() {
        let holds = room.elements.rules.get(at).copied().unwrap_or(Node::NO);
        if !room.world.is_valid(&rule.grounds) {
            continue;
        }
        if room.is_never(holds) {
            let message = format!("no case meets the rule `{}`", rule.id);
            let finding =
                Finding::new(Kind::DeadRule, Subject::Rule(at), message).label("its cells never hold together");
            room.found.push(finding.help("mend its cells, or leave it out"));
            continue;
        }
        for action in &rule.recommend {
            let present = room.elements.presence.get(action.index()).copied().unwrap_or(Node::NO);
            let both = room.world.attempt(|world| world.diagrams.and(holds, present)).unwrap_or(Node::BLURRED);
            if room.is_never(both) {
                let id = pack.actions.get(action.index()).map_or("", |action| &action.id);
                let message = format!("the rule `{}` never brings `{id}` into a plan", rule.id);
                let because = against(room, at, *action);
                let finding = Finding::new(Kind::ContradictedRule, Subject::Rule(at), message);
                let finding = finding.label("wherever it holds, the action is avoided or its step left out");
                let finding = finding.help("narrow the one or the others, or leave out what it recommends");
                let others = because.into_iter().map(Subject::Rule);
                room.found.push(finding.related(others, "keeps it out"));
            }
        }
    }
}

/// The rules that avoid an action, or leave out its step, in some case in which a rule holds.
fn against(room: &mut Room<'_>, rule: usize, action: crate::model::ActionId) -> Vec<usize> {
    let pack = &room.cases.engine.pack;
    let step = pack.actions.get(action.index()).map(|action| action.step);
    let holds = room.elements.rules.get(rule).copied().unwrap_or(Node::NO);
    let mut against = Vec::new();
    for (at, other) in pack.rules.iter().enumerate() {
        if other.avoid.contains(&action) || step.is_some_and(|step| other.skip.contains(&step)) {
            let own = room.elements.rules.get(at).copied().unwrap_or(Node::NO);
            let both = room.world.attempt(|world| world.diagrams.and(holds, own)).unwrap_or(Node::BLURRED);
            if room.world.diagrams.leaves(both).contains(&leaf_id::YES) {
                against.push(at);
            }
        }
    }
    against
}
