//! Ends containers: pre-stop hook, SIGTERM, grace, SIGKILL; a whole pod in order, its sandboxes last.
//!
//! - Main containers end together; sidecars after them, the last started first.
//! - The whole takes no longer than the pod's grace; a later, shorter grace takes over at once.
//!
//! As upstream: pkg/kubelet/kuberuntime killContainer, termination_order.go.

use std::sync::Arc;
use std::time::Duration;

use futures::future::join_all;
use kube_api::types::core::Pod;
use kube_cri::CriError;
use kube_informer::Level;

use super::observed::{Observed, Seen};
use super::plan::Why;
use super::view::{self, Member, Role};
use crate::kit::Kit;
use crate::probe;

/// As upstream: even a grace of nothing leaves a moment.
const GRACE_MIN: Duration = Duration::from_secs(2);

/// How long one container gets. A failed probe may say so itself.
pub(crate) fn grace(pod: &Pod, member: Option<&Member>, seen: &Seen, why: Option<Why>) -> Duration {
    let probe = member.and_then(|member| match why {
        Some(Why::Liveness) => member.container.liveness_probe.as_ref(),
        Some(Why::Startup) => member.container.startup_probe.as_ref(),
        _ => None,
    });
    let own = probe.and_then(|probe| probe.termination_grace_period_seconds);
    match own.or(if pod.spec.containers.is_empty() { seen.grace_s } else { None }) {
        Some(seconds) => Duration::from_secs(u64::try_from(seconds).unwrap_or(0)),
        None => view::grace(pod),
    }
}

/// Ends one container.
pub(crate) async fn container(
    kit: &Kit,
    pod: &Pod,
    seen: &Seen,
    message: &str,
    grace: Duration,
    ips: &[String],
) -> Result<(), CriError> {
    let member = view::members(&pod.spec).into_iter().find(|member| member.container.name == seen.name);
    let role = member.as_ref().map_or(Role::Main, |member| member.role);
    let text = if message.is_empty() { format!("Stopping container {}", seen.name) } else { message.to_owned() };
    kit.events.container(pod, role, &seen.name, Level::Normal, "Killing", text);
    let began = kit.clock.monotonic();
    if let Some(member) = &member
        && let Some(hook) = member.container.lifecycle.as_ref().and_then(|lifecycle| lifecycle.pre_stop.as_ref())
        && !grace.is_zero()
    {
        let target = probe::Target { kit, container: &member.container, id: &seen.id, ips };
        match kit.clock.timeout(grace, probe::hook::run(&target, hook)).await {
            Ok(Ok(())) => {}
            Ok(Err(_)) | Err(_) => {
                kit.events.container(pod, role, &seen.name, Level::Warning, "FailedPreStopHook", "PreStopHook failed")
            }
        }
    }
    // As upstream: a grace is whole seconds, and only whole seconds are taken off it.
    let hooked = Duration::from_secs(kit.clock.monotonic().since(began).as_secs());
    let left = grace.saturating_sub(hooked).max(GRACE_MIN);
    kit.cri.stop_container(&seen.id, left).await
}

/// Ends every container of a pod, then its sandboxes.
pub(crate) async fn pod(kit: &Kit, pod: &Arc<Pod>, seen: &Observed, grace: Duration) -> Result<(), CriError> {
    let ips = seen.sandbox().map(|sandbox| sandbox.ips.clone()).unwrap_or_default();
    let members = view::members(&pod.spec);
    let order: Vec<&str> = members
        .iter()
        .filter(|member| member.role == Role::Sidecar)
        .map(|member| member.container.name.as_str())
        .collect();
    let began = kit.clock.monotonic();
    let running: Vec<&Seen> = seen.running().collect();
    let (sidecars, others): (Vec<&Seen>, Vec<&Seen>) =
        running.into_iter().partition(|seen| order.contains(&seen.name.as_str()));
    let ended = join_all(others.iter().map(|seen| container(kit, pod, seen, "", grace, &ips))).await;
    ended.into_iter().collect::<Result<Vec<_>, _>>()?;
    for name in order.iter().rev() {
        for seen in sidecars.iter().filter(|seen| seen.name == *name) {
            let left = grace.saturating_sub(Duration::from_secs(kit.clock.monotonic().since(began).as_secs()));
            container(kit, pod, seen, "", left, &ips).await?;
        }
    }
    for sandbox in &seen.sandboxes {
        kit.cri.stop_pod_sandbox(&sandbox.id).await?;
    }
    Ok(())
}
