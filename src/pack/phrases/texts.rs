//! What a translation has to say: the words of every action, and every text that stands inline in the source language.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Choice, Definition, Pack, Table};
use crate::pack::diagnostic::Sink;
use crate::pack::document::Place;
use crate::pack::keys::Kind;
use crate::pack::{Places, codes};

use super::{Phrase, Phrases};

/// A message that every translation must have.
#[derive(Debug)]
pub(in crate::pack) struct Wanted {
    /// Where its source stands.
    pub place: Place,
    /// Its attributes, each with its arguments; a value stands under the empty name.
    pub forms: BTreeMap<String, BTreeSet<String>>,
}

/// The messages of a complete translation by id. Rows and values that a translation could not tell apart are reported.
pub(in crate::pack) fn all(
    pack: &Pack,
    places: &Places,
    source: &Phrases,
    sink: &mut Sink,
) -> BTreeMap<String, Wanted> {
    let said = pack.actions.iter().filter_map(|action| Some((action.id.clone(), wanted(source.get(&action.id)?))));
    let header = Place { file: 0, start: 0, end: 0 };
    let header = places.of.get(&(Kind::Pack, pack.id.clone())).copied().unwrap_or(header);
    let mut texts = Texts { places, header, wanted: said.collect(), sink };
    texts.pack(pack);
    for table in &pack.tables {
        texts.rows(table);
    }
    texts.wanted
}

fn wanted(phrase: &Phrase) -> Wanted {
    let forms = phrase.forms.iter().map(|(name, form)| (name.clone(), form.arguments.clone()));
    Wanted { place: phrase.place, forms: forms.collect() }
}

struct Texts<'a> {
    places: &'a Places,
    /// Where the pack begins, for what has no place of its own.
    header: Place,
    wanted: BTreeMap<String, Wanted>,
    sink: &'a mut Sink,
}

impl Texts<'_> {
    fn pack(&mut self, pack: &Pack) {
        self.add("pack".to_owned(), self.header, &[("title", &pack.title)], &[]);
        for step in &pack.steps {
            self.add(format!("step-{}", step.id), self.header, &[("title", &step.title)], &[]);
        }
        for role in &pack.roles {
            self.of(Kind::Role, &role.id, &[("title", &role.title)], &[]);
        }
        for setting in &pack.settings {
            self.of(Kind::Setting, &setting.id, &[("title", &setting.title)], &[]);
        }
        for parameter in &pack.parameters {
            self.of(Kind::Parameter, &parameter.id, &[("title", &parameter.title)], parameter.kind.choices());
        }
        for fact in &pack.facts {
            let ask = fact.ask.as_deref().unwrap_or_default();
            self.of(Kind::Fact, &fact.id, &[("title", &fact.title), ("ask", ask)], fact.kind.choices());
        }
        for derived in &pack.derived {
            let (kind, because) = match &derived.definition {
                Definition::Condition(condition) => ("condition", condition.grounds.because.as_str()),
                Definition::Output { .. } => ("output", ""),
                Definition::Value(value) => ("value", value.grounds.because.as_str()),
            };
            let place = self.places.derived.get(&derived.id).copied().unwrap_or(self.header);
            let attributes = [("title", derived.title.as_str()), ("because", because)];
            self.add(format!("{kind}-{}", derived.id), place, &attributes, derived.kind.choices());
        }
        for action in &pack.actions {
            let attributes = [("title", action.title.as_str()), ("because", action.grounds.because.as_str())];
            self.of(Kind::Action, &action.id, &attributes, &[]);
        }
        for rule in &pack.rules {
            self.of(Kind::Rule, &rule.id, &[("because", &rule.grounds.because)], &[]);
        }
        for table in &pack.tables {
            self.of(Kind::Table, &table.id, &[("title", &table.title), ("because", &table.grounds.because)], &[]);
        }
        for evidence in &pack.evidence {
            self.of(Kind::Evidence, &evidence.id, &[("claim", &evidence.claim)], &[]);
        }
    }

    /// Rows with a reason of their own, which translations name by the row's id.
    fn rows(&mut self, table: &Table) {
        for (row, number) in table.rows.iter().zip(1..) {
            let because = row.grounds.because.as_str();
            if because.is_empty() || because == table.grounds.because {
                continue;
            }
            let place = self.places.rows.get(&(table.id.clone(), number)).copied().unwrap_or(self.header);
            let Some(id) = &row.id else {
                self.sink
                    .warning(codes::TRANSLATION, place, "the reason of this row cannot be translated")
                    .help("give the row an id, in a column `id` after `||`");
                continue;
            };
            let message = format!("row-{id}");
            if let Some(other) = self.wanted.get(&message).map(|other| other.place) {
                self.sink
                    .warning(codes::TRANSLATION, place, format_args!("translations cannot tell two rows `{id}` apart"))
                    .help("give one of them another id")
                    .related(other, "this row bears it too");
            }
            self.add(message, place, &[("because", because)], &[]);
        }
    }

    fn of(&mut self, kind: Kind, id: &str, attributes: &[(&str, &str)], choices: &[Choice]) {
        let place = self.places.of.get(&(kind, id.to_owned())).copied().unwrap_or(self.header);
        self.add(format!("{}-{id}", kind.word()), place, attributes, choices);
    }

    /// A message with the attributes that have a text, and one for each value; none without either.
    fn add(&mut self, message: String, place: Place, attributes: &[(&str, &str)], choices: &[Choice]) {
        let written = attributes.iter().filter(|(_, text)| !text.is_empty()).map(|(name, _)| (*name).to_owned());
        let values = choices.iter().map(|choice| value_attribute(&choice.id));
        let names: Vec<String> = written.chain(values).collect();
        let forms: BTreeMap<_, _> = names.iter().map(|name| (name.clone(), BTreeSet::new())).collect();
        if forms.len() < names.len() {
            self.sink
                .warning(
                    codes::TRANSLATION,
                    place,
                    format_args!("translations cannot tell the values of `{message}` apart"),
                )
                .help("let their ids differ in letters from a to z, and say the rest in `title`");
        }
        if !forms.is_empty() {
            self.wanted.insert(message, Wanted { place, forms });
        }
    }
}

/// The attribute of a translation's message that says the value of this id: what Fluent takes for no part of a name stands
/// as `_`.
pub fn value_attribute(id: &str) -> String {
    let as_name = |letter: char| if letter.is_ascii_alphanumeric() || letter == '-' { letter } else { '_' };
    format!("value-{}", id.chars().map(as_name).collect::<String>())
}
