//! The steps: what can be done in each, in which words, and the rules that choose it, each a sentence.

use amends::model::{Action, ActionId, Demand, Pack, Place, Rule, StepId};
use amends::pack::Kind;
use amends::plan::{Entries, Words};

use super::super::words::Said;
use super::Described;
use super::cells::when;
use super::formulas::entry;
use super::sections::validity;
use super::sources::{because, escaped, evidence, joined};

/// One section for each step of the recovery sequence in which there is something to do or to keep.
pub fn steps(described: &Described) -> String {
    let steps = described.pack.steps.iter().enumerate();
    let steps = steps.map(|(at, step)| self::step(described, StepId::at(at), &step.title));
    steps.filter(|step| !step.is_empty()).collect::<Vec<_>>().join("\n")
}

fn step(described: &Described, id: StepId, title: &str) -> String {
    let pack = described.pack;
    let mut text = String::new();
    let (to_avoid, to_do): (Vec<_>, Vec<_>) = pack
        .actions
        .iter()
        .enumerate()
        .filter(|(_, action)| action.step == id)
        .partition(|(at, _)| is_only_avoided(ActionId::at(*at), pack));
    for (heading, actions) in [("What can be done", to_do), ("What is to be avoided", to_avoid)] {
        if !actions.is_empty() {
            text.push_str(&format!("### {heading}\n\n"));
            actions.iter().for_each(|(_, action)| text.push_str(&self::action(described, action)));
            text.push('\n');
        }
    }
    let rules: Vec<&Rule> = pack.rules.iter().filter(|rule| step_of(rule, pack) == Some(id)).collect();
    if !rules.is_empty() {
        text.push_str("### Rules\n\n");
        for rule in rules {
            text.push_str(&format!("- {}\n", sentence(described, rule)));
        }
    }
    if text.is_empty() { text } else { format!("## Step: {}\n\n{text}", escaped(title)) }
}

/// Whether rules only ever say to avoid it.
fn is_only_avoided(action: ActionId, pack: &Pack) -> bool {
    pack.rules.iter().all(|rule| !rule.recommend.contains(&action))
        && pack.rules.iter().any(|rule| rule.avoid.contains(&action))
}

/// The step that a rule is read under: that of the first thing it speaks of.
fn step_of(rule: &Rule, pack: &Pack) -> Option<StepId> {
    let demanded = rule.demands.iter().map(|demand| match demand {
        Demand::Before(first, _) | Demand::First(first) => *first,
    });
    let actions = rule.recommend.iter().chain(&rule.avoid).map(|action| Place::Action(*action));
    let steps = rule.skip.iter().map(|step| Place::Step(*step));
    actions.chain(demanded).chain(steps).next().and_then(|place| match place {
        Place::Action(action) => pack.actions.get(action.index()).map(|action| action.step),
        Place::Step(step) => Some(step),
    })
}

fn action(described: &Described, action: &Action) -> String {
    let justice: Vec<&str> = action.justice.iter().map(|justice| justice.id()).collect();
    let marks = joined(
        [
            if action.must { "never skipped".to_owned() } else { String::new() },
            action.kind.as_deref().map(escaped).unwrap_or_default(),
            if justice.is_empty() { String::new() } else { format!("{} justice", justice.join(" and ")) },
        ],
        ", ",
    );
    let marks = if marks.is_empty() { marks } else { format!(" ({marks})") };
    let source = described.sources.of(Kind::Action, &action.id);
    let words = words(described, action).map(|words| format!("  \n  “{words}”")).unwrap_or_default();
    format!("- **{}**{marks} {source}{words}\n", escaped(&action.title))
}

/// The first way of saying it, blanks in brackets.
fn words(described: &Described, action: &Action) -> Option<String> {
    let say = action.say.as_ref()?;
    let fillings = say.args.iter().filter_map(|argument| described.pack.argument(argument));
    let missing = fillings.map(|(id, _, _)| id).collect();
    let words = Words { message: &action.id, variants: say.variants, args: Entries(Vec::new()), missing };
    match described.phrases.say(&words, Some(say), described.pack)? {
        Said::Ready(text) | Said::WithBlanks(text) => Some(escaped(&text)),
    }
}

/// `When …, unless …: do …, by …. Because …`
fn sentence(described: &Described, rule: &Rule) -> String {
    let pack = described.pack;
    let condition = when(&rule.when, pack).map_or_else(|| "Always".to_owned(), |when| format!("When {when}"));
    let unless = match rule.unless.0.is_empty() {
        true => String::new(),
        false => format!(", unless {}", when(&rule.unless, pack).unwrap_or_else(|| "ever".to_owned())),
    };
    let validity = validity(&rule.grounds);
    let conclusions = conclusions(rule, pack).join("; ");
    let source = described.sources.of(Kind::Rule, &rule.id);
    let grounds = joined([because(&rule.grounds), evidence(&rule.grounds.evidence, pack), source], " · ");
    format!("{condition}{unless}{validity}: {conclusions}.  \n  {grounds}")
}

fn conclusions(rule: &Rule, pack: &Pack) -> Vec<String> {
    let titles = |actions: &[ActionId]| {
        let known = actions.iter().filter_map(|action| pack.actions.get(action.index()));
        known.map(|action| format!("“{}”", escaped(&action.title))).collect::<Vec<_>>().join(" and ")
    };
    let with: Vec<String> = rule
        .with
        .iter()
        .filter_map(|(parameter, given)| {
            let parameter = pack.parameters.get(parameter.index())?;
            Some(format!("{}: {}", escaped(&parameter.title), entry(given, &parameter.kind, pack)))
        })
        .collect();
    let mut parts = Vec::new();
    if !rule.recommend.is_empty() {
        let with = if with.is_empty() { String::new() } else { format!(" ({})", with.join(", ")) };
        parts.push(format!("**do** {}{with}", titles(&rule.recommend)));
    }
    if !rule.avoid.is_empty() {
        parts.push(format!("**avoid** {}", titles(&rule.avoid)));
    }
    for demand in &rule.demands {
        parts.push(match demand {
            Demand::Before(first, second) => format!("{} **before** {}", place(*first, pack), place(*second, pack)),
            Demand::First(first) => format!("{} **before all else**", place(*first, pack)),
        });
    }
    for step in &rule.skip {
        parts.push(format!("**leave out** {}", place(Place::Step(*step), pack)));
    }
    parts
}

/// An action or a step by its title.
pub fn place(place: Place, pack: &Pack) -> String {
    match place {
        Place::Action(action) => pack.actions.get(action.index()).map(|of| format!("“{}”", escaped(&of.title))),
        Place::Step(step) => pack.steps.get(step.index()).map(|of| format!("the step “{}”", escaped(&of.title))),
    }
    .unwrap_or_default()
}

/// The step or action that bears an id: they share their ids.
pub fn named(id: &str, pack: &Pack) -> Option<Place> {
    let action = pack.actions.iter().position(|action| action.id == id);
    let step = || pack.steps.iter().position(|step| step.id == id);
    action.map(|at| Place::Action(ActionId::at(at))).or_else(|| step().map(|at| Place::Step(StepId::at(at))))
}
