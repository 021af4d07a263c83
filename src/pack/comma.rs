//! Commas between two digits, which many write within a number: `0,10` for a decimal, `1,000` for thousands.

/// The way out where the comma at the byte `at` of `text` stands between a number and a digit, with no space: it is one
/// number as well as two. `None` for every other comma.
pub(super) fn way_out(text: &str, at: usize) -> Option<String> {
    let whole = number(text, at)?;
    let several = whole.split(',').collect::<Vec<_>>().join(", ");
    let one = one(&whole);
    Some(match one.is_empty() {
        true => format!("put a space behind each comma, as in `{several}`; a number is written without commas"),
        false => format!("for one number write {one}; for several put a space behind the comma, as in `{several}`"),
    })
}

/// [`way_out`] where only one number can stand, such as the end of an interval.
pub(super) fn of_one(text: &str, at: usize) -> Option<String> {
    let one = one(&number(text, at)?);
    Some(match one.is_empty() {
        true => "write the number without commas".to_owned(),
        false => format!("write {one}"),
    })
}

/// What stands around a comma between a number and a digit.
fn number(text: &str, at: usize) -> Option<String> {
    let (before, after) = (text.get(..at)?, text.get(at.checked_add(1)?..)?);
    let is_digit = |letter: char| letter.is_ascii_digit();
    let is_inside = |letter: char| is_digit(letter) || matches!(letter, ',' | '.');
    if !before.ends_with(is_digit) || !after.starts_with(is_digit) {
        return None;
    }
    let head = before.trim_end_matches(is_inside);
    if head.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_') {
        // The digit ends a name.
        return None;
    }
    let left = before.get(head.len()..)?;
    let right = after.get(..after.find(|letter| !is_inside(letter)).unwrap_or(after.len()))?;
    Some(format!("{left},{}", right.trim_end_matches([',', '.'])))
}

/// The single numbers that may be meant, in backticks; empty if none of any country is.
fn one(whole: &str) -> String {
    let thousands = are_thousands(whole).then(|| whole.replace(',', ""));
    let is_decimal = whole.matches(',').count() == 1 && !whole.contains('.');
    let decimal = is_decimal.then(|| whole.replace(',', "."));
    // `1.000` could be refused again, as more decimals than its type has.
    let decimal = decimal.map(|decimal| match thousands {
        Some(_) => decimal.trim_end_matches('0').trim_end_matches('.').to_owned(),
        None => decimal,
    });
    thousands.into_iter().chain(decimal).map(|one| format!("`{one}`")).collect::<Vec<_>>().join(" or ")
}

/// Whether the commas of a number stand before three digits each, as in `1,000` and `25,000.00`.
fn are_thousands(whole: &str) -> bool {
    let (digits, fraction) = whole.split_once('.').unwrap_or((whole, ""));
    let (first, groups) = digits.split_once(',').unwrap_or((digits, ""));
    let has_groups = groups.split(',').all(|group| group.len() == 3);
    has_groups && !first.starts_with('0') && first.len() <= 3 && !fraction.contains([',', '.'])
}

#[cfg(test)]
mod tests {
    use super::{of_one, way_out};

    fn said(text: &str) -> Option<String> {
        way_out(text, text.find(',')?)
    }

    #[test]
    fn a_comma_between_digits_has_the_ways_out_that_may_be_meant() {
        for (written, one, several) in [
            ("fee * 0,10)", "`0.10`", "`0, 10`"),
            ("19,99", "`19.99`", "`19, 99`"),
            ("0,125", "`0.125`", "`0, 125`"),
            ("min(1,000.00, fee)", "`1000.00`", "`1, 000.00`"),
            ("1,000", "`1000` or `1`", "`1, 000`"),
            ("1,250", "`1250` or `1.25`", "`1, 250`"),
            ("> 1,000,000", "`1000000`", "`1, 000, 000`"),
        ] {
            let help = format!("for one number write {one}; for several put a space behind the comma, as in {several}");
            assert_eq!(said(written), Some(help), "{written}");
        }
    }

    #[test]
    fn the_end_of_an_interval_is_one_number() {
        for (written, help) in
            [("9,99", "write `9.99`"), ("1,000", "write `1000` or `1`"), ("1,2,3", "write the number without commas")]
        {
            assert_eq!(of_one(written, 1).as_deref(), Some(help), "{written}");
        }
    }

    #[test]
    fn what_is_no_number_of_any_country_is_several() {
        for (written, several) in [("1,2,3", "1, 2, 3"), ("49.99,59.99", "49.99, 59.99")] {
            assert!(said(written).is_some_and(|help| help.starts_with("put") && help.contains(several)), "{written}");
        }
    }

    #[test]
    fn other_commas_part() {
        for written in ["1, 2", "1 ,2", "fee_1,2", "low2,3", "max(1),2", "a,2", "1,a", "1,", "é,1"] {
            assert_eq!(said(written), None, "{written}");
        }
    }
}
