//! Expressions at work: rules of custom resources, policies, and conditions of webhooks. Texts are upstream's.

use serde_json::{Value, json};

use crate::client::{Answer, Client};
use crate::harness::TestServer;

const DEFINITIONS: &str = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
const POLICIES: &str = "/apis/admissionregistration.k8s.io/v1";
const MAPS: &str = "/api/v1/namespaces/default/configmaps";

fn definition(spec: Value) -> Value {
    json!({
        "metadata": {"name": "tabs.example.com"},
        "spec": {
            "group": "example.com", "scope": "Namespaced",
            "names": {"plural": "tabs", "singular": "tab", "kind": "Tab", "listKind": "TabList"},
            "versions": [{"name": "v1", "served": true, "storage": true, "schema": {"openAPIV3Schema": {
                "type": "object", "properties": {"spec": spec}
            }}}]
        }
    })
}

fn tab(name: &str, spec: Value) -> Value {
    json!({"apiVersion": "example.com/v1", "kind": "Tab", "metadata": {"name": name}, "spec": spec})
}

fn map(name: &str, data: Value) -> Value {
    json!({"metadata": {"name": name}, "data": data})
}

/// Asks until the answer has a code: definitions and policies come into force when the cache has them.
async fn until(code: u16, mut ask: impl AsyncFnMut() -> Answer) -> Value {
    let clock = machined_base::Clock::system();
    let deadline = clock.monotonic() + std::time::Duration::from_secs(20);
    loop {
        let answer = ask().await;
        if answer.code == code {
            return answer.json();
        }
        let text = String::from_utf8_lossy(&answer.bytes).into_owned();
        assert!(clock.monotonic() < deadline, "still {}: {text}", answer.code);
        clock.sleep(std::time::Duration::from_millis(20)).await;
    }
}

/// What a dry run that would make the object answers, until it is this code.
async fn tried(client: &Client, code: u16, object: &Value) -> Value {
    until(code, async || client.post(&format!("{MAPS}?dryRun=All"), object).await).await
}

#[tokio::test]
async fn rules_of_custom_resources_hold() {
    let server = TestServer::start().await;
    let client = server.admin();
    let spec = json!({
        "type": "object",
        "properties": {"min": {"type": "integer"}, "max": {"type": "integer"}},
        "x-kubernetes-validations": [
            {"rule": "self.min <= self.max", "messageExpression": "self.max < 2 ? 'max is tiny' : 'min is above max'"},
            {"rule": "self.max >= oldSelf.max", "message": "max may not shrink", "fieldPath": ".max"}
        ]
    });
    client.post(DEFINITIONS, &definition(spec)).await.expect(201);
    let path = "/apis/example.com/v1/namespaces/default/tabs";
    until(200, async || client.get(path).await).await;
    let refused = client.post(path, &tab("a", json!({"min": 3, "max": 1}))).await.expect(422);
    assert_eq!(refused["message"], "Tab.example.com \"a\" is invalid: spec: Invalid value: max is tiny");
    assert_eq!(refused["details"]["causes"][0]["reason"], "FieldValueInvalid");
    client.post(path, &tab("a", json!({"min": 1, "max": 3}))).await.expect(201);
    let one = format!("{path}/a");
    let patch = json!({"spec": {"max": 2}});
    let refused = client.patch(&one, "application/merge-patch+json", &patch).await.expect(422);
    let cause = &refused["details"]["causes"][0];
    assert_eq!((&cause["field"], &cause["message"]), (&json!("spec.max"), &json!("Invalid value: max may not shrink")));
    client.patch(&one, "application/merge-patch+json", &json!({"spec": {"max": 4}})).await.expect(200);
    server.stop().await;
}

#[tokio::test]
async fn definitions_with_bad_rules_are_refused() {
    let server = TestServer::start().await;
    let spec = json!({"type": "object", "properties": {}, "x-kubernetes-validations": [{"rule": "self.foo == 1"}]});
    let refused = server.admin().post(DEFINITIONS, &definition(spec)).await.expect(422);
    let cause = &refused["details"]["causes"][0];
    assert_eq!(cause["field"], "spec.validation.openAPIV3Schema.properties[spec].x-kubernetes-validations[0].rule");
    let message = cause["message"].as_str().unwrap();
    assert!(
        message.ends_with("compilation failed: ERROR: <input>:1:5: undefined field 'foo'\n | self.foo == 1\n | ....^"),
        "{message}"
    );
    server.stop().await;
}

fn constraints() -> Value {
    json!({"resourceRules": [{
        "apiGroups": [""], "apiVersions": ["v1"], "operations": ["CREATE", "UPDATE"], "resources": ["configmaps"]
    }]})
}

fn bound(policy: &str, more: Value) -> Value {
    let mut spec = json!({"policyName": policy, "validationActions": ["Deny"]});
    spec.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({"metadata": {"name": format!("{policy}-binding")}, "spec": spec})
}

#[tokio::test]
async fn validating_policies_deny_and_warn() {
    let server = TestServer::start().await;
    let client = server.admin();
    let policy = json!({"metadata": {"name": "small"}, "spec": {
        "matchConstraints": constraints(),
        "matchConditions": [{"name": "not-free", "expression": "!object.metadata.name.startsWith('free')"}],
        "variables": [{"name": "count", "expression": "size(object.?data.orValue({}))"}],
        "validations": [{
            "expression": "variables.count <= 1", "reason": "Forbidden",
            "messageExpression": "'at most 1 key, not ' + string(variables.count)"
        }]
    }});
    client.post(&format!("{POLICIES}/validatingadmissionpolicies"), &policy).await.expect(201);
    let bindings = format!("{POLICIES}/validatingadmissionpolicybindings");
    client.post(&bindings, &bound("small", json!({}))).await.expect(201);
    let two = json!({"a": "1", "b": "2"});
    let refused = tried(&client, 403, &map("m", two.clone())).await;
    let why = "ValidatingAdmissionPolicy 'small' with binding 'small-binding' denied request: at most 1 key, not 2";
    assert_eq!(refused["message"], format!("configmaps \"m\" is forbidden: {why}"));
    assert_eq!(refused["reason"], "Forbidden");
    assert_eq!(refused["details"]["causes"][0]["message"], why);
    client.post(MAPS, &map("free-one", two.clone())).await.expect(201);
    client.post(MAPS, &map("one", json!({"a": "1"}))).await.expect(201);

    let warn = json!([{"op": "replace", "path": "/spec/validationActions", "value": ["Warn"]}]);
    let binding = format!("{bindings}/small-binding");
    client.patch(&binding, "application/json-patch+json", &warn).await.expect(200);
    tried(&client, 201, &map("m", two.clone())).await;
    let answer = client.post(MAPS, &map("m", two)).await;
    answer.expect(201);
    assert_eq!(
        answer.headers["warning"],
        "299 - \"Validation failed for ValidatingAdmissionPolicy 'small' with binding 'small-binding': at most 1 key, not 2\""
    );
    server.stop().await;
}

#[tokio::test]
async fn policies_take_parameters_and_ask_for_permission() {
    let server = TestServer::start().await;
    let client = server.admin();
    client.post(MAPS, &map("limits", json!({"max": "1"}))).await.expect(201);
    let policy = json!({"metadata": {"name": "limited"}, "spec": {
        "paramKind": {"apiVersion": "v1", "kind": "ConfigMap"},
        "matchConstraints": constraints(),
        "validations": [{
            "expression": "size(object.data) <= int(params.data.max) || authorizer.group('').resource('secrets').check('delete').allowed()"
        }]
    }});
    client.post(&format!("{POLICIES}/validatingadmissionpolicies"), &policy).await.expect(201);
    let reference = json!({"paramRef": {"name": "limits", "namespace": "default", "parameterNotFoundAction": "Deny"}});
    let bindings = format!("{POLICIES}/validatingadmissionpolicybindings");
    client.post(&bindings, &bound("limited", reference)).await.expect(201);
    let role = json!({"metadata": {"name": "maps"}, "rules": [{"apiGroups": [""], "resources": ["configmaps"], "verbs": ["*"]}]});
    client.post("/apis/rbac.authorization.k8s.io/v1/clusterroles", &role).await.expect(201);
    let bind = json!({
        "metadata": {"name": "maps"},
        "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "maps"},
        "subjects": [{"apiGroup": "rbac.authorization.k8s.io", "kind": "User", "name": "jane"}]
    });
    client.post("/apis/rbac.authorization.k8s.io/v1/clusterrolebindings", &bind).await.expect(201);
    let two = map("two", json!({"a": "1", "b": "2"}));
    let jane = server.nobody();
    let refused = tried(&jane, 422, &two).await;
    assert_eq!(refused["reason"], "Invalid");
    tried(&client, 201, &two).await;
    client.delete(&format!("{MAPS}/limits")).await.expect(200);
    let refused = until(422, async || client.post(&format!("{MAPS}?dryRun=All"), &two).await).await;
    assert!(
        refused["message"].as_str().unwrap().ends_with(
            "failed to configure binding: no params found for policy binding with `Deny` parameterNotFoundAction"
        ),
        "{refused}"
    );
    server.stop().await;
}

#[tokio::test]
async fn policies_with_bad_expressions_are_refused() {
    let server = TestServer::start().await;
    let client = server.admin();
    let policy = json!({"metadata": {"name": "bad"}, "spec": {
        "matchConstraints": constraints(), "validations": [{"expression": "object.data.size()"}]
    }});
    let refused = client.post(&format!("{POLICIES}/validatingadmissionpolicies"), &policy).await.expect(422);
    let cause = &refused["details"]["causes"][0];
    assert_eq!(cause["field"], "spec.validations[0].expression");
    assert_eq!(cause["message"], "Invalid value: \"object.data.size()\": must evaluate to bool but got int");
    server.stop().await;
}

#[tokio::test]
async fn mutating_policies_change_objects() {
    let server = TestServer::start().await;
    let client = server.admin();
    let policy = json!({"metadata": {"name": "marked"}, "spec": {
        "matchConstraints": constraints(), "reinvocationPolicy": "Never",
        "mutations": [
            {"patchType": "ApplyConfiguration", "applyConfiguration": {
                "expression": "Object{metadata: Object.metadata{labels: {'by': request.userInfo.username}}}"
            }},
            {"patchType": "JSONPatch", "jsonPatch": {
                "expression": "[JSONPatch{op: 'add', path: '/data/' + jsonpatch.escapeKey('a.b'), value: object.metadata.labels.by}]"
            }}
        ]
    }});
    client.post(&format!("{POLICIES}/mutatingadmissionpolicies"), &policy).await.expect(201);
    let binding = json!({"metadata": {"name": "marked"}, "spec": {"policyName": "marked"}});
    client.post(&format!("{POLICIES}/mutatingadmissionpolicybindings"), &binding).await.expect(201);
    let clock = machined_base::Clock::system();
    let deadline = clock.monotonic() + std::time::Duration::from_secs(20);
    let object = json!({"metadata": {"name": "m", "labels": {"own": "1"}}, "data": {"k": "v"}});
    let made = loop {
        let made = client.post(&format!("{MAPS}?dryRun=All"), &object).await.expect(201);
        if made["metadata"]["labels"] != json!({"own": "1"}) {
            break made;
        }
        assert!(clock.monotonic() < deadline, "the policy does nothing");
        clock.sleep(std::time::Duration::from_millis(20)).await;
    };
    assert_eq!(made["metadata"]["labels"], json!({"own": "1", "by": "admin"}));
    assert_eq!(made["data"], json!({"k": "v", "a.b": "admin"}));
    server.stop().await;
}

#[tokio::test]
async fn webhooks_are_asked_where_their_conditions_hold() {
    let server = TestServer::start().await;
    let client = server.admin();
    // Nobody answers there, so that a call shows as a failure.
    let configuration = json!({"metadata": {"name": "w"}, "webhooks": [{
        "name": "w.example.com", "admissionReviewVersions": ["v1"], "sideEffects": "None", "timeoutSeconds": 1,
        "clientConfig": {"url": "https://127.0.0.1:1/x"},
        "rules": constraints()["resourceRules"],
        "matchConditions": [{"name": "wanted", "expression": "object.data.call == 'yes'"}]
    }]});
    let path = format!("{POLICIES}/validatingwebhookconfigurations");
    client.post(&path, &configuration).await.expect(201);
    let refused = tried(&client, 500, &map("m", json!({"call": "yes"}))).await;
    assert!(refused["message"].as_str().unwrap().contains("failed calling webhook \"w.example.com\""), "{refused}");
    client.post(MAPS, &map("m", json!({"call": "no"}))).await.expect(201);
    let refused = client.post(MAPS, &map("n", json!({}))).await.expect(403);
    assert_eq!(
        refused["message"],
        "configmaps \"n\" is forbidden: expression 'object.data.call == 'yes'' resulted in error: no such key: data"
    );
    server.stop().await;
}
