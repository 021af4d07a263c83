//! Decision tables as tables, and those that are written as rules as sentences.

use amends::model::{Hit, Name, Row, Table, Type};
use amends::pack::Kind;

use super::Described;
use super::cells::{tests, title, when};
use super::formulas::entry;
use super::sections::validity;
use super::sources::{because, escaped, evidence, joined};

pub fn tables(described: &Described) -> String {
    let tables = &described.pack.tables;
    if tables.is_empty() {
        return String::new();
    }
    let each = tables.iter().map(|table| self::table(described, table));
    format!("## Tables\n\n{}", each.collect::<Vec<_>>().join("\n"))
}

fn table(described: &Described, table: &Table) -> String {
    let pack = described.pack;
    let gate = when(&table.when, pack).map(|when| format!("Used only when {when}. ")).unwrap_or_default();
    let dated = match table.dated_by {
        Name::Now => String::new(),
        name => format!("Which rows are valid is told by **{}**. ", title(name, pack)),
    };
    let source = described.sources.of(Kind::Table, &table.id);
    let grounds = joined([because(&table.grounds), evidence(&table.grounds.evidence, pack), source], " · ");
    let body = match table.inputs.is_empty() && !is_dated(table) {
        true => sentences(described, table),
        false => grid(described, table),
    };
    format!("### {}\n\n{gate}{dated}{}  \n{grounds}\n\n{body}", escaped(&table.title), hit(table.hit))
}

/// Whether nothing but the day tells its rows apart.
fn is_dated(table: &Table) -> bool {
    let has_day = |row: &Row| row.grounds.valid_from.is_some() || row.grounds.valid_until.is_some();
    table.rows.iter().all(|row| row.when.is_always() && !row.otherwise && has_day(row))
}

/// What a hit policy means to somebody who reads the table.
fn hit(hit: Hit) -> &'static str {
    match hit {
        Hit::Unique => "At most one row fits any case.",
        Hit::Any => "Several rows may fit, and conclude the same.",
        Hit::Priority => "Of the rows that fit, the one with the foremost answer counts.",
        Hit::First => "The first row that fits counts.",
        Hit::RuleOrder => "All rows that fit count, in their order.",
        Hit::OutputOrder => "All rows that fit count, in the order of their answers.",
        Hit::Collect => "All rows that fit count.",
        Hit::CollectSum => "The rows that fit are added up.",
        Hit::CollectMin => "The least of the rows that fit counts.",
        Hit::CollectMax => "The greatest of the rows that fit counts.",
        Hit::CollectCount => "The rows that fit are counted.",
    }
}

fn grid(described: &Described, table: &Table) -> String {
    let pack = described.pack;
    let by_day = table.inputs.is_empty();
    let mut heading: Vec<String> = table.inputs.iter().map(|input| title(*input, pack)).collect();
    heading.extend(by_day.then(|| "valid".to_owned()));
    for output in &table.outputs {
        heading.push(format!("**{}**", title(Name::Derived(*output), pack)));
    }
    heading.extend(["why".to_owned(), "stands in".to_owned()]);
    let mut text = format!("| {} |\n|{}\n", heading.join(" | "), "---|".repeat(heading.len()));
    for (at, row) in table.rows.iter().enumerate() {
        let mut cells: Vec<String> = table.inputs.iter().map(|input| input_cell(described, row, *input)).collect();
        let valid = validity(&row.grounds);
        let (day, validity) = if by_day { (Some(valid), String::new()) } else { (None, valid) };
        cells.extend(day.map(|day| day.trim_matches([' ', '(', ')']).to_owned()));
        cells.extend(conclusions(described, table, row).into_iter().map(|(_, value)| value));
        let own = if row.grounds.because == table.grounds.because { String::new() } else { because(&row.grounds) };
        let unless =
            when(&row.unless, pack).filter(|_| !row.unless.0.is_empty()).map(|when| format!("not when {when}"));
        let sources = if row.grounds.evidence == table.grounds.evidence {
            String::new()
        } else {
            evidence(&row.grounds.evidence, pack)
        };
        cells.push(joined([own, unless.unwrap_or_default(), validity, sources], " · "));
        cells.push(described.sources.of_row(&table.id, at));
        text.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    text
}

/// What a row asks of one column.
fn input_cell(described: &Described, row: &Row, input: Name) -> String {
    if row.otherwise {
        return "*otherwise*".to_owned();
    }
    let cells: Vec<String> =
        row.when.cells().filter(|cell| cell.of == input).map(|cell| tests(cell, described.pack)).collect();
    let short = cells.iter().map(|cell| cell.strip_prefix("is ").unwrap_or(cell).to_owned());
    if cells.is_empty() { "–".to_owned() } else { short.collect::<Vec<_>>().join(" and ") }
}

/// Each output of the table by its title, with what the row concludes for it.
fn conclusions(described: &Described, table: &Table, row: &Row) -> Vec<(String, String)> {
    let pack = described.pack;
    let concluded = table.outputs.iter().zip(&row.entries).map(|(output, given)| {
        let kind = pack.derived.get(output.index()).map_or(&Type::Text, |derived| &derived.kind);
        (title(Name::Derived(*output), pack), entry(given, kind, pack))
    });
    concluded.collect()
}

/// A sparse table reads better row by row.
fn sentences(described: &Described, table: &Table) -> String {
    let pack = described.pack;
    let mut text = String::new();
    for (at, row) in table.rows.iter().enumerate() {
        let condition = match (row.otherwise, when(&row.when, pack)) {
            (true, _) => "Otherwise".to_owned(),
            (false, Some(when)) => format!("When {when}"),
            (false, None) => "Always".to_owned(),
        };
        let unless =
            when(&row.unless, pack).filter(|_| !row.unless.0.is_empty()).map(|when| format!(", unless {when}"));
        let results: Vec<String> = conclusions(described, table, row)
            .into_iter()
            .map(|(title, value)| format!("**{title}** is {value}"))
            .collect();
        let source = described.sources.of_row(&table.id, at);
        let grounds = joined([because(&row.grounds), evidence(&row.grounds.evidence, pack), source], " · ");
        let unless = unless.unwrap_or_default();
        text.push_str(&format!(
            "- {condition}{unless}{}: {}.  \n  {grounds}\n",
            validity(&row.grounds),
            results.join(", ")
        ));
    }
    text
}
