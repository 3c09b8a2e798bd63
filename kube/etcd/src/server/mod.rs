//! The etcd v3 gRPC API over a member: one file for each service, and where connections come from.
//!
//! Who may connect is decided before any request is read: the kernel says who is behind a unix socket, a certificate of
//! the CA who is behind TLS. Whoever is let in may do everything, as with etcd without users.

mod auth;
mod cluster;
mod header;
mod kv;
mod lease;
mod listen;
mod maintenance;
mod tls;
mod watch;

use crate::config::Config;
use crate::error::EtcdError;
use crate::node::Handle;
use crate::wire::etcdserverpb as pb;
use header::Server;
use std::net::SocketAddr;
use tonic::service::Routes;

/// As etcd's default `--max-request-bytes`, with room for the envelope.
const REQUEST_BYTES_MAX: usize = 2 << 20;
/// A range may answer with much more than a request can hold.
const RESPONSE_BYTES_MAX: usize = usize::MAX;

/// Listening, not yet serving.
pub struct Bound {
    listeners: Vec<listen::Listener>,
}

impl Bound {
    /// Opens every socket that the configuration names.
    pub async fn bind(config: &Config) -> Result<Self, EtcdError> {
        let mut listeners = Vec::new();
        if let Some(socket) = &config.socket {
            listeners.push(listen::unix(socket)?);
        }
        for listen in &config.listen {
            listeners.push(listen::tcp(listen).await?);
        }
        Ok(Self { listeners })
    }

    /// The TCP addresses in use, in the order of the configuration; for port 0.
    pub fn addresses(&self) -> Vec<SocketAddr> {
        self.listeners.iter().filter_map(listen::Listener::address).collect()
    }

    /// Serves until the member stops.
    pub async fn serve(self, handle: &Handle) -> Result<(), EtcdError> {
        let routes = routes(handle);
        let shutdown = handle.tasks().shutdown().clone();
        let serving = self.listeners.into_iter().map(|listener| {
            let (routes, handle, shutdown) = (routes.clone(), handle.clone(), shutdown.clone());
            async move {
                let mut server = tonic::transport::Server::builder()
                    .initial_stream_window_size(1 << 20)
                    .initial_connection_window_size(4 << 20)
                    .tcp_nodelay(true);
                let incoming = listen::accept(listener, handle.tasks().clone());
                server.add_routes(routes).serve_with_incoming_shutdown(incoming, shutdown.requested_owned()).await
            }
        });
        futures::future::try_join_all(serving).await.map_err(|err| EtcdError::Serve(Box::new(err)))?;
        Ok(())
    }
}

impl std::fmt::Debug for Bound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Bound").field("addresses", &self.addresses()).finish_non_exhaustive()
    }
}

macro_rules! limited {
    ($service:expr) => {
        $service.max_decoding_message_size(REQUEST_BYTES_MAX).max_encoding_message_size(RESPONSE_BYTES_MAX)
    };
}

fn routes(handle: &Handle) -> Routes {
    let server = || Server::new(handle.clone());
    Routes::new(limited!(pb::kv_server::KvServer::new(server())))
        .add_service(limited!(pb::watch_server::WatchServer::new(server())))
        .add_service(limited!(pb::lease_server::LeaseServer::new(server())))
        .add_service(limited!(pb::cluster_server::ClusterServer::new(server())))
        .add_service(limited!(pb::maintenance_server::MaintenanceServer::new(server())))
        .add_service(limited!(pb::auth_server::AuthServer::new(server())))
        .prepare()
}
