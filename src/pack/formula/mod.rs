//! Formulas: parts that fit together, of the type that is due.
//!
//! A text is taken apart into [`words`], which [`syntax`] puts together to what is [`written`]; [`typing`] says what each
//! part of that is ([`sort`]) and makes the model's formula of it, with [`operations`], [`dates`] and [`rounding()`].

mod dates;
mod operations;
mod reader;
mod rounding;
mod sort;
mod syntax;
mod typing;
mod words;
mod written;

use crate::model::{Comparison, Formula, Relation, Type};

use self::sort::Sort;
use self::typing::{Typing, is_plain};
use super::codes;
use super::diagnostic::Sink;
use super::document::Text;
use super::kinds::are_alike;
use super::names::Names;

pub(super) use self::rounding::rounding;

/// Reads a formula that gives the type `due`; a leading `=` may stand. What is wrong is reported.
pub(super) fn formula(text: Text<'_>, due: &Type, names: &Names, sink: &mut Sink) -> Option<Formula> {
    let expression = syntax::parse(without_equals(text), sink)?;
    let (formula, sort) = Typing { names, sink }.part(&expression)?;
    let fits = match (&sort, due) {
        (Sort::Written, Type::Number { .. } | Type::Money { .. }) => true,
        (Sort::Copied(kind), _) => are_alike(kind, due),
        _ => Sort::of(due).as_ref() == Some(&sort),
    };
    if fits {
        return is_plain(&expression, due, sink).then_some(formula);
    }
    let help = match (&sort, due) {
        (Sort::Written, Type::Duration { .. }) => "write the unit, as in `2 h`, or multiply by `1 h`",
        (Sort::Number, Type::Duration { .. }) => "multiply by a unit, as in `hours_lost * 1 h`",
        (Sort::Number, Type::Money { .. }) => "multiply by an amount, as in `10.00 * days`",
        (Sort::Duration, Type::Number { .. }) => "divide by a unit, as in `waited / 1 h`",
        (Sort::Money, Type::Number { .. }) => "divide by an amount",
        (Sort::Copied(_), _) => "only `= the_name` of one with the same values can be copied; else write rows",
        _ => "change the formula, or the declared type",
    };
    let due = due.id();
    sink.error(codes::FORMULA_TYPES, text.place(), format_args!("this is {}, but the type is `{due}`", sort.word()))
        .help(help);
    None
}

/// `goodwill_amount <= price * 150 / 100`.
pub(super) fn comparison(text: Text<'_>, names: &Names, sink: &mut Sink) -> Option<Comparison> {
    let (left_text, relation, right_text) = words::relation(text, sink)?;
    let (left, right) = (syntax::parse(left_text, sink), syntax::parse(right_text, sink));
    let (left_part, right_part) = (left?, right?);
    let mut typing = Typing { names, sink };
    let (left, left_sort) = typing.part(&left_part)?;
    let (right, right_sort) = typing.part(&right_part)?;
    let sort = typing.common(&left_sort, &right_sort, text)?;
    typing.are_plain([&left_part, &right_part], &sort).then_some(())?;
    let relation = match relation.text {
        "<=" => Relation::AtMost,
        ">=" => Relation::AtLeast,
        "<" => Relation::Less,
        ">" => Relation::Greater,
        _ => Relation::Equal,
    };
    Some(Comparison { left, relation, right })
}

/// Without the `=` that marks a formula in a cell.
fn without_equals(text: Text<'_>) -> Text<'_> {
    let text = text.trim();
    if text.text.starts_with('=') { text.slice(1..text.text.len()).trim() } else { text }
}
