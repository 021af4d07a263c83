//! Cells under the columns of their heading. Where many rows miss it in the same way, the heading is at fault, or one habit,
//! and it is said once.

use std::collections::BTreeMap;

use super::Reader;
use super::heading::{Column, Columns};
use crate::pack::codes;
use crate::pack::diagnostic::Sink;
use crate::pack::document::Text;
use crate::pack::rows::Line;

/// The cells of a line, each with its column.
pub struct Cells<'l> {
    pub all: Vec<(Text<'l>, Column)>,
    /// Whether the line is an `otherwise` row, which may leave out the inputs that follow that word.
    pub is_otherwise: bool,
}

/// How a line misses its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Misfit {
    /// Beneath the heading stands a line as in Markdown.
    Ruler,
    NoBars,
    TwoBars,
    /// So many cells stand before `||`, and not as many as in the heading.
    Before(usize),
    /// So many cells stand behind `||`, and fewer in the heading.
    Behind(usize),
    /// So many cells stand behind `||`, which leaves out an output that must have a value.
    Short(usize),
}

impl Reader<'_> {
    /// The lines that stand under their heading, with their cells; the others are reported.
    pub fn aligned<'l, 't>(
        &self,
        heading: &Line<'_>,
        body: &'l [Line<'t>],
        columns: &Columns,
        sink: &mut Sink,
    ) -> Vec<(&'l Line<'t>, Cells<'t>)> {
        let mut aligned = Vec::new();
        let mut misfits: BTreeMap<Misfit, Vec<&Line<'_>>> = BTreeMap::new();
        for line in body {
            match self.cells(line, columns) {
                Ok(cells) => aligned.push((line, cells)),
                Err(misfit) => misfits.entry(misfit).or_default().push(line),
            }
        }
        let after = columns.all.len().saturating_sub(columns.before);
        let behind_lacking = Misfit::Behind(after.saturating_add(columns.lacking.len()));
        for (misfit, lines) in misfits {
            let is_told = misfit == behind_lacking && !columns.lacking.is_empty();
            if let Some(first) = lines.first().filter(|_| !is_told) {
                let others = aligned.iter().filter(|(_, cells)| !cells.is_otherwise).count();
                let is_habit = lines.len() > 1 && others == 0;
                let place = match misfit {
                    Misfit::TwoBars => first.second.unwrap_or(first.whole),
                    Misfit::Before(_) | Misfit::Behind(_) if is_habit => heading.whole,
                    _ => first.whole,
                };
                let message = misfit.message(lines.len(), columns);
                sink.error(codes::ROW, place.place(), message).help(misfit.help(columns));
            }
        }
        aligned
    }

    fn cells<'l>(&self, line: &Line<'l>, columns: &Columns) -> Result<Cells<'l>, Misfit> {
        let is_ruler =
            |cell: &Text<'_>| cell.text.len() > 1 && cell.text.bytes().all(|byte| matches!(byte, b'-' | b':'));
        if line.cells.iter().all(is_ruler) {
            return Err(Misfit::Ruler);
        }
        if line.second.is_some() {
            return Err(Misfit::TwoBars);
        }
        let (before, inputs) = (columns.before, line.inputs.ok_or(Misfit::NoBars)?);
        let is_otherwise = line.cells.iter().take(inputs).any(|cell| cell.text == "otherwise");
        if inputs != before && !(is_otherwise && inputs < before) {
            return Err(Misfit::Before(inputs));
        }
        let (outputs, after) = (line.cells.len().saturating_sub(inputs), columns.all.len().saturating_sub(before));
        if outputs > after {
            return Err(Misfit::Behind(outputs));
        }
        let needs_cell = |column: &Column| matches!(column, Column::Output(Some(output)) if self.is_needed(*output));
        if columns.all.iter().skip(before.saturating_add(outputs)).any(needs_cell) {
            return Err(Misfit::Short(outputs));
        }
        let first = line.cells.iter().take(inputs).zip(columns.all.iter());
        let second = line.cells.iter().skip(inputs).zip(columns.all.iter().skip(before));
        let all = first.chain(second).map(|(cell, column)| (*cell, *column)).collect();
        Ok(Cells { all, is_otherwise })
    }
}

impl Misfit {
    fn message(self, rows: usize, columns: &Columns) -> String {
        let have = if rows == 1 { "the row has".to_owned() } else { format!("{rows} rows have") };
        let (before, after) = (columns.before, columns.all.len().saturating_sub(columns.before));
        match self {
            Misfit::Ruler => "this line is no row".to_owned(),
            Misfit::NoBars => format!("{have} no `||`"),
            Misfit::TwoBars => format!("{have} two `||`"),
            Misfit::Before(count) => format!("{have} {} before `||`, the heading has {before}", cells(count)),
            Misfit::Behind(count) | Misfit::Short(count) => {
                format!("{have} {} behind `||`, the heading has {after}", cells(count))
            }
        }
    }

    fn help(self, columns: &Columns) -> &'static str {
        match self {
            Misfit::Ruler => "take it out; no line stands between the heading and its rows",
            Misfit::NoBars => "`||` parts the inputs from the outputs, as in the heading",
            Misfit::TwoBars => {
                "`||` stands once, before the first output; leave a space between the bars of an empty cell"
            }
            Misfit::Before(1) if columns.before > 1 => {
                "write `-` in each cell where any value will do, or `otherwise` alone for what no other row takes"
            }
            Misfit::Before(count) if count < columns.before => "write `-` in each cell where any value will do",
            Misfit::Before(_) => "name a column for each cell in the heading, and put a text with `|` in quotes",
            Misfit::Behind(_) => {
                "name a column for each cell in the heading, put a text with `|` in quotes, and let no `|` end a row"
            }
            Misfit::Short(_) => "write a value, `none` or `undecided` for each output that must have one",
        }
    }
}

/// `1 cell`, `2 cells`.
fn cells(count: usize) -> String {
    format!("{count} cell{}", if count == 1 { "" } else { "s" })
}
