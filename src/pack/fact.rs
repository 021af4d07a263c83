//! Facts: how they are asked, where they apply, what is assumed.

use crate::model::{Cell, Fact, FactId, From, Name, Setting, Type, Value, When};

use super::cell;
use super::diagnostic::Sink;
use super::entry;
use super::item::{self, Item};
use super::literal::value_of_node;
use super::names::Names;

/// Reads a fact whose type is known.
pub(super) fn read(item: &Item, at: usize, names: &Names, sink: &mut Sink) -> Option<Fact> {
    let kind = names.facts.get(at)?.kind.clone();
    let title = item.title(sink);
    let optional = item.flag("optional", sink);
    let asked = item.text("ask", sink);
    let ask = match asked.as_str() {
        "never" => None,
        "" => Some(format!("{title}?")),
        _ => Some(asked),
    };
    const FROM: [(&str, From); 3] = [("ticket", From::Ticket), ("agent", From::Agent), ("customer", From::Customer)];
    let from = item
        .get("from")
        .and_then(|node| item::text(node, sink))
        .and_then(|text| item::one_of(text, "source", &FROM, sink));
    let applies = cell::when(item, "applies", When::always(), names, sink);
    let default = kind.as_ref().and_then(|kind| default(item, kind, optional, names, sink));
    Some(Fact {
        id: item.id.clone(),
        title,
        ask,
        from: from.unwrap_or_default(),
        applies,
        optional,
        default,
        sensitive: item.flag("sensitive", sink),
        usual: usual(item, at, names, sink),
        grounds: entry::grounds(item, names, sink),
        kind: kind?,
    })
}

/// What is assumed; `none` only where it can be given.
fn default(item: &Item, kind: &Type, optional: bool, names: &Names, sink: &mut Sink) -> Option<Value> {
    let node = item.get("default")?;
    if node.scalar().is_some_and(|text| text.text.trim() == "none") {
        if !optional {
            sink.error(super::codes::BAD_VALUE, node.place, format_args!("{} is never `none` by itself", item.name()))
                .help("add `optional = true`, or take out the default");
        }
        return Some(Value::None);
    }
    value_of_node(node, kind, names, sink)
}

/// The usual values as a cell on the fact itself.
fn usual(item: &Item, at: usize, names: &Names, sink: &mut Sink) -> Option<Cell> {
    let node = item.get("usual")?;
    let texts = item::texts(node, sink);
    cell::any_of(Name::Fact(FactId::at(at)), &texts, node.place, names, sink)
}

/// Reads a setting whose value is known.
pub(super) fn setting(item: &Item, at: usize, names: &Names, sink: &mut Sink) -> Option<Setting> {
    let (typed, value) = names.settings.get(at)?;
    let (title, grounds) = (item.title(sink), entry::grounds(item, names, sink));
    Some(Setting { id: item.id.clone(), title, kind: typed.kind.clone()?, value: value.clone()?, grounds })
}
