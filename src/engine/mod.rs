//! Program and case: what holds.

pub mod arithmetic;
pub mod monotone;
pub mod rational;
mod workdays;
