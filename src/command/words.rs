//! The words of an action, formatted in the language of the phrases.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;

use amends::model::{Pack, Say, Type};
use amends::plan::{Shown, Words};

use super::values;

/// The phrases of one language.
pub struct Phrases {
    bundle: FluentBundle<FluentResource>,
}

/// A message as it may be said, or what it still lacks.
#[derive(Debug, PartialEq, Eq)]
pub enum Said {
    Ready(String),
    /// Blanks stand in brackets by name: such words may not go out.
    WithBlanks(String),
}

impl Phrases {
    /// Messages of Fluent files; what cannot be read in them is the checker's to say, and left out here.
    pub fn of(sources: impl IntoIterator<Item = String>) -> Self {
        let mut bundle = FluentBundle::default();
        // Marks that keep mixed directions apart puzzle a terminal.
        bundle.set_use_isolating(false);
        for source in sources {
            let resource = FluentResource::try_new(source).unwrap_or_else(|(readable, _)| readable);
            bundle.add_resource_overriding(resource);
        }
        Phrases { bundle }
    }

    /// An attribute in which nothing is filled; `None` where the phrases lack it.
    pub fn text(&self, message: &str, attribute: &str) -> Option<String> {
        let pattern = self.bundle.get_message(message)?.get_attribute(attribute)?.value();
        Some(self.format(pattern, None))
    }

    /// The message in the first of its variants; `None` where the phrases lack it.
    pub fn say(&self, words: &Words, say: Option<&Say>, pack: &Pack) -> Option<Said> {
        let message = self.bundle.get_message(words.message)?;
        let pattern = message.value().or_else(|| message.get_attribute("v1").map(|first| first.value()))?;
        let mut args = FluentArgs::new();
        for (name, shown) in &words.args.0 {
            let kind = say.and_then(|say| kind_of(say, name, pack));
            args.set(name.as_str(), fill(shown, kind, pack));
        }
        for name in &words.missing {
            args.set(*name, format!("[{name}]"));
        }
        let text = self.format(pattern, Some(&args));
        Some(if words.missing.is_empty() { Said::Ready(text) } else { Said::WithBlanks(text) })
    }

    /// On one line, however it is broken in its file.
    fn format(&self, pattern: &Pattern<&str>, args: Option<&FluentArgs>) -> String {
        let text = self.bundle.format_pattern(pattern, args, &mut Vec::new());
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The type of what fills an argument.
fn kind_of<'p>(say: &Say, argument: &str, pack: &'p Pack) -> Option<&'p Type> {
    let mut fillings = say.args.iter().filter_map(|filling| pack.argument(filling));
    fillings.find(|(id, _, _)| *id == argument).map(|(_, _, kind)| kind)
}

/// A typed value for Fluent, so that messages can select on it: numbers as numbers, choices and yes-no as their ids.
fn fill(shown: &Shown, kind: Option<&Type>, pack: &Pack) -> FluentValue<'static> {
    match (shown, kind) {
        (Shown::Number(number), _) => FluentValue::from(*number),
        (Shown::Text(text), Some(Type::Number { .. })) => FluentValue::try_number(text).into_owned(),
        (Shown::Text(text), Some(Type::Choice(_) | Type::Level(_))) => FluentValue::String(Cow::Owned(text.clone())),
        _ => FluentValue::String(Cow::Owned(values::words(shown, kind, pack))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use amends::plan::Entries;

    #[test]
    fn what_nothing_fills_is_left_blank_and_said() {
        let phrases = Phrases::of([
            "hello = Dear { $customer },\n    you waited { $waited }.\nbare =\n    .v1 = One\n".to_owned(),
        ]);
        let waited = ("waited".to_owned(), Shown::text("PT90M"));
        let mut words = Words { message: "hello", variants: 1, args: Entries(vec![waited]), missing: vec!["customer"] };
        let pack = Pack::default();
        let blank = Said::WithBlanks("Dear [customer], you waited PT90M.".to_owned());
        assert_eq!(phrases.say(&words, None, &pack), Some(blank));
        words.message = "bare";
        words.missing.clear();
        assert_eq!(phrases.say(&words, None, &pack), Some(Said::Ready("One".to_owned())));
        words.message = "absent";
        assert_eq!(phrases.say(&words, None, &pack), None);
    }
}
