//! Constants with a name.

use super::{Grounds, Type, Value, index};

index! {
    /// A position in [`crate::model::Pack::settings`].
    SettingId
}

/// A named number: a constant for every analysis, and what overlays change first.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    pub id: String,
    pub title: String,
    pub kind: Type,
    pub value: Value,
    pub grounds: Grounds,
}
