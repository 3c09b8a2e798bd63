//! Sequences over a store and a directory: no disk, no kernel.
#![allow(clippy::unwrap_used)]

use std::time::Duration;

use machined_base::testing::eventually;
use machined_base::{Clock, Shutdown, Tasks};
use machined_config::{Role, Root, Secrets, Template, render};
use machined_pki::{Authority, Key, Ticket};
use machined_resources::{ClusterIntent, EtcdIntent, Paths, Stage, VolumeStatus};
use machined_runtime::{Context, Events, Store};
use machined_sequencer::{ApplyError, BootstrapError, End, EndError, Mode, Sequencer};
use machined_services::{Logs, Services};

const WITHIN: Duration = Duration::from_secs(20);

struct Machine {
    store: Store,
    tasks: Tasks,
    sequencer: Sequencer,
    directory: tempfile::TempDir,
}

fn machine(directory: tempfile::TempDir) -> Machine {
    let (store, clock) = (Store::new(), Clock::system());
    let tasks = Tasks::new(clock.clone(), Shutdown::new());
    let context = Context { store: store.clone(), events: Events::new(clock.clone()), clock };
    let paths = Paths::below(directory.path());
    std::fs::create_dir_all(paths.state()).unwrap();
    let services = Services::new(context.clone(), tasks.clone(), Logs::new(paths.logs()), paths.run());
    let sequencer = Sequencer::new(context, tasks.clone(), services, paths);
    sequencer.boot();
    Machine { store, tasks, sequencer, directory }
}

impl Machine {
    fn mount(&self, label: &str) {
        let status =
            VolumeStatus { source: String::new(), mounted: Some("/x".into()), bytes: 0, message: String::new() };
        self.store.put("test", label, status);
    }

    async fn reaches(&self, stage: Stage) {
        eventually(WITHIN, || async { self.sequencer.stage() == stage }).await;
    }

    /// As after a power cut: only the directory is left.
    async fn cut(self) -> Machine {
        self.tasks.drain(WITHIN).await;
        machine(self.directory)
    }
}

fn secrets() -> Secrets {
    let now = Clock::system().now();
    let root = |name: &str| {
        let authority = Authority::create(name, now, Duration::from_secs(90_000)).unwrap();
        Root::new(authority.certificate_pem(), Some(authority.key().pem().to_owned()))
    };
    Secrets {
        machine: root("machine"),
        kubernetes: root("kubernetes"),
        etcd: Some(root("etcd")),
        front_proxy: Some(root("front")),
        service_account: Some(Key::generate().unwrap().pem().to_owned().into()),
        join_ticket: Ticket::generate().unwrap().text(),
    }
}

fn config(role: Role, hostname: &str, secrets: &Secrets) -> String {
    render(&Template {
        role,
        cluster: "blue",
        endpoint: "https://10.0.0.10:6443",
        control_planes: &["10.0.0.10".to_owned()],
        hostname: Some(hostname),
        install_disk: None,
        secrets,
    })
}

#[tokio::test]
async fn from_nothing_to_a_bootstrapped_control_plane_and_over_a_power_cut() {
    let machine = machine(tempfile::tempdir().unwrap());
    assert!(matches!(machine.sequencer.bootstrap().await, Err(BootstrapError::NoConfiguration)));
    machine.mount("STATE");
    machine.reaches(Stage::Maintenance).await;
    let secrets = secrets();
    let text = config(Role::ControlPlane, "n1", &secrets);
    machine.sequencer.apply(&text, Mode::DryRun).await.unwrap();
    assert_eq!(machine.sequencer.stage(), Stage::Maintenance);
    machine.sequencer.apply(&text, Mode::Now).await.unwrap();
    machine.mount("EPHEMERAL");
    machine.mount("ETCD");
    machine.reaches(Stage::Running).await;
    assert!(machine.store.only::<ClusterIntent>().unwrap().run);
    assert_eq!(machine.store.only::<EtcdIntent>(), None);
    machine.sequencer.bootstrap().await.unwrap();
    assert_eq!(machine.store.only::<EtcdIntent>().unwrap().cluster_state, "new");
    assert!(matches!(machine.sequencer.bootstrap().await, Err(BootstrapError::Again)));

    let machine = machine.cut().await;
    for label in ["STATE", "EPHEMERAL", "ETCD"] {
        machine.mount(label);
    }
    machine.reaches(Stage::Running).await;
    assert_eq!(machine.store.only::<EtcdIntent>().unwrap().cluster_state, "existing");
    assert!(matches!(machine.sequencer.bootstrap().await, Err(BootstrapError::Again)));

    let renamed = config(Role::ControlPlane, "n2", &secrets);
    assert!(machine.sequencer.apply(&renamed, Mode::Staged).await.unwrap().needs_reboot);
    let worker = config(Role::Worker, "n1", &secrets);
    let Err(ApplyError::Faults(faults)) = machine.sequencer.apply(&worker, Mode::Now).await else { panic!("taken") };
    assert_eq!(faults[0].field, "Machine.role");
    machine.sequencer.end(End::Reboot).unwrap();
    assert!(matches!(machine.sequencer.end(End::Reboot), Err(EndError::Already)));
    assert_eq!(machine.sequencer.ended().await, End::Reboot);
    machine.tasks.drain(WITHIN).await;
}

#[tokio::test]
async fn faulty_keys_are_found_before_anything_changes() {
    let machine = machine(tempfile::tempdir().unwrap());
    machine.mount("STATE");
    machine.reaches(Stage::Maintenance).await;
    let mut secrets = secrets();
    secrets.etcd =
        Some(Root::new(secrets.machine.certificate.clone(), secrets.kubernetes.key.clone().map(|k| k.into_inner())));
    let text = config(Role::ControlPlane, "n1", &secrets);
    let Err(ApplyError::Faults(faults)) = machine.sequencer.apply(&text, Mode::Now).await else { panic!("taken") };
    assert_eq!(faults[0].field, "Secrets.etcd");
    assert_eq!(machine.sequencer.stage(), Stage::Maintenance);
    machine.tasks.drain(WITHIN).await;
}

#[tokio::test]
async fn a_reset_machine_waits_for_a_configuration_again() {
    let machine = machine(tempfile::tempdir().unwrap());
    for label in ["STATE", "EPHEMERAL", "ETCD"] {
        machine.mount(label);
    }
    machine.reaches(Stage::Maintenance).await;
    machine.sequencer.apply(&config(Role::ControlPlane, "n1", &secrets()), Mode::Now).await.unwrap();
    machine.reaches(Stage::Running).await;
    machine.sequencer.reset(End::Reboot).await.unwrap();
    machine.sequencer.ended().await;
    let machine = machine.cut().await;
    machine.mount("STATE");
    machine.reaches(Stage::Maintenance).await;
    machine.tasks.drain(WITHIN).await;
}
