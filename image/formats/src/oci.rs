//! A container image of one layer as one file: the archive form of OCI's image layout, as containerd imports it.
//!
//! Owner and time of every entry are fixed, so that the digest follows from names and content alone. What is put into a
//! layer, and what the image is called, the caller decides.

use std::io;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The one layer of an image, filled entry by entry.
pub struct Layer(tar::Builder<Vec<u8>>);

/// What an image is called, and what it runs unless a pod says otherwise.
#[derive(Clone, Copy, Debug)]
pub struct Image<'a> {
    /// The whole reference, such as `ironstone.local/system:v1`.
    pub name: &'a str,
    pub entrypoint: &'a [&'a str],
    /// `NAME=value` each.
    pub environment: &'a [&'a str],
}

impl Default for Layer {
    fn default() -> Self {
        Self(tar::Builder::new(Vec::new()))
    }
}

impl Layer {
    pub fn directory(&mut self, path: &str, mode: u32) -> io::Result<()> {
        let mut header = header(tar::EntryType::Directory, mode, 0);
        self.0.append_data(&mut header, format!("{path}/"), io::empty())
    }

    pub fn link(&mut self, path: &str, target: &str) -> io::Result<()> {
        let mut header = header(tar::EntryType::Symlink, 0o777, 0);
        self.0.append_link(&mut header, path, target)
    }

    pub fn file(&mut self, path: &str, mode: u32, content: &[u8]) -> io::Result<()> {
        file(&mut self.0, path, mode, content)
    }
}

impl Image<'_> {
    /// The archive's bytes.
    pub fn archive(&self, layer: Layer) -> io::Result<Vec<u8>> {
        let layer = layer.0.into_inner()?;
        let config = json!({
            "architecture": "amd64",
            "os": "linux",
            "config": { "Entrypoint": self.entrypoint, "Env": self.environment },
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
            root.insert("annotations".into(), json!({ "io.containerd.image.name": self.name }));
        }
        let index = serde_json::to_vec(&json!({ "schemaVersion": 2, "manifests": [root] }))?;

        let mut archive = tar::Builder::new(Vec::new());
        file(&mut archive, "oci-layout", 0o644, br#"{"imageLayoutVersion":"1.0.0"}"#)?;
        file(&mut archive, "index.json", 0o644, &index)?;
        for blob in [&config, &manifest, &layer] {
            file(&mut archive, &format!("blobs/sha256/{}", hex(blob)), 0o644, blob)?;
        }
        archive.into_inner()
    }
}

fn file(archive: &mut tar::Builder<Vec<u8>>, path: &str, mode: u32, content: &[u8]) -> io::Result<()> {
    let mut header = header(tar::EntryType::Regular, mode, content.len() as u64);
    archive.append_data(&mut header, path, content)
}

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
    format!("sha256:{}", hex(content))
}

/// The SHA-256 of `content`, as it stands in names.
fn hex(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;
    use std::io::Read;

    const NAME: &str = "example.test/web:1";

    fn archive() -> Vec<u8> {
        let mut layer = Layer::default();
        layer.directory("etc", 0o755).unwrap();
        layer.link("bin", "usr/bin").unwrap();
        layer.file("web", 0o755, b"program").unwrap();
        let image = Image { name: NAME, entrypoint: &["/web"], environment: &["PATH=/usr/bin"] };
        image.archive(layer).unwrap()
    }

    #[test]
    fn every_descriptor_names_a_blob_of_that_digest_and_size() {
        assert_eq!(archive(), archive());
        let bytes = archive();
        let mut files = std::collections::BTreeMap::new();
        for entry in tar::Archive::new(&bytes[..]).entries().unwrap() {
            let mut entry = entry.unwrap();
            let mut content = Vec::new();
            entry.read_to_end(&mut content).unwrap();
            files.insert(entry.path().unwrap().display().to_string(), content);
        }
        let blob = |descriptor: &Value| {
            let named = descriptor["digest"].as_str().unwrap();
            let content = &files[&format!("blobs/sha256/{}", named.strip_prefix("sha256:").unwrap())];
            assert_eq!((digest(content).as_str(), descriptor["size"].as_u64()), (named, Some(content.len() as u64)));
            content.clone()
        };
        let index: Value = serde_json::from_slice(&files["index.json"]).unwrap();
        assert_eq!(index["manifests"][0]["annotations"]["io.containerd.image.name"], NAME);
        let manifest: Value = serde_json::from_slice(&blob(&index["manifests"][0])).unwrap();
        let config: Value = serde_json::from_slice(&blob(&manifest["config"])).unwrap();
        let layer = blob(&manifest["layers"][0]);
        assert_eq!(config["rootfs"]["diff_ids"][0], digest(&layer));
    }
}
