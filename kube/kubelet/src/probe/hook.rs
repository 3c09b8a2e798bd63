//! Runs one lifecycle hook. As upstream: pkg/kubelet/lifecycle/handlers.go.

use std::time::Duration;

use kube_api::types::core::{HTTPGetAction, LifecycleHandler};

use super::{Target, http};

/// `Err` says why; it goes to the status, never to an event, for it may hold what the program printed.
pub(crate) async fn run(target: &Target<'_>, hook: &LifecycleHandler) -> Result<(), String> {
    if let Some(exec) = &hook.exec {
        let output =
            target.kit.cri.exec_sync(target.id, &exec.command, Duration::ZERO).await.map_err(|err| err.to_string())?;
        if output.exit_code == 0 {
            return Ok(());
        }
        let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        return Err(format!(
            "Exec lifecycle hook ({:?}) for Container {:?} failed - error: command '{}' exited with {}: {text}",
            exec.command,
            target.container.name,
            exec.command.join(" "),
            output.exit_code
        ));
    }
    if let Some(action) = &hook.http_get {
        return get(target, action).await;
    }
    if let Some(sleep) = &hook.sleep {
        target.kit.clock.sleep(Duration::from_secs(u64::try_from(sleep.seconds).unwrap_or(0))).await;
        return Ok(());
    }
    Err(format!("invalid handler: {hook:?}"))
}

async fn get(target: &Target<'_>, action: &HTTPGetAction) -> Result<(), String> {
    // As upstream: a hook succeeds when the server answers at all.
    http::get(target, action, "kube-lifecycle/1.36")
        .await
        .map(|answer| tracing::debug!(url = answer.url, code = answer.code, "lifecycle hook answered"))
}
