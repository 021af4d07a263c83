//! What keeps the command from doing its work.

use std::io;
use std::path::Path;

use serde::Serialize;

use amends::case::{CaseError, Position};
use amends::plan::UnknownName;
use amends::program::ProgramError;
use amends::what_if::WhatIfError;

use super::output::{Plain, STRESS, WRONG};

/// Why a command ends before its end.
pub enum Stop {
    Problem(Problem),
    /// Findings that were printed already.
    Said,
    /// The reader of the output went away, as `head` does.
    NobodyListens,
}

/// An error on its way to the user.
#[derive(Debug, Serialize)]
pub struct Problem {
    pub code: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub fact: Box<str>,
    pub message: Box<str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<Box<str>>,
    /// Where in the case's text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
    /// Every error of a case that has several, the first one too.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<CaseError>,
    #[serde(skip)]
    pub exit: u8,
}

impl Problem {
    /// Something that kept the command from running.
    pub fn new(code: &'static str, message: impl Into<Box<str>>) -> Self {
        let (fact, errors) = (Box::default(), Vec::new());
        Problem { code, fact, message: message.into(), help: None, position: None, errors, exit: 2 }
    }

    pub fn help(self, help: impl Into<Option<String>>) -> Self {
        Problem { help: help.into().map(String::into_boxed_str), ..self }
    }

    /// Errors of a case; there is at least one.
    pub fn of_case(errors: Vec<CaseError>) -> Self {
        let first = errors.first().cloned();
        let problem = match first {
            Some(CaseError { code, fact, message, help, position }) => {
                Problem { fact: fact.into(), position, exit: 1, ..Problem::new(code, message) }.help(help)
            }
            None => Problem::new("wrong-case", "the case cannot be read"),
        };
        Problem { errors: if errors.len() > 1 { errors } else { Vec::new() }, ..problem }
    }

    /// The first error in one line, with its way out, and how many there are beside. Of a case that is a line of a file: where
    /// in the line.
    pub fn in_line(&self) -> String {
        let place = self.position.iter().map(|position| format!(" at column {}", position.column));
        let help = self.help.iter().map(|help| format!(" ({help})"));
        let more = match self.errors.len().saturating_sub(1) {
            0 => String::new(),
            more => format!(", and {more} more"),
        };
        std::iter::once(self.message.to_string()).chain(place).chain(help).chain([more]).collect()
    }

    /// A file that cannot be read or written.
    pub fn of_file(path: &Path, verb: &str, error: &io::Error) -> Self {
        let reason = match error.kind() {
            io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
            io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
            io::ErrorKind::InvalidData => "it is not UTF-8".to_owned(),
            _ => error.to_string().to_lowercase(),
        };
        Problem::new("file", format!("`{}` cannot be {verb}: {reason}", path.display()))
    }

    /// Tells the user: as text on the error output, or as JSON where the answer would stand.
    pub fn say(&self, as_json: bool) {
        if as_json {
            #[derive(Serialize)]
            struct Wrapped<'a> {
                error: &'a Problem,
            }
            // Nobody is left to be told if this fails.
            let _ = super::output::data(&Wrapped { error: self });
            return;
        }
        let said = |message: String, help: Option<&str>| {
            anstream::eprintln!("{WRONG}error{WRONG:#}: {STRESS}{}{STRESS:#}", Plain(&message));
            if let Some(help) = help {
                anstream::eprintln!("  help: {}", Plain(help));
            }
        };
        let with_place = |message: &str, position: Option<Position>| match position {
            Some(Position { line, column }) => format!("{message} at line {line}, column {column}"),
            None => message.to_owned(),
        };
        if self.errors.is_empty() {
            said(with_place(&self.message, self.position), self.help.as_deref());
        }
        for error in &self.errors {
            said(with_place(&error.message, error.position), error.help.as_deref());
        }
    }
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Stop::Problem(problem)
    }
}

impl From<ProgramError> for Problem {
    fn from(error: ProgramError) -> Self {
        Problem::new(error.code, error.to_string())
    }
}

impl From<UnknownName> for Problem {
    fn from(UnknownName { name, nearest }: UnknownName) -> Self {
        let help = nearest.map(|nearest| format!("did you mean `{nearest}`?"));
        Problem::new("unknown-name", format!("the pack has no `{name}`")).help(help)
    }
}

impl From<WhatIfError> for Problem {
    fn from(error: WhatIfError) -> Self {
        let code = if matches!(error, WhatIfError::Unknown(_)) { "unknown-name" } else { "which-value" };
        let message = match &error {
            WhatIfError::Unknown(unknown) => format!("the pack has no `{}`", unknown.name),
            error => error.to_string(),
        };
        Problem::new(code, message).help(error.way_out())
    }
}

/// An error of writing to the standard output.
impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Stop::NobodyListens,
            _ => Stop::Problem(Problem::new("file", format!("the output cannot be written: {error}"))),
        }
    }
}
