//! What a pack declares: every id with its type, before anything that uses it is read.

mod declare;
mod steps;

use std::collections::BTreeMap;

use crate::model::{DerivedId, Hit, Name};

use self::steps::steps;
use super::codes;
use super::diagnostic::Sink;
use super::document::Place;
use super::ids::{self, Mistaken};
use super::item::{self, Item};
use super::keys::Kind;
use super::kinds;
use super::names::{Names, Symbol, Typed};

/// The declarations of a pack.
pub(super) struct Outline<'a> {
    pub names: Names,
    /// Conditions, outputs and values in declared order.
    pub derived: Vec<DerivedOutline<'a>>,
    pub tables: Vec<TableOutline<'a>>,
    pub table_ids: BTreeMap<String, usize>,
    pub steps: Vec<(String, String)>,
    pub items: &'a [Item],
}

pub(super) struct DerivedOutline<'a> {
    pub item: &'a Item,
    pub typed: Typed,
    pub title: String,
    pub optional: bool,
    /// Of an output: the positions of its table and of itself among the table's outputs.
    pub output: Option<(usize, u16)>,
}

pub(super) struct TableOutline<'a> {
    pub item: &'a Item,
    pub hit: Hit,
    /// Positions among the derived, in declared order.
    pub outputs: Vec<usize>,
}

impl<'a> Outline<'a> {
    /// Reads the declarations of all items, and reports ids that two things bear.
    pub fn read(items: &'a [Item], sink: &mut Sink) -> Self {
        let header = items.iter().find(|item| item.kind == Kind::Pack);
        let currency = header.and_then(|header| header.get("currency")).and_then(|node| item::text(node, sink));
        let mut mistaken = Mistaken::new();
        let steps = steps(header, &mut mistaken, sink);
        let names = Names {
            mistaken,
            currency: currency.and_then(|text| kinds::currency(text, sink)),
            has_calendar: items.iter().any(|item| item.kind == Kind::Calendar),
            ..Names::default()
        };
        let mut outline =
            Outline { names, derived: Vec::new(), tables: Vec::new(), table_ids: BTreeMap::new(), steps, items };
        outline.check_ids(sink);
        outline.declare(sink);
        outline.accept_mistaken_ids();
        outline
    }

    /// Lets what is declared by a mistaken id be named by it everywhere.
    fn accept_mistaken_ids(&mut self) {
        let names = &mut self.names;
        let written =
            self.items.iter().filter_map(|item| Some((item.get("id")?.scalar()?.trim().text, item.id.as_str())));
        let mistaken = written.filter(|(written, meant)| !meant.is_empty() && written != meant);
        names.mistaken.extend(mistaken.map(|(written, meant)| (written.to_owned(), meant.to_owned())));
        ids::accept(&mut names.symbols, &names.mistaken);
        ids::accept(&mut names.steps, &names.mistaken);
        ids::accept(&mut names.roles, &names.mistaken);
        ids::accept(&mut names.parameters, &names.mistaken);
        ids::accept(&mut names.evidence, &names.mistaken);
        ids::accept(&mut self.table_ids, &names.mistaken);
    }

    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &'a Item> + use<'a> {
        self.items.iter().filter(move |item| item.kind == kind)
    }

    /// Puts the derived in another order: `order` holds declared positions in the order of evaluation.
    pub fn reorder(&mut self, order: &[usize]) {
        let mut rank = vec![0; order.len()];
        for (at, declared) in order.iter().enumerate() {
            if let Some(rank) = rank.get_mut(*declared) {
                *rank = at;
            }
        }
        let of = |declared: usize| rank.get(declared).copied().unwrap_or(declared);
        self.names.derived =
            order.iter().filter_map(|at| self.derived.get(*at)).map(|derived| derived.typed.clone()).collect();
        for symbol in self.names.symbols.values_mut() {
            if let Symbol::Name(Name::Derived(derived)) = symbol {
                *derived = DerivedId::at(of(derived.index()));
            }
        }
        for table in &mut self.tables {
            table.outputs.iter_mut().for_each(|output| *output = of(*output));
        }
        let mut taken: Vec<Option<DerivedOutline<'a>>> =
            std::mem::take(&mut self.derived).into_iter().map(Some).collect();
        self.derived = order.iter().filter_map(|at| taken.get_mut(*at).and_then(Option::take)).collect();
    }

    /// Reports two items of one kind with one id, and a second of what a pack has one of. Facts, conditions, values,
    /// settings and tables are held against each other where they are declared.
    fn check_ids(&self, sink: &mut Sink) {
        let mut seen: BTreeMap<(Kind, &str), Place> = BTreeMap::new();
        for item in self.items {
            let shared = matches!(item.kind, Kind::Fact | Kind::Condition | Kind::Value | Kind::Setting | Kind::Table);
            if shared || item.kind == Kind::Cue || item.id.is_empty() && !item.kind.is_single() {
                continue;
            }
            let id = if item.kind.is_single() { "" } else { item.id.as_str() };
            if let Some(earlier) = seen.insert((item.kind, id), item.place) {
                let message = if item.kind.is_single() {
                    format!("a pack has one `[{}]`", item.kind.word())
                } else {
                    format!("{} stands twice", item.name())
                };
                let help = match item.kind {
                    Kind::Pack => "take one of them out; where a folder holds several packs, name the folder of one",
                    kind if kind.is_single() => "take one of them out; an overlay writes `replace = true`",
                    _ => "take one of them out, or give it another id; an overlay writes `replace = true`",
                };
                sink.error(codes::DUPLICATE, item.place, message).help(help).related(earlier, "the first");
            }
        }
    }
}
