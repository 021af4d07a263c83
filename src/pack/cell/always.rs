//! Cells that hold whatever the value is. Most are slips: of two tests with a comma between, one is enough.

use crate::engine::known::{self, Known};
use crate::model::{Bound, Cell, End, Name, Pack, Test, Type, Value};

use super::written::Written;
use crate::pack::codes;
use crate::pack::diagnostic::{Severity, Sink};
use crate::pack::document::{Place, Text};
use crate::pack::names::Names;

/// Beyond so many mentioned values of a `several`, not all sets of them are gone through.
const MOST_MENTIONED: u32 = 12;

/// Reports a cell that holds for every value of what it tests, but not one that is `-`. One in which two tests meet, or that
/// excludes one thing after another, was hardly meant with an `or`, and is worth a warning. One that only says at length
/// that there is a value is worth a note, and nothing where there may be none. `written` are the tests of the cell as they
/// stand at `place`.
pub(super) fn check(cell: &Cell, written: &[Written<'_>], place: Place, names: &Names, sink: &mut Sink) {
    let Some(kind) = names.kind(cell.of).filter(|_| cell.tests != [Test::Any]) else { return };
    // What is compared with names can only add values: any of the tests will do.
    let tests: Vec<Test> = cell.tests.iter().filter_map(|test| settled(test, names)).collect();
    let Some(values) = values(&tests, kind, cell.of) else { return };
    let pack = Pack::default();
    let given = [true, false];
    let holds = |tests: &[Test], value: &Value| {
        given.iter().all(|given| known::hold(tests, Known { value, given: *given }, &pack))
    };
    if tests.is_empty() || !values.iter().all(|value| holds(&tests, value)) {
        return;
    }
    let is_twice = |value: &Value| tests.iter().filter(|test| holds(std::slice::from_ref(test), value)).count() > 1;
    let may_be_none = names.may_be_none(cell.of);
    let holds_for_none = holds(&tests, &Value::None);
    let meet = values.iter().any(is_twice);
    let severity = match meet || written.iter().all(|test| excluded(test).is_some()) {
        true => Severity::Warning,
        false if holds_for_none || !may_be_none => Severity::Note,
        false => return,
    };
    let comma = if severity == Severity::Warning { "a comma means “or”; " } else { "" };
    let help = match meant(written).filter(|_| meet) {
        Some(meant) => format!("{comma}for both at once write `{meant}`"),
        None if may_be_none && !holds_for_none => {
            format!("{comma}for any value write `not(none)`, and `-` for anything")
        }
        None => format!("{comma}for anything write `-`, or leave the cell out"),
    };
    sink.push(codes::ALWAYS, severity, place, &format_args!("`{}` holds for every value", cell.text)).help(help);
}

/// A test with settings as the numbers that they are; `None` if it compares with what changes with the case.
fn settled(test: &Test, names: &Names) -> Option<Test> {
    let end = |end: &End| match end {
        End::Constant(_) => Some(end.clone()),
        End::Setting(setting) => match names.settings.get(setting.index())? {
            (_, Some(Value::Scalar(scalar))) => Some(End::Constant(*scalar)),
            _ => None,
        },
        End::Name(_) => None,
    };
    let bound = |bound: &Option<Bound>| match bound {
        Some(bound) => Some(Some(Bound { end: end(&bound.end)?, inclusive: bound.inclusive })),
        None => Some(None),
    };
    Some(match test {
        Test::Any | Test::None | Test::Unknown => test.clone(),
        Test::Is(of) => Test::Is(end(of)?),
        Test::Range { low, high } => Test::Range { low: bound(low)?, high: bound(high)? },
        Test::Not(members) => Test::Not(members.iter().map(|member| settled(member, names)).collect::<Option<_>>()?),
    })
}

/// Values of which some tests hold for all if they hold for every value there is: one of each stretch that no test cuts.
/// What a formula comes to is not kept within its bounds here.
fn values(tests: &[Test], kind: &Type, of: Name) -> Option<Vec<Value>> {
    let mut cuts = Vec::new();
    known::each_cut(tests, &Pack::default(), &mut |cut| cuts.push(cut));
    if let Type::Several(choices) = kind {
        let mentioned = cuts.iter().filter_map(|cut| u32::try_from(*cut).ok()).filter_map(|at| 1_u64.checked_shl(at));
        let declared = choices.iter().zip(0..).fold(0, |all, (_, at)| all | 1_u64.checked_shl(at).unwrap_or(0));
        return subsets(mentioned.fold(0, |all, bit| all | bit) & declared);
    }
    let (min, max) = match (kind.range()?, of) {
        (_, Name::Derived(_)) if kind.is_quantity() => (i64::MIN, i64::MAX),
        (range, _) => range,
    };
    let scalars = [min].into_iter().chain(cuts.into_iter().filter(|cut| min < *cut && *cut <= max));
    Some(scalars.map(Value::Scalar).collect())
}

/// All sets of some bits, or nothing if there are too many.
fn subsets(bits: u64) -> Option<Vec<Value>> {
    if bits.count_ones() > MOST_MENTIONED {
        return None;
    }
    let mut sets = Vec::new();
    let mut set = bits;
    loop {
        sets.push(Value::Set(set));
        if set == 0 {
            return Some(sets);
        }
        set = set.wrapping_sub(1) & bits;
    }
}

/// What was meant with two tests that were to hold at once: `[3..4]` for `>= 3, <= 4`, and `not(a, b)` for `not(a), not(b)`.
fn meant(written: &[Written<'_>]) -> Option<String> {
    if let [Written::Range { low, high, .. }, Written::Range { low: other_low, high: other_high, .. }] = written
        && low.is_some() != other_low.is_some()
        && high.is_some() != other_high.is_some()
    {
        let (low, high) = (low.as_ref().or(other_low.as_ref())?, high.as_ref().or(other_high.as_ref())?);
        let (opening, closing) = (if low.inclusive { '[' } else { '(' }, if high.inclusive { ']' } else { ')' });
        return Some(format!("{opening}{}..{}{closing}", low.word.text.text, high.word.text.text));
    }
    let excluded: Option<Vec<&str>> = written.iter().map(excluded).collect();
    excluded.filter(|texts| texts.len() > 1).map(|texts| format!("not({})", texts.join(", ")))
}

/// What stands between the brackets of a `not`; nothing for `not(unknown)` and `not(none)`, which stand alone.
fn excluded<'a>(written: &Written<'a>) -> Option<&'a str> {
    let Written::Not(members, Text { text, .. }) = written else { return None };
    let are_values = members.iter().all(|member| matches!(member, Written::Is(_) | Written::Range { .. }));
    let inside = text.split_once('(')?.1.strip_suffix(')')?;
    are_values.then(|| inside.trim())
}
