//! What can go wrong where a formula is reckoned.

/// Why an operation leaves its result undetermined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trouble {
    DivisionByZero,
    /// A day had to be looked at that the calendar does not cover, or there is no calendar.
    BeyondCalendar,
    /// The result is beyond what can be counted. Bounds exclude it when a pack is read.
    Overflow,
}
