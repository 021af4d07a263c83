//! The hit policies that gather what all rows conclude which fit.

use crate::engine::arithmetic::Operation;
use crate::engine::diagram::{Node, leaf_id};
use crate::engine::leaf::{Conflict, ConflictReason, Leaf};
use crate::engine::world::{Place, World};
use crate::model::{DerivedId, Entry, Hit, Table, TableId, Value};
use crate::sorted;

impl World<'_> {
    /// What a collecting hit policy makes of all rows that fit: a list, or the sum, least, greatest or number of their
    /// conclusions, passing over `none`.
    pub(super) fn collected(
        &mut self,
        id: TableId,
        table: &Table,
        fits: &[Node],
        column: usize,
        output: DerivedId,
    ) -> Node {
        let absent = self.leaves.id(Leaf::Absent);
        let start = match table.hit {
            Hit::CollectCount => Node::NO,
            hit if hit.is_list() => self.leaves.node(Leaf::List(Vec::new())),
            _ => Node::leaf(absent),
        };
        let mut rows: Vec<u16> = (0..u16::try_from(fits.len()).unwrap_or(u16::MAX)).collect();
        if table.hit == Hit::OutputOrder {
            sorted::sort_by(&mut rows, &|a, b| self.written_rank(table, *a).cmp(&self.written_rank(table, *b)));
        }
        // A row that is undetermined leaves the table so, with no conflict of its own (U3).
        let mut determined = Node::YES;
        for fit in fits {
            let own = self.diagrams.map(*fit, &mut |leaf| match leaf {
                leaf_id::UNDETERMINED => leaf_id::NO,
                leaf_id::BLURRED => leaf_id::BLURRED,
                _ => leaf_id::YES,
            });
            determined = self.diagrams.and(determined, own);
        }
        let mut total = start;
        for row in rows {
            let conclusion =
                if table.hit == Hit::CollectCount { Node::YES } else { self.conclusion(table, row, column, output) };
            let fit = fits.get(usize::from(row)).copied().unwrap_or(Node::BLURRED);
            let gathered = self.diagrams.choose(fit, conclusion, Node::leaf(absent));
            let computed = self.diagrams.choose(determined, gathered, Node::NONE);
            self.note_conflicts(computed, Place::Table(id));
            let gathered = self.without_conflicts(gathered);
            total = self.on_pairs(total, gathered, &mut |world, total, next| {
                let is_nothing = next == absent || (next == leaf_id::NONE && !table.hit.is_list());
                let operation = match table.hit {
                    _ if is_nothing => return Node::leaf(total),
                    hit if hit.is_list() => return world.append(total, next),
                    _ if total == absent => return Node::leaf(next),
                    Hit::CollectMin => Operation::Min,
                    Hit::CollectMax => Operation::Max,
                    _ => Operation::Add,
                };
                world.operate_leaves(operation, total, next)
            });
        }
        let total = match self.pack.derived.get(output.index()) {
            Some(derived) if !table.hit.is_list() => {
                let checked = self.checked(total, &derived.kind);
                self.blame_fitting(checked, fits)
            }
            _ => total,
        };
        self.on_leaves(total, &mut |world, leaf| {
            if leaf == absent { world.nothing_fits(output) } else { Node::leaf(leaf) }
        })
    }

    /// Names all rows that fit for a result that is out of bounds.
    fn blame_fitting(&mut self, total: Node, fits: &[Node]) -> Node {
        let out = self.leaves.id(Leaf::Conflict(Conflict { reason: ConflictReason::OutOfBounds, rows: Vec::new() }));
        if !self.diagrams.leaves(total).contains(&out) {
            return total;
        }
        let fitting = self.select(fits, 0, Hit::Collect);
        self.on_pairs(total, fitting, &mut |world, total, fitting| match world.leaves.get(fitting) {
            Leaf::Rows(rows) if total == out => {
                let rows = rows.clone();
                world.conflict(ConflictReason::OutOfBounds, &rows)
            }
            _ => Node::leaf(total),
        })
    }

    /// Where a row stands by the written values of its ranked outputs; what is written as no value stands last.
    fn written_rank(&self, table: &Table, row: u16) -> Vec<i64> {
        let mut rank = Vec::new();
        let entries = table.rows.get(usize::from(row)).map_or(&[][..], |row| &row.entries);
        for (entry, output) in entries.iter().zip(&table.outputs) {
            if self.is_ranked(*output) {
                rank.push(match entry {
                    Entry::Value(Value::Scalar(scalar)) => *scalar,
                    _ => i64::MAX,
                });
            }
        }
        rank
    }
}
