//! What an overlay adds, replaces and takes out.

use super::Gathered;
use crate::model::value::nearest;
use crate::pack::codes;
use crate::pack::diagnostic::Sink;
use crate::pack::document::{Node, Pair, Written};
use crate::pack::item::{self, Item};
use crate::pack::keys::Kind;

/// Adds the items of an overlay, replaces what they replace, and takes out what they disable.
pub fn lay_over(items: Vec<Item>, gathered: &mut Gathered, sink: &mut Sink) {
    for item in items {
        if item.kind == Kind::Disable {
            disable(&item, gathered, sink);
            continue;
        }
        let replaces = item.get("replace").and_then(|node| item::yes_no(node, sink)).unwrap_or(false);
        let replaced =
            |earlier: &&mut Item| earlier.kind == item.kind && earlier.id == item.id && earlier.layer != item.layer;
        if item.kind == Kind::Pack {
            // The outermost header names the pack; the others have been heard for their `extends`.
            inherit(&item, gathered, sink);
        } else if replaces {
            match gathered.items.iter_mut().find(replaced) {
                Some(earlier) => *earlier = item,
                None => {
                    let ids = gathered.items.iter().filter(|other| other.kind == item.kind);
                    let near = nearest(&item.id, ids.map(|other| other.id.as_str()));
                    sink.error(codes::NOTHING_TO_CHANGE, item.place, format_args!("{} replaces nothing", item.name()))
                        .help(match near {
                            Some(near) => format!("did you mean `{near}`?"),
                            None => "take out `replace`, or name what an extended pack has".to_owned(),
                        });
                }
            }
        } else {
            gathered.items.push(item);
        }
    }
}

/// Puts an overlay's header in the place of its base's; keys that it leaves out are the base's.
fn inherit(item: &Item, gathered: &mut Gathered, sink: &mut Sink) {
    let Some(at) = gathered.items.iter().position(|earlier| earlier.kind == Kind::Pack && earlier.layer != item.layer)
    else {
        gathered.items.push(item.clone());
        return;
    };
    let Some(base) = gathered.items.get_mut(at) else { return };
    let currency = |header: &Item| header.get("currency").and_then(Node::scalar).map(|text| text.text.to_owned());
    if let (Some(below), Some(above), Some(node)) = (currency(base), currency(item), item.get("currency"))
        && below != above
    {
        sink.error(
            codes::CURRENCIES,
            node.place,
            format_args!("this pack reckons in {above}, what it extends in {below}"),
        )
        .help("money of two currencies never meets; write both packs in one currency");
    }
    let mut merged = item.clone();
    if let (Written::Table(pairs), Some(inherited)) = (&mut merged.node.value, base.node.table()) {
        let missing = |pair: &&Pair| matches!(pair.key.as_str(), "currency" | "steps" | "language");
        let inherited: Vec<Pair> =
            inherited.iter().filter(missing).filter(|pair| item.get(&pair.key).is_none()).cloned().collect();
        pairs.extend(inherited);
    }
    *base = merged;
}

fn disable(item: &Item, gathered: &mut Gathered, sink: &mut Sink) {
    item.require("because", "say why this pack goes without it", sink);
    let kind = item.get("kind").and_then(Node::scalar).and_then(|word| Kind::of(word.text));
    let meant =
        |other: &Item| other.id == item.id && other.layer != item.layer && kind.is_none_or(|kind| other.kind == kind);
    if gathered.items.iter().any(meant) {
        sink.disable(&item.id, item.place);
        gathered.items.retain(|other| !meant(other));
        return;
    }
    let ids = gathered.items.iter().filter(|other| other.layer != item.layer).map(|other| other.id.as_str());
    let help = match nearest(&item.id, ids.filter(|id| !id.is_empty())) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "only what an extended pack has can be disabled".to_owned(),
    };
    sink.error(codes::NOTHING_TO_CHANGE, item.place, format_args!("there is no `{}` to disable", item.id)).help(help);
}
