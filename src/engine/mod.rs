//! Program and case: what holds, over all completions of the case.
//!
//! [`layout`] says where facts are cut and in which order diagrams ask for them; [`record`] what a case says once
//! `applies` and defaults are held against it; [`world`] turns every quantity into a decision diagram over what is
//! unknown; [`possible`], [`relevance`] and [`uncertainty`] read the answers off the diagrams.

pub mod arithmetic;
#[cfg(feature = "proofs")]
mod bounded;
mod cells;
mod comparing;
pub mod demands;
pub mod diagram;
pub mod expression;
mod facts;
mod formulas;
mod interned;
pub mod interval;
pub mod known;
pub mod layout;
pub mod leaf;
mod lists;
pub mod matcher;
pub mod monotone;
mod numbers;
pub mod part;
pub mod possible;
pub mod rational;
pub mod record;
mod recording;
pub mod relevance;
mod tables;
mod thresholds;
mod trouble;
mod uncertainty;
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
