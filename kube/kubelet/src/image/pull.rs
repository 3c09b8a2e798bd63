//! Brings a container's image to the node: by policy, with the pod's credentials, with a back-off of its own.
//!
//! As upstream: pkg/kubelet/images/image_manager.go.
//!
//! - Pulls run a few at a time; the same image is pulled once for all who wait for it in turn.

use std::collections::BTreeMap;
use std::sync::Arc;

use kube_api::types::core::{Container, Pod, Secret};
use kube_cri::{Cri, PullAuth, api};
use kube_informer::Level;
use machined_base::Clock;
use parking_lot::Mutex;
use tokio::sync::Semaphore;

use super::credentials;
use crate::container::security::ImageUser;
use crate::events::Events;
use crate::pod::backoff::Backoffs;
use crate::pod::view::{self, Role};

const PARALLEL: usize = 3;

/// Pulls images.
#[derive(Clone)]
pub(crate) struct Puller {
    cri: Arc<dyn Cri>,
    clock: Clock,
    events: Events,
    turns: Arc<Semaphore>,
    backoffs: Arc<Mutex<Backoffs>>,
    /// What the last attempt said, by pod and image.
    errors: Arc<Mutex<BTreeMap<String, (jiff::Timestamp, String)>>>,
}

/// An image that is there.
#[derive(Clone, Debug)]
pub(crate) struct Present {
    pub(crate) reference: String,
    pub(crate) user: ImageUser,
}

/// Why a container has no image: reason and message of its waiting state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Absent {
    pub(crate) reason: &'static str,
    pub(crate) message: String,
}

impl Puller {
    pub(crate) fn new(cri: Arc<dyn Cri>, clock: Clock, events: Events) -> Self {
        Self {
            cri,
            clock,
            events,
            turns: Arc::new(Semaphore::new(PARALLEL)),
            backoffs: Arc::default(),
            errors: Arc::default(),
        }
    }

    /// Cancel-safe: a pull that is dropped goes on in the runtime and is found there.
    pub(crate) async fn ensure(
        &self,
        pod: &Pod,
        role: Role,
        container: &Container,
        secrets: &[Arc<Secret>],
        sandbox: &api::PodSandboxConfig,
    ) -> Result<Present, Absent> {
        let event = |level, reason: &str, message: String| {
            self.events.container(pod, role, &container.name, level, reason, message)
        };
        let wanted = &container.image;
        let image = match tagged(wanted) {
            Ok(image) => image,
            Err(fault) => {
                let message = format!("Failed to apply default image tag {wanted:?}: {fault}");
                event(Level::Warning, "InspectFailed", message.clone());
                return Err(Absent { reason: "InvalidImageName", message });
            }
        };
        let spec = api::ImageSpec { image, annotations: pod.metadata.annotations.clone(), ..Default::default() };
        let policy = view::pull_policy(container);
        let present = self.cri.image_status(&spec).await.map_err(|err| {
            let message = format!("Failed to inspect image {:?}: {err}", spec.image);
            event(Level::Warning, "InspectFailed", message.clone());
            Absent { reason: "ImageInspectError", message }
        })?;
        match (policy, present) {
            ("IfNotPresent" | "Never", Some(image)) => {
                event(
                    Level::Normal,
                    "Pulled",
                    format!("Container image {wanted:?} already present on machine and can be accessed by the pod"),
                );
                return Ok(present_image(image));
            }
            ("Never", None) => {
                let message = format!("Container image {wanted:?} is not present with pull policy of Never");
                event(Level::Warning, "ErrImageNeverPull", message.clone());
                return Err(Absent { reason: "ErrImageNeverPull", message });
            }
            // A pinned image came with the system: no registry has a newer one.
            (_, Some(image)) if image.pinned => return Ok(present_image(image)),
            _ => {}
        }
        self.pull(pod, wanted, &spec, secrets, sandbox, &event).await
    }

    async fn pull(
        &self,
        pod: &Pod,
        wanted: &str,
        spec: &api::ImageSpec,
        secrets: &[Arc<Secret>],
        sandbox: &api::PodSandboxConfig,
        event: &(dyn Fn(Level, &str, String) + Sync),
    ) -> Result<Present, Absent> {
        let key = format!("{}_{wanted}", pod.metadata.uid);
        let now = self.clock.now();
        let last = self.errors.lock().get(&key).cloned();
        if let Some((failed, last)) = last
            && self.backoffs.lock().waits(&key, failed, now).is_some()
        {
            event(Level::Normal, "BackOff", format!("Back-off pulling image {wanted:?}"));
            return Err(Absent {
                reason: "ImagePullBackOff",
                message: format!("Back-off pulling image {wanted:?}: {last}"),
            });
        }
        event(Level::Normal, "Pulling", format!("Pulling image {wanted:?}"));
        let asked = self.clock.monotonic();
        let turn = self.turns.acquire().await;
        let began = self.clock.monotonic();
        let outcome = self.pull_with_any(spec, secrets, sandbox).await;
        drop(turn);
        let ended = self.clock.monotonic();
        let found = match outcome {
            Ok(reference) => {
                let by_id = api::ImageSpec { image: reference.clone(), ..Default::default() };
                self.cri.image_status(&by_id).await.and_then(|image| {
                    image.ok_or_else(|| {
                        kube_cri::CriError::new(
                            "ImageStatus",
                            kube_cri::Kind::NotFound,
                            format!("image {reference:?} is gone"),
                        )
                    })
                })
            }
            Err(err) => Err(err),
        };
        match found {
            Ok(image) => {
                let size = image.size;
                let (took, whole) = (go_millis(ended.since(began)), go_millis(ended.since(asked)));
                event(
                    Level::Normal,
                    "Pulled",
                    format!(
                        "Successfully pulled image {wanted:?} in {took} ({whole} including waiting). Image size: {size} bytes."
                    ),
                );
                self.errors.lock().remove(&key);
                Ok(present_image(image))
            }
            Err(err) => {
                event(Level::Warning, "Failed", format!("Failed to pull image {wanted:?}: {err}"));
                let now = self.clock.now();
                self.backoffs.lock().tried(&key, now, now);
                self.errors.lock().insert(key, (now, format!("ErrImagePull: {err}")));
                Err(Absent { reason: "ErrImagePull", message: err.to_string() })
            }
        }
    }

    /// As upstream: each credential that fits, then none at all; the last error counts.
    async fn pull_with_any(
        &self,
        spec: &api::ImageSpec,
        secrets: &[Arc<Secret>],
        sandbox: &api::PodSandboxConfig,
    ) -> Result<String, kube_cri::CriError> {
        let auths: Vec<PullAuth> = credentials::for_image(&spec.image, secrets);
        let mut last = None;
        for auth in auths.iter().map(Some).chain(auths.is_empty().then_some(None)) {
            match self.cri.pull_image(spec, auth, Some(sandbox.clone())).await {
                Ok(reference) => return Ok(reference),
                Err(err) => last = Some(err),
            }
        }
        Err(last.unwrap_or_else(|| kube_cri::CriError::new("PullImage", kube_cri::Kind::Other, "nothing was tried")))
    }

    /// Forgets a pod's failures.
    pub(crate) fn forget(&self, uid: &str) {
        self.errors.lock().retain(|key, _| !key.starts_with(uid));
    }

    /// When a container that waits for its image may be tried again.
    pub(crate) fn waits(&self, pod: &Pod, image: &str) -> Option<std::time::Duration> {
        let key = format!("{}_{image}", pod.metadata.uid);
        let (failed, _) = self.errors.lock().get(&key).cloned()?;
        self.backoffs.lock().waits(&key, failed, self.clock.now()).map(|(left, _)| left)
    }
}

fn present_image(image: api::Image) -> Present {
    Present { reference: image.id, user: ImageUser { uid: image.uid.map(|uid| uid.value), name: image.username } }
}

/// A name without tag and digest means `latest`.
fn tagged(image: &str) -> Result<String, String> {
    let is_wrong = image.is_empty() || image.chars().any(|c| c.is_whitespace() || c.is_control());
    let (path, digest) = image.split_once('@').map_or((image, None), |(path, digest)| (path, Some(digest)));
    let last = path.rsplit('/').next().unwrap_or_default();
    let repository =
        if last.contains(':') { path.rsplit_once(':').map_or(path, |(repository, _)| repository) } else { path };
    let (host, rest) = repository.split_once('/').unwrap_or(("", repository));
    let has_host = host.contains('.') || host.contains(':') || host == "localhost";
    let name = if has_host { rest } else { repository };
    if is_wrong || name.is_empty() || name.chars().any(|c| c.is_ascii_uppercase()) || name.split('/').any(str::is_empty)
    {
        let fault = if name.chars().any(|c| c.is_ascii_uppercase()) {
            "repository name must be lowercase"
        } else {
            "invalid reference format"
        };
        return Err(format!("couldn't parse image name {image:?}: {fault}"));
    }
    if digest.is_some() || last.contains(':') { Ok(image.to_owned()) } else { Ok(format!("{image}:latest")) }
}

/// As Go prints a duration cut to milliseconds: `950ms`, `1.2s`, `1m3.05s`.
fn go_millis(duration: std::time::Duration) -> String {
    let millis = duration.as_millis();
    if millis < 1000 {
        return if millis == 0 { "0s".into() } else { format!("{millis}ms") };
    }
    let (minutes, rest) = (millis / 60_000, millis % 60_000);
    let seconds = format!("{}.{:03}", rest / 1000, rest % 1000);
    let seconds = seconds.trim_end_matches('0').trim_end_matches('.');
    match (minutes / 60, minutes % 60) {
        (0, 0) => format!("{seconds}s"),
        (0, m) => format!("{m}m{seconds}s"),
        (h, m) => format!("{h}h{m}m{seconds}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_bare_name_is_latest_and_nonsense_is_refused() {
        assert_eq!(tagged("nginx").unwrap(), "nginx:latest");
        assert_eq!(tagged("localhost:5000/a/b").unwrap(), "localhost:5000/a/b:latest");
        assert_eq!(tagged("a@sha256:00").unwrap(), "a@sha256:00");
        assert!(tagged("Nginx").unwrap_err().contains("must be lowercase"));
        assert!(tagged("a b").is_err() && tagged("").is_err());
    }

    #[test]
    fn durations_read_like_gos() {
        assert_eq!(go_millis(Duration::from_millis(950)), "950ms");
        assert_eq!(go_millis(Duration::from_millis(1200)), "1.2s");
        assert_eq!(go_millis(Duration::from_millis(63_050)), "1m3.05s");
    }
}
