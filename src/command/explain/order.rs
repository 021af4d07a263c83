//! Which of two actions stands first where no rule says so.

use amends::model::Pack;
use serde::Serialize;

/// Two actions in their default order, and whether their steps decide it or how they are declared.
#[derive(Serialize)]
pub struct DefaultOrder<'a> {
    pub first: &'a str,
    pub second: &'a str,
    /// The steps of the two, where these decide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps: Option<(&'a str, &'a str)>,
}

/// Of `action<action`.
pub fn of<'a>(pack: &'a Pack, element: &str) -> Option<DefaultOrder<'a>> {
    let (left, right) = element.split_once('<')?;
    // Actions stand in default order: by step, then as declared.
    let mut both = pack.actions.iter().filter(|action| action.id == left || action.id == right);
    let (first, second) = (both.next()?, both.next()?);
    let step = |at: usize| pack.steps.get(at).map_or("", |step| step.id.as_str());
    let steps = (step(first.step.index()), step(second.step.index()));
    Some(DefaultOrder { first: &first.id, second: &second.id, steps: (first.step != second.step).then_some(steps) })
}

impl DefaultOrder<'_> {
    pub fn sentence(&self) -> String {
        let DefaultOrder { first, second, steps } = self;
        let why = match steps {
            Some((of_first, of_second)) => format!("the step `{of_first}` comes before `{of_second}`"),
            None => "it is declared first".to_owned(),
        };
        format!("no rule puts one before the other; by default `{first}` stands before `{second}`: {why}")
    }
}
