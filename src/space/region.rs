//! Parts of all cases that people can read: each of some facts within a cell, all others free.

use std::fmt;

use serde::Serialize;

/// Where something holds, as a few regions apart from each other.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[cfg_attr(feature = "javascript", derive(tsify::Tsify))]
pub struct Regions {
    /// The largest ones, the largest first.
    pub largest: Vec<Region>,
    /// Whether it holds beyond them too.
    pub further: bool,
    /// The share of all cases in which it holds, from 0 to 1; absent where that cannot be counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "javascript", tsify(optional))]
    pub share: Option<f64>,
}

/// A part of all cases: all of its cells hold.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "javascript", derive(tsify::Tsify))]
pub struct Region {
    /// In declared order of their facts; a `several` fact may stand in more than one.
    pub cells: Vec<RegionCell>,
    /// The share of all cases, from 0 to 1; absent where it cannot be counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "javascript", tsify(optional))]
    pub share: Option<f64>,
}

/// What one fact, or another input of a table, is in a region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "javascript", derive(tsify::Tsify))]
pub struct RegionCell {
    /// The id of what it tests; where facts are held against each other a formula over ids, in the browser their ids with
    /// commas between.
    pub of: String,
    /// As a rule author would write it.
    pub cell: String,
}

impl fmt::Display for Region {
    /// As it could stand after `when =`.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.cells.is_empty() {
            return to.write_str("every case");
        }
        for (at, RegionCell { of, cell }) in self.cells.iter().enumerate() {
            let before = if at == 0 { "{ " } else { ", " };
            // A choice that must be quoted in a cell has its quotes within TOML's.
            let quote = if cell.contains('"') { '\'' } else { '"' };
            write!(to, "{before}{of} = {quote}{cell}{quote}")?;
        }
        to.write_str(" }")
    }
}

/// The cases that a finding is about.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "javascript", derive(tsify::Tsify))]
pub struct Extent {
    #[serde(flatten)]
    pub regions: Regions,
    /// One of them, as a case is written in JSON: it was looked at once more for itself.
    #[cfg_attr(feature = "javascript", tsify(type = "CaseObject"))]
    pub case: serde_json::Value,
}
