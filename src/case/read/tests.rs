use super::*;
use crate::model::{Cell, Choice, Clause, End, From, Grounds, Name, Role, Test, Value, When};

fn choices(ids: &[&str]) -> Vec<Choice> {
    ids.iter().map(|id| Choice { id: (*id).to_owned(), title: String::new() }).collect()
}

fn fact(id: &str, kind: Type) -> Fact {
    Fact {
        id: id.to_owned(),
        title: id.to_owned(),
        kind,
        ask: None,
        from: From::Agent,
        applies: When::always(),
        optional: false,
        default: None,
        sensitive: false,
        usual: None,
        grounds: Grounds::default(),
    }
}

/// A pack with a fact of each type, named after it.
fn pack() -> Pack {
    let promised =
        Cell { of: Name::Fact(FactId::at(0)), tests: vec![Test::Is(End::Constant(1))], text: "yes".to_owned() };
    Pack {
        facts: vec![
            fact("promised", Type::YesNo),
            fact("anger", Type::Level(choices(&["calm", "annoyed", "angry", "furious"]))),
            fact("failure", Type::Several(choices(&["late", "rude", "broken"]))),
            fact("contacts", Type::Number { decimals: 0, unit: None, min: 0, max: 100 }),
            fact("share", Type::Number { decimals: 2, unit: None, min: -1_000, max: 1_000 }),
            fact("waited", Type::Duration { min: 0, max: 1_000_000 }),
            fact("price", Type::Money { decimals: 2, min: 0, max: 1_000_000 }),
            fact("bought", Type::NOW),
            fact("said", Type::Text),
            Fact {
                applies: When(vec![Clause(vec![promised])]),
                ..fact("promised_wait", Type::Duration { min: 0, max: 1_000_000 })
            },
            Fact { optional: true, ..fact("notice", Type::Number { decimals: 0, unit: None, min: 0, max: 9 }) },
        ],
        roles: ["agent", "lead"].map(|id| Role { id: id.to_owned(), title: String::new(), may_give: None }).to_vec(),
        ..Pack::default()
    }
}

fn text(text: &str) -> Given {
    Given::Text(text.to_owned())
}

fn number(text: &str) -> Given {
    Given::Number(text.to_owned())
}

fn list(items: &[&str]) -> Given {
    Given::List(items.iter().map(|item| text(item)).collect())
}

fn value_of(name: &str, given: Given) -> Option<Value> {
    let pack = pack();
    let case = read([(name.to_owned(), given.clone())], &pack, 0);
    let case = case.unwrap_or_else(|errors| panic!("{name} {given:?}: {errors:?}"));
    let Some(Name::Fact(fact)) = pack.name(name) else { panic!("no fact {name}") };
    case.value(fact).cloned()
}

fn error_of(name: &str, given: Given) -> CaseError {
    let mut errors = read([(name.to_owned(), given)], &pack(), 0).expect_err("an error");
    assert_eq!(errors.len(), 1, "{errors:?}");
    errors.remove(0)
}

#[test]
fn every_type_reads_what_people_and_programs_write() {
    for (name, given, scalar) in [
        ("promised", Given::YesNo(true), 1),
        ("promised", text("no"), 0),
        ("anger", text("angry"), 2),
        ("contacts", number("3"), 3),
        ("contacts", number("3.0"), 3),
        ("contacts", text("3"), 3),
        ("contacts", number("1e1"), 10),
        ("contacts", number("1.0E+2"), 100),
        ("share", number("0.10"), 10),
        ("share", number("-1e-2"), -1),
        ("share", number("1.25e0"), 125),
        ("waited", text("1 h 30 min"), 90),
        ("waited", text("PT90M"), 90),
        ("price", number("49.99"), 4_999),
        ("price", text("49.90"), 4_990),
        ("bought", text("1970-01-02"), 1),
        ("promised_wait", text("8 weeks"), 80_640),
    ] {
        assert_eq!(value_of(name, given.clone()), Some(Value::Scalar(scalar)), "{name} {given:?}");
    }
    assert_eq!(value_of("failure", list(&["rude", "late", "late"])), Some(Value::Set(0b11)));
    assert_eq!(value_of("failure", list(&[])), Some(Value::Set(0)));
    assert_eq!(value_of("said", text(" <b>hello</b>")), Some(Value::Text("<b>hello</b>".to_owned())));
}

#[test]
fn null_is_unknown_and_none_is_not() {
    assert_eq!(value_of("anger", Given::Null), None);
    assert_eq!(value_of("notice", text("none")), Some(Value::None));
    assert_eq!(value_of("promised_wait", text("none")), Some(Value::None));
    assert_eq!(error_of("anger", text("none")).code, "never-none");
    assert_eq!(value_of("said", text("none")), Some(Value::Text("none".to_owned())), "a text says what it says");
}

#[test]
fn a_wrong_value_names_the_fact_and_what_was_expected() {
    for (name, given, code, message) in [
        ("promised", text("maybe"), "wrong-type", "`promised` is `maybe`; expected `yes` or `no`"),
        ("promised", number("1"), "wrong-type", "`promised` is the number `1`; expected `true` or `false`"),
        (
            "anger",
            text("angyr"),
            "not-declared",
            "`anger` is `angyr`; expected one of `calm`, `annoyed`, `angry`, `furious`",
        ),
        (
            "anger",
            Given::YesNo(true),
            "wrong-type",
            "`anger` is `true`; expected one of `calm`, `annoyed`, `angry`, `furious`",
        ),
        (
            "failure",
            list(&["late", "rood"]),
            "not-declared",
            "`failure` is `rood`; expected one of `late`, `rude`, `broken`",
        ),
        (
            "failure",
            text("late"),
            "wrong-type",
            "`failure` is `late`; expected a list of its values, complete, `[]` where none of them holds",
        ),
        ("contacts", text("many"), "wrong-type", "`contacts` is `many`; expected a whole number"),
        ("contacts", number("1.5"), "too-fine", "`contacts` is the number `1.5`; expected a whole number"),
        ("contacts", number("-1"), "out-of-bounds", "`contacts` is the number `-1`; expected a value from 0 to 100"),
        (
            "contacts",
            number("1e99999999999"),
            "out-of-bounds",
            "`contacts` is the number `1e99999999999`; expected a value from 0 to 100",
        ),
        (
            "price",
            number("99999999999999999999"),
            "out-of-bounds",
            "`price` is the number `99999999999999999999`; expected a value from 0.00 to 10000.00",
        ),
        ("price", number("0.001"), "too-fine", "`price` is the number `0.001`; expected at most 2 decimals"),
        (
            "waited",
            number("90"),
            "wrong-type",
            "`waited` is the number `90`; expected a text with units such as `90 min`, `2 days` or `PT1H30M`",
        ),
        (
            "waited",
            text("2 months"),
            "wrong-type",
            "`waited` is `2 months`; months and years have no fixed length; write days or weeks",
        ),
        ("bought", text("2026-02-30"), "wrong-type", "`bought` is `2026-02-30`; expected a date such as `2026-04-01`"),
        ("said", Given::Other("an object"), "wrong-type", "`said` is an object; expected a text"),
        ("now", text("tomorrow"), "wrong-type", "`now` is `tomorrow`; expected a date such as `2026-04-01`"),
        ("role", text("laed"), "not-declared", "`role` is `laed`; expected one of `agent`, `lead`"),
    ] {
        let error = error_of(name, given);
        assert_eq!((error.code, error.message.as_str(), error.fact.as_str()), (code, message, name));
    }
    assert_eq!(error_of("anger", text("angyr")).help.as_deref(), Some("did you mean `angry`?"));
    assert_eq!(error_of("angre", text("angry")).help.as_deref(), Some("did you mean `anger`?"));
    assert_eq!(error_of("said", text(&"a".repeat(LONGEST_TEXT + 1))).code, "too-long");
    let long = error_of(&"x".repeat(1_000_000), Given::Null);
    assert!(long.message.len() < 200 && long.fact.len() < 200);
}

#[test]
fn the_frame_holds_date_role_and_what_nobody_knows() {
    let entries =
        [("declined", list(&["waited", "anger", "waited"])), ("role", text("lead")), ("now", text("2026-04-01"))];
    let case = read(entries.map(|(name, given)| (name.to_owned(), given)), &pack(), 7).expect("a case");
    assert_eq!(case.now, crate::model::date::parse("2026-04-01").expect("a date"));
    assert_eq!(case.role, Some(RoleId::at(1)));
    assert_eq!(case.declined, [FactId::at(1), FactId::at(5)]);
    assert_eq!(read([], &pack(), 7).expect("a case").now, 7);
    assert_eq!(error_of("declined", list(&["angre"])).help.as_deref(), Some("did you mean `anger`?"));

    let mut with_role = pack();
    with_role.facts.push(fact("role", Type::YesNo));
    let case = read([("role".to_owned(), Given::YesNo(true))], &with_role, 7).expect("a case");
    assert_eq!((case.role, case.given.last()), (None, Some(&Some(Value::Scalar(1)))), "the pack's own fact goes first");
}

#[test]
fn all_errors_are_told_at_once_and_in_order() {
    let entries = [("contacts", number("-1")), ("anger", text("calm")), ("angre", Given::Null), ("anger", Given::Null)];
    let errors = read(entries.map(|(name, given)| (name.to_owned(), given)), &pack(), 0).expect_err("errors");
    assert_eq!(
        errors.iter().map(|error| error.code).collect::<Vec<_>>(),
        ["out-of-bounds", "unknown-name", "given-twice"]
    );

    let strangers = (0..1_000_000).map(|at| (format!("stranger_{at}"), Given::Null));
    let errors = read(strangers, &pack(), 0).expect_err("errors");
    assert_eq!(errors.len(), MOST_ERRORS + 1);
    assert_eq!(errors.last().map(|error| error.code), Some("too-many-errors"));
}
