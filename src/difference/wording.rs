//! What two packs word otherwise. No plan is another for that.

use serde::Serialize;

use crate::model::{Definition, Pack, Table, Type};
use crate::plan::row_name;

use super::alignment::Alignment;

/// A text that is worded otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
pub struct Wording {
    /// What bears the id: `pack`, `step`, `role`, `setting`, `parameter`, `fact`, `condition`, `output`, `value`, `action`,
    /// `rule`, `table`, `row` or `evidence`.
    pub of: &'static str,
    /// Of a row, its table's id and what it is called there in the older pack: its own id, or its number from 1.
    pub id: String,
    /// `title`, `ask`, `because` or `claim`; of a value, its id.
    pub what: String,
    /// Empty where it was not worded at all.
    pub before: String,
    /// Empty where it is not worded any more.
    pub after: String,
}

/// Texts of what both packs have by id that are not the same in both, in declared order. Of rows those count that are the
/// same in both, whatever their numbers.
pub fn wordings(old: &Pack, new: &Pack, alignment: &Alignment<'_>) -> Vec<Wording> {
    let after = texts(new);
    let mut wordings = Vec::new();
    for Text { of, id, what, text } in texts(old) {
        let same = after.iter().find(|other| (other.of, other.id, other.what) == (of, id, what));
        if let Some(other) = same.filter(|other| other.text != text) {
            let (before, after) = (text.to_owned(), other.text.to_owned());
            wordings.push(Wording { of, id: id.to_owned(), what: what.to_owned(), before, after });
        }
    }
    for table in &new.tables {
        if let Some(before) = old.tables.iter().find(|before| before.id == table.id) {
            rows(before, table, &alignment.rows(Some(table)), &mut wordings);
        }
    }
    wordings
}

struct Text<'p> {
    of: &'static str,
    id: &'p str,
    what: &'p str,
    text: &'p str,
}

fn texts(pack: &Pack) -> Vec<Text<'_>> {
    let mut texts = Texts(Vec::new());
    texts.add("pack", &pack.id, &[("title", &pack.title)]);
    pack.steps.iter().for_each(|step| texts.add("step", &step.id, &[("title", &step.title)]));
    pack.roles.iter().for_each(|role| texts.add("role", &role.id, &[("title", &role.title)]));
    pack.settings.iter().for_each(|setting| texts.add("setting", &setting.id, &[("title", &setting.title)]));
    for parameter in &pack.parameters {
        texts.add("parameter", &parameter.id, &[("title", &parameter.title)]);
        texts.values("parameter", &parameter.id, &parameter.kind);
    }
    for fact in &pack.facts {
        texts.add("fact", &fact.id, &[("title", &fact.title), ("ask", fact.ask.as_deref().unwrap_or_default())]);
        texts.values("fact", &fact.id, &fact.kind);
    }
    for derived in &pack.derived {
        let (of, because) = match &derived.definition {
            Definition::Condition(condition) => ("condition", condition.grounds.because.as_str()),
            Definition::Output { .. } => ("output", ""),
            Definition::Value(value) => ("value", value.grounds.because.as_str()),
        };
        texts.add(of, &derived.id, &[("title", &derived.title), ("because", because)]);
        texts.values(of, &derived.id, &derived.kind);
    }
    for action in &pack.actions {
        texts.add("action", &action.id, &[("title", &action.title), ("because", &action.grounds.because)]);
    }
    pack.rules.iter().for_each(|rule| texts.add("rule", &rule.id, &[("because", &rule.grounds.because)]));
    for table in &pack.tables {
        texts.add("table", &table.id, &[("title", &table.title), ("because", &table.grounds.because)]);
    }
    // Programs hold no claims.
    for evidence in pack.evidence.iter().filter(|evidence| !evidence.claim.is_empty()) {
        texts.add("evidence", &evidence.id, &[("claim", &evidence.claim)]);
    }
    texts.0
}

struct Texts<'p>(Vec<Text<'p>>);

impl<'p> Texts<'p> {
    fn add(&mut self, of: &'static str, id: &'p str, named: &[(&'p str, &'p str)]) {
        self.0.extend(named.iter().map(|(what, text)| Text { of, id, what, text }));
    }

    fn values(&mut self, of: &'static str, id: &'p str, kind: &'p Type) {
        self.0.extend(kind.choices().iter().map(|choice| Text { of, id, what: &choice.id, text: &choice.title }));
    }
}

/// Adds rows whose reason is another one, unless they have it from the table in both packs.
fn rows(old: &Table, new: &Table, places: &[Option<usize>], wordings: &mut Vec<Wording>) {
    for (after, place) in new.rows.iter().zip(places) {
        let Some((at, before)) = place.and_then(|at| Some((at, old.rows.get(at)?))) else { continue };
        let [(before, of_old), (after, of_new)] =
            [(before, old), (after, new)].map(|(row, table)| (&row.grounds.because, &table.grounds.because));
        if before != after && !(before == of_old && after == of_new) {
            let id = [&old.id, " ", &row_name(Some(old), at)].concat();
            let (before, after) = (before.clone(), after.clone());
            wordings.push(Wording { of: "row", id, what: "because".to_owned(), before, after });
        }
    }
}
