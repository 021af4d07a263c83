//! What differs between two packs, for people and as JSON.

mod cases;
mod print;
mod sentences;
mod words;

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use amends::difference::{self, Both, Difference, Verdict};
use amends::pack::{PhraseChange, phrase_changes};

use super::cases::{self as recordings, Cases};
use super::open::Opened;
use super::output;
use super::problem::Stop;
use super::{Outcome, day, today};
use cases::Recorded;
use print::Printed;
use sentences::Sentences;
use words::Words;

const EXAMPLES: &str = "\
Examples:
  amends diff rules/core rules/example_overlay       where the overlay plans otherwise
  amends diff core.amends rules/core --cases last_month.jsonl
  amends diff core.amends rules/core                 what an edit of the rules does before it is out

Not lines of text are held against each other but plans: of every case that both packs can hold, whatever their tables, \
rules and conditions are called. Each difference comes with where it is, the share of all cases (every fact taking each of \
its values equally often), and a case in which both plans were made. When nothing is listed that is proved for every case. \
What stands beside plans, the legal minimum and the most that may be paid, is told too, though no plan is another for it.
Words stand apart from plans: titles, questions and reasons that are worded otherwise, and the messages of each language that \
are added, lost or changed.
The exit status is 1 when plans differ, could not be told apart, or a fact's values do. For words alone, and for what stands \
beside plans, it stays 0: they change what is read, and no plan.";

#[derive(Args)]
#[command(after_help = format!("{EXAMPLES}\n\n{}", recordings::FORMS))]
pub struct Diff {
    /// The pack as it was: its folder, or a program made by `amends build`
    old: PathBuf,
    /// The pack as it is now, or is to be
    new: PathBuf,
    /// Recorded cases, of which it says which get another plan: JSON Lines, or CSV where the name ends so; `-` reads the
    /// standard input
    #[arg(long, value_name = "FILE")]
    cases: Option<PathBuf>,
    /// Take the cases for CSV, whatever they are called
    #[arg(long, requires = "cases")]
    csv: bool,
    /// The date of all cases [default: today, UTC]
    #[arg(long, value_name = "DATE", value_parser = day)]
    now: Option<i64>,
}

/// The difference, and how recorded cases fare.
#[derive(Serialize)]
struct Report<'a> {
    #[serde(flatten)]
    difference: &'a Difference,
    /// Absent where a program was given, which holds no messages.
    #[serde(skip_serializing_if = "Option::is_none")]
    phrases: Option<&'a [PhraseChange]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    recorded: Option<&'a Recorded>,
}

impl Diff {
    pub fn run(&self, as_json: bool) -> Result<Outcome, Stop> {
        let now = self.now.unwrap_or_else(today);
        let opened = Both { old: Opened::open(&self.old, as_json)?, new: Opened::open(&self.new, as_json)? };
        let cases = match &self.cases {
            Some(path) => {
                let packs = [opened.old.pack(), opened.new.pack()];
                Some(Cases::open(path, recordings::is_csv(path, self.csv), &packs)?)
            }
            None => None,
        };
        let difference = &difference::compare(&opened.old.engine, &opened.new.engine, now);
        let languages = opened.old.languages.as_ref().zip(opened.new.languages.as_ref());
        let phrases = languages.map(|(old, new)| phrase_changes(old, new));
        let recorded = cases.map(|cases| Recorded::of(cases, &opened, now)).transpose()?;
        if as_json {
            output::data(&Report { difference, phrases: phrases.as_deref(), recorded: recorded.as_ref() })?;
        } else {
            let sentences = Sentences { old: opened.old.pack(), new: opened.new.pack() };
            let printed = Printed { difference, sentences };
            printed.print()?;
            let words = Words {
                language: &opened.new.pack().language,
                wordings: &difference.words,
                phrases: phrases.as_deref(),
            };
            words.print()?;
            printed.conclusion()?;
            recorded.iter().try_for_each(|recorded| recorded.print(&printed.sentences))?;
        }
        let parts_cases = difference.facts.iter().flat_map(|fact| &fact.differs).any(|change| change.parts_cases());
        let is_fine =
            difference.plans == Verdict::Equal && !parts_cases && recorded.as_ref().is_none_or(Recorded::is_fine);
        Ok(if is_fine { Outcome::Fine } else { Outcome::Found })
    }
}
