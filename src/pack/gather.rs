//! The files of a pack, and of the packs that it extends, as one list of items in declared order.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::value::nearest;

use super::diagnostic::{Sink, SourceFile};
use super::document::{self, Node, Pair, Place, Text, Written};
use super::item::{self, Item};
use super::keys::Kind;
use super::{Source, codes};

/// The most files that a pack and what it extends may have together.
const MOST_FILES: usize = 4_096;
/// The most bytes of one file: a table of 1,000 rows and 8 columns takes a tenth of it.
const MOST_BYTES: usize = 4 * 1024 * 1024;
/// The most items of all kinds together, and the most rows of a table: positions are counted in 16 bits.
pub(super) const MOST_ITEMS: usize = 65_000;
/// How many packs may stand on each other's shoulders.
const MOST_LAYERS: usize = 16;

/// Everything of a pack, not yet read.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub files: Vec<SourceFile>,
    /// In declared order; what an overlay replaces stands where the replaced stood.
    pub items: Vec<Item>,
    /// By language, the positions of its Fluent files, those of extended packs first.
    pub phrases: BTreeMap<String, Vec<u16>>,
    /// The extended packs that have been read: one that two packs extend counts once.
    extended: BTreeSet<String>,
    packs: usize,
    /// The id of the pack that is read, in which no chain of `extends` may end.
    outermost: String,
}

/// Reads the files of `source` and of what it extends.
pub(super) fn gather(source: &Source, extended: &dyn Fn(&str) -> Option<Source>, sink: &mut Sink) -> Gathered {
    let mut gathered = Gathered::default();
    layer(source, extended, &mut Vec::new(), &mut gathered, sink);
    gathered
}

/// Adds a pack to what it extends. `stack` holds the ids of the packs that are being read, the outermost first.
fn layer(
    source: &Source,
    extended: &dyn Fn(&str) -> Option<Source>,
    stack: &mut Vec<String>,
    gathered: &mut Gathered,
    sink: &mut Sink,
) {
    let outer = stack.last().cloned();
    let (items, phrases) = read_files(source, outer.as_deref(), gathered, sink);
    let header = items.iter().find(|item| item.kind == Kind::Pack);
    if stack.is_empty() {
        gathered.outermost = header.map(|header| header.id.clone()).unwrap_or_default();
    }
    let extends = header.and_then(|header| header.get("extends"));
    for name in extends.map(|node| item::texts(node, sink)).unwrap_or_default() {
        let id = name.text.to_owned();
        if gathered.extended.contains(&id) && !stack.contains(&id) {
            continue;
        }
        if stack.contains(&id) || gathered.outermost == id {
            sink.error(codes::EXTENDS_CYCLE, name.place(), format_args!("the pack `{id}` extends itself in the end"))
                .help("take one of the packs out of `extends`");
        } else if stack.len() >= MOST_LAYERS {
            sink.error(codes::EXTENDS_CYCLE, name.place(), "too many packs extend each other");
        } else if let Some(base) = extended(&id) {
            gathered.extended.insert(id.clone());
            stack.push(id);
            layer(&base, extended, stack, gathered, sink);
            stack.pop();
        } else {
            sink.error(codes::NO_EXTENDED, name.place(), format_args!("there is no pack `{id}`"))
                .help("an extended pack is a folder beside this one, whose `pack.toml` has that id");
        }
    }
    for (language, files) in phrases {
        gathered.phrases.entry(language).or_default().extend(files);
    }
    lay_over(items, gathered, sink);
}

/// Adds the items of an overlay, replaces what they replace, and takes out what they disable.
fn lay_over(items: Vec<Item>, gathered: &mut Gathered, sink: &mut Sink) {
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

type Phrases = BTreeMap<String, Vec<u16>>;

/// The items and phrase files of one pack, in declared order: `pack.toml`, `facts.toml`, then by path.
fn read_files(source: &Source, outer: Option<&str>, gathered: &mut Gathered, sink: &mut Sink) -> (Vec<Item>, Phrases) {
    gathered.packs = gathered.packs.saturating_add(1);
    let layer = gathered.packs;
    let rank = |path: &str| match path {
        "pack.toml" => 0,
        "facts.toml" => 1,
        _ => 2,
    };
    let mut paths: Vec<&String> = source.files.keys().collect();
    paths.sort_by_key(|path| (rank(path), path.as_str()));
    let mut items = Vec::new();
    let mut phrases = Phrases::new();
    let mut has_header = false;
    for path in paths {
        let is_rules = path.ends_with(".toml");
        let language = path.strip_prefix("phrases/").and_then(|name| name.strip_suffix(".ftl"));
        let Some(bytes) = source.files.get(path).filter(|_| is_rules || language.is_some()) else { continue };
        let name = outer.map_or_else(|| path.clone(), |outer| format!("{outer}/{path}"));
        let Some(at) = add_file(name, bytes, gathered, sink) else { continue };
        if let Some(language) = language {
            phrases.entry(language.to_owned()).or_default().push(at);
            continue;
        }
        let Some(file) = gathered.files.get(usize::from(at)) else { continue };
        let pairs = document::parse(at, file, sink);
        let step_of_file = path.strip_prefix("steps/").and_then(|name| name.strip_suffix(".toml"));
        let language_of_file = path.strip_prefix("cues/").and_then(|name| name.strip_suffix(".toml"));
        for (kind, node) in tables(pairs, sink) {
            has_header |= kind == Kind::Pack;
            let id = read_id(kind, &node, sink);
            // An unread table without bounds could otherwise fill the memory with messages.
            if gathered.items.len().saturating_add(items.len()) >= MOST_ITEMS {
                sink.error(codes::TOO_MUCH, node.place, format_args!("a pack has at most {MOST_ITEMS} items"));
                return (items, phrases);
            }
            items.push(Item {
                kind,
                place: id.map_or(node.place, Text::place),
                id: id.map_or_else(String::new, |id| id.text.to_owned()),
                step_of_file: step_of_file.map(str::to_owned),
                language_of_file: language_of_file.map(str::to_owned),
                layer,
                node,
            });
        }
    }
    if !has_header {
        no_header(source, outer, gathered, sink);
    }
    (items, phrases)
}

fn no_header(source: &Source, outer: Option<&str>, gathered: &mut Gathered, sink: &mut Sink) {
    let name = outer.map_or_else(|| "pack.toml".to_owned(), |outer| format!("{outer}/pack.toml"));
    let file = gathered.files.iter().position(|file| file.name == name);
    let at = file.or_else(|| {
        gathered.files.push(SourceFile { name, text: String::new() });
        gathered.files.len().checked_sub(1)
    });
    let place = Place { file: at.and_then(|at| u16::try_from(at).ok()).unwrap_or(0), start: 0, end: 0 };
    let message = match source.files.is_empty() {
        true => "the folder holds no rule files",
        false => "the pack has no `[pack]`",
    };
    sink.error(codes::NO_PACK, place, message)
        .help("begin `pack.toml` with `[pack]`, an `id`, a `version` and a `language`");
}

/// Adds a file's text, or says why it cannot be read.
fn add_file(name: String, bytes: &[u8], gathered: &mut Gathered, sink: &mut Sink) -> Option<u16> {
    let at = u16::try_from(gathered.files.len()).ok().filter(|at| usize::from(*at) < MOST_FILES)?;
    let place = Place { file: at, start: 0, end: 0 };
    let too_long = bytes.len() > MOST_BYTES;
    let text = match std::str::from_utf8(bytes) {
        _ if too_long => {
            sink.error(
                codes::TOO_MUCH,
                place,
                format_args!("the file has {} bytes; a rule file has at most {MOST_BYTES}", bytes.len()),
            )
            .help("split it into several files");
            Err(0)
        }
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned()),
        Err(error) => Err(error.valid_up_to()),
    };
    let (text, read) = match text {
        Ok(text) => (text, true),
        Err(valid) => {
            let start = bytes.get(..valid).map_or(0, <[u8]>::len);
            if !too_long {
                sink.error(codes::ENCODING, Place { file: at, start, end: start }, "the file is not in UTF-8")
                    .help("save it in your editor with the encoding UTF-8");
            }
            sink.is_incomplete();
            (String::from_utf8_lossy(bytes.get(..start).unwrap_or(&[])).into_owned(), false)
        }
    };
    gathered.files.push(SourceFile { name, text });
    read.then_some(at)
}

/// The tables of a file with their kinds, in written order.
fn tables(pairs: Vec<Pair>, sink: &mut Sink) -> Vec<(Kind, Node)> {
    let mut tables = Vec::new();
    for pair in pairs {
        let Some(kind) = Kind::of(&pair.key) else {
            let near = nearest(&pair.key, Kind::ALL.into_iter().map(Kind::word));
            let kinds = Kind::ALL.map(Kind::word).join("`, `");
            sink.error(codes::UNKNOWN_KIND, pair.key_place, format_args!("a pack has no `{}`", pair.key)).help(
                near.map_or_else(|| format!("it is made of `{kinds}`"), |near| format!("did you mean `{near}`?")),
            );
            continue;
        };
        let known = kind.keys();
        let nodes = match pair.value {
            Node { value: Written::List(nodes), .. } => nodes,
            node => vec![node],
        };
        for mut node in nodes {
            if let Written::Table(pairs) = &node.value {
                item::only_keys(pairs, &known, &format!("`{}`", kind.word()), sink);
                tables.push((kind, node));
            } else {
                let brackets =
                    if kind.is_single() { format!("[{}]", kind.word()) } else { format!("[[{}]]", kind.word()) };
                item::wrong_shape(&node, &format!("the table `{brackets}`"), sink);
                node.value = Written::Table(Vec::new());
            }
        }
    }
    tables.sort_by_key(|(_, node)| node.place.start);
    tables
}

fn read_id<'a>(kind: Kind, node: &'a Node, sink: &mut Sink) -> Option<Text<'a>> {
    if !kind.has_id() {
        return None;
    }
    let Some(written) = node.get("id") else {
        // A rule that is a row of a table is known by its number.
        if !(kind == Kind::Rule && node.get("table").is_some()) {
            sink.error(codes::MISSING_KEY, node.place, format_args!("this {} has no `id`", kind.word()))
                .help("give it a short name in small letters, such as `id = \"late_again\"`");
        }
        return None;
    };
    let id = item::text(written, sink)?.trim();
    check_id(id, sink);
    Some(id)
}

/// Words of the language, which nothing can bear as its id.
pub(super) const RESERVED: [&str; 5] = ["none", "unknown", "undecided", "otherwise", "now"];

/// Reports an id that is reserved or no `snake_case`.
pub(super) fn check_id(id: Text<'_>, sink: &mut Sink) {
    let small = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    let starts = id.text.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase());
    if RESERVED.contains(&id.text) {
        sink.error(codes::RESERVED, id.place(), format_args!("`{}` is a word of the language", id.text))
            .help("choose another id");
    } else if !starts || !id.text.bytes().all(small) {
        sink.error(codes::BAD_ID, id.place(), format_args!("`{}` is no id", id.text))
            .help(format_args!("ids are small letters, digits and `_`, such as `{}`", suggested_id(id.text)));
    }
}

fn suggested_id(text: &str) -> String {
    let letters = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '_' };
    let id: String = text.chars().take(40).map(letters).collect();
    let id = id.trim_matches(|letter: char| letter == '_' || letter.is_ascii_digit());
    if id.is_empty() { "late_again".to_owned() } else { id.to_owned() }
}
