use std::fmt;

use crate::plan::UnknownName;

/// Why nothing can be looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhatIfError {
    Unknown(UnknownName),
    /// It has many values, and none was named.
    WhichValue(String),
    /// What was named is none of its values, but these are.
    NoValue {
        name: String,
        value: String,
        values: String,
    },
    /// It has no single values: an action, a whole table, a list of results, a text or a set.
    NotOneValue(String),
    /// Its values have no order, and one was asked for.
    NoOrder(String),
    /// There can be no conflict of it.
    NoConflict(String),
}

impl fmt::Display for WhatIfError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WhatIfError::Unknown(unknown) => unknown.fmt(out),
            WhatIfError::WhichValue(name) => write!(out, "`{name}` may have many values"),
            WhatIfError::NoValue { name, value, .. } => write!(out, "`{value}` is no value of `{name}`"),
            WhatIfError::NotOneValue(name) => write!(out, "`{name}` has no single value"),
            WhatIfError::NoOrder(name) => write!(out, "nothing of `{name}` is more or less than something else"),
            WhatIfError::NoConflict(name) => write!(out, "there is no conflict of `{name}`"),
        }
    }
}

impl std::error::Error for WhatIfError {}

impl WhatIfError {
    /// What to ask instead.
    pub fn way_out(&self) -> Option<String> {
        match self {
            WhatIfError::Unknown(unknown) => {
                unknown.nearest.as_ref().map(|nearest| format!("did you mean `{nearest}`?"))
            }
            WhatIfError::WhichValue(name) => Some(format!("name the one that it is to have: `{name}=VALUE`")),
            WhatIfError::NoValue { values, .. } => Some(format!("expected {values}")),
            WhatIfError::NotOneValue(_) => {
                Some("ask for an action, `ACTION<ACTION`, a step, an output, a condition or a value".to_owned())
            }
            WhatIfError::NoOrder(name) => Some(format!("name one of its values: `{name}=VALUE`")),
            WhatIfError::NoConflict(_) => {
                Some("ask for that of a table, a value or a parameter, of `order` or `authority`".to_owned())
            }
        }
    }
}
