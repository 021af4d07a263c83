//! What the heading of a table says of its columns.

use super::Reader;
use crate::model::{Name, value};
use crate::pack::codes;
use crate::pack::diagnostic::Sink;
use crate::pack::document::Text;
use crate::pack::rows::Line;

/// A column that says something of the row itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    Id,
    Because,
    Evidence,
    ValidFrom,
    ValidUntil,
}

const ABOUT: [(&str, About); 5] = [
    ("id", About::Id),
    ("because", About::Because),
    ("evidence", About::Evidence),
    ("valid_from", About::ValidFrom),
    ("valid_until", About::ValidUntil),
];

/// What a column holds; `None` where its heading could not be read, which has been reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Input(Option<Name>),
    /// A position among the table's outputs.
    Output(Option<usize>),
    About(About),
}

/// What the heading says of each column.
pub struct Columns {
    /// How many stand before `||`.
    pub before: usize,
    pub all: Vec<Column>,
}

impl Reader<'_> {
    /// The columns by the heading, or nothing where no row could be read by it.
    pub fn heading(&self, heading: &Line<'_>, sink: &mut Sink) -> Option<Columns> {
        let Some(before) = heading.inputs else {
            sink.error(codes::HEADING, heading.whole.place(), "the heading has no `||`")
                .help("`||` parts the inputs from the outputs, as in `anger | channel || percent`");
            return None;
        };
        if let Some(second) = heading.second {
            sink.error(codes::HEADING, second.place(), "the heading has two `||`")
                .help("`||` stands once, before the first output");
            return None;
        }
        let mut columns: Vec<(Text<'_>, Column)> = Vec::new();
        for (at, name) in heading.cells.iter().copied().enumerate() {
            if name.text.is_empty() {
                let place = heading.whole.place();
                sink.error(codes::HEADING, place, "a column has no name")
                    .help("name each column, and let no `|` begin or end the line");
                return None;
            }
            if columns.iter().any(|(earlier, _)| earlier.text == name.text) {
                sink.error(codes::HEADING, name.place(), format_args!("two columns are named `{}`", name.text))
                    .help("take one of them out; one cell can hold several tests, as in `>= 3, none`");
            }
            let about = ABOUT.iter().find(|(word, _)| *word == name.text);
            let column = match about {
                Some((_, about)) => Column::About(*about),
                None if at < before => Column::Input(self.names.tested(name, sink)),
                None => Column::Output(self.output_column(name, sink)),
            };
            columns.push((name, column));
        }
        for (at, output) in self.outputs.iter().enumerate() {
            let is_there = columns.iter().any(|(_, column)| *column == Column::Output(Some(at)));
            let typed = self.names.derived.get(output.index());
            let is_optional = self.output(at).is_some_and(|output| output.optional);
            if let (false, false, Some(typed)) = (is_there, is_optional, typed) {
                sink.error(
                    codes::HEADING,
                    heading.whole.place(),
                    format_args!("the output `{}` has no column", typed.id),
                )
                .help("add it behind `||`, or make it `optional = true`");
            }
        }
        Some(Columns { before, all: columns.into_iter().map(|(_, column)| column).collect() })
    }

    /// The output that a heading or a rule names; reports a name that is none.
    pub fn output_column(&self, name: Text<'_>, sink: &mut Sink) -> Option<usize> {
        let ids: Vec<&str> = self
            .outputs
            .iter()
            .filter_map(|output| self.names.derived.get(output.index()))
            .map(|typed| typed.id.as_str())
            .collect();
        let found = ids.iter().position(|id| *id == self.names.meant(name.text));
        if found.is_none() {
            let help = match value::nearest(name.text, ids.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("its outputs are `{}`; inputs stand before `||`", ids.join("`, `")),
            };
            sink.error(codes::HEADING, name.place(), format_args!("the table has no output `{}`", name.text))
                .help(help);
        }
        found
    }
}
