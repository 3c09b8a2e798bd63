//! Rules of custom resources (`x-kubernetes-validations`): compiled once for a schema, run over each object that is
//! written.
//!
//! As upstream: apiextensions-apiserver/pkg/apiserver/schema/cel/validation.go. Rules under `allOf` are not there: a
//! structural schema has none in this server.

mod definition;
mod place;
mod walk;

pub use definition::check;

pub(crate) use walk::usable_message;

use kube_api::crd::{Additional, Structural};
use kube_api::field::ErrorList;
use kube_api::value::{Key, Value};

use crate::check::Env;
use crate::declare::Declared;
use crate::program::Program;
use crate::types::Type;

/// What one run of an expression may cost.
pub const CALL_LIMIT: u64 = 1_000_000;

/// What all rules of one object may cost together.
pub(crate) const OBJECT_BUDGET: i64 = 10_000_000;

/// The longest message that an expression may make.
pub(crate) const MESSAGE_MAX: usize = 5 * 1024;

/// The rules of one node of a schema and of what is below it.
#[derive(Debug)]
pub struct Rules {
    rules: Vec<Compiled>,
    root: bool,
    properties: Vec<(Key, Rules)>,
    items: Option<Box<Rules>>,
    values: Option<Box<Rules>>,
}

/// One rule, ready to run.
#[derive(Debug)]
struct Compiled {
    rule: Result<Program, String>,
    message: String,
    message_expression: Option<Program>,
    reason: Option<String>,
    /// Below the node, as a path is written.
    field_path: Option<String>,
    optional_old: bool,
    uses_old: bool,
}

/// What an object's rules say.
#[derive(Debug, Default)]
pub struct Verdict {
    pub faults: ErrorList,
    /// Broken rules about what did not change.
    pub warnings: Vec<String>,
}

impl Rules {
    /// Compiles the rules of a schema; nothing when it has none.
    pub fn new(schema: &Structural) -> Option<Rules> {
        if !has_rules(schema) {
            return None;
        }
        Rules::node(&Env::base(), schema, Declared::new(schema, true).as_ref(), true)
    }

    fn node(base: &Env, schema: &Structural, declared: Option<&Declared>, root: bool) -> Option<Rules> {
        let below = |schema: &Structural, name: &str| {
            Rules::node(base, schema, declared.and_then(|own| own.member(name)), schema.embedded)
        };
        let rules: Vec<Compiled> = match environments(base, declared) {
            Some(envs) => schema.rules.iter().filter_map(|rule| Compiled::new(&envs, schema, rule)).collect(),
            None => Vec::new(),
        };
        let properties: Vec<(Key, Rules)> = schema
            .properties
            .iter()
            .filter_map(|(key, inner)| {
                let name = crate::escape::escape(key)?;
                below(inner, &name).map(|rules| (key.clone(), rules))
            })
            .collect();
        let items = schema.items.as_deref().and_then(|items| below(items, "@items")).map(Box::new);
        let values = match &schema.additional {
            Additional::Schema(inner) => below(inner, "@values").map(Box::new),
            _ => None,
        };
        let nothing = rules.is_empty() && properties.is_empty() && items.is_none() && values.is_none();
        (!nothing).then_some(Rules { rules, root, properties, items, values })
    }
}

fn has_rules(schema: &Structural) -> bool {
    !schema.rules.is_empty()
        || schema.properties.iter().any(|(_, inner)| has_rules(inner))
        || schema.items.as_deref().is_some_and(has_rules)
        || matches!(&schema.additional, Additional::Schema(inner) if has_rules(inner))
}

/// The environments for rules with `oldSelf` as it is, and as an optional.
struct Environments {
    plain: Env,
    optional: Env,
}

fn environments(base: &Env, declared: Option<&Declared>) -> Option<Environments> {
    let ty = declared?.ty.clone();
    let base = base.clone().with("self", ty.clone());
    Some(Environments {
        plain: base.clone().with("oldSelf", ty.clone()),
        optional: base.with("oldSelf", Type::optional(ty)),
    })
}

impl Compiled {
    /// Nothing for an empty rule.
    fn new(envs: &Environments, schema: &Structural, rule: &Value) -> Option<Compiled> {
        let text = |name: &str| rule.text(&[name]).unwrap_or_default();
        if text("rule").trim().is_empty() {
            return None;
        }
        let optional_old = rule.flag(&["optionalOldSelf"]);
        let env = if optional_old { &envs.optional } else { &envs.plain };
        let program = compile(env, text("rule"), &Type::Bool, "");
        let message_expression = match text("messageExpression") {
            "" => None,
            expression => compile(env, expression, &Type::String, "messageExpression ").ok(),
        };
        Some(Compiled {
            uses_old: program.as_ref().is_ok_and(|program| program.names("oldSelf")),
            rule: program,
            message: text("message").to_owned(),
            message_expression,
            reason: rule.text(&["reason"]).map(str::to_owned),
            field_path: match text("fieldPath") {
                "" => None,
                path => place::resolve(path, schema).ok(),
            },
            optional_old,
        })
    }

    /// The rule as messages name it.
    fn shown(&self) -> String {
        if !self.message.is_empty() {
            return self.message.trim().to_owned();
        }
        self.rule.as_ref().map(|program| program.source().trim().to_owned()).unwrap_or_default()
    }
}

/// An expression of the wanted type, or what is wrong with it; `what` names it in the text.
fn compile(env: &Env, expression: &str, wanted: &Type, what: &str) -> Result<Program, String> {
    let program = Program::compile(env, expression).map_err(|issues| format!("{what}compilation failed: {issues}"))?;
    if program.output() != wanted {
        return Err(match wanted {
            Type::Bool => "cel expression must evaluate to a bool".to_owned(),
            _ => format!("{what}must evaluate to a string"),
        });
    }
    Ok(program)
}

#[cfg(test)]
mod tests;
