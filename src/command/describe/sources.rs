//! Where a sentence comes from: links to the lines of the rule files, and to the evidence of the document itself.

use amends::model::{EvidenceId, Grounds, Pack};
use amends::pack::{Kind, Place, Reading};

/// The rule files, and where links find them.
pub struct Sources<'a> {
    reading: &'a Reading,
    folder: &'a str,
}

impl<'a> Sources<'a> {
    pub fn new(reading: &'a Reading, folder: &'a str) -> Self {
        Sources { reading, folder: folder.trim_end_matches('/') }
    }

    /// A link to where something is declared; empty where no file declares it.
    pub fn of(&self, kind: Kind, id: &str) -> String {
        self.link(self.reading.places.of.get(&(kind, id.to_owned())).copied())
    }

    /// A link to a condition, value or output.
    pub fn of_derived(&self, id: &str) -> String {
        self.link(self.reading.places.derived.get(id).copied())
    }

    /// A link to a row of a table, counted from 0.
    pub fn of_row(&self, table: &str, row: usize) -> String {
        self.link(self.reading.places.rows.get(&(table.to_owned(), row.saturating_add(1))).copied())
    }

    fn link(&self, place: Option<Place>) -> String {
        let found = place.and_then(|place| Some((place, self.reading.files.get(usize::from(place.file))?)));
        let Some((place, file)) = found else { return String::new() };
        let before = file.text.get(..place.start).unwrap_or_default();
        let line = before.matches('\n').count().saturating_add(1);
        let address = format!("{}/{}#L{line}", self.folder, file.name);
        let address: String = address.chars().flat_map(percent).collect();
        format!("[{}:{line}]({address})", escaped(&file.name))
    }
}

/// A character of an address, those that Markdown or HTML would take for their own in hexadecimal.
fn percent(letter: char) -> Vec<char> {
    if letter.is_ascii_alphanumeric() || "/._-~#:".contains(letter) || !letter.is_ascii() {
        return vec![letter];
    }
    format!("%{:02X}", u32::from(letter)).chars().collect()
}

/// Text of an author as Markdown that shows it as it is: nothing in it is markup, and no line of it begins a block.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for letter in word.chars() {
            match letter {
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                '&' => out.push_str("&amp;"),
                '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' => out.extend(['\\', letter]),
                _ => out.push(letter),
            }
        }
    }
    out
}

/// The reason of something, as a sentence in italics; empty where it gives none.
pub fn because(grounds: &Grounds) -> String {
    let reason = escaped(&grounds.because);
    if reason.is_empty() { reason } else { format!("*{reason}*") }
}

/// The sources that something stands on, linked to the list of evidence.
pub fn evidence(ids: &[EvidenceId], pack: &Pack) -> String {
    let known = ids.iter().filter_map(|id| pack.evidence.get(id.index()));
    let links: Vec<String> = known.map(|of| format!("[{}](#evidence-{})", escaped(&of.source), of.id)).collect();
    links.join("; ")
}

/// Parts that are not empty, with something between them.
pub fn joined<const N: usize>(parts: [String; N], between: &str) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}
