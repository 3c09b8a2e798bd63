//! Starts servers on port 0 with keys of their own, and stops them.

use std::sync::Arc;
use std::time::Duration;

use kube_apiserver::config::{Config, StaticToken};
use kube_apiserver::{Started, start};
use kube_kv::Kv;
use kube_kv::testing::Model;
use machined_base::{Clock, Shutdown};

use crate::client::Client;

pub(crate) const ADMIN: &str = "admin-token";
pub(crate) const NOBODY: &str = "nobody-token";
pub(crate) const NODE: &str = "node-token";

pub(crate) struct TestServer {
    pub(crate) address: std::net::SocketAddr,
    shutdown: Shutdown,
    started: Option<Started>,
    _keys: Option<tempfile::TempDir>,
}

pub(crate) fn config(keys: &tempfile::TempDir) -> Config {
    let key = rcgen::KeyPair::generate_for(&rcgen::PKCS_ECDSA_P256_SHA256).unwrap();
    let path = keys.path().join("sa.key");
    std::fs::write(&path, key.serialize_pem()).unwrap();
    let text = format!(
        "listen: 127.0.0.1:0\nadvertiseAddress: 192.0.2.1\nserviceAccounts: {{signingKey: {}}}\n",
        path.display()
    );
    let mut config = Config::parse(&text).unwrap();
    let token = |token: &str, user: &str, groups: &[&str]| StaticToken {
        token: token.to_owned().into(),
        user: user.to_owned(),
        groups: groups.iter().map(|group| (*group).to_owned()).collect(),
    };
    config.static_tokens = vec![
        token(ADMIN, "admin", &["system:masters"]),
        token(NOBODY, "jane", &[]),
        token(NODE, "system:node:n1", &["system:nodes"]),
    ];
    config
}

impl TestServer {
    pub(crate) async fn start() -> Self {
        Self::on(Arc::new(Model::new())).await
    }

    pub(crate) async fn on(kv: Arc<dyn Kv>) -> Self {
        let keys = tempfile::tempdir().unwrap();
        let config = config(&keys);
        Self { _keys: Some(keys), ..Self::with(config, kv).await }
    }

    /// With a configuration whose keys the caller keeps.
    pub(crate) async fn with(config: Config, kv: Arc<dyn Kv>) -> Self {
        let shutdown = Shutdown::new();
        let started = start(config, kv, Clock::system(), shutdown.clone()).await.unwrap();
        let clock = Clock::system();
        let deadline = clock.monotonic() + Duration::from_secs(30);
        while !started.is_ready() {
            assert!(clock.monotonic() < deadline, "the server did not become ready");
            clock.sleep(Duration::from_millis(10)).await;
        }
        Self { address: started.address, shutdown, started: Some(started), _keys: None }
    }

    pub(crate) fn admin(&self) -> Client {
        Client::new(self.address, ADMIN)
    }

    pub(crate) fn nobody(&self) -> Client {
        Client::new(self.address, NOBODY)
    }

    pub(crate) async fn stop(mut self) {
        self.shutdown.request();
        self.started.take().unwrap().finish().await.unwrap();
    }
}
