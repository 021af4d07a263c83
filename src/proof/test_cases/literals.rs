//! Where a cell makes the difference.

use crate::engine::diagram::Node;
use crate::engine::world::World;
use crate::model::{Cell, Clause, DerivedId, Hit, Name, Table, TableId, Test, When};

use super::super::tables::conclusions;

/// A cell of a row, and where it makes a difference.
#[derive(Debug, Clone)]
pub(super) struct Literal {
    /// Its place among all literals of the table.
    pub number: usize,
    pub row: usize,
    pub cell: Cell,
    /// Where the row decides.
    pub decides: Node,
    /// Where the row fails by this cell alone, and would have decided otherwise.
    pub fails: Node,
}

/// All cells of a table that could make a difference, but for `-`.
pub(super) fn of(world: &mut World<'_>, id: TableId, table: &Table) -> Vec<Literal> {
    let fits = world.fits(id);
    let outcomes: Vec<Node> = table.outputs.iter().map(|output| outcome(world, *output)).collect();
    let gate = world.when(&table.when);
    let mut literals = Vec::new();
    for (at, row) in table.rows.iter().enumerate().filter(|(_, row)| !row.otherwise) {
        let rivals = rivals(world, table, &fits, at);
        let free = not(world, rivals);
        let own = fits.get(at).copied().map_or(Node::NO, |fit| only(world, fit, 1));
        let decides = world.diagrams.and(own, free);
        let would_differ = would_differ(world, table, &outcomes, at);
        let cells = cells_of(&row.when, true).chain(cells_of(&row.unless, false));
        for (place, cell, wanted) in cells.filter(|(_, cell, _)| !cell.tests.contains(&Test::Any)) {
            // All that the row asks but for this cell: of one clause its other cells, of all others that they do not hold.
            let mut rest = only(world, gate, 1);
            for (when, meant) in [(&row.when, true), (&row.unless, false)] {
                let own_clause = (meant == wanted).then_some(place);
                let asked = asked(world, when, own_clause, meant);
                rest = world.diagrams.and(rest, asked);
            }
            let holds = world.cell(cell);
            let fails = only(world, holds, u32::from(!wanted));
            let fails = world.diagrams.and(rest, fails);
            // Of `first` the rows before must leave the case to it; of others that it meets them is told by what they decide.
            let fails = if table.hit == Hit::First { world.diagrams.and(fails, free) } else { fails };
            let fails = world.diagrams.and(fails, would_differ);
            literals.push(Literal { number: literals.len(), row: at, cell: (*cell).clone(), decides, fails });
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
            Hit::Unique | Hit::Priority => other != row,
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

/// Where a function comes to a leaf; what is blurred is nowhere, since what rests on it is looked at for itself.
fn only(world: &mut World<'_>, node: Node, leaf: u32) -> Node {
    world.diagrams.map(node, &mut |own| u32::from(own == leaf))
}

fn not(world: &mut World<'_>, node: Node) -> Node {
    world.diagrams.not(node)
}
