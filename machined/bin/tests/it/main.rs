//! machined and apid as plain processes on loopback, below a directory: from maintenance mode to a bootstrapped control
//! plane, through the machine API alone.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

mod fixture;

use apid_client::Trust;
use apid_proto::machine as pb;
use fixture::{Node, WITHIN};
use machined_base::testing::{eventually, eventually_some};
use machined_config::Role;
use machined_pki::{Fingerprint, Role as ApiRole};
use tonic::Code;

#[tokio::test]
async fn from_maintenance_to_a_bootstrapped_control_plane() {
    let node = Node::start();

    // Without a configuration: known by the fingerprint on the console, and able to little.
    let fingerprint = node.fingerprint().await;
    let wrong = Trust::Fingerprint(Some(Fingerprint::of_der(b"x")));
    assert!(apid_client::machine(&node.seat, &wrong).await.is_err());
    let mut anybody = node.anybody(fingerprint).await;
    let version = anybody.version(pb::VersionRequest {}).await.unwrap().into_inner();
    assert_eq!(version.stage, "maintenance");
    assert_eq!(anybody.memory(pb::MemoryRequest {}).await.unwrap_err().code(), Code::Unauthenticated);
    assert!(!anybody.links(pb::LinksRequest {}).await.unwrap().into_inner().links.is_empty());

    // Two faults in one file: both told, nothing changed.
    let good = node.config(Role::ControlPlane);
    let bad = good.replace("role: control-plane", "role: control-plan\nflavour: x");
    let apply = |text: &str, dry_run| pb::ApplyConfigurationRequest { text: text.to_owned(), dry_run, mode: 0 };
    let answer = anybody.apply_configuration(apply(&bad, false)).await.unwrap().into_inner();
    let fields: Vec<&str> = answer.faults.iter().map(|fault| fault.field.as_str()).collect();
    assert!(fields.contains(&"Machine.role") && fields.contains(&"Machine.flavour"), "{:?}", answer.faults);
    let answer = anybody.apply_configuration(apply(&good, true)).await.unwrap().into_inner();
    assert!(answer.faults.is_empty() && answer.difference.contains("+role: control-plane"));
    assert!(!answer.difference.contains("PRIVATE"));
    assert_eq!(anybody.version(pb::VersionRequest {}).await.unwrap().into_inner().stage, "maintenance");
    let answer = anybody.apply_configuration(apply(&good, false)).await.unwrap().into_inner();
    assert!(answer.faults.is_empty());

    // From now on with credentials, over mutual TLS by the cluster's own authority.
    let mut admin = node.client("ada", ApiRole::Admin).await;
    eventually(WITHIN, || {
        let mut admin = admin.clone();
        async move { admin.version(pb::VersionRequest {}).await.is_ok_and(|v| v.into_inner().stage == "running") }
    })
    .await;
    assert_eq!(anybody.version(pb::VersionRequest {}).await.unwrap_err().code(), Code::Unauthenticated);

    // Where memory went: by process, and by kind.
    let processes = admin.processes(pb::ProcessesRequest {}).await.unwrap().into_inner().processes;
    let told = |process: &pb::Process| {
        process.share_anonymous_bytes > 0 && process.share_bytes >= process.share_anonymous_bytes
    };
    assert!(processes.iter().any(|process| process.command.contains("machined") && told(process)), "{processes:?}");
    let memory = admin.memory(pb::MemoryRequest {}).await.unwrap().into_inner();
    assert!(memory.anonymous > 0 && memory.page_tables > 0, "{memory:?}");

    // A worker's configuration is refused here.
    let worker = node.config(Role::Worker);
    let answer = admin.apply_configuration(apply(&worker, false)).await.unwrap().into_inner();
    assert_eq!(answer.faults[0].field, "Machine.role");

    // Bootstrap, once.
    admin.bootstrap(pb::BootstrapRequest {}).await.unwrap();
    let again = admin.bootstrap(pb::BootstrapRequest {}).await.unwrap_err();
    assert_eq!(again.code(), Code::AlreadyExists);
    assert!(again.message().contains("bootstrapped already"), "{}", again.message());
    let manifests = node.path("run/etc/kubernetes/manifests");
    for name in ["etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler"] {
        let manifest = manifests.join(format!("{name}.yaml"));
        eventually(WITHIN, || async { manifest.exists() }).await;
    }
    let kubeconfig = admin.kubeconfig(pb::KubeconfigRequest::default()).await.unwrap().into_inner().kubeconfig;
    assert!(kubeconfig.contains("server: https://127.0.0.1:6443"), "{kubeconfig}");

    // Who did what.
    let mut events = admin.events(pb::EventsRequest::default()).await.unwrap().into_inner();
    let mut audited = Vec::new();
    while let Some(event) = events.message().await.unwrap() {
        if event.kind == "audit" {
            audited.push(format!("{} {}", event.subject, event.message));
        }
    }
    assert!(audited.iter().any(|line| line.starts_with("ada bootstraps the cluster (from 127.0.0.1:")), "{audited:?}");

    node.stop().await;
}

#[tokio::test]
async fn machined_killed_comes_back_and_apid_was_not_disturbed() {
    let mut node = Node::start();
    node.configure(Role::ControlPlane).await;
    let mut reader = node.client("rita", ApiRole::Reader).await;
    let apid = |services: Vec<pb::ServiceStatus>| services.into_iter().find(|s| s.id == "apid").map(|s| s.pid);
    let services = reader.services(pb::ServicesRequest {}).await.unwrap().into_inner().services;
    let pid = apid(services).unwrap();

    node.kill();
    node.restart();
    // The same apid answers again, over the connection that was open all the time.
    let found = eventually_some(WITHIN, || {
        let mut reader = reader.clone();
        async move {
            let services = reader.services(pb::ServicesRequest {}).await.ok()?.into_inner().services;
            apid(services).filter(|pid| *pid != 0)
        }
    })
    .await;
    assert_eq!(found, pid);
    eventually(WITHIN, || {
        let mut reader = reader.clone();
        async move { reader.version(pb::VersionRequest {}).await.is_ok_and(|v| v.into_inner().stage == "running") }
    })
    .await;
    node.stop().await;
}

#[tokio::test]
async fn a_worker_joins_with_its_ticket_and_is_known_afterwards() {
    let plane = Node::start();
    plane.configure(Role::ControlPlane).await;
    plane.client("probe", ApiRole::Reader).await;
    let worker = Node::beside(&plane);
    worker.configure(Role::Worker).await;
    // Its certificate is of the machine authority now: the same credentials reach it.
    let mut reader = worker.client("rita", ApiRole::Reader).await;
    let request = pb::ResourcesRequest { r#type: "certificates".into(), id: String::new() };
    let certificates = reader.resources(request).await.unwrap().into_inner().resources;
    let ids: Vec<&str> = certificates.iter().map(|resource| resource.id.as_str()).collect();
    assert_eq!(ids, ["kubelet-client", "kubelet-server", "machine"]);
    assert!(worker.path("run/etc/kubernetes/pki/kubelet-client.crt").exists());
    assert!(plane.path("system/state/nodes/n2").exists());
    assert!(!worker.path("run/etc/kubernetes/pki/ca.key").exists());
    worker.stop().await;
    plane.stop().await;
}
