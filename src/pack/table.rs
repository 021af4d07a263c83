//! Decision tables: their outputs, and their rows as text or as rules.

use std::collections::BTreeMap;

use crate::model::{Cell, Clause, Derived, DerivedId, Entry, Grounds, Hit, Name, Row, Table, Type, Value, When, value};

use super::codes;
use super::diagnostic::Sink;
use super::document::{Node, Text, Written};
use super::entry::{self, check_validity};
use super::gather::MOST_ITEMS;
use super::item::{self, Item};
use super::names::{Names, find};
use super::rows::{self, Line};
use super::{Places, cell};

/// The hit policies as they are written.
pub(super) const HITS: [(&str, Hit); 11] = [
    ("unique", Hit::Unique),
    ("any", Hit::Any),
    ("priority", Hit::Priority),
    ("first", Hit::First),
    ("rule-order", Hit::RuleOrder),
    ("output-order", Hit::OutputOrder),
    ("collect", Hit::Collect),
    ("collect-sum", Hit::CollectSum),
    ("collect-min", Hit::CollectMin),
    ("collect-max", Hit::CollectMax),
    ("collect-count", Hit::CollectCount),
];

/// The keys of an output.
pub(super) const OUTPUT_KEYS: [&str; 9] =
    ["id", "title", "type", "values", "unit", "decimals", "min", "max", "optional"];

/// The hit policy of a table.
pub(super) fn hit(item: &Item, sink: &mut Sink) -> Option<Hit> {
    let Some(node) = item.get("hit") else { return Some(Hit::default()) };
    item::one_of(item::text(node, sink)?, "hit policy", &HITS, sink)
}

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

/// A column that says something of the row itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
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
enum Column {
    Input(Option<Name>),
    /// A position among the table's outputs.
    Output(Option<usize>),
    About(About),
}

/// What the heading says of each column.
struct Columns {
    /// How many stand before `||`.
    before: usize,
    all: Vec<Column>,
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
        self.check_otherwise(&rows, places, sink);
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

    fn kind(&self, column: usize) -> Option<&Type> {
        self.names.derived.get(self.outputs.get(column)?.index())?.kind.as_ref()
    }

    fn output(&self, column: usize) -> Option<&Derived> {
        self.derived.get(self.outputs.get(column)?.index())
    }

    fn check_hit(&self, sink: &mut Sink) {
        let at = self.item.get("hit").map_or(self.item.place, |node| node.place);
        let kinds: Vec<&Type> = (0..self.outputs.len()).filter_map(|column| self.kind(column)).collect();
        let wrong = |message: &str, help: &str, sink: &mut Sink| {
            sink.error(codes::HIT, at, message).help(help);
        };
        match self.hit {
            Hit::Priority | Hit::OutputOrder
                if !kinds.is_empty() && kinds.iter().all(|kind| kind.choices().is_empty()) =>
            {
                wrong(
                    "this hit policy takes the order of declared values, and no output has any",
                    "make an output a `choice` or `level`, or use another hit policy",
                    sink,
                );
            }
            Hit::CollectSum if kinds.iter().any(|kind| !kind.is_quantity() || matches!(kind, Type::Date { .. })) => {
                wrong("only numbers, money and durations can be summed", "use another hit policy", sink);
            }
            Hit::CollectMin | Hit::CollectMax
                if kinds.iter().any(|kind| !kind.is_quantity() && !matches!(kind, Type::Level(_))) =>
            {
                wrong("only quantities and levels have a least and a greatest", "use another hit policy", sink);
            }
            Hit::CollectCount if kinds.iter().any(|kind| !matches!(kind, Type::Number { .. })) => {
                wrong(
                    "a count is a number",
                    "declare the output with `type = \"number\"`, and write in each row a number, such as 1, for what counts",
                    sink,
                );
            }
            _ => {}
        }
    }

    fn text_rows(
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
        for line in body {
            places.rows.insert((self.item.id.clone(), rows.len().saturating_add(1)), line.whole.place());
            let row = self.text_row(line, &columns, grounds, places, rows.len(), sink);
            rows.extend(row);
        }
    }

    /// The columns by the heading, or nothing where no row could be read by it.
    fn heading(&self, heading: &Line<'_>, sink: &mut Sink) -> Option<Columns> {
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

    fn output_column(&self, name: Text<'_>, sink: &mut Sink) -> Option<usize> {
        let ids: Vec<&str> = self
            .outputs
            .iter()
            .filter_map(|output| self.names.derived.get(output.index()))
            .map(|typed| typed.id.as_str())
            .collect();
        let found = ids.iter().position(|id| *id == name.text);
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

    /// The cells of a line, each with its column; `otherwise` may leave out the inputs that follow it.
    fn aligned<'l>(
        &self,
        line: &Line<'l>,
        columns: &Columns,
        sink: &mut Sink,
    ) -> Option<Vec<(Text<'l>, Column, bool)>> {
        let before = columns.before;
        let wrong = |message: String, help: &str, sink: &mut Sink| {
            sink.error(codes::ROW, line.whole.place(), message).help(help);
        };
        if let Some(second) = line.second {
            sink.error(codes::ROW, second.place(), "the row has two `||`")
                .help("`||` stands once, before the first output; leave a space between the bars of an empty cell");
            return None;
        }
        let Some(inputs) = line.inputs else {
            wrong("the row has no `||`".to_owned(), "`||` parts the inputs from the outputs, as in the heading", sink);
            return None;
        };
        let is_otherwise = line.cells.iter().take(inputs).any(|cell| cell.text == "otherwise");
        if inputs != before && !(is_otherwise && inputs < before) {
            wrong(
                format!("the row has {} before `||`, the heading has {before}", cells(inputs)),
                "write `-` in each cell where any value will do",
                sink,
            );
            return None;
        }
        let (outputs, after) = (line.cells.len().saturating_sub(inputs), columns.all.len().saturating_sub(before));
        if outputs > after {
            wrong(
                format!("the row has {} behind `||`, the heading has {after}", cells(outputs)),
                "put a text with `|` in quotes",
                sink,
            );
            return None;
        }
        let needs_cell = |column: &Column| matches!(column, Column::Output(Some(output)) if self.is_needed(*output));
        if columns.all.iter().skip(before.saturating_add(outputs)).any(needs_cell) {
            wrong(
                format!("the row has {} behind `||`, the heading has {after}", cells(outputs)),
                "write a value, `none` or `undecided` for each output that must have one",
                sink,
            );
            return None;
        }
        let first = line.cells.iter().take(inputs).zip(columns.all.iter());
        let second = line.cells.iter().skip(inputs).zip(columns.all.iter().skip(before));
        Some(first.chain(second).map(|(cell, column)| (*cell, *column, is_otherwise)).collect())
    }

    fn text_row(
        &self,
        line: &Line<'_>,
        columns: &Columns,
        inherited: &Grounds,
        places: &mut Places,
        at: usize,
        sink: &mut Sink,
    ) -> Option<Row> {
        let cells = self.aligned(line, columns, sink)?;
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
        for (text, column, in_otherwise) in cells {
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
                        clause.0.extend(cell.filter(|cell: &Cell| cell.tests != [crate::model::Test::Any]));
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
                None => self.unset(output, line.whole.place(), sink),
            };
            row.entries.push(entry);
        }
        if !row.otherwise {
            row.when = When(vec![clause]);
        }
        Some(row)
    }

    fn is_needed(&self, output: usize) -> bool {
        self.output(output).is_some_and(|derived| !derived.optional)
    }

    /// What a row gives for an output that it leaves open.
    fn unset(&self, output: usize, place: super::Place, sink: &mut Sink) -> Entry {
        if let Some(derived) = self.output(output).filter(|derived| !derived.optional) {
            sink.error(codes::UNSET_OUTPUT, place, format_args!("the output `{}` is left open", derived.id))
                .help("write a value, `none` or `undecided`, or make the output `optional = true`");
        }
        Entry::Value(Value::None)
    }

    fn about(&self, about: About, text: Text<'_>, row: &mut Row, sink: &mut Sink) {
        if text.text.is_empty() || text.text == "-" {
            return;
        }
        let (bare, _) = super::literal::unquoted(text);
        match about {
            About::Id => {
                super::gather::check_id(bare, sink);
                row.id = Some(bare.text.to_owned());
            }
            About::Because => bare.text.clone_into(&mut row.grounds.because),
            About::Evidence => row.grounds.evidence = entry::evidence(&[bare], self.names, sink),
            About::ValidFrom => row.grounds.valid_from = item::day_of_text(bare, sink),
            About::ValidUntil => row.grounds.valid_until = item::day_of_text(bare, sink),
        }
    }

    fn rule_row(&self, rule: &Item, inherited: &Grounds, places: &mut Places, at: usize, sink: &mut Sink) -> Row {
        let names = self.names;
        let otherwise = rule.get("when").and_then(Node::scalar).is_some_and(|text| text.text.trim() == "otherwise");
        let when = if otherwise { When::always() } else { cell::when(rule, "when", When::always(), names, sink) };
        let unless = cell::when(rule, "unless", When::never(), names, sink);
        if let (true, Some(node)) = (otherwise, rule.get("unless")) {
            sink.error(codes::OTHERWISE, node.place, "an `otherwise` row tests nothing else").help("take out `unless`");
        }
        let mut grounds = entry::grounds(rule, names, sink);
        if grounds.because.is_empty() {
            grounds.because.clone_from(&inherited.because);
        }
        if rule.get("evidence").is_none() {
            grounds.evidence.clone_from(&inherited.evidence);
        }
        places.rows.insert((self.item.id.clone(), at.saturating_add(1)), rule.place);
        let mut set: BTreeMap<usize, &Node> = BTreeMap::new();
        if let Some(node) = rule.require("set", "say what the row gives, as in `set = { ground = \"late\" }`", sink) {
            for pair in item::table(node, sink) {
                if let Some(output) = self.output_column(pair.key_text(), sink) {
                    set.insert(output, &pair.value);
                }
            }
        }
        let mut entries = Vec::new();
        for output in 0..self.outputs.len() {
            let entry = match (set.get(&output), self.kind(output)) {
                (Some(node), Some(kind)) => {
                    places.set_formula(self.outputs.get(output), at, node.place);
                    entry::entry_of_node(node, kind, names, sink).unwrap_or(Entry::Undecided)
                }
                (Some(_), None) => Entry::Undecided,
                (None, _) if rule.get("set").is_none() => Entry::Undecided,
                (None, _) => self.unset(output, rule.place, sink),
            };
            entries.push(entry);
        }
        let id = (!rule.id.is_empty()).then(|| rule.id.clone());
        Row { id, when, unless, otherwise, entries, grounds }
    }

    fn check_otherwise(&self, rows: &[Row], places: &Places, sink: &mut Sink) {
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

/// The table that a rule is a row of.
pub(super) fn of_rule(rule: &Item, tables: &BTreeMap<String, usize>, sink: &mut Sink) -> Option<usize> {
    let text = item::text(rule.get("table")?, sink)?;
    find(tables, text, "table", sink)
}

/// `1 cell`, `2 cells`.
fn cells(count: usize) -> String {
    format!("{count} cell{}", if count == 1 { "" } else { "s" })
}
