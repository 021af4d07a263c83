//! Reads [postcard](https://postcard.jamesmunns.com/wire-format) without a way to fail: at the first thing that is
//! wrong the reader notes it, and from there on all numbers are zero, all texts and lists empty, all enums their first
//! variant. So nothing that reads a part of the model needs a path for errors. What was read is thrown away where
//! something was wrong.

#![expect(clippy::arithmetic_side_effects, reason = "shifts are below 64, and counters below what they count")]

use crate::model::DEEPEST;

use super::encoding::LONGEST_SHORT;
use super::in_words;

/// How deep enums may lie in each other: formulas and tests as deep as may be, what holds them, and what they hold.
const MOST_ENUMS: u16 = DEEPEST + 4;

/// Bytes on their way to a pack.
pub struct Reader<'bytes> {
    rest: &'bytes [u8],
    /// The texts that were not read yet: those that are longer than [`LONGEST_SHORT`], and the others.
    long: &'bytes str,
    short: &'bytes str,
    /// How many enums are being read.
    depth: u16,
    fault: Option<Fault>,
}

/// The first thing that was wrong.
#[derive(Debug, Clone, Copy)]
pub struct Fault {
    /// As the end of a sentence that begins with the program.
    pub reason: &'static str,
    /// How many bytes were left.
    pub left: usize,
}

impl<'bytes> Reader<'bytes> {
    pub fn new(bytes: &'bytes [u8]) -> Self {
        let mut reader = Reader { rest: bytes, long: "", short: "", depth: 0, fault: None };
        let (length, long) = (reader.length(), reader.length());
        let (texts, rest) = reader.rest.split_at_checked(length).unwrap_or_default();
        reader.rest = rest;
        match str::from_utf8(texts).ok().and_then(|texts| texts.split_at_checked(long)) {
            Some((long, short)) => (reader.long, reader.short) = (long, short),
            None => reader.wrong("has texts that are not UTF-8"),
        }
        reader
    }

    /// Nothing, if all bytes were read and nothing was wrong.
    pub fn finish(self) -> Option<Fault> {
        let left = self.rest.len();
        self.fault.or_else(|| {
            (left + self.long.len() + self.short.len() > 0).then_some(Fault { reason: "goes on after its pack", left })
        })
    }

    #[cold]
    #[inline(never)]
    pub fn wrong(&mut self, reason: &'static str) {
        self.fault.get_or_insert(Fault { reason: in_words(reason), left: self.rest.len() });
        self.rest = &[];
    }

    pub fn is_wrong(&self) -> bool {
        self.fault.is_some()
    }

    #[inline(never)]
    pub fn byte(&mut self) -> u8 {
        let Some((byte, rest)) = self.rest.split_first() else {
            self.wrong("ends within its pack");
            return 0;
        };
        self.rest = rest;
        *byte
    }

    /// A number in groups of seven bits, the least first.
    #[inline(never)]
    pub fn number(&mut self) -> u64 {
        let mut number = 0;
        for shift in (0..u64::BITS).step_by(7) {
            let byte = self.byte();
            let bits = u64::from(byte & 0x7f);
            number |= bits << shift;
            if byte < 0x80 {
                if number >> shift != bits {
                    break;
                }
                return number;
            }
        }
        self.wrong("has a number that is too large");
        0
    }

    /// How many bytes or elements follow. No element is without bytes, so there are no more of them than bytes.
    #[inline(never)]
    pub fn length(&mut self) -> usize {
        let length = usize::try_from(self.number()).unwrap_or(usize::MAX);
        if length > self.rest.len() {
            self.wrong("ends within a text or list");
            return 0;
        }
        length
    }

    /// The next text.
    #[inline(never)]
    pub fn text(&mut self) -> &'bytes str {
        let length = usize::try_from(self.number()).unwrap_or(usize::MAX);
        let texts = if length > LONGEST_SHORT { &mut self.long } else { &mut self.short };
        match texts.split_at_checked(length) {
            Some((text, rest)) => {
                *texts = rest;
                text
            }
            None => {
                self.wrong("ends within a text or list");
                ""
            }
        }
    }

    /// The number of an enum's variant. What the variant holds follows, and then [`Reader::leave`].
    #[inline(never)]
    pub fn enter(&mut self) -> u8 {
        if self.depth == MOST_ENUMS {
            self.wrong("has formulas or tests that lie too deep in each other");
        }
        self.depth += 1;
        self.byte()
    }

    pub fn leave(&mut self) {
        self.depth -= 1;
    }
}
