//! Where something stands in the files of a pack.

/// Bytes of one file of the pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// A position in [`super::Reading::files`].
    pub file: u16,
    pub start: usize,
    pub end: usize,
}
