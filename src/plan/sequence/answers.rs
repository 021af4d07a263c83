//! What the order was told, each thing once.

use super::Question;

/// Answers to what the order depends on, asked for when they first matter.
pub struct Answers<'a> {
    actions: usize,
    ask: &'a mut dyn FnMut(Question) -> bool,
    /// By action and, after all actions, by demand.
    given: Vec<Option<bool>>,
}

impl<'a> Answers<'a> {
    /// None as yet, about so many actions.
    pub fn new(actions: u16, ask: &'a mut dyn FnMut(Question) -> bool) -> Self {
        Answers { actions: usize::from(actions), ask, given: Vec::new() }
    }

    fn index(&self, question: Question) -> usize {
        match question {
            Question::Present(action) => usize::from(action),
            Question::Active(demand) => self.actions.saturating_add(usize::from(demand)),
        }
    }

    /// The answer, if the question was asked.
    pub fn known(&self, question: Question) -> Option<bool> {
        self.given.get(self.index(question)).copied().flatten()
    }

    /// The answer; asks if it is not known.
    pub fn answer(&mut self, question: Question) -> bool {
        if let Some(known) = self.known(question) {
            return known;
        }
        let answer = (self.ask)(question);
        let at = self.index(question);
        if self.given.len() <= at {
            self.given.resize(at.saturating_add(1), None);
        }
        if let Some(slot) = self.given.get_mut(at) {
            *slot = Some(answer);
        }
        answer
    }
}
