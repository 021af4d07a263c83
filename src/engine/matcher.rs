//! Which rules hold in a case, all at once, by bit masks.
//!
//! Every fact's domain is cut at the constants that cells hold it against; within a piece all values are alike. For each
//! piece of each fact there is a row of bits, one for each clause: set unless a cell of the clause fails there. The
//! clauses that hold are the conjunction of one row for each fact. A fact with a set of choices has two rows for each
//! distinct cell instead of pieces.
//!
//! Only cells on facts with constant ends are compiled, and only as far as memory is bounded. A rule with other cells
//! besides is found when its compiled cells do not exclude it, and [`Matcher::is_whole`] says that the rest is still to
//! be looked at.

#![expect(clippy::arithmetic_side_effects, reason = "counts and places of what is in memory, bounded by `LIMIT`")]

use crate::model::{Cell, Clause, Fact, FactId, Name, Pack, Test, Type, Value, When};

use super::known::{Known, are_constant, each_cut, hold, look_at_record};
use crate::sorted::Set;

/// Words that are combined at once: enough for vector instructions, few enough that small packs waste little.
const WORDS: usize = 4;
const BITS: usize = WORDS * 64;

type Block = [u64; WORDS];

/// The most blocks that all rows may take: 64 MB. Ten thousand rules on two dozen facts take a sixtieth of it.
const LIMIT: usize = 1 << 21;

/// The compiled cells of a list of rules.
#[derive(Debug, Clone)]
pub struct Matcher {
    slots: Vec<Slot>,
    // INVARIANT: rows of `blocks` blocks each; the first row has the clauses that exist.
    rows: Vec<Block>,
    blocks: usize,
    /// The blocks that stand for rules themselves, by their first clause.
    rule_blocks: usize,
    /// What the clauses in the other blocks belong to: further alternatives first, then exceptions.
    extras: Vec<Extra>,
    /// By rule, whether all its cells are compiled.
    whole: Vec<bool>,
}

/// A clause that is not its rule's first.
#[derive(Debug, Clone, Copy)]
struct Extra {
    rule: u16,
    unless: bool,
}

/// What one group of rows looks at.
#[derive(Debug, Clone)]
struct Slot {
    fact: FactId,
    looks: Looks,
    /// Whether a cell looks at whether the case gives the fact: then the pieces are there twice, the second time for
    /// values that it does not give.
    record: bool,
    /// The row for when the value is not known. Those of the states follow.
    unknown: usize,
    /// How many states there are.
    states: usize,
}

#[derive(Debug, Clone)]
enum Looks {
    /// Pieces of a scalar domain: `none`, then from each of these scalars to before the next, or to the greatest.
    Pieces(Set<i64>),
    /// A cell on a set: fails, holds.
    Cell(Box<Cell>),
}

/// What [`Matcher::matches`] works in, kept from case to case so that none allocates.
#[derive(Debug, Clone, Default)]
pub struct Scratch {
    begins: Vec<usize>,
    rules: Vec<Block>,
    found: Vec<u16>,
}

impl Matcher {
    /// Compiles rules, given as their `when` and `unless`; they are known by position from here on.
    pub fn new(pack: &Pack, rules: &[(&When, &When)]) -> Self {
        let slots = slots(pack, rules);
        let columns = Columns::of(rules, &slots);
        let is_whole =
            |(when, unless): &(&When, &When)| when.cells().chain(unless.cells()).all(|cell| is_compiled(cell, &slots));
        let whole = rules.iter().map(is_whole).collect();
        let rows = 1 + slots.iter().map(|slot| 1 + slot.states).sum::<usize>();
        let blocks = columns.clauses.len().div_ceil(BITS);
        let rule_blocks = rules.len().div_ceil(BITS);
        let mut matcher = Matcher { slots, rows: Vec::new(), blocks, rule_blocks, extras: columns.extras, whole };
        matcher.rows = vec![Block::default(); rows * blocks];
        matcher.fill(pack, &columns.clauses);
        matcher
    }

    /// Whether the rule's cells are all compiled, so that nothing else can change what is found.
    pub fn is_whole(&self, rule: u16) -> bool {
        self.whole.get(usize::from(rule)).copied().unwrap_or(false)
    }

    /// How many numbers an encoded case has.
    pub fn case_length(&self) -> usize {
        self.slots.len()
    }

    /// Encodes what is known as one number for each slot, in place of what `case` had: 0 where the fact is unknown.
    /// Taken are, by fact, the values after defaults and `applies`, and what the case itself gives.
    pub fn encode(&self, values: &[Option<Value>], given: &[Option<Value>], pack: &Pack, case: &mut Vec<u16>) {
        case.clear();
        case.extend(self.slots.iter().map(|slot| {
            let given = given.get(slot.fact.index()).is_some_and(Option::is_some);
            let value = values.get(slot.fact.index()).and_then(Option::as_ref);
            let state = value.map(|value| slot.state(Known { value, given }, pack));
            state.and_then(|state| u16::try_from(1 + state).ok()).unwrap_or(0)
        }));
    }

    /// The rules that hold in an encoded case, ascending. While facts are unknown: the rules that do not fail yet; one
    /// that is left out holds in no completion. `None` if the numbers are not of this matcher.
    pub fn matches<'s>(&self, case: &[u16], scratch: &'s mut Scratch) -> Option<&'s [u16]> {
        let Scratch { begins, rules, found } = scratch;
        begins.clear();
        found.clear();
        for (slot, number) in self.slots.iter().zip(case) {
            let row = usize::from(*number);
            if row > slot.states {
                return None;
            }
            begins.push((slot.unknown + row) * self.blocks);
        }
        if case.len() != self.slots.len() {
            return None;
        }
        if self.extras.is_empty() {
            for block in 0..self.rule_blocks {
                append(block, self.block(begins, block), found);
            }
            return Some(found);
        }
        rules.clear();
        rules.extend((0..self.rule_blocks).map(|block| self.block(begins, block)));
        for block in self.rule_blocks..self.blocks {
            each_bit(self.block(begins, block), &mut |bit| {
                let extra = self.extras.get((block - self.rule_blocks) * BITS + bit);
                let word = extra.and_then(|extra| word_of(rules, usize::from(extra.rule)));
                if let (Some(extra), Some((word, bit))) = (extra, word) {
                    *word = if extra.unless { *word & !bit } else { *word | bit };
                }
            });
        }
        for (block, words) in rules.iter().enumerate() {
            append(block, *words, found);
        }
        Some(found)
    }

    /// The clauses of one block that hold, by where the rows of a case begin.
    fn block(&self, begins: &[usize], block: usize) -> Block {
        // Word by word, since what is compiled for size is not unrolled.
        let [mut a, mut b, mut c, mut d] = self.rows.get(block).copied().unwrap_or_default();
        for begin in begins {
            if let Some([e, f, g, h]) = self.rows.get(begin + block) {
                a &= e;
                b &= f;
                c &= g;
                d &= h;
            }
        }
        [a, b, c, d]
    }

    /// Sets the bits of every row.
    fn fill(&mut self, pack: &Pack, clauses: &[Option<Column<'_>>]) {
        // Every clause that exists, everywhere; then what each cell takes away.
        let mut existing = vec![Block::default(); self.blocks];
        for (column, _) in clauses.iter().enumerate().filter(|(_, clause)| clause.is_some()) {
            if let Some((word, bit)) = word_of(&mut existing, column) {
                *word |= bit;
            }
        }
        let size = self.blocks.max(1);
        self.rows.chunks_mut(size).for_each(|row| row.copy_from_slice(&existing));
        for slot in &self.slots {
            let none = pack.facts.get(slot.fact.index()).is_some_and(can_be_none);
            for (column, clause) in clauses.iter().enumerate() {
                let Some(clause) = clause else { continue };
                let cells: Vec<&Cell> = clause.clause.0.iter().filter(|cell| slot.compiles(cell)).collect();
                if cells.is_empty() {
                    continue;
                }
                let mut rows = self.rows.chunks_mut(size).skip(slot.unknown);
                let unknown = rows.next();
                let mut possible = false;
                let mut certain = true;
                for (row, state) in rows.zip(0..slot.states) {
                    let holds = slot.holds_in(state, &cells, pack);
                    if let Some((word, bit)) = word_of(row, column).filter(|_| !holds) {
                        *word &= !bit;
                    }
                    if slot.is_open_to(state, none) {
                        possible |= holds;
                        certain &= holds;
                    }
                }
                let keeps = if clause.unless { certain } else { possible };
                if let Some((word, bit)) = unknown.and_then(|row| word_of(row, column)).filter(|_| !keeps) {
                    *word &= !bit;
                }
            }
        }
    }
}

/// A clause, and whether it is an exception.
#[derive(Debug, Clone, Copy)]
struct Column<'a> {
    clause: &'a Clause,
    unless: bool,
}

/// Which clause has which bit.
struct Columns<'a> {
    /// The rules' first alternatives, empty bits up to a whole block, then what `extras` says.
    clauses: Vec<Option<Column<'a>>>,
    extras: Vec<Extra>,
}

impl<'a> Columns<'a> {
    fn of(rules: &[(&'a When, &'a When)], slots: &[Slot]) -> Self {
        let column = |clause, unless| Some(Column { clause, unless });
        let mut clauses: Vec<_> =
            rules.iter().map(|(when, _)| when.0.first().and_then(|clause| column(clause, false))).collect();
        clauses.resize(rules.len().next_multiple_of(BITS), None);
        let mut extras = Vec::new();
        for (rule, (when, _)) in (0_u16..).zip(rules) {
            for clause in when.0.iter().skip(1) {
                clauses.push(column(clause, false));
                extras.push(Extra { rule, unless: false });
            }
        }
        for (rule, (_, unless)) in (0_u16..).zip(rules) {
            // An exception that is not compiled as a whole excludes nothing here.
            for clause in unless.0.iter().filter(|clause| clause.0.iter().all(|cell| is_compiled(cell, slots))) {
                clauses.push(column(clause, true));
                extras.push(Extra { rule, unless: true });
            }
        }
        Columns { clauses, extras }
    }
}

/// One slot for each fact that cells look at, or for each distinct cell on a set, as many as [`LIMIT`] allows.
fn slots(pack: &Pack, rules: &[(&When, &When)]) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    for cell in rules.iter().flat_map(|(when, unless)| when.cells().chain(unless.cells())) {
        let Name::Fact(fact) = cell.of else { continue };
        if !are_constant(&cell.tests) || constrains_nothing(cell) {
            continue;
        }
        let at = slots.iter().position(|slot| slot.compiles(cell)).unwrap_or(slots.len());
        if at == slots.len() {
            let looks = match &pack.type_of(cell.of) {
                Type::Several(_) => Looks::Cell(Box::new(cell.clone())),
                kind => Looks::Pieces(kind.range().map(|(least, _)| least).into_iter().collect()),
            };
            slots.push(Slot { fact, looks, record: false, unknown: 0, states: 0 });
        }
        let Some(slot) = slots.get_mut(at) else { continue };
        slot.record |= look_at_record(&cell.tests);
        if let Looks::Pieces(begins) = &mut slot.looks {
            let (least, greatest) = pack.type_of(cell.of).range().unwrap_or_default();
            each_cut(&cell.tests, pack, &mut |scalar| {
                if least < scalar && scalar <= greatest {
                    begins.insert(scalar);
                }
            });
        }
    }
    let clauses: usize = rules.iter().map(|(when, unless)| 1 + when.0.len() + unless.0.len()).sum();
    let most_rows = LIMIT / (clauses / BITS + 2);
    let mut rows = 1;
    slots.retain_mut(|slot| {
        slot.unknown = rows;
        slot.states = slot.count_states();
        let end = rows + 1 + slot.states;
        let fits = end <= most_rows && slot.states <= usize::from(u16::MAX);
        if fits {
            rows = end;
        }
        fits
    });
    slots
}

impl Slot {
    /// Whether the cell is answered by this slot's rows.
    fn compiles(&self, cell: &Cell) -> bool {
        cell.of == Name::Fact(self.fact)
            && match &self.looks {
                Looks::Pieces(_) => are_constant(&cell.tests),
                Looks::Cell(own) => own.tests == cell.tests,
            }
    }

    /// How many rows there must be besides that for the unknown.
    fn count_states(&self) -> usize {
        match &self.looks {
            Looks::Pieces(begins) => (1 + begins.len()) * if self.record { 2 } else { 1 },
            Looks::Cell(_) => 2,
        }
    }

    /// The state that a known value puts the slot in.
    fn state(&self, known: Known<'_>, pack: &Pack) -> usize {
        match &self.looks {
            Looks::Pieces(begins) => {
                let piece = match known.value {
                    Value::Scalar(scalar) => begins.partition_point(|begin| begin <= scalar),
                    _ => 0,
                };
                piece + if self.record && !known.given { 1 + begins.len() } else { 0 }
            }
            Looks::Cell(cell) => usize::from(hold(&cell.tests, known, pack)),
        }
    }

    /// Whether all of a clause's cells on this slot hold in a state.
    fn holds_in(&self, state: usize, cells: &[&Cell], pack: &Pack) -> bool {
        match &self.looks {
            Looks::Pieces(begins) => {
                let pieces = 1 + begins.len();
                let scalar = (state % pieces).checked_sub(1).and_then(|piece| begins.get(piece));
                let value = scalar.map_or(Value::None, |scalar| Value::Scalar(*scalar));
                let known = Known { value: &value, given: state < pieces };
                cells.iter().all(|cell| hold(&cell.tests, known, pack))
            }
            Looks::Cell(_) => state == 1,
        }
    }

    /// Whether a fact that the case does not give may be in this state.
    fn is_open_to(&self, state: usize, can_be_none: bool) -> bool {
        match &self.looks {
            Looks::Pieces(begins) => {
                let pieces = 1 + begins.len();
                let not_given = !self.record || state >= pieces;
                not_given && (can_be_none || !state.is_multiple_of(pieces))
            }
            // Of sets only what the record alone decides is known beforehand.
            Looks::Cell(cell) => match cell.tests.as_slice() {
                [Test::Not(members)] if members.contains(&Test::Unknown) => state == 0,
                tests => state == 1 || !tests.contains(&Test::Unknown),
            },
        }
    }
}

fn is_compiled(cell: &Cell, slots: &[Slot]) -> bool {
    constrains_nothing(cell) || slots.iter().any(|slot| slot.compiles(cell))
}

fn constrains_nothing(cell: &Cell) -> bool {
    cell.tests.contains(&Test::Any)
}

fn can_be_none(fact: &Fact) -> bool {
    fact.optional || !fact.applies.is_always()
}

/// The word that a bit stands in, and the bit.
fn word_of(row: &mut [Block], bit: usize) -> Option<(&mut u64, u64)> {
    let word = row.get_mut(bit / BITS)?.get_mut(bit % BITS / 64)?;
    Some((word, 1 << (bit % 64)))
}

/// Calls `visit` with every bit that is set, ascending.
fn each_bit(block: Block, visit: &mut impl FnMut(usize)) {
    for (at, mut word) in block.into_iter().enumerate() {
        while word != 0 {
            visit(at * 64 + word.trailing_zeros() as usize);
            word &= word - 1;
        }
    }
}

fn append(block: usize, words: Block, found: &mut Vec<u16>) {
    each_bit(words, &mut |bit| found.push(u16::try_from(block * BITS + bit).unwrap_or(u16::MAX)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bound, Choice, End, From, Grounds, Setting, SettingId};

    /// A pack of six facts, one of each kind that cells can look at, some of which can be `none`.
    fn pack() -> Pack {
        let choices = |count: usize| -> Vec<Choice> {
            let choice = |at| Choice { id: format!("v{at}"), title: String::new() };
            (0..count).map(choice).collect()
        };
        let number = Type::Number { decimals: 0, unit: None, min: -3, max: 12 };
        let kinds = [
            Type::YesNo,
            Type::Choice(choices(4)),
            Type::Several(choices(3)),
            Type::Level(choices(5)),
            number.clone(),
            Type::Duration { min: 0, max: 9 },
        ];
        let fact = |(at, kind)| Fact {
            id: format!("f{at}"),
            title: String::new(),
            kind,
            ask: None,
            from: From::Agent,
            applies: When::always(),
            optional: at % 2 == 1,
            default: None,
            sensitive: false,
            usual: None,
            grounds: Grounds::default(),
        };
        let setting = Setting {
            id: "s".to_owned(),
            title: String::new(),
            kind: number,
            value: Value::Scalar(2),
            grounds: Grounds::default(),
        };
        Pack { facts: kinds.into_iter().enumerate().map(fact).collect(), settings: vec![setting], ..Pack::default() }
    }

    fn values(fact: &Fact) -> Vec<Value> {
        let mut values: Vec<Value> = match fact.kind.range() {
            Some((min, max)) => (min..=max).map(Value::Scalar).collect(),
            None => (0..8).map(Value::Set).collect(),
        };
        values.extend(fact.optional.then_some(Value::None));
        values
    }

    fn random_end(random: &mut fastrand::Rng, kind: &Type, names: bool) -> End {
        match random.u8(0..12) {
            0 => End::Setting(SettingId(0)),
            1 if names => End::Name(Name::Now),
            _ => {
                let (min, max) = kind.range().unwrap_or((0, 2));
                End::Constant(random.i64(min..=max))
            }
        }
    }

    fn random_test(random: &mut fastrand::Rng, kind: &Type, names: bool) -> Test {
        let bound = |random: &mut fastrand::Rng| {
            random.bool().then(|| Bound { end: random_end(random, kind, names), inclusive: random.bool() })
        };
        match random.u8(0..10) {
            0 => Test::None,
            1 => Test::Unknown,
            2 => Test::Not(vec![Test::Unknown]),
            3 => Test::Not((0..random.u8(1..3)).map(|_| Test::Is(random_end(random, kind, names))).collect()),
            4 => Test::Any,
            5 | 6 if !matches!(kind, Type::Several(_)) => Test::Range { low: bound(random), high: bound(random) },
            _ => Test::Is(random_end(random, kind, names)),
        }
    }

    fn random_when(random: &mut fastrand::Rng, pack: &Pack, clauses: usize, names: bool) -> When {
        let cell = |random: &mut fastrand::Rng| {
            let fact = random.usize(0..pack.facts.len());
            let kind = &pack.facts[fact].kind;
            let tests = (0..random.u8(1..3)).map(|_| random_test(random, kind, names)).collect();
            Cell { of: Name::Fact(FactId::at(fact)), tests, text: String::new() }
        };
        When((0..clauses).map(|_| Clause((0..random.u8(0..4)).map(|_| cell(random)).collect())).collect())
    }

    fn random_rules(random: &mut fastrand::Rng, pack: &Pack, count: usize, names: bool) -> Vec<(When, When)> {
        let mut rule = || {
            let (alternatives, exceptions) = ([0, 1, 1, 1, 2][random.usize(0..5)], [0, 0, 1, 2][random.usize(0..4)]);
            (random_when(random, pack, alternatives, names), random_when(random, pack, exceptions, names))
        };
        (0..count).map(|_| rule()).collect()
    }

    fn compiled(pack: &Pack, rules: &[(When, When)]) -> Matcher {
        Matcher::new(pack, &rules.iter().map(|(when, unless)| (when, unless)).collect::<Vec<_>>())
    }

    /// Some values, of which the case gave some.
    fn random_case(random: &mut fastrand::Rng, pack: &Pack) -> (Vec<Value>, Vec<bool>) {
        let value = |fact| values(fact)[random.usize(0..values(fact).len())].clone();
        let values = pack.facts.iter().map(value).collect();
        (values, pack.facts.iter().map(|_| random.u8(0..4) > 0).collect())
    }

    fn found(matcher: &Matcher, pack: &Pack, values: &[Option<Value>], given: &[Option<Value>]) -> Vec<u16> {
        let mut case = vec![7];
        matcher.encode(values, given, pack, &mut case);
        matcher.matches(&case, &mut Scratch::default()).expect("its own numbers").to_vec()
    }

    fn rule_holds((when, unless): &(When, When), values: &[Value], given: &[bool], pack: &Pack) -> bool {
        let cell = |cell: &Cell| match cell.of {
            Name::Fact(fact) => {
                let at = fact.index();
                hold(&cell.tests, Known { value: &values[at], given: given[at] }, pack)
            }
            _ => false,
        };
        let any = |when: &When| when.0.iter().any(|clause| clause.0.iter().all(cell));
        any(when) && !any(unless)
    }

    #[test]
    fn a_complete_case_finds_exactly_the_rules_that_hold() {
        let (pack, mut random) = (pack(), fastrand::Rng::with_seed(11));
        let (mut right, mut wrong) = (0_usize, 0_usize);
        for size in [0, 1, 3, 40, 255, 256, 257, 700] {
            let rules = random_rules(&mut random, &pack, size, false);
            let matcher = compiled(&pack, &rules);
            for _ in 0..200 {
                let (values, given) = random_case(&mut random, &pack);
                let known: Vec<_> = values.iter().cloned().map(Some).collect();
                let record: Vec<_> =
                    known.iter().zip(&given).map(|(value, given)| value.clone().filter(|_| *given)).collect();
                let expected: Vec<u16> = (0..)
                    .zip(&rules)
                    .filter(|(_, rule)| rule_holds(rule, &values, &given, &pack))
                    .map(|(id, _)| id)
                    .collect();
                assert_eq!(found(&matcher, &pack, &known, &record), expected);
                right += expected.len();
                wrong += size.abs_diff(expected.len());
            }
        }
        assert!(right > 10_000 && wrong > 10_000, "{right} {wrong}");
    }

    #[test]
    fn while_facts_are_unknown_no_rule_that_may_hold_is_left_out() {
        let (pack, mut random) = (pack(), fastrand::Rng::with_seed(12));
        let (mut kept, mut lost) = (0_usize, 0_usize);
        for names in [false, true] {
            let rules = random_rules(&mut random, &pack, 300, names);
            let matcher = compiled(&pack, &rules);
            for _ in 0..300 {
                let (values, given) = random_case(&mut random, &pack);
                let unknown: Vec<bool> = given.iter().map(|given| !given && random.bool()).collect();
                let known: Vec<_> = values
                    .iter()
                    .zip(&unknown)
                    .map(|(value, unknown)| Some(value.clone()).filter(|_| !unknown))
                    .collect();
                let record: Vec<_> =
                    known.iter().zip(&given).map(|(value, given)| value.clone().filter(|_| *given)).collect();
                let found = found(&matcher, &pack, &known, &record);
                for (id, rule) in (0..).zip(&rules) {
                    let left_out = found.binary_search(&id).is_err();
                    assert!(
                        !(left_out && rule_holds(rule, &values, &given, &pack) && matcher.is_whole(id)),
                        "{rule:?} {known:?}"
                    );
                    assert!(names || matcher.is_whole(id));
                }
                kept += found.len();
                lost += rules.len().abs_diff(found.len());
            }
        }
        assert!(kept > 10_000 && lost > 10_000, "{kept} {lost}");
    }

    #[test]
    fn one_cell_on_an_unknown_fact_fails_only_if_no_value_of_it_would_do() {
        let (pack, mut random) = (pack(), fastrand::Rng::with_seed(13));
        for _ in 0..3_000 {
            let rule = (random_when(&mut random, &pack, 1, false), When::never());
            let [Cell { of: Name::Fact(fact), .. }] = rule.0.0[0].0.as_slice() else { continue };
            let nothing = vec![None; pack.facts.len()];
            let found = found(&compiled(&pack, std::slice::from_ref(&rule)), &pack, &nothing, &nothing);
            let (mut case, not_given) = (vec![Value::None; pack.facts.len()], vec![false; pack.facts.len()]);
            let never = values(&pack.facts[fact.index()]).into_iter().all(|value| {
                case[fact.index()] = value;
                !rule_holds(&rule, &case, &not_given, &pack)
            });
            assert!(never == found.is_empty() || matches!(pack.facts[fact.index()].kind, Type::Several(_)), "{rule:?}");
        }
    }

    #[test]
    fn a_rule_with_cells_on_derived_quantities_is_found_by_its_other_cells() {
        let pack = pack();
        let yes = Cell { of: Name::Fact(FactId(0)), tests: vec![Test::Is(End::Constant(1))], text: String::new() };
        let derived = Cell { of: Name::Now, ..yes.clone() };
        let when = |cells: Vec<Cell>| When(vec![Clause(cells)]);
        let rules = [
            (when(vec![yes.clone(), derived.clone()]), When::never()),
            (when(vec![yes.clone()]), when(vec![derived.clone()])),
            (when(vec![yes.clone()]), when(vec![yes.clone()])),
            (when(vec![derived]), When::never()),
        ];
        let matcher = compiled(&pack, &rules);
        let (yes, no) = ([Some(Value::Scalar(1))], [Some(Value::Scalar(0))]);
        assert_eq!(found(&matcher, &pack, &yes, &yes), [0, 1, 3]);
        assert_eq!(found(&matcher, &pack, &no, &no), [3]);
        assert_eq!([0, 1, 2, 3].map(|rule| matcher.is_whole(rule)), [false, false, true, false]);
    }

    #[test]
    fn what_would_take_too_much_memory_is_left_to_others() {
        let mut pack = pack();
        pack.facts[5].kind = Type::Duration { min: 0, max: 1_000_000 };
        let cell = |fact: u16, scalar| Cell {
            of: Name::Fact(FactId(fact)),
            tests: vec![Test::Is(End::Constant(scalar))],
            text: String::new(),
        };
        let when = |scalar: i64| When(vec![Clause(vec![cell(0, scalar % 2), cell(5, scalar * 10)])]);
        let rules: Vec<(When, When)> = (0..20_000).map(|scalar| (when(scalar), When::never())).collect();
        let matcher = compiled(&pack, &rules);
        assert!(matcher.rows.len() <= LIMIT && !matcher.is_whole(7));
        let mut values = vec![None; 6];
        (values[0], values[5]) = (Some(Value::Scalar(1)), Some(Value::Scalar(70)));
        assert_eq!(
            found(&matcher, &pack, &values, &values),
            (0..20_000).filter(|rule| rule % 2 == 1).collect::<Vec<u16>>()
        );
    }

    #[test]
    fn numbers_of_another_matcher_are_refused() {
        let pack = pack();
        let (when, unless) = (
            When(vec![Clause(vec![Cell { of: Name::Fact(FactId(0)), tests: vec![Test::None], text: String::new() }])]),
            When::never(),
        );
        let matcher = Matcher::new(&pack, &[(&when, &unless)]);
        for numbers in [vec![], vec![0, 0], vec![u16::MAX], vec![5]] {
            assert_eq!(matcher.matches(&numbers, &mut Scratch::default()), None, "{numbers:?}");
        }
        assert!(matcher.matches(&[0], &mut Scratch::default()).is_some());
    }
}
