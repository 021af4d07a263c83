//! Decision tables: which rows fit, and so what their outputs are (DMN 1.5, 8.2.8). What the hit policy makes of rows that
//! fit is said by [`concluding`] and [`collecting`].

mod collecting;
mod concluding;

use super::diagram::{Node, leaf_id};
use super::leaf::Leaf;
use super::part::part;
use super::world::{Place, World};
use crate::model::{Bound, DerivedId, End, Grounds, Hit, Name, Table, TableId, Test, Type};

impl World<'_> {
    /// When each row of a table fits.
    pub fn fits(&mut self, id: TableId) -> Vec<Node> {
        self.evaluate_table(id);
        self.found.fits.get(id.index()).cloned().unwrap_or_default()
    }

    /// Sets all outputs of a table.
    pub(super) fn evaluate_table(&mut self, id: TableId) {
        let pack = self.pack;
        let Some(table) = pack.tables.get(id.index()) else { return };
        if self.found.fits.get(id.index()).is_some_and(|fits| !fits.is_empty()) {
            return;
        }
        let world = self;
        part!(world, Table(id), world.build_table(id, table), world.blur_table(id));
    }

    /// Leaves a table that is too much for itself blurred.
    #[cfg(feature = "proofs")]
    fn blur_table(&mut self, id: TableId) {
        let Some(table) = self.pack.tables.get(id.index()) else { return };
        if let Some(fits) = self.found.fits.get_mut(id.index()) {
            *fits = vec![Node::BLURRED; table.rows.len()];
        }
        for output in &table.outputs {
            self.set_value(*output, Node::BLURRED);
        }
    }

    fn build_table(&mut self, id: TableId, table: &Table) {
        let fits = self.row_fits(table);
        if let Some(slot) = self.found.fits.get_mut(id.index()) {
            *slot = fits.clone();
        }
        let selection = matches!(table.hit, Hit::Unique | Hit::Any | Hit::Priority | Hit::First).then(|| {
            let selection = self.select(&fits, 0, table.hit);
            self.note_rows_at_odds(id, table, selection);
            selection
        });
        for (column, output) in table.outputs.iter().enumerate() {
            let value = match selection {
                Some(selection) => self.on_leaves(selection, &mut |world, leaf| match world.leaves.get(leaf) {
                    Leaf::Rows(rows) => {
                        let rows = rows.clone();
                        world.outcome(table, &rows, column, *output)
                    }
                    _ => Node::leaf(leaf),
                }),
                None => self.collected(id, table, &fits, column, *output),
            };
            let value = self.note_conflicts(value, Place::Table(id));
            self.set_value(*output, value);
        }
    }

    /// Takes note of the conflicts of single rows where several fit and what each concludes is held against the others.
    fn note_rows_at_odds(&mut self, id: TableId, table: &Table, selection: Node) {
        if !matches!(table.hit, Hit::Any | Hit::Priority) {
            return;
        }
        for (column, output) in table.outputs.iter().enumerate() {
            if table.hit == Hit::Priority && !self.is_ranked(*output) {
                continue;
            }
            for row in (0..table.rows.len()).map(|row| u16::try_from(row).unwrap_or(u16::MAX)) {
                let several = self.on_leaves(selection, &mut |world, leaf| match world.leaves.get(leaf) {
                    Leaf::Rows(rows) => (rows.len() > 1 && rows.contains(&row)).into(),
                    _ => Node::NO,
                });
                if several != Node::NO {
                    let conclusion = self.conclusion(table, row, column, *output);
                    let conclusion = self.diagrams.choose(several, conclusion, Node::NONE);
                    self.note_conflicts(conclusion, Place::Table(id));
                }
            }
        }
    }

    /// Whether `priority` and `output-order` look at an output: its values are declared in an order.
    fn is_ranked(&self, output: DerivedId) -> bool {
        let kind = self.pack.derived.get(output.index()).map(|derived| &derived.kind);
        matches!(kind, Some(Type::Choice(_) | Type::Level(_)))
    }

    /// When each row fits: where it exists and holds, or `otherwise` is all that is left, and the table is not gated off.
    fn row_fits(&mut self, table: &Table) -> Vec<Node> {
        let gate = self.when(&table.when);
        let mut any = Node::NO;
        let mut fits = Vec::with_capacity(table.rows.len());
        for row in &table.rows {
            let mut fit = self.exists_then(table.dated_by, &row.grounds);
            if fit != Node::NO && !row.otherwise {
                let holds = self.holds(&row.when, &row.unless);
                fit = self.diagrams.and(fit, holds);
                any = self.diagrams.or(any, fit);
            }
            fits.push(fit);
        }
        let none = self.diagrams.not(any);
        for (row, fit) in table.rows.iter().zip(&mut fits) {
            if row.otherwise {
                *fit = self.diagrams.and(none, *fit);
            }
            *fit = self.diagrams.and(gate, *fit);
        }
        fits
    }

    /// When a row exists: the date that it is held against lies within its validity.
    fn exists_then(&mut self, dated_by: Name, grounds: &Grounds) -> Node {
        let bound = |day: i64| Bound { end: End::Constant(day), inclusive: true };
        match (grounds.valid_from, grounds.valid_until) {
            (None, None) => Node::YES,
            (first, last) => self.test(dated_by, &Test::Range { low: first.map(bound), high: last.map(bound) }),
        }
    }

    /// Which rows fit: leaves are [`Leaf::Rows`], or undetermined. For `first`, no more than the first.
    fn select(&mut self, fits: &[Node], offset: usize, hit: Hit) -> Node {
        let nothing = self.leaves.id(Leaf::Rows(Vec::new()));
        match fits {
            [] | [Node::NO] => Node::leaf(nothing),
            [fit] => {
                let row = self.leaves.id(Leaf::Rows(vec![u16::try_from(offset).unwrap_or(u16::MAX)]));
                self.diagrams.map(*fit, &mut |leaf| match leaf {
                    leaf_id::NO => nothing,
                    leaf_id::YES => row,
                    other => other,
                })
            }
            _ => {
                let middle = fits.len() / 2;
                let (before, after) = fits.split_at(middle);
                let before = self.select(before, offset, hit);
                let after = self.select(after, offset.saturating_add(middle), hit);
                let leaves = &mut self.leaves;
                self.diagrams.combine(before, after, &mut |a, b| match (leaves.get(a), leaves.get(b)) {
                    _ if a == nothing => b,
                    _ if b == nothing || hit == Hit::First => a,
                    (Leaf::Rows(first), Leaf::Rows(second)) => {
                        let rows = first.iter().chain(second).copied().collect();
                        leaves.id(Leaf::Rows(rows))
                    }
                    // What is blurred could be anything; else some row is undetermined.
                    (Leaf::Rows(_), _) => b,
                    (_, Leaf::Rows(_)) => a,
                    _ => a.max(b),
                })
            }
        }
    }
}
