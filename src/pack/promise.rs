//! Guarantees, cues and evidence.

use crate::model::{Cue, Evidence, FactId, Guarantee, Name, Promise, Tier, Type, Value, When};

use super::codes;
use super::diagnostic::Sink;
use super::document::Text;
use super::item::{self, Item};
use super::literal::value_of_node;
use super::names::{Names, find};
use super::{action, cell, entry, formula};

const PROMISES: [&str; 6] = ["must", "never", "order", "value", "monotone", "independent"];

pub(super) fn evidence(item: &Item, sink: &mut Sink) -> Option<Evidence> {
    const TIERS: [(&str, Tier); 4] = [
        ("research", Tier::Research),
        ("practice", Tier::Practice),
        ("vendor figure", Tier::VendorFigure),
        ("law", Tier::Law),
    ];
    let help = "write `research`, `practice`, `vendor figure` or `law`";
    let tier = item.require("tier", help, sink).and_then(|node| item::text(node, sink));
    let tier = tier.and_then(|text| item::one_of(text, "tier", &TIERS, sink));
    item.require("claim", "say in a sentence what the source found or rules", sink);
    item.require("source", "name the source, so that a reader finds it", sink);
    Some(Evidence {
        id: item.id.clone(),
        claim: item.text("claim", sink),
        source: item.text("source", sink),
        tier: tier?,
        remark: item.text("remark", sink),
        ideas: entry::ideas(item, sink),
    })
}

pub(super) fn guarantee(item: &Item, names: &Names, sink: &mut Sink) -> Option<Guarantee> {
    let when = cell::when(item, "when", When::always(), names, sink);
    let grounds = entry::grounds(item, names, sink);
    let mut promises = PROMISES.into_iter().filter(|key| item.get(key).is_some());
    let (Some(key), None) = (promises.next(), promises.next()) else {
        sink.error(codes::GUARANTEE, item.place, format_args!("{} has not exactly one promise", item.name()))
            .help("write one of `must`, `never`, `order`, `value`, `monotone`, `independent`");
        return None;
    };
    let promise = promise(key, item, names, sink)?;
    Some(Guarantee { id: item.id.clone(), when, promise, grounds })
}

fn promise(key: &str, item: &Item, names: &Names, sink: &mut Sink) -> Option<Promise> {
    let node = item.get(key)?;
    match key {
        "must" | "never" => {
            let texts = item::texts(node, sink);
            if let [only] = texts[..]
                && action::is_parameter(only, names)
            {
                let parameter = find(&names.parameters, only, "parameter", sink)?;
                return Some(if key == "must" { Promise::MustSet(parameter) } else { Promise::NeverSet(parameter) });
            }
            let actions: Vec<_> =
                texts.iter().map(|text| find(&names.actions, *text, "action or parameter", sink)).collect();
            let actions = actions.into_iter().collect::<Option<Vec<_>>>()?;
            Some(if key == "must" { Promise::Must(actions) } else { Promise::Never(actions) })
        }
        "order" => {
            let (earlier, later) = pair(item::text(node, sink)?, sink)?;
            let (earlier, later) = (action::place(earlier, names, sink), action::place(later, names, sink));
            Some(Promise::Order(earlier?, later?))
        }
        "value" => formula::comparison(item::text(node, sink)?, names, sink).map(Promise::Value),
        "monotone" => {
            item::table(node, sink);
            let mut ordered = |key: &str| {
                let Some(text) = node.get(key).and_then(|node| item::text(node, sink)) else {
                    sink.error(codes::GUARANTEE, node.place, format_args!("`monotone` has no `{key}`"))
                        .help("write `monotone = { of = \"goodwill_amount\", in = \"severity\" }`");
                    return None;
                };
                let name = action::subject(text, names, sink)?;
                if names
                    .kind(name)
                    .is_some_and(|kind| !kind.is_quantity() && !matches!(kind, Type::Level(_) | Type::YesNo))
                {
                    sink.error(codes::GUARANTEE, text.place(), format_args!("`{}` has no order", text.text))
                        .help("name a quantity, a level or a yes-no");
                }
                Some(name)
            };
            let (of, by) = (ordered("of"), ordered("in"));
            Some(Promise::Monotone { of: of?, by: by? })
        }
        _ => {
            item::table(node, sink);
            let mut listed = |key: &str| {
                let texts = node.get(key).map(|node| item::texts(node, sink)).unwrap_or_default();
                if texts.is_empty() {
                    sink.error(codes::GUARANTEE, node.place, format_args!("`independent` has no `{key}`"))
                        .help("write `independent = { of = \"goodwill_amount\", from = \"anger\" }`");
                }
                texts
                    .into_iter()
                    .filter_map(|text| Some((action::subject(text, names, sink)?, text)))
                    .collect::<Vec<_>>()
            };
            let (of, from) = (listed("of"), listed("from"));
            let of = of.into_iter().map(|(name, _)| name).collect();
            let from = from.into_iter().filter_map(|(name, text)| fact(name, text, sink)).collect();
            Some(Promise::Independent { of, from })
        }
    }
}

fn fact(name: Name, text: Text<'_>, sink: &mut Sink) -> Option<FactId> {
    if let Name::Fact(fact) = name {
        return Some(fact);
    }
    sink.error(codes::WRONG_NAME, text.place(), format_args!("`{}` is no fact", text.text))
        .help("name facts, which a case gives");
    None
}

/// `regret before pay`.
pub(super) fn pair<'a>(text: Text<'a>, sink: &mut Sink) -> Option<(Text<'a>, Text<'a>)> {
    let words = text.split(' ');
    if let [earlier, before, later] = words[..]
        && before.text == "before"
    {
        return Some((earlier, later));
    }
    sink.error(codes::ORDER, text.place(), "expected what stands before what")
        .help("write it as in `regret before pay`");
    None
}

pub(super) fn cue(item: &Item, language: &str, names: &Names, sink: &mut Sink) -> Option<Cue> {
    let help = "name the fact that the words suggest";
    let text = item.require("fact", help, sink).and_then(|node| item::text(node, sink))?;
    let fact = names.tested(text.trim(), sink).and_then(|name| fact(name, text.trim(), sink));
    let kind = fact.and_then(|fact| names.kind(Name::Fact(fact)));
    let value = item.get("value").zip(kind).and_then(|(node, kind)| match node.scalar() {
        Some(text) if text.text.trim() == "none" => Some(Value::None),
        _ => value_of_node(node, kind, names, sink),
    });
    let words = |key: &str, sink: &mut Sink| -> Vec<String> {
        let texts = item.get(key).map(|node| item::texts(node, sink)).unwrap_or_default();
        texts.into_iter().map(|text| text.text.to_owned()).filter(|text| !text.is_empty()).collect()
    };
    let say = words("say", sink);
    if say.is_empty() {
        sink.error(codes::CUE, item.place, "this cue waits for no words")
            .help("add `say`, as in `say = [\"on hold\", \"{duration}\"]`");
    }
    if let (None, Some(kind)) = (item.get("value"), kind) {
        let slot = format!("{{{}}}", kind.id());
        if say.iter().any(|say| !say.contains(&slot)) && *kind != Type::YesNo {
            sink.error(codes::CUE, item.place, "this cue suggests no value")
                .help(format_args!("add `value`, or let the text hold it as `{slot}`"));
        }
    }
    let own = item.text("language", sink);
    let of_file = item.language_of_file.clone().unwrap_or_else(|| language.to_owned());
    let language = if own.is_empty() { of_file } else { own };
    // A yes-no that is talked about is so.
    let value = value.or_else(|| (kind == Some(&Type::YesNo)).then_some(Value::Scalar(1)));
    Some(Cue { fact: fact?, language, value, say, near: words("near", sink), unless: words("unless", sink) })
}
