//! What differs between two packs, for people and as JSON.

mod cases;
mod sentences;
mod words;

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use amends::difference::{
    self, Both, Difference, FactDifference, Limit, PlanChange, Seen, Share, Side, Subject, Undecided, Verdict, Witness,
};
use amends::pack::{PhraseChange, phrase_changes};
use amends::plan::PackIdentity;
use amends::space::Outgrown;
use amends::space::in_words;

use super::cases::{self as recordings, Cases};
use super::check::count;
use super::open::Opened;
use super::output::{self, DOUBTFUL, GOOD, Plain, QUIET, STRESS, WRONG};
use super::problem::Stop;
use super::{Outcome, day, today};
use cases::Recorded;
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

/// So many regions of one difference are printed.
const MOST_REGIONS: usize = 3;

/// So many things that are too much are printed for one reason.
const MOST_OUTGROWN: usize = 8;

/// A difference on its way to the terminal.
struct Printed<'a> {
    difference: &'a Difference,
    sentences: Sentences<'a>,
}

impl Printed<'_> {
    fn print(&self) -> Result<(), Stop> {
        let Difference { old, new, facts, changes, beside, undecided, .. } = self.difference;
        output::line(&format!("{QUIET}{} → {}{QUIET:#}", named(old), named(new)))?;
        for FactDifference { fact, differs } in facts {
            for change in differs {
                output::line(&format!("{DOUBTFUL}!{DOUBTFUL:#} {}", Plain(&self.sentences.fact(fact, change))))?;
            }
        }
        changes.iter().chain(beside).try_for_each(|change| self.change(change))?;
        for limit in [Limit::Quantities, Limit::Orders, Limit::Size] {
            let own: Vec<&Undecided> = undecided.iter().filter(|undecided| undecided.because == limit).collect();
            if !own.is_empty() {
                self.undecided(limit, &own)?;
            }
        }
        Ok(())
    }

    fn change(&self, change: &PlanChange) -> Result<(), Stop> {
        let PlanChange { subject, before, after, witness, .. } = change;
        let (mark, sentence) = self.sentences.change(subject, before, after);
        let (share, beside) = (shared(change.share), beside(subject));
        output::line(&format!(
            "{mark} {STRESS}{}{STRESS:#} {QUIET}in {share} of all cases{beside}{QUIET:#}",
            Plain(&sentence)
        ))?;
        let mut begin = "where";
        for region in change.regions.iter().take(MOST_REGIONS) {
            output::line(&format!("    {begin:>5} {}", Plain(&region.to_string())))?;
            begin = "or";
        }
        if change.further || change.regions.len() > MOST_REGIONS {
            output::line(&format!("    {begin:>5} in other cases still"))?;
        }
        let is_formula = [before, after].contains(&&Seen::Formula);
        let told = self.sentences.told(subject, is_formula, &witness.before, &witness.after);
        self.witness(witness, &told)
    }

    fn witness(&self, witness: &Witness, told: &str) -> Result<(), Stop> {
        output::line(&format!("    {QUIET}for instance {}{}{QUIET:#}", Plain(&witness.case.to_string()), Plain(told)))?;
        if let Some(case) = &witness.new_case {
            output::line(&format!("    {QUIET}as the new pack reads it {}{QUIET:#}", Plain(&case.to_string())))?;
        }
        for (fact, value) in &witness.unrecorded {
            let text = format!("where `{fact}` is {value} without being known");
            output::line(&format!("    {QUIET}{}{QUIET:#}", Plain(&text)))?;
        }
        Ok(())
    }

    /// What could not be told for one reason, in one sentence.
    fn undecided(&self, limit: Limit, all: &[&Undecided]) -> Result<(), Stop> {
        let because = match limit {
            Limit::Size => "all cases together outgrow what can be looked at",
            Limit::Orders => "the order of actions can come about in too many ways",
            Limit::Quantities => {
                "formulas differ, and neither a case in which it matters nor the proof that there is none was found"
            }
        };
        let mut names: Vec<String> = all
            .iter()
            .map(|undecided| match &undecided.subject {
                Subject::Order { .. } => "the order of actions".to_owned(),
                subject => self.sentences.subject(subject),
            })
            .collect();
        names.dedup();
        let share = all.iter().map(|undecided| undecided.share.of_all).fold(0.0, f64::max);
        let line = format!("whether {} differ could not be told: {because}", names.join(", "));
        let share = format!("{QUIET}in up to {} of all cases{QUIET:#}", in_words(share));
        output::line(&format!("{DOUBTFUL}?{DOUBTFUL:#} {STRESS}{}{STRESS:#} {share}", Plain(&line)))?;
        for (pack, what) in outgrown(all).into_iter().take(MOST_OUTGROWN) {
            output::line(&format!("    {QUIET}too much in {pack}: {}{QUIET:#}", Plain(&what.to_string())))?;
        }
        if let [single] = all {
            for region in single.regions.iter().take(MOST_REGIONS).filter(|region| !region.cells.is_empty()) {
                output::line(&format!("    where {}", Plain(&region.to_string())))?;
            }
        }
        Ok(())
    }

    fn conclusion(&self) -> Result<(), Stop> {
        let Difference { plans, share, unchanged, beside, undecided, .. } = self.difference;
        let same = format!("{} that plans may say", count(*unchanged, "thing"));
        let line = match plans {
            Verdict::Equal => {
                let more = if beside.is_empty() { "" } else { "; what stands beside some is otherwise" };
                format!(
                    "{GOOD}no case has another plan: proved for every case of {}{GOOD:#}{more}",
                    self.difference.now
                )
            }
            Verdict::Different => {
                let share = shared(*share);
                let is_open = undecided.iter().any(|own| own.subject.is_element());
                let open = if !is_open { "" } else { ", and in others that could not be told" };
                format!("{WRONG}another plan in {share} of all cases{open}{WRONG:#}; {same} are proved to be the same")
            }
            Verdict::Undecided => {
                format!(
                    "{DOUBTFUL}no case with another plan was found, but that there is none could not be proved{DOUBTFUL:#}; {same} are proved to be the same"
                )
            }
        };
        Ok(output::line(&line)?)
    }
}

/// What some things rest on that is too much, each with where it is.
fn outgrown<'a>(all: &[&'a Undecided]) -> Vec<(&'static str, &'a Outgrown)> {
    let of = |side: Side| all.iter().flat_map(move |undecided| undecided.outgrown.of(side));
    let is_in = |side: Side, what: &Outgrown| of(side).any(|own| own == what);
    let mut told: Vec<(&str, &Outgrown)> = Vec::new();
    for what in of(Side::Old).chain(of(Side::New)) {
        if told.iter().all(|(_, known)| *known != what) {
            let pack = match (is_in(Side::Old, what), is_in(Side::New, what)) {
                (true, true) => "both packs",
                (true, false) => "the old pack",
                _ => "the new pack",
            };
            told.push((pack, what));
        }
    }
    told
}

/// Says of what is no element of a plan where it stands.
fn beside(subject: &Subject) -> &'static str {
    if subject.is_element() { "" } else { ", beside the plan" }
}

fn named(pack: &PackIdentity) -> String {
    Plain(&format!("{} {}", pack.id, pack.version)).to_string()
}

fn shared(share: Share) -> String {
    format!("{}{}", if share.at_most { "up to " } else { "" }, in_words(share.of_all))
}
