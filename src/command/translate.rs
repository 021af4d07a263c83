//! A pack in another of its languages: every text that stands inline is replaced by the one of the phrases, so that plans,
//! reasons and questions speak that language of themselves.

use amends::model::{Definition, Grounds, Pack, Table, Type};
use amends::pack::value_attribute;

use super::words::Phrases;

/// Puts the texts of `phrases` in place of the pack's own; what they lack stays as it is. `docs/PHRASES.md` names the
/// messages.
pub fn translate(pack: &mut Pack, language: &str, phrases: &Phrases) {
    language.clone_into(&mut pack.language);
    let texts = Texts(phrases);
    texts.replace("pack", "title", &mut pack.title);
    for step in &mut pack.steps {
        texts.replace(&format!("step-{}", step.id), "title", &mut step.title);
    }
    for role in &mut pack.roles {
        texts.replace(&format!("role-{}", role.id), "title", &mut role.title);
    }
    for setting in &mut pack.settings {
        texts.replace(&format!("setting-{}", setting.id), "title", &mut setting.title);
    }
    for parameter in &mut pack.parameters {
        texts.of(&format!("parameter-{}", parameter.id), &mut parameter.title, &mut parameter.kind);
    }
    for fact in &mut pack.facts {
        let message = format!("fact-{}", fact.id);
        texts.of(&message, &mut fact.title, &mut fact.kind);
        fact.ask.iter_mut().for_each(|ask| texts.replace(&message, "ask", ask));
    }
    for derived in &mut pack.derived {
        let (kind, grounds) = match &mut derived.definition {
            Definition::Condition(condition) => ("condition", Some(&mut condition.grounds)),
            Definition::Output { .. } => ("output", None),
            Definition::Value(value) => ("value", Some(&mut value.grounds)),
        };
        let message = format!("{kind}-{}", derived.id);
        texts.of(&message, &mut derived.title, &mut derived.kind);
        grounds.into_iter().for_each(|grounds| texts.because(&message, grounds));
    }
    for action in &mut pack.actions {
        let message = format!("action-{}", action.id);
        texts.replace(&message, "title", &mut action.title);
        texts.because(&message, &mut action.grounds);
    }
    for rule in &mut pack.rules {
        texts.because(&format!("rule-{}", rule.id), &mut rule.grounds);
    }
    pack.tables.iter_mut().for_each(|table| texts.table(table));
    for evidence in &mut pack.evidence {
        texts.replace(&format!("evidence-{}", evidence.id), "claim", &mut evidence.claim);
    }
}

struct Texts<'a>(&'a Phrases);

impl Texts<'_> {
    fn replace(&self, message: &str, attribute: &str, text: &mut String) {
        if let Some(translated) = self.0.text(message, attribute) {
            *text = translated;
        }
    }

    fn because(&self, message: &str, grounds: &mut Grounds) {
        self.replace(message, "because", &mut grounds.because);
    }

    /// A title, and the titles of the values.
    fn of(&self, message: &str, title: &mut String, kind: &mut Type) {
        self.replace(message, "title", title);
        if let Type::Choice(choices) | Type::Several(choices) | Type::Level(choices) = kind {
            for choice in choices {
                self.replace(message, &value_attribute(&choice.id), &mut choice.title);
            }
        }
    }

    /// A row that gives no reason of its own has the table's, in any language.
    fn table(&self, table: &mut Table) {
        let message = format!("table-{}", table.id);
        let common = table.grounds.because.clone();
        self.replace(&message, "title", &mut table.title);
        self.because(&message, &mut table.grounds);
        for row in &mut table.rows {
            match &row.id {
                _ if row.grounds.because == common => row.grounds.because.clone_from(&table.grounds.because),
                Some(id) => self.because(&format!("row-{id}"), &mut row.grounds),
                None => {}
            }
        }
    }
}
