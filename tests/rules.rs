//! What is said of rules, conditions and amounts with planted faults.
#![cfg(feature = "author")]
#![expect(clippy::expect_used, reason = "a test may stop where its own data is wrong")]

mod sample;

use amends::check::check;
use amends::model::date;

const PACK: &str = r#"
[pack]
id = "sample"
version = "1.0.0"
language = "en"
currency = "EUR"

[[role]]
id = "agent"
may_give = 100

[[fact]]
id = "waited"
type = "number"
min = 0
max = 999999999
ask = "How long?"

[[fact]]
id = "anger"
type = "level"
values = ["calm", "annoyed", "angry", "furious"]
ask = "How angry?"

[[fact]]
id = "price"
type = "money"
min = 0
max = 200
ask = "What did it cost?"

[[parameter]]
id = "tries"
type = "number"
wins = "conflict"

[[action]]
id = "listen"
step = "understand"

[[action]]
id = "thank"
step = "close"

[[rule]]
id = "listening"
when = { anger = "> calm" }
do = "listen"
because = "It helps."

[[rule]]
id = "listening_to_those_who_waited"
when = { waited = ">= 777777777" }
do = "listen"
because = "They have much to say."

[[rule]]
id = "thanking"
when = { anger = "calm" }
do = "thank"
because = "They were kind."
"#;

/// Code, message, label and case of what is found once something is added.
fn said(added: &str) -> Vec<String> {
    let reading = sample::read(&format!("{PACK}{added}\n"));
    let found = check(&reading, date::parse("2026-01-31").expect("a date")).diagnostics;
    let said = found.iter().map(|found| {
        let case = found.extent.as_ref().map(|extent| format!(" / {}", extent.case)).unwrap_or_default();
        format!("{} {} / {}{case}", found.code, found.message, found.label)
    });
    said.collect()
}

/// One more rule.
fn rule(keys: &str) -> String {
    format!("[[rule]]\nid = \"planted\"\nbecause = \"So.\"\n{keys}")
}

#[test]
fn a_sound_pack_has_nothing_said_of_it() {
    assert_eq!(said(""), Vec::<String>::new());
    assert_eq!(
        said(&rule(r#"do = "listen""#)),
        [
            "A1402 the rule `listening` says nothing that others do not say / wherever it holds, `planted` says the same",
            "A1402 the rule `listening_to_those_who_waited` says nothing that others do not say / wherever it holds, `planted` says the same",
        ]
    );
}

#[test]
fn a_rule_that_no_case_meets_is_dead() {
    assert_eq!(
        said(&rule(
            r#"when = { waited = "< 20" }
unless = [{ waited = "< 19" }, { waited = "19" }]
do = "thank""#
        )),
        ["A1401 no case meets the rule `planted` / its cells never hold together"]
    );
}

#[test]
fn a_rule_that_two_others_cover_together_says_nothing_new() {
    assert_eq!(
        said(&rule(
            r#"when = [{ waited = "> 777777777" }, { anger = "furious", waited = "777777776" }]
do = "listen""#
        )),
        [
            "A1402 the rule `planted` says nothing that others do not say / wherever it holds, `listening` or `listening_to_those_who_waited` say the same"
        ]
    );
    assert_eq!(
        said(&rule(
            r#"when = [{ waited = "> 777777777" }, { waited = "777777775" }]
do = "listen""#
        )),
        Vec::<String>::new()
    );
}

#[test]
fn a_rule_that_can_be_undetermined_is_no_spare_setting() {
    let always = r#"
[[table]]
id = "tone"
because = "So."
outputs = [{ id = "tone", type = "choice", values = ["warm", "formal"] }]
rows = """
price    || tone
< 10     || formal
[10..99] || warm
"""

[[rule]]
id = "thrice"
do = "thank"
with = { tries = 3 }
because = "They were kind."
"#;
    let says_nothing = |when: &str| {
        let planted = rule(&format!("when = {{ {when} }}\ndo = \"thank\"\nwith = {{ tries = 3 }}"));
        said(&format!("{always}\n{planted}")).iter().any(|line| line.contains("rule `planted` says nothing"))
    };
    assert!(says_nothing(r#"anger = "calm""#));
    // A price beyond all rows leaves the tone undetermined, the rule with it, and so the number of tries.
    assert!(!says_nothing(r#"tone = "warm""#));
}

#[test]
fn a_rule_whose_action_is_always_avoided_is_contradicted() {
    assert_eq!(
        said(&rule(
            r#"when = { anger = "<= annoyed" }
avoid = "thank""#
        )),
        [
            "A1403 the rule `thanking` never brings `thank` into a plan / wherever it holds, the action is avoided or its step left out"
        ]
    );
}

#[test]
fn rules_that_set_a_parameter_at_odds_are_shown_with_a_case() {
    let other = r#"
[[rule]]
id = "other"
when = { waited = "999999999" }
do = "listen"
with = { tries = "3" }
because = "So.""#;
    let added = rule(
        r#"when = { waited = "999999999", anger = "furious" }
do = "listen"
with = { tries = "2" }"#,
    );
    assert_eq!(
        said(&format!("{added}{other}")),
        [
            r#"A1404 rules set `tries` to different values, in 1 case in 4,000,000,000 / sets it here / {"waited":999999999,"anger":"furious"}"#
        ]
    );
}

#[test]
fn amounts_that_leave_their_limits_are_shown_with_a_case() {
    let value = |keys: &str| format!("[[value]]\nid = \"given\"\ntype = \"money\"\nbecause = \"So.\"\n{keys}");
    assert_eq!(
        said(&value("max = 150\nformula = \"price\"")),
        [r#"A1405 `given` can leave its limits, in 25 % of all cases /  / {"price":"150.01"}"#]
    );
    assert_eq!(
        said(&value("formula = \"price / waited\"\nround = \"half-up 0.01\"")),
        [r#"A1405 `given` can divide by zero, in 1 case in 1,000,000,000 /  / {"waited":0,"price":"0.00"}"#]
    );
    let paid = |keys: &str| format!("{}\n[compensation]\namount = \"given\"", value(keys));
    assert_eq!(
        said(&paid("formula = \"price - 50\"\nat_most = \"100\"")),
        [r#"A1405 `given` can pay less than nothing, in 25 % of all cases /  / {"price":"0.00"}"#]
    );
    assert_eq!(
        said(&paid("formula = \"price\"")),
        [r#"A1405 `compensation` can be more than any role may give, in 50 % of all cases /  / {"price":"100.01"}"#]
    );
    assert_eq!(said(&paid("formula = \"price\"\nat_most = \"100\"")), Vec::<String>::new());
}

#[test]
fn every_row_that_leaves_its_limits_is_named_up_to_twenty() {
    let rows = |count: u32| {
        let each: Vec<String> = (0..count).map(|row| format!("{row} || = price + {row}")).collect();
        let table = format!("waited || given\n{}\notherwise || 0", each.join("\n"));
        let outputs = r#"[{ id = "given", type = "money", min = 0, max = 150 }]"#;
        said(&format!(
            "[[table]]\nid = \"gift\"\nbecause = \"So.\"\noutputs = {outputs}\nrows = \"\"\"\n{table}\n\"\"\""
        ))
    };
    let leaving = |count: u32| rows(count).iter().filter(|said| said.starts_with("A1405")).count();
    assert_eq!((leaving(6), leaving(25)), (6, 20));
}

#[test]
fn what_never_varies_or_lacks_a_value_is_named() {
    assert_eq!(
        said(
            r#"
[[condition]]
id = "upset"
when = [{ anger = ">= annoyed" }, { anger = "calm" }]
because = "So.""#
        ),
        ["A1406 the condition `upset` holds always / "]
    );
    assert_eq!(
        said(
            r#"
[[table]]
id = "form"
because = "So."
outputs = [{ id = "form", type = "choice", values = ["cash", "voucher", "points"] }]
rows = """
price || form
< 10 || points
>= 10 || cash
""""#
        ),
        ["A1406 no case gives `form` the value `voucher` / "]
    );
}
