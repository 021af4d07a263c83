//! Rows as lines of text, each cell under its column.

use std::collections::BTreeMap;

use super::Reader;
use super::alignment::Cells;
use super::heading::{About, Column, Columns};
use crate::model::{Cell, Clause, Entry, Grounds, Name, Row, Test, When};
use crate::pack::codes;
use crate::pack::diagnostic::Sink;
use crate::pack::document::Text;
use crate::pack::entry::{self, check_validity};
use crate::pack::gather::MOST_ITEMS;
use crate::pack::ids::check_id;
use crate::pack::rows::{self, Line};
use crate::pack::{Places, cell, item, literal};

impl Reader<'_> {
    /// Reads the rows of a text, and the inputs that its heading names.
    pub fn text_rows(
        &self,
        text: Text<'_>,
        grounds: &Grounds,
        inputs: &mut Vec<Name>,
        rows: &mut Vec<Row>,
        places: &mut Places,
        sink: &mut Sink,
    ) {
        let lines = rows::lines(text);
        let Some((heading, body)) = lines.split_first() else {
            sink.error(codes::HEADING, text.place(), "the table has no heading")
                .help("the first line names the columns, as in `anger | channel || percent`");
            return;
        };
        let Some(columns) = self.heading(heading, sink) else { return };
        if body.len() > MOST_ITEMS {
            sink.error(codes::TOO_MUCH, text.place(), format_args!("a table has at most {MOST_ITEMS} rows"));
            return;
        }
        let inputs_read = columns.all.iter().filter_map(|column| match column {
            Column::Input(name) => *name,
            _ => None,
        });
        inputs.extend(inputs_read);
        for (line, cells) in self.aligned(heading, body, &columns, sink) {
            places.rows.insert((self.item.id.clone(), rows.len().saturating_add(1)), line.whole.place());
            let row = self.text_row(line, cells, &columns, grounds, places, rows.len(), sink);
            rows.push(row);
        }
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "a row is made of its line, its heading, and what its table says of all"
    )]
    fn text_row(
        &self,
        line: &Line<'_>,
        cells: Cells<'_>,
        columns: &Columns,
        inherited: &Grounds,
        places: &mut Places,
        at: usize,
        sink: &mut Sink,
    ) -> Row {
        let mut clause = Clause::default();
        let mut row = Row {
            id: None,
            when: When::always(),
            unless: When::never(),
            otherwise: false,
            entries: Vec::new(),
            grounds: Grounds { ideas: Vec::new(), review_by: None, approved_by: None, ..inherited.clone() },
        };
        let mut entries: BTreeMap<usize, (Text<'_>, Option<Entry>)> = BTreeMap::new();
        let in_otherwise = cells.is_otherwise;
        for (text, column) in cells.all {
            if in_otherwise && text.text == "otherwise" {
                row.otherwise = true;
                continue;
            }
            match column {
                Column::About(about) => self.about(about, text, &mut row, sink),
                Column::Input(name) => match (in_otherwise, text.text) {
                    (true, "" | "-") => {}
                    (true, _) => {
                        sink.error(codes::OTHERWISE, text.place(), "an `otherwise` row tests nothing else")
                            .help("write `otherwise` alone before `||`");
                    }
                    (false, _) => {
                        let cell = name.and_then(|name| cell::cell(name, text, self.names, sink));
                        clause.0.extend(cell.filter(|cell: &Cell| cell.tests != [Test::Any]));
                    }
                },
                Column::Output(output) if !text.text.is_empty() => {
                    let Some(output) = output else { continue };
                    let kind = self.kind(output);
                    let entry = kind.and_then(|kind| entry::entry(text, kind, self.names, sink));
                    entries.insert(output, (text, entry));
                }
                Column::Output(_) => {}
            }
        }
        if let (Some(from), Some(until)) = (row.grounds.valid_from, row.grounds.valid_until) {
            check_validity(from, until, line.whole.place(), sink);
        }
        for output in 0..self.outputs.len() {
            let entry = match entries.remove(&output) {
                Some((text, entry)) => {
                    places.set_formula(self.outputs.get(output), at, text.place());
                    entry.unwrap_or(Entry::Undecided)
                }
                // That it has no column was reported.
                None if columns.lacking.contains(&output) => Entry::Undecided,
                None => self.unset(output, line.whole.place(), sink),
            };
            row.entries.push(entry);
        }
        if !row.otherwise {
            row.when = When(vec![clause]);
        }
        row
    }

    fn about(&self, about: About, text: Text<'_>, row: &mut Row, sink: &mut Sink) {
        if text.text.is_empty() || text.text == "-" {
            return;
        }
        let (bare, _) = literal::unquoted(text);
        match about {
            About::Id => {
                check_id(bare, sink);
                row.id = Some(bare.text.to_owned());
            }
            About::Because => bare.text.clone_into(&mut row.grounds.because),
            About::Evidence => row.grounds.evidence = entry::evidence(&[bare], self.names, sink),
            About::ValidFrom => row.grounds.valid_from = item::day_of_text(bare, sink),
            About::ValidUntil => row.grounds.valid_until = item::day_of_text(bare, sink),
        }
    }
}
