//! The guarantees of a pack as bytes of their own: no plan needs them, so that no program holds them, and whoever wants
//! them proved has them beside the program.
//!
//! | bytes | what |
//! |---|---|
//! | 16 | the hash of the program that they belong to |
//! | 16 | the hash of the bytes that follow |
//!
//! What follows is written as programs are.

use super::encoding::{Encoded, Writer, fields, variants};
use super::reading::{Fault, Reader};
use super::{HEADER, Program, ProgramError, hash};
use crate::model::{Comparison, Guarantee, Pack, Promise, Relation};
use crate::text::concat;

/// The bytes of one hash.
const HASH: usize = 16;

fields! {
    Guarantee { id, when, promise, grounds }
    Comparison { left, relation, right }
}

variants! {
    Promise {
        0 Must(actions),
        1 Never(actions),
        2 MustSet(parameter),
        3 NeverSet(parameter),
        4 Order(first, second),
        5 Value(comparison),
        6 Monotone { of, by },
        7 Independent { of, from },
    }
    Relation {
        0 Less,
        1 AtMost,
        2 Equal,
        3 AtLeast,
        4 Greater,
    }
}

/// The guarantees of a pack, to stand beside its program.
pub fn write_guarantees(pack: &Pack, program: &[u8]) -> Vec<u8> {
    let mut writer = Writer::default();
    pack.guarantees.write(&mut writer);
    let body = writer.finish();
    let of_program = program.get(HEADER.saturating_sub(HASH)..HEADER).unwrap_or_default();
    [of_program, &hash::of(&body).to_be_bytes(), &body].concat()
}

/// Gives a program its guarantees.
///
/// # Errors
/// For whatever is not exactly what [`write_guarantees`] makes for this very program.
pub fn load_guarantees(bytes: &[u8], program: &mut Program) -> Result<(), ProgramError> {
    let damaged = |position: Option<usize>, what: &str| {
        let message = concat(&["the guarantees ", what, "; make them anew with their program"]);
        ProgramError::new("damaged", position, message)
    };
    let of_program = bytes.get(..HASH).map(super::named);
    if of_program.as_ref() != Some(&program.hash) {
        return Err(damaged(Some(0), "are those of another program"));
    }
    let (own, body) =
        bytes.get(HASH..).and_then(<[u8]>::split_first_chunk).ok_or_else(|| damaged(None, "end too early"))?;
    if u128::from_be_bytes(*own) != hash::of(body) {
        return Err(damaged(None, "do not have their hash"));
    }
    let mut reader = Reader::new(body);
    let guarantees = Vec::read(&mut reader);
    if let Some(Fault { reason, left }) = reader.finish() {
        return Err(damaged(Some(bytes.len().saturating_sub(left)), reason));
    }
    program.pack.guarantees = guarantees;
    Ok(())
}
