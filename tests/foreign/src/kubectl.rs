//! Runs the sessions of `cases/kubectl` with kubectl of both versions, each in a namespace of its own, against one control plane
//! with hollow nodes in this process. A command without a session is listed as unproved in docs/SPECIFICATION.md.
//!
//! In a session `%NS%` is its namespace, `%NODE%` a node that no other session drains, `%PORT%` a free port, `%POD_PORT%` the
//! port on which every pod of a hollow node answers any request with `hello from the pod`, `%PKI%` a folder with the control
//! plane's own certificates and keys, and `%HERE%` the folder in which the session runs.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};

use anyhow::Context;
use futures::StreamExt;
use tests_control_plane::ControlPlane;

use crate::case;
use crate::pod;
use crate::session::Session;

/// Both versions that Debian has: upstream supports one minor version of difference, users have more.
const SUITES: [&str; 2] = ["testing", "trixie"];
/// Sessions wait a lot, and each kubectl is a process: a few at a time keep the processors busy.
const AT_ONCE: usize = 4;

fn kubectl(suite: &str) -> Option<PathBuf> {
    let path = tests_control_plane::peers()?.join(suite).join("usr/bin/kubectl");
    path.exists().then_some(path)
}

/// A case named by `CASE` in the environment runs alone.
#[expect(clippy::disallowed_methods, reason = "whoever writes a session wants to run just that one")]
fn cases() -> Vec<PathBuf> {
    let only = std::env::var("CASE").ok();
    let mut cases: Vec<PathBuf> =
        fs::read_dir("cases/kubectl").expect("cases").map(|e| e.expect("a case").path()).collect();
    cases.retain(|path| only.as_ref().is_none_or(|only| path.file_stem().is_some_and(|stem| stem == only.as_str())));
    cases.sort();
    assert!(!cases.is_empty(), "no case");
    cases
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kubectl_prints_what_upstream_prints() {
    let programs: Vec<(&str, PathBuf)> = SUITES.iter().filter_map(|suite| Some((*suite, kubectl(suite)?))).collect();
    for suite in SUITES.iter().filter(|suite| programs.iter().all(|(have, _)| have != *suite)) {
        println!("skipped: kubectl_prints_what_upstream_prints ({suite}): no kubectl; run make peers");
    }
    let plane = ControlPlane::start().await.expect("a control plane starts");
    let nodes: Vec<String> =
        ["one".to_owned()].into_iter().chain(programs.iter().map(|(suite, _)| format!("node-{suite}"))).collect();
    for node in &nodes {
        plane.hollow_node(node).await.expect("a node starts");
    }
    let names: Vec<&str> = nodes.iter().map(String::as_str).collect();
    pod::nodes_ready(&plane, &names).await.expect("nodes are Ready");
    let listener = pod::listen().await.expect("a pod's port");
    let pod_port = listener.local_addr().expect("a pod's port").port();

    let cases = cases();
    let all = programs.iter().flat_map(|(suite, program)| cases.iter().map(move |path| (*suite, program, path)));
    let sessions = all.enumerate().map(|(index, (suite, program, path))| {
        let plane = &plane;
        async move {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let namespace = format!("case-{suite}-{index}");
            let outcome = run(plane, program, path, suite, &namespace, pod_port).await;
            outcome.map_err(|err| format!("{name} with {suite}'s kubectl: {err:#}"))
        }
    });
    let outcomes = tokio::select! {
        outcomes = futures::stream::iter(sessions).buffer_unordered(AT_ONCE).collect::<Vec<_>>() => outcomes,
        // Ends with the sessions.
        () = pod::answer(listener) => Vec::new(),
    };
    plane.stop().await;
    println!("{} sessions passed", outcomes.iter().filter(|outcome| outcome.is_ok()).count());
    let failures: Vec<String> = outcomes.into_iter().filter_map(Result::err).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

async fn run(
    plane: &ControlPlane,
    program: &Path,
    path: &Path,
    suite: &str,
    namespace: &str,
    pod_port: u16,
) -> anyhow::Result<()> {
    plane.create_namespace(namespace).await?;
    let folder = tempfile::tempdir().context("make a folder")?;
    let text = fs::read_to_string(path)
        .context("read the case")?
        .replace("%NS%", namespace)
        .replace("%NODE%", &format!("node-{suite}"))
        .replace("%POD_PORT%", &pod_port.to_string())
        .replace("%PORT%", &free_port()?.to_string())
        .replace("%PKI%", &plane.pki().to_string_lossy())
        .replace("%HERE%", &folder.path().to_string_lossy());
    let case = case::parse(&text).map_err(|fault| anyhow::anyhow!("{}: {fault}", path.display()))?;
    let kubeconfig = plane.kubeconfig(folder.path(), namespace)?;
    let mut session = Session::new(plane.clock(), program, &kubeconfig, folder.path());
    let outcome = session.run(&case).await;
    session.end().await;
    outcome
}

fn free_port() -> anyhow::Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("find a free port")?;
    Ok(listener.local_addr().context("read the free port")?.port())
}
