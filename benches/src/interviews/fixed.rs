//! The best fixed order that is found: what a questionnaire on paper could ask, drawn up by somebody who knows the rules.

use amends::engine::Engine;
use amends::model::{FactId, Name};
use rayon::prelude::*;

use super::Subject;
use super::cases::is_asked;
use super::walk::Asking;

/// The facts that an interview asks after, in declared order.
pub fn declared(engine: &Engine) -> Vec<FactId> {
    let facts = engine.pack.facts.iter().enumerate();
    facts.filter(|(_, fact)| is_asked(fact)).map(|(at, _)| FactId::at(at)).collect()
}

/// The facts that no order can leave out in a case: with everything else answered, the plan is still open. Answers that
/// give a fact away, since they apply only with it, are left out with it.
pub fn needed(asking: &Asking, engine: &Engine, subject: &Subject) -> Vec<FactId> {
    let applying = declared(engine).into_iter().filter(|fact| subject.applies(engine, *fact));
    let mut complete = subject.opening.clone();
    for (given, answer) in complete.given.iter_mut().zip(&subject.answers) {
        if answer.is_some() {
            given.clone_from(answer);
        }
    }
    applying
        .filter(|fact| {
            let mut case = complete.clone();
            case.given[fact.index()] = None;
            for (other, declared) in engine.pack.facts.iter().enumerate() {
                let mut reads = false;
                for cell in declared.applies.cells() {
                    cell.each_name(&mut |name| reads |= name == Name::Fact(*fact));
                }
                if reads {
                    case.given[other] = None;
                }
            }
            asking.is_open(&case)
        })
        .collect()
}

/// An order in which the last of the facts that each subject needs comes early on average. It is built from its end: last
/// comes the fact that the fewest of those subjects need whose last fact is not placed yet. Then single facts are moved
/// for as long as that helps.
pub fn best(asking: &Asking, engine: &Engine, sample: &[Subject]) -> Vec<FactId> {
    let needed: Vec<Vec<FactId>> = sample.par_iter().map(|subject| needed(asking, engine, subject)).collect();
    let mut rest = declared(engine);
    let mut order = Vec::new();
    let mut waiting: Vec<&Vec<FactId>> = needed.iter().collect();
    while let Some(last) =
        rest.iter().copied().min_by_key(|fact| waiting.iter().filter(|needed| needed.contains(fact)).count())
    {
        rest.retain(|fact| *fact != last);
        waiting.retain(|needed| !needed.contains(&last));
        order.insert(0, last);
    }
    improve(engine, order, &needed, sample)
}

/// Moves single facts to where they shorten the interviews most, until none does.
fn improve(engine: &Engine, mut order: Vec<FactId>, needed: &[Vec<FactId>], sample: &[Subject]) -> Vec<FactId> {
    let mut least = length(engine, &order, needed, sample);
    loop {
        let moves: Vec<(usize, usize)> =
            (0..order.len()).flat_map(|from| (0..order.len()).map(move |to| (from, to))).collect();
        let moved = |(from, to): (usize, usize)| {
            let mut order = order.clone();
            let fact = order.remove(from);
            order.insert(to, fact);
            order
        };
        let best = moves.into_par_iter().map(|way| (length(engine, &moved(way), needed, sample), way)).min();
        match best {
            Some((length, way)) if length < least => (least, order) = (length, moved(way)),
            _ => return order,
        }
    }
}

/// How many questions an order takes at least, over all subjects: up to the last that each needs.
fn length(engine: &Engine, order: &[FactId], needed: &[Vec<FactId>], sample: &[Subject]) -> usize {
    let of = |(needed, subject): (&Vec<FactId>, &Subject)| {
        let last = order.iter().rposition(|fact| needed.contains(fact)).map_or(0, |last| last + 1);
        order[..last].iter().filter(|fact| subject.applies(engine, **fact)).count()
    };
    needed.iter().zip(sample).map(of).sum()
}
