//! What is worded otherwise, language by language.

use std::collections::BTreeMap;

use amends::difference::Wording;
use amends::pack::PhraseChange;

use super::super::output::{self, DOUBTFUL, GOOD, Plain, QUIET, STRESS, WRONG};
use super::super::problem::Stop;

/// So many texts of each language are printed.
const MOST_TEXTS: usize = 10;

/// Texts that are not the same in two packs.
pub struct Words<'a> {
    /// The language in which the new pack is written.
    pub language: &'a str,
    /// In that language.
    pub wordings: &'a [Wording],
    /// None where a program was given.
    pub phrases: Option<&'a [PhraseChange]>,
}

/// One text on its way to the terminal.
struct Text<'a> {
    name: String,
    before: Option<&'a str>,
    after: Option<&'a str>,
}

impl Words<'_> {
    pub fn print(&self) -> Result<(), Stop> {
        let mut languages: BTreeMap<&str, Vec<Text<'_>>> = BTreeMap::new();
        for Wording { of, id, what, before, after } in self.wordings {
            let [before, after] = [before, after].map(|text| Some(text.as_str()).filter(|text| !text.is_empty()));
            let name = format!("{of} `{id}`, {what}");
            languages.entry(self.language).or_default().push(Text { name, before, after });
        }
        for PhraseChange { language, message, attribute, before, after } in self.phrases.unwrap_or_default() {
            let way = attribute.as_ref().map(|name| format!(", {name}")).unwrap_or_default();
            let text = Text { name: format!("`{message}`{way}"), before: before.as_deref(), after: after.as_deref() };
            languages.entry(language).or_default().push(text);
        }
        languages.iter().try_for_each(|(language, texts)| of_language(language, texts))?;
        if self.phrases.is_none() {
            let line = "messages are not compared: a program holds none, so name the folders of both packs";
            output::line(&format!("{QUIET}{line}{QUIET:#}"))?;
        }
        Ok(())
    }
}

fn of_language(language: &str, texts: &[Text<'_>]) -> Result<(), Stop> {
    let count = |is_counted: &dyn Fn(&Text<'_>) -> bool| texts.iter().filter(|text| is_counted(text)).count();
    let counts = [
        (count(&|text| text.before.is_some() && text.after.is_some()), "changed"),
        (count(&|text| text.before.is_none()), "added"),
        (count(&|text| text.after.is_none()), "lost"),
    ];
    let counts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
    let counts = counts.collect::<Vec<_>>().join(", ");
    output::line(&format!("words in `{}`: {counts}", Plain(language)))?;
    for Text { name, before, after } in texts.iter().take(MOST_TEXTS) {
        let (mark, style) = match (before, after) {
            (None, _) => ('+', GOOD),
            (_, None) => ('-', WRONG),
            _ => ('~', DOUBTFUL),
        };
        output::line(&format!("    {style}{mark}{style:#} {STRESS}{}{STRESS:#}", Plain(name)))?;
        before.iter().try_for_each(|text| lines("was", text))?;
        after.iter().try_for_each(|text| lines("now", text))?;
    }
    if texts.len() > MOST_TEXTS {
        let rest = texts.len().saturating_sub(MOST_TEXTS);
        output::line(&format!("    {QUIET}and {rest} more: `--json` lists them{QUIET:#}"))?;
    }
    Ok(())
}

/// A text of several lines as such.
fn lines(when: &str, text: &str) -> Result<(), Stop> {
    let mut begin = when;
    for line in text.lines() {
        output::line(&format!("      {QUIET}{begin:3}{QUIET:#} {}", Plain(line)))?;
        begin = "";
    }
    Ok(())
}
