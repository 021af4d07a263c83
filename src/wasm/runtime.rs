//! The panel's module: programs in, plans out.

use wasm_bindgen::prelude::*;

use crate::case::{Case, js};
use crate::engine::Engine;
use crate::plan::{self, Info};

use super::given::{load, of_case, today, unknown_name};
use super::json::object;

/// A compiled pack, ready to look at cases.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Program {
    engine: Engine,
    keys: js::Keys,
}

#[wasm_bindgen]
impl Program {
    /// Reads a program's bytes. Throws an `AmendsError` for whatever else it is given.
    #[wasm_bindgen(constructor)]
    pub fn new(#[wasm_bindgen(unchecked_param_type = "Uint8Array")] bytes: &JsValue) -> Result<Program, JsValue> {
        let program = load(bytes)?;
        let keys = js::Keys::new(&program.pack);
        Ok(Program { engine: Engine::new(program.pack, program.hash), keys })
    }

    /// What a form needs to know of the pack: its facts and their types, steps, actions, parameters, roles, sources.
    #[wasm_bindgen(unchecked_return_type = "Info")]
    pub fn info(&self) -> Result<JsValue, JsValue> {
        object(&Info::of(&self.engine.pack, &self.engine.hash))
    }

    /// The recovery plan of a case. Throws an `AmendsError` that holds all that is wrong with the case.
    #[wasm_bindgen(unchecked_return_type = "Plan")]
    pub fn recommend(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CaseObject")] case: &JsValue,
    ) -> Result<JsValue, JsValue> {
        object(&plan::recommend(&self.engine, &self.read(case)?))
    }

    /// Why an element is in the plan of a case, or why it is not. Throws an `AmendsError` for an unknown element.
    #[wasm_bindgen(unchecked_return_type = "Why")]
    pub fn explain(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CaseObject")] case: &JsValue,
        element: &str,
    ) -> Result<JsValue, JsValue> {
        let why = plan::explain(&self.engine, &self.read(case)?, element);
        object(&why.map_err(|error| unknown_name(&error))?)
    }

    /// Why each action of a case's plan is there, by its id: in one call, and in little more time than the plan takes.
    #[wasm_bindgen(js_name = explainAll, unchecked_return_type = "Entries<Why>")]
    pub fn explain_all(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CaseObject")] case: &JsValue,
    ) -> Result<JsValue, JsValue> {
        object(&plan::explain_all(&self.engine, &self.read(case)?))
    }

    /// The answer to a value, output, condition or table. Throws an `AmendsError` for an unknown name.
    #[wasm_bindgen(unchecked_return_type = "Decision")]
    pub fn decide(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CaseObject")] case: &JsValue,
        name: &str,
    ) -> Result<JsValue, JsValue> {
        let decision = plan::decide(&self.engine, &self.read(case)?, name);
        object(&decision.map_err(|error| unknown_name(&error))?)
    }

    fn read(&self, case: &JsValue) -> Result<Case, JsValue> {
        js::from_object(case, &self.keys, &self.engine.pack, today()).map_err(|errors| of_case(&errors))
    }
}
