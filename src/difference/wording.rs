//! What two packs word otherwise. No plan is another for that.

use serde::Serialize;

use crate::model::Pack;

/// A text that is worded otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
pub struct Wording {
    /// What bears the id: `fact`, `action`, `step`, `parameter`, `role` or `rule`.
    pub of: &'static str,
    pub id: String,
    /// `title`, `ask` or `because`; of a fact's value, its id.
    pub what: String,
    pub before: String,
    pub after: String,
}

/// Texts of what both packs have by id that are not the same in both, in declared order.
pub fn wordings(old: &Pack, new: &Pack) -> Vec<Wording> {
    let after = texts(new);
    let mut wordings = Vec::new();
    for Text { of, id, what, text } in texts(old) {
        let same = after.iter().find(|other| (other.of, other.id, other.what) == (of, id, what));
        if let Some(other) = same.filter(|other| other.text != text) {
            let (before, after) = (text.to_owned(), other.text.to_owned());
            wordings.push(Wording { of, id: id.to_owned(), what: what.to_owned(), before, after });
        }
    }
    wordings
}

struct Text<'p> {
    of: &'static str,
    id: &'p str,
    what: &'p str,
    text: &'p str,
}

fn texts(pack: &Pack) -> Vec<Text<'_>> {
    let mut texts = Vec::new();
    for fact in &pack.facts {
        let mut add = |what, text| texts.push(Text { of: "fact", id: &fact.id, what, text });
        add("title", &fact.title);
        fact.ask.iter().for_each(|ask| add("ask", ask));
        fact.kind.choices().iter().for_each(|choice| add(&choice.id, &choice.title));
    }
    let titled = |of, id, text| Text { of, id, what: "title", text };
    texts.extend(pack.actions.iter().map(|action| titled("action", &action.id, &action.title)));
    texts.extend(pack.steps.iter().map(|step| titled("step", &step.id, &step.title)));
    texts.extend(pack.parameters.iter().map(|parameter| titled("parameter", &parameter.id, &parameter.title)));
    texts.extend(pack.roles.iter().map(|role| titled("role", &role.id, &role.title)));
    let rules = pack.rules.iter();
    texts.extend(rules.map(|rule| Text { of: "rule", id: &rule.id, what: "because", text: &rule.grounds.because }));
    texts
}
