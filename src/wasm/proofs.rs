//! The module of proofs: a program in, what holds in all its cases out.

use js_sys::{JSON, Uint8Array};
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use crate::case::{Case, js};
use crate::difference::{self, Both};
use crate::engine::Engine;
use crate::model::{Name, StepId, TableId, date};
use crate::plan::{self, UnknownName};
use crate::program;
use crate::proof::guarantees::{self, Verdict};
use crate::what_if::{WhatIfError, what_if};

use super::findings::findings;
use super::given::{load, of_case, today, unknown_name};
use super::test_cases::of_table;
use super::{Thrown, of_program, thrown};

/// A compiled pack, all cases of which are looked at.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Proofs {
    engine: Engine,
    keys: js::Keys,
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
        let keys = js::Keys::new(&program.pack);
        Ok(Proofs { engine: Engine::new(program.pack, program.hash), keys })
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
                    Verdict::Open(limit) => ("open", Vec::new(), limit.words()),
                };
                ProvedGuarantee { id, because, verdict, cases, words }
            })
            .collect();
        object(&proved)
    }

    /// What is found of tables and rules, for all cases of one date: gaps, overlaps, what decides or says nothing, what is at
    /// odds or leaves its limits. ISO 8601, today (UTC) where absent.
    #[wasm_bindgen(unchecked_return_type = "PackFinding[]")]
    pub fn findings(&self, now: Option<String>) -> Result<JsValue, JsValue> {
        object(&findings(&self.engine, day(now)?))
    }

    /// Cases that show each cell of a table to matter on its own, for one date: ISO 8601, today (UTC) where absent. Throws an
    /// `AmendsError` for a name that is no table's.
    #[wasm_bindgen(js_name = testCases, unchecked_return_type = "TableTestCases")]
    pub fn test_cases(&self, table: &str, now: Option<String>) -> Result<JsValue, JsValue> {
        let tables = &self.engine.pack.tables;
        let Some(at) = tables.iter().position(|own| own.id == table) else {
            let names = tables.iter().map(|own| own.id.as_str()).collect();
            return Err(unknown_name(&UnknownName::new(&self.engine.pack, table, names)));
        };
        object(&of_table(&self.engine, TableId::at(at), day(now)?))
    }

    /// What would add an element to the plan of a case, and what would remove it: the smallest sets of facts whose change is
    /// enough. An element is an action; `avoid:action`; a step that is left out; `action.parameter`, alone or with a value;
    /// `action<action`, the first before the second; a condition; `name=value`; `compensation.approval`, alone or with `=role`;
    /// or `conflict:place`. Quantities, parameters, `compensation.amount` and `compensation.form` are held against a value by
    /// `=`, `<`, `<=`, `>=` or `>`. Throws an `AmendsError` for an unknown element, and one that holds all that is wrong with
    /// the case.
    #[wasm_bindgen(js_name = whatIf, unchecked_return_type = "WhatIf")]
    pub fn what_if(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CaseObject")] case: &JsValue,
        element: &str,
    ) -> Result<JsValue, JsValue> {
        object(&what_if(&self.engine, &self.read(case)?, element).map_err(|error| no_such_change(&error))?)
    }

    /// What each answer to the question for a fact would change in the plan of a case. Throws an `AmendsError` for a name
    /// that is no fact's, and one that holds all that is wrong with the case.
    #[wasm_bindgen(unchecked_return_type = "Outcome[]")]
    pub fn outcomes(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CaseObject")] case: &JsValue,
        fact: &str,
    ) -> Result<JsValue, JsValue> {
        let pack = &self.engine.pack;
        let case = self.read(case)?;
        let Some(Name::Fact(fact)) = pack.name(fact) else {
            let facts = pack.facts.iter().map(|fact| fact.id.as_str()).collect();
            return Err(unknown_name(&UnknownName::new(pack, fact, facts)));
        };
        object(&plan::outcomes(&self.engine, &case, fact))
    }

    /// The facts that are worth asking for the sake of a step, best first, by id. Throws an `AmendsError` for a name that is no
    /// step's, and one that holds all that is wrong with the case.
    #[wasm_bindgen(js_name = nextQuestions, unchecked_return_type = "string[]")]
    pub fn next_questions(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CaseObject")] case: &JsValue,
        step: &str,
    ) -> Result<JsValue, JsValue> {
        let pack = &self.engine.pack;
        let case = self.read(case)?;
        let Some(at) = pack.steps.iter().position(|own| own.id == step) else {
            let steps = pack.steps.iter().map(|step| step.id.as_str()).collect();
            return Err(unknown_name(&UnknownName::new(pack, step, steps)));
        };
        let facts = plan::next_questions(&self.engine, &case, Some(StepId::at(at)));
        let ids: Vec<&str> = facts.iter().filter_map(|fact| Some(pack.facts.get(fact.index())?.id.as_str())).collect();
        object(&ids)
    }

    /// What differs between the plans of an older pack and of this one, for all cases of one date that both can hold: ISO
    /// 8601, today (UTC) where absent.
    #[wasm_bindgen(js_name = differenceFrom, unchecked_return_type = "Difference")]
    pub fn difference_from(&self, old: &Proofs, now: Option<String>) -> Result<JsValue, JsValue> {
        object(&difference::compare(&old.engine, &self.engine, day(now)?))
    }

    /// What the plan of one case, recorded perhaps, says otherwise than in an older pack; nothing where both plans are the
    /// same. Throws an `AmendsError` that holds all that is wrong with the case for one of the packs.
    #[wasm_bindgen(js_name = changesFrom, unchecked_return_type = "CaseChange[]")]
    pub fn changes_from(
        &self,
        old: &Proofs,
        #[wasm_bindgen(unchecked_param_type = "CaseObject")] case: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let proofs = Both { old, new: self };
        let cases = Both { old: old.read(case)?, new: self.read(case)? };
        let plans = Both::each(|side| plan::recommend(&proofs.of(side).engine, cases.of(side)));
        let packs = Both::each(|side| &proofs.of(side).engine.pack);
        object(&difference::between(packs, Both { old: &plans.old, new: &plans.new }))
    }

    fn read(&self, case: &JsValue) -> Result<Case, JsValue> {
        js::from_object(case, &self.keys, &self.engine.pack, today()).map_err(|errors| of_case(&errors))
    }
}

/// A plain object. Cases stand in what is found as `serde_json` holds them, and nothing else writes its numbers.
fn object(of: &impl Serialize) -> Result<JsValue, JsValue> {
    JSON::parse(&serde_json::to_string(of).unwrap_or_default())
}

fn no_such_change(error: &WhatIfError) -> JsValue {
    match error {
        WhatIfError::Unknown(unknown) => unknown_name(unknown),
        _ => {
            let (message, help) = (error.to_string(), error.way_out());
            thrown(&Thrown { code: "wrong-value", message: &message, help: help.as_deref(), ..Thrown::default() })
        }
    }
}

fn day(now: Option<String>) -> Result<i64, JsValue> {
    let Some(now) = now else { return Ok(today()) };
    date::parse(&now).ok_or_else(|| {
        let message = "this is no date; expected one such as `2026-04-01`";
        thrown(&Thrown { code: "wrong-value", message, ..Thrown::default() })
    })
}
