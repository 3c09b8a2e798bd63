//! The typed client of this workspace: protobuf both ways, and a cache that follows.

use std::time::Duration;

use kube_api::types::core::{ConfigMap, Namespace};
use kube_api::types::meta::ObjectMeta;
use kube_informer::{Client, Config, Identity, Informer, Material, Patch};
use machined_base::{Clock, Shutdown, Tasks};

use crate::harness::{ADMIN, TestServer};

fn client(server: &TestServer, shutdown: &Shutdown) -> Client {
    let config = Config {
        servers: vec![format!("http://{}", server.address)],
        ca: None,
        identity: Identity::Token(Material::Inline(ADMIN.as_bytes().to_vec().into())),
        tls_name: None,
        agent: "it".into(),
    };
    Client::new(config, Tasks::new(Clock::system(), shutdown.clone()))
}

fn config_map(name: &str) -> ConfigMap {
    let metadata = ObjectMeta { name: name.into(), namespace: "default".into(), ..Default::default() };
    ConfigMap { metadata, data: [("k".to_owned(), "v".to_owned())].into(), ..Default::default() }
}

#[tokio::test]
async fn protobuf_both_ways() {
    let server = TestServer::start().await;
    let shutdown = Shutdown::new();
    let client = client(&server, &shutdown);
    let store = Informer::<ConfigMap>::new().namespace("default").start(&client, &shutdown);
    let clock = Clock::system();
    clock.timeout(Duration::from_secs(20), store.synced()).await.unwrap();
    let made = client.create(&config_map("a")).await.unwrap();
    assert!(!made.metadata.uid.is_empty());
    let revision: u64 = made.metadata.resource_version.parse().unwrap();
    clock.timeout(Duration::from_secs(20), store.reached(revision)).await.unwrap();
    assert_eq!(store.get("default", "a").unwrap().data["k"], "v");
    let got: ConfigMap = client.get("default", "a").await.unwrap();
    assert_eq!(got, made);
    let patch = Patch::Strategic(r#"{"data":{"n":"1"}}"#.into());
    let patched: ConfigMap = client.patch("default", "a", patch).await.unwrap();
    assert_eq!(patched.data.len(), 2);
    let mut stale = made.clone();
    stale.data.clear();
    assert!(client.update(&stale).await.is_err());
    let namespaces = client.list::<Namespace>(&Default::default()).await.unwrap();
    assert_eq!(namespaces.items.len(), 4);
    assert!(namespaces.undecodable.is_empty());
    shutdown.request();
    server.stop().await;
}
