//! The test cases of a table, written as scenarios.

use serde::Serialize;
use serde_json::{Map, Value as Json};

use amends::model::{Table, TableId, date};
use amends::proof::test_cases::{Cell, TestCases, test_cases};

use super::Outcome;
use super::open::Opened;
use super::output::{self, json};
use super::problem::{Problem, Stop};

/// What `--json` prints.
#[derive(Serialize)]
struct Written {
    scenarios: Vec<Scenario>,
    /// Cells that make no difference in any case, or of which it could not be shown.
    unshown: Vec<UnshownCell>,
}

#[derive(Serialize)]
struct Scenario {
    id: String,
    story: String,
    case: Map<String, Json>,
    expect: Expected,
}

#[derive(Serialize)]
struct Expected {
    values: Map<String, Json>,
}

#[derive(Serialize)]
struct UnshownCell {
    /// By id, or by number from 1.
    row: String,
    of: String,
    cell: String,
}

/// Prints scenarios that show each cell of a table to matter.
pub fn run(opened: &Opened, name: &str, now: i64, as_json: bool) -> Result<Outcome, Stop> {
    let tables = &opened.pack().tables;
    let Some((at, table)) = tables.iter().enumerate().find(|(_, table)| table.id == name) else {
        let problem = Problem::new("unknown-name", format!("the pack has no table `{name}`"));
        let near = amends::model::value::nearest(name, tables.iter().map(|table| table.id.as_str()));
        return Err(match near {
            Some(near) => problem.help(format!("did you mean `{near}`?")).into(),
            None => problem.into(),
        });
    };
    let TestCases { cases, unshown } = test_cases(&opened.engine, TableId::at(at), now);
    let mut scenarios = Vec::new();
    for (number, made) in (1..).zip(cases) {
        let mut story: Vec<String> = Vec::new();
        if let Some(row) = made.row {
            story.push(format!("{} of `{}` decides.", row_in_words(table, row), table.id));
        }
        for cell in &made.shows {
            let row = row_in_words(table, cell.row);
            story.push(format!("{row} fails by `{}` alone, which is not `{}`.", cell.of, cell.text));
        }
        let mut case = made.case;
        case.insert("now".to_owned(), Json::String(date::print(now)));
        let expect = Expected { values: made.values };
        scenarios.push(Scenario { id: format!("{}_{number}", table.id), story: story.join(" "), case, expect });
    }
    let outcome = if unshown.is_empty() { Outcome::Fine } else { Outcome::Found };
    if as_json {
        let unshown = unshown.iter().map(|cell| UnshownCell {
            row: table
                .rows
                .get(cell.row)
                .and_then(|row| row.id.clone())
                .unwrap_or_else(|| cell.row.saturating_add(1).to_string()),
            of: cell.of.clone(),
            cell: cell.text.clone(),
        });
        output::line(&json(&Written { scenarios, unshown: unshown.collect() }))?;
        return Ok(outcome);
    }
    let but = if unshown.is_empty() { "" } else { ", but for those named below," };
    output::line(&format!(
        "# Each cell of the table `{}`{but} is shown to matter by a pair of these cases.",
        table.id
    ))?;
    for scenario in &scenarios {
        output::line("")?;
        output::line("[[scenario]]")?;
        output::line(&format!("id = {}", toml(&Json::String(scenario.id.clone()))))?;
        output::line(&format!("story = {}", toml(&Json::String(scenario.story.clone()))))?;
        output::line(&format!("case = {}", inline(&scenario.case)))?;
        output::line(&format!("expect = {{ values = {} }}", inline(&scenario.expect.values)))?;
    }
    if !unshown.is_empty() {
        output::line("")?;
    }
    for Cell { row, of, text } in &unshown {
        let row = row_in_words(table, *row);
        output::line(&format!("# {row}: no case was found in which `{of}` being `{text}` makes the difference."))?;
    }
    Ok(outcome)
}

fn row_in_words(table: &Table, row: usize) -> String {
    match table.rows.get(row).and_then(|row| row.id.as_ref()) {
        Some(id) => format!("The row `{id}`"),
        None => format!("Row {}", row.saturating_add(1)),
    }
}

fn inline(entries: &Map<String, Json>) -> String {
    let entries: Vec<String> = entries.iter().map(|(key, value)| format!("{key} = {}", toml(value))).collect();
    format!("{{ {} }}", entries.join(", "))
}

/// A JSON value as TOML writes it; cases and values hold neither tables nor null.
fn toml(value: &Json) -> String {
    match value {
        // What JSON escapes in a text, TOML's basic strings escape alike.
        Json::Array(items) => format!("[{}]", items.iter().map(toml).collect::<Vec<_>>().join(", ")),
        value => value.to_string(),
    }
}
