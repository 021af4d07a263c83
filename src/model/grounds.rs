use super::index;

index! {
    /// A position in [`crate::model::Pack::evidence`].
    EvidenceId
}

/// What something stands on, and who answers for it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grounds {
    /// The reason in the author's words; empty where none is given.
    pub because: String,
    pub evidence: Vec<EvidenceId>,
    /// Inclusive, in days since 1970-01-01.
    pub valid_from: Option<i64>,
    /// Inclusive, in days since 1970-01-01.
    pub valid_until: Option<i64>,
    /// In days since 1970-01-01. This and what follows is for those who keep the rules, and no part of the program.
    pub review_by: Option<i64>,
    pub approved_by: Option<String>,
    /// The ideas that it carries, for `check --ideas`.
    pub ideas: Vec<String>,
}

/// A source that rules stand on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evidence {
    pub id: String,
    /// This and what follows is no part of the program: faces read it from a file of its own, when somebody asks why.
    pub claim: String,
    pub source: String,
    pub tier: Tier,
    /// A remark on how far to trust it, for those who keep the rules; may be empty.
    pub remark: String,
    pub ideas: Vec<String>,
}

/// How much a source weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tier {
    Research,
    #[default]
    Practice,
    VendorFigure,
    Law,
}

impl Tier {
    /// As rule authors write it.
    pub fn id(self) -> &'static str {
        match self {
            Tier::Research => "research",
            Tier::Practice => "practice",
            Tier::VendorFigure => "vendor figure",
            Tier::Law => "law",
        }
    }
}
