//! Pairs of cases that differ in what one cell tests.

use crate::engine::diagram::{Node, Variable};
use crate::engine::world::{Meaning, World};
use crate::model::{FactId, Value};
use crate::sorted::Map;
use crate::space::{Complete, LAST_POINT, Path, complete, meet, possible_paths};

use super::facts;
use super::literals::Literal;
use super::trial::{Trial, Tried};

/// The cases chosen so far.
pub(super) struct Chosen<'c, 'e> {
    world: World<'e>,
    trial: Trial<'c, 'e>,
    pub known: Vec<Tried>,
    /// The case in which the row decides, the one in which it fails, and the number of the literal by which.
    pub shown: Vec<(usize, usize, usize)>,
}

impl<'c, 'e> Chosen<'c, 'e> {
    pub fn new(world: World<'e>, trial: Trial<'c, 'e>) -> Self {
        Chosen { world, trial, known: Vec::new(), shown: Vec::new() }
    }

    /// Shows each cell of a row to matter, from as few cases in which the row decides as possible; gives back those of
    /// which it cannot be shown.
    pub fn cover<'l>(&mut self, literals: &[&'l Literal]) -> Vec<&'l Literal> {
        let mut open: Vec<&Literal> = literals.to_vec();
        let mut failed = Vec::new();
        while let Some(first) = open.first().copied() {
            // Where the row decides and as many as possible of its cells can be turned.
            let mut base = self.turned(first);
            let mut together = vec![first];
            for literal in open.iter().skip(1) {
                let own = self.turned(literal);
                let both = self.world.diagrams.and(base, own);
                if both != Node::NO {
                    base = both;
                    together.push(*literal);
                }
            }
            let before = self.shown.len();
            self.pairs(base, &together);
            let shown: Vec<usize> = self.shown.iter().skip(before).map(|(_, _, literal)| *literal).collect();
            if shown.is_empty() {
                failed.push(first);
                open.remove(0);
            } else {
                open.retain(|literal| !shown.contains(&literal.number));
            }
        }
        failed
    }

    /// Where a row decides and would fail if the facts behind one of its cells were others.
    fn turned(&mut self, literal: &Literal) -> Node {
        let fails = self.but_for(literal.fails, &self.behind(literal));
        self.world.diagrams.and(literal.decides, fails)
    }

    /// The facts behind a cell.
    fn behind(&self, literal: &Literal) -> Vec<FactId> {
        let mut names = Vec::new();
        literal.cell.each_name(&mut |name| names.push(name));
        facts(self.trial.cases.engine, &names)
    }

    /// Where a truth holds for some values of some facts.
    fn but_for(&mut self, truth: Node, apart: &[FactId]) -> Node {
        let mut apart_from = Vec::new();
        for (variable, _) in (0..).zip(&self.world.variables) {
            let facts = self.world.decides_on(variable);
            apart_from.push(facts.iter().any(|fact| apart.contains(fact)));
        }
        let keep = |variable: u16| !apart_from.get(usize::from(variable)).copied().unwrap_or(false);
        self.world.diagrams.exists(truth, &keep)
    }

    /// Chooses one case in which a row decides, and for each cell one in which it fails by that.
    fn pairs(&mut self, base: Node, literals: &[&Literal]) {
        const MOST_PATHS: usize = 4;
        let mut seen: Vec<Complete> = Vec::new();
        let anywhere = |fact| self.world.expressions.whole_range(fact);
        for path in possible_paths(&self.world, base, MOST_PATHS, &anywhere) {
            for point in 0..=LAST_POINT {
                let case = self.told(&path, point);
                if seen.contains(&case) {
                    continue;
                }
                seen.push(case.clone());
                let Some(row) = literals.first().map(|literal| literal.row) else { return };
                let Some(own) = self.trial.of(case, row).filter(|own| !own.decides.is_empty()) else { continue };
                let partners: Vec<(Tried, usize)> = literals
                    .iter()
                    .filter(|literal| own.decides.contains(&literal.number))
                    .filter_map(|literal| Some((self.partner(&own, literal)?, literal.number)))
                    .collect();
                if partners.is_empty() {
                    continue;
                }
                let own = self.choose(own);
                for (partner, literal) in partners {
                    let partner = self.choose(partner);
                    self.shown.push((own, partner, literal));
                }
                return;
            }
        }
    }

    /// A case that differs from another in the facts behind a cell alone, in one of them if that is enough, and in which
    /// the row fails by the cell, so that the table decides otherwise.
    fn partner(&mut self, own: &Tried, literal: &Literal) -> Option<Tried> {
        let behind = self.behind(literal);
        let mut some: Vec<Vec<FactId>> = behind.iter().map(|fact| vec![*fact]).collect();
        if behind.len() > 1 {
            some.push(behind);
        }
        some.iter().find_map(|apart| self.differing(own, literal, apart))
    }

    fn differing(&mut self, own: &Tried, literal: &Literal, apart: &[FactId]) -> Option<Tried> {
        const MOST_PATHS: usize = 4;
        let rest = self.at_values(literal.fails, &own.complete, apart);
        let elsewhere = |fact: FactId| match own.complete.values.get(fact.index()) {
            Some(Value::Scalar(scalar)) if !apart.contains(&fact) => (*scalar, *scalar),
            _ => self.world.expressions.whole_range(fact),
        };
        let mut seen: Vec<Complete> = Vec::new();
        let ways = possible_paths(&self.world, rest, MOST_PATHS, &elsewhere);
        let tried = ways.iter().flat_map(|way| (0..=LAST_POINT).map(move |point| (way, point)));
        for (way, point) in tried {
            let other = self.told(way, point);
            let mut case = own.complete.clone();
            for fact in apart {
                let at = fact.index();
                if let (Some(value), Some(other)) = (case.values.get_mut(at), other.values.get(at)) {
                    *value = other.clone();
                }
                if let (Some(recorded), Some(other)) = (case.recorded.get_mut(at), other.recorded.get(at)) {
                    *recorded = *other;
                }
            }
            let far = |_| point % 2 == 1;
            let is_met = meet(&self.world, way, &mut case, &|fact| apart.contains(&fact), &far);
            if !is_met || seen.contains(&case) {
                continue;
            }
            seen.push(case.clone());
            let Some(partner) = self.trial.of(case, literal.row) else { continue };
            if partner.fails.contains(&literal.number) && partner.values != own.values {
                return Some(partner);
            }
        }
        None
    }

    /// The complete case of a path, in which every fact is given unless the path says that it is not: what a cell
    /// elsewhere asks about being known must not leave this table without an answer.
    fn told(&self, path: &Path, point: usize) -> Complete {
        let mut case = complete(&self.world, path, &|_| point);
        for (variable, meaning) in (0..).zip(&self.world.variables) {
            if let Meaning::Recorded { fact } = meaning
                && !path.iter().any(|(said, _)| *said == variable)
                && let Some(recorded) = case.recorded.get_mut(fact.index())
            {
                *recorded = true;
            }
        }
        case
    }

    /// A truth with all facts but some at their values in a case.
    fn at_values(&mut self, truth: Node, case: &Complete, apart: &[FactId]) -> Node {
        let mut fixed: Map<Variable, u16> = Map::default();
        for (at, value) in case.values.iter().enumerate().filter(|(at, _)| !apart.contains(&FactId::at(*at))) {
            fixed.extend(self.world.atoms_of(FactId::at(at), value));
        }
        for (variable, meaning) in (0..).zip(&self.world.variables) {
            if let Meaning::Recorded { fact } = meaning
                && !apart.contains(fact)
            {
                fixed.insert(variable, case.recorded.get(fact.index()).copied().unwrap_or(false).into());
            }
        }
        self.world.diagrams.restrict(truth, &|variable| fixed.get(&variable).copied())
    }

    /// The number of a case, which is added unless it is known.
    fn choose(&mut self, tried: Tried) -> usize {
        let known = self.known.iter().position(|known| known.case == tried.case);
        known.unwrap_or_else(|| {
            self.known.push(tried);
            self.known.len().saturating_sub(1)
        })
    }
}
