//! A bare number with a unit, which TOML takes for a text without quotes, or for a number and a word behind it.

use std::ops::Range;

use super::said::Fault;
use crate::model::value::{self, ValueError};

/// The fault of a quantity with its unit, `2 h`, `100.00 EUR`, `8weeks`, if an error of TOML's reader stands in one.
pub fn fault(text: &str, span: Range<usize>) -> Option<Fault> {
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '_' | '+' | '-');
    let (before, rest) = text.split_at_checked(span.start)?;
    let start = before.trim_end_matches(is_part).len();
    let within = span.len().max(rest.len().saturating_sub(rest.trim_start_matches(is_part).len()));
    let whole = start..span.start.saturating_add(within);
    let quantity = text.get(whole.clone())?;
    let (message, help, is_open) = match value::duration(quantity) {
        // TOML's reader gives a text for the whole of it, and nothing for a part.
        Ok(_) | Err(ValueError::NoFixedLength) => {
            (format!("`{quantity}` needs quotes"), format!("write `\"{quantity}\"`"), whole != span)
        }
        Err(_) => {
            let (figure, unit) = figure(quantity)?;
            let is_currency = unit.len() == 3 && unit.bytes().all(|letter| letter.is_ascii_uppercase());
            let of =
                if is_currency { "amounts are in the pack's currency" } else { "its unit is declared, not repeated" };
            (format!("`{quantity}` is no number"), format!("write `{figure}`; {of}"), true)
        }
    };
    Some(Fault { span: whole, message, help, is_open })
}

/// The number in `100.00 EUR` or `EUR 100.00`, and the word beside it.
fn figure(quantity: &str) -> Option<(&str, &str)> {
    let is_of_word = |letter: char| letter.is_alphabetic();
    let is_blank = |letter: char| letter == ' ';
    let after = quantity.trim_end_matches(is_of_word);
    let figure = match after.len() < quantity.len() {
        true => after.trim_end_matches(is_blank),
        false => quantity.trim_start_matches(is_of_word).trim_start_matches(is_blank),
    };
    // The standard library's reader of floats would be a fourteenth of the author's module.
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|digit| digit.is_ascii_digit());
    let (whole, fraction) = figure.split_once('.').unwrap_or((figure, "0"));
    let is_number = digits(whole.strip_prefix(['+', '-']).unwrap_or(whole)) && digits(fraction);
    let word = quantity.trim_matches(|letter| !is_of_word(letter));
    (is_number && word.chars().all(is_of_word) && !word.is_empty()).then_some((figure, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantity_is_told_from_its_unit_wherever_it_stands() {
        for (quantity, found) in [
            ("100.00 EUR", Some(("100.00", "EUR"))),
            ("EUR -100", Some(("-100", "EUR"))),
            ("5stars", Some(("5", "stars"))),
            ("1.000.00 EUR", None),
            ("5 of 6", None),
            ("yes-no", None),
            ("-", None),
            ("", None),
        ] {
            assert_eq!(figure(quantity), found, "{quantity}");
        }
    }
}
