//! What the pack promises about every case, a sentence each.

use amends::model::{ActionId, Guarantee, Pack, ParameterId, Promise};
use amends::pack::Kind;

use super::Described;
use super::cells::{title, when};
use super::formulas::comparison;
use super::rules::place;
use super::sources::{because, escaped, evidence, joined};

pub fn guarantees(described: &Described) -> String {
    let pack = described.pack;
    if pack.guarantees.is_empty() {
        return String::new();
    }
    let mut text = "## Guarantees\n\nWhat holds in every case, whatever its facts.\n\n".to_owned();
    for guarantee in &pack.guarantees {
        let source = described.sources.of(Kind::Guarantee, &guarantee.id);
        let grounds = joined([because(&guarantee.grounds), evidence(&guarantee.grounds.evidence, pack), source], " · ");
        text.push_str(&format!("- {}.  \n  {grounds}\n", sentence(guarantee, pack)));
    }
    text
}

fn sentence(guarantee: &Guarantee, pack: &Pack) -> String {
    let actions = |actions: &[ActionId], between: &str| {
        let known = actions.iter().filter_map(|action| pack.actions.get(action.index()));
        known.map(|action| format!("“{}”", escaped(&action.title))).collect::<Vec<_>>().join(between)
    };
    let parameter = |id: &ParameterId| {
        pack.parameters.get(id.index()).map_or_else(String::new, |parameter| escaped(&parameter.title))
    };
    let promise = match &guarantee.promise {
        Promise::Must(list) => format!("{} is in the plan", actions(list, " or ")),
        Promise::Never(list) => format!("{} is never in the plan", actions(list, " or ")),
        Promise::MustSet(id) => format!("some action has its **{}**", parameter(id)),
        Promise::NeverSet(id) => format!("no action has a **{}**", parameter(id)),
        Promise::Order(first, second) => format!("{} stands before {}", place(*first, pack), place(*second, pack)),
        Promise::Value(compared) => comparison(compared, pack),
        Promise::Monotone { of, by } => {
            format!(
                "when only the **{}** gets greater, the **{}** never gets smaller",
                title(*by, pack),
                title(*of, pack)
            )
        }
        Promise::Independent { of, from } => {
            let of: Vec<String> = of.iter().map(|name| format!("**{}**", title(*name, pack))).collect();
            let from = from.iter().map(|fact| format!("**{}**", title(amends::model::Name::Fact(*fact), pack)));
            format!("the {} never depends on the {}", of.join(" and the "), from.collect::<Vec<_>>().join(", the "))
        }
    };
    match when(&guarantee.when, pack) {
        Some(when) => format!("When {when}: {promise}"),
        None => format!("Always: {promise}"),
    }
}
