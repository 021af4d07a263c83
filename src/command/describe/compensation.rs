//! What the plan pays, how the customer gets it, and what holds it.

use amends::model::Name;
use amends::pack::Kind;

use super::Described;
use super::cells::title;
use super::formulas::formula;

/// One sentence for each thing that the pack says of compensation; empty where it pays nothing.
pub fn compensation(described: &Described) -> String {
    let pack = described.pack;
    let Some(of) = &pack.compensation else { return String::new() };
    let source = described.sources.of(Kind::Compensation, "");
    let amount = title(Name::Derived(of.amount), pack);
    let mut lines = vec![format!("The amount is **{amount}** {source}")];
    lines.extend(of.form.map(|form| format!("The customer gets it as **{}** says", title(Name::Derived(form), pack))));
    let kind = pack.type_of(Name::Derived(of.amount));
    lines.extend(of.at_most.as_ref().map(|most| format!("It is at most {}", formula(most, kind, pack))));
    lines.push(match of.legal_minimum {
        Some(minimum) => format!("The law's minimum is **{}**", title(minimum, pack)),
        None => "The law's minimum is not checked, and each plan says so".to_owned(),
    });
    let lines: Vec<String> = lines.iter().map(|line| format!("- {}.\n", line.trim_end())).collect();
    format!("## What is paid\n\n{}", lines.concat())
}
