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
    /// The outputs that must have a column and have none, which has been reported.
    pub lacking: Vec<usize>,
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
        let outputs: Vec<&str> = heading.cells.iter().skip(before).map(|name| name.text).collect();
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
                columns.push((name, if at < before { Column::Input(None) } else { Column::Output(None) }));
                continue;
            }
            let about = ABOUT.iter().find(|(word, _)| *word == name.text);
            let column = match about {
                Some((_, about)) => Column::About(*about),
                None if at < before => Column::Input(self.names.tested(name, sink)),
                None => Column::Output(self.output_column(name, &outputs, sink)),
            };
            columns.push((name, column));
        }
        let all: Vec<Column> = columns.into_iter().map(|(_, column)| column).collect();
        let is_lacking = |output: &usize| self.is_needed(*output) && !all.contains(&Column::Output(Some(*output)));
        let lacking: Vec<usize> = (0..self.outputs.len()).filter(is_lacking).collect();
        // A name that is no output's was reported, and may be meant for one.
        for output in lacking.iter().filter(|_| !all.contains(&Column::Output(None))) {
            let Some(output) = self.output(*output) else { continue };
            let message = format!("the output `{}` has no column", output.id);
            sink.error(codes::HEADING, heading.whole.place(), message)
                .help("add it behind `||`, or make it `optional = true`");
        }
        Some(Columns { before, all, lacking })
    }

    /// The output that a heading or a rule names; reports a name that is none. It is not meant for any that is `named`
    /// beside it.
    pub fn output_column(&self, name: Text<'_>, named: &[&str], sink: &mut Sink) -> Option<usize> {
        let ids: Vec<&str> = self
            .outputs
            .iter()
            .filter_map(|output| self.names.derived.get(output.index()))
            .map(|typed| typed.id.as_str())
            .collect();
        let found = ids.iter().position(|id| *id == self.names.meant(name.text));
        if found.is_none() {
            let left = ids.iter().copied().filter(|id| !named.contains(id));
            let near = value::nearest(name.text, left).filter(|_| self.names.symbol(name.text).is_none());
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("its outputs are `{}`; inputs stand before `||`", ids.join("`, `")),
            };
            sink.error(codes::HEADING, name.place(), format_args!("the table has no output `{}`", name.text))
                .help(help);
        }
        found
    }
}
