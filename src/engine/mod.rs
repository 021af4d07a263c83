//! Program and case: what holds.

pub mod arithmetic;
mod known;
pub mod matcher;
pub mod monotone;
pub mod rational;
mod workdays;
