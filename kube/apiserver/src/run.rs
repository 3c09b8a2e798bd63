//! Starts a server from its configuration and an opened store, and runs it until it is told to stop.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use kube_kv::Kv;
use machined_base::{Clock, Restart, Shutdown, Tasks};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use crate::admission::Admission;
use crate::authn::{Authenticator, KeyError, SigningKey, Tokens, VerifyingKeys};
use crate::authz::Authorizer;
use crate::cache::Feed;
use crate::catalog::Catalog;
use crate::config::{Config, ConfigError};
use crate::http::flow::FlowControl;
use crate::http::listen;
use crate::http::tls::{Authorities, Serving, TlsError};
use crate::server::Server;
use crate::subresource::kubelet::KubeletClient;
use crate::{crd, owned, views};

/// How long running requests may take when the server goes down.
const DRAIN: Duration = Duration::from_secs(20);
/// How often certificates are read again.
const RELOAD: Duration = Duration::from_secs(60);

#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error("the configuration is not good")]
    Config(#[from] ConfigError),
    #[error("set up TLS")]
    Tls(#[from] TlsError),
    #[error("load the keys of service accounts")]
    Keys(#[from] KeyError),
    #[error("listen on {address}")]
    Listen {
        address: SocketAddr,
        #[source]
        err: std::io::Error,
    },
    #[error("the server ended: {0}")]
    Ended(String),
}

/// A server that listens. Dropping it does not stop it: its shutdown does.
pub struct Started {
    /// The address that was bound; of use with port 0.
    pub address: SocketAddr,
    server: Arc<Server>,
}

/// Serves until `shutdown` is requested and running requests are finished, or something fails for good.
pub async fn run(config: Config, kv: Arc<dyn Kv>, clock: Clock, shutdown: Shutdown) -> Result<(), StartError> {
    start(config, kv, clock, shutdown).await?.finish().await
}

/// Binds, starts every task, and returns while they run.
pub async fn start(
    mut config: Config,
    kv: Arc<dyn Kv>,
    clock: Clock,
    shutdown: Shutdown,
) -> Result<Started, StartError> {
    config.check()?;
    let listener =
        TcpListener::bind(config.listen).await.map_err(|err| StartError::Listen { address: config.listen, err })?;
    let address = listener.local_addr().map_err(|err| StartError::Listen { address: config.listen, err })?;
    config.listen = address;
    let serving = config.tls.as_ref().map(|tls| Serving::load(tls.certificate.clone(), tls.key.clone())).transpose()?;
    let serving = serving.map(Arc::new);
    let acceptor =
        serving.as_ref().map(|serving| serving.config()).transpose()?.map(|tls| TlsAcceptor::from(Arc::new(tls)));
    let authorities = config.client_ca.clone().map(Authorities::load).transpose()?.map(Arc::new);
    let tokens = tokens(&config)?;
    let tasks = Tasks::new(clock.clone(), shutdown.clone());
    let feed = Arc::new(Feed::new(kv.clone(), clock.clone()));
    let catalog = Arc::new(Catalog::built_in());
    for store in catalog.stores() {
        feed.add(store.cache.clone());
    }
    let authorizer = Arc::new(Authorizer::new());
    let lookup = Arc::new(views::CacheLookup { catalog: catalog.clone(), kv: kv.clone() });
    let authenticator = Authenticator {
        clock: clock.clone(),
        authorities: authorities.clone(),
        tokens: Some(tokens),
        static_tokens: config.static_tokens.clone(),
        bootstrap_tokens: config.bootstrap_tokens,
        lookup,
    };
    let kubelets = KubeletClient::new(&config)?;
    let seats = config.limits.reads + config.limits.writes;
    let server = Arc::new(Server {
        flow: FlowControl::new(clock.clone(), seats),
        clock: clock.clone(),
        tasks: tasks.clone(),
        shutdown: shutdown.clone(),
        kv,
        feed: feed.clone(),
        catalog,
        authenticator,
        authorizer,
        admission: Admission::new(),
        bodies: crate::render::Bodies::default(),
        documents: crate::discovery::Documents::default(),
        metrics: crate::metrics::Metrics::default(),
        owned: owned::Owned::default(),
        kubelets,
        config,
    });
    views::follow(&server);
    crd::follow(&server);
    let own = server.clone();
    tasks.spawn("watch-cache", Restart::Backoff, move || {
        let server = own.clone();
        async move { server.feed.run(&server.shutdown).await }
    });
    let own = server.clone();
    tasks.spawn("own-objects", Restart::Backoff, move || {
        let server = own.clone();
        async move {
            views::wait_filled(&server).await;
            owned::run(server).await
        }
    });
    let own = server.clone();
    tasks.spawn("compaction", Restart::Backoff, move || owned::compact::run(own.clone()));
    if serving.is_some() || authorities.is_some() {
        let own = server.clone();
        tasks.spawn("certificate-reload", Restart::Backoff, move || {
            reload(own.clone(), serving.clone(), authorities.clone())
        });
    }
    let own = server.clone();
    let listener = Arc::new(listener);
    tasks.spawn("listener", Restart::Fatal, move || listen::serve(own.clone(), listener.clone(), acceptor.clone()));
    tracing::info!(%address, "listening");
    Ok(Started { address, server })
}

impl Started {
    /// Waits for the shutdown and for what still runs.
    pub async fn finish(self) -> Result<(), StartError> {
        self.server.shutdown.requested().await;
        let left = self.server.tasks.drain(DRAIN).await;
        if !left.is_empty() {
            tracing::warn!(?left, "tasks were cut off");
        }
        match self.server.tasks.fatal() {
            Some(why) => Err(StartError::Ended(why)),
            None => Ok(()),
        }
    }

    /// Whether /readyz would say so: caches filled, own objects made.
    pub fn is_ready(&self) -> bool {
        self.server.owned.is_started()
    }
}

fn tokens(config: &Config) -> Result<Tokens, StartError> {
    let accounts = &config.service_accounts;
    let signing = SigningKey::load(&accounts.signing_key)?;
    let mut paths = vec![accounts.signing_key.clone()];
    paths.extend(accounts.keys.iter().cloned());
    let audiences =
        if accounts.audiences.is_empty() { vec![accounts.issuer.clone()] } else { accounts.audiences.clone() };
    Ok(Tokens {
        signing: Some(Arc::new(signing)),
        verifying: VerifyingKeys::load(&paths)?,
        issuers: vec![accounts.issuer.clone()],
        audiences,
    })
}

async fn reload(server: Arc<Server>, serving: Option<Arc<Serving>>, authorities: Option<Arc<Authorities>>) {
    loop {
        tokio::select! {
            // Nothing is lost when the wait is dropped.
            () = server.clock.sleep(RELOAD) => {}
            () = server.shutdown.requested() => return,
        }
        let faults = [serving.as_ref().map(|own| own.reload()), authorities.as_ref().map(|own| own.reload())];
        for fault in faults.into_iter().flatten() {
            if let Err(err) = fault {
                tracing::warn!(err = chain(&err), "certificates not read again; the old ones stay");
            }
        }
    }
}

pub(crate) fn chain(err: &dyn std::error::Error) -> String {
    let mut text = err.to_string();
    let mut next = err.source();
    while let Some(err) = next {
        text.push_str(&format!(": {err}"));
        next = err.source();
    }
    text
}
