//! Which rules hold in a case, all at once, by bit masks.
//!
//! Every fact's domain is cut at the constants that cells hold it against; within a piece all values are alike. For each
//! piece of each fact there is a row of bits, one for each clause: set unless a cell of the clause fails there. The
//! clauses that hold are the conjunction of one row for each fact. A fact with a set of choices has two rows for each
//! distinct cell instead of pieces.
//!
//! Only cells on facts with constant ends are compiled, and only as far as memory is bounded. A rule with other cells
//! besides is found when its compiled cells do not exclude it, and [`Matcher::is_whole`] says that the rest is still to
//! be looked at.
//!
//! [`slot`] says what rows look at, [`columns`] which clause has which bit, and [`rows`] sets them; [`bits`] is how they lie
//! in memory.

#![expect(clippy::arithmetic_side_effects, reason = "counts and places of what is in memory, bounded by `slot::LIMIT`")]

mod bits;
mod columns;
mod rows;
mod slot;
#[cfg(test)]
mod tests;

use super::known::Known;
use crate::model::{Pack, Value, When};
use bits::{BITS, Block, append, each_bit, word_of};
use columns::{Columns, Extra};
use slot::{Slot, is_compiled};

/// The compiled cells of a list of rules.
#[derive(Debug, Clone)]
pub struct Matcher {
    slots: Vec<Slot>,
    // INVARIANT: rows of `blocks` blocks each; the first row has the clauses that exist.
    rows: Vec<Block>,
    blocks: usize,
    /// The blocks that stand for rules themselves, by their first clause.
    rule_blocks: usize,
    /// What the clauses in the other blocks belong to: further alternatives first, then exceptions.
    extras: Vec<Extra>,
    /// By rule, whether all its cells are compiled.
    whole: Vec<bool>,
}

/// What [`Matcher::matches`] works in, kept from case to case so that none allocates.
#[derive(Debug, Clone, Default)]
pub struct Scratch {
    begins: Vec<usize>,
    rules: Vec<Block>,
    found: Vec<u16>,
}

impl Matcher {
    /// Compiles rules, given as their `when` and `unless`; they are known by position from here on.
    pub fn new(pack: &Pack, rules: &[(&When, &When)]) -> Self {
        let slots = slot::slots(pack, rules);
        let columns = Columns::of(rules, &slots);
        let is_whole =
            |(when, unless): &(&When, &When)| when.cells().chain(unless.cells()).all(|cell| is_compiled(cell, &slots));
        let whole = rules.iter().map(is_whole).collect();
        let blocks = columns.clauses.len().div_ceil(BITS);
        let rule_blocks = rules.len().div_ceil(BITS);
        let rows = rows::rows(pack, &slots, &columns.clauses, blocks);
        Matcher { slots, rows, blocks, rule_blocks, extras: columns.extras, whole }
    }

    /// Whether the rule's cells are all compiled, so that nothing else can change what is found.
    pub fn is_whole(&self, rule: u16) -> bool {
        self.whole.get(usize::from(rule)).copied().unwrap_or(false)
    }

    /// How many numbers an encoded case has.
    pub fn case_length(&self) -> usize {
        self.slots.len()
    }

    /// Encodes what is known as one number for each slot, in place of what `case` had: 0 where the fact is unknown.
    /// Taken are, by fact, the values after defaults and `applies`, and what the case itself gives.
    pub fn encode(&self, values: &[Option<Value>], given: &[Option<Value>], pack: &Pack, case: &mut Vec<u16>) {
        case.clear();
        case.extend(self.slots.iter().map(|slot| {
            let given = given.get(slot.fact.index()).is_some_and(Option::is_some);
            let value = values.get(slot.fact.index()).and_then(Option::as_ref);
            let state = value.map(|value| slot.state(Known { value, given }, pack));
            state.and_then(|state| u16::try_from(1 + state).ok()).unwrap_or(0)
        }));
    }

    /// The rules that hold in an encoded case, ascending. While facts are unknown: the rules that do not fail yet; one
    /// that is left out holds in no completion. `None` if the numbers are not of this matcher.
    pub fn matches<'s>(&self, case: &[u16], scratch: &'s mut Scratch) -> Option<&'s [u16]> {
        let Scratch { begins, rules, found } = scratch;
        begins.clear();
        found.clear();
        for (slot, number) in self.slots.iter().zip(case) {
            let row = usize::from(*number);
            if row > slot.states {
                return None;
            }
            begins.push((slot.unknown + row) * self.blocks);
        }
        if case.len() != self.slots.len() {
            return None;
        }
        if self.extras.is_empty() {
            for block in 0..self.rule_blocks {
                append(block, self.block(begins, block), found);
            }
            return Some(found);
        }
        rules.clear();
        rules.extend((0..self.rule_blocks).map(|block| self.block(begins, block)));
        for block in self.rule_blocks..self.blocks {
            each_bit(self.block(begins, block), &mut |bit| {
                let extra = self.extras.get((block - self.rule_blocks) * BITS + bit);
                let word = extra.and_then(|extra| word_of(rules, usize::from(extra.rule)));
                if let (Some(extra), Some((word, bit))) = (extra, word) {
                    *word = if extra.unless { *word & !bit } else { *word | bit };
                }
            });
        }
        for (block, words) in rules.iter().enumerate() {
            append(block, *words, found);
        }
        Some(found)
    }

    /// The clauses of one block that hold, by where the rows of a case begin.
    fn block(&self, begins: &[usize], block: usize) -> Block {
        // Word by word, since what is compiled for size is not unrolled.
        let [mut a, mut b, mut c, mut d] = self.rows.get(block).copied().unwrap_or_default();
        for begin in begins {
            if let Some([e, f, g, h]) = self.rows.get(begin + block) {
                a &= e;
                b &= f;
                c &= g;
                d &= h;
            }
        }
        [a, b, c, d]
    }
}
