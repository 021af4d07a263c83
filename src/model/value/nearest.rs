//! What was most likely meant by a word that is not there.

/// More slips than these make it another word, however long it is.
const MOST_SLIPS: usize = 3;

/// The candidate that `text` was most likely meant to be, if any is near: at most one slip in three letters of the longer of
/// the two, and three in all. Of several as near the first.
pub fn nearest<'a>(text: &str, mut candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    nearest_among(text, &mut || candidates.next())
}

fn nearest_among<'a>(text: &str, next: &mut dyn FnMut() -> Option<&'a str>) -> Option<&'a str> {
    let (mut fewer, mut nearest) = (0..MOST_SLIPS.saturating_add(1), None);
    while let Some(candidate) = next() {
        let longer = text.len().max(candidate.len());
        let found = fewer.clone().find(|slips| are_within(*slips, text.as_bytes(), candidate.as_bytes()));
        if let Some(slips) = found.filter(|slips| slips.saturating_mul(3) <= longer) {
            nearest = Some(candidate);
            fewer = 0..slips;
        }
    }
    nearest
}

/// Whether so many slips make one text the other: a letter too many, one too few, another one, or two neighbours the wrong way
/// round (the optimal string alignment of Damerau 1964). Capitals do not count. In bytes, which ids have one of for each letter.
/// `strsim` has it too, as a matrix; with few slips trying them is smaller in wasm.
fn are_within(slips: usize, a: &[u8], b: &[u8]) -> bool {
    // Nothing is gained by a slip where letters agree.
    let same = a.iter().zip(b).take_while(|(left, right)| left.eq_ignore_ascii_case(right)).count();
    let (a, b) = (a.get(same..).unwrap_or_default(), b.get(same..).unwrap_or_default());
    let ([left, after_left @ ..], [right, after_right @ ..]) = (a, b) else {
        return a.len().max(b.len()) <= slips;
    };
    let Some(slips) = slips.checked_sub(1) else { return false };
    let are_swapped = match (after_left, after_right) {
        ([second_left, a @ ..], [second_right, b @ ..]) => {
            left.eq_ignore_ascii_case(second_right)
                && right.eq_ignore_ascii_case(second_left)
                && are_within(slips, a, b)
        }
        _ => false,
    };
    are_swapped
        || are_within(slips, after_left, b)
        || are_within(slips, a, after_right)
        || are_within(slips, after_left, after_right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_finds_its_word() {
        let words = ["calm", "annoyed", "angry", "furious", "day", "late", "type", "team_lead"];
        for (written, meant) in [
            ("angyr", "angry"),
            ("furius", "furious"),
            ("cslm", "calm"),
            ("clam", "calm"),
            ("CALM", "calm"),
            ("dya", "day"),
            ("days", "day"),
            ("da", "day"),
            ("lte", "late"),
            ("Typ", "type"),
            ("anoyd", "annoyed"),
            ("TeamLead", "team_lead"),
            ("", ""),
        ] {
            assert_eq!(nearest(written, words.into_iter()), Some(meant).filter(|meant| !meant.is_empty()), "{written}");
        }
    }

    #[test]
    fn a_word_of_its_own_finds_none() {
        let words = ["calm", "rude", "pay", "no", "role", "email", "late"];
        for written in
            ["palm_tree", "rood", "card", "say_it", "on", "is", "x", "rule_of", "mild", "lost", "happy", "ra"]
        {
            assert_eq!(nearest(written, words.into_iter()), None, "{written}");
        }
    }

    #[test]
    fn of_several_the_nearest_is_meant_and_of_these_the_first() {
        assert_eq!(nearest("contact", ["contract", "contacts"].into_iter()), Some("contract"));
        assert_eq!(nearest("contacs", ["contract", "contacts"].into_iter()), Some("contacts"));
    }

    #[test]
    fn slips_are_counted() {
        for (a, b, slips) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "abc", 0),
            ("abc", "acb", 1),
            ("abc", "cab", 2),
            ("abcd", "badc", 2),
            ("ca", "abc", 3),
            ("kitten", "sitting", 3),
            ("Kitten", "SITTEN", 1),
        ] {
            let (a, b) = (a.as_bytes(), b.as_bytes());
            for few in 0..=MOST_SLIPS {
                assert_eq!((are_within(few, a, b), are_within(few, b, a)), (few >= slips, few >= slips), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn long_texts_take_no_long_time() {
        let (long, turned) = ("xy".repeat(500_000), "yx".repeat(500_000));
        let shorter = long.strip_prefix('x').expect("it begins so");
        assert_eq!(nearest(&long, [turned.as_str(), shorter].into_iter()), Some(shorter));
        let other = "z".repeat(1_000_000);
        assert_eq!(nearest(&long, [other.as_str()].into_iter()), None);
    }
}
