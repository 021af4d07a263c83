//! The plan of a complete case, element by element.

use std::collections::{BTreeMap, BTreeSet};

use amends::model::{
    ActionId, Definition, DerivedId, Entry, Name, Pack, ParameterId, RoleId, Rule, StepId, Type, Value, Wins,
};

use crate::evaluation::{Conflict, Evaluation, Outcome};
use crate::formula::{Amount, fit};
use crate::order::order;
use crate::reads::Reads;
use crate::truth::Truth;

/// What plans are made of (P10).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Element {
    Action(ActionId),
    Parameter(ActionId, ParameterId),
    /// The first stands before the second.
    Order(ActionId, ActionId),
    Skip(StepId),
    Avoid(ActionId),
    Form,
    Amount,
    Approval,
    Conflict(Conflict),
}

/// What a plan has of an element.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Has {
    Undetermined,
    Present,
    /// The value; several where a parameter's settings are at odds.
    Values(Vec<Value>),
    /// An approval that no role can give.
    Nobody,
}

/// The elements that a plan has; what is not in it, it lacks.
pub type Plan = BTreeMap<Element, Has>;

impl Element {
    /// The element in a rule author's ids, such as `parameter:offer_a_call.due`.
    pub fn key(&self, pack: &Pack) -> String {
        let action = |action: &ActionId| pack.actions[action.index()].id.as_str();
        match self {
            Element::Action(id) => format!("action:{}", action(id)),
            Element::Parameter(id, parameter) => {
                format!("parameter:{}.{}", action(id), pack.parameters[parameter.index()].id)
            }
            Element::Order(first, second) => format!("order:{}<{}", action(first), action(second)),
            Element::Skip(step) => format!("skip:{}", pack.steps[step.index()].id),
            Element::Avoid(id) => format!("avoid:{}", action(id)),
            Element::Form => "compensation.form".to_owned(),
            Element::Amount => "compensation.amount".to_owned(),
            Element::Approval => "compensation.approval".to_owned(),
            Element::Conflict(conflict) => format!("conflict:{}:{}", conflict.place, conflict.rows.join(",")),
        }
    }

    /// W6: whether it is an element of this step.
    pub fn is_of(&self, step: StepId, pack: &Pack) -> bool {
        let of = |action: &ActionId| pack.actions[action.index()].step == step;
        match self {
            Element::Action(action) | Element::Avoid(action) | Element::Parameter(action, _) => of(action),
            Element::Order(first, second) => of(first) && of(second),
            Element::Skip(skipped) => *skipped == step,
            Element::Form | Element::Amount | Element::Approval | Element::Conflict(_) => false,
        }
    }
}

/// The plan of a complete case.
pub fn plan(evaluation: &Evaluation) -> Plan {
    let pack = evaluation.pack;
    let rules: Vec<(&Rule, Truth)> = pack.rules.iter().map(|rule| (rule, holds(rule, evaluation))).collect();
    let mut planning = Planning { evaluation, rules, plan: Plan::new() };
    planning.conflicts_of_what_is_read();
    planning.avoid();
    let present = planning.actions();
    planning.skip();
    for action in pack_actions(pack) {
        planning.parameters(action);
    }
    planning.order(&present);
    planning.compensation();
    planning.plan
}

/// R1, R2: what is outside its validity does not exist.
fn holds(rule: &Rule, evaluation: &Evaluation) -> Truth {
    let (from, until) = (rule.grounds.valid_from, rule.grounds.valid_until);
    let exists = from.is_none_or(|from| from <= evaluation.now) && until.is_none_or(|until| evaluation.now <= until);
    Truth::from(exists).and(evaluation.holds(&rule.when, &rule.unless))
}

fn pack_actions(pack: &Pack) -> impl Iterator<Item = ActionId> {
    (0..pack.actions.len()).map(ActionId::at)
}

struct Planning<'a> {
    evaluation: &'a Evaluation<'a>,
    rules: Vec<(&'a Rule, Truth)>,
    plan: Plan,
}

impl<'a> Planning<'a> {
    fn any(&self, concludes: impl Fn(&Rule) -> bool) -> Truth {
        Truth::any(self.rules.iter().filter(|(rule, _)| concludes(rule)).map(|(_, holds)| *holds))
    }

    fn note(&mut self, element: Element, truth: Truth) {
        match truth {
            Truth::False => {}
            Truth::Undetermined => drop(self.plan.insert(element, Has::Undetermined)),
            Truth::True => drop(self.plan.insert(element, Has::Present)),
        }
    }

    fn conflict(&mut self, place: &str, rows: Vec<String>) {
        self.note(Element::Conflict(Conflict { place: place.to_owned(), rows }), Truth::True);
    }

    /// P1: some rule that holds has it in `do`, and none in `avoid`.
    fn wanted(&self, action: ActionId) -> Truth {
        self.any(|rule| rule.recommend.contains(&action)).and(self.any(|rule| rule.avoid.contains(&action)).negated())
    }

    /// S5: a rule that holds skips it, and no `must` action of it would be in the plan.
    fn skipped(&self, step: StepId) -> Truth {
        let actions = &self.evaluation.pack.actions;
        let must = pack_actions(self.evaluation.pack)
            .filter(|action| actions[action.index()].must && actions[action.index()].step == step);
        self.any(|rule| rule.skip.contains(&step)).and(Truth::any(must.map(|action| self.wanted(action))).negated())
    }

    fn avoid(&mut self) {
        for action in pack_actions(self.evaluation.pack) {
            self.note(Element::Avoid(action), self.any(|rule| rule.avoid.contains(&action)));
        }
    }

    fn skip(&mut self) {
        for step in (0..self.evaluation.pack.steps.len()).map(StepId::at) {
            self.note(Element::Skip(step), self.skipped(step));
        }
    }

    /// The present actions, in default order.
    fn actions(&mut self) -> Vec<ActionId> {
        let mut present = Vec::new();
        for action in pack_actions(self.evaluation.pack) {
            let step = self.evaluation.pack.actions[action.index()].step;
            let presence = self.wanted(action).and(self.skipped(step).negated());
            self.note(Element::Action(action), presence);
            if presence.is_true() {
                present.push(action);
            }
        }
        present
    }

    /// P2 to P5.
    fn parameters(&mut self, action: ActionId) {
        let Some(presence) = self.plan.get(&Element::Action(action)).cloned() else { return };
        for parameter in (0..self.evaluation.pack.parameters.len()).map(ParameterId::at) {
            let setting: Vec<(&'a Rule, &'a Entry, Truth)> = self
                .rules
                .iter()
                .filter(|(rule, holds)| rule.recommend.contains(&action) && *holds != Truth::False)
                .flat_map(|(rule, holds)| rule.with.iter().map(move |(set, entry)| (*rule, *set, entry, *holds)))
                .filter(|(_, set, _, _)| *set == parameter)
                .map(|(rule, _, entry, holds)| (rule, entry, holds))
                .collect();
            if setting.is_empty() {
                continue;
            }
            let element = Element::Parameter(action, parameter);
            let has = match presence {
                Has::Undetermined => Some(Has::Undetermined),
                _ => self.parameter(parameter, &setting),
            };
            if let Some(has) = has {
                self.plan.insert(element, has);
            }
        }
    }

    /// What the rules that set a parameter of a present action make of it; `None` where nothing is set after all.
    fn parameter(&mut self, id: ParameterId, setting: &[(&'a Rule, &'a Entry, Truth)]) -> Option<Has> {
        let pack = self.evaluation.pack;
        let parameter = &pack.parameters[id.index()];
        let mut undetermined = setting.iter().any(|(_, _, holds)| *holds == Truth::Undetermined);
        let mut set: Vec<(&Rule, Value)> = Vec::new();
        for (rule, entry, _) in setting.iter().filter(|(_, _, holds)| holds.is_true()) {
            match set_to(entry, &parameter.kind, self.evaluation) {
                Setting::Nothing => {}
                Setting::Value(value) => set.push((rule, value)),
                Setting::Undetermined => undetermined = true,
                Setting::Troubled => {
                    self.conflict(&parameter.id, vec![rule.id.clone()]);
                    undetermined = true;
                }
            }
        }
        if undetermined {
            return Some(Has::Undetermined);
        }
        let rank = |value: &Value| rank(value, &parameter.kind, pack);
        let values: BTreeSet<Value> = set.iter().map(|(_, value)| value.clone()).collect();
        match parameter.wins {
            Wins::Least => values.into_iter().min_by_key(rank).map(|value| Has::Values(vec![value])),
            // Of equals the first declared wins here too.
            Wins::Greatest => values.into_iter().rev().max_by_key(rank).map(|value| Has::Values(vec![value])),
            Wins::Conflict => {
                if values.len() > 1 {
                    self.conflict(&parameter.id, set.iter().map(|(rule, _)| rule.id.clone()).collect());
                }
                (!values.is_empty()).then(|| Has::Values(values.into_iter().collect()))
            }
        }
    }

    fn order(&mut self, present: &[ActionId]) {
        let demands: Vec<_> = self
            .rules
            .iter()
            .enumerate()
            .filter(|(_, (_, holds))| holds.is_true())
            .flat_map(|(at, (rule, _))| rule.demands.iter().map(move |demand| (at, *demand)))
            .collect();
        let (placed, cycles) = order(self.evaluation.pack, present, &demands);
        for (at, first) in placed.iter().enumerate() {
            for second in &placed[at + 1..] {
                self.note(Element::Order(*first, *second), Truth::True);
            }
        }
        for rules in cycles {
            let rows = rules.into_iter().map(|rule| self.rules[rule].0.id.clone()).collect();
            self.conflict("order", rows);
        }
    }

    /// P6 to P8.
    fn compensation(&mut self) {
        let Some(compensation) = &self.evaluation.pack.compensation else { return };
        let outcome = |derived: DerivedId| match self.evaluation.outcome(Name::Derived(derived)) {
            Outcome::Value(value) => Has::Values(vec![value]),
            Outcome::Undetermined => Has::Undetermined,
            Outcome::List(_) => panic!("no list is paid"),
        };
        let (amount, form) = (outcome(compensation.amount), compensation.form.map(outcome));
        let approval = match &amount {
            Has::Undetermined => Some(Has::Undetermined),
            Has::Values(values) => match values[..] {
                [Value::Scalar(sum)] => self.approval(sum),
                _ => None,
            },
            Has::Present | Has::Nobody => None,
        };
        if approval == Some(Has::Nobody) {
            self.conflict("authority", Vec::new());
        }
        self.plan.insert(Element::Amount, amount);
        self.plan.extend(form.map(|form| (Element::Form, form)));
        self.plan.extend(approval.map(|approval| (Element::Approval, approval)));
    }

    /// Who must approve a sum, if anybody.
    fn approval(&self, sum: i64) -> Option<Has> {
        let roles = &self.evaluation.pack.roles;
        if roles.is_empty() {
            return None;
        }
        let limit = |role: RoleId| roles[role.index()].may_give.unwrap_or(i64::MAX);
        let all = || (0..roles.len()).map(RoleId::at);
        let agent = self.evaluation.role.or_else(|| all().find(|role| roles[role.index()].id == "agent"));
        if sum <= agent.map_or(0, limit) {
            return None;
        }
        // `min_by_key` takes the first of equals, which is the first declared.
        let sufficient = all().filter(|role| sum <= limit(*role)).min_by_key(|role| limit(*role));
        Some(sufficient.map_or(Has::Nobody, |role| Has::Values(vec![Value::Scalar(i64::from(role.0))])))
    }

    /// P9.
    fn conflicts_of_what_is_read(&mut self) {
        for derived in Reads::of_plans(self.evaluation.pack) {
            let derives = &self.evaluation.pack.derived[derived.index()].definition;
            if matches!(derives, Definition::Condition(_)) {
                continue;
            }
            for conflict in self.evaluation.conflicts(derived) {
                self.note(Element::Conflict(conflict.clone()), Truth::True);
            }
        }
    }
}

enum Setting {
    /// `none` sets nothing.
    Nothing,
    Value(Value),
    Undetermined,
    Troubled,
}

fn set_to(entry: &Entry, kind: &Type, evaluation: &Evaluation) -> Setting {
    match entry {
        Entry::Value(Value::None) => Setting::Nothing,
        Entry::Value(value) => Setting::Value(value.clone()),
        Entry::Undecided => Setting::Troubled,
        Entry::Formula(formula) => match evaluation.amount(formula) {
            Amount::None => Setting::Nothing,
            Amount::Undetermined => Setting::Undetermined,
            Amount::Troubled => Setting::Troubled,
            Amount::Exact(amount) => {
                fit(&amount, kind).map_or(Setting::Troubled, |scalar| Setting::Value(Value::Scalar(scalar)))
            }
        },
    }
}

/// What `least` and `greatest` compare: of roles what they may give.
fn rank(value: &Value, kind: &Type, pack: &Pack) -> i64 {
    match (value, kind) {
        (Value::Scalar(role), Type::Role) => {
            let role = usize::try_from(*role).expect("a role");
            pack.roles[role].may_give.unwrap_or(i64::MAX)
        }
        (Value::Scalar(scalar), _) => *scalar,
        _ => 0,
    }
}
