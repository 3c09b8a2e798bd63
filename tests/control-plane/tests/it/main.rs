//! The control plane in one process: API server on the model of a store, controllers, scheduler, and a hollow kubelet.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::disallowed_methods)]

mod control_plane;

use std::time::Duration;

use bytes::Bytes;
use kube_api::types::Object;
use kube_api::types::apps::{Deployment, ReplicaSet};
use kube_api::types::core::{ConfigMap, Namespace, Pod, Service, ServiceAccount};
use kube_api::types::discovery::EndpointSlice;
use kube_informer::testing::Fixtures;
use kube_informer::{DeleteOptions, ListOptions, Patch, Propagation};
use machined_base::testing::eventually;

use control_plane::ControlPlane;

const SOON: Duration = Duration::from_secs(60);

const DEPLOYMENT: &str = "
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: default}
spec:
  replicas: 3
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: c, image: nginx, ports: [{name: http, containerPort: 80}], resources: {requests: {cpu: 100m}}}]
";

const SERVICE: &str = "
apiVersion: v1
kind: Service
metadata: {name: web, namespace: default}
spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}
";

fn one<T: Object>(yaml: &str) -> T {
    Fixtures::parse(yaml).take().pop().unwrap()
}

/// `deployment_to_pod` as far as it goes without a node: bound pods, endpoints, a rollout, and nothing left at the end.
#[tokio::test(flavor = "multi_thread")]
async fn a_deployment_becomes_bound_pods_and_goes_again() {
    let plane = ControlPlane::start(&["n1", "n2"]).await;
    let client = &plane.client;
    eventually(SOON, || async { client.get::<ServiceAccount>("default", "default").await.is_ok() }).await;
    eventually(SOON, || async { client.get::<ConfigMap>("default", "kube-root-ca.crt").await.is_ok() }).await;

    client.create(&one::<Deployment>(DEPLOYMENT)).await.unwrap();
    client.create(&one::<Service>(SERVICE)).await.unwrap();
    let everywhere = ListOptions { namespace: "default".into(), ..ListOptions::default() };
    eventually(SOON, || async {
        let pods = client.list::<Pod>(&everywhere).await.unwrap().items;
        pods.len() == 3 && pods.iter().all(|pod| !pod.spec.node_name.is_empty())
    })
    .await;
    // The scheduler spreads what belongs together.
    let pods = client.list::<Pod>(&everywhere).await.unwrap().items;
    assert!(pods.iter().any(|pod| pod.spec.node_name == "n1") && pods.iter().any(|pod| pod.spec.node_name == "n2"));
    eventually(SOON, || async {
        let status = client.get::<Deployment>("default", "web").await.unwrap().status;
        let available = status.conditions.iter().any(|it| it.r#type == "Available" && it.status == "True");
        status.available_replicas == 3 && available
    })
    .await;
    eventually(SOON, || async {
        let slices = client.list::<EndpointSlice>(&everywhere).await.unwrap().items;
        let ours = slices.iter().filter(|slice| slice.metadata.generate_name == "web-");
        let ready = ours.flat_map(|slice| &slice.endpoints).filter(|it| it.conditions.ready == Some(true));
        ready.count() == 3
    })
    .await;

    let image = r#"{"spec":{"template":{"spec":{"containers":[{"name":"c","image":"nginx:2"}]}}}}"#;
    let patch = Patch::Strategic(Bytes::from_static(image.as_bytes()));
    client.patch::<Deployment>("default", "web", patch).await.unwrap();
    eventually(SOON, || async {
        let deployment = client.get::<Deployment>("default", "web").await.unwrap();
        let status = &deployment.status;
        let done = status.conditions.iter().any(|it| it.reason == "NewReplicaSetAvailable");
        status.observed_generation == deployment.metadata.generation
            && (status.updated_replicas, status.replicas, status.available_replicas) == (3, 3, 3)
            && done
    })
    .await;
    assert_eq!(client.list::<ReplicaSet>(&everywhere).await.unwrap().items.len(), 2, "the old one is kept for undo");

    let options = DeleteOptions { propagation: Some(Propagation::Background), ..DeleteOptions::default() };
    client.delete::<Deployment>("default", "web", &options).await.unwrap();
    eventually(SOON, || async {
        let sets = client.list::<ReplicaSet>(&everywhere).await.unwrap().items.len();
        let pods = client.list::<Pod>(&everywhere).await.unwrap().items.len();
        (sets, pods) == (0, 0)
    })
    .await;
    plane.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_namespace_goes_with_all_that_it_holds() {
    let plane = ControlPlane::start(&["n1"]).await;
    let client = &plane.client;
    client.create(&one::<Namespace>("apiVersion: v1\nkind: Namespace\nmetadata: {name: team}\n")).await.unwrap();
    let deployment = DEPLOYMENT.replace("namespace: default", "namespace: team");
    eventually(SOON, || async { client.get::<ServiceAccount>("team", "default").await.is_ok() }).await;
    client.create(&one::<Deployment>(&deployment)).await.unwrap();
    let there = ListOptions { namespace: "team".into(), ..ListOptions::default() };
    eventually(SOON, || async { client.list::<Pod>(&there).await.unwrap().items.len() == 3 }).await;
    client.delete::<Namespace>("", "team", &DeleteOptions::default()).await.unwrap();
    eventually(SOON, || async { client.get::<Namespace>("", "team").await.is_err_and(|err| err.is_not_found()) }).await;
    plane.stop().await;
}
