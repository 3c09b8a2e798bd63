//! What a manifest must say: its name, where its versions come from, which crates of ours it may use, and whether it is pure.

use std::collections::BTreeSet;

use crate::tree::{Crate, complain, crates, root};

/// What a deciding crate must not link: a runtime, sockets, randomness. Clocks and files are clippy's to refuse.
const IMPURE: [&str; 12] = [
    "tokio",
    "hyper",
    "hyper-util",
    "tonic",
    "rand",
    "rtnetlink",
    "netlink-sys",
    "rocksdb",
    "openraft",
    "nix",
    "tokio-rustls",
    "socket2",
];

/// What one table of the manifest names, for every target.
fn dependencies<'a>(krate: &'a Crate, table: &str) -> Vec<(&'a String, &'a toml::Value)> {
    let everywhere = krate.manifest.get(table).and_then(|t| t.as_table());
    let targets = krate.manifest.get("target").and_then(|t| t.as_table());
    let by_target =
        targets.into_iter().flat_map(|t| t.values()).filter_map(|t| t.get(table)).filter_map(|t| t.as_table());
    everywhere.into_iter().chain(by_target).flatten().collect()
}

fn tidy<'a>(krate: &'a Crate) -> Option<&'a toml::Value> {
    krate.manifest.get("package")?.get("metadata")?.get("tidy")
}

/// kube-rs's packages have these names; ours must never shadow them.
const TAKEN: [&str; 5] = ["kube", "kube-client", "kube-core", "kube-derive", "kube-runtime"];

#[test]
fn a_package_is_named_by_its_path() {
    // A crate that replaces somebody else's under a dependency of ours has that one's name, and says so.
    let expected = |c: &Crate| match tidy(c).and_then(|t| t.get("stands-in-for")).and_then(|name| name.as_str()) {
        Some(foreign) => foreign.to_owned(),
        None => c.folder.replace('/', "-"),
    };
    let wrong = crates().into_values().filter(|c| c.name != expected(c) || TAKEN.contains(&c.name.as_str()));
    complain(
        "package names are their paths with dashes",
        wrong.map(|c| format!("{}: named {}", c.folder, c.name)).collect(),
    );
}

#[test]
fn versions_and_lints_come_from_the_workspace() {
    let mut complaints = Vec::new();
    for krate in crates().values() {
        for table in ["dependencies", "dev-dependencies", "build-dependencies"] {
            for (name, value) in dependencies(krate, table) {
                let inherited = value.get("workspace").and_then(|w| w.as_bool()) == Some(true);
                if !inherited && value.get("path").is_none() {
                    complaints.push(format!("{}: {name} has a version of its own", krate.folder));
                }
            }
        }
        let lints = krate.manifest.get("lints").and_then(|l| l.get("workspace")).and_then(|w| w.as_bool());
        if lints != Some(true) {
            complaints.push(format!("{}: does not inherit the workspace's lints", krate.folder));
        }
    }
    complain("versions and lints stand once, in the root manifest", complaints);
}

#[test]
fn each_crate_uses_only_the_crates_it_lists() {
    let crates = crates();
    let mut complaints = Vec::new();
    for krate in crates.values() {
        let Some(allowed) = tidy(krate).and_then(|t| t.get("may-use")).and_then(|a| a.as_array()) else {
            complaints.push(format!("{}: has no [package.metadata.tidy] may-use", krate.folder));
            continue;
        };
        let allowed: BTreeSet<&str> = allowed.iter().filter_map(|a| a.as_str()).collect();
        let used: BTreeSet<&str> = dependencies(krate, "dependencies")
            .into_iter()
            .map(|(n, _)| n.as_str())
            .filter(|n| crates.contains_key(*n))
            .collect();
        for name in used.difference(&allowed) {
            complaints.push(format!("{}: uses {name}, which it does not list", krate.folder));
        }
        for name in allowed.difference(&used) {
            complaints.push(format!("{}: lists {name}, which it does not use", krate.folder));
        }
    }
    complain("each crate lists exactly the workspace crates that it uses", complaints);
}

#[test]
fn deciding_crates_are_pure() {
    let mut complaints = Vec::new();
    for krate in crates().values() {
        if tidy(krate).and_then(|t| t.get("pure")).and_then(|p| p.as_bool()) != Some(true) {
            continue;
        }
        for (name, _) in dependencies(krate, "dependencies") {
            if IMPURE.contains(&name.as_str()) {
                complaints.push(format!("{}: is pure, but links {name}", krate.folder));
            }
        }
    }
    complain("a deciding crate has no I/O, task, clock or randomness", complaints);
}

#[test]
fn every_shared_dependency_is_used_and_explained() {
    let manifest: toml::Table = std::fs::read_to_string(root().join("Cargo.toml"))
        .expect("root manifest")
        .parse()
        .expect("root manifest parses");
    let shared = manifest
        .get("workspace")
        .and_then(|w| w.get("dependencies"))
        .and_then(|d| d.as_table())
        .expect("shared versions");
    let page = std::fs::read_to_string(root().join("docs/dependencies.md")).expect("docs/dependencies.md");
    let crates = crates();
    let mut complaints = Vec::new();
    for (name, value) in shared {
        if value.get("path").is_some() {
            continue;
        }
        let tables = ["dependencies", "dev-dependencies", "build-dependencies"];
        let used = crates.values().any(|c| tables.iter().any(|t| dependencies(c, t).iter().any(|(n, _)| *n == name)));
        if !used {
            complaints.push(format!("{name}: no crate uses it"));
        }
        if !page.contains(&format!("`{name}`")) {
            complaints.push(format!("{name}: docs/dependencies.md does not say why it is here"));
        }
    }
    complain("each dependency is used, and has its line in docs/dependencies.md", complaints);
}
