//! Which rows and rules of two packs are the same, though they bear other numbers or names: what is in conflict is known by
//! them.

use crate::engine::world::{Clash, Place};
use crate::model::{Pack, Table, When};
use crate::sorted;

/// What the rows and rules of the new pack are in the old one.
pub struct Alignment<'p> {
    old: &'p Pack,
    new: &'p Pack,
    /// By rule of the new pack: its number in the old one.
    rules: Vec<Option<usize>>,
}

/// What makes two conflicts the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConflictKey {
    /// At the table, value or parameter of an id, of order or authority: the rows or rules, numbered as in the old pack;
    /// those that the old one does not have come after all others.
    At(String, Vec<usize>),
    /// At a table or value that only one of the packs has: its name is its author's own matter.
    Elsewhere,
}

impl<'p> Alignment<'p> {
    pub fn of(old: &'p Pack, new: &'p Pack) -> Self {
        Alignment { old, new, rules: align(&rules_of(old), &rules_of(new)) }
    }

    /// What a conflict of the old pack is known by.
    pub fn of_old(&self, clash: &Clash) -> ConflictKey {
        key(place_in(self.old, self.new, clash.place), clash, &|row| row)
    }

    /// What a conflict of the new pack is known by.
    pub fn of_new(&self, clash: &Clash) -> ConflictKey {
        let rows = match clash.place {
            Place::Table(table) => self.rows(self.new.tables.get(table.index())),
            Place::Parameter(_) | Place::Order => self.rules.clone(),
            Place::Value(_) | Place::Authority => Vec::new(),
        };
        key(place_in(self.new, self.old, clash.place), clash, &|row| {
            let old = rows.get(row).copied().flatten();
            old.unwrap_or_else(|| row.saturating_add(usize::from(u16::MAX)))
        })
    }

    /// By row of a table of the new pack: its number in the old one.
    pub fn rows(&self, new: Option<&Table>) -> Vec<Option<usize>> {
        let old = new.and_then(|new| self.old.tables.iter().find(|old| old.id == new.id));
        old.zip(new).map(|(old, new)| align(&rows_of(old, self.old), &rows_of(new, self.new))).unwrap_or_default()
    }
}

fn key(place: Option<String>, clash: &Clash, row: &dyn Fn(usize) -> usize) -> ConflictKey {
    let Some(place) = place else { return ConflictKey::Elsewhere };
    let mut rows: Vec<usize> = clash.conflict.rows.iter().map(|at| row(usize::from(*at))).collect();
    sorted::sort_by(&mut rows, &Ord::cmp);
    ConflictKey::At(place, rows)
}

/// The id of a place of one pack that another has too.
fn place_in(own: &Pack, other: &Pack, place: Place) -> Option<String> {
    let (id, is_shared) = match place {
        Place::Table(table) => {
            let id = &own.tables.get(table.index())?.id;
            (id.clone(), other.tables.iter().any(|table| table.id == *id))
        }
        Place::Value(value) => {
            let id = &own.derived.get(value.index())?.id;
            (id.clone(), other.derived.iter().any(|value| value.id == *id))
        }
        Place::Parameter(parameter) => (own.parameters.get(parameter.index())?.id.clone(), true),
        Place::Order => ("order".to_owned(), true),
        Place::Authority => ("authority".to_owned(), true),
    };
    is_shared.then_some(id)
}

/// What something is called, and what it says in its author's words.
type Written = (Option<String>, String);

fn rules_of(pack: &Pack) -> Vec<Written> {
    let rule = |rule: &crate::model::Rule| (Some(rule.id.clone()), written([&rule.when, &rule.unless], pack));
    pack.rules.iter().map(rule).collect()
}

fn rows_of(table: &Table, pack: &Pack) -> Vec<Written> {
    let row = |row: &crate::model::Row| {
        let text = if row.otherwise { "otherwise".to_owned() } else { written([&row.when, &row.unless], pack) };
        (row.id.clone(), text)
    };
    table.rows.iter().map(row).collect()
}

fn written(cells: [&When; 2], pack: &Pack) -> String {
    let mut text = String::new();
    for when in cells {
        for clause in &when.0 {
            for cell in &clause.0 {
                text.extend([pack.id_of(cell.of), " ", &cell.text, "; "]);
            }
            text.push_str("| ");
        }
        text.push_str("unless ");
    }
    text
}

/// By item of the new list, its place in the old one: the item of the same id; else the first that says the same; what
/// is left over on both sides in order, if it is equally many.
fn align(old: &[Written], new: &[Written]) -> Vec<Option<usize>> {
    let mut places: Vec<Option<usize>> = vec![None; new.len()];
    let mut taken = vec![false; old.len()];
    let by_id = |old: &Written, new: &Written| old.0.is_some() && old.0 == new.0;
    let by_text = |old: &Written, new: &Written| old.1 == new.1;
    for is_same in [&by_id as &dyn Fn(&Written, &Written) -> bool, &by_text] {
        for (place, own) in places.iter_mut().zip(new).filter(|(place, _)| place.is_none()) {
            let mut free = old.iter().zip(&mut taken).enumerate().filter(|(_, (_, taken))| !**taken);
            if let Some((at, (_, taken))) = free.find(|(_, (old, _))| is_same(old, own)) {
                *taken = true;
                *place = Some(at);
            }
        }
    }
    let free: Vec<usize> = taken.iter().enumerate().filter(|(_, taken)| !**taken).map(|(at, _)| at).collect();
    if free.len() == places.iter().filter(|place| place.is_none()).count() {
        let open = places.iter_mut().filter(|place| place.is_none());
        open.zip(free).for_each(|(place, at)| *place = Some(at));
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(items: &[(&str, &str)]) -> Vec<Written> {
        items
            .iter()
            .map(|(id, text)| (Some((*id).to_owned()).filter(|id| !id.is_empty()), (*text).to_owned()))
            .collect()
    }

    #[test]
    fn what_is_reordered_or_renamed_is_known_again() {
        let old = written(&[("", "a"), ("", "b"), ("", "c")]);
        assert_eq!(align(&old, &written(&[("", "c"), ("", "a"), ("", "b")])), [Some(2), Some(0), Some(1)]);
        assert_eq!(align(&old, &written(&[("", "a"), ("", "x"), ("", "c")])), [Some(0), Some(1), Some(2)]);
        assert_eq!(align(&old, &written(&[("", "c"), ("", "x")])), [Some(2), None]);
        let named = written(&[("one", "a"), ("two", "b")]);
        assert_eq!(align(&named, &written(&[("two", "a"), ("one", "b")])), [Some(1), Some(0)]);
        assert_eq!(align(&named, &written(&[("uno", "b"), ("due", "a")])), [Some(1), Some(0)]);
    }
}
