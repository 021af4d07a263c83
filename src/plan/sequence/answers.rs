//! What the order was told, each thing once.

use super::Question;

/// Answers to what the order depends on, asked for when they first matter.
pub struct Answers<'a> {
    ask: &'a mut dyn FnMut(Question) -> bool,
    /// By action at even places, by demand at odd ones.
    given: Vec<Option<bool>>,
}

impl<'a> Answers<'a> {
    /// None as yet.
    pub fn new(ask: &'a mut dyn FnMut(Question) -> bool) -> Self {
        Answers { ask, given: Vec::new() }
    }

    /// The answer, if the question was asked.
    pub fn known(&self, question: Question) -> Option<bool> {
        self.given.get(place_of(question)).copied().flatten()
    }

    /// The answer; asks if it is not known.
    pub fn answer(&mut self, question: Question) -> bool {
        if let Some(known) = self.known(question) {
            return known;
        }
        let answer = (self.ask)(question);
        let at = place_of(question);
        if self.given.len() <= at {
            self.given.resize(at.saturating_add(1), None);
        }
        if let Some(slot) = self.given.get_mut(at) {
            *slot = Some(answer);
        }
        answer
    }
}

fn place_of(question: Question) -> usize {
    match question {
        Question::Present(action) => usize::from(action) << 1,
        Question::Active(demand) => usize::from(demand) << 1 | 1,
    }
}
