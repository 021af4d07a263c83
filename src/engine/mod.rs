//! Program and case: what holds, over all completions of the case.
//!
//! [`layout`] says where facts are cut and in which order diagrams ask for them; [`record`] what a case says once
//! `applies` and defaults are held against it; [`world`] turns every quantity into a decision diagram over what is
//! unknown; [`possible`] and [`relevance`] read the answers off the diagrams.

pub mod arithmetic;
#[cfg(feature = "proofs")]
mod bounded;
mod cells;
pub mod demands;
pub mod diagram;
pub mod expression;
mod formulas;
mod interned;
pub mod interval;
pub mod known;
pub mod layout;
pub mod leaf;
pub mod matcher;
pub mod monotone;
mod numbers;
pub mod part;
pub mod possible;
mod predicates;
pub mod rational;
pub mod record;
pub mod relevance;
mod tables;
mod trouble;
mod workdays;
pub mod world;

use crate::model::Pack;
use layout::Layout;

/// A pack, ready to look at cases.
#[derive(Debug, Clone)]
pub struct Engine {
    pub pack: Pack,
    pub layout: Layout,
    /// The program's hash in lower-case hexadecimal.
    pub hash: String,
}

impl Engine {
    pub fn new(pack: Pack, hash: String) -> Engine {
        let layout = Layout::of(&pack);
        Engine { pack, layout, hash }
    }
}
