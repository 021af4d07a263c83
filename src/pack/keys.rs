//! The kinds of table that a pack is made of, and the keys that each takes.

/// A kind of table: `[[fact]]`, `[[rule]]` and so on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Pack,
    Role,
    Setting,
    Parameter,
    Calendar,
    Fact,
    Condition,
    Action,
    Rule,
    Table,
    Value,
    Compensation,
    Evidence,
    Guarantee,
    Cue,
    Scenario,
    Disable,
}

/// What a choice, bounds and so on are declared with.
pub(super) const TYPE_KEYS: [&str; 6] = ["type", "values", "unit", "decimals", "min", "max"];

impl Kind {
    pub const ALL: [Kind; 17] = [
        Kind::Pack,
        Kind::Role,
        Kind::Setting,
        Kind::Parameter,
        Kind::Calendar,
        Kind::Fact,
        Kind::Condition,
        Kind::Action,
        Kind::Rule,
        Kind::Table,
        Kind::Value,
        Kind::Compensation,
        Kind::Evidence,
        Kind::Guarantee,
        Kind::Cue,
        Kind::Scenario,
        Kind::Disable,
    ];

    /// The word in the brackets.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Pack => "pack",
            Kind::Role => "role",
            Kind::Setting => "setting",
            Kind::Parameter => "parameter",
            Kind::Calendar => "calendar",
            Kind::Fact => "fact",
            Kind::Condition => "condition",
            Kind::Action => "action",
            Kind::Rule => "rule",
            Kind::Table => "table",
            Kind::Value => "value",
            Kind::Compensation => "compensation",
            Kind::Evidence => "evidence",
            Kind::Guarantee => "guarantee",
            Kind::Cue => "cue",
            Kind::Scenario => "scenario",
            Kind::Disable => "disable",
        }
    }

    pub fn of(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Whether a pack has at most one of it, so that it stands in single brackets.
    pub fn is_single(self) -> bool {
        matches!(self, Kind::Pack | Kind::Calendar | Kind::Compensation)
    }

    /// Whether everything of this kind bears an id.
    pub(super) fn has_id(self) -> bool {
        !matches!(self, Kind::Calendar | Kind::Compensation | Kind::Cue)
    }

    /// The keys of its own, besides `id`, `replace` and those of every kind that carries grounds.
    fn own_keys(self) -> &'static [&'static str] {
        match self {
            Kind::Pack => &["version", "title", "language", "currency", "extends", "steps"],
            Kind::Role => &["title", "may_give"],
            Kind::Setting => &["title", "type", "values", "unit", "decimals", "min", "max", "value"],
            Kind::Parameter => &["title", "type", "values", "unit", "decimals", "min", "max", "wins"],
            Kind::Calendar => &["working", "holidays", "covers"],
            Kind::Fact => &[
                "title",
                "type",
                "values",
                "unit",
                "decimals",
                "min",
                "max",
                "ask",
                "from",
                "applies",
                "optional",
                "default",
                "sensitive",
                "usual",
            ],
            Kind::Condition => &["title", "when", "unless"],
            Kind::Action => &["title", "step", "justice", "must", "kind"],
            Kind::Rule => &[
                "title",
                "when",
                "unless",
                "do",
                "avoid",
                "with",
                "before",
                "first",
                "skip",
                "table",
                "set",
                "valid_from",
                "valid_until",
            ],
            Kind::Table => &["title", "hit", "outputs", "when", "dated_by", "rows"],
            Kind::Value => {
                &["title", "type", "unit", "decimals", "min", "max", "formula", "at_most", "at_least", "round"]
            }
            Kind::Compensation => &["amount", "form", "legal_minimum", "at_most"],
            Kind::Evidence => &["claim", "source", "tier", "remark", "ideas"],
            Kind::Guarantee => &["title", "when", "must", "never", "order", "value", "monotone", "independent"],
            Kind::Cue => &["fact", "value", "say", "near", "unless", "language"],
            Kind::Scenario => &["title", "story", "case", "expect", "teach", "evidence", "ideas"],
            Kind::Disable => &["because", "kind"],
        }
    }

    /// Whether it says why it is so, and who answers for it.
    fn has_grounds(self) -> bool {
        matches!(
            self,
            Kind::Setting
                | Kind::Fact
                | Kind::Condition
                | Kind::Action
                | Kind::Rule
                | Kind::Table
                | Kind::Value
                | Kind::Guarantee
                | Kind::Cue
                | Kind::Parameter
                | Kind::Role
        )
    }

    /// Every key that a table of this kind takes.
    pub(super) fn keys(self) -> Vec<&'static str> {
        let mut keys = Vec::new();
        if self.has_id() {
            keys.push("id");
        }
        keys.extend(self.own_keys());
        if self.has_grounds() {
            keys.extend(["because", "evidence", "ideas", "review_by", "approved_by"]);
        }
        if !matches!(self, Kind::Pack | Kind::Disable | Kind::Cue) {
            keys.push("replace");
        }
        keys
    }
}
