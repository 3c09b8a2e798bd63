//! `NODES=none`: the control plane alone, as processes of this host, for whoever tests an operator.
//! Decides their order and when they count as up; their files are made by [`crate::plane`].

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, bail};
use machined_base::Clock;

use crate::plane::Plane;
use crate::process;
use crate::progress::Progress;
use crate::record::{Folder, Kind, Process, Record};
use crate::{forward, up::Wish};

/// How long the whole may take on a slow host.
const DEADLINE: Duration = Duration::from_secs(60);
const COMPONENTS: [&str; 4] = ["etcd", "apiserver", "controller-manager", "scheduler"];

pub(crate) async fn up(clock: &Clock, progress: &Progress, wish: &Wish) -> anyhow::Result<Record> {
    let folder = &wish.folder;
    let api_port = forward::free_port()?;
    let descriptions = wish.out.join("share/descriptions.gz");
    let make = async { Plane::make(folder.path(), api_port, &descriptions, clock.now()) };
    let plane = progress.step("make certificates and configurations", make).await?;
    let mut record = Record {
        name: wish.name.clone(),
        kind: Kind::None,
        api_port,
        nodes: Vec::new(),
        processes: Vec::new(),
        healthy: false,
    };
    for component in COMPONENTS {
        let start = async {
            let process = start(&wish.out.join("bin/kube"), folder, component)?;
            record.processes.push(process.clone());
            folder.save(&record)?;
            match component {
                "etcd" => until(clock, folder, &process, async || plane.socket().exists()).await,
                "apiserver" => until(clock, folder, &process, async || ready(clock, api_port).await).await,
                // They take their leases in their own time; what they make is what is waited for below.
                _ => Ok(()),
            }
        };
        progress.step(&format!("start {component}"), start).await?;
    }
    Ok(record)
}

fn start(program: &Path, folder: &Folder, component: &str) -> anyhow::Result<Process> {
    let config = folder.join(format!("{component}.yaml"));
    let config = config.to_str().context("the folder's path is text")?;
    process::start(component, program, &[component, "--config", config], &folder.join(format!("{component}.log")))
}

async fn until(clock: &Clock, folder: &Folder, process: &Process, up: impl AsyncFn() -> bool) -> anyhow::Result<()> {
    let deadline = clock.monotonic().0 + DEADLINE;
    let log = folder.join(format!("{}.log", process.name));
    loop {
        if up().await {
            return Ok(());
        }
        if !process::is_alive(process) {
            bail!("{} ended; the end of its log:\n{}", process.name, process::tail(&log, 30));
        }
        if clock.monotonic().0 > deadline {
            bail!(
                "{} is not up after {} s; the end of its log:\n{}",
                process.name,
                DEADLINE.as_secs(),
                process::tail(&log, 30)
            );
        }
        clock.sleep(Duration::from_millis(20)).await;
    }
}

/// Whether the port answers at all: `/readyz` over TLS is asked by the client in [`crate::up`].
async fn ready(clock: &Clock, port: u16) -> bool {
    let connect = clock.timeout(Duration::from_secs(1), tokio::net::TcpStream::connect(("127.0.0.1", port)));
    matches!(connect.await, Ok(Ok(_)))
}
