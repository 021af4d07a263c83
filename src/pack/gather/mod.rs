//! The files of a pack, and of the packs that it extends, as one list of items in declared order: the
//! [`files`] of each, the [`overlay`] laid over what it extends.

mod files;
mod overlay;
mod spelling;

use std::collections::{BTreeMap, BTreeSet};

use self::files::read_files;
use self::overlay::lay_over;
use super::diagnostic::{Sink, SourceFile};
use super::item::{self, Item};
use super::keys::Kind;
use super::{Extended, Source, codes};

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
pub(super) fn gather(source: &Source, extended: Extended<'_>, sink: &mut Sink) -> Gathered {
    let mut gathered = Gathered::default();
    layer(source, extended, &mut Vec::new(), &mut gathered, sink);
    gathered
}

/// Adds a pack to what it extends. `stack` holds the ids of the packs that are being read, the outermost first.
fn layer(source: &Source, extended: Extended<'_>, stack: &mut Vec<String>, gathered: &mut Gathered, sink: &mut Sink) {
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
        } else {
            match extended(&id) {
                Some(Ok(base)) => {
                    gathered.extended.insert(id.clone());
                    stack.push(id);
                    layer(&base, extended, stack, gathered, sink);
                    stack.pop();
                }
                Some(Err(reason)) => {
                    sink.error(codes::NO_EXTENDED, name.place(), format_args!("the pack `{id}` cannot be read"))
                        .help(reason);
                    sink.is_incomplete();
                }
                None => {
                    sink.error(codes::NO_EXTENDED, name.place(), format_args!("there is no pack `{id}`"))
                        .help("an extended pack is a folder beside this one, whose `pack.toml` has that id");
                    sink.is_incomplete();
                }
            }
        }
    }
    for (language, files) in phrases {
        gathered.phrases.entry(language).or_default().extend(files);
    }
    lay_over(items, gathered, sink);
}
