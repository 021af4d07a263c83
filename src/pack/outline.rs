//! What a pack declares: every id with its type, before anything that uses it is read.

use std::collections::BTreeMap;

use crate::model::{DerivedId, EvidenceId, FactId, Hit, Name, ParameterId, RoleId, SettingId, StepId, Type, Value};

use super::codes;
use super::diagnostic::Sink;
use super::document::{Node, Place, Text, Written};
use super::gather::check_id;
use super::item::{self, Item, in_words};
use super::keys::Kind;
use super::kinds::{self, Owner};
use super::literal;
use super::names::{Names, Symbol, Typed};
use super::table;

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

/// The steps of a pack that names none.
const STEPS: [&str; 7] = ["understand", "apologise", "explain", "fix", "compensate", "close", "learn"];

impl<'a> Outline<'a> {
    /// Reads the declarations of all items, and reports ids that two things bear.
    pub fn read(items: &'a [Item], sink: &mut Sink) -> Self {
        let header = items.iter().find(|item| item.kind == Kind::Pack);
        let currency = header.and_then(|header| header.get("currency")).and_then(|node| item::text(node, sink));
        let names = Names {
            currency: currency.and_then(|text| kinds::currency(text, sink)),
            has_calendar: items.iter().any(|item| item.kind == Kind::Calendar),
            ..Names::default()
        };
        let mut outline = Outline {
            names,
            derived: Vec::new(),
            tables: Vec::new(),
            table_ids: BTreeMap::new(),
            steps: steps(header, sink),
            items,
        };
        outline.check_ids(sink);
        outline.declare(sink);
        outline
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
                let help = "take one of them out, or give it another id; an overlay writes `replace = true`";
                sink.error(codes::DUPLICATE, item.place, message).help(help).related(earlier, "the first");
            }
        }
    }

    fn declare(&mut self, sink: &mut Sink) {
        let mut places: BTreeMap<String, Place> = BTreeMap::new();
        for (id, at) in self.steps.iter().zip(0..).map(|((id, _), at)| (id.clone(), at)) {
            self.names.steps.insert(id, StepId::at(at));
        }
        let items = self.items;
        for item in items {
            match item.kind {
                Kind::Evidence => {
                    let at = self.names.evidence.len();
                    self.names.evidence.entry(item.id.clone()).or_insert(EvidenceId::at(at));
                }
                Kind::Role => {
                    let at = self.names.roles.len();
                    self.names.roles.entry(item.id.clone()).or_insert(RoleId::at(at));
                }
                _ => {}
            }
        }
        for item in items {
            match item.kind {
                Kind::Fact => {
                    let kind = self.kind(item, Owner::Fact, sink);
                    let at = FactId::at(self.names.facts.len());
                    let may_be_none = item.get("applies").is_some() || item.get("optional").is_some();
                    let (id, place) = (item.id.clone(), item.place);
                    self.names.facts.push(Typed { id, kind, is_list: false, may_be_none, place });
                    self.bear(&item.id, Symbol::Name(Name::Fact(at)), item.place, &mut places, sink);
                }
                Kind::Setting => self.setting(item, &mut places, sink),
                Kind::Condition => {
                    self.derive(item, &item.id, item.title(sink), Some(Type::YesNo), item.place, &mut places, sink)
                }
                Kind::Value => {
                    let kind = self.kind(item, Owner::Value, sink);
                    self.derive(item, &item.id, item.title(sink), kind, item.place, &mut places, sink);
                }
                Kind::Table => self.table(item, &mut places, sink),
                Kind::Parameter => {
                    let kind = self.kind(item, Owner::Parameter, sink);
                    let at = self.names.parameter_types.len();
                    self.names.parameters.entry(item.id.clone()).or_insert(ParameterId::at(at));
                    self.names.parameter_types.push(kind);
                }
                _ => {}
            }
        }
        self.tables_share_the_namespace(&places, sink);
    }

    fn kind(&self, item: &Item, owner: Owner, sink: &mut Sink) -> Option<Type> {
        kinds::read(&item.node, item.place, &item.name(), owner, self.names.currency.as_ref(), sink)
    }

    /// Gives an id of the shared namespace its meaning.
    fn bear(&mut self, id: &str, symbol: Symbol, place: Place, places: &mut BTreeMap<String, Place>, sink: &mut Sink) {
        if id.is_empty() {
            return;
        }
        if let Some(earlier) = places.get(id) {
            sink.error(codes::DUPLICATE, place, format_args!("`{id}` is declared twice"))
                .help("facts, outputs, conditions, values, settings and tables share their ids; an overlay writes `replace = true`")
                .related(*earlier, "the first");
            return;
        }
        places.insert(id.to_owned(), place);
        self.names.symbols.insert(id.to_owned(), symbol);
    }

    fn setting(&mut self, item: &Item, places: &mut BTreeMap<String, Place>, sink: &mut Sink) {
        let kind = self.kind(item, Owner::Setting, sink);
        let written = item.require("value", "give it one, as in `value = \"2 h\"`", sink);
        let value = written.zip(kind.as_ref()).and_then(|(node, kind)| value_of_node(node, kind, &self.names, sink));
        let at = SettingId::at(self.names.settings.len());
        let (id, place) = (item.id.clone(), item.place);
        self.names.settings.push((Typed { id, kind, is_list: false, may_be_none: false, place }, value));
        self.bear(&item.id, Symbol::Setting(at), item.place, places, sink);
    }

    #[expect(clippy::too_many_arguments, reason = "each is one column of the declaration")]
    fn derive(
        &mut self,
        item: &'a Item,
        id: &str,
        title: String,
        kind: Option<Type>,
        place: Place,
        places: &mut BTreeMap<String, Place>,
        sink: &mut Sink,
    ) {
        let at = DerivedId::at(self.derived.len());
        let may_be_none = item.kind != Kind::Condition;
        let typed = Typed { id: id.to_owned(), kind, is_list: false, may_be_none, place };
        self.names.derived.push(typed.clone());
        self.derived.push(DerivedOutline { item, typed, title, optional: false, output: None });
        self.bear(id, Symbol::Name(Name::Derived(at)), place, places, sink);
    }

    fn table(&mut self, item: &'a Item, places: &mut BTreeMap<String, Place>, sink: &mut Sink) {
        let hit = table::hit(item, sink).unwrap_or_default();
        let position = self.tables.len();
        let mut outputs = Vec::new();
        for (node, column) in table::outputs(item, sink).into_iter().zip(0_u16..) {
            item::only_keys(node.table().unwrap_or(&[]), &table::OUTPUT_KEYS, "an output", sink);
            let id = node.get("id").and_then(|id| item::text(id, sink)).map(Text::trim);
            let Some(id) = id else {
                if node.get("id").is_none() {
                    sink.error(codes::MISSING_KEY, node.place, "this output has no `id`")
                        .help("name it, as in `id = \"percent\"`");
                }
                continue;
            };
            check_id(id, sink);
            let name = format!("the output `{}`", id.text);
            let kind = kinds::read(node, id.place(), &name, Owner::Output, self.names.currency.as_ref(), sink);
            let title = node
                .get("title")
                .and_then(|title| item::text(title, sink))
                .map_or_else(|| in_words(id.text), |title| title.text.to_owned());
            outputs.push(self.derived.len());
            self.derive(item, id.text, title, kind, id.place(), places, sink);
            let optional = node.get("optional").and_then(|node| item::yes_no(node, sink)).unwrap_or(false);
            if let (Some(derived), Some(typed)) = (self.derived.last_mut(), self.names.derived.last_mut()) {
                derived.optional = optional;
                derived.output = Some((position, column));
                derived.typed.is_list = hit.is_list();
                typed.is_list = hit.is_list();
            }
        }
        if self.table_ids.insert(item.id.clone(), position).is_some() && !item.id.is_empty() {
            sink.error(codes::DUPLICATE, item.place, format_args!("{} stands twice", item.name()))
                .help("give it another id; an overlay writes `replace = true`");
        }
        self.tables.push(TableOutline { item, hit, outputs });
    }

    /// Tables share the namespace, but a table may bear the name of one of its outputs.
    fn tables_share_the_namespace(&mut self, places: &BTreeMap<String, Place>, sink: &mut Sink) {
        for table in &self.tables {
            let id = &table.item.id;
            let own = table.outputs.iter().filter_map(|at| self.derived.get(*at)).any(|output| output.typed.id == *id);
            if let (false, Some(earlier)) = (own, places.get(id)) {
                let (first, second) = if *earlier < table.item.place {
                    (*earlier, table.item.place)
                } else {
                    (table.item.place, *earlier)
                };
                sink.error(codes::DUPLICATE, second, format_args!("`{id}` is declared twice"))
                    .help("a table may only share its id with one of its own outputs")
                    .related(first, "the first");
            }
            self.names.symbols.entry(id.clone()).or_insert(Symbol::Table);
        }
    }
}

/// Reads a value written behind a key.
pub(super) fn value_of_node(node: &Node, kind: &Type, names: &Names, sink: &mut Sink) -> Option<Value> {
    match (&node.value, kind) {
        (Written::List(_), Type::Several(_)) => literal::set(&item::texts(node, sink), kind, sink),
        _ => literal::value(item::text(node, sink)?, kind, names, sink),
    }
}

/// The ids and titles of the steps.
fn steps(header: Option<&Item>, sink: &mut Sink) -> Vec<(String, String)> {
    let usual = || STEPS.iter().map(|step| ((*step).to_owned(), in_words(step))).collect();
    let Some(node) = header.and_then(|header| header.get("steps")) else { return usual() };
    let Written::List(nodes) = &node.value else {
        item::wrong_shape(node, "a list of steps", sink);
        return usual();
    };
    let mut steps: Vec<(String, String)> = Vec::new();
    for node in nodes {
        let id = node.get("id").unwrap_or(node);
        if let Some(pairs) = node.table() {
            item::only_keys(pairs, &["id", "title"], "a step", sink);
        }
        let Some(id) = item::text(id, sink).map(Text::trim) else { continue };
        check_id(id, sink);
        let title = node.get("title").and_then(|title| item::text(title, sink));
        if steps.iter().any(|(earlier, _)| earlier == id.text) {
            sink.error(codes::DUPLICATE, id.place(), format_args!("the step `{}` stands twice", id.text))
                .help("take one of them out");
            continue;
        }
        steps.push((id.text.to_owned(), title.map_or_else(|| in_words(id.text), |title| title.text.to_owned())));
    }
    steps
}
