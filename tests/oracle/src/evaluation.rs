//! What holds in one complete case: derived quantities, conditions and rules, each worked out once.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use amends::model::{
    Clause, Definition, DerivedId, FactId, Name, Pack, RoleId, Rounding, Type, Value, ValueDefinition, When,
};
use num_rational::BigRational;

use crate::formula::{Amount, fit, natural, round_to};
use crate::table::Decided;
use crate::truth::Truth;

/// What a derived quantity, or a parameter, comes to in one complete case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    Undetermined,
    Value(Value),
    /// The result of a hit policy that gives lists.
    List(Vec<Value>),
}

/// Something that the rules leave undetermined: where, and which rows or rules are at odds, by id or number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Conflict {
    pub place: String,
    pub rows: Vec<String>,
}

/// What holds in one complete case.
pub struct Evaluation<'a> {
    pub pack: &'a Pack,
    /// By fact.
    pub values: &'a [Value],
    /// By fact: whether the case gives it.
    pub recorded: &'a [bool],
    pub now: i64,
    pub role: Option<RoleId>,
    derived: Vec<OnceCell<(Outcome, BTreeSet<Conflict>)>>,
    tables: Vec<OnceCell<Decided>>,
}

impl<'a> Evaluation<'a> {
    pub fn new(pack: &'a Pack, values: &'a [Value], recorded: &'a [bool], now: i64, role: Option<RoleId>) -> Self {
        let derived = pack.derived.iter().map(|_| OnceCell::new()).collect();
        let tables = pack.tables.iter().map(|_| OnceCell::new()).collect();
        Evaluation { pack, values, recorded, now, role, derived, tables }
    }

    /// Whether the fact can have a value at all (C4). What is undetermined does not hold.
    pub fn applies(&self, fact: FactId) -> bool {
        self.when(&self.pack.facts[fact.index()].applies).is_true()
    }

    pub fn outcome(&self, name: Name) -> Outcome {
        match name {
            Name::Fact(fact) => Outcome::Value(self.values[fact.index()].clone()),
            Name::Now => Outcome::Value(Value::Scalar(self.now)),
            Name::Derived(derived) => self.derived(derived).0.clone(),
        }
    }

    /// The conflicts that arise in a derived quantity itself, not in what it reads.
    pub fn conflicts(&self, derived: DerivedId) -> &BTreeSet<Conflict> {
        &self.derived(derived).1
    }

    pub fn when(&self, when: &When) -> Truth {
        Truth::any(when.0.iter().map(|clause| self.clause(clause)))
    }

    fn clause(&self, clause: &Clause) -> Truth {
        Truth::all(clause.0.iter().map(|cell| self.cell(cell)))
    }

    /// R1: `when` holds and `unless` does not.
    pub fn holds(&self, when: &When, unless: &When) -> Truth {
        self.when(when).and(self.when(unless).negated())
    }

    fn derived(&self, id: DerivedId) -> &(Outcome, BTreeSet<Conflict>) {
        self.derived[id.index()].get_or_init(|| {
            let derived = &self.pack.derived[id.index()];
            match &derived.definition {
                Definition::Condition(condition) => {
                    let outcome = match self.holds(&condition.when, &condition.unless) {
                        Truth::False => Outcome::Value(Value::Scalar(0)),
                        Truth::True => Outcome::Value(Value::Scalar(1)),
                        Truth::Undetermined => Outcome::Undetermined,
                    };
                    (outcome, BTreeSet::new())
                }
                Definition::Output { table, column } => {
                    let decided = self.tables[table.index()].get_or_init(|| self.decide(*table));
                    (decided.outputs[usize::from(*column)].clone(), decided.conflicts.clone())
                }
                Definition::Value(value) => match self.value(value, &derived.kind) {
                    Ok(outcome) => (outcome, BTreeSet::new()),
                    Err(Troubled) => {
                        let conflict = Conflict { place: derived.id.clone(), rows: Vec::new() };
                        (Outcome::Undetermined, BTreeSet::from([conflict]))
                    }
                },
            }
        })
    }

    /// Q2: the formula, then `at_most`, then `at_least`, then `round`.
    fn value(&self, value: &ValueDefinition, kind: &Type) -> Result<Outcome, Troubled> {
        let mut amount = match self.amount(&value.formula) {
            Amount::None => return Ok(Outcome::Value(Value::None)),
            Amount::Undetermined => return Ok(Outcome::Undetermined),
            Amount::Troubled => return Err(Troubled),
            Amount::Exact(amount) => amount,
        };
        let mut undetermined = false;
        let mut bound = |bound: &Option<amends::model::Formula>| match bound.as_ref().map(|bound| self.amount(bound)) {
            None | Some(Amount::None) => Ok(None),
            Some(Amount::Exact(bound)) => Ok(Some(bound)),
            Some(Amount::Troubled) => Err(Troubled),
            Some(Amount::Undetermined) => {
                undetermined = true;
                Ok(None)
            }
        };
        let (at_most, at_least): (Option<BigRational>, Option<BigRational>) =
            (bound(&value.at_most)?, bound(&value.at_least)?);
        if undetermined {
            return Ok(Outcome::Undetermined);
        }
        if let Some(most) = at_most {
            amount = amount.min(most);
        }
        if let Some(least) = at_least {
            amount = amount.max(least);
        }
        if let Some((mode, step)) = &value.round {
            amount = self.rounded(amount, step, *mode)?;
        }
        fit(&amount, kind).map(|scalar| Outcome::Value(Value::Scalar(scalar))).ok_or(Troubled)
    }

    fn rounded(
        &self,
        amount: BigRational,
        step: &amends::model::Formula,
        mode: Rounding,
    ) -> Result<BigRational, Troubled> {
        match self.amount(step) {
            Amount::Exact(step) => Ok(round_to(&amount, &step, mode)),
            _ => Err(Troubled),
        }
    }

    /// A name's value in natural units; `None` where it is `none` or undetermined.
    pub(crate) fn quantity(&self, name: Name) -> Option<BigRational> {
        match self.outcome(name) {
            Outcome::Value(Value::Scalar(scalar)) => Some(natural(scalar, self.pack.type_of(name))),
            _ => None,
        }
    }
}

/// A quantity cannot be had, and that is a conflict where it happens.
pub(crate) struct Troubled;
