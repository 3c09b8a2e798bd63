//! Fetches the stock programs that tests meet (kubectl, etcd, etcdctl), upstream's golden objects, and the roots that other
//! clients run from (Go's, Python's), as Debian packages, and unpacks them beside the system: `fetch-peers FOLDER`.
//! Nothing is installed. Uses the host's own configured mirror.
//!
//! - A package that a suite does not have any more is left out with a message; the tests that need it say that they skip.
//! - What is there already is not fetched again.

mod apt;
mod root;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;

/// What comes from where. `testing` moves on: nothing that the build needs may come from it.
const PEERS: [(&str, &[&str]); 2] = [
    // kubectl 1.32, etcd 3.5, and the program that test pods run
    ("trixie", &["busybox-static", "etcd-client", "etcd-server", "kubectl", "libc6"]),
    // kubectl 1.36 and the golden objects
    ("testing", &["kubectl", "golang-k8s-api-dev"]),
];

/// Roots of Debian 13 with what a client needs: their folder, and the packages.
const ROOTS: [(&str, &[&str]); 2] =
    [("python", &["python3-kubernetes"]), ("go", &["golang-go", "golang-k8s-client-go-dev"])];
/// Where Go keeps what it compiled.
const GO_CACHE: &str = "go-cache";

#[expect(clippy::disallowed_methods, reason = "a program reads its arguments, once")]
fn main() -> anyhow::Result<ExitCode> {
    let folder = std::env::args().nth(1).context("usage: fetch-peers FOLDER")?;
    let folder = std::path::absolute(&folder).with_context(|| format!("find {folder}"))?;
    for (suite, packages) in PEERS {
        let root = folder.join(suite);
        let missing: Vec<&str> = packages.iter().copied().filter(|p| !marker(&root, p).exists()).collect();
        if missing.is_empty() {
            continue;
        }
        eprintln!("fetching from {suite}: {}", missing.join(", "));
        let source = apt::Source::open(&folder.join("apt").join(suite), suite)?;
        for package in missing {
            match source.unpack(package, &root) {
                Ok(version) => std::fs::write(marker(&root, package), version).context("write a marker")?,
                // The tests that need it skip by name; the rest must run without.
                Err(err) => eprintln!("not to be had: {package} from {suite}: {err:#}"),
            }
        }
    }
    for (name, packages) in ROOTS {
        let root = folder.join(name);
        if root.exists() {
            continue;
        }
        eprintln!("fetching a root of {name}: {}", packages.join(", "));
        if let Err(err) = root::make(&root, "trixie", packages) {
            eprintln!("not to be had: {name}: {err:#}");
        }
    }
    let (go, cache) = (folder.join("go"), folder.join(GO_CACHE));
    if go.exists() && !cache.exists() {
        eprintln!("compiling client-go, once");
        if let Err(err) = root::warm(&go, &cache) {
            // The test compiles it then, and says what is wrong.
            eprintln!("not compiled: {err:#}");
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn marker(root: &Path, package: &str) -> PathBuf {
    root.join(format!(".{package}"))
}
