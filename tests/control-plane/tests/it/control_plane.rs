//! Starts and stops the parts. The hollow kubelet says that every bound pod runs, and lets deleted ones go.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use kube_api::types::Object;
use kube_api::types::core::{Node, Pod};
use kube_apiserver::config::{Config, StaticToken};
use kube_apiserver::{Started, start};
use kube_informer::testing::Fixtures;
use kube_informer::{Client, DeleteOptions, Identity, Informer, Material, Patch};
use kube_kv::testing::Model;
use machined_base::{Clock, Restart, Shutdown, Tasks};

const TOKEN: &str = "admin-token";

pub(crate) struct ControlPlane {
    pub(crate) client: Client,
    server: Option<Started>,
    shutdown: Shutdown,
    server_shutdown: Shutdown,
    tasks: Tasks,
    _files: tempfile::TempDir,
}

impl ControlPlane {
    pub(crate) async fn start(nodes: &[&str]) -> Self {
        let (shutdown, server_shutdown) = (Shutdown::new(), Shutdown::new());
        let files = tempfile::tempdir().unwrap();
        let server = start(server_config(&files), Arc::new(Model::new()), Clock::system(), server_shutdown.clone());
        let server = server.await.unwrap();
        machined_base::testing::eventually(Duration::from_secs(30), || async { server.is_ready() }).await;
        let config = kube_informer::Config {
            identity: Identity::Token(Material::inline(TOKEN)),
            ..kube_informer::Config::plain(format!("http://{}", server.address), "test")
        };
        let tasks = Tasks::new(Clock::system(), shutdown.clone());
        let client = Client::new(config.clone(), tasks.clone());
        for node in nodes {
            client.create(&hollow_node(node)).await.unwrap();
        }
        let ca = files.path().join("ca.crt");
        std::fs::write(&ca, "the authority\n").unwrap();
        let controllers = kube_controllers::Config {
            server: config.clone(),
            identity: Some("test_1".to_owned()),
            clock: Clock::system(),
            root_ca: ca,
            pod_ranges: vec![("10.244.0.0/16".to_owned(), 24)],
            addons: None,
            signer: None,
        };
        let scheduler = kube_scheduler::Config {
            server: config,
            name: "default-scheduler".to_owned(),
            identity: None,
            clock: Clock::system(),
        };
        let stop = shutdown.clone();
        tasks.spawn("controllers", Restart::Fatal, move || kube_controllers::run(controllers.clone(), stop.clone()));
        let stop = shutdown.clone();
        tasks.spawn("scheduler", Restart::Fatal, move || kube_scheduler::run(scheduler.clone(), stop.clone()));
        hollow_kubelet(&client, &shutdown);
        Self { client, server: Some(server), shutdown, server_shutdown, tasks, _files: files }
    }

    pub(crate) async fn stop(mut self) {
        self.shutdown.request();
        let stuck = self.tasks.drain(Duration::from_secs(20)).await;
        assert!(stuck.is_empty(), "{stuck:?}");
        self.server_shutdown.request();
        self.server.take().unwrap().finish().await.unwrap();
    }
}

fn server_config(files: &tempfile::TempDir) -> Config {
    let key = machined_pki::Key::generate().unwrap();
    let path = files.path().join("sa.key");
    std::fs::write(&path, key.pem()).unwrap();
    let text = format!(
        "listen: 127.0.0.1:0\nadvertiseAddress: 127.0.0.1\nserviceAccounts: {{signingKey: {}}}\n",
        path.display()
    );
    let mut config = Config::parse(&text).unwrap();
    config.static_tokens = vec![StaticToken {
        token: TOKEN.to_owned().into(),
        user: "admin".to_owned(),
        groups: vec!["system:masters".to_owned()],
    }];
    config
}

fn hollow_node(name: &str) -> Node {
    let yaml = format!(
        "
apiVersion: v1
kind: Node
metadata: {{name: {name}, labels: {{kubernetes.io/hostname: {name}}}}}
status:
  allocatable: {{cpu: '4', memory: 8Gi, pods: '110'}}
  capacity: {{cpu: '4', memory: 8Gi, pods: '110'}}
  conditions: [{{type: Ready, status: 'True', reason: KubeletReady, message: ready}}]
"
    );
    Fixtures::parse(&yaml).take().pop().unwrap()
}

fn hollow_kubelet(client: &Client, shutdown: &Shutdown) {
    let pods = Informer::<Pod>::new().start(client, shutdown);
    let (client, tasks) = (client.clone(), client.tasks().clone());
    let mut changed = pods.changed();
    let stop = shutdown.clone();
    tasks.scoped("hollow-kubelet", async move {
        loop {
            tokio::select! {
                () = changed.next() => {}
                () = stop.requested() => return,
            }
            for (n, pod) in pods.list().into_iter().enumerate() {
                serve(&client, &pod, n).await;
            }
        }
    });
}

async fn serve(client: &Client, pod: &Pod, n: usize) {
    let meta = pod.metadata();
    if pod.spec.node_name.is_empty() {
        return;
    }
    if meta.deletion_timestamp.is_some() {
        let options = DeleteOptions { grace_s: Some(0), ..DeleteOptions::uid(meta.uid.clone()) };
        // It may be gone already: this is a loop over a cache.
        let _ = client.delete::<Pod>(&meta.namespace, &meta.name, &options).await;
        return;
    }
    if pod.status.phase == "Running" {
        return;
    }
    let address = format!("10.244.{}.{}", n / 250, n % 250 + 1);
    let body = format!(
        r#"{{"status":{{"phase":"Running","podIP":"{address}","podIPs":[{{"ip":"{address}"}}],"conditions":[{{"type":"Ready","status":"True","lastTransitionTime":"2026-01-01T00:00:00Z"}}]}}}}"#
    );
    let patch = Patch::Strategic(Bytes::from(body));
    let _ = client.patch_status::<Pod>(&meta.namespace, &meta.name, patch).await;
}
