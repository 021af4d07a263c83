//! Cases as JavaScript objects, for the browser. Read by hand: a general deserializer takes ten times as long.

use js_sys::{Array, JsString, Number, Reflect};
use wasm_bindgen::prelude::*;

use crate::model::Pack;

use super::{Case, CaseError, Given, LONGEST_TEXT, read};

/// The longest list; a set of choices has 64 at most.
const LONGEST_LIST: u32 = 1_000;

#[wasm_bindgen]
extern "C" {
    // What js-sys has for these does not catch, and proxies may throw.
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn own_keys(object: &JsValue) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
}

/// The ids of a pack's facts as JavaScript strings, made once: most names of a case are then told by comparing.
#[derive(Debug)]
pub struct Keys(Vec<JsValue>);

impl Keys {
    pub fn new(pack: &Pack) -> Self {
        Keys(pack.facts.iter().map(|fact| JsValue::from_str(&fact.id)).collect())
    }
}

/// Reads a case from a plain object. `undefined` is unknown, as `null` is. Nothing that an object does, such as
/// throwing from a getter, gets past this.
///
/// # Errors
/// What [`read`] says, and `wrong-type` for what is no object.
pub fn from_object(object: &JsValue, keys: &Keys, pack: &Pack, today: i64) -> Result<Case, Vec<CaseError>> {
    let names = match is_array(object) {
        Ok(false) if object.is_object() => own_keys(object).ok(),
        _ => None,
    };
    let names = names.ok_or_else(|| {
        let message = "the case is no plain object; expected facts by name such as `{ channel: \"email\" }`";
        vec![CaseError::new("wrong-type", "", message.to_owned())]
    })?;
    let mut next = 0;
    let entries = names.iter().map(|key| {
        let value = Reflect::get(object, &key);
        let given = value.map_or(Given::Other("something that cannot be read"), |value| given(&value));
        // An object made in the order of the pack finds its next name here, and no text is copied.
        let at_hand = pack.facts.get(next).filter(|_| keys.0.get(next) == Some(&key));
        let name = at_hand.map(|fact| fact.id.clone()).or_else(|| text(&key)).unwrap_or_else(|| "…".to_owned());
        next = match at_hand {
            Some(_) => next.saturating_add(1),
            None => pack.facts.iter().position(|fact| fact.id == name).map_or(next, |at| at.saturating_add(1)),
        };
        (name, given)
    });
    read(entries, pack, today)
}

fn given(value: &JsValue) -> Given {
    if value.is_string() {
        text(value).map_or(Given::Other("a text that is too long"), Given::Text)
    } else if let Some(yes) = value.as_bool() {
        Given::YesNo(yes)
    } else if let Some(number) = value.as_f64() {
        self::number(number)
    } else if value.is_null() || value.is_undefined() {
        Given::Null
    } else {
        match is_array(value) {
            Ok(true) => list(value),
            Ok(false) if value.is_function() => Given::Other("a function"),
            Ok(false) if value.is_bigint() => Given::Other("a BigInt"),
            Ok(false) if value.is_symbol() => Given::Other("a symbol"),
            _ => Given::Other("an object"),
        }
    }
}

/// The text of a string, if it is not too long to be copied.
fn text(value: &JsValue) -> Option<String> {
    let length = value.unchecked_ref::<JsString>().length();
    usize::try_from(length).ok().filter(|length| *length <= LONGEST_TEXT).and_then(|_| value.as_string())
}

/// The number as JavaScript prints it, which is the shortest text that means it: `0.1`, not its float.
fn number(number: f64) -> Given {
    if !number.is_finite() {
        return Given::Other("a number without end");
    }
    let printed = Number::from(number).to_string_with_radix(10).ok().map(String::from);
    printed.map_or(Given::Other("a number that cannot be read"), Given::Number)
}

fn list(value: &JsValue) -> Given {
    let length = Reflect::get(value, &JsValue::from_str("length")).ok().and_then(|length| length.as_f64());
    let Some(length) = length.filter(|length| *length <= f64::from(LONGEST_LIST)) else {
        return Given::Other("a list that is too long");
    };
    let mut items = Vec::new();
    for at in 0..LONGEST_LIST {
        if f64::from(at) >= length {
            break;
        }
        let item = Reflect::get_u32(value, at).ok().filter(JsValue::is_string).and_then(|item| text(&item));
        items.push(item.map_or(Given::Other("something other than a text"), Given::Text));
    }
    Given::List(items)
}
