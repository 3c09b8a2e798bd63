//! The running server's parts, as requests see them. There is one for each `run`; nothing is global.

use std::sync::Arc;

use kube_kv::Kv;
use machined_base::{Clock, Shutdown, Tasks};

use crate::admission::Admission;
use crate::authn::{Authenticator, Tokens};
use crate::authz::Authorizer;
use crate::cache::Feed;
use crate::catalog::Catalog;
use crate::config::Config;
use crate::discovery::Documents;
use crate::http::flow::FlowControl;
use crate::metrics::Metrics;
use crate::owned::Owned;
use crate::render::Bodies;
use crate::subresource::kubelet::KubeletClient;

pub(crate) struct Server {
    pub config: Config,
    pub clock: Clock,
    pub tasks: Tasks,
    pub shutdown: Shutdown,
    pub kv: Arc<dyn Kv>,
    pub feed: Arc<Feed>,
    pub catalog: Arc<Catalog>,
    pub authenticator: Authenticator,
    pub authorizer: Arc<Authorizer>,
    pub admission: Admission,
    pub bodies: Bodies,
    pub documents: Documents,
    pub flow: FlowControl,
    pub metrics: Metrics,
    pub owned: Owned,
    pub kubelets: KubeletClient,
}

impl Server {
    pub(crate) fn tokens(&self) -> Option<&Tokens> {
        self.authenticator.tokens.as_ref()
    }
}

impl std::fmt::Debug for Server {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Server({})", self.config.listen)
    }
}
