//! Golden cases: `cases/NAME.yaml` is read, and `cases/NAME.faults` says every fault, or is empty.
//!
//! `UPDATE_EXPECT=1` writes what was found instead of comparing.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use std::path::Path;

use machined_config::{Config, Role, Root, Secrets, Template, render, render_secrets};

fn cases() -> std::path::PathBuf {
    "tests/cases".into()
}

fn check(path: &Path, found: &str) {
    if std::env::var("UPDATE_EXPECT").is_ok() {
        std::fs::write(path, found).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(found, expected, "{}", path.display());
}

#[test]
fn every_fault_is_found_with_line_and_field() {
    let mut count = 0;
    for entry in std::fs::read_dir(cases()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "yaml") {
            continue;
        }
        count += 1;
        let text = std::fs::read_to_string(&path).unwrap();
        let faults = Config::parse(&text).err().unwrap_or_default();
        let found: String = faults.iter().map(|fault| format!("{fault}\n")).collect();
        check(&path.with_extension("faults"), &found);
    }
    assert!(count >= 10, "only {count} cases");
}

fn secrets() -> Secrets {
    let root = |name: &str| {
        let pem = |kind: &str| format!("-----BEGIN {kind}-----\n{name}\n-----END {kind}-----\n");
        Root::new(pem("CERTIFICATE"), Some(pem("PRIVATE KEY")))
    };
    Secrets {
        machine: root("machine"),
        kubernetes: root("kubernetes"),
        etcd: Some(root("etcd")),
        front_proxy: Some(root("front")),
        service_account: Some("-----BEGIN PRIVATE KEY-----\nsa\n-----END PRIVATE KEY-----\n".to_owned().into()),
        join_ticket: "01234567.0123456789abcdef0123456789abcdef".to_owned().into(),
    }
}

fn template<'a>(role: Role, secrets: &'a Secrets, control_planes: &'a [String]) -> Template<'a> {
    Template {
        role,
        cluster: "blue",
        endpoint: "https://10.0.0.10:6443",
        control_planes,
        hostname: Some("n1"),
        install_disk: Some("/dev/vda"),
        secrets,
    }
}

#[test]
fn what_is_rendered_is_read_back() {
    let secrets = secrets();
    let planes = ["10.0.0.10".to_owned()];
    for role in [Role::ControlPlane, Role::Worker] {
        let text = render(&template(role, &secrets, &planes));
        let config = Config::parse(&text).unwrap_or_else(|faults| panic!("{faults:?}\n{text}"));
        assert_eq!(config.machine.role, role);
        assert_eq!(config.secrets.machine.key.is_some(), role == Role::ControlPlane);
        assert_eq!(config.cluster.endpoint.to_string(), "https://10.0.0.10:6443");
        assert_eq!(config.cluster.dns_service(), Some([10, 96, 0, 10].into()));
        check(&cases().join(format!("rendered-{}.golden", role.name())), &text);
    }
    assert!(render_secrets(&secrets).contains("kind: Secrets"));
}

#[test]
fn a_worker_configuration_is_refused_by_a_control_plane() {
    let secrets = secrets();
    let planes = ["10.0.0.10".to_owned()];
    let control_plane = Config::parse(&render(&template(Role::ControlPlane, &secrets, &planes))).unwrap();
    let worker = Config::parse(&render(&template(Role::Worker, &secrets, &planes))).unwrap();
    assert_eq!(control_plane.refuse_change(&control_plane), []);
    let faults = control_plane.refuse_change(&worker);
    assert_eq!(faults.len(), 1);
    assert_eq!(
        faults[0].to_string(),
        "Machine.role: this machine is a control-plane; a configuration for a worker needs a reset first"
    );
}

#[test]
fn no_secret_is_printed() {
    let secrets = secrets();
    let planes = ["10.0.0.10".to_owned()];
    let config = Config::parse(&render(&template(Role::ControlPlane, &secrets, &planes))).unwrap();
    assert!(!format!("{config:?}").contains("0123456789abcdef"));
}
