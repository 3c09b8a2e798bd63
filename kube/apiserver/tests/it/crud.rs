//! Create, read, update, patch and delete through every verb.

use serde_json::json;

use crate::harness::TestServer;

#[tokio::test]
async fn a_config_map_through_its_life() {
    let server = TestServer::start().await;
    let client = server.admin();
    let path = "/api/v1/namespaces/default/configmaps";
    let made = client.post(path, &json!({"metadata": {"name": "a"}, "data": {"k": "v"}})).await.expect(201);
    assert_eq!(made["kind"], "ConfigMap");
    assert!(made["metadata"]["uid"].is_string() && made["metadata"]["creationTimestamp"].is_string());
    let again = client.post(path, &json!({"metadata": {"name": "a"}})).await.expect(409);
    assert_eq!(again["reason"], "AlreadyExists");
    assert_eq!(again["message"], "configmaps \"a\" already exists");
    let got = client.get(&format!("{path}/a")).await.expect(200);
    assert_eq!(got, made);
    let mut next = got.clone();
    next["data"]["k"] = json!("w");
    let put = client.put(&format!("{path}/a"), &next).await.expect(200);
    assert_ne!(put["metadata"]["resourceVersion"], got["metadata"]["resourceVersion"]);
    let stale = client.put(&format!("{path}/a"), &next).await.expect(409);
    assert_eq!(stale["reason"], "Conflict");
    let merged = client
        .patch(&format!("{path}/a"), "application/merge-patch+json", &json!({"data": {"n": "1"}}))
        .await
        .expect(200);
    assert_eq!(merged["data"], json!({"k": "w", "n": "1"}));
    let listed = client.get(path).await.expect(200);
    assert_eq!(listed["kind"], "ConfigMapList");
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);
    let gone = client.delete(&format!("{path}/a")).await.expect(200);
    assert_eq!(gone["status"], "Success");
    let missing = client.get(&format!("{path}/a")).await.expect(404);
    assert_eq!(missing["message"], "configmaps \"a\" not found");
    server.stop().await;
}

/// As upstream: every verb on a kind that is going away says so.
#[tokio::test]
async fn endpoints_come_with_a_warning_whatever_is_asked() {
    let server = TestServer::start().await;
    let client = server.admin();
    let warning = "299 - \"v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice\"";
    for path in ["/api/v1/endpoints", "/api/v1/namespaces/default/endpoints/nothing"] {
        assert_eq!(client.get(path).await.headers["warning"], warning, "{path}");
    }
    assert!(!client.get("/api/v1/services").await.headers.contains_key("warning"));
    server.stop().await;
}

/// As upstream: a Status that stands for something made has the code of its answer.
#[tokio::test]
async fn an_eviction_answers_with_a_status_and_its_code() {
    let server = TestServer::start().await;
    let client = server.admin();
    let accounts = "/api/v1/namespaces/default/serviceaccounts";
    client.post(accounts, &json!({"metadata": {"name": "default"}})).await.expect(201);
    let pods = "/api/v1/namespaces/default/pods";
    let container = json!({"name": "main", "image": "example.test/x"});
    client.post(pods, &json!({"metadata": {"name": "p"}, "spec": {"containers": [container]}})).await.expect(201);
    let body = json!({"apiVersion": "policy/v1", "kind": "Eviction", "metadata": {"name": "p"}});
    let answer = client.post(&format!("{pods}/p/eviction"), &body).await.expect(201);
    let expected = json!({"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Success", "code": 201});
    assert_eq!(answer, expected);
    server.stop().await;
}

#[tokio::test]
async fn nobody_may_do_nothing() {
    let server = TestServer::start().await;
    let refused = server.nobody().get("/api/v1/namespaces/default/pods").await.expect(403);
    assert_eq!(
        refused["message"],
        "pods is forbidden: User \"jane\" cannot list resource \"pods\" in API group \"\" in the namespace \"default\""
    );
    let anonymous = crate::client::Client::new(server.address, "");
    anonymous.get("/api/v1/pods").await.expect(403);
    assert_eq!(anonymous.get("/healthz").await.code, 200);
    assert_eq!(anonymous.get("/version").await.expect(200)["minor"], "36");
    let foreign = crate::client::Client::new(server.address, "foreign");
    foreign.get("/version").await.expect(401);
    server.stop().await;
}

#[tokio::test]
async fn the_server_makes_what_a_cluster_has() {
    let server = TestServer::start().await;
    let client = server.admin();
    let namespaces = client.get("/api/v1/namespaces").await.expect(200);
    let names: Vec<&str> =
        namespaces["items"].as_array().unwrap().iter().map(|one| one["metadata"]["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["default", "kube-node-lease", "kube-public", "kube-system"]);
    let service = client.get("/api/v1/namespaces/default/services/kubernetes").await.expect(200);
    assert_eq!(service["spec"]["clusterIP"], "10.96.0.1");
    let address = client.get("/apis/networking.k8s.io/v1/ipaddresses/10.96.0.1").await.expect(200);
    assert_eq!(address["spec"]["parentRef"]["name"], "kubernetes");
    let roles = client.get("/apis/rbac.authorization.k8s.io/v1/clusterroles").await.expect(200);
    assert!(roles["items"].as_array().unwrap().len() > 60);
    server.stop().await;
}

#[tokio::test]
async fn strict_validation_names_the_fields() {
    let server = TestServer::start().await;
    let client = server.admin();
    let path = "/api/v1/namespaces/default/configmaps?fieldValidation=Strict";
    let refused = client.post(path, &json!({"metadata": {"name": "a"}, "foo": 1})).await.expect(400);
    assert!(refused["message"].as_str().unwrap().contains("strict decoding error: unknown field \"foo\""), "{refused}");
    let path = "/api/v1/namespaces/default/configmaps?fieldValidation=Warn";
    let warned = client.post(path, &json!({"metadata": {"name": "a"}, "foo": 1})).await;
    warned.expect(201);
    assert_eq!(warned.headers["warning"], "299 - \"unknown field \\\"foo\\\"\"");
    server.stop().await;
}
