//! Kubeconfigs: for components with files that rotate, for people with everything inside.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// How somebody proves who he is.
#[derive(Clone, Copy, Debug)]
pub enum Credentials<'a> {
    /// Files that are read again when they change.
    Files { certificate: &'a Path, key: &'a Path },
    /// PEM texts, embedded.
    Inline { certificate: &'a str, key: &'a str },
}

/// A kubeconfig with one cluster, one user and one context.
pub fn render(cluster: &str, server: &str, authority: &str, user: &str, credentials: Credentials<'_>) -> String {
    let (certificate, key) = match credentials {
        Credentials::Files { certificate, key } => {
            (format!("client-certificate: {}", certificate.display()), format!("client-key: {}", key.display()))
        }
        Credentials::Inline { certificate, key } => (
            format!("client-certificate-data: {}", STANDARD.encode(certificate)),
            format!("client-key-data: {}", STANDARD.encode(key)),
        ),
    };
    format!(
        "apiVersion: v1
kind: Config
clusters:
- name: {cluster}
  cluster:
    certificate-authority-data: {authority}
    server: {server}
contexts:
- name: {user}@{cluster}
  context:
    cluster: {cluster}
    user: {user}
current-context: {user}@{cluster}
users:
- name: {user}
  user:
    {certificate}
    {key}
",
        authority = STANDARD.encode(authority),
    )
}
