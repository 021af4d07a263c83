//! Hit policies that promise less than a table keeps.

use crate::model::{Entry, Hit};
use crate::proof::{Finding, Kind, Subject};

use super::overlaps::common;
use super::study::Study;

/// Reports tables of which a stricter hit policy holds. With it, whoever adds a row is told when it meets another.
pub(super) fn check(study: &mut Study<'_, '_>, found: &mut Vec<Finding>) -> Option<()> {
    let rows = study.rows();
    if !matches!(study.table.hit, Hit::Any | Hit::Priority | Hit::First) || rows.len() < 2 {
        return Some(());
    }
    let mut agree = true;
    let mut meet = false;
    for (at, first) in rows.iter().enumerate() {
        for second in rows.iter().skip(at.saturating_add(1)) {
            let blocks = common(study, *first, *second);
            if blocks.is_empty() || study.is_covered(&blocks, &[])? {
                continue;
            }
            meet = true;
            agree &= study.agree(*first, *second) && is_written(study, *first);
            if !agree || study.table.hit == Hit::Any {
                return Some(());
            }
        }
    }
    let (policy, because) =
        if meet { ("any", "rows that fit at once conclude the same") } else { ("unique", "no two rows fit at once") };
    let message = format!("the hit policy of the table `{}` could be `{policy}`", study.table.id);
    let help = format!("write `hit = \"{policy}\"`, so that a row that is added and meets another is noticed");
    found.push(Finding::new(Kind::StricterHit, Subject::Table(study.id), message).label(because).help(help));
    Some(())
}

/// Whether a row concludes values alone, which are the same wherever they are written the same.
fn is_written(study: &Study<'_, '_>, row: usize) -> bool {
    study.row(row).is_some_and(|row| row.entries.iter().all(|entry| matches!(entry, Entry::Value(_))))
}
