//! A part in a rule author's words.

use super::Part;
use crate::engine::world::{Meaning, World};
use crate::model::{FactId, Name};
use crate::sorted::{Map, sort_by};
use crate::space::compared;
use crate::space::share::weights;
use crate::space::written::{Values, quoted};
use crate::space::{Region, RegionCell};

/// The cells that say what the part is, facts in their order, and its share of all cases.
pub fn region(world: &World<'_>, part: &Part) -> Region {
    let mut share = Some(1.0);
    let mut cells: Vec<(FactId, RegionCell)> = Vec::new();
    let mut absent: Map<FactId, Vec<&str>> = Map::default();
    for (variable, atoms) in part {
        let weight = weights(world, *variable).map(|weights| {
            let of_atom = |atom: &u16| weights.get(usize::from(*atom)).copied().unwrap_or(0.0);
            atoms.iter().map(of_atom).sum::<f64>()
        });
        share = share.zip(weight).map(|(share, weight)| share * weight);
        let Some(meaning) = world.variables.get(usize::from(*variable)) else { continue };
        match meaning {
            Meaning::Member { fact, choice } if *atoms == [0] => {
                let choice = choice_of(world, *fact, *choice);
                absent.change(*fact, Vec::new, |choices| choices.push(choice));
            }
            meaning => cells.extend(cell(world, meaning, atoms)),
        }
    }
    for (fact, choices) in absent {
        let choices: Vec<String> = choices.into_iter().map(quoted).collect();
        cells.push((fact, cell_of(world, fact, format!("not({})", choices.join(", ")))));
    }
    sort_by(&mut cells, &|(fact, _), (other, _)| fact.cmp(other));
    Region { cells: cells.into_iter().map(|(_, cell)| cell).collect(), share }
}

/// What a variable says when it has one of some atoms, but not any.
fn cell(world: &World<'_>, meaning: &Meaning, atoms: &[u16]) -> Option<(FactId, RegionCell)> {
    let is_yes = atoms == [1];
    let (fact, text) = match meaning {
        Meaning::Pieces { fact, pieces, none } => {
            let own = atoms.iter().filter_map(|atom| pieces.get(usize::from(*atom)).copied());
            let has_none = atoms.iter().any(|atom| usize::from(*atom) == pieces.len());
            let kind = world.pack.type_of(Name::Fact(*fact));
            (*fact, Values::of(own, has_none).cell(kind, *none))
        }
        Meaning::Member { fact, choice } => (*fact, quoted(choice_of(world, *fact, *choice))),
        Meaning::Nothing { fact } => (*fact, if is_yes { "none" } else { "not(none)" }.to_owned()),
        Meaning::Recorded { fact } => (*fact, if is_yes { "not(unknown)" } else { "unknown" }.to_owned()),
        Meaning::Quantity { quantity, facts, thresholds } => {
            if let Some((fact, cell)) = compared::cell(world, *quantity, thresholds, atoms) {
                return Some((fact, cell_of(world, fact, cell)));
            }
            return Some((*facts.first()?, compared::quantity(world, *quantity, facts, thresholds, atoms)));
        }
    };
    Some((fact, cell_of(world, fact, text)))
}

fn cell_of(world: &World<'_>, fact: FactId, cell: String) -> RegionCell {
    RegionCell { of: world.pack.id_of(Name::Fact(fact)).to_owned(), cell }
}

fn choice_of<'p>(world: &World<'p>, fact: FactId, choice: u32) -> &'p str {
    let choices = world.pack.type_of(Name::Fact(fact)).choices();
    usize::try_from(choice).ok().and_then(|at| choices.get(at)).map_or("", |choice| &choice.id)
}
