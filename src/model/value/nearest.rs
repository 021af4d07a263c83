//! What was most likely meant by a word that is not there.

/// The candidate that `text` was most likely meant to be, if any is near: at most one edit in three letters away. Of
/// several the first.
pub fn nearest<'a>(text: &str, mut candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    nearest_among(text, &mut || candidates.next())
}

fn nearest_among<'a>(text: &str, next: &mut dyn FnMut() -> Option<&'a str>) -> Option<&'a str> {
    let mut limit = text.len().div_ceil(3).saturating_add(1);
    let mut nearest = None;
    while let Some(candidate) = next() {
        let edits = distance(text, candidate);
        if edits < limit {
            (limit, nearest) = (edits, Some(candidate));
        }
    }
    nearest
}

/// The Levenshtein distance in bytes, which ids have one of for each letter, with two rows of the matrix. `strsim` has it
/// too; this is smaller in wasm than its generic one.
#[expect(clippy::arithmetic_side_effects, reason = "both texts are cut at 64 bytes")]
fn distance(a: &str, b: &str) -> usize {
    const LONGEST: usize = 64;
    let (a, b) = (a.as_bytes().iter().take(LONGEST), b.as_bytes().iter().take(LONGEST));
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (above, left) in a.enumerate() {
        let mut diagonal = above;
        let mut last = above + 1;
        for (cell, right) in row.iter_mut().skip(1).zip(b.clone()) {
            let replaced = diagonal + usize::from(left != right);
            diagonal = *cell;
            last = replaced.min(last + 1).min(diagonal + 1);
            *cell = last;
        }
        if let Some(first) = row.first_mut() {
            *first = above + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_finds_its_word() {
        let words = ["calm", "annoyed", "angry", "furious"];
        assert_eq!(nearest("angyr", words.into_iter()), Some("angry"));
        assert_eq!(nearest("furius", words.into_iter()), Some("furious"));
        assert_eq!(nearest("happy", words.into_iter()), None);
    }
}
