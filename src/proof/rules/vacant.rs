//! What follows from facts and never varies, or never takes a value that is declared for it.

use super::{Finding, Kind, Room, Subject};
use crate::engine::diagram::{Node, leaf_id};
use crate::engine::leaf::Leaf;
use crate::engine::rational::Rational;
use crate::model::{Definition, DerivedId, Name, Type, value};

/// Reports conditions that hold always or never, and values of outputs that no case gives.
pub(super) fn check(room: &mut Room<'_>) {
    let pack = &room.cases.engine.pack;
    for (at, derived) in pack.derived.iter().enumerate() {
        let id = DerivedId::at(at);
        if !super::is_looked_at(room.cases.engine, id) {
            continue;
        }
        let is_list = match derived.definition {
            Definition::Output { table, .. } => pack.tables.get(table.index()).is_some_and(|table| table.hit.is_list()),
            _ => false,
        };
        let is_counted = matches!(derived.kind, Type::YesNo | Type::Choice(_) | Type::Level(_));
        let value = room.world.value(Name::Derived(id));
        let leaves = room.world.diagrams.leaves(value);
        if is_list || !is_counted || leaves.contains(&leaf_id::BLURRED) {
            continue;
        }
        let taken = |scalar: i64| {
            let is_own = |leaf: &u32| matches!(room.world.leaves.get(*leaf), Leaf::Number(number) if *number == Rational::whole(scalar.into()));
            leaves.iter().any(is_own)
        };
        let Some((first, last)) = derived.kind.range() else { continue };
        let missing: Vec<String> = (first..=last)
            .filter(|scalar| !taken(*scalar))
            .map(|scalar| format!("`{}`", value::print_scalar(scalar, &derived.kind)))
            .collect();
        let of = Subject::Derived(id);
        if let Definition::Condition(_) = derived.definition {
            let always = match value {
                Node::YES => "always",
                Node::NO => "never",
                _ => continue,
            };
            let finding = Finding::new(Kind::NeverTaken, of, format!("the condition `{}` holds {always}", derived.id));
            room.found.push(finding.help("mend its cells, or leave it out"));
        } else if !missing.is_empty() {
            let message = format!("no case gives `{}` the value {}", derived.id, missing.join(" or "));
            let help = "mend the rows that were to give it, or leave the value out of its declaration";
            room.found.push(Finding::new(Kind::NeverTaken, of, message).help(help));
        }
    }
}
