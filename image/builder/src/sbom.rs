//! The image's bill of materials, as CycloneDX 1.6: Debian packages that files of the root came from, and crates.
//!
//! The crates are those of the lock file from the public registry: a superset of what is linked into the programs, for
//! the lock file does not tell which are for tests alone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Context;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::config::Config;
use crate::debian;

#[derive(Deserialize)]
struct Lock {
    package: Vec<LockedCrate>,
}

#[derive(Deserialize)]
struct LockedCrate {
    name: String,
    version: String,
    source: Option<String>,
    checksum: Option<String>,
}

/// The document. `owners` says which package each path came from; `kept` are the paths in the image.
pub(crate) fn document(
    config: &Config,
    owners: &BTreeMap<String, String>,
    kept: &BTreeSet<String>,
) -> anyhow::Result<Value> {
    let packages: BTreeSet<&String> = kept.iter().filter_map(|path| owners.get(path)).collect();
    let mut components: Vec<Value> = packages.into_iter().filter_map(|package| debian_component(package)).collect();
    components.extend(crates(&config.lock)?);
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": { "type": "operating-system", "name": "ironstone", "version": config.version } },
        "components": components,
    }))
}

/// From an archive's name, `NAME_VERSION_ARCHITECTURE`, where a colon in the version is written `%3a`.
fn debian_component(package: &str) -> Option<Value> {
    let mut parts = package.split('_');
    let (name, version, architecture) = (parts.next()?, parts.next()?.replace("%3a", ":"), parts.next()?);
    let purl = format!(
        "pkg:deb/debian/{name}@{}?arch={architecture}&distro={}",
        version.replace(':', "%3A").replace('+', "%2B"),
        debian::RELEASE
    );
    Some(json!({ "type": "library", "name": name, "version": version, "purl": purl }))
}

fn crates(lock: &Path) -> anyhow::Result<Vec<Value>> {
    let text = std::fs::read_to_string(lock).with_context(|| format!("read {}", lock.display()))?;
    let lock: Lock = toml::from_str(&text).with_context(|| format!("read {}", lock.display()))?;
    let foreign = lock.package.into_iter().filter(|package| package.source.is_some());
    let component = |package: LockedCrate| {
        let purl = format!("pkg:cargo/{}@{}", package.name, package.version.replace('+', "%2B"));
        let mut value = json!({ "type": "library", "name": package.name, "version": package.version, "purl": purl });
        if let (Some(digest), Some(object)) = (package.checksum, value.as_object_mut()) {
            object.insert("hashes".into(), json!([{ "alg": "SHA-256", "content": digest }]));
        }
        value
    };
    Ok(foreign.map(component).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_is_named_by_its_url() {
        let component = debian_component("zlib1g_1%3a1.3.dfsg+really1.3.1-1_amd64").unwrap();
        assert_eq!(component["version"], "1:1.3.dfsg+really1.3.1-1");
        assert_eq!(component["purl"], "pkg:deb/debian/zlib1g@1%3A1.3.dfsg%2Breally1.3.1-1?arch=amd64&distro=trixie");
    }
}
