//! Looks at the logs of all running containers now and then, and sets those aside that have grown too large.

use std::sync::Arc;
use std::time::Duration;

use tracing::{debug, warn};

use super::rotate;
use crate::config::Logs;
use crate::container::labels;
use crate::kit::Kit;

/// For as long as it is not dropped.
pub(crate) async fn run(kit: Arc<Kit>, rules: Logs, every: Duration) {
    loop {
        kit.clock.sleep(every).await;
        let containers = match kit.cri.list_containers(&[]).await {
            Ok(containers) => containers,
            Err(err) => {
                debug!(%err, "containers cannot be listed");
                continue;
            }
        };
        for container in
            containers.iter().filter(|it| it.state == kube_cri::api::ContainerState::ContainerRunning as i32)
        {
            let label = |key: &str| container.labels.get(key).map(String::as_str).unwrap_or_default();
            let restarts = container.annotations.get(labels::RESTART_COUNT).map(String::as_str).unwrap_or("0");
            let folder =
                kit.volumes.folders.logs(label(labels::POD_NAMESPACE), label(labels::POD_NAME), label(labels::POD_UID));
            let log = folder.join(label(labels::CONTAINER_NAME)).join(format!("{restarts}.log"));
            let now = kit.clock.now();
            let path = log.clone();
            let rotated = tokio::task::spawn_blocking(move || rotate::rotate(&path, &rules, now)).await;
            match rotated {
                Ok(Ok(false)) => {}
                Ok(Ok(true)) => {
                    if let Err(err) = kit.cri.reopen_container_log(&container.id).await {
                        warn!(container = container.id, %err, "the runtime did not open a new log");
                    }
                }
                Ok(Err(err)) => warn!(log = %log.display(), %err, "log cannot be set aside"),
                Err(err) => warn!(log = %log.display(), %err, "log cannot be set aside"),
            }
        }
    }
}
