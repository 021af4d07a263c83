//! What can be said of a pack before any case: where facts are cut, and in which order diagrams ask for them.

use crate::model::{
    Argument, Cell, Definition, DerivedId, End, Entry, FactId, Formula, Name, Pack, SettingId, Test, Value, When,
};
use crate::sorted::{self, Set};

/// The pack's static analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// By fact: the scalars at which a new piece of its domain begins, ascending.
    pub cuts: Vec<Vec<i64>>,
    /// Facts in the order of their variables.
    pub order: Vec<FactId>,
    /// Facts in the order in which they are held against `applies`: what it reads first, then as declared.
    pub dependency: Vec<FactId>,
    /// By fact: whether an `unknown` cell tests it.
    pub recorded: Vec<bool>,
    /// What rules, actions and compensation read, directly or not, in evaluation order.
    pub read_by_plan: Vec<DerivedId>,
    /// By fact: whether any of that reads it.
    read_facts: Vec<bool>,
}

impl Layout {
    pub fn of(pack: &Pack) -> Layout {
        let mut layout = Layout {
            cuts: vec![Vec::new(); pack.facts.len()],
            order: force(pack),
            dependency: dependency(pack),
            recorded: vec![false; pack.facts.len()],
            read_by_plan: Vec::new(),
            read_facts: vec![false; pack.facts.len()],
        };
        for name in closure(pack, plan_reads(pack)) {
            match name {
                Name::Fact(fact) => {
                    if let Some(read) = layout.read_facts.get_mut(fact.index()) {
                        *read = true;
                    }
                }
                // Derived ids are numbered in evaluation order, and the closure is ascending.
                Name::Derived(derived) => layout.read_by_plan.push(derived),
                Name::Now => {}
            }
        }
        for cell in all_cells(pack) {
            if let Name::Fact(fact) = cell.of {
                layout.note(pack, fact, &cell.tests);
            }
        }
        for table in &pack.tables {
            if let Name::Fact(fact) = table.dated_by
                && let Some(cuts) = layout.cuts.get_mut(fact.index())
            {
                for row in &table.rows {
                    cuts.extend(row.grounds.valid_from);
                    cuts.extend(row.grounds.valid_until.map(|last| last.saturating_add(1)));
                }
            }
        }
        for cuts in &mut layout.cuts {
            sorted::sort_unique(cuts);
        }
        layout
    }

    /// Whether rules, actions or compensation read a fact, directly or not.
    pub fn is_read(&self, fact: FactId) -> bool {
        self.read_facts.get(fact.index()).copied().unwrap_or(true)
    }

    fn note(&mut self, pack: &Pack, fact: FactId, tests: &[Test]) {
        for test in tests {
            let cuts = &mut self.cuts;
            let mut cut = |scalar: i64| {
                if let Some(cuts) = cuts.get_mut(fact.index()) {
                    cuts.push(scalar);
                }
            };
            match test {
                Test::Is(end) => {
                    if let Some(scalar) = constant(pack, end) {
                        cut(scalar);
                        cut(scalar.saturating_add(1));
                    }
                }
                Test::Range { low, high } => {
                    if let Some((scalar, bound)) =
                        low.as_ref().and_then(|bound| Some((constant(pack, &bound.end)?, bound)))
                    {
                        cut(if bound.inclusive { scalar } else { scalar.saturating_add(1) });
                    }
                    if let Some((scalar, bound)) =
                        high.as_ref().and_then(|bound| Some((constant(pack, &bound.end)?, bound)))
                    {
                        cut(if bound.inclusive { scalar.saturating_add(1) } else { scalar });
                    }
                }
                Test::Not(members) => self.note(pack, fact, members),
                Test::Unknown => {
                    if let Some(recorded) = self.recorded.get_mut(fact.index()) {
                        *recorded = true;
                    }
                }
                Test::Any | Test::None => {}
            }
        }
    }
}

/// The scalar of an end that does not change with the case.
pub fn constant(pack: &Pack, end: &End) -> Option<i64> {
    match end {
        End::Constant(scalar) => Some(*scalar),
        End::Setting(setting) => setting_scalar(pack, *setting),
        End::Name(_) => None,
    }
}

/// The scalar of a setting.
pub fn setting_scalar(pack: &Pack, setting: SettingId) -> Option<i64> {
    match pack.settings.get(setting.index())?.value {
        Value::Scalar(scalar) => Some(scalar),
        _ => None,
    }
}

fn all_cells(pack: &Pack) -> impl Iterator<Item = &Cell> {
    let conditions = pack.derived.iter().filter_map(|derived| match &derived.definition {
        Definition::Condition(condition) => Some([&condition.when, &condition.unless]),
        _ => None,
    });
    let rules = pack.rules.iter().map(|rule| [&rule.when, &rule.unless]);
    let rows = pack.tables.iter().flat_map(|table| &table.rows).map(|row| [&row.when, &row.unless]);
    let gates = pack.tables.iter().map(|table| &table.when);
    let applies = pack.facts.iter().map(|fact| &fact.applies);
    conditions.chain(rules).chain(rows).flatten().chain(gates).chain(applies).flat_map(When::cells)
}

/// Every name that some cells test or compare with.
fn cell_names(when: &When, into: &mut Set<Name>) {
    fn of_tests(tests: &[Test], into: &mut Set<Name>) {
        for test in tests {
            match test {
                Test::Is(end) => of_end(end, into),
                Test::Range { low, high } => low.iter().chain(high).for_each(|bound| of_end(&bound.end, into)),
                Test::Not(members) => of_tests(members, into),
                Test::Any | Test::None | Test::Unknown => {}
            }
        }
    }
    fn of_end(end: &End, into: &mut Set<Name>) {
        if let End::Name(name) = end {
            into.insert(*name);
        }
    }
    for cell in when.cells() {
        into.insert(cell.of);
        of_tests(&cell.tests, into);
    }
}

fn formula_names(formula: &Formula, into: &mut Set<Name>) {
    formula.each_name(&mut |name| {
        into.insert(name);
    });
}

fn entry_names<'a>(entries: impl Iterator<Item = &'a Entry>, into: &mut Set<Name>) {
    for entry in entries {
        if let Entry::Formula(formula) = entry {
            formula_names(formula, into);
        }
    }
}

/// What a fact, output, condition or value reads directly. A table's outputs all read what any of its rows reads.
pub fn reads(pack: &Pack, name: Name) -> Set<Name> {
    let mut names = Set::default();
    match name {
        Name::Now => {}
        Name::Fact(fact) => {
            if let Some(fact) = pack.facts.get(fact.index()) {
                cell_names(&fact.applies, &mut names);
            }
        }
        Name::Derived(derived) => match pack.derived.get(derived.index()).map(|derived| &derived.definition) {
            Some(Definition::Condition(condition)) => {
                cell_names(&condition.when, &mut names);
                cell_names(&condition.unless, &mut names);
            }
            Some(Definition::Output { table, .. }) => {
                if let Some(table) = pack.tables.get(table.index()) {
                    cell_names(&table.when, &mut names);
                    if table.rows.iter().any(|row| row.grounds.valid_from.or(row.grounds.valid_until).is_some()) {
                        names.insert(table.dated_by);
                    }
                    for row in &table.rows {
                        cell_names(&row.when, &mut names);
                        cell_names(&row.unless, &mut names);
                        entry_names(row.entries.iter(), &mut names);
                    }
                }
            }
            Some(Definition::Value(value)) => {
                formula_names(&value.formula, &mut names);
                let bounds = value.at_most.iter().chain(&value.at_least);
                bounds.for_each(|bound| formula_names(bound, &mut names));
            }
            None => {}
        },
    }
    names
}

/// What rules, actions and compensation read directly.
fn plan_reads(pack: &Pack) -> Set<Name> {
    let mut names = Set::default();
    for rule in &pack.rules {
        cell_names(&rule.when, &mut names);
        cell_names(&rule.unless, &mut names);
        entry_names(rule.with.iter().map(|(_, entry)| entry), &mut names);
    }
    for (_, argument) in pack.actions.iter().filter_map(|action| action.say.as_ref()).flat_map(|say| &say.args) {
        if let Argument::Name(name) = argument {
            names.insert(*name);
        }
    }
    if let Some(compensation) = &pack.compensation {
        names.insert(Name::Derived(compensation.amount));
        names.extend(compensation.form.map(Name::Derived));
        names.extend(compensation.legal_minimum);
        compensation.at_most.iter().for_each(|bound| formula_names(bound, &mut names));
    }
    names
}

/// Some names and all that they read, directly or not.
pub fn closure(pack: &Pack, names: Set<Name>) -> Set<Name> {
    let mut open: Vec<Name> = names.iter().copied().collect();
    let mut seen = names;
    while let Some(name) = open.pop() {
        open.extend(reads(pack, name).into_iter().filter(|read| seen.insert(*read)));
    }
    seen
}

/// Always the first in declared order of those whose `applies` reads only facts that stand before.
fn dependency(pack: &Pack) -> Vec<FactId> {
    let facts = || (0..pack.facts.len()).map(FactId::at);
    let read_by_applies = |fact: FactId| closure(pack, reads(pack, Name::Fact(fact)));
    let read: Vec<Set<Name>> = facts().map(read_by_applies).collect();
    let mut order: Vec<FactId> = Vec::new();
    let mut placed = vec![false; pack.facts.len()];
    loop {
        let is_placed = |name: &Name| match name {
            Name::Fact(fact) => placed.get(fact.index()).copied().unwrap_or(true),
            _ => true,
        };
        let is_next = |fact: &FactId| {
            !is_placed(&Name::Fact(*fact)) && read.get(fact.index()).is_none_or(|read| read.iter().all(is_placed))
        };
        let Some(next) = facts().find(is_next) else { return order };
        order.push(next);
        if let Some(placed) = placed.get_mut(next.index()) {
            *placed = true;
        }
    }
}

/// An order of facts in which those that are tested together stand close: FORCE (Aloul, Markov & Sakallah 2003).
///
/// Vertices are facts and derived quantities; every rule, and every definition with what it reads, pulls its members
/// to their common centre.
fn force(pack: &Pack) -> Vec<FactId> {
    const ROUNDS: usize = 40;
    let facts = pack.facts.len();
    let vertex = |name: &Name| match name {
        Name::Fact(fact) => Some(fact.index()),
        Name::Derived(derived) => facts.checked_add(derived.index()),
        Name::Now => None,
    };
    let mut edges: Vec<Vec<usize>> = Vec::new();
    let mut pull = |names: Set<Name>| edges.push(names.iter().filter_map(vertex).collect());
    for at in 0..facts {
        let own = Name::Fact(FactId::at(at));
        pull(reads(pack, own).into_iter().chain([own]).collect());
    }
    for at in 0..pack.derived.len() {
        let own = Name::Derived(DerivedId::at(at));
        pull(reads(pack, own).into_iter().chain([own]).collect());
    }
    for rule in &pack.rules {
        let mut names = Set::default();
        cell_names(&rule.when, &mut names);
        cell_names(&rule.unless, &mut names);
        pull(names);
    }
    edges.retain(|edge| edge.len() > 1);

    let vertices = facts.saturating_add(pack.derived.len());
    let as_position = |at: usize| f64::from(u32::try_from(at).unwrap_or(u32::MAX));
    let mut position: Vec<f64> = (0..vertices).map(as_position).collect();
    for _ in 0..ROUNDS {
        let mut pulled = vec![(0.0, 0.0); vertices];
        for edge in &edges {
            let sum: f64 = edge.iter().filter_map(|at| position.get(*at)).sum();
            let centre = sum / as_position(edge.len());
            for at in edge {
                if let Some((total, count)) = pulled.get_mut(*at) {
                    *total += centre;
                    *count += 1.0;
                }
            }
        }
        let mut ranked: Vec<(f64, usize)> = pulled
            .iter()
            .zip(&position)
            .enumerate()
            .map(|(at, ((total, count), own))| (if *count > 0.0 { total / count } else { *own }, at))
            .collect();
        sorted::sort_by(&mut ranked, &|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        for (rank, (_, at)) in ranked.iter().enumerate() {
            if let Some(position) = position.get_mut(*at) {
                *position = as_position(rank);
            }
        }
    }
    let mut order: Vec<FactId> = (0..facts).map(FactId::at).collect();
    sorted::sort_by(&mut order, &|a, b| {
        let of = |fact: &FactId| position.get(fact.index()).copied().unwrap_or(0.0);
        of(a).total_cmp(&of(b)).then(a.cmp(b))
    });
    order
}
