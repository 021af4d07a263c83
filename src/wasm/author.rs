//! The author's module: rule files in, findings and a program out.

use std::collections::BTreeMap;

use js_sys::{Array, JsString, Object, Reflect, Uint8Array};
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use crate::pack::{self, Diagnostic, Source, phrase_changes};
use crate::program;

use super::{Thrown, json::object, of_program, thrown};

/// The most bytes of all files together.
const MOST_BYTES: usize = 32 << 20;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** Rule files by their path in the pack's folder, with `/` between: TOML and Fluent, as text or UTF-8 bytes. */
export type Files = Record<string, string | Uint8Array>;

/** What reading gives. */
export interface ReadPack {
  /** All that is wrong, by file and place. */
  diagnostics: Diagnostic[];
  /** The bytes of the program; absent when a diagnostic is an error. */
  program?: Uint8Array;
  /** The guarantees of the pack, for whoever has them proved of this program. */
  guarantees?: Uint8Array;
  /** The Fluent text of each language. */
  phrases: Record<string, string>;
}
"#;

/// What reading gives, without the program, which crosses as bytes.
#[derive(Serialize, Tsify)]
struct Read {
    diagnostics: Vec<Diagnostic>,
    phrases: BTreeMap<String, String>,
}

/// Reads and compiles a pack. `extended` holds the packs that an overlay may name in `extends`, by id. Throws an
/// `AmendsError` for what are no files; what is wrong in files is in the diagnostics.
#[wasm_bindgen(js_name = readPack, unchecked_return_type = "ReadPack")]
pub fn read_pack(
    #[wasm_bindgen(unchecked_param_type = "Files")] files: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Record<string, Files> | undefined")] extended: &JsValue,
) -> Result<JsValue, JsValue> {
    let mut room = MOST_BYTES;
    let source = source(files, &mut room)?;
    let mut beside = BTreeMap::new();
    if extended.is_object() {
        let wrong = || no_files("expected packs by their id, as a plain object");
        for (id, files) in members(extended, &wrong)? {
            beside.insert(id, self::source(&files, &mut room)?);
        }
    }
    let reading = pack::read(&source, &|id| beside.get(id).cloned().map(Ok));
    let read = object(&Read { diagnostics: reading.diagnostics, phrases: reading.phrases })?;
    if let Some(pack) = &reading.pack {
        let program = program::write(pack).map_err(|error| of_program(&error))?;
        let guarantees = program::write_guarantees(pack, &program);
        for (name, bytes) in [("program", program), ("guarantees", guarantees)] {
            Reflect::set(&read, &JsValue::from_str(name), &Uint8Array::from(bytes.as_slice()))?;
        }
    }
    Ok(read)
}

/// The texts of phrases that are added, lost or changed between two packs, whose phrases are given as `readPack` gives
/// them. Throws an `AmendsError` for what are no texts by language.
#[wasm_bindgen(js_name = phraseChanges, unchecked_return_type = "PhraseChange[]")]
pub fn changes_of_phrases(
    #[wasm_bindgen(unchecked_param_type = "Record<string, string>")] before: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Record<string, string>")] after: &JsValue,
) -> Result<JsValue, JsValue> {
    object(&phrase_changes(&phrases(before)?, &phrases(after)?))
}

/// Fluent texts by language.
fn phrases(of: &JsValue) -> Result<BTreeMap<String, String>, JsValue> {
    let text = |(language, text): (String, JsValue)| Ok((language, text.as_string().ok_or_else(no_phrases)?));
    members(of, &no_phrases)?.into_iter().map(text).collect()
}

/// The files of a plain object.
fn source(files: &JsValue, room: &mut usize) -> Result<Source, JsValue> {
    let mut source = Source::default();
    for (path, content) in members(files, &|| no_files("expected files by their path, as a plain object"))? {
        let bytes = content.dyn_ref::<Uint8Array>();
        let length = bytes.map(Uint8Array::length).or_else(|| content.dyn_ref::<JsString>().map(JsString::length));
        let length = length.ok_or_else(|| no_files("a file is neither text nor bytes"))?;
        // Looked at before anything is copied; a text has at least as many bytes as letters.
        if usize::try_from(length).map_or(true, |length| length > *room) {
            return Err(no_files("the files are far too long"));
        }
        let bytes = bytes.map_or_else(|| content.as_string().unwrap_or_default().into_bytes(), Uint8Array::to_vec);
        *room = room.checked_sub(bytes.len()).ok_or_else(|| no_files("the files are far too long"))?;
        source.files.insert(path, bytes);
    }
    Ok(source)
}

/// The own members of an object by name.
fn members(of: &JsValue, wrong: &dyn Fn() -> JsValue) -> Result<Vec<(String, JsValue)>, JsValue> {
    let object = of.dyn_ref::<Object>().ok_or_else(wrong)?;
    let names = Reflect::own_keys(object).map_err(|_| wrong())?;
    let member = |name: JsValue| {
        let value = Reflect::get(object, &name).map_err(|_| wrong())?;
        Ok((name.as_string().ok_or_else(wrong)?, value))
    };
    Array::iter(&names).map(member).collect()
}

fn no_phrases() -> JsValue {
    no_files("expected the text of each language, as a plain object")
}

fn no_files(message: &str) -> JsValue {
    thrown(&Thrown { code: "wrong-type", message, ..Thrown::default() })
}
