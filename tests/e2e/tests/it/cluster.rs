//! A whole cluster under test, reached as its user reaches it: brought up by `cluster up`, then `kubectl`, `machinectl` and
//! the faults of `cluster`. What is done with it stands in the tests.
//!
//! - Each test has a cluster of its own, by a name of its own; it is taken down however the test ends.
//! - `make programs`, `make image` and `make peers` have left what is started here.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use machined_base::{Clock, Monotonic};
use serde_json::Value;
use tokio::process::{Child, Command};

/// No single command takes longer; waiting is done with a condition of the command's own, or by [`Cluster::eventually`].
const COMMAND_WITHIN: Duration = Duration::from_secs(400);
/// Machines under emulation on a busy host; `up` has deadlines of its own, and says what it waited for.
const UP_WITHIN: Duration = Duration::from_secs(1200);
const LOOK_EVERY: Duration = Duration::from_millis(200);

pub(crate) struct Cluster {
    name: String,
    out: PathBuf,
    kubectl: PathBuf,
    clock: Clock,
    began: Monotonic,
}

/// What a command came to.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Cluster {
    /// `nodes` is what `cluster up --nodes` takes.
    pub(crate) async fn up(test: &str, nodes: &str, workers: u8) -> Result<Self> {
        let out = std::fs::canonicalize("../../out").context("find out/: run `make programs image`")?;
        let kubectl = peers()?.join("testing/usr/bin/kubectl");
        let name = format!("{test}-{}", std::process::id());
        let clock = Clock::system();
        let began = clock.monotonic();
        let cluster = Self { name, out, kubectl, clock, began };
        // What a run before this one left under the same name, should its process have had the same id.
        cluster.control("down", &[]).await?.good()?;
        let workers = workers.to_string();
        let up = cluster.control("up", &["--nodes", nodes, "--workers", &workers]).await?;
        print!("{}", up.stderr);
        up.good().context("bring the cluster up")?;
        Ok(cluster)
    }

    /// Tells how far a long test has come, and how long that took since the cluster was asked for.
    pub(crate) fn say(&self, what: &str) {
        println!("[{:>6.1} s] {what}", self.clock.monotonic().since(self.began).as_secs_f64());
    }

    /// The name of the control plane's node, or of a worker, counted from one.
    pub(crate) fn control_plane(&self) -> String {
        format!("{}-cp", self.name)
    }

    pub(crate) fn worker(&self, number: u8) -> String {
        format!("{}-worker-{number}", self.name)
    }

    /// A file of the cluster's folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.out.join(&self.name).join(name)
    }

    /// `out/bin/cluster`, about this cluster.
    pub(crate) async fn control(&self, what: &str, arguments: &[&str]) -> Result<Ran> {
        let mut command = Command::new(self.out.join("bin/cluster"));
        command.arg(what).arg("--out").arg(&self.out).args(["--name", &self.name]).args(arguments);
        self.run(command, if what == "up" { UP_WITHIN } else { COMMAND_WITHIN }).await
    }

    pub(crate) async fn machinectl(&self, arguments: &[&str]) -> Result<Ran> {
        let mut command = Command::new(self.out.join("bin/machinectl"));
        command.env("MACHINECONFIG", self.path("machineconfig")).args(arguments);
        self.run(command, COMMAND_WITHIN).await
    }

    /// The stock `kubectl`, as the administrator.
    pub(crate) async fn kubectl(&self, arguments: &[&str]) -> Result<Ran> {
        self.run(self.kubectl_command(arguments), COMMAND_WITHIN).await
    }

    /// What `kubectl` prints, when it must succeed.
    pub(crate) async fn ask(&self, arguments: &[&str]) -> Result<String> {
        self.kubectl(arguments).await?.good()
    }

    pub(crate) async fn get(&self, arguments: &[&str]) -> Result<Value> {
        let text = self.ask(&[&["get", "--output", "json"], arguments].concat()).await?;
        serde_json::from_str(&text).context("read kubectl's JSON")
    }

    /// `kubectl` as a process of its own, with all three streams to the test; it ends with the test.
    pub(crate) fn start_kubectl(&self, arguments: &[&str]) -> Result<Child> {
        let mut command = self.kubectl_command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.kill_on_drop(true).spawn().context("start kubectl")
    }

    pub(crate) async fn eventually(
        &self,
        within: Duration,
        what: &str,
        mut holds: impl AsyncFnMut() -> Result<bool>,
    ) -> Result<()> {
        let until = self.clock.monotonic() + within;
        loop {
            let last = match holds().await {
                Ok(true) => return Ok(()),
                Ok(false) => String::from("it does not hold"),
                Err(err) => format!("{err:#}"),
            };
            if self.clock.monotonic() >= until {
                bail!("{what}: not within {} s: {last}", within.as_secs());
            }
            self.clock.sleep(LOOK_EVERY).await;
        }
    }

    fn kubectl_command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.kubectl);
        // A cache of its own: discovery of another cluster on the same port would be taken for this one's.
        command.arg("--kubeconfig").arg(self.path("kubeconfig")).arg("--cache-dir").arg(self.path("cache"));
        command.args(arguments);
        command
    }

    async fn run(&self, mut command: Command, within: Duration) -> Result<Ran> {
        let program = command.as_std().get_program().to_owned();
        let program = Path::new(&program).display();
        command.stdin(Stdio::null()).kill_on_drop(true);
        let output = self.clock.timeout(within, command.output()).await;
        let output = output.with_context(|| format!("{program} does not end"))?;
        let output = output.with_context(|| format!("start {program}"))?;
        Ok(Ran {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        })
    }
}

/// Where `make peers` leaves the stock programs.
pub(crate) fn peers() -> Result<PathBuf> {
    let told = std::env::var_os("IRONSTONE_PEERS").map(PathBuf::from);
    let usual = || std::env::var_os("HOME").map(|home| Path::new(&home).join(".cache/ironstone/peers"));
    told.or_else(usual).filter(|folder| folder.is_dir()).context("no stock programs: run `make peers`")
}

impl Drop for Cluster {
    #[expect(clippy::disallowed_methods, reason = "the harness takes its cluster down, by an argument list")]
    fn drop(&mut self) {
        let mut down = std::process::Command::new(self.out.join("bin/cluster"));
        down.arg("down").arg("--out").arg(&self.out).args(["--name", &self.name]);
        match down.status() {
            Ok(status) if status.success() => {}
            other => eprintln!("cluster {} was not taken down: {other:?}", self.name),
        }
    }
}

impl Ran {
    /// What it printed, when it must have succeeded.
    pub(crate) fn good(self) -> Result<String> {
        ensure!(self.code == 0, "exit code {}: {}{}", self.code, self.stdout, self.stderr);
        Ok(self.stdout)
    }

    /// What it complained, when it must have been refused with this exit code.
    pub(crate) fn refused(self, code: i32) -> Result<String> {
        ensure!(self.code == code, "exit code {} instead of {code}: {}{}", self.code, self.stdout, self.stderr);
        Ok(self.stderr)
    }
}
