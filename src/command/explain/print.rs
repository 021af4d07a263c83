//! A why as text.

use amends::model::{Name, Pack, Type};
use amends::plan::{Entries, Holds, ReasonCell, Shown};

use super::super::output::{self, GOOD, Plain, QUIET, STRESS, WRONG};
use super::super::problem::Stop;
use super::super::values::{AT_WIDEST, words};
use super::behind::Explained;
use super::reckoning::{End, Reckoning};
use super::told::{ToldReason, compared, table_of};

/// So many rows or alternatives that do not hold are shown of each name that stands behind.
const NEAREST: usize = 2;

pub fn print(element: &str, of: &Explained, behind: &Entries<Explained>, pack: &Pack) -> Result<(), Stop> {
    if of.told.rules.is_empty() && of.told.against.is_empty() {
        output::line(&format!("no rule concludes `{}`", Plain(element)))?;
    }
    print_one(element, of, usize::MAX, pack)?;
    behind.0.iter().try_for_each(|(name, of)| {
        output::line("")?;
        print_one(name, of, NEAREST, pack)
    })
}

/// What it comes to, and why; at most so many reasons that do not hold.
fn print_one(name: &str, of: &Explained, most_failing: usize, pack: &Pack) -> Result<(), Stop> {
    if let Some(value) = &of.value {
        let because = match of.counts.as_deref().unwrap_or_else(|| own_because(name, of, pack)) {
            "" => String::new(),
            because => format!(": {}", Plain(because)),
        };
        let value = words(value, kind(name, pack), pack);
        output::line(&format!("{STRESS}{}{STRESS:#} is {STRESS}{}{STRESS:#}{because}", Plain(name), Plain(&value)))?;
    }
    if let Some(Shown::Interval { outer: true, .. }) = &of.value {
        let help = "a `min` or `max` of its own narrows it";
        output::line(&format!("    {QUIET}{AT_WIDEST}; {help}{QUIET:#}"))?;
    }
    if let Some(reckoning) = &of.reckoning {
        print_reckoning(name, reckoning, pack)?;
        of.told.rules.iter().try_for_each(print_evidence)?;
    } else {
        let fails = |told: &&ToldReason| told.reason.holds == Holds::Never;
        let failing = of.told.rules.iter().filter(fails).count();
        let mut shown = 0_usize;
        for told in &of.told.rules {
            shown = shown.saturating_add(usize::from(fails(&told)));
            if !fails(&told) || shown <= most_failing {
                print_reason(told, "", pack)?;
            }
        }
        let left_out = failing.saturating_sub(most_failing);
        if left_out > 0 {
            output::line(&format!("  {QUIET}and {left_out} more that do not fit{QUIET:#}"))?;
        }
    }
    of.told.against.iter().try_for_each(|told| print_reason(told, "against it: ", pack))?;
    of.conflicts.iter().try_for_each(|conflict| {
        let rows = match conflict.rows.as_slice() {
            [] => String::new(),
            rows => format!(" ({})", rows.join(", ")),
        };
        let place = format!("{}{rows}", conflict.place);
        output::line(&format!("    {} {}: {}", mark(Holds::Undetermined), Plain(&place), Plain(conflict.because)))
    })?;
    Ok(())
}

/// Why a value or table is what it is, where that is said once for all of it.
fn own_because<'a>(name: &str, of: &'a Explained, pack: &'a Pack) -> &'a str {
    match (&of.reckoning, of.told.rules.as_slice()) {
        (Some(_), [only]) => only.reason.because,
        _ => table_of(pack, name).map_or("", |table| &table.grounds.because),
    }
}

/// The type of what bears a name; of a table with one output, that of the output; of `action.parameter`, that of the
/// parameter.
fn kind<'p>(name: &str, pack: &'p Pack) -> Option<&'p Type> {
    let output = || match table_of(pack, name)?.outputs.as_slice() {
        [only] => Some(Name::Derived(*only)),
        _ => None,
    };
    let parameter = || {
        let (_, id) = name.split_once('.')?;
        pack.parameters.iter().find(|parameter| parameter.id == id).map(|parameter| &parameter.kind)
    };
    pack.name(name).or_else(output).map(|name| pack.type_of(name)).or_else(parameter)
}

/// The formula with what it reads and gives, then each end and the rounding, in the order in which the value goes through.
fn print_reckoning(name: &str, of: &Reckoning, pack: &Pack) -> Result<(), Stop> {
    let kind = kind(name, pack);
    let result = |value: &Shown, is_worked_out, sign| match is_worked_out {
        true => format!(" {sign} {}", words(value, kind, pack)),
        false => String::new(),
    };
    let sign = if of.about { "≈" } else { "=" };
    output::line(&format!("    = {}{}", Plain(&of.filled), Plain(&result(&of.gives, of.is_worked_out, sign))))?;
    let ends = [("at most", &of.at_most), ("at least", &of.at_least)];
    for (which, End { filled, value, binds, is_worked_out, .. }) in
        ends.into_iter().filter_map(|(which, end)| Some((which, end.as_ref()?)))
    {
        let binds = match binds {
            Holds::Always => "binds",
            Holds::Never => "does not bind",
            Holds::Sometimes => "may bind",
            Holds::Undetermined => "undetermined",
        };
        let text = format!("{which} {filled}{}", result(value, *is_worked_out, "="));
        output::line(&format!("    {}: {binds}", Plain(&text)))?;
    }
    if let Some(round) = &of.round {
        output::line(&format!("    rounded {} to a multiple of {}", round.mode, Plain(&round.step)))?;
    }
    Ok(())
}

fn print_reason(told: &ToldReason, role: &str, pack: &Pack) -> Result<(), Stop> {
    let reason = &told.reason;
    let is_rule = pack.rules.iter().any(|rule| rule.id == reason.rule);
    let holds = match reason.holds {
        Holds::Always if told.is_beaten && is_rule => "holds too",
        Holds::Sometimes if told.is_beaten && is_rule => "may hold too",
        Holds::Always if told.is_beaten => "fits too",
        Holds::Sometimes if told.is_beaten => "may fit too",
        Holds::Always => "holds",
        Holds::Sometimes => "may hold",
        Holds::Never if reason.outdated => "is out of date",
        Holds::Never => "does not hold",
        Holds::Undetermined => "undetermined",
    };
    // Rows without an id are numbered.
    let row = if reason.rule.bytes().all(|letter| letter.is_ascii_digit()) { "row " } else { "" };
    let because = match reason.because {
        because if because.is_empty() || reason.table.is_some() => String::new(),
        because => format!(": {}", Plain(because)),
    };
    let rule = Plain(&reason.rule);
    output::line(&format!("{} {role}{row}{STRESS}{rule}{STRESS:#} {holds}{because}", mark(told.counts())))?;
    let mut before: Option<&ReasonCell> = None;
    for cell in &reason.cells {
        if before.is_some_and(|before| before.unless == cell.unless && before.clause != cell.clause) {
            output::line(&format!("      {QUIET}or{QUIET:#}"))?;
        }
        print_cell(cell, told, pack)?;
        before = Some(cell);
    }
    if let Some(remark) = &told.remark {
        output::line(&format!("    {} {}", mark(told.counts()), Plain(remark)))?;
    }
    if !told.gives_in_words.is_empty() {
        let verb = match reason.holds {
            _ if !is_rule => "gives",
            Holds::Never => "would set",
            _ => "sets",
        };
        output::line(&format!("    {verb} {}", Plain(&told.gives_in_words.join(", "))))?;
    }
    print_evidence(told)
}

fn print_evidence(told: &ToldReason) -> Result<(), Stop> {
    if !told.reason.evidence.is_empty() {
        let evidence = told.reason.evidence.join(", ");
        output::line(&format!("    {QUIET}evidence: {}{QUIET:#}", Plain(&evidence)))?;
    }
    Ok(())
}

fn print_cell(cell: &ReasonCell, told: &ToldReason, pack: &Pack) -> Result<(), Stop> {
    let in_words = |value: &Shown, kind| match value {
        Shown::Undetermined => "not known".to_owned(),
        value => words(value, kind, pack),
    };
    let own = kind(cell.name, pack);
    let mut values = vec![in_words(&cell.value, own)];
    let ends = compared(pack, cell);
    for (name, value) in told.compared_with.0.iter().filter(|(name, _)| ends.contains(&name.as_str())) {
        values.push(format!("{name} is {}", in_words(value, own)));
    }
    let unless = if cell.unless { "unless " } else { "" };
    let (name, test, values) = (Plain(cell.name), Plain(cell.test), values.join("; "));
    let values = Plain(&values);
    // What stands after `unless` speaks for the rule where it does not hold.
    let speaks_for_it = match (cell.unless, cell.holds) {
        (true, Holds::Always) => Holds::Never,
        (true, Holds::Never) => Holds::Always,
        (_, holds) => holds,
    };
    output::line(&format!("    {} {unless}{name} {test} {QUIET}({values}){QUIET:#}", mark(speaks_for_it)))?;
    Ok(())
}

fn mark(holds: Holds) -> String {
    match holds {
        Holds::Always => format!("{GOOD}✓{GOOD:#}"),
        Holds::Never => format!("{WRONG}✗{WRONG:#}"),
        Holds::Sometimes => "·".to_owned(),
        Holds::Undetermined => "?".to_owned(),
    }
}
