//! Answers one authorised request.

use std::sync::Arc;

use http::{Request, StatusCode};
use hyper::body::Incoming;
use kube_api::types::core::Pod;
use prost::Message as _;

use super::query::Query;
use super::reply::{self, Refusal, Reply};
use super::route::{self, Container, Missing, Route};
use super::{log, metrics, session, stats};
use crate::kit::Kit;
use crate::pod::look::look;
use crate::pod::observed::Seen;
use crate::pod::view;
use crate::pods::Manager;
use crate::wire;

/// What answers are made from.
#[derive(Clone)]
pub(crate) struct Handler {
    pub(crate) kit: Arc<Kit>,
    pub(crate) manager: Manager,
    /// What `/configz` shows.
    pub(crate) settings: Arc<str>,
}

impl Handler {
    pub(crate) async fn handle(&self, request: Request<Incoming>) -> Reply {
        let route = match route::route(request.method(), request.uri().path()) {
            Ok(route) => route,
            Err(Missing::NotFound) => return Refusal::new(StatusCode::NOT_FOUND, "404 page not found\n").reply(),
            Err(Missing::MethodNotAllowed) => {
                return Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "405: Method Not Allowed").reply();
            }
        };
        self.route(route, request).await.unwrap_or_else(Refusal::reply)
    }

    async fn route(&self, route: Route, request: Request<Incoming>) -> Result<Reply, Refusal> {
        let query = Query::of(request.uri());
        match route {
            Route::Healthz => Ok(reply::text(StatusCode::OK, "ok")),
            Route::Configz => Ok(reply::json(self.settings.to_string())),
            Route::Pods => Ok(reply::json(self.pods(false)?)),
            Route::RunningPods => Ok(reply::json(self.pods(true)?)),
            Route::Logs(container) => log::answer(self, &container, &query).await,
            Route::Exec(container) => session::exec(self, &container, &query, request).await,
            Route::Attach(container) => session::attach(self, &container, &query, request).await,
            Route::Run(container) => session::run(self, &container, &query).await,
            Route::PortForward(container) => session::port_forward(self, &container, &query, request).await,
            Route::Summary => stats::summary(self).await,
            Route::Metrics => Ok(metrics::own(self)),
            Route::MetricsCadvisor => metrics::containers(self).await,
            Route::MetricsResource => metrics::resource(self).await,
            Route::MetricsProbes => Ok(metrics::probes()),
        }
    }

    /// A list in the API's form, put together from its items: each is encoded by the one codec.
    fn pods(&self, running: bool) -> Result<Vec<u8>, Refusal> {
        let failed = |err: wire::WireError| Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, err.to_string());
        let mut body = br#"{"kind":"PodList","apiVersion":"v1","metadata":{},"items":["#.to_vec();
        let mut first = true;
        for pod in self.manager.pods() {
            let mut shown = Pod::clone(&pod);
            if let Some(report) = self.kit.reports.get(&pod.metadata.uid) {
                shown.status = (*report.status).clone();
            }
            if running && shown.status.phase != "Running" {
                continue;
            }
            if !std::mem::take(&mut first) {
                body.push(b',');
            }
            body.extend(wire::to_json(&shown).map_err(failed)?);
        }
        body.extend_from_slice(b"]}\n");
        Ok(body)
    }

    /// The pod that a path names.
    pub(crate) fn pod(&self, named: &Container, missing: impl FnOnce() -> String) -> Result<Arc<Pod>, Refusal> {
        let found = self
            .manager
            .find(&named.namespace, &named.pod)
            .filter(|pod| named.uid.is_empty() || pod.metadata.uid == named.uid);
        found.ok_or_else(|| Refusal::new(StatusCode::NOT_FOUND, missing()))
    }

    /// The newest container of a name, as the runtime has it.
    pub(crate) async fn container(&self, pod: &Pod, name: &str) -> Result<Option<Seen>, Refusal> {
        let seen = look(&*self.kit.cri, &pod.metadata.uid, &self.kit.log_directory(pod)).await;
        let seen = seen.map_err(|err| Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, err.to_string()))?;
        Ok(seen.newest(name).cloned())
    }

    /// The size of what is known, for `/metrics`.
    pub(crate) fn known(&self) -> (usize, usize) {
        let pods = self.manager.pods();
        let containers = pods.iter().map(|pod| view::members(&pod.spec).len()).sum();
        debug_assert!(pods.iter().all(|pod| pod.encoded_len() > 0), "a pod has a uid");
        (pods.len(), containers)
    }
}
