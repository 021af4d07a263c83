//! A table as text: lines of cells with `|` between, `||` between inputs and outputs, the first line the heading.

#![expect(clippy::arithmetic_side_effects, reason = "positions within one line, which is bounded by the file")]

use super::document::Text;

/// A line with its cells, trimmed.
#[derive(Debug)]
pub(super) struct Line<'a> {
    pub whole: Text<'a>,
    pub cells: Vec<Text<'a>>,
    /// How many cells stand before `||`; `None` without one.
    pub inputs: Option<usize>,
    /// A second `||`, which no line has.
    pub second: Option<Text<'a>>,
}

/// The lines that are neither empty nor comments.
pub(super) fn lines<'a>(text: Text<'a>) -> Vec<Line<'a>> {
    let mut from = 0;
    let mut lines = Vec::new();
    for piece in text.text.split('\n') {
        let line = text.slice(from..from + piece.len());
        from += piece.len() + 1;
        let trimmed = line.trim();
        if is_row(trimmed.text) {
            lines.push(cells(trimmed));
        }
    }
    lines
}

/// Whether a line is neither empty nor a comment.
pub(super) fn is_row(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && !line.starts_with('#')
}

fn cells(line: Text<'_>) -> Line<'_> {
    let mut cells = Vec::new();
    let (mut inputs, mut second) = (None, None);
    let mut from = 0;
    for (at, length) in bars(line.text) {
        cells.push(line.slice(from..at).trim());
        from = at + length;
        if length == 2 {
            match inputs {
                None => inputs = Some(cells.len()),
                Some(_) => second = second.or(Some(line.slice(at..at + 2))),
            }
        }
    }
    cells.push(line.slice(from..line.text.len()).trim());
    Line { whole: line, cells, inputs, second }
}

/// Where the bars of a line stand, and whether they are one or two. Bars in quotes are text.
pub(super) fn bars(line: &str) -> Vec<(usize, usize)> {
    let mut bars = Vec::new();
    let mut at = 0;
    let mut may_open = true;
    while let Some(byte) = line.as_bytes().get(at).copied() {
        let rest = line.get(at + 1..).unwrap_or("");
        let quoted = matches!(byte, b'"' | b'\'') && may_open;
        let closing = if quoted { rest.find(char::from(byte)) } else { None };
        if let Some(length) = closing {
            at += length + 2;
            may_open = false;
        } else if byte == b'|' {
            let length = if rest.starts_with('|') { 2 } else { 1 };
            bars.push((at, length));
            at += length;
            may_open = true;
        } else {
            // A quote opens a value only where a value can begin; elsewhere it is an apostrophe.
            may_open = matches!(byte, b',' | b'(' | b'=') || byte == b' ' && may_open;
            at += 1;
        }
    }
    bars
}
