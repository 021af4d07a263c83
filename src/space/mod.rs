//! All cases of a pack at once, and single ones of them.
//!
//! A world in which nothing is known and nothing assumed stands for all cases ([`Cases`]). What holds of some of them is a
//! diagram over it like any other; a way through the diagram gives a concrete case ([`path`]), which is looked at once more
//! for itself before anything is said of it, and how many of all cases they are can be counted ([`share()`]); and it can be
//! written as a few regions that a rule author can read ([`Regions`]).

mod cases;
mod compared;
#[cfg(feature = "author")]
mod figures;
pub mod grid;
mod meeting;
mod outgrown;
mod parts;
mod path;
mod region;
mod share;
mod written;

pub use cases::{Cases, Complete};
pub use meeting::{ascending, atom_of, meet};
pub use outgrown::Outgrown;
pub use path::{LAST_POINT, Path, complete, paths, possible_paths};
pub use region::{Extent, Region, RegionCell, Regions};
pub use share::{in_words, of_cases, share};
pub(crate) use written::{Values, in_cell};
