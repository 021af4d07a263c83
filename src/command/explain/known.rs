//! What a case has of the names and settings that cells and formulas read.

use amends::case::Case;
use amends::engine::Engine;
use amends::model::{Cell, End, Formula, Name, Pack, Test, Type, date};
use amends::plan::{self, Shown};

use super::super::formulas::Read;
use super::super::values;

pub struct Known<'a> {
    pub engine: &'a Engine,
    pub case: &'a Case,
}

impl<'a> Known<'a> {
    /// What a fact, output, condition, value or table comes to.
    pub fn decided(&self, id: &str) -> Shown {
        plan::decide(self.engine, self.case, id).map_or(Shown::Undetermined, |decision| decision.value)
    }

    pub fn value(&self, of: Read) -> Shown {
        match of {
            Read::Name(Name::Now) => Shown::Text(date::print(self.case.now)),
            Read::Name(name) => self.decided(self.engine.pack.id_of(name)),
            Read::Setting(setting) => self
                .engine
                .pack
                .settings
                .get(setting.index())
                .map_or(Shown::Undetermined, |own| Shown::value(&own.value, &own.kind, &self.engine.pack)),
        }
    }

    pub fn id(&self, of: Read) -> &'a str {
        id_of(&self.engine.pack, of)
    }

    pub fn words(&self, of: Read) -> String {
        values::words(&self.value(of), self.kind(of), &self.engine.pack)
    }

    /// By id, with its value behind it: `fare (300.00 EUR)`.
    pub fn named(&self, of: Read) -> String {
        format!("{} ({})", self.id(of), self.words(of))
    }

    fn kind(&self, of: Read) -> Option<&'a Type> {
        match of {
            Read::Name(name) => Some(self.engine.pack.type_of(name)),
            Read::Setting(setting) => self.engine.pack.settings.get(setting.index()).map(|own| &own.kind),
        }
    }
}

pub fn id_of(pack: &Pack, of: Read) -> &str {
    match of {
        Read::Name(name) => pack.id_of(name),
        Read::Setting(setting) => pack.settings.get(setting.index()).map_or("", |own| own.id.as_str()),
    }
}

/// Calls `visit` with everything that a formula reads, in written order.
pub fn each_read(formula: &Formula, visit: &mut dyn FnMut(Read)) {
    match formula {
        Formula::Name(name) => visit(Read::Name(*name)),
        Formula::Setting(setting) => visit(Read::Setting(*setting)),
        formula => formula.each_part(&mut |part| each_read(part, visit)),
    }
}

/// What a cell compares its name with, in written order.
pub fn compared_with(cell: &Cell) -> Vec<Read> {
    let mut found = Vec::new();
    cell.tests.iter().for_each(|test| add_ends(test, &mut found));
    found
}

fn add_ends(test: &Test, found: &mut Vec<Read>) {
    let mut add = |end: &End| match end {
        End::Constant(_) => {}
        End::Setting(setting) => found.push(Read::Setting(*setting)),
        End::Name(name) => found.push(Read::Name(*name)),
    };
    match test {
        Test::Is(end) => add(end),
        Test::Range { low, high } => [low, high].into_iter().flatten().for_each(|bound| add(&bound.end)),
        Test::Not(tests) => tests.iter().for_each(|test| add_ends(test, found)),
        Test::Any | Test::None | Test::Unknown => {}
    }
}
