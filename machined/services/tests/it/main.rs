//! Services with real processes: started when ready, started again, stopped, found again by a second machined.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use machined_base::testing::{eventually, eventually_some};
use machined_base::{Clock, Shutdown, Tasks};
use machined_resources::{ClusterIntent, Resource, ServiceState, ServiceStatus};
use machined_runtime::{Context, Events, Store};
use machined_services::{HealthCheck, Logs, PrepareError, Readiness, Service, Services};
use machined_sys::Command;

const WITHIN: Duration = Duration::from_secs(20);

struct Script(&'static str);

#[async_trait]
impl Service for Script {
    fn id(&self) -> &'static str {
        "script"
    }

    fn inputs(&self) -> &'static [&'static str] {
        &[ClusterIntent::TYPE]
    }

    fn readiness(&self, store: &Store) -> Readiness {
        match store.only::<ClusterIntent>() {
            Some(ClusterIntent { run: true }) => Readiness::Ready { revision: "1".into() },
            _ => Readiness::Wait("the cluster".into()),
        }
    }

    async fn prepare(&self, _: &Context) -> Result<Command, PrepareError> {
        Ok(Command::new("/bin/sh").args(["-c", self.0]))
    }

    fn health(&self) -> HealthCheck {
        HealthCheck::Running
    }
}

struct Node {
    store: Store,
    tasks: Tasks,
    services: Services,
}

fn node(directory: &Path, script: &'static str) -> Node {
    let store = Store::new();
    let tasks = Tasks::new(Clock::system(), Shutdown::new());
    let context = Context { store: store.clone(), events: Events::new(Clock::system()), clock: Clock::system() };
    let services = Services::new(context, tasks.clone(), Logs::new(directory.join("log")), directory.join("run"));
    services.add(Arc::new(Script(script)));
    Node { store, tasks, services }
}

impl Node {
    fn status(&self) -> Option<ServiceStatus> {
        self.store.get("script")
    }

    fn ready(&self) {
        self.store.put("test", "", ClusterIntent { run: true });
    }

    async fn running(&self) -> i32 {
        let pid = async || self.status().filter(|status| status.state == ServiceState::Running)?.pid;
        eventually_some(WITHIN, pid).await
    }
}

#[tokio::test]
async fn waits_starts_logs_and_starts_again() {
    let directory = tempfile::tempdir().unwrap();
    let node = node(directory.path(), "echo hello; exec sleep 60");
    eventually(WITHIN, || async { node.status().is_some_and(|s| s.message == "the cluster") }).await;
    node.ready();
    let first = node.running().await;
    let log = node.services.logs().path("script").unwrap();
    eventually(WITHIN, || async { std::fs::read_to_string(&log).is_ok_and(|text| text == "hello\n") }).await;
    machined_sys::child::ProcessFd::open(first).unwrap().signal(9).unwrap();
    eventually(WITHIN, || async { node.status().is_some_and(|s| s.pid.is_some_and(|pid| pid != first)) }).await;
    node.services.restart("script").unwrap();
    assert!(node.services.restart("nothing").is_err());
    eventually(WITHIN, || async { node.status().is_some_and(|s| s.restarts >= 2 && s.pid.is_some()) }).await;
    node.services.stop("script").await;
    assert_eq!(node.status().unwrap().state, ServiceState::Stopped);
    assert!(node.tasks.drain(WITHIN).await.is_empty());
}

#[tokio::test]
async fn a_second_machined_finds_what_the_first_had_started() {
    let directory = tempfile::tempdir().unwrap();
    let first = node(directory.path(), "exec sleep 60");
    first.ready();
    let pid = first.running().await;
    assert!(first.tasks.drain(WITHIN).await.is_empty());
    let second = node(directory.path(), "exec sleep 60");
    second.ready();
    assert_eq!(second.running().await, pid);
    second.services.stop("script").await;
    assert!(machined_sys::child::ProcessFd::open(pid).map_or(true, |p| p.try_wait().unwrap().is_some()));
    second.tasks.drain(WITHIN).await;
}

#[tokio::test]
async fn a_program_that_ignores_the_request_is_made_to_stop() {
    let directory = tempfile::tempdir().unwrap();
    let node = node(directory.path(), "trap '' TERM; echo armed; while :; do sleep 1; done");
    node.ready();
    node.running().await;
    let log = node.services.logs().path("script").unwrap();
    eventually(WITHIN, || async { std::fs::read_to_string(&log).is_ok_and(|text| text == "armed\n") }).await;
    // The default grace would take longer than this test may.
    let fd = machined_sys::child::ProcessFd::open(node.running().await).unwrap();
    fd.stop(&Clock::system(), Duration::from_millis(300)).await.unwrap();
    node.services.stop("script").await;
    node.tasks.drain(WITHIN).await;
}
