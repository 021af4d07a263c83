//! How long it takes to look at tables of 1,000 rows by 8 columns in all cases: gaps, overlaps, dead and mergeable rows.

use std::{collections::BTreeMap, error::Error, fmt::Write};

use amends::{check, pack};
use divan::Bencher;
use fastrand::Rng;

/// 2026-04-01, in days since 1970-01-01.
const NOW: i64 = 20_544;

const ROWS: usize = 1_000;
const COLUMNS: usize = 8;

/// The greatest value of each column; the least is 0.
const GREATEST: u32 = 1_000_000;

/// First and last value of each column.
type Row = [(u32, u32); COLUMNS];

fn main() {
    divan::main();
}

/// Rows that part all cases among them, in no order, without one.
#[divan::bench(sample_count = 5)]
fn parted(bencher: Bencher) {
    let mut random = Rng::with_seed(1);
    let mut rows = Vec::new();
    part([(0, GREATEST); COLUMNS], ROWS, &mut random, &mut rows);
    random.shuffle(&mut rows);
    rows.pop();
    measure(bencher, "unique", &rows);
}

/// Random intervals, a fifth of the cells open: most pairs of rows are apart, and some rows are hidden by others together.
#[divan::bench(sample_count = 5)]
fn random_first(bencher: Bencher) {
    measure(bencher, "first", &random());
}

/// The same, every pair of rows that meet an overlap.
#[divan::bench(sample_count = 5)]
fn random_unique(bencher: Bencher) {
    measure(bencher, "unique", &random());
}

fn random() -> Vec<Row> {
    let mut random = Rng::with_seed(1);
    let mut cell = || {
        let (one, other) = (random.u32(0..=GREATEST), random.u32(0..=GREATEST));
        if random.u8(0..5) == 0 { (0, GREATEST) } else { (one.min(other), one.max(other)) }
    };
    (0..ROWS).map(|_| std::array::from_fn(|_| cell())).collect()
}

/// Cuts a part of all cases into so many.
fn part(row: Row, count: usize, random: &mut Rng, into: &mut Vec<Row>) {
    if count <= 1 {
        return into.push(row);
    }
    let column = random.usize(0..COLUMNS);
    let (mut below, mut above) = (row, row);
    let ends = row.get(column).copied().filter(|(first, last)| first < last);
    let (Some((first, last)), Some(under), Some(over)) = (ends, below.get_mut(column), above.get_mut(column)) else {
        return part(row, count, random, into);
    };
    let cut = random.u32(first..last);
    (*under, *over) = ((first, cut), (cut.saturating_add(1), last));
    part(below, count / 2, random, into);
    part(above, count - count / 2, random, into);
}

fn measure(bencher: Bencher, hit: &str, rows: &[Row]) {
    let Ok(text) = written(hit, rows) else { return };
    let source = pack::Source { files: BTreeMap::from([("pack.toml".to_owned(), text.into_bytes())]) };
    let reading = pack::read(&source, &|_| None);
    bencher.bench_local(|| check::check(&reading, NOW).diagnostics.len());
}

fn written(hit: &str, rows: &[Row]) -> Result<String, Box<dyn Error>> {
    let mut text = "[pack]\nid = \"big\"\nversion = \"1.0.0\"\nlanguage = \"en\"\n".to_owned();
    for column in 0..COLUMNS {
        write!(
            text,
            "[[fact]]\nid = \"n{column}\"\ntype = \"number\"\nmin = 0\nmax = {GREATEST}\nask = \"How many?\"\n"
        )?;
    }
    write!(text, "[[table]]\nid = \"big\"\nhit = \"{hit}\"\nbecause = \"So.\"\n")?;
    text.push_str("outputs = [{ id = \"out\", type = \"number\", min = 0, max = 1000 }]\nrows = \"\"\"\n");
    let heading: Vec<String> = (0..COLUMNS).map(|column| format!("n{column}")).collect();
    writeln!(text, "{} || out", heading.join(" | "))?;
    for (at, row) in rows.iter().enumerate() {
        let cell = |(first, last): &(u32, u32)| match (*first, *last) {
            (0, GREATEST) => "-".to_owned(),
            (first, last) => format!("[{first}..{last}]"),
        };
        let cells: Vec<String> = row.iter().map(cell).collect();
        writeln!(text, "{} || {at}", cells.join(" | "))?;
    }
    text.push_str("\"\"\"\n");
    Ok(text)
}
