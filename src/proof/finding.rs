//! What is found of a pack by looking at all its cases at once.

use serde::Serialize;

use crate::model::{DerivedId, TableId};
use crate::space::Extent;

/// One finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    pub kind: Kind,
    /// What it is about.
    pub of: Subject,
    pub message: String,
    /// What stands beside its subject; may be empty.
    pub label: String,
    /// How to mend it.
    pub help: String,
    /// What else has a part in it, and which.
    pub related: Vec<(Subject, &'static str)>,
    /// Of what cases it is true, where it is about some of them.
    pub extent: Option<Extent>,
}

/// Kinds of findings; each has a code and its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A table without a row for some cases.
    Gap,
    /// Rows of a `unique` table that fit at once.
    Overlap,
    /// Rows of an `any` table that fit at once and conclude different things.
    RowsDisagree,
    /// A row that decides nothing.
    DeadRow,
    /// An `otherwise` row to which the others leave no case.
    IdleOtherwise,
    /// Rows that could be one.
    MergeableRows,
    /// A table that keeps a stricter hit policy than it has.
    StricterHit,
    /// A table that cannot be looked at in all cases.
    TableOpen,
    /// A rule that holds in no case.
    DeadRule,
    /// A rule that says nothing that others do not say.
    SubsumedRule,
    /// A rule whose action others always keep out of the plan.
    ContradictedRule,
    /// Rules that set a parameter in conflict.
    ParameterClash,
    /// An amount that can leave its limits.
    OutOfLimits,
    /// Something that follows from facts and never varies, or never takes a value that it has.
    NeverTaken,
    /// A rule that cannot be looked at in all cases.
    RuleOpen,
}

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    Table(TableId),
    /// A row, from 0.
    Row(TableId, usize),
    /// A rule, from 0.
    Rule(usize),
    Derived(DerivedId),
}

impl Finding {
    pub(super) fn new(kind: Kind, of: Subject, message: String) -> Self {
        let (label, help) = (String::new(), String::new());
        Finding { kind, of, message, label, help, related: Vec::new(), extent: None }
    }

    pub(super) fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    pub(super) fn related(mut self, subjects: impl Iterator<Item = Subject>, part: &'static str) -> Self {
        self.related.extend(subjects.map(|subject| (subject, part)));
        self
    }

    pub(super) fn extent(mut self, extent: Extent) -> Self {
        self.extent = Some(extent);
        self
    }
}
