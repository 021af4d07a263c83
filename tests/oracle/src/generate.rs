//! Random packs and cases, small enough to enumerate and rich enough to reach every sentence of the semantics.
//!
//! A seed makes the same pack and cases on every machine. What a pack may not be (ill typed, cyclic, an amount that does
//! not fit its decimals) is not made; `tests/coverage.rs` asserts what is.

mod cases;
mod cells;
mod formulas;
mod rules;
mod tables;

use amends::case::Case;
use amends::model::{Calendar, Currency, Fact, Name, Pack, Parameter, Role, Setting, Type, Value, When, Wins};
use fastrand::Rng;

use crate::build::{action, choices, fact, number, step};

/// The day that the cases of most packs are looked at: Thursday, 2024-10-03.
pub const TODAY: i64 = 20_000;

/// A pack and some cases of it, made from a seed.
pub fn generate(seed: u64) -> (Pack, Vec<Case>) {
    let mut generator = Generator::new(seed);
    generator.frame();
    generator.facts();
    generator.rules();
    generator.compensation();
    let cases = generator.cases();
    (generator.pack, cases)
}

struct Generator {
    random: Rng,
    /// Luck of its own for what is added to packs, so that whatever else is made of a seed stays as it is.
    aside: Rng,
    pack: Pack,
    /// What cells and formulas may read so far: facts whose `applies` is settled, and derived quantities.
    known: Vec<Known>,
}

/// A name that can be read.
#[derive(Clone, Copy)]
struct Known {
    name: Name,
    /// Whether it can be `none`.
    can_be_none: bool,
    /// Whether it rests on an `unknown` cell, which nothing that `applies` reads may (C4).
    tests_record: bool,
}

/// What something that is being written may read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// All that is known so far.
    Any,
    /// Nothing that rests on the record.
    World,
}

impl Generator {
    fn new(seed: u64) -> Self {
        Generator {
            random: Rng::with_seed(seed),
            aside: Rng::with_seed(!seed),
            pack: Pack::default(),
            known: Vec::new(),
        }
    }

    /// True in so many of a hundred.
    fn chance(&mut self, percent: u32) -> bool {
        self.random.u32(0..100) < percent
    }

    fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.random.usize(0..of.len())].clone()
    }

    /// What does not depend on facts: steps, actions, roles, parameters, settings, the calendar.
    fn frame(&mut self) {
        let pack = &mut self.pack;
        pack.id = "random".to_owned();
        pack.version = "1.0.0".to_owned();
        pack.language = "en".to_owned();
        pack.currency = Some(Currency { code: "EUR".to_owned(), decimals: 1 });
        pack.steps = ["understand", "fix", "close"].map(step).to_vec();
        pack.actions = (0..6).map(|at| action(&format!("a{at}"), at / 2)).collect();
        pack.settings = vec![
            Setting { value: Value::Scalar(2), ..setting("two", number(0, 9)) },
            Setting { value: Value::Scalar(15), ..setting("one_and_a_half_euros", money(0, 90)) },
        ];
        pack.parameters = vec![
            parameter("soonest", Type::Duration { min: 0, max: 9 }, Wins::Least),
            parameter("highest", Type::Level(choices(3)), Wins::Greatest),
            parameter("agreed", number(0, 4), Wins::Conflict),
            parameter("owner", Type::Role, Wins::Greatest),
        ];
        pack.calendar =
            Some(Calendar { working: 0b001_1111, holidays: vec![TODAY + 1], covers: (TODAY - 2, TODAY + 5) });
        for at in 0..self.pack.actions.len() {
            self.pack.actions[at].must = self.chance(15);
        }
        let limits = [None, Some(0), Some(5), Some(10), Some(20)];
        let ids = if self.chance(85) { ["agent", "lead", "head"] } else { ["clerk", "lead", "head"] };
        if self.chance(85) {
            self.pack.roles = ids
                .iter()
                .map(|id| Role { id: (*id).to_owned(), title: String::new(), may_give: self.pick(&limits) })
                .collect();
        } else {
            self.pack.parameters.pop();
        }
    }

    /// Facts, in an order of dependency that is not the declared one, with derived quantities between them.
    fn facts(&mut self) {
        let mut most = if self.chance(10) { 2_000 } else { 300 };
        let mut facts: Vec<Fact> = Vec::new();
        while facts.len() < 6 {
            let (kind, values) = self.fact_kind();
            let optional = self.chance(20);
            let values = values + usize::from(optional);
            if values > most {
                break;
            }
            most /= values;
            facts.push(Fact { optional, ..fact(&format!("f{}", facts.len()), kind) });
        }
        self.pack.facts = facts;
        let mut order: Vec<usize> = (0..self.pack.facts.len()).collect();
        self.random.shuffle(&mut order);
        for (at, fact) in order.into_iter().enumerate() {
            self.settle_fact(fact, at > 0);
            if self.chance(60) {
                self.derive();
            }
        }
        for _ in 0..self.random.usize(1..3) {
            self.derive();
        }
    }

    /// A type with few values, and how many.
    fn fact_kind(&mut self) -> (Type, usize) {
        let few = self.random.usize(2..4);
        let last = i64::try_from(few).expect("few");
        match self.random.u32(0..20) {
            0..=3 => (Type::YesNo, 2),
            4..=5 => (Type::Choice(choices(few)), few),
            6..=7 => (Type::Level(choices(3)), 3),
            8..=9 => (Type::Several(choices(2)), 4),
            10..=14 => (number(0, last + 1), few + 2),
            15..=16 => (money(5, 5 + 2 * last), 1 + 2 * few),
            17 => (Type::Duration { min: 0, max: last }, few + 1),
            _ => (Type::Date { min: TODAY - 1, max: TODAY - 1 + last }, few + 1),
        }
    }

    fn settle_fact(&mut self, at: usize, after_others: bool) {
        let applies = if after_others && self.chance(35) { self.when(Reading::World) } else { When::always() };
        let can_be_none = self.pack.facts[at].optional || applies != When::always();
        let default = self.chance(25).then(|| self.fact_value(at));
        let usual = self.chance(20).then(|| self.usual(at));
        let never_asked = self.chance(10);
        let from = self.pick(&[amends::model::From::Ticket, amends::model::From::Agent, amends::model::From::Customer]);
        let fact = &mut self.pack.facts[at];
        (fact.applies, fact.default, fact.usual, fact.from) = (applies, default, usual, from);
        if never_asked {
            fact.ask = None;
        }
        self.known.push(Known { name: crate::build::name(at), can_be_none, tests_record: false });
    }

    /// A value of the fact, or `none` where it is optional.
    fn fact_value(&mut self, at: usize) -> Value {
        if self.pack.facts[at].optional && self.chance(30) {
            return Value::None;
        }
        match self.pack.facts[at].kind.range() {
            Some((min, max)) => Value::Scalar(self.random.i64(min..=max)),
            None => Value::Set(self.random.u64(0..4)),
        }
    }
}

fn money(min: i64, max: i64) -> Type {
    Type::Money { decimals: 1, min, max }
}

fn setting(id: &str, kind: Type) -> Setting {
    Setting { id: id.to_owned(), title: String::new(), kind, value: Value::None, grounds: Default::default() }
}

fn parameter(id: &str, kind: Type, wins: Wins) -> Parameter {
    Parameter { id: id.to_owned(), title: String::new(), kind, wins }
}
