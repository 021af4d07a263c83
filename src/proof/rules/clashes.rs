//! What leaves a plan in conflict in some case: parameters set to different values, amounts beyond their limits.

use super::{Finding, Kind, Room, Subject};
use crate::engine::arithmetic;
use crate::engine::diagram::{LeafId, Node, leaf_id};
use crate::engine::leaf::{Conflict, ConflictReason, Leaf};
use crate::engine::world::{Clash, Place, World};
use crate::model::{Definition, DerivedId, FactId, Name};
use crate::plan::elements::Elements;
use crate::sorted::Set;
use crate::space::{Extent, of_cases};

/// So many are shown of each place, and so many of single rows or rules, each of which has to be mended by itself.
const MOST_SHOWN: usize = 4;
const MOST_ROWS: usize = 20;

/// What can be wrong with an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trouble {
    OutOfBounds,
    DivisionByZero,
    BelowZero,
    NobodySuffices,
}

/// Reports each conflict that some case shows. Rows of tables at odds are looked at table by table; what a calendar does
/// not cover is known to whoever wrote the calendar.
pub(super) fn check(room: &mut Room<'_>) {
    let clashes = room.elements.clashes.clone();
    // By place, the findings of it.
    let mut shown: Vec<(Place, usize)> = Vec::new();
    let mut unfinished: Set<usize> = Set::default();
    for (at, clash) in clashes.iter().enumerate() {
        let is_known = clashes
            .iter()
            .take(at)
            .any(|other| other.place == clash.place && other.conflict.rows == clash.conflict.rows);
        if is_known {
            continue;
        }
        let of_place: Vec<usize> =
            shown.iter().filter(|(place, _)| *place == clash.place).map(|(_, finding)| *finding).collect();
        let most = if clash.conflict.rows.len() > 1 { MOST_SHOWN } else { MOST_ROWS };
        if of_place.len() >= most {
            unfinished.extend(of_place.last().copied());
            continue;
        }
        let before = room.found.len();
        if clash.conflict.reason == ConflictReason::ParametersDiffer {
            let finding = parameters(room, clash);
            room.found.extend(finding);
        }
        for trouble in [Trouble::OutOfBounds, Trouble::DivisionByZero, Trouble::NobodySuffices] {
            let finding = amount(room, clash, trouble);
            room.found.extend(finding);
        }
        shown.extend((before..room.found.len()).map(|finding| (clash.place, finding)));
    }
    for finding in &unfinished {
        if let Some(finding) = room.found.get_mut(*finding) {
            finding.help.push_str("; more like it may come to light once these are mended");
        }
    }
    if let Some(compensation) = &room.cases.engine.pack.compensation {
        let place = Place::Value(compensation.amount);
        let conflict = Conflict { reason: ConflictReason::OutOfBounds, rows: Vec::new() };
        let clash = Clash { place, conflict, holds: Node::YES };
        let finding = amount(room, &clash, Trouble::BelowZero);
        room.found.extend(finding);
    }
}

/// Rules that set a parameter to different values.
fn parameters(room: &mut Room<'_>, clash: &Clash) -> Option<Finding> {
    let Place::Parameter(parameter) = clash.place else { return None };
    let rules: Vec<usize> = clash.conflict.rows.iter().map(|row| usize::from(*row)).collect();
    let [others @ .., last] = rules.as_slice() else { return None };
    let id = room.cases.engine.pack.parameters.get(parameter.index()).map_or("", |parameter| &parameter.id);
    let there = |alone: &mut World<'_>, elements: &Elements| {
        let is_own = |own: &&Clash| own.place == clash.place && own.conflict == clash.conflict;
        elements.clashes.iter().find(is_own).is_some_and(|own| alone.recording(own.holds, None) == Node::YES)
    };
    let extent = room.extent(clash.holds, &facts(room, clash), &there)?;
    let share = share_of(&extent);
    let message = format!("rules set `{id}` to different values{share}");
    let finding = Finding::new(Kind::ParameterClash, Subject::Rule(*last), message).label("sets it here");
    let finding = finding.help("let one of them win, with `wins` of the parameter, or narrow the rules");
    Some(finding.related(others.iter().map(|rule| Subject::Rule(*rule)), "sets it as well").extent(extent))
}

fn share_of(extent: &Extent) -> String {
    extent.regions.share.map(|share| format!(", in {}", of_cases(share))).unwrap_or_default()
}

/// An amount that is wrong where a clash is, if it is so anywhere.
fn amount(room: &mut Room<'_>, clash: &Clash, trouble: Trouble) -> Option<Finding> {
    let holds = room.world.attempt(|world| of_trouble(world, clash, trouble)).unwrap_or(Node::BLURRED);
    if !room.world.diagrams.leaves(holds).contains(&leaf_id::YES) {
        return None;
    }
    let pack = &room.cases.engine.pack;
    let row = clash.conflict.rows.first().map(|row| usize::from(*row));
    let (of, id) = match clash.place {
        Place::Table(table) => {
            let id = pack.tables.get(table.index()).map_or("", |table| &table.id);
            (row.map_or(Subject::Table(table), |row| Subject::Row(table, row)), id)
        }
        Place::Value(value) => (Subject::Derived(value), pack.id_of(Name::Derived(value))),
        Place::Parameter(parameter) => {
            let id = pack.parameters.get(parameter.index()).map_or("", |parameter| &parameter.id);
            (Subject::Rule(row?), id)
        }
        Place::Authority => (Subject::Derived(pack.compensation.as_ref()?.amount), "compensation"),
        Place::Order => return None,
    };
    let (what, help) = match trouble {
        Trouble::OutOfBounds => {
            ("can leave its limits", "bound it with `at_most` and `at_least`, or widen its `min` and `max`")
        }
        Trouble::DivisionByZero => {
            ("can divide by zero", "give the case in which the divisor is zero a row of its own")
        }
        Trouble::BelowZero => ("can pay less than nothing", "bound it with `at_least = \"0\"`"),
        Trouble::NobodySuffices => {
            ("can be more than any role may give", "cap the amount with `at_most`, or let some role give more")
        }
    };
    let there = |alone: &mut World<'_>, elements: &Elements| {
        for derived in 0..alone.pack.derived.len() {
            alone.value(Name::Derived(DerivedId::at(derived)));
        }
        let is_own = |own: &&Clash| own.place == clash.place && own.conflict.rows == clash.conflict.rows;
        let own = elements.clashes.iter().chain(&alone.clashes).find(is_own).cloned();
        let own = own.or_else(|| (trouble == Trouble::BelowZero).then(|| clash.clone()));
        own.is_some_and(|own| {
            let there = of_trouble(alone, &own, trouble);
            alone.recording(there, None) == Node::YES
        })
    };
    let extent = room.extent(holds, &facts(room, clash), &there)?;
    let message = format!("`{id}` {what}{}", share_of(&extent));
    Some(Finding::new(Kind::OutOfLimits, of, message).help(help).extent(extent))
}

/// Where a clash is for one reason. Clashes of the same rows are kept as one, whatever their reasons.
fn of_trouble(world: &mut World<'_>, clash: &Clash, trouble: Trouble) -> Node {
    let pack = world.pack;
    let reason = match trouble {
        Trouble::OutOfBounds => ConflictReason::OutOfBounds,
        Trouble::DivisionByZero => ConflictReason::Trouble(arithmetic::Trouble::DivisionByZero),
        Trouble::NobodySuffices => {
            let is_own = clash.conflict.reason == ConflictReason::NobodySuffices;
            return if is_own { clash.holds } else { Node::NO };
        }
        Trouble::BelowZero => return below_zero(world),
    };
    let mut any = Node::NO;
    match (clash.place, clash.conflict.rows.as_slice()) {
        (Place::Value(id), _) => {
            if let Some(Definition::Value(value)) = pack.derived.get(id.index()).map(|derived| &derived.definition) {
                let value = world.bounded_value(id, value);
                any = leaving(world, value, reason);
            }
        }
        (Place::Table(table), [row]) => {
            let Some(table) = pack.tables.get(table.index()) else { return any };
            let entries = table.rows.get(usize::from(*row)).map_or(&[][..], |row| &row.entries);
            for (output, entry) in table.outputs.iter().zip(entries) {
                let Some(derived) = pack.derived.get(output.index()) else { continue };
                let value = world.entry(entry, &derived.kind, &[*row]);
                let own = leaving(world, value, reason);
                any = world.diagrams.or(any, own);
            }
        }
        (Place::Parameter(parameter), [row]) => {
            let rule = pack.rules.get(usize::from(*row));
            let entries = rule.iter().flat_map(|rule| &rule.with).filter(|(own, _)| *own == parameter);
            for ((_, entry), parameter) in entries.zip(pack.parameters.get(parameter.index())) {
                let value = world.entry(entry, &parameter.kind, &[*row]);
                let own = leaving(world, value, reason);
                any = world.diagrams.or(any, own);
            }
        }
        // The results of several rows together have no other reason than their own.
        _ if clash.conflict.reason == reason => return clash.holds,
        _ => return any,
    }
    world.diagrams.and(clash.holds, any)
}

/// Where compensation is less than nothing.
pub(super) fn below_zero(world: &mut World<'_>) -> Node {
    let Some(compensation) = &world.pack.compensation else { return Node::NO };
    let amount = world.value(Name::Derived(compensation.amount));
    world.on_leaves(amount, &mut |world, leaf| match Node::leaf(leaf) {
        Node::UNDETERMINED | Node::NONE => Node::NO,
        _ => world.leaf_at_least(NOTHING, leaf, true),
    })
}

/// Where a value is left undetermined right there, for one reason.
fn leaving(world: &mut World<'_>, value: Node, reason: ConflictReason) -> Node {
    world.on_leaves(value, &mut |world, leaf| match world.leaves.get(leaf) {
        Leaf::Conflict(conflict) => (conflict.reason == reason).into(),
        Leaf::Blurred => Node::BLURRED,
        _ => Node::NO,
    })
}

/// The leaf of the number zero.
const NOTHING: LeafId = leaf_id::NO;

/// The facts that a conflict rests on.
fn facts(room: &Room<'_>, clash: &Clash) -> Vec<FactId> {
    let pack = &room.cases.engine.pack;
    let names: Vec<Name> = match clash.place {
        Place::Table(table) => {
            let outputs = pack.tables.get(table.index()).map_or(&[][..], |table| &table.outputs);
            outputs.iter().map(|output| Name::Derived(*output)).collect()
        }
        Place::Value(value) => vec![Name::Derived(value)],
        Place::Authority => pack.compensation.iter().map(|compensation| Name::Derived(compensation.amount)).collect(),
        Place::Parameter(_) | Place::Order => {
            clash.conflict.rows.iter().flat_map(|rule| room.names_of(usize::from(*rule))).collect()
        }
    };
    room.facts(&names)
}
