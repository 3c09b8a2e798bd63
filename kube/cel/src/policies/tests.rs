//! Policies and conditions over requests, and definitions that are refused.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::rc::Rc;

use kube_api::codec::json;
use kube_api::field::Path;
use kube_api::value::Value;

use super::{
    Annotation, Change, Conditions, Decision, Matched, MutatingPolicy, Request, ValidatingPolicy, check_conditions,
    check_policy,
};
use crate::library::authz::{self, Authorizer, Question};

/// Allows what is asked about pods.
struct Pods;

impl Authorizer for Pods {
    fn authorize(&self, question: &Question) -> authz::Decision {
        let allowed = question.resource == "pods" && question.verb == "get";
        authz::Decision { allowed, reason: "because".into(), error: None }
    }
}

fn tree(text: &str) -> Value {
    json::parse(text.as_bytes()).unwrap()
}

struct Case {
    object: Value,
    old: Value,
    request: Value,
    namespace: Value,
}

impl Case {
    fn new(object: &str) -> Case {
        Case {
            object: tree(object),
            old: Value::Null,
            request: tree(
                r#"{"kind":{"group":"apps","version":"v1","kind":"Deployment"},"operation":"CREATE","name":"web",
                "userInfo":{"username":"jane","groups":["devs"]},"dryRun":false}"#,
            ),
            namespace: tree(r#"{"metadata":{"name":"prod","labels":{"env":"prod"}}}"#),
        }
    }

    fn request(&self) -> Request<'_> {
        Request {
            object: &self.object,
            old: &self.old,
            request: &self.request,
            namespace: &self.namespace,
            authorizer: Rc::new(Pods),
            question: Question { resource: "pods".into(), ..Question::default() },
        }
    }
}

fn judged(spec: &str, object: &str) -> Vec<Decision> {
    let policy = ValidatingPolicy::new(&tree(&format!(r#"{{"spec":{spec}}}"#)));
    policy.judge(&Case::new(object).request(), None).decisions
}

fn denied(message: &str, reason: &str) -> Decision {
    Decision::Deny { message: message.into(), reason: reason.into() }
}

#[test]
fn validations_decide_with_messages_and_reasons() {
    let object = r#"{"spec":{"replicas":7}}"#;
    let check = |spec: &str, wanted: &[Decision]| assert_eq!(judged(spec, object), wanted, "{spec}");
    check(r#"{"validations":[{"expression":"object.spec.replicas <= 10"}]}"#, &[Decision::Admit]);
    check(
        r#"{"validations":[{"expression":" object.spec.replicas <= 5 "}]}"#,
        &[denied("failed expression: object.spec.replicas <= 5", "Invalid")],
    );
    check(
        r#"{"validations":[{"expression":"object.spec.replicas <= 5","message":"too many","reason":"Forbidden"}]}"#,
        &[denied("too many", "Forbidden")],
    );
    check(
        r#"{"validations":[{"expression":"object.spec.replicas <= 5","message":"x",
            "messageExpression":"'at most 5, not ' + string(object.spec.replicas)"}]}"#,
        &[denied("at most 5, not 7", "Invalid")],
    );
    check(
        r#"{"validations":[{"expression":"object.spec.nope == 1"}]}"#,
        &[denied("expression 'object.spec.nope == 1' resulted in error: no such key: nope", "")],
    );
    check(r#"{"failurePolicy":"Ignore","validations":[{"expression":"object.spec.nope == 1"}]}"#, &[Decision::Admit]);
    check(
        r#"{"validations":[{"expression":"request.userInfo.username == 'jane' && namespaceObject.metadata.labels.env == 'prod' && oldObject == null"}]}"#,
        &[Decision::Admit],
    );
}

#[test]
fn variables_are_computed_once_and_see_earlier_ones() {
    let spec = r#"{"variables":[{"name":"n","expression":"object.spec.replicas"},{"name":"big","expression":"variables.n > 5"},
        {"name":"bad","expression":"object.spec.nope"}],
        "validations":[{"expression":"!variables.big","messageExpression":"'n is ' + string(variables.n)"},
        {"expression":"variables.bad == 1"}]}"#;
    assert_eq!(
        judged(spec, r#"{"spec":{"replicas":7}}"#),
        [
            denied("n is 7", "Invalid"),
            denied(
                "expression 'variables.bad == 1' resulted in error: composited variable \"bad\" fails to evaluate: no such key: nope",
                ""
            )
        ]
    );
}

#[test]
fn the_authorizer_is_asked() {
    let spec = r#"{"validations":[
        {"expression":"authorizer.group('').resource('pods').namespace('x').check('get').allowed()"},
        {"expression":"authorizer.requestResource.check('get').reason() == 'because'"},
        {"expression":"authorizer.path('/x').check('get').allowed()","message":"no"}]}"#;
    assert_eq!(judged(spec, "{}"), [Decision::Admit, Decision::Admit, denied("no", "Invalid")]);
}

#[test]
fn conditions_and_params_and_annotations() {
    let policy = ValidatingPolicy::new(&tree(
        r#"{"spec":{"paramKind":{"apiVersion":"v1","kind":"ConfigMap"},
        "matchConditions":[{"name":"a","expression":"request.operation == 'CREATE'"}],
        "validations":[{"expression":"object.n <= int(params.data.max)"}],
        "auditAnnotations":[{"key":"n","valueExpression":"'n ' + string(object.n)"},{"key":"none","valueExpression":"null"}]}}"#,
    ));
    let mut case = Case::new(r#"{"n":3}"#);
    let params = tree(r#"{"data":{"max":"2"}}"#);
    let verdict = policy.judge(&case.request(), Some(&params));
    assert_eq!(verdict.decisions, [denied("failed expression: object.n <= int(params.data.max)", "Invalid")]);
    assert_eq!(verdict.annotations, [Annotation { key: "n".into(), value: "n 3".into() }]);
    case.request.set("operation", "UPDATE");
    assert!(policy.judge(&case.request(), Some(&params)).decisions.is_empty());
}

#[test]
fn conditions_of_webhooks() {
    let check = |conditions: &str, wanted: Matched| {
        let hook = tree(&format!(r#"{{"matchConditions":{conditions}}}"#));
        assert_eq!(Conditions::of_webhook(&hook).decide(&Case::new(r#"{"a":1}"#).request()), wanted, "{conditions}");
    };
    check("[]", Matched::Yes);
    check(r#"[{"expression":"object.a == 1"}]"#, Matched::Yes);
    check(r#"[{"expression":"object.b == 1"},{"expression":"false"}]"#, Matched::No);
    check(
        r#"[{"expression":"object.b == 1"},{"expression":"true"}]"#,
        Matched::Failed("expression 'object.b == 1' resulted in error: no such key: b".into()),
    );
}

#[test]
fn mutations_ask_for_changes() {
    let changes = |mutation: &str| {
        let policy = MutatingPolicy::new(&tree(&format!(r#"{{"spec":{{"mutations":[{mutation}]}}}}"#)));
        policy.change(0, &Case::new(r#"{"metadata":{"labels":{"a":"b"}}}"#).request(), None)
    };
    assert_eq!(
        changes(
            r#"{"patchType":"ApplyConfiguration","applyConfiguration":{"expression":
            "Object{metadata: Object.metadata{labels: {'x': 'y'}}, spec: Object.spec{replicas: 2, ?paused: optional.none()}}"}}"#
        ),
        Ok(Change::Apply(tree(r#"{"metadata":{"labels":{"x":"y"}},"spec":{"replicas":2}}"#)))
    );
    assert_eq!(
        changes(
            r#"{"patchType":"ApplyConfiguration","applyConfiguration":{"expression":"Object{spec: Object.wrong{a: 1}}"}}"#
        ),
        Err("type mismatch: unexpected type name \"Object.wrong\", expected \"Object.spec\", which matches field name path from root Object type".into())
    );
    assert_eq!(
        changes(
            r#"{"patchType":"JSONPatch","jsonPatch":{"expression":
            "[JSONPatch{op: 'add', path: '/metadata/labels/' + jsonpatch.escapeKey('a/b'), value: 'c'}]"}}"#
        ),
        Ok(Change::Patch(tree(r#"[{"op":"add","path":"/metadata/labels/a~1b","value":"c"}]"#)))
    );
}

#[test]
fn definitions_are_refused_with_upstreams_words() {
    let of = |spec: &str, mutating: bool| -> Vec<String> {
        check_policy(&tree(spec), mutating, &Path::new("spec")).iter().map(ToString::to_string).collect()
    };
    assert_eq!(
        of(r#"{"validations":[{"expression":"object.x"}]}"#, false),
        ["spec.validations[0].expression: Invalid value: \"object.x\": must evaluate to bool but got dyn"]
    );
    assert_eq!(
        of(r#"{"validations":[{"expression":"params.x == 1"}]}"#, false),
        [
            "spec.validations[0].expression: Invalid value: \"params.x == 1\": compilation failed: ERROR: <input>:1:1: undeclared reference to 'params' (in container '')\n | params.x == 1\n | ^"
        ]
    );
    assert_eq!(
        of(r#"{"validations":[{"expression":"true","messageExpression":"authorizer.path('/').check('get').reason()"}]}"#, false)
            .len(),
        1
    );
    assert_eq!(
        of(r#"{"auditAnnotations":[{"key":"a","valueExpression":"1"}]}"#, false),
        [
            "spec.auditAnnotations[0].valueExpression: Invalid value: \"1\": must evaluate to one of [string null_type] but got int"
        ]
    );
    assert_eq!(
        of(r#"{"mutations":[{"applyConfiguration":{"expression":"object"}}]}"#, true),
        [
            "spec.mutations[0].applyConfiguration.expression: Invalid value: \"object\": must evaluate to Object but got dyn"
        ]
    );
    assert_eq!(
        of(r#"{"validations":[{"expression":"request.nope == 1"}]}"#, false),
        [
            "spec.validations[0].expression: Invalid value: \"request.nope == 1\": compilation failed: ERROR: <input>:1:8: undefined field 'nope'\n | request.nope == 1\n | .......^"
        ]
    );
    let hook = tree(r#"{"matchConditions":[{"name":"a","expression":"1"}]}"#);
    let faults = check_conditions(&hook, &Path::new("webhooks"));
    assert_eq!(
        faults[0].to_string(),
        "webhooks.matchConditions[0].expression: Invalid value: \"1\": must evaluate to bool but got int"
    );
}
