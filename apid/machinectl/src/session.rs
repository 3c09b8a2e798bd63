//! Which machines are meant, and connections to them.

use std::fmt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use apid_client::{Access, Machine, Node, Trust};
use machined_pki::Fingerprint;

use crate::arguments::Global;

/// Where `make cluster` leaves its credentials, below a checkout.
const DEFAULT: &str = "out/cluster/machineconfig";

/// The command line asks for something that cannot be meant.
#[derive(Debug)]
pub(crate) struct Misused(pub(crate) String);

impl fmt::Display for Misused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Misused {}

/// The machines of one command.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) nodes: Vec<Node>,
    /// Whether they were named on the command line.
    named: bool,
    trust: Trust,
    access: Option<Access>,
}

impl Session {
    pub(crate) fn open(global: &Global) -> Result<Self> {
        let named = !global.nodes.is_empty();
        if global.insecure {
            let fingerprint = global.fingerprint.as_deref().map(parse).transpose()?;
            let nodes = global.nodes.iter().map(|node| Node { name: String::new(), address: node.clone() }).collect();
            return Ok(Self { nodes, named, trust: Trust::Fingerprint(fingerprint), access: None });
        }
        let path = match &global.machineconfig {
            Some(path) => path.clone(),
            None => find().ok_or_else(|| {
                Misused(format!("no machineconfig: name one by --machineconfig or MACHINECONFIG, or run below a checkout with {DEFAULT}"))
            })?,
        };
        let access = Access::load(&path)?;
        let nodes =
            if named { global.nodes.iter().map(|name| access.node(name)).collect() } else { access.nodes.clone() };
        if nodes.is_empty() {
            bail!("{} names no machines; name them by --nodes", path.display());
        }
        Ok(Self { nodes, named, trust: Trust::of(&access), access: Some(access) })
    }

    pub(crate) fn access(&self) -> Option<&Access> {
        self.access.as_ref()
    }

    pub(crate) async fn connect(&self, node: &Node) -> Result<Machine> {
        apid_client::machine(node, &self.trust).await.with_context(|| label(node))
    }

    /// For what must not happen to all machines by accident.
    pub(crate) fn only(&self) -> Result<&Node> {
        match self.nodes.as_slice() {
            [node] => Ok(node),
            _ => Err(Misused("name exactly one machine by --nodes".to_owned()).into()),
        }
    }

    /// The machines named; when none was, the first.
    pub(crate) fn first(&self) -> Result<&Node> {
        self.nodes.first().context("no machine")
    }

    /// For what is done to several machines only when they are named.
    pub(crate) fn named(&self) -> Result<&[Node]> {
        if !self.named && self.nodes.len() > 1 {
            return Err(Misused("name the machines by --nodes".to_owned()).into());
        }
        Ok(&self.nodes)
    }
}

pub(crate) fn label(node: &Node) -> String {
    if node.name.is_empty() { node.address.clone() } else { node.name.clone() }
}

fn parse(text: &str) -> Result<Fingerprint> {
    Fingerprint::parse(text)
        .ok_or_else(|| Misused(format!("{text:?} is not a fingerprint: 64 hexadecimal digits")).into())
}

/// From here upwards: whoever works in a checkout means its cluster.
fn find() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    here.ancestors().map(|directory: &Path| directory.join(DEFAULT)).find(|path| path.is_file())
}
