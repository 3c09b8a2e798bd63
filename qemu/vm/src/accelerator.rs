//! Whether guests run under KVM here. The device file proves nothing: a kernel is booted to see.

use std::fs::File;
use std::path::Path;
use std::time::Duration;

use machined_base::Clock;
use machined_sys::{Command, Io};

use crate::console;

/// How a guest's instructions run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accelerator {
    /// By the host's processor.
    Kvm,
    /// By QEMU, twenty to fifty times slower.
    Emulation,
}

/// Where KVM works, a kernel without a root gives up in two seconds.
const PROBE_WITHIN: Duration = Duration::from_secs(10);
/// What it says then: it has come through all of its early boot.
const GAVE_UP: &str = "Unable to mount root fs";

impl Accelerator {
    pub(crate) const fn argument(self) -> &'static str {
        match self {
            Self::Kvm => "kvm",
            Self::Emulation => "tcg,thread=multi",
        }
    }
}

/// Boots this kernel under KVM, without a root, in a directory of the caller's.
pub fn probe(kernel: &Path, directory: &Path, clock: &Clock) -> Accelerator {
    if File::options().read(true).write(true).open("/dev/kvm").is_err() {
        return Accelerator::Emulation;
    }
    let log = directory.join("kvm-probe.log");
    let command = Command::new("/usr/bin/qemu-system-x86_64")
        .args(["-machine", "q35", "-accel", "kvm", "-cpu", "max", "-m", "512", "-nodefaults", "-display", "none"])
        .args(["-no-reboot", "-append", "console=ttyS0 panic=-1", "-serial"])
        .arg(format!("file:{}", log.display()))
        .arg("-kernel")
        .arg(kernel)
        .stdout(Io::Null)
        .stderr(Io::Null);
    let Ok(child) = command.spawn() else { return Accelerator::Emulation };
    let until = clock.monotonic() + PROBE_WITHIN;
    let mut works = false;
    while !works && clock.monotonic() < until && matches!(child.process.try_wait(), Ok(None)) {
        console::pause(&child.process, Duration::from_millis(100));
        works = console::read(&log).contains(GAVE_UP);
    }
    works |= console::read(&log).contains(GAVE_UP);
    // It may have ended by itself.
    let _ = child.process.signal(nix::libc::SIGKILL);
    let _ = child.process.wait();
    if works { Accelerator::Kvm } else { Accelerator::Emulation }
}
