//! Drives the addons: one key for the whole folder, one for each node.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use kube_informer::{Error, Key, ListOptions, Resource};

use crate::addons::manifest::{self, LABEL, Manifest, ManifestError};
use crate::addons::plan::{Observed, node_role, plan};
use crate::caches::{BY_NODE, Caches};
use crate::driver::{Context, Controller, Done};
use crate::monitors::Monitors;
use crate::plan::{Plan, Target};
use crate::queue::Queue;

/// Where this release's manifests are, and what their `${NAMES}` stand for.
#[derive(Clone, Debug, Default)]
pub struct AddonsConfig {
    pub folder: PathBuf,
    pub variables: BTreeMap<String, String>,
}

#[derive(Debug, thiserror::Error)]
pub enum AddonsError {
    #[error("read {path}")]
    Read { path: PathBuf, source: std::io::Error },
    #[error(transparent)]
    Manifest(#[from] ManifestError),
}

pub(crate) struct Addons {
    caches: Arc<Caches>,
    monitors: Arc<Monitors>,
    manifests: Vec<Manifest>,
}

/// The key of the folder; nodes stand in their own keys.
const FOLDER: &str = "manifests";

impl Addons {
    /// The folder is part of the read-only root: it is read once.
    pub(crate) fn read(
        caches: Arc<Caches>,
        monitors: Arc<Monitors>,
        config: &AddonsConfig,
    ) -> Result<Self, AddonsError> {
        let unreadable = |path: &PathBuf| {
            let path = path.clone();
            move |source| AddonsError::Read { path, source }
        };
        let entries = std::fs::read_dir(&config.folder).map_err(unreadable(&config.folder))?;
        let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        files.retain(|file| file.extension().is_some_and(|it| it == "yaml" || it == "yml"));
        files.sort();
        let mut manifests = Vec::new();
        for file in files {
            let text = std::fs::read_to_string(&file).map_err(unreadable(&file))?;
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            manifests.extend(manifest::parse(&name, &text, &config.variables)?);
        }
        Ok(Self { caches, monitors, manifests })
    }

    fn resource(&self, manifest: &Manifest) -> Option<Resource> {
        self.monitors.resource_of_kind(&manifest.api_version, &manifest.kind)
    }

    async fn labelled(&self, context: &Context) -> Result<Vec<Target>, Error> {
        let mut found = Vec::new();
        let list = ListOptions { labels: format!("{LABEL}=true"), ..ListOptions::default() };
        for served in context.actor.client.discover().await? {
            // Endpoints take over their Service's labels, and have no owner.
            let copies = matches!(&*served.resource.plural, "events" | "endpoints");
            if copies || !served.can(&["list", "delete"]) {
                continue;
            }
            let items = context.actor.client.list_metadata(&served.resource, &list).await?.items;
            // What another object owns (slices take over a Service's labels) goes with its owner.
            let free = items.into_iter().filter(|item| item.metadata.owner_references.is_empty());
            found.extend(free.map(|item| Target {
                resource: served.resource.clone(),
                namespace: item.metadata.namespace,
                name: item.metadata.name,
                uid: item.metadata.uid,
            }));
        }
        Ok(found)
    }
}

impl Controller for Addons {
    const NAME: &'static str = "addons";
    const WORKERS: usize = 1;

    fn wire(&self, queue: &Queue) {
        queue.add(Key::new(FOLDER, ""));
        let mine: Vec<(String, String)> = self.manifests.iter().map(|it| (it.kind.clone(), it.name.clone())).collect();
        let wake = queue.clone();
        self.monitors.on_change(move |resource, change| {
            let (Some(gone), None) = (change.old, change.new) else { return };
            if mine.iter().any(|(kind, name)| *kind == *resource.kind && *name == gone.metadata.name) {
                wake.add(Key::new(FOLDER, ""));
            }
        });
        let wake = queue.clone();
        self.caches.nodes.on_change(move |change| {
            change.new.into_iter().for_each(|node| wake.add(Key::of(&**node)));
            if change.old.is_none() || change.new.is_none() {
                wake.add(Key::new(FOLDER, ""));
            }
        });
        let wake = queue.clone();
        self.caches.pods.on_change(move |change| {
            if let Some(pod) = change.new.filter(|pod| is_apiserver(pod)) {
                wake.add(Key::new("", pod.spec.node_name.clone()));
            }
        });
    }

    fn plan(&self, _now: Timestamp, key: &Key) -> Plan {
        let Some(node) = self.caches.nodes.get_key(key) else { return Plan::default() };
        let runs = self.caches.pods.by_index(BY_NODE, &key.name).iter().any(|pod| is_apiserver(pod));
        node_role(&node, runs)
    }

    async fn sync(&self, context: &Context, key: &Key) -> Result<Done, Error> {
        let plan = if key.namespace == FOLDER {
            self.monitors.synced().await;
            let wanted: Vec<_> = self.manifests.iter().map(|it| (it.clone(), self.resource(it))).collect();
            let labelled = self.labelled(context).await?;
            plan(&Observed { wanted: &wanted, labelled: &labelled, nodes: self.caches.nodes.len() })
        } else {
            self.plan(context.now(), key)
        };
        let outcome = context.carry_out(&plan).await;
        Ok(Done::of(plan, outcome))
    }
}

/// The mirror of a static pod: only the node itself may create it.
fn is_apiserver(pod: &kube_api::types::core::Pod) -> bool {
    let meta = &pod.metadata;
    meta.namespace == "kube-system"
        && meta.name == format!("kube-apiserver-{}", pod.spec.node_name)
        && meta.owner_references.iter().any(|owner| owner.kind == "Node" && owner.name == pod.spec.node_name)
}
