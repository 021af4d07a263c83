//! Answers by arrow keys in a terminal.

use std::fmt;

use inquire::list_option::ListOption;
use inquire::validator::Validation;
use inquire::{InquireError, MultiSelect, Select};

use amends::model::{Choice, Fact, FactId, Type, Value};

use super::super::output::Plain;
use super::super::problem::{Problem, Stop};
use super::interview::Interview;
use super::text::Prompt;
use super::{Reply, form, lines};

/// Lists, sets and texts to fill in.
pub struct Prompts;

const DONT_KNOW: &str = "don't know";
const NONE: &str = "none, it does not apply";
const NONE_OF_THEM: &str = "none of them";
const OUTCOMES: &str = "what would each answer change?";
const BACK: &str = "go back";
const STOP: &str = "stop here";

/// So many lines of a list are seen at once.
const LINES: usize = 14;

impl Prompt for Prompts {
    fn prompt(&mut self, interview: &Interview, id: FactId) -> Result<Reply, Stop> {
        let Some(fact) = interview.fact(id) else { return Ok(Reply::Stop) };
        let reply = match &fact.kind {
            Type::Several(choices) => several(choices, leading(interview, fact)),
            Type::YesNo => {
                let yes_or_no = [("yes", 1), ("no", 0)];
                one(yes_or_no.map(|(label, scalar)| (label.to_owned(), Value::Scalar(scalar))), interview, fact)
            }
            Type::Choice(choices) | Type::Level(choices) => {
                one((0..).zip(choices).map(|(at, choice)| (choice.title.clone(), Value::Scalar(at))), interview, fact)
            }
            _ => written(interview, id, fact),
        };
        match reply {
            Ok(reply) => Ok(reply),
            Err(InquireError::OperationCanceled | InquireError::OperationInterrupted) => Ok(Reply::Stop),
            Err(error) => Err(Problem::new("terminal", format!("the terminal cannot be used: {error}"))
                .help("give the answers as lines of the standard input".to_owned())
                .into()),
        }
    }
}

/// What stands in a list to be chosen.
#[derive(Clone)]
struct Entry<T> {
    label: String,
    means: T,
}

impl<T> fmt::Display for Entry<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        Plain(&self.label).fmt(out)
    }
}

/// What leads the interview, below the answers of every list.
#[derive(Clone, Copy, PartialEq)]
enum Leading {
    None,
    DontKnow,
    Outcomes,
    Back,
    Stop,
}

impl Leading {
    fn label(self) -> &'static str {
        match self {
            Leading::None => NONE,
            Leading::DontKnow => DONT_KNOW,
            Leading::Outcomes => OUTCOMES,
            Leading::Back => BACK,
            Leading::Stop => STOP,
        }
    }

    fn reply(self) -> Reply {
        match self {
            Leading::None => Reply::Value(Value::None),
            Leading::DontKnow => Reply::Unknown,
            Leading::Outcomes => Reply::Outcomes,
            Leading::Back => Reply::Back,
            Leading::Stop => Reply::Stop,
        }
    }
}

fn leading(interview: &Interview, fact: &Fact) -> Vec<Leading> {
    let mut leading = vec![Leading::DontKnow, Leading::Outcomes, Leading::Back, Leading::Stop];
    if form::may_be_none(fact) {
        leading.insert(0, Leading::None);
    }
    leading.retain(|entry| *entry != Leading::Back || interview.answers() > 0);
    leading
}

/// One of some values.
fn one(
    values: impl IntoIterator<Item = (String, Value)>,
    interview: &Interview,
    fact: &Fact,
) -> Result<Reply, InquireError> {
    let mut entries: Vec<Entry<Reply>> =
        values.into_iter().map(|(label, value)| Entry { label, means: Reply::Value(value) }).collect();
    for entry in leading(interview, fact) {
        entries.push(Entry { label: entry.label().to_owned(), means: entry.reply() });
    }
    let title = Plain(&fact.title).to_string();
    let select = Select::new(&title, entries);
    let select = select.with_page_size(LINES).with_sorter(&|_| {});
    Ok(select.with_help_message("↑↓ to move, type to filter, Enter to choose, Escape to stop").prompt()?.means)
}

/// What may be ticked in a set.
#[derive(Clone, Copy, PartialEq)]
enum Ticked {
    Choice(u32),
    NoneOfThem,
    Leading(Leading),
}

/// A set of choices; what leads the interview stands alone.
fn several(choices: &[Choice], leading: Vec<Leading>) -> Result<Reply, InquireError> {
    let mut entries: Vec<Entry<Ticked>> = (0..)
        .zip(choices)
        .map(|(at, choice)| Entry { label: choice.title.clone(), means: Ticked::Choice(at) })
        .collect();
    entries.push(Entry { label: NONE_OF_THEM.to_owned(), means: Ticked::NoneOfThem });
    for entry in leading {
        entries.push(Entry { label: entry.label().to_owned(), means: Ticked::Leading(entry) });
    }
    let alone = |ticked: &[ListOption<&Entry<Ticked>>]| {
        let of_set = ticked.iter().filter(|entry| matches!(entry.value.means, Ticked::Choice(_))).count();
        Ok(match (ticked.len(), of_set) {
            (0, _) => Validation::Invalid("tick with the space bar; `none of them` is an answer too".into()),
            (all, of_set) if all > 1 && of_set < all => {
                Validation::Invalid("what stands below the choices stands alone".into())
            }
            _ => Validation::Valid,
        })
    };
    let select = MultiSelect::new("all that hold", entries).with_page_size(LINES).with_validator(alone);
    let select = select.with_help_message("↑↓ to move, space to tick, type to filter, Enter when done, Escape to stop");
    let mut set = 0_u64;
    for ticked in select.prompt()? {
        match ticked.means {
            Ticked::Choice(at) => set |= 1_u64.checked_shl(at).unwrap_or(0),
            Ticked::NoneOfThem => {}
            Ticked::Leading(leading) => return Ok(leading.reply()),
        }
    }
    Ok(Reply::Value(Value::Set(set)))
}

/// A quantity that is written; until it is one, what is wrong with it is said.
fn written(interview: &Interview, id: FactId, fact: &Fact) -> Result<Reply, InquireError> {
    let leading = leading(interview, fact);
    let labels: Vec<String> = leading.iter().map(|entry| entry.label().to_owned()).collect();
    let suggest = move |text: &str| Ok(labels.iter().filter(|label| label.contains(text.trim())).cloned().collect());
    let title = Plain(&fact.title).to_string();
    let form = form::of(&fact.kind, interview.pack(), interview.case.now);
    let help = format!("{}; ↓ and Tab for other answers, Escape to stop", Plain(&form));
    let mut before = String::new();
    loop {
        let prompt = inquire::Text::new(&title).with_help_message(&help).with_autocomplete(suggest.clone());
        let text = prompt.with_initial_value(&before).prompt()?;
        if let Some(entry) = leading.iter().find(|entry| entry.label() == text) {
            return Ok(entry.reply());
        }
        match lines::read(text.trim(), id, fact, interview.pack()) {
            Ok(reply) => return Ok(reply),
            Err(problem) => problem.say(false),
        }
        text.trim().clone_into(&mut before);
    }
}
