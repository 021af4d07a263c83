//! Which ideas of a list a pack carries: nothing that its authors gathered is forgotten.

use std::collections::BTreeSet;

use crate::model::Pack;
use crate::model::value::nearest;
use crate::pack::{Diagnostic, Place, Reading, Scenario, Sink, SourceFile, codes};

/// Holds a pack against a list of ideas: lines whose first word, up to a tab or blank, is the id of an idea; empty ones,
/// comments (`#`) and a heading (`id`) are passed over. Gives a warning for each idea that nothing in the pack carries,
/// and for each that the pack carries and the list does not know. The list becomes the last of the files read.
pub fn check(reading: &mut Reading, list: SourceFile) -> Vec<Diagnostic> {
    let Some(pack) = &reading.pack else { return Vec::new() };
    let file = u16::try_from(reading.files.len()).unwrap_or(u16::MAX);
    let mut sink = Sink::default();
    let carried = carried(pack, &reading.scenarios);
    let mut listed: BTreeSet<&str> = BTreeSet::new();
    let mut start = 0_usize;
    for line in list.text.split_inclusive('\n') {
        let id = line.split(['\t', ' ', '\n', '\r']).next().unwrap_or_default();
        let place = Place { file, start, end: start.saturating_add(id.len()) };
        start = start.saturating_add(line.len());
        if id.is_empty() || id.starts_with('#') || id == "id" {
            continue;
        }
        if listed.insert(id) && !carried.contains(id) {
            sink.warning(codes::IDEA, place, format_args!("nothing in the pack carries the idea `{id}`"))
                .help("let what it became name it, as in `ideas = [\"…\"]`");
        }
    }
    let beginning = Place { file, start: 0, end: 0 };
    for id in carried.iter().filter(|id| !listed.contains(*id)) {
        let near = nearest(id, listed.iter().copied());
        let help = near.map_or_else(|| "add it to the list".to_owned(), |near| format!("did you mean `{near}`?"));
        sink.warning(
            codes::IDEA,
            beginning,
            format_args!("the pack carries the idea `{id}`, which is not in the list"),
        )
        .help(help);
    }
    reading.files.push(list);
    sink.finish(&reading.files)
}

/// The ids of all ideas that something in a pack carries.
fn carried<'a>(pack: &'a Pack, scenarios: &'a [Scenario]) -> BTreeSet<&'a str> {
    let grounds = pack.all_grounds().flat_map(|grounds| &grounds.ideas);
    let evidence = pack.evidence.iter().flat_map(|evidence| &evidence.ideas);
    let scenarios = scenarios.iter().flat_map(|scenario| &scenario.ideas);
    grounds.chain(evidence).chain(scenarios).map(String::as_str).collect()
}
