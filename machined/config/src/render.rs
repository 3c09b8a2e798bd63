//! Writes configurations: what `gen config` hands to people, who then edit it.

use std::fmt::Write;

use crate::{API_VERSION, Role, Root, Secrets};

/// What a fresh configuration is made from.
#[derive(Clone, Debug)]
pub struct Template<'a> {
    pub role: Role,
    pub cluster: &'a str,
    pub endpoint: &'a str,
    pub control_planes: &'a [String],
    pub hostname: Option<&'a str>,
    pub install_disk: Option<&'a str>,
    pub secrets: &'a Secrets,
}

/// A whole file, with the secrets that this role may have. Network, time and names are left to their defaults.
pub fn render(template: &Template<'_>) -> String {
    let mut out = String::new();
    document(&mut out, "Machine", |out| {
        line(out, 0, "role", template.role.name());
        if let Some(hostname) = template.hostname {
            line(out, 0, "hostname", &quoted(hostname));
        }
        if let Some(disk) = template.install_disk {
            out.push_str("install:\n");
            line(out, 1, "disk", disk);
        }
    });
    document(&mut out, "Cluster", |out| {
        line(out, 0, "name", &quoted(template.cluster));
        line(out, 0, "endpoint", template.endpoint);
        if !template.control_planes.is_empty() {
            out.push_str("controlPlanes:\n");
            for host in template.control_planes {
                let _ = writeln!(out, "  - {}", quoted(host));
            }
        }
    });
    secrets(&mut out, template.secrets, template.role);
    out
}

/// The secrets alone, as `gen secrets` writes them: those of a control plane.
pub fn render_secrets(secrets_of: &Secrets) -> String {
    let mut out = String::new();
    secrets(&mut out, secrets_of, Role::ControlPlane);
    out
}

fn secrets(out: &mut String, secrets: &Secrets, role: Role) {
    let keys = role == Role::ControlPlane;
    document(out, "Secrets", |out| {
        let roots = [("machine", Some(&secrets.machine)), ("kubernetes", Some(&secrets.kubernetes))];
        let more = [("etcd", secrets.etcd.as_ref()), ("frontProxy", secrets.front_proxy.as_ref())];
        for (name, root) in roots.into_iter().chain(more.into_iter().filter(|_| keys)) {
            if let Some(root) = root {
                root_of_trust(out, name, root, keys);
            }
        }
        if let Some(key) = secrets.service_account.as_ref().filter(|_| keys) {
            out.push_str("serviceAccount:\n");
            block(out, "key", key.expose());
        }
        line(out, 0, "joinTicket", &quoted(secrets.join_ticket.expose()));
    });
}

fn root_of_trust(out: &mut String, name: &str, root: &Root, keys: bool) {
    let _ = writeln!(out, "{name}:");
    block(out, "certificate", &root.certificate);
    if let Some(key) = root.key.as_ref().filter(|_| keys) {
        block(out, "key", key.expose());
    }
}

fn document(out: &mut String, kind: &str, body: impl FnOnce(&mut String)) {
    if !out.is_empty() {
        out.push_str("---\n");
    }
    line(out, 0, "apiVersion", API_VERSION);
    line(out, 0, "kind", kind);
    body(out);
}

fn line(out: &mut String, indent: usize, key: &str, value: &str) {
    let _ = writeln!(out, "{:indent$}{key}: {value}", "", indent = indent * 2);
}

/// PEM text as a literal block.
fn block(out: &mut String, key: &str, text: &str) {
    let _ = writeln!(out, "  {key}: |");
    for row in text.trim_end().lines() {
        let _ = writeln!(out, "    {row}");
    }
}

/// Words that YAML could read as something else stand in quotes.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
