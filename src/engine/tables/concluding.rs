//! The hit policies by which one row concludes, or several with one voice.

use crate::engine::diagram::{LeafId, Node, leaf_id};
use crate::engine::leaf::{Conflict, ConflictReason, Leaf};
use crate::engine::rational::Rational;
use crate::engine::world::World;
use crate::model::{DerivedId, Hit, Table};

impl World<'_> {
    /// What the hit policy makes of the rows that fit.
    pub(super) fn outcome(&mut self, table: &Table, rows: &[u16], column: usize, output: DerivedId) -> Node {
        match (table.hit, rows) {
            (_, []) => self.nothing_fits(output),
            (_, [row]) => self.conclusion(table, *row, column, output),
            (Hit::Any, rows) => self.agreed(table, rows, column),
            (Hit::Priority, rows) => self.foremost(table, rows, column, output),
            (Hit::First, [first, ..]) => self.conclusion(table, *first, column, output),
            (_, rows) => self.conflict(ConflictReason::SeveralRowsFit, rows),
        }
    }

    /// What the rows that fit conclude with one voice: a conflict where they differ in an output that they determine.
    fn agreed(&mut self, table: &Table, rows: &[u16], column: usize) -> Node {
        let mut at_odds = Node::NO;
        let mut agreed = Node::BLURRED;
        for (other, output) in table.outputs.iter().enumerate() {
            let mut before: Vec<Node> = Vec::with_capacity(rows.len());
            for row in rows {
                let own = self.determined(table, *row, other, *output);
                for first in &before {
                    let differ = self.on_pairs(*first, own, &mut |world, a, b| world.leaves_differ(a, b));
                    at_odds = self.diagrams.or(at_odds, differ);
                }
                if other == column {
                    agreed = match before.as_slice() {
                        [] => own,
                        _ => self
                            .diagrams
                            .combine(agreed, own, &mut |a, b| if b == leaf_id::UNDETERMINED { b } else { a }),
                    };
                }
                before.push(own);
            }
        }
        let conflict = self.conflict(ConflictReason::RowsDisagree, rows);
        self.diagrams.choose(at_odds, conflict, agreed)
    }

    /// The conclusion of the row that comes first by the declared values of its outputs, the first output first;
    /// undetermined where a row leaves undetermined what is compared.
    fn foremost(&mut self, table: &Table, rows: &[u16], column: usize, output: DerivedId) -> Node {
        let empty = self.leaves.node(Leaf::List(Vec::new()));
        let mut best: Option<(Node, Node)> = None;
        for row in rows {
            let mut rank = empty;
            for (other, output) in table.outputs.iter().enumerate() {
                if self.is_ranked(*output) {
                    let own = self.determined(table, *row, other, *output);
                    rank = self.on_pairs(rank, own, &mut |world, rank, own| world.append(rank, own));
                }
            }
            let conclusion = self.conclusion(table, *row, column, output);
            best = Some(match best {
                None => (rank, conclusion),
                Some((best, best_conclusion)) => {
                    let before = self.on_pairs(rank, best, &mut |world, own, best| world.stands_before(own, best));
                    let best = self.diagrams.choose(before, rank, best);
                    (best, self.diagrams.choose(before, conclusion, best_conclusion))
                }
            });
        }
        best.map_or(Node::BLURRED, |(_, conclusion)| conclusion)
    }

    /// Whether one list of declared values stands before another; `none` stands last.
    fn stands_before(&mut self, own: LeafId, best: LeafId) -> Node {
        let (Leaf::List(owns), Leaf::List(bests)) = (self.leaves.get(own), self.leaves.get(best)) else {
            let is_list = matches!(self.leaves.get(own), Leaf::List(_));
            return Node::leaf(if is_list { best } else { own });
        };
        let place = |leaf: LeafId| match self.leaves.get(leaf) {
            Leaf::Number(number) => *number,
            _ => Rational::whole(i128::from(i64::MAX)),
        };
        // Both have an item for each ranked output.
        let mut places = owns.iter().zip(bests).map(|(own, best)| (place(*own), place(*best)));
        places.find(|(own, best)| own != best).is_some_and(|(own, best)| own < best).into()
    }

    /// What a row concludes, its own conflicts taken as undetermined.
    fn determined(&mut self, table: &Table, row: u16, column: usize, output: DerivedId) -> Node {
        let conclusion = self.conclusion(table, row, column, output);
        self.on_leaves(conclusion, &mut |world, leaf| match world.leaves.get(leaf) {
            Leaf::Conflict(_) => Node::UNDETERMINED,
            _ => Node::leaf(leaf),
        })
    }

    /// What a row concludes for an output.
    pub(super) fn conclusion(&mut self, table: &Table, row: u16, column: usize, output: DerivedId) -> Node {
        let pack = self.pack;
        let entry = table.rows.get(usize::from(row)).and_then(|row| row.entries.get(column));
        let kind = pack.derived.get(output.index()).map(|derived| &derived.kind);
        match (entry, kind) {
            (Some(entry), Some(kind)) => self.entry(entry, kind, &[row]),
            _ => Node::BLURRED,
        }
    }

    /// What an output is where no row fits.
    pub(super) fn nothing_fits(&mut self, output: DerivedId) -> Node {
        if self.pack.derived.get(output.index()).is_some_and(|derived| derived.optional) {
            Node::NONE
        } else {
            self.conflict(ConflictReason::NoRowFits, &[])
        }
    }

    /// A conflict of some rows.
    pub(super) fn conflict(&mut self, reason: ConflictReason, rows: &[u16]) -> Node {
        self.leaves.node(Leaf::Conflict(Conflict { reason, rows: rows.to_vec() }))
    }
}
