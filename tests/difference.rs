//! What is told of packs with planted differences, and of true refactorings.
#![cfg(feature = "author")]
#![expect(clippy::expect_used, reason = "a test may stop where its own data is wrong")]

use amends::difference::{Difference, FactChange, Seen, Side, Stands, Subject, Verdict, compare};
use amends::engine::Engine;
use amends::model::date;
use amends::pack::{self, Source};
use amends::plan::Shown;

const FRAME: &str = r#"
[pack]
id = "sample"
version = "1.0.0"
language = "en"
currency = "EUR"
steps = ["understand", "pay"]

[[role]]
id = "agent"
may_give = 50

[[role]]
id = "lead"

[[parameter]]
id = "due"
type = "duration"
wins = "least"

[[fact]]
id = "waited"
type = "duration"
min = "0 min"
max = "10 days"
ask = "How long?"

[[fact]]
id = "price"
type = "money"
min = 0
max = 1000
ask = "What did it cost?"

[[fact]]
id = "loss"
type = "money"
min = 0
max = 1000
ask = "What did they lose?"

[[fact]]
id = "anger"
type = "level"
values = ["calm", "annoyed", "angry"]
ask = "How angry?"

[[fact]]
id = "number"
type = "number"
min = 1
max = 1000000000
ask = "Which ticket?"

[[action]]
id = "listen"
step = "understand"

[[action]]
id = "call"
step = "understand"

[[action]]
id = "give"
step = "pay"
"#;

const RULES: &str = r#"
[[rule]]
id = "always"
do = ["listen"]
because = "Always."

[[rule]]
id = "call_the_angry"
when = { anger = ">= annoyed", waited = "> 30 min" }
do = ["call"]
with = { due = "2 h" }
because = "They wait no longer."

[[table]]
id = "sized"
outputs = [{ id = "percent", type = "number", min = 0, max = 100 }]
because = "By what they waited."
rows = """
waited          | anger || percent
< 1 h           | -     || 0
[1 h..2 h)      | -     || 20
>= 2 h          | calm  || 20
>= 2 h          | not(calm) || 50
"""

[[value]]
id = "amount"
type = "money"
formula = "(price + loss) * percent / 100"
at_most = "price"
round = "half-up 0.01"
because = "A share."

[[rule]]
id = "give_what_is_due"
when = { amount = "> 0" }
do = ["give"]
because = "Due."

[compensation]
amount = "amount"
"#;

fn engine(rules: &str) -> Engine {
    engine_of(FRAME, rules)
}

fn engine_of(frame: &str, rules: &str) -> Engine {
    let files =
        [("pack.toml".to_owned(), frame.as_bytes().to_vec()), ("rules.toml".to_owned(), rules.as_bytes().to_vec())];
    let reading = pack::read(&Source { files: files.into() }, &|_| None);
    Engine::new(reading.pack.expect("a pack without mistakes"), String::new())
}

/// What an edit does that writes one text for another.
fn after(from: &str, to: &str) -> Difference {
    let new = RULES.replacen(from, to, 1);
    assert_ne!(new, RULES, "the text is there");
    difference(&engine(RULES), &engine(&new))
}

fn difference(old: &Engine, new: &Engine) -> Difference {
    compare(old, new, date::parse("2026-04-01").expect("a date"))
}

fn action(id: &str) -> Subject {
    Subject::Action { action: id.to_owned() }
}

#[test]
fn what_only_reads_otherwise_is_proved_to_be_the_same() {
    for (from, to) in [
        // Rows of a unique table in another order, and in one row what stood in two.
        (
            "< 1 h           | -     || 0\n[1 h..2 h)      | -     || 20",
            "[1 h..2 h)      | -     || 20\n[0 min..60 min) | -     || 0",
        ),
        (
            "[1 h..2 h)      | -     || 20\n>= 2 h          | calm  || 20",
            "[1 h..2 h) | not(calm) || 20\n>= 1 h | calm || 20",
        ),
        // A minute is the least there is.
        ("waited = \"> 30 min\"", "waited = \">= 31 min\""),
        ("anger = \">= annoyed\"", "anger = \"not(calm)\""),
        ("amount = \"> 0\"", "amount = \">= 0.01\""),
        // Formulas in other words.
        ("(price + loss) * percent / 100", "percent * (loss + price) * 0.01"),
        ("\"(price + loss) * percent / 100\"", "\"min(price, (loss + price) * percent / 100)\""),
        ("\"(price + loss) * percent / 100\"", "\"min((loss + price) * percent / 100, 2 * price / 2)\""),
        ("id = \"give_what_is_due\"", "id = \"due\""),
    ] {
        let told = after(from, to);
        assert_eq!(told.plans, Verdict::Equal, "{from} -> {to}: {told:#?}");
    }
}

#[test]
fn a_table_in_two_and_a_condition_with_a_name_make_no_difference() {
    let (before, rest) = RULES.split_once("[[table]]").expect("a table");
    let (_, rest) = rest.split_once("[[value]]").expect("a value");
    let parted = r#"
[[condition]]
id = "very_long"
when = { waited = ">= 2 h" }
because = "Long."

[[table]]
id = "by_anger"
outputs = [{ id = "share_of_the_angry", type = "number", min = 0, max = 100 }]
because = "By how angry they are."
rows = """
anger     || share_of_the_angry
calm      || 20
otherwise || 50
"""

[[table]]
id = "sized_anew"
hit = "first"
outputs = [{ id = "percent", type = "number", min = 0, max = 100 }]
because = "By what they waited."
rows = """
very_long | waited  || percent
yes       | -       || = share_of_the_angry
-         | >= 1 h  || 20
otherwise           || 0
"""

"#;
    let new = format!("{before}{parted}[[value]]{rest}");
    let told = difference(&engine(RULES), &engine(&new));
    assert_eq!(told.plans, Verdict::Equal, "{told:#?}");
}

/// What is told of the rules once what stands between two texts, the first of them included, is written anew.
fn rewritten(from: &str, until: &str, to: &str) -> Difference {
    let (before, rest) = RULES.split_once(from).expect("the first text");
    let at = rest.find(until).expect("the second text");
    let (_, after) = rest.split_at(at);
    difference(&engine(RULES), &engine(&format!("{before}{to}{after}")))
}

#[test]
fn a_table_parted_in_the_wrong_order_is_no_refactoring() {
    // As above, but that whoever waited an hour is taken before those who waited two.
    let parted = r#"
[[table]]
id = "sized_anew"
hit = "first"
outputs = [{ id = "percent", type = "number", min = 0, max = 100 }]
because = "By what they waited."
rows = """
waited     | anger     || percent
< 1 h      | -         || 0
[1 h..2 h] | -         || 20
-          | not(calm) || 50
otherwise              || 20
"""

"#;
    let told = rewritten("[[table]]", "[[value]]", parted);
    // Two hours to the minute were more than the second row of old.
    assert_eq!(told.plans, Verdict::Different, "{told:#?}");
    let cases: Vec<&serde_json::Value> = told.changes.iter().map(|change| &change.witness.case).collect();
    assert!(
        !cases.is_empty() && cases.iter().all(|case| case["waited"] == "PT2H" && case["anger"] != "calm"),
        "{cases:?}"
    );
}

#[test]
fn a_sum_of_rounded_parts_is_no_rounded_sum() {
    let parted = r#"
[[value]]
id = "of_price"
type = "money"
formula = "price * percent / 100"
round = "half-up 0.01"
because = "A share."

[[value]]
id = "of_loss"
type = "money"
formula = "loss * percent / 100"
round = "half-up 0.01"
because = "A share."

[[value]]
id = "amount"
type = "money"
formula = "of_price + of_loss"
at_most = "price"
because = "A share."

"#;
    let told = rewritten("[[value]]", "[[rule]]\nid = \"give", parted);
    assert_eq!(told.plans, Verdict::Different, "{told:#?}");
}

#[test]
fn a_boundary_moved_by_the_least_there_is_is_found_where_it_was() {
    let told = after("waited = \"> 30 min\"", "waited = \">= 30 min\"");
    let [change] = told.changes.as_slice() else { panic!("{told:#?}") };
    assert_eq!((&change.subject, &change.before, &change.after), (&action("call"), &Seen::Absent, &Seen::Present));
    assert_eq!(
        change.regions.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["{ waited = \"30 min\", anger = \">= annoyed\" }"]
    );
    // One of all minutes in ten days, the first one too, and two of three levels.
    assert!((change.share.of_all - 2.0 / 3.0 / 14_401.0).abs() < 1e-12 && !change.share.at_most);
    assert_eq!(change.witness.case, serde_json::json!({"waited": "PT30M", "anger": "annoyed"}));
    assert_eq!(told.share, change.share);
}

#[test]
fn one_case_in_a_billion_is_found() {
    let told = after("anger = \">= annoyed\", waited", "anger = \">= annoyed\", number = \"not(123456789)\", waited");
    let [change] = told.changes.as_slice() else { panic!("{told:#?}") };
    assert_eq!((&change.before, &change.after), (&Seen::Present, &Seen::Absent));
    assert_eq!(change.witness.case["number"], 123_456_789);
    assert!(change.share.of_all < 1e-9 && change.share.of_all > 0.0);
}

#[test]
fn of_two_facts_that_are_compared_the_boundary_is_said_and_counted() {
    let facts = "[[fact]]\nid = \"x\"\ntype = \"number\"\nmin = 0\nmax = 9\nask = \"X?\"\n\n\
                 [[fact]]\nid = \"y\"\ntype = \"number\"\nmin = 0\nmax = 9\nask = \"Y?\"\n";
    let of = |test: &str| {
        engine(&format!(
            "{facts}\n[[rule]]\nid = \"more\"\nwhen = {{ x = \"{test}\" }}\ndo = [\"call\"]\nbecause = \"So.\"\n"
        ))
    };
    let told = |old: &str, new: &str| {
        let told = difference(&of(old), &of(new));
        let [change] = told.changes.as_slice() else { panic!("{told:#?}") };
        let regions: Vec<String> = change.regions.iter().map(ToString::to_string).collect();
        (regions.concat(), format!("{:.3}", change.share.of_all), change.share.at_most)
    };
    for (old, new, region, share) in
        [("> y", ">= y", "y", "0.100"), ("> y", "-", "<= y", "0.550"), ("-", "y", "not(y)", "0.900")]
    {
        let expected = (format!("{{ x = \"{region}\" }}"), share.to_owned(), false);
        assert_eq!(told(old, new), expected, "{old} {new}");
    }
}

#[test]
fn a_boundary_of_a_sum_is_found_by_solving_for_it() {
    let sum = "\n[[value]]\nid = \"sum\"\ntype = \"money\"\nformula = \"price + loss\"\nbecause = \"Both.\"\n";
    let rule = |test: &str| {
        format!(
            "{sum}\n[[rule]]\nid = \"big\"\nwhen = {{ sum = \"{test}\" }}\navoid = [\"call\"]\nbecause = \"Big.\"\n"
        )
    };
    let [old, new] = ["> 777.77", ">= 777.77"].map(|test| engine(&format!("{RULES}{}", rule(test))));
    let told = difference(&old, &new);
    assert_eq!(told.plans, Verdict::Different, "{told:#?}");
    let avoided = told.changes.iter().find(|change| matches!(change.subject, Subject::Avoid { .. })).expect("avoided");
    let amount =
        |fact: &str| avoided.witness.case[fact].as_str().and_then(|text| text.replace('.', "").parse::<i64>().ok());
    assert_eq!(amount("price").zip(amount("loss")).map(|(price, loss)| price + loss), Some(77_777));
    // The same boundary by its neighbour.
    let same = engine(&format!("{RULES}{}", rule(">= 777.78")));
    assert_ne!(difference(&old, &same).plans, Verdict::Different);
}

#[test]
fn an_amount_that_is_reckoned_otherwise_comes_with_both_amounts() {
    let told = after("at_most = \"price\"", "at_most = \"price * 99 / 100\"");
    let amount = told.changes.iter().find(|change| change.subject == Subject::Amount).expect("the amount");
    assert_eq!((&amount.before, &amount.after), (&Seen::Formula, &Seen::Formula));
    assert_ne!(amount.witness.before, amount.witness.after);
    assert!(matches!(amount.witness.before, Seen::Value(Shown::Text(_))));
}

#[test]
fn the_most_that_may_be_paid_stands_beside_plans_and_makes_none_another() {
    let shown = |most: &str| {
        engine(&RULES.replacen(
            "[compensation]\namount = \"amount\"",
            &format!("[compensation]\namount = \"amount\"\nat_most = \"{most}\""),
            1,
        ))
    };
    let told = difference(&shown("price"), &shown("price + loss"));
    assert_eq!((told.plans, told.share.of_all, told.changes.len()), (Verdict::Equal, 0.0, 0), "{told:#?}");
    let [beside] = told.beside.as_slice() else { panic!("{told:#?}") };
    assert_eq!(beside.subject, Subject::AtMost);
    assert_ne!(beside.witness.before, beside.witness.after);
}

#[test]
fn a_parameter_is_told_with_its_values() {
    let told = after("due = \"2 h\"", "due = \"30 min\"");
    let [change] = told.changes.as_slice() else { panic!("{told:#?}") };
    assert_eq!(change.subject, Subject::Parameter { action: "call".to_owned(), parameter: "due".to_owned() });
    assert_eq!(change.before, Seen::Value(Shown::text("PT2H")));
    assert_eq!(change.after, Seen::Value(Shown::text("PT30M")));
}

#[test]
fn another_order_is_told_by_the_action_that_moved() {
    let told = after("do = [\"call\"]", "do = [\"call\"]\nfirst = \"call\"");
    let [change] = told.changes.as_slice() else { panic!("{told:#?}") };
    let Subject::Order { action, stands, others } = &change.subject else { panic!("{change:#?}") };
    assert_eq!(
        (action.as_str(), *stands, others.as_slice()),
        ("call", Stands::Before, ["listen".to_owned()].as_slice())
    );
}

#[test]
fn a_limit_counts_for_whoever_holds_the_case() {
    let told = difference(&engine(RULES), &engine_of(&FRAME.replacen("may_give = 50", "may_give = 60", 1), RULES));
    assert_eq!(told.plans, Verdict::Different);
    let is_approval = |subject: &Subject| matches!(subject, Subject::Approval { roles } if roles.is_empty());
    assert!(told.changes.iter().all(|change| is_approval(&change.subject)), "{told:#?}");
}

/// Two facts together, which several things hold against several limits.
const SUM: &str = "[[value]]\nid = \"sum\"\ntype = \"money\"\nformula = \"price + loss\"\nbecause = \"Both.\"\n\n";

#[test]
fn of_a_sum_of_facts_the_role_that_suffices_is_told() {
    let pay = format!("{SUM}[compensation]\namount = \"sum\"\n");
    let roles = |agent: &str| {
        let three =
            format!("may_give = {agent}\n\n[[role]]\nid = \"lead\"\nmay_give = 150\n\n[[role]]\nid = \"legal\"");
        engine_of(&FRAME.replacen("may_give = 50\n\n[[role]]\nid = \"lead\"", &three, 1), &pay)
    };
    let told = difference(&roles("50"), &roles("40"));
    let [change] = told.changes.as_slice() else { panic!("{told:#?}") };
    assert!(matches!(&change.subject, Subject::Approval { roles } if roles.is_empty()), "{change:#?}");
    assert_eq!((&change.before, &change.after), (&Seen::Absent, &Seen::Value(Shown::text("lead"))));
    assert_eq!((&change.witness.before, &change.witness.after), (&change.before, &change.after));
    assert!(told.undecided.is_empty(), "{told:#?}");
}

#[test]
fn what_holds_only_between_two_limits_of_a_sum_is_not_lost() {
    // The greater limit is met first.
    let rules = |middle: &str| {
        let rule = |id: &str, test: &str, does: &str| {
            format!("[[rule]]\nid = \"{id}\"\nwhen = {{ sum = \"{test}\" }}\n{does}\nbecause = \"So.\"\n\n")
        };
        let most = rule("most", "> 200", "do = [\"listen\"]");
        engine(&format!("{SUM}{most}{}", rule("middle", middle, "do = [\"call\"]")))
    };
    let told = difference(&rules("(100..200]"), &rules("> 2000"));
    let [change] = told.changes.as_slice() else { panic!("{told:#?}") };
    assert_eq!((&change.subject, &change.before, &change.after), (&action("call"), &Seen::Present, &Seen::Absent));
    assert_eq!(difference(&rules("(100..200]"), &rules("(100..200]")).plans, Verdict::Equal);
}

#[test]
fn a_conflict_that_only_one_pack_has_is_told() {
    let told = after(">= 2 h          | calm  || 20", ">= 90 min       | calm  || 20");
    let conflict = |subject: &Subject| matches!(subject, Subject::Conflict { place, .. } if place == "sized");
    assert!(told.changes.iter().any(|change| conflict(&change.subject)), "{told:#?}");
}

#[test]
fn facts_are_compared_over_the_values_that_both_packs_know() {
    let frame = FRAME
        .replacen("\"annoyed\", \"angry\"]", "\"annoyed\", \"angry\", \"furious\"]", 1)
        .replacen("max = 1000\nask = \"What did it cost?\"", "max = 2000\nask = \"What did it cost?\"", 1)
        .replace("id = \"number\"", "id = \"ticket\"");
    let told = difference(&engine(RULES), &engine_of(&frame, RULES));
    assert_eq!(told.plans, Verdict::Equal, "{told:#?}");
    let of = |fact: &str| told.facts.iter().find(|own| own.fact == fact).map(|own| own.differs.clone()).expect("told");
    assert_eq!(of("anger"), [FactChange::Values { side: Side::New, values: vec!["furious".to_owned()] }]);
    assert!(matches!(of("price").as_slice(), [FactChange::Bounds { .. }]));
    assert_eq!(
        (of("number"), of("ticket")),
        (vec![FactChange::Only { side: Side::Old }], vec![FactChange::Only { side: Side::New }])
    );
}

#[test]
fn the_same_levels_in_another_order_are_the_same_by_name() {
    let frame = FRAME.replacen("[\"calm\", \"annoyed\", \"angry\"]", "[\"angry\", \"annoyed\", \"calm\"]", 1);
    let told = difference(&engine(RULES), &engine_of(&frame, &RULES.replacen(">= annoyed", "<= annoyed", 1)));
    assert_eq!(told.plans, Verdict::Equal, "{told:#?}");
    let told = difference(&engine(RULES), &engine_of(&frame, RULES));
    assert_eq!(told.plans, Verdict::Different);
}

#[test]
fn a_fact_with_more_decimals_is_compared_where_both_can_hold_it() {
    let frame = FRAME.replacen("max = 1000000000\n", "max = 1000000000\ndecimals = 0\n", 1);
    let finer = frame.replacen("max = 1000000000\ndecimals = 0\n", "max = 1000000\ndecimals = 2\n", 1);
    let rules = |test: &str| RULES.replacen("anger = \">= annoyed\"", &format!("number = \"{test}\""), 1);
    let told = difference(&engine_of(&frame, &rules("> 7")), &engine_of(&finer, &rules("> 7.50")));
    assert_eq!(told.plans, Verdict::Equal, "{told:#?}");
    let told = difference(&engine_of(&frame, &rules("> 7")), &engine_of(&finer, &rules("> 8")));
    let [change] = told.changes.as_slice() else { panic!("{told:#?}") };
    assert_eq!(change.regions[0].cells[1].cell, "8");
}

#[test]
fn what_is_worded_otherwise_stands_beside_and_makes_no_other_plan() {
    let told = after("because = \"Always.\"", "because = \"Regret costs nothing.\"");
    assert_eq!(told.plans, Verdict::Equal, "{told:#?}");
    let words: Vec<_> = told.words.iter().map(|own| (own.of, own.id.as_str(), own.what.as_str())).collect();
    assert_eq!(words, [("rule", "always", "because")]);
}

#[test]
fn the_reason_of_a_row_is_known_again_wherever_the_row_stands() {
    let table = |rows: &str| {
        format!(
            "[[table]]\nid = \"tone\"\nbecause = \"Mirror them.\"\n\
             outputs = [{{ id = \"tone\", type = \"choice\", values = [\"warm\", \"formal\"] }}]\n\
             rows = \"\"\"\nanger || tone | because\n{rows}\"\"\"\n"
        )
    };
    let engine = |rows: &str| engine_of(FRAME, &format!("{RULES}\n{}", table(rows)));
    let old = engine("calm || warm | They are calm.\nnot(calm) || formal | They are not.\n");
    let new = engine("not(calm) || formal | Warmth would sound false.\ncalm || warm | They are calm.\n");
    let told = difference(&old, &new);
    assert_eq!(told.plans, Verdict::Equal, "{told:#?}");
    let words: Vec<_> = told.words.iter().map(|own| (own.of, own.id.as_str(), own.after.as_str())).collect();
    assert_eq!(words, [("row", "tone 2", "Warmth would sound false.")]);
}
