//! apid as a process: gives up what it does not need, then serves.

use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::Context;
use machined_base::telemetry::{self, Format};
use machined_base::{Clock, Restart, Shutdown, Tasks};
use machined_sys::{capabilities, seccomp, stop};
use tokio::net::TcpListener;

pub(crate) fn run(listen: SocketAddr, socket: PathBuf) -> anyhow::Result<()> {
    telemetry::init("info", Format::Text).context("set up telemetry")?;
    // Before any thread exists: each has capabilities of its own.
    capabilities::drop_all().context("give up capabilities")?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("start the runtime")?;
    runtime.block_on(async {
        let listener = TcpListener::bind(listen).await.with_context(|| format!("listen on {listen}"))?;
        seccomp::give_up_everything_but_sockets().context("give up system calls")?;
        let shutdown = Shutdown::new();
        let tasks = Tasks::new(Clock::system(), shutdown.clone());
        let asked = shutdown.clone();
        tasks.spawn("signals", Restart::Never, move || {
            let asked = asked.clone();
            async move {
                let signal = stop::asked().await;
                asked.request();
                signal
            }
        });
        let config = apid_server::Config { listener, socket };
        apid_server::run(config, Clock::system(), shutdown).await.context("serve")
    })
}
