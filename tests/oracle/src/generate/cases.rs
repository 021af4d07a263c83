//! Random cases of a pack.

use amends::case::Case;
use amends::model::{FactId, RoleId, Value, When};

use super::{Generator, TODAY};

impl Generator {
    /// A case in which nothing is known, some in which something is, and one in which all is.
    pub(super) fn cases(&mut self) -> Vec<Case> {
        [0, 30, 60, 100].into_iter().map(|percent| self.case(percent)).collect()
    }

    fn case(&mut self, percent: u32) -> Case {
        let facts = self.pack.facts.len();
        let now = if self.chance(70) { TODAY } else { TODAY + self.random.i64(-2..5) };
        let mut case = Case::empty(facts, now);
        for fact in 0..facts {
            if self.chance(percent) {
                let applies_always = self.pack.facts[fact].applies == When::always();
                let none = !applies_always && self.chance(15);
                case.given[fact] = Some(if none { Value::None } else { self.fact_value(fact) });
            } else if self.chance(8) {
                case.declined.push(FactId::at(fact));
            }
        }
        if !self.pack.roles.is_empty() && self.chance(20) {
            case.role = Some(RoleId::at(self.random.usize(0..self.pack.roles.len())));
        }
        case
    }
}
