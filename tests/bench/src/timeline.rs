//! When things happened on a cluster's way up: each is noted at the first look that sees it, twenty times a second.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use kube_api::types::core::{Event, Node, Pod, ServiceAccount};
use kube_informer::{Client, Kubeconfig, ListOptions, Method};
use machined_base::{Clock, Monotonic, Shutdown, Tasks};

use crate::Part;
use crate::cluster;
use crate::report::Section;

/// The API server is asked less often than files are read.
const ASK: Duration = Duration::from_millis(200);
const WITHIN: Duration = Duration::from_secs(2);
/// What the kernel says first, and the console when the machine API answers.
const KERNEL: &str = "Linux version";
const MACHINE_API: &str = "  fingerprint  ";
/// The node's own image holds a program that sleeps: nothing is pulled.
const POD: &str = r#"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"bench-first"},"spec":{
    "tolerations":[{"operator":"Exists"}],"automountServiceAccountToken":false,"terminationGracePeriodSeconds":0,
    "containers":[{"name":"pause","image":"ironstone.local/system:v1","imagePullPolicy":"Never","command":["/pause"]}]}}"#;

pub(crate) struct Timeline {
    folder: PathBuf,
    part: Part,
    clock: Clock,
    client: Option<Client>,
    asked: Option<Monotonic>,
    nodes: BTreeMap<String, Seen>,
    pod: FirstPod,
    up: Option<Monotonic>,
}

#[derive(Default)]
struct Seen {
    started: Option<Monotonic>,
    machine_api: Option<Monotonic>,
    ready: Option<Monotonic>,
}

#[derive(Clone, Copy)]
enum FirstPod {
    Wanted,
    Created,
    Running(Monotonic),
}

impl Timeline {
    pub(crate) fn new(folder: PathBuf, part: Part, clock: Clock) -> Self {
        let (nodes, pod) = (BTreeMap::new(), FirstPod::Wanted);
        Self { folder, part, clock, client: None, asked: None, nodes, pod, up: None }
    }

    pub(crate) async fn look(&mut self) {
        let Ok(record) = cluster::record(&self.folder) else { return };
        if record["healthy"].as_bool() == Some(true) {
            self.up.get_or_insert_with(|| self.clock.monotonic());
        }
        for name in record["nodes"].as_array().into_iter().flatten().filter_map(|it| it["name"].as_str()) {
            self.look_at_console(name);
        }
        let now = self.clock.monotonic();
        if self.part != Part::None && self.asked.is_none_or(|asked| now.since(asked) > ASK) {
            self.asked = Some(now);
            self.ask().await;
        }
    }

    /// Whether nothing is left to wait for.
    pub(crate) fn complete(&self) -> bool {
        let nodes = self.nodes.values().all(|seen| seen.ready.is_some());
        self.part == Part::None || nodes && matches!(self.pod, FirstPod::Running(_))
    }

    /// How long the last node has been Ready, or, without nodes, the control plane healthy.
    pub(crate) fn since_ready(&self) -> Duration {
        let ready = self.nodes.values().filter_map(|seen| seen.ready).max().or(self.up);
        ready.map_or(Duration::ZERO, |ready| self.clock.monotonic().since(ready))
    }

    pub(crate) fn section(&self, took: Duration) -> Section {
        let title = match self.part {
            Part::Machines => "machines: way up, seconds from the kernel's first words",
            Part::Native => "native: way up, seconds from a node's start",
            _ => "none: way up",
        };
        let head = ["node", "machine API", "Ready", "first user pod Running"];
        let mut section = Section::new(title, if self.nodes.is_empty() { &[] } else { &head });
        let since = |start: Option<Monotonic>, at: Option<Monotonic>| match (start, at) {
            (Some(start), Some(at)) => format!("{:.1}", at.since(start).as_secs_f64()),
            _ => "-".to_owned(),
        };
        let first = self.nodes.values().filter_map(|seen| seen.started).min();
        let running = if let FirstPod::Running(at) = self.pod { Some(at) } else { None };
        for (at, (name, seen)) in self.nodes.iter().enumerate() {
            // Wherever the pod runs, it is counted from the first node's start.
            let pod = if at == 0 { since(first, running) } else { String::new() };
            section.row([name.clone(), since(seen.started, seen.machine_api), since(seen.started, seen.ready), pod]);
        }
        section.remark(format!("`cluster up` took {:.1} s", took.as_secs_f64()));
        section
    }

    /// How many images were pulled so far; `None` when the server does not say.
    pub(crate) async fn images_pulled(&self) -> Option<usize> {
        let client = self.client.as_ref()?;
        let events = client.list::<Event>(&ListOptions::default()).await.ok()?;
        Some(events.items.iter().filter(|event| event.reason == "Pulling").count())
    }

    fn look_at_console(&mut self, name: &str) {
        let seen = self.nodes.entry(name.to_owned()).or_default();
        if seen.machine_api.is_some() {
            return;
        }
        let text = std::fs::read(self.folder.join("machines").join(name).join("console.log")).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let started = if self.part == Part::Machines { text.contains(KERNEL) } else { !text.is_empty() };
        if started {
            seen.started.get_or_insert_with(|| self.clock.monotonic());
        }
        if text.contains(MACHINE_API) {
            seen.machine_api = Some(self.clock.monotonic());
        }
    }

    /// A server that does not answer yet is asked again at the next look, by a new client: its address may have changed.
    async fn ask(&mut self) {
        let client = match &self.client {
            Some(client) => client.clone(),
            None => match Kubeconfig::read(&cluster::kubeconfig(&self.folder), "bench") {
                Ok(found) => Client::new(found.config, Tasks::new(self.clock.clone(), Shutdown::new())),
                Err(_) => return,
            },
        };
        let clock = self.clock.clone();
        let answered = clock.timeout(WITHIN, self.ask_with(&client)).await;
        self.client = matches!(answered, Ok(Some(()))).then_some(client);
    }

    async fn ask_with(&mut self, client: &Client) -> Option<()> {
        let nodes = client.list::<Node>(&ListOptions::default()).await.ok()?;
        for node in nodes.items {
            let ready = node.status.conditions.iter().any(|it| it.r#type == "Ready" && it.status == "True");
            if let Some(seen) = self.nodes.get_mut(&node.metadata.name).filter(|_| ready) {
                seen.ready.get_or_insert_with(|| self.clock.monotonic());
            }
        }
        match self.pod {
            // As a user would: as soon as a namespace is there to put it into.
            FirstPod::Wanted => {
                client.get::<ServiceAccount>("default", "default").await.ok()?;
                let path = "/api/v1/namespaces/default/pods";
                let created = client.call(Method::POST, path).accept("application/json").body("application/json", POD);
                created.send().await.ok()?;
                self.pod = FirstPod::Created;
            }
            FirstPod::Created => {
                let pod = client.get::<Pod>("default", "bench-first").await.ok()?;
                if pod.status.phase == "Running" {
                    self.pod = FirstPod::Running(self.clock.monotonic());
                }
            }
            FirstPod::Running(_) => {}
        }
        Some(())
    }
}
