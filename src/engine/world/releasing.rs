//! Facts that are assumed, left unknown for a while: what reads none of them stays what it is.

use super::{Clash, Found, Place, World};
use crate::engine::diagram::{Known, Mark, Node};
use crate::engine::layout::vertex;
use crate::model::{DerivedId, FactId, Name, Value};

/// What a world was before some facts were released. Its nodes, leaves and expressions are there still.
#[derive(Debug)]
pub struct Kept<'p> {
    found: Found,
    clashes: Vec<Clash>,
    constraint: Node,
    nodes: Mark,
    /// The world itself, where everything had to be built anew in another; but for its leaves and expressions.
    instead_of: Option<Box<World<'p>>>,
}

impl<'p> World<'p> {
    /// Leaves some facts unknown that are assumed, builds what `make` asks for anew, and gives what [`World::restore`] takes
    /// to undo that; `clashes` are those that this world noted when it made the same. What reads none of these facts,
    /// directly or not, stays what it is, and equal functions are equal nodes before and after. Only where facts must be
    /// cut more finely is everything built anew, and even then expressions and leaves keep their numbers.
    pub fn release(&mut self, facts: &[FactId], clashes: &[Clash], make: &mut dyn FnMut(&mut World<'p>)) -> Kept<'p> {
        let mut kept = Kept {
            found: self.found.clone(),
            clashes: std::mem::take(&mut self.clashes),
            constraint: self.constraint,
            nodes: self.diagrams.mark(),
            instead_of: None,
        };
        for fact in facts {
            if let Some(own) = self.found.facts.get_mut(fact.index()) {
                own.fixed = None;
            }
        }
        self.clashes = clashes.to_vec();
        self.released = self.layout.readers(facts);
        self.forget();
        make(self);
        if self.found.refinement.wanted || self.diagrams.exceeded() {
            let within = self.expressions.within();
            let mut anew = World::empty(self.pack, self.layout, self.now, self.found.clone(), within);
            std::mem::swap(&mut anew.leaves, &mut self.leaves);
            std::mem::swap(&mut anew.expressions, &mut self.expressions);
            anew.refine(make);
            kept.instead_of = Some(Box::new(std::mem::replace(self, anew)));
        }
        kept
    }

    /// What this world was before some facts were released.
    pub fn restore(&mut self, mut kept: Kept<'p>) {
        if let Some(before) = kept.instead_of.take() {
            let anew = std::mem::replace(self, *before);
            (self.leaves, self.expressions) = (anew.leaves, anew.expressions);
        }
        (self.found, self.clashes, self.constraint) = (kept.found, kept.clashes, kept.constraint);
        self.released.clear();
        if self.diagrams.return_to(kept.nodes) {
            self.comparisons = Known::default();
            self.recordings = Known::default();
        }
    }

    /// Whether facts are released here, and equal nodes are equal functions before and after.
    pub fn shares_nodes(&self) -> bool {
        !self.released.is_empty()
    }

    /// Whether a fact is released, or a derived quantity reads one that is, directly or not.
    pub fn is_released(&self, name: Name) -> bool {
        vertex(self.pack, name).is_some_and(|at| self.has_released(at))
    }

    /// Whether a rule reads nothing that is released, and so holds where it did before.
    pub fn holds_as_before(&self, rule: usize) -> bool {
        self.layout.rules.get(rule).is_some_and(|read| !read.iter().any(|at| self.has_released(*at)))
    }

    fn has_released(&self, vertex: u32) -> bool {
        self.released.get(vertex as usize).is_some_and(|released| *released)
    }

    /// Fixes some unknown facts, each at its value, where nothing but `applies` was looked at. What reads none of them stays
    /// what it is.
    pub(in crate::engine) fn fix(&mut self, facts: &[FactId], values: &[Option<Value>]) {
        for fact in facts {
            if let (Some(own), Some(value)) = (self.found.facts.get_mut(fact.index()), values.get(fact.index())) {
                own.fixed.clone_from(value);
            }
        }
        self.released = self.layout.readers(facts);
        self.forget();
        self.released.clear();
    }

    /// Forgets what was found of the facts and derived quantities that are released, and holds the given facts against
    /// their `applies` anew.
    fn forget(&mut self) {
        let known = self.found.facts.iter_mut().map(|fact| &mut fact.applies).chain(&mut self.found.values);
        for (known, _) in known.zip(&self.released).filter(|(_, released)| **released) {
            *known = None;
        }
        for (table, fits) in self.pack.tables.iter().zip(&mut self.found.fits) {
            let is_known = |output: &DerivedId| self.found.values.get(output.index()).is_some_and(Option::is_some);
            if !table.outputs.iter().all(is_known) {
                fits.clear();
            }
        }
        self.clashes.retain(|clash| match clash.place {
            Place::Table(table) => self.found.fits.get(table.index()).is_some_and(|fits| !fits.is_empty()),
            Place::Value(value) => self.found.values.get(value.index()).is_some_and(Option::is_some),
            Place::Parameter(_) | Place::Order | Place::Authority => false,
        });
        self.constrain();
    }
}
