//! Native nodes: the image's root, init and machined in namespaces of the host, joined by a bridge in a namespace of its own.
//! Decides how such a node is started and how it ends; what it is told stands in [`crate::supervisor`].
//!
//! - The nodes' processes die with the supervisor (`PR_SET_PDEATHSIG`), and their mounts, links and processes with them.
//! - Host cgroups are left as they are; what containers would have been limited to is tested on machines.

pub(crate) mod network;
pub mod node;

use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, bail};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::Child;

use crate::native::node::Seat;

/// Starts one boot of a node, and returns once its init has been started with its link in place.
#[expect(clippy::disallowed_methods, reason = "the node's process is this program again, by an argument list")]
pub(crate) async fn boot(
    netlink: &rtnetlink::Handle,
    index: usize,
    seat: &Seat,
    console: &Path,
) -> anyhow::Result<Child> {
    let log = std::fs::File::options().create(true).append(true).open(console);
    let log = log.with_context(|| format!("open {}", console.display()))?;
    let program = std::env::current_exe().context("find this program")?;
    let mut child = tokio::process::Command::new(program)
        .arg("native-node")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(log)
        .kill_on_drop(true)
        .spawn()
        .context("start the node's process")?;
    let pid = child.id().context("the node's process has just been started")?;
    let output = child.stdout.take().context("the node's output is a pipe")?;
    let mut ready = String::new();
    BufReader::new(output).read_line(&mut ready).await.context("wait for the node's namespaces")?;
    if ready.trim_end() != "ready" {
        let status = child.wait().await.context("wait for the node")?;
        bail!("node {} could not make its namespaces ({status}); see {}", seat.name, console.display());
    }
    network::connect(netlink, index, pid).await?;
    let mut line = serde_json::to_vec(seat).context("encode the seat")?;
    line.push(b'\n');
    let mut input = child.stdin.take().context("the node's input is a pipe")?;
    input.write_all(&line).await.context("hand the node its seat")?;
    Ok(child)
}

/// The wrapper is needed where no cgroup v2 controller can be delegated to a node.
pub(crate) fn runtime_wrapper(bin: &Path) -> Option<PathBuf> {
    let controllers = std::fs::read_to_string("/sys/fs/cgroup/cgroup.controllers").unwrap_or_default();
    let delegated = ["cpu", "memory", "pids"].iter().all(|c| controllers.split_whitespace().any(|w| w == *c));
    (!delegated).then(|| bin.join("native-runtime"))
}
