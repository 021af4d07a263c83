//! What the engine relies on in a pack: every id in range, nothing read before it is known, values of their types.
//!
//! Every definition is looked at by a method of one [`Checker`], each room with those for one kind of thing that a program
//! could claim.

mod cells;
mod definitions;
mod formulas;
mod names;
mod types;

use crate::model::{Compensation, DEEPEST, DerivedId, FactId, Name, Pack, TableId, Type};

use super::{IN_WORDS, ProgramError, applicability, in_words};
use crate::text::{concat, shorten};

/// The first and last day of the years that dates are written in, 0000-01-01 and 9999-12-31.
const DAYS: (i64, i64) = (-719_528, 2_932_896);

/// More decimals than these do not fit a scalar.
const MOST_DECIMALS: u8 = 18;

/// # Errors
/// `inconsistent`, with the first thing that the engine could not rely on.
pub fn check(pack: &Pack) -> Result<(), ProgramError> {
    let mut checker = Checker { pack, whose: ("the pack", &pack.id), before: pack.derived.len(), fault: None };
    checker.pack_itself();
    for setting in &pack.settings {
        checker.look_at("the setting", &setting.id);
        checker.declared(&setting.kind);
        checker.value(&setting.value, &setting.kind);
        checker.grounds(&setting.grounds);
    }
    for parameter in &pack.parameters {
        checker.look_at("the parameter", &parameter.id);
        checker.kind(&parameter.kind);
    }
    for (at, fact) in pack.facts.iter().enumerate() {
        checker.look_at("the fact", &fact.id);
        checker.fact(FactId::at(at), fact);
    }
    for (at, derived) in pack.derived.iter().enumerate() {
        checker.look_at("the derived quantity", &derived.id);
        checker.before = at;
        checker.derived(DerivedId::at(at), derived);
    }
    for (at, table) in pack.tables.iter().enumerate() {
        checker.look_at("the table", &table.id);
        checker.table(TableId::at(at), table);
    }
    checker.before = pack.derived.len();
    for action in &pack.actions {
        checker.look_at("the action", &action.id);
        checker.action(action);
    }
    for rule in &pack.rules {
        checker.look_at("the rule", &rule.id);
        checker.rule(rule);
    }
    // What is out of range has been found by now.
    if checker.fault.is_none()
        && let Some(fact) = applicability::circular(pack)
    {
        checker.look_at("the fact", &fact.id);
        checker.sure(false, "applies or not depending on itself");
    }
    match checker.fault {
        Some(_) if !IN_WORDS => {
            let message = "the program cannot be relied on; fetch or build it again";
            Err(ProgramError::new("inconsistent", None, message.to_owned()))
        }
        Some(Fault { whose: (whose, id), what }) => {
            let message = concat(&["the program cannot be relied on: ", whose, " `", &shorten(id), "` ", what]);
            Err(ProgramError::new("inconsistent", None, message))
        }
        None => Ok(()),
    }
}

/// Looks at all of a pack, whatever it finds, and keeps the first fault. So nothing here has a path for errors.
struct Checker<'pack> {
    pack: &'pack Pack,
    /// What is being looked at, in words and by its id.
    whose: (&'static str, &'pack str),
    /// Derived quantities from this position on may not be read.
    before: usize,
    fault: Option<Fault<'pack>>,
}

struct Fault<'pack> {
    whose: (&'static str, &'pack str),
    /// The end of a sentence that begins with whose fault it is.
    what: &'static str,
}

impl<'pack> Checker<'pack> {
    /// What is looked at next is something of this kind and id.
    fn look_at(&mut self, kind: &'static str, id: &'pack str) {
        if IN_WORDS {
            self.whose = (kind, id);
        }
    }

    /// Unless it holds, a fault; only the first is kept.
    #[inline(never)]
    fn sure(&mut self, holds: bool, otherwise: &'static str) {
        if !holds && self.fault.is_none() {
            self.fault = Some(Fault { whose: self.whose, what: in_words(otherwise) });
        }
    }

    fn pack_itself(&mut self) {
        let Pack { steps, roles, settings, parameters, facts, derived, tables, actions, rules, evidence, .. } =
            self.pack;
        let lengths = [
            steps.len(),
            roles.len(),
            settings.len(),
            parameters.len(),
            facts.len(),
            derived.len(),
            tables.len(),
            actions.len(),
            rules.len(),
            evidence.len(),
        ];
        for length in lengths {
            self.sure(length <= usize::from(u16::MAX), "has more of something than can be numbered");
        }
        if let Some(currency) = &self.pack.currency {
            self.sure(currency.decimals <= MOST_DECIMALS, "has a currency with too many decimals");
        }
        if let Some(calendar) = &self.pack.calendar {
            let (first, last) = calendar.covers;
            let within = DAYS.0 <= first && first <= last && last <= DAYS.1;
            self.sure(within && calendar.working < 128, "has a calendar of no days");
            self.sure(calendar.holidays.is_sorted_by(|a, b| a < b), "has holidays out of order");
        }
        if let Some(Compensation { amount, form, legal_minimum, at_most }) = &self.pack.compensation {
            let amount = self.readable(Name::Derived(*amount));
            self.sure(matches!(amount, Type::Money { .. }), "compensates with something other than money");
            for name in form.map(Name::Derived).iter().chain(legal_minimum) {
                self.readable(*name);
            }
            at_most.iter().for_each(|formula| self.formula(formula, DEEPEST));
        }
    }
}
