//! The boundaries of docs/ARCHITECTURE.md, checked on what crates link and on what sources say.

use std::collections::{BTreeMap, BTreeSet};

use crate::tree::{Crate, complain, crates, sources};

/// The crates of the workspace that `name` links, directly or not.
fn closure<'a>(crates: &'a BTreeMap<String, Crate>, name: &'a str) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    let mut next = vec![name];
    while let Some(name) = next.pop() {
        let Some(krate) = crates.get(name) else { continue };
        let dependencies = krate.manifest.get("dependencies").and_then(|d| d.as_table());
        for dependency in dependencies.into_iter().flat_map(|d| d.keys()) {
            if crates.contains_key(dependency) && seen.insert(dependency.as_str()) {
                next.push(dependency);
            }
        }
    }
    seen
}

fn refuse(of: impl Fn(&Crate) -> bool, bad: impl Fn(&Crate) -> bool) -> Vec<String> {
    let crates = crates();
    let mut complaints = Vec::new();
    for krate in crates.values().filter(|c| of(c)) {
        for name in closure(&crates, &krate.name) {
            if crates.get(name).is_some_and(&bad) {
                complaints.push(format!("{}: links {name}", krate.folder));
            }
        }
    }
    complaints
}

#[test]
fn kube_knows_only_the_ground_floor_of_machined() {
    // `machined/sys` brings the nouns of its one seam along: slots are a word of `platform`.
    let ground = ["machined-base", "machined-sys", "machined-pki", "machined-slots"];
    let complaints = refuse(
        |c| c.folder.starts_with("kube/"),
        |c| c.folder.starts_with("machined/") && !ground.contains(&c.name.as_str()),
    );
    complain("nothing in kube/ knows machined/, but base, sys and pki", complaints);
}

#[test]
fn apid_knows_no_running_part_of_machined() {
    let running =
        ["machined-runtime", "machined-controllers", "machined-services", "machined-sequencer", "machined-api"];
    let complaints = refuse(|c| c.folder.starts_with("apid/"), |c| running.contains(&c.name.as_str()));
    complain("apid reaches machined by its socket only", complaints);
}

#[test]
fn the_apiserver_never_names_a_store_and_the_store_never_names_kubernetes() {
    let mut complaints = refuse(|c| c.name == "kube-apiserver", |c| c.name == "kube-etcd" || c.name == "kube-mvcc");
    complaints.extend(refuse(
        |c| matches!(c.name.as_str(), "kube-kv" | "kube-mvcc" | "kube-etcd"),
        |c| c.name == "kube-api" || c.name == "kube-apiserver",
    ));
    complain("between apiserver and store stands kube/kv alone", complaints);
}

#[test]
fn machined_links_no_kubernetes() {
    // The container runtime's client knows nothing of Kubernetes: machined brings images into containerd by it.
    let complaints =
        refuse(|c| c.folder.starts_with("machined/"), |c| c.folder.starts_with("kube/") && c.name != "kube-cri");
    complain("machined links no Kubernetes client", complaints);
}

/// Facts that two controllers share and that stand in one of them still: nobody is started or woken through them.
/// Each row goes when its facts move to a module of their own; none may be added.
const SHARED: [(&str, &str); 8] = [
    ("cronjob", "crate::job::plan::is_finished"),
    ("daemonset", "crate::replicaset::plan::{told_create, told_delete}"),
    ("endpoints", "crate::endpointslice::plan::"),
    ("endpoints", "crate::endpointslice::run::{chosen, is_managed, wire_services}"),
    ("job", "crate::replicaset::plan::{told_create, told_delete}"),
    ("mirroring", "crate::endpointslice::pack::"),
    ("mirroring", "crate::endpointslice::plan::"),
    ("servicecidr", "crate::disruption::plan::put"),
];

#[test]
fn controllers_never_call_controllers() {
    let mut complaints = Vec::new();
    for file in sources().iter().filter(|f| f.path.starts_with("kube/controllers/src/")) {
        let mut parts = file.path.trim_start_matches("kube/controllers/src/").split('/');
        let (Some(own), Some(_)) = (parts.next(), parts.next()) else { continue };
        for (number, line) in file.text.lines().enumerate() {
            for rest in line.split("crate::").skip(1) {
                let other: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let is_controller =
                    crate::tree::root().join("kube/controllers/src").join(&other).join("plan.rs").exists();
                let shared = SHARED.iter().any(|(by, facts)| *by == own && line.contains(facts));
                if is_controller && other != own && !shared {
                    complaints.push(format!("{}:{}: uses the controller {other}", file.path, number + 1));
                }
            }
        }
    }
    complain("controllers meet in resources", complaints);
}

#[test]
fn the_generic_api_path_names_no_kind() {
    let kinds = [
        "\"Pod\"",
        "\"Service\"",
        "\"Deployment\"",
        "\"ConfigMap\"",
        "\"Secret\"",
        "\"Job\"",
        "\"DaemonSet\"",
        "\"pods\"",
        "\"services\"",
        "\"deployments\"",
    ];
    let generic = [
        "kube/apiserver/src/registry/",
        "kube/apiserver/src/cache/",
        "kube/api/src/codec/",
        "kube/api/src/patch/",
        "kube/api/src/apply/",
        "kube/api/src/schema/",
    ];
    let mut complaints = Vec::new();
    // The table that says which kinds have more to do than the generic path names them, and so do tests.
    let exempt = |path: &str| path.ends_with("/extras.rs") || path.ends_with("/tests.rs");
    for file in sources().iter().filter(|f| generic.iter().any(|g| f.path.starts_with(g)) && !exempt(&f.path)) {
        let shipped = file.text.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in shipped.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if let Some(kind) = kinds.iter().find(|k| code.contains(**k)) {
                complaints.push(format!("{}:{}: names {kind}", file.path, number + 1));
            }
        }
    }
    complain("one path serves every kind; what only one kind needs is a hook in kube/kinds", complaints);
}
