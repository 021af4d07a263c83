//! Amends recommends how to make amends: from the facts of a complaint and declarative rules to a recovery plan,
//! exactly, also when facts are missing.

pub mod case;
pub mod engine;
pub mod model;
#[cfg(feature = "author")]
pub mod pack;
pub mod plan;
pub mod program;

#[cfg(feature = "web")]
#[path = "wasm/matching.rs"]
mod matching;
