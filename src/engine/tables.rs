//! Decision tables: which rows fit, and what their hit policy makes of them (DMN 1.5, 8.2.8).

mod collecting;

use super::arithmetic::Operation;
use super::diagram::{LeafId, Node, leaf_id};
use super::leaf::{Conflict, ConflictReason, Leaf};
use super::part::part;
use super::rational::Rational;
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

    /// What the hit policy makes of the rows that fit.
    fn outcome(&mut self, table: &Table, rows: &[u16], column: usize, output: DerivedId) -> Node {
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

    /// A list with one more item; undetermined with what is undetermined.
    fn append(&mut self, list: u32, item: u32) -> Node {
        let Leaf::List(items) = self.leaves.get(list) else { return Node::leaf(list) };
        let mut items = items.clone();
        if matches!(Node::leaf(item), Node::UNDETERMINED | Node::BLURRED) {
            return Node::leaf(item);
        }
        if let Leaf::Expression(expression) = *self.leaves.get(item)
            && self.tell_apart(expression)
        {
            return Node::BLURRED;
        }
        items.push(item);
        self.leaves.node(Leaf::List(items))
    }

    /// The list of some determined values.
    pub fn list_of(&mut self, values: &[u32]) -> Node {
        let empty = self.leaves.node(Leaf::List(Vec::new()));
        values.iter().fold(empty, |list, value| {
            self.on_pairs(list, Node::leaf(*value), &mut |world, list, item| world.append(list, item))
        })
    }

    /// When any two of some values differ.
    pub fn any_differ(&mut self, values: &[u32]) -> Node {
        let mut any = Node::NO;
        for (at, first) in values.iter().enumerate() {
            for second in values.iter().skip(at.saturating_add(1)) {
                let differ = self.leaves_differ(*first, *second);
                any = self.diagrams.or(any, differ);
            }
        }
        any
    }

    /// Whether two conclusions are both determined, and differ.
    pub fn leaves_differ(&mut self, a: LeafId, b: LeafId) -> Node {
        let has = |node: Node| Node::leaf(a) == node || Node::leaf(b) == node;
        if a == b || has(Node::UNDETERMINED) {
            return Node::NO;
        }
        if has(Node::BLURRED) {
            return Node::BLURRED;
        }
        if let (Some(_), Some(_)) = (self.leaves.number(a), self.leaves.number(b)) {
            return Node::YES;
        }
        let (Some(left), Some(right)) = (self.as_expression(a), self.as_expression(b)) else {
            return Node::YES;
        };
        match self.expressions.operate(Operation::Subtract, [left, right]) {
            Ok(difference) => {
                let same = self.is_zero(difference);
                self.diagrams.not(same)
            }
            Err(_) => Node::BLURRED,
        }
    }

    /// What a row concludes, its own conflicts taken as undetermined.
    fn determined(&mut self, table: &Table, row: u16, column: usize, output: DerivedId) -> Node {
        let conclusion = self.conclusion(table, row, column, output);
        self.on_leaves(conclusion, &mut |world, leaf| match world.leaves.get(leaf) {
            Leaf::Conflict(_) => Node::UNDETERMINED,
            _ => Node::leaf(leaf),
        })
    }

    fn conclusion(&mut self, table: &Table, row: u16, column: usize, output: DerivedId) -> Node {
        let pack = self.pack;
        let entry = table.rows.get(usize::from(row)).and_then(|row| row.entries.get(column));
        let kind = pack.derived.get(output.index()).map(|derived| &derived.kind);
        match (entry, kind) {
            (Some(entry), Some(kind)) => self.entry(entry, kind, &[row]),
            _ => Node::BLURRED,
        }
    }

    fn nothing_fits(&mut self, output: DerivedId) -> Node {
        if self.pack.derived.get(output.index()).is_some_and(|derived| derived.optional) {
            Node::NONE
        } else {
            self.conflict(ConflictReason::NoRowFits, &[])
        }
    }

    fn conflict(&mut self, reason: ConflictReason, rows: &[u16]) -> Node {
        self.leaves.node(Leaf::Conflict(Conflict { reason, rows: rows.to_vec() }))
    }
}
