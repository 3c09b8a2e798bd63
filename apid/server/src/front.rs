//! What machined tells apid to show, kept up to date over machined's socket.

use std::path::PathBuf;
use std::sync::Arc;

use apid_proto::front::{State, WatchRequest, front_client::FrontClient};
use hyper_util::rt::TokioIo;
use rustls::ServerConfig;
use tokio::net::UnixStream;
use tokio::sync::watch;
use tonic::transport::{Channel, Endpoint};
use tracing::{error, info};

use crate::decide::Situation;
use crate::tls;

/// The state that connections and calls are judged by; none before machined has spoken.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    pub(crate) tls: Arc<ServerConfig>,
    pub(crate) situation: Situation,
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum FrontError {
    #[error("reach machined")]
    Connect(#[source] tonic::transport::Error),
    #[error("follow machined")]
    Watch(#[source] Box<tonic::Status>),
    #[error("machined ended the stream")]
    Ended,
}

/// Follows machined until the stream ends; whoever calls starts again.
pub(crate) async fn follow(socket: PathBuf, shown: watch::Sender<Option<Shown>>) -> Result<(), FrontError> {
    let mut client = FrontClient::new(connect(socket).await.map_err(FrontError::Connect)?);
    let failed = |status| FrontError::Watch(Box::new(status));
    let mut states = client.watch(WatchRequest {}).await.map_err(failed)?.into_inner();
    while let Some(state) = states.message().await.map_err(failed)? {
        take(&state, &shown);
    }
    Err(FrontError::Ended)
}

fn take(state: &State, shown: &watch::Sender<Option<Shown>>) {
    let situation = Situation { maintenance: state.maintenance, denied_serials: state.denied_serials.clone() };
    match tls::config(state) {
        Ok(tls) => {
            info!(maintenance = state.maintenance, "certificate taken");
            shown.send_replace(Some(Shown { tls, situation }));
        }
        // The state before stays: a node with an old certificate can still be told to mend this.
        Err(err) => error!(err = &err as &dyn std::error::Error, "certificate of machined refused"),
    }
}

async fn connect(socket: PathBuf) -> Result<Channel, tonic::transport::Error> {
    let connector = tower::service_fn(move |_| {
        let socket = socket.clone();
        async move { UnixStream::connect(socket).await.map(TokioIo::new) }
    });
    // The name is never looked up: the connector goes to the socket.
    Endpoint::from_static("http://machined").connect_with_connector(connector).await
}
