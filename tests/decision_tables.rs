//! Decision tables whose gaps, overlaps, masked and superfluous rows are known: published ones with what their sources say of
//! them, and tables with planted faults. The packs in `tests/decision_tables` name their sources, and what of them is ours.
#![cfg(feature = "author")]
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test may stop where its own data is wrong"
)]

mod sample;

use amends::engine::Engine;
use amends::model::date;
use amends::proof::{Finding, Kind, Subject, tables};

/// What is found of the tables of a pack.
fn found(pack: &str) -> Vec<Finding> {
    let pack = sample::read(pack).pack.expect("a sound pack");
    tables::examine(&Engine::new(pack, String::new()), date::parse("2026-01-31").expect("a date"))
}

/// The same in short: the kind of each finding, its rows from 1, those that have a part in it, and the regions of its cases.
fn told(pack: &str) -> Vec<String> {
    let row = |subject: &Subject| match subject {
        Subject::Row(_, row) => (row + 1).to_string(),
        _ => String::new(),
    };
    let told = found(pack).into_iter().map(|finding| {
        let mut told = format!("{:?} {}", finding.kind, row(&finding.of));
        for (at, (other, _)) in finding.related.iter().enumerate() {
            told += &format!("{} {}", if at == 0 { " beside" } else { "," }, row(other));
        }
        if finding.kind == Kind::StricterHit {
            told += &finding.message;
        }
        for region in finding.extent.iter().flat_map(|extent| &extent.regions.largest) {
            told += &format!(" {region}");
        }
        told
    });
    told.collect()
}

/// The share of all cases that the only finding of a kind is about.
fn share(pack: &str, kind: Kind) -> f64 {
    let of_kind = found(pack).into_iter().filter(|finding| finding.kind == kind);
    let [only] = &of_kind.collect::<Vec<_>>()[..] else { panic!("one {kind:?}") };
    only.extent.as_ref().and_then(|extent| extent.regions.share).expect("a share")
}

const LOAN_GRADES: &str = include_str!("decision_tables/loan_grades.toml");
const APPROVAL: &str = include_str!("decision_tables/approval.toml");
const RISK_OF_AGE: &str = include_str!("decision_tables/risk_of_age.toml");
const CONTRACTED: &str = include_str!("decision_tables/contracted.toml");
const APPLICANT_RISK: &str = include_str!("decision_tables/applicant_risk.toml");
const LOAN_COMPLIANCE: &str = include_str!("decision_tables/loan_compliance.toml");
const COUNTED: &str = include_str!("decision_tables/counted.toml");

/// A pack whose one table, or whose last, has another hit policy.
fn with_hit(pack: &str, hit: &str) -> String {
    let bare: String =
        pack.lines().filter(|line| !line.starts_with("hit = ")).map(|line| format!("{line}\n")).collect();
    let at = bare.rfind("\noutputs = ").expect("a table");
    let (before, after) = bare.split_at(at);
    format!("{before}\nhit = \"{hit}\"{after}")
}

/// A rectangle of incomes and loans, ends included.
type Rectangle = ((i64, i64), (i64, i64));

#[test]
fn the_loan_grades_of_calvanese_and_others_lack_what_the_paper_says_and_overlap_where_it_says() {
    let [gap, overlap] = &told(LOAN_GRADES)[..] else { panic!("two findings") };
    assert!(gap.starts_with("Gap "), "{gap}");
    assert_eq!(overlap, r#"Overlap 3 beside 1 { annual_income = "[500..1000]", loan_size = "[500..1000]" }"#);
    let cases = 2501.0 * 5001.0;
    assert!((share(LOAN_GRADES, Kind::Overlap) - 501.0 * 501.0 / cases).abs() < 1e-12);

    // The rules that are missing, as published: in strips of incomes between the ends of rows.
    let missing: [Rectangle; 8] = [
        ((0, 249), (1001, 5000)),
        ((250, 499), (1001, 3999)),
        ((500, 750), (3001, 3999)),
        ((751, 1000), (3001, 5000)),
        ((1001, 1500), (0, 499)),
        ((1001, 1500), (3001, 5000)),
        ((1501, 1999), (0, 5000)),
        ((2000, 2500), (2001, 5000)),
    ];
    let area = |((first, last), (least, most)): &Rectangle| (last - first + 1) * (most - least + 1);
    let lacking: i64 = missing.iter().map(area).sum();
    assert!((share(LOAN_GRADES, Kind::Gap) - f64::from(i32::try_from(lacking).expect("few")) / cases).abs() < 1e-12);
    // The three largest parts are told, and each lies where rules are missing.
    let regions = found(LOAN_GRADES).into_iter().find_map(|finding| finding.extent).expect("regions").regions;
    assert_eq!((regions.largest.len(), regions.further), (3, true), "{regions:?}");
    for region in &regions.largest {
        let ranges = |of: &str, whole| {
            let cell = region.cells.iter().find(|cell| cell.of == of);
            cell.map_or(vec![whole], |cell| cell.cell.split(", ").map(|range| ends(range, whole)).collect())
        };
        let incomes = ranges("annual_income", (0, 2500)).into_iter().flat_map(|(first, last)| first..=last);
        let loans: Vec<i64> =
            ranges("loan_size", (0, 5000)).into_iter().flat_map(|(least, most)| [least, most]).collect();
        for (income, loan) in incomes.flat_map(|income| loans.iter().map(move |loan| (income, *loan))) {
            let is_missing = missing.iter().any(|(incomes, loans)| {
                (incomes.0..=incomes.1).contains(&income) && (loans.0..=loans.1).contains(&loan)
            });
            assert!(is_missing, "income {income}, loan {loan}: {region}");
        }
    }
}

/// The ends of one range of whole numbers in a cell, within others.
fn ends(cell: &str, (least, most): (i64, i64)) -> (i64, i64) {
    let number = |text: &str| text.trim().parse::<i64>().unwrap_or_else(|_| panic!("`{cell}` is one range"));
    if let Some((low, high)) = cell.split_once("..") {
        let low = low.strip_prefix('[').map(number).unwrap_or_else(|| number(low.trim_start_matches('(')) + 1);
        let high = high.strip_suffix(']').map(number).unwrap_or_else(|| number(high.trim_end_matches(')')) - 1);
        return (low, high);
    }
    match cell.split_at(cell.find(|sign: char| sign.is_ascii_digit()).unwrap_or(0)) {
        ("<= ", end) => (least, number(end)),
        ("< ", end) => (least, number(end) - 1),
        (">= ", end) => (number(end), most),
        ("> ", end) => (number(end) + 1, most),
        (_, only) => (number(only), number(only)),
    }
}

#[test]
fn a_masked_row_of_a_priority_table_decides_nothing() {
    assert_eq!(told(APPROVAL), ["DeadRow 1 beside 2"]);
    // The overlap that is published with it is one where only one row may fit.
    assert_eq!(
        told(&with_hit(APPROVAL, "unique")),
        [r#"Overlap 2 beside 1 { age = ">= 18", risk = "not(high)", mitigated = "yes" }"#]
    );
}

#[test]
fn a_subsumed_row_of_a_priority_table_decides_nothing() {
    assert_eq!(told(RISK_OF_AGE), ["DeadRow 3 beside 2", "DeadRow 4 beside 2"]);
    assert_eq!(
        told(&with_hit(RISK_OF_AGE, "unique")),
        [
            r#"Overlap 3 beside 2 { age = ">= 22", is_risky = "no" }"#,
            r#"Overlap 4 beside 2 { age = ">= 22", is_risky = "yes" }"#,
        ]
    );
}

#[test]
fn rows_that_can_be_contracted_could_be_one() {
    assert_eq!(told(CONTRACTED), ["MergeableRows 6 beside 3", "MergeableRows 5 beside 4"]);
}

#[test]
fn the_standard_s_examples_of_hit_policies_have_no_fault_and_no_stricter_policy() {
    assert_eq!(told(APPLICANT_RISK), Vec::<String>::new());
    assert_eq!(told(LOAN_COMPLIANCE), Vec::<String>::new());
}

#[test]
fn the_standard_s_examples_under_other_hit_policies_are_told_which_would_do() {
    let (unique, _) = APPLICANT_RISK.split_once("[[table]]\nid = \"rating_by_priority\"").expect("two tables");
    for looser in ["any", "first", "priority"] {
        assert_eq!(
            told(&with_hit(unique, looser)),
            ["StricterHit the hit policy of the table `rating` could be `unique`"],
            "{looser}"
        );
    }
    // Of those who are over 60 with a bad history two rows speak, and not with one voice.
    assert_eq!(
        told(&with_hit(APPLICANT_RISK, "unique")),
        [r#"Overlap 3 beside 2 { age = "> 60", medical_history = "bad" }"#]
    );
    assert_eq!(
        told(&with_hit(APPLICANT_RISK, "any")),
        [r#"RowsDisagree 3 beside 2 { age = "> 60", medical_history = "bad" }"#]
    );
    // Read from the top the second row stands before the third; there is nothing to choose from values.
    assert_eq!(told(&with_hit(APPLICANT_RISK, "first")), Vec::<String>::new());

    for looser in ["first", "priority"] {
        assert_eq!(
            told(&with_hit(LOAN_COMPLIANCE, looser)),
            ["StricterHit the hit policy of the table `complying` could be `any`"],
            "{looser}"
        );
    }
    assert_eq!(
        told(&with_hit(LOAN_COMPLIANCE, "unique")),
        [
            r#"Overlap 3 beside 2 { credit_rating = "not(a)", card_balance = ">= 10000" }"#,
            r#"Overlap 4 beside 2 { credit_rating = "not(a)", education_loan = ">= 50000" }"#,
            r#"Overlap 4 beside 3 { card_balance = ">= 10000", education_loan = ">= 50000" }"#,
        ]
    );
}

#[test]
fn rules_that_count_up_to_all_combinations_may_lack_some_all_the_same() {
    assert_eq!(
        told(COUNTED),
        [
            r#"Gap  { paid = "no", complained = "no" }"#,
            r#"Overlap 4 beside 2 { paid = "yes", delivered = "no", complained = "yes" }"#,
            r#"Overlap 4 beside 3 { paid = "no", delivered = "no", complained = "yes" }"#,
        ]
    );
    assert_eq!(share(COUNTED, Kind::Gap), 0.25);
}

/// A pack of eight numbers with so many values each, and one table of them, whose output is x or y.
fn of_eight(values: usize, hit: &str, rows: &str) -> String {
    let facts: String = (1..=8)
        .map(|at| {
            format!("[[fact]]\nid = \"n{at}\"\ntype = \"number\"\nmin = 1\nmax = {values}\nask = \"What is n{at}?\"\n")
        })
        .collect();
    format!(
        "[pack]\nid = \"eight\"\nversion = \"1.0.0\"\nlanguage = \"en\"\n{facts}[[table]]\nid = \"planted\"\nhit = \"{hit}\"\n\
         outputs = [{{ id = \"out\", type = \"choice\", values = [\"x\", \"y\"] }}]\nbecause = \"So.\"\nrows = \"\"\"\n{rows}\n\"\"\"\n"
    )
}

#[test]
fn a_gap_one_value_wide_in_each_of_eight_columns_is_found() {
    // Whatever differs from the one combination in some column has a row.
    let header = "n1 | n2 | n3 | n4 | n5 | n6 | n7 | n8 || out";
    let row = |column: usize| {
        let cell = |at: usize| if at == column { format!("not({})", 100 * at + 7) } else { "-".to_owned() };
        format!("{} || x", (1..=8).map(cell).collect::<Vec<_>>().join(" | "))
    };
    let rows = std::iter::once(header.to_owned()).chain((1..=8).map(row)).collect::<Vec<_>>().join("\n");
    let pack = of_eight(1000, "any", &rows);
    assert_eq!(
        told(&pack),
        [r#"Gap  { n1 = "107", n2 = "207", n3 = "307", n4 = "407", n5 = "507", n6 = "607", n7 = "707", n8 = "807" }"#]
    );
    assert!((share(&pack, Kind::Gap) / 1e-24 - 1.0).abs() < 1e-9);
}

#[test]
fn a_row_that_only_three_others_together_hide_is_dead_and_all_three_are_named() {
    let rows = |third: &str| {
        format!(
            "n1     | n2    | n3  || out\n\
             <= 400 | -     | -   || x\n\
             > 400  | <= 70 | -   || x\n\
             -      | {third} | -   || x\n\
             -      | -     | 5   || y\n\
             otherwise            || x"
        )
    };
    let dead: Vec<String> = told(&of_eight(1000, "first", &rows("> 70 ")))
        .into_iter()
        .filter(|told| told.starts_with("DeadRow 4"))
        .collect();
    assert_eq!(dead, ["DeadRow 4 beside 1, 2, 3"]);
    // One value less, and the row decides what none of the three takes.
    let alive = told(&of_eight(1000, "first", &rows("> 71 ")));
    assert!(!alive.iter().any(|told| told.starts_with("DeadRow 4")), "{alive:?}");
}
