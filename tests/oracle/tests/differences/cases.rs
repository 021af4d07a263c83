//! All cases that two packs have in common, one by one, and what the oracle says of each.

use std::collections::BTreeMap;

use amends::case::Case;
use amends::difference::{PlanChange, Seen, Subject};
use amends::model::{FactId, Pack, RoleId, Type, Value};
use amends::plan::Shown;
use oracle::complete::domain;
use oracle::generate::TODAY;
use oracle::plan::{Plan, plan};
use oracle::{Element, Has, World};

/// Packs with more cases than this are passed over.
const LIMIT: usize = 250;

/// A value for every fact, whether it applies or not, and whether it is recorded.
#[derive(Debug, Clone)]
pub struct Raw {
    values: Vec<Value>,
    recorded: Vec<bool>,
}

/// All of them, each as likely as any other; `None` if there are too many.
pub fn every(pack: &Pack) -> Option<Vec<Raw>> {
    let mut all = vec![Raw { values: Vec::new(), recorded: Vec::new() }];
    for (at, fact) in pack.facts.iter().enumerate() {
        let values: Vec<Value> = domain(&fact.kind, fact.optional).collect();
        let is_tested = oracle::record_is_tested(pack, FactId::at(at));
        let known: &[bool] = if is_tested { &[false, true] } else { &[false] };
        let with = |raw: &Raw, value: &Value, is_known: bool| {
            let mut raw = raw.clone();
            raw.values.push(value.clone());
            raw.recorded.push(is_known);
            raw
        };
        all = all
            .iter()
            .flat_map(|raw| values.iter().map(move |value| (raw, value)))
            .flat_map(|(raw, value)| known.iter().map(move |is_known| with(raw, value, *is_known)))
            .collect();
        if all.len() > LIMIT {
            return None;
        }
    }
    Some(all)
}

/// What a plan has of each element, by its name in a rule author's ids.
type Plain = BTreeMap<String, Seen>;

/// A pack, and its plan of every case for each role that may hold it, first of all for whoever holds it by default.
pub struct Planned<'a> {
    pub pack: &'a Pack,
    plans: Vec<Vec<Plan>>,
}

impl<'a> Planned<'a> {
    pub fn of(pack: &'a Pack, raw: &[Raw]) -> Self {
        let roles = || std::iter::once(None).chain((0..pack.roles.len()).map(|at| Some(RoleId::at(at))));
        let plans = raw.iter().map(|raw| {
            let world = settled(pack, raw);
            let of = |role| {
                let case = Case { role, ..Case::empty(pack.facts.len(), TODAY) };
                plan(&world.evaluation(pack, &case))
            };
            roles().map(of).collect()
        });
        Planned { pack, plans: plans.collect() }
    }
}

/// Two packs over their cases in common.
pub struct Both<'a> {
    pub old: &'a Planned<'a>,
    pub new: &'a Planned<'a>,
}

impl Both<'_> {
    /// In how many cases the plans differ, whoever of the roles holds them.
    pub fn differing(&self) -> usize {
        let all = self.old.plans.iter().zip(&self.new.plans);
        let differ = |(old, new): &(&Vec<Plan>, &Vec<Plan>)| {
            old.iter()
                .zip(new.iter())
                .any(|(old, new)| self.plain(self.old.pack, old) != self.plain(self.new.pack, new))
        };
        all.filter(differ).count()
    }

    /// In how many cases a change is so; `None` of what is not looked at one by one.
    pub fn counted(&self, change: &PlanChange) -> Option<usize> {
        let key = match &change.subject {
            Subject::Action { action } => format!("action:{action}"),
            Subject::Avoid { action } => format!("avoid:{action}"),
            Subject::Skip { step } => format!("skip:{step}"),
            Subject::Parameter { action, parameter } => format!("parameter:{action}.{parameter}"),
            Subject::Amount => "compensation.amount".to_owned(),
            Subject::Form => "compensation.form".to_owned(),
            Subject::Approval { .. } => "compensation.approval".to_owned(),
            _ => return None,
        };
        let role = match &change.subject {
            Subject::Approval { roles } => self.old.pack.roles.iter().position(|role| roles.first() == Some(&role.id)),
            _ => None,
        };
        let holder = role.map_or(0, |role| role + 1);
        if change.before == Seen::Formula || change.after == Seen::Formula {
            return None;
        }
        let is_so = |(old, new): &(&Vec<Plan>, &Vec<Plan>)| {
            let (before, after) = (self.plain(self.old.pack, &old[holder]), self.plain(self.new.pack, &new[holder]));
            if let Subject::Parameter { action, .. } = &change.subject
                && before.get(&format!("action:{action}")) != after.get(&format!("action:{action}"))
            {
                return false;
            }
            let of = |plain: &Plain| plain.get(&key).cloned().unwrap_or(Seen::Absent);
            (of(&before), of(&after)) == (change.before.clone(), change.after.clone())
        };
        Some(self.old.plans.iter().zip(&self.new.plans).filter(is_so).count())
    }

    fn plain(&self, pack: &Pack, plan: &Plan) -> Plain {
        plan.iter().map(|(element, has)| (self.key(element, pack), seen(element, has, pack))).collect()
    }

    /// An element's name; conflicts at tables and values that only one pack has are all one.
    fn key(&self, element: &Element, pack: &Pack) -> String {
        let Element::Conflict(conflict) = element else { return element.key(pack) };
        let has = |pack: &Pack| {
            let of_derived = pack.derived.iter().any(|derived| derived.id == conflict.place);
            of_derived || pack.tables.iter().any(|table| table.id == conflict.place)
        };
        if has(self.old.pack) != has(self.new.pack) {
            return "conflict elsewhere".to_owned();
        }
        let mut rows: Vec<&str> = conflict.rows.iter().map(|row| row.strip_prefix("renamed_").unwrap_or(row)).collect();
        rows.sort_unstable();
        format!("conflict:{}:{}", conflict.place, rows.join(","))
    }
}

/// The case as a pack sees it: what does not apply is `none`.
fn settled(pack: &Pack, raw: &Raw) -> World {
    let mut world =
        World { values: raw.values.clone(), applies: vec![true; pack.facts.len()], recorded: raw.recorded.clone() };
    let case = Case::empty(pack.facts.len(), TODAY);
    // As often as there are facts: what decides whether one applies may hang on others that do not.
    for _ in 0..pack.facts.len() {
        for at in 0..pack.facts.len() {
            let applies = world.evaluation(pack, &case).applies(FactId::at(at));
            world.applies[at] = applies;
            world.values[at] = if applies { raw.values[at].clone() } else { Value::None };
        }
    }
    world
}

/// What a plan has of an element, as a difference tells it.
fn seen(element: &Element, has: &Has, pack: &Pack) -> Seen {
    let kind = match element {
        Element::Parameter(_, parameter) => pack.parameters[parameter.index()].kind.clone(),
        Element::Approval => Type::Role,
        Element::Amount => compensation(pack, |own| own.amount),
        Element::Form => compensation(pack, |own| own.form.expect("a form")),
        _ => Type::YesNo,
    };
    match has {
        Has::Present => Seen::Present,
        Has::Undetermined => Seen::Undetermined,
        Has::Nobody => Seen::Value(Shown::text("none")),
        Has::Values(values) => match values.as_slice() {
            [single] => Seen::Value(Shown::value(single, &kind, pack)),
            several => Seen::Value(Shown::List(several.iter().map(|own| Shown::value(own, &kind, pack)).collect())),
        },
    }
}

fn compensation(pack: &Pack, of: impl Fn(&amends::model::Compensation) -> amends::model::DerivedId) -> Type {
    let own = pack.compensation.as_ref().expect("a pack that pays");
    pack.derived[of(own).index()].kind.clone()
}

/// The elements of a case's plan over its completions, by their names.
pub fn elements(pack: &Pack, case: &Case) -> BTreeMap<String, Vec<Option<Seen>>> {
    let answer = oracle::ask(pack, case, 20_000).expect("a small pack");
    let plain = |element: &Element| element.key(pack).replace("renamed_", "");
    let of = |element: &Element, has: &Option<Has>| has.as_ref().map(|has| seen(element, has, pack));
    answer
        .elements
        .iter()
        .map(|(element, all)| (plain(element), all.iter().map(|has| of(element, has)).collect()))
        .collect()
}
