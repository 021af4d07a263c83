//! How a value comes to what it is: its formula with what that reads, what the formula gives by itself, and the ends and the
//! rounding that it goes through after that.

use amends::case::Case;
use amends::engine::Engine;
use amends::model::{
    Bound, Cell, Clause, Condition, Definition, Derived, DerivedId, End as Against, Formula, Grounds, Name, Pack,
    Rounding, Test, Type, ValueDefinition, When,
};
use amends::plan::{Entries, Holds, Shown};
use serde::Serialize;

use super::super::formulas::{Read, Writer, mode};
use super::known::{Known, each_read};

/// A value's way from its formula.
#[derive(Serialize)]
pub struct Reckoning {
    /// With what it reads by id.
    pub formula: String,
    /// What the formula reads, in written order, settings too.
    pub reads: Entries<Shown>,
    /// What it gives before any end binds and before rounding; with six more decimals than the value where it has them.
    pub gives: Shown,
    /// Whether it has more decimals than that.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub about: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_most: Option<End>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<End>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub round: Option<Rounded>,
    /// The formula with the value of each name behind it.
    #[serde(skip)]
    pub filled: String,
    /// Whether there is more to it than a name or a figure.
    #[serde(skip)]
    pub is_worked_out: bool,
}

/// The most or least that a value may be.
#[derive(Serialize)]
pub struct End {
    pub formula: String,
    pub value: Shown,
    /// Whether it is what the value comes to instead of what the formula gives.
    pub binds: Holds,
    #[serde(skip)]
    pub filled: String,
    #[serde(skip)]
    pub is_worked_out: bool,
}

#[derive(Serialize)]
pub struct Rounded {
    pub mode: &'static str,
    pub step: String,
}

/// A pack that has, beside each value asked for, the parts of its way as values of their own: what they come to is asked of
/// the engine, as everything is.
pub struct Parts {
    engine: Engine,
}

impl Parts {
    pub fn of<'n>(engine: &Engine, names: impl Iterator<Item = &'n str>) -> Self {
        let mut pack = engine.pack.clone();
        for name in names {
            add_parts(&mut pack, name);
        }
        Parts { engine: Engine::new(pack, engine.hash.clone()) }
    }

    /// `None` for what is no value by formula.
    pub fn reckoning(&self, case: &Case, id: &str) -> Option<Reckoning> {
        let pack = &self.engine.pack;
        let derived = pack.derived.iter().find(|derived| derived.id == id)?;
        let Definition::Value(value) = &derived.definition else { return None };
        let known = Known { engine: &self.engine, case };
        let plain = |read| known.id(read).to_owned();
        let filled = |read| known.named(read);
        let written = |formula: &Formula, named: &dyn Fn(Read) -> String| {
            Writer { pack, named }.formula(formula, Some(&derived.kind))
        };
        let end = |formula: &Option<Formula>, part: &str| {
            formula.as_ref().map(|formula| End {
                formula: written(formula, &plain),
                value: trimmed(known.decided(&format!("{id}.{part}")), derived.kind.decimals()),
                binds: holds(&known.decided(&format!("{id}.{part}.binds"))),
                filled: written(formula, &filled),
                is_worked_out: is_worked_out(formula),
            })
        };
        let mut reads: Vec<(String, Shown)> = Vec::new();
        each_read(&value.formula, &mut |read| {
            let id = known.id(read);
            if !reads.iter().any(|(own, _)| own == id) {
                reads.push((id.to_owned(), known.value(read)));
            }
        });
        let gives = trimmed(known.decided(&format!("{id}.shown")), derived.kind.decimals());
        Some(Reckoning {
            formula: written(&value.formula, &plain),
            reads: Entries(reads),
            about: known.decided(&format!("{id}.exact")) == Shown::Undetermined && gives != Shown::Undetermined,
            gives,
            at_most: end(&value.at_most, "at_most"),
            at_least: end(&value.at_least, "at_least"),
            round: value.round.as_ref().map(|(own, step)| Rounded { mode: mode(*own), step: written(step, &plain) }),
            filled: written(&value.formula, &filled),
            is_worked_out: is_worked_out(&value.formula),
        })
    }
}

/// Ids of a pack have no dots, so those of parts are free.
fn add_parts(pack: &mut Pack, id: &str) {
    let Some(derived) = pack.derived.iter().find(|derived| derived.id == id).cloned() else { return };
    let Definition::Value(value) = &derived.definition else { return };
    let mut add = |part: &str, kind: &Type, definition: Definition| {
        let id = format!("{id}.{part}");
        pack.derived.push(Derived {
            title: id.clone(),
            id,
            kind: kind.clone(),
            optional: derived.optional,
            definition,
        });
        Name::Derived(DerivedId::at(pack.derived.len().saturating_sub(1)))
    };
    let (wide, step) = widened(&derived.kind);
    let by = |formula: &Formula, at_most: Option<&Formula>, round: Option<Formula>| {
        Definition::Value(Box::new(ValueDefinition {
            formula: formula.clone(),
            at_most: at_most.cloned(),
            at_least: None,
            round: round.map(|step| (Rounding::HalfEven, step)),
            grounds: Grounds::default(),
        }))
    };
    let formula = add("exact", &wide, by(&value.formula, None, None));
    add("shown", &wide, by(&value.formula, None, step.clone()));
    let capped = match &value.at_most {
        Some(bound) => {
            let at_most = add("at_most", &wide, by(bound, None, step.clone()));
            add("at_most.binds", &Type::YesNo, is_above(formula, at_most));
            add("capped", &wide, by(&value.formula, Some(bound), None))
        }
        None => formula,
    };
    if let Some(bound) = &value.at_least {
        let at_least = add("at_least", &wide, by(bound, None, step));
        add("at_least.binds", &Type::YesNo, is_above(at_least, capped));
    }
}

fn is_above(of: Name, other: Name) -> Definition {
    let low = Some(Bound { end: Against::Name(other), inclusive: false });
    let cell = Cell { of, tests: vec![Test::Range { low, high: None }], text: String::new() };
    let when = When(vec![Clause(vec![cell])]);
    Definition::Condition(Condition { when, unless: When::never(), grounds: Grounds::default() })
}

/// So many more decimals are shown of what a formula gives than its value has.
const MORE_DECIMALS: u8 = 6;
/// With a billion before the point, as much as a scalar holds.
const MOST_DECIMALS: u8 = 8;

/// A type without ends that binds nothing, and the step that what is shown of it is a multiple of.
fn widened(kind: &Type) -> (Type, Option<Formula>) {
    let decimals = |own: u8| own.saturating_add(MORE_DECIMALS).min(MOST_DECIMALS.max(own));
    let most = |decimals: u8| Type::MOST_NUMBER.saturating_mul(10_i64.saturating_pow(u32::from(decimals)));
    let step = |decimals: u8| Some(Formula::Constant { digits: 1, decimals });
    match kind {
        Type::Number { decimals: own, unit, .. } => {
            let decimals = decimals(*own);
            let (min, max) = (most(decimals).saturating_neg(), most(decimals));
            (Type::Number { decimals, unit: unit.clone(), min, max }, step(decimals))
        }
        Type::Money { decimals: own, .. } => {
            let decimals = decimals(*own);
            (Type::Money { decimals, min: most(decimals).saturating_neg(), max: most(decimals) }, step(decimals))
        }
        Type::Duration { .. } => (Type::Duration { min: -Type::MOST_DURATION, max: Type::MOST_DURATION }, step(0)),
        Type::Date { .. } => (Type::NOW, None),
        other => (other.clone(), None),
    }
}

/// A figure without the zeros at its end that its value's type has no place for.
fn trimmed(shown: Shown, decimals: u8) -> Shown {
    let each = |list: Vec<Shown>| list.into_iter().map(|item| trimmed(item, decimals)).collect();
    match shown {
        Shown::Text(text) => Shown::Text(without_zeros(&text, decimals)),
        Shown::Values(values) => Shown::Values(each(values)),
        Shown::Interval { low, high, outer, none } => {
            let (low, high) = (Box::new(trimmed(*low, decimals)), Box::new(trimmed(*high, decimals)));
            Shown::Interval { low, high, outer, none }
        }
        other => other,
    }
}

fn without_zeros(text: &str, decimals: u8) -> String {
    let Some((whole, fraction)) = text.split_once('.') else { return text.to_owned() };
    let kept = fraction.trim_end_matches('0').len().max(usize::from(decimals));
    match fraction.get(..kept) {
        Some("") => whole.to_owned(),
        Some(fraction) => format!("{whole}.{fraction}"),
        None => text.to_owned(),
    }
}

fn holds(shown: &Shown) -> Holds {
    match shown {
        Shown::YesNo(true) => Holds::Always,
        Shown::YesNo(false) => Holds::Never,
        Shown::Undetermined => Holds::Undetermined,
        _ => Holds::Sometimes,
    }
}

fn is_worked_out(formula: &Formula) -> bool {
    !matches!(formula, Formula::Constant { .. } | Formula::Name(_) | Formula::Setting(_))
}
