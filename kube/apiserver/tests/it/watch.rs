//! Lists and watches: selectors, initial events, pages.

use serde_json::json;

use crate::harness::TestServer;

const PATH: &str = "/api/v1/namespaces/default/configmaps";

#[tokio::test]
async fn selectors_turn_changes_into_arrivals_and_departures() {
    let server = TestServer::start().await;
    let client = server.admin();
    let mut events = client.watch(&format!("{PATH}?watch=1&labelSelector=app%3Dweb")).await;
    client.post(PATH, &json!({"metadata": {"name": "a"}})).await.expect(201);
    let label = |value: serde_json::Value| json!({"metadata": {"labels": {"app": value}}});
    client.patch(&format!("{PATH}/a"), "application/merge-patch+json", &label(json!("web"))).await.expect(200);
    assert_eq!(events.next().await["type"], "ADDED");
    client.patch(&format!("{PATH}/a"), "application/merge-patch+json", &json!({"data": {"x": "1"}})).await.expect(200);
    assert_eq!(events.next().await["type"], "MODIFIED");
    let left =
        client.patch(&format!("{PATH}/a"), "application/merge-patch+json", &label(json!("db"))).await.expect(200);
    let event = events.next().await;
    assert_eq!(event["type"], "DELETED");
    assert_eq!(event["object"]["metadata"]["labels"]["app"], "web");
    assert_eq!(event["object"]["metadata"]["resourceVersion"], left["metadata"]["resourceVersion"]);
    server.stop().await;
}

#[tokio::test]
async fn a_watch_list_ends_its_initial_events() {
    let server = TestServer::start().await;
    let client = server.admin();
    client.post(PATH, &json!({"metadata": {"name": "a"}})).await.expect(201);
    let query = "watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true";
    let mut events = client.watch(&format!("{PATH}?{query}")).await;
    assert_eq!(events.next().await["type"], "ADDED");
    let end = events.next().await;
    assert_eq!(end["type"], "BOOKMARK");
    assert_eq!(end["object"]["metadata"]["annotations"]["k8s.io/initial-events-end"], "true");
    client.post(PATH, &json!({"metadata": {"name": "b"}})).await.expect(201);
    assert_eq!(events.next().await["object"]["metadata"]["name"], "b");
    server.stop().await;
}

#[tokio::test]
async fn pages_are_of_one_revision() {
    let server = TestServer::start().await;
    let client = server.admin();
    for name in ["a", "b", "c", "d", "e"] {
        client.post(PATH, &json!({"metadata": {"name": name}})).await.expect(201);
    }
    let first = client.get(&format!("{PATH}?limit=2")).await.expect(200);
    assert_eq!(first["metadata"]["remainingItemCount"], 3);
    client.post(PATH, &json!({"metadata": {"name": "bb"}})).await.expect(201);
    let token = first["metadata"]["continue"].as_str().unwrap();
    let second = client.get(&format!("{PATH}?limit=10&continue={token}")).await.expect(200);
    let names: Vec<&str> =
        second["items"].as_array().unwrap().iter().map(|one| one["metadata"]["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["c", "d", "e"]);
    assert_eq!(second["metadata"]["resourceVersion"], first["metadata"]["resourceVersion"]);
    server.stop().await;
}
