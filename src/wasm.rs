//! The JavaScript face, thin: bytes and plain objects in, plain objects out, errors as errors.

#[cfg(feature = "web-author")]
pub mod author;
#[cfg(feature = "web-proofs")]
mod findings;
#[cfg(any(feature = "web", feature = "web-proofs"))]
mod given;
mod json;
#[cfg(feature = "matching")]
mod matching;
#[cfg(feature = "web-proofs")]
pub mod proofs;
#[cfg(feature = "web")]
mod runtime;
#[cfg(feature = "web-proofs")]
mod test_cases;

use js_sys::{Error, Reflect};
use wasm_bindgen::prelude::*;

use crate::case::CaseError;
use crate::program::ProgramError;

use json::object;
#[cfg(feature = "web")]
pub use runtime::Program;

/// Everything that is allocated in the browser.
#[cfg(target_family = "wasm")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What is thrown. `instanceof Error` holds; the name tells it from the errors of others. */
export interface AmendsError extends Error {
  name: "AmendsError";
  /** Stable. */
  code: string;
  /** The name in the case that it is about. */
  fact?: string;
  /** Of a program: the byte, from 0. */
  position?: number;
  help?: string;
  /** All errors of a case that has several, the first one too. */
  errors?: CaseError[];
}

/**
 * A value: yes-no `true`/`false`, `"none"`, whole numbers as numbers, decimals and money as text with all decimals,
 * durations and dates in ISO 8601, sets and lists as lists, several possible values, undetermined `null`. The ends of an
 * interval are written as single values are.
 */
export type Shown =
  | null
  | boolean
  | number
  | string
  | Shown[]
  | { values: Shown[] }
  | { interval: [Shown, Shown]; outer?: true; none?: true }
  | { [output: string]: Shown };

/** In declared order. */
export type Entries<T> = Record<string, T>;

/** What a case gives for a fact; a list is complete. `null` and `undefined` are unknown, `"none"` is none. */
export type Given = boolean | number | string | string[] | null | undefined;

/** The facts of one complaint by id, and its frame. */
export interface CaseObject {
  /** The date of the case, ISO 8601; today (UTC) where absent. */
  now?: string;
  /** Who holds the case: the id of a role. */
  role?: string;
  /** Facts whose question was answered "don't know". */
  declined?: string[];
  [fact: string]: Given;
}
"#;

/// The fields of an `AmendsError`.
#[derive(Default)]
struct Thrown<'a> {
    code: &'a str,
    message: &'a str,
    fact: &'a str,
    position: Option<usize>,
    help: Option<&'a str>,
    errors: &'a [CaseError],
}

fn of_program(error: &ProgramError) -> JsValue {
    thrown(&Thrown { code: error.code, message: &error.message, position: error.position, ..Thrown::default() })
}

/// An `Error` by the name of `AmendsError` with these fields.
fn thrown(fields: &Thrown) -> JsValue {
    let error = Error::new(fields.message);
    error.set_name("AmendsError");
    let set = |name: &str, value: JsValue| {
        // A fresh error is an ordinary object, which takes any property.
        drop(Reflect::set(&error, &JsValue::from_str(name), &value));
    };
    set("code", JsValue::from_str(fields.code));
    if !fields.fact.is_empty() {
        set("fact", JsValue::from_str(fields.fact));
    }
    if let Some(position) = fields.position.and_then(|position| u32::try_from(position).ok()) {
        set("position", JsValue::from(position));
    }
    if let Some(help) = fields.help {
        set("help", JsValue::from_str(help));
    }
    if let (false, Ok(errors)) = (fields.errors.is_empty(), object(&fields.errors)) {
        set("errors", errors);
    }
    error.into()
}
