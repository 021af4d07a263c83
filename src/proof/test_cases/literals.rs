//! Where a cell makes the difference.

use crate::engine::diagram::Node;
use crate::engine::world::World;
use crate::model::{Cell, Clause, DerivedId, Hit, Name, Table, TableId, Test, When};

use super::super::tables::conclusions;
use super::leaf::only;
use super::validity;

/// A cell of a row, or an end of its validity, and where it makes a difference.
#[derive(Debug, Clone)]
pub(super) struct Literal {
    /// Its place among all literals of the table.
    pub number: usize,
    pub row: usize,
    pub cell: Cell,
    /// Where the row decides; for an end of its validity, on the last day on which it does.
    pub decides: Node,
    /// Where the row fails by this cell alone, and would have decided otherwise; for an end of its validity, on the next day.
    pub fails: Node,
}

/// All cells of a table that could make a difference, but for `-`, and where its rows begin and cease to be valid; or those
/// of one row alone, with the same numbers.
pub(super) fn of(world: &mut World<'_>, id: TableId, table: &Table, only_row: Option<usize>) -> Vec<Literal> {
    let fits = world.fits(id);
    let outcomes: Vec<Node> = table.outputs.iter().map(|output| outcome(world, *output)).collect();
    let gate = world.when(&table.when);
    let mut literals = Vec::new();
    let mut number = 0_usize;
    for (at, row) in table.rows.iter().enumerate().filter(|(_, row)| !row.otherwise) {
        let cells = cells_of(&row.when, true).chain(cells_of(&row.unless, false));
        let cells: Vec<_> = cells.filter(|(_, cell, _)| !cell.tests.contains(&Test::Any)).collect();
        let ends = validity::ends(world.pack, table, row);
        if only_row.is_some_and(|only| only != at) {
            number = number.saturating_add(cells.len()).saturating_add(ends.len());
            continue;
        }
        let would_differ = would_differ(world, table, &outcomes, at);
        // Of `priority` others may fit as well, as long as the table decides as the row does.
        let kept = if table.hit == Hit::Priority { would_differ } else { rivals(world, table, &fits, at) };
        let free = not(world, kept);
        let own = fits.get(at).copied().map_or(Node::NO, |fit| only(world, fit, 1));
        let decides = world.diagrams.and(own, free);
        // Of `first` the rows before must leave the case to it; of others that it meets them is told by what they decide.
        let mut left = if table.hit == Hit::First { world.diagrams.and(would_differ, free) } else { would_differ };
        let open = only(world, gate, 1);
        left = world.diagrams.and(left, open);
        for (place, cell, wanted) in cells {
            // All that the row asks but for this cell: of one clause its other cells, of all others that they do not hold.
            let mut fails = validity::holding(world, &ends, None);
            for (when, meant) in [(&row.when, true), (&row.unless, false)] {
                let own_clause = (meant == wanted).then_some(place);
                let asked = asked(world, when, own_clause, meant);
                fails = world.diagrams.and(fails, asked);
            }
            let holds = world.cell(cell);
            let turned = only(world, holds, u32::from(!wanted));
            fails = world.diagrams.and(fails, turned);
            fails = world.diagrams.and(fails, left);
            literals.push(Literal { number, row: at, cell: (*cell).clone(), decides, fails });
            number = number.saturating_add(1);
        }
        for (place, end) in ends.iter().enumerate() {
            let holds = world.holds(&row.when, &row.unless);
            let holds = only(world, holds, 1);
            let others = validity::holding(world, &ends, Some(place));
            let [last, next] = [end.last, end.next].map(|day| validity::on(world, table.dated_by, day));
            let fails = [holds, others, next].into_iter().fold(left, |all, own| world.diagrams.and(all, own));
            let decides = world.diagrams.and(decides, last);
            literals.push(Literal { number, row: at, cell: end.cell.clone(), decides, fails });
            number = number.saturating_add(1);
        }
    }
    literals
}

/// Each cell with the place of its clause and its own place there.
fn cells_of(when: &When, wanted: bool) -> impl Iterator<Item = ((usize, usize), &Cell, bool)> {
    let clauses = when.0.iter().enumerate();
    clauses.flat_map(move |(clause, Clause(cells))| {
        cells.iter().enumerate().map(move |(at, cell)| ((clause, at), cell, wanted))
    })
}

/// What `when` (or, unless meant, `unless`) asks for, without one of its cells: the others of its clause hold, and no other
/// clause does. Without such a cell, that it holds, or does not.
fn asked(world: &mut World<'_>, when: &When, without: Option<(usize, usize)>, meant: bool) -> Node {
    let Some((own, place)) = without else {
        let holds = world.when(when);
        return only(world, holds, u32::from(meant));
    };
    let mut asked = Node::YES;
    for (at, clause) in when.0.iter().enumerate() {
        let part = if at == own {
            let mut others = clause.clone();
            others.0.remove(place);
            let holds = world.clause(&others);
            only(world, holds, 1)
        } else {
            let holds = world.clause(clause);
            only(world, holds, 0)
        };
        asked = world.diagrams.and(asked, part);
    }
    asked
}

/// Where other rows keep a row from deciding.
fn rivals(world: &mut World<'_>, table: &Table, fits: &[Node], row: usize) -> Node {
    let mut any = Node::NO;
    for (other, fit) in fits.iter().enumerate() {
        let is_rival = match table.hit {
            Hit::First => other < row,
            Hit::Unique => other != row,
            _ => false,
        };
        if is_rival {
            let no = only(world, *fit, 0);
            let open = not(world, no);
            any = world.diagrams.or(any, open);
        }
    }
    any
}

/// Where the table decides otherwise than a row would, both determined; of tables that collect, anywhere.
fn would_differ(world: &mut World<'_>, table: &Table, outcomes: &[Node], row: usize) -> Node {
    if !matches!(table.hit, Hit::Unique | Hit::Any | Hit::Priority | Hit::First) {
        return Node::YES;
    }
    let mut any = Node::NO;
    for (outcome, own) in outcomes.iter().zip(conclusions(world, table, row)) {
        let differ = world.on_pairs(*outcome, own, &mut |world, outcome, own| world.leaves_differ(outcome, own));
        let differ = only(world, differ, 1);
        any = world.diagrams.or(any, differ);
    }
    any
}

fn outcome(world: &mut World<'_>, output: DerivedId) -> Node {
    let value = world.value(Name::Derived(output));
    world.without_conflicts(value)
}

fn not(world: &mut World<'_>, node: Node) -> Node {
    world.diagrams.not(node)
}
