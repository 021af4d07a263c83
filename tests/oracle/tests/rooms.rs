//! Worlds in which each part has hardly any room: what a part comes to is what it comes to where room is plenty, or it is
//! blurred because of something that is named.

use amends::engine::Engine;
use amends::engine::diagram::{NODE_LIMIT, Node};
use amends::engine::leaf::Leaf;
use amends::engine::part::Part;
use amends::engine::record::Record;
use amends::engine::world::{Clash, Meaning, Place, World};
use amends::model::{DerivedId, Fact, FactId, Name, Value};
use amends::space::Outgrown;
use fastrand::Rng;
use oracle::generate::{TODAY, generate};
use oracle::print;

const PACKS: u64 = 1_000;

/// So many complete cases of each pack are looked at.
const CASES: usize = 20;

#[test]
fn what_a_part_comes_to_is_right_or_blurred_by_what_is_named() {
    let blur = [Leaf::Blurred];
    let (mut exact, mut blurred, mut clashes) = (0, 0, 0);
    for seed in 0..PACKS {
        let (pack, _) = generate(seed);
        let mut random = Rng::with_seed(seed);
        let engine = Engine::new(pack, String::new());
        let mut plenty = build(&engine, NODE_LIMIT);
        let mut little = build(&engine, random.usize(1..40));
        assert_eq!(plenty.outgrown(), [], "seed {seed}");
        let because = |name: Name| format!("seed {seed}: {name:?}\n{}", print::pack(&engine.pack));
        for _ in 0..CASES {
            let case: Vec<Value> = engine.pack.facts.iter().map(|fact| any_value(fact, &mut random)).collect();
            for name in all_derived(&engine) {
                let (Some(expected), Some(found)) = (value(&mut plenty, name, &case), value(&mut little, name, &case))
                else {
                    continue;
                };
                if found != blur {
                    exact += usize::from(expected != blur);
                    assert!(expected == found || expected == blur, "{}", because(name));
                } else if expected != blur {
                    blurred += 1;
                    let part = Part::of(&engine.pack, name).expect("it has one");
                    assert!(!Outgrown::behind(&little, &[part]).is_empty(), "{}", because(name));
                }
            }
            for clash in plenty.clashes.clone() {
                if at(&mut plenty, clash.holds, &case) == Some(Node::YES) && !is_blurred(&mut little, &clash, &case) {
                    clashes += 1;
                    let own = little.clashes.iter().find(|own| is_same(own, &clash)).map(|own| own.holds);
                    let found = own.and_then(|own| at(&mut little, own, &case));
                    assert!([Some(Node::YES), Some(Node::BLURRED)].contains(&found), "seed {seed}: {clash:?}");
                }
            }
        }
    }
    assert!(exact > 50_000 && blurred > 20_000 && clashes > 5_000, "{exact}, {blurred}, {clashes}");
}

/// A world in which nothing is known and parts have so many nodes. What is derived last is asked for first, so that parts
/// are built within parts.
fn build(engine: &Engine, nodes: usize) -> World<'_> {
    let facts = engine.pack.facts.len();
    let record =
        Record { fixed: vec![None; facts], given: vec![false; facts], assumed: Vec::new(), set_aside: Vec::new() };
    World::build_in_parts(&engine.pack, &engine.layout, TODAY, &record, nodes, &mut |world| {
        for name in all_derived(engine).rev() {
            world.value(name);
        }
    })
}

fn all_derived(engine: &Engine) -> impl DoubleEndedIterator<Item = Name> {
    (0..engine.pack.derived.len()).map(|at| Name::Derived(DerivedId::at(at)))
}

fn any_value(fact: &Fact, random: &mut Rng) -> Value {
    match fact.kind.range() {
        _ if fact.optional && random.u8(0..6) == 0 => Value::None,
        Some((first, last)) => Value::Scalar(random.i64(first..=last)),
        None if fact.kind.choices().is_empty() => Value::Text(String::new()),
        None => Value::Set(random.u64(0..1 << fact.kind.choices().len())),
    }
}

/// What a name comes to in a complete case whose facts are all recorded; `None` where that rests on quantities of several
/// facts, or is a formula.
fn value(world: &mut World<'_>, name: Name, case: &[Value]) -> Option<Vec<Leaf>> {
    let node = world.value(name);
    let leaf = at(world, node, case)?.as_leaf()?;
    // Each world numbers the items of lists for itself.
    let items = match world.leaves.get(leaf) {
        Leaf::List(items) => items.clone(),
        _ => vec![leaf],
    };
    let items: Vec<Leaf> = items.into_iter().map(|item| world.leaves.get(item).clone()).collect();
    (!items.iter().any(|item| matches!(item, Leaf::Expression(_)))).then_some(items)
}

fn at(world: &mut World<'_>, node: Node, case: &[Value]) -> Option<Node> {
    let mut atoms: Vec<Option<u16>> =
        world.variables.iter().map(|meaning| matches!(meaning, Meaning::Recorded { .. }).then_some(1)).collect();
    for (fact, value) in case.iter().enumerate() {
        for (variable, atom) in world.atoms_of(FactId::at(fact), value) {
            atoms[usize::from(variable)] = Some(atom);
        }
    }
    let node = world.diagrams.restrict(node, &|variable| atoms[usize::from(variable)]);
    node.as_leaf().map(|_| node)
}

fn is_same(one: &Clash, other: &Clash) -> bool {
    one.place == other.place && one.conflict.rows == other.conflict.rows
}

/// Whether what a conflict is about is blurred in a case: a table also where it is whether some row fits.
fn is_blurred(world: &mut World<'_>, clash: &Clash, case: &[Value]) -> bool {
    let mut nodes = Vec::new();
    match clash.place {
        Place::Table(table) => {
            nodes.extend(world.fits(table));
            for output in &world.pack.tables[table.index()].outputs {
                nodes.push(world.value(Name::Derived(*output)));
            }
        }
        Place::Value(value) => nodes.push(world.value(Name::Derived(value))),
        Place::Parameter(_) | Place::Order | Place::Authority => {}
    }
    nodes.into_iter().any(|node| at(world, node, case).is_none_or(|node| node == Node::BLURRED))
}
