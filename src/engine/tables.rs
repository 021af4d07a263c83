//! Decision tables: which rows fit, and what their hit policy makes of them (DMN 1.5, 8.2.8).

use super::arithmetic::Operation;
use super::diagram::Node;
use super::leaf::{Conflict, ConflictReason, Leaf};
use super::rational::Rational;
use super::world::{Place, World};
use crate::model::{Bound, DerivedId, End, Entry, Grounds, Hit, Name, Row, Table, TableId, Test, Type, Value};
use crate::sorted;

impl World<'_> {
    /// When each row of a table fits.
    pub fn fits(&mut self, id: TableId) -> Vec<Node> {
        self.evaluate_table(id);
        self.fits.get(id.index()).cloned().flatten().unwrap_or_default()
    }

    /// Sets all outputs of a table.
    pub(super) fn evaluate_table(&mut self, id: TableId) {
        let pack = self.pack;
        let Some(table) = pack.tables.get(id.index()) else { return };
        if self.fits.get(id.index()).is_some_and(Option::is_some) {
            return;
        }
        let fits = self.row_fits(table);
        if let Some(slot) = self.fits.get_mut(id.index()) {
            *slot = Some(fits.clone());
        }
        let is_collecting = table.hit.is_list()
            || matches!(table.hit, Hit::CollectSum | Hit::CollectMin | Hit::CollectMax | Hit::CollectCount);
        let selection = (!is_collecting).then(|| self.select(&fits, 0, table.hit));
        if let Some(selection) = selection {
            self.note_rows_at_odds(id, table, selection);
        }
        for (column, output) in table.outputs.iter().enumerate() {
            let value = match selection {
                Some(selection) => self.selected(table, selection, column, *output),
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
        let mut fits = vec![Node::NO; table.rows.len()];
        for (row, fit) in table.rows.iter().zip(&mut fits).filter(|(row, _)| !row.otherwise) {
            *fit = self.row_fit(table, row);
            any = self.diagrams.or(any, *fit);
        }
        let none = self.diagrams.not(any);
        for (row, fit) in table.rows.iter().zip(&mut fits) {
            if row.otherwise {
                let valid = self.exists_then(table.dated_by, &row.grounds);
                *fit = self.diagrams.and(none, valid);
            }
            *fit = self.diagrams.and(gate, *fit);
        }
        fits
    }

    fn row_fit(&mut self, table: &Table, row: &Row) -> Node {
        let valid = self.exists_then(table.dated_by, &row.grounds);
        if valid == Node::NO {
            return valid;
        }
        let holds = self.holds(&row.when, &row.unless);
        self.diagrams.and(valid, holds)
    }

    /// When a row exists: the date that it is held against lies within its validity.
    fn exists_then(&mut self, dated_by: Name, grounds: &Grounds) -> Node {
        let bound = |day: i64| Bound { end: End::Constant(day), inclusive: true };
        match (grounds.valid_from, grounds.valid_until) {
            (None, None) => Node::YES,
            (first, last) => {
                let tests = vec![Test::Range { low: first.map(bound), high: last.map(bound) }];
                self.cell(&crate::model::Cell { of: dated_by, tests, text: String::new() })
            }
        }
    }

    /// Which rows fit: leaves are [`Leaf::Rows`], or undetermined. For `first`, no more than the first.
    fn select(&mut self, fits: &[Node], offset: usize, hit: Hit) -> Node {
        let nothing = self.leaves.id(Leaf::Rows(Vec::new()));
        match fits {
            [] => Node::leaf(nothing),
            [fit] => {
                let row = self.leaves.id(Leaf::Rows(vec![u16::try_from(offset).unwrap_or(u16::MAX)]));
                self.diagrams.map(*fit, &mut |leaf| match leaf {
                    0 => nothing,
                    1 => row,
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

    fn selected(&mut self, table: &Table, selection: Node, column: usize, output: DerivedId) -> Node {
        self.on_leaves(selection, &mut |world, leaf| match world.leaves.get(leaf).clone() {
            Leaf::Rows(rows) => world.outcome(table, &rows, column, output),
            _ => Node::leaf(leaf),
        })
    }

    /// What the hit policy makes of the rows that fit.
    fn outcome(&mut self, table: &Table, rows: &[u16], column: usize, output: DerivedId) -> Node {
        match (table.hit, rows) {
            (_, []) => self.nothing_fits(output),
            (_, [row]) => self.conclusion(table, *row, column, output),
            (Hit::Any, rows) => self.agreed(table, rows, column, output),
            (Hit::Priority, rows) => self.foremost(table, rows, column, output),
            (Hit::First, [first, ..]) => self.conclusion(table, *first, column, output),
            (_, rows) => self.conflict(ConflictReason::SeveralRowsFit, rows),
        }
    }

    /// What the rows that fit conclude with one voice: a conflict where they differ in an output that they determine.
    fn agreed(&mut self, table: &Table, rows: &[u16], column: usize, output: DerivedId) -> Node {
        let mut at_odds = Node::NO;
        for (other, output) in table.outputs.iter().enumerate() {
            let conclusions: Vec<Node> = rows.iter().map(|row| self.determined(table, *row, other, *output)).collect();
            for (at, first) in conclusions.iter().enumerate() {
                for second in conclusions.iter().skip(at.saturating_add(1)) {
                    let differ = self.on_pairs(*first, *second, &mut |world, a, b| world.leaves_differ(a, b));
                    at_odds = self.diagrams.or(at_odds, differ);
                }
            }
        }
        let conclusions: Vec<Node> = rows.iter().map(|row| self.determined(table, *row, column, output)).collect();
        let first = conclusions.first().copied().unwrap_or(Node::BLURRED);
        let agreed = conclusions.iter().skip(1).fold(first, |agreed, conclusion| {
            self.diagrams.combine(agreed, *conclusion, &mut |a, b| if b == 2 { b } else { a })
        });
        let conflict = self.conflict(ConflictReason::RowsDisagree, rows);
        self.diagrams.choose(at_odds, conflict, agreed)
    }

    /// The conclusion of the row that comes first by the declared values of its outputs, the first output first;
    /// undetermined where a row leaves undetermined what is compared.
    fn foremost(&mut self, table: &Table, rows: &[u16], column: usize, output: DerivedId) -> Node {
        let mut ranks: Vec<Node> = Vec::with_capacity(rows.len());
        let empty = self.leaves.node(Leaf::List(Vec::new()));
        for row in rows {
            let mut rank = empty;
            for (other, output) in table.outputs.iter().enumerate() {
                if self.is_ranked(*output) {
                    let own = self.determined(table, *row, other, *output);
                    rank = self.on_pairs(rank, own, &mut |world, rank, own| world.append(rank, own));
                }
            }
            ranks.push(rank);
        }
        let conclude = |world: &mut Self, row: u16| world.conclusion(table, row, column, output);
        let mut best =
            (ranks.first().copied().unwrap_or(empty), rows.first().map_or(Node::BLURRED, |row| conclude(self, *row)));
        for (row, rank) in rows.iter().zip(ranks).skip(1) {
            let before = self.on_pairs(rank, best.0, &mut |world, own, best| world.stands_before(own, best));
            let conclusion = conclude(self, *row);
            best = (self.diagrams.choose(before, rank, best.0), self.diagrams.choose(before, conclusion, best.1));
        }
        best.1
    }

    /// Whether one list of declared values stands before another; `none` stands last.
    fn stands_before(&mut self, own: u32, best: u32) -> Node {
        match (self.leaves.get(own), self.leaves.get(best)) {
            (Leaf::List(own), Leaf::List(best)) => {
                let place = |leaf: &u32| match self.leaves.get(*leaf) {
                    Leaf::Number(number) => *number,
                    _ => Rational::whole(i128::from(i64::MAX)),
                };
                (own.iter().map(place).collect::<Vec<_>>() < best.iter().map(place).collect::<Vec<_>>()).into()
            }
            (Leaf::List(_), _) => Node::leaf(best),
            _ => Node::leaf(own),
        }
    }

    /// A list with one more item; undetermined with what is undetermined.
    fn append(&mut self, list: u32, item: u32) -> Node {
        match (self.leaves.get(list).clone(), self.leaves.get(item).clone()) {
            (Leaf::List(_), Leaf::Undetermined | Leaf::Blurred) => Node::leaf(item),
            (Leaf::List(_), Leaf::Expression(expression)) if self.tell_apart(expression) => Node::BLURRED,
            (Leaf::List(mut items), _) => {
                items.push(item);
                self.leaves.node(Leaf::List(items))
            }
            _ => Node::leaf(list),
        }
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
    fn leaves_differ(&mut self, a: u32, b: u32) -> Node {
        if a == b {
            return Node::NO;
        }
        let (left, right) = (self.leaves.get(a).clone(), self.leaves.get(b).clone());
        if matches!(left, Leaf::Undetermined) || matches!(right, Leaf::Undetermined) {
            return Node::NO;
        }
        if matches!(left, Leaf::Blurred) || matches!(right, Leaf::Blurred) {
            return Node::BLURRED;
        }
        let (Some(left), Some(right)) = (self.as_expression(&left), self.as_expression(&right)) else {
            return Node::YES;
        };
        match self.expressions.operate(Operation::Subtract, &[left, right]) {
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

    /// What a collecting hit policy makes of all rows that fit: a list, or the sum, least, greatest or number of their
    /// conclusions, passing over `none`.
    fn collected(&mut self, id: TableId, table: &Table, fits: &[Node], column: usize, output: DerivedId) -> Node {
        let absent = self.leaves.id(Leaf::Absent);
        let start = match table.hit {
            Hit::CollectCount => Node::NO,
            hit if hit.is_list() => self.leaves.node(Leaf::List(Vec::new())),
            _ => Node::leaf(absent),
        };
        let mut rows: Vec<(u16, Node)> = (0..).zip(fits.iter().copied()).collect();
        if table.hit == Hit::OutputOrder {
            let rank = |row: u16| (self.written_rank(table, row), row);
            sorted::sort_by(&mut rows, &|(a, _), (b, _)| rank(*a).cmp(&rank(*b)));
        }
        // A row that is undetermined leaves the table so, with no conflict of its own (U3).
        let determined = fits.iter().fold(Node::YES, |all, fit| {
            let own = self.diagrams.map(*fit, &mut |leaf| match leaf {
                2 => 0,
                4 => 4,
                _ => 1,
            });
            self.diagrams.and(all, own)
        });
        let total = rows.into_iter().fold(start, |total, (row, fit)| {
            let conclusion =
                if table.hit == Hit::CollectCount { Node::YES } else { self.conclusion(table, row, column, output) };
            let gathered = self.diagrams.choose(fit, conclusion, Node::leaf(absent));
            let computed = self.diagrams.choose(determined, gathered, Node::NONE);
            self.note_conflicts(computed, Place::Table(id));
            let gathered = self.without_conflicts(gathered);
            self.on_pairs(total, gathered, &mut |world, total, next| {
                let is_nothing = next == absent || (next == 3 && !table.hit.is_list());
                let operation = match table.hit {
                    _ if is_nothing => return Node::leaf(total),
                    hit if hit.is_list() => return world.append(total, next),
                    _ if total == absent => return Node::leaf(next),
                    Hit::CollectMin => Operation::Min,
                    Hit::CollectMax => Operation::Max,
                    _ => Operation::Add,
                };
                world.operate_leaves(operation, &[total, next])
            })
        });
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
        self.on_pairs(total, fitting, &mut |world, total, fitting| match world.leaves.get(fitting).clone() {
            Leaf::Rows(rows) if total == out => world.conflict(ConflictReason::OutOfBounds, &rows),
            _ => Node::leaf(total),
        })
    }

    /// Where a row stands by the written values of its ranked outputs; what is written as no value stands last.
    fn written_rank(&self, table: &Table, row: u16) -> Vec<i64> {
        let entries = table.rows.get(usize::from(row)).map_or(&[][..], |row| &row.entries);
        let ranked = entries.iter().zip(&table.outputs).filter(|(_, output)| self.is_ranked(**output));
        ranked
            .map(|(entry, _)| match entry {
                Entry::Value(Value::Scalar(scalar)) => *scalar,
                _ => i64::MAX,
            })
            .collect()
    }
}
