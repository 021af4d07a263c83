//! The interview as somebody reads it.

use std::path::PathBuf;

use amends::model::{FactId, Pack};
use amends::plan::{self, Change, Settled, Shown, Standing};

use super::super::check::count;
use super::super::output::{self, DOUBTFUL, GOOD, Plain, QUIET, STRESS};
use super::super::planned::View;
use super::super::problem::Stop;
use super::super::sentences::who_knows;
use super::super::values::words;
use super::interview::Interview;
use super::{Answered, Face, Reply};

/// What takes the answers of an interview that is told in words.
pub trait Prompt {
    /// The next thing that is said to a question, once it is a valid answer.
    fn prompt(&mut self, interview: &Interview, fact: FactId) -> Result<Reply, Stop>;
}

/// The interview in words; who answers is left to `P`.
pub struct Text<P> {
    prompt: P,
}

impl<P: Prompt> Text<P> {
    pub fn new(prompt: P) -> Self {
        Text { prompt }
    }
}

impl<P: Prompt> Face for Text<P> {
    fn reply(&mut self, interview: &Interview, fact: FactId) -> Result<Reply, Stop> {
        let questions = interview.questions();
        let asked = questions.iter().find(|(own, _)| *own == fact);
        if let (Some((_, question)), Some(declared)) = (asked, interview.fact(fact)) {
            let number = interview.answers().saturating_add(1);
            let others = match questions.len() {
                1 => "the only one left".to_owned(),
                left => format!("best of {left}"),
            };
            let (from, cost) = (who_knows(declared.from), declared.from.cost());
            output::line(&format!("\n{STRESS}{number}. {}{STRESS:#}", Plain(question.ask)))?;
            let title = Plain(&declared.title);
            output::line(&format!("   {QUIET}{title}; {from}, cost {cost}; {others}{QUIET:#}"))?;
        }
        self.prompt.prompt(interview, fact)
    }

    fn answered(&mut self, interview: &Interview, answer: &Answered) -> Result<(), Stop> {
        let mut lines = told(&answer.changes, interview.pack());
        if lines.is_empty() {
            lines.push(NOTHING.to_owned());
        }
        lines.iter().try_for_each(|line| output::line(&format!("   {line}")))?;
        let is_open_as_a_whole = interview.plan.settled == Settled::Open && interview.steps(Settled::Open).is_empty();
        let whole = if is_open_as_a_whole { "; open: what is paid, or the order of all" } else { "" };
        let steps =
            [("settled", Settled::Yes), ("under assumptions", Settled::UnderAssumptions), ("open", Settled::Open)]
                .map(|(word, settled)| (word, interview.steps(settled).join(", ")));
        let steps = steps.iter().filter(|(_, titles)| !titles.is_empty());
        let steps: Vec<String> = steps.map(|(word, titles)| format!("{word}: {}", Plain(titles))).collect();
        output::line(&format!("   {QUIET}steps {}{whole}{QUIET:#}", steps.join("; ")))?;
        Ok(())
    }

    fn outcomes(&mut self, interview: &Interview, fact: FactId, outcomes: &[plan::Outcome]) -> Result<(), Stop> {
        let (pack, kind) = (interview.pack(), interview.fact(fact).map(|fact| &fact.kind));
        for outcome in outcomes {
            let answers: Vec<String> = outcome.answers.iter().map(|answer| words(answer, kind, pack)).collect();
            let settled = match outcome.settled {
                Settled::Yes => format!(" {GOOD}settles the plan{GOOD:#}"),
                Settled::UnderAssumptions => format!(" {GOOD}settles the plan under assumptions{GOOD:#}"),
                Settled::Open => String::new(),
            };
            output::line(&format!("   {STRESS}{}{STRESS:#}{settled}", Plain(&answers.join(" · "))))?;
            let mut lines = told(&outcome.changes, pack);
            lines.extend(settled_steps(&outcome.changes));
            if lines.is_empty() {
                lines.push(NOTHING.to_owned());
            }
            lines.iter().try_for_each(|line| output::line(&format!("     {line}")))?;
        }
        Ok(())
    }

    fn end(&mut self, interview: &Interview, saved: Option<&PathBuf>) -> Result<(), Stop> {
        let Interview { opened, case, plan, .. } = interview;
        let count = count(interview.answers(), "answer");
        let is_done = interview.questions().is_empty();
        let end = match plan.settled {
            Settled::Yes => format!("{GOOD}Settled{GOOD:#} after {count}: no other answer can change the plan."),
            Settled::UnderAssumptions => {
                format!("{GOOD}Settled under assumptions{GOOD:#} after {count}; `--assumed` asks after them too.")
            }
            Settled::Open if is_done => {
                format!("{DOUBTFUL}Open{DOUBTFUL:#} after {count}: nobody is asked for the rest.")
            }
            Settled::Open => format!("{DOUBTFUL}Stopped{DOUBTFUL:#} after {count}; this is the plan so far."),
        };
        output::line(&format!("\n{end}\n"))?;
        View { opened, case, plan }.print()?;
        match saved {
            Some(path) => output::line(&format!("\nThe case is kept in {}.", Plain(&path.display().to_string())))?,
            None => {
                output::line(&format!("\n{STRESS}The case{STRESS:#}"))?;
                output::data(&interview.saved())?;
            }
        }
        Ok(())
    }
}

/// So many titles stand in a line before the rest is counted.
const MOST_TITLES: usize = 4;

const NOTHING: &str = "changes nothing by itself";

/// What changed, those of a kind in one line; which steps are settled apart.
fn told(changes: &[Change], pack: &Pack) -> Vec<String> {
    let titles = |of: &dyn Fn(&Change) -> Option<String>| changes.iter().filter_map(of).collect::<Vec<_>>();
    let standing = |wanted: Standing| {
        titles(&|change| match change {
            Change::Action { title, status, .. } if *status == wanted => Some((*title).to_owned()),
            Change::Avoid { title, status, .. } if *status == wanted => Some(format!("avoid: {title}")),
            Change::Conflict { place, status, .. } if *status == wanted => Some(format!("conflict in {place}")),
            _ => None,
        })
    };
    let order = titles(&|change| match change {
        Change::Order { first, second } => Some(format!("{} before {}", title(first, pack), title(second, pack))),
        _ => None,
    });
    let left_out = titles(&|change| match change {
        Change::Skip { title, skipped: true, .. } => Some((*title).to_owned()),
        _ => None,
    });
    [
        ("now certain", standing(Standing::Certain)),
        ("now possible", standing(Standing::Possible)),
        ("now undetermined", standing(Standing::Undetermined)),
        ("no longer", standing(Standing::Excluded)),
        ("with", titles(&|change| parameter(change, pack))),
        ("pays", titles(&|change| payment(change, pack))),
        ("order", order),
        ("left out", left_out),
    ]
    .into_iter()
    .filter_map(|(word, titles)| listed(word, &titles))
    .collect()
}

fn settled_steps(changes: &[Change]) -> Option<String> {
    let settled = changes.iter().filter_map(|change| match change {
        Change::Settled { title, settled: Settled::Yes, .. } => Some((*title).to_owned()),
        Change::Settled { title, settled: Settled::UnderAssumptions, .. } => Some(format!("{title}, assuming")),
        _ => None,
    });
    listed("settled", &settled.collect::<Vec<_>>())
}

/// A line of titles, the first few; `None` of none.
fn listed(word: &str, titles: &[String]) -> Option<String> {
    let more = match titles.len().saturating_sub(MOST_TITLES) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let few: Vec<&str> = titles.iter().take(MOST_TITLES).map(String::as_str).collect();
    (!few.is_empty()).then(|| format!("{QUIET}{word}:{QUIET:#} {}{more}", Plain(&few.join(" · "))))
}

fn parameter(change: &Change, pack: &Pack) -> Option<String> {
    let Change::Parameter { action, id, value: Some(value) } = change else { return None };
    let parameter = pack.parameters.iter().find(|parameter| parameter.id == *id)?;
    let value = words(value, Some(&parameter.kind), pack);
    Some(format!("{}, {}: {value}", title(action, pack), parameter.title))
}

fn payment(change: &Change, pack: &Pack) -> Option<String> {
    let compensation = pack.compensation.as_ref()?;
    let of = |value: &Shown, derived: amends::model::DerivedId| {
        words(value, pack.derived.get(derived.index()).map(|derived| &derived.kind), pack)
    };
    match change {
        Change::Amount { value } => Some(of(value, compensation.amount)),
        Change::Form { value } => compensation.form.map(|form| of(value, form)),
        Change::Approval { value: Some(value) } => {
            Some(format!("approval: {}", words(value, Some(&amends::model::Type::Role), pack)))
        }
        Change::Approval { value: None } => Some("no approval".to_owned()),
        _ => None,
    }
}

fn title<'p>(action: &'p str, pack: &'p Pack) -> &'p str {
    pack.actions.iter().find(|own| own.id == action).map_or(action, |own| &own.title)
}
