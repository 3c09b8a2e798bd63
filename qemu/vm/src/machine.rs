//! A running machine: start, watch, control, hurt, end, and start again on the same disk.

use std::io;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::time::Duration;

use machined_base::Clock;
use machined_sys::child::Child;
use machined_sys::{Command, Io, SpawnError};
use serde_json::{Value, json};

use crate::arguments::Config;
use crate::qmp::Qmp;
use crate::{console, gdb};

const QEMU: &str = "/usr/bin/qemu-system-x86_64";
/// Of util-linux, which every Debian has: asks the kernel for a signal, then becomes QEMU.
const SETPRIV: &str = "/usr/bin/setpriv";
/// UEFI for guests, as Debian's ovmf has it in its versions: code, and fresh variables.
const FIRMWARE: [(&str, &str); 2] = [
    ("/usr/share/OVMF/OVMF_CODE_4M.fd", "/usr/share/OVMF/OVMF_VARS_4M.fd"),
    ("/usr/share/OVMF/OVMF_CODE.fd", "/usr/share/OVMF/OVMF_VARS.fd"),
];
const SOCKET_WITHIN: Duration = Duration::from_secs(10);
const LOOK_EVERY: Duration = Duration::from_millis(50);
const TAIL: usize = 40;

/// A machine. Dropping it cuts its power.
#[derive(Debug)]
pub struct Machine {
    config: Config,
    clock: Clock,
    child: Child,
    /// Console text before this was there when the machine started.
    seen_before: usize,
}

/// What went wrong with a machine.
#[derive(Debug, thiserror::Error)]
pub enum VmError {
    /// A file or socket of the machine's directory.
    #[error("{action} {}", path.display())]
    File {
        /// What was tried.
        action: &'static str,
        /// With which file.
        path: PathBuf,
        /// Why it failed.
        #[source]
        err: io::Error,
    },
    /// UEFI firmware is not installed.
    #[error("no UEFI firmware for guests (package ovmf)")]
    NoFirmware,
    /// QEMU did not start.
    #[error(transparent)]
    Start(#[from] SpawnError),
    /// The machine did not do something in time, or ended before.
    #[error("{name}: {waited_for}: {why}; the end of its console:\n{tail}")]
    Waited {
        /// The machine.
        name: String,
        /// For what.
        waited_for: String,
        /// Why waiting ended.
        why: String,
        /// The console's last lines.
        tail: String,
    },
    /// The control socket or the gdb stub.
    #[error("{what}")]
    Control {
        /// What was asked.
        what: String,
        /// Why it failed.
        #[source]
        err: io::Error,
    },
}

impl Machine {
    /// Starts a machine. Its disk must exist; everything else in its directory is made.
    pub fn start(config: Config, clock: Clock) -> Result<Self, VmError> {
        Self::run(config, clock, Command::new(QEMU))
    }

    /// Starts a machine whose power is cut by the kernel when the calling *thread* ends, even by SIGKILL: for the main
    /// thread of whoever must leave nothing behind.
    pub fn start_for_this_thread(config: Config, clock: Clock) -> Result<Self, VmError> {
        Self::run(config, clock, Command::new(SETPRIV).args(["--pdeathsig", "KILL", "--", QEMU]))
    }

    fn run(config: Config, clock: Clock, qemu: Command) -> Result<Self, VmError> {
        let file = |action, path: &Path| {
            let path = path.to_owned();
            move |err| VmError::File { action, path, err }
        };
        std::fs::create_dir_all(&config.directory).map_err(file("create", &config.directory))?;
        let known = FIRMWARE.into_iter().find(|(code, _)| Path::new(code).exists());
        let (code, variables) = known.ok_or(VmError::NoFirmware)?;
        if !config.variables().exists() {
            std::fs::copy(variables, config.variables()).map_err(file("copy", &config.variables()))?;
        }
        if let Some(log) = &config.write_log {
            std::fs::write(log, []).map_err(file("empty", log))?;
        }
        for socket in [config.qmp(), config.gdb()] {
            match std::fs::remove_file(&socket) {
                Err(err) if err.kind() != io::ErrorKind::NotFound => return Err(file("remove", &socket)(err)),
                _ => {}
            }
        }
        let seen_before = console::read(&config.console()).len();
        let errors = config.directory.join("qemu.log");
        let stderr = std::fs::File::create(&errors).map_err(file("create", &errors))?;
        let command = qemu
            .args(config.arguments(Path::new(code)))
            .stdout(Io::Null)
            .stderr(Io::File(OwnedFd::from(stderr)))
            .session();
        let child = command.spawn()?;
        let machine = Self { config, clock, child, seen_before };
        machine.wait("its control socket", SOCKET_WITHIN, |machine| machine.config.qmp().exists())?;
        Ok(machine)
    }

    /// What it consists of.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// QEMU's process.
    pub fn pid(&self) -> i32 {
        self.child.pid()
    }

    /// What its console has said since it was started.
    pub fn console(&self) -> String {
        let text = console::read(&self.config.console());
        text.get(self.seen_before..).unwrap_or_default().to_owned()
    }

    /// Waits until the console has said these words, since the start.
    pub fn wait_for(&self, words: &str, within: Duration) -> Result<(), VmError> {
        self.wait(&format!("the words “{words}”"), within, |machine| machine.console().contains(words))
    }

    /// Waits until something holds.
    pub fn wait(&self, what: &str, within: Duration, holds: impl Fn(&Self) -> bool) -> Result<(), VmError> {
        let until = self.clock.monotonic() + within;
        loop {
            let ended = !matches!(self.child.process.try_wait(), Ok(None));
            if holds(self) {
                return Ok(());
            }
            let why = match (ended, self.clock.monotonic() >= until) {
                (true, _) => format!("QEMU has ended: {}", self.errors()),
                (false, true) => format!("not within {} s", within.as_secs()),
                (false, false) => {
                    console::pause(&self.child.process, LOOK_EVERY);
                    continue;
                }
            };
            return Err(self.waited(what, why));
        }
    }

    /// Whether QEMU has ended, and what it complained about: the guest switched off, or it never started.
    pub fn ended(&self) -> Option<String> {
        (!matches!(self.child.process.try_wait(), Ok(None))).then(|| self.errors())
    }

    /// Waits until QEMU has ended: the guest switched off, or restarted where that ends it.
    pub fn wait_for_end(&self, within: Duration) -> Result<(), VmError> {
        let until = self.clock.monotonic() + within;
        while matches!(self.child.process.try_wait(), Ok(None)) {
            if self.clock.monotonic() >= until {
                return Err(self.waited("its end", format!("not within {} s", within.as_secs())));
            }
            console::pause(&self.child.process, LOOK_EVERY);
        }
        Ok(())
    }

    /// Runs one of QEMU's control commands.
    pub fn control(&self, command: &str, arguments: Value) -> Result<Value, VmError> {
        let run = || Qmp::connect(&self.config.qmp())?.execute(command, arguments);
        run().map_err(|err| VmError::Control { what: format!("control the machine: {command}"), err })
    }

    /// Presses the power button.
    pub fn press_power_button(&self) -> Result<(), VmError> {
        self.control("system_powerdown", json!({})).map(drop)
    }

    /// Resets the machine, as its reset button would.
    pub fn reset(&self) -> Result<(), VmError> {
        self.control("system_reset", json!({})).map(drop)
    }

    /// Plugs or pulls the cable of a network card.
    pub fn set_link(&self, card: usize, up: bool) -> Result<(), VmError> {
        self.control("set_link", json!({ "name": format!("net{card}"), "up": up })).map(drop)
    }

    /// Hangs the guest's kernel on all processors, with interrupts off.
    pub fn hang_kernel(&self) -> Result<(), VmError> {
        gdb::hang(&self.config.gdb()).map_err(|err| VmError::Control { what: "hang the kernel".into(), err })
    }

    /// Ends QEMU at once. What the guest had written stays on the disk; a real power cut would lose more, which is what
    /// the write log is for.
    pub fn power_cut(self) -> Config {
        self.kill();
        self.config.clone()
    }

    /// The console's last lines, for messages.
    pub fn tail(&self) -> String {
        console::tail(&self.config.console(), TAIL)
    }

    fn kill(&self) {
        // Its end is what is wanted; that it has ended already is no fault.
        let _ = self.child.process.signal(nix::libc::SIGKILL);
        let _ = self.child.process.wait();
    }

    fn waited(&self, what: &str, why: String) -> VmError {
        VmError::Waited { name: self.config.name.clone(), waited_for: what.to_owned(), why, tail: self.tail() }
    }

    fn errors(&self) -> String {
        std::fs::read_to_string(self.config.directory.join("qemu.log")).unwrap_or_default().trim().to_owned()
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        self.kill();
    }
}
