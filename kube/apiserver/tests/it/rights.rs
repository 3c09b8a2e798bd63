//! Who may do what: service accounts, roles, escalation, nodes.

use serde_json::json;

use crate::client::Client;
use crate::harness::TestServer;

const RBAC: &str = "/apis/rbac.authorization.k8s.io/v1";

async fn token_of(server: &TestServer, name: &str) -> Client {
    let admin = server.admin();
    let path = "/api/v1/namespaces/default/serviceaccounts";
    admin.post(path, &json!({"metadata": {"name": name}})).await.expect(201);
    let request = json!({"apiVersion": "authentication.k8s.io/v1", "kind": "TokenRequest", "spec": {}});
    let made = admin.post(&format!("{path}/{name}/token"), &request).await.expect(201);
    Client::new(server.address, made["status"]["token"].as_str().unwrap())
}

async fn bind(server: &TestServer, account: &str, role: &str) {
    let binding = json!({
        "metadata": {"name": format!("{account}-{role}")},
        "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": role},
        "subjects": [{"kind": "ServiceAccount", "name": account, "namespace": "default"}]
    });
    server.admin().post(&format!("{RBAC}/namespaces/default/rolebindings"), &binding).await.expect(201);
}

#[tokio::test]
async fn a_token_dies_with_its_account() {
    let server = TestServer::start().await;
    let account = token_of(&server, "bob").await;
    account.get("/api/v1/namespaces/default/pods").await.expect(403);
    bind(&server, "bob", "system:node").await;
    server.admin().get("/readyz").await;
    account.get("/api/v1/namespaces/default/pods").await.expect(200);
    server.admin().delete("/api/v1/namespaces/default/serviceaccounts/bob").await.expect(200);
    server.admin().get("/api/v1/namespaces/default/serviceaccounts").await.expect(200);
    account.get("/api/v1/namespaces/default/pods").await.expect(401);
    server.stop().await;
}

#[tokio::test]
async fn nobody_grants_what_he_does_not_hold() {
    let server = TestServer::start().await;
    let account = token_of(&server, "eve").await;
    let role = json!({
        "metadata": {"name": "writer"},
        "rules": [{"apiGroups": ["rbac.authorization.k8s.io"], "resources": ["roles", "rolebindings"], "verbs": ["*"]}]
    });
    // The one verb that would let her: `*` holds escalate and bind, so it is spelled out.
    let mut role = role;
    role["rules"][0]["verbs"] = json!(["create", "update", "get", "list"]);
    server.admin().post(&format!("{RBAC}/clusterroles"), &role).await.expect(201);
    bind(&server, "eve", "writer").await;
    server.admin().get(&format!("{RBAC}/clusterroles")).await.expect(200);
    let grab = json!({"metadata": {"name": "all"}, "rules": [{"apiGroups": [""], "resources": ["secrets"], "verbs": ["get"]}]});
    let refused = account.post(&format!("{RBAC}/namespaces/default/roles"), &grab).await.expect(403);
    let text = refused["message"].as_str().unwrap();
    assert!(text.contains("is attempting to grant RBAC permissions not currently held"), "{text}");
    assert!(text.contains(r#"{APIGroups:[""], Resources:["secrets"], Verbs:["get"]}"#), "{text}");
    server.stop().await;
}

#[tokio::test]
async fn a_node_reads_what_its_pods_refer_to() {
    let server = TestServer::start().await;
    let admin = server.admin();
    let node = Client::new(server.address, crate::harness::NODE);
    admin
        .post("/api/v1/namespaces/default/serviceaccounts", &json!({"metadata": {"name": "default"}}))
        .await
        .expect(201);
    for name in ["used", "other"] {
        admin.post("/api/v1/namespaces/default/secrets", &json!({"metadata": {"name": name}})).await.expect(201);
    }
    node.post("/api/v1/nodes", &json!({"metadata": {"name": "n1"}})).await.expect(201);
    let foreign = node.post("/api/v1/nodes", &json!({"metadata": {"name": "n2"}})).await.expect(403);
    assert!(foreign["message"].as_str().unwrap().contains("node \"n1\" is not allowed to modify node \"n2\""));
    let pod = json!({
        "metadata": {"name": "p"},
        "spec": {"nodeName": "n1", "containers": [{"name": "c", "image": "x", "env": [
            {"name": "A", "valueFrom": {"secretKeyRef": {"name": "used", "key": "k"}}}
        ]}]}
    });
    node.get("/api/v1/namespaces/default/secrets/used").await.expect(403);
    admin.post("/api/v1/namespaces/default/pods", &pod).await.expect(201);
    admin.get("/api/v1/namespaces/default/pods/p").await.expect(200);
    node.get("/api/v1/namespaces/default/secrets/used").await.expect(200);
    let refused = node.get("/api/v1/namespaces/default/secrets/other").await.expect(403);
    assert!(refused["message"].as_str().unwrap().ends_with("no relationship found between node 'n1' and this object"));
    node.get("/api/v1/pods?fieldSelector=spec.nodeName%3Dn1").await.expect(200);
    node.get("/api/v1/pods").await.expect(403);
    server.stop().await;
}
