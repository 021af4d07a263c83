//! The interview for programs: one JSON object a line, an answer a line.

use std::path::PathBuf;

use serde::Serialize;
use serde_json::Value as Json;

use amends::case;
use amends::model::FactId;
use amends::plan::{self, Change, Info, Plan, Question, Settled, Shown};

use super::super::input::Input;
use super::super::output;
use super::super::problem::{Problem, Stop};
use super::interview::Interview;
use super::{Answered, Face, Reply};

/// Questions out, answers in.
pub struct Protocol {
    answers: Input,
}

impl Protocol {
    pub fn new(answers: Input) -> Self {
        Protocol { answers }
    }
}

/// What a line of the output holds; the name of the variant says what.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Line<'a> {
    Question(Asked<'a>),
    Answer { fact: &'a str, value: Option<Shown>, changes: &'a [Change<'a>] },
    Outcomes { fact: &'a str, outcomes: &'a [plan::Outcome<'a>] },
    Error(&'a Problem),
    End { plan: &'a Plan<'a>, case: &'a Json },
}

#[derive(Serialize)]
struct Asked<'a> {
    #[serde(flatten)]
    question: &'a Question<'a>,
    /// What it costs to find out.
    cost: u8,
    /// How many facts are worth asking, this one too.
    open: usize,
    settled: Settled,
    steps: Vec<Step<'a>>,
    /// The fact with its type, values and bounds.
    about: &'a plan::FactInfo<'a>,
}

#[derive(Serialize)]
struct Step<'a> {
    step: &'a str,
    settled: Settled,
}

impl Face for Protocol {
    fn reply(&mut self, interview: &Interview, fact: FactId) -> Result<Reply, Stop> {
        ask(interview, fact)?;
        let mut line = Vec::new();
        loop {
            if self.answers.line(&mut line)?.is_none() {
                return Ok(Reply::Stop);
            }
            match line.trim_ascii() {
                b"\"<\"" => return Ok(Reply::Back),
                b"\"?\"" => return Ok(Reply::Outcomes),
                text => match read(text, interview, fact) {
                    Ok(reply) => return Ok(reply),
                    Err(problem) => print(&Line::Error(&problem))?,
                },
            }
        }
    }

    fn answered(&mut self, interview: &Interview, answer: &Answered) -> Result<(), Stop> {
        let Some(fact) = interview.fact(answer.fact) else { return Ok(()) };
        let value = answer.value.as_ref().map(|value| Shown::value(value, &fact.kind, interview.pack()));
        print(&Line::Answer { fact: &fact.id, value, changes: &answer.changes })
    }

    fn outcomes(&mut self, interview: &Interview, fact: FactId, outcomes: &[plan::Outcome]) -> Result<(), Stop> {
        let Some(fact) = interview.fact(fact) else { return Ok(()) };
        print(&Line::Outcomes { fact: &fact.id, outcomes })
    }

    fn end(&mut self, interview: &Interview, _: Option<&PathBuf>) -> Result<(), Stop> {
        print(&Line::End { plan: &interview.plan, case: &interview.saved() })
    }
}

fn ask(interview: &Interview, fact: FactId) -> Result<(), Stop> {
    let info = Info::of(interview.pack(), &interview.opened.engine.hash);
    let questions = interview.questions();
    let asked = questions.iter().find(|(own, _)| *own == fact);
    let (Some((_, question)), Some(about), Some(declared)) =
        (asked, info.facts.get(fact.index()), interview.fact(fact))
    else {
        return Ok(());
    };
    let mut steps: Vec<Step> = Vec::new();
    for step in &interview.plan.steps {
        if steps.iter().all(|known| known.step != step.step) {
            steps.push(Step { step: step.step, settled: step.settled });
        }
    }
    let (settled, open, cost) = (interview.plan.settled, questions.len(), declared.from.cost());
    print(&Line::Question(Asked { question, cost, open, settled, steps, about }))
}

/// Reads an answer as the value of its fact in a case.
fn read(text: &[u8], interview: &Interview, fact: FactId) -> Result<Reply, Problem> {
    let id = interview.fact(fact).map_or("", |fact| &fact.id);
    let mut case = format!("{{\"{id}\":").into_bytes();
    case.extend_from_slice(text);
    case.push(b'}');
    let read = case::from_json(&case, interview.pack(), interview.case.now).map_err(Problem::of_case)?;
    Ok(read.value(fact).cloned().map_or(Reply::Unknown, Reply::Value))
}

fn print(line: &Line) -> Result<(), Stop> {
    Ok(output::data(line)?)
}
