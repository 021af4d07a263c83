//! A difference as text.

use amends::difference::{
    Difference, FactDifference, Limit, PlanChange, Seen, Share, Side, Subject, Undecided, Verdict, Witness,
};
use amends::plan::PackIdentity;
use amends::space::{Outgrown, in_words};

use super::super::check::count;
use super::super::output::{self, DOUBTFUL, GOOD, Plain, QUIET, STRESS, WRONG};
use super::super::problem::Stop;
use super::sentences::Sentences;

/// So many regions of one difference are printed.
const MOST_REGIONS: usize = 3;

/// So many things that are too much are printed for one reason.
const MOST_OUTGROWN: usize = 8;

/// A difference on its way to the terminal.
pub struct Printed<'a> {
    pub difference: &'a Difference,
    pub sentences: Sentences<'a>,
}

impl Printed<'_> {
    /// What is otherwise, and what could not be told.
    pub fn print(&self) -> Result<(), Stop> {
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

    /// Whether plans differ, and in how many cases: the last line.
    pub fn conclusion(&self) -> Result<(), Stop> {
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
pub fn beside(subject: &Subject) -> &'static str {
    if subject.is_element() { "" } else { ", beside the plan" }
}

fn named(pack: &PackIdentity) -> String {
    Plain(&format!("{} {}", pack.id, pack.version)).to_string()
}

fn shared(share: Share) -> String {
    format!("{}{}", if share.at_most { "up to " } else { "" }, in_words(share.of_all))
}
