//! `/containerLogs`: which log file a request means, and the stream of its lines.
//!
//! As upstream: pkg/kubelet/kubelet_pods.go validateContainerLogStatus.

use std::path::PathBuf;

use futures::future::BoxFuture;
use http::StatusCode;
use kube_api::types::core::{ContainerStatus, PodStatus};
use tokio::sync::mpsc;

use super::handle::Handler;
use super::query::Query;
use super::reply::{self, Refusal, Reply};
use super::route::Container;
use crate::container::labels;
use crate::logs::read;
use crate::pod::look::look;
use crate::pod::view;

const QUEUE: usize = 16;

pub(crate) async fn answer(handler: &Handler, named: &Container, query: &Query) -> Result<Reply, Refusal> {
    let kit = &handler.kit;
    let query = query.log(kit.clock.now()).map_err(|fault| Refusal::new(StatusCode::BAD_REQUEST, fault))?;
    let pod = handler.pod(named, || format!("pod {:?} does not exist", named.pod))?;
    let name = named.name.clone();
    if !view::members(&pod.spec).iter().any(|member| member.container.name == name) {
        return Err(Refusal::new(
            StatusCode::NOT_FOUND,
            format!("container {name:?} not found in pod {:?}", named.pod),
        ));
    }
    let report = kit.reports.get(&pod.metadata.uid);
    let status = report.as_ref().map_or(&pod.status, |report| &report.status);
    let id = which(&named.pod, status, &name, query.previous)
        .map_err(|fault| Refusal::new(StatusCode::BAD_REQUEST, fault))?;
    let id = id.rsplit('/').next().unwrap_or_default().to_owned();
    let seen = look(&*kit.cri, &pod.metadata.uid, &kit.log_directory(&pod))
        .await
        .map_err(|err| Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, err.to_string()))?;
    let path: PathBuf = match seen.by_id(&id) {
        Some(found) => {
            let restarts = found.annotations.get(labels::RESTART_COUNT).map_or("0", String::as_str);
            kit.log_directory(&pod).join(&name).join(format!("{restarts}.log"))
        }
        None => {
            return Err(Refusal::new(
                StatusCode::BAD_REQUEST,
                format!("failed to try resolving symlinks in path: container {id} is gone"),
            ));
        }
    };
    let (to, from) = mpsc::channel(QUEUE);
    let (cri, clock) = (kit.cri.clone(), kit.clock.clone());
    kit.tasks.scoped("log", async move {
        let running = || -> BoxFuture<'static, bool> {
            let (cri, id) = (cri.clone(), id.clone());
            Box::pin(async move {
                let status = cri.container_status(&id).await;
                status.is_ok_and(|status| status.state == kube_cri::api::ContainerState::ContainerRunning as i32)
            })
        };
        let done = read::read(&path, query.options, to, running, &clock).await;
        if let Err(err) = done {
            tracing::debug!(path = %path.display(), %err, "log cannot be read on");
        }
    });
    Ok(reply::streaming(from))
}

/// The id of the container whose log is meant, or upstream's words for why there is none.
fn which(pod: &str, status: &PodStatus, name: &str, previous: bool) -> Result<String, String> {
    let mut lists = status
        .container_statuses
        .iter()
        .chain(&status.init_container_statuses)
        .chain(&status.ephemeral_container_statuses);
    let Some(container) = lists.find(|container| container.name == name) else {
        return Err(format!("container {name:?} in pod {pod:?} is not available"));
    };
    let ContainerStatus { state, last_state, container_id, .. } = container;
    let last = last_state.terminated.as_ref().map(|ended| ended.container_id.clone()).filter(|id| !id.is_empty());
    if previous {
        return last.ok_or_else(|| format!("previous terminated container {name:?} in pod {pod:?} not found"));
    }
    if state.running.is_some() {
        return Ok(container_id.clone());
    }
    let ended = state.terminated.as_ref().map(|ended| ended.container_id.clone());
    if let Some(id) = ended {
        let id = Some(id).filter(|id| !id.is_empty()).or(last);
        return id.ok_or_else(|| format!("container {name:?} in pod {pod:?} is terminated"));
    }
    if last_state.terminated.is_some() {
        return last.ok_or_else(|| format!("container {name:?} in pod {pod:?} is terminated"));
    }
    match state.waiting.as_ref().map(|waiting| waiting.reason.as_str()) {
        Some("ErrImagePull") => {
            Err(format!("container {name:?} in pod {pod:?} is waiting to start: image can't be pulled"))
        }
        Some("ImagePullBackOff") => {
            Err(format!("container {name:?} in pod {pod:?} is waiting to start: trying and failing to pull image"))
        }
        Some(reason) => Err(format!("container {name:?} in pod {pod:?} is waiting to start: {reason}")),
        None => Err(format!("container {name:?} in pod {pod:?} is waiting to start - no logs yet")),
    }
}
