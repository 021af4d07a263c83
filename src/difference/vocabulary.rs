//! The cases that two packs have in common: facts matched by id, each with the values that both packs know.

use crate::model::{Choice, Fact, FactId, Pack, Type, Value, When, value};

use super::side::{Both, Side};

/// The facts of both packs. One that only one of them has, or that has no value in common, is free for the other.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    /// A pack of nothing but these facts. What decides whether a fact applies is each pack's own matter.
    pub pack: Pack,
    /// By side and fact of that side: the fact in common.
    common: Both<Vec<FactId>>,
    /// By fact in common and side: the fact of that side.
    own: Vec<Both<Option<FactId>>>,
}

impl Vocabulary {
    pub fn of(old: &Pack, new: &Pack) -> Vocabulary {
        let mut vocabulary = Vocabulary {
            // Formulas over dates are only held against each other where both packs ask one calendar.
            pack: Pack { calendar: old.calendar.clone(), currency: old.currency.clone(), ..Pack::default() },
            common: Both::default(),
            own: Vec::new(),
        };
        let mut met = vec![false; new.facts.len()];
        for (at, fact) in old.facts.iter().enumerate() {
            let place = new.facts.iter().position(|other| other.id == fact.id);
            let other = place.and_then(|place| new.facts.get(place));
            let kind = other.and_then(|other| in_common(&fact.kind, &other.kind));
            match (kind, place, other) {
                (Some(kind), Some(place), Some(other)) => {
                    if let Some(met) = met.get_mut(place) {
                        *met = true;
                    }
                    let optional = fact.optional && other.optional;
                    vocabulary.add(
                        fact,
                        kind,
                        optional,
                        Both { old: Some(FactId::at(at)), new: Some(FactId::at(place)) },
                    );
                }
                _ => vocabulary.add(
                    fact,
                    fact.kind.clone(),
                    fact.optional,
                    Both { old: Some(FactId::at(at)), new: None },
                ),
            }
        }
        for (at, (fact, _)) in new.facts.iter().zip(met).enumerate().filter(|(_, (_, met))| !met) {
            vocabulary.add(fact, fact.kind.clone(), fact.optional, Both { old: None, new: Some(FactId::at(at)) });
        }
        for side in [Side::Old, Side::New] {
            let facts = if side == Side::Old { old.facts.len() } else { new.facts.len() };
            *vocabulary.common.of_mut(side) = (0..facts).map(|at| vocabulary.place(side, FactId::at(at))).collect();
        }
        vocabulary
    }

    fn add(&mut self, fact: &Fact, kind: Type, optional: bool, own: Both<Option<FactId>>) {
        self.own.push(own);
        // A path that leaves the fact open takes its default, so that witnesses look usual.
        let default = fact.default.clone().and_then(|default| translated(&default, &fact.kind, &kind));
        self.pack.facts.push(Fact {
            kind,
            optional,
            applies: When::always(),
            default,
            usual: None,
            grounds: Default::default(),
            ..fact.clone()
        });
    }

    /// Where the fact in common stands that a fact of one side is.
    fn place(&self, side: Side, own: FactId) -> FactId {
        let place = self.own.iter().position(|facts| *facts.of(side) == Some(own));
        place.map_or(FactId(u16::MAX), FactId::at)
    }

    /// The fact in common that a fact of one side is.
    pub fn common(&self, side: Side, own: FactId) -> FactId {
        self.common.of(side).get(own.index()).copied().unwrap_or(FactId(u16::MAX))
    }

    /// The fact of one side that a fact in common is, if that side has it.
    pub fn own(&self, common: FactId, side: Side) -> Option<FactId> {
        self.own.get(common.index()).and_then(|own| *own.of(side))
    }

    /// The values of one side's facts in a case in common. `own` is that side's pack.
    pub fn values(&self, case: &[Value], side: Side, own: &Pack) -> Vec<Value> {
        let value = |(at, fact): (usize, &Fact)| {
            let common = self.common(side, FactId::at(at));
            let (value, kind) = (case.get(common.index())?, &self.pack.facts.get(common.index())?.kind);
            translated(value, kind, &fact.kind)
        };
        own.facts.iter().enumerate().map(|fact| value(fact).unwrap_or(Value::None)).collect()
    }

    /// The scalar of one type as that of another that a fact has in the other pack; `None` where the other lacks it.
    pub fn scalar(from: &Type, scalar: i64, to: &Type) -> Option<i64> {
        if from.choices().is_empty() {
            return shifted(scalar, from.decimals(), to.decimals());
        }
        let id = &from.choices().get(usize::try_from(scalar).ok()?)?.id;
        i64::try_from(place_of(id, to.choices())?).ok()
    }
}

/// Where a choice of this id stands.
pub fn place_of(id: &str, choices: &[Choice]) -> Option<usize> {
    choices.iter().position(|choice| choice.id == id)
}

fn translated(of: &Value, from: &Type, to: &Type) -> Option<Value> {
    Some(match of {
        Value::Scalar(scalar) => Value::Scalar(value::within(Vocabulary::scalar(from, *scalar, to)?, to).ok()?),
        Value::Set(set) => {
            let is_in = |at: u32| set.checked_shr(at).is_some_and(|rest| rest & 1 == 1);
            let chosen = (0_u32..).zip(from.choices()).filter(|(at, _)| is_in(*at));
            let places = chosen.map(|(_, choice)| place_of(&choice.id, to.choices()));
            let bits = places.map(|place| 1_u64.checked_shl(u32::try_from(place?).ok()?));
            Value::Set(bits.collect::<Option<Vec<u64>>>()?.into_iter().fold(0, |set, bit| set | bit))
        }
        same => same.clone(),
    })
}

/// A scalar with other decimals; `None` where it has more than there is room for.
fn shifted(scalar: i64, from: u8, to: u8) -> Option<i64> {
    let by = 10_i64.checked_pow(u32::from(from.abs_diff(to)))?;
    if to >= from {
        return scalar.checked_mul(by);
    }
    (scalar.checked_rem(by)? == 0).then(|| scalar.checked_div(by)).flatten()
}

/// The type of the values that two types have in common; `None` where there are none.
pub fn in_common(old: &Type, new: &Type) -> Option<Type> {
    use Type::{Choice as One, Date, Duration, Level, Money, Number, Several, Text, YesNo};
    let place = |choice: &Choice| place_of(&choice.id, new.choices());
    let choices: Vec<Choice> = old.choices().iter().filter(|choice| place(choice).is_some()).cloned().collect();
    match (old, new) {
        (YesNo, YesNo) => Some(YesNo),
        (Text, Text) => Some(Text),
        (One(_) | Level(_) | Several(_), _) if choices.is_empty() => None,
        (Level(_), Level(_)) if choices.is_sorted_by_key(place) => Some(Level(choices)),
        (One(_) | Level(_), One(_) | Level(_)) => Some(One(choices)),
        (Several(_), Several(_)) => Some(Several(choices)),
        (Number { .. }, Number { .. })
        | (Money { .. }, Money { .. })
        | (Duration { .. }, Duration { .. })
        | (Date { .. }, Date { .. }) => {
            let decimals = old.decimals().min(new.decimals());
            let ((old_min, old_max), (new_min, new_max)) = (old.range()?, new.range()?);
            let first = rounded(old_min, old.decimals(), decimals, true)?.max(rounded(
                new_min,
                new.decimals(),
                decimals,
                true,
            )?);
            let last = rounded(old_max, old.decimals(), decimals, false)?.min(rounded(
                new_max,
                new.decimals(),
                decimals,
                false,
            )?);
            (first <= last).then(|| within(old, decimals, first, last))
        }
        _ => None,
    }
}

/// The nearest scalar with fewer decimals that is not below, or not above.
pub fn rounded(scalar: i64, from: u8, to: u8, up: bool) -> Option<i64> {
    let by = 10_i64.checked_pow(u32::from(from.checked_sub(to)?))?;
    let floor = scalar.checked_div_euclid(by)?;
    let is_exact = scalar.checked_rem_euclid(by)? == 0;
    if up && !is_exact { floor.checked_add(1) } else { Some(floor) }
}

fn within(kind: &Type, decimals: u8, min: i64, max: i64) -> Type {
    match kind {
        Type::Number { unit, .. } => Type::Number { decimals, unit: unit.clone(), min, max },
        Type::Money { .. } => Type::Money { decimals, min, max },
        Type::Duration { .. } => Type::Duration { min, max },
        Type::Date { .. } => Type::Date { min, max },
        other => other.clone(),
    }
}
