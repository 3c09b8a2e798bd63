//! The container image of the node's own pods: `pause`, users, and the links of a merged `/usr`. Nothing else.
//!
//! Such a pod mounts the node's verified `/usr` over the empty one, so its program and libraries are those of the root.
//! The archive is laid out as OCI's image-layout says, and the same files give the same digest.

use anyhow::Context;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::slot::hex;

/// Where the root carries the archive.
pub(crate) const PATH: &str = "/usr/share/ironstone/system.tar";
/// What pods call it; containerd finds it by this name and never pulls it.
const NAME: &str = "ironstone.local/system:v1";
const DIRECTORIES: [&str; 8] = ["dev", "etc", "proc", "run", "sys", "tmp", "usr", "var"];
const LINKS: [(&str, &str); 4] = [("bin", "usr/bin"), ("lib", "usr/lib"), ("lib64", "usr/lib64"), ("sbin", "usr/sbin")];

/// The archive's bytes.
pub(crate) fn build(pause: &[u8], etc: &[(&str, Vec<u8>)]) -> anyhow::Result<Vec<u8>> {
    let layer = layer(pause, etc).context("make the system image's layer")?;
    let config = json!({
        "architecture": "amd64",
        "os": "linux",
        "config": { "Entrypoint": ["/pause"], "Env": ["PATH=/usr/bin:/usr/sbin"] },
        "rootfs": { "type": "layers", "diff_ids": [digest(&layer)] },
    });
    let config = serde_json::to_vec(&config)?;
    let manifest = json!({
        "schemaVersion": 2,
        "mediaType": "application/vnd.oci.image.manifest.v1+json",
        "config": descriptor("application/vnd.oci.image.config.v1+json", &config),
        "layers": [descriptor("application/vnd.oci.image.layer.v1.tar", &layer)],
    });
    let manifest = serde_json::to_vec(&manifest)?;
    let mut root = descriptor("application/vnd.oci.image.manifest.v1+json", &manifest);
    if let Some(root) = root.as_object_mut() {
        root.insert("annotations".into(), json!({ "io.containerd.image.name": NAME }));
    }
    let index = serde_json::to_vec(&json!({ "schemaVersion": 2, "manifests": [root] }))?;

    let mut archive = tar::Builder::new(Vec::new());
    file(&mut archive, "oci-layout", 0o644, br#"{"imageLayoutVersion":"1.0.0"}"#)?;
    file(&mut archive, "index.json", 0o644, &index)?;
    for blob in [&config, &manifest, &layer] {
        file(&mut archive, &format!("blobs/sha256/{}", hex(&Sha256::digest(blob))), 0o644, blob)?;
    }
    archive.into_inner().context("finish the system image")
}

fn layer(pause: &[u8], etc: &[(&str, Vec<u8>)]) -> std::io::Result<Vec<u8>> {
    let mut layer = tar::Builder::new(Vec::new());
    for name in DIRECTORIES {
        let mode = if name == "tmp" { 0o1777 } else { 0o755 };
        let mut header = header(tar::EntryType::Directory, mode, 0);
        layer.append_data(&mut header, format!("{name}/"), std::io::empty())?;
    }
    for (name, target) in LINKS {
        let mut header = header(tar::EntryType::Symlink, 0o777, 0);
        layer.append_link(&mut header, name, target)?;
    }
    for (name, content) in etc {
        file(&mut layer, &format!("etc/{name}"), 0o644, content)?;
    }
    file(&mut layer, "pause", 0o755, pause)?;
    layer.into_inner()
}

fn file(archive: &mut tar::Builder<Vec<u8>>, path: &str, mode: u32, content: &[u8]) -> std::io::Result<()> {
    let mut header = header(tar::EntryType::Regular, mode, content.len() as u64);
    archive.append_data(&mut header, path, content)
}

/// Owner and time are fixed, so that the digest follows from the content alone.
fn header(kind: tar::EntryType, mode: u32, size: u64) -> tar::Header {
    let mut header = tar::Header::new_gnu();
    header.set_entry_type(kind);
    header.set_mode(mode);
    header.set_size(size);
    header.set_uid(0);
    header.set_gid(0);
    header.set_mtime(0);
    header
}

fn descriptor(media_type: &str, content: &[u8]) -> Value {
    json!({ "mediaType": media_type, "digest": digest(content), "size": content.len() })
}

fn digest(content: &[u8]) -> String {
    format!("sha256:{}", hex(&Sha256::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn every_descriptor_names_a_blob_of_that_digest_and_size() {
        let archive = build(b"program", &[("passwd", b"root:x:0:0::/:/\n".to_vec())]).unwrap();
        assert_eq!(archive, build(b"program", &[("passwd", b"root:x:0:0::/:/\n".to_vec())]).unwrap());
        let mut files = std::collections::BTreeMap::new();
        for entry in tar::Archive::new(&archive[..]).entries().unwrap() {
            let mut entry = entry.unwrap();
            let mut content = Vec::new();
            entry.read_to_end(&mut content).unwrap();
            files.insert(entry.path().unwrap().display().to_string(), content);
        }
        let blob = |descriptor: &Value| {
            let digest = descriptor["digest"].as_str().unwrap();
            let content = &files[&format!("blobs/sha256/{}", digest.strip_prefix("sha256:").unwrap())];
            assert_eq!(
                (super::digest(content).as_str(), descriptor["size"].as_u64()),
                (digest, Some(content.len() as u64))
            );
            content.clone()
        };
        let index: Value = serde_json::from_slice(&files["index.json"]).unwrap();
        assert_eq!(index["manifests"][0]["annotations"]["io.containerd.image.name"], NAME);
        let manifest: Value = serde_json::from_slice(&blob(&index["manifests"][0])).unwrap();
        let config: Value = serde_json::from_slice(&blob(&manifest["config"])).unwrap();
        let layer = blob(&manifest["layers"][0]);
        assert_eq!(config["rootfs"]["diff_ids"][0], super::digest(&layer));
    }
}
