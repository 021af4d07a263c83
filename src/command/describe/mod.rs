//! The pack as a document: what a complaints manager reviews without reading TOML.

mod cells;
mod compensation;
mod formulas;
mod guarantees;
mod rules;
mod sections;
mod sources;
mod stories;
mod tables;

use std::path::PathBuf;

use clap::Args;
use pulldown_cmark::{Event, Options, Parser, html};

use amends::model::Pack;
use amends::pack::Reading;

use super::problem::{Problem, Stop};
use super::words::Phrases;
use super::{Outcome, diagnostics, open, output};
use sources::Sources;

#[derive(Args)]
#[command(after_help = "\
Examples:
  amends describe rules/core | less
  amends describe rules/core --html -o core.html
  amends describe rules/core --source ../rules/core -o docs/core.md

Every sentence links to the line of the rule file that it is made of.")]
pub struct Describe {
    /// A pack's folder
    pack: PathBuf,
    /// Write HTML rather than Markdown
    #[arg(long)]
    html: bool,
    /// The file to write; printed where none is named
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The address of the pack's folder in links [default: the pack's path as it was given]
    #[arg(long, value_name = "ADDRESS")]
    source: Option<String>,
}

impl Describe {
    pub fn run(&self, as_json: bool) -> Result<Outcome, Stop> {
        let reading = open::read(&self.pack)?;
        let Some(pack) = &reading.pack else {
            diagnostics::print_errors(&reading, as_json)?;
            return Err(Stop::Said);
        };
        let folder = self.source.clone().unwrap_or_else(|| self.pack.to_string_lossy().into_owned());
        let markdown = document(pack, &reading, &folder);
        let text = if self.html { page(&pack.title, &pack.language, &markdown) } else { markdown };
        match &self.output {
            Some(file) => std::fs::write(file, text).map_err(|error| Problem::of_file(file, "written", &error))?,
            None => output::document(&text)?,
        }
        Ok(Outcome::Fine)
    }
}

/// What every section is written from.
struct Described<'a> {
    pack: &'a Pack,
    reading: &'a Reading,
    sources: Sources<'a>,
    phrases: Phrases,
}

/// The document in CommonMark with tables. `folder` is where links find the pack's files.
fn document(pack: &Pack, reading: &Reading, folder: &str) -> String {
    let phrases = Phrases::of(reading.phrases.get(&pack.language).cloned());
    let described = Described { pack, reading, sources: Sources::new(reading, folder), phrases };
    let sections = [
        sections::opening(&described),
        rules::steps(&described),
        compensation::compensation(&described),
        tables::tables(&described),
        sections::derived(&described),
        sections::facts(&described),
        sections::limits(&described),
        guarantees::guarantees(&described),
        stories::stories(&described),
        sections::evidence(&described),
    ];
    sections.into_iter().filter(|section| !section.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A page that stands alone. What authors wrote is text: Markdown's way of holding HTML is closed.
fn page(title: &str, language: &str, markdown: &str) -> String {
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES);
    let mut body = String::new();
    html::push_html(&mut body, events);
    let mut head = String::new();
    html::push_html(&mut head, std::iter::once(Event::Text(title.into())));
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{head}</title>\n<style>{STYLE}</style>\n\
         <main>\n{body}</main>\n</html>\n"
    )
}

const STYLE: &str = include_str!("page.css");
