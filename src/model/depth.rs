/// The most levels of a formula, or of `not(…)`, also in bytes that nobody trusts: what recurses over them may rely on
/// it. A sum of so many terms is that deep.
pub const DEEPEST: u16 = 128;
