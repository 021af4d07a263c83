//! How deep formulas and tests may lie in each other, also in bytes that nobody trusts: what recurses over them may
//! rely on it.

use std::cell::Cell;

use serde::Deserializer;
use serde::de::Error;

/// The most levels of a formula, or of `not(…)`; a sum of so many terms is that deep.
pub const DEEPEST: u16 = 128;

thread_local! {
    static DEPTH: Cell<u16> = const { Cell::new(0) };
}

/// Runs a derived `deserialize` one level deeper, and no deeper than [`DEEPEST`].
pub(super) fn deeper<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    deserialize: fn(D) -> Result<T, D::Error>,
) -> Result<T, D::Error> {
    let depth = DEPTH.get();
    if depth >= DEEPEST {
        return Err(D::Error::custom("formulas or tests lie too deep in each other"));
    }
    DEPTH.set(depth.saturating_add(1));
    let outcome = deserialize(deserializer);
    DEPTH.set(depth);
    outcome
}

/// Implements serde's traits for a type whose derives say `remote = "Self"`, with the depth bounded.
macro_rules! bounded_depth {
    ($kind:ty) => {
        impl serde::Serialize for $kind {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                Self::serialize(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $kind {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::model::depth::deeper(deserializer, Self::deserialize)
            }
        }
    };
}
pub(super) use bounded_depth;
