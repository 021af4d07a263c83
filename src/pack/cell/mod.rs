//! Cells: written tests held against the type of what they test.
//!
//! [`syntax`] takes a cell apart to what is [`written`], [`typing`] says what each test means for the type, [`end`] what it compares with, and
//! [`always`] whether they can fail at all.

mod always;
mod end;
mod syntax;
mod typing;
mod written;

use crate::model::{Cell, Clause, Name, Test, Type, When};

use self::typing::Typing;
use self::written::Written;
use super::diagnostic::Sink;
use super::document::{Node, Pair, Place, Text};
use super::item::{self, Item};
use super::literal;
use super::names::Names;
use super::{codes, document};

/// The `when`, `unless` or `applies` of an item; `absent` where it is not written.
pub(super) fn when(item: &Item, key: &str, absent: When, names: &Names, sink: &mut Sink) -> When {
    match item.get(key) {
        Some(node) => clauses(node, names, sink),
        None => absent,
    }
}

/// A table of cells, or a list of such tables of which any will do.
pub(super) fn clauses(node: &Node, names: &Names, sink: &mut Sink) -> When {
    match &node.value {
        document::Written::List(items) => {
            When(items.iter().map(|item| clause(item::table(item, sink), names, sink)).collect())
        }
        _ => When(vec![clause(item::table(node, sink), names, sink)]),
    }
}

fn clause(pairs: &[Pair], names: &Names, sink: &mut Sink) -> Clause {
    Clause(pairs.iter().filter_map(|pair| of_pair(pair, names, sink)).collect())
}

/// `anger = ">= angry"`; a list of texts means any of them.
fn of_pair(pair: &Pair, names: &Names, sink: &mut Sink) -> Option<Cell> {
    let of = names.tested(pair.key_text(), sink);
    let texts = item::texts(&pair.value, sink);
    any_of(of?, &texts, pair.value.place, names, sink)
}

/// One cell; what does not read, or does not suit the type of what it tests, is reported.
pub(super) fn cell(of: Name, text: Text<'_>, names: &Names, sink: &mut Sink) -> Option<Cell> {
    any_of(of, &[text], text.trim().place(), names, sink)
}

/// The cell that holds where any of some texts does.
pub(super) fn any_of(of: Name, texts: &[Text<'_>], place: Place, names: &Names, sink: &mut Sink) -> Option<Cell> {
    let read: Vec<_> = texts.iter().filter_map(|text| tests(of, *text, names, sink)).collect();
    let (written, tests): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    let (written, tests) = (written.concat(), tests.concat());
    let text = texts.iter().map(|text| text.trim().text).collect::<Vec<_>>().join(", ");
    let cell = Cell { of, tests, text };
    always::check(&cell, &written, place, names, sink);
    (!cell.tests.is_empty()).then_some(cell)
}

/// The tests of a text, as they are written and as they are meant.
fn tests<'a>(of: Name, text: Text<'a>, names: &Names, sink: &mut Sink) -> Option<(Vec<Written<'a>>, Vec<Test>)> {
    let text = text.trim();
    let kind = names.kind(of)?;
    if let (Type::Several(choices), "[]") = (kind, text.text) {
        let ids = choices.iter().map(|choice| choice.id.as_str()).collect::<Vec<_>>().join(", ");
        sink.error(codes::CELL, text.place(), "`[]` is no test")
            .help(format_args!("for none of them, write `not({ids})`"));
        return None;
    }
    let is_number = matches!(kind, Type::Number { .. } | Type::Money { .. } | Type::Duration { .. });
    let written = syntax::parse(without_needless_quotes(text, kind), is_number, sink)?;
    let mut typing = Typing { of, kind, names, sink };
    let tests = written.iter().map(|test| typing.test(test)).collect::<Vec<_>>();
    let tests: Option<Vec<Test>> = tests.into_iter().collect();
    Some((written, tests?))
}

/// A whole cell in quotes reads as if it had none, unless it is one of the declared values.
fn without_needless_quotes<'a>(text: Text<'a>, kind: &Type) -> Text<'a> {
    let (inside, _) = literal::unquoted(text);
    let is_whole = !inside.text.contains(['"', '\'']);
    let is_value = kind.choices().iter().any(|choice| choice.id == inside.text);
    if is_whole && !is_value { inside } else { text }
}
