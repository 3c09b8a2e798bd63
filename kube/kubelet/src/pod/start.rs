//! Starts sandboxes and containers, as a plan says. Each failure becomes the reason and message that users see.
//!
//! As upstream: pkg/kubelet/kuberuntime startContainer, createPodSandbox.

use std::path::PathBuf;
use std::sync::Arc;

use kube_api::types::core::Pod;
use kube_api::types::node::RuntimeClass;
use kube_cri::api;
use kube_informer::Level;

use super::observed::Observed;
use super::plan::Start;
use super::view::{self, Member, Role};
use crate::container::config::{self, Making};
use crate::container::sandbox::{self, Site};
use crate::container::{env, names};
use crate::kit::Kit;
use crate::probe;
use crate::volume::{Mounted, mounts};

/// Why a container does not run: what its waiting state says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failed {
    pub(crate) reason: String,
    pub(crate) message: String,
}

/// One pod being started.
pub(crate) struct Starting<'a> {
    pub(crate) kit: &'a Kit,
    pub(crate) pod: &'a Arc<Pod>,
    pub(crate) seen: &'a Observed,
    pub(crate) volumes: &'a Mounted,
}

/// The sandbox's configuration; the runtime wants it again for each container.
pub(crate) fn sandbox_config(kit: &Kit, pod: &Pod, attempt: u32) -> api::PodSandboxConfig {
    let resolver = kit.resolver();
    let (logs, seccomp) = (kit.log_directory(pod), kit.volumes.folders.seccomp());
    let site = Site {
        resolver: &resolver,
        log_directory: &logs.to_string_lossy(),
        cgroup_parent: &kit.cgroups.of(pod),
        seccomp_root: &seccomp.to_string_lossy(),
    };
    sandbox::config(pod, attempt, &site)
}

/// Makes a sandbox and returns its id.
pub(crate) async fn new_sandbox(kit: &Kit, pod: &Pod, attempt: u32) -> Result<String, Failed> {
    let failed = |message: String| {
        kit.events.pod(
            pod,
            Level::Warning,
            "FailedCreatePodSandBox",
            format!("Failed to create pod sandbox: {message}"),
        );
        Failed { reason: String::new(), message }
    };
    let logs = kit.log_directory(pod);
    std::fs::create_dir_all(&logs)
        .map_err(|err| failed(format!("create pod log directory {}: {err}", logs.display())))?;
    let handler = handler(kit, pod).await.map_err(failed)?;
    let config = sandbox_config(kit, pod, attempt);
    kit.cri.run_pod_sandbox(config, &handler).await.map_err(|err| failed(err.to_string()))
}

/// What the runtime calls the pod's runtime class.
async fn handler(kit: &Kit, pod: &Pod) -> Result<String, String> {
    let Some(class) = pod.spec.runtime_class_name.as_deref().filter(|class| !class.is_empty()) else {
        return Ok(String::new());
    };
    let api = kit.volumes.api.as_ref().ok_or("this kubelet has no API server to ask for a runtime class")?;
    match api.client.get::<RuntimeClass>("", class).await {
        Ok(class) => Ok(class.handler),
        Err(err) => Err(format!("failed to get sandbox runtime: {err}")),
    }
}

impl Starting<'_> {
    /// Starts one container in `sandbox`: image, configuration, create, start, post-start hook.
    pub(crate) async fn container(
        &self,
        sandbox: &str,
        attempt: u32,
        ips: &[String],
        start: &Start,
    ) -> Result<(), Failed> {
        let Some(member) = view::members(&self.pod.spec).into_iter().find(|member| member.container.name == start.name)
        else {
            return Err(Failed {
                reason: "CreateContainerError".into(),
                message: format!("container {} is not in the pod", start.name),
            });
        };
        let container = &member.container;
        let event = |level, reason: &str, message: String| {
            self.kit.events.container(self.pod, member.role, &container.name, level, reason, message)
        };
        let failed = |reason: &str, message: String| {
            event(Level::Warning, "Failed", format!("Error: {message}"));
            Failed { reason: reason.to_owned(), message }
        };
        let sandbox_config = sandbox_config(self.kit, self.pod, attempt);
        let secrets = self.kit.pull_secrets(self.pod);
        let image = self.kit.images.ensure(self.pod, member.role, container, &secrets, &sandbox_config).await.map_err(
            |absent| {
                // As upstream: the event names the reason, the status carries the message.
                event(Level::Warning, "Failed", format!("Error: {}", absent.reason));
                Failed { reason: absent.reason.to_owned(), message: absent.message }
            },
        )?;
        let made = self
            .configuration(&member, start, &image, ips)
            .map_err(|message| failed("CreateContainerConfigError", message))?;
        let id = self
            .kit
            .cri
            .create_container(sandbox, made, sandbox_config)
            .await
            .map_err(|err| failed("CreateContainerError", err.message))?;
        event(Level::Normal, "Created", "Container created".to_owned());
        self.kit.cri.start_container(&id).await.map_err(|err| failed("RunContainerError", err.message))?;
        event(Level::Normal, "Started", "Container started".to_owned());
        self.link_log(&id, &container.name, start.restarts);
        if let Some(hook) = container.lifecycle.as_ref().and_then(|lifecycle| lifecycle.post_start.as_ref()) {
            let target = probe::Target { kit: self.kit, container, id: &id, ips };
            if let Err(message) = probe::hook::run(&target, hook).await {
                event(Level::Warning, "FailedPostStartHook", "PostStartHook failed".to_owned());
                event(Level::Normal, "Killing", "FailedPostStartHook".to_owned());
                if let Err(err) = self.kit.cri.stop_container(&id, view::grace(self.pod)).await {
                    tracing::warn!(container = id, %err, "a container whose hook failed was not stopped");
                }
                return Err(Failed { reason: "PostStartHookError".into(), message });
            }
        }
        Ok(())
    }

    fn configuration(
        &self,
        member: &Member,
        start: &Start,
        image: &crate::image::pull::Present,
        ips: &[String],
    ) -> Result<api::ContainerConfig, String> {
        let (kit, pod, container) = (self.kit, self.pod, &member.container);
        let place = kit.place(if pod.spec.host_network { kit.addresses.clone() } else { ips.to_vec() });
        let environment =
            env::environment(pod, container, &place, &kit.services(), kit.lookup()).map_err(|err| err.0)?;
        let folders = &kit.volumes.folders;
        let hosts = self.write_hosts(&place.pod_ips).map_err(|err| format!("write hosts file: {err}"))?;
        let message_file = mounts::message_file(folders, pod, container, start.restarts)
            .map_err(|err| format!("make termination log: {err}"))?;
        let source = mounts::Source {
            pod,
            container,
            volumes: self.volumes,
            environment: &environment,
            folders,
            recursive_read_only: kit.recursive_read_only,
        };
        let mounts = mounts::mounts(&source, Some(&hosts), &message_file).map_err(|err| err.0)?;
        let target = match member.role {
            Role::Ephemeral => self.target(&container.name)?,
            Role::Init | Role::Sidecar | Role::Main => None,
        };
        config::config(Making {
            pod,
            container,
            restarts: start.restarts,
            image: &image.reference,
            image_user: &image.user,
            environment: environment.clone(),
            mounts,
            target: target.as_deref(),
            message_file: &message_file.to_string_lossy(),
            node_memory: kit.capacity.memory,
            seccomp_root: &folders.seccomp().to_string_lossy(),
            limits: kit.cgroups.enforced(),
        })
        .map_err(|err| err.0)
    }

    /// The running container whose processes an ephemeral one shares.
    fn target(&self, name: &str) -> Result<Option<String>, String> {
        let given =
            self.pod.spec.ephemeral_containers.iter().find(|given| given.ephemeral_container_common.name == name);
        let Some(target) = given.map(|given| &given.target_container_name).filter(|target| !target.is_empty()) else {
            return Ok(None);
        };
        match self.seen.newest(target) {
            Some(seen) => Ok(Some(seen.id.clone())),
            None => Err(format!("unable to find target container {target}")),
        }
    }

    fn write_hosts(&self, ips: &[String]) -> std::io::Result<PathBuf> {
        let path = self.kit.volumes.folders.hosts(&self.pod.metadata.uid);
        let node = std::fs::read_to_string(&self.kit.hosts).unwrap_or_default();
        let text = names::hosts_file(self.pod, ips, &self.kit.cluster_domain, &node);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        // Written in place: running containers have this very file mounted.
        if std::fs::read_to_string(&path).is_ok_and(|have| have == text) {
            return Ok(path);
        }
        std::fs::write(&path, text)?;
        Ok(path)
    }

    /// A link with the container's id in its name, for log collectors.
    fn link_log(&self, id: &str, name: &str, restarts: i32) {
        let Some(folder) = &self.kit.container_logs else { return };
        let meta = &self.pod.metadata;
        let link = folder.join(format!("{}_{}_{name}-{id}.log", meta.name, meta.namespace));
        let log = self.kit.log_directory(self.pod).join(config::log_path(name, restarts));
        let made = std::fs::create_dir_all(folder).and_then(|()| std::os::unix::fs::symlink(log, &link));
        if let Err(err) = made {
            tracing::debug!(link = %link.display(), %err, "no link to a container's log");
        }
    }
}
