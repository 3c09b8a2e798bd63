//! A kubelet without a machine: a runtime in memory, static pods from a folder, everything else real.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use kube_cri::{Behaviour, Cri, FakeCri};
use kube_kubelet::{Capacity, Config, Limits, run_on};
use machined_base::testing::eventually;
use machined_base::{Clock, Restart, Shutdown, TaskHandle, Tasks};

const SOON: Duration = Duration::from_secs(20);

struct Hollow {
    folder: tempfile::TempDir,
    cri: FakeCri,
    tasks: Tasks,
}

struct Life {
    shutdown: Shutdown,
    task: TaskHandle,
}

impl Life {
    async fn end(self) {
        self.shutdown.request();
        eventually(SOON, || async { self.task.is_finished() }).await;
    }
}

impl Hollow {
    fn new() -> Self {
        let hollow = Self {
            folder: tempfile::tempdir().unwrap(),
            cri: FakeCri::new(Clock::system()),
            tasks: Tasks::new(Clock::system(), Shutdown::new()),
        };
        std::fs::create_dir(hollow.path("manifests")).unwrap();
        hollow
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    /// One life of the process; the next one knows nothing of it.
    fn kubelet(&self) -> Life {
        let mut config = Config::new("n1", self.path("kubelet"), "/none");
        config.folders.pod_logs = self.path("logs");
        config.folders.container_logs = None;
        config.folders.static_pods = Some(self.path("manifests"));
        config.limits = Limits::Unenforced { why: "in memory".into() };
        config.node.capacity = Some(Capacity { cpu_milli: 4000, memory: 8 << 30, storage: 64 << 30 });
        let shutdown = self.tasks.shutdown().child();
        let (cri, stop) = (self.cri.clone(), shutdown.clone());
        let task = self.tasks.spawn("kubelet", Restart::Never, move || {
            run_on(config.clone(), Arc::new(cri.clone()), Clock::system(), stop.clone())
        });
        Life { shutdown, task }
    }

    fn manifest(&self, name: &str, image: &str, more: &str) {
        write(
            &self.path("manifests").join(name),
            &format!(
                "apiVersion: v1\nkind: Pod\nmetadata: {{name: {name}}}\nspec:\n  terminationGracePeriodSeconds: 5\n{more}  containers:\n  - {{name: app, image: {image}, command: [run], env: [{{name: WHO, valueFrom: {{fieldRef: {{fieldPath: metadata.name}}}}}}]}}\n"
            ),
        );
    }

    async fn called(&self, wanted: &str) {
        let (cri, text) = (self.cri.clone(), wanted.to_owned());
        let (cri, text) = (&cri, &text);
        eventually(SOON, || async move { cri.calls().iter().any(|call| call == text) }).await;
    }

    fn count(&self, wanted: &str) -> usize {
        self.cri.calls().iter().filter(|call| *call == wanted).count()
    }
}

fn write(path: &Path, text: &str) {
    let fresh = path.with_file_name(".new");
    std::fs::write(&fresh, text).unwrap();
    std::fs::rename(fresh, path).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_static_pod_runs_and_ends_with_its_file() {
    let hollow = Hollow::new();
    let life = hollow.kubelet();
    hollow.manifest("web", "app:1", "  initContainers:\n  - {name: first, image: init:1}\n");
    hollow.cri.behave("init:1", Behaviour::Exit(0));
    hollow.called("StartContainer app").await;
    let calls = hollow.cri.calls();
    let place = |call: &str| calls.iter().position(|it| it == call).unwrap();
    assert!(
        place("RunPodSandbox web-n1") < place("StartContainer first")
            && place("StartContainer first") < place("StartContainer app")
    );
    let config = hollow.cri.config("app").unwrap();
    assert!(config.envs.iter().any(|env| env.key == "WHO" && env.value == "web-n1"), "{config:?}");
    std::fs::remove_file(hollow.path("manifests/web")).unwrap();
    hollow.called("RemovePodSandbox").await;
    assert!(hollow.cri.calls().contains(&"StopContainer app 5s".to_owned()));
    eventually(SOON, || async { std::fs::read_dir(hollow.path("kubelet/pods")).unwrap().count() == 0 }).await;
    life.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_kubelet_restarts_nothing() {
    let hollow = Hollow::new();
    let life = hollow.kubelet();
    hollow.manifest("web", "app:1", "");
    hollow.called("StartContainer app").await;
    hollow.tasks.shutdown().is_requested();
    let before = hollow.cri.list_containers(&[]).await.unwrap();
    life.end().await;
    let life = hollow.kubelet();
    // The second kubelet has looked at the pod when it starts another one.
    hollow.manifest("more", "more:1", "");
    hollow.called("RunPodSandbox more-n1").await;
    let after = hollow.cri.list_containers(&[]).await.unwrap();
    assert!(before.iter().all(|container| after.iter().any(|it| it.id == container.id && it.state == container.state)));
    life.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crashed_container_starts_again_with_its_count() {
    let hollow = Hollow::new();
    let life = hollow.kubelet();
    hollow.manifest("web", "app:1", "");
    hollow.called("StartContainer app").await;
    let id = hollow.cri.list_containers(&[]).await.unwrap().remove(0).id;
    hollow.cri.exit(&id, 1);
    eventually(SOON, || async { hollow.count("StartContainer app") == 2 }).await;
    let attempt = hollow.cri.config("app").unwrap().metadata.unwrap().attempt;
    assert_eq!(attempt, 1);
    life.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_file_is_another_pod() {
    let hollow = Hollow::new();
    let life = hollow.kubelet();
    hollow.manifest("web", "app:1", "");
    hollow.called("StartContainer app").await;
    hollow.manifest("web", "app:2", "");
    hollow.called("PullImage app:2").await;
    hollow.called("StopContainer app 5s").await;
    hollow.called("RemovePodSandbox").await;
    life.end().await;
}
