//! Recorded cases, and what each plan of them says otherwise.

use serde::Serialize;

use amends::case::Case;
use amends::difference::{Both, CaseChange, Side, between};
use amends::plan;

use super::super::cases::Cases;
use super::super::check::count;
use super::super::open::Opened;
use super::super::output::{self, GOOD, Plain, QUIET, WRONG};
use super::super::problem::{Problem, Stop};
use super::print::beside;
use super::sentences::Sentences;

/// How recorded cases fare.
#[derive(Debug, Default, Serialize)]
pub struct Recorded {
    /// How many lines hold a case that both packs can read.
    pub cases: u64,
    /// How many of them get another plan.
    pub changed: u64,
    /// These, and those beside whose plan something else stands, by line from 1.
    pub changes: Vec<ChangedCase>,
    /// Whether more cases change than stand in the list.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub further: bool,
    /// Lines that hold no case of both packs.
    pub wrong: Vec<WrongCase>,
}

/// A recorded case that gets another plan, or beside whose plan something else stands.
#[derive(Debug, Serialize)]
pub struct ChangedCase {
    pub line: u64,
    pub changes: Vec<CaseChange>,
}

/// A line that a pack cannot read.
#[derive(Debug, Serialize)]
pub struct WrongCase {
    pub line: u64,
    pub pack: Side,
    pub error: Box<Problem>,
}

/// So many lines are listed with what changes in them, so that any number of cases can be piped through.
const MOST_LISTED: usize = 10_000;

/// So many are printed for people.
const MOST_PRINTED: usize = 20;

impl Recorded {
    /// Reads all cases; what is wrong in one keeps none of the others.
    pub fn of(mut cases: Cases, opened: &Both<Opened>, now: i64) -> Result<Recorded, Problem> {
        let mut recorded = Recorded::default();
        while let Some(line) = cases.advance()? {
            let read = |side| {
                let case = cases.case(opened.of(side).pack(), now);
                case.map_err(|error| WrongCase { line, pack: side, error: Box::new(error) })
            };
            match read(Side::Old).and_then(|old| Ok(Both { old, new: read(Side::New)? })) {
                Ok(case) => recorded.add(line, opened, &case),
                Err(wrong) if recorded.wrong.len() < MOST_LISTED => recorded.wrong.push(wrong),
                Err(_) => recorded.further = true,
            }
        }
        Ok(recorded)
    }

    fn add(&mut self, line: u64, opened: &Both<Opened>, case: &Both<Case>) {
        self.cases = self.cases.saturating_add(1);
        let plans = Both::each(|side| plan::recommend(&opened.of(side).engine, case.of(side)));
        let packs = Both::each(|side| opened.of(side).pack());
        let changes = between(packs, Both { old: &plans.old, new: &plans.new });
        if changes.is_empty() {
            return;
        }
        if changes.iter().any(|change| change.subject.is_element()) {
            self.changed = self.changed.saturating_add(1);
        }
        if self.changes.len() < MOST_LISTED {
            self.changes.push(ChangedCase { line, changes });
        } else {
            self.further = true;
        }
    }

    pub fn is_fine(&self) -> bool {
        self.changed == 0 && self.wrong.is_empty()
    }

    pub fn print(&self, sentences: &Sentences<'_>) -> Result<(), Stop> {
        for WrongCase { line, pack, error } in self.wrong.iter().take(MOST_PRINTED) {
            let pack = if *pack == Side::Old { "old" } else { "new" };
            let told = error.in_line();
            let message = Plain(&told);
            output::line(&format!("{WRONG}line {line}{WRONG:#} is no case of the {pack} pack: {message}"))?;
        }
        for ChangedCase { line, changes } in self.changes.iter().take(MOST_PRINTED) {
            output::line(&format!("line {line}"))?;
            for CaseChange { subject, before, after } in changes {
                let (mark, sentence) = sentences.change(subject, before, after);
                let told = format!("{}{}", sentences.told(subject, false, before, after), beside(subject));
                output::line(&format!("    {mark} {}{QUIET}{}{QUIET:#}", Plain(&sentence), Plain(&told)))?;
            }
        }
        let listed = self.changes.len().max(self.wrong.len());
        if listed > MOST_PRINTED || self.further {
            output::line(&format!("{QUIET}and more: `--json` lists them{QUIET:#}"))?;
        }
        let cases = count(usize::try_from(self.cases).unwrap_or(usize::MAX), "recorded case");
        output::line(&match self.changed {
            0 => format!("{GOOD}the same plan for {cases}{GOOD:#}"),
            changed => format!("{WRONG}another plan for {changed} of {cases}{WRONG:#}"),
        })?;
        Ok(())
    }
}
