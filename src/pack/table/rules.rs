//! Rows as rules that name their table.

use std::collections::BTreeMap;

use super::Reader;
use crate::model::{Entry, Grounds, Row, When};
use crate::pack::diagnostic::Sink;
use crate::pack::document::Node;
use crate::pack::item::{self, Item};
use crate::pack::names::find;
use crate::pack::{Places, cell, codes, entry};

/// The table that a rule is a row of.
pub fn of_rule(rule: &Item, tables: &BTreeMap<String, usize>, sink: &mut Sink) -> Option<usize> {
    let text = item::text(rule.get("table")?, sink)?;
    find(tables, text, "table", sink)
}

impl Reader<'_> {
    /// The row that a rule is, at a position among all rows.
    pub fn rule_row(&self, rule: &Item, inherited: &Grounds, places: &mut Places, at: usize, sink: &mut Sink) -> Row {
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
                if let Some(output) = self.output_column(pair.key_text(), &[], sink) {
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
}
