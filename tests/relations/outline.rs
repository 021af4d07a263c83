//! What a plan comes to, in the terms in which two are compared.

use std::collections::{BTreeMap, BTreeSet};

use amends::case::Case;
use amends::engine::Engine;
use amends::model::{Type, value};
use amends::plan::{self, Plan, Shown, Status};

/// What a plan comes to, for comparing it with another.
#[derive(Debug)]
pub struct Outline {
    /// The actions that are there for certain, in order.
    pub done: Vec<String>,
    /// In minutes, by action.
    pub due: BTreeMap<String, i64>,
    pub who: BTreeMap<String, String>,
    pub avoided: BTreeSet<String>,
    /// In cents; absent while several sums are possible.
    pub amount: Option<i64>,
    pub form: String,
}

impl Outline {
    pub fn of(plan: &Plan) -> Self {
        let actions = || plan.steps.iter().flat_map(|step| &step.actions).filter(|of| of.status == Status::Certain);
        let set = |parameter: &'static str| {
            actions().filter_map(move |action| {
                let (_, shown) = action.with.0.iter().find(|(id, _)| id == parameter)?;
                match shown {
                    Shown::Text(text) => Some((action.id.to_owned(), text.clone())),
                    _ => None,
                }
            })
        };
        let minutes = |(action, text): (String, String)| Some((action, value::duration(&text).ok()?));
        let pays = plan.compensation.as_ref().expect("the core pack pays");
        let money = Type::Money { decimals: 2, min: 0, max: i64::MAX };
        Outline {
            done: actions().map(|action| action.id.to_owned()).collect(),
            due: set("due").filter_map(minutes).collect(),
            who: set("who").collect(),
            avoided: plan.avoid.iter().map(|avoided| avoided.id.to_owned()).collect(),
            amount: match &pays.amount {
                Shown::Text(text) => value::parse_scalar(text, &money).ok(),
                _ => None,
            },
            form: format!("{:?}", pays.form),
        }
    }

    pub fn has(&self, action: &str) -> bool {
        self.done.iter().any(|done| done == action)
    }
}

pub fn recommend(engine: &Engine, case: &Case) -> Outline {
    Outline::of(&plan::recommend(engine, case))
}
