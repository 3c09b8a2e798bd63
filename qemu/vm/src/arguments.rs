//! What a machine consists of, and the arguments that tell QEMU. Pure.

use std::path::{Path, PathBuf};

use crate::accelerator::Accelerator;

/// One machine.
#[derive(Clone, Debug)]
pub struct Config {
    /// For people, and for QEMU's process list.
    pub name: String,
    /// Where console log, sockets and firmware variables stand. Nobody else uses it.
    pub directory: PathBuf,
    /// The system disk.
    pub disk: PathBuf,
    /// Every write to the disk is recorded here as well.
    pub write_log: Option<PathBuf>,
    /// Memory in MiB.
    pub memory: u32,
    /// Processors.
    pub processors: u32,
    /// How the guest's instructions run.
    pub accelerator: Accelerator,
    /// Network cards, in the order of the guest's PCI slots.
    pub networks: Vec<Network>,
    /// The hardware clock's start, such as `1970-01-01T00:00:10`; none is the host's time.
    pub clock: Option<String>,
    /// A restart inside the guest ends QEMU instead.
    pub restart_ends: bool,
}

/// One network card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Network {
    /// Closed to the outside; the host reaches the guest through these ports only.
    User(Vec<Forward>),
    /// Frames go through a unix socket, to a switch that listens there.
    Stream {
        /// The switch's socket.
        socket: PathBuf,
        /// The card's address.
        mac: String,
    },
}

/// A port of the host's loopback that leads into the guest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forward {
    /// The host's port.
    pub host: u16,
    /// The guest's port.
    pub guest: u16,
}

impl Config {
    /// The console's log.
    pub fn console(&self) -> PathBuf {
        self.directory.join("console.log")
    }

    /// QEMU's control socket.
    pub fn qmp(&self) -> PathBuf {
        self.directory.join("qmp.sock")
    }

    pub(crate) fn gdb(&self) -> PathBuf {
        self.directory.join("gdb.sock")
    }

    pub(crate) fn variables(&self) -> PathBuf {
        self.directory.join("variables.fd")
    }

    /// QEMU's arguments.
    pub(crate) fn arguments(&self, firmware: &Path) -> Vec<String> {
        let socket = |path: &Path| format!("unix:{},server=on,wait=off", path.display());
        let pairs = [
            ("-name", self.name.clone()),
            ("-machine", "q35".into()),
            ("-accel", self.accelerator.argument().into()),
            ("-cpu", "max".into()),
            ("-smp", self.processors.to_string()),
            ("-m", self.memory.to_string()),
            ("-display", "none".into()),
            ("-drive", format!("if=pflash,format=raw,readonly=on,file={}", firmware.display())),
            ("-drive", format!("if=pflash,format=raw,file={}", self.variables().display())),
            ("-chardev", format!("file,id=console,path={},append=on", self.console().display())),
            ("-serial", "chardev:console".into()),
            ("-qmp", socket(&self.qmp())),
            ("-gdb", socket(&self.gdb())),
            ("-device", "i6300esb".into()),
            ("-device", "virtio-rng-pci".into()),
            ("-action", "watchdog=reset,panic=none".into()),
        ];
        let mut arguments: Vec<String> = vec!["-nodefaults".into(), "-no-user-config".into()];
        arguments.extend(pairs.into_iter().flat_map(|(option, value)| [option.to_owned(), value]));
        if self.restart_ends {
            arguments.extend(["-action".into(), "reboot=shutdown".into()]);
        }
        if let Some(clock) = &self.clock {
            arguments.extend(["-rtc".into(), format!("base={clock}")]);
        }
        self.disk(&mut arguments);
        for (index, network) in self.networks.iter().enumerate() {
            arguments.extend(network.arguments(index));
        }
        arguments
    }

    fn disk(&self, to: &mut Vec<String>) {
        let mut add = |value: String| to.extend(["-blockdev".to_owned(), value]);
        add(format!("driver=file,filename={},node-name=file", self.disk.display()));
        let top = match &self.write_log {
            None => "file",
            Some(log) => {
                add(format!("driver=file,filename={},node-name=log", log.display()));
                add("driver=blklogwrites,node-name=logged,file=file,log=log,log-sector-size=512".into());
                "logged"
            }
        };
        to.extend(["-device".into(), format!("virtio-blk-pci,drive={top},serial=system")]);
    }
}

impl Network {
    fn arguments(&self, index: usize) -> Vec<String> {
        let (backend, card) = match self {
            Self::User(forwards) => {
                let forwards = forwards.iter().map(|f| format!(",hostfwd=tcp:127.0.0.1:{}-:{}", f.host, f.guest));
                let forwards: String = forwards.collect();
                (format!("user,id=net{index},restrict=on{forwards}"), format!("virtio-net-pci,netdev=net{index}"))
            }
            Self::Stream { socket, mac } => (
                format!("stream,id=net{index},server=off,addr.type=unix,addr.path={}", socket.display()),
                format!("virtio-net-pci,netdev=net{index},mac={mac}"),
            ),
        };
        vec!["-netdev".into(), backend, "-device".into(), card]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config() -> Config {
        Config {
            name: "n".into(),
            directory: "/d".into(),
            disk: "/d/disk.raw".into(),
            write_log: None,
            memory: 1024,
            processors: 2,
            accelerator: Accelerator::Emulation,
            networks: Vec::new(),
            clock: None,
            restart_ends: false,
        }
    }

    fn line(config: &Config) -> String {
        config.arguments(Path::new("/fw")).join(" ")
    }

    #[test]
    fn the_disk_goes_through_the_write_log_only_when_there_is_one() {
        assert!(line(&config()).contains("-device virtio-blk-pci,drive=file,"));
        let logged = line(&Config { write_log: Some("/d/log".into()), ..config() });
        assert!(
            logged.contains("driver=blklogwrites,node-name=logged,file=file,log=log")
                && logged.contains("drive=logged,")
        );
    }

    #[test]
    fn a_guest_reaches_nothing_outside() {
        let networks = vec![
            Network::User(vec![Forward { host: 4000, guest: 50000 }]),
            Network::Stream { socket: "/s".into(), mac: "52:54:00:00:00:01".into() },
        ];
        let line = line(&Config { networks, ..config() });
        assert!(
            line.contains("-nodefaults")
                && line.contains("-netdev user,id=net0,restrict=on,hostfwd=tcp:127.0.0.1:4000-:50000")
        );
        assert!(line.contains("-netdev stream,id=net1,server=off,addr.type=unix,addr.path=/s"));
        assert!(line.contains("virtio-net-pci,netdev=net1,mac=52:54:00:00:00:01"));
    }
}
