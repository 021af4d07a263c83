//! Published schemes in the pack language read without a word of complaint.
#![cfg(feature = "author")]
#![expect(clippy::expect_used, reason = "a test may stop where its own data is wrong")]

use std::path::{Path, PathBuf};

use amends::model::{Definition, Evidence, Grounds, Name, Pack};
use amends::pack::{self, Reading};

fn folders() -> Vec<PathBuf> {
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs");
    let entries = std::fs::read_dir(packs).expect("the folder of packs");
    entries.map(|entry| entry.expect("a folder").path()).filter(|path| path.is_dir()).collect()
}

fn load(folder: &Path) -> Reading {
    pack::load(folder).expect("a readable folder")
}

#[test]
fn every_pack_reads_without_a_diagnostic() {
    for folder in folders() {
        let reading = load(&folder);
        assert_eq!(reading.diagnostics, [], "{}", folder.display());
        assert!(reading.pack.is_some());
    }
}

#[test]
fn what_follows_from_the_facts_stands_after_all_that_it_reads() {
    for folder in folders() {
        let pack = load(&folder).pack.expect("a pack without errors");
        for (derived, at) in pack.derived.iter().zip(0_u16..) {
            let mut read = Vec::new();
            if let Definition::Output { table, .. } = &derived.definition {
                let rows = &pack.tables[table.index()].rows;
                read.extend(rows.iter().flat_map(|row| row.when.cells().chain(row.unless.cells())).map(|cell| cell.of));
            }
            for name in read {
                assert!(
                    !matches!(name, Name::Derived(other) if other.0 >= at),
                    "{} reads {}",
                    derived.id,
                    pack.id_of(name)
                );
            }
        }
    }
}

/// The pack without what programs leave out: what only rule authors need.
fn without_notes(mut pack: Pack) -> Pack {
    let strip = |grounds: &mut Grounds| {
        (grounds.review_by, grounds.approved_by) = (None, None);
        grounds.ideas.clear();
    };
    pack.guarantees.clear();
    pack.cues.clear();
    for evidence in &mut pack.evidence {
        let id = std::mem::take(&mut evidence.id);
        *evidence = Evidence { id, ..Evidence::default() };
    }
    pack.facts.iter_mut().for_each(|fact| strip(&mut fact.grounds));
    pack.settings.iter_mut().for_each(|setting| strip(&mut setting.grounds));
    pack.actions.iter_mut().for_each(|action| strip(&mut action.grounds));
    pack.rules.iter_mut().for_each(|rule| strip(&mut rule.grounds));
    for table in &mut pack.tables {
        strip(&mut table.grounds);
        table.rows.iter_mut().for_each(|row| strip(&mut row.grounds));
    }
    for derived in &mut pack.derived {
        match &mut derived.definition {
            Definition::Condition(condition) => strip(&mut condition.grounds),
            Definition::Value(value) => strip(&mut value.grounds),
            Definition::Output { .. } => {}
        }
    }
    pack
}

#[test]
fn every_pack_becomes_a_program_that_holds_the_same_but_its_authors_notes() {
    for folder in folders() {
        let pack = load(&folder).pack.expect("a pack without errors");
        let program = amends::program::write(&pack).expect("a pack that reads is consistent");
        let read = amends::program::load(&program).expect("a program").pack;
        assert!(read == without_notes(pack), "{}", folder.display());
        assert!(amends::program::write(&read).expect("a program") == program, "{}", folder.display());
    }
}
