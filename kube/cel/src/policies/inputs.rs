//! The variables of one request, and running programs on them within a budget. A policy's own variables are computed
//! when they are asked for, once.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use kube_api::value::Value;

use super::OUT_OF_BUDGET;
use super::scope::{Compiled, Named};
use crate::eval::Variables;
use crate::library::authz::{Authorizer, Check, Question};
use crate::rules::CALL_LIMIT;
use crate::value::{Fault, Fields, Map, Outcome, Val};

/// One request, as admission expressions see it. Absent objects are null.
#[derive(Clone)]
pub struct Request<'a> {
    pub object: &'a Value,
    pub old: &'a Value,
    /// The AdmissionRequest, without both objects.
    pub request: &'a Value,
    /// The namespace of the object; null for what has none.
    pub namespace: &'a Value,
    pub authorizer: Rc<dyn Authorizer + 'a>,
    /// What `authorizer.requestResource` asks about.
    pub question: Question,
}

/// A request with what one policy adds to it.
#[derive(Clone)]
pub struct Inputs<'a>(Rc<Core<'a>>);

struct Core<'a> {
    request: Request<'a>,
    params: Option<&'a Value>,
    named: Option<&'a Named>,
    known: RefCell<HashMap<String, Outcome<'a>>>,
    /// What computing variables cost since it was asked last.
    spent: Cell<u64>,
}

impl<'a> Inputs<'a> {
    pub(super) fn new(request: &Request<'a>, params: Option<&'a Value>, named: Option<&'a Named>) -> Inputs<'a> {
        Inputs(Rc::new(Core {
            request: request.clone(),
            params,
            named,
            known: RefCell::default(),
            spent: Cell::new(0),
        }))
    }

    /// Runs a program. The outer fault ends everything: the budget is used up; the inner one is the program's.
    pub(super) fn run(&self, program: &'a Compiled, budget: &mut i64) -> Result<Result<Val<'a>, String>, String> {
        let program = match program {
            Ok(program) => program,
            Err(why) => return Ok(Err(format!("compilation error: {why}"))),
        };
        let ran = program.run(self, CALL_LIMIT);
        let cost = ran.cost.saturating_add(self.0.spent.take());
        let cost = i64::try_from(cost).unwrap_or(i64::MAX);
        if cost > *budget {
            *budget = -1;
            return Err(OUT_OF_BUDGET.into());
        }
        *budget -= cost;
        Ok(ran.outcome.map_err(|fault| format!("expression '{}' resulted in error: {fault}", program.source())))
    }
}

impl<'a> Variables<'a> for Inputs<'a> {
    fn variable(&self, name: &str) -> Option<Outcome<'a>> {
        let request = &self.0.request;
        Some(Ok(match name {
            "object" => Val::any(request.object),
            "oldObject" => Val::any(request.old),
            "request" => Val::any(request.request),
            "namespaceObject" => Val::any(request.namespace),
            "params" => self.0.params.map_or(Val::Null, Val::any),
            "authorizer" => Check::authorizer(request.authorizer.clone()),
            "authorizer.requestResource" => Check::resource(request.authorizer.clone(), request.question.clone()),
            "variables" => Val::Map(Map::Lazy(Rc::new(self.clone()))),
            _ => return None,
        }))
    }
}

impl<'a> Fields<'a> for Inputs<'a> {
    fn field(&self, name: &str) -> Option<Outcome<'a>> {
        let core = &self.0;
        if let Some(known) = core.known.borrow().get(name) {
            return Some(known.clone());
        }
        let (_, program) = core.named?.programs.iter().find(|(own, _)| own == name)?;
        let outcome = match program {
            Err(why) => Err(Fault::new(format!("composited variable {name:?} fails to compile: {why}"))),
            Ok(program) => {
                let ran = program.run(self, CALL_LIMIT);
                core.spent.set(core.spent.get().saturating_add(ran.cost));
                ran.outcome
                    .map_err(|fault| Fault::new(format!("composited variable {name:?} fails to evaluate: {fault}")))
            }
        };
        core.known.borrow_mut().insert(name.to_owned(), outcome.clone());
        Some(outcome)
    }
}
