//! What is found of tables of random packs is so, and nothing is missed, as the oracle tells by looking at every case.

use std::collections::{BTreeMap, BTreeSet};

use amends::engine::Engine;
use amends::model::{Clause, FactId, Hit, Pack, Table, TableId, Type, Value, When};
use amends::proof::{Finding, Kind, Subject, tables};
use oracle::generate::{TODAY, generate};
use oracle::{Evaluation, Outcome, Truth, may_blur, print};

/// How many packs are tried.
const PACKS: u64 = 600;

/// Packs with more cases than this are passed over.
const MOST_CASES: usize = 600;

/// One case: a value for every fact, and the record.
type Case = (Vec<Value>, Vec<bool>);

#[test]
fn what_is_found_of_tables_is_so_and_nothing_is_missed() {
    let mut seen: BTreeMap<Kind, usize> = BTreeMap::new();
    for seed in 0..PACKS {
        let (pack, _) = generate(seed);
        let Some(cases) = every_case(&pack) else { continue };
        let engine = Engine::new(pack.clone(), String::new());
        let found = tables::examine(&engine, TODAY);
        for at in 0..pack.tables.len() {
            let own: Vec<&Finding> = found.iter().filter(|finding| table_of(finding) == at).collect();
            own.iter().for_each(|finding| *seen.entry(finding.kind).or_default() += 1);
            if own.iter().any(|finding| finding.kind == Kind::TableOpen) {
                let is_open = may_blur(&pack, &amends::case::Case::empty(pack.facts.len(), TODAY));
                assert!(is_open, "seed {seed}, table {}\n{}", pack.tables[at].id, print::pack(&pack));
                continue;
            }
            let told = Told { pack: &pack, at, cases: &cases, fits: fits(&pack, at, &cases), own };
            let because = format!("seed {seed}, table {}\n{}", pack.tables[at].id, print::pack(&pack));
            told.gaps(&because);
            told.overlaps(&because);
            told.dead_rows(&because);
            told.merged_rows(&because);
            told.hit_policies(&because);
        }
    }
    for kind in [Kind::Gap, Kind::Overlap, Kind::RowsDisagree, Kind::DeadRow, Kind::MergeableRows, Kind::StricterHit] {
        assert!(seen.get(&kind).copied().unwrap_or(0) >= 5, "{seen:?}");
    }
    let open = seen.get(&Kind::TableOpen).copied().unwrap_or(0);
    assert!(open * 20 <= seen.values().sum(), "{seen:?}");
}

/// All cases with all records, each assignment as often as it is made; `None` if there are too many.
fn every_case(pack: &Pack) -> Option<Vec<Case>> {
    let mut cases: Vec<Case> = vec![(Vec::new(), Vec::new())];
    for (at, fact) in pack.facts.iter().enumerate() {
        let mut values: Vec<Value> = match (&fact.kind, fact.kind.range()) {
            (_, Some((first, last))) if last - first < 2_000 => (first..=last).map(Value::Scalar).collect(),
            (Type::Several(choices), _) => (0..1_u64 << choices.len()).map(Value::Set).collect(),
            (Type::Text, _) => vec![Value::Text(String::new())],
            _ => return None,
        };
        values.extend(fact.optional.then_some(Value::None));
        let records: &[bool] = if oracle::record_is_tested(pack, FactId::at(at)) { &[false, true] } else { &[true] };
        if cases.len() * values.len() * records.len() > MOST_CASES {
            return None;
        }
        let longer = cases.iter().flat_map(|(before, recorded)| {
            values.iter().flat_map(move |value| {
                records.iter().map(move |record| {
                    let (mut values, mut recorded) = (before.clone(), recorded.clone());
                    values.push(value.clone());
                    recorded.push(*record);
                    (values, recorded)
                })
            })
        });
        cases = longer.collect();
    }
    for (values, recorded) in &mut cases {
        // What does not apply is none, which may let others apply: as often as there are facts is often enough.
        let assigned = values.clone();
        for _ in 0..pack.facts.len() {
            let evaluation = Evaluation::new(pack, values, recorded, TODAY, None);
            let applies: Vec<bool> = (0..pack.facts.len()).map(|at| evaluation.applies(FactId::at(at))).collect();
            let settled = assigned.iter().zip(applies).map(|(value, applies)| match applies {
                true => value.clone(),
                false => Value::None,
            });
            *values = settled.collect();
        }
    }
    Some(cases)
}

fn fits(pack: &Pack, table: usize, cases: &[Case]) -> Vec<Vec<Truth>> {
    let fits =
        |(values, recorded): &Case| Evaluation::new(pack, values, recorded, TODAY, None).fits(&pack.tables[table]);
    cases.iter().map(fits).collect()
}

fn table_of(finding: &Finding) -> usize {
    match finding.of {
        Subject::Table(table) | Subject::Row(table, _) => table.index(),
        Subject::Rule(_) | Subject::Derived(_) => panic!("a table"),
    }
}

fn row_of(subject: Subject) -> usize {
    match subject {
        Subject::Row(_, row) => row,
        _ => panic!("a row"),
    }
}

/// A table, what the oracle says of each case, and what was found.
struct Told<'a> {
    pack: &'a Pack,
    at: usize,
    cases: &'a [Case],
    /// By case and row.
    fits: Vec<Vec<Truth>>,
    own: Vec<&'a Finding>,
}

impl Told<'_> {
    fn table(&self) -> &Table {
        &self.pack.tables[self.at]
    }

    fn of(&self, kind: Kind) -> Vec<&Finding> {
        self.own.iter().copied().filter(|finding| finding.kind == kind).collect()
    }

    fn count(&self, holds: impl Fn(&[Truth]) -> bool) -> usize {
        self.fits.iter().filter(|fits| holds(fits)).count()
    }

    fn has_share(&self, finding: &Finding, count: usize, because: &str) {
        if let Some(share) = finding.extent.as_ref().and_then(|extent| extent.regions.share) {
            let expected = count as f64 / self.cases.len() as f64;
            assert!((share - expected).abs() < 1e-9, "{finding:?}: {share} is not {expected}; {because}");
        }
    }

    fn gaps(&self, because: &str) {
        let table = self.table();
        // T6: a list is empty and a count 0; everything else is in conflict.
        let must_fit = !matches!(table.hit, Hit::Collect | Hit::RuleOrder | Hit::OutputOrder | Hit::CollectCount);
        let is_needed = table.outputs.iter().any(|output| !self.pack.derived[output.index()].optional);
        let gaps = self.count(|fits| fits.iter().all(|fit| *fit == Truth::False));
        let found = self.of(Kind::Gap);
        assert_eq!(found.len(), usize::from(must_fit && is_needed && gaps > 0), "{found:?} {gaps}; {because}");
        found.iter().for_each(|finding| self.has_share(finding, gaps, because));
    }

    fn overlaps(&self, because: &str) {
        let table = self.table();
        let kind = match table.hit {
            Hit::Unique => Kind::Overlap,
            Hit::Any => Kind::RowsDisagree,
            _ => return,
        };
        let mut expected = BTreeMap::new();
        for second in 0..table.rows.len() {
            for first in 0..second {
                let both = |at: usize| {
                    let fits = &self.fits[at];
                    fits[first].is_true() && fits[second].is_true() && !fits.contains(&Truth::Undetermined)
                };
                let at_odds = |at: usize| kind == Kind::Overlap || self.differ(at, first, second);
                let count = (0..self.cases.len()).filter(|at| both(*at) && at_odds(*at)).count();
                if count > 0 {
                    expected.insert((first, second), count);
                }
            }
        }
        let found = self.of(kind);
        let pairs: BTreeSet<(usize, usize)> =
            found.iter().map(|finding| (row_of(finding.related[0].0), row_of(finding.of))).collect();
        assert_eq!(pairs, expected.keys().copied().collect(), "{because}");
        for finding in found {
            let pair = (row_of(finding.related[0].0), row_of(finding.of));
            self.has_share(finding, expected[&pair], because);
        }
    }

    /// Whether two rows conclude different things in a case: whether an `any` table of these two alone is in conflict.
    fn differ(&self, case: usize, first: usize, second: usize) -> bool {
        let changed = self.changed(|table| {
            let rows = [first, second].map(|row| table.rows[row].clone());
            table.rows = rows.to_vec();
        });
        let (values, recorded) = &self.cases[case];
        let evaluation = Evaluation::new(&changed, values, recorded, TODAY, None);
        self.table().outputs.iter().any(|output| {
            let conflicts = evaluation.conflicts(*output);
            conflicts.iter().any(|conflict| conflict.place == self.table().id && conflict.rows.len() == 2)
        })
    }

    fn dead_rows(&self, because: &str) {
        let table = self.table();
        let found: BTreeSet<usize> = self.of(Kind::DeadRow).iter().map(|finding| row_of(finding.of)).collect();
        for row in 0..table.rows.len() {
            let own = &table.rows[row];
            let from = own.grounds.valid_from.is_none_or(|from| from <= TODAY);
            let in_force = from && own.grounds.valid_until.is_none_or(|until| TODAY <= until);
            if own.otherwise || (table.dated_by == amends::model::Name::Now && !in_force) {
                continue;
            }
            let is_open = |fits: &[Truth], other: usize| fits[other] != Truth::False;
            let hides = |fits: &[Truth]| match table.hit {
                Hit::First => (0..row).any(|other| is_open(fits, other)),
                Hit::Any => (0..row).any(|other| table.rows[other].entries == own.entries && is_open(fits, other)),
                _ => false,
            };
            let is_dead = self.fits.iter().all(|fits| !fits[row].is_true() || hides(fits));
            if table.hit == Hit::Priority {
                assert!(!is_dead || found.contains(&row), "row {row}; {because}");
            } else {
                assert_eq!(is_dead, found.contains(&row), "row {row}; {because}");
            }
        }
        for row in found {
            let without = self.changed(|table| {
                table.rows.remove(row);
            });
            self.is_same(&without, &format!("without row {row}; {because}"));
        }
    }

    fn merged_rows(&self, because: &str) {
        for finding in self.of(Kind::MergeableRows) {
            let mut others: Vec<usize> = finding.related.iter().map(|(subject, _)| row_of(*subject)).collect();
            others.push(row_of(finding.of));
            let first = others.remove(0);
            if [first].iter().chain(&others).any(|row| self.table().rows[*row].unless != When::never()) {
                continue;
            }
            let merged = self.changed(|table| {
                let clauses: Vec<Clause> = others.iter().flat_map(|row| table.rows[*row].when.0.clone()).collect();
                table.rows[first].when.0.extend(clauses);
                for row in others.iter().rev() {
                    table.rows.remove(*row);
                }
            });
            self.is_same(&merged, &format!("{}; {because}", finding.message));
        }
    }

    fn hit_policies(&self, because: &str) {
        let table = self.table();
        let found = self.of(Kind::StricterHit);
        let several = self.count(|fits| {
            let written = fits.iter().zip(&table.rows).filter(|(_, row)| !row.otherwise);
            written.filter(|(fit, _)| fit.is_true()).count() > 1
        });
        let rows = table.rows.iter().filter(|row| !row.otherwise).count();
        let is_loose = matches!(table.hit, Hit::Any | Hit::Priority | Hit::First);
        let dated = table.rows.iter().any(|row| row.grounds.valid_from.is_some() || row.grounds.valid_until.is_some());
        if is_loose && several == 0 && rows > 1 && !dated {
            assert_eq!(found.len(), 1, "{because}");
        }
        for finding in found {
            let hit = if finding.message.ends_with("`unique`") { Hit::Unique } else { Hit::Any };
            let stricter = self.changed(|table| table.hit = hit);
            self.is_same(&stricter, &format!("{}; {because}", finding.message));
        }
    }

    fn changed(&self, change: impl FnOnce(&mut Table)) -> Pack {
        let mut pack = self.pack.clone();
        change(&mut pack.tables[self.at]);
        pack
    }

    /// The table decides the same in every case in which no row is undetermined.
    fn is_same(&self, changed: &Pack, because: &str) {
        let outcomes = |pack: &Pack, (values, recorded): &Case| -> Vec<Outcome> {
            let evaluation = Evaluation::new(pack, values, recorded, TODAY, None);
            let outputs = &pack.tables[TableId::at(self.at).index()].outputs;
            outputs.iter().map(|output| evaluation.outcome(amends::model::Name::Derived(*output))).collect()
        };
        for (case, fits) in self.cases.iter().zip(&self.fits).filter(|(_, fits)| !fits.contains(&Truth::Undetermined)) {
            assert_eq!(outcomes(self.pack, case), outcomes(changed, case), "{case:?} {fits:?} {because}");
        }
    }
}
