//! Names and cells as parts of sentences: `waited = "[30 min..2 h)"` reads *is from 30 min to under 2 h*.

use amends::model::{Bound, Cell, End, From, Name, Pack, SettingId, Test, Type, Value};
use amends::plan::Shown;

use super::values;

/// What people call a fact, output, condition or value, in the middle of a sentence.
pub fn title(name: Name, pack: &Pack) -> String {
    let titled = match name {
        Name::Fact(fact) => pack.facts.get(fact.index()).map(|fact| (&fact.id, &fact.title)),
        Name::Derived(derived) => pack.derived.get(derived.index()).map(|derived| (&derived.id, &derived.title)),
        Name::Now => return "date of the case".to_owned(),
    };
    titled.map_or_else(String::new, |(id, title)| in_sentence(id, title))
}

/// A title that was made of the id, with a capital for headings, goes without it; an author's own stays as it is.
fn in_sentence(id: &str, title: &str) -> String {
    let of_id = id.replace('_', " ");
    if title.eq_ignore_ascii_case(&of_id) { of_id } else { title.to_owned() }
}

/// How the answer to a question is come by.
pub fn who_knows(from: From) -> &'static str {
    match from {
        From::Ticket => "it stands in the ticket",
        From::Agent => "you can tell",
        From::Customer => "ask the customer",
    }
}

/// A value in words.
pub fn value(value: &Value, kind: &Type, pack: &Pack) -> String {
    if let (Value::Scalar(scalar), choices @ [_, ..]) = (value, kind.choices()) {
        let choice = usize::try_from(*scalar).ok().and_then(|at| choices.get(at));
        return choice.map_or_else(String::new, |choice| in_sentence(&choice.id, &choice.title));
    }
    shown(&Shown::value(value, kind, pack), kind, pack)
}

/// A value as a plan has it, in words in the middle of a sentence.
pub fn shown(shown: &Shown, kind: &Type, pack: &Pack) -> String {
    let choice = |id: &str| kind.choices().iter().find(|choice| choice.id == id);
    match shown {
        Shown::Text(id) if let Some(choice) = choice(id) => in_sentence(&choice.id, &choice.title),
        Shown::List(list) if !list.is_empty() => {
            list.iter().map(|item| self::shown(item, kind, pack)).collect::<Vec<_>>().join(", ")
        }
        shown => values::words(shown, Some(kind), pack),
    }
}

/// What a cell asks of its name: `is e-mail or letter`, `at least angry`.
pub fn tests(cell: &Cell, pack: &Pack) -> String {
    any_of(&cell.tests, pack.type_of(cell.of), pack)
}

fn any_of(tests: &[Test], kind: &Type, pack: &Pack) -> String {
    let verb = if matches!(kind, Type::Several(_)) { "includes" } else { "is" };
    let values: Vec<String> = tests.iter().filter_map(|test| as_value(test, kind, pack)).collect();
    let others = tests.iter().filter_map(|test| as_phrase(test, kind, pack));
    let values = if values.is_empty() { None } else { Some(format!("{verb} {}", values.join(" or "))) };
    values.into_iter().chain(others).collect::<Vec<_>>().join(" or ")
}

/// A test for one value.
fn as_value(test: &Test, kind: &Type, pack: &Pack) -> Option<String> {
    match test {
        Test::Is(end) => Some(self::end(end, kind, pack)),
        _ => None,
    }
}

/// Any other test.
fn as_phrase(test: &Test, kind: &Type, pack: &Pack) -> Option<String> {
    Some(match test {
        Test::Is(_) => return None,
        Test::Any => "is anything".to_owned(),
        Test::None => "does not apply".to_owned(),
        Test::Unknown => "is not known".to_owned(),
        Test::Not(tests) if tests.contains(&Test::Unknown) => "is known".to_owned(),
        Test::Not(tests) if matches!(tests.as_slice(), [Test::None]) => "applies".to_owned(),
        Test::Not(tests) => {
            let parts =
                tests.iter().filter_map(|test| as_value(test, kind, pack).or_else(|| as_phrase(test, kind, pack)));
            let parts: Vec<String> = parts.collect();
            match (parts.as_slice(), kind) {
                ([only], Type::Several(_)) => format!("does not include {only}"),
                ([only], _) => format!("is not {only}"),
                (_, Type::Several(_)) => format!("includes neither {}", parts.join(" nor ")),
                _ => format!("is neither {}", parts.join(" nor ")),
            }
        }
        Test::Range { low, high } => range(low.as_ref(), high.as_ref(), kind, pack),
    })
}

fn range(low: Option<&Bound>, high: Option<&Bound>, kind: &Type, pack: &Pack) -> String {
    let end = |bound: &Bound| self::end(&bound.end, kind, pack);
    let is_date = matches!(kind, Type::Date { .. });
    match (low, high) {
        (Some(low), Some(high)) => {
            let from = if low.inclusive {
                "from"
            } else if is_date {
                "after"
            } else {
                "more than"
            };
            let to = if high.inclusive {
                "up to"
            } else if is_date {
                "until before"
            } else {
                "to under"
            };
            format!("is {from} {} {to} {}", end(low), end(high))
        }
        (Some(low), None) => format!("is {} {}", above(low.inclusive, kind), end(low)),
        (None, Some(high)) => format!("is {} {}", below(high.inclusive, kind), end(high)),
        (None, None) => "is anything".to_owned(),
    }
}

/// What stands before a lower bound without an upper one.
pub fn above(inclusive: bool, kind: &Type) -> &'static str {
    match (inclusive, matches!(kind, Type::Date { .. })) {
        (true, false) => "at least",
        (false, false) => "more than",
        (true, true) => "on or after",
        (false, true) => "after",
    }
}

/// What stands before an upper bound without a lower one.
pub fn below(inclusive: bool, kind: &Type) -> &'static str {
    match (inclusive, matches!(kind, Type::Date { .. })) {
        (true, false) => "at most",
        (false, false) => "less than",
        (true, true) => "on or before",
        (false, true) => "before",
    }
}

fn end(end: &End, kind: &Type, pack: &Pack) -> String {
    match end {
        End::Constant(scalar) => value(&Value::Scalar(*scalar), kind, pack),
        End::Setting(of) => setting(*of, pack),
        End::Name(name) => with_article(title(*name, pack)),
    }
}

/// A setting by its value and its name: `30 % (the setting “share”)`.
pub fn setting(of: SettingId, pack: &Pack) -> String {
    pack.settings.get(of.index()).map_or_else(String::new, |setting| {
        format!("{} (the setting “{}”)", value(&setting.value, &setting.kind, pack), setting.title)
    })
}

/// Authors' own titles may begin with the article.
fn with_article(title: String) -> String {
    let has_article = title.get(..4).is_some_and(|begin| begin.eq_ignore_ascii_case("the "));
    if has_article { title } else { format!("the {title}") }
}
