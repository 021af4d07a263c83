//! One of the two packs in all its cases.

use crate::engine::Engine;
use crate::engine::world::{Meaning, World};
use crate::model::{FactId, Type};
use crate::plan::elements::Elements;
use crate::space::Cases;

use super::side::Side;
use super::subject::{Stated, stated};
use super::vocabulary::{Vocabulary, rounded};

/// A pack, and what its plans are made of over all cases.
pub struct Half<'e> {
    pub side: Side,
    pub world: World<'e>,
    pub elements: Elements,
    /// All that its plans say but order and conflicts.
    pub stated: Vec<Stated<'e>>,
}

impl<'e> Half<'e> {
    /// `roles` may hold the case besides the agent.
    pub fn of(engine: &'e Engine, side: Side, roles: &[String], today: i64) -> Half<'e> {
        let (mut elements, mut all) = (Elements::default(), Vec::new());
        let world = Cases::all(engine, today).build(&mut |world, made| {
            elements = made.clone();
            all = stated(world, made, roles);
        });
        Half { side, world, elements, stated: all }
    }

    /// Calls `cut` with each scalar in common at which what this pack says of a fact may change.
    pub fn each_cut(&self, vocabulary: &Vocabulary, cut: &mut dyn FnMut(FactId, i64)) {
        for meaning in &self.world.variables {
            let Meaning::Pieces { fact, pieces, .. } = meaning else { continue };
            let common = vocabulary.common(self.side, *fact);
            let (Some(own), Some(shared)) =
                (self.world.pack.facts.get(fact.index()), vocabulary.pack.facts.get(common.index()))
            else {
                continue;
            };
            if shared.kind.choices().is_empty() {
                let (from, to) = (own.kind.decimals(), shared.kind.decimals());
                for (first, _) in pieces {
                    rounded(*first, from, to, true).into_iter().for_each(|scalar| cut(common, scalar));
                }
            } else {
                each_choice(&shared.kind, &own.kind, pieces, &mut |scalar| cut(common, scalar));
            }
        }
    }
}

/// Cuts between two choices in common that lie in different pieces of this pack.
fn each_choice(shared: &Type, own: &Type, pieces: &[(i64, i64)], cut: &mut dyn FnMut(i64)) {
    let mut before = None;
    for scalar in 0..i64::try_from(shared.choices().len()).unwrap_or(0) {
        let place = Vocabulary::scalar(shared, scalar, own);
        let piece = place.and_then(|place| pieces.iter().position(|(first, last)| (first..=last).contains(&&place)));
        if scalar > 0 && piece != before {
            cut(scalar);
        }
        before = piece;
    }
}
