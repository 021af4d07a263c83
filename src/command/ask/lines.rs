//! Answers from the lines of a file or a pipe.

use amends::case::{self, Given};
use amends::model::{Fact, FactId, Pack, Type};

use super::super::input::Input;
use super::super::output::{self, Plain, QUIET};
use super::super::problem::{Problem, Stop};
use super::interview::Interview;
use super::text::Prompt;
use super::{Reply, form};

/// One answer a line.
pub struct Lines {
    input: Input,
}

impl Lines {
    pub fn new(input: Input) -> Self {
        Lines { input }
    }
}

impl Prompt for Lines {
    fn prompt(&mut self, interview: &Interview, fact: FactId) -> Result<Reply, Stop> {
        let Some(declared) = interview.fact(fact) else { return Ok(Reply::Stop) };
        let none = if form::may_be_none(declared) { "none where it does not apply, " } else { "" };
        let answers = format!("{}; {none}or unknown", form::of(&declared.kind, interview.pack(), interview.case.now));
        output::line(&format!("   {QUIET}{}{QUIET:#}", Plain(&answers)))?;
        let mut line = Vec::new();
        loop {
            if self.input.line(&mut line)?.is_none() {
                return Ok(Reply::Stop);
            }
            let text = String::from_utf8_lossy(&line);
            output::line(&format!("   {QUIET}>{QUIET:#} {}", Plain(text.trim())))?;
            match read(text.trim(), fact, declared, interview.pack()) {
                Ok(reply) => return Ok(reply),
                Err(problem) => problem.say(false),
            }
        }
    }
}

/// Reads what somebody wrote for an answer: a value as a case has it, or one of the words that lead the interview. None
/// of those can be a value, since packs cannot declare them.
///
/// # Errors
/// What is wrong with the value.
pub fn read(text: &str, id: FactId, fact: &Fact, pack: &Pack) -> Result<Reply, Problem> {
    match text {
        "<" => return Ok(Reply::Back),
        "?" => return Ok(Reply::Outcomes),
        "unknown" => return Ok(Reply::Unknown),
        _ => {}
    }
    let given = match &fact.kind {
        Type::Several(_) if text == "[]" => Given::List(Vec::new()),
        Type::Several(_) if text != "none" => {
            Given::List(text.split(',').map(|choice| Given::Text(choice.trim().to_owned())).collect())
        }
        _ => Given::Text(text.to_owned()),
    };
    let read = case::read([(fact.id.clone(), given)], pack, 0).map_err(Problem::of_case).map_err(|problem| {
        match (&fact.kind, problem.code) {
            (Type::Several(_), "never-none") => Problem { errors: Vec::new(), ..problem }
                .help("for none of them, answer `[]`; for don't know, `unknown`".to_owned()),
            _ => problem,
        }
    })?;
    Ok(read.value(id).cloned().map_or(Reply::Unknown, Reply::Value))
}
