//! The module of proofs: a program in, what holds in all its cases out.

use js_sys::Uint8Array;
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use crate::engine::Engine;
use crate::model::date;
use crate::program;
use crate::proof::guarantees::{self, Verdict};

use super::given::{load, today};
use super::{Thrown, json::object, of_program, thrown};

/// A compiled pack, all cases of which are looked at.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Proofs {
    engine: Engine,
}

/// What is found of a guarantee.
#[derive(Serialize, Tsify)]
struct ProvedGuarantee<'pack> {
    id: &'pack str,
    /// Why it is promised, in the pack's language.
    because: &'pack str,
    /// Whether no case breaks it, these do, or it could not be told.
    #[tsify(type = "\"proved\" | \"broken\" | \"open\"")]
    verdict: &'static str,
    /// The cases that break it: one, or two that are held against each other, with nothing but what matters.
    #[tsify(type = "CaseObject[]")]
    cases: Vec<serde_json::Value>,
    /// What the cases show, or why it could not be told; empty where it is proved.
    words: String,
}

#[wasm_bindgen]
impl Proofs {
    /// Reads a program, and its guarantees as `readPack` gives them beside it. Throws an `AmendsError` for whatever else it
    /// is given.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Uint8Array")] program: &JsValue,
        guarantees: Option<Uint8Array>,
    ) -> Result<Proofs, JsValue> {
        let mut program = load(program)?;
        if let Some(bytes) = guarantees {
            program::load_guarantees(&bytes.to_vec(), &mut program).map_err(|error| of_program(&error))?;
        }
        Ok(Proofs { engine: Engine::new(program.pack, program.hash) })
    }

    /// What is found of each guarantee, for all cases of one date: ISO 8601, today (UTC) where absent.
    #[wasm_bindgen(unchecked_return_type = "ProvedGuarantee[]")]
    pub fn guarantees(&self, now: Option<String>) -> Result<JsValue, JsValue> {
        let pack = &self.engine.pack;
        let verdicts = guarantees::prove(pack, day(now)?);
        let proved: Vec<ProvedGuarantee> = pack
            .guarantees
            .iter()
            .zip(verdicts)
            .map(|(guarantee, verdict)| {
                let (id, because) = (guarantee.id.as_str(), guarantee.grounds.because.as_str());
                let (verdict, cases, words) = match verdict {
                    Verdict::Proved => ("proved", Vec::new(), String::new()),
                    Verdict::Broken(witness) => ("broken", witness.given, witness.words),
                    Verdict::Open(limit) => ("open", Vec::new(), limit.words().to_owned()),
                };
                ProvedGuarantee { id, because, verdict, cases, words }
            })
            .collect();
        object(&proved)
    }
}

fn day(now: Option<String>) -> Result<i64, JsValue> {
    let Some(now) = now else { return Ok(today()) };
    date::parse(&now).ok_or_else(|| {
        let message = "this is no date; expected one such as `2026-04-01`";
        thrown(&Thrown { code: "wrong-value", message, ..Thrown::default() })
    })
}
