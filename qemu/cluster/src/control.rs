//! How later commands reach a running cluster: one line of JSON each way over `out/NAME/control.sock`.
//! Decides nothing: the supervisor does what is asked.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, bail};
use machined_base::Clock;
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::UnixStream;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Request {
    Status,
    /// As if somebody pulled the plug.
    PowerCut(String),
    Start {
        node: String,
        /// What its hardware clock shows, in UTC; the host's time if nothing is said.
        clock: Option<String>,
    },
    /// Stop everything, and end.
    Down,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Reply {
    pub(crate) error: Option<String>,
    pub(crate) nodes: Vec<NodeState>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct NodeState {
    pub(crate) name: String,
    pub(crate) running: bool,
    /// How often it was started, the first time included.
    pub(crate) starts: u32,
}

/// A request is a line; more is refused, so that a stray client cannot fill memory.
pub(crate) const LINE_MAX: u64 = 64 * 1024;

pub(crate) async fn ask(clock: &Clock, socket: &Path, request: &Request) -> anyhow::Result<Reply> {
    let exchange = async {
        let stream = UnixStream::connect(socket).await.with_context(|| format!("connect to {}", socket.display()))?;
        let (reader, mut writer) = stream.into_split();
        let mut line = serde_json::to_vec(request).context("encode the request")?;
        line.push(b'\n');
        writer.write_all(&line).await.context("send the request")?;
        let mut answer = String::new();
        BufReader::new(reader).read_line(&mut answer).await.context("read the answer")?;
        let reply: Reply = serde_json::from_str(&answer).context("understand the answer")?;
        match &reply.error {
            Some(error) => bail!("{error}"),
            None => Ok(reply),
        }
    };
    clock.timeout(Duration::from_secs(30), exchange).await.context("the cluster's supervisor does not answer")?
}
