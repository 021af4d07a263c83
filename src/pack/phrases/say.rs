//! What fills the words of an action.

use std::collections::BTreeSet;

use crate::model::{Argument, ParameterId, Say, value::nearest};
use crate::pack::codes;
use crate::pack::diagnostic::Sink;
use crate::pack::names::{Names, Symbol};

use super::Phrases;

/// The words of an action in the source language, their arguments resolved; `None` where there are none.
pub(in crate::pack) fn say(action: &str, phrases: &Phrases, names: &Names, sink: &mut Sink) -> Option<Say> {
    let phrase = phrases.get(action).filter(|phrase| phrase.variants() > 0)?;
    let arguments: BTreeSet<&String> = phrase.forms.values().flat_map(|form| &form.arguments).collect();
    let mut args = Vec::new();
    for name in arguments {
        match argument(name, names) {
            Some(argument) => args.push(argument),
            None => {
                let known = names.readable_ids().chain(names.parameters.keys().map(String::as_str));
                let near = nearest(name, known);
                sink.error(codes::ARGUMENT, phrase.place, format_args!("nothing fills the argument `${name}`")).help(
                    near.map_or_else(
                        || "name a fact, output, value, setting or parameter".to_owned(),
                        |near| format!("did you mean `${near}`?"),
                    ),
                );
            }
        }
    }
    Some(Say { variants: phrase.variants(), args })
}

fn argument(name: &str, names: &Names) -> Option<Argument> {
    match names.symbol(name) {
        Some(Symbol::Name(name)) => Some(Argument::Name(name)),
        Some(Symbol::Setting(setting)) => Some(Argument::Setting(setting)),
        _ => names.parameters.get(name).map(|parameter: &ParameterId| Argument::Parameter(*parameter)),
    }
}
