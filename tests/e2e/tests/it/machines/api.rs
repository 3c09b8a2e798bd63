//! The machine API through a forwarded port, with the stock `machinectl`: first without a configuration, then over
//! mutual TLS.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use machined_base::Clock;
use machined_sys::{Command, Io};
use qemu_vm::{Config, Machine};

use crate::lab::{BOOT_WITHIN, Lab, image};

/// From machined's start to its API: keys are made the first time, and cryptography is slow under emulation.
pub(crate) const API_WITHIN: Duration = Duration::from_secs(240);
/// Long before the system was built, and before any certificate is valid.
const LONG_AGO: &str = "1970-01-01T00:00:10";

/// `machinectl` as it was built for the desk.
pub(crate) struct Desk {
    program: PathBuf,
    node: String,
}

impl Desk {
    pub(crate) fn new(port: u16) -> Self {
        Self { program: image().join("../bin/machinectl"), node: format!("127.0.0.1:{port}") }
    }

    /// Runs it; what it printed, or what it complained.
    fn run(&self, arguments: &[&str]) -> Result<String> {
        let command = Command::new(&self.program).args(arguments.iter().copied()).stdout(Io::Pipe).stderr(Io::Inherit);
        let (exit, output) = command.spawn()?.wait_with_output()?;
        ensure!(exit.success(), "machinectl {}: {exit}", arguments.join(" "));
        Ok(String::from_utf8(output)?)
    }

    fn insecure(&self, fingerprint: &str, arguments: &[&str]) -> Result<String> {
        let access = ["--insecure", "--fingerprint", fingerprint, "--nodes", &self.node];
        self.run(&[&access, arguments].concat())
    }

    /// With the administrator's credentials, over mutual TLS.
    pub(crate) fn as_admin(&self, machineconfig: &Path, arguments: &[&str]) -> Result<String> {
        let access = ["--machineconfig", &machineconfig.display().to_string(), "--nodes", &self.node];
        self.run(&[&access, arguments].concat())
    }
}

/// Boots until the console shows the API's fingerprint, and the API answers.
pub(crate) fn maintenance(machine: &Machine, desk: &Desk) -> Result<String> {
    machine.wait_for("init: machined started", BOOT_WITHIN)?;
    machine.wait_for("  fingerprint  ", API_WITHIN)?;
    let console = machine.console();
    let (_, rest) = console.rsplit_once("  fingerprint  ").context("a fingerprint")?;
    let fingerprint = rest.lines().next().unwrap_or_default().trim().to_owned();
    machine.wait("the machine API", API_WITHIN, |_| desk.insecure(&fingerprint, &["version"]).is_ok())?;
    Ok(fingerprint)
}

/// Gives the machine a control plane's configuration; where the administrator's credentials are.
pub(crate) fn configure(lab: &Lab, desk: &Desk, fingerprint: &str) -> Result<PathBuf> {
    let to = lab.path("config");
    desk.run(&["gen", "config", "test", "https://10.0.2.15:6443", "--to", &to.display().to_string()])?;
    let file = to.join("control-plane.yaml");
    desk.insecure(fingerprint, &["apply-config", &file.display().to_string()])?;
    Ok(to.join("machineconfig"))
}

#[test]
fn answers_in_maintenance_mode_and_over_mutual_tls_once_configured() -> Result<()> {
    let lab = Lab::new("api")?;
    let (config, port) = lab.config()?;
    let (machine, desk) = (Machine::start(config, Clock::system())?, Desk::new(port));
    let fingerprint = maintenance(&machine, &desk)?;
    let foreign = "0".repeat(64);
    ensure!(desk.insecure(&foreign, &["version"]).is_err(), "a foreign fingerprint is refused");

    let access = configure(&lab, &desk, &fingerprint)?;
    let version = || desk.as_admin(&access, &["version"]);
    machine.wait("the machine API over mutual TLS", API_WITHIN, |_| version().is_ok())?;
    print!("{}", version()?);
    ensure!(desk.insecure(&fingerprint, &["version"]).is_err(), "without credentials nothing is answered any more");
    Ok(())
}

#[test]
fn a_clock_at_1970_still_gives_a_machine_api() -> Result<()> {
    let lab = Lab::new("long-ago")?;
    let (config, port) = lab.config()?;
    let (machine, desk) =
        (Machine::start(Config { clock: Some(LONG_AGO.into()), ..config }, Clock::system())?, Desk::new(port));
    maintenance(&machine, &desk).map(drop)
}
