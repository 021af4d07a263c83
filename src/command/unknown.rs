//! A name that cannot be asked for: what bears it, if anything does, and what can be asked of that.

use amends::model::{Name, Pack, Place, Rule};
use amends::plan::{Shown, UnknownName};

use super::problem::Problem;
use super::values::words;

/// Which question was put.
#[derive(Clone, Copy, PartialEq)]
pub enum Asked {
    Explain,
    Decide,
}

/// The problem with a name that bears nothing of the kind that was asked for.
pub fn problem(error: UnknownName, pack: &Pack, asked: Asked) -> Problem {
    let name = error.name.as_str();
    let is = |what: &str, help: String| Problem::new("unknown-name", format!("`{name}` is {what}")).help(help);
    let of_actions = "it is put into plans: `amends explain` says why, `amends recommend` when";
    if let Some(paid) = pack.compensation.as_ref().filter(|_| name == "compensation.amount") {
        let amount = pack.id_of(Name::Derived(paid.amount));
        return is("what a plan pays", format!("in this pack that is `{amount}`; ask for it"));
    }
    if pack.facts.iter().any(|fact| fact.id == name) {
        let help =
            "`amends decide` shows what the case has of it; ask why of an action, a value, a condition or a table";
        return is("a fact, which no rule concludes", help.to_owned());
    }
    if pack.actions.iter().any(|action| action.id == name) {
        return is("an action, which has no value", of_actions.to_owned());
    }
    if pack.steps.iter().any(|step| step.id == name) {
        return is("a step, which has no value", of_actions.to_owned());
    }
    if let Some(rule) = pack.rules.iter().find(|rule| rule.id == name) {
        let concluded = concluded(rule, pack);
        let verb = if asked == Asked::Explain { "ask why of" } else { "`amends explain` says why of" };
        return is("a rule", format!("{verb} what it concludes: {concluded}"));
    }
    if let Some(setting) = pack.settings.iter().find(|setting| setting.id == name) {
        let value = words(&Shown::value(&setting.value, &setting.kind, pack), Some(&setting.kind), pack);
        return is("a setting", format!("it is {value} in every case; ask for what reads it"));
    }
    if pack.parameters.iter().any(|parameter| parameter.id == name) {
        return is("a parameter", format!("`amends explain PACK ACTION.{name}` says what sets it on an action"));
    }
    if pack.roles.iter().any(|role| role.id == name) {
        return is("a role", "ask for what is given; `amends recommend` says whose approval that needs".to_owned());
    }
    if pack.evidence.iter().any(|evidence| evidence.id == name) {
        return is("evidence", "`amends describe` tells what it says and what stands on it".to_owned());
    }
    Problem::from(error)
}

fn concluded(rule: &Rule, pack: &Pack) -> String {
    let action = |at: usize| pack.actions.get(at).map_or("", |action| action.id.as_str());
    let step = |at: usize| pack.steps.get(at).map_or("", |step| step.id.as_str());
    let place = |place: &Place| match place {
        Place::Action(id) => action(id.index()).to_owned(),
        Place::Step(id) => step(id.index()).to_owned(),
    };
    let recommended = rule.recommend.iter().map(|id| action(id.index()).to_owned());
    let avoided = rule.avoid.iter().map(|id| format!("avoid:{}", action(id.index())));
    let skipped = rule.skip.iter().map(|id| step(id.index()).to_owned());
    let ordered = rule.demands.iter().map(|demand| match demand {
        amends::model::Demand::Before(first, second) => format!("{}<{}", place(first), place(second)),
        amends::model::Demand::First(first) => place(first),
    });
    let all = recommended.chain(avoided).chain(skipped).chain(ordered);
    all.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
