//! Random rule sets like those that the budgets are set for: 24 facts (8 yes-no, 8 choices of 4 to 8 values, 8 numbers
//! from 0 to 100) and two to four cells a rule. The same seed gives the same rules and cases everywhere.

pub mod interviews;

use amends::engine::matcher::Matcher;
use amends::model::{
    Bound, Cell, Choice, Clause, End, Fact, FactId, From, Grounds, Name, Pack, Rule, Test, Type, Value, When,
};

/// How many rules the budgets speak of.
pub const SIZES: [usize; 3] = [100, 1_000, 10_000];

const GREATEST_NUMBER: i64 = 100;

/// A pack of so many rules.
pub fn pack(rules: usize) -> Pack {
    let mut random = fastrand::Rng::with_seed(rules as u64);
    let mut pack = Pack { id: "benchmark".to_owned(), version: "1".to_owned(), facts: facts(), ..Pack::default() };
    pack.rules = (0..rules).map(|at| rule(&mut random, &pack, at)).collect();
    pack
}

/// Complete cases: by fact, its scalar.
pub fn cases(pack: &Pack, count: usize) -> Vec<Vec<i64>> {
    let mut random = fastrand::Rng::with_seed(24);
    let mut scalar = |fact: &Fact| random.i64(0..=greatest(fact));
    (0..count).map(|_| pack.facts.iter().map(&mut scalar).collect()).collect()
}

/// The pack's rules, compiled.
pub fn matcher(pack: &Pack) -> Matcher {
    let rules: Vec<_> = pack.rules.iter().map(|rule| (&rule.when, &rule.unless)).collect();
    Matcher::new(pack, &rules)
}

/// A case of [`cases`], encoded.
pub fn encoded(matcher: &Matcher, pack: &Pack, case: &[i64]) -> Vec<u16> {
    let values: Vec<Option<Value>> = case.iter().map(|scalar| Some(Value::Scalar(*scalar))).collect();
    let mut encoded = Vec::new();
    matcher.encode(&values, &values, pack, &mut encoded);
    encoded
}

fn facts() -> Vec<Fact> {
    let choices = |count: usize| -> Vec<Choice> {
        (0..count).map(|at| Choice { id: format!("v{at}"), title: String::new() }).collect()
    };
    let kind = |at: usize| match at {
        0..8 => Type::YesNo,
        8..16 => Type::Choice(choices(4 + at % 5)),
        _ => Type::Number { decimals: 0, unit: None, min: 0, max: GREATEST_NUMBER },
    };
    let fact = |at: usize| Fact {
        id: format!("f{at}"),
        title: String::new(),
        kind: kind(at),
        ask: None,
        from: From::Agent,
        applies: When::always(),
        optional: false,
        default: None,
        sensitive: false,
        usual: None,
        grounds: Grounds::default(),
    };
    (0..24).map(fact).collect()
}

fn greatest(fact: &Fact) -> i64 {
    fact.kind.range().map_or(0, |(_, greatest)| greatest)
}

fn rule(random: &mut fastrand::Rng, pack: &Pack, at: usize) -> Rule {
    let mut facts: Vec<usize> = (0..pack.facts.len()).collect();
    random.shuffle(&mut facts);
    let count = random.usize(2..=4);
    let cells = facts.into_iter().take(count).map(|fact| cell(random, pack, fact)).collect();
    Rule {
        id: format!("r{at}"),
        when: When(vec![Clause(cells)]),
        unless: When::never(),
        recommend: vec![],
        avoid: vec![],
        with: vec![],
        demands: vec![],
        skip: vec![],
        grounds: Grounds::default(),
    }
}

/// One value of a yes-no, one or two of a choice, a half-open or closed interval of a number.
fn cell(random: &mut fastrand::Rng, pack: &Pack, fact: usize) -> Cell {
    let greatest = pack.facts.get(fact).map_or(0, greatest);
    let is = |scalar| Test::Is(End::Constant(scalar));
    let tests = match greatest {
        1 => vec![is(random.i64(0..=1))],
        GREATEST_NUMBER => {
            let bound = |scalar| Some(Bound { end: End::Constant(scalar), inclusive: true });
            let (low, high) = match random.u8(0..3) {
                0 => (bound(random.i64(1..=greatest)), None),
                1 => (None, bound(random.i64(0..greatest))),
                _ => {
                    let low = random.i64(0..=greatest);
                    (bound(low), bound(random.i64(low..=greatest)))
                }
            };
            vec![Test::Range { low, high }]
        }
        _ => {
            let first = random.i64(0..=greatest);
            let second = random.i64(0..=greatest);
            if random.bool() || first == second { vec![is(first)] } else { vec![is(first), is(second)] }
        }
    };
    Cell { of: Name::Fact(FactId::at(fact)), tests, text: String::new() }
}
