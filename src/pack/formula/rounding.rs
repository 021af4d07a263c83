//! How results are rounded.

use super::formula;
use crate::model::{Formula, Rounding, Type, Value};
use crate::pack::codes;
use crate::pack::diagnostic::Sink;
use crate::pack::document::Text;
use crate::pack::item;
use crate::pack::names::Names;

/// `half-up 0.01`: the mode, and the step in the type of what is rounded; either alone has the usual other.
pub fn rounding(text: Text<'_>, kind: &Type, names: &Names, sink: &mut Sink) -> Option<(Rounding, Formula)> {
    let text = text.trim();
    let (word, rest) = text.text.split_once(char::is_whitespace).unwrap_or((text.text, ""));
    let starts_with_mode = word.starts_with(|first: char| first.is_alphabetic());
    let (mode, step) = match starts_with_mode {
        true => {
            (text.slice(0..word.len()), text.slice(text.text.len().saturating_sub(rest.len())..text.text.len()).trim())
        }
        false => (text.slice(0..0), text),
    };
    let mode = match mode.text {
        "" => Rounding::HalfUp,
        _ => item::one_of(mode, "rounding", &MODES, sink)?,
    };
    if step.text.is_empty() {
        return Some((mode, Formula::Constant { digits: 1, decimals: kind.decimals() }));
    }
    let formula = formula(step, kind, names, sink)?;
    check_step(&formula, step, names, sink).then_some((mode, formula))
}

const MODES: [(&str, Rounding); 7] = [
    ("half-up", Rounding::HalfUp),
    ("half-down", Rounding::HalfDown),
    ("half-even", Rounding::HalfEven),
    ("up", Rounding::Up),
    ("down", Rounding::Down),
    ("ceiling", Rounding::Ceiling),
    ("floor", Rounding::Floor),
];

/// Whether a formula is a positive constant, as a step must be; reports it if not.
pub fn check_step(step: &Formula, text: Text<'_>, names: &Names, sink: &mut Sink) -> bool {
    let is_positive = match step {
        Formula::Constant { digits, .. } => *digits > 0,
        Formula::Setting(setting) => {
            let value = names.settings.get(setting.index()).and_then(|(_, value)| value.as_ref());
            matches!(value, Some(Value::Scalar(scalar)) if *scalar > 0)
        }
        _ => false,
    };
    if !is_positive {
        sink.error(codes::ROUNDING, text.place(), "the step of a rounding is a written quantity above zero")
            .help("write it as in `half-up 0.01`, `down 1 h` or `round(price / 3, 0.05)`");
    }
    is_positive
}
