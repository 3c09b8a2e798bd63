//! Where the API server is and who we are. Reading a kubeconfig file is `kubeconfig`'s.

use std::path::PathBuf;
use std::time::SystemTime;

use machined_base::Secret;

use crate::Error;

/// How to reach API servers.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// `https://host:port`, tried in turn. `http://` is for loopback in tests.
    pub servers: Vec<String>,
    /// The certificate authorities that a server must come from, as PEM.
    pub ca: Option<Material>,
    pub identity: Identity,
    /// The name to expect in the server's certificate, where it is not the host's.
    pub tls_name: Option<String>,
    /// `User-Agent`, and the field manager of what is written.
    pub agent: String,
}

#[derive(Clone, Debug, Default)]
pub enum Identity {
    #[default]
    Anonymous,
    /// A client certificate (chain) and its key, as PEM.
    Certificate {
        certificate: Material,
        key: Material,
    },
    Token(Material),
}

/// Bytes given at once, or a file that is read again when it has changed.
#[derive(Clone, Debug)]
pub enum Material {
    File(PathBuf),
    Inline(Secret<Vec<u8>>),
}

/// What a file looked like when it was read; another stamp means: read again.
pub(crate) type Stamp = Vec<Option<(SystemTime, u64)>>;

impl Config {
    /// A server on plain loopback, for tests and for callers behind a unix socket's proxy.
    pub fn plain(server: impl Into<String>, agent: impl Into<String>) -> Self {
        Config { servers: vec![server.into()], agent: agent.into(), ..Config::default() }
    }

    /// The files that a connection depends on.
    pub(crate) async fn stamp(&self) -> Stamp {
        let mut stamp = Vec::new();
        let mut materials: Vec<&Material> = self.ca.iter().collect();
        if let Identity::Certificate { certificate, key } = &self.identity {
            materials.extend([certificate, key]);
        }
        for material in materials {
            if let Material::File(path) = material {
                let seen = tokio::fs::metadata(path).await.ok();
                stamp.push(seen.and_then(|seen| Some((seen.modified().ok()?, seen.len()))));
            }
        }
        stamp
    }
}

impl Material {
    pub fn inline(bytes: impl Into<Vec<u8>>) -> Self {
        Material::Inline(Secret::new(bytes.into()))
    }

    pub(crate) async fn read(&self) -> Result<Vec<u8>, Error> {
        match self {
            Material::Inline(bytes) => Ok(bytes.expose().clone()),
            Material::File(path) => {
                tokio::fs::read(path).await.map_err(|err| Error::Credentials(format!("read {}: {err}", path.display())))
            }
        }
    }
}
