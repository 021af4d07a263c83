//! A why as it is told: beside each cell what it compares with, and what a row's cells do not say of why it counts or not.

use amends::case::Case;
use amends::engine::Engine;
use amends::model::{Cell, Definition, Entry, Formula, Grounds, Hit, Name, Pack, Row, Table, When, date};
use amends::plan::{self, Entries, Holds, Reason, ReasonCell, Shown, Why};
use serde::Serialize;

use super::super::formulas::{Read, Writer};
use super::super::values;
use super::known::{Known, compared_with, id_of};

#[derive(Serialize)]
pub struct Told<'a> {
    pub rules: Vec<ToldReason<'a>>,
    pub against: Vec<ToldReason<'a>>,
}

#[derive(Serialize)]
pub struct ToldReason<'a> {
    #[serde(flatten)]
    pub reason: Reason<'a>,
    /// What its cells do not say of why it counts or does not: when it is valid, which other row fits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    /// Whether it is a row that fits, or a rule that holds, and another counts in its place.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_beaten: bool,
    /// What a row that may hold concludes, by output, where a formula begins with `=`; or what a rule sets, by parameter.
    #[serde(skip_serializing_if = "Entries::is_empty")]
    pub gives: Entries<Shown>,
    /// The same in words, with what formulas read.
    #[serde(skip)]
    pub gives_in_words: Vec<String>,
    /// The names and settings that its cells compare with.
    #[serde(skip_serializing_if = "Entries::is_empty")]
    pub compared_with: Entries<Shown>,
}

impl ToldReason<'_> {
    /// Whether it speaks for what it concludes: a row may fit, and not count.
    pub fn counts(&self) -> Holds {
        if self.is_beaten { Holds::Never } else { self.reason.holds }
    }
}

/// A why of the element, told.
pub fn tell<'a>(engine: &'a Engine, case: &Case, element: &str, why: Why<'a>) -> Told<'a> {
    let known = Known { engine, case };
    let table = table_of(&engine.pack, element);
    let fitting = table.map(|table| fitting(table, &why)).unwrap_or_default();
    let each = |reasons: Vec<Reason<'a>>| {
        let told = reasons.into_iter().map(|reason| {
            let beating = table.and_then(|table| beating(&reason, table, &fitting));
            let remark = match table {
                Some(table) => row_remark(&reason, table, beating, &known),
                None => rule_remark(&reason, &known),
            };
            let mut compared: Vec<(String, Shown)> = Vec::new();
            for read in reason.cells.iter().filter_map(|cell| written(&engine.pack, cell)).flat_map(compared_with) {
                let id = known.id(read);
                if !compared.iter().any(|(own, _)| own == id) {
                    compared.push((id.to_owned(), known.value(read)));
                }
            }
            let row = table.and_then(|table| Some((table, row_of(table, &reason)?.1)));
            let row = row.filter(|_| matches!(reason.holds, Holds::Always | Holds::Sometimes));
            let gives = row.map(|(table, row)| given(table, row, &known)).unwrap_or_default();
            let (gives, gives_in_words) = gives.into_iter().unzip();
            let is_beaten = beating.is_some() && reason.holds != Holds::Never;
            let compared_with = Entries(compared);
            ToldReason { reason, remark, is_beaten, gives: Entries(gives), gives_in_words, compared_with }
        });
        told.collect()
    };
    Told { rules: each(why.rules), against: each(why.against) }
}

/// What a row concludes for each output: as it is, and in words.
fn given(table: &Table, row: &Row, known: &Known) -> Vec<((String, Shown), String)> {
    let pack = &known.engine.pack;
    let outputs = table.outputs.iter().zip(&row.entries).filter_map(|(output, entry)| {
        let derived = pack.derived.get(output.index())?;
        let written = |formula: &Formula, named: &dyn Fn(Read) -> String| {
            format!("= {}", Writer { pack, named }.formula(formula, Some(&derived.kind)))
        };
        let (shown, words) = match entry {
            Entry::Value(value) => {
                let shown = Shown::value(value, &derived.kind, pack);
                let words = values::words(&shown, Some(&derived.kind), pack);
                (shown, words)
            }
            Entry::Undecided => (Shown::Undetermined, "undecided".to_owned()),
            Entry::Formula(formula) => {
                let plain = written(formula, &|read| known.id(read).to_owned());
                (Shown::Text(plain), written(formula, &|read| known.named(read)))
            }
        };
        Some(((derived.id.clone(), shown), format!("{} {words}", derived.id)))
    });
    outputs.collect()
}

/// The cell of the pack that a reason shows: the same text on the same name tests the same wherever it stands.
pub fn written<'p>(pack: &'p Pack, shown: &ReasonCell) -> Option<&'p Cell> {
    let rules = pack.rules.iter().flat_map(|rule| [&rule.when, &rule.unless]);
    let rows = pack.tables.iter().flat_map(|table| {
        let rows = table.rows.iter().flat_map(|row| [&row.when, &row.unless]);
        std::iter::once(&table.when).chain(rows)
    });
    let conditions = pack.derived.iter().filter_map(|derived| match &derived.definition {
        Definition::Condition(condition) => Some([&condition.when, &condition.unless]),
        _ => None,
    });
    let mut cells = rules.chain(rows).chain(conditions.flatten()).flat_map(When::cells);
    cells.find(|cell| cell.text == shown.test && pack.id_of(cell.of) == shown.name)
}

/// The ids that the cell of a reason compares with.
pub fn compared<'p>(pack: &'p Pack, shown: &ReasonCell) -> Vec<&'p str> {
    let reads = written(pack, shown).map(compared_with).unwrap_or_default();
    reads.into_iter().map(|read| id_of(pack, read)).collect()
}

/// The table of that name, or that an output of that name is of.
pub fn table_of<'p>(pack: &'p Pack, element: &str) -> Option<&'p Table> {
    let output = || {
        let derived = pack.derived.iter().find(|derived| derived.id == element)?;
        match &derived.definition {
            Definition::Output { table, .. } => pack.tables.get(table.index()),
            _ => None,
        }
    };
    pack.tables.iter().find(|table| table.id == element).or_else(output)
}

/// The row that a reason of its table shows, and where it stands.
pub fn row_of<'t>(table: &'t Table, reason: &Reason) -> Option<(usize, &'t Row)> {
    table.rows.iter().enumerate().find(|(at, _)| plan::row_name(Some(table), *at) == reason.rule)
}

/// The positions of rows that fit, with whether they do in every completion.
fn fitting(table: &Table, why: &Why) -> Vec<(usize, bool)> {
    let fits = |reason: &&Reason| matches!(reason.holds, Holds::Always | Holds::Sometimes);
    let rows = why.rules.iter().filter(fits);
    rows.filter_map(|reason| Some((row_of(table, reason)?.0, reason.holds == Holds::Always))).collect()
}

/// The row that certainly fits, and keeps the row of a reason from counting.
fn beating(reason: &Reason, table: &Table, fitting: &[(usize, bool)]) -> Option<usize> {
    let (at, row) = row_of(table, reason)?;
    let keeps_out = |other: usize| match reason.holds {
        Holds::Never => row.otherwise && other != at,
        _ => table.hit == Hit::First && other < at,
    };
    fitting.iter().filter(|(other, always)| *always && keeps_out(*other)).map(|(other, _)| *other).min()
}

fn row_remark(reason: &Reason, table: &Table, beating: Option<usize>, known: &Known) -> Option<String> {
    let Some(other) = beating else {
        let (_, row) = row_of(table, reason)?;
        return validity(&row.grounds, Read::Name(table.dated_by), known);
    };
    let other = match plan::row_name(Some(table), other) {
        name if name.bytes().all(|letter| letter.is_ascii_digit()) => format!("row {name}"),
        name => format!("`{name}`"),
    };
    Some(match reason.holds {
        Holds::Never => format!("{other} fits"),
        _ => format!("does not count: {other} stands before it"),
    })
}

fn rule_remark(reason: &Reason, known: &Known) -> Option<String> {
    let rule = known.engine.pack.rules.iter().find(|rule| reason.outdated && rule.id == reason.rule)?;
    validity(&rule.grounds, Read::Name(Name::Now), known)
}

/// When something is valid, where that is not always, and what the day is.
fn validity(grounds: &Grounds, day: Read, known: &Known) -> Option<String> {
    let valid = match (grounds.valid_from.map(date::print), grounds.valid_until.map(date::print)) {
        (None, None) => return None,
        (Some(from), None) => format!("from {from} on"),
        (None, Some(until)) => format!("until {until}"),
        (Some(from), Some(until)) => format!("from {from} until {until}"),
    };
    Some(format!("valid {valid}; {} is {}", known.id(day), known.words(day)))
}
