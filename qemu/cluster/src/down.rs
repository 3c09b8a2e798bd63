//! Ends a cluster and removes what it made, also after a crash of anything: by recorded identity, never by name.

use std::time::Duration;

use anyhow::Context;
use machined_base::Clock;

use crate::control::{self, Request};
use crate::process;
use crate::record::Folder;

pub(crate) async fn run(clock: &Clock, folder: &Folder) -> anyhow::Result<()> {
    let Some(record) = folder.load()? else {
        eprintln!("no cluster stands in {}", folder.path().display());
        return Ok(());
    };
    let socket = folder.join("control.sock");
    // A supervisor that crashed left processes that died with it; the record's are ended below either way.
    if socket.exists()
        && let Err(err) = control::ask(clock, &socket, &Request::Down).await
    {
        eprintln!("the supervisor does not answer ({err:#}); ending its processes");
    }
    // Backwards: clients before what they talk to.
    for recorded in record.processes.iter().rev() {
        if process::stop(clock, recorded, Duration::from_secs(10)).await? {
            eprintln!("{} did not end when asked, and was killed", recorded.name);
        }
    }
    std::fs::remove_dir_all(folder.path()).with_context(|| format!("remove {}", folder.path().display()))
}
