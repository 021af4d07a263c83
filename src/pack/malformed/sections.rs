//! The sections of a rule file that is no TOML, and what is left open in them. TOML's own reader goes on over the headings
//! that follow; a slip in one section would so be told of all that come after it.

use std::ops::Range;

use super::super::keys::Kind;

/// Where each table of a file begins and ends, by the lines that look like the heading of a kind that packs have, even if a
/// bracket is missing. What stands before the first heading is a section too.
pub(super) fn all(text: &str) -> Vec<Range<usize>> {
    let mut starts = vec![0];
    let mut at = 0_usize;
    for line in text.split_inclusive('\n') {
        if at > 0 && heading(line).is_some_and(|(_, is_whole)| is_whole) {
            starts.push(at);
        }
        at = at.saturating_add(line.len());
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// The kind that a line is the heading of, and whether it is of a whole table, not of a part as in `[scenario.expect]`.
pub(super) fn heading(line: &str) -> Option<(Kind, bool)> {
    let inside = line.trim().strip_prefix('[')?.trim_start_matches('[');
    let end = inside.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').unwrap_or(inside.len());
    let (word, rest) = inside.split_at_checked(end)?;
    let kind = Kind::of(word.trim())?;
    let closed = rest.trim_start_matches(']').trim_start();
    let is_part = rest.starts_with('.');
    (is_part || closed.is_empty() || closed.starts_with('#')).then_some((kind, !is_part))
}

/// What is open at a position of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Open {
    /// A list or an inline table that began at this byte.
    Bracket(usize),
    /// A text over several lines, by the quotes that began it.
    Text(Range<usize>),
}

/// The innermost that is open before a position. A text in single quotes ends with its line.
pub(super) fn open_before(section: &str, position: usize) -> Option<Open> {
    let mut brackets = Vec::new();
    let mut at = 0_usize;
    let mut is_line_start = true;
    while at < position.min(section.len()) {
        let rest = section.get(at..).unwrap_or("");
        let Some(first) = rest.chars().next() else { break };
        let line = || rest.find('\n').and_then(|end| rest.get(..end)).unwrap_or(rest);
        if is_line_start && first == '[' && brackets.is_empty() && heading(line()).is_some() {
            at = at.saturating_add(line().len()).saturating_add(1);
            continue;
        }
        is_line_start = false;
        let threefold = ["\"\"\"", "'''"].into_iter().find(|quotes| rest.starts_with(quotes));
        let length = match first {
            _ if let Some(quotes) = threefold => {
                let end = after_text(rest, quotes).unwrap_or(usize::MAX);
                if end > position.saturating_sub(at) {
                    return Some(Open::Text(at..at.saturating_add(quotes.len())));
                }
                end
            }
            '"' => after_text(rest, "\"").unwrap_or(rest.len()),
            '\'' => after_text(rest, "'").unwrap_or(rest.len()),
            '#' => line().len(),
            _ => first.len_utf8(),
        };
        match first {
            '[' | '{' => brackets.push(at),
            ']' | '}' => drop(brackets.pop()),
            '\n' => is_line_start = true,
            _ => {}
        }
        at = at.saturating_add(length.max(1));
    }
    brackets.pop().map(Open::Bracket)
}

/// How long a text is that begins with these quotes, with those that close it; one in single quotes ends with its line.
fn after_text(rest: &str, quotes: &str) -> Option<usize> {
    let escapes = quotes.starts_with('"');
    let mut at = quotes.len();
    loop {
        let tail = rest.get(at..)?;
        if tail.starts_with(quotes) {
            return Some(at.saturating_add(quotes.len()));
        }
        let first = tail.chars().next()?;
        if first == '\n' && quotes.len() == 1 {
            return Some(at);
        }
        let is_escape = escapes && first == '\\';
        let skipped = tail.chars().nth(1).filter(|next| is_escape && *next != '\n').map_or(0, char::len_utf8);
        at = at.saturating_add(first.len_utf8()).saturating_add(skipped);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_begin_where_a_kind_does_even_if_a_bracket_is_missing() {
        let text = "# a comment\n[pack]\nid = 1\n[[fact]\nvalues = [\n[1]]\n[fact # two\n[scenario]]\n[scenario.expect]\n[[rule]]";
        let sections: Vec<&str> = all(text).into_iter().filter_map(|range| text.get(range)).collect();
        let parts = [
            "# a comment\n",
            "[pack]\nid = 1\n",
            "[[fact]\nvalues = [\n[1]]\n",
            "[fact # two\n",
            "[scenario]]\n[scenario.expect]\n",
            "[[rule]]",
        ];
        assert_eq!(sections, parts);
    }

    #[test]
    fn rows_and_lists_are_no_headings() {
        for line in ["[1..3] | late || 5", "[\"fact\"]", "[fact | late", "fact]", "[[facts]]", "[fact, 1]"] {
            assert_eq!(heading(line), None, "{line}");
        }
    }

    #[test]
    fn what_is_open_is_found_past_texts_comments_and_headings() {
        for (text, open) in [
            ("a = [1, 2", Some(Open::Bracket(4))),
            ("a = [{ b = 1 }", Some(Open::Bracket(4))),
            ("a = [{ b = 1", Some(Open::Bracket(5))),
            ("a = '[' # {", None),
            ("a = \"[\\\"[\"", None),
            ("a = \"[\nb = 2", None),
            ("[[fact]\nid = 1", None),
            ("a = [\n[1],\n", Some(Open::Bracket(4))),
            ("a = \"\"\"\n[ \"\"\"\n", None),
            ("a = [\n\"\"\"\nb", Some(Open::Text(6..9))),
        ] {
            assert_eq!(open_before(text, text.len()), open, "{text}");
        }
    }
}
