//! Decision tables: their outputs, and their rows as [`lines`] of text or as [`rules`].

mod alignment;
mod heading;
mod hit;
mod lines;
mod rules;

use std::collections::BTreeMap;

use crate::model::{Derived, DerivedId, Entry, Hit, Name, Row, Table, Type, Value, When};

use super::codes;
use super::diagnostic::Sink;
use super::document::{Node, Place, Text, Written};
use super::entry;
use super::item::{self, Item};
use super::names::Names;
use super::{Places, cell};

pub(super) use hit::{HITS, hit};
pub(super) use rules::of_rule;

/// The keys of an output.
pub(super) const OUTPUT_KEYS: [&str; 9] =
    ["id", "title", "type", "values", "unit", "decimals", "min", "max", "optional"];

/// The outputs of a table as their author wrote them.
pub(super) fn outputs<'a>(item: &'a Item, sink: &mut Sink) -> Vec<&'a Node> {
    let Some(node) = item.require(
        "outputs",
        "declare what it gives, as in `outputs = [{ id = \"percent\", type = \"number\" }]`",
        sink,
    ) else {
        return Vec::new();
    };
    let nodes = match &node.value {
        Written::List(nodes) => nodes.iter().collect(),
        _ => vec![node],
    };
    nodes.into_iter().filter(|node| !item::table(node, sink).is_empty()).collect()
}

/// A table being read.
pub(super) struct Reader<'a> {
    pub item: &'a Item,
    /// The rules that are its rows.
    pub rules: &'a [&'a Item],
    pub hit: Hit,
    pub outputs: &'a [DerivedId],
    pub names: &'a Names,
    /// By id; with their types.
    pub derived: &'a [Derived],
}

impl Reader<'_> {
    /// The table; what is wrong with it is reported, and the places of its rows and formulas noted.
    pub fn read(&self, places: &mut Places, sink: &mut Sink) -> Table {
        let (item, names) = (self.item, self.names);
        let grounds = entry::grounds(item, names, sink);
        let when = cell::when(item, "when", When::always(), names, sink);
        let dated_by = self.dated_by(sink);
        self.check_hit(sink);
        let mut rows = Vec::new();
        let mut inputs = Vec::new();
        if let Some(text) = item.get("rows").and_then(|node| item::text(node, sink)) {
            self.text_rows(text, &grounds, &mut inputs, &mut rows, places, sink);
        }
        for rule in self.rules {
            let row = self.rule_row(rule, &grounds, places, rows.len(), sink);
            rows.push(row);
        }
        if rows.is_empty() && item.get("rows").is_none() {
            sink.warning(codes::NO_ROWS, item.place, format_args!("{} has no rows", item.name()))
                .help("add `rows`, or rules with `table` and `set`");
        }
        self.check_rows(&rows, places, sink);
        let outputs = self.outputs.to_vec();
        Table {
            id: item.id.clone(),
            title: item.title(sink),
            hit: self.hit,
            when,
            dated_by,
            inputs,
            outputs,
            rows,
            grounds,
        }
    }

    /// The date on which rows are valid or not.
    fn dated_by(&self, sink: &mut Sink) -> Name {
        let text = self.item.get("dated_by").and_then(|node| item::text(node, sink));
        let Some(text) = text.map(Text::trim) else { return Name::Now };
        let Some(name) = self.names.tested(text, sink) else { return Name::Now };
        if !matches!(self.names.kind(name), Some(Type::Date { .. }) | None) {
            sink.error(codes::WRONG_NAME, text.place(), format_args!("`{}` is no date", text.text))
                .help("rows are valid on the day of a date");
        }
        name
    }

    /// The type of an output, by its position in the table.
    fn kind(&self, column: usize) -> Option<&Type> {
        self.names.derived.get(self.outputs.get(column)?.index())?.kind.as_ref()
    }

    fn output(&self, column: usize) -> Option<&Derived> {
        self.derived.get(self.outputs.get(column)?.index())
    }

    /// Whether each row must say what it gives for an output.
    fn is_needed(&self, output: usize) -> bool {
        self.output(output).is_some_and(|derived| !derived.optional)
    }

    /// What a row gives for an output that it leaves open.
    fn unset(&self, output: usize, place: Place, sink: &mut Sink) -> Entry {
        if let Some(derived) = self.output(output).filter(|_| self.is_needed(output)) {
            sink.error(codes::UNSET_OUTPUT, place, format_args!("the output `{}` is left open", derived.id))
                .help("write a value, `none` or `undecided`, or make the output `optional = true`");
        }
        Entry::Value(Value::None)
    }

    /// Reports a second `otherwise` row, and ids that two rows bear.
    fn check_rows(&self, rows: &[Row], places: &Places, sink: &mut Sink) {
        let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
        let mut has_otherwise = false;
        for (row, at) in rows.iter().zip(1_usize..) {
            let place = places.rows.get(&(self.item.id.clone(), at)).copied().unwrap_or(self.item.place);
            if row.otherwise && std::mem::replace(&mut has_otherwise, true) {
                sink.error(codes::OTHERWISE, place, "the table has two `otherwise` rows").help("take one of them out");
            }
            if let Some(id) = &row.id
                && ids.insert(id, at).is_some()
            {
                sink.error(codes::DUPLICATE, place, format_args!("two rows bear the id `{id}`"))
                    .help("give each its own");
            }
        }
    }
}
