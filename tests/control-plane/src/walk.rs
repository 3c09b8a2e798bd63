//! The walk `deployment_to_pod` at its cheapest level: one process, hollow nodes. Native nodes and machines walk it again with
//! real containers.

use std::time::Duration;

use kube_api::types::apps::{Deployment, ReplicaSet};
use kube_api::types::core::{Container, Node, Pod};
use kube_informer::ListOptions;

use crate::ControlPlane;

fn deployment(replicas: i32) -> Deployment {
    let mut deployment = Deployment::default();
    deployment.metadata.name = "web".into();
    deployment.metadata.namespace = "default".into();
    deployment.spec.replicas = Some(replicas);
    let labels = [("app".to_owned(), "web".to_owned())];
    deployment.spec.selector.get_or_insert_default().match_labels = labels.clone().into();
    deployment.spec.template.metadata.labels = labels.into();
    deployment.spec.template.spec.containers =
        vec![Container { name: "web".into(), image: "example.test/web:1".into(), ..Container::default() }];
    deployment
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn deployment_to_pod() {
    let plane = ControlPlane::start().await.unwrap();
    plane.hollow_node("one").await.unwrap();
    plane.hollow_node("two").await.unwrap();
    let ready = |node: &Node| node.status.conditions.iter().any(|c| c.r#type == "Ready" && c.status == "True");
    let nodes = async || {
        let nodes = plane.client().list::<Node>(&ListOptions::default()).await;
        nodes.is_ok_and(|list| list.items.len() == 2 && list.items.iter().all(ready))
    };
    plane.eventually(Duration::from_secs(60), "two Ready nodes", nodes).await.unwrap();

    plane.client().create(&deployment(3)).await.unwrap();
    let running = async || {
        let pods = plane.client().list::<Pod>(&ListOptions::default()).await;
        pods.is_ok_and(|list| list.items.len() == 3 && list.items.iter().all(|p| p.status.phase == "Running"))
    };
    plane.eventually(Duration::from_secs(60), "three running pods", running).await.unwrap();
    let available = async || {
        let found = plane.client().get::<Deployment>("default", "web").await;
        found.is_ok_and(|d| d.status.available_replicas == 3)
    };
    plane.eventually(Duration::from_secs(60), "an available Deployment", available).await.unwrap();

    let pods = plane.client().list::<Pod>(&ListOptions::default()).await.unwrap().items;
    let sets = plane.client().list::<ReplicaSet>(&ListOptions::default()).await.unwrap().items;
    assert_eq!(sets.len(), 1);
    for pod in &pods {
        let owner = pod.metadata.owner_references.first().expect("a pod of a ReplicaSet has an owner");
        assert_eq!(owner.uid, sets[0].metadata.uid);
        assert!(["one", "two"].contains(&pod.spec.node_name.as_str()), "{}", pod.spec.node_name);
    }
    plane.stop().await;
}
