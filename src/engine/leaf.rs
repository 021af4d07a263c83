//! What the leaves of diagrams stand for.

use super::arithmetic::Trouble;
use super::diagram::{LeafId, Node};
use super::expression::ExpressionId;
use super::interned::Interned;
use super::rational::Rational;

/// What a function comes to. The first five have the fixed numbers of [`Node`]'s constants.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Leaf {
    /// In natural units; no and yes are 0 and 1, choices and roles count from 0.
    Number(Rational),
    /// Left undetermined by something that says so itself.
    Undetermined,
    None,
    /// Beyond the limits of the method.
    Blurred,
    /// A quantity that depends on unknown facts, in natural units.
    Expression(ExpressionId),
    Set(u64),
    Text(String),
    /// The results of a hit policy that gives lists, or all values of a parameter in conflict.
    List(Vec<LeafId>),
    /// The rows of a table that fit, ascending, from 0.
    Rows(Vec<u16>),
    /// Left undetermined right here.
    Conflict(Conflict),
    /// A rule that does not set a parameter, a row that does not fit: nothing to gather.
    Absent,
}

/// Why something is left undetermined right here, and by which rows of the table or rules of the pack (from 0).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Conflict {
    pub reason: ConflictReason,
    pub rows: Vec<u16>,
}

/// The kinds of conflict, as `SEMANTICS` lists them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConflictReason {
    NoRowFits,
    SeveralRowsFit,
    RowsDisagree,
    Undecided,
    OutOfBounds,
    Trouble(Trouble),
    /// Demands on the order of actions form a cycle.
    DemandsInCycle,
    /// Rules set a parameter to different values.
    ParametersDiffer,
    /// No role may give so much.
    NobodySuffices,
}

/// What outweighs any operation on some values: `none`, then what could be anything, then what others left undetermined.
pub fn outweighing(leaves: &[LeafId]) -> Option<Node> {
    let has = |node: &Node| leaves.iter().any(|leaf| Node::leaf(*leaf) == *node);
    [Node::NONE, Node::BLURRED, Node::UNDETERMINED].into_iter().find(has)
}

/// The leaves of one case by number.
#[derive(Debug, Clone)]
pub struct Leaves(Interned<Leaf>);

impl Default for Leaves {
    fn default() -> Self {
        let mut leaves = Leaves(Interned::default());
        for number in [0, 1] {
            leaves.id(Leaf::Number(Rational::whole(number)));
        }
        for leaf in [Leaf::Undetermined, Leaf::None, Leaf::Blurred] {
            leaves.id(leaf);
        }
        leaves
    }
}

impl Leaves {
    pub fn id(&mut self, leaf: Leaf) -> LeafId {
        self.0.id(leaf)
    }

    pub fn node(&mut self, leaf: Leaf) -> Node {
        Node::leaf(self.id(leaf))
    }

    pub fn get(&self, id: LeafId) -> &Leaf {
        self.0.get(id).unwrap_or(&Leaf::Blurred)
    }

    /// The number that a leaf is, if it is one.
    pub fn number(&self, id: LeafId) -> Option<&Rational> {
        match self.get(id) {
            Leaf::Number(number) => Some(number),
            _ => None,
        }
    }
}
