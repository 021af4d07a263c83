//! What the cells of a table can tell apart of one name, or by one test.

use crate::engine::diagram::{LeafId, Node, leaf_id};
use crate::engine::known::{self, Known};
use crate::engine::world::{Meaning, World};
use crate::model::{Bound, Cell, End, FactId, Name, Pack, Test, Value};
use crate::sorted;
use crate::space::share::weights;
use crate::space::written::{self, Values};

use super::atoms::Atoms;

/// One dimension of a grid.
#[derive(Debug, Clone)]
pub struct Dimension {
    pub tested: Tested,
    pub atoms: Vec<Atom>,
    /// Whether a single fact decides on it, which always applies and which no other dimension reads: its atoms are as
    /// likely wherever one is on the grid.
    pub is_free: bool,
}

/// What a dimension tells apart.
#[derive(Debug, Clone, PartialEq)]
pub enum Tested {
    /// The values of a name.
    Values(Name),
    /// Whether a test holds that more than the value of its name decides, or a set.
    Test(Name, Test),
}

/// A part of all cases that no cell of the table tells apart.
#[derive(Debug, Clone)]
pub struct Atom {
    pub what: What,
    /// Where it is.
    pub holds: Node,
    /// Its share of the values of its fact, as the share of cases counts them; nothing to go by unless the dimension is free.
    pub weight: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// First and last scalar of a name's values.
    Piece(i64, i64),
    /// The name is `none`.
    None,
    /// The test holds, or does not.
    Holds(bool),
    /// The rules leave it undetermined.
    Undetermined,
}

impl Dimension {
    /// The values of a name as far as some cells tell them apart; only atoms that some case has.
    pub fn of_values<'c>(world: &mut World<'_>, of: Name, cells: impl Iterator<Item = &'c Cell>) -> Dimension {
        let atoms = match of {
            Name::Fact(fact) => of_fact(world, fact),
            name => of_derived(world, name, cells),
        };
        Dimension { tested: Tested::Values(of), atoms, is_free: false }
    }

    /// Where a test holds and where it does not.
    pub fn of_test(world: &mut World<'_>, of: Name, test: &Test) -> Dimension {
        let holds = holds(world, of, test.clone());
        let mut atoms = Vec::new();
        for (what, leaf) in [(What::Holds(true), 1), (What::Holds(false), 0), (What::Undetermined, 2)] {
            let own = only(world, holds, leaf);
            push(&mut atoms, what, own, 0.0);
        }
        Dimension { tested: Tested::Test(of, test.clone()), atoms, is_free: false }
    }

    pub fn all(&self) -> Atoms {
        Atoms::all(self.atoms.len())
    }

    /// The atoms that are such.
    pub fn atoms_that(&self, are: impl Fn(What) -> bool) -> Atoms {
        Atoms::of(self.atoms.len(), |at| self.atoms.get(at).is_some_and(|atom| are(atom.what)))
    }

    /// The atoms at which some constant tests hold.
    pub fn holding(&self, tests: &[Test], pack: &Pack) -> Atoms {
        let any = tests.contains(&Test::Any);
        let hold = |value: &Value| known::hold(tests, Known { value, given: true }, pack);
        self.atoms_that(|what| match what {
            What::Piece(first, _) => any || hold(&Value::Scalar(first)),
            What::None => any || hold(&Value::None),
            What::Holds(_) | What::Undetermined => any,
        })
    }

    /// The cell of some atoms, if they are not all.
    pub fn cell(&self, atoms: &Atoms, pack: &Pack) -> Option<String> {
        let own = |atom: &(usize, &Atom)| atoms.contains(atom.0);
        let determined = self.atoms.iter().enumerate().filter(|(_, atom)| atom.what != What::Undetermined);
        if determined.clone().all(|atom| own(&atom)) && !determined.clone().count().eq(&0) {
            return None;
        }
        if !determined.clone().any(|atom| own(&atom)) {
            return Some("undetermined".to_owned());
        }
        match &self.tested {
            Tested::Values(name) => {
                let pieces = determined.clone().filter(own).filter_map(|(_, atom)| match atom.what {
                    What::Piece(first, last) => Some((first, last)),
                    _ => None,
                });
                let none = determined.clone().filter(own).any(|(_, atom)| atom.what == What::None);
                let can_be_none = determined.clone().any(|(_, atom)| atom.what == What::None);
                Some(Values::of(pieces, none).cell(pack.type_of(*name), can_be_none))
            }
            Tested::Test(name, test) => {
                let text = written::one_in_cell(test, pack.type_of(*name), pack);
                let holds = determined.clone().filter(own).any(|(_, atom)| atom.what == What::Holds(true));
                Some(if holds { text } else { format!("not({text})") })
            }
        }
    }

    /// Whether some atoms read as one test: of quantities they must be one range.
    pub fn is_one_test(&self, atoms: &Atoms, pack: &Pack) -> bool {
        if !pack.type_of(self.name()).is_quantity() {
            return true;
        }
        let own = self.atoms.iter().enumerate().filter(|(at, _)| atoms.contains(*at));
        let pieces = own.filter_map(|(_, atom)| match atom.what {
            What::Piece(first, last) => Some((first, last)),
            _ => None,
        });
        Values::of(pieces, false).ranges.len() <= 1
    }

    /// The name that it is about.
    pub fn name(&self) -> Name {
        match self.tested {
            Tested::Values(name) | Tested::Test(name, _) => name,
        }
    }

    /// Calls `visit` with the name that it tells values apart of, and those that its test compares with.
    pub fn each_name(&self, visit: &mut dyn FnMut(Name)) {
        visit(self.name());
        if let Tested::Test(_, test) = &self.tested {
            test.each_name(visit);
        }
    }
}

fn of_fact(world: &mut World<'_>, fact: FactId) -> Vec<Atom> {
    let applies = world.applies(fact);
    let Some(variable) = world.variable_of(fact) else { return Vec::new() };
    let Some(Meaning::Pieces { pieces, none, .. }) = world.variables.get(usize::from(variable)) else {
        return Vec::new();
    };
    let (pieces, is_optional) = (pieces.clone(), *none);
    let weights = weights(world, variable).unwrap_or_default();
    let count = pieces.len().saturating_add(usize::from(is_optional));
    let mut atoms = Vec::new();
    let mut not_given = (Node::NO, 0.0);
    for at in 0..count {
        let children: Vec<Node> = (0..count).map(|own| Node::from(own == at)).collect();
        let own = world.diagrams.branch(variable, &children);
        let weight = weights.get(at).copied().unwrap_or(0.0);
        match pieces.get(at) {
            Some((first, last)) => {
                let holds = world.diagrams.and(applies, own);
                push(&mut atoms, What::Piece(*first, *last), holds, weight);
            }
            None => not_given = (own, weight),
        }
    }
    let outside = world.diagrams.not(applies);
    let none = world.diagrams.or(outside, not_given.0);
    push(&mut atoms, What::None, none, not_given.1);
    atoms
}

fn of_derived<'c>(world: &mut World<'_>, name: Name, cells: impl Iterator<Item = &'c Cell>) -> Vec<Atom> {
    let pack = world.pack;
    let mut atoms = Vec::new();
    let Some((first, last)) = pack.type_of(name).range() else { return atoms };
    let mut cuts: Vec<i64> = vec![first];
    for cell in cells {
        known::each_cut(&cell.tests, pack, &mut |scalar| cuts.push(scalar));
    }
    if !pack.type_of(name).is_quantity() {
        cuts.extend(first..=last);
    }
    cuts.retain(|cut| (first..=last).contains(cut));
    sorted::sort_by(&mut cuts, &Ord::cmp);
    cuts.dedup();
    let ends = cuts.iter().skip(1).map(|next| next.saturating_sub(1)).chain([last]);
    for (begin, end) in cuts.iter().copied().zip(ends) {
        let bound = |scalar: i64| Bound { end: End::Constant(scalar), inclusive: true };
        // What formulas come to is not held to the ends that every type has.
        let low = if begin > first { Some(bound(begin)) } else { None };
        let high = if end < last { Some(bound(end)) } else { None };
        let is_any = low.is_none() && high.is_none();
        let test = if is_any { Test::Not(vec![Test::None]) } else { Test::Range { low, high } };
        let within = holds(world, name, test);
        let own = only(world, within, 1);
        push(&mut atoms, What::Piece(begin, end), own, 0.0);
    }
    let value = world.value(name);
    for (what, leaf) in [(What::None, 3), (What::Undetermined, 2)] {
        let own = only(world, value, leaf);
        push(&mut atoms, what, own, 0.0);
    }
    atoms
}

fn holds(world: &mut World<'_>, of: Name, test: Test) -> Node {
    world.cell(&Cell { of, tests: vec![test], text: String::new() })
}

/// Where a function comes to a leaf; what is blurred stays so.
fn only(world: &mut World<'_>, node: Node, leaf: LeafId) -> Node {
    world.diagrams.map(node, &mut |own| if own == leaf_id::BLURRED { own } else { (own == leaf).into() })
}

fn push(atoms: &mut Vec<Atom>, what: What, holds: Node, weight: f64) {
    if holds != Node::NO {
        atoms.push(Atom { what, holds, weight });
    }
}
