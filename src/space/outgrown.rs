//! What of a pack is too much to be worked out for all its cases at once.

use std::fmt;

use serde::Serialize;

use crate::engine::part::Part;
use crate::engine::world::World;
use crate::model::{Definition, Name, Pack};

/// Something of a pack that outgrew the room that it had; what rests on it could not be told, and all else is exact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
pub struct Outgrown {
    /// What bears the id: `table`, `condition`, `value`, `rule`, `action`, `step`, `fact`, or `compensation`, which has none.
    pub of: &'static str,
    pub id: String,
    /// The facts that it rests on, by id as declared.
    pub facts: Vec<String>,
    #[serde(skip)]
    pub part: Part,
}

impl Outgrown {
    /// All of it, in the order in which it was met.
    pub fn all(world: &World<'_>) -> Vec<Outgrown> {
        world.outgrown().iter().map(|part| Outgrown::of(world, *part)).collect()
    }

    /// What of it some parts are or rest on, directly or not.
    pub fn behind(world: &World<'_>, parts: &[Part]) -> Vec<Outgrown> {
        if world.outgrown().is_empty() {
            return Vec::new();
        }
        let behind = Part::all_below(parts, world.pack, world.layout);
        let outgrown = world.outgrown().iter().filter(|part| behind.contains(part));
        outgrown.map(|part| Outgrown::of(world, *part)).collect()
    }

    /// A part as if it had outgrown its room.
    pub fn of(world: &World<'_>, part: Part) -> Outgrown {
        let pack = world.pack;
        let (of, id) = named(pack, part);
        let mut facts = Vec::new();
        for below in Part::all_below(&[part], pack, world.layout).iter() {
            if let Part::Applies(fact) = below
                && *below != part
            {
                facts.push(pack.id_of(Name::Fact(*fact)).to_owned());
            }
        }
        Outgrown { of, id: id.to_owned(), facts, part }
    }
}

/// What a part belongs to, and its id.
fn named(pack: &Pack, part: Part) -> (&'static str, &str) {
    match part {
        Part::Applies(fact) => ("fact", pack.id_of(Name::Fact(fact))),
        Part::Table(table) => ("table", pack.tables.get(table.index()).map_or("", |table| &table.id)),
        Part::Derived(derived) => {
            let definition = pack.derived.get(derived.index()).map(|derived| &derived.definition);
            let of = if matches!(definition, Some(Definition::Value(_))) { "value" } else { "condition" };
            (of, pack.id_of(Name::Derived(derived)))
        }
        Part::Rule(rule) => ("rule", pack.rules.get(rule).map_or("", |rule| &rule.id)),
        Part::Action(action) | Part::Avoid(action) | Part::Parameter(action, _) => {
            ("action", pack.actions.get(action.index()).map_or("", |action| &action.id))
        }
        Part::Skip(step) => ("step", pack.steps.get(step.index()).map_or("", |step| &step.id)),
        Part::Approval | Part::Limit => ("compensation", ""),
    }
}

/// So many facts are named in a sentence.
const MOST_SHOWN: usize = 12;

impl fmt::Display for Outgrown {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Outgrown { of, id, facts, .. } = self;
        write!(out, "the {of}")?;
        if !id.is_empty() {
            write!(out, " `{id}`")?;
        }
        for (at, fact) in facts.iter().take(MOST_SHOWN).enumerate() {
            write!(out, "{} `{fact}`", if at == 0 { ", over" } else { "," })?;
        }
        match facts.len().saturating_sub(MOST_SHOWN) {
            0 => Ok(()),
            rest => write!(out, " and {rest} more"),
        }
    }
}
