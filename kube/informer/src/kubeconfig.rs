//! Reads a kubeconfig file into a [`Config`]. Plugins (`exec`, `auth-provider`) start programs and are refused.

use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;

use crate::config::{Config, Identity, Material};

#[derive(Debug, thiserror::Error)]
pub enum KubeconfigError {
    #[error("read {path}")]
    Read { path: PathBuf, source: std::io::Error },
    #[error("parse kubeconfig: {0}")]
    Parse(String),
    #[error("kubeconfig has no {what} named {name:?}")]
    Missing { what: &'static str, name: String },
    #[error("kubeconfig: {0}")]
    Unsupported(&'static str),
    #[error("kubeconfig: {field} is not base64")]
    Base64 { field: &'static str },
}

/// A kubeconfig's chosen context.
#[derive(Clone, Debug)]
pub struct Kubeconfig {
    pub config: Config,
    pub namespace: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct File {
    #[serde(default)]
    current_context: String,
    #[serde(default)]
    clusters: Vec<NamedCluster>,
    #[serde(default)]
    contexts: Vec<NamedContext>,
    #[serde(default)]
    users: Vec<NamedUser>,
}

#[derive(Deserialize)]
struct NamedCluster {
    name: String,
    cluster: Cluster,
}

#[derive(Deserialize)]
struct NamedContext {
    name: String,
    context: Context,
}

#[derive(Deserialize)]
struct NamedUser {
    name: String,
    user: User,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Cluster {
    server: String,
    certificate_authority: Option<PathBuf>,
    certificate_authority_data: Option<String>,
    tls_server_name: Option<String>,
    #[serde(default)]
    insecure_skip_tls_verify: bool,
}

#[derive(Deserialize)]
struct Context {
    cluster: String,
    #[serde(default)]
    user: String,
    namespace: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct User {
    client_certificate: Option<PathBuf>,
    client_certificate_data: Option<String>,
    client_key: Option<PathBuf>,
    client_key_data: Option<String>,
    token: Option<String>,
    #[serde(rename = "tokenFile")]
    token_file: Option<PathBuf>,
    exec: Option<serde::de::IgnoredAny>,
    auth_provider: Option<serde::de::IgnoredAny>,
}

impl Kubeconfig {
    /// Paths in the file are relative to its folder, as upstream: client-go/tools/clientcmd.
    pub fn read(path: &Path, agent: &str) -> Result<Self, KubeconfigError> {
        let text =
            std::fs::read_to_string(path).map_err(|source| KubeconfigError::Read { path: path.to_owned(), source })?;
        Self::parse(&text, path.parent().unwrap_or(Path::new("")), agent)
    }

    pub fn parse(text: &str, folder: &Path, agent: &str) -> Result<Self, KubeconfigError> {
        let file: File = serde_saphyr::from_str(text).map_err(|err| KubeconfigError::Parse(err.to_string()))?;
        let missing = |what, name: &str| KubeconfigError::Missing { what, name: name.to_owned() };
        let context = file.contexts.into_iter().find(|context| context.name == file.current_context);
        let context = context.ok_or_else(|| missing("context", &file.current_context))?.context;
        let cluster = file.clusters.into_iter().find(|cluster| cluster.name == context.cluster);
        let cluster = cluster.ok_or_else(|| missing("cluster", &context.cluster))?.cluster;
        if cluster.insecure_skip_tls_verify {
            return Err(KubeconfigError::Unsupported(
                "insecure-skip-tls-verify is refused: name the server's authority",
            ));
        }
        let identity = match file.users.into_iter().find(|user| user.name == context.user) {
            Some(named) => named.user.identity(folder)?,
            None if context.user.is_empty() => Identity::Anonymous,
            None => return Err(missing("user", &context.user)),
        };
        let ca = either(
            cluster.certificate_authority_data,
            cluster.certificate_authority,
            folder,
            "certificate-authority-data",
        )?;
        let config = Config {
            servers: vec![cluster.server],
            ca,
            identity,
            tls_name: cluster.tls_server_name,
            agent: agent.to_owned(),
        };
        Ok(Kubeconfig { config, namespace: context.namespace.unwrap_or_else(|| "default".to_owned()) })
    }
}

impl User {
    fn identity(self, folder: &Path) -> Result<Identity, KubeconfigError> {
        if self.exec.is_some() || self.auth_provider.is_some() {
            return Err(KubeconfigError::Unsupported("credential plugins are not supported"));
        }
        let certificate =
            either(self.client_certificate_data, self.client_certificate, folder, "client-certificate-data")?;
        let key = either(self.client_key_data, self.client_key, folder, "client-key-data")?;
        if let (Some(certificate), Some(key)) = (certificate, key) {
            return Ok(Identity::Certificate { certificate, key });
        }
        if let Some(path) = self.token_file {
            return Ok(Identity::Token(Material::File(folder.join(path))));
        }
        Ok(self.token.map_or(Identity::Anonymous, |token| Identity::Token(Material::inline(token))))
    }
}

/// As upstream, data wins over a file.
fn either(
    data: Option<String>,
    file: Option<PathBuf>,
    folder: &Path,
    field: &'static str,
) -> Result<Option<Material>, KubeconfigError> {
    match (data, file) {
        (Some(data), _) if !data.is_empty() => {
            let bytes = STANDARD.decode(data.trim()).map_err(|_| KubeconfigError::Base64 { field })?;
            Ok(Some(Material::inline(bytes)))
        }
        (_, Some(file)) => Ok(Some(Material::File(folder.join(file)))),
        _ => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "
apiVersion: v1
kind: Config
current-context: a@b
clusters: [{name: b, cluster: {server: 'https://h:6443', certificate-authority-data: Y2E=}}]
contexts: [{name: a@b, context: {cluster: b, user: a}}]
users: [{name: a, user: {client-certificate: pki/a.crt, client-key: /k/a.key}}]
";

    #[test]
    fn data_and_relative_files() {
        let read = Kubeconfig::parse(FILE, Path::new("/etc"), "test").unwrap();
        assert_eq!(read.config.servers, ["https://h:6443"]);
        assert_eq!(read.namespace, "default");
        let Identity::Certificate { certificate: Material::File(certificate), .. } = read.config.identity else {
            panic!("a certificate was given")
        };
        assert_eq!(certificate, Path::new("/etc/pki/a.crt"));
    }

    #[test]
    fn what_is_missing_is_named() {
        let err = Kubeconfig::parse(&FILE.replace("user: a}}]", "user: z}}]"), Path::new(""), "test").unwrap_err();
        assert_eq!(err.to_string(), "kubeconfig has no user named \"z\"");
    }
}
