use std::collections::BTreeMap;

use clap::Args;
use serde::Serialize;

use amends::case::{self, Given};
use amends::model::{Pack, Type};
use amends::pack::{Expectation, Scenario};
use amends::plan::{self, Plan, PlannedAction, Settled, Shown, Status};

use super::check::count;
use super::open::Opened;
use super::output::{self, GOOD, Plain, STRESS, WRONG};
use super::problem::{Problem, Stop};
use super::values::words;
use super::{Against, Outcome, test_cases};

#[derive(Args)]
#[command(after_help = "\
Examples:
  amends test rules/core
  amends test rules/core --cases-for goodwill > rules/core/scenarios/goodwill_cells.toml")]
pub struct Test {
    #[command(flatten)]
    against: Against,
    /// Instead of running scenarios, write some for this table: for each of its cells a pair of cases that differ in what the
    /// cell tests alone, and in what the table decides by it
    #[arg(long, value_name = "TABLE")]
    cases_for: Option<String>,
}

/// How the scenarios went.
#[derive(Serialize)]
struct Results<'a> {
    scenarios: usize,
    failed: Vec<Failed<'a>>,
}

/// A scenario that did not go as its author expects.
#[derive(Serialize)]
struct Failed<'a> {
    scenario: &'a str,
    /// What was expected and what came, one for each expectation that failed.
    failures: Vec<String>,
}

impl Test {
    pub fn run(&self, as_json: bool) -> Result<Outcome, Stop> {
        let opened = Opened::open(&self.against.pack, as_json)?;
        if let Some(table) = &self.cases_for {
            return test_cases::run(&opened, table, self.against.now(), as_json);
        }
        if !self.against.pack.is_dir() {
            let problem = Problem::new("no-scenarios", "a program holds no scenarios");
            return Err(problem.help("name the folder of the pack that it was built from".to_owned()).into());
        }
        let scenarios = opened.scenarios.len();
        let failed: Vec<Failed> = opened
            .scenarios
            .iter()
            .map(|scenario| {
                let failures = Trial::run(scenario, &opened, self.against.now());
                Failed { scenario: &scenario.id, failures: failures.unwrap_or_else(|case| case) }
            })
            .filter(|failed| !failed.failures.is_empty())
            .collect();
        let outcome = if failed.is_empty() { Outcome::Fine } else { Outcome::Found };
        if as_json {
            output::data(&Results { scenarios, failed })?;
            return Ok(outcome);
        }
        for Failed { scenario, failures } in &failed {
            output::line(&format!("{WRONG}failed{WRONG:#} {STRESS}{}{STRESS:#}", Plain(scenario)))?;
            failures.iter().try_for_each(|failure| output::line(&format!("  {}", Plain(failure))))?;
        }
        let summary = count(scenarios, "scenario");
        output::line(&match failed.len() {
            _ if scenarios == 0 => "the pack has no scenarios; `docs/RULES.md` shows how to write one".to_owned(),
            0 => format!("{GOOD}{summary}, all as expected{GOOD:#}"),
            failed => format!("{WRONG}{summary}, {failed} failed{WRONG:#}"),
        })?;
        Ok(outcome)
    }
}

/// A scenario's expectations held against its plan.
struct Trial<'a> {
    opened: &'a Opened,
    plan: Plan<'a>,
    failures: Vec<String>,
}

impl<'a> Trial<'a> {
    /// Every expectation that failed; as an error, what is wrong with the case.
    fn run(scenario: &Scenario, opened: &'a Opened, now: i64) -> Result<Vec<String>, Vec<String>> {
        let entries = scenario.case.iter().map(|(name, given)| (name.clone(), given.clone()));
        let case = case::read(entries, opened.pack(), now)
            .map_err(|errors| errors.iter().map(|error| format!("the case: {error}")).collect::<Vec<_>>())?;
        let mut trial = Trial { opened, plan: plan::recommend(&opened.engine, &case), failures: Vec::new() };
        let Expectation { recommend, never, avoid, skip, order, values, with, settled } = &scenario.expect;
        recommend.iter().for_each(|action| trial.is_done(action));
        never.iter().for_each(|action| trial.is_never_done(action));
        avoid.iter().for_each(|action| trial.is_avoided(action));
        skip.iter().for_each(|step| trial.is_skipped(step));
        order.iter().for_each(|(first, second)| trial.stands_before(first, second));
        values.iter().for_each(|(name, given)| trial.decides(&case, name, given));
        with.iter().for_each(|(action, parameters)| trial.sets(action, parameters));
        settled.iter().for_each(|settled| trial.is_settled(settled));
        Ok(trial.failures)
    }

    fn action(&self, id: &str) -> Option<&PlannedAction<'_>> {
        self.plan.steps.iter().flat_map(|step| &step.actions).find(|action| action.id == id)
    }

    fn expect(&mut self, holds: bool, failure: impl FnOnce() -> String) {
        if !holds {
            self.failures.push(failure());
        }
    }

    fn is_done(&mut self, id: &str) {
        let status = self.action(id).map(|action| action.status);
        self.expect(status == Some(Status::Certain), || match status {
            Some(Status::Undetermined) => format!("expected `{id}` to be certain; it is undetermined"),
            Some(_) => format!("expected `{id}` to be certain; it is only possible"),
            None => format!("expected `{id}` to be certain; it is not in the plan"),
        });
    }

    fn is_never_done(&mut self, id: &str) {
        let status = self.action(id).map(|action| action.status);
        self.expect(status.is_none(), || match status {
            Some(Status::Certain) => format!("expected the plan to do without `{id}`; it is certain"),
            _ => format!("expected the plan to do without `{id}`; it is possible"),
        });
    }

    fn is_avoided(&mut self, id: &str) {
        let avoided = self.plan.avoid.iter().any(|avoid| avoid.id == id && avoid.status == Status::Certain);
        self.expect(avoided, || format!("expected `{id}` among what to avoid; it is not there for certain"));
    }

    fn is_skipped(&mut self, id: &str) {
        let skipped = self.plan.steps.iter().any(|step| step.step == id && step.skipped.is_some());
        self.expect(skipped, || format!("expected the step `{id}` to be left out; it is not"));
    }

    /// The places in the plan of an action, or of all actions of a step, counted from 0.
    fn places(&self, id: &str) -> Vec<usize> {
        let actions = self.plan.steps.iter().flat_map(|step| step.actions.iter().map(move |action| (step, action)));
        let named = actions.enumerate().filter(|(_, (step, action))| action.id == id || step.step == id);
        named.map(|(place, _)| place).collect()
    }

    fn stands_before(&mut self, first: &str, second: &str) {
        let (before, after) = (self.places(first), self.places(second));
        let holds = before.iter().max().zip(after.iter().min()).is_some_and(|(last, earliest)| last < earliest);
        self.expect(holds, || match (before.is_empty(), after.is_empty()) {
            (true, _) => format!("expected `{first}` before `{second}`; `{first}` is not in the plan"),
            (_, true) => format!("expected `{first}` before `{second}`; `{second}` is not in the plan"),
            _ => format!("expected `{first}` before `{second}`; it stands after"),
        });
    }

    fn decides(&mut self, case: &case::Case, name: &str, given: &Given) {
        let pack = self.opened.pack();
        let kind = pack.name(name).map(|name| pack.type_of(name));
        let came = match plan::decide(&self.opened.engine, case, name) {
            Ok(decision) => decision.value,
            Err(_) => return self.failures.push(format!("expected a value of `{name}`; the pack has no such thing")),
        };
        self.is_value(name, kind, given, Some(&came));
    }

    fn sets(&mut self, action: &str, parameters: &BTreeMap<String, Given>) {
        for (parameter, given) in parameters {
            let declared = self.opened.pack().parameters.iter().find(|declared| declared.id == *parameter);
            let with = self.action(action).and_then(|action| action.with.0.iter().find(|(id, _)| id == parameter));
            let came = with.map(|(_, shown)| shown.clone());
            self.is_value(
                &format!("{action}.{parameter}"),
                declared.map(|declared| &declared.kind),
                given,
                came.as_ref(),
            );
        }
    }

    /// Whether a value came as it was written.
    fn is_value(&mut self, what: &str, kind: Option<&Type>, given: &Given, came: Option<&Shown>) {
        let pack = self.opened.pack();
        let expected = kind.and_then(|kind| shown(what, kind, given, pack));
        let holds = expected.is_some() && expected.as_ref() == came;
        self.expect(holds, || {
            let said = |shown: Option<&Shown>| shown.map_or_else(|| "nothing".to_owned(), |of| words(of, kind, pack));
            match &expected {
                Some(expected) => format!("expected `{what}` to be {}; it is {}", said(Some(expected)), said(came)),
                None => format!("expected something of `{what}` that it cannot be; it is {}", said(came)),
            }
        });
    }

    fn is_settled(&mut self, expected: &str) {
        let came = match self.plan.settled {
            Settled::Yes => "yes",
            Settled::UnderAssumptions => "under assumptions",
            Settled::Open => "open",
        };
        self.expect(came == expected, || format!("expected the plan's `settled` to be `{expected}`; it is `{came}`"));
    }
}

/// What somebody wrote, as a plan shows it; `None` if it is no value of the type.
fn shown(what: &str, kind: &Type, given: &Given, pack: &Pack) -> Option<Shown> {
    match (kind, given) {
        (_, Given::Text(text)) if text == "none" => Some(Shown::text(text)),
        (Type::Role, Given::Text(role)) => Some(Shown::text(role)),
        (Type::Several(_), _) => case::value_of(what, kind, given).ok().map(|value| Shown::value(&value, kind, pack)),
        // The result of a table whose hit policy gives lists.
        (_, Given::List(list)) => {
            list.iter().map(|item| shown(what, kind, item, pack)).collect::<Option<_>>().map(Shown::List)
        }
        _ => case::value_of(what, kind, given).ok().map(|value| Shown::value(&value, kind, pack)),
    }
}
