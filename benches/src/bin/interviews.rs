//! Counts the questions until a plan is settled: `interviews PACK [CASES]` interviews every scenario of the pack and so
//! many random cases (10,000), by the measure of the plan and in fixed orders, and prints what `docs/INTERVIEW.md` shows.

use std::{env, error::Error, path::PathBuf, time::Instant};

use amends::engine::Engine;
use amends::model::{StepId, date};
use amends::{pack, plan, program};
use benches::interviews::{Asking, Subject, Walk, Way, cases, fixed};
use fastrand::Rng;
use indicatif::{ParallelProgressIterator as _, ProgressBar, ProgressStyle};
use rayon::prelude::*;

/// The day of all cases that name none.
const TODAY: &str = "2026-04-01";
const SEED: u64 = 4;
/// So many random cases decide on the best fixed order, and are enough for what is only told beside the rest.
const SAMPLE: usize = 500;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args_os().skip(1);
    let folder = PathBuf::from(args.next().ok_or("expected the folder of a pack")?);
    let count = args.next().and_then(|count| count.to_str()?.parse().ok()).unwrap_or(10_000);
    let reading = pack::load(&folder)?;
    let program = program::load(&program::write(&reading.pack.ok_or("the pack has mistakes; check it first")?)?)?;
    let engine = Engine::new(program.pack, program.hash);
    let today = date::parse(TODAY).ok_or("expected a date")?;

    let scenarios: Vec<Subject> =
        reading.scenarios.iter().map(|story| cases::of_scenario(&engine, story, today)).collect::<Result<_, _>>()?;
    let mut random = Rng::with_seed(SEED);
    let subjects: Vec<Subject> = (0..count).map(|_| cases::random(&engine, today, &mut random)).collect();

    let started = Instant::now();
    let asking = Asking::until(&engine, None);
    let declared = fixed::declared(&engine);
    let best = fixed::best(&asking, &engine, &subjects[..SAMPLE.min(count)]);
    println!("{} facts may be asked; {} scenarios, {count} random cases\n", declared.len(), scenarios.len());
    let few = SAMPLE.min(count);
    let ticketed = |all: &[Subject]| -> Vec<Subject> { all.iter().map(|one| one.with_ticket(&engine)).collect() };
    let (few_ticketed, stories_ticketed) = (ticketed(&subjects[..few]), ticketed(&scenarios));
    println!(
        "| until the plan is settled | cases | mean | median | 9 of 10 | most | cost | scenarios: mean | median | 9 of 10 | most | cost |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    for (name, way, random, stories) in [
        ("by the measure", Way::Best, &subjects[..], &scenarios),
        ("declared order", Way::All(&declared), &subjects, &scenarios),
        ("best fixed order", Way::All(&best), &subjects, &scenarios),
        ("declared order, only what is worth asking", Way::Worth(&declared), &subjects[..few], &scenarios),
        ("best fixed order, only what is worth asking", Way::Worth(&best), &subjects[..few], &scenarios),
        ("by the measure, the ticket read before", Way::Best, &few_ticketed, &stories_ticketed),
    ] {
        let [of_random, of_stories] = [random, stories].map(|all| figures(walks(&asking, name, all, way)));
        println!("| {name} | {} | {of_random} | {of_stories} |", random.len());
    }

    let opening = plan::recommend(&engine, &amends::case::Case::empty(engine.pack.facts.len(), today));
    let current = opening.steps.iter().find(|step| !step.actions.is_empty()).ok_or("the plan has no action")?;
    let step = engine.pack.steps.iter().position(|step| step.id == current.step).map(StepId::at);
    let asking = Asking::until(&engine, step);
    let title = current.step;
    println!("\n| until `{title}` is settled | cases | mean | within four | scenarios: mean | within four |");
    println!("|---|--:|--:|--:|--:|--:|");
    for (name, way, random, stories) in [
        ("by the measure of the step", Way::Best, &subjects[..few], &scenarios),
        ("declared order, only what is worth asking", Way::Worth(&declared), &subjects[..few], &scenarios),
        ("by the measure, the ticket read before", Way::Best, &few_ticketed, &stories_ticketed),
    ] {
        let [of_random, of_stories] = [random, stories].map(|all| {
            let walks = walks(&asking, name, all, way);
            format!("{:.1} | {}", mean(&walks), within_four(&walks))
        });
        println!("| {name} | {} | {of_random} | {of_stories} |", random.len());
    }
    let order: Vec<&str> = best.iter().map(|fact| engine.pack.facts[fact.index()].id.as_str()).collect();
    println!("\nThe best fixed order found: {}.", order.join(", "));
    eprintln!("all of it in {:.0} s", started.elapsed().as_secs_f64());
    Ok(())
}

fn walks(asking: &Asking, name: &str, subjects: &[Subject], way: Way) -> Vec<Walk> {
    let style = ProgressStyle::with_template("{msg} [{bar:40}] {pos}/{len}, {eta} left");
    let bar = ProgressBar::new(u64::try_from(subjects.len()).unwrap_or(0)).with_message(name.to_owned());
    let bar = bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    subjects.par_iter().progress_with(bar).map(|subject| asking.walk(subject, way)).collect()
}

fn mean(walks: &[Walk]) -> f64 {
    walks.iter().map(|walk| walk.questions).sum::<usize>() as f64 / walks.len().max(1) as f64
}

/// Mean, median, ninth of ten, most, and the mean cost.
fn figures(mut walks: Vec<Walk>) -> String {
    walks.sort_unstable();
    let at = |share: usize| walks.get(walks.len().saturating_sub(1) * share / 10).map_or(0, |walk| walk.questions);
    let cost = walks.iter().map(|walk| walk.cost).sum::<usize>() as f64 / walks.len().max(1) as f64;
    format!("{:.1} | {} | {} | {} | {cost:.1}", mean(&walks), at(5), at(9), at(10))
}

fn within_four(walks: &[Walk]) -> String {
    let within = walks.iter().filter(|walk| walk.questions <= 4).count();
    format!("{} %", within * 100 / walks.len().max(1))
}
