//! The recovery plan of a case.

use crate::case::Case;
use crate::engine::Engine;
use crate::engine::diagram::{Node, leaf_id};
use crate::engine::leaf::Leaf;
use crate::engine::possible::Certainty;
use crate::engine::record::Record;
use crate::engine::world::World;
use crate::model::{ActionId, Argument, DerivedId, FactId, Name, ParameterId, Rule, Say, StepId, Type, date};

use super::asking::{Asking, asking, assuming};
use super::conflicts::conflicts;
use super::elements::{Elements, Pay};
use super::ordering;
use super::sequence::Sequence;
use super::{
    Assumption, Avoidance, Entries, Holds, PackIdentity, Plan, PlannedAction, PlannedCompensation, PlannedStep,
    Question, Settled, Shown, Status, Why, Words, reasons, showing,
};

/// The recovery plan of a case, exact over all its completions.
pub fn recommend<'pack>(engine: &'pack Engine, case: &Case) -> Plan<'pack> {
    let (record, world, elements) = Elements::build(engine, case);
    of_world(engine, case, &record, world, &elements)
}

/// The plan of a case once its elements are built.
pub fn of_world<'pack>(
    engine: &'pack Engine,
    case: &Case,
    record: &Record,
    mut world: World<'pack>,
    elements: &Elements,
) -> Plan<'pack> {
    let asking = asking(engine, case, record, &mut world, elements);
    let recorded = world.recordable();
    let mut provisional = Vec::new();
    for presence in &elements.presence {
        provisional.push(is_provisional(&mut world, *presence, &recorded));
    }
    world.constraint = world.recording(world.constraint, None);
    let mut certain = Vec::new();
    for (action, presence) in elements.presence.iter().enumerate() {
        if status(&mut world, *presence) == Some(Status::Certain) {
            certain.push(action);
        }
    }
    let assuming = match record.assumed.as_slice() {
        [] => Vec::new(),
        _ => assuming(case, record, &mut world, elements, &certain),
    };
    let sequence = ordering::shown(&mut world, elements.truths());
    let (world, asking) = (&mut world, &asking);
    Planning { engine, record, world, elements, asking, assuming, provisional, sequence }.plan()
}

/// Whether recording one more fact removes an action in some completion.
fn is_provisional(world: &mut World<'_>, presence: Node, recorded: &[FactId]) -> bool {
    if presence.as_leaf().is_some() {
        return false;
    }
    let now = world.recording(presence, None);
    recorded.iter().any(|fact| {
        let then = world.recording(presence, Some(*fact));
        let there = world.recordable_where(*fact);
        let is_lost =
            world.diagrams.combine(now, then, &mut |now, then| u32::from(now == leaf_id::YES && then != leaf_id::YES));
        world.diagrams.leaves_under(there, is_lost).contains(&leaf_id::YES)
    })
}

struct Planning<'p, 'w> {
    engine: &'w Engine,
    record: &'p Record,
    world: &'p mut World<'w>,
    elements: &'p Elements,
    asking: &'p Asking,
    /// The assumptions that actions rest on.
    assuming: Vec<(usize, Vec<FactId>)>,
    /// By action.
    provisional: Vec<bool>,
    sequence: Sequence,
}

/// Actions of one step that stand together.
struct Run {
    step: StepId,
    actions: Vec<u16>,
}

impl<'w> Planning<'_, 'w> {
    fn plan(&mut self) -> Plan<'w> {
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
            assumptions: assumptions(self.world, &self.record.assumed, &self.asking.mattering),
            set_aside: self.fact_ids(&self.record.set_aside),
            conflicts: conflicts(self.world, &self.elements.clashes),
        }
    }

    fn fact_ids(&self, facts: &[FactId]) -> Vec<&'w str> {
        let mut ids = Vec::new();
        for fact in facts {
            if let Some(fact) = self.engine.pack.facts.get(fact.index()) {
                ids.push(fact.id.as_str());
            }
        }
        ids
    }

    fn steps(&mut self) -> Vec<PlannedStep<'w>> {
        let pack = &self.engine.pack;
        let runs = self.runs();
        let mut steps = Vec::new();
        for (at, Run { step, actions }) in runs.iter().enumerate() {
            let Some(declared) = pack.steps.get(step.index()) else { continue };
            let later = runs.get(at.saturating_add(1)..).unwrap_or_default();
            let mut planned = PlannedStep {
                step: &declared.id,
                title: &declared.title,
                skipped: self.skipped(*step),
                moved: self.moved(actions, later),
                settled: self.asking.steps.get(step.index()).copied().unwrap_or(Settled::Yes),
                actions: Vec::new(),
            };
            for action in actions {
                if let Some(action) = self.action(usize::from(*action)) {
                    planned.actions.push(action);
                }
            }
            steps.push(planned);
        }
        steps
    }

    /// Runs of actions of one step in the plan's order, and steps without actions in their default place.
    fn runs(&mut self) -> Vec<Run> {
        let pack = &self.engine.pack;
        let mut runs: Vec<Run> = Vec::new();
        for at in self.sequence.order.clone() {
            let action = usize::from(at);
            let (Some(step), Some(_)) = (pack.actions.get(action).map(|action| action.step), self.status(action))
            else {
                continue;
            };
            match runs.last_mut() {
                Some(run) if run.step == step => run.actions.push(at),
                _ => runs.push(Run { step, actions: vec![at] }),
            }
        }
        for step in 0..pack.steps.len() {
            let step = StepId::at(step);
            if runs.iter().all(|run| run.step != step) {
                let before = runs.iter().rposition(|run| run.step < step);
                let place = before.map_or(0, |before| before.saturating_add(1));
                runs.insert(place, Run { step, actions: Vec::new() });
            }
        }
        runs
    }

    /// How sure an action is; `None` where it is excluded.
    fn status(&mut self, action: usize) -> Option<Status> {
        self.elements.presence.get(action).and_then(|truth| status(self.world, *truth))
    }

    fn action(&mut self, at: usize) -> Option<PlannedAction<'w>> {
        let engine = self.engine;
        let action = engine.pack.actions.get(at)?;
        let status = self.status(at)?;
        let assuming = self.assuming.iter().find(|(own, _)| *own == at).map_or(&[][..], |(_, facts)| facts);
        Some(PlannedAction {
            id: &action.id,
            title: &action.title,
            status,
            provisional: self.provisional.get(at).copied().unwrap_or(false),
            assuming: self.fact_ids(assuming),
            with: self.parameters(ActionId::at(at)),
            justice: action.justice.iter().map(|justice| justice.id()).collect(),
            say: action.say.as_ref().map(|say| self.words(ActionId::at(at), &action.id, say)),
        })
    }

    fn parameters(&mut self, action: ActionId) -> Entries<Shown> {
        let pack = &self.engine.pack;
        let mut with = Vec::new();
        for (at, parameter) in pack.parameters.iter().enumerate() {
            if let Some(shown) = self.parameter(action, ParameterId::at(at)) {
                with.push((parameter.id.clone(), shown));
            }
        }
        Entries(with)
    }

    /// What an action's parameter comes to, over the completions that have both; `None` if none has.
    fn parameter(&mut self, action: ActionId, parameter: ParameterId) -> Option<Shown> {
        let is_own = |(of, own, _): &&(ActionId, ParameterId, Node)| *of == action && *own == parameter;
        let (_, _, value) = *self.elements.parameters.iter().find(is_own)?;
        let value = self.world.recording(value, None);
        let kind = &self.engine.pack.parameters.get(parameter.index())?.kind;
        let absent = self.world.leaves.id(Leaf::Absent);
        if self.world.diagrams.leaves_under(self.world.constraint, value) == [absent] {
            return None;
        }
        // Where the action is absent there is nothing to show of its parameters.
        let there = self.world.diagrams.map(value, &mut |leaf| u32::from(leaf != absent));
        let whole = self.world.constraint;
        self.world.constraint = self.world.diagrams.and(whole, there);
        let (shown, _) = showing::show(self.world, value, kind);
        self.world.constraint = whole;
        Some(shown)
    }

    fn words(&mut self, action: ActionId, message: &'w str, say: &'w Say) -> Words<'w> {
        let (mut args, mut missing) = (Vec::new(), Vec::new());
        for argument in &say.args {
            let (value, is_known) = self.argument(action, argument);
            let name = self.engine.pack.argument(argument).map_or("", |(id, _, _)| id);
            if !is_known {
                missing.push(name);
            }
            args.push((name.to_owned(), value));
        }
        Words { message, variants: say.variants, args: Entries(args), missing }
    }

    /// What fills an argument of a phrase, and whether it is known for sure.
    fn argument(&mut self, action: ActionId, argument: &Argument) -> (Shown, bool) {
        let pack = &self.engine.pack;
        let shown = match argument {
            Argument::Name(name) => {
                let value = self.world.value(*name);
                let (shown, status) = showing::show(self.world, value, pack.type_of(*name));
                let is_none = matches!(&shown, Shown::Text(text) if text == "none");
                return (shown, status == Status::Certain && !is_none);
            }
            Argument::Setting(setting) => {
                pack.settings.get(setting.index()).map(|setting| Shown::value(&setting.value, &setting.kind, pack))
            }
            Argument::Parameter(parameter) => self.parameter(action, *parameter),
        };
        let shown = shown.unwrap_or_default();
        let is_open = matches!(shown, Shown::Undetermined | Shown::Values(_) | Shown::Interval { .. });
        (shown, !is_open)
    }

    fn skipped(&mut self, step: StepId) -> Option<Why<'w>> {
        let is_certain = status(self.world, *self.elements.skip.get(step.index())?) == Some(Status::Certain);
        is_certain.then(|| self.why(&|_, rule| rule.skip.contains(&step)))
    }

    /// Why a run stands before what comes before it by default: what it passes stands later in the plan, though earlier
    /// by default.
    fn moved(&mut self, actions: &[u16], later: &[Run]) -> Option<Why<'w>> {
        let demands = &self.engine.layout.demands;
        let mut rules = Vec::new();
        for (action, demand) in &self.sequence.moved {
            let passes = later.iter().any(|run| run.actions.iter().any(|other| other < action));
            if let Some(rule) = demands.rule(*demand).filter(|_| passes && actions.contains(action)) {
                rules.push(usize::from(rule));
            }
        }
        (!rules.is_empty()).then(|| self.why(&|at, _| rules.contains(&at)))
    }

    /// The rules among those that conclude something that may hold.
    fn why(&mut self, concludes: &dyn Fn(usize, &Rule) -> bool) -> Why<'w> {
        let mut rules = Vec::new();
        for reason in reasons::of_rules(self.world, &self.elements.rules, concludes) {
            if reason.holds != Holds::Never {
                rules.push(reason);
            }
        }
        Why { rules, against: Vec::new() }
    }

    fn avoid(&mut self) -> Vec<Avoidance<'w>> {
        let pack = &self.engine.pack;
        let mut avoid = Vec::new();
        for (at, (action, truth)) in pack.actions.iter().zip(&self.elements.avoid).enumerate() {
            let Some(status) = status(self.world, *truth) else { continue };
            // Of the rules that may hold, the first of those that are surest.
            let mut surest: Option<(Status, &str)> = None;
            for (rule, holds) in pack.rules.iter().zip(&self.elements.rules) {
                if rule.avoid.contains(&ActionId::at(at))
                    && let Some(own) = self::status(self.world, *holds)
                    && surest.is_none_or(|(known, _)| own < known)
                {
                    surest = Some((own, &rule.grounds.because));
                }
            }
            let because = surest.map_or("", |(_, because)| because);
            avoid.push(Avoidance { id: &action.id, title: &action.title, status, because });
        }
        avoid
    }

    fn compensation(&mut self) -> Option<PlannedCompensation> {
        let pack = &self.engine.pack;
        let compensation = pack.compensation.as_ref()?;
        let Pay { amount, form, approval, legal_minimum, at_most } = self.elements.compensation?;
        let kind = |derived: DerivedId| pack.type_of(Name::Derived(derived));
        let money = kind(compensation.amount);
        let (amount, of_amount) = showing::show(self.world, amount, money);
        let (form, of_form) = self.shown_or(form, compensation.form.map_or(&Type::Text, kind), "none");
        let minimum_kind = compensation.legal_minimum.map_or(&Type::Text, |minimum| pack.type_of(minimum));
        let (legal_minimum, _) = self.shown_or(legal_minimum, minimum_kind, "not checked");
        let at_most = at_most.map(|bound| showing::show(self.world, bound, money).0);
        let absent = self.world.leaves.id(Leaf::Absent);
        let approval = self.world.recording(approval, None);
        let leaves = self.world.diagrams.leaves_under(self.world.constraint, approval);
        let approval = (leaves != [absent]).then(|| {
            let limits =
                self.world.diagrams.map(approval, &mut |leaf| if leaf == absent { leaf_id::NONE } else { leaf });
            showing::show(self.world, limits, &Type::Role).0
        });
        Some(PlannedCompensation { form, amount, legal_minimum, at_most, approval, status: of_amount.max(of_form) })
    }

    /// A quantity, or for certain a word where there is none.
    fn shown_or(&mut self, node: Option<Node>, kind: &Type, otherwise: &str) -> (Shown, Status) {
        match node {
            Some(node) => showing::show(self.world, node, kind),
            None => (Shown::text(otherwise), Status::Certain),
        }
    }

    fn questions(&self) -> Vec<Question<'w>> {
        let mut questions = Vec::new();
        for (id, score) in &self.asking.questions {
            if let Some(fact) = self.engine.pack.facts.get(id.index()) {
                questions.push(Question {
                    fact: &fact.id,
                    ask: fact.ask.as_deref().unwrap_or_default(),
                    from: fact.from.id(),
                    score: rounded(*score),
                });
            }
        }
        questions
    }
}

/// How sure a truth is as the record stands; `None` where it is excluded.
pub(super) fn status(world: &mut World<'_>, truth: Node) -> Option<Status> {
    let truth = world.recording(truth, None);
    match world.certainty(truth) {
        Certainty::Certain => Some(Status::Certain),
        Certainty::Possible => Some(Status::Possible),
        Certainty::Undetermined => Some(Status::Undetermined),
        Certainty::Excluded => None,
    }
}

/// Assumed facts that apply in some completion, with their defaults; `mattering` are those whose release alone changes
/// the answer.
pub fn assumptions<'pack>(
    world: &mut World<'pack>,
    assumed: &[FactId],
    mattering: &[FactId],
) -> Vec<Assumption<'pack>> {
    let pack = world.pack;
    let mut shown = Vec::new();
    for id in assumed {
        let applies = world.applies(*id);
        let (Some(fact), true) = (pack.facts.get(id.index()), world.is_possible(applies)) else { continue };
        if let Some(default) = &fact.default {
            let value = Shown::value(default, &fact.kind, pack);
            shown.push(Assumption { fact: &fact.id, value, matters: mattering.contains(id) });
        }
    }
    shown
}

/// To six decimals: further ones are noise of floating point, and the plan is compared byte for byte.
fn rounded(score: f64) -> f64 {
    (score * 1e6).round() / 1e6
}
