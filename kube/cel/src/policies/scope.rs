//! What an admission expression may name, and what type it has to have.

use std::sync::Arc;

use kube_api::value::Value;

use crate::check::Env;
use crate::program::Program;
use crate::types::{ObjectType, Type};

/// Which variables there are beside those that are always there.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Scope {
    pub(super) params: bool,
    pub(super) authorizer: bool,
    /// `Object{..}`, `JSONPatch{..}` and helpers for patches.
    pub(super) patches: bool,
}

/// A program, or why there is none.
pub(super) type Compiled = Result<Program, String>;

/// The policy's variables in their order; each sees those before it.
#[derive(Debug, Default)]
pub(super) struct Named {
    pub(super) programs: Vec<(String, Compiled)>,
    types: Vec<(Arc<str>, Type)>,
}

impl Scope {
    pub(super) fn env(self, named: &Named) -> Env {
        let mut env = Env::base();
        if self.patches {
            env = env.with_messages(messages);
        }
        env = env
            .with("object", Type::Dyn)
            .with("oldObject", Type::Dyn)
            .with("namespaceObject", namespace())
            .with("request", request())
            .with("variables", named.ty());
        if self.params {
            env = env.with("params", Type::Dyn);
        }
        if self.authorizer {
            env = env
                .with("authorizer", Type::opaque("kubernetes.authorization.Authorizer"))
                .with("authorizer.requestResource", Type::opaque("kubernetes.authorization.ResourceCheck"));
        }
        env
    }
}

impl Named {
    /// Compiles `spec.variables`.
    pub(super) fn new(scope: Scope, spec: &Value) -> Named {
        let mut named = Named::default();
        for variable in spec.items(&["variables"]) {
            let text = |name: &str| variable.text(&[name]).unwrap_or_default();
            let program = compile(&scope.env(&named), text("expression"), &[]);
            let ty = program.as_ref().map_or(Type::Dyn, |program| program.output().clone());
            named.types.push((text("name").into(), ty));
            named.programs.push((text("name").to_owned(), program));
        }
        named
    }

    fn ty(&self) -> Type {
        let fields = self.types.clone();
        Type::Object(Arc::new(ObjectType { name: "kubernetes.variables".into(), fields, others: None }))
    }
}

/// A program of one of the wanted types; any will do when none is named.
pub(super) fn compile(env: &Env, expression: &str, wanted: &[Type]) -> Compiled {
    let program = Program::compile(env, expression).map_err(|issues| format!("compilation failed: {issues}"))?;
    if wanted.is_empty() || wanted.contains(program.output()) {
        return Ok(program);
    }
    let found = named(program.output());
    Err(match wanted {
        [one] => format!("must evaluate to {} but got {found}", named(one)),
        several => {
            let several: Vec<String> = several.iter().map(named).collect();
            format!("must evaluate to one of [{}] but got {found}", several.join(" "))
        }
    })
}

fn named(ty: &Type) -> String {
    match ty {
        Type::Null => "null_type".into(),
        other => other.to_string(),
    }
}

/// Types that mutating policies make by name.
fn messages(name: &str) -> Option<Type> {
    let name = name.strip_prefix('.').unwrap_or(name);
    if name == "JSONPatch" {
        let fields = vec![("op", Type::String), ("path", Type::String), ("from", Type::String), ("value", Type::Dyn)];
        return Some(Type::object("JSONPatch", fields));
    }
    if name != "Object" && !name.starts_with("Object.") {
        return None;
    }
    Some(object_message(name))
}

fn object_message(name: &str) -> Type {
    Type::Object(Arc::new(ObjectType { name: name.into(), fields: Vec::new(), others: Some(Type::Dyn) }))
}

pub(super) fn apply_configuration() -> Type {
    object_message("Object")
}

pub(super) fn json_patches() -> Type {
    Type::list(Type::object("JSONPatch", Vec::new()))
}

fn request() -> Type {
    let kind = || {
        let fields = vec![("group", Type::String), ("version", Type::String), ("kind", Type::String)];
        Type::object("kubernetes.GroupVersionKind", fields)
    };
    let resource = || {
        let fields = vec![("group", Type::String), ("version", Type::String), ("resource", Type::String)];
        Type::object("kubernetes.GroupVersionResource", fields)
    };
    let user = Type::object(
        "kubernetes.UserInfo",
        vec![
            ("username", Type::String),
            ("uid", Type::String),
            ("groups", Type::list(Type::String)),
            ("extra", Type::map(Type::String, Type::list(Type::String))),
        ],
    );
    Type::object(
        "kubernetes.AdmissionRequest",
        vec![
            ("kind", kind()),
            ("resource", resource()),
            ("subResource", Type::String),
            ("requestKind", kind()),
            ("requestResource", resource()),
            ("requestSubResource", Type::String),
            ("name", Type::String),
            ("namespace", Type::String),
            ("operation", Type::String),
            ("userInfo", user),
            ("dryRun", Type::Bool),
            ("options", Type::Dyn),
        ],
    )
}

fn namespace() -> Type {
    let texts = || Type::map(Type::String, Type::String);
    let condition = Type::object(
        "kubernetes.NamespaceCondition",
        vec![
            ("status", Type::String),
            ("type", Type::String),
            ("lastTransitionTime", Type::Timestamp),
            ("message", Type::String),
            ("reason", Type::String),
        ],
    );
    let metadata = Type::object(
        "kubernetes.NamespaceMetadata",
        vec![
            ("name", Type::String),
            ("generateName", Type::String),
            ("namespace", Type::String),
            ("labels", texts()),
            ("annotations", texts()),
            ("UID", Type::String),
            ("creationTimestamp", Type::Timestamp),
            ("deletionGracePeriodSeconds", Type::Int),
            ("deletionTimestamp", Type::Timestamp),
            ("generation", Type::Int),
            ("resourceVersion", Type::String),
            ("finalizers", Type::list(Type::String)),
        ],
    );
    let spec = Type::object("kubernetes.NamespaceSpec", vec![("finalizers", Type::list(Type::String))]);
    let status = Type::object(
        "kubernetes.NamespaceStatus",
        vec![("conditions", Type::list(condition)), ("phase", Type::String)],
    );
    Type::object("kubernetes.Namespace", vec![("metadata", metadata), ("spec", spec), ("status", status)])
}
