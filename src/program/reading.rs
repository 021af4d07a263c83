//! Reads [postcard](https://postcard.jamesmunns.com/wire-format) without a way to fail: at the first thing that is
//! wrong the reader notes it, and from there on all numbers are zero, all texts and lists empty, all enums their first
//! variant. So nothing that is derived from the model needs a path for errors, which were most of the code that reads
//! a pack. What was read is thrown away where something was wrong.

#![expect(clippy::arithmetic_side_effects, reason = "shifts are below 64, and counters below what they count")]

use std::fmt::Display;
use std::process::abort;

use serde::de::value::U32Deserializer;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, SeqAccess, VariantAccess, Visitor};
use serde::forward_to_deserialize_any;

use crate::model::DEEPEST;

/// How deep enums may lie in each other: formulas and tests as deep as may be, what holds them, and what they hold.
const MOST_ENUMS: u16 = DEEPEST + 4;

/// Bytes on their way to a pack.
pub struct Reader<'de> {
    rest: &'de [u8],
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

impl<'de> Reader<'de> {
    pub fn new(bytes: &'de [u8]) -> Self {
        Reader { rest: bytes, depth: 0, fault: None }
    }

    /// Nothing, if all bytes were read and nothing was wrong.
    pub fn finish(self) -> Option<Fault> {
        let left = self.rest.len();
        self.fault.or_else(|| (left > 0).then_some(Fault { reason: "goes on after its pack", left }))
    }

    fn wrong(&mut self, reason: &'static str) {
        self.fault.get_or_insert(Fault { reason, left: self.rest.len() });
        self.rest = &[];
    }

    fn byte(&mut self) -> u8 {
        let Some((byte, rest)) = self.rest.split_first() else {
            self.wrong("ends within its pack");
            return 0;
        };
        self.rest = rest;
        *byte
    }

    /// A number in groups of seven bits, the least first.
    fn number(&mut self, most: u64) -> u64 {
        let mut number = 0;
        for shift in (0..u64::BITS).step_by(7) {
            let byte = self.byte();
            let bits = u64::from(byte & 0x7f);
            number |= bits << shift;
            if byte < 0x80 {
                let whole = number <= most && number >> shift == bits;
                return if whole { number } else { self.zero("has a number that is too large") };
            }
        }
        self.zero("has a number without end")
    }

    fn zero(&mut self, reason: &'static str) -> u64 {
        self.wrong(reason);
        0
    }

    /// Whole numbers with a sign alternate: 0, -1, 1, -2.
    fn signed(&mut self) -> i64 {
        let number = self.number(u64::MAX);
        (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
    }

    fn flag(&mut self) -> bool {
        let byte = self.byte();
        if byte > 1 {
            self.wrong("has something other than a yes or no");
        }
        byte == 1
    }

    /// How many bytes or elements follow. No element is without bytes, so there are no more of them than bytes.
    fn length(&mut self) -> usize {
        let length = usize::try_from(self.number(u64::MAX)).unwrap_or(usize::MAX);
        if length > self.rest.len() {
            self.wrong("ends within a text or list");
            return 0;
        }
        length
    }

    fn text(&mut self) -> &'de str {
        let length = self.length();
        let (text, rest) = self.rest.split_at_checked(length).unwrap_or_default();
        self.rest = rest;
        str::from_utf8(text).unwrap_or_else(|_| {
            self.wrong("has a text that is not UTF-8");
            ""
        })
    }
}

/// The error that never is: the reader yields what each visitor takes, whatever the bytes.
#[derive(Debug)]
pub enum Never {}

impl Display for Never {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl serde::de::Error for Never {
    /// Called for a type that the reader was not made for, whatever the bytes: the first test that reads a pack would
    /// end here.
    fn custom<T: Display>(_: T) -> Self {
        abort()
    }

    fn invalid_type(_: serde::de::Unexpected<'_>, _: &dyn serde::de::Expected) -> Self {
        abort()
    }

    fn invalid_value(_: serde::de::Unexpected<'_>, _: &dyn serde::de::Expected) -> Self {
        abort()
    }

    fn invalid_length(_: usize, _: &dyn serde::de::Expected) -> Self {
        abort()
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Never;

    /// Postcard does not say what follows, so this is for types that it cannot write either.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Never> {
        abort()
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_bool(self.flag())
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_u8(self.byte())
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_u16(u16::try_from(self.number(u16::MAX.into())).unwrap_or_default())
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_u64(self.number(u64::MAX))
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_i64(self.signed())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_borrowed_str(self.text())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.flag() { visitor.visit_some(self) } else { visitor.visit_none() }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let left = self.length();
        visitor.visit_seq(Elements { reader: self, left })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        let last = variants.len().saturating_sub(1);
        let mut variant = self.number(u64::try_from(last).unwrap_or_default());
        if self.depth == MOST_ENUMS {
            variant = self.zero("has formulas or tests that lie too deep in each other");
        }
        self.depth += 1;
        let variant = u32::try_from(variant).unwrap_or_default();
        let value = visitor.visit_enum(Variant { reader: self, variant });
        self.depth -= 1;
        value
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u32 u128 f32 f64 char str bytes byte_buf unit unit_struct tuple_struct map identifier ignored_any
    }
}

/// The fields of a struct or tuple: as many as are asked for.
struct Fields<'reader, 'de>(&'reader mut Reader<'de>);

impl<'de> SeqAccess<'de> for Fields<'_, 'de> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        seed.deserialize(&mut *self.0).map(Some)
    }
}

/// The elements of a list, none of them after something was wrong.
struct Elements<'reader, 'de> {
    reader: &'reader mut Reader<'de>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Elements<'_, 'de> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        if self.left == 0 || self.reader.fault.is_some() {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(&mut *self.reader).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

/// A variant, and what it holds.
struct Variant<'reader, 'de> {
    reader: &'reader mut Reader<'de>,
    variant: u32,
}

impl<'de> EnumAccess<'de> for Variant<'_, 'de> {
    type Error = Never;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Self), Never> {
        let variant: U32Deserializer<Never> = self.variant.into_deserializer();
        Ok((seed.deserialize(variant)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, 'de> {
    type Error = Never;

    fn unit_variant(self) -> Result<(), Never> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Never> {
        seed.deserialize(self.reader)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self.reader))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self.reader))
    }
}
