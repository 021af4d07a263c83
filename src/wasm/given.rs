//! What the modules that look at cases are given: programs and cases.

use js_sys::{Date, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::case::CaseError;
use crate::plan::UnknownName;
use crate::program::{self, LONGEST_PROGRAM, Program};
use crate::text::concat;

use super::{Thrown, of_program, thrown};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/**
 * A value: yes-no `true`/`false`, `"none"`, whole numbers as numbers, decimals and money as text with all decimals,
 * durations and dates in ISO 8601, sets and lists as lists, several possible values, undetermined `null`.
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

/// Reads a program's bytes. Throws an `AmendsError` for whatever else it is given.
pub fn load(bytes: &JsValue) -> Result<Program, JsValue> {
    let array = bytes.dyn_ref::<Uint8Array>().ok_or_else(|| {
        let message = "a program is given as its bytes; expected a Uint8Array";
        thrown(&Thrown { code: "wrong-type", message, ..Thrown::default() })
    })?;
    let length = usize::try_from(array.length()).unwrap_or(usize::MAX);
    // One byte too many is enough to be refused, and is all that is copied.
    let copied = u32::try_from(length.min(LONGEST_PROGRAM.saturating_add(1))).unwrap_or(u32::MAX);
    program::load(&array.subarray(0, copied).to_vec()).map_err(|error| of_program(&error))
}

/// Today in UTC, in days since 1970-01-01.
pub fn today() -> i64 {
    const MILLISECONDS: f64 = 86_400_000.0;
    #[expect(clippy::cast_possible_truncation, reason = "JavaScript's dates end after a hundred million days")]
    let days = (Date::now() / MILLISECONDS).floor() as i64;
    days
}

pub fn of_case(errors: &[CaseError]) -> JsValue {
    let several = if errors.len() > 1 { errors } else { &[] };
    match errors.first() {
        Some(CaseError { code, fact, message, help, .. }) => {
            thrown(&Thrown { code, message, fact, help: help.as_deref(), errors: several, position: None })
        }
        None => thrown(&Thrown::default()),
    }
}

pub fn unknown_name(UnknownName { name, nearest }: &UnknownName) -> JsValue {
    let message = concat(&["the pack has no `", name, "`"]);
    let help = nearest.as_ref().map(|nearest| concat(&["did you mean `", nearest, "`?"]));
    thrown(&Thrown { code: "unknown-name", message: &message, help: help.as_deref(), ..Thrown::default() })
}
