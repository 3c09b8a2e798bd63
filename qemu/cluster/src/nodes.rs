//! The way up of a cluster of nodes, whatever they are made of: as a person would with `machinectl`. Decides names, addresses
//! and ports; the nodes themselves are started by the [`crate::supervisor`].

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, bail};
use machined_base::Clock;

use crate::native::{self, node::Seat};
use crate::progress::Progress;
use crate::record::{Kind, Node, Record};
use crate::supervisor::Plan;
use crate::{forward, process, up::Wish};

const NETWORK: [u8; 3] = [10, 5, 0];
const PREFIX: u8 = 24;
const MACHINE_API: u16 = 50000;
const KUBERNETES_API: u16 = 6443;
/// From a node's start to the fingerprint on its console.
const MAINTENANCE: Duration = Duration::from_secs(60);
/// From bootstrap to an API server that answers.
const ANSWERS: Duration = Duration::from_secs(180);
/// What the console says when the machine API answers without a configuration.
const FINGERPRINT: &str = "  fingerprint  ";

pub(crate) async fn up(clock: &Clock, progress: &Progress, wish: &Wish) -> anyhow::Result<Record> {
    anyhow::ensure!(wish.kind == Kind::Native, "machines are not started by this build; see docs/SPECIFICATION.md");
    anyhow::ensure!(nix::unistd::geteuid().is_root(), "native nodes need root");
    let desk =
        Desk { program: wish.out.join("bin/machinectl"), folder: wish.folder.path().to_owned(), clock: clock.clone() };
    let record = record(wish)?;
    progress.step("make certificates and configurations", async { desk.configure(&record).await }).await?;
    let mut record = record;
    let start = async {
        let plan = plan(wish, &record)?;
        let path = wish.folder.join("seats.json");
        std::fs::write(&path, serde_json::to_vec_pretty(&plan).context("encode the seats")?)
            .context("write the seats")?;
        let program = std::env::current_exe().context("find this program")?;
        let path = path.to_str().context("the folder's path is text")?;
        let log = wish.folder.join("supervisor.log");
        record.processes = vec![process::start("supervisor", &program, &["supervise", path], &log)?];
        wish.folder.save(&record)
    };
    progress.step("start the nodes", start).await?;
    for node in &record.nodes {
        let give = desk.give_configuration(node, &record);
        progress.step(&format!("give {} its configuration", node.name), give).await?;
    }
    let Some(first) = record.nodes.iter().find(|n| n.control_plane) else { bail!("a cluster has a control plane") };
    progress.step("bootstrap the store", desk.until(&[&["--nodes", &first.name, "bootstrap"]], MAINTENANCE)).await?;
    let kubeconfig = async {
        let path = wish.folder.join("kubeconfig");
        let to = path.to_str().context("the folder's path is text")?;
        desk.until(&[&["--nodes", &first.name, "kubeconfig", to]], ANSWERS).await?;
        point_at_the_desk(&path, record.api_port)
    };
    progress.step("take the administrator's kubeconfig", kubeconfig).await?;
    Ok(record)
}

fn record(wish: &Wish) -> anyhow::Result<Record> {
    let mut nodes = Vec::new();
    for index in 0..=wish.workers {
        let control_plane = index == 0;
        let name = if control_plane { format!("{}-cp", wish.name) } else { format!("{}-worker-{index}", wish.name) };
        let [a, b, c] = NETWORK;
        let last = index.checked_add(10).context("too many workers")?;
        let address = Ipv4Addr::new(a, b, c, last);
        nodes.push(Node { name, address, machine_port: forward::free_port()?, control_plane });
    }
    let api_port = forward::free_port()?;
    Ok(Record { name: wish.name.clone(), kind: wish.kind, api_port, nodes, processes: Vec::new(), healthy: false })
}

fn gateway() -> Ipv4Addr {
    let [a, b, c] = NETWORK;
    Ipv4Addr::new(a, b, c, 1)
}

fn plan(wish: &Wish, record: &Record) -> anyhow::Result<Plan> {
    let root_image = wish.out.join("image/root.img");
    anyhow::ensure!(root_image.exists(), "{} does not exist: make image", root_image.display());
    let machines = wish.folder.join("machines");
    let mut seats = Vec::new();
    let mut forwards = Vec::new();
    for node in &record.nodes {
        let folder = machines.join(&node.name);
        std::fs::create_dir_all(folder.join("root")).with_context(|| format!("make {}", folder.display()))?;
        seats.push(Seat {
            name: node.name.clone(),
            address: node.address,
            prefix: PREFIX,
            gateway: gateway(),
            root_image: root_image.clone(),
            disk: folder.join("disk"),
            mount_point: folder.join("root"),
            control_plane: node.control_plane,
            runtime_wrapper: native::runtime_wrapper(&wish.out.join("bin")),
        });
        forwards.push((node.machine_port, SocketAddr::from((node.address, MACHINE_API))));
        if node.control_plane {
            forwards.push((record.api_port, SocketAddr::from((node.address, KUBERNETES_API))));
        }
    }
    Ok(Plan { control: wish.folder.join("control.sock"), seats, forwards, consoles: machines })
}

/// The desk that drives the machines: `machinectl` as a person would call it.
struct Desk {
    program: PathBuf,
    folder: PathBuf,
    clock: Clock,
}

impl Desk {
    async fn configure(&self, record: &Record) -> anyhow::Result<()> {
        let Some(first) = record.nodes.iter().find(|n| n.control_plane) else { bail!("a cluster has a control plane") };
        let endpoint = format!("https://{}:{KUBERNETES_API}", first.address);
        let to = self.text("")?;
        self.run(&["gen", "config", &record.name, &endpoint, "--to", &to]).await?;
        for node in &record.nodes {
            let role = if node.control_plane { "control-plane" } else { "worker" };
            let base =
                std::fs::read_to_string(self.folder.join(format!("{role}.yaml"))).context("read a configuration")?;
            let named =
                base.replacen(&format!("role: {role}\n"), &format!("role: {role}\nhostname: {}\n", node.name), 1);
            let link = format!(
                "---\napiVersion: ironstone/v1\nkind: Link\nname: eth0\naddresses: [{}/{PREFIX}]\nroutes: [{{to: 0.0.0.0/0, via: {}}}]\n",
                node.address,
                gateway()
            );
            self.write(&format!("{}.yaml", node.name), &format!("{}\n{link}", named.trim_end()))?;
        }
        // The desk reaches the machine API through forwarded ports.
        let access = std::fs::read_to_string(self.folder.join("machineconfig")).context("read the machineconfig")?;
        let (credentials, _) = access.split_once("nodes:").context("a machineconfig lists nodes")?;
        let nodes: String = record
            .nodes
            .iter()
            .map(|n| format!("- name: \"{}\"\n  address: \"127.0.0.1:{}\"\n", n.name, n.machine_port))
            .collect();
        self.write("machineconfig", &format!("{credentials}nodes:\n{nodes}"))
    }

    /// Secrets among them: readable by their owner alone.
    fn write(&self, name: &str, text: &str) -> anyhow::Result<()> {
        crate::plane::write_secret(&self.folder.join(name), text)
    }

    async fn give_configuration(&self, node: &Node, record: &Record) -> anyhow::Result<()> {
        let console = self.folder.join("machines").join(&node.name).join("console.log");
        let deadline = self.clock.monotonic().0 + MAINTENANCE;
        let fingerprint = loop {
            let text = std::fs::read(&console).unwrap_or_default();
            let text = String::from_utf8_lossy(&text);
            if let Some((_, rest)) = text.rsplit_once(FINGERPRINT) {
                break rest.lines().next().unwrap_or_default().trim().to_owned();
            }
            if let Some(supervisor) = record.processes.first().filter(|p| !process::is_alive(p)) {
                bail!(
                    "{} ended; the end of its log:\n{}",
                    supervisor.name,
                    process::tail(&self.folder.join("supervisor.log"), 20)
                );
            }
            if self.clock.monotonic().0 > deadline {
                bail!("{} shows no fingerprint; the end of its console:\n{}", node.name, process::tail(&console, 30));
            }
            self.clock.sleep(Duration::from_millis(50)).await;
        };
        let (at, file) = (format!("127.0.0.1:{}", node.machine_port), self.text(&format!("{}.yaml", node.name))?);
        let access = ["--insecure", "--fingerprint", &fingerprint, "--nodes", &at];
        let apply = [&access[..], &["apply-config", &file]].concat();
        self.until(&[&apply], MAINTENANCE)
            .await
            .with_context(|| format!("{}; the end of its console:\n{}", node.name, process::tail(&console, 30)))
    }

    fn text(&self, name: &str) -> anyhow::Result<String> {
        Ok(self.folder.join(name).to_str().context("the folder's path is text")?.to_owned())
    }

    /// Tries until it works: the other side is still starting.
    async fn until(&self, commands: &[&[&str]], within: Duration) -> anyhow::Result<()> {
        let deadline = self.clock.monotonic().0 + within;
        for command in commands {
            while let Err(err) = self.run(command).await {
                if self.clock.monotonic().0 > deadline {
                    return Err(err);
                }
                self.clock.sleep(Duration::from_millis(200)).await;
            }
        }
        Ok(())
    }

    #[expect(clippy::disallowed_methods, reason = "the desk's program, by an argument list")]
    async fn run(&self, arguments: &[&str]) -> anyhow::Result<()> {
        let access = self.folder.join("machineconfig");
        let mut command = tokio::process::Command::new(&self.program);
        command.env("MACHINECONFIG", &access).args(arguments).kill_on_drop(true);
        let output = self.clock.timeout(Duration::from_secs(60), command.output()).await;
        let output =
            output.context("machinectl does not end")?.with_context(|| format!("start {}", self.program.display()))?;
        if !output.status.success() {
            bail!("machinectl {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr).trim());
        }
        Ok(())
    }
}

/// The API server is reached through a forwarded port; its certificate is good for 127.0.0.1.
fn point_at_the_desk(path: &Path, port: u16) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(path).context("read the kubeconfig")?;
    let lines = text.lines().map(|line| match line.split_once("server: ") {
        Some((before, _)) => format!("{before}server: https://127.0.0.1:{port}\n"),
        None => format!("{line}\n"),
    });
    std::fs::write(path, lines.collect::<String>()).context("write the kubeconfig")
}
