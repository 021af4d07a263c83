//! Where something that is found of a table is so: regions, their share, and one case.

use crate::case::Case;
use crate::engine::diagram::Node;
use crate::engine::record::Record;
use crate::engine::world::World;
use crate::model::TableId;
use crate::sorted::sort_by;
use crate::space::grid::{Block, Found};
use crate::space::{Extent, LAST_POINT, Regions, complete, possible_paths, share};

use super::study::{MOST_PARTS, Study};

/// So many regions are shown.
const MOST_SHOWN: usize = 3;

impl Study<'_, '_> {
    /// The cases of some blocks outside of others where something more is true, with one that was looked at for itself;
    /// nothing if there is none.
    pub fn extent(
        &mut self,
        blocks: &[Block],
        others: &[Block],
        within: Node,
        holds: &dyn Fn(&mut World<'_>, TableId) -> bool,
    ) -> Option<Option<Extent>> {
        let mut found: Vec<Found> = Vec::new();
        let mut taken: Vec<Block> = others.to_vec();
        for block in blocks {
            let most = MOST_PARTS.saturating_sub(found.len()).max(1);
            for mut part in self.outside(block, &taken, most)? {
                if within != Node::YES {
                    let truth = self.grid.truth(&mut self.world, &part.block);
                    part.reach = self.world.diagrams.and(truth, within);
                }
                if part.reach != Node::NO {
                    found.push(part);
                }
            }
            taken.push(block.clone());
        }
        if found.is_empty() {
            return Some(None);
        }
        let further = found.len() >= MOST_PARTS;
        let mut shares: Vec<(f64, usize)> = Vec::new();
        let mut total = Some(0.0);
        for (at, Found { block, reach }) in found.iter().enumerate() {
            let share = if within == Node::YES {
                self.grid.share(&self.world, block, *reach)
            } else {
                share(&self.world, *reach)
            };
            total = total.zip(share).map(|(total, share)| total + share);
            shares.push((share.unwrap_or(0.0), at));
        }
        sort_by(&mut shares, &|(a, at), (b, other)| b.total_cmp(a).then(at.cmp(other)));
        let parts: Vec<Block> =
            shares.iter().filter_map(|(_, at)| found.get(*at)).map(|found| found.block.clone()).collect();
        let case = shares.iter().filter_map(|(_, at)| found.get(*at)).take(MOST_SHOWN).find_map(|part| {
            let truth = self.grid.truth(&mut self.world, &part.block);
            let truth = self.world.diagrams.and(truth, within);
            self.witness(truth, holds)
        })?;
        let others: Vec<&Block> = others.iter().collect();
        // What lies within some blocks is shown within them: only a gap of the whole grid is widened.
        let wide = match blocks {
            [all] if *all == self.grid.all() => self.grid.widened(&parts, &others),
            _ => parts,
        };
        let mut largest: Vec<_> = wide.iter().map(|block| self.grid.region(&mut self.world, block)).collect();
        sort_by(&mut largest, &|a, b| b.share.unwrap_or(0.0).total_cmp(&a.share.unwrap_or(0.0)));
        let further = further || largest.len() > MOST_SHOWN;
        largest.truncate(MOST_SHOWN);
        if within != Node::YES {
            // Each holds somewhere in its region, and not everywhere.
            largest.iter_mut().for_each(|region| region.share = None);
        }
        let share = total.filter(|_| found.len() < MOST_PARTS);
        Some(Some(Extent { regions: Regions { largest, further, share }, case }))
    }

    /// A case of which something is true when it is looked at alone: with the facts that the table rests on, if it is true
    /// with no more known than these, else with all.
    fn witness(&mut self, truth: Node, holds: &dyn Fn(&mut World<'_>, TableId) -> bool) -> Option<serde_json::Value> {
        const MOST_PATHS: usize = 4;
        let anywhere = |fact| self.world.expressions.whole_range(fact);
        let paths = possible_paths(&self.world, truth, MOST_PATHS, &anywhere);
        let tried = paths.iter().flat_map(|path| (0..=LAST_POINT).map(move |point| (path, point)));
        for (path, point) in tried {
            let mut case = complete(&self.world, path, &|_| point);
            let mut alone = self.cases.alone(&mut case);
            if holds(&mut alone, self.id) {
                let few = self.cases.written(&case, &self.facts());
                let all = self.cases.given(&case);
                // Where the finding rests on what the case does not know, no case that is written has it for certain.
                let shown = [&few, &all].into_iter().find(|given| self.holds_as_written(given, holds));
                return Some(self.cases.json(shown.unwrap_or(&few)));
            }
        }
        None
    }

    /// Whether something is true in all completions of a case, as it is written.
    fn holds_as_written(&self, given: &Case, holds: &dyn Fn(&mut World<'_>, TableId) -> bool) -> bool {
        let engine = self.cases.engine;
        let record = Record::of(&engine.pack, &engine.layout, given);
        let mut is_so = false;
        World::build(&engine.pack, &engine.layout, given.now, &record, &mut |world| is_so = holds(world, self.id));
        is_so
    }
}
