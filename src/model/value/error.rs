//! Why a text could not be read.

/// Why a text is no value of its type. Whoever says so has the type, and with it what could have been written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueError {
    /// What was expected, as in "a duration such as `90 min` or `2 days`".
    Expected(&'static str),
    /// Not among the declared values.
    NotDeclared,
    /// More decimals than the type has.
    TooFine,
    /// A number beyond any that can be counted.
    TooLarge,
    /// Beyond the type's bounds.
    OutOfBounds,
    /// Months and years have no fixed length.
    NoFixedLength,
}
