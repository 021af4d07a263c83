//! Rows of bits: how they lie in memory, one bit for each clause.

#![expect(clippy::arithmetic_side_effects, reason = "places of bits that are in memory")]

/// Words that are combined at once: enough for vector instructions, few enough that small packs waste little.
const WORDS: usize = 4;
pub const BITS: usize = WORDS * 64;

pub type Block = [u64; WORDS];

/// The word that a bit stands in, and the bit.
pub fn word_of(row: &mut [Block], bit: usize) -> Option<(&mut u64, u64)> {
    let word = row.get_mut(bit / BITS)?.get_mut(bit % BITS / 64)?;
    Some((word, 1 << (bit % 64)))
}

/// Calls `visit` with every bit that is set, ascending.
pub fn each_bit(block: Block, visit: &mut impl FnMut(usize)) {
    for (at, mut word) in block.into_iter().enumerate() {
        while word != 0 {
            visit(at * 64 + word.trailing_zeros() as usize);
            word &= word - 1;
        }
    }
}

/// Adds the places of the bits that are set in one block, counted over all blocks, ascending.
pub fn append(block: usize, words: Block, found: &mut Vec<u16>) {
    each_bit(words, &mut |bit| found.push(u16::try_from(block * BITS + bit).unwrap_or(u16::MAX)));
}
