//! A plan as text: what `recommend` prints, and `ask` at its end.

use amends::case::Case;
use amends::model::{DerivedId, Pack, Type, value};
use amends::plan::{self, Conflict, Entries, Holds, Plan, PlannedAction, PlannedStep, Settled, Shown, Status, Why};

use super::open::Opened;
use super::output::{self, DOUBTFUL, GOOD, Plain, QUIET, STRESS, WRONG};
use super::problem::Stop;
use super::sentences::who_knows;
use super::values::{AT_WIDEST, words};
use super::words::Said;

/// A plan as text.
pub struct View<'a> {
    pub opened: &'a Opened,
    pub case: &'a Case,
    pub plan: &'a Plan<'a>,
}

impl View<'_> {
    pub fn print(&self) -> Result<(), Stop> {
        let Plan { pack, now, settled, steps, .. } = self.plan;
        let settled = match settled {
            Settled::Yes => format!("{GOOD}settled{GOOD:#}"),
            Settled::UnderAssumptions => format!("{DOUBTFUL}settled under assumptions{DOUBTFUL:#}"),
            Settled::Open => format!("{DOUBTFUL}open: facts are missing{DOUBTFUL:#}"),
        };
        let (id, version) = (Plain(&pack.id), Plain(&pack.version));
        output::line(&format!("{STRESS}{id} {version}{STRESS:#} on {now}, {settled}"))?;
        // One world for all actions: each would take as long to build as the plan.
        let whys = plan::explain_all(&self.opened.engine, self.case);
        for (number, step) in (1_usize..).zip(steps) {
            self.step(number, step, &whys)?;
        }
        self.avoid()?;
        self.compensation()?;
        self.conflicts(&self.plan.conflicts)?;
        self.open_facts()
    }

    fn step(&self, number: usize, step: &PlannedStep, whys: &Entries<Why>) -> Result<(), Stop> {
        let title = Plain(step.title);
        let reason = |why: &Why| because(why).map(|reason| format!(": {}", Plain(reason))).unwrap_or_default();
        let note = match (&step.skipped, &step.moved) {
            (Some(why), _) => format!(" {QUIET}– left out{}{QUIET:#}", reason(why)),
            (None, Some(why)) => format!(" {QUIET}– moved{}{QUIET:#}", reason(why)),
            (None, None) if step.actions.is_empty() => format!(" {QUIET}– nothing to do{QUIET:#}"),
            (None, None) => String::new(),
        };
        output::line(&format!("\n{STRESS}{number} {title}{STRESS:#}{note}"))?;
        step.actions.iter().try_for_each(|action| self.action(action, whys.get(action.id).and_then(because)))
    }

    fn action(&self, action: &PlannedAction, because: Option<&str>) -> Result<(), Stop> {
        let provisional = if action.provisional { ", provisional" } else { "" };
        let assuming = match action.assuming.is_empty() {
            true => String::new(),
            false => format!(", assuming {}", Plain(&action.assuming.join(", "))),
        };
        let note = match action.status {
            Status::Certain if provisional.is_empty() && assuming.is_empty() => String::new(),
            status => format!(" {QUIET}– {}{provisional}{assuming}{QUIET:#}", name(status)),
        };
        output::line(&format!("  {} {}{note}", mark(action.status), Plain(action.title)))?;
        for (parameter, value) in &action.with.0 {
            let declared = self.pack().parameters.iter().find(|declared| declared.id == *parameter);
            let value = words(value, declared.map(|declared| &declared.kind), self.pack());
            let title = declared.map_or(parameter, |declared| &declared.title);
            output::line(&format!("    {}: {}", Plain(title), Plain(&value)))?;
        }
        let say = self.pack().actions.iter().find(|of| of.id == action.id).and_then(|of| of.say.as_ref());
        let said = action.say.as_ref().and_then(|words| self.opened.phrases.say(words, say, self.pack()));
        match said {
            Some(Said::Ready(text)) => output::line(&format!("    “{}”", Plain(&text)))?,
            Some(Said::WithBlanks(text)) => {
                output::line(&format!(
                    "    “{}” {DOUBTFUL}– fill in what stands in brackets{DOUBTFUL:#}",
                    Plain(&text)
                ))?;
            }
            None => {}
        }
        if let Some(reason) = because {
            output::line(&format!("    {QUIET}{}{QUIET:#}", Plain(reason)))?;
        }
        Ok(())
    }

    fn avoid(&self) -> Result<(), Stop> {
        if self.plan.avoid.is_empty() {
            return Ok(());
        }
        output::line(&format!("\n{STRESS}Avoid{STRESS:#}"))?;
        for avoid in &self.plan.avoid {
            let note = match avoid.status {
                Status::Certain => String::new(),
                status => format!(" {QUIET}– {}{QUIET:#}", name(status)),
            };
            output::line(&format!("  {WRONG}✗{WRONG:#} {}{note}", Plain(avoid.title)))?;
            if !avoid.because.is_empty() {
                output::line(&format!("    {QUIET}{}{QUIET:#}", Plain(avoid.because)))?;
            }
        }
        Ok(())
    }

    fn compensation(&self) -> Result<(), Stop> {
        let Some(pays) = &self.plan.compensation else { return Ok(()) };
        let declared = self.pack().compensation.as_ref();
        let kind = |id: DerivedId| self.pack().derived.get(id.index()).map(|derived| &derived.kind);
        let money = declared.and_then(|declared| kind(declared.amount));
        let form = declared.and_then(|declared| declared.form).and_then(kind);
        let amount = |shown: &Shown| match shown {
            // As much as the pack allows at all says nothing of this case.
            Shown::Interval { high, .. } if is_greatest(high, money) => "not known yet".to_owned(),
            Shown::Text(text) if text == "none" => "no sum named".to_owned(),
            _ => words(shown, money, self.pack()),
        };
        output::line(&format!("\n{STRESS}Compensation{STRESS:#}"))?;
        let mark = mark(pays.status);
        let due = amount(&pays.amount);
        let how = match pays.form == Shown::text("none") {
            true => String::new(),
            false => format!(", {}", Plain(&words(&pays.form, form, self.pack()))),
        };
        output::line(&format!("  {mark} {}{how}", Plain(&due)))?;
        let minimum = match &pays.legal_minimum {
            Shown::Text(text) if text == "not checked" => text.clone(),
            minimum => amount(minimum),
        };
        if matches!(&pays.amount, Shown::Interval { outer: true, high, .. } if !is_greatest(high, money)) {
            output::line(&format!("    {QUIET}{AT_WIDEST}{QUIET:#}"))?;
        }
        output::line(&format!("    legal minimum: {}", Plain(&minimum)))?;
        if let Some(most) = &pays.at_most {
            output::line(&format!("    at most: {}", Plain(&amount(most))))?;
        }
        // Who must approve what nobody knows is not known either.
        let is_told = |role: &&Shown| **role != Shown::text("none") && **role != Shown::Undetermined;
        if let Some(role) = pays.approval.as_ref().filter(is_told) {
            output::line(&format!("    approval: {}", Plain(&words(role, Some(&Type::Role), self.pack()))))?;
        }
        Ok(())
    }

    fn conflicts(&self, conflicts: &[Conflict]) -> Result<(), Stop> {
        for conflict in conflicts {
            let rows = match conflict.rows.is_empty() {
                true => String::new(),
                false => format!(" ({})", conflict.rows.join(", ")),
            };
            let title = if conflict.status == Status::Certain { "conflict" } else { "possible conflict" };
            let (place, because) = (Plain(conflict.place), Plain(conflict.because));
            output::line(&format!("\n{WRONG}{title}{WRONG:#} in {place}{}: {because}", Plain(&rows)))?;
        }
        Ok(())
    }

    fn open_facts(&self) -> Result<(), Stop> {
        let Plan { questions, unaskable, assumptions, set_aside, .. } = self.plan;
        let fact = |id: &str| self.pack().facts.iter().find(|fact| fact.id == id);
        if !questions.is_empty() {
            output::line(&format!("\n{STRESS}Worth asking, best first{STRESS:#}"))?;
        }
        for question in questions {
            let from = fact(question.fact).map(|fact| who_knows(fact.from)).unwrap_or_default();
            output::line(&format!("  {} {QUIET}– {}, {from}{QUIET:#}", Plain(question.ask), Plain(question.fact)))?;
        }
        let matters = assumptions.iter().filter(|assumption| assumption.matters).map(|assumption| {
            let (title, kind) = fact(assumption.fact).map(|fact| (fact.title.as_str(), &fact.kind)).unzip();
            let title = title.unwrap_or(assumption.fact);
            format!("{title}: {}", words(&assumption.value, kind, self.pack()))
        });
        let titles = unaskable.iter().map(|id| fact(id).map_or(*id, |fact| fact.title.as_str()));
        for (title, facts) in [
            ("Assumed, and it matters", matters.collect::<Vec<_>>().join("; ")),
            ("Would matter, but nobody is asked", titles.collect::<Vec<_>>().join("; ")),
            ("Given, but does not apply", set_aside.join(", ")),
        ] {
            if !facts.is_empty() {
                output::line(&format!("\n{STRESS}{title}{STRESS:#}: {}", Plain(&facts)))?;
            }
        }
        Ok(())
    }

    fn pack(&self) -> &Pack {
        self.opened.pack()
    }
}

/// Whether an amount is the greatest that its type has.
fn is_greatest(amount: &Shown, kind: Option<&Type>) -> bool {
    match (amount, kind.and_then(Type::range)) {
        (Shown::Text(text), Some((_, most))) => kind.is_some_and(|kind| value::parse_scalar(text, kind) == Ok(most)),
        _ => false,
    }
}

/// The reason of the first rule that holds, or may.
fn because<'pack>(why: &Why<'pack>) -> Option<&'pack str> {
    let may = why.rules.iter().filter(|rule| rule.holds != Holds::Never && !rule.because.is_empty());
    may.map(|rule| rule.because).next()
}

fn mark(status: Status) -> String {
    match status {
        Status::Certain => format!("{GOOD}●{GOOD:#}"),
        Status::Possible => format!("{DOUBTFUL}◐{DOUBTFUL:#}"),
        Status::Undetermined => format!("{WRONG}?{WRONG:#}"),
    }
}

fn name(status: Status) -> &'static str {
    match status {
        Status::Certain => "certain",
        Status::Possible => "possible",
        Status::Undetermined => "undetermined",
    }
}
