//! The stable codes of what can be wrong with a pack. Each has a page, `docs/diagnostics/<code>.md`.

/// Declares the codes, and the list of all of them.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal;)*) => {
        $($(#[$doc])* pub const $name: &str = $code;)*

        /// Every code, in order.
        pub const ALL: &[&str] = &[$($name),*];
    };
}

codes! {
    /// A file is not UTF-8.
    ENCODING = "A0101";
    /// A file is no TOML.
    TOML = "A0102";
    /// A key that its table does not know.
    UNKNOWN_KEY = "A0103";
    /// A key that must be there is not.
    MISSING_KEY = "A0104";
    /// A text where a list is due, and the like.
    WRONG_SHAPE = "A0105";
    /// A kind of table that no pack has.
    UNKNOWN_KIND = "A0106";
    /// More than a pack may hold.
    TOO_MUCH = "A0107";
    /// A folder without `pack.toml`, or a pack without `[pack]`.
    NO_PACK = "A0108";
    /// A word that is none of those a key takes.
    UNKNOWN_WORD = "A0109";
    /// An id that is no `snake_case`.
    BAD_ID = "A0201";
    /// A word of the language cannot be an id.
    RESERVED = "A0202";
    /// Two things bear one id.
    DUPLICATE = "A0203";
    /// Nothing bears this name.
    UNKNOWN_NAME = "A0204";
    /// The name is of something else.
    WRONG_NAME = "A0205";
    /// No such type.
    UNKNOWN_TYPE = "A0301";
    /// A value that its type does not have.
    BAD_VALUE = "A0302";
    /// A number without its unit where a duration is due.
    BARE_DURATION = "A0303";
    /// Bounds that no value meets.
    BAD_BOUNDS = "A0304";
    /// The declared values of a choice, level or several.
    BAD_CHOICES = "A0305";
    /// Money in a pack without a currency.
    NO_CURRENCY = "A0306";
    /// A key that means nothing for this type.
    KEY_OF_OTHER_TYPE = "A0307";
    /// A cell that does not read.
    CELL = "A0401";
    /// A test that its type does not have.
    TEST_OF_OTHER_TYPE = "A0402";
    /// `unknown` on something that no case gives.
    UNKNOWN_OF_DERIVED = "A0403";
    /// Two quantities of different types compared.
    DIFFERENT_TYPES = "A0404";
    /// A list is read.
    LIST_READ = "A0405";
    /// A test beyond the bounds of its type.
    BEYOND_BOUNDS = "A0406";
    /// A cell that holds for every value.
    ALWAYS = "A0407";
    /// A formula that does not read.
    FORMULA = "A0501";
    /// A formula whose parts do not fit together.
    FORMULA_TYPES = "A0502";
    /// A result that may not fit the decimals of its type.
    TOO_FINE = "A0503";
    /// A formula that could overflow.
    OVERFLOW = "A0504";
    /// A rounding that does not read.
    ROUNDING = "A0505";
    /// Business days without a calendar.
    NO_CALENDAR = "A0506";
    /// The heading of a table.
    HEADING = "A0601";
    /// A row that does not fit its heading.
    ROW = "A0602";
    /// An `otherwise` that does not stand as one.
    OTHERWISE = "A0603";
    /// A hit policy that does not suit the outputs.
    HIT = "A0604";
    /// A row leaves an output open that must have a value.
    UNSET_OUTPUT = "A0605";
    /// A table without rows.
    NO_ROWS = "A0606";
    /// A key of rows on a rule for actions, or the reverse.
    ROW_OR_RULE = "A0607";
    /// A rule that concludes nothing.
    IDLE_RULE = "A0701";
    /// An action without a step.
    NO_STEP = "A0702";
    /// A demand on order that does not read.
    ORDER = "A0703";
    /// A guarantee that does not read.
    GUARANTEE = "A0704";
    /// What the plan pays is no amount of money.
    COMPENSATION = "A0705";
    /// Definitions that go round in a circle.
    CYCLE = "A0801";
    /// A phrase that does not read.
    PHRASE = "A0901";
    /// An argument that nothing fills.
    ARGUMENT = "A0902";
    /// Translations that differ from the source language.
    TRANSLATION = "A0903";
    /// A cue that suggests nothing.
    CUE = "A0904";
    /// A calendar that does not read.
    CALENDAR = "A0906";
    /// The extended pack is not there.
    NO_EXTENDED = "A1001";
    /// Packs that extend each other.
    EXTENDS_CYCLE = "A1002";
    /// What is to be disabled or replaced is not there.
    NOTHING_TO_CHANGE = "A1003";
    /// Money of two currencies.
    CURRENCIES = "A1004";
    /// A rule without reason or evidence.
    NO_REASON = "A1101";
    /// Evidence that nothing cites.
    UNCITED = "A1102";
    /// A review that is overdue.
    REVIEW_OVERDUE = "A1103";
    /// An idea that nothing carries, or that no list knows.
    IDEA = "A1104";
    /// A guarantee that some case breaks.
    GUARANTEE_BROKEN = "A1201";
    /// A guarantee of which it cannot be told whether some case breaks it.
    GUARANTEE_OPEN = "A1202";
    /// A table without a row for some cases.
    GAP = "A1301";
    /// Rows of a `unique` table that fit at once.
    OVERLAP = "A1302";
    /// Rows of an `any` table that fit at once and conclude different things.
    ROWS_DISAGREE = "A1303";
    /// A row that decides nothing.
    DEAD_ROW = "A1304";
    /// Rows that could be one.
    MERGEABLE_ROWS = "A1305";
    /// A table that keeps a stricter hit policy than it has.
    STRICTER_HIT = "A1306";
    /// A table that cannot be looked at in all cases.
    TABLE_OPEN = "A1307";
    /// A rule that no case meets.
    DEAD_RULE = "A1401";
    /// A rule that says nothing that others do not say.
    SUBSUMED_RULE = "A1402";
    /// A rule whose action never comes into a plan by it.
    CONTRADICTED_RULE = "A1403";
    /// Rules that set a parameter to different values.
    PARAMETER_CLASH = "A1404";
    /// An amount that can leave its limits.
    OUT_OF_LIMITS = "A1405";
    /// What follows from facts and never varies, or lacks a value.
    NEVER_TAKEN = "A1406";
    /// A rule that cannot be looked at in all cases.
    RULE_OPEN = "A1407";
}

/// What says that something is not there: it may stand in a file that could not be read.
pub(super) const OF_ABSENCE: [&str; 8] =
    [NO_PACK, UNKNOWN_NAME, NO_CURRENCY, NO_CALENDAR, NO_ROWS, NO_STEP, ARGUMENT, NOTHING_TO_CHANGE];
