mod form;
mod interview;
mod json;
mod lines;
mod saved;
mod terminal;
mod text;

use std::fs;
use std::io::{self, IsTerminal as _};
use std::path::PathBuf;

use clap::Args;

use amends::model::{FactId, Value};
use amends::plan;

use super::input::Input;
use super::open::Opened;
use super::problem::{Problem, Stop};
use super::recommend::read_case;
use super::{Against, Language, Outcome};
use interview::Interview;

const EXAMPLES: &str = "\
Examples:
  amends ask rules/core                                  begin with nothing known
  amends ask rules/core --case complaint.json --save complaint.json
  printf 'email\\nfurious\\nunknown\\n' | amends ask rules/core
  printf '\"email\"\\n\"furious\"\\nnull\\n' | amends ask rules/core --json

In a terminal the arrow keys choose, and Escape stops. Otherwise every line of the standard input is an answer: a value as \
cases have it (of several, with commas between), `none`, `unknown` for \"don't know\", `?` for what each answer would change, \
`<` to go back; its end stops. With --json an answer is JSON, `null` is \"don't know\", and every line of the output is one \
object: a question, an answer with what it changed, what answers would change, at last the plan and the case.

Sensitive facts are never asked, nor those that the pack says to ask nobody.";

#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Ask {
    #[command(flatten)]
    against: Against,
    /// What is known already, as a JSON object [default: nothing]
    #[arg(long, value_name = "FILE")]
    case: Option<PathBuf>,
    /// Ask what is assumed too, once nothing else is worth asking
    #[arg(long)]
    assumed: bool,
    /// Write the case to a file at the end
    #[arg(long, value_name = "FILE")]
    save: Option<PathBuf>,
    #[command(flatten)]
    language: Language,
}

/// What somebody says to a question.
pub enum Reply {
    Value(Value),
    /// "Don't know": the fact is not asked again.
    Unknown,
    /// Take the last answer back.
    Back,
    /// First say what each answer would change.
    Outcomes,
    Stop,
}

/// Who puts the questions, and tells what comes of the answers.
pub trait Face {
    /// The next thing that is said to a question, once it is a valid answer.
    fn reply(&mut self, interview: &Interview, fact: FactId) -> Result<Reply, Stop>;
    /// Tells what an answer changed; without value it was "don't know".
    fn answered(&mut self, interview: &Interview, answer: &Answered) -> Result<(), Stop>;
    /// Tells what each answer would change.
    fn outcomes(&mut self, interview: &Interview, fact: FactId, outcomes: &[plan::Outcome]) -> Result<(), Stop>;
    /// Tells the plan and the case; `saved` is where the case is kept.
    fn end(&mut self, interview: &Interview, saved: Option<&PathBuf>) -> Result<(), Stop>;
}

/// An answer and what it changed.
pub struct Answered<'pack> {
    pub fact: FactId,
    pub value: Option<Value>,
    pub changes: Vec<plan::Change<'pack>>,
}

impl Ask {
    pub fn run(&self, as_json: bool) -> Result<Outcome, Stop> {
        if self.case.as_ref().is_some_and(|path| path.as_os_str() == "-") {
            let problem = Problem::new("usage", "the case cannot be read from the standard input, which gives answers");
            return Err(problem.help("name a file".to_owned()).into());
        }
        let opened = Opened::open_in(&self.against.pack, self.language.tag(), as_json)?;
        let case = read_case(self.case.as_ref(), &opened, self.against.now())?;
        let mut interview = Interview::begin(&opened, case, self.assumed);
        let is_terminal = io::stdin().is_terminal() && io::stderr().is_terminal();
        let mut face: Box<dyn Face> = match (as_json, is_terminal) {
            (true, _) => Box::new(json::Protocol::new(Input::standard())),
            (false, true) => Box::new(text::Text::new(terminal::Prompts)),
            (false, false) => Box::new(text::Text::new(lines::Lines::new(Input::standard()))),
        };
        while let Some(fact) = interview.question() {
            match face.reply(&interview, fact)? {
                Reply::Stop => break,
                Reply::Back => interview.back(),
                Reply::Outcomes => {
                    let outcomes = plan::outcomes(&opened.engine, &interview.case, fact);
                    face.outcomes(&interview, fact, &outcomes)?;
                }
                Reply::Value(value) => {
                    let answered = interview.answer(fact, Some(value));
                    face.answered(&interview, &answered)?;
                }
                Reply::Unknown => {
                    let answered = interview.answer(fact, None);
                    face.answered(&interview, &answered)?;
                }
            }
        }
        if let Some(path) = &self.save {
            let text = serde_json::to_string_pretty(&interview.saved()).unwrap_or_default();
            fs::write(path, text + "\n").map_err(|error| Problem::of_file(path, "written", &error))?;
        }
        face.end(&interview, self.save.as_ref())?;
        Ok(Outcome::Fine)
    }
}
