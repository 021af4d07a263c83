//! The recovery plan of a case.

use crate::case::Case;
use crate::engine::Engine;
use crate::engine::diagram::Node;
use crate::engine::leaf::{ConflictReason, Leaf};
use crate::engine::possible::Certainty;
use crate::engine::record::Record;
use crate::engine::world::{Clash, Place, World};
use crate::model::{Argument, FactId, From, Justice, StepId, Type, date};
use crate::sorted;

use super::asking::{Asking, Assuming, asking};
use super::elements::{Elements, Pay};
use super::{
    Assumption, Avoidance, Conflict, Entries, Holds, PackIdentity, Plan, PlannedAction, PlannedCompensation,
    PlannedStep, Question, Reason, Settled, Shown, Status, Why, Words, reasons, showing,
};

/// The recovery plan of a case, exact over all its completions.
pub fn recommend(engine: &Engine, case: &Case) -> Plan {
    let record = Record::of(&engine.pack, &engine.layout, case);
    let (mut world, mut elements) = Elements::build(engine, case, &record);
    let asking = asking(engine, case, &record, &mut world, &elements);
    let assuming = (!record.assumed.is_empty()).then(|| Assuming::of(engine, case, &record, &world));
    let recorded = world.recordable();
    let provisional =
        (0..engine.pack.actions.len()).map(|action| is_provisional(&mut world, &elements, action, &recorded)).collect();
    elements.as_recorded(&mut world);
    let mut planning = Planning { engine, record: &record, world, elements, asking, assuming, provisional };
    planning.plan()
}

/// Whether recording one more fact removes an action in some completion.
fn is_provisional(world: &mut World<'_>, elements: &Elements, action: usize, recorded: &[FactId]) -> bool {
    let Some(presence) = elements.presence.get(action).copied() else { return false };
    let now = world.recording(presence, None);
    recorded.iter().any(|fact| {
        let then = world.recording(presence, Some(*fact));
        let there = world.recordable_where(*fact);
        let is_lost = world.diagrams.combine(now, then, &mut |now, then| u32::from(now == 1 && then != 1));
        world.diagrams.leaves_under(there, is_lost).contains(&1)
    })
}

struct Planning<'p> {
    engine: &'p Engine,
    record: &'p Record,
    world: World<'p>,
    elements: Elements,
    asking: Asking,
    assuming: Option<Assuming<'p>>,
    /// By action.
    provisional: Vec<bool>,
}

impl Planning<'_> {
    fn plan(&mut self) -> Plan {
        let pack = &self.engine.pack;
        Plan {
            pack: PackIdentity { id: pack.id.clone(), version: pack.version.clone(), hash: self.engine.hash.clone() },
            now: date::print(self.world.now),
            settled: self.asking.settled,
            steps: self.steps(),
            avoid: self.avoid(),
            compensation: self.compensation(),
            questions: self.questions(),
            unaskable: self.fact_ids(&self.asking.unaskable),
            assumptions: self.assumptions(),
            set_aside: self.fact_ids(&self.record.set_aside),
            conflicts: conflicts(&mut self.world, &self.elements.clashes),
        }
    }

    fn fact_ids(&self, facts: &[FactId]) -> Vec<String> {
        facts.iter().filter_map(|fact| self.engine.pack.facts.get(fact.index())).map(|fact| fact.id.clone()).collect()
    }

    /// Runs of actions of one step in the plan's order, and steps without actions in their default place.
    fn steps(&mut self) -> Vec<PlannedStep> {
        let pack = &self.engine.pack;
        let order = self.elements.ordering.shown.order.clone();
        let mut runs: Vec<(StepId, Vec<usize>)> = Vec::new();
        for action in order.into_iter().map(usize::from) {
            let Some(step) = pack.actions.get(action).map(|action| action.step) else { continue };
            if self.status(action).is_none() {
                continue;
            }
            match runs.last_mut() {
                Some((own, actions)) if *own == step => actions.push(action),
                _ => runs.push((step, vec![action])),
            }
        }
        for step in (0..pack.steps.len()).map(StepId::at) {
            if runs.iter().all(|(own, _)| *own != step) {
                let after = runs.iter().rposition(|(own, _)| *own < step);
                runs.insert(after.map_or(0, |at| at.saturating_add(1)), (step, Vec::new()));
            }
        }
        let mut seen: Vec<usize> = Vec::new();
        let mut steps = Vec::new();
        for (at, (step, actions)) in runs.iter().enumerate() {
            // What has been passed stands later in the plan, though earlier by default.
            let passed: Vec<usize> =
                runs.iter().skip(at.saturating_add(1)).flat_map(|(_, later)| later.iter().copied()).collect();
            let moved = self.moved(actions, &passed);
            seen.extend(actions);
            steps.push(PlannedStep {
                step: pack.steps.get(step.index()).map_or_else(String::new, |step| step.id.clone()),
                title: pack.steps.get(step.index()).map_or_else(String::new, |step| step.title.clone()),
                skipped: self.skipped(*step),
                moved,
                settled: self.asking.steps.get(step.index()).copied().unwrap_or(Settled::Yes),
                actions: actions.iter().filter_map(|action| self.action(*action)).collect(),
            });
        }
        steps
    }

    /// How sure an action is; `None` where it is excluded.
    fn status(&self, action: usize) -> Option<Status> {
        self.elements.presence.get(action).and_then(|truth| status(&self.world, *truth))
    }

    fn action(&mut self, at: usize) -> Option<PlannedAction> {
        let engine = self.engine;
        let action = engine.pack.actions.get(at)?;
        let status = self.status(at)?;
        let with: Vec<(String, Shown)> = self.parameters(at);
        let assuming = match (&mut self.assuming, status) {
            (Some(assuming), Status::Certain) => assuming.of_action(at),
            _ => Vec::new(),
        };
        let say = action.say.as_ref().map(|say| {
            let mut args = Vec::new();
            let mut missing = Vec::new();
            for (name, argument) in &say.args {
                let (value, is_known) = self.argument(argument, &with);
                if !is_known {
                    missing.push(name.clone());
                }
                args.push((name.clone(), value));
            }
            Words { message: say.message.clone(), variants: say.variants, args: Entries(args), missing }
        });
        Some(PlannedAction {
            id: action.id.clone(),
            title: action.title.clone(),
            status,
            provisional: self.provisional.get(at).copied().unwrap_or(false),
            assuming: self.fact_ids(&assuming),
            with: Entries(with),
            justice: action.justice.iter().map(|justice| justice_name(*justice)).collect(),
            say,
        })
    }

    fn parameters(&mut self, action: usize) -> Vec<(String, Shown)> {
        let pack = &self.engine.pack;
        let own: Vec<_> = self.elements.parameters.iter().filter(|(of, _, _)| of.index() == action).cloned().collect();
        let absent = self.world.leaves.id(Leaf::Absent);
        own.into_iter()
            .filter_map(|(_, parameter, value)| {
                let parameter = pack.parameters.get(parameter.index())?;
                let leaves = self.world.diagrams.leaves_under(self.world.constraint, value);
                (leaves != [absent]).then(|| {
                    // Where the action is absent there is nothing to show of its parameters.
                    let shown = self.shown_without(value, absent, &parameter.kind);
                    (parameter.id.clone(), shown)
                })
            })
            .collect()
    }

    /// A value over the completions that do not come to `leaf`.
    fn shown_without(&mut self, value: Node, leaf: u32, kind: &Type) -> Shown {
        let there = self.world.diagrams.map(value, &mut |own| u32::from(own != leaf));
        let whole = self.world.constraint;
        self.world.constraint = self.world.diagrams.and(whole, there);
        let (shown, _) = showing::show(&mut self.world, value, kind);
        self.world.constraint = whole;
        shown
    }

    /// What fills an argument of a phrase, and whether it is known for sure.
    fn argument(&mut self, argument: &Argument, with: &[(String, Shown)]) -> (Shown, bool) {
        let pack = &self.engine.pack;
        let shown = match argument {
            Argument::Name(name) => {
                let value = self.world.value(*name);
                let value = self.world.recording(value, None);
                let (shown, status) = showing::show(&mut self.world, value, pack.type_of(*name));
                let is_known = status == Status::Certain && shown != Shown::text("none");
                return (shown, is_known);
            }
            Argument::Setting(setting) => {
                pack.settings.get(setting.index()).map(|setting| Shown::value(&setting.value, &setting.kind, pack))
            }
            Argument::Parameter(parameter) => {
                let id = pack.parameters.get(parameter.index()).map(|parameter| &parameter.id);
                with.iter().find(|(own, _)| Some(own) == id).map(|(_, shown)| shown.clone())
            }
        };
        let is_known = !matches!(shown, None | Some(Shown::Undetermined | Shown::Values(_) | Shown::Interval { .. }));
        (shown.unwrap_or(Shown::Undetermined), is_known)
    }

    fn skipped(&mut self, step: StepId) -> Option<Why> {
        let truth = self.elements.skip.get(step.index()).copied()?;
        (self.world.certainty(truth) == Certainty::Certain).then(|| {
            let pack = &self.engine.pack;
            let skipping = pack.rules.iter().enumerate().filter(|(_, rule)| rule.skip.contains(&step));
            let rules: Vec<usize> = skipping.map(|(at, _)| at).collect();
            self.why(&rules)
        })
    }

    /// Why a run stands before what comes before it by default.
    fn moved(&mut self, actions: &[usize], later: &[usize]) -> Option<Why> {
        let ordering = &self.elements.ordering;
        let passes = |action: usize| later.iter().any(|other| *other < action);
        let mut rules: Vec<usize> = ordering
            .shown
            .moved
            .iter()
            .filter(|(action, _)| actions.contains(&usize::from(*action)) && passes(usize::from(*action)))
            .filter_map(|(_, demand)| ordering.rule_of.get(usize::from(*demand)).copied().map(usize::from))
            .collect();
        sorted::sort_unique(&mut rules);
        (!rules.is_empty()).then(|| self.why(&rules))
    }

    /// The rules among these that may hold.
    fn why(&mut self, rules: &[usize]) -> Why {
        let mut reasons: Vec<Reason> =
            rules.iter().filter_map(|rule| self.reason(*rule)).filter(|reason| reason.holds != Holds::Never).collect();
        reasons::sort(&mut reasons);
        Why { rules: reasons, against: Vec::new() }
    }

    fn reason(&mut self, at: usize) -> Option<Reason> {
        let engine = self.engine;
        let rule = engine.pack.rules.get(at)?;
        let holds = self.elements.rules.get(at).copied()?;
        Some(reasons::reason(&mut self.world, rule.id.clone(), (&rule.when, &rule.unless), &rule.grounds, holds))
    }

    fn avoid(&mut self) -> Vec<Avoidance> {
        let pack = &self.engine.pack;
        let mut avoid = Vec::new();
        for (at, (action, truth)) in pack.actions.iter().zip(&self.elements.avoid).enumerate() {
            let Some(status) = status(&self.world, *truth) else { continue };
            let concludes = |rule: &&crate::model::Rule| rule.avoid.iter().any(|avoided| avoided.index() == at);
            let rules = pack.rules.iter().zip(&self.elements.rules);
            let holding = rules.filter(|(rule, _)| concludes(rule)).filter_map(|(rule, holds)| {
                let rank = match self.world.certainty(*holds) {
                    Certainty::Certain => 0,
                    Certainty::Possible => 1,
                    Certainty::Undetermined => 2,
                    Certainty::Excluded => return None,
                };
                Some((rank, &rule.grounds.because))
            });
            let because =
                holding.min_by_key(|(rank, _)| *rank).map_or_else(String::new, |(_, because)| because.clone());
            avoid.push(Avoidance { id: action.id.clone(), title: action.title.clone(), status, because });
        }
        avoid
    }

    fn compensation(&mut self) -> Option<PlannedCompensation> {
        let pack = &self.engine.pack;
        let compensation = pack.compensation.as_ref()?;
        let Pay { amount, form, approval, legal_minimum, at_most } = self.elements.compensation.clone()?;
        let kind = |derived: crate::model::DerivedId| {
            pack.derived.get(derived.index()).map_or(&Type::Text, |derived| &derived.kind)
        };
        let money = kind(compensation.amount);
        let (amount, mut status) = showing::show(&mut self.world, amount, money);
        let form = match (form, compensation.form) {
            (Some(node), Some(form)) => {
                let (shown, own) = showing::show(&mut self.world, node, kind(form));
                status = status.max(own);
                shown
            }
            _ => Shown::text("none"),
        };
        let legal_minimum = match (legal_minimum, compensation.legal_minimum) {
            (Some(node), Some(name)) => showing::show(&mut self.world, node, pack.type_of(name)).0,
            _ => Shown::text("not checked"),
        };
        let at_most = at_most.map(|bound| showing::show(&mut self.world, bound, money).0);
        let absent = self.world.leaves.id(Leaf::Absent);
        let leaves = self.world.diagrams.leaves_under(self.world.constraint, approval);
        let approval = (leaves != [absent]).then(|| {
            let limits = self.world.diagrams.map(approval, &mut |leaf| if leaf == absent { 3 } else { leaf });
            showing::show(&mut self.world, limits, &Type::Role).0
        });
        Some(PlannedCompensation { form, amount, legal_minimum, at_most, approval, status })
    }

    fn questions(&self) -> Vec<Question> {
        let facts = &self.engine.pack.facts;
        let questions = self.asking.questions.iter().filter_map(|(id, score)| {
            let fact = facts.get(id.index())?;
            Some(Question {
                fact: fact.id.clone(),
                ask: fact.ask.clone().unwrap_or_default(),
                from: from_name(fact.from),
                score: rounded(*score),
            })
        });
        questions.collect()
    }

    /// The defaults of facts that apply in some completion.
    fn assumptions(&mut self) -> Vec<Assumption> {
        let record = self.record;
        let mattering = self.asking.mattering.clone();
        assumptions(&mut self.world, &record.assumed, &|fact| mattering.contains(&fact))
    }
}

/// How sure a truth is; `None` where it is excluded.
fn status(world: &World<'_>, truth: Node) -> Option<Status> {
    match world.certainty(truth) {
        Certainty::Certain => Some(Status::Certain),
        Certainty::Possible => Some(Status::Possible),
        Certainty::Undetermined => Some(Status::Undetermined),
        Certainty::Excluded => None,
    }
}

/// Assumed facts that apply in some completion, with their defaults.
pub fn assumptions(world: &mut World<'_>, assumed: &[FactId], matters: &dyn Fn(FactId) -> bool) -> Vec<Assumption> {
    let pack = world.pack;
    let mut shown = Vec::new();
    for id in assumed {
        let applies = world.applies(*id);
        let (Some(fact), true) = (pack.facts.get(id.index()), world.is_possible(applies)) else { continue };
        if let Some(default) = &fact.default {
            let value = Shown::value(default, &fact.kind, pack);
            shown.push(Assumption { fact: fact.id.clone(), value, matters: matters(*id) });
        }
    }
    shown
}

/// The conflicts that some completion has, and a word if the method's limits were reached.
pub fn conflicts(world: &mut World<'_>, clashes: &[Clash]) -> Vec<Conflict> {
    let pack = world.pack;
    let mut conflicts = Vec::new();
    for clash in clashes {
        let holds = world.recording(clash.holds, None);
        let Some(status) = status(world, holds) else { continue };
        let rule = |row: &u16| pack.rules.get(usize::from(*row)).map_or_else(String::new, |rule| rule.id.clone());
        let (place, rows) = match clash.place {
            Place::Table(table) => {
                let table = pack.tables.get(table.index());
                let row = |row: &u16| {
                    let id = table.and_then(|table| table.rows.get(usize::from(*row))).and_then(|row| row.id.clone());
                    id.unwrap_or_else(|| row.saturating_add(1).to_string())
                };
                let rows = clash.conflict.rows.iter().map(row).collect();
                (table.map_or_else(String::new, |table| table.id.clone()), rows)
            }
            Place::Value(value) => {
                (pack.derived.get(value.index()).map_or_else(String::new, |value| value.id.clone()), Vec::new())
            }
            Place::Parameter(parameter) => (
                pack.parameters.get(parameter.index()).map_or_else(String::new, |parameter| parameter.id.clone()),
                clash.conflict.rows.iter().map(rule).collect(),
            ),
            Place::Order => ("order".to_owned(), clash.conflict.rows.iter().map(rule).collect()),
            Place::Authority => ("authority".to_owned(), Vec::new()),
        };
        conflicts.push(Conflict { place, rows, because: because(clash.conflict.reason).to_owned(), status });
    }
    if world.diagrams.exceeded() {
        conflicts.push(Conflict {
            place: "limits".to_owned(),
            rows: Vec::new(),
            because: "the facts combine in more ways than are told apart, so more is shown as possible than may be"
                .to_owned(),
            status: Status::Possible,
        });
    }
    conflicts
}

fn because(reason: ConflictReason) -> &'static str {
    use crate::engine::arithmetic::Trouble;
    match reason {
        ConflictReason::NoRowFits => "no row fits",
        ConflictReason::SeveralRowsFit => "more than one row fits, and the hit policy allows one",
        ConflictReason::RowsDisagree => "rows that fit conclude different things",
        ConflictReason::Undecided => "the source leaves this undecided",
        ConflictReason::OutOfBounds => "the result lies outside its declared bounds",
        ConflictReason::Trouble(Trouble::DivisionByZero) => "the formula divides by zero",
        ConflictReason::Trouble(Trouble::BeyondCalendar) => "the calendar does not cover the days that are needed",
        ConflictReason::Trouble(Trouble::Overflow) => "the formula's result is too large",
        ConflictReason::DemandsInCycle => "demands on the order form a circle, so they are dropped",
        ConflictReason::ParametersDiffer => "rules set different values, and none is to win",
        ConflictReason::NobodySuffices => "no role may give so much",
    }
}

fn justice_name(justice: Justice) -> &'static str {
    match justice {
        Justice::Distributive => "distributive",
        Justice::Procedural => "procedural",
        Justice::Interactional => "interactional",
    }
}

fn from_name(from: From) -> &'static str {
    match from {
        From::Ticket => "ticket",
        From::Agent => "agent",
        From::Customer => "customer",
    }
}

/// To six decimals: further ones are noise of floating point, and the plan is compared byte for byte.
fn rounded(score: f64) -> f64 {
    (score * 1e6).round() / 1e6
}
