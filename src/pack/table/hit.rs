//! Hit policies: how they are written, and which outputs they can be had with.

use super::Reader;
use crate::model::{Hit, Type};
use crate::pack::codes;
use crate::pack::diagnostic::Sink;
use crate::pack::item::{self, Item};

/// The hit policies as they are written.
pub const HITS: [(&str, Hit); 11] = [
    ("unique", Hit::Unique),
    ("any", Hit::Any),
    ("priority", Hit::Priority),
    ("first", Hit::First),
    ("rule-order", Hit::RuleOrder),
    ("output-order", Hit::OutputOrder),
    ("collect", Hit::Collect),
    ("collect-sum", Hit::CollectSum),
    ("collect-min", Hit::CollectMin),
    ("collect-max", Hit::CollectMax),
    ("collect-count", Hit::CollectCount),
];

/// The hit policy of a table.
pub fn hit(item: &Item, sink: &mut Sink) -> Option<Hit> {
    let Some(node) = item.get("hit") else { return Some(Hit::default()) };
    item::one_of(item::text(node, sink)?, "hit policy", &HITS, sink)
}

impl Reader<'_> {
    /// Reports a hit policy that the types of the outputs do not allow.
    pub fn check_hit(&self, sink: &mut Sink) {
        let at = self.item.get("hit").map_or(self.item.place, |node| node.place);
        let kinds: Vec<&Type> = (0..self.outputs.len()).filter_map(|column| self.kind(column)).collect();
        let wrong = |message: &str, help: &str, sink: &mut Sink| {
            sink.error(codes::HIT, at, message).help(help);
        };
        match self.hit {
            Hit::Priority | Hit::OutputOrder
                if !kinds.is_empty() && kinds.iter().all(|kind| kind.choices().is_empty()) =>
            {
                wrong(
                    "this hit policy takes the order of declared values, and no output has any",
                    "make an output a `choice` or `level`, or use another hit policy",
                    sink,
                );
            }
            Hit::CollectSum if kinds.iter().any(|kind| !kind.is_quantity() || matches!(kind, Type::Date { .. })) => {
                wrong("only numbers, money and durations can be summed", "use another hit policy", sink);
            }
            Hit::CollectMin | Hit::CollectMax
                if kinds.iter().any(|kind| !kind.is_quantity() && !matches!(kind, Type::Level(_))) =>
            {
                wrong("only quantities and levels have a least and a greatest", "use another hit policy", sink);
            }
            Hit::CollectCount if kinds.iter().any(|kind| !matches!(kind, Type::Number { .. })) => {
                wrong(
                    "a count is a number",
                    "declare the output with `type = \"number\"`, and write in each row a number, such as 1, for what counts",
                    sink,
                );
            }
            _ => {}
        }
    }
}
