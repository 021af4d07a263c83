//! The steps of a plan in its order, and why one stands elsewhere or is left out.

use super::{Planning, status};
use crate::model::{Rule, StepId};
use crate::plan::{Holds, PlannedStep, Settled, Status, Why, reasons};

/// Actions of one step that stand together.
struct Run {
    step: StepId,
    actions: Vec<u16>,
}

impl<'w> Planning<'_, 'w> {
    /// The steps, each as often as actions of it stand together.
    pub(super) fn steps(&mut self) -> Vec<PlannedStep<'w>> {
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

    /// Why a step is left out, if it certainly is.
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
}
