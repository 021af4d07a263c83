//! The parts that a world is built of, each of which can be too much for itself.

#[cfg(feature = "proofs")]
use super::layout::Layout;
#[cfg(feature = "proofs")]
use crate::model::{
    ActionId, Definition, DerivedId, Entry, FactId, Formula, Name, Pack, ParameterId, Rule, StepId, TableId,
};
#[cfg(feature = "proofs")]
use crate::sorted::Set;

/// A part of what is built.
#[cfg(feature = "proofs")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// When a fact applies.
    Applies(FactId),
    /// All outputs of a table.
    Table(TableId),
    /// A condition or value.
    Derived(DerivedId),
    /// When a rule holds.
    Rule(usize),
    /// Whether an action is in the plan.
    Action(ActionId),
    /// Whether it is to be avoided.
    Avoid(ActionId),
    /// Whether a step is left out.
    Skip(StepId),
    /// What a parameter of an action comes to.
    Parameter(ActionId, ParameterId),
    /// Whose approval the compensation needs.
    Approval,
    /// What the compensation may be at most.
    Limit,
}

/// What a part of a world comes to: `$make`, or `$otherwise` where that takes more room than a part may have.
///
/// The runtime of browsers has no byte to spare for that: there it is `$make` and nothing else.
macro_rules! part {
    ($world:ident, $part:expr, $make:expr, $otherwise:expr) => {{
        #[cfg(feature = "proofs")]
        let made = {
            use $crate::engine::part::Part::*;
            match $world.part($part, |$world| $make) {
                Some(made) => made,
                None => $otherwise,
            }
        };
        #[cfg(not(feature = "proofs"))]
        let made = $make;
        made
    }};
}
pub(crate) use part;

#[cfg(feature = "proofs")]
impl Part {
    /// The part that gives a name its value; none for the current day.
    pub fn of(pack: &Pack, name: Name) -> Option<Part> {
        match name {
            Name::Fact(fact) => Some(Part::Applies(fact)),
            Name::Derived(derived) => match pack.derived.get(derived.index())?.definition {
                Definition::Output { table, .. } => Some(Part::Table(table)),
                _ => Some(Part::Derived(derived)),
            },
            Name::Now => None,
        }
    }

    /// The parts that give the names of a formula their values.
    pub fn of_formula(pack: &Pack, formula: &Formula) -> Vec<Part> {
        let mut parts = Vec::new();
        formula.each_name(&mut |name| parts.extend(Part::of(pack, name)));
        parts
    }

    /// Some parts, and all that they rest on, directly or not.
    pub fn all_below(parts: &[Part], pack: &Pack, layout: &Layout) -> Set<Part> {
        let mut open = parts.to_vec();
        let mut all = Set::default();
        while let Some(part) = open.pop() {
            if all.insert(part) {
                open.extend(part.below(pack, layout));
            }
        }
        all
    }

    /// What it rests on directly.
    fn below(self, pack: &Pack, layout: &Layout) -> Vec<Part> {
        let read = |name| layout.read_directly(pack, name).filter_map(|name| Part::of(pack, name)).collect();
        let rules = |is_meant: &dyn Fn(&Rule) -> bool| -> Vec<Part> {
            let rules = pack.rules.iter().enumerate().filter(|(_, rule)| is_meant(rule));
            rules.map(|(rule, _)| Part::Rule(rule)).collect()
        };
        let compensation = pack.compensation.as_ref();
        match self {
            Part::Applies(fact) => read(Name::Fact(fact)),
            Part::Derived(derived) => read(Name::Derived(derived)),
            // Each output reads what all of them read.
            Part::Table(table) => {
                let output = pack.tables.get(table.index()).and_then(|table| table.outputs.first());
                output.map_or_else(Vec::new, |output| read(Name::Derived(*output)))
            }
            Part::Rule(rule) => layout.read_by_rule(pack, rule).filter_map(|name| Part::of(pack, name)).collect(),
            Part::Action(action) => {
                let mut below = rules(&|rule| rule.recommend.contains(&action));
                below.push(Part::Avoid(action));
                below.extend(pack.actions.get(action.index()).map(|action| Part::Skip(action.step)));
                below
            }
            Part::Avoid(action) => rules(&|rule| rule.avoid.contains(&action)),
            Part::Skip(step) => {
                let mut below = rules(&|rule| rule.skip.contains(&step));
                // What must be done keeps its step from being left out.
                if !below.is_empty() {
                    let actions = pack.actions.iter().enumerate();
                    let keeping = actions.filter(|(_, action)| action.must && action.step == step);
                    below.extend(keeping.map(|(action, _)| Part::Action(ActionId::at(action))));
                }
                below
            }
            Part::Parameter(action, parameter) => {
                let mut below = vec![Part::Action(action)];
                let setting = pack.rules.iter().filter(|rule| rule.recommend.contains(&action));
                for (own, entry) in setting.flat_map(|rule| &rule.with) {
                    if let Entry::Formula(formula) = entry
                        && *own == parameter
                    {
                        below.extend(Part::of_formula(pack, formula));
                    }
                }
                below
            }
            Part::Approval => {
                compensation.and_then(|own| Part::of(pack, Name::Derived(own.amount))).into_iter().collect()
            }
            Part::Limit => compensation
                .and_then(|own| own.at_most.as_ref())
                .map_or_else(Vec::new, |most| Part::of_formula(pack, most)),
        }
    }
}
