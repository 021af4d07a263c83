//! What the terminal is given.

use std::fmt::{self, Write as _};
use std::io::{self, IsTerminal as _, Write as _};

use clap::builder::styling::{AnsiColor, Style};
use serde::Serialize;
use textwrap::{Options, WordSplitter};

pub const STRESS: Style = Style::new().bold();
pub const QUIET: Style = Style::new().dimmed();
pub const WRONG: Style = AnsiColor::Red.on_default().bold();
pub const DOUBTFUL: Style = AnsiColor::Yellow.on_default();
pub const GOOD: Style = AnsiColor::Green.on_default();

/// Text of a file or case with its control characters, and the marks that reorder text, made visible: printed so, it
/// cannot spoil the terminal.
pub struct Plain<'a>(pub &'a str);

impl fmt::Display for Plain<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|letter| match spoils(letter) {
            true => write!(out, "{}", letter.escape_default()),
            false => out.write_char(letter),
        })
    }
}

fn spoils(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// One line of JSON that is safe to look at: what JSON leaves of control characters is escaped too.
pub fn json(of: &impl Serialize) -> String {
    let json = serde_json::to_string(of).unwrap_or_default();
    if !json.chars().any(spoils) {
        return json;
    }
    let mut safe = String::with_capacity(json.len());
    for letter in json.chars() {
        match spoils(letter) {
            // Nothing fails that writes to a string; all of these stand within sixteen bits.
            true => drop(write!(safe, "\\u{:04x}", u32::from(letter))),
            false => safe.push(letter),
        }
    }
    safe
}

/// Prints a line. One that is too long for the terminal goes on in the next, two columns further in than it began.
///
/// # Errors
/// If the standard output is gone.
pub fn line(text: &str) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    if !io::stdout().is_terminal() {
        return writeln!(out, "{text}");
    }
    text.split('\n').try_for_each(|line| {
        let indent = " ".repeat(line.len().saturating_sub(line.trim_start().len()).saturating_add(2));
        let options = Options::with_termwidth().subsequent_indent(&indent).word_splitter(WordSplitter::NoHyphenation);
        writeln!(out, "{}", textwrap::fill(line, options))
    })
}

/// Prints a line of JSON, however long.
///
/// # Errors
/// If the standard output is gone.
pub fn data(of: &impl Serialize) -> io::Result<()> {
    writeln!(anstream::stdout().lock(), "{}", json(of))
}

/// Prints a document as it is, which ends its own lines.
///
/// # Errors
/// If the standard output is gone.
pub fn document(text: &str) -> io::Result<()> {
    anstream::stdout().lock().write_all(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_spoils_a_terminal_is_printed() {
        let text = "a\u{1b}[31m\u{9b}2J\u{7f}\u{202e}b\n\u{2028}ż";
        assert_eq!(Plain(text).to_string(), "a\\u{1b}[31m\\u{9b}2J\\u{7f}\\u{202e}b\\n\\u{2028}ż");
        let json = json(&text);
        assert!(!json.chars().any(spoils), "{json}");
        assert_eq!(serde_json::from_str::<String>(&json).expect("JSON"), text);
    }
}
