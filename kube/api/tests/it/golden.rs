//! Every golden object of a stable kind keeps its bytes through our codecs, in JSON and protobuf, and its
//! content in YAML.
//!
//! The objects are upstream's (`k8s.io/api/testdata/HEAD`). `KUBE_API_GOLDENS` names the folder; without it the test
//! says so and passes.

use std::path::{Path, PathBuf};

use kube_api::codec::{Strictness, json, protobuf, yaml};
use kube_api::schema::{Type, builtin};

/// Kinds that upstream keeps a sample of, but that are not served by name.
fn split(stem: &str) -> Option<(String, String, String)> {
    let (rest, kind) = stem.rsplit_once('.')?;
    let (group, version) = rest.rsplit_once('.')?;
    let group = if group == "core" { "" } else { group };
    Some((group.to_owned(), version.to_owned(), kind.to_owned()))
}

fn folder() -> Option<PathBuf> {
    #[allow(clippy::disallowed_methods)] // tests read the environment
    let folder = std::env::var("KUBE_API_GOLDENS").ok().map(PathBuf::from);
    match folder {
        Some(folder) if folder.is_dir() => Some(folder),
        _ => {
            #[allow(clippy::print_stdout)] // says why nothing was tested
            let () = println!("skipped: KUBE_API_GOLDENS names no folder with upstream's golden objects");
            None
        }
    }
}

/// Every stable kind for which there is a golden object.
fn samples(folder: &Path) -> Vec<(String, &'static Type)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("readable folder") {
        let name = entry.expect("readable entry").file_name().to_string_lossy().into_owned();
        let Some(stem) = name.strip_suffix(".json") else { continue };
        let Some((group, version, kind)) = split(stem) else { continue };
        if let Some(ty) = builtin::kind(&group, &version, &kind) {
            found.push((stem.to_owned(), ty));
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

fn read(folder: &Path, stem: &str, end: &str) -> Vec<u8> {
    std::fs::read(folder.join(format!("{stem}.{end}"))).unwrap_or_else(|error| panic!("{stem}.{end}: {error}"))
}

#[test]
fn golden_objects_round_trip_in_three_encodings() {
    let Some(folder) = folder() else { return };
    let samples = samples(&folder);
    assert!(samples.len() > 80, "only {} golden objects of stable kinds", samples.len());
    let mut faults = Vec::new();
    for (stem, ty) in &samples {
        if let Err(fault) = check(&folder, stem, ty) {
            faults.push(format!("{stem}: {fault}"));
        }
    }
    assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), samples.len(), faults.join("\n"));
}

fn check(folder: &Path, stem: &str, ty: &'static Type) -> Result<(), String> {
    let json_bytes = read(folder, stem, "json");
    let (tree, notes) = json::decode(&json_bytes, ty, Strictness::Note).map_err(|error| format!("JSON: {error}"))?;
    if let Some(notes) = notes.strict_error() {
        return Err(notes);
    }
    let trimmed = json_bytes.trim_ascii_end();
    same("JSON", json::encode_pretty(&tree, ty).trim_ascii_end(), trimmed)?;

    let proto_bytes = read(folder, stem, "pb");
    let from_proto = protobuf::decode(&proto_bytes, ty).map_err(|error| format!("protobuf: {error}"))?;
    if from_proto != tree {
        return same("tree of protobuf", &json::encode_pretty(&from_proto, ty), trimmed);
    }
    same("protobuf", &protobuf::encode(&tree, ty), &proto_bytes)?;

    let yaml_bytes = read(folder, stem, "yaml");
    let (from_yaml, notes) =
        yaml::decode(&yaml_bytes, ty, Strictness::Note).map_err(|error| format!("YAML: {error}"))?;
    if let Some(notes) = notes.strict_error() {
        return Err(format!("YAML: {notes}"));
    }
    if from_yaml != tree {
        return same("tree of YAML", &json::encode_pretty(&from_yaml, ty), trimmed);
    }
    same("YAML", &yaml::encode(&tree, ty), &yaml_bytes)
}

/// The first place where two texts differ, with what stands round it.
fn same(what: &str, ours: &[u8], theirs: &[u8]) -> Result<(), String> {
    if ours == theirs {
        return Ok(());
    }
    let at = ours.iter().zip(theirs).position(|(a, b)| a != b).unwrap_or(ours.len().min(theirs.len()));
    let show = |bytes: &[u8]| {
        let part = bytes.get(at.saturating_sub(60)..bytes.len().min(at + 60)).unwrap_or_default();
        String::from_utf8_lossy(part).into_owned()
    };
    Err(format!("{what} differs at byte {at}:\n  ours   {:?}\n  theirs {:?}", show(ours), show(theirs)))
}
