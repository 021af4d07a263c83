use super::*;
use crate::model::{
    Action, ActionId, Cell, Choice, Clause, Condition, DEEPEST, Definition, Derived, DerivedId, End, Entry, Fact,
    FactId, Formula, From, Grounds, Hit, Name, Row, Rule, Step, StepId, Table, TableId, Test, Type, Value,
    ValueDefinition, When,
};

fn cell(of: Name, tests: Vec<Test>) -> When {
    When(vec![Clause(vec![Cell { of, tests, text: String::new() }])])
}

fn yes(of: Name) -> When {
    cell(of, vec![Test::Is(End::Constant(1))])
}

fn fact(id: &str, kind: Type) -> Fact {
    Fact {
        id: id.to_owned(),
        title: id.to_owned(),
        kind,
        ask: Some(format!("{id}?")),
        from: From::Agent,
        applies: When::always(),
        optional: false,
        default: None,
        sensitive: false,
        usual: None,
        grounds: Grounds::default(),
    }
}

fn derived(id: &str, kind: Type, definition: Definition) -> Derived {
    Derived { id: id.to_owned(), title: id.to_owned(), kind, optional: false, definition }
}

fn value(formula: Formula) -> Definition {
    let grounds = Grounds::default();
    Definition::Value(Box::new(ValueDefinition { formula, at_most: None, at_least: None, round: None, grounds }))
}

const LATE: Name = Name::Fact(FactId(0));
const WAITED: Name = Name::Fact(FactId(1));
const ANGRY: Name = Name::Derived(DerivedId(0));
const PERCENT: Name = Name::Derived(DerivedId(1));

/// Two facts, a condition, a table, a value and a rule, each reading what comes before it.
fn pack() -> Pack {
    let number = Type::Number { decimals: 0, unit: None, min: 0, max: 100 };
    let choices = ["no", "yes", "very"].map(|id| Choice { id: id.to_owned(), title: String::new() }).to_vec();
    let row = |when, otherwise, entry| Row {
        id: None,
        when,
        unless: When::never(),
        otherwise,
        entries: vec![entry],
        grounds: Grounds::default(),
    };
    let action = Action {
        id: "apologise".to_owned(),
        title: "Apologise".to_owned(),
        step: StepId(0),
        justice: Vec::new(),
        must: false,
        kind: None,
        say: None,
        grounds: Grounds::default(),
    };
    Pack {
        id: "small".to_owned(),
        steps: vec![Step { id: "apologise".to_owned(), title: "Apologise".to_owned() }],
        facts: vec![
            fact("late", Type::Level(choices)),
            Fact { applies: yes(LATE), ..fact("waited", Type::Duration { min: 0, max: 1_000 }) },
        ],
        derived: vec![
            derived(
                "angry",
                Type::YesNo,
                Definition::Condition(Condition {
                    when: cell(WAITED, vec![Test::Not(vec![Test::None])]),
                    unless: When::never(),
                    grounds: Grounds::default(),
                }),
            ),
            derived("percent", number.clone(), Definition::Output { table: TableId(0), column: 0 }),
            derived("share", number, value(Formula::Negate(Box::new(Formula::Name(PERCENT))))),
        ],
        tables: vec![Table {
            id: "percents".to_owned(),
            title: String::new(),
            hit: Hit::Unique,
            when: When::always(),
            dated_by: Name::Now,
            inputs: vec![ANGRY],
            outputs: vec![DerivedId(1)],
            rows: vec![
                row(yes(ANGRY), false, Entry::Value(Value::Scalar(50))),
                row(When::always(), true, Entry::Undecided),
            ],
            grounds: Grounds::default(),
        }],
        actions: vec![action],
        rules: vec![Rule {
            id: "say_sorry".to_owned(),
            when: yes(ANGRY),
            unless: When::never(),
            recommend: vec![ActionId(0)],
            avoid: Vec::new(),
            with: Vec::new(),
            demands: Vec::new(),
            skip: Vec::new(),
            grounds: Grounds::default(),
        }],
        ..Pack::default()
    }
}

fn code(bytes: &[u8]) -> &'static str {
    load(bytes).expect_err("no program").code
}

/// A header that vouches for whatever follows it.
fn vouched(body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).expect("a small body").to_le_bytes();
    [&MAGIC[..], &VERSION.to_le_bytes(), &length, &hash::of(body).to_be_bytes(), body].concat()
}

/// A body that nobody held against the rules for packs.
fn encoded(pack: &Pack) -> Vec<u8> {
    let mut writer = Writer::default();
    pack.write(&mut writer);
    writer.finish()
}

#[test]
fn a_pack_survives_the_way_to_bytes_and_back() {
    let bytes = write(&pack()).expect("a program");
    let program = load(&bytes).expect("a program");
    assert_eq!(program.pack, pack());
    assert_eq!(write(&program.pack), Ok(bytes.clone()), "the same pack, the same bytes");
    assert_eq!(program.hash, format!("{:032x}", hash::of(&bytes[HEADER..])));
}

#[test]
fn damage_of_each_kind_has_its_code_and_place() {
    let bytes = write(&pack()).expect("a program");
    assert_eq!(code(b""), "truncated");
    assert_eq!(code(b"AMEN"), "truncated");
    assert_eq!(code(b"PK\x03\x04"), "not-a-program");
    assert_eq!(code(b"{\"facts\": [1, 2, 3, 4, 5, 6, 7, 8, 9]}"), "not-a-program");
    for end in 0..bytes.len() {
        let error = load(&bytes[..end]).expect_err("cut short");
        assert_eq!((error.code, error.position), ("truncated", Some(end)));
    }
    assert_eq!(code(&[&bytes[..], b"\0"].concat()), "damaged");
    assert_eq!(code(&vec![0; LONGEST_PROGRAM + 1]), "too-long");
    let mut other = bytes.clone();
    other[6] = 9;
    assert_eq!(code(&other), "another-version");
    assert_eq!(load(&vouched(b"")).expect_err("empty").position, Some(HEADER));
    let longer = vouched(&[&bytes[HEADER..], b"\0"].concat());
    assert_eq!((code(&longer), load(&longer).expect_err("more").position), ("malformed", Some(bytes.len())));
}

#[test]
fn no_single_flipped_bit_goes_unnoticed() {
    let bytes = write(&pack()).expect("a program");
    for at in 0..bytes.len() * 8 {
        let mut flipped = bytes.clone();
        flipped[at / 8] ^= 1 << (at % 8);
        let code = code(&flipped);
        assert!(["not-a-program", "another-version", "truncated", "damaged"].contains(&code), "bit {at}: {code}");
    }
}

#[test]
fn bytes_that_somebody_forged_are_refused_or_consistent() {
    let bytes = write(&pack()).expect("a program");
    let body = &bytes[HEADER..];
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 1).unwrap_or(0)
    };
    let mut refused = [0, 0];
    for _ in 0..20_000 {
        let mut forged = body.to_vec();
        for _ in 0..=random() % 3 {
            let at = random() % forged.len();
            forged[at] = [0, 1, 0x7f, 0xff, random().to_le_bytes()[0]][random() % 5];
        }
        match load(&vouched(&forged)) {
            Ok(program) => assert!(write(&program.pack).is_ok()),
            Err(error) => refused[usize::from(error.code == "inconsistent")] += 1,
        }
    }
    assert!(refused.iter().all(|count| *count > 100), "both guards are reached: {refused:?}");
}

#[test]
fn absurd_lengths_and_depths_end_early() {
    let absurd = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01];
    assert_eq!(code(&vouched(&absurd)), "malformed");

    let deep = |levels: u16| {
        let negated = (1..levels).fold(Formula::Name(PERCENT), |formula, _| Formula::Negate(Box::new(formula)));
        let mut pack = pack();
        pack.derived[2].definition = value(negated);
        pack
    };
    let program = write(&deep(DEEPEST)).expect("as deep as may be");
    assert!(load(&program).is_ok());
    assert_eq!(write(&deep(DEEPEST + 1)).expect_err("too deep").code, "inconsistent");
    assert_eq!(code(&vouched(&encoded(&deep(DEEPEST + 1)))), "inconsistent");

    // Far deeper than any stack, one byte a level.
    let shallow = encoded(&deep(3));
    let deeper = encoded(&deep(4));
    let at = shallow.iter().zip(&deeper).position(|(a, b)| a != b).expect("another negation");
    let bottomless = [&deeper[..at], &vec![deeper[at - 1]; 1_000_000], &deeper[at..]].concat();
    assert_eq!(code(&vouched(&bottomless)), "malformed");
}

#[test]
fn what_the_engine_could_not_rely_on_is_refused() {
    let refused = |change: fn(&mut Pack), fault: &str| {
        let mut changed = pack();
        change(&mut changed);
        let error = write(&changed).expect_err(fault);
        assert_eq!(error.code, "inconsistent");
        assert!(error.message.contains(fault), "{error} does not say: {fault}");
        assert_eq!(code(&vouched(&encoded(&changed))), "inconsistent");
    };
    refused(|pack| pack.rules[0].recommend = vec![ActionId(7)], "rule `say_sorry` names an action that is not there");
    refused(|pack| pack.actions[0].step = StepId(1), "belongs to no step");
    refused(|pack| pack.rules[0].when = yes(Name::Derived(DerivedId(3))), "reads something before it is known");
    refused(|pack| pack.derived.swap(0, 2), "reads something before it is known");
    refused(|pack| pack.tables[0].inputs = vec![PERCENT], "reads something before it is known");
    let itself = |pack: &mut Pack| pack.tables[0].rows[0].entries = vec![Entry::Formula(Formula::Name(PERCENT))];
    refused(itself, "reads something before it is known");
    refused(|pack| pack.tables[0].outputs = vec![DerivedId(0)], "is not an output of its table");
    refused(|pack| pack.tables[0].rows[0].entries.clear(), "has a row with too few or too many entries");
    refused(|pack| pack.tables[0].rows[0].entries.push(Entry::Undecided), "has a row with too few or too many entries");
    refused(|pack| pack.tables[0].hit = Hit::Collect, "reads a table whose result is a list");
    refused(|pack| pack.tables[0].dated_by = LATE, "is dated by something other than a date");
    refused(|pack| pack.facts[0].default = Some(Value::Scalar(3)), "has a value that is not of its type");
    refused(|pack| pack.facts[0].kind = Type::Level(Vec::new()), "has no values");
    refused(|pack| pack.facts[1].kind = Type::Duration { min: 1, max: 0 }, "has nothing between its bounds");
    refused(|pack| pack.facts[0].applies = yes(LATE), "fact `late` applies or not depending on itself");
    refused(|pack| pack.facts[0].applies = yes(ANGRY), "applies or not depending on itself");
    refused(|pack| pack.facts[0].applies = cell(PERCENT, vec![Test::None]), "applies or not depending on itself");
    refused(|pack| pack.rules[0].when = cell(LATE, Vec::new()), "has a cell without tests");
    refused(|pack| pack.rules[0].when = cell(LATE, vec![Test::Is(End::Name(WAITED))]), "compares values of two types");
    refused(|pack| pack.rules[0].when = cell(LATE, vec![Test::Is(End::Constant(3))]), "a value that is not there");
    refused(|pack| pack.rules[0].when = cell(ANGRY, vec![Test::Unknown]), "something derived is unknown");
}
