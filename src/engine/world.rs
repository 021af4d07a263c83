//! A case in all its completions: every quantity of the pack as a diagram over what is not known.
//!
//! Known facts are substituted before anything is built, so a complete case has no diagram at all, and one that is
//! half known has small ones. Unknown numeric facts are cut into pieces at the constants that cells hold them against;
//! where a formula is held against a constant, the fact that it reads is cut at the exact threshold and everything is
//! built anew with the finer pieces ([`World::build`]).

#[cfg(feature = "proofs")]
use super::bounded::Parts;
use super::diagram::{Diagrams, Known, Mark, Node, Variable, two};
use super::expression::{ExpressionId, Expressions, Within};
use super::layout::Layout;
use super::leaf::{Conflict, Leaf, Leaves};
use super::part::part;
use super::rational::Rational;
use super::record::Record;
use crate::model::{Definition, DerivedId, FactId, Name, Pack, ParameterId, TableId, Type, Value};
use crate::sorted::Set;

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

/// The finer pieces that turned out to be needed.
#[derive(Debug, Clone, Default)]
struct Refinement {
    /// Beyond those of the layout.
    cuts: Set<(FactId, i64)>,
    thresholds: Vec<(ExpressionId, Threshold)>,
    wanted: bool,
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
    /// How leaves compare that were held against each other.
    pub(super) comparisons: Known,
    /// What nodes come to with one fact recorded or none, which a leaf stands for.
    pub(super) recordings: Known,
    /// While facts are released: by fact, then by derived quantity, whether it may differ from what it was before. Else
    /// empty.
    released: Vec<bool>,
}

/// What is found of facts and derived quantities: all that differs while facts are released, beside conflicts and where the
/// completions are.
#[derive(Debug, Clone, Default)]
pub(super) struct Found {
    /// By fact.
    pub facts: Vec<Standing>,
    /// By derived quantity, as far as they were asked for.
    pub values: Vec<Option<Node>>,
    /// By table: when each of its rows fits; empty until it is asked for.
    pub fits: Vec<Vec<Node>>,
    refinement: Refinement,
    /// Where each part has room of its own.
    #[cfg(feature = "proofs")]
    pub parts: Option<Parts>,
}

impl Found {
    /// What is fixed of facts, and nothing found as yet.
    pub fn of(record: &Record) -> Found {
        let mut found = Found::default();
        for (fixed, given) in record.fixed.iter().zip(&record.given) {
            found.facts.push(Standing { fixed: fixed.clone(), given: *given, ..Standing::default() });
        }
        found
    }
}

/// How a fact stands in a case.
#[derive(Debug, Clone, Default)]
pub(super) struct Standing {
    /// What it is fixed at, given or assumed.
    pub fixed: Option<Value>,
    pub given: bool,
    /// The first of the variables that decide on its value, unless the case gives it.
    pub first_variable: Option<Variable>,
    /// The variable that decides whether the case gives it, where that is open and some cell tests it.
    pub record_variable: Option<Variable>,
    /// When it applies, once that was asked for.
    pub applies: Option<Node>,
}

/// Of no fact at all.
static NOWHERE: Standing =
    Standing { fixed: None, given: false, first_variable: None, record_variable: None, applies: None };

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

/// After so many rounds of cutting, what is still not cut is blurred.
const ROUNDS: usize = 6;

/// Comparisons of quantities cut a fact into no more pieces than this.
const MOST_PIECES: usize = 1_000;

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

    /// Whether a rule holds where it did before facts were released.
    pub fn holds_as_before(&self, rule: usize) -> bool {
        let is_released = |at: &u32| self.released.get(*at as usize).is_some_and(|released| *released);
        self.shares_nodes() && self.layout.rules.get(rule).is_some_and(|read| !read.iter().any(is_released))
    }

    /// Fixes some unknown facts, each at its value, where nothing but `applies` was looked at. What reads none of them stays
    /// what it is.
    pub(super) fn fix(&mut self, facts: &[FactId], values: &[Option<Value>]) {
        for fact in facts {
            if let (Some(own), Some(value)) = (self.found.facts.get_mut(fact.index()), values.get(fact.index())) {
                own.fixed.clone_from(value);
            }
        }
        self.released = self.layout.readers(facts);
        self.forget();
        self.released.clear();
    }

    /// Builds what `make` asks for where nothing but `applies` was looked at; everything anew with finer pieces if it needs
    /// them.
    pub fn go_on(&mut self, make: &mut dyn FnMut(&mut World<'p>)) {
        make(self);
        if self.found.refinement.wanted {
            self.refine(make);
        }
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

    pub(super) fn refine(&mut self, make: &mut dyn FnMut(&mut World<'p>)) {
        for _ in 0..ROUNDS {
            self.begin();
            make(self);
            if !self.found.refinement.wanted {
                break;
            }
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

    /// Gives a fact its variables, unless the case gives its value: what is assumed may be released.
    fn declare(&mut self, id: FactId) {
        let at = id.index();
        let Some(fact) = self.pack.facts.get(at) else { return };
        let is_given = self.standing(id).given;
        let mut record_variable = None;
        if !is_given && self.layout.recorded.get(at).copied().unwrap_or(false) {
            record_variable = self.variable(Meaning::Recorded { fact: id });
        }
        let is_known = is_given && self.standing(id).fixed.is_some();
        let first = match &fact.kind {
            _ if is_known => None,
            Type::Text => None,
            Type::Several(choices) => {
                let nothing = if fact.optional { self.variable(Meaning::Nothing { fact: id }) } else { None };
                let mut first = nothing;
                for choice in 0..u32::try_from(choices.len()).unwrap_or(0) {
                    let member = self.variable(Meaning::Member { fact: id, choice });
                    first = first.or(member);
                }
                first
            }
            _ => {
                let mut cuts = self.layout.cuts.get(at).cloned().unwrap_or_default();
                cuts.extend(self.finer_cuts(id));
                let pieces = cut(self.expressions.whole_range(id), &cuts);
                self.variable(Meaning::Pieces { fact: id, pieces, none: fact.optional && !is_given })
            }
        };
        if let Some(own) = self.found.facts.get_mut(at) {
            (own.first_variable, own.record_variable) = (first, record_variable);
        }
    }

    /// How a fact stands in the case.
    pub(super) fn standing(&self, fact: FactId) -> &Standing {
        self.found.facts.get(fact.index()).unwrap_or(&NOWHERE)
    }

    /// Declares a variable below all others.
    pub(super) fn variable(&mut self, meaning: Meaning) -> Option<Variable> {
        let variable = Variable::try_from(self.variables.len()).ok()?;
        self.variables.push(meaning);
        Some(variable)
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
        self.diagrams.map(applies, &mut |leaf| u32::from(leaf == 4 || (leaf == 1) != is_none))
    }

    /// When a fact applies.
    pub fn applies(&mut self, fact: FactId) -> Node {
        if let Some(known) = self.standing(fact).applies {
            return known;
        }
        let pack = self.pack;
        let world = &mut *self;
        let applies = part!(
            world,
            Applies(fact),
            {
                let applies = pack.facts.get(fact.index()).map_or(Node::YES, |fact| world.when(&fact.applies));
                // What is undetermined does not hold: a fact always has a value or none (C4).
                world.diagrams.map(applies, &mut |leaf| if leaf == 2 { 0 } else { leaf })
            },
            Node::BLURRED
        );
        if let Some(own) = self.found.facts.get_mut(fact.index()) {
            own.applies = Some(applies);
        }
        applies
    }

    /// The value of a name: leaves are numbers, expressions, sets, texts, `none`, undetermined or blurred.
    pub fn value(&mut self, name: Name) -> Node {
        match name {
            Name::Now => {
                let now = Rational::whole(i128::from(self.now));
                self.leaves.node(Leaf::Number(now))
            }
            Name::Fact(fact) => self.fact_value(fact),
            Name::Derived(derived) => self.derived_value(derived),
        }
    }

    fn derived_value(&mut self, id: DerivedId) -> Node {
        if let Some(known) = self.found.values.get(id.index()).copied().flatten() {
            return known;
        }
        let pack = self.pack;
        let world = &mut *self;
        let value = match pack.derived.get(id.index()).map(|derived| &derived.definition) {
            Some(Definition::Condition(condition)) => {
                part!(world, Derived(id), world.holds(&condition.when, &condition.unless), Node::BLURRED)
            }
            Some(Definition::Output { table, column }) => {
                self.evaluate_table(*table);
                let output = pack.tables.get(table.index()).and_then(|table| table.outputs.get(usize::from(*column)));
                return output
                    .and_then(|output| self.found.values.get(output.index()).copied().flatten())
                    .unwrap_or(Node::BLURRED);
            }
            Some(Definition::Value(value)) => part!(
                world,
                Derived(id),
                {
                    let raw = world.bounded_value(id, value);
                    world.note_conflicts(raw, Place::Value(id))
                },
                Node::BLURRED
            ),
            None => Node::BLURRED,
        };
        self.set_value(id, value);
        value
    }

    pub(super) fn set_value(&mut self, id: DerivedId, value: Node) {
        if let Some(slot) = self.found.values.get_mut(id.index()) {
            *slot = Some(value);
        }
    }

    /// `when` and not `unless`.
    pub fn holds(&mut self, when: &crate::model::When, unless: &crate::model::When) -> Node {
        let when = self.when(when);
        if when == Node::NO {
            return when;
        }
        let unless = self.when(unless);
        let not = self.diagrams.not(unless);
        self.diagrams.and(when, not)
    }

    /// Whether a day lies within a validity, both ends inclusive.
    pub fn is_valid(&self, grounds: &crate::model::Grounds) -> bool {
        grounds.valid_from.is_none_or(|first| first <= self.now)
            && grounds.valid_until.is_none_or(|last| self.now <= last)
    }

    /// Replaces every leaf by what `change` makes of it.
    pub fn on_leaves(&mut self, node: Node, change: &mut dyn FnMut(&mut Self, u32) -> Node) -> Node {
        if let Some(leaf) = node.as_leaf() {
            return change(self, leaf);
        }
        let changed: Vec<(u32, Node)> =
            self.diagrams.leaves(node).into_iter().map(|leaf| (leaf, change(self, leaf))).collect();
        self.diagrams.bind(node, &mut |leaf| found(&changed, leaf))
    }

    /// Replaces every pair of leaves by what `join` makes of it.
    pub fn on_pairs(&mut self, a: Node, b: Node, join: &mut dyn FnMut(&mut Self, u32, u32) -> Node) -> Node {
        if let (Some(a), Some(b)) = (a.as_leaf(), b.as_leaf()) {
            return join(self, a, b);
        }
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        let mut ids = Known::default();
        let product = self.diagrams.combine(a, b, &mut |a, b| {
            let pair = two(Node::leaf(a), Node::leaf(b));
            if let Some(known) = ids.get(pair).and_then(|id| id.as_leaf()) {
                return known;
            }
            let id = u32::try_from(pairs.len()).unwrap_or(u32::MAX);
            pairs.push((a, b));
            ids.insert(pair, Node::leaf(id));
            id
        });
        let joined: Vec<(u32, Node)> = (0_u32..).zip(&pairs).map(|(id, (a, b))| (id, join(self, *a, *b))).collect();
        self.diagrams.bind(product, &mut |leaf| found(&joined, leaf))
    }

    /// Takes note of the conflicts that a value says of itself, and leaves it undetermined there.
    pub fn note_conflicts(&mut self, value: Node, place: Place) -> Node {
        let mut noted = false;
        for id in self.diagrams.leaves(value) {
            if let Leaf::Conflict(conflict) = self.leaves.get(id) {
                let conflict = conflict.clone();
                let holds = self.diagrams.map(value, &mut |leaf| u32::from(leaf == id));
                self.note_clash(place, conflict, holds);
                noted = true;
            }
        }
        if noted { self.without_conflicts(value) } else { value }
    }

    /// What is in conflict right there as undetermined, with no note taken.
    pub fn without_conflicts(&mut self, value: Node) -> Node {
        let leaves = &self.leaves;
        self.diagrams.map(value, &mut |leaf| if matches!(leaves.get(leaf), Leaf::Conflict(_)) { 2 } else { leaf })
    }

    /// Takes note of one conflict. Those of the same rows at the same place are one, whatever their reason.
    pub fn note_clash(&mut self, place: Place, conflict: Conflict, holds: Node) {
        if holds == Node::NO {
            return;
        }
        let same = |clash: &Clash| clash.place == place && clash.conflict.rows == conflict.rows;
        let known = self.clashes.iter().position(same);
        match known.and_then(|at| self.clashes.get_mut(at)) {
            Some(clash) => clash.holds = self.diagrams.or(clash.holds, holds),
            None => self.clashes.push(Clash { place, conflict, holds }),
        }
    }

    /// Asks for a new piece of a fact's domain to begin at `scalar`.
    pub(super) fn want_cut(&mut self, fact: FactId, scalar: i64) {
        let known = self.layout.cuts.get(fact.index()).map_or(0, |cuts| cuts.len());
        if known.saturating_add(self.finer_cuts(fact).count()) < MOST_PIECES {
            self.found.refinement.cuts.insert((fact, scalar));
            self.found.refinement.wanted = true;
        }
    }

    /// Where a new piece of a fact's domain was asked to begin.
    fn finer_cuts(&self, fact: FactId) -> impl Iterator<Item = i64> {
        self.found.refinement.cuts.iter().filter(move |(own, _)| *own == fact).map(|(_, scalar)| *scalar)
    }

    /// The variable of a quantity of several facts.
    pub(super) fn quantity_variable(&mut self, quantity: ExpressionId, facts: Vec<FactId>) -> Option<Variable> {
        let is_own = |meaning: &Meaning| matches!(meaning, Meaning::Quantity { quantity: own, .. } if *own == quantity);
        if let Some(known) = self.variables.iter().position(is_own) {
            return Variable::try_from(known).ok();
        }
        let mut thresholds = Vec::new();
        for (own, threshold) in &self.found.refinement.thresholds {
            if *own == quantity {
                thresholds.push(*threshold);
            }
        }
        self.variable(Meaning::Quantity { quantity, facts, thresholds })
    }

    /// Asks for a quantity to be cut at a threshold.
    pub(super) fn want_threshold(&mut self, quantity: ExpressionId, threshold: Threshold) {
        let wanted = (quantity, threshold);
        if !self.found.refinement.thresholds.contains(&wanted) {
            self.found.refinement.thresholds.push(wanted);
            self.found.refinement.wanted = true;
        }
    }
}

/// The pieces of a range, first and last scalar of each, when a new one begins at every cut.
fn cut((first, last): (i64, i64), cuts: &[i64]) -> Vec<(i64, i64)> {
    let mut pieces = Vec::new();
    let mut begin = first;
    for &next in cuts.iter().filter(|next| **next > first && **next <= last) {
        pieces.push((begin, next.saturating_sub(1)));
        begin = next;
    }
    pieces.push((begin, last));
    pieces
}

fn found(changed: &[(u32, Node)], leaf: u32) -> Node {
    changed
        .binary_search_by_key(&leaf, |(own, _)| *own)
        .ok()
        .and_then(|at| changed.get(at))
        .map_or(Node::BLURRED, |(_, node)| *node)
}
