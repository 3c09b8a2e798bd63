//! The `machineconfig` file: which machines there are, and who we are to them.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::ClientError;

/// Credentials and endpoints of one cluster. The private key in it is why the file is readable by its owner alone.
#[derive(Clone, Deserialize, PartialEq, Eq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Access {
    pub api_version: String,
    pub kind: String,
    pub cluster: String,
    /// PEM of the authority that machines are verified by.
    pub authority: String,
    pub certificate: String,
    pub key: String,
    pub nodes: Vec<Node>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Node {
    /// The name that stands in the machine's certificate.
    pub name: String,
    /// Host and port; the port may be left out.
    pub address: String,
}

const API_VERSION: &str = "ironstone/v1";
const KIND: &str = "Machines";
const PORT: u16 = 50000;

impl std::fmt::Debug for Access {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Access").field("cluster", &self.cluster).field("nodes", &self.nodes).finish_non_exhaustive()
    }
}

impl Access {
    pub fn new(cluster: &str, authority: &str, certificate: &str, key: &str, nodes: Vec<Node>) -> Self {
        Self {
            api_version: API_VERSION.to_owned(),
            kind: KIND.to_owned(),
            cluster: cluster.to_owned(),
            authority: authority.to_owned(),
            certificate: certificate.to_owned(),
            key: key.to_owned(),
            nodes,
        }
    }

    pub fn load(path: &Path) -> Result<Self, ClientError> {
        let shown = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|err| ClientError::Read { path: shown.clone(), err })?;
        Self::parse(&text).map_err(|reason| ClientError::Format { path: shown, reason })
    }

    pub fn parse(text: &str) -> Result<Self, String> {
        let access: Self = serde_saphyr::from_str(text).map_err(|err| err.to_string())?;
        if access.api_version != API_VERSION || access.kind != KIND {
            return Err(format!("expected apiVersion {API_VERSION} and kind {KIND}"));
        }
        Ok(access)
    }

    pub fn render(&self) -> Result<String, String> {
        serde_saphyr::to_string(self).map_err(|err| err.to_string())
    }

    /// The node of this name or address; an address that is not listed is taken as it is.
    pub fn node(&self, name: &str) -> Node {
        let found = self.nodes.iter().find(|node| node.name == name || node.address == name || node.host() == name);
        found.cloned().unwrap_or_else(|| {
            let node = Node { name: String::new(), address: name.to_owned() };
            Node { name: node.host().to_owned(), ..node }
        })
    }
}

impl Node {
    pub(crate) fn host(&self) -> &str {
        split(&self.address).0
    }

    /// Where to connect to, with the port.
    pub(crate) fn endpoint(&self) -> String {
        let (host, port) = split(&self.address);
        if host.contains(':') { format!("[{host}]:{port}") } else { format!("{host}:{port}") }
    }
}

/// `host`, `host:port`, `[v6]:port` or a bare v6 address.
fn split(address: &str) -> (&str, u16) {
    if let Some(rest) = address.strip_prefix('[') {
        let (host, port) = rest.split_once(']').unwrap_or((rest, ""));
        return (host, port.trim_start_matches(':').parse().unwrap_or(PORT));
    }
    match address.split_once(':') {
        Some((host, port)) if !port.contains(':') => (host, port.parse().unwrap_or(PORT)),
        _ => (address, PORT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_back_and_an_unknown_field_refused() {
        let node = Node { name: "n1".into(), address: "127.0.0.1:4000".into() };
        let access = Access::new("blue", "A\nB\n", "C\n", "K\n", vec![node.clone()]);
        let text = access.render().unwrap();
        assert_eq!(Access::parse(&text).unwrap(), access);
        assert!(Access::parse(&format!("{text}\nflavour: x\n")).is_err());
        assert!(!format!("{access:?}").contains('K'));
        assert_eq!(access.node("n1"), node);
        assert_eq!(access.node("127.0.0.1"), node);
        assert_eq!(access.node("10.0.0.9").endpoint(), "10.0.0.9:50000");
    }

    #[test]
    fn addresses_with_and_without_ports() {
        for (text, endpoint) in
            [("n1", "n1:50000"), ("n1:1", "n1:1"), ("fd00::1", "[fd00::1]:50000"), ("[fd00::1]:9", "[fd00::1]:9")]
        {
            assert_eq!(Node { name: String::new(), address: text.into() }.endpoint(), endpoint);
        }
    }
}
