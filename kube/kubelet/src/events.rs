//! Events about pods, containers and the node; without an API server they are log lines.

use kube_api::types::core::{ObjectReference, Pod};
use kube_informer::{Level, Recorder, reference};

use crate::pod::view::Role;

/// Where events go.
#[derive(Clone)]
pub(crate) struct Events {
    recorder: Option<Recorder>,
    node: String,
}

impl Events {
    pub(crate) fn new(recorder: Option<Recorder>, node: &str) -> Self {
        Self { recorder, node: node.to_owned() }
    }

    pub(crate) fn pod(&self, pod: &Pod, level: Level, reason: &str, message: impl Into<String>) {
        self.send(reference(pod), level, reason, message.into());
    }

    pub(crate) fn container(
        &self,
        pod: &Pod,
        role: Role,
        name: &str,
        level: Level,
        reason: &str,
        message: impl Into<String>,
    ) {
        let list = match role {
            Role::Init | Role::Sidecar => "initContainers",
            Role::Main => "containers",
            Role::Ephemeral => "ephemeralContainers",
        };
        let mut about = reference(pod);
        about.field_path = format!("spec.{list}{{{name}}}");
        self.send(about, level, reason, message.into());
    }

    pub(crate) fn node(&self, level: Level, reason: &str, message: impl Into<String>) {
        // As upstream: a node's events name it as its uid too, for it may not exist yet.
        let about = ObjectReference {
            kind: "Node".into(),
            name: self.node.clone(),
            uid: self.node.clone(),
            ..ObjectReference::default()
        };
        self.send(about, level, reason, message.into());
    }

    fn send(&self, about: ObjectReference, level: Level, reason: &str, message: String) {
        match &self.recorder {
            Some(recorder) => recorder.event_on(about, level, reason, message),
            None => tracing::info!(namespace = about.namespace, name = about.name, reason, message, "event"),
        }
    }
}
