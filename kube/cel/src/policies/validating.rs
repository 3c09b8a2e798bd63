//! ValidatingAdmissionPolicy: what one policy says of one request.
//!
//! As upstream: apiserver/pkg/admission/plugin/policy/validating/validator.go.

use kube_api::value::Value;

use super::BUDGET;
use super::conditions::{Conditions, Matched};
use super::inputs::{Inputs, Request};
use super::scope::{Compiled, Named, Scope, compile};
use crate::rules::usable_message;
use crate::types::Type;
use crate::value::Val;

/// A policy, ready to judge.
#[derive(Debug)]
pub struct ValidatingPolicy {
    named: Named,
    conditions: Conditions,
    validations: Vec<Validation>,
    annotations: Vec<(String, Compiled)>,
    ignores_failures: bool,
}

#[derive(Debug)]
struct Validation {
    expression: String,
    program: Compiled,
    message: String,
    message_program: Option<Compiled>,
    reason: String,
}

/// What one validation came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    Admit,
    Deny { message: String, reason: String },
}

/// What is to be written into the audit log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotation {
    pub key: String,
    pub value: String,
}

#[derive(Debug, Default)]
pub struct Verdict {
    /// In the order of the validations.
    pub decisions: Vec<Decision>,
    pub annotations: Vec<Annotation>,
    /// Annotations that failed, where that counts.
    pub failed_annotations: Vec<String>,
}

impl ValidatingPolicy {
    pub fn new(policy: &Value) -> ValidatingPolicy {
        let spec = policy.get("spec").unwrap_or(&Value::Null);
        let params = spec.get("paramKind").is_some_and(|kind| !kind.is_null());
        let scope = Scope { params, authorizer: true, patches: false };
        let named = Named::new(scope, spec);
        let env = scope.env(&named);
        let message_env = Scope { authorizer: false, ..scope }.env(&named);
        let validation = |item: &Value| {
            let text = |name: &str| item.text(&[name]).unwrap_or_default();
            Validation {
                expression: text("expression").to_owned(),
                program: compile(&env, text("expression"), &[Type::Bool]),
                message: text("message").to_owned(),
                message_program: match text("messageExpression") {
                    "" => None,
                    expression => Some(compile(&message_env, expression, &[Type::String])),
                },
                reason: item.text(&["reason"]).unwrap_or("Invalid").to_owned(),
            }
        };
        let annotation = |item: &Value| {
            let text = |name: &str| item.text(&[name]).unwrap_or_default();
            let wanted = [Type::String, Type::Null];
            (text("key").to_owned(), compile(&env, text("valueExpression"), &wanted))
        };
        ValidatingPolicy {
            conditions: Conditions::new(spec, scope, &named),
            validations: spec.items(&["validations"]).iter().map(validation).collect(),
            annotations: spec.items(&["auditAnnotations"]).iter().map(annotation).collect(),
            ignores_failures: spec.text(&["failurePolicy"]) == Some("Ignore"),
            named,
        }
    }

    pub fn judge<'a>(&'a self, request: &Request<'a>, params: Option<&'a Value>) -> Verdict {
        let inputs = Inputs::new(request, params, Some(&self.named));
        let mut verdict = Verdict::default();
        match self.conditions.decide_on(&inputs) {
            Matched::Yes => {}
            Matched::No => return verdict,
            Matched::Failed(why) => {
                verdict.decisions.push(self.failure(why));
                return verdict;
            }
        }
        let mut budget = BUDGET;
        let mut broken = Vec::new();
        for validation in &self.validations {
            match inputs.run(&validation.program, &mut budget) {
                Err(why) => {
                    // As upstream: without a budget there is one decision in the place of all.
                    verdict.decisions = vec![self.failure(why)];
                    return verdict;
                }
                Ok(Ok(Val::Bool(true))) => verdict.decisions.push(Decision::Admit),
                Ok(Err(why)) => verdict.decisions.push(self.failure(why)),
                Ok(Ok(_)) => {
                    broken.push(verdict.decisions.len());
                    verdict.decisions.push(Decision::Admit);
                }
            }
        }
        for (at, validation) in self.validations.iter().enumerate().filter(|(at, _)| broken.contains(at)) {
            let decision = match self.message(validation, &inputs, &mut budget) {
                Ok(message) => Decision::Deny { message, reason: validation.reason.clone() },
                Err(why) => self.failure(format!("failed messageExpression: {why}")),
            };
            if let Some(place) = verdict.decisions.get_mut(at) {
                *place = decision;
            }
        }
        self.annotate(&inputs, &mut verdict);
        verdict
    }

    fn failure(&self, message: String) -> Decision {
        if self.ignores_failures { Decision::Admit } else { Decision::Deny { message, reason: String::new() } }
    }

    fn message<'a>(&self, validation: &'a Validation, inputs: &Inputs<'a>, budget: &mut i64) -> Result<String, String> {
        if let Some(program) = &validation.message_program
            && let Ok(Val::String(text)) = inputs.run(program, budget)?
            && let Some(text) = usable_message(&text)
        {
            return Ok(text);
        }
        Ok(match validation.message.trim() {
            "" => format!("failed expression: {}", validation.expression.trim()),
            message => message.to_owned(),
        })
    }

    fn annotate<'a>(&'a self, inputs: &Inputs<'a>, verdict: &mut Verdict) {
        let mut budget = BUDGET;
        for (key, program) in &self.annotations {
            let failed = match inputs.run(program, &mut budget) {
                Ok(Ok(Val::String(text))) => {
                    let value = text.trim();
                    if !value.is_empty() {
                        verdict.annotations.push(Annotation { key: key.clone(), value: value.to_owned() });
                    }
                    continue;
                }
                Ok(Ok(_)) => continue,
                Ok(Err(why)) => why,
                Err(why) => {
                    verdict.decisions = vec![self.failure(why)];
                    return;
                }
            };
            if !self.ignores_failures {
                verdict.failed_annotations.push(failed);
            }
        }
    }
}
