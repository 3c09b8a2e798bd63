//! Asking the authorizer from an expression: `authorizer.group('').resource('pods').check('get').allowed()`.
//!
//! As upstream: apiserver/pkg/cel/library/authz.go.

use std::fmt;
use std::rc::Rc;

use super::Declared;
use crate::value::{Fault, Outcome, Val};

pub(crate) const TABLE: &[Declared] = &[
    (
        "path",
        "authorizer_path",
        "kubernetes.authorization.Authorizer.(string) -> kubernetes.authorization.PathCheck",
        path,
    ),
    (
        "group",
        "authorizer_group",
        "kubernetes.authorization.Authorizer.(string) -> kubernetes.authorization.GroupCheck",
        group,
    ),
    (
        "serviceAccount",
        "authorizer_serviceaccount",
        "kubernetes.authorization.Authorizer.(string, string) -> kubernetes.authorization.Authorizer",
        service_account,
    ),
    (
        "resource",
        "groupcheck_resource",
        "kubernetes.authorization.GroupCheck.(string) -> kubernetes.authorization.ResourceCheck",
        resource,
    ),
    (
        "subresource",
        "resourcecheck_subresource",
        "kubernetes.authorization.ResourceCheck.(string) -> kubernetes.authorization.ResourceCheck",
        subresource,
    ),
    (
        "namespace",
        "resourcecheck_namespace",
        "kubernetes.authorization.ResourceCheck.(string) -> kubernetes.authorization.ResourceCheck",
        namespace,
    ),
    (
        "name",
        "resourcecheck_name",
        "kubernetes.authorization.ResourceCheck.(string) -> kubernetes.authorization.ResourceCheck",
        name,
    ),
    (
        "fieldSelector",
        "authorizer_fieldselector",
        "kubernetes.authorization.ResourceCheck.(string) -> kubernetes.authorization.ResourceCheck",
        field_selector,
    ),
    (
        "labelSelector",
        "authorizer_labelselector",
        "kubernetes.authorization.ResourceCheck.(string) -> kubernetes.authorization.ResourceCheck",
        label_selector,
    ),
    (
        "check",
        "pathcheck_check",
        "kubernetes.authorization.PathCheck.(string) -> kubernetes.authorization.Decision",
        check,
    ),
    (
        "check",
        "resourcecheck_check",
        "kubernetes.authorization.ResourceCheck.(string) -> kubernetes.authorization.Decision",
        check,
    ),
    ("errored", "decision_errored", "kubernetes.authorization.Decision.() -> bool", errored),
    ("error", "decision_error", "kubernetes.authorization.Decision.() -> string", error),
    ("allowed", "decision_allowed", "kubernetes.authorization.Decision.() -> bool", allowed),
    ("reason", "decision_reason", "kubernetes.authorization.Decision.() -> string", reason),
];

/// Who decides. The apiserver gives its authorizer with the user of the request.
pub trait Authorizer {
    fn authorize(&self, question: &Question) -> Decision;
}

/// What an expression asks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// Namespace and name; otherwise it is the user of the request.
    pub service_account: Option<(String, String)>,
    pub verb: String,
    /// A path that is no resource; then the rest is empty.
    pub path: Option<String>,
    pub group: String,
    pub resource: String,
    pub subresource: String,
    pub namespace: String,
    pub name: String,
    pub field_selector: String,
    pub label_selector: String,
}

/// What the authorizer says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decision {
    pub allowed: bool,
    pub reason: String,
    pub error: Option<String>,
}

/// A question as far as it is put.
#[derive(Clone)]
pub struct Check<'a> {
    stage: Stage,
    question: Question,
    authorizer: Rc<dyn Authorizer + 'a>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Stage {
    Authorizer,
    Path,
    Group,
    Resource,
    Decided(Decision),
}

impl<'a> Check<'a> {
    /// The variable `authorizer`.
    pub fn authorizer(authorizer: Rc<dyn Authorizer + 'a>) -> Val<'a> {
        Val::Check(Rc::new(Check { stage: Stage::Authorizer, question: Question::default(), authorizer }))
    }

    /// The variable `authorizer.requestResource`.
    pub fn resource(authorizer: Rc<dyn Authorizer + 'a>, question: Question) -> Val<'a> {
        Val::Check(Rc::new(Check { stage: Stage::Resource, question, authorizer }))
    }

    pub(crate) fn type_name(&self) -> &'static str {
        match self.stage {
            Stage::Authorizer => "kubernetes.authorization.Authorizer",
            Stage::Path => "kubernetes.authorization.PathCheck",
            Stage::Group => "kubernetes.authorization.GroupCheck",
            Stage::Resource => "kubernetes.authorization.ResourceCheck",
            Stage::Decided(_) => "kubernetes.authorization.Decision",
        }
    }

    fn next(&self, stage: Stage, change: impl FnOnce(&mut Question)) -> Outcome<'a> {
        let mut question = self.question.clone();
        change(&mut question);
        Ok(Val::Check(Rc::new(Check { stage, question, authorizer: self.authorizer.clone() })))
    }
}

impl fmt::Debug for Check<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:?} {:?}", self.stage, self.question)
    }
}

/// A check in the wanted stage, and the text it is given.
fn step<'v, 'a>(args: &'v [Val<'a>], stages: &[Stage]) -> Result<(&'v Check<'a>, String), Fault> {
    match args {
        [Val::Check(check), Val::String(text)] if stages.contains(&check.stage) => Ok((check, text.to_string())),
        _ => Err(Fault::no_overload()),
    }
}

fn path<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let (check, text) = step(args, &[Stage::Authorizer])?;
    if text.trim().is_empty() {
        return Err(Fault::new("path must not be empty"));
    }
    check.next(Stage::Path, |question| question.path = Some(text))
}

fn group<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let (check, text) = step(args, &[Stage::Authorizer])?;
    check.next(Stage::Group, |question| question.group = text)
}

fn service_account<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let [Val::Check(check), Val::String(namespace), Val::String(name)] = args else {
        return Err(Fault::no_overload());
    };
    if super::format::faulty("dns1123Subdomain", name) {
        return Err(Fault::new("Invalid service account name"));
    }
    if super::format::faulty("dns1123Label", namespace) {
        return Err(Fault::new("Invalid service account namespace"));
    }
    let account = (namespace.to_string(), name.to_string());
    check.next(Stage::Authorizer, |question| question.service_account = Some(account))
}

fn resource<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let (check, text) = step(args, &[Stage::Group])?;
    if text.trim().is_empty() {
        return Err(Fault::new("resource must not be empty"));
    }
    check.next(Stage::Resource, |question| question.resource = text)
}

fn subresource<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let (check, text) = step(args, &[Stage::Resource])?;
    check.next(Stage::Resource, |question| question.subresource = text)
}

fn namespace<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let (check, text) = step(args, &[Stage::Resource])?;
    check.next(Stage::Resource, |question| question.namespace = text)
}

fn name<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let (check, text) = step(args, &[Stage::Resource])?;
    check.next(Stage::Resource, |question| question.name = text)
}

fn field_selector<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let (check, text) = step(args, &[Stage::Resource])?;
    check.next(Stage::Resource, |question| question.field_selector = text)
}

fn label_selector<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let (check, text) = step(args, &[Stage::Resource])?;
    check.next(Stage::Resource, |question| question.label_selector = text)
}

fn check<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let (check, verb) = step(args, &[Stage::Path, Stage::Resource])?;
    let question = Question { verb, ..check.question.clone() };
    let decision = check.authorizer.authorize(&question);
    check.next(Stage::Decided(decision), |_| {})
}

fn decision<'v>(args: &'v [Val<'_>]) -> Result<&'v Decision, Fault> {
    match args {
        [Val::Check(check)] => match &check.stage {
            Stage::Decided(decision) => Ok(decision),
            _ => Err(Fault::no_overload()),
        },
        _ => Err(Fault::no_overload()),
    }
}

fn errored<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::Bool(decision(args)?.error.is_some()))
}

fn error<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::text(decision(args)?.error.clone().unwrap_or_default()))
}

fn allowed<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::Bool(decision(args)?.allowed))
}

fn reason<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::text(decision(args)?.reason.clone()))
}
