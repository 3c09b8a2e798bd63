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
use crate::supervisor::{Plan, Seats};
use crate::{forward, machines, process, up::Wish};

const NETWORK: [u8; 3] = [10, 5, 0];
const PREFIX: u8 = 24;
const MACHINE_API: u16 = 50000;
const KUBERNETES_API: u16 = 6443;
/// The last part of the first node's address, and of the cards' addresses.
const FIRST: u8 = 10;
const CONSOLE_LINES: usize = 40;

/// How long a step may take on a busy host.
struct Limits {
    /// From a node's start to the fingerprint on its console, and from there to its configuration.
    maintenance: Duration,
    /// From bootstrap to an API server that answers.
    answers: Duration,
}

/// Emulated instructions cost twenty times as much.
const fn limits(kind: Kind) -> Limits {
    let (maintenance, answers) = match kind {
        Kind::Machines => (360, 480),
        Kind::Native | Kind::None => (60, 180),
    };
    Limits { maintenance: Duration::from_secs(maintenance), answers: Duration::from_secs(answers) }
}

/// What the console says when the machine API answers without a configuration.
const FINGERPRINT: &str = "  fingerprint  ";

pub(crate) async fn up(clock: &Clock, progress: &Progress, wish: &Wish) -> anyhow::Result<Record> {
    anyhow::ensure!(wish.kind != Kind::Native || nix::unistd::geteuid().is_root(), "native nodes need root");
    let desk = Desk {
        program: wish.out.join("bin/machinectl"),
        folder: wish.folder.path().to_owned(),
        clock: clock.clone(),
        limits: limits(wish.kind),
    };
    let mut record = record(wish)?;
    progress.step("make certificates and configurations", async { desk.configure(&record).await }).await?;
    let seats = async { seats(clock, progress, wish, &record) };
    let seats = progress.step("make the nodes' disks", seats).await?;
    let start = async {
        let plan = Plan { control: wish.folder.join("control.sock"), seats, consoles: wish.folder.join("machines") };
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
    let arguments = ["--nodes", &first.name, "bootstrap"];
    let bootstrap = desk.until(first, &arguments, desk.limits.maintenance);
    progress.step("bootstrap the store", bootstrap).await?;
    let kubeconfig = async {
        let path = wish.folder.join("kubeconfig");
        let to = path.to_str().context("the folder's path is text")?;
        desk.until(first, &["--nodes", &first.name, "kubeconfig", to], desk.limits.answers).await?;
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
        let last = index.checked_add(FIRST).context("too many workers")?;
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

fn seats(clock: &Clock, progress: &Progress, wish: &Wish, record: &Record) -> anyhow::Result<Seats> {
    match wish.kind {
        Kind::Machines => machine_seats(clock, progress, wish, record),
        Kind::Native | Kind::None => native_seats(wish, record),
    }
}

fn machine_seats(clock: &Clock, progress: &Progress, wish: &Wish, record: &Record) -> anyhow::Result<Seats> {
    let image = image(wish, "disk.raw")?;
    let names: Vec<&str> = record.nodes.iter().map(|node| node.name.as_str()).collect();
    machines::check_paths(&wish.folder.join("machines"), &names)?;
    let kvm = machines::kvm_works(clock, &wish.out.join("image/parts/vmlinuz"), wish.folder.path());
    progress.say(if kvm { "  guests run under KVM" } else { "  KVM runs no guest here: emulation, some minutes" });
    let mut seats = Vec::new();
    for node in &record.nodes {
        let folder = wish.folder.join("machines").join(&node.name);
        std::fs::create_dir_all(&folder).with_context(|| format!("make {}", folder.display()))?;
        machines::make_disk(&image, &folder)?;
        let mut forwards = vec![(node.machine_port, MACHINE_API)];
        if node.control_plane {
            forwards.push((record.api_port, KUBERNETES_API));
        }
        let control_plane = node.control_plane;
        seats.push(machines::Seat { name: node.name.clone(), index: last(node), folder, control_plane, forwards });
    }
    let wiring = machines::Wiring { folder: wish.folder.path().to_owned(), kvm };
    Ok(Seats::Machines { wiring, seats })
}

fn last(node: &Node) -> u8 {
    let [.., last] = node.address.octets();
    last
}

fn image(wish: &Wish, name: &str) -> anyhow::Result<PathBuf> {
    let image = wish.out.join("image").join(name);
    anyhow::ensure!(image.exists(), "{} does not exist: make image", image.display());
    Ok(image)
}

fn native_seats(wish: &Wish, record: &Record) -> anyhow::Result<Seats> {
    let root_image = image(wish, "root.img")?;
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
    Ok(Seats::Native { seats, forwards })
}

/// The desk that drives the machines: `machinectl` as a person would call it.
struct Desk {
    program: PathBuf,
    folder: PathBuf,
    clock: Clock,
    limits: Limits,
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
            let link = documents(record.kind, node);
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
        let console = self.console(node);
        let deadline = self.clock.monotonic().0 + self.limits.maintenance;
        let fingerprint = loop {
            let text = qemu_vm::console::read(&console);
            if let Some((_, rest)) = text.rsplit_once(FINGERPRINT)
                && let Some((fingerprint, _)) = rest.split_once('\n')
            {
                break fingerprint.trim().to_owned();
            }
            if let Some(supervisor) = record.processes.first().filter(|p| !process::is_alive(p)) {
                bail!(
                    "{} ended; the end of its log:\n{}",
                    supervisor.name,
                    process::tail(&self.folder.join("supervisor.log"), CONSOLE_LINES)
                );
            }
            if self.clock.monotonic().0 > deadline {
                bail!("{} shows no fingerprint{}", node.name, self.console_end(node));
            }
            self.clock.sleep(Duration::from_millis(50)).await;
        };
        let (at, file) = (format!("127.0.0.1:{}", node.machine_port), self.text(&format!("{}.yaml", node.name))?);
        let access = ["--insecure", "--fingerprint", &fingerprint, "--nodes", &at];
        let apply = [&access[..], &["apply-config", &file]].concat();
        self.until(node, &apply, self.limits.maintenance).await
    }

    fn console(&self, node: &Node) -> PathBuf {
        self.folder.join("machines").join(&node.name).join("console.log")
    }

    fn console_end(&self, node: &Node) -> String {
        let end = qemu_vm::console::tail(&self.console(node), CONSOLE_LINES);
        format!("; the end of {}'s console:\n{end}", node.name)
    }

    fn text(&self, name: &str) -> anyhow::Result<String> {
        Ok(self.folder.join(name).to_str().context("the folder's path is text")?.to_owned())
    }

    /// Tries until it works: the other side is still starting.
    async fn until(&self, node: &Node, command: &[&str], within: Duration) -> anyhow::Result<()> {
        let deadline = self.clock.monotonic().0 + within;
        while let Err(err) = self.run(command).await {
            if self.clock.monotonic().0 > deadline {
                bail!("{err:#}{}", self.console_end(node));
            }
            self.clock.sleep(Duration::from_millis(200)).await;
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

/// What a node is told of its links. A machine has a second card, through which the desk comes: the cards are told apart by
/// their addresses, and the node is never known by the second one's.
fn documents(kind: Kind, node: &Node) -> String {
    let (address, gateway) = (node.address, gateway());
    let (mac, kubelet) = match kind {
        Kind::Machines => (
            format!("mac: \"{}\"\n", machines::mac(last(node))),
            format!("---\napiVersion: ironstone/v1\nkind: Kubelet\nnodeAddress: {address}\n"),
        ),
        Kind::Native | Kind::None => (String::new(), String::new()),
    };
    format!(
        "---\napiVersion: ironstone/v1\nkind: Link\nname: eth0\n{mac}addresses: [{address}/{PREFIX}]\nroutes: [{{to: 0.0.0.0/0, via: {gateway}}}]\n{kubelet}"
    )
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
