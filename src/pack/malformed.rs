//! What is no TOML, told by what its author most likely meant.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::Error;

use super::codes;
use super::diagnostic::Sink;
use super::document::Place;
use super::keys::Kind;

/// A file that is no TOML at all is not reported word by word.
const MOST_ERRORS: usize = 50;

/// Reports why a text is no TOML, and gives what of it can be believed: all, but where a text over several lines is never
/// closed, and takes in what follows.
pub(super) fn report<'t>(file: u16, text: &'t str, errors: Vec<Error>, sink: &mut Sink) -> &'t str {
    let unclosed = if errors.is_empty() { None } else { unclosed_text(text) };
    let mut told = BTreeSet::new();
    for error in errors.into_iter().take(MOST_ERRORS) {
        let span = error.span().unwrap_or(0..0);
        // What comes after it follows from it.
        if unclosed.as_ref().is_some_and(|opening| opening.start <= span.start) {
            continue;
        }
        let written = text.get(span.clone()).unwrap_or("");
        if error.message() == "duplicate key" && Kind::of(written).is_some_and(|kind| !kind.is_single()) {
            let headings = single_headings(text, written);
            if !headings.is_empty() {
                if told.insert(written) {
                    report_single(file, written, headings, sink);
                }
                continue;
            }
        }
        let (message, help) = said(&error, written);
        let place = Place { file, start: span.start, end: span.end };
        sink.error(codes::TOML, place, message).help(help);
    }
    let Some(opening) = unclosed else { return text };
    let before = text.get(..opening.start).unwrap_or("");
    let quotes = text.get(opening.clone()).unwrap_or("");
    sink.error(codes::TOML, Place { file, start: opening.start, end: opening.end }, "this text is never closed")
        .help(format_args!("add `{quotes}` on a line of its own after its last row"));
    sink.is_incomplete();
    // The table that it stands in is only half there.
    before.rfind("\n[").and_then(|at| text.get(..at)).unwrap_or("")
}

fn said(error: &Error, written: &str) -> (String, String) {
    const TYPOGRAPHIC: [char; 8] = ['“', '”', '„', '‟', '‘', '’', '«', '»'];
    let message = error.message().lines().collect::<Vec<_>>().join(", ");
    let is_word = written.starts_with(|letter: char| letter.is_alphabetic())
        && written.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-'));
    let is_value = message.contains("boolean") || message.contains("must be quoted");
    if message == "duplicate key" {
        (said_by_toml(&message), "it stands twice; take one of them out".to_owned())
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
    } else if message.starts_with("invalid basic string, expected `\"`") {
        ("this text is never closed".to_owned(), "add `\"` at its end".to_owned())
    } else {
        let help = "texts stand in quotes, and every `[`, `{` and quote is closed; toml.io shows the format";
        (said_by_toml(&message), help.to_owned())
    }
}

/// Where `[word]` stands as the heading of a table.
fn single_headings(text: &str, word: &str) -> Vec<Range<usize>> {
    let heading = format!("[{word}]");
    let is_heading = |at: usize| text.get(..at).is_some_and(|before| before.is_empty() || before.ends_with('\n'));
    let places = text.match_indices(&heading).filter(|(at, _)| is_heading(*at));
    places.map(|(at, found)| at..at.saturating_add(found.len())).collect()
}

/// Says of a kind that a pack has many of that it stands in double brackets; TOML itself blames all the others, and keeps
/// none of them, so that what is missing now says nothing.
fn report_single(file: u16, word: &str, headings: Vec<Range<usize>>, sink: &mut Sink) {
    for Range { start, end } in headings {
        sink.error(
            codes::TOML,
            Place { file, start, end },
            format_args!("`[{word}]` stands in single brackets, as if a pack had one"),
        )
        .help(format_args!("write `[[{word}]]`"));
    }
    sink.is_incomplete();
}

fn said_by_toml(message: &str) -> String {
    format!("this is no TOML: {message}")
}

/// The quotes that begin a text over several lines which is never closed: it goes on to the end, or the heading of a table
/// comes before other quotes close it. Only to be asked of what is no TOML, since a text may well hold such a line.
fn unclosed_text(text: &str) -> Option<Range<usize>> {
    let mut open: Option<(Range<usize>, &str)> = None;
    let mut at = 0_usize;
    for line in text.split_inclusive('\n') {
        let is_heading = line.starts_with('[') && line.trim_end().ends_with(']');
        if is_heading && let Some((opening, _)) = open {
            return Some(opening);
        }
        let mut from = 0_usize;
        while let Some((place, quotes)) =
            next_quotes(line.get(from..).unwrap_or(""), open.as_ref().map(|(_, own)| *own))
        {
            let start = at.saturating_add(from).saturating_add(place);
            open = match open {
                Some(_) => None,
                None => Some((start..start.saturating_add(quotes.len()), quotes)),
            };
            from = from.saturating_add(place).saturating_add(quotes.len());
        }
        at = at.saturating_add(line.len());
    }
    open.map(|(opening, _)| opening)
}

/// The next threefold quotes: those that close an open text, or any that open one before a comment begins.
fn next_quotes(line: &str, closing: Option<&str>) -> Option<(usize, &'static str)> {
    const THREEFOLD: [&str; 2] = ["\"\"\"", "'''"];
    let found = |quotes: &'static str| Some((line.find(quotes)?, quotes));
    if let Some(closing) = closing {
        return THREEFOLD.into_iter().filter(|quotes| *quotes == closing).find_map(found);
    }
    let first = THREEFOLD.into_iter().filter_map(found).min()?;
    line.find('#').is_none_or(|comment| first.0 < comment).then_some(first)
}
