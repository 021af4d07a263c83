//! What rows look at: the states that a fact, or a cell on a set, can be in.

#![expect(clippy::arithmetic_side_effects, reason = "counts and places of what is in memory, bounded by `LIMIT`")]

use super::bits::BITS;
use crate::engine::known::{Known, are_constant, each_cut, hold, look_at_record};
use crate::model::{Cell, FactId, Name, Pack, Test, Type, Value, When};
use crate::sorted::Set;

/// The most blocks that all rows may take: 64 MB. Ten thousand rules on two dozen facts take a sixtieth of it.
pub const LIMIT: usize = 1 << 21;

/// What one group of rows looks at.
#[derive(Debug, Clone)]
pub struct Slot {
    pub fact: FactId,
    looks: Looks,
    /// Whether a cell looks at whether the case gives the fact: then the pieces are there twice, the second time for
    /// values that it does not give.
    record: bool,
    /// The row for when the value is not known. Those of the states follow.
    pub unknown: usize,
    /// How many states there are.
    pub states: usize,
}

#[derive(Debug, Clone)]
enum Looks {
    /// Pieces of a scalar domain: `none`, then from each of these scalars to before the next, or to the greatest.
    Pieces(Set<i64>),
    /// A cell on a set: fails, holds.
    Cell(Box<Cell>),
}

/// One slot for each fact that cells look at, or for each distinct cell on a set, as many as [`LIMIT`] allows.
pub fn slots(pack: &Pack, rules: &[(&When, &When)]) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    for cell in rules.iter().flat_map(|(when, unless)| when.cells().chain(unless.cells())) {
        let Name::Fact(fact) = cell.of else { continue };
        if !are_constant(&cell.tests) || constrains_nothing(cell) {
            continue;
        }
        let at = slots.iter().position(|slot| slot.compiles(cell)).unwrap_or(slots.len());
        if at == slots.len() {
            let looks = match &pack.type_of(cell.of) {
                Type::Several(_) => Looks::Cell(Box::new(cell.clone())),
                kind => Looks::Pieces(kind.range().map(|(least, _)| least).into_iter().collect()),
            };
            slots.push(Slot { fact, looks, record: false, unknown: 0, states: 0 });
        }
        let Some(slot) = slots.get_mut(at) else { continue };
        slot.record |= look_at_record(&cell.tests);
        if let Looks::Pieces(begins) = &mut slot.looks {
            let (least, greatest) = pack.type_of(cell.of).range().unwrap_or_default();
            each_cut(&cell.tests, pack, &mut |scalar| {
                if least < scalar && scalar <= greatest {
                    begins.insert(scalar);
                }
            });
        }
    }
    let clauses: usize = rules.iter().map(|(when, unless)| 1 + when.0.len() + unless.0.len()).sum();
    let most_rows = LIMIT / (clauses / BITS + 2);
    let mut rows = 1;
    slots.retain_mut(|slot| {
        slot.unknown = rows;
        slot.states = slot.count_states();
        let end = rows + 1 + slot.states;
        let fits = end <= most_rows && slot.states <= usize::from(u16::MAX);
        if fits {
            rows = end;
        }
        fits
    });
    slots
}

impl Slot {
    /// Whether the cell is answered by this slot's rows.
    pub fn compiles(&self, cell: &Cell) -> bool {
        cell.of == Name::Fact(self.fact)
            && match &self.looks {
                Looks::Pieces(_) => are_constant(&cell.tests),
                Looks::Cell(own) => own.tests == cell.tests,
            }
    }

    /// How many rows there must be besides that for the unknown.
    fn count_states(&self) -> usize {
        match &self.looks {
            Looks::Pieces(begins) => (1 + begins.len()) * if self.record { 2 } else { 1 },
            Looks::Cell(_) => 2,
        }
    }

    /// The state that a known value puts the slot in.
    pub fn state(&self, known: Known<'_>, pack: &Pack) -> usize {
        match &self.looks {
            Looks::Pieces(begins) => {
                let piece = match known.value {
                    Value::Scalar(scalar) => begins.partition_point(|begin| begin <= scalar),
                    _ => 0,
                };
                piece + if self.record && !known.given { 1 + begins.len() } else { 0 }
            }
            Looks::Cell(cell) => usize::from(hold(&cell.tests, known, pack)),
        }
    }

    /// Whether all of a clause's cells on this slot hold in a state.
    pub fn holds_in(&self, state: usize, cells: &[&Cell], pack: &Pack) -> bool {
        match &self.looks {
            Looks::Pieces(begins) => {
                let pieces = 1 + begins.len();
                let scalar = (state % pieces).checked_sub(1).and_then(|piece| begins.get(piece));
                let value = scalar.map_or(Value::None, |scalar| Value::Scalar(*scalar));
                let known = Known { value: &value, given: state < pieces };
                cells.iter().all(|cell| hold(&cell.tests, known, pack))
            }
            Looks::Cell(_) => state == 1,
        }
    }

    /// Whether a fact that the case does not give may be in this state.
    pub fn is_open_to(&self, state: usize, can_be_none: bool) -> bool {
        match &self.looks {
            Looks::Pieces(begins) => {
                let pieces = 1 + begins.len();
                let not_given = !self.record || state >= pieces;
                not_given && (can_be_none || !state.is_multiple_of(pieces))
            }
            // Of sets only what the record alone decides is known beforehand.
            Looks::Cell(cell) => match cell.tests.as_slice() {
                [Test::Not(members)] if members.contains(&Test::Unknown) => state == 0,
                tests => state == 1 || !tests.contains(&Test::Unknown),
            },
        }
    }
}

/// Whether the slots say all that the cell does.
pub fn is_compiled(cell: &Cell, slots: &[Slot]) -> bool {
    constrains_nothing(cell) || slots.iter().any(|slot| slot.compiles(cell))
}

fn constrains_nothing(cell: &Cell) -> bool {
    cell.tests.contains(&Test::Any)
}
