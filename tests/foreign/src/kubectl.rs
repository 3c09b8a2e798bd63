//! Runs the sessions of `cases/kubectl` with kubectl of both versions, each in a namespace of its own, against one control plane
//! in this process. A command without a session is listed as unproved in docs/SPECIFICATION.md.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};
use std::time::Duration;

use anyhow::{Context, bail};
use tests_control_plane::ControlPlane;

use crate::case::{self, Command, Step};

/// How long a command marked `$?` may take to print what is expected.
const EVENTUALLY: Duration = Duration::from_secs(30);
/// No command may hang a test run.
const COMMAND: Duration = Duration::from_secs(60);

/// Both versions that Debian has: upstream supports one minor version of difference, users have more.
const SUITES: [&str; 2] = ["testing", "trixie"];

fn kubectl(suite: &str) -> Option<PathBuf> {
    let path = tests_control_plane::peers()?.join(suite).join("usr/bin/kubectl");
    path.exists().then_some(path)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kubectl_prints_what_upstream_prints() {
    let plane = ControlPlane::start().await.expect("a control plane starts");
    let folder = Path::new("cases/kubectl");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder).expect("cases").map(|e| e.expect("a case").path()).collect();
    cases.sort();
    assert!(!cases.is_empty(), "no case");
    let mut failures = Vec::new();
    let mut ran = 0;
    for suite in SUITES {
        let Some(program) = kubectl(suite) else {
            println!("skipped: kubectl_prints_what_upstream_prints ({suite}): no kubectl; run make peers");
            continue;
        };
        for (index, path) in cases.iter().enumerate() {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let namespace = format!("case-{suite}-{index}");
            plane.create_namespace(&namespace).await.expect("a namespace is made");
            match run(&plane, &program, path, &namespace).await {
                Ok(()) => ran += 1,
                Err(err) => failures.push(format!("{name} with {suite}'s kubectl: {err:#}")),
            }
        }
    }
    plane.stop().await;
    println!("{ran} sessions passed");
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

async fn run(plane: &ControlPlane, program: &Path, path: &Path, namespace: &str) -> anyhow::Result<()> {
    let text = fs::read_to_string(path).context("read the case")?.replace("%NS%", namespace);
    let case = case::parse(&text).map_err(|fault| anyhow::anyhow!("{}: {fault}", path.display()))?;
    let folder = tempfile::tempdir().context("make a folder")?;
    let kubeconfig = plane.kubeconfig(folder.path(), namespace)?;
    for step in &case.steps {
        match step {
            Step::File { name, text } => {
                fs::write(folder.path().join(name), text).with_context(|| format!("write {name}"))?
            }
            Step::Command(command) => check(plane, program, &kubeconfig, folder.path(), command)
                .await
                .with_context(|| format!("line {}: {}", command.line, command.words.join(" ")))?,
        }
    }
    Ok(())
}

async fn check(
    plane: &ControlPlane,
    program: &Path,
    kubeconfig: &Path,
    folder: &Path,
    command: &Command,
) -> anyhow::Result<()> {
    let deadline = plane.clock().monotonic().0 + EVENTUALLY;
    loop {
        let (code, stdout, stderr) = execute(plane, program, kubeconfig, folder, &command.words).await?;
        let Some(difference) = case::difference(command, code, &stdout, &stderr) else { return Ok(()) };
        if !command.eventually || plane.clock().monotonic().0 > deadline {
            bail!("{difference}");
        }
        plane.clock().sleep(Duration::from_millis(100)).await;
    }
}

#[expect(clippy::disallowed_methods, reason = "the client under test is a foreign program")]
async fn execute(
    plane: &ControlPlane,
    program: &Path,
    kubeconfig: &Path,
    folder: &Path,
    words: &[String],
) -> anyhow::Result<(i32, String, String)> {
    let [name, arguments @ ..] = words else { bail!("an empty command") };
    anyhow::ensure!(name == "kubectl", "{name:?} is no program of these sessions");
    let child = Process::new(program)
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("HOME", folder)
        .env("KUBECONFIG", kubeconfig)
        .env("KUBE_EDITOR", "sed -i s/before/after/")
        .env("PATH", "/usr/bin:/bin")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("start {}", program.display()))?;
    let pid = child.id();
    let waited = tokio::task::spawn_blocking(move || child.wait_with_output());
    let Ok(output) = plane.clock().timeout(COMMAND, waited).await else {
        // Only this child: by its id, which is still ours while nobody waited for it.
        Process::new("kill").args(["-KILL", &pid.to_string()]).status().context("end the command")?;
        bail!("no end within {COMMAND:?}");
    };
    let output = output.context("wait for the command")?.context("wait for the command")?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ok((output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr)))
}
