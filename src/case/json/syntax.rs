//! What to do about a text that is not JSON, by what stands where reading stopped.

use serde_json::error::Category;

use super::at;
use crate::case::CaseError;

/// The error for a text that ceases to be JSON.
pub fn error(text: &str, error: &serde_json::Error) -> CaseError {
    let (before, rest) = stop(text, error.line(), error.column());
    let (reason, help) = if error.classify() == Category::Eof {
        ("it ends too early".to_owned(), "close each text with `\"`, each list with `]` and the case with `}`")
    } else {
        let place = format!(" at line {} column {}", error.line(), error.column());
        let said = error.to_string();
        (said.strip_suffix(&place).unwrap_or(&said).to_owned(), way_out(before, rest))
    };
    let error = CaseError::new("not-json", "", format!("the case is not JSON: {reason}"));
    at(before.as_bytes(), error.help(Some(help.to_owned())))
}

/// The text before the sign at which reading stopped, and from it on. Lines are counted from 1, and columns by the bytes of
/// the line that were read: none where the end of the line before is what is wrong.
fn stop(text: &str, line: usize, column: usize) -> (&str, &str) {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let place = start.saturating_add(column).saturating_sub(1);
    text.split_at_checked(place).unwrap_or((text, ""))
}

fn way_out(before: &str, rest: &str) -> &'static str {
    const QUOTED: &str = "names and texts stand in double quotes: `{\"channel\": \"email\"}`";
    let is_escape =
        before.ends_with('\\') || before.rfind("\\u").is_some_and(|at| before.len().saturating_sub(at) <= 6);
    let before = before.trim_ascii_end();
    match rest.chars().next() {
        _ if is_escape => "write a backslash within a text twice: `\\\\`",
        Some('\t') => "write a tab within a text as `\\t`",
        Some('\r' | '\n') => "close the text with `\"`; a line break within it is written as `\\n`",
        Some('}' | ']') if before.ends_with(',') => "take the comma before it away",
        Some('}' | ']' | ',') if before.ends_with(':') => "write a value there, or `null` while it is not known",
        Some('{' | ',') if before.ends_with('}') => {
            "give one case here; `amends replay` reads many, one in each line, with nothing between"
        }
        Some('"') => "a comma stands between two facts, and a colon between a fact and its value",
        Some('/' | '#') => "take the comment away; JSON has none",
        Some('0'..='9' | '.' | '+' | '-') => "a number is written like `12`, `0.5` or `-3`",
        Some(sign) if sign.is_alphabetic() || matches!(sign, '\'' | '“' | '”' | '„') => QUOTED,
        _ => "a case is written like `{\"channel\": \"email\", \"contacts\": 2}`",
    }
}

#[cfg(test)]
mod tests {
    use crate::case::from_json;
    use crate::model::Pack;

    #[test]
    fn what_is_no_json_is_told_with_what_to_do() {
        for (text, line, column, help) in [
            ("{'channel': 1}", 1, 2, "names and texts stand in double quotes: `{\"channel\": \"email\"}`"),
            ("{channel: 1}", 1, 2, "names and texts stand in double quotes: `{\"channel\": \"email\"}`"),
            ("{\"a\": email}", 1, 7, "names and texts stand in double quotes: `{\"channel\": \"email\"}`"),
            ("{\"a\": “b”}", 1, 7, "names and texts stand in double quotes: `{\"channel\": \"email\"}`"),
            ("{\"a\": 1,\n}\n", 2, 1, "take the comma before it away"),
            ("{\"a\": [\"b\",]}", 1, 12, "take the comma before it away"),
            ("{\"a\": , \"b\": 1}", 1, 7, "write a value there, or `null` while it is not known"),
            ("{\"a\" 1}", 1, 6, "a number is written like `12`, `0.5` or `-3`"),
            ("{\"a\": 1 \"b\": 1}", 1, 9, "a comma stands between two facts, and a colon between a fact and its value"),
            (
                "{\"a\": 1}\n{\"a\": 2}",
                2,
                1,
                "give one case here; `amends replay` reads many, one in each line, with nothing between",
            ),
            (
                "{\"a\": 1},",
                1,
                9,
                "give one case here; `amends replay` reads many, one in each line, with nothing between",
            ),
            ("{\"a\": 1 // one\n}", 1, 9, "take the comment away; JSON has none"),
            ("{\"a\": .5}", 1, 7, "a number is written like `12`, `0.5` or `-3`"),
            ("{\"a\": \"b\nc\"}", 1, 9, "close the text with `\"`; a line break within it is written as `\\n`"),
            ("{\"a\": \"b\tc\"}", 1, 9, "write a tab within a text as `\\t`"),
            ("{\"a\": \"C:\\x\"}", 1, 11, "write a backslash within a text twice: `\\\\`"),
            ("{\"a\": \"\\ud800\"}", 1, 14, "write a backslash within a text twice: `\\\\`"),
            ("{\"a\": 1\n", 1, 8, "close each text with `\"`, each list with `]` and the case with `}`"),
            ("{\"a\": \"b", 1, 8, "close each text with `\"`, each list with `]` and the case with `}`"),
            ("{\"a\": %}", 1, 7, "a case is written like `{\"channel\": \"email\", \"contacts\": 2}`"),
        ] {
            let errors = from_json(text.as_bytes(), &Pack::default(), 0).expect_err(text);
            let [error] = &errors[..] else { panic!("{text}: {errors:?}") };
            let place = error.position.map(|position| (position.line, position.column));
            assert_eq!((place, error.help.as_deref()), (Some((line, column)), Some(help)), "{text}: {error}");
        }
    }
}
