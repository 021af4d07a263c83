//! One fault of a section in its author's words.

use std::ops::Range;

use toml::de::Error;

use super::sections::{Open, heading, open_before};
use super::units;

/// A reason why a section is no TOML.
#[derive(Debug)]
pub(super) struct Fault {
    /// Bytes of the section.
    pub span: Range<usize>,
    pub message: String,
    pub help: String,
    /// Whether it leaves open where values end: what seems to be wrong behind it follows from it, and what the section says
    /// is not known.
    pub is_open: bool,
}

/// The faults of a section in written order, up to the first that leaves it open; no more than `most` errors are gone
/// through.
pub(super) fn faults(section: &str, mut errors: Vec<Error>, most: usize) -> Vec<Fault> {
    let mut faults: Vec<Fault> = Vec::new();
    if errors.is_empty() {
        return faults;
    }
    let unclosed = match open_before(section, section.len()) {
        Some(Open::Text(opening)) => Some(opening),
        _ => None,
    };
    errors.sort_by_key(|error| error.span().map_or(0, |span| span.start));
    for error in errors.into_iter().take(most) {
        let span = error.span().unwrap_or(0..0);
        if unclosed.as_ref().is_some_and(|opening| opening.start <= span.start) {
            break;
        }
        let fault = alone(&error, section, span);
        let is_open = fault.is_open;
        // A text that ends with its line takes in what closes a list.
        match faults.last_mut().filter(|last| is_open && last.message == NEVER_CLOSED) {
            Some(last) => last.is_open = true,
            None => faults.push(fault),
        }
        if is_open {
            return faults;
        }
    }
    if let Some(opening) = unclosed {
        let quotes = section.get(opening.clone()).unwrap_or("");
        let help = format!("add `{quotes}` on a line of its own after its last row");
        faults.push(Fault { span: opening, message: NEVER_CLOSED.to_owned(), help, is_open: true });
    }
    faults
}

const NEVER_CLOSED: &str = "this text is never closed";
const TYPOGRAPHIC: [char; 8] = ['“', '”', '„', '‟', '‘', '’', '«', '»'];

/// What an error of TOML's reader is about.
pub(super) fn alone(error: &Error, text: &str, span: Range<usize>) -> Fault {
    let message = error.message().lines().collect::<Vec<_>>().join(", ");
    if let Some(fault) = bracket(text, span.start) {
        return fault;
    }
    let written = text.get(span.clone()).unwrap_or("");
    let line_start = text.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at.saturating_add(1));
    let line = text.get(line_start..).and_then(|rest| rest.lines().next()).unwrap_or("");
    let before = text.get(line_start..span.start).unwrap_or("").trim();
    if let Some((quantity, is, help)) = of_quantity(line, span.start.saturating_sub(line_start)) {
        let start = line.find(quantity).map_or(span.start, |at| line_start.saturating_add(at));
        let span = start..start.saturating_add(quantity.len());
        return Fault { span, message: format!("`{quantity}` is no {is}"), help: help.to_owned(), is_open: true };
    }
    if let Some(fault) = units::fault(text, span.clone()) {
        return fault;
    }
    if let Some((message, help)) = of_value(&message, written, line) {
        return Fault { span, message, help, is_open: false };
    }
    let (message, help) = match heading(line) {
        Some((kind, _)) => {
            let word = kind.word();
            let whole = if kind.is_single() { format!("[{word}]") } else { format!("[[{word}]]") };
            ("this heading lacks a bracket".to_owned(), format!("write `{whole}`"))
        }
        None if message.starts_with("key with no value") || message.starts_with("invalid unquoted key") => {
            let key = before.trim_end_matches(':').trim();
            (format!("`{key}` has no `=` behind it"), format!("write `{key} = …`"))
        }
        None if message.starts_with("missing opening quote") => {
            ("the quote before this text is missing".to_owned(), "add `\"` where it begins".to_owned())
        }
        None if message.starts_with("unexpected key or value") => {
            (said_by_toml(&message), "one value stands on a line; a quote within a text is written `\\\"`".to_owned())
        }
        None => (
            said_by_toml(&message),
            "texts stand in quotes, and every `[`, `{` and quote is closed; toml.io shows the format".to_owned(),
        ),
    };
    Fault { span, message, help, is_open: true }
}

/// What is wrong with one value or key, which leaves all others as they are.
fn of_value(message: &str, written: &str, line: &str) -> Option<(String, String)> {
    let is_word = written.starts_with(|letter: char| letter.is_alphabetic())
        && written.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-'));
    // A word with the first letter of `nan` or `inf` is taken for a number.
    let is_value = ["boolean", "must be quoted", "invalid float"].iter().any(|of_values| message.contains(of_values));
    Some(if message == "duplicate key" {
        (said_by_toml(message), "it stands twice; take one of them out".to_owned())
    } else if written.starts_with(TYPOGRAPHIC) {
        let inside = written.trim_matches(TYPOGRAPHIC);
        ("these are typographic quotes".to_owned(), format!("write plain ones: `\"{inside}\"`"))
    } else if is_value && ["true", "false"].iter().any(|word| written.eq_ignore_ascii_case(word)) {
        (format!("`{written}` has capital letters"), format!("write `{}`", written.to_ascii_lowercase()))
    } else if is_value && ["yes", "no"].iter().any(|word| written.eq_ignore_ascii_case(word)) {
        let word = written.to_ascii_lowercase();
        let truth = word == "yes";
        (
            format!("`{written}` needs quotes"),
            format!("write `\"{word}\"`, or `{truth}` for a key that is true or false"),
        )
    } else if is_value && is_word {
        (format!("`{written}` needs quotes"), format!("write `\"{written}\"`"))
    } else if is_value && written.is_empty() {
        ("a value is missing here".to_owned(), "write one, a text in quotes".to_owned())
    } else if message.starts_with("invalid basic string, expected `\"`") {
        // A line with nothing behind the quote begins a text of several.
        let is_begun = line.trim_end().ends_with('"') && line.matches('"').count() == 1;
        let help = if is_begun { "begin and end a text of several lines with `\"\"\"`" } else { "add `\"` at its end" };
        (NEVER_CLOSED.to_owned(), help.to_owned())
    } else if message.starts_with("invalid literal string, expected `'`") {
        (NEVER_CLOSED.to_owned(), "add `'` at its end".to_owned())
    } else {
        return None;
    })
}

/// A bare date in another order than TOML's, or the one value of a line that is a number or an amount as many countries write
/// them, `07.10.2024`, `1.000,50`, `£100`: as it is written, what it is not, and the way out.
fn of_quantity(line: &str, column: usize) -> Option<(&str, &'static str, &'static str)> {
    let is_of_date = |letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '.' | '/');
    let (before, after) = line.split_at_checked(column)?;
    let head = before.trim_end_matches(is_of_date).len();
    let date = line.get(head..)?.split(|letter| !is_of_date(letter)).next()?;
    let parts: Vec<&str> = date.split(['-', '.', '/']).collect();
    // A version may look like one.
    let is_date = parts.len() == 3
        && !before.trim_start().starts_with("version")
        && parts.iter().all(|part| (1..=4).contains(&part.len()))
        && (parts.first().is_some_and(|first| first.len() == 4) || parts.last().is_some_and(|last| last.len() == 4));
    if is_date && !after.is_empty() {
        return Some((date, "date", "write year, month and day, as in `2026-04-01`"));
    }
    let (key, value) = line.split_once('=')?;
    let value = value.split('#').next()?.trim();
    let is_foreign = |letter: char| matches!(letter, ',' | '\'' | '€' | '£' | '$' | '%');
    let is_number = value.contains(is_foreign)
        && value.contains(|letter: char| letter.is_ascii_digit())
        && value.chars().all(|letter| is_foreign(letter) || letter.is_ascii_digit() || "+-. _".contains(letter))
        && !value.contains(", ");
    let help = "write digits and perhaps a point, as in `1000.50`, with no unit or currency";
    (is_number && key.len() < column).then_some((value, "number", help))
}

/// The bracket that must have been meant to close before a position where the next key, or nothing, stands. An inline table
/// stands on one line.
fn bracket(text: &str, position: usize) -> Option<Fault> {
    let Some(Open::Bracket(at)) = open_before(text, position) else { return None };
    let between = text.get(at..position)?;
    let (line, rest) = (between.rsplit('\n').next()?, text.get(position..)?);
    let is_later = between.contains('\n') && line.trim().is_empty();
    let key = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && !matches!(letter, '_' | '-')).unwrap_or(0);
    let is_key = key > 0 && rest.get(key..).is_some_and(|rest| rest.trim_start_matches([' ', '\t']).starts_with('='));
    let is_end = rest.trim().is_empty();
    let (bracket, help) = match text.get(at..)?.starts_with('{') {
        true if is_end || is_later => ("{", "add `}` behind its last value, or a comma if it goes on in the next line"),
        false if is_end || is_later && is_key => ("[", "add `]` behind its last value"),
        _ => return None,
    };
    Some(Fault {
        span: at..at.saturating_add(1),
        message: format!("this `{bracket}` is never closed"),
        help: help.to_owned(),
        is_open: true,
    })
}

fn said_by_toml(message: &str) -> String {
    format!("this is no TOML: {message}")
}
