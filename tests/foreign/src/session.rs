//! Runs the commands of one session, in order, and compares. Decides nothing about what is right: the case says it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, bail};
use machined_base::Clock;
use tokio::io::AsyncWriteExt;
use tokio::process::{Child, Command as Process};

use crate::case::{self, Case, Command, Step};

/// How long a command marked `$?` may take to print what is expected, and one in the background until it has printed it.
const EVENTUALLY: Duration = Duration::from_secs(30);
/// No command may hang a test run.
const COMMAND: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(100);

pub(crate) struct Session {
    clock: Clock,
    program: PathBuf,
    kubeconfig: PathBuf,
    folder: PathBuf,
    background: Option<Background>,
}

/// A command that goes on, and how much of what it printed was compared already.
struct Background {
    child: Child,
    stdout: PathBuf,
    stderr: PathBuf,
    seen: (usize, usize),
}

impl Session {
    pub(crate) fn new(clock: &Clock, program: &Path, kubeconfig: &Path, folder: &Path) -> Self {
        let own = Path::to_owned;
        Session {
            clock: clock.clone(),
            program: own(program),
            kubeconfig: own(kubeconfig),
            folder: own(folder),
            background: None,
        }
    }

    pub(crate) async fn run(&mut self, case: &Case) -> anyhow::Result<()> {
        for step in &case.steps {
            match step {
                Step::File { name, text } => {
                    let path = self.folder.join(name);
                    fs::write(&path, text).with_context(|| format!("write {name}"))?;
                    // A script is a program of this session: its folder is in PATH.
                    if text.starts_with("#!") {
                        let program = fs::Permissions::from_mode(0o755);
                        fs::set_permissions(&path, program).with_context(|| format!("make {name} a program"))?;
                    }
                }
                Step::Command(command) => self.check(command).await.with_context(|| place(command))?,
                Step::Background(command) => self.begin(command).await.with_context(|| place(command))?,
                Step::Since(command) => self.since(command).await.with_context(|| place(command))?,
            }
        }
        Ok(())
    }

    /// Ends what runs in the background.
    pub(crate) async fn end(&mut self) {
        if let Some(mut background) = self.background.take() {
            // It may have ended by itself.
            let _ = background.child.kill().await;
        }
    }

    async fn check(&self, command: &Command) -> anyhow::Result<()> {
        let deadline = self.clock.monotonic().0 + EVENTUALLY;
        loop {
            let (code, stdout, stderr) = self.execute(command).await?;
            let Some(difference) = case::difference(command, Some(code), &stdout, &stderr) else { return Ok(()) };
            if !command.eventually || self.clock.monotonic().0 > deadline {
                bail!("{difference}");
            }
            self.clock.sleep(PAUSE).await;
        }
    }

    async fn execute(&self, command: &Command) -> anyhow::Result<(i32, String, String)> {
        let mut child = self.start(command, Stdio::piped(), Stdio::piped())?;
        if let Some(mut stdin) = child.stdin.take() {
            // A command that reads nothing closes it.
            let _ = stdin.write_all(command.stdin.join("\n").as_bytes()).await;
            let _ = stdin.write_all(b"\n").await;
        }
        // Dropped at the deadline, and thereby killed.
        let output = self.clock.timeout(COMMAND, child.wait_with_output()).await;
        let Ok(output) = output else { bail!("no end within {COMMAND:?}") };
        let output = output.context("wait for the command")?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Ok((output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr)))
    }

    async fn begin(&mut self, command: &Command) -> anyhow::Result<()> {
        self.end().await;
        let (stdout, stderr) = (self.folder.join("background.out"), self.folder.join("background.err"));
        let create = |path: &Path| fs::File::create(path).with_context(|| format!("create {}", path.display()));
        let child = self.start(command, create(&stdout)?.into(), create(&stderr)?.into())?;
        self.background = Some(Background { child, stdout, stderr, seen: (0, 0) });
        self.since(command).await
    }

    /// Waits until the background command has printed what is expected since the last time.
    async fn since(&mut self, command: &Command) -> anyhow::Result<()> {
        let Some(background) = self.background.as_mut() else { bail!("nothing runs in the background") };
        let deadline = self.clock.monotonic().0 + EVENTUALLY;
        loop {
            let read = |path: &Path| fs::read_to_string(path).with_context(|| format!("read {}", path.display()));
            let (stdout, stderr) = (read(&background.stdout)?, read(&background.stderr)?);
            let fresh = |text: &str, seen: usize| text.get(seen..).unwrap_or_default().to_owned();
            let (out, err) = (fresh(&stdout, background.seen.0), fresh(&stderr, background.seen.1));
            let Some(difference) = case::difference(command, None, &out, &err) else {
                background.seen = (stdout.len(), stderr.len());
                return Ok(());
            };
            if self.clock.monotonic().0 > deadline {
                bail!("{difference}");
            }
            self.clock.sleep(PAUSE).await;
        }
    }

    #[expect(clippy::disallowed_methods, reason = "the client under test is a foreign program")]
    fn start(&self, command: &Command, stdout: Stdio, stderr: Stdio) -> anyhow::Result<Child> {
        let [name, arguments @ ..] = command.words.as_slice() else { bail!("an empty command") };
        // `cat` shows the files that a session made.
        let program = match name.as_str() {
            "kubectl" => self.program.clone(),
            "cat" => PathBuf::from("/bin/cat"),
            other => bail!("{other:?} is no program of these sessions"),
        };
        Process::new(&program)
            .args(arguments)
            .current_dir(&self.folder)
            .env_clear()
            .env("HOME", &self.folder)
            .env("KUBECONFIG", &self.kubeconfig)
            .env("KUBE_EDITOR", "sed -i s/before/after/")
            .env("PATH", format!("/usr/bin:/bin:{}", self.folder.display()))
            .stdin(if command.stdin.is_empty() { Stdio::null() } else { Stdio::piped() })
            .stdout(stdout)
            .stderr(stderr)
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("start {}", program.display()))
    }
}

fn place(command: &Command) -> String {
    format!("line {}: {}", command.line, command.words.join(" "))
}
