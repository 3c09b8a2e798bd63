//! Runs programs: the host's `mmdebstrap`, and everything else from the tools root.
//!
//! A tool of the tools root is started through that root's own dynamic loader, so that neither the host's libraries nor
//! a chroot (which would need root) take part.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, bail};

const LIBRARIES: [&str; 2] = ["usr/lib/x86_64-linux-gnu", "usr/lib"];

/// The unpacked tools root.
#[derive(Clone, Debug)]
pub(crate) struct Tools {
    root: PathBuf,
}

impl Tools {
    pub(crate) fn new(root: PathBuf) -> Self {
        Self { root }
    }

    /// A file of the tools root.
    pub(crate) fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// Runs a tool to its end.
    pub(crate) fn run<A: AsRef<OsStr>>(&self, tool: &str, arguments: &[A]) -> anyhow::Result<()> {
        let libraries: Vec<String> = LIBRARIES.iter().map(|dir| self.root.join(dir).display().to_string()).collect();
        let mut command = command(&self.path("usr/lib64/ld-linux-x86-64.so.2"));
        command.arg("--library-path").arg(libraries.join(":")).arg(self.path(tool)).args(arguments);
        finish(command, tool, None)
    }
}

/// Runs a program of the host, with `input` on its standard input.
pub(crate) fn run_on_host<A: AsRef<OsStr>>(program: &str, arguments: &[A], input: &str) -> anyhow::Result<()> {
    let mut command = command(Path::new(program));
    command.args(arguments);
    finish(command, program, Some(input))
}

fn command(program: &Path) -> Command {
    // A program of the desk, without the runtime that sys::Command reports to: the rule is for what runs on a node.
    #[allow(clippy::disallowed_methods)]
    let mut command = Command::new(program);
    command.env("LC_ALL", "C").env("TZ", "UTC");
    command
}

/// Shows what a tool said only when it failed.
fn finish(mut command: Command, name: &str, input: Option<&str>) -> anyhow::Result<()> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().with_context(|| format!("start {name}"))?;
    let stdin = child.stdin.take();
    if let (Some(mut stdin), Some(input)) = (stdin, input) {
        use std::io::Write;
        stdin.write_all(input.as_bytes()).with_context(|| format!("talk to {name}"))?;
    }
    let output = child.wait_with_output().with_context(|| format!("wait for {name}"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let tail: Vec<&str> = said.lines().rev().take(20).collect();
        let tail: Vec<&str> = tail.into_iter().rev().collect();
        bail!("{name} failed with {}:\n{}", output.status, tail.join("\n"));
    }
    Ok(())
}
