//! What rules give: formulas, and entries of tables and of `with`.

use std::mem::discriminant;

use crate::model::{DEEPEST, Entry, Formula, Type};

use super::{Checker, MOST_DECIMALS};

impl Checker<'_> {
    /// `depth` is how many levels there may be.
    #[inline(never)]
    pub(super) fn formula(&mut self, formula: &Formula, depth: u16) {
        self.sure(depth > 0, "has formulas that lie too deep in each other");
        let Some(depth) = depth.checked_sub(1) else { return };
        match formula {
            Formula::Constant { decimals, .. } => {
                self.sure(*decimals <= MOST_DECIMALS, "reckons with too many decimals");
            }
            Formula::Name(name) => {
                let kind = self.readable(*name);
                self.sure(kind.is_quantity(), "reckons with something that is no quantity");
            }
            Formula::Setting(setting) => {
                let kind = self.setting(*setting);
                self.sure(kind.is_quantity(), "reckons with a setting that is no quantity");
            }
            Formula::Min(parts) | Formula::Max(parts) => self.sure(!parts.is_empty(), "has the least of nothing"),
            _ => {}
        }
        formula.each_part(&mut |part| self.formula(part, depth));
    }

    #[inline(never)]
    pub(super) fn entry(&mut self, entry: &Entry, kind: &Type) {
        match entry {
            Entry::Value(value) => self.value(value, kind),
            Entry::Undecided => {}
            // A formula may copy another output of any type; anything else reckons with quantities.
            Entry::Formula(Formula::Name(name)) => {
                let alike = discriminant(self.readable(*name)) == discriminant(kind);
                self.sure(alike || kind.is_quantity(), "takes over a value of another type");
            }
            Entry::Formula(formula) => self.formula(formula, DEEPEST),
        }
    }
}
