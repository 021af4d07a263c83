use super::{Definition, Pack, index};

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

impl Pack {
    /// The grounds of everything that has them, rows included.
    pub fn all_grounds(&self) -> impl Iterator<Item = &Grounds> {
        let derived = self.derived.iter().filter_map(|derived| match &derived.definition {
            Definition::Condition(condition) => Some(&condition.grounds),
            Definition::Value(value) => Some(&value.grounds),
            Definition::Output { .. } => None,
        });
        let table_rows = self.tables.iter().flat_map(|table| &table.rows).map(|row| &row.grounds);
        let tables = self.tables.iter().map(|table| &table.grounds);
        let facts = self.facts.iter().map(|fact| &fact.grounds);
        let settings = self.settings.iter().map(|setting| &setting.grounds);
        let actions = self.actions.iter().map(|action| &action.grounds);
        let rules = self.rules.iter().map(|rule| &rule.grounds);
        let guarantees = self.guarantees.iter().map(|guarantee| &guarantee.grounds);
        facts
            .chain(settings)
            .chain(derived)
            .chain(table_rows)
            .chain(tables)
            .chain(actions)
            .chain(rules)
            .chain(guarantees)
    }
}
