//! Debian's etcd, where it is installed: found on PATH, or in the folder that ETCD_BIN names.

use anyhow::{Context, Result, bail};
use kube_etcd::Client;
use kube_kv::Kv;
use machined_base::Clock;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A running etcd; dropped, it is killed.
pub struct Real {
    pub address: String,
    pub child: Child,
}

/// A program of etcd's packages. `None` after saying so: the caller skips by name.
pub fn program(name: &str) -> Option<PathBuf> {
    let named = std::env::var_os("ETCD_BIN").map(PathBuf::from);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = named.into_iter().chain(std::env::split_paths(&path));
    let found = folders.map(|folder| folder.join(name)).find(|path| path.is_file());
    if found.is_none() {
        eprintln!(
            "SKIPPED: {name} is not installed (packages etcd-server and etcd-client; or name a folder in ETCD_BIN)"
        );
    }
    found
}

impl Real {
    pub async fn start(program: &Path, dir: &Path) -> Result<Self> {
        let (client, peer) = (free_port()?, free_port()?);
        let (client, peer) = (format!("127.0.0.1:{client}"), format!("127.0.0.1:{peer}"));
        let log = std::fs::File::create(dir.join("etcd.log"))?;
        let mut command = Command::new(program);
        command.arg("--data-dir").arg(dir.join("etcd"));
        command.args(["--listen-client-urls", &format!("http://{client}")]);
        command.args(["--advertise-client-urls", &format!("http://{client}")]);
        command.args(["--listen-peer-urls", &format!("http://{peer}")]);
        command.args(["--initial-advertise-peer-urls", &format!("http://{peer}")]);
        command.args(["--initial-cluster", &format!("default=http://{peer}"), "--log-level", "error"]);
        let child = command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log).spawn();
        let real = Self { address: client, child: child.context("start etcd")? };
        let probe = real.client();
        let clock = Clock::system();
        for _ in 0..300 {
            if probe.status().await.is_ok_and(|status| status.leader != 0) {
                return Ok(real);
            }
            clock.sleep(Duration::from_millis(100)).await;
        }
        bail!("etcd does not answer; its log is {}", dir.join("etcd.log").display())
    }

    pub fn client(&self) -> Client {
        crate::ours::plain(&self.address)
    }
}

impl Drop for Real {
    fn drop(&mut self) {
        let killed = self.child.kill().and_then(|()| self.child.wait());
        if let Err(err) = killed {
            eprintln!("etcd could not be killed: {err}");
        }
    }
}

/// Free now. etcd cannot be given a socket, so somebody else may be faster: then it fails to start, and says so.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
