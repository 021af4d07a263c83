//! The JSON Schema of rule files (draft 7, which editors know), so that they complete and check while one types.

use serde_json::{Map, Value, json};

use super::keys::Kind;
use super::{scenario, table};

/// One schema for every rule file, since any kind of table may stand in any of them.
pub fn schema() -> Value {
    let kinds: Map<String, Value> = Kind::ALL.into_iter().map(|kind| (kind.word().to_owned(), of_kind(kind))).collect();
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Amends rule file",
        "description": "A file of a pack: facts, rules, tables, actions and what they stand on.",
        "type": "object",
        "properties": kinds,
        "additionalProperties": false,
        "definitions": {
            "text": { "type": ["string", "number", "boolean"] },
            "texts": { "anyOf": [{ "$ref": "#/definitions/text" }, { "type": "array", "items": { "$ref": "#/definitions/text" } }] },
            "cells": {
                "description": "A test for each of some facts, outputs, conditions or values; all must hold.",
                "type": "object",
                "additionalProperties": { "$ref": "#/definitions/texts" },
            },
            "when": {
                "description": "A table of cells, or a list of such tables of which any will do.",
                "anyOf": [
                    { "$ref": "#/definitions/cells" },
                    { "type": "array", "items": { "$ref": "#/definitions/cells" } },
                    { "type": "string", "enum": ["otherwise"] },
                ],
            },
            "choice": {
                "anyOf": [
                    { "type": "string" },
                    {
                        "type": "object",
                        "properties": { "id": { "type": "string" }, "title": { "type": "string" } },
                        "required": ["id"],
                        "additionalProperties": false,
                    },
                ],
            },
            "output": {
                "type": "object",
                "properties": properties(Kind::Table, &table::OUTPUT_KEYS),
                "required": ["id", "type"],
                "additionalProperties": false,
            },
            "expectation": {
                "type": "object",
                "properties": expectation(),
                "additionalProperties": false,
            },
        },
    })
}

fn of_kind(kind: Kind) -> Value {
    let keys = kind.keys();
    let table = json!({
        "description": about(kind),
        "type": "object",
        "properties": properties(kind, &keys),
        "required": required(kind),
        "additionalProperties": false,
    });
    if kind.is_single() { table } else { json!({ "description": about(kind), "type": "array", "items": table }) }
}

fn properties(kind: Kind, keys: &[&str]) -> Map<String, Value> {
    keys.iter().map(|key| ((*key).to_owned(), of_key(kind, key))).collect()
}

fn required(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Pack => &["id", "version", "language"],
        Kind::Calendar => &["working", "covers"],
        Kind::Setting => &["id", "type", "value"],
        Kind::Fact | Kind::Parameter => &["id", "type"],
        Kind::Condition => &["id", "when"],
        Kind::Table => &["id", "outputs"],
        Kind::Value => &["id", "type", "formula"],
        Kind::Compensation => &["amount"],
        Kind::Evidence => &["id", "claim", "source", "tier"],
        Kind::Cue => &["fact", "say"],
        Kind::Scenario => &["id", "case"],
        Kind::Disable => &["id", "because"],
        // A rule that is a row of a table may go without an id.
        Kind::Rule => &[],
        Kind::Role | Kind::Action | Kind::Guarantee => &["id"],
    }
}

fn about(kind: Kind) -> &'static str {
    match kind {
        Kind::Pack => "What the pack is called, its language, its currency and its steps.",
        Kind::Role => "Somebody who may give up to a limit without approval.",
        Kind::Setting => "A named number: a constant, and what overlays change first.",
        Kind::Parameter => "What rules may set on an action, and who wins when two do.",
        Kind::Calendar => "Working days. Nothing is computed beyond what it covers.",
        Kind::Fact => "A typed question about a case.",
        Kind::Condition => "A named yes-no: any of `when`, and none of `unless`.",
        Kind::Action => "One thing that somebody does, in a step of the plan.",
        Kind::Rule => "Cells and what they conclude: actions, or a row of a table.",
        Kind::Table => "Rules over shared columns, with a hit policy.",
        Kind::Value => "A number, money, duration or date by formula.",
        Kind::Compensation => "What the plan pays.",
        Kind::Evidence => "A source that rules stand on.",
        Kind::Guarantee => "A sentence about every possible case.",
        Kind::Cue => "Words in a complaint that suggest a fact.",
        Kind::Scenario => "A story with its case and the plan expected of it.",
        Kind::Disable => "What an overlay takes out of the pack that it extends.",
    }
}

/// The keys of what a scenario expects.
fn expectation() -> Map<String, Value> {
    let texts = |about: &str| json!({ "description": about, "$ref": "#/definitions/texts" });
    let table = |about: &str| json!({ "description": about, "type": "object" });
    let of_key = |key: &str| match key {
        "do" => texts("actions that are certain"),
        "never" => texts("actions that are not even possible"),
        "avoid" => texts("actions that are to be avoided for certain"),
        "skip" => texts("steps that are left out"),
        "order" => texts("what stands before what, as in `regret before pay`"),
        "values" => table("outputs, conditions and values, and what they come to"),
        "with" => table("parameters of actions, as in `\"offer_a_call.due\" = \"2 h\"`"),
        _ => {
            let words = scenario::SETTLED.map(|(word, _)| word);
            json!({ "description": "whether anything is worth asking", "type": "string", "enum": words })
        }
    };
    scenario::EXPECTED.into_iter().map(|key| (key.to_owned(), of_key(key))).collect()
}

/// What a key takes, and what it is for.
fn of_key(kind: Kind, key: &str) -> Value {
    let text = |about: &str| json!({ "description": about, "type": "string" });
    let scalar = |about: &str| json!({ "description": about, "$ref": "#/definitions/text" });
    let texts = |about: &str| json!({ "description": about, "$ref": "#/definitions/texts" });
    let flag = |about: &str| json!({ "description": about, "type": ["boolean", "string"] });
    let one_of = |about: &str, words: &[&str]| json!({ "description": about, "type": "string", "enum": words });
    let table = |about: &str| json!({ "description": about, "type": "object" });
    let when = |about: &str| json!({ "description": about, "$ref": "#/definitions/when" });
    match (kind, key) {
        (_, "id") => {
            json!({ "description": "small letters, digits and `_`", "type": "string", "pattern": "^[a-z][a-z0-9_]*$" })
        }
        (_, "title") => text("a short label for people"),
        (_, "because") => text("the reason, in a sentence that an agent can read"),
        (_, "evidence") => texts("ids of evidence"),
        (_, "ideas") => texts("ids of the ideas that it carries"),
        (_, "review_by") => text("the day by which it is to be reviewed"),
        (_, "approved_by") => text("who answers for it"),
        (_, "replace") => flag("puts it in the place of what an extended pack has under this id"),
        (Kind::Pack, "version") => text("the pack's version, such as `1.0.0`"),
        (Kind::Pack, "language") => text("the language of its texts, such as `en`"),
        (Kind::Pack, "currency") => {
            json!({ "description": "the one currency of every amount, by ISO 4217", "type": "string", "pattern": "^[A-Z]{3}$" })
        }
        (Kind::Pack, "extends") => texts("ids of packs that this one builds on"),
        (Kind::Pack, "steps") => {
            json!({ "description": "the steps of the plan, in order", "type": "array", "items": { "$ref": "#/definitions/choice" } })
        }
        (Kind::Role, "may_give") => scalar("what the role may give without approval; without limit if absent"),
        (Kind::Parameter, "type") => one_of(
            "the type",
            &["yes-no", "choice", "several", "level", "number", "duration", "money", "date", "text", "role"],
        ),
        (Kind::Value, "type") => one_of("the type", &["number", "money", "duration", "date"]),
        (_, "type") => {
            one_of("the type", &["yes-no", "choice", "several", "level", "number", "duration", "money", "date", "text"])
        }
        (_, "values") => {
            json!({ "description": "the declared values, of a level the least first", "type": "array", "items": { "$ref": "#/definitions/choice" } })
        }
        (_, "unit") => text("what a number counts"),
        (_, "decimals") => {
            json!({ "description": "the decimals of a number; 0 unless said", "type": "integer", "minimum": 0, "maximum": 9 })
        }
        (_, "min") => scalar("the least value"),
        (_, "max") => scalar("the greatest value"),
        (Kind::Setting, "value") => texts("the value; a duration with its unit"),
        (Kind::Cue, "value") => texts("what the words suggest; none where they hold the value themselves"),
        (Kind::Guarantee, "value") => text("two formulas and a comparison between them"),
        (_, "wins") => one_of("which of several settings of it holds", &["least", "greatest", "conflict"]),
        (_, "working") => texts("days of the week, as in `Mon-Fri`"),
        (_, "holidays") => texts("days that are not worked"),
        (_, "covers") => texts("the first and last day that the holidays are known for"),
        (_, "ask") => text("the question to put, or `never`"),
        (_, "from") => one_of("who knows the answer", &["ticket", "agent", "customer"]),
        (_, "applies") => when("outside it the value is `none`, and nobody is asked"),
        (_, "optional") => flag("whether it can be `none`"),
        (_, "default") => texts("what is assumed while it is not known"),
        (_, "sensitive") => flag("kept out of links, journals and exports unless asked for"),
        (_, "usual") => texts("the usual values, as a cell"),
        (_, "when") => when("where it holds; everywhere if absent"),
        (Kind::Cue, "unless") => texts("words that must not stand close by"),
        (_, "unless") => when("where it does not hold after all"),
        (Kind::Rule, "do") => texts("actions to take"),
        (Kind::Rule, "avoid") => texts("actions to avoid"),
        (Kind::Rule, "with") => table("parameters of the actions: a value, a setting's id, or `=` and a formula"),
        (Kind::Rule, "before") => {
            json!({ "description": "two actions or steps, the first before the second; or a list of such pairs", "type": "array", "items": { "$ref": "#/definitions/texts" } })
        }
        (Kind::Rule, "first") => texts("what stands before all else"),
        (Kind::Rule, "skip") => texts("steps to leave out"),
        (Kind::Rule, "table") => text("the table whose row this rule is"),
        (Kind::Rule, "set") => table("the outputs of the row"),
        (_, "valid_from") => text("the first day on which it holds"),
        (_, "valid_until") => text("the last day on which it holds"),
        (Kind::Action, "step") => text("the step, where the file does not say it"),
        (Kind::Action, "justice") => texts("distributive, procedural, interactional"),
        (Kind::Action, "must") => flag("its step cannot be skipped while it is in the plan"),
        (Kind::Action, "kind") => text("a word for what kind of action it is, such as `escalation`"),
        (Kind::Table, "hit") => {
            one_of("the hit policy of DMN 1.5; `unique` unless said", &table::HITS.map(|(word, _)| word))
        }
        (Kind::Table, "outputs") => {
            json!({ "description": "what it gives", "type": "array", "items": { "$ref": "#/definitions/output" } })
        }
        (Kind::Table, "dated_by") => text("what the validity of rows is held against; `now` unless said"),
        (Kind::Table, "rows") => text("a heading and rows, `|` between cells, `||` between inputs and outputs"),
        (_, "formula") => scalar("how it is reckoned"),
        (_, "at_most") => scalar("a formula that caps it"),
        (_, "at_least") => scalar("a formula that it is never below"),
        (_, "round") => scalar("a mode and a step, as in `half-up 0.01`"),
        (Kind::Compensation, "amount") => text("the money that is paid"),
        (Kind::Compensation, "form") => text("an output that says in which form"),
        (Kind::Compensation, "legal_minimum") => text("the money that is due by law"),
        (Kind::Evidence, "claim") => text("what the source found or rules, in a sentence"),
        (Kind::Evidence, "source") => text("where a reader finds it"),
        (Kind::Evidence, "tier") => one_of("how much it weighs", &["research", "practice", "vendor figure", "law"]),
        (Kind::Evidence, "remark") => text("how far to trust it"),
        (Kind::Guarantee, "must" | "never") => texts("actions, or one parameter"),
        (Kind::Guarantee, "order") => text("as in `regret before pay`"),
        (Kind::Guarantee, "monotone") => {
            json!({
                "description": "`of` never gets smaller if only `in` gets greater",
                "type": "object",
                "properties": { "of": text("what never gets smaller"), "in": text("what alone gets greater") },
                "required": ["of", "in"],
                "additionalProperties": false,
            })
        }
        (Kind::Guarantee, "independent") => json!({
            "description": "`of` does not depend on `from`",
            "type": "object",
            "properties": { "of": texts("what stays the same"), "from": texts("facts that may change") },
            "required": ["of", "from"],
            "additionalProperties": false,
        }),
        (Kind::Cue, "fact") => text("the fact that the words suggest"),
        (Kind::Cue, "say") => texts("the words, with `{duration}` and the like for a quantity"),
        (Kind::Cue, "near") => texts("one of these stands close by"),
        (Kind::Cue, "language") => text("the language of the words, where the file does not say it"),
        (Kind::Scenario, "story") => text("what happened, as a trainer reads it aloud"),
        (Kind::Scenario, "case") => table("the facts"),
        (Kind::Scenario, "expect") => {
            json!({ "description": "what the plan must show", "$ref": "#/definitions/expectation" })
        }
        (Kind::Scenario, "teach") => text("what to learn from it"),
        (Kind::Disable, "kind") => one_of("which kind is meant, where two bear the id", &Kind::ALL.map(Kind::word)),
        _ => json!({}),
    }
}
