//! What is said of decision tables with planted faults.
#![cfg(feature = "author")]
#![expect(clippy::expect_used, reason = "a test may stop where its own data is wrong")]

mod sample;

use amends::check::check;
use amends::model::date;
use amends::pack::Diagnostic;

const FACTS: &str = r#"
[pack]
id = "sample"
version = "1.0.0"
language = "en"

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
id = "channel"
type = "choice"
values = ["phone", "email", "letter", "chat"]
ask = "How did they write?"

[[fact]]
id = "failures"
type = "several"
values = ["late", "rude", "lost"]
ask = "What went wrong?"

[[fact]]
id = "promised"
type = "number"
min = 0
max = 999999999
applies = { channel = "letter" }
ask = "How long was promised?"

[[condition]]
id = "severe"
when = { anger = ">= angry", failures = "rude" }
because = "Rudeness to the angry."

[[action]]
id = "listen"
step = "understand"

[[rule]]
id = "always"
do = "listen"
because = "It helps."
"#;

/// What is found of a pack with one table, whose output is `out`, of the words x, y and z.
fn found(hit: &str, rows: &str) -> Vec<Diagnostic> {
    let table = format!(
        "[[table]]\nid = \"planted\"\nhit = \"{hit}\"\nbecause = \"So.\"\n\
         outputs = [{{ id = \"out\", type = \"choice\", values = [\"x\", \"y\", \"z\"] }}]\nrows = \"\"\"\n{rows}\n\"\"\"\n"
    );
    let reading = sample::read(&format!("{FACTS}{table}"));
    check(&reading, date::parse("2026-01-31").expect("a date")).diagnostics
}

/// Code, message and label of what is said of the table itself.
fn said(hit: &str, rows: &str) -> Vec<String> {
    let said = |of: &Diagnostic| format!("{} {} / {}", of.code, of.message, of.label);
    found(hit, rows).iter().filter(|found| found.code.starts_with("A13")).map(said).collect()
}

/// Code, regions and case of what has any.
fn extents(hit: &str, rows: &str) -> Vec<(String, Vec<String>, String)> {
    let extents = found(hit, rows).into_iter().filter_map(|found| {
        let extent = found.extent?;
        let regions = extent.regions.largest.iter().map(ToString::to_string).collect();
        Some((found.code.to_owned(), regions, extent.case.to_string()))
    });
    extents.collect()
}

#[test]
fn a_gap_one_value_wide_among_a_billion_is_found() {
    let rows = "waited || out\n< 20 || x\n[20..777777776] || y\n> 777777777 || x";
    assert_eq!(said("unique", rows), ["A1301 the table `planted` has no row for 1 case in 1,000,000,000 / "]);
    let gap = ("A1301".to_owned(), vec!["{ waited = \"777777777\" }".to_owned()], r#"{"waited":777777777}"#.to_owned());
    assert_eq!(extents("unique", rows), [gap]);
}

#[test]
fn a_gap_of_several_columns_is_shown_as_cells_that_could_stand_in_a_row() {
    let rows = "anger | channel | failures || out
>= angry | - | - || x
- | phone, email | - || x
calm | - | late, lost || x";
    let [(code, regions, case)] = &extents("any", rows)[..] else { panic!("one finding") };
    assert_eq!(code, "A1301");
    assert_eq!(
        *regions,
        [
            r#"{ anger = "annoyed", channel = "letter, chat" }"#,
            r#"{ anger = "<= annoyed", channel = "letter, chat", failures = "not(late, lost)" }"#,
        ]
    );
    assert_eq!(case, r#"{"anger":"annoyed","channel":"letter","failures":[]}"#);
}

#[test]
fn no_gap_is_seen_where_conditions_and_what_applies_leave_none() {
    for rows in [
        "severe | anger || out\nyes | - || x\nno | >= angry || y\n- | < angry || z",
        "channel | promised || out\nletter | >= 0 || x\n- | none || y",
        "waited || out\n< promised || x\n>= promised || y\notherwise || z",
        "failures || out\nlate || x\nnot(late) || y",
    ] {
        assert_eq!(said("unique", rows), Vec::<String>::new(), "{rows}");
    }
}

#[test]
fn a_case_that_holds_two_facts_against_each_other_gives_both() {
    let cases = |rows: &str| -> Vec<(String, String)> {
        extents("unique", rows).into_iter().map(|(code, _, case)| (code, case)).collect()
    };
    let gap =
        cases("channel | waited || out\nletter | > promised || x\nletter | < promised || y\nnot(letter) | - || z");
    assert_eq!(gap, [("A1301".to_owned(), r#"{"waited":0,"channel":"letter","promised":0}"#.to_owned())]);
    let overlap = cases("waited || out\n>= promised || x\n<= promised || y\notherwise || z");
    assert_eq!(overlap, [("A1302".to_owned(), r#"{"waited":0,"channel":"letter","promised":0}"#.to_owned())]);
}

#[test]
fn tables_that_collect_are_not_nagged_about_gaps() {
    for hit in ["collect", "rule-order", "output-order"] {
        assert_eq!(said(hit, "waited || out\n< 20 || x\n> 30 || y"), Vec::<String>::new());
    }
}

#[test]
fn rows_that_fit_at_once_are_shown_with_where_they_do() {
    let rows = "severe | waited || out\nyes | - || x\n- | > 999999998 || y\nno | <= 999999998 || z";
    assert_eq!(
        said("unique", rows),
        ["A1302 row 1 and row 2 of the table `planted` fit at once, in 1 case in 4,000,000,000 / fits too"]
    );
    let [(_, regions, case)] = &extents("unique", rows)[..] else { panic!("one finding") };
    assert_eq!(*regions, [r#"{ severe = "yes", waited = "999999999" }"#]);
    assert_eq!(case, r#"{"waited":999999999,"anger":"angry","failures":["rude"]}"#);
}

#[test]
fn rows_that_meet_only_where_a_fact_is_not_known_are_shown_too() {
    let rows = "waited || out\nunknown || x\n<= 99999999 || y\notherwise || z";
    assert_eq!(
        said("unique", rows),
        ["A1302 row 1 and row 2 of the table `planted` fit at once, in 5.0 % of all cases / fits too"]
    );
    assert_eq!(
        extents("unique", rows),
        [("A1302".to_owned(), vec![r#"{ waited = "< 100000000", waited = "unknown" }"#.to_owned()], "{}".to_owned())]
    );
}

#[test]
fn rows_of_an_any_table_may_meet_and_not_disagree() {
    let rows = |other: &str| format!("anger | channel || out\n>= angry | - || x\n- | phone || {other}\notherwise || z");
    assert_eq!(said("any", &rows("x")), Vec::<String>::new());
    assert_eq!(
        said("any", &rows("y")),
        ["A1303 row 1 and row 2 of the table `planted` fit at once and conclude different things / fits too"]
    );
}

#[test]
fn a_row_that_two_others_hide_together_is_dead_and_they_are_named() {
    let rows = "anger | channel || out
<= annoyed | - || x
- | phone, email || y
> annoyed | letter || z
angry | phone || z
annoyed, angry | email || z
otherwise || y";
    assert_eq!(
        said("first", rows),
        [
            "A1304 row 4 of the table `planted` decides nothing / row 2 stands before it wherever it fits",
            "A1304 row 5 of the table `planted` decides nothing / row 2 stands before it wherever it fits",
        ]
    );
    let rows = "anger | channel || out
<= annoyed | - || x
- | phone, email || y
-  | letter || z
annoyed, angry | phone, letter || z
otherwise || y";
    assert_eq!(
        said("first", rows),
        ["A1304 row 4 of the table `planted` decides nothing / row 2 and row 3 stand before it wherever it fits",]
    );
}

#[test]
fn a_row_that_contradicts_itself_fits_no_case() {
    assert_eq!(
        said("unique", "severe | anger || out\nyes | calm || x\n- | calm || y\n- | > calm || z"),
        ["A1304 row 1 of the table `planted` decides nothing / no case fits it"]
    );
}

#[test]
fn of_a_priority_table_what_is_declared_first_hides_rows_wherever_they_stand() {
    assert_eq!(
        said("priority", "anger | channel || out\n- | phone || y\n- | - || x\n> calm | letter || x"),
        [
            "A1304 row 1 of the table `planted` decides nothing / row 2 comes before it wherever it fits, by what they conclude",
            "A1304 row 3 of the table `planted` decides nothing / row 2 comes before it wherever it fits, by what they conclude",
        ]
    );
}

#[test]
fn an_otherwise_row_without_a_case_is_worth_a_note() {
    assert_eq!(
        said("unique", "anger || out\n<= annoyed || x\n> annoyed || y\notherwise || z"),
        ["A1304 row 3 of the table `planted` decides nothing / the other rows leave no case to it"]
    );
}

#[test]
fn rows_that_differ_in_one_cell_could_be_one_unless_a_row_between_would_lose_cases() {
    let rows = |between: &str| {
        format!(
            "anger | channel || out\ncalm | phone || x\n{between}\ncalm | email || x\n> calm | phone || x\notherwise || z"
        )
    };
    assert_eq!(
        said("first", &rows("- | chat || y")),
        [
            "A1306 the hit policy of the table `planted` could be `unique` / no two rows fit at once",
            "A1305 row 1 and row 3 of the table `planted` could be one / says the same for the same reason",
        ]
    );
    assert_eq!(
        said("first", &rows("- | email || y")),
        [
            "A1304 row 3 of the table `planted` decides nothing / row 2 stands before it wherever it fits",
            "A1305 row 1 and row 4 of the table `planted` could be one / says the same for the same reason",
        ]
    );
}

#[test]
fn a_first_table_whose_rows_agree_where_they_meet_could_be_any() {
    assert_eq!(
        said("first", "anger | channel || out\n>= angry | - || x\n- | phone || x\notherwise || y"),
        ["A1306 the hit policy of the table `planted` could be `any` / rows that fit at once conclude the same"]
    );
}
