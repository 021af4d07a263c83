//! How the parts of a pack become bytes, and bytes become them again.
//!
//! A derived encoding would do the same and put several times the code into the runtime: every type that it reads
//! brings its own visitors, and a path for errors after each field.

mod plain;

use super::reading::Reader;
use plain::length_of;

/// The longest text, in bytes, that stands among the short ones: above are sentences, below ids, names and tests. Of all
/// lengths this one compresses the core pack best.
pub const LONGEST_SHORT: usize = 32;

/// What a pack becomes: its texts stand together, since words compress better beside words than among numbers, and
/// sentences better beside sentences than among ids.
#[derive(Default)]
pub struct Writer {
    long: String,
    short: String,
    /// All but the texts; of these their lengths, in the order in which they are read.
    bytes: Vec<u8>,
}

impl Writer {
    /// The length of all texts and of the long ones, the long ones, the short ones, and what remains.
    pub fn finish(self) -> Vec<u8> {
        let mut lengths = Writer::default();
        length_of(self.long.len().saturating_add(self.short.len()), &mut lengths);
        length_of(self.long.len(), &mut lengths);
        [lengths.bytes, self.long.into_bytes(), self.short.into_bytes(), self.bytes].concat()
    }
}

/// Something that a program holds.
pub trait Encoded: Sized {
    /// Appends what it is read from.
    fn write(&self, writer: &mut Writer);

    /// Something of its type, also where the bytes are wrong: the reader knows.
    fn read(reader: &mut Reader) -> Self;
}

/// Makes structs [`Encoded`]: their fields in the order in which they stand here. Fields after `without` are no part of
/// a program and are read as their default.
macro_rules! fields {
    ($($type:ident { $($field:ident),* $(; without $($left_out:ident),*)? })*) => {$(
        impl Encoded for $type {
            fn write(&self, writer: &mut Writer) {
                let $type { $($field,)* $($($left_out: _,)*)? } = self;
                $($field.write(writer);)*
            }

            #[inline(never)]
            fn read(reader: &mut Reader) -> Self {
                $type { $($field: Encoded::read(reader),)* $($($left_out: Default::default(),)*)? }
            }
        }
    )*};
}

/// Makes enums [`Encoded`]: the number of the variant in one byte, and what the variant holds. Number 0 stands for what
/// could not be read, so it holds nothing of its own type.
macro_rules! variants {
    ($($type:ident {
        $($number:literal $variant:ident $(($($item:ident),*))? $({ $($field:ident),* })?,)*
    })*) => {$(
        impl Encoded for $type {
            fn write(&self, writer: &mut Writer) {
                match self {
                    $($type::$variant $(($($item),*))? $({ $($field),* })? => {
                        u8::write(&$number, writer);
                        $($($item.write(writer);)*)?
                        $($($field.write(writer);)*)?
                    })*
                }
            }

            #[inline(never)]
            fn read(reader: &mut Reader) -> Self {
                let variant = match reader.enter() {
                    $($number => {
                        $($(let $item = Encoded::read(reader);)*)?
                        $($(let $field = Encoded::read(reader);)*)?
                        $type::$variant $(($($item),*))? $({ $($field),* })?
                    })*
                    _ => {
                        reader.wrong("has a kind of something that is not known");
                        Self::read(reader)
                    }
                };
                reader.leave();
                variant
            }
        }
    )*};
}

/// Makes structs around one value [`Encoded`], as that value is.
macro_rules! wrappers {
    ($($type:ident)*) => {$(
        impl Encoded for $type {
            fn write(&self, writer: &mut Writer) {
                self.0.write(writer);
            }

            fn read(reader: &mut Reader) -> Self {
                $type(Encoded::read(reader))
            }
        }
    )*};
}

pub(super) use {fields, variants, wrappers};
