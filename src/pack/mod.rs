//! Rule files to the typed pack, with everything that is wrong in them.
//!
//! [`Source`] (files) → [`document`] (trees whose leaves know their place) → [`gather`] (one list of items, overlays
//! applied) → [`outline`] (ids and types) → [`define`] (cells, formulas, tables, rules) → [`order`] (what can be worked out
//! after what) → [`bounds`] (no overflow, no lost decimals) → [`Reading`].
//!
//! Reading never stops at the first mistake. What could not be read counts as reported, so that one mistake is one
//! message: a name whose type is unreadable can be used without further complaint.

mod action;
mod bounds;
mod calendar;
mod cell;
pub mod codes;
mod comma;
mod decimals;
mod define;
mod diagnostic;
mod document;
mod entry;
mod fact;
#[cfg(not(target_arch = "wasm32"))]
mod folder;
mod force;
mod format;
mod formula;
mod gather;
mod ids;
mod item;
mod keys;
mod kinds;
mod literal;
mod malformed;
mod names;
mod order;
mod outline;
mod phrases;
mod place;
mod promise;
#[cfg(feature = "command")]
mod render;
mod rows;
mod scenario;
mod schema;
mod table;

use std::collections::BTreeMap;
use std::ops::Range;

pub use self::diagnostic::{Diagnostic, Related, Severity, SourceFile};
#[cfg(not(target_arch = "wasm32"))]
pub use self::folder::{FolderError, load, read_folder};
pub use self::format::format;
pub use self::keys::Kind;
pub use self::phrases::{PhraseChange, phrase_changes, value_attribute};
pub use self::place::Place;
#[cfg(feature = "command")]
pub use self::render::{Style, render};
pub use self::scenario::{Expectation, Scenario};
pub use self::schema::schema;

use crate::model::{Definition, DerivedId, Name, Pack};

pub(crate) use self::diagnostic::Sink;
use self::outline::Outline;

/// The files of one pack: path in the pack's folder, with `/` between → bytes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    pub files: BTreeMap<String, Vec<u8>>,
}

/// What reading gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// `None` if any diagnostic is an error.
    pub pack: Option<Pack>,
    pub scenarios: Vec<Scenario>,
    /// By language, the text of its Fluent files; those of extended packs come first.
    pub phrases: BTreeMap<String, String>,
    /// By file and place.
    pub diagnostics: Vec<Diagnostic>,
    pub places: Places,
    /// Every file that was read, extended packs' too.
    pub files: Vec<SourceFile>,
}

/// Where things are declared, for those who check a pack after it is read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    /// By id; what a pack has at most one of stands under no id where it bears none.
    pub of: BTreeMap<(Kind, String), Place>,
    /// Outputs, conditions and values by id.
    pub derived: BTreeMap<String, Place>,
    /// By table and number, from 1.
    pub rows: BTreeMap<(String, usize), Place>,
    /// By what it defines, the row's number from 1 (0 for a value), and its part.
    formulas: BTreeMap<(DerivedId, usize, Part), Place>,
}

/// Which formula of a value, or an output cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Formula,
    AtMost,
    AtLeast,
}

impl Places {
    fn set_formula(&mut self, output: Option<&DerivedId>, row: usize, place: Place) {
        if let Some(output) = output {
            self.formulas.insert((*output, row.saturating_add(1), Part::Formula), place);
        }
    }

    /// Where the one table of a kind that a pack has at most one of stands.
    fn of_single(&self, kind: Kind) -> Option<Place> {
        self.of.get(&(kind, String::new())).copied()
    }

    /// The bytes of the place in its file.
    pub fn span(place: Place) -> Range<usize> {
        place.start..place.end
    }
}

/// Finds the pack that an overlay names in `extends`, by its id: none if there is none, and where it cannot be read, why, with
/// the way out.
pub type Extended<'a> = &'a dyn Fn(&str) -> Option<Result<Source, String>>;

/// Reads a pack, and those that it extends.
pub fn read(source: &Source, extended: Extended<'_>) -> Reading {
    let mut sink = Sink::default();
    let gathered = gather::gather(source, extended, &mut sink);
    let mut outline = Outline::read(&gathered.items, &mut sink);
    let mut places = Places::default();
    let mut pack = define::define(&mut outline, &mut places, &mut sink);
    if !sink.has_errors() {
        let order = order::order(&pack);
        report_cycles(&order.cycles, &pack, &places, &mut sink);
        if order.cycles.is_empty() && !order.derived.is_sorted() {
            // Definitions are read a second time, names standing for their final positions; nothing new can be wrong.
            outline.reorder(&order.derived);
            places = Places::default();
            pack = define::define(&mut outline, &mut places, &mut Sink::default());
        }
    }
    if !sink.has_errors() {
        bounds::check(&pack, &places, &mut sink);
    }
    let scenarios: Vec<Scenario> =
        outline.of_kind(Kind::Scenario).map(|item| scenario::read(item, &outline.names, &mut sink)).collect();
    let phrases = read_phrases(&gathered, &outline, &mut pack, &places, &mut sink);
    let pack = if sink.has_errors() { None } else { Some(Pack { order: force::force(&pack), ..pack }) };
    Reading { pack, scenarios, phrases, diagnostics: sink.finish(&gathered.files), places, files: gathered.files }
}

fn report_cycles(cycles: &[Vec<Name>], pack: &Pack, places: &Places, sink: &mut Sink) {
    for cycle in cycles {
        let ids: Vec<&str> = cycle.iter().map(|name| pack.id_of(*name)).collect();
        let place = |id: &str| places.derived.get(id).or_else(|| places.of.get(&(Kind::Fact, id.to_owned()))).copied();
        let Some((first, at)) = ids.first().and_then(|id| Some((*id, place(id)?))) else { continue };
        let round = ids.iter().chain([&first]).map(|id| format!("`{id}`")).collect::<Vec<_>>().join(" reads ");
        let draft = sink.error(codes::CYCLE, at, format_args!("definitions go round in a circle: {round}"));
        let is_output = |name: &Name| {
            let Name::Derived(id) = name else { return false };
            let definition = pack.derived.get(id.index()).map(|derived| &derived.definition);
            matches!(definition, Some(Definition::Output { .. }))
        };
        draft.help(if cycle.iter().any(is_output) {
            "let one of them do without the next, or split a table: each of its outputs reads what any of its rows does"
        } else {
            "let one of them do without the next"
        });
        for id in ids.iter().skip(1) {
            if let Some(place) = place(id) {
                draft.related(place, format_args!("`{id}` is declared here"));
            }
        }
    }
}

/// Gives actions their words, and holds the languages that the pack itself brings against all that it says.
fn read_phrases(
    gathered: &gather::Gathered,
    outline: &Outline<'_>,
    pack: &mut Pack,
    places: &Places,
    sink: &mut Sink,
) -> BTreeMap<String, String> {
    let read = |language: &str, sink: &mut Sink| {
        let files = gathered.phrases.get(language).map(Vec::as_slice).unwrap_or_default();
        phrases::read(files, &gathered.files, sink)
    };
    let source = read(&pack.language, sink);
    for action in &mut pack.actions {
        action.say = phrases::say(&action.id, &source, &outline.names, sink);
    }
    phrases::check_source(&source, &pack.actions.iter().map(|action| action.id.as_str()).collect(), sink);
    let translations = gathered.phrases.iter().filter(|(language, _)| **language != pack.language);
    let mut wanted = None;
    for (language, files) in translations {
        let translated = read(language, sink);
        // What an overlay adds need not be said in each language of what it extends: it falls back on the source.
        let own = |at: &&u16| {
            let file = gathered.files.get(usize::from(**at));
            file.is_some_and(|file| file.name == format!("phrases/{language}.ftl"))
        };
        // Without a sound pack it is not known what there is to say.
        if let Some(file) = files.iter().find(own).filter(|_| !sink.has_errors()) {
            let wanted = wanted.get_or_insert_with(|| phrases::texts(pack, places, &source, sink));
            phrases::compare(language, wanted, &translated, *file, sink);
        }
    }
    let text = |files: &Vec<u16>| {
        let texts = files.iter().filter_map(|at| gathered.files.get(usize::from(*at))).map(|file| file.text.as_str());
        texts.collect::<Vec<_>>().join("\n")
    };
    gathered.phrases.iter().map(|(language, files)| (language.clone(), text(files))).collect()
}
