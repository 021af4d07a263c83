//! What rules set of an action, and which of it counts.

use amends::case::Case;
use amends::engine::Engine;
use amends::model::{
    ActionId, Definition, Derived, Entry, Grounds, Pack, Parameter, ParameterId, Rule, Type, ValueDefinition, Wins,
};
use amends::plan::{self, Conflict, Entries, Holds, Plan, PlannedAction, Reason, Shown, Status};

use super::super::formulas::{Read, Writer};
use super::super::values;
use super::known::Known;
use super::told::ToldReason;

/// The parameters of an action, or the one that is asked for.
pub struct Parameters<'a> {
    known: Known<'a>,
    action: ActionId,
    asked: Option<ParameterId>,
    /// A pack in which what formulas set is a value with an id of its own.
    worked_out: Engine,
    /// The plan of the case.
    plan: Plan<'a>,
}

/// What a rule sets a parameter to.
struct Setting {
    parameter: String,
    value: Shown,
    /// With its parameter, and how it is worked out.
    words: String,
}

/// The setting that counts, and a rule whose it is.
struct Counting {
    value: Shown,
    by: String,
}

impl<'a> Parameters<'a> {
    /// Of `action` or `action.parameter`; `None` of anything else.
    pub fn of(engine: &'a Engine, case: &'a Case, element: &str) -> Option<Self> {
        let pack = &engine.pack;
        let (action, parameter) = match element.split_once('.') {
            Some((action, parameter)) => (action, Some(parameter)),
            None => (element, None),
        };
        let action = ActionId::at(pack.actions.iter().position(|own| own.id == action)?);
        let asked = match parameter {
            Some(id) => Some(ParameterId::at(pack.parameters.iter().position(|own| own.id == id)?)),
            None => None,
        };
        let mut of_formulas = pack.clone();
        for rule in pack.rules.iter().filter(|rule| rule.recommend.contains(&action)) {
            of_formulas.derived.extend(rule.with.iter().filter_map(|(id, entry)| as_value(pack, rule, *id, entry)));
        }
        let worked_out = Engine::new(of_formulas, engine.hash.clone());
        Some(Parameters {
            known: Known { engine, case },
            action,
            asked,
            worked_out,
            plan: plan::recommend(engine, case),
        })
    }

    /// What the plan has of the parameter that is asked for, and which of several settings that is.
    pub fn value(&self) -> Option<(Shown, String)> {
        let parameter = self.parameter(self.asked?)?;
        let Some(action) = self.planned() else {
            return Some((none(), "the action is not in the plan".to_owned()));
        };
        let value = action.with.0.iter().find(|(id, _)| *id == parameter.id).map(|(_, value)| value.clone());
        Some(match (value, parameter.wins) {
            (None, _) => (none(), "no rule that holds sets it".to_owned()),
            (Some(value), wins) => {
                let possibly = if action.status == Status::Certain { "" } else { "where the action is in the plan; " };
                (value, format!("{possibly}{}", which_counts(wins, &parameter.kind)))
            }
        })
    }

    /// Says of each rule what it sets, and whether another counts in its place.
    pub fn tell(&self, rules: &mut [ToldReason]) {
        let counting = self.counting(rules);
        for told in rules {
            let settings = self.set_by(&told.reason);
            if let (Some(counting), [setting]) = (&counting, settings.as_slice())
                && told.reason.holds != Holds::Never
                && is_single(&setting.value)
                && ![&counting.value, &none()].contains(&&setting.value)
            {
                told.is_beaten = true;
                told.remark = Some(format!("does not count beside what `{}` sets", counting.by));
            }
            told.gives_in_words = settings.iter().map(|setting| setting.words.clone()).collect();
            let gives = settings.into_iter().map(|setting| (setting.parameter, setting.value));
            told.gives = Entries(gives.collect());
        }
    }

    /// What the plan has of the parameter that is asked for, and a rule that certainly sets it, where one of several counts.
    fn counting(&self, rules: &[ToldReason]) -> Option<Counting> {
        let is_chosen = self.parameter(self.asked?)?.wins != Wins::Conflict && self.planned().is_some();
        let (value, _) = self.value().filter(|(value, _)| is_chosen && is_single(value))?;
        let sets = |told: &&ToldReason| {
            let mut settings = self.set_by(&told.reason).into_iter();
            told.reason.holds == Holds::Always && settings.any(|setting| setting.value == value)
        };
        let by = rules.iter().find(sets)?.reason.rule.clone();
        Some(Counting { value, by })
    }

    /// What the rule of a reason sets, in written order.
    fn set_by(&self, reason: &Reason) -> Vec<Setting> {
        let Some(rule) = self.pack().rules.iter().find(|rule| rule.id == reason.rule) else { return Vec::new() };
        let asked = rule.with.iter().filter(|(id, _)| self.asked.is_none_or(|asked| asked == *id));
        asked.filter_map(|(id, entry)| self.setting(rule, *id, entry)).collect()
    }

    /// The conflicts that rules are in over the parameter that is asked for.
    pub fn conflicts(&self, rules: &[Reason]) -> Vec<Conflict<'a>> {
        let Some(parameter) = self.asked.and_then(|asked| self.parameter(asked)) else { return Vec::new() };
        let is_own = |conflict: &&Conflict| {
            conflict.place == parameter.id
                && conflict.rows.iter().all(|row| rules.iter().any(|reason| reason.rule == *row))
        };
        self.plan.conflicts.iter().filter(is_own).cloned().collect()
    }

    fn planned(&self) -> Option<&PlannedAction<'a>> {
        let action = self.pack().actions.get(self.action.index())?;
        self.plan.steps.iter().flat_map(|step| &step.actions).find(|planned| planned.id == action.id)
    }

    fn setting(&self, rule: &Rule, id: ParameterId, entry: &Entry) -> Option<Setting> {
        let pack = self.pack();
        let parameter = self.parameter(id)?;
        let in_words = |value: &Shown| values::words(value, Some(&parameter.kind), pack);
        let (value, words) = match entry {
            Entry::Value(value) => {
                let value = Shown::value(value, &parameter.kind, pack);
                let words = in_words(&value);
                (value, words)
            }
            Entry::Undecided => (Shown::Undetermined, "undecided".to_owned()),
            Entry::Formula(formula) => {
                let worked_out = Known { engine: &self.worked_out, case: self.known.case };
                let value = worked_out.decided(&value_id(rule, parameter));
                let named = |read: Read| match read {
                    Read::Setting(_) => self.known.id(read).to_owned(),
                    read => self.known.named(read),
                };
                let formula = Writer { pack, named: &named }.formula(formula, Some(&parameter.kind));
                let words = format!("{formula} = {}", in_words(&value));
                (value, words)
            }
        };
        Some(Setting { words: format!("{} {words}", parameter.id), parameter: parameter.id.clone(), value })
    }

    fn parameter(&self, id: ParameterId) -> Option<&'a Parameter> {
        self.pack().parameters.get(id.index())
    }

    fn pack(&self) -> &'a Pack {
        &self.known.engine.pack
    }
}

/// Ids of a pack have no dots, so this one is free.
fn value_id(rule: &Rule, parameter: &Parameter) -> String {
    format!("{}.{}", rule.id, parameter.id)
}

/// What a rule sets a parameter to by a formula, as a value.
fn as_value(pack: &Pack, rule: &Rule, id: ParameterId, entry: &Entry) -> Option<Derived> {
    let (parameter, Entry::Formula(formula)) = (pack.parameters.get(id.index())?, entry) else { return None };
    let id = value_id(rule, parameter);
    let definition = Definition::Value(Box::new(ValueDefinition {
        formula: formula.clone(),
        at_most: None,
        at_least: None,
        round: None,
        grounds: Grounds::default(),
    }));
    Some(Derived { title: id.clone(), id, kind: parameter.kind.clone(), optional: true, definition })
}

fn is_single(shown: &Shown) -> bool {
    matches!(shown, Shown::Text(_) | Shown::Number(_) | Shown::YesNo(_))
}

fn none() -> Shown {
    Shown::Text("none".to_owned())
}

fn which_counts(wins: Wins, kind: &Type) -> &'static str {
    match (wins, kind) {
        (Wins::Conflict, _) => "rules that set different ones are in conflict",
        (Wins::Least, Type::Role) => "of several roles the one that may give least counts",
        (Wins::Greatest, Type::Role) => "of several roles the one that may give most counts",
        (Wins::Least, Type::Date { .. }) => "of several the earliest counts",
        (Wins::Greatest, Type::Date { .. }) => "of several the latest counts",
        (Wins::Least, Type::Level(_)) => "of several the lowest counts",
        (Wins::Greatest, Type::Level(_)) => "of several the highest counts",
        (Wins::Least, _) => "of several the least counts",
        (Wins::Greatest, _) => "of several the greatest counts",
    }
}
