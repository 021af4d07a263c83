//! Formulas in Markdown, with the titles of what they read.

use amends::model::{Comparison, Entry, Formula, Pack, Relation, Rounding, Type};

use super::super::formulas::{self, Read, Writer};
use super::super::sentences;
use super::cells::{title, value as value_in_words};
use super::sources::escaped;

/// A formula that gives a value of `kind`.
pub fn formula(formula: &Formula, kind: &Type, pack: &Pack) -> String {
    Writer { pack, named: &|read| named(read, pack) }.formula(formula, Some(kind))
}

/// What a row or rule concludes.
pub fn entry(entry: &Entry, kind: &Type, pack: &Pack) -> String {
    match entry {
        Entry::Value(value) => value_in_words(value, kind, pack),
        Entry::Undecided => "undecided".to_owned(),
        // By itself its value says enough; in a formula it is told apart from bare figures.
        Entry::Formula(Formula::Setting(setting)) => {
            let setting = pack.settings.get(setting.index());
            setting.map_or_else(String::new, |setting| value_in_words(&setting.value, &setting.kind, pack))
        }
        Entry::Formula(formula) => self::formula(formula, kind, pack),
    }
}

pub fn comparison(Comparison { left, relation, right }: &Comparison, pack: &Pack) -> String {
    let relation = match relation {
        Relation::Less => "is less than",
        Relation::AtMost => "is at most",
        Relation::Equal => "equals",
        Relation::AtLeast => "is at least",
        Relation::Greater => "is more than",
    };
    let (left, right) = Writer { pack, named: &|read| named(read, pack) }.pair(left, right);
    format!("{left} {relation} {right}")
}

/// How a result of `kind` is rounded.
pub fn rounding(mode: Rounding, step: &Formula, kind: &Type, pack: &Pack) -> String {
    formulas::rounding(mode, &formula(step, kind, pack))
}

fn named(read: Read, pack: &Pack) -> String {
    match read {
        Read::Name(name) => title(name, pack),
        Read::Setting(setting) => escaped(&sentences::setting(setting, pack)),
    }
}
