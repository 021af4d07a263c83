//! What is said of a pack that reads without errors.
#![cfg(feature = "author")]

mod sample;

use amends::check::{check, ideas};
use amends::model::date;
use amends::pack::SourceFile;

const PACK: &str = r#"
[pack]
id = "sample"
version = "1.0.0"
language = "en"

[[evidence]]
id = "cited"
claim = "Listening helps."
source = "A study"
tier = "research"

[[evidence]]
id = "forgotten"
claim = "Nobody needs this."
source = "A blog"
tier = "practice"

[[action]]
id = "listen"
step = "understand"

[[rule]]
id = "always"
do = "listen"
evidence = "cited"
review_by = 2026-01-31
approved_by = "the head of service"

[[rule]]
id = "because_i_say_so"
do = "thank"

[[action]]
id = "thank"
step = "close"
"#;

fn messages(today: &str) -> Vec<String> {
    let findings = check(&sample::read(PACK), date::parse(today).unwrap_or_default()).diagnostics;
    findings
        .into_iter()
        .map(|found| format!("{} {}:{} {}", found.code, found.line, found.column, found.message))
        .collect()
}

#[test]
fn what_stands_on_nothing_and_what_supports_nothing_is_named() {
    assert_eq!(
        messages("2026-01-31"),
        ["A1102 14:7 nothing cites the evidence `forgotten`", "A1101 31:7 the rule `because_i_say_so` has no reason",]
    );
}

#[test]
fn a_review_is_overdue_from_the_day_after() {
    let overdue = "A1103 24:7 the rule `always` was to be reviewed by 2026-01-31";
    assert!(!messages("2026-01-31").contains(&overdue.to_owned()));
    assert!(messages("2026-02-01").contains(&overdue.to_owned()));
}

#[test]
fn ideas_without_a_home_are_found_by_their_line() {
    let pack = PACK.replace("evidence = \"cited\"\n", "evidence = \"cited\"\nideas = [\"B01\", \"B9\"]\n");
    let mut reading = sample::read(&pack);
    let text = "id\tidea\nB01\tlisten\nB02\tsay sorry\n\n# dropped\nB09\n".to_owned();
    let found = ideas::check(&mut reading, SourceFile { name: "ideas.tsv".to_owned(), text });
    let said: Vec<String> = found.iter().map(|of| format!("{}:{} {}", of.file, of.line, of.message)).collect();
    assert_eq!(
        said,
        [
            "ideas.tsv:1 the pack carries the idea `B9`, which is not in the list",
            "ideas.tsv:3 nothing in the pack carries the idea `B02`",
            "ideas.tsv:6 nothing in the pack carries the idea `B09`",
        ]
    );
}

/// What is said of guarantees of a small pack: a fee that is waived for the long-served, and words for who waits.
fn of_guarantee(promise: &str) -> Vec<String> {
    let pack = r#"
[pack]
id = "sample"
version = "1.0.0"
language = "en"
currency = "EUR"

[[fact]]
id = "waited"
type = "number"
min = 0
max = 1000000000
ask = "How long?"

[[fact]]
id = "fee"
type = "money"
min = 0
max = 1000000
ask = "How much?"

[[fact]]
id = "anger"
type = "level"
values = ["calm", "angry"]
ask = "How angry?"

[[table]]
id = "share"
because = "Who waits longer gets more."
outputs = [{ id = "percent", type = "number", min = 0, max = 100 }]
rows = """
waited              || percent
< 20                || 10
[20..999999998]     || 20
999999999           || 19
> 999999999         || 20
"""

[[value]]
id = "given"
type = "money"
min = 0
max = 1000000
formula = "fee * percent / 100"
round = "half-up 0.01"
because = "A share of the fee."

[[action]]
id = "listen"
step = "understand"

[[action]]
id = "thank"
step = "close"

[[rule]]
id = "nearly_always"
when = [{ anger = "calm" }, { waited = "not(777777777)" }]
do = ["listen", "thank"]
because = "It helps."

[[rule]]
id = "thanks_first"
when = { waited = "123456789" }
before = ["thank", "listen"]
because = "An exception."

[[guarantee]]
id = "promised"
because = "So it is."
"#;
    let reading = sample::read(&format!("{pack}{promise}\n"));
    let findings = check(&reading, date::parse("2026-01-31").unwrap_or_default()).diagnostics;
    findings.into_iter().map(|found| format!("{} {}", found.code, found.label)).collect()
}

#[test]
fn a_guarantee_that_one_case_in_a_billion_breaks_is_refuted_by_that_case() {
    let broken = [
        (r#"must = ["listen"]"#, r#"A1201 broken by the case {"waited":777777777,"anger":"angry"}"#),
        (r#"order = "listen before thank""#, r#"A1201 broken by the case {"waited":123456789}"#),
        (
            r#"monotone = { of = "percent", in = "waited" }"#,
            r#"A1201 broken by the case {"waited":123456788}, whose `percent` is 20, and falls to 19 once it has {"waited":999999999}"#,
        ),
        (
            r#"when = { waited = "999999998, 999999999" }
independent = { of = ["percent"], from = ["anger", "waited"] }"#,
            r#"A1201 broken by the case {"waited":999999998}, whose `percent` is 20, and is 19 once it has {"waited":999999999}"#,
        ),
        // What rises and falls again within one piece is seen to fall though it ends no lower than it began.
        (
            r#"monotone = { of = "eased", in = "fee" }

[[value]]
id = "eased"
type = "money"
formula = "min(fee, 3000 - fee / 500)"
round = "half-up 0.01"
because = "Great fees are eased."
"#,
            r#"A1201 broken by the case {"fee":"31250.01"}, whose `eased` is 2937.50, and falls to 2875.00 once it has {"fee":"62500.02"}"#,
        ),
        (
            r#"value = "given <= fee * 20 / 100""#,
            r#"A1201 broken by the case {"waited":23,"fee":"0.03"}, in which `given` is 0.01"#,
        ),
    ];
    for (promise, finding) in broken {
        assert_eq!(of_guarantee(promise), [finding], "{promise}");
    }
}

#[test]
fn a_guarantee_that_every_case_keeps_is_proved() {
    let kept = [
        "when = { waited = \"not(777777777)\" }\nmust = [\"listen\"]",
        "when = { anger = \"angry\", waited = \"777777777\" }\nnever = [\"thank\"]",
        "when = { waited = \"not(123456789)\" }\norder = \"understand before close\"",
        "when = { waited = \"not(999999999)\" }\nmonotone = { of = \"percent\", in = \"waited\" }",
        "monotone = { of = \"given\", in = \"fee\" }",
        "independent = { of = [\"given\"], from = [\"anger\"] }",
        "value = \"given <= round(fee * 20 / 100, 0.01)\"",
        "value = \"given <= fee * 20 / 100 + 0.01\"",
        "value = \"given <= fee\"",
    ];
    for promise in kept {
        assert_eq!(of_guarantee(promise), Vec::<String>::new(), "{promise}");
    }
}

#[test]
fn what_cannot_be_proved_is_said_to_be_open() {
    let open = of_guarantee("monotone = { of = \"given\", in = \"percent\" }");
    assert_eq!(open, ["A1202 what follows from facts does not get worse alone"]);
}

#[test]
fn a_guarantee_of_amounts_that_rest_on_a_value_of_two_facts_is_refuted() {
    let pack = r#"
[pack]
id = "sample"
version = "1.0.0"
language = "en"
currency = "EUR"

[[fact]]
id = "price"
type = "money"
min = 0
max = 5000
ask = "What was paid?"

[[fact]]
id = "leg_price"
type = "money"
min = 0
max = 5000
ask = "What does the ticket say of the leg?"

[[fact]]
id = "delay"
type = "duration"
min = "0 min"
max = "48 h"
ask = "How late?"

[[fact]]
id = "rerouted"
type = "duration"
min = "0 min"
max = "48 h"
ask = "How late by another way?"

[[value]]
id = "arrival"
type = "duration"
formula = "min(delay, rerouted)"
because = "What counts is the arrival."

[[table]]
id = "share"
hit = "first"
outputs = [{ id = "percent", type = "number", min = 0, max = 50 }]
because = "So."
rows = """
arrival     || percent
< 1 h       || 0
[1 h..2 h)  || 25
>= 2 h      || 50
"""

[[value]]
id = "given"
type = "money"
min = 0
max = 5000
formula = "leg_price * percent / 100"
round = "half-up 0.01"
because = "A share of the price."

[[action]]
id = "listen"
step = "understand"

[[rule]]
id = "always"
do = "listen"
because = "It helps."

[[guarantee]]
id = "a_part_only"
value = "given <= price"
because = "So it is."
"#;
    let findings = check(&sample::read(pack), date::parse("2026-01-31").unwrap_or_default()).diagnostics;
    let broken = findings.into_iter().find(|found| found.code.starts_with("A12")).map(|found| found.label);
    let case = r#"{"price":"0.00","leg_price":"5000.00","delay":"PT1H59M","rerouted":"P2D"}"#;
    assert_eq!(broken, Some(format!("broken by the case {case}, in which `given` is 1250.00")));
}

const BUSINESS_DAYS: &str = r#"
[pack]
id = "sample"
version = "1.0.0"
language = "en"

[calendar]
working = "Mon-Fri"
holidays = ["2026-12-25"]
covers = ["2026-01-01", "2026-12-31"]

[[fact]]
id = "bought"
type = "date"
min = 2026-01-01
max = 2027-12-31

[[fact]]
id = "told"
type = "date"

[[value]]
id = "waited"
type = "number"
formula = "business days between bought and told"
because = "Nobody works on Sundays."

[[action]]
id = "listen"
step = "understand"

[[rule]]
id = "late"
when = { waited = "> 5" }
do = "listen"
because = "It took long."

[[guarantee]]
id = "never_before"
value = "waited >= 0"
because = "Nobody tells before it is bought."
"#;

#[test]
fn a_calendar_that_ends_too_early_is_what_to_change() {
    let of = |pack: &str| {
        let checked = check(&sample::read(pack), 20_000);
        let calendar = "the calendar `covers` 2026-01-01 to 2026-12-31, and `bought` and `told` can lie beyond: ";
        let found = checked.diagnostics.into_iter().map(|found| {
            let help = found.help.unwrap_or_default();
            (found.code, help.starts_with(calendar), found.related.first().map(|related| related.line))
        });
        (found.collect::<Vec<_>>(), checked.proved)
    };
    assert_eq!(of(BUSINESS_DAYS), (vec![("A1407", true, Some(7)), ("A1202", true, Some(7))], Vec::new()));
    let longer = BUSINESS_DAYS.replace("[\"2026-01-01\", \"2026-12-31\"]", "[\"1899-12-31\", \"2200-01-01\"]");
    assert_eq!(of(&longer), (Vec::new(), vec!["never_before".to_owned()]));
    let within = BUSINESS_DAYS.replace("max = 2027-12-31", "max = 2026-12-31").replace(
        "id = \"told\"\ntype = \"date\"",
        "id = \"told\"\ntype = \"date\"\nmin = 2026-01-01\nmax = 2026-12-31",
    );
    assert_eq!(of(&within), (Vec::new(), vec!["never_before".to_owned()]));
}
