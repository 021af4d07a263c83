//! Guarantees that do not hold, and those of which it could not be told.

use crate::model::Pack;
use crate::pack::{Kind, Places, Sink, codes};
use crate::proof::guarantees::{Verdict, Witness, prove};

/// Reports each guarantee that some case breaks, with the case, and each that could be neither proved nor refuted. Gives
/// the ids of those that are proved.
pub(super) fn check(pack: &Pack, places: &Places, today: i64, sink: &mut Sink) -> Vec<String> {
    let mut proved = Vec::new();
    if pack.guarantees.is_empty() {
        return proved;
    }
    for (guarantee, verdict) in pack.guarantees.iter().zip(prove(pack, today)) {
        let Some(place) = places.of.get(&(Kind::Guarantee, guarantee.id.clone())) else { continue };
        match verdict {
            Verdict::Proved => proved.push(guarantee.id.clone()),
            Verdict::Broken(Witness { words, .. }) => {
                sink.error(codes::GUARANTEE_BROKEN, *place, format_args!("the guarantee `{}` is broken", guarantee.id))
                    .label(format_args!("broken by {words}"))
                    .help("try the case with `amends recommend`, then mend the rules, or promise less");
            }
            Verdict::Open(because) => {
                let message = format_args!("whether the guarantee `{}` holds could not be proved", guarantee.id);
                sink.warning(codes::GUARANTEE_OPEN, *place, message).label(because.words()).help(because.way_out());
            }
        }
    }
    proved
}
