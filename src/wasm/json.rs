//! What goes out to JavaScript: written as JSON here and parsed by the engine of the page. That takes one call for a
//! whole plan, and a tenth of the code that a general serializer to JavaScript's values would put into the module.
//! `serde_json` would bring its own printing of floats, which JavaScript has.

use std::fmt;

use js_sys::{JSON, Number};
use serde::ser::{Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer};
use wasm_bindgen::JsValue;

use crate::text::{digits, whole};

/// A plain object: maps as objects, what is absent as `null`.
///
/// # Errors
/// What the page throws, if it is out of memory.
pub fn object(of: &impl Serialize) -> Result<JsValue, JsValue> {
    let mut text = Text::default();
    let Ok(()) = of.serialize(&mut text);
    JSON::parse(&text.0)
}

/// JSON under construction.
#[derive(Default)]
struct Text(String);

impl Text {
    fn add(&mut self, text: &str) {
        self.0.push_str(text);
    }

    /// Begins a value: after another one in the same list or object there is a comma.
    fn begin(&mut self) {
        if !matches!(self.0.as_bytes().last(), None | Some(b'[' | b'{' | b':')) {
            self.add(",");
        }
    }

    fn word(&mut self, word: &str) {
        self.begin();
        self.add(word);
    }

    fn quoted(&mut self, text: &str) {
        self.word("\"");
        let mut rest = text;
        // What JSON escapes is ASCII, so a text can be cut before and after it.
        while let Some(at) = rest.bytes().position(|byte| byte < b' ' || byte == b'"' || byte == b'\\')
            && let (Some((plain, escaped)), Some(byte)) = (rest.split_at_checked(at), rest.as_bytes().get(at))
        {
            self.add(plain);
            self.add("\\u");
            self.add(&digits((*byte).into(), 16, 4));
            rest = escaped.get(1..).unwrap_or_default();
        }
        self.add(rest);
        self.add("\"");
    }

    /// The name of a field, in which nothing is to be escaped.
    fn name(&mut self, name: &str) {
        self.word("\"");
        self.add(name);
        self.add("\":");
    }

    fn whole(&mut self, number: i64) {
        self.word(&whole(number));
    }
}

/// The error that never is: what goes out has shapes that JSON has, and a text takes all of them.
#[derive(Debug)]
enum Never {}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl serde::ser::Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Self {
        shapeless()
    }
}

/// Called for a shape that nothing which goes out has, whatever its values: the first test that shows one would end here.
fn shapeless() -> ! {
    std::process::abort()
}

type Written = Result<(), Never>;
type Shapeless = Impossible<(), Never>;

impl Serializer for &mut Text {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Shapeless;
    type SerializeTupleVariant = Shapeless;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Shapeless;

    fn serialize_bool(self, yes: bool) -> Written {
        self.word(if yes { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, number: i8) -> Written {
        self.serialize_i64(number.into())
    }

    fn serialize_i16(self, number: i16) -> Written {
        self.serialize_i64(number.into())
    }

    fn serialize_i32(self, number: i32) -> Written {
        self.serialize_i64(number.into())
    }

    fn serialize_i64(self, number: i64) -> Written {
        self.whole(number);
        Ok(())
    }

    fn serialize_u8(self, number: u8) -> Written {
        self.serialize_i64(number.into())
    }

    fn serialize_u16(self, number: u16) -> Written {
        self.serialize_i64(number.into())
    }

    fn serialize_u32(self, number: u32) -> Written {
        self.serialize_i64(number.into())
    }

    fn serialize_u64(self, number: u64) -> Written {
        self.word(&digits(number, 10, 1));
        Ok(())
    }

    fn serialize_f32(self, number: f32) -> Written {
        self.serialize_f64(number.into())
    }

    fn serialize_f64(self, number: f64) -> Written {
        if !number.is_finite() {
            return self.serialize_unit();
        }
        // Ten is a base that JavaScript has.
        let printed = Number::from(number).to_string_with_radix(10).map_or_else(|_| "null".to_owned(), String::from);
        self.word(&printed);
        Ok(())
    }

    fn serialize_char(self, letter: char) -> Written {
        self.serialize_str(letter.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Written {
        self.quoted(text);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Written {
        shapeless()
    }

    fn serialize_none(self) -> Written {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.word("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        let mut map = self.serialize_map(None)?;
        map.serialize_entry(variant, value)?;
        SerializeMap::end(map)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Never> {
        self.word("[");
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Never> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Shapeless, Never> {
        shapeless()
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Shapeless, Never> {
        shapeless()
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Never> {
        self.word("{");
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Never> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Shapeless, Never> {
        shapeless()
    }
}

impl SerializeSeq for &mut Text {
    type Ok = ();
    type Error = Never;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        value.serialize(&mut **self)
    }

    fn end(self) -> Written {
        self.add("]");
        Ok(())
    }
}

impl SerializeTuple for &mut Text {
    type Ok = ();
    type Error = Never;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        value.serialize(&mut **self)
    }

    fn end(self) -> Written {
        SerializeSeq::end(self)
    }
}

impl SerializeMap for &mut Text {
    type Ok = ();
    type Error = Never;

    /// Keys are texts; any other would make a text that is no JSON, which the page refuses.
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        key.serialize(&mut **self)?;
        self.add(":");
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        value.serialize(&mut **self)
    }

    fn end(self) -> Written {
        self.add("}");
        Ok(())
    }
}

impl SerializeStruct for &mut Text {
    type Ok = ();
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
        self.name(name);
        value.serialize(&mut **self)
    }

    fn end(self) -> Written {
        SerializeMap::end(self)
    }
}
