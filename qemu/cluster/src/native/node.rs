//! The life of one native node, as a process of its own: makes its namespaces, waits until the cluster gave it a link,
//! assembles its file system from the image's root, and runs the image's init as PID 1 of the new process namespace.
//!
//! - Everything it makes lives in its mount and process namespaces: when it ends, however it ends, nothing is left.
//! - Its exit code tells what the node asked for: [`RESTART`], [`POWER_OFF`], or anything else for a fault.

use std::io::{BufRead, Write};
use std::net::Ipv4Addr;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, bail};
use nix::mount::{MsFlags, mount};
use nix::sched::{CloneFlags, unshare};
use nix::sys::prctl;
use nix::sys::signal::Signal;
use serde::{Deserialize, Serialize};

use crate::native::network;

/// The node called reboot(2): the kernel ends a process namespace's init by SIGHUP.
pub(crate) const RESTART: i32 = 40;
/// The node called reboot(2) to power off: the kernel ends its init by SIGINT.
pub(crate) const POWER_OFF: i32 = 41;

/// What the supervisor hands a node, as one line of JSON on its standard input.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Seat {
    pub(crate) name: String,
    pub(crate) address: Ipv4Addr,
    pub(crate) prefix: u8,
    pub(crate) gateway: Ipv4Addr,
    /// The image's root filesystem, as on a machine's ROOT partition.
    pub(crate) root_image: PathBuf,
    /// Where this node's STATE, ETCD and EPHEMERAL stand on the host.
    pub(crate) disk: PathBuf,
    /// Where to assemble the root; only this node's mount namespace ever sees what is mounted there.
    pub(crate) mount_point: PathBuf,
    pub(crate) control_plane: bool,
    /// Replaces runc where the host has no cgroup v2 to delegate (docs/testing.md).
    pub(crate) runtime_wrapper: Option<PathBuf>,
}

/// Partitions of a machine that are folders on a native node.
const FOLDERS: [&str; 3] = ["state", "etcd", "ephemeral"];

/// Runs to the end of the node's boot. Must be called before any thread exists: namespaces belong to threads.
#[expect(clippy::print_stdout, reason = "the supervisor waits for this word")]
pub fn run() -> anyhow::Result<i32> {
    // The supervisor's death, even by SIGKILL, is the node's.
    prctl::set_pdeathsig(Signal::SIGKILL).context("follow the supervisor")?;
    unshare(
        CloneFlags::CLONE_NEWNS
            | CloneFlags::CLONE_NEWNET
            | CloneFlags::CLONE_NEWUTS
            | CloneFlags::CLONE_NEWIPC
            | CloneFlags::CLONE_NEWCGROUP,
    )
    .context("make namespaces (native nodes need root)")?;
    println!("ready");
    std::io::stdout().flush().context("tell the supervisor")?;
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).context("read the seat")?;
    let seat: Seat = serde_json::from_str(&line).context("understand the seat")?;

    nix::unistd::sethostname(&seat.name).context("set the host name")?;
    network::configure_inside(&seat)?;
    assemble(&seat)?;
    start_init()
}

/// Mounts the root image and what a machine would find on its disk, and makes it this process's root.
fn assemble(seat: &Seat) -> anyhow::Result<()> {
    let root = seat.mount_point.as_path();
    bind_flags(Path::new("/"), MsFlags::MS_REC | MsFlags::MS_PRIVATE)?;
    std::fs::create_dir_all(root).with_context(|| format!("make {}", root.display()))?;
    mount_image(&seat.root_image, root)?;
    let run = root.join("run");
    mount(Some("tmpfs"), &run, Some("tmpfs"), MsFlags::MS_NOSUID | MsFlags::MS_NODEV, Some("mode=0755,size=256m"))
        .context("mount /run")?;
    for folder in FOLDERS.iter().filter(|f| **f != "etcd" || seat.control_plane) {
        let (from, to) = (seat.disk.join(folder), run.join("native").join(folder));
        std::fs::create_dir_all(&from).with_context(|| format!("make {}", from.display()))?;
        std::fs::create_dir_all(&to).with_context(|| format!("make {}", to.display()))?;
        bind(&from, &to)?;
    }
    if let Some(wrapper) = &seat.runtime_wrapper {
        replace_runtime(root, &run, wrapper)?;
    }
    devices(root)?;
    // Of the node's own network namespace: its links are what /sys/class/net shows.
    mount(
        Some("sysfs"),
        &root.join("sys"),
        Some("sysfs"),
        MsFlags::MS_NOSUID | MsFlags::MS_NODEV | MsFlags::MS_NOEXEC,
        None::<&str>,
    )
    .context("mount /sys")?;
    // pivot_root with the same folder twice stacks the old root under the new one, from where it is let go.
    std::env::set_current_dir(root).context("enter the new root")?;
    nix::unistd::pivot_root(".", ".").context("change the root")?;
    nix::mount::umount2(".", nix::mount::MntFlags::MNT_DETACH).context("let the host's root go")?;
    std::env::set_current_dir("/").context("enter the root")
}

#[expect(clippy::disallowed_methods, reason = "mount(8) sets up a loop device that frees itself; the host has it")]
fn mount_image(image: &Path, on: &Path) -> anyhow::Result<()> {
    let status =
        Command::new("mount").args(["-n", "-o", "loop,ro"]).arg(image).arg(on).status().context("start mount")?;
    if !status.success() {
        bail!("mount {} on {}: {status}", image.display(), on.display());
    }
    Ok(())
}

/// The kernel's runc stays reachable for the wrapper, which takes its name.
fn replace_runtime(root: &Path, run: &Path, wrapper: &Path) -> anyhow::Result<()> {
    let runc = ["usr/sbin/runc", "usr/bin/runc"].iter().map(|p| root.join(p)).find(|p| p.exists());
    let runc = runc.context("the image has no runc")?;
    for (from, name) in [(runc.as_path(), "runc"), (wrapper, "wrapper")] {
        let to = run.join("native").join(name);
        std::fs::write(&to, []).with_context(|| format!("make {}", to.display()))?;
        bind(from, &to)?;
    }
    bind(&run.join("native/wrapper"), &runc)
}

/// Device nodes that every container runtime expects; the host's own, bound one by one.
fn devices(root: &Path) -> anyhow::Result<()> {
    let dev = root.join("dev");
    mount(Some("tmpfs"), &dev, Some("tmpfs"), MsFlags::MS_NOSUID, Some("mode=0755,size=1m")).context("mount /dev")?;
    for name in ["null", "zero", "full", "random", "urandom", "tty", "kmsg", "fuse"] {
        let from = Path::new("/dev").join(name);
        if from.exists() {
            let to = dev.join(name);
            std::fs::write(&to, []).with_context(|| format!("make {}", to.display()))?;
            bind(&from, &to)?;
        }
    }
    for (name, target) in [
        ("fd", "/proc/self/fd"),
        ("stdin", "/proc/self/fd/0"),
        ("stdout", "/proc/self/fd/1"),
        ("stderr", "/proc/self/fd/2"),
    ] {
        std::os::unix::fs::symlink(target, dev.join(name)).with_context(|| format!("make /dev/{name}"))?;
    }
    Ok(())
}

fn bind(from: &Path, to: &Path) -> anyhow::Result<()> {
    mount(Some(from), to, None::<&str>, MsFlags::MS_BIND, None::<&str>)
        .with_context(|| format!("bind {} on {}", from.display(), to.display()))
}

fn bind_flags(on: &Path, flags: MsFlags) -> anyhow::Result<()> {
    mount(None::<&str>, on, None::<&str>, flags, None::<&str>)
        .with_context(|| format!("change the mount {}", on.display()))
}

/// The first child after the unshare is PID 1 of the node.
#[expect(clippy::disallowed_methods, reason = "the node's init is started by an argument list")]
fn start_init() -> anyhow::Result<i32> {
    // Only now: a helper started after this, such as mount(8), would have been PID 1, and its end the namespace's.
    unshare(CloneFlags::CLONE_NEWPID).context("make a process namespace")?;
    let mut child = Command::new("/usr/bin/init")
        .args(["--platform", "native"])
        .env_clear()
        .stdin(Stdio::null())
        .spawn()
        .context("start the node's init")?;
    let status = child.wait().context("wait for the node's init")?;
    match (status.signal(), status.code()) {
        (Some(libc::SIGHUP), _) => Ok(RESTART),
        (Some(libc::SIGINT), _) => Ok(POWER_OFF),
        (_, code) => {
            eprintln!("init ended without reboot(2): {status}");
            Ok(code.unwrap_or(1))
        }
    }
}
