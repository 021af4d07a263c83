//! The compiled pack: what the engine runs and the only thing a browser reads.
//!
//! A program is a header and what a plan needs of a [`Pack`], in [postcard](https://postcard.jamesmunns.com/wire-format):
//!
//! | bytes | what |
//! |---|---|
//! | 6 | `AMENDS` |
//! | 2 | the version of the format, the least byte first |
//! | 4 | how many bytes follow the header, the least byte first |
//! | 16 | the hash of those bytes, which is also the program's name: the greatest byte first |
//!
//! All texts stand first, the long ones before the short ones: so they compress better, and a browser looks once whether
//! they are UTF-8.
//!
//! The same pack gives the same bytes on every platform. [`load`] takes bytes that nobody vouches for.

mod applicability;
mod cited;
mod consistency;
mod encoding;
mod format;
#[cfg(feature = "proofs")]
mod guarantees;
mod hash;
mod reading;

use std::cmp::Ordering;
use std::fmt;

use serde::Serialize;

use crate::model::Pack;
use crate::text::{concat, count, digits};

use encoding::{Encoded, Writer};
#[cfg(feature = "proofs")]
pub use guarantees::{load_guarantees, write_guarantees};
use reading::{Fault, Reader};

const MAGIC: &[u8; 6] = b"AMENDS";

/// Raised whenever the bytes of a pack change their meaning.
const VERSION: u16 = 4;

const HEADER: usize = 28;

/// The longest program, header included: some hundred times that of a large pack.
pub const LONGEST_PROGRAM: usize = 8 << 20;

/// A pack that the engine can rely on: every id in range, every list in the order that its documentation says.
#[derive(Debug, Clone, PartialEq)]
pub struct Program {
    pub pack: Pack,
    /// The hash in lower-case hexadecimal.
    pub hash: String,
}

/// Why bytes are no program, or why a pack does not make one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProgramError {
    /// `not-a-program`, `another-version`, `truncated`, `too-long`, `damaged`, `malformed` or `inconsistent`.
    pub code: &'static str,
    /// Lower case, without a final stop.
    pub message: String,
    /// The byte, from 0, at which reading stopped; `None` where it is about the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<usize>,
}

impl fmt::Display for ProgramError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)?;
        self.position.iter().try_for_each(|position| write!(out, ", at byte {position}"))
    }
}

impl std::error::Error for ProgramError {}

impl ProgramError {
    fn new(code: &'static str, position: impl Into<Option<usize>>, message: String) -> Self {
        ProgramError { code, message, position: position.into() }
    }
}

/// The program of a pack.
///
/// # Errors
/// `inconsistent` for a pack that [`load`] would refuse, `too-long` for one beyond [`LONGEST_PROGRAM`].
pub fn write(pack: &Pack) -> Result<Vec<u8>, ProgramError> {
    consistency::check(pack)?;
    let mut writer = Writer::default();
    cited::without_uncited(pack).write(&mut writer);
    let body = writer.finish();
    if body.len().saturating_add(HEADER) > LONGEST_PROGRAM {
        return Err(too_long(body.len().saturating_add(HEADER)));
    }
    let length = u32::try_from(body.len()).map_err(|_| too_long(body.len()))?;
    let header = [&MAGIC[..], &VERSION.to_le_bytes(), &length.to_le_bytes(), &hash::of(&body).to_be_bytes()];
    Ok([header.concat(), body].concat())
}

/// Reads a program.
///
/// # Errors
/// For whatever is not exactly what [`write()`] makes; found in time and memory that grow with the length of the bytes
/// at most.
pub fn load(bytes: &[u8]) -> Result<Program, ProgramError> {
    let (body, hash) = body(bytes)?;
    let mut reader = Reader::new(body);
    let pack = Pack::read(&mut reader);
    if let Some(Fault { reason, left }) = reader.finish() {
        let position = bytes.len().saturating_sub(left);
        return Err(ProgramError::new(
            "malformed",
            position,
            concat(&["the program ", reason, "; fetch or build it again"]),
        ));
    }
    consistency::check(&pack)?;
    Ok(Program { pack, hash: named(&hash.to_be_bytes()) })
}

/// The bytes of a hash in lower-case hexadecimal.
fn named(hash: &[u8]) -> String {
    let mut name = String::new();
    for byte in hash {
        name.push_str(&digits((*byte).into(), 16, 2));
    }
    name
}

/// The bytes after the header with their hash, once the header vouches for them.
fn body(bytes: &[u8]) -> Result<(&[u8], u128), ProgramError> {
    if bytes.len() > LONGEST_PROGRAM {
        return Err(too_long(bytes.len()));
    }
    let (magic, rest) = bytes.split_at(MAGIC.len().min(bytes.len()));
    if !MAGIC.starts_with(magic) {
        let message = "this is no program; `amends build` makes one of a pack";
        return Err(ProgramError::new("not-a-program", 0, message.to_owned()));
    }
    // A header that is cut short has a length that no body has.
    let Header { version, length, hash, body } =
        Header::of(rest).unwrap_or(Header { version: VERSION, length: usize::MAX, hash: 0, body: &[] });
    if version != VERSION {
        let message = concat(&[
            "the program has format ",
            &count(version.into()),
            ", and this reads format ",
            &count(VERSION.into()),
            "; build it again",
        ]);
        return Err(ProgramError::new("another-version", MAGIC.len(), message));
    }
    let (code, position, fault) = match body.len().cmp(&length) {
        Ordering::Less => ("truncated", Some(bytes.len()), "ends too early"),
        Ordering::Greater => ("damaged", Some(HEADER.saturating_add(length)), "goes on after its end"),
        Ordering::Equal if hash != hash::of(body) => ("damaged", None, "is damaged: its bytes do not have its hash"),
        Ordering::Equal => return Ok((body, hash)),
    };
    Err(ProgramError::new(code, position, concat(&["the program ", fault, "; fetch or build it again"])))
}

/// What follows the first bytes of a program.
struct Header<'bytes> {
    version: u16,
    length: usize,
    hash: u128,
    body: &'bytes [u8],
}

impl<'bytes> Header<'bytes> {
    /// Nothing, if the bytes end before the header does.
    fn of(bytes: &'bytes [u8]) -> Option<Self> {
        let (version, rest) = bytes.split_first_chunk()?;
        let (length, rest) = rest.split_first_chunk()?;
        let (hash, body) = rest.split_first_chunk()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).unwrap_or(usize::MAX);
        Some(Header { version: u16::from_le_bytes(*version), length, hash: u128::from_be_bytes(*hash), body })
    }
}

/// Whether it is said what is wrong with a program: where programs are made. The browser's runtime meets such a program only
/// if somebody forged its hash, and says no more than that it is wrong: the words would be a hundredth of the module.
const IN_WORDS: bool = cfg!(any(feature = "author", not(feature = "web")));

/// What is wrong, where that is said.
fn in_words(fault: &'static str) -> &'static str {
    if IN_WORDS { fault } else { "is not as it must be" }
}

fn too_long(length: usize) -> ProgramError {
    let message = concat(&["the program has ", &count(length), " bytes; expected at most ", &count(LONGEST_PROGRAM)]);
    ProgramError::new("too-long", LONGEST_PROGRAM, message)
}

#[cfg(test)]
mod tests;
