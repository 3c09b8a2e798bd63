//! Clients in other languages, each a program that runs its scenarios against one control plane and says `ok NAME` or
//! `FAILED NAME: why`: Go's client-go and Python's kubernetes, both Debian 13's, from roots that `make peers` unpacked.
//! What the scenarios are stands in `go/` and `python/`.

use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use std::time::Duration;

use anyhow::Context;
use tests_control_plane::ControlPlane;
use tokio::process::Command;

use crate::pod;

/// A program's scenarios, all together.
const RUN: Duration = Duration::from_secs(180);
/// client-go, compiled on a slow host with nothing kept from before.
const BUILD: Duration = Duration::from_secs(900);

fn root(name: &str) -> Option<PathBuf> {
    tests_control_plane::peers().map(|peers| peers.join(name)).filter(|root| root.is_dir())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn client_go_finds_what_it_knows() {
    let Some(root) = root("go") else {
        println!("skipped: client_go_finds_what_it_knows: no root with client-go; run make peers");
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let plane = ControlPlane::start().await.expect("a control plane starts");
    let program = build(&plane, &root, folder.path()).await.expect("the Go program is built");
    let outcome = scenarios(&plane, "client-go", |kubeconfig, port| {
        let mut command = start(&program);
        command.arg("-kubeconfig").arg(kubeconfig).args(["-namespace", "client-go", "-pod-port", port]);
        command
    })
    .await;
    plane.stop().await;
    outcome.expect("every scenario of client-go");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pythons_client_finds_what_it_knows() {
    let Some(root) = root("python") else {
        println!("skipped: pythons_client_finds_what_it_knows: no root with python3-kubernetes; run make peers");
        return;
    };
    let plane = ControlPlane::start().await.expect("a control plane starts");
    let outcome = scenarios(&plane, "python", |kubeconfig, port| {
        let mut command = interpreter(&root);
        command.arg("python/main.py").arg(kubeconfig).args(["python", port]);
        command
    })
    .await;
    plane.stop().await;
    outcome.expect("every scenario of Python's client");
}

/// Python as the root has it: with its own loader and libraries, whatever the host's are.
fn interpreter(root: &Path) -> Command {
    let mut command = start(&root.join("usr/lib64/ld-linux-x86-64.so.2"));
    command
        .arg("--library-path")
        .arg(root.join("usr/lib/x86_64-linux-gnu"))
        .arg(root.join("usr/bin/python3.13"))
        .env("PYTHONHOME", root.join("usr"))
        .env("PYTHONPATH", root.join("usr/lib/python3/dist-packages"))
        .env("PYTHONDONTWRITEBYTECODE", "1");
    command
}

/// Debian lays libraries out for the time before modules; what was compiled is kept beside the root.
async fn build(plane: &ControlPlane, root: &Path, folder: &Path) -> anyhow::Result<PathBuf> {
    let toolchain = root.join("usr/lib/go-1.24");
    let program = folder.join("client");
    let mut sources: Vec<PathBuf> =
        std::fs::read_dir("go").context("read go/")?.map(|entry| Ok(entry?.path())).collect::<anyhow::Result<_>>()?;
    sources.retain(|path| path.extension().is_some_and(|end| end == "go"));
    let mut command = start(&toolchain.join("bin/go"));
    command
        .args(["build", "-o"])
        .arg(&program)
        .args(sources)
        .env("GOROOT", &toolchain)
        .env("GOPATH", root.join("usr/share/gocode"))
        .env("GOCACHE", root.with_file_name("go-cache"))
        .env("GO111MODULE", "off")
        .env("GOTOOLCHAIN", "local")
        .env("CGO_ENABLED", "0")
        .env("HOME", folder);
    let output = plane.clock().timeout(BUILD, command.output()).await.context("compile the Go program")??;
    anyhow::ensure!(output.status.success(), "{}", told(&output));
    Ok(program)
}

/// Runs a client against a plane with one node; any scenario that failed is in the error.
async fn scenarios(
    plane: &ControlPlane,
    namespace: &str,
    command: impl FnOnce(&Path, &str) -> Command,
) -> anyhow::Result<()> {
    plane.hollow_node("one").await?;
    pod::nodes_ready(plane, &["one"]).await?;
    plane.create_namespace(namespace).await?;
    let folder = tempfile::tempdir().context("make a folder")?;
    let kubeconfig = plane.kubeconfig(folder.path(), namespace)?;
    let listener = pod::listen().await?;
    let port = listener.local_addr().context("a pod's port")?.port().to_string();
    let mut command = command(&kubeconfig, &port);
    let output = tokio::select! {
        output = plane.clock().timeout(RUN, command.output()) => output.context("wait for the client")?.context("run the client")?,
        // Ends with the client.
        () = pod::answer(listener) => anyhow::bail!("no pod answers any more"),
    };
    anyhow::ensure!(output.status.success(), "{}", told(&output));
    println!("{}", String::from_utf8_lossy(&output.stdout));
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "the client under test is a foreign program")]
fn start(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.env_clear().env("PATH", "/usr/bin:/bin").stdin(Stdio::null()).kill_on_drop(true);
    command
}

fn told(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    format!("{}\n{}{}", output.status, text(&output.stdout), text(&output.stderr))
}
