//! The files of one pack: which are read, in which order, and the items that they hold.

use std::collections::BTreeMap;

use super::{Gathered, MOST_ITEMS, spelling};
use crate::model::value::nearest;
use crate::pack::diagnostic::{Sink, SourceFile};
use crate::pack::document::{self, Node, Pair, Place, Text, Written};
use crate::pack::item::{self, Item};
use crate::pack::keys::Kind;
use crate::pack::{Source, codes, ids};

/// The most files that a pack and what it extends may have together.
const MOST_FILES: usize = 4_096;

/// The most bytes of one file: a table of 1,000 rows and 8 columns takes a tenth of it.
const MOST_BYTES: usize = 4 * 1024 * 1024;

/// By language, the positions of Fluent files.
pub type Phrases = BTreeMap<String, Vec<u16>>;

/// The items and phrase files of one pack, in declared order: `pack.toml`, `facts.toml`, then by path.
pub fn read_files(
    source: &Source,
    outer: Option<&str>,
    gathered: &mut Gathered,
    sink: &mut Sink,
) -> (Vec<Item>, Phrases) {
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
            let id = ids::read_id(kind, &node, sink);
            // An unread table without bounds could otherwise fill the memory with messages.
            if gathered.items.len().saturating_add(items.len()) >= MOST_ITEMS {
                sink.error(codes::TOO_MUCH, node.place, format_args!("a pack has at most {MOST_ITEMS} items"));
                return (items, phrases);
            }
            items.push(Item {
                kind,
                place: id.map_or(node.place, Text::place),
                id: id.map_or_else(String::new, |id| ids::meant_id(id.text)),
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
            if matches!(pair.value.value, Written::List(_) | Written::Table(_)) {
                // What its tables declare is not known.
                sink.is_incomplete();
            }
            continue;
        };
        let nodes = match pair.value {
            Node { value: Written::List(nodes), .. } => nodes,
            node => vec![node],
        };
        for mut node in nodes {
            if let Written::Table(_) = &node.value {
                spelling::mend(kind, &mut node, sink);
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
