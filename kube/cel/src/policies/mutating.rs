//! MutatingAdmissionPolicy: which changes one policy asks for. Applying them is the apiserver's, which knows the
//! object's type.
//!
//! As upstream: apiserver/pkg/admission/plugin/policy/mutating and its patch folder.

use kube_api::value;
use kube_api::value::Value;

use super::BUDGET;
use super::conditions::{Conditions, Matched};
use super::inputs::{Inputs, Request};
use super::scope::{Compiled, Named, Scope, apply_configuration, compile, json_patches};
use crate::escape::escape;
use crate::value::{Map, Message, Val};

/// A policy, ready to run.
#[derive(Debug)]
pub struct MutatingPolicy {
    named: Named,
    conditions: Conditions,
    mutations: Vec<Mutation>,
}

#[derive(Debug)]
struct Mutation {
    json_patch: bool,
    program: Compiled,
}

/// One change.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Merged into the object as server-side apply merges.
    Apply(Value),
    /// Operations of RFC 6902.
    Patch(Value),
}

impl MutatingPolicy {
    pub fn new(policy: &Value) -> MutatingPolicy {
        let spec = policy.get("spec").unwrap_or(&Value::Null);
        let params = spec.get("paramKind").is_some_and(|kind| !kind.is_null());
        let scope = Scope { params, authorizer: true, patches: true };
        let named = Named::new(scope, spec);
        let env = scope.env(&named);
        let mutation = |item: &Value| {
            let json_patch = item.text(&["patchType"]) == Some("JSONPatch");
            let field = if json_patch { "jsonPatch" } else { "applyConfiguration" };
            let wanted = if json_patch { json_patches() } else { apply_configuration() };
            let expression = item.text(&[field, "expression"]).unwrap_or_default();
            Mutation { json_patch, program: compile(&env, expression, &[wanted]) }
        };
        MutatingPolicy {
            conditions: Conditions::new(spec, Scope { patches: false, ..scope }, &named),
            mutations: spec.items(&["mutations"]).iter().map(mutation).collect(),
            named,
        }
    }

    /// How many changes there are to ask for.
    pub fn len(&self) -> usize {
        self.mutations.len()
    }

    pub fn is_empty(&self) -> bool {
        self.mutations.is_empty()
    }

    pub fn matches<'a>(&'a self, request: &Request<'a>, params: Option<&'a Value>) -> Matched {
        self.conditions.decide_on(&Inputs::new(request, params, Some(&self.named)))
    }

    /// The change that a mutation asks for, on the object as earlier ones left it.
    pub fn change<'a>(&'a self, at: usize, request: &Request<'a>, params: Option<&'a Value>) -> Result<Change, String> {
        let Some(mutation) = self.mutations.get(at) else { return Err("no such mutation".into()) };
        let program = match &mutation.program {
            Ok(_) => &mutation.program,
            Err(why) => return Err(why.clone()),
        };
        let inputs = Inputs::new(request, params, Some(&self.named));
        let made = inputs.run(program, &mut BUDGET.clone())??;
        if mutation.json_patch { patches(&made).map(Change::Patch) } else { applied(&made).map(Change::Apply) }
    }
}

fn applied(made: &Val<'_>) -> Result<Value, String> {
    let Val::Message(message) = made else {
        return Err(format!("unsupported return type from ApplyConfiguration expression: {made}"));
    };
    names_match(message, "Object").map_err(|why| format!("type mismatch: {why}"))?;
    made.to_tree().map_err(|fault| fault.to_string())
}

fn patches(made: &Val<'_>) -> Result<Value, String> {
    let Val::List(list) = made else {
        return Err("type mismatch: JSONPatchType.expression should evaluate to array".into());
    };
    let mut operations = Vec::new();
    for item in list.iter() {
        let item = item.map_err(|fault| fault.to_string())?;
        let Val::Message(message) = &item else {
            return Err("type mismatch: JSONPatchType.expression should evaluate to array of JSONPatch".into());
        };
        let text = |name: &str| message.field(name).and_then(Val::as_str).unwrap_or_default().to_owned();
        let mut operation = value!({"op": (text("op")), "path": (text("path"))});
        if !text("from").is_empty() {
            operation.set("from", text("from"));
        }
        if let Some(value) = message.field("value") {
            if let Val::Message(object) = value {
                names_match(object, object.name()).map_err(|why| format!("type mismatch: {why}"))?;
            }
            let tree = value.to_tree().map_err(|fault| {
                format!("JSONPath valueExpression evaluated to a type that could not marshal to JSON: {fault}")
            })?;
            operation.set("value", tree);
        }
        operations.push(operation);
    }
    Ok(Value::from(operations))
}

/// The type of an inner object is named by the way to it: `Object.spec.template` at `spec.template`.
fn names_match(message: &Message<'_>, name: &str) -> Result<(), String> {
    if message.name() != name {
        return Err(format!(
            "unexpected type name {:?}, expected {name:?}, which matches field name path from root Object type",
            message.name()
        ));
    }
    message.fields.iter().try_for_each(|(field, value)| inner_names_match(value, &format!("{name}.{field}")))
}

fn inner_names_match(value: &Val<'_>, name: &str) -> Result<(), String> {
    match value {
        Val::Message(message) => names_match(message, name),
        Val::List(list) => list.iter().filter_map(Result::ok).try_for_each(|item| inner_names_match(&item, name)),
        Val::Map(map @ Map::Made(_)) => map.keys().iter().try_for_each(|key| match map.find(key) {
            Ok(Some(value)) => {
                let key = key.as_str().and_then(escape).unwrap_or_default();
                inner_names_match(&value, &format!("{name}.{key}"))
            }
            _ => Ok(()),
        }),
        _ => Ok(()),
    }
}
