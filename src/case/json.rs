//! Cases as JSON, for the command. [`syntax`] says what to do about a text that is not.

mod syntax;

use std::fmt;

use serde::Deserializer as _;
use serde::de::{MapAccess, Visitor};
use serde_json::Value as Json;

use crate::model::Pack;

use super::error::Position;
use super::{Case, CaseError, Given, read_written};

/// The longest case, in bytes.
pub const LONGEST_CASE: usize = 1 << 20;

/// How deep lists and objects may lie in each other; a case needs two levels.
const DEEPEST: usize = 16;

/// Reads a case from the text of one JSON object.
///
/// # Errors
/// What [`read_written()`] says, and of the text as a whole `not-json`, `too-deep` and `too-long`, the first two with their
/// place.
pub fn from_json(text: &[u8], pack: &Pack, today: i64) -> Result<Case, Vec<CaseError>> {
    let entries = entries(text).map_err(|error| vec![error])?;
    read_written(entries, pack, today)
}

/// The members of one JSON object in written order, repeated ones too.
fn entries(text: &[u8]) -> Result<Vec<(String, Given)>, CaseError> {
    if text.len() > LONGEST_CASE {
        let message = format!("the case is too long; expected at most {LONGEST_CASE} bytes");
        let help = "shorten its texts, or give each of several cases a line of its own to `amends replay`".to_owned();
        return Err(CaseError::new("too-long", "", message).help(Some(help)));
    }
    // Some editors put a byte order mark before everything they save.
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    let text = str::from_utf8(text).map_err(|error| {
        let valid = text.get(..error.valid_up_to()).unwrap_or_default();
        let error = CaseError::new("not-json", "", "the case is not UTF-8".to_owned());
        at(valid, error.help(Some("save it as UTF-8".to_owned())))
    })?;
    check_depth(text)?;
    if !text.trim_ascii_start().starts_with('{') {
        let start = text.len().saturating_sub(text.trim_ascii_start().len());
        let (message, help) = match text.trim_ascii_start().chars().next() {
            None => ("the case is empty", "where nothing is known, write `{}`"),
            Some('[') => (
                "the case is a list",
                "give one case here; `amends replay` reads many, one in each line, with no brackets around them",
            ),
            _ => ("the case is no JSON object", "write the facts by name: `{\"channel\": \"email\"}`"),
        };
        let error = CaseError::new("not-json", "", message.to_owned()).help(Some(help.to_owned()));
        return Err(at(text.as_bytes().get(..start).unwrap_or_default(), error));
    }
    let mut deserializer = serde_json::Deserializer::from_str(text);
    deserializer
        .deserialize_map(Members)
        .and_then(|members| deserializer.end().map(|()| members))
        .map_err(|error| syntax::error(text, &error))
}

/// Refuses what lies too deep before anything is built of it.
fn check_depth(text: &str) -> Result<(), CaseError> {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for (place, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => depth = depth.saturating_add(1),
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            let message = format!("the case is too deep; expected at most {DEEPEST} levels");
            let before = text.as_bytes().get(..place).unwrap_or_default();
            let error = CaseError::new("too-deep", "", message);
            return Err(at(before, error.help(Some("write the facts by name: `{\"channel\": \"email\"}`".to_owned()))));
        }
    }
    Ok(())
}

/// The error with the place that follows the text before it.
fn at(before: &[u8], error: CaseError) -> CaseError {
    let line = before.iter().filter(|byte| **byte == b'\n').count().saturating_add(1);
    let column = before.iter().rev().take_while(|byte| **byte != b'\n').count().saturating_add(1);
    CaseError { position: Some(Position { line, column }), ..error }
}

struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Vec<(String, Given)>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the facts of a case by name")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some((name, json)) = map.next_entry::<String, Json>()? {
            members.push((name, given(json)));
        }
        Ok(members)
    }
}

fn given(json: Json) -> Given {
    match json {
        Json::Null => Given::Null,
        Json::Bool(yes) => Given::YesNo(yes),
        Json::Number(number) => Given::Number(number.to_string()),
        Json::String(text) => Given::Text(text),
        Json::Array(list) => Given::List(list.into_iter().map(given).collect()),
        Json::Object(_) => Given::Other("an object"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &[u8]) -> CaseError {
        let mut errors = from_json(text, &Pack::default(), 0).expect_err("no case");
        assert_eq!(errors.len(), 1, "{errors:?}");
        errors.remove(0)
    }

    fn place(line: usize, column: usize) -> Option<Position> {
        Some(Position { line, column })
    }

    #[test]
    fn what_is_no_json_is_told_with_its_place() {
        for (text, line, column) in [
            (&b"{\"channel\": }"[..], 1, 13),
            (b"{\n  \"channel\" \"email\"\n}", 2, 13),
            (b"{\"a\": 1} {", 1, 10),
            (b"\n [1]", 2, 2),
            (b"5", 1, 1),
            (b"", 1, 1),
            (b"{\"a\": \"\xff\"}", 1, 8),
        ] {
            let error = error(text);
            assert_eq!((error.code, error.position), ("not-json", place(line, column)), "{error}");
        }
    }

    #[test]
    fn what_is_too_deep_or_too_long_is_refused_before_it_is_built() {
        let deep = format!("{{\"a\": {}", "[".repeat(100_000));
        assert_eq!((error(deep.as_bytes()).code, error(deep.as_bytes()).position), ("too-deep", place(1, 22)));
        assert_eq!(error(&vec![b' '; LONGEST_CASE + 1]).code, "too-long");
        assert_eq!(error(b"{\"a\\\"[[[[[[[[[[[[[[[[[[[[[[\": 1}").code, "unknown-name");
    }

    #[test]
    fn a_byte_order_mark_is_no_mistake() {
        assert_eq!(entries(b"\xef\xbb\xbf{\"a\": null}"), Ok(vec![("a".to_owned(), Given::Null)]));
    }

    #[test]
    fn numbers_keep_their_text_and_members_their_order() {
        let text = br#"{"b": 0.10, "a": [12345678901234567890123, null], "b": 1e400}"#;
        let number = |text: &str| Given::Number(text.to_owned());
        assert_eq!(
            entries(text).expect("JSON"),
            [
                ("b".to_owned(), number("0.10")),
                ("a".to_owned(), Given::List(vec![number("12345678901234567890123"), Given::Null])),
                ("b".to_owned(), number("1e+400")),
            ]
        );
    }
}
