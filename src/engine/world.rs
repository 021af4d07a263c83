//! A case in all its completions: every quantity of the pack as a diagram over what is not known.
//!
//! Known facts are substituted before anything is built, so a complete case has no diagram at all, and one that is
//! half known has small ones. Unknown numeric facts are cut into pieces at the constants that cells hold them against;
//! where a formula is held against a constant, the fact that it reads is cut at the exact threshold and everything is
//! built anew with the finer pieces ([`World::build`]).

mod found;
mod joining;
mod pieces;
mod releasing;
mod values;

use super::diagram::{Diagrams, Known, Node, leaf_id};
use super::expression::{ExpressionId, Expressions, Within};
use super::layout::Layout;
use super::leaf::{Conflict, Leaves};
use super::rational::Rational;
use super::record::Record;
use crate::model::{DerivedId, FactId, Pack, ParameterId, TableId, Value};

use found::NOWHERE;
pub(super) use found::{Found, Standing};
pub use releasing::Kept;

/// Where a threshold of a quantity lies: at a value, or right above it.
pub type Threshold = (Rational, bool);

/// What a variable of the diagrams decides on.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// The value of a fact: one atom for each piece of its domain (first and last scalar), then one for `none` if it
    /// can be given as that.
    Pieces { fact: FactId, pieces: Vec<(i64, i64)>, none: bool },
    /// Whether the set that answers a `several` fact has a choice: no, yes.
    Member { fact: FactId, choice: u32 },
    /// Whether a `several` fact is given as `none`: no, yes.
    Nothing { fact: FactId },
    /// Whether the case gives a fact that it does not give as yet: no, yes.
    Recorded { fact: FactId },
    /// Where a quantity of several unknown facts lies between its thresholds: as many as those it is above.
    Quantity { quantity: ExpressionId, facts: Vec<FactId>, thresholds: Vec<Threshold> },
}

/// What a conflict is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    Table(TableId),
    Value(DerivedId),
    Parameter(ParameterId),
    Order,
    Authority,
}

/// A conflict and when it is there.
#[derive(Debug, Clone, PartialEq)]
pub struct Clash {
    pub place: Place,
    pub conflict: Conflict,
    pub holds: Node,
}

/// All completions of a case.
#[derive(Debug, Clone)]
pub struct World<'p> {
    pub pack: &'p Pack,
    pub layout: &'p Layout,
    pub now: i64,
    pub diagrams: Diagrams,
    pub leaves: Leaves,
    pub expressions: Expressions<'p>,
    /// Where the completions are: facts that are given only apply there.
    pub constraint: Node,
    /// Facts that are given where they cannot apply, in dependency order.
    pub at_odds: Vec<FactId>,
    pub clashes: Vec<Clash>,
    pub variables: Vec<Meaning>,
    pub(super) found: Found,
    /// How values compare that were held against each other: their nodes, and what stands for the question.
    pub(super) comparisons: Known,
    /// What nodes come to with one fact recorded or none, which a leaf stands for.
    pub(super) recordings: Known,
    /// While facts are released: by fact, then by derived quantity, whether it may differ from what it was before. Else
    /// empty.
    released: Vec<bool>,
}

impl<'p> World<'p> {
    /// Builds what `make` asks for, again with finer pieces for as long as it needs them. What `make` makes is its own to
    /// keep: the last call is the one that counts.
    pub fn build(
        pack: &'p Pack,
        layout: &'p Layout,
        now: i64,
        record: &Record,
        make: &mut dyn FnMut(&mut World<'p>),
    ) -> World<'p> {
        World::build_within(pack, layout, now, record, None, make)
    }

    /// As [`World::build`], where a fact that is given without being fixed lies somewhere in a range.
    pub fn build_within(
        pack: &'p Pack,
        layout: &'p Layout,
        now: i64,
        record: &Record,
        within: Option<Within>,
        make: &mut dyn FnMut(&mut World<'p>),
    ) -> World<'p> {
        let mut world = World::empty(pack, layout, now, Found::of(record), within);
        world.refine(make);
        world
    }

    /// A world in which nothing is built.
    pub(super) fn empty(
        pack: &'p Pack,
        layout: &'p Layout,
        now: i64,
        found: Found,
        within: Option<Within>,
    ) -> World<'p> {
        World {
            pack,
            layout,
            now,
            diagrams: Diagrams::new(),
            leaves: Leaves::default(),
            expressions: Expressions::new(pack, within),
            constraint: Node::YES,
            at_odds: Vec::new(),
            clashes: Vec::new(),
            variables: Vec::new(),
            found,
            comparisons: Known::default(),
            recordings: Known::default(),
            released: Vec::new(),
        }
    }

    /// Builds what `make` asks for where nothing but `applies` was looked at; everything anew with finer pieces if it needs
    /// them.
    pub fn go_on(&mut self, make: &mut dyn FnMut(&mut World<'p>)) {
        make(self);
        if self.found.refinement.wanted {
            self.refine(make);
        }
    }

    /// Forgets what was built, gives every fact its variables anew, and holds the given facts against their `applies`.
    fn begin(&mut self) {
        self.found.refinement.wanted = false;
        self.released.clear();
        self.comparisons = Known::default();
        self.recordings = Known::default();
        self.diagrams = Diagrams::new();
        self.clashes.clear();
        self.variables.clear();
        for fact in &mut self.found.facts {
            (fact.first_variable, fact.record_variable, fact.applies) = (None, None, None);
        }
        self.found.values = vec![None; self.pack.derived.len()];
        self.found.fits = vec![Vec::new(); self.pack.tables.len()];
        for fact in &self.layout.order {
            self.declare(*fact);
        }
        self.constrain();
    }

    /// Holds the given facts against their `applies`. One with which no completion is left is at odds with those before it,
    /// and constrains nothing; those whose `applies` reads it, directly or not, are passed over until it is set aside.
    fn constrain(&mut self) {
        self.constraint = Node::YES;
        self.at_odds.clear();
        let layout = self.layout;
        let mut readers = Vec::new();
        for fact in &layout.dependency {
            let reads_one = readers.get(fact.index()).copied().unwrap_or(false);
            if reads_one || !self.standing(*fact).given {
                continue;
            }
            let agrees = self.agrees(*fact);
            let left = self.diagrams.and(self.constraint, agrees);
            if left == Node::NO {
                self.at_odds.push(*fact);
                readers = layout.readers(&self.at_odds);
            } else {
                self.constraint = left;
            }
        }
    }

    /// How a fact stands in the case.
    pub(super) fn standing(&self, fact: FactId) -> &Standing {
        self.found.facts.get(fact.index()).unwrap_or(&NOWHERE)
    }

    /// Where what is given of a fact can be so: a value where the fact applies; `none` where it does not, and where it
    /// does if it is optional.
    pub(super) fn agrees(&mut self, fact: FactId) -> Node {
        let declared = self.pack.facts.get(fact.index());
        let is_none = self.standing(fact).fixed == Some(Value::None);
        if is_none && declared.is_some_and(|fact| fact.optional) {
            return Node::YES;
        }
        let applies = self.applies(fact);
        self.diagrams.map(applies, &mut |leaf| u32::from(leaf == leaf_id::BLURRED || (leaf == leaf_id::YES) != is_none))
    }
}
