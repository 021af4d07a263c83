//! The sections that are lists: who may give what, settings, facts, what follows from them, evidence.

use amends::model::{Definition, Derived, Fact, From, Grounds, Pack, Type, Value, date};
use amends::pack::Kind;

use super::super::check::count;
use super::Described;
use super::cells::{title, value, when};
use super::formulas::{formula, rounding};
use super::sources::{because, escaped, evidence as sources_of, joined};

/// Title, version, currency, calendar, and how to read the rest.
pub fn opening(described: &Described) -> String {
    let pack = described.pack;
    let currency = pack.currency.as_ref().map_or("no currency", |currency| currency.code.as_str());
    let calendar = pack.calendar.as_ref().map(|calendar| {
        let (first, last) = calendar.covers;
        format!("Business days are known from {} to {}. ", date::print(first), date::print(last))
    });
    format!(
        "# {}\n\nThe pack `{}`, version {}, in the language `{}` and {currency}. {}It has {}, {}, {} and {}.\n\nThis document is made of the rule files by `amends describe`. Each sentence ends with a link to \
         the line that it stands on: change that line, not this document.\n",
        escaped(&pack.title),
        pack.id,
        escaped(&pack.version),
        pack.language,
        calendar.unwrap_or_default(),
        count(pack.facts.len(), "fact"),
        count(pack.actions.len(), "action"),
        count(pack.rules.len(), "rule"),
        count(pack.tables.len(), "table"),
    )
}

/// Who may give how much, and the named numbers.
pub fn limits(described: &Described) -> String {
    let pack = described.pack;
    let mut text = String::new();
    if !pack.roles.is_empty() {
        text.push_str("## Who may give how much\n\n| who | without asking | stands in |\n|---|---|---|\n");
        let money = Type::Money {
            decimals: pack.currency.as_ref().map_or(2, |currency| currency.decimals),
            min: 0,
            max: i64::MAX,
        };
        for role in &pack.roles {
            let limit = role
                .may_give
                .map_or_else(|| "without limit".to_owned(), |limit| value(&Value::Scalar(limit), &money, pack));
            let source = described.sources.of(Kind::Role, &role.id);
            text.push_str(&format!("| {} | {limit} | {source} |\n", escaped(&role.title)));
        }
    }
    if !pack.settings.is_empty() {
        text.push_str("\n## Settings\n\n| setting | value | why | stands in |\n|---|---|---|---|\n");
        for setting in &pack.settings {
            let source = described.sources.of(Kind::Setting, &setting.id);
            let why = joined([because(&setting.grounds), sources_of(&setting.grounds.evidence, pack)], " · ");
            let value = value(&setting.value, &setting.kind, pack);
            text.push_str(&format!("| {} | {value} | {why} | {source} |\n", escaped(&setting.title)));
        }
    }
    text
}

/// What can be known of a complaint.
pub fn facts(described: &Described) -> String {
    let mut text =
        "## Facts\n\n| fact | question | answers | remarks | stands in |\n|---|---|---|---|---|\n".to_owned();
    for fact in &described.pack.facts {
        let question = fact.ask.as_deref().map_or_else(|| "used when known, never asked".to_owned(), escaped);
        let source = described.sources.of(Kind::Fact, &fact.id);
        text.push_str(&format!(
            "| {} | {question} | {} | {} | {source} |\n",
            escaped(&fact.title),
            answers(&fact.kind, described.pack),
            remarks(fact, described)
        ));
    }
    text
}

fn answers(kind: &Type, pack: &Pack) -> String {
    let scalar = |scalar: i64| value(&Value::Scalar(scalar), kind, pack);
    let listed = || (0..).zip(kind.choices()).map(|(at, _)| scalar(at)).collect::<Vec<_>>();
    match kind {
        Type::YesNo => "yes, no".to_owned(),
        Type::Choice(_) => listed().join(", "),
        Type::Several(_) => format!("any of: {}", listed().join(", ")),
        Type::Level(_) => listed().join(" < "),
        Type::Text => "text".to_owned(),
        _ => match kind.range() {
            Some((least, most)) => format!("{}, {} to {}", kind.id(), scalar(least), scalar(most)),
            None => kind.id().to_owned(),
        },
    }
}

fn remarks(fact: &Fact, described: &Described) -> String {
    let pack = described.pack;
    let from = match fact.from {
        From::Ticket => "stands in the ticket",
        From::Agent => "",
        From::Customer => "the customer is asked",
    };
    let applies = when(&fact.applies, pack).map(|when| format!("only where {when}"));
    let default =
        fact.default.as_ref().map(|default| format!("taken as {} unless said", value(default, &fact.kind, pack)));
    joined(
        [
            from.to_owned(),
            applies.unwrap_or_default(),
            default.unwrap_or_default(),
            if fact.optional { "may be none".to_owned() } else { String::new() },
            if fact.sensitive { "sensitive".to_owned() } else { String::new() },
        ],
        "; ",
    )
}

/// Conditions and values: what is worked out from the facts without a table.
pub fn derived(described: &Described) -> String {
    let sentences: Vec<String> = described.pack.derived.iter().filter_map(|of| definition(described, of)).collect();
    if sentences.is_empty() {
        String::new()
    } else {
        format!("## What follows from the facts\n\n{}\n", sentences.join("\n"))
    }
}

fn definition(described: &Described, derived: &Derived) -> Option<String> {
    let pack = described.pack;
    let (text, grounds) = match &derived.definition {
        Definition::Output { .. } => return None,
        Definition::Condition(condition) => {
            let holds = when(&condition.when, pack).unwrap_or_else(|| "always".to_owned());
            let unless = match condition.unless.0.is_empty() {
                true => String::new(),
                false => format!(", unless {}", when(&condition.unless, pack).unwrap_or_else(|| "ever".to_owned())),
            };
            (format!("holds when {holds}{unless}"), &condition.grounds)
        }
        Definition::Value(of) => {
            let bounds = [("at most", &of.at_most), ("at least", &of.at_least)];
            let bounds = bounds.iter().filter_map(|(word, bound)| {
                Some(format!(", {word} {}", formula(bound.as_ref()?, &derived.kind, pack)))
            });
            let round =
                of.round.as_ref().map(|(mode, step)| format!(", {}", rounding(*mode, step, &derived.kind, pack)));
            let text = format!(
                "= {}{}{}",
                formula(&of.formula, &derived.kind, pack),
                bounds.collect::<String>(),
                round.unwrap_or_default()
            );
            (text, &of.grounds)
        }
    };
    let source = described.sources.of_derived(&derived.id);
    let why = joined([because(grounds), sources_of(&grounds.evidence, pack), source], " · ");
    let title = title(pack.name(&derived.id)?, pack);
    Some(format!("- **{title}** {text}{}.  \n  {why}", validity(grounds)))
}

/// What the rules stand on.
pub fn evidence(described: &Described) -> String {
    let pack = described.pack;
    if pack.evidence.is_empty() {
        return String::new();
    }
    let mut text = "## Evidence\n\n".to_owned();
    for of in &pack.evidence {
        let remark = match of.remark.is_empty() {
            true => String::new(),
            false => format!(" Remark: {}", escaped(&of.remark)),
        };
        let source = described.sources.of(Kind::Evidence, &of.id);
        text.push_str(&format!(
            "- <a id=\"evidence-{}\"></a>{} — {} (*{}*).{remark} {source}\n",
            of.id,
            escaped(&of.claim),
            escaped(&of.source),
            of.tier.id()
        ));
    }
    text
}

/// The days on which something is valid, in brackets; empty where it always is.
pub fn validity(grounds: &Grounds) -> String {
    match (grounds.valid_from, grounds.valid_until) {
        (None, None) => String::new(),
        (Some(from), None) => format!(" (from {} on)", date::print(from)),
        (None, Some(until)) => format!(" (until {})", date::print(until)),
        (Some(from), Some(until)) => format!(" (from {} until {})", date::print(from), date::print(until)),
    }
}
