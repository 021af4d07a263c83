//! What is no TOML, told by what its author most likely meant, once for each slip.

mod said;
mod sections;
mod units;

use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::{DeTable, Error};

use self::said::Fault;
use super::codes;
use super::diagnostic::Sink;
use super::keys::Kind;
use super::place::Place;

/// A file that is no TOML at all is not reported word by word.
const MOST_ERRORS: usize = 50;

/// Reports why a text is no TOML, and gives what of it can be believed, each byte at its place: a section with a slip that
/// leaves open where its values end is blank there, and counts as not read.
pub(super) fn report(file: u16, text: &str, sink: &mut Sink) -> String {
    let mut believed = String::with_capacity(text.len());
    let mut told = BTreeSet::new();
    for section in sections::all(text) {
        let part = text.get(section.clone()).unwrap_or("");
        let left = MOST_ERRORS.saturating_sub(told.len());
        let faults = match left {
            0 => Vec::new(),
            _ => said::faults(part, DeTable::parse_recoverable(part).1, MOST_ERRORS),
        };
        for Fault { span, message, help, .. } in faults.iter().take(left) {
            let moved = |at: usize| section.start.saturating_add(at);
            let place = Place { file, start: moved(span.start), end: moved(span.end) };
            told.insert(place.start);
            sink.error(codes::TOML, place, message).help(help);
        }
        if left == 0 || faults.iter().any(|fault| fault.is_open) {
            sink.is_incomplete();
            believed.push_str(&blank(part));
        } else {
            believed.push_str(part);
        }
    }
    for section in between(file, &believed, told, sink) {
        let blank = blank(believed.get(section.clone()).unwrap_or(""));
        believed.replace_range(section, &blank);
    }
    believed
}

/// As many bytes with nothing in them, and every line where it was.
fn blank(part: &str) -> String {
    part.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect()
}

/// Reports what is wrong with all sections together, each of which is sound or was reported, and gives those that are not to
/// be believed: TOML reads several of one single heading as one, and blames each key that they share.
fn between(file: u16, text: &str, mut told: BTreeSet<usize>, sink: &mut Sink) -> Vec<Range<usize>> {
    let mut errors = DeTable::parse_recoverable(text).1;
    errors.truncate(MOST_ERRORS);
    let written = |error: &Error| error.span().and_then(|span| text.get(span)).unwrap_or("");
    let words: BTreeSet<&str> = errors.iter().filter(|error| is_of_many(error, written(error))).map(written).collect();
    let headings: Vec<Range<usize>> = words.into_iter().flat_map(|word| single_headings(text, word)).collect();
    report_single(file, text, &headings, sink);
    let is_single = |section: &Range<usize>| headings.iter().any(|heading| heading.start == section.start);
    let merged: Vec<Range<usize>> = sections::all(text).into_iter().filter(is_single).collect();
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let follows = !merged.is_empty()
            && error.message() == "duplicate key"
            && (is_of_many(&error, written(&error)) || merged.iter().any(|section| section.contains(&span.start)));
        if follows || !told.insert(span.start) {
            continue;
        }
        let Fault { message, help, .. } = said::alone(&error, text, span.clone());
        sink.error(codes::TOML, Place { file, start: span.start, end: span.end }, message).help(help);
    }
    merged
}

/// Whether TOML blames a second heading of a kind that a pack has many of.
fn is_of_many(error: &Error, written: &str) -> bool {
    error.message() == "duplicate key" && Kind::of(written).is_some_and(|kind| !kind.is_single())
}

/// Where `[word]` stands as the heading of a table.
fn single_headings(text: &str, word: &str) -> Vec<Range<usize>> {
    let heading = format!("[{word}]");
    let is_heading = |at: usize| text.get(..at).is_some_and(|before| before.is_empty() || before.ends_with('\n'));
    let places = text.match_indices(&heading).filter(|(at, _)| is_heading(*at));
    places.map(|(at, found)| at..at.saturating_add(found.len())).collect()
}

/// Says of a kind that a pack has many of that it stands in double brackets; what is missing now says nothing.
fn report_single(file: u16, text: &str, headings: &[Range<usize>], sink: &mut Sink) {
    for Range { start, end } in headings.iter().cloned() {
        let heading = text.get(start..end).unwrap_or("");
        sink.error(
            codes::TOML,
            Place { file, start, end },
            format_args!("`{heading}` stands in single brackets, as if a pack had one"),
        )
        .help(format_args!("write `[{heading}]`"));
    }
    if !headings.is_empty() {
        sink.is_incomplete();
    }
}
