//! Keys that nothing takes. One that is misspelt is told and then read as what was meant, so that nothing seems to be missing
//! for it.

use crate::model::value::nearest;
use crate::pack::diagnostic::Sink;
use crate::pack::document::{Node, Pair, Written};
use crate::pack::keys::Kind;
use crate::pack::{codes, scenario, table};

/// Reports every key of an item that its kind does not have, and of the tables in it that have keys of their own.
pub fn mend(kind: Kind, node: &mut Node, sink: &mut Sink) {
    let Written::Table(pairs) = &mut node.value else { return };
    mend_keys(pairs, &kind.keys(), &format!("`{}`", kind.word()), sink);
    for pair in pairs {
        let (known, of): (&[&str], _) = match (kind, pair.key.as_str()) {
            (Kind::Pack, "steps") => (&["id", "title"], "a step"),
            (Kind::Table, "outputs") => (&table::OUTPUT_KEYS, "an output"),
            (Kind::Guarantee, "monotone") => (&["of", "in"], "`monotone`"),
            (Kind::Guarantee, "independent") => (&["of", "from"], "`independent`"),
            (Kind::Scenario, "expect") => (&scenario::EXPECTED, "`expect`"),
            (_, "values") => (&VALUE_KEYS, "a value"),
            _ => continue,
        };
        for pairs in tables(&mut pair.value) {
            mend_keys(pairs, known, of, sink);
            let values = pairs.iter_mut().find(|pair| kind == Kind::Table && pair.key == "values");
            for pairs in values.into_iter().flat_map(|values| tables(&mut values.value)) {
                mend_keys(pairs, &VALUE_KEYS, "a value", sink);
            }
        }
    }
}

/// The keys of a value of a choice, level or several.
const VALUE_KEYS: [&str; 2] = ["id", "title"];

/// The table that a value is, or those of the list that it is.
fn tables(node: &mut Node) -> impl Iterator<Item = &mut Vec<Pair>> {
    let nodes = match node {
        Node { value: Written::List(nodes), .. } => nodes.as_mut_slice(),
        node => std::slice::from_mut(node),
    };
    nodes.iter_mut().filter_map(|node| match &mut node.value {
        Written::Table(pairs) => Some(pairs),
        _ => None,
    })
}

fn mend_keys(pairs: &mut [Pair], known: &[&str], of: &str, sink: &mut Sink) {
    for at in 0..pairs.len() {
        let is_there = |key: &str| pairs.iter().any(|pair| pair.key == key);
        let Some(pair) = pairs.get(at).filter(|pair| !known.contains(&pair.key.as_str())) else { continue };
        let near = nearest(&pair.key, known.iter().copied());
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("it takes `{}`", known.join("`, `")),
        };
        sink.error(codes::UNKNOWN_KEY, pair.key_place, format_args!("{of} has no key `{}`", pair.key)).help(help);
        // What another kind takes is a word of the language, if in the wrong place, and may hold anything.
        let is_slip = !Kind::ALL.into_iter().any(|kind| kind.keys().contains(&pair.key.as_str()));
        let meant = near.filter(|near| is_slip && !is_there(near)).map(str::to_owned);
        if let (Some(meant), Some(pair)) = (meant, pairs.get_mut(at)) {
            pair.key = meant;
        }
    }
}
