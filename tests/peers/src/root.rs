//! Roots of Debian 13 that a foreign client runs from: packages with all they need, unpacked without running any of their
//! scripts, in a folder of their own. Programs start from there by path, so that neither root nor a chroot is needed.

use std::fs;
use std::path::Path;

use anyhow::Context;

use crate::apt;

/// Makes `folder`, whole or not at all.
pub(crate) fn make(folder: &Path, suite: &str, packages: &[&str]) -> anyhow::Result<()> {
    let partial = folder.with_extension("partial");
    let archive = folder.with_extension("tar");
    let source = format!("deb [signed-by={}] {} {suite} main", apt::KEYRING, apt::mirror()?);
    let arguments = [
        "--quiet".to_owned(),
        "--variant=extract".to_owned(),
        "--architectures=amd64".to_owned(),
        "--format=tar".to_owned(),
        format!("--include={}", packages.join(",")),
        suite.to_owned(),
        archive.display().to_string(),
        source,
    ];
    apt::run(apt::command("mmdebstrap").args(arguments))?;
    if partial.exists() {
        fs::remove_dir_all(&partial).context("remove what an earlier run left")?;
    }
    fs::create_dir_all(&partial).with_context(|| format!("make {}", partial.display()))?;
    // Devices need root, and no client opens one.
    let unpack = ["--extract", "--no-same-owner", "--exclude=./dev", "--file"];
    apt::run(apt::command("tar").args(unpack).arg(&archive).arg("--directory").arg(&partial))?;
    fs::remove_file(&archive).context("remove the archive")?;
    fs::rename(&partial, folder).with_context(|| format!("keep {}", folder.display()))
}

/// Compiles client-go once, so that the tests' own program takes seconds.
pub(crate) fn warm(root: &Path, cache: &Path) -> anyhow::Result<()> {
    let toolchain = root.join("usr/lib/go-1.24");
    let packages =
        ["informers", "dynamic/dynamicinformer", "metadata/metadatainformer", "restmapper", "tools/clientcmd"];
    let mut build = apt::command(&toolchain.join("bin/go").display().to_string());
    build.arg("build").args(packages.map(|package| format!("k8s.io/client-go/{package}")));
    for (name, value) in [
        ("GOROOT", toolchain.display().to_string()),
        ("GOPATH", root.join("usr/share/gocode").display().to_string()),
        ("GOCACHE", cache.display().to_string()),
        ("GO111MODULE", "off".to_owned()),
        ("GOTOOLCHAIN", "local".to_owned()),
        ("CGO_ENABLED", "0".to_owned()),
    ] {
        build.env(name, value);
    }
    apt::run(&mut build).map(drop)
}
