//! Worlds in which each part of what is built has room of its own: one that takes too much is blurred, and all others are as
//! they are.

use super::diagram::room::Room;
use super::diagram::{Known, Node};
use super::layout::Layout;
use super::part::Part;
use super::record::Record;
use super::world::{Clash, Found, Place, World};
use crate::model::{DerivedId, Pack, TableId};

/// What is known of the parts of a world that have room of their own.
#[derive(Debug, Clone)]
pub struct Parts {
    /// So many nodes may each have.
    nodes: usize,
    /// Those that took more, in the order in which they did.
    outgrown: Vec<Part>,
}

/// What was there before something was built that has room of its own.
struct Opened {
    part: Option<Part>,
    room: Room,
    clashes: Vec<Clash>,
}

impl<'p> World<'p> {
    /// As [`World::build`], where each part has room of its own, for so many nodes.
    pub fn build_in_parts(
        pack: &'p Pack,
        layout: &'p Layout,
        now: i64,
        record: &Record,
        nodes: usize,
        make: &mut dyn FnMut(&mut World<'p>),
    ) -> World<'p> {
        let mut world = World::empty(pack, layout, now, Found::of(record), None);
        world.found.parts = Some(Parts { nodes, outgrown: Vec::new() });
        world.refine(make);
        world
    }

    /// Builds a part; `None` if that takes more room than a part may have, after which the world is as it was before.
    pub fn part<T>(&mut self, part: Part, make: impl FnOnce(&mut World<'p>) -> T) -> Option<T> {
        let opened = self.open(Some(part))?;
        let made = make(self);
        self.close(opened).then_some(made)
    }

    /// Works something out of what is built; `None` if that takes more room than a part may have.
    pub fn attempt<T>(&mut self, make: impl FnOnce(&mut World<'p>) -> T) -> Option<T> {
        let opened = self.open(None)?;
        let made = make(self);
        self.close(opened).then_some(made)
    }

    /// Whether anything was too much, a part or anything else.
    pub fn is_any_outgrown(&self) -> bool {
        self.diagrams.exceeded() || self.diagrams.is_any_room_lost()
    }

    /// The parts that took more room than a part may have, in the order in which they did.
    pub fn outgrown(&self) -> &[Part] {
        self.found.parts.as_ref().map_or(&[], |parts| &parts.outgrown)
    }

    /// Opens room, none in a world whose parts have none of their own; `None` for a part that was too much before.
    fn open(&mut self, part: Option<Part>) -> Option<Option<Opened>> {
        let Some(parts) = &self.found.parts else { return Some(None) };
        if part.is_some_and(|part| parts.outgrown.contains(&part)) {
            return None;
        }
        if self.diagrams.exceeded() {
            // What an outer part found since it ran out is blurred, and would be found again.
            (self.comparisons, self.recordings) = (Known::default(), Known::default());
        }
        Some(Some(Opened { part, room: self.diagrams.open_room(parts.nodes), clashes: self.clashes.clone() }))
    }

    /// Closes it: whether it was enough.
    fn close(&mut self, opened: Option<Opened>) -> bool {
        let Some(Opened { part, room, clashes }) = opened else { return true };
        let fits = self.diagrams.close_room(&room);
        if !fits {
            self.found.parts.iter_mut().for_each(|parts| parts.outgrown.extend(part));
            let noted = std::mem::replace(&mut self.clashes, clashes);
            self.forget_found_in(&room, &noted);
        }
        fits
    }

    /// Forgets what was found of other parts in a room, and those in which conflicts were noted: both are found again when
    /// they are asked for.
    fn forget_found_in(&mut self, room: &Room, noted: &[Clash]) {
        let is_gone = |node: &Node| room.has(*node);
        let is_noted = |place| noted.iter().any(|clash| clash.place == place && !self.clashes.contains(clash));
        for ((at, table), fits) in self.pack.tables.iter().enumerate().zip(&mut self.found.fits) {
            let mut values =
                table.outputs.iter().filter_map(|output| self.found.values.get(output.index()).copied().flatten());
            if fits.iter().any(is_gone)
                || values.any(|value| is_gone(&value))
                || is_noted(Place::Table(TableId::at(at)))
            {
                fits.clear();
                for output in &table.outputs {
                    if let Some(value) = self.found.values.get_mut(output.index()) {
                        *value = None;
                    }
                }
            }
        }
        for (at, value) in self.found.values.iter_mut().enumerate() {
            *value = value.filter(|node| !is_gone(node) && !is_noted(Place::Value(DerivedId::at(at))));
        }
        for fact in &mut self.found.facts {
            fact.applies = fact.applies.filter(|node| !is_gone(node));
        }
        self.comparisons = Known::default();
        self.recordings = Known::default();
    }
}
