//! Numbers, texts, lists and what else is the same in every type of a pack.

use super::{Encoded, LONGEST_SHORT, Writer};
use crate::program::reading::Reader;

impl Encoded for u64 {
    fn write(&self, writer: &mut Writer) {
        let mut rest = *self;
        while rest >= 0x80 {
            writer.bytes.push(rest.to_le_bytes()[0] | 0x80);
            rest >>= 7;
        }
        writer.bytes.push(rest.to_le_bytes()[0]);
    }

    fn read(reader: &mut Reader) -> Self {
        reader.number()
    }
}

impl Encoded for i64 {
    /// Whole numbers with a sign alternate: 0, -1, 1, -2.
    fn write(&self, writer: &mut Writer) {
        ((self << 1) ^ (self >> 63)).cast_unsigned().write(writer);
    }

    #[inline(never)]
    fn read(reader: &mut Reader) -> Self {
        let number = reader.number();
        (number >> 1).cast_signed() ^ (number & 1).cast_signed().wrapping_neg()
    }
}

impl Encoded for u16 {
    fn write(&self, writer: &mut Writer) {
        u64::from(*self).write(writer);
    }

    #[inline(never)]
    fn read(reader: &mut Reader) -> Self {
        u16::try_from(reader.number()).unwrap_or_else(|_| {
            reader.wrong("has a number that is too large");
            0
        })
    }
}

impl Encoded for u8 {
    fn write(&self, writer: &mut Writer) {
        writer.bytes.push(*self);
    }

    fn read(reader: &mut Reader) -> Self {
        reader.byte()
    }
}

impl Encoded for bool {
    fn write(&self, writer: &mut Writer) {
        writer.bytes.push(u8::from(*self));
    }

    #[inline(never)]
    fn read(reader: &mut Reader) -> Self {
        let byte = reader.byte();
        if byte > 1 {
            reader.wrong("has something other than a yes or no");
        }
        byte == 1
    }
}

impl Encoded for String {
    fn write(&self, writer: &mut Writer) {
        length_of(self.len(), writer);
        let texts = if self.len() > LONGEST_SHORT { &mut writer.long } else { &mut writer.short };
        texts.push_str(self);
    }

    #[inline(never)]
    fn read(reader: &mut Reader) -> Self {
        reader.text().to_owned()
    }
}

impl<T: Encoded> Encoded for Vec<T> {
    fn write(&self, writer: &mut Writer) {
        length_of(self.len(), writer);
        self.iter().for_each(|element| element.write(writer));
    }

    #[inline(never)]
    fn read(reader: &mut Reader) -> Self {
        let mut list = Vec::new();
        for _ in 0..reader.length() {
            // A list of nothings as long as a wrong program claims would take more memory than the program.
            if reader.is_wrong() {
                break;
            }
            list.push(T::read(reader));
        }
        list
    }
}

impl<T: Encoded> Encoded for Option<T> {
    fn write(&self, writer: &mut Writer) {
        self.is_some().write(writer);
        self.iter().for_each(|some| some.write(writer));
    }

    fn read(reader: &mut Reader) -> Self {
        bool::read(reader).then(|| T::read(reader))
    }
}

impl<T: Encoded> Encoded for Box<T> {
    fn write(&self, writer: &mut Writer) {
        T::write(self, writer);
    }

    fn read(reader: &mut Reader) -> Self {
        Box::new(T::read(reader))
    }
}

impl<A: Encoded, B: Encoded> Encoded for (A, B) {
    fn write(&self, writer: &mut Writer) {
        self.0.write(writer);
        self.1.write(writer);
    }

    fn read(reader: &mut Reader) -> Self {
        (A::read(reader), B::read(reader))
    }
}

pub fn length_of(length: usize, writer: &mut Writer) {
    u64::try_from(length).unwrap_or(u64::MAX).write(writer);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_bytes<T: Encoded + PartialEq + std::fmt::Debug>(value: T, bytes: &[u8]) {
        let mut writer = Writer::default();
        value.write(&mut writer);
        assert_eq!(writer.finish(), bytes);
        let mut reader = Reader::new(bytes);
        assert_eq!(T::read(&mut reader), value);
        assert!(reader.finish().is_none());
    }

    #[test]
    fn bytes_are_those_of_postcard_behind_the_texts() {
        assert_bytes(300_u16, &[0x00, 0x00, 0xac, 0x02]);
        assert_bytes(u64::MAX, &[0x00, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]);
        assert_bytes(-1_i64, &[0x00, 0x00, 0x01]);
        assert_bytes(64_i64, &[0x00, 0x00, 0x80, 0x01]);
        assert_bytes(i64::MIN, &[0x00, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]);
        assert_bytes(vec!["é".to_owned(), "a".to_owned()], &[0x03, 0x00, 0xc3, 0xa9, b'a', 0x02, 0x02, 0x01]);
        assert_bytes((None::<bool>, vec![7_u8, 200]), &[0x00, 0x00, 0x00, 0x02, 0x07, 0xc8]);
    }
}
