//! Guarantees that do not hold, and those of which it could not be told.

use super::calendar;
use crate::case;
use crate::engine::Engine;
use crate::engine::part::Part;
use crate::model::{Comparison, Formula, Name, Pack, Promise};
use crate::pack::{Kind, Places, Sink, codes};
use crate::plan::{self, Shown};
use crate::proof::guarantees::{Verdict, Witness, promised, prove};

/// Reports each guarantee that some case breaks, with the case, and each that could be neither proved nor refuted. Gives
/// the ids of those that are proved.
pub(super) fn check(pack: &Pack, places: &Places, today: i64, sink: &mut Sink) -> Vec<String> {
    let mut proved = Vec::new();
    if pack.guarantees.is_empty() {
        return proved;
    }
    let engine = Engine::new(pack.clone(), String::new());
    for (guarantee, verdict) in pack.guarantees.iter().zip(prove(pack, today)) {
        let Some(place) = places.of.get(&(Kind::Guarantee, guarantee.id.clone())) else { continue };
        match verdict {
            Verdict::Proved => proved.push(guarantee.id.clone()),
            Verdict::Broken(Witness { mut words, given, .. }) => {
                if let Promise::Value(comparison) = &guarantee.promise {
                    let came = given.first().map(|case| came_to(pack, comparison, case, today));
                    words.push_str(&came.unwrap_or_default());
                }
                sink.error(codes::GUARANTEE_BROKEN, *place, format_args!("the guarantee `{}` is broken", guarantee.id))
                    .label(format_args!("broken by {words}"))
                    .help(mend(pack, &guarantee.promise));
            }
            Verdict::Open(because) => {
                let message = format_args!("whether the guarantee `{}` holds could not be proved", guarantee.id);
                let mut parts = promised(pack, &guarantee.promise);
                guarantee.when.each_name(&mut |name| parts.extend(Part::of(pack, name)));
                let formulas: &[&Formula] = match &guarantee.promise {
                    Promise::Value(Comparison { left, right, .. }) => &[left, right],
                    _ => &[],
                };
                let calendar = calendar::way_out(&engine, &parts, formulas);
                let draft = sink.warning(codes::GUARANTEE_OPEN, *place, message);
                draft.label(because.words()).help(because.way_out());
                if let Some((place, way_out)) = calendar::place(places).zip(calendar) {
                    draft.help_first(way_out).related(place, "this calendar");
                }
            }
        }
    }
    proved
}

/// What the two sides of a comparison read comes to in a case: `, in which \`due\` is 1350.04`.
fn came_to(pack: &Pack, Comparison { left, right, .. }: &Comparison, given: &serde_json::Value, today: i64) -> String {
    let engine = Engine::new(pack.clone(), String::new());
    let Ok(case) = case::from_json(given.to_string().as_bytes(), pack, today) else { return String::new() };
    let mut names: Vec<&str> = Vec::new();
    let mut add = |name: Name| {
        let id = pack.id_of(name);
        if matches!(name, Name::Derived(_)) && !names.contains(&id) {
            names.push(id);
        }
    };
    left.each_name(&mut add);
    right.each_name(&mut add);
    let values = names.into_iter().filter_map(|name| match plan::decide(&engine, &case, name).ok()?.value {
        Shown::Text(text) => Some(format!("`{name}` is {text}")),
        Shown::Number(number) => Some(format!("`{name}` is {number}")),
        _ => None,
    });
    let values: Vec<String> = values.collect();
    if values.is_empty() { String::new() } else { format!(", in which {}", values.join(" and ")) }
}

/// What to do about a broken promise.
fn mend(pack: &Pack, promise: &Promise) -> String {
    match promise {
        Promise::Monotone { of, .. } => {
            let of = pack.id_of(*of);
            format!(
                "see which row or formula gives each with `amends explain PACK {of}`, then mend it, or promise less by `when`"
            )
        }
        _ => "try the case with `amends recommend`, then mend the rules, or promise less".to_owned(),
    }
}
