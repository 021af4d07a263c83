//! A pack with a fact of each kind that cells look at; rules over them and cases of them at random.

use crate::model::{
    Bound, Cell, Choice, Clause, End, Fact, FactId, From, Grounds, Name, Pack, Setting, SettingId, Test, Type, Value,
    When,
};

/// A pack of six facts, one of each kind that cells can look at, some of which can be `none`.
pub fn pack() -> Pack {
    let choices = |count: usize| -> Vec<Choice> {
        let choice = |at| Choice { id: format!("v{at}"), title: String::new() };
        (0..count).map(choice).collect()
    };
    let number = Type::Number { decimals: 0, unit: None, min: -3, max: 12 };
    let kinds = [
        Type::YesNo,
        Type::Choice(choices(4)),
        Type::Several(choices(3)),
        Type::Level(choices(5)),
        number.clone(),
        Type::Duration { min: 0, max: 9 },
    ];
    let fact = |(at, kind)| Fact {
        id: format!("f{at}"),
        title: String::new(),
        kind,
        ask: None,
        from: From::Agent,
        applies: When::always(),
        optional: at % 2 == 1,
        default: None,
        sensitive: false,
        usual: None,
        grounds: Grounds::default(),
    };
    let setting = Setting {
        id: "s".to_owned(),
        title: String::new(),
        kind: number,
        value: Value::Scalar(2),
        grounds: Grounds::default(),
    };
    Pack { facts: kinds.into_iter().enumerate().map(fact).collect(), settings: vec![setting], ..Pack::default() }
}

pub fn values(fact: &Fact) -> Vec<Value> {
    let mut values: Vec<Value> = match fact.kind.range() {
        Some((min, max)) => (min..=max).map(Value::Scalar).collect(),
        None => (0..8).map(Value::Set).collect(),
    };
    values.extend(fact.optional.then_some(Value::None));
    values
}

fn random_end(random: &mut fastrand::Rng, kind: &Type, names: bool) -> End {
    match random.u8(0..12) {
        0 => End::Setting(SettingId(0)),
        1 if names => End::Name(Name::Now),
        _ => {
            let (min, max) = kind.range().unwrap_or((0, 2));
            End::Constant(random.i64(min..=max))
        }
    }
}

fn random_test(random: &mut fastrand::Rng, kind: &Type, names: bool) -> Test {
    let bound = |random: &mut fastrand::Rng| {
        random.bool().then(|| Bound { end: random_end(random, kind, names), inclusive: random.bool() })
    };
    match random.u8(0..10) {
        0 => Test::None,
        1 => Test::Unknown,
        2 => Test::Not(vec![Test::Unknown]),
        3 => Test::Not((0..random.u8(1..3)).map(|_| Test::Is(random_end(random, kind, names))).collect()),
        4 => Test::Any,
        5 | 6 if !matches!(kind, Type::Several(_)) => Test::Range { low: bound(random), high: bound(random) },
        _ => Test::Is(random_end(random, kind, names)),
    }
}

pub fn random_when(random: &mut fastrand::Rng, pack: &Pack, clauses: usize, names: bool) -> When {
    let cell = |random: &mut fastrand::Rng| {
        let fact = random.usize(0..pack.facts.len());
        let kind = &pack.facts[fact].kind;
        let tests = (0..random.u8(1..3)).map(|_| random_test(random, kind, names)).collect();
        Cell { of: Name::Fact(FactId::at(fact)), tests, text: String::new() }
    };
    When((0..clauses).map(|_| Clause((0..random.u8(0..4)).map(|_| cell(random)).collect())).collect())
}

pub fn random_rules(random: &mut fastrand::Rng, pack: &Pack, count: usize, names: bool) -> Vec<(When, When)> {
    let mut rule = || {
        let (alternatives, exceptions) = ([0, 1, 1, 1, 2][random.usize(0..5)], [0, 0, 1, 2][random.usize(0..4)]);
        (random_when(random, pack, alternatives, names), random_when(random, pack, exceptions, names))
    };
    (0..count).map(|_| rule()).collect()
}

/// Some values, of which the case gave some.
pub fn random_case(random: &mut fastrand::Rng, pack: &Pack) -> (Vec<Value>, Vec<bool>) {
    let value = |fact| values(fact)[random.usize(0..values(fact).len())].clone();
    let values = pack.facts.iter().map(value).collect();
    (values, pack.facts.iter().map(|_| random.u8(0..4) > 0).collect())
}
