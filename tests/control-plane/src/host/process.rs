//! One process of this host that plays a container: its folder, its log in CRI's format, and what it writes for those attached.
//!
//! - Its whole process group is killed when it ends, so that nothing outlives a test.
//! - What it wrote before its end is in the log and with those attached before anybody hears of the end.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use machined_base::{Clock, Tasks};
use nix::sys::signal::{Signal, killpg};
use nix::unistd::Pid;
use parking_lot::Mutex;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, ChildStdin, Command};
use tokio::sync::{broadcast, watch};

const PIECE: usize = 16 << 10;
/// As containerd: longer lines are broken up.
const LINE_MAX: usize = 16 << 10;
const ATTACHED_MAX: usize = 1024;
/// A process that has ended leaves no output for longer than this.
const REST: Duration = Duration::from_secs(2);

/// Where a container's commands run.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) folder: PathBuf,
    pub(crate) log: PathBuf,
    pub(crate) variables: Vec<(String, OsString)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Output {
    Stdout,
    Stderr,
}

/// A container's own process.
pub(crate) struct Process {
    group: Group,
    stdin: tokio::sync::Mutex<Option<ChildStdin>>,
    /// `None` when all is said.
    said: Mutex<Option<broadcast::Sender<(Output, Bytes)>>>,
    ended: watch::Receiver<bool>,
}

/// A process and all its children.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Group(Pid);

impl Place {
    /// Starts a command with pipes, in a process group of its own.
    #[expect(clippy::disallowed_methods, reason = "a container of a hollow node is a foreign program")]
    pub(crate) fn command(&self, words: &[String], stdin: bool) -> io::Result<(Child, Group)> {
        let (program, arguments) = words.split_first().ok_or_else(|| io::Error::other("no command"))?;
        let child = Command::new(program)
            .args(arguments)
            .current_dir(&self.folder)
            .env_clear()
            .env("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")
            .envs(self.variables.iter().map(|(name, value)| (name, value)))
            .stdin(if stdin { Stdio::piped() } else { Stdio::null() })
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .process_group(0)
            .kill_on_drop(true)
            .spawn()?;
        let id = child.id().and_then(|id| i32::try_from(id).ok()).ok_or_else(|| io::Error::other("it has ended"))?;
        Ok((child, Group(Pid::from_raw(id))))
    }
}

impl Group {
    /// A group that is gone needs no signal.
    pub(crate) fn signal(self, signal: Signal) {
        let _ = killpg(self.0, signal);
    }
}

impl Process {
    pub(crate) fn start(
        place: &Place,
        command: &[String],
        stdin: bool,
        tasks: &Tasks,
        ended: impl FnOnce(i32) + Send + 'static,
    ) -> io::Result<Arc<Self>> {
        let log = Arc::new(Log::open(place, tasks.clock().clone())?);
        let (mut child, group) = place.command(command, stdin)?;
        let (out, err) = (child.stdout.take(), child.stderr.take());
        let (end, is_ended) = watch::channel(false);
        let process = Arc::new(Self {
            group,
            stdin: tokio::sync::Mutex::new(child.stdin.take()),
            said: Mutex::new(Some(broadcast::channel(ATTACHED_MAX).0)),
            ended: is_ended,
        });
        let (own, clock, shutdown) = (process.clone(), tasks.clock().clone(), tasks.shutdown().clone());
        tasks.scoped("host-container", async move {
            let pumps = async {
                tokio::join!(own.pump(out, Output::Stdout, &log), own.pump(err, Output::Stderr, &log));
            };
            let waited = async {
                let status = tokio::select! {
                    // Cancel-safe: it can be waited for again.
                    status = child.wait() => status,
                    () = shutdown.requested() => {
                        group.signal(Signal::SIGKILL);
                        child.wait().await
                    }
                };
                // Children that hold the pipes open end with their parent.
                group.signal(Signal::SIGKILL);
                code(status)
            };
            let mut pumps = std::pin::pin!(pumps);
            let mut waited = std::pin::pin!(waited);
            let code = tokio::select! {
                // Both outlive this select; nothing is dropped half-way.
                () = &mut pumps => waited.await,
                code = &mut waited => {
                    let _ = clock.timeout(REST, &mut pumps).await;
                    code
                }
            };
            *own.said.lock() = None;
            ended(code);
            end.send_replace(true);
        });
        Ok(process)
    }

    /// What it writes from now on; `None` when it has ended.
    pub(crate) fn follow(&self) -> Option<broadcast::Receiver<(Output, Bytes)>> {
        self.said.lock().as_ref().map(broadcast::Sender::subscribe)
    }

    /// False when it reads no more.
    pub(crate) async fn write(&self, data: &[u8]) -> bool {
        match self.stdin.lock().await.as_mut() {
            Some(stdin) => stdin.write_all(data).await.is_ok() && stdin.flush().await.is_ok(),
            None => false,
        }
    }

    pub(crate) async fn close_stdin(&self) {
        self.stdin.lock().await.take();
    }

    pub(crate) fn kill(&self) {
        self.group.signal(Signal::SIGKILL);
    }

    /// SIGTERM, `grace`, SIGKILL; returns when it has ended.
    pub(crate) async fn stop(&self, grace: Duration, clock: &Clock) {
        self.group.signal(Signal::SIGTERM);
        let mut ended = self.ended.clone();
        // The sender goes only after it has sent.
        if clock.timeout(grace, ended.wait_for(|ended| *ended)).await.is_err() {
            self.kill();
            let _ = ended.wait_for(|ended| *ended).await;
        }
    }

    async fn pump(&self, from: Option<impl AsyncRead + Unpin>, output: Output, log: &Log) {
        let Some(mut from) = from else { return };
        let mut line = Vec::new();
        loop {
            let mut piece = BytesMut::with_capacity(PIECE);
            match from.read_buf(&mut piece).await {
                Ok(0) | Err(_) => break,
                Ok(_) => {}
            }
            log.take(output, &piece, &mut line);
            if let Some(said) = self.said.lock().as_ref() {
                // Nobody attached is fine.
                let _ = said.send((output, piece.freeze()));
            }
        }
        if !line.is_empty() {
            log.line(output, "P", &line);
        }
    }
}

pub(crate) fn code(status: io::Result<std::process::ExitStatus>) -> i32 {
    use std::os::unix::process::ExitStatusExt;
    match status {
        Ok(status) => status.code().unwrap_or_else(|| 128 + status.signal().unwrap_or(0)),
        Err(_) => 255,
    }
}

/// A log file as a runtime writes it: `2026-01-02T03:04:05.000000006Z stdout F text`.
struct Log {
    file: Mutex<File>,
    clock: Clock,
}

impl Log {
    fn open(place: &Place, clock: Clock) -> io::Result<Self> {
        if let Some(folder) = place.log.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let file = File::options().create(true).append(true).open(&place.log)?;
        Ok(Self { file: Mutex::new(file), clock })
    }

    fn take(&self, output: Output, piece: &[u8], line: &mut Vec<u8>) {
        for byte in piece {
            if *byte == b'\n' {
                self.line(output, "F", line);
                line.clear();
            } else {
                line.push(*byte);
                if line.len() >= LINE_MAX {
                    self.line(output, "P", line);
                    line.clear();
                }
            }
        }
    }

    fn line(&self, output: Output, tag: &str, text: &[u8]) {
        let stream = if output == Output::Stdout { "stdout" } else { "stderr" };
        let mut line = format!("{:.9} {stream} {tag} ", self.clock.now()).into_bytes();
        line.extend_from_slice(text);
        line.push(b'\n');
        if let Err(err) = self.file.lock().write_all(&line) {
            tracing::warn!(%err, "a line of a container's log is lost");
        }
    }
}
