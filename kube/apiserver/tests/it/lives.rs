//! What outlives a server, and how things end: restarts, finalizers, namespaces, custom resources.

use std::sync::Arc;

use kube_kv::testing::Model;
use serde_json::json;

use crate::harness::TestServer;

const PATH: &str = "/api/v1/namespaces/default/configmaps";

#[tokio::test]
async fn a_restart_loses_nothing() {
    let kv = Arc::new(Model::new());
    let server = TestServer::on(kv.clone()).await;
    let made = server.admin().post(PATH, &json!({"metadata": {"name": "a"}})).await.expect(201);
    let service = json!({"metadata": {"name": "s"}, "spec": {"ports": [{"port": 80}]}});
    let service = server.admin().post("/api/v1/namespaces/default/services", &service).await.expect(201);
    server.stop().await;
    let server = TestServer::on(kv).await;
    assert_eq!(server.admin().get(&format!("{PATH}/a")).await.expect(200), made);
    let again = json!({"metadata": {"name": "t"}, "spec": {"clusterIP": service["spec"]["clusterIP"], "ports": [{"port": 80}]}});
    let refused = server.admin().post("/api/v1/namespaces/default/services", &again).await.expect(422);
    assert!(refused["message"].as_str().unwrap().contains("provided IP is already allocated"), "{refused}");
    server.stop().await;
}

#[tokio::test]
async fn finalizers_hold_and_let_go() {
    let server = TestServer::start().await;
    let client = server.admin();
    client.post(PATH, &json!({"metadata": {"name": "a", "finalizers": ["example.com/hold"]}})).await.expect(201);
    let marked = client.delete(&format!("{PATH}/a")).await.expect(200);
    assert!(marked["metadata"]["deletionTimestamp"].is_string());
    client.get(&format!("{PATH}/a")).await.expect(200);
    let free = json!({"metadata": {"finalizers": null}});
    client.patch(&format!("{PATH}/a"), "application/merge-patch+json", &free).await.expect(200);
    client.get(&format!("{PATH}/a")).await.expect(404);
    server.stop().await;
}

#[tokio::test]
async fn a_terminating_namespace_takes_nothing_in() {
    let server = TestServer::start().await;
    let client = server.admin();
    client.post("/api/v1/namespaces", &json!({"metadata": {"name": "x"}})).await.expect(201);
    let marked = client.delete("/api/v1/namespaces/x").await.expect(200);
    assert_eq!(marked["status"]["phase"], "Terminating");
    let refused = client.post("/api/v1/namespaces/x/configmaps", &json!({"metadata": {"name": "a"}})).await.expect(403);
    assert_eq!(refused["details"]["causes"][0]["reason"], "NamespaceTerminating");
    let mut empty = client.get("/api/v1/namespaces/x").await.expect(200);
    empty["spec"]["finalizers"] = json!([]);
    client.put("/api/v1/namespaces/x/finalize", &empty).await.expect(200);
    client.delete("/api/v1/namespaces/x").await;
    client.get("/api/v1/namespaces/x").await.expect(404);
    server.stop().await;
}

#[tokio::test]
async fn custom_resources_come_and_go() {
    let server = TestServer::start().await;
    let client = server.admin();
    let definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    let definition = json!({
        "metadata": {"name": "tabs.example.com"},
        "spec": {
            "group": "example.com", "scope": "Namespaced",
            "names": {"plural": "tabs", "singular": "tab", "kind": "Tab", "listKind": "TabList"},
            "versions": [{"name": "v1", "served": true, "storage": true, "schema": {"openAPIV3Schema": {
                "type": "object", "properties": {"spec": {"type": "object", "properties": {
                    "size": {"type": "integer", "default": 3, "maximum": 9}
                }}}
            }}}]
        }
    });
    client.post(definitions, &definition).await.expect(201);
    let path = "/apis/example.com/v1/namespaces/default/tabs";
    let clock = machined_base::Clock::system();
    let deadline = clock.monotonic() + std::time::Duration::from_secs(20);
    while client.get(path).await.code != 200 {
        assert!(clock.monotonic() < deadline, "the kind is not served");
        clock.sleep(std::time::Duration::from_millis(20)).await;
    }
    let tab = |name: &str, spec| json!({"apiVersion": "example.com/v1", "kind": "Tab", "metadata": {"name": name}, "spec": spec});
    let made = client.post(path, &tab("a", json!({"other": 1}))).await.expect(201);
    assert_eq!(made["spec"], json!({"size": 3}));
    let refused = client.post(path, &tab("b", json!({"size": 10}))).await.expect(422);
    assert_eq!(refused["details"]["causes"][0]["field"], "spec.size");
    client.delete(&format!("{definitions}/tabs.example.com")).await.expect(200);
    while client.get(path).await.code == 200 {
        assert!(clock.monotonic() < deadline, "the kind is still served");
        clock.sleep(std::time::Duration::from_millis(20)).await;
    }
    client.get(&format!("{definitions}/tabs.example.com")).await.expect(404);
    server.stop().await;
}
