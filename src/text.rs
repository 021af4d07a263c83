//! Making texts without the standard library's formatting, which would be a fortieth of the browser's module.

/// Texts one after the other.
pub fn concat(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}

/// What stands before and after the first of some ASCII signs; the library's search would bring all its patterns.
pub fn cut<'text>(text: &'text str, signs: &[u8]) -> Option<(&'text str, &'text str)> {
    let place = text.bytes().position(|byte| signs.contains(&byte))?;
    Some((text.get(..place)?, text.get(place.saturating_add(1)..)?))
}

/// A whole number as text.
pub fn whole(number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    concat(&[sign, &digits(number.unsigned_abs(), 10, 1)])
}

/// How many there are, as text.
pub fn count(number: usize) -> String {
    digits(u64::try_from(number).unwrap_or(u64::MAX), 10, 1)
}

/// A number in a base from 2 to 36, with zeros before it up to some width.
pub fn digits(number: u64, base: u8, width: usize) -> String {
    let mut text = String::new();
    let mut rest = number;
    while rest > 0 || text.len() < width {
        let digit = rest.checked_rem(base.into()).and_then(|digit| u32::try_from(digit).ok());
        text.insert(0, digit.and_then(|digit| char::from_digit(digit, base.into())).unwrap_or('0'));
        rest = rest.checked_div(base.into()).unwrap_or(0);
    }
    text
}

/// Somebody's words for a message: no longer than a line.
pub fn shorten(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => concat(&[text.get(..end).unwrap_or_default(), "…"]),
        None => text.to_owned(),
    }
}

/// An id as a title: `held_on` as "Held on". A first letter beyond ASCII stays as it is: the tables of the world's capitals
/// would be as long as all else here.
pub fn words_of(id: &str) -> String {
    let mut words = String::new();
    for letter in id.chars() {
        let letter = if letter == '_' { ' ' } else { letter };
        words.push(if words.is_empty() { letter.to_ascii_uppercase() } else { letter });
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_as_the_standard_library_writes_them() {
        for number in [i64::MIN, -1_200, -1, 0, 9, 10, 4_711, i64::MAX] {
            assert_eq!(whole(number), number.to_string());
        }
        for number in [0, 15, 16, 255, 0xabc_def, u64::MAX] {
            assert_eq!(digits(number, 16, 4), format!("{number:04x}"));
        }
        assert_eq!(count(usize::MAX), usize::MAX.to_string());
        assert_eq!(concat(&["a", "", "b"]), "ab");
    }

    #[test]
    fn ids_read_as_titles() {
        assert_eq!(words_of("held_on"), "Held on");
        assert_eq!(words_of("EU261_case"), "EU261 case");
        assert_eq!(words_of("été"), "été");
        assert_eq!(words_of(""), "");
    }

    #[test]
    fn a_text_is_cut_at_the_first_of_the_signs() {
        assert_eq!(cut("ä.b.c", b"."), Some(("ä", "b.c")));
        assert_eq!(cut("1E5e", b"eE"), Some(("1", "5e")));
        assert_eq!(cut(".", b"."), Some(("", "")));
        assert_eq!(cut("none", b"."), None);
    }
}
