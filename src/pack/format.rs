//! `amends fmt`: aligns the columns of `rows`, and leaves every other byte as it is.

#![expect(clippy::arithmetic_side_effects, reason = "widths and positions within one file, which fits the memory")]

use super::diagnostic::{Sink, SourceFile};
use super::document::{self, Node, Text, Written};
use super::rows::{bars, is_row};

/// The text of a rule file with the rows of its tables aligned. Comments, empty lines and all else stay as they are;
/// so does a text that is no TOML. Formatting twice changes nothing more.
pub fn format(text: &str) -> String {
    let file = SourceFile { name: String::new(), text: text.to_owned() };
    let mut sink = Sink::default();
    let pairs = document::parse(0, &file, &mut sink);
    if sink.has_errors() {
        return text.to_owned();
    }
    let mut edits: Vec<(usize, usize, String)> = Vec::new();
    for pair in pairs.iter().filter(|pair| pair.key == "table") {
        let tables: &[Node] = match &pair.value.value {
            Written::List(tables) => tables,
            _ => std::slice::from_ref(&pair.value),
        };
        let rows = tables.iter().filter_map(|table| table.get("rows")?.scalar());
        for rows in rows.filter(|rows| rows.text.contains('\n') && rows.is_verbatim()) {
            edits.push((rows.place().start, rows.place().end, aligned(rows)));
        }
    }
    edits.sort_unstable();
    let mut formatted = String::with_capacity(text.len());
    let mut from = 0;
    for (start, end, rows) in edits {
        formatted.push_str(text.get(from..start).unwrap_or(""));
        formatted.push_str(&rows);
        from = end;
    }
    formatted.push_str(text.get(from..).unwrap_or(""));
    formatted
}

/// The cells of a line before and behind `||`; nothing where it has not exactly one `||`.
struct Line<'a> {
    inputs: Vec<&'a str>,
    outputs: Vec<&'a str>,
}

impl<'a> Line<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let mut read = Line { inputs: Vec::new(), outputs: Vec::new() };
        let (mut from, mut behind) = (0, false);
        for (at, length) in bars(line).into_iter().chain([(line.len(), 0)]) {
            let cell = line.get(from..at).unwrap_or("").trim();
            if behind {
                read.outputs.push(cell)
            } else {
                read.inputs.push(cell)
            }
            if length == 2 && std::mem::replace(&mut behind, true) {
                return None;
            }
            from = at + length;
        }
        behind.then_some(read)
    }

    /// Whether the first of its inputs stands for all that the heading has.
    fn spans(&self, heading: &Line<'_>) -> bool {
        self.inputs.len() == 1 && heading.inputs.len() > 1
    }

    /// Whether its cells can stand under those of the heading.
    fn fits(&self, heading: &Line<'_>) -> bool {
        (self.inputs.len() == heading.inputs.len() || self.spans(heading))
            && self.outputs.len() <= heading.outputs.len()
    }
}

fn aligned(rows: Text<'_>) -> String {
    let texts: Vec<&str> = rows.text.split('\n').collect();
    let lines: Vec<Option<Line<'_>>> =
        texts.iter().map(|text| if is_row(text) { Line::read(text) } else { None }).collect();
    let Some(heading) = texts.iter().zip(&lines).find(|(text, _)| is_row(text)).and_then(|(_, line)| line.as_ref())
    else {
        return rows.text.to_owned();
    };
    let fitting: Vec<&Line<'_>> = lines.iter().flatten().filter(|line| line.fits(heading)).collect();
    let apart = fitting.iter().filter(|line| !line.spans(heading)).map(|line| line.inputs.as_slice());
    let inputs = widths(apart);
    let outputs = widths(fitting.iter().map(|line| line.outputs.as_slice()));
    let spanning = widths(fitting.iter().filter(|line| line.spans(heading)).map(|line| line.inputs.as_slice()));
    let between = 3 * inputs.len().saturating_sub(1);
    let before = spanning.iter().sum::<usize>().max(inputs.iter().sum::<usize>() + between);
    let printed = texts.iter().zip(&lines).map(|(text, line)| match line {
        Some(line) if line.fits(heading) => {
            let row = format!("{} || {}", pad(&joined(&line.inputs, &inputs), before), joined(&line.outputs, &outputs));
            let ending = if text.ends_with('\r') { "\r" } else { "" };
            format!("{}{ending}", row.trim_end())
        }
        _ => (*text).to_owned(),
    });
    printed.collect::<Vec<_>>().join("\n")
}

/// The width of each column, in characters.
fn widths<'a>(lines: impl Iterator<Item = &'a [&'a str]>) -> Vec<usize> {
    let mut widths: Vec<usize> = Vec::new();
    for cells in lines {
        widths.resize(widths.len().max(cells.len()), 0);
        for (width, cell) in widths.iter_mut().zip(cells) {
            *width = (*width).max(cell.chars().count());
        }
    }
    widths
}

fn joined(cells: &[&str], widths: &[usize]) -> String {
    let padded: Vec<String> = cells.iter().zip(widths).map(|(cell, width)| pad(cell, *width)).collect();
    padded.join(" | ")
}

fn pad(cell: &str, width: usize) -> String {
    format!("{cell:<width$}")
}
