//! Interviews by the thousand: how many questions it takes until a plan is settled, asked in one order or another.

pub mod cases;
pub mod fixed;
pub mod walk;

pub use cases::Subject;
pub use walk::{Asking, Walk, Way};
