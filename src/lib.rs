//! Amends recommends how to make amends: from the facts of a complaint and declarative rules to a recovery plan,
//! exactly, also when facts are missing.
//!
//! Data flows one way. Each phase is a module, in this order, and knows nothing of those that come after it.
//!
//! | phase | takes | gives |
//! |---|---|---|
//! | [`pack`] | the files of a pack, [`pack::Source`] | a [`pack::Reading`]: the pack, and all that is wrong, in one run |
//! | [`model`] | | [`model::Pack`]: every name resolved, every value read, each definition after all that it reads |
//! | [`check`] | a [`pack::Reading`] | further [`pack::Diagnostic`]s: what can be said before any case |
//! | [`program`] | a [`model::Pack`]; bytes that nobody vouches for | its bytes; a [`program::Program`] |
//! | [`case`] | JSON or a JavaScript object, and the pack | a [`case::Case`], or all that is wrong with it |
//! | [`engine`] | a program and a case | what holds over all completions of the case |
//! | [`plan`] | what holds | a [`plan::Plan`], and why each part of it is there |
//! | [`what_if`] | a case and an element | the smallest sets of facts whose change adds or removes it |
//! | [`space`] | a pack | all its cases at once: where something holds, single cases of them, their share |
//! | [`proof`] | a pack | what holds in every case, or a case in which it does not |
//! | [`difference`] | two packs | where the plans of one are not those of the other, for every case |
//!
//! Faces show a plan and add nothing to it: the command `amends`, and the JavaScript module that the panel runs on.
//!
//! # How the engine is exact
//!
//! A case with unknown facts stands for all its completions, and nothing is enumerated. The cells of a pack cut every
//! fact's domain into *atoms* ([`engine::layout`]). A [`engine::world::World`] substitutes what is known and makes of
//! every truth and every quantity a decision diagram over the atoms of what is not ([`engine::diagram`]). Their leaves
//! are truths, values and formulas in normal form over facts that are still unknown ([`engine::expression`]). Equal
//! functions are one node, so that *certain* is a comparison; a fact is worth asking when an element of the plan
//! depends on it ([`engine::relevance`]).
//!
//! # Features
//!
//! The features are walls, and each is built alone by a test. Without any, this is the core: model, program, case,
//! engine, plan. `web` adds the JavaScript face and reads programs only, `matching` to it what benchmarks measure;
//! `proofs` adds what holds in all cases, and what a change would do; `author` adds rule files and what is said of them to that; `web-proofs` and
//! `web-author` make modules of these two, which a page loads on demand. `command`, the default, adds the terminal.

pub mod case;
#[cfg(feature = "author")]
pub mod check;
#[cfg(feature = "proofs")]
pub mod difference;
pub mod engine;
pub mod model;
#[cfg(feature = "author")]
pub mod pack;
pub mod plan;
pub mod program;
#[cfg(feature = "proofs")]
pub mod proof;
mod sorted;
#[cfg(feature = "proofs")]
pub mod space;
mod text;
#[cfg(feature = "javascript")]
pub mod wasm;
#[cfg(feature = "proofs")]
pub mod what_if;
