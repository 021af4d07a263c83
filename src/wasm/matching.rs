//! Matching alone, for whoever has very many cases.

use wasm_bindgen::prelude::*;

use crate::case::js;
use crate::engine::matcher::{Matcher, Scratch};
use crate::model::Pack;
use crate::program;

use super::{Thrown, given::of_case, of_program, thrown};

/// Which rules of a program hold in a case, and no more than that: for whoever has very many cases.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Matching {
    pack: Pack,
    keys: js::Keys,
    matcher: Matcher,
    scratch: Scratch,
}

#[wasm_bindgen]
impl Matching {
    /// Reads a program's bytes. Throws an `AmendsError` for whatever else it is given.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Result<Matching, JsValue> {
        let pack = program::load(bytes).map_err(|error| of_program(&error))?.pack;
        let rules: Vec<_> = pack.rules.iter().map(|rule| (&rule.when, &rule.unless)).collect();
        let matcher = Matcher::new(&pack, &rules);
        Ok(Matching { keys: js::Keys::new(&pack), matcher, scratch: Scratch::default(), pack })
    }

    /// The ids of the rules, by the numbers that `matches` gives.
    pub fn rules(&self) -> Vec<String> {
        self.pack.rules.iter().map(|rule| rule.id.clone()).collect()
    }

    /// Whether nothing but facts and constants decides the rule: others are given when these do not exclude them.
    #[wasm_bindgen(js_name = isWhole)]
    pub fn is_whole(&self, rule: u16) -> bool {
        self.matcher.is_whole(rule)
    }

    /// A case as numbers: always as many, and 0 where nothing is known. Facts are taken as they are given, without
    /// defaults and whether they apply or not. Throws an `AmendsError` for what is no case.
    pub fn encode(&self, case: &JsValue) -> Result<Vec<u16>, JsValue> {
        let case = js::from_object(case, &self.keys, &self.pack, 0).map_err(|errors| of_case(&errors))?;
        let mut numbers = Vec::new();
        self.matcher.encode(&case.given, &case.given, &self.pack, &mut numbers);
        Ok(numbers)
    }

    /// Of any number of encoded cases, one after the other, the rules that hold: for each case how many, then which,
    /// ascending. While facts are unknown: those that do not fail yet. Throws an `AmendsError` for other numbers than those
    /// that `encode` gives.
    pub fn matches(&mut self, cases: &[u16]) -> Result<Vec<u16>, JsValue> {
        let mut all = Vec::new();
        for case in cases.chunks(self.matcher.case_length().max(1)) {
            let found = self.matcher.matches(case, &mut self.scratch);
            let found = found.ok_or_else(|| {
                let message = "these numbers are no cases of this program; expected what `encode` gave";
                thrown(&Thrown { code: "wrong-value", message, ..Thrown::default() })
            })?;
            all.push(u16::try_from(found.len()).unwrap_or(u16::MAX));
            all.extend_from_slice(found);
        }
        Ok(all)
    }
}
