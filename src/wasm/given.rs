//! What the modules that look at cases are given: programs and cases.

use js_sys::{Date, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::case::CaseError;
use crate::plan::UnknownName;
use crate::program::{self, LONGEST_PROGRAM, Program};
use crate::text::concat;

use super::{Thrown, of_program, thrown};

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
