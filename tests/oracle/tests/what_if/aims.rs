//! Everything that can be asked for by name, as the oracle knows it.

use amends::model::{
    ActionId, Definition, DerivedId, FactId, Name, Pack, ParameterId, Relation, RoleId, Rule, StepId, Type, Value,
    value,
};
use fastrand::Rng;
use oracle::generate::TODAY;
use oracle::plan::Plan;
use oracle::{Element, Evaluation, Has, Outcome};

/// Something that may be there or not.
pub struct Aim {
    /// As it is asked for.
    pub name: String,
    /// What it is, in words.
    pub kind: &'static str,
    wanted: Wanted,
}

enum Wanted {
    Element(Element),
    /// The one value of a parameter, or the role that approves.
    Has(Element, Relation, Value),
    /// A conflict there, whatever is at odds.
    Conflict(String),
    /// A fact or quantity.
    Is(Name, Relation, Value),
}

const SIGNS: [(&str, Relation); 5] = [
    ("=", Relation::Equal),
    ("<", Relation::Less),
    ("<=", Relation::AtMost),
    (">=", Relation::AtLeast),
    (">", Relation::Greater),
];

impl Aim {
    /// Whether it is there in a complete case; `None` where that is undetermined.
    pub fn is_there(&self, evaluation: &Evaluation, plan: &Plan) -> Option<bool> {
        let stands = |value: &Value, relation: Relation, to: &Value| match (value, to) {
            (Value::Scalar(value), Value::Scalar(to)) => match relation {
                Relation::Equal => value == to,
                Relation::Less => value < to,
                Relation::AtMost => value <= to,
                Relation::AtLeast => value >= to,
                Relation::Greater => value > to,
            },
            (value, to) => relation == Relation::Equal && value == to,
        };
        match &self.wanted {
            Wanted::Element(element) => match plan.get(element) {
                Some(Has::Undetermined) => None,
                has => Some(has.is_some()),
            },
            Wanted::Has(element, relation, to) => match plan.get(element) {
                Some(Has::Undetermined) => None,
                Some(Has::Values(values)) => match values.as_slice() {
                    [value] => Some(stands(value, *relation, to)),
                    _ => None,
                },
                Some(Has::Present | Has::Nobody) | None => Some(false),
            },
            Wanted::Conflict(place) => {
                Some(plan.keys().any(|key| matches!(key, Element::Conflict(conflict) if conflict.place == *place)))
            }
            Wanted::Is(name, relation, to) => match evaluation.outcome(*name) {
                Outcome::Undetermined => None,
                Outcome::Value(value) => Some(stands(&value, *relation, to)),
                Outcome::List(_) => panic!("lists are not asked for"),
            },
        }
    }
}

/// What is asked of a pack: all that it may have, and of what has many values or pairs some.
pub fn aims(pack: &Pack, random: &mut Rng) -> Vec<Aim> {
    let mut aims = Vec::new();
    let mut add = |name: String, kind: &'static str, wanted: Wanted| aims.push(Aim { name, kind, wanted });
    let actions: Vec<(ActionId, &str)> =
        pack.actions.iter().enumerate().map(|(at, action)| (ActionId::at(at), action.id.as_str())).collect();
    for (action, id) in &actions {
        add((*id).to_owned(), "an action", Wanted::Element(Element::Action(*action)));
        add(format!("avoid:{id}"), "an avoidance", Wanted::Element(Element::Avoid(*action)));
    }
    for (at, step) in pack.steps.iter().enumerate() {
        add(step.id.clone(), "a step left out", Wanted::Element(Element::Skip(StepId::at(at))));
    }
    for (action, id) in &actions {
        for (at, parameter) in pack.parameters.iter().enumerate() {
            let own = ParameterId::at(at);
            let sets = |rule: &&Rule| rule.recommend.contains(action) && rule.with.iter().any(|(set, _)| *set == own);
            if !pack.rules.iter().any(|rule| sets(&rule)) {
                continue;
            }
            let (name, element) = (format!("{id}.{}", parameter.id), Element::Parameter(*action, own));
            add(name.clone(), "a parameter", Wanted::Element(element.clone()));
            let (sign, relation, to, text) = figure(pack, &parameter.kind, random);
            add(format!("{name}{sign}{text}"), "a parameter's value", Wanted::Has(element, relation, to));
        }
    }
    for _ in 0..PAIRS {
        let [(first, first_id), (second, second_id)] = [0, 1].map(|_| actions[random.usize(0..actions.len())]);
        let name = format!("{first_id}<{second_id}");
        add(name, "an order", Wanted::Element(Element::Order(first, second)));
    }
    for (at, derived) in pack.derived.iter().enumerate() {
        let is_list = match &derived.definition {
            Definition::Output { table, .. } => pack.tables[table.index()].hit.is_list(),
            _ => false,
        };
        if is_list || matches!(derived.kind, Type::Several(_) | Type::Text) {
            continue;
        }
        let name = Name::Derived(DerivedId::at(at));
        let (least, _) = derived.kind.range().expect("a scalar");
        let middle = if derived.kind == Type::YesNo { 1 } else { least + 1 };
        let text = value::print_scalar(middle, &derived.kind);
        let wanted = Wanted::Is(name, Relation::Equal, Value::Scalar(middle));
        add(format!("{}={text}", derived.id), "a value", wanted);
        if derived.kind.is_quantity() {
            let (sign, relation, to, text) = figure(pack, &derived.kind, random);
            add(format!("{}{sign}{text}", derived.id), "an amount", Wanted::Is(name, relation, to));
        }
    }
    for (at, fact) in pack.facts.iter().enumerate().filter(|(_, fact)| fact.kind.range().is_some()) {
        let (sign, relation, to, text) = figure(pack, &fact.kind, random);
        add(format!("{}{sign}{text}", fact.id), "a fact", Wanted::Is(Name::Fact(FactId::at(at)), relation, to));
    }
    let tables = pack.tables.iter().map(|table| &table.id);
    let values = pack.derived.iter().filter(|derived| matches!(derived.definition, Definition::Value(_)));
    let parameters = pack.parameters.iter().map(|parameter| &parameter.id);
    let places = tables.chain(values.map(|value| &value.id)).chain(parameters).map(String::as_str);
    for place in places.chain(["order", "authority"]) {
        add(format!("conflict:{place}"), "a conflict", Wanted::Conflict(place.to_owned()));
    }
    if pack.compensation.is_some() {
        add("compensation.approval".to_owned(), "an approval", Wanted::Element(Element::Approval));
        for (at, role) in pack.roles.iter().enumerate() {
            let role_of = Value::Scalar(i64::from(RoleId::at(at).0));
            let wanted = Wanted::Has(Element::Approval, Relation::Equal, role_of);
            add(format!("compensation.approval={}", role.id), "an approval by a role", wanted);
        }
    }
    // What takes the whole plan to tell is asked for in part, which is enough over all packs.
    aims.retain(|aim| !matches!(aim.kind, "a conflict" | "an order" | "a parameter's value") || random.bool());
    aims
}

/// So many pairs of actions are thought of in each pack, of thirty.
const PAIRS: usize = 6;

/// A value of a type, how something is to stand to it, and both as text.
fn figure(pack: &Pack, kind: &Type, random: &mut Rng) -> (&'static str, Relation, Value, String) {
    let has_order = kind.is_quantity() || matches!(kind, Type::Level(_));
    let (sign, relation) = SIGNS[if has_order { random.usize(0..SIGNS.len()) } else { 0 }];
    let (least, most) = match kind {
        Type::Role => (0, i64::try_from(pack.roles.len()).expect("few") - 1),
        // Near the days that come up.
        Type::Date { min, max } => ((TODAY - 1).max(*min), (TODAY + 2).min(*max)),
        kind => kind.range().expect("a scalar"),
    };
    let scalar = random.i64(least..=most);
    let text = match kind {
        Type::Role => pack.roles[usize::try_from(scalar).expect("a role")].id.clone(),
        kind => value::print_scalar(scalar, kind),
    };
    (sign, relation, Value::Scalar(scalar), text)
}
