//! `matchConditions`: whether a webhook or a policy is asked at all.

use kube_api::value::Value;

use super::CONDITIONS_BUDGET;
use super::inputs::{Inputs, Request};
use super::scope::{Compiled, Named, Scope, compile};
use crate::types::Type;
use crate::value::Val;

/// All conditions of a webhook or a policy.
#[derive(Debug, Default)]
pub struct Conditions {
    programs: Vec<Compiled>,
}

/// What the conditions came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matched {
    Yes,
    No,
    /// None says no, and some could not be told.
    Failed(String),
}

impl Conditions {
    /// Those of a webhook.
    pub fn of_webhook(hook: &Value) -> Conditions {
        Conditions::new(hook, Scope { authorizer: true, ..Scope::default() }, &Named::default())
    }

    pub(super) fn new(owner: &Value, scope: Scope, named: &Named) -> Conditions {
        let items = owner.items(&["matchConditions"]);
        if items.is_empty() {
            return Conditions::default();
        }
        let env = scope.env(named);
        let text = |item: &Value| compile(&env, item.text(&["expression"]).unwrap_or_default(), &[Type::Bool]);
        Conditions { programs: items.iter().map(text).collect() }
    }

    pub fn is_empty(&self) -> bool {
        self.programs.is_empty()
    }

    pub fn decide<'a>(&'a self, request: &Request<'a>) -> Matched {
        self.decide_on(&Inputs::new(request, None, None))
    }

    pub(super) fn decide_on<'a>(&'a self, inputs: &Inputs<'a>) -> Matched {
        let mut budget = CONDITIONS_BUDGET;
        let mut faults = Vec::new();
        for program in &self.programs {
            match inputs.run(program, &mut budget) {
                Err(fault) => return Matched::Failed(fault),
                Ok(Ok(Val::Bool(false))) => return Matched::No,
                Ok(Ok(_)) => {}
                Ok(Err(fault)) => faults.push(fault),
            }
        }
        match faults.len() {
            0 => Matched::Yes,
            1 => Matched::Failed(faults.remove(0)),
            _ => Matched::Failed(format!("[{}]", faults.join(", "))),
        }
    }
}
