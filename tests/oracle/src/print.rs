//! A pack as text, in the pack language's spirit: what a failing comparison shows.

use std::fmt::Write;

use amends::case::Case;
use amends::model::{
    Bound, Clause, DateUnit, Definition, Demand, End, Entry, Formula, Grounds, Name, Pack, Place, Row, Test, Type,
    Value, When, value,
};

pub fn tests(pack: &Pack, tests: &[Test], kind: &Type) -> String {
    tests.iter().map(|one| test(pack, one, kind)).collect::<Vec<_>>().join(", ")
}

fn test(pack: &Pack, test: &Test, kind: &Type) -> String {
    let bound = |sign: &str, bound: &Bound| {
        format!("{sign}{} {}", if bound.inclusive { "=" } else { "" }, end(pack, &bound.end, kind))
    };
    match test {
        Test::Any => "-".to_owned(),
        Test::Is(is) => end(pack, is, kind),
        Test::Range { low, high } => {
            let low = low.as_ref().map(|low| bound(">", low));
            let high = high.as_ref().map(|high| bound("<", high));
            low.into_iter().chain(high).collect::<Vec<_>>().join(" and ")
        }
        Test::Not(members) => format!("not({})", tests(pack, members, kind)),
        Test::None => "none".to_owned(),
        Test::Unknown => "unknown".to_owned(),
    }
}

fn end(pack: &Pack, end: &End, kind: &Type) -> String {
    match end {
        End::Constant(scalar) => match kind {
            Type::Several(choices) => choices[usize::try_from(*scalar).expect("a choice")].id.clone(),
            _ => value::print_scalar(*scalar, kind),
        },
        End::Setting(setting) => pack.settings[setting.index()].id.clone(),
        End::Name(name) => pack.id_of(*name).to_owned(),
    }
}

pub fn shown(of: &Value, kind: &Type) -> String {
    match of {
        Value::None => "none".to_owned(),
        Value::Scalar(scalar) => value::print_scalar(*scalar, kind),
        Value::Set(set) => format!("set {set:b}"),
        Value::Text(text) => format!("{text:?}"),
    }
}

fn when(pack: &Pack, of: &When) -> String {
    let clause = |clause: &Clause| {
        let cells: Vec<String> = clause
            .0
            .iter()
            .map(|cell| format!("{}: {}", pack.id_of(cell.of), tests(pack, &cell.tests, pack.type_of(cell.of))))
            .collect();
        format!("{{ {} }}", cells.join("; "))
    };
    of.0.iter().map(clause).collect::<Vec<_>>().join(" or ")
}

fn formula(pack: &Pack, of: &Formula) -> String {
    let two = |a: &Formula, sign: &str, b: &Formula| format!("({} {sign} {})", formula(pack, a), formula(pack, b));
    let many = |parts: &[Formula]| parts.iter().map(|part| formula(pack, part)).collect::<Vec<_>>().join(", ");
    match of {
        Formula::Constant { digits, decimals } => value::print_decimal(*digits, *decimals),
        Formula::Name(name) => pack.id_of(*name).to_owned(),
        Formula::Setting(setting) => pack.settings[setting.index()].id.clone(),
        Formula::Add(a, b) => two(a, "+", b),
        Formula::Subtract(a, b) | Formula::DateDifference(a, b) => two(a, "-", b),
        Formula::Multiply(a, b) => two(a, "*", b),
        Formula::Divide(a, b) => two(a, "/", b),
        Formula::Negate(of) => format!("-{}", formula(pack, of)),
        Formula::Min(parts) => format!("min({})", many(parts)),
        Formula::Max(parts) => format!("max({})", many(parts)),
        Formula::Floor(of) => format!("floor({})", formula(pack, of)),
        Formula::Round { of, step, mode } => {
            format!("round({}, {}, {mode:?})", formula(pack, of), formula(pack, step))
        }
        Formula::DateShift { date, count, unit } => {
            let unit = match unit {
                DateUnit::Days => "days",
                DateUnit::Weeks => "weeks",
                DateUnit::Months => "months",
                DateUnit::BusinessDays => "business days",
            };
            format!("({} + {} {unit})", formula(pack, date), formula(pack, count))
        }
        Formula::DaysBetween { from, to, business } => {
            let kind = if *business { "business days" } else { "days" };
            format!("({kind} between {} and {})", formula(pack, from), formula(pack, to))
        }
    }
}

fn entry(pack: &Pack, of: &Entry, kind: &Type) -> String {
    match of {
        Entry::Value(value) => shown(value, kind),
        Entry::Undecided => "undecided".to_owned(),
        Entry::Formula(of) => format!("= {}", formula(pack, of)),
    }
}

fn validity(grounds: &Grounds) -> String {
    let day = |day: Option<i64>| day.map_or_else(String::new, |day| day.to_string());
    match (grounds.valid_from, grounds.valid_until) {
        (None, None) => String::new(),
        (from, until) => format!(" valid {}..{}", day(from), day(until)),
    }
}

fn kind(of: &Type) -> String {
    match (of, of.range()) {
        (Type::Choice(_), _) => format!("choice of {}", of.choices().len()),
        (Type::Level(_), _) => format!("level of {}", of.choices().len()),
        (Type::Several(_), _) => format!("several of {}", of.choices().len()),
        (Type::YesNo, _) => "yes-no".to_owned(),
        (Type::Text, _) => "text".to_owned(),
        (Type::Role, _) => "role".to_owned(),
        (quantity, Some((min, max))) => {
            let word = match quantity {
                Type::Money { .. } => "money",
                Type::Duration { .. } => "duration",
                Type::Date { .. } => "date",
                _ => "number",
            };
            format!("{word} {min}..{max}, {} decimals", quantity.decimals())
        }
        (_, None) => String::new(),
    }
}

fn place(pack: &Pack, of: Place) -> String {
    match of {
        Place::Action(action) => pack.actions[action.index()].id.clone(),
        Place::Step(step) => pack.steps[step.index()].id.clone(),
    }
}

/// The whole pack.
pub fn pack(pack: &Pack) -> String {
    let mut text = String::new();
    write(pack, &mut text).expect("writing to a text never fails");
    text
}

fn write(pack: &Pack, out: &mut String) -> std::fmt::Result {
    let conditions = |gate: &When, unless: &When| {
        let unless = if unless.0.is_empty() { String::new() } else { format!(" unless {}", when(pack, unless)) };
        format!("when {}{unless}", when(pack, gate))
    };
    if let Some(calendar) = &pack.calendar {
        writeln!(out, "calendar {calendar:?}")?;
    }
    for role in &pack.roles {
        writeln!(out, "role {} may give {:?}", role.id, role.may_give)?;
    }
    for setting in &pack.settings {
        writeln!(out, "setting {} = {}", setting.id, shown(&setting.value, &setting.kind))?;
    }
    for fact in &pack.facts {
        write!(out, "fact {} ({})", fact.id, kind(&fact.kind))?;
        if fact.applies != When::always() {
            write!(out, " applies {}", when(pack, &fact.applies))?;
        }
        if fact.optional {
            write!(out, " optional")?;
        }
        if let Some(default) = &fact.default {
            write!(out, " default {}", shown(default, &fact.kind))?;
        }
        writeln!(out, "{}", if fact.ask.is_none() { " never asked" } else { "" })?;
    }
    for derived in &pack.derived {
        let optional = if derived.optional { " optional" } else { "" };
        match &derived.definition {
            Definition::Condition(condition) => {
                writeln!(out, "condition {} {}", derived.id, conditions(&condition.when, &condition.unless))?;
            }
            Definition::Value(definition) => {
                write!(out, "value {} ({}) = {}", derived.id, kind(&derived.kind), formula(pack, &definition.formula))?;
                for (word, bound) in [("at_most", &definition.at_most), ("at_least", &definition.at_least)] {
                    if let Some(bound) = bound {
                        write!(out, " {word} {}", formula(pack, bound))?;
                    }
                }
                match &definition.round {
                    Some((mode, step)) => writeln!(out, " round {mode:?} {}", formula(pack, step))?,
                    None => writeln!(out)?,
                }
            }
            Definition::Output { table, column } => {
                writeln!(out, "output {} ({}){optional}", derived.id, kind(&derived.kind))?;
                let table = &pack.tables[table.index()];
                if usize::from(*column) + 1 < table.outputs.len() {
                    continue;
                }
                let dated = if table.dated_by == Name::Now { "" } else { pack.id_of(table.dated_by) };
                writeln!(out, "table {} {:?} when {} dated by {dated}", table.id, table.hit, when(pack, &table.when))?;
                for row in &table.rows {
                    write_row(pack, table.outputs.iter().map(|output| pack.type_of(Name::Derived(*output))), row, out)?;
                }
            }
        }
    }
    for parameter in &pack.parameters {
        writeln!(out, "parameter {} ({}) wins {:?}", parameter.id, kind(&parameter.kind), parameter.wins)?;
    }
    for action in &pack.actions {
        let must = if action.must { " must" } else { "" };
        writeln!(out, "action {} in {}{must}", action.id, pack.steps[action.step.index()].id)?;
    }
    for rule in &pack.rules {
        write!(out, "rule {}{} {}", rule.id, validity(&rule.grounds), conditions(&rule.when, &rule.unless))?;
        let ids = |actions: &[amends::model::ActionId]| {
            actions.iter().map(|action| pack.actions[action.index()].id.as_str()).collect::<Vec<_>>().join(" ")
        };
        write!(out, " do [{}] avoid [{}]", ids(&rule.recommend), ids(&rule.avoid))?;
        for (parameter, set) in &rule.with {
            let parameter = &pack.parameters[parameter.index()];
            write!(out, " with {} = {}", parameter.id, entry(pack, set, &parameter.kind))?;
        }
        for demand in &rule.demands {
            match demand {
                Demand::Before(first, second) => {
                    write!(out, " {} before {}", place(pack, *first), place(pack, *second))?
                }
                Demand::First(first) => write!(out, " {} first", place(pack, *first))?,
            }
        }
        for step in &rule.skip {
            write!(out, " skip {}", pack.steps[step.index()].id)?;
        }
        writeln!(out)?;
    }
    if let Some(compensation) = &pack.compensation {
        let id = |derived| pack.id_of(Name::Derived(derived));
        writeln!(out, "compensation {} form {}", id(compensation.amount), compensation.form.map_or("", id))?;
    }
    Ok(())
}

fn write_row<'a>(pack: &Pack, kinds: impl Iterator<Item = &'a Type>, row: &Row, out: &mut String) -> std::fmt::Result {
    let entries: Vec<String> = row.entries.iter().zip(kinds).map(|(said, kind)| entry(pack, said, kind)).collect();
    let fits = if row.otherwise { "otherwise".to_owned() } else { when(pack, &row.when) };
    let unless = if row.unless.0.is_empty() { String::new() } else { format!(" unless {}", when(pack, &row.unless)) };
    let id = row.id.as_deref().unwrap_or_default();
    writeln!(out, "  {fits}{unless}{} || {} {id}", validity(&row.grounds), entries.join(" | "))
}

/// A case of a pack.
pub fn case(pack: &Pack, case: &Case) -> String {
    let given: Vec<String> = pack
        .facts
        .iter()
        .zip(&case.given)
        .filter_map(|(fact, given)| Some(format!("{} = {}", fact.id, shown(given.as_ref()?, &fact.kind))))
        .collect();
    let role = case.role.map_or("", |role| pack.roles[role.index()].id.as_str());
    let declined: Vec<&str> = case.declined.iter().map(|fact| pack.facts[fact.index()].id.as_str()).collect();
    format!("case {{ {} }} now {} role {role:?} declined {declined:?}", given.join(", "), case.now)
}
