//! What to do about a case's errors that hold no way out of their own, for those who write cases by hand. The browser's
//! runtime has no room for it: there a form keeps most of them from arising.

use crate::model::Pack;

use super::{Case, CaseError, Given, read};

/// So many facts are named where none is near to what was written.
const MOST_NAMED: usize = 12;

/// [`read()`], of what somebody wrote by hand.
///
/// # Errors
/// As [`read()`], each with a way out.
pub fn read_written(
    entries: impl IntoIterator<Item = (String, Given)>,
    pack: &Pack,
    today: i64,
) -> Result<Case, Vec<CaseError>> {
    let with_way_out = |error: CaseError| match error.help {
        Some(_) => error,
        None => {
            let help = way_out(&error, pack);
            error.help(help)
        }
    };
    read(entries, pack, today).map_err(|errors| errors.into_iter().map(with_way_out).collect())
}

fn way_out(error: &CaseError, pack: &Pack) -> Option<String> {
    let help = match (error.code, error.fact.as_str()) {
        ("unknown-name", _) => return Some(named(pack)),
        ("given-twice", _) => "keep one of the two",
        ("wrong-type" | "not-declared", "role") => "leave it out where the agent holds the case",
        ("wrong-type" | "out-of-bounds", "now") => "leave it out where the case is looked at today",
        ("wrong-type", "declined") => "list there what was answered with “don't know”",
        ("wrong-type" | "not-declared", _) => "leave it out while it is not known",
        ("out-of-bounds", _) => "if that is right, widen the fact's `min` and `max` in the rules",
        ("too-fine", _) => "round it first",
        ("too-long", _) => "shorten it",
        ("too-many-errors", _) => "look whether the case was made for another pack",
        _ => return None,
    };
    Some(help.to_owned())
}

/// The facts that a case may name.
fn named(pack: &Pack) -> String {
    let mut help = String::from("leave it out");
    for (at, fact) in pack.facts.iter().enumerate() {
        if at == MOST_NAMED {
            help.push_str(", …");
            break;
        }
        help.push_str(if at == 0 { ", or name a fact of the pack: `" } else { ", `" });
        help.push_str(&fact.id);
        help.push('`');
    }
    help
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Choice, Fact, From, Grounds, Type, When};

    fn pack() -> Pack {
        let fact = |id: &str, kind: Type| Fact {
            id: id.to_owned(),
            title: id.to_owned(),
            kind,
            ask: None,
            from: From::Agent,
            applies: When::always(),
            optional: false,
            default: None,
            sensitive: false,
            usual: None,
            grounds: Grounds::default(),
        };
        let choice = Choice { id: "calm".to_owned(), title: String::new() };
        Pack {
            facts: vec![
                fact("anger", Type::Level(vec![choice])),
                fact("price", Type::Money { decimals: 2, min: 0, max: 50_000 }),
                fact("waited", Type::Duration { min: 0, max: 14_400 }),
                fact("said", Type::Text),
            ],
            ..Pack::default()
        }
    }

    #[test]
    fn every_error_of_a_case_has_a_way_out() {
        let text = |text: &str| Given::Text(text.to_owned());
        let number = |text: &str| Given::Number(text.to_owned());
        for (name, given, said) in [
            (
                "colour",
                text("red"),
                "`colour` is no fact of this pack (leave it out, or name a fact of the pack: `anger`, `price`, `waited`, `said`)",
            ),
            ("anger", text("glad"), "`anger` is `glad`; expected one of `calm` (leave it out while it is not known)"),
            (
                "anger",
                number("3"),
                "`anger` is the number `3`; expected one of `calm` (leave it out while it is not known)",
            ),
            ("anger", text("CALM"), "`anger` is `CALM`; expected one of `calm` (did you mean `calm`?)"),
            (
                "anger",
                text("none"),
                "`anger` is never `none`: it applies in every case (leave it out while it is not known)",
            ),
            (
                "price",
                Given::List(Vec::new()),
                "`price` is a list; expected an amount such as `49.99` (leave it out while it is not known)",
            ),
            ("price", text("12,50 EUR"), "`price` is `12,50 EUR`; expected an amount such as `49.99` (write `12.50`)"),
            (
                "price",
                number("501"),
                "`price` is the number `501`; expected a value from 0.00 to 500.00 \
                 (if that is right, widen the fact's `min` and `max` in the rules)",
            ),
            ("price", number("0.001"), "`price` is the number `0.001`; expected at most 2 decimals (round it first)"),
            (
                "waited",
                text("11 days"),
                "`waited` is `11 days`; expected a value from 0 min to 10 days \
                 (if that is right, widen the fact's `min` and `max` in the rules)",
            ),
            ("said", text(&"a".repeat(200_000)), "`said` is too long; expected at most 100000 bytes (shorten it)"),
            (
                "role",
                text("boss"),
                "`role` is `boss`; this pack declares none (leave it out where the agent holds the case)",
            ),
            (
                "now",
                number("5"),
                "`now` is the number `5`; expected a date such as `2026-04-01` (leave it out where the case is looked at today)",
            ),
            (
                "declined",
                text("anger"),
                "`declined` is `anger`; expected a list of facts such as `[\"waited\"]` \
                 (list there what was answered with “don't know”)",
            ),
        ] {
            let errors = read_written([(name.to_owned(), given)], &pack(), 0).expect_err("an error");
            assert_eq!(errors.iter().map(ToString::to_string).collect::<Vec<_>>(), [said]);
        }
        let twice = ["anger", "anger"].map(|name| (name.to_owned(), text("calm")));
        let errors = read_written(twice, &pack(), 0).expect_err("an error");
        assert_eq!(errors.first().and_then(|error| error.help.as_deref()), Some("keep one of the two"));
        let strangers = (0..200).map(|at| (format!("stranger_{at}"), Given::Null));
        let errors = read_written(strangers, &pack(), 0).expect_err("errors");
        assert!(errors.iter().all(|error| error.help.is_some()), "{errors:?}");
    }
}
