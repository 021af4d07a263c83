//! Each declaration on its own: what bears an id, and of which type it is.

use std::collections::BTreeMap;

use super::{DerivedOutline, Outline, TableOutline};
use crate::model::{DerivedId, EvidenceId, FactId, Name, ParameterId, RoleId, SettingId, StepId, Type};
use crate::pack::codes;
use crate::pack::diagnostic::Sink;
use crate::pack::document::{Place, Text};
use crate::pack::ids::declared_id;
use crate::pack::item::{self, Item, in_words};
use crate::pack::keys::Kind;
use crate::pack::kinds::{self, Owner};
use crate::pack::literal::value_of_node;
use crate::pack::names::{Symbol, Typed};
use crate::pack::table;

impl<'a> Outline<'a> {
    /// Gives all ids their meanings; reports those of the shared namespace that two things bear.
    pub fn declare(&mut self, sink: &mut Sink) {
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
            let id = node.get("id").and_then(|id| item::text(id, sink)).map(Text::trim);
            let Some(id) = id else {
                if node.get("id").is_none() {
                    sink.error(codes::MISSING_KEY, node.place, "this output has no `id`")
                        .help("name it, as in `id = \"percent\"`");
                }
                continue;
            };
            let meant = declared_id(id, &mut self.names.mistaken, sink);
            let name = format!("the output `{}`", id.text);
            let kind = kinds::read(node, id.place(), &name, Owner::Output, self.names.currency.as_ref(), sink);
            let title = node
                .get("title")
                .and_then(|title| item::text(title, sink))
                .map_or_else(|| in_words(id.text), |title| title.text.to_owned());
            outputs.push(self.derived.len());
            self.derive(item, &meant, title, kind, id.place(), places, sink);
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
