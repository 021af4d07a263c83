//! Tables that cannot be told exactly.

use crate::model::{FactId, Name, Pack, TableId};
use crate::proof::{Finding, Kind, Subject};

/// Says of a table that it was too much, and which facts it rests on.
pub(super) fn finding(pack: &Pack, id: TableId, facts: &[FactId]) -> Finding {
    let table = pack.tables.get(id.index()).map_or("", |table| &table.id);
    let facts: Vec<String> = facts.iter().map(|fact| format!("`{}`", pack.id_of(Name::Fact(*fact)))).collect();
    Finding::new(
        Kind::TableOpen,
        Subject::Table(id),
        format!("the table `{table}` could not be looked at in all cases"),
    )
    .label(format!("it rests on {}", facts.join(", ")))
    .help("part it into tables that read fewer facts each; whatever is said of other tables is exact")
}
