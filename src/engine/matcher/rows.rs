//! The bits of every row: which clauses a state of a slot leaves standing.

#![expect(clippy::arithmetic_side_effects, reason = "counts of what is in memory, bounded by `slot::LIMIT`")]

use super::bits::{Block, word_of};
use super::columns::Column;
use super::slot::Slot;
use crate::model::{Cell, Fact, Pack};

/// The rows one after the other, each of so many blocks: first the clauses that exist, then for each slot those that may
/// hold while its fact is unknown, and those that hold in each of its states.
pub fn rows(pack: &Pack, slots: &[Slot], clauses: &[Option<Column<'_>>], blocks: usize) -> Vec<Block> {
    // Every clause that exists, everywhere; then what each cell takes away.
    let mut existing = vec![Block::default(); blocks];
    for (column, _) in clauses.iter().enumerate().filter(|(_, clause)| clause.is_some()) {
        if let Some((word, bit)) = word_of(&mut existing, column) {
            *word |= bit;
        }
    }
    let count = 1 + slots.iter().map(|slot| 1 + slot.states).sum::<usize>();
    let mut rows = existing.repeat(count);
    for slot in slots {
        let none = pack.facts.get(slot.fact.index()).is_some_and(can_be_none);
        for (column, clause) in clauses.iter().enumerate() {
            let Some(clause) = clause else { continue };
            let cells: Vec<&Cell> = clause.clause.0.iter().filter(|cell| slot.compiles(cell)).collect();
            if cells.is_empty() {
                continue;
            }
            let mut own = rows.chunks_mut(blocks.max(1)).skip(slot.unknown);
            let unknown = own.next();
            let mut possible = false;
            let mut certain = true;
            for (row, state) in own.zip(0..slot.states) {
                let holds = slot.holds_in(state, &cells, pack);
                if let Some((word, bit)) = word_of(row, column).filter(|_| !holds) {
                    *word &= !bit;
                }
                if slot.is_open_to(state, none) {
                    possible |= holds;
                    certain &= holds;
                }
            }
            let keeps = if clause.unless { certain } else { possible };
            if let Some((word, bit)) = unknown.and_then(|row| word_of(row, column)).filter(|_| !keeps) {
                *word &= !bit;
            }
        }
    }
    rows
}

fn can_be_none(fact: &Fact) -> bool {
    fact.optional || !fact.applies.is_always()
}
