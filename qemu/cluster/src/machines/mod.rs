//! Machines: the image's disk in QEMU, as an ordinary user. Decides what each machine consists of and how it is started;
//! the machine itself is [`qemu_vm`]'s, its wire to the others [`switch`]'s.
//!
//! - Two network cards: `eth0` hangs on the cluster's switch, `eth1` is closed but for the ports that lead in from the desk.
//! - The desk's ports are listened on here for the cluster's whole life; QEMU gets others, picked anew at each start, so that
//!   nobody can take a port while its machine is off.
//! - QEMU's processes die with the supervisor, even by SIGKILL.

pub(crate) mod switch;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use machined_base::{Clock, Tasks};
use qemu_vm::accelerator::Accelerator;
use qemu_vm::{Config, Forward, Machine, Network};
use serde::{Deserialize, Serialize};

use crate::forward::{self, Target};
use crate::machines::switch::Switch;

/// Sparse: what a machine has not written takes no room on the host.
const DISK: u64 = 12 << 30;
const PROCESSORS: u32 = 2;
/// MiB.
const CONTROL_PLANE_MEMORY: u32 = 2048;
const WORKER_MEMORY: u32 = 1536;
/// Somebody else may take a port between our look and QEMU's listening.
const ATTEMPTS: u32 = 3;

/// What the supervisor is told about one machine.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Seat {
    pub(crate) name: String,
    /// The port of the switch, and the last byte of the cards' addresses.
    pub(crate) index: u8,
    /// Disk, console log and sockets of this machine alone.
    pub(crate) folder: PathBuf,
    pub(crate) control_plane: bool,
    /// Ports of the host and what they lead to in the machine.
    pub(crate) forwards: Vec<(u16, u16)>,
}

/// What all machines of a cluster share.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Wiring {
    /// Where the switch's sockets stand.
    pub(crate) folder: PathBuf,
    pub(crate) kvm: bool,
}

/// One place for a machine, whether it is on or off.
pub(crate) struct Place {
    seat: Seat,
    socket: PathBuf,
    accelerator: Accelerator,
    /// In the order of the seat's forwards.
    targets: Vec<Target>,
}

/// Whether a guest really runs under KVM: the device file alone proves nothing.
pub(crate) fn kvm_works(clock: &Clock, kernel: &Path, folder: &Path) -> bool {
    qemu_vm::accelerator::probe(kernel, folder, clock) == Accelerator::Kvm
}

/// The hardware address of the card on the switch.
pub(crate) fn mac(index: u8) -> String {
    format!("52:54:00:05:00:{index:02x}")
}

/// The disk that a machine boots from the first time.
pub(crate) fn make_disk(image: &Path, folder: &Path) -> anyhow::Result<()> {
    let disk = disk(folder);
    qemu_vm::disk::create(image, &disk, DISK).with_context(|| format!("copy {} to {}", image.display(), disk.display()))
}

fn disk(folder: &Path) -> PathBuf {
    folder.join("disk.raw")
}

/// Opens the switch and the desk's ports. No machine runs yet.
pub(crate) fn places(tasks: &Tasks, wiring: &Wiring, seats: &[Seat]) -> anyhow::Result<Vec<Place>> {
    let switch = Switch::new();
    let accelerator = if wiring.kvm { Accelerator::Kvm } else { Accelerator::Emulation };
    let place = |seat: &Seat| {
        let port = usize::from(seat.index);
        let socket = switch::socket(&wiring.folder, port);
        switch.listen(tasks, port, &socket)?;
        let mut targets = Vec::new();
        for (port, _) in &seat.forwards {
            let target = Target::nowhere();
            forward::serve(tasks, forward::listen(*port)?, target.clone())?;
            targets.push(target);
        }
        Ok(Place { seat: seat.clone(), socket, accelerator, targets })
    };
    seats.iter().map(place).collect()
}

impl Place {
    /// Switches the machine on. Called on the supervisor's main thread: the machine ends with it.
    pub(crate) fn boot(&self, clock: &Clock, shown: Option<&str>) -> anyhow::Result<Machine> {
        for attempt in 1.. {
            let forwards = self.seat.forwards.iter().map(|(_, guest)| {
                let host = forward::free_port()?;
                Ok(Forward { host, guest: *guest })
            });
            let forwards = forwards.collect::<anyhow::Result<Vec<_>>>()?;
            match Machine::start_for_this_thread(self.config(forwards.clone(), shown), clock.clone()) {
                Ok(machine) => {
                    for (target, to) in self.targets.iter().zip(forwards) {
                        target.set(Some(SocketAddr::from((Ipv4Addr::LOCALHOST, to.host))));
                    }
                    return Ok(machine);
                }
                Err(err) if attempt < ATTEMPTS => tracing::warn!(name = self.seat.name, %err, "machine did not start"),
                Err(err) => return Err(err).with_context(|| format!("start {}", self.seat.name)),
            }
        }
        bail!("{} was not started", self.seat.name)
    }

    /// The machine is off: its ports lead nowhere.
    pub(crate) fn off(&self) {
        for target in &self.targets {
            target.set(None);
        }
    }

    fn config(&self, forwards: Vec<Forward>, shown: Option<&str>) -> Config {
        Config {
            name: self.seat.name.clone(),
            directory: self.seat.folder.clone(),
            disk: disk(&self.seat.folder),
            write_log: None,
            memory: if self.seat.control_plane { CONTROL_PLANE_MEMORY } else { WORKER_MEMORY },
            processors: PROCESSORS,
            accelerator: self.accelerator,
            networks: vec![
                Network::Stream { socket: self.socket.clone(), mac: mac(self.seat.index) },
                Network::User(forwards),
            ],
            clock: shown.map(str::to_owned),
            restart_ends: false,
        }
    }
}

/// Longest path of a unix socket, with its final zero byte.
const SOCKET_PATH_MAX: usize = 108;

/// Refuses a folder whose sockets the kernel would not take, before anything is made.
pub(crate) fn check_paths(machines: &Path, names: &[&str]) -> anyhow::Result<()> {
    for name in names {
        let longest = machines.join(name).join("qmp.sock");
        if longest.as_os_str().len() >= SOCKET_PATH_MAX {
            bail!("{} is longer than a socket's path may be: use a shorter NAME or folder", longest.display());
        }
    }
    Ok(())
}
