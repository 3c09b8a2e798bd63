//! Fetches Debian's packages with mmdebstrap: once for the tools, once for what the root is chosen from.
//!
//! The network source is the one that the host's apt has for Debian; only the release is ours. Packages are unpacked
//! without running any of their scripts, into an archive in the cache that is named by what went into it. Nothing in
//! the cache needs root to be read or removed.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use sha2::{Digest, Sha256};

use crate::data;
use crate::progress::Progress;
use crate::tools;

/// Debian 13.
pub(crate) const RELEASE: &str = "trixie";
const KEYRING: &str = "debian-archive-keyring";

/// Written by the hook below: which package each file came from.
pub(crate) const PACKAGE_LIST: &str = "packages.list";

/// Runs while the packages lie unpacked beside their archives: `NAME_VERSION_ARCH PATH` for each file.
const HOOK: &str = r#"set -eu
for deb in "$1"/var/cache/apt/archives/*.deb; do
  name=$(basename "$deb" .deb)
  dpkg-deb --fsys-tarfile "$deb" | tar t | sed "s|^[.]|$name |"
done >"$1/packages.list""#;

/// The archive with these packages, from the cache or fetched.
pub(crate) fn archive(list: &Path, cache: &Path, refresh: bool, progress: &Progress) -> anyhow::Result<PathBuf> {
    let packages = data::lines(list)?;
    let sources = sources(&packages)?;
    let options = format!("--aptopt=APT::Default-Release \"/^{RELEASE}(|-security|-updates)$/\"");
    let key = Sha256::digest(format!("{HOOK}\n{options}\n{sources}{}", packages.join("\n")));
    let key: String = key.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = list.file_name().unwrap_or_default().to_string_lossy();
    let archive = cache.join(format!("{name}-{key}.tar"));
    if archive.exists() && !refresh {
        progress.step(&format!("{name}: taken from the cache"));
        return Ok(archive);
    }
    progress.step(&format!("{name}: mmdebstrap fetches {} packages and what they need", packages.len()));
    fs::create_dir_all(cache).with_context(|| format!("create {}", cache.display()))?;
    let partial = cache.join(format!("{name}-{key}.{}.tar", std::process::id()));
    let arguments = [
        "--variant=extract".to_owned(),
        "--architectures=amd64".to_owned(),
        "--format=tar".to_owned(),
        format!("--include={}", packages.join(",")),
        options,
        format!("--extract-hook={HOOK}"),
        RELEASE.to_owned(),
        partial.display().to_string(),
        "-".to_owned(),
    ];
    let fetched = tools::run_on_host("mmdebstrap", &arguments, &sources).context(
        "fetch Debian's packages (without root, mmdebstrap needs the packages uidmap or fakechroot and fakeroot)",
    );
    if let Err(error) = fetched {
        // What is left of a failed run is of no use to the next one; that it may be absent is no fault.
        let _ = fs::remove_file(&partial);
        return Err(error);
    }
    fs::rename(&partial, &archive).with_context(|| format!("keep {}", archive.display()))?;
    Ok(archive)
}

/// The tools root, unpacked beside its archive.
pub(crate) fn unpacked(archive: &Path) -> anyhow::Result<PathBuf> {
    let root = archive.with_extension("root");
    if root.exists() {
        return Ok(root);
    }
    let partial = archive.with_extension(format!("{}.partial", std::process::id()));
    let mut tar = tar::Archive::new(fs::File::open(archive).with_context(|| format!("open {}", archive.display()))?);
    tar.set_preserve_permissions(false);
    fs::create_dir_all(&partial).with_context(|| format!("create {}", partial.display()))?;
    for entry in tar.entries()? {
        let mut entry = entry.with_context(|| format!("read {}", archive.display()))?;
        // Device files need root and are of no use to a tool.
        if !entry.path()?.starts_with("dev") {
            entry.unpack_in(&partial).with_context(|| format!("unpack {}", archive.display()))?;
        }
    }
    match fs::rename(&partial, &root) {
        Ok(()) => Ok(root),
        // Another build was faster.
        Err(_) if root.exists() => fs::remove_dir_all(&partial).map(|()| root).context("remove a second copy"),
        Err(error) => Err(error).context("keep the tools root"),
    }
}

/// apt's sources for the release, and for each other suite that a package asks for.
fn sources(packages: &[String]) -> anyhow::Result<String> {
    let uris = host_uris()?;
    let (Some(main), security) = (uris.iter().find(|uri| !is_security(uri)), uris.iter().find(|uri| is_security(uri)))
    else {
        bail!("apt on this host has no source for Debian's packages");
    };
    let mut sources = format!("deb {main} {RELEASE} main\ndeb {main} {RELEASE}-updates main\n");
    if let Some(security) = security {
        writeln!(sources, "deb {security} {RELEASE}-security main")?;
    }
    let mut suites: Vec<&str> = packages.iter().filter_map(|package| Some(package.split_once('/')?.1)).collect();
    suites.sort_unstable();
    suites.dedup();
    for suite in suites.into_iter().filter(|suite| *suite != RELEASE) {
        writeln!(sources, "deb {main} {suite} main")?;
    }
    Ok(sources)
}

fn is_security(uri: &str) -> bool {
    uri.trim_end_matches('/').ends_with("debian-security")
}

/// The addresses of the sources that the host's apt checks with Debian's own keys, in order.
fn host_uris() -> anyhow::Result<Vec<String>> {
    let mut files = vec![PathBuf::from("/etc/apt/sources.list")];
    if let Ok(directory) = fs::read_dir("/etc/apt/sources.list.d") {
        files.extend(directory.filter_map(|entry| Some(entry.ok()?.path())));
    }
    files.sort();
    let mut uris = Vec::new();
    for file in files {
        let Ok(text) = fs::read_to_string(&file) else { continue };
        uris.extend(if file.extension().is_some_and(|end| end == "sources") { deb822(&text) } else { one_line(&text) });
    }
    uris.dedup();
    ensure!(!uris.is_empty(), "apt on this host has no source for Debian's packages");
    Ok(uris)
}

/// Sources of the newer form: paragraphs of `Key: value`.
fn deb822(text: &str) -> Vec<String> {
    let paragraphs = text.split("\n\n").filter(|paragraph| paragraph.contains(KEYRING));
    let values = paragraphs.flat_map(|paragraph| paragraph.lines().filter_map(|line| line.strip_prefix("URIs:")));
    values.flat_map(|value| value.split_whitespace().map(str::to_owned)).collect()
}

/// Sources of the older form: `deb [options] URI SUITE COMPONENTS`. Another key than Debian's is another archive.
fn one_line(text: &str) -> Vec<String> {
    let lines = text.lines().filter_map(|line| line.trim().strip_prefix("deb "));
    let ours = lines.filter(|line| !line.contains("signed-by=") || line.contains(KEYRING));
    let uris = ours.filter_map(|line| line.split_whitespace().find(|word| word.contains("://")));
    uris.filter(|uri| uri.contains("debian")).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_of_both_forms_are_read_and_foreign_archives_left_out() {
        let new = "Types: deb\nURIs: http://mirror.example/debian\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n\n\
                   Types: deb\nURIs: https://other.example/debian\nSigned-By: /usr/share/keyrings/other.gpg\n";
        assert_eq!(deb822(new), ["http://mirror.example/debian"]);
        let old = "# deb http://commented.example/debian bookworm main\ndeb [arch=amd64] http://mirror.example/debian bookworm main\n\
                   deb [signed-by=/etc/other.gpg] https://other.example/debian bookworm main\n";
        assert_eq!(one_line(old), ["http://mirror.example/debian"]);
        assert!(is_security("http://mirror.example/debian-security/"));
    }
}
