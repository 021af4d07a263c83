//! The words and signs of a formula.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "positions within one formula's text, which is bounded by the file"
)]

use crate::pack::codes;
use crate::pack::diagnostic::Sink;
use crate::pack::document::Text;

/// Comparisons, of which a guarantee has one between two formulas.
pub const RELATIONS: [&str; 5] = ["<=", ">=", "<", ">", "="];

/// A formula may have this many words and signs: a sum of a hundred terms, which programs hold too.
const MOST_TOKENS: usize = 200;

/// What there is, for whoever wrote something else.
pub const HELP: &str = "formulas know `+ - * /`, `min( )`, `max( )`, `floor( )`, `round(x, step)` and brackets";

/// Splits a comparison of two formulas at its relation.
pub fn relation<'a>(text: Text<'a>, sink: &mut Sink) -> Option<(Text<'a>, Text<'a>, Text<'a>)> {
    let tokens = tokens(text, sink)?;
    let mut relations = tokens.iter().filter(|token| RELATIONS.contains(&token.text));
    let (Some(relation), None) = (relations.next(), relations.next()) else {
        sink.error(codes::GUARANTEE, text.place(), "expected two formulas and one comparison between them")
            .help("write it as in `goodwill_amount <= price * 150 / 100`");
        return None;
    };
    let at = relation.text.as_ptr().addr() - text.text.as_ptr().addr();
    let right = text.slice(at + relation.text.len()..text.text.len());
    Some((text.slice(0..at), *relation, right))
}

/// The words, numbers and signs of a text, from left to right; what is none of them is reported.
pub fn tokens<'a>(text: Text<'a>, sink: &mut Sink) -> Option<Vec<Text<'a>>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.text.get(at..).filter(|rest| !rest.is_empty()) {
        let space = rest.len() - rest.trim_start().len();
        at += space;
        let rest = rest.trim_start();
        let Some(first) = rest.chars().next() else { break };
        let length = if is_date(rest) {
            10
        } else if first.is_ascii_digit() {
            rest.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(rest.len())
        } else if first.is_ascii_alphabetic() || first == '_' {
            rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').unwrap_or(rest.len())
        } else if let Some(relation) = RELATIONS.into_iter().find(|relation| rest.starts_with(relation)) {
            relation.len()
        } else if "+-*/(),".contains(first) {
            1
        } else {
            let token = text.slice(at..at + first.len_utf8());
            let help = match first {
                '%' => "write a percentage as a number, divided by 100",
                '^' => "multiply instead",
                '×' => "write `*`",
                '÷' => "write `/`",
                '−' | '–' => "write `-`",
                '"' | '\'' => "numbers, durations and dates stand without quotes in a formula",
                _ => HELP,
            };
            sink.error(codes::FORMULA, token.place(), format_args!("a formula has no `{first}`")).help(help);
            return None;
        };
        tokens.push(text.slice(at..at + length));
        at += length;
        if tokens.len() > MOST_TOKENS {
            sink.error(codes::TOO_MUCH, text.place(), "this formula is too long")
                .help("divide it among several values");
            return None;
        }
    }
    Some(tokens)
}

/// Whether a text begins with `2026-04-01`.
pub fn is_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    let shape = bytes.iter().take(10).enumerate().all(|(at, byte)| match at {
        4 | 7 => *byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    shape && bytes.len() >= 10 && !bytes.get(10).is_some_and(u8::is_ascii_digit)
}
