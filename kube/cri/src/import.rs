//! Reads an OCI or docker archive (a plain tar) and brings its images into containerd's content and image stores, pinned.
//!
//! - Every blob is checked against its digest by the store before it is kept.
//! - Nothing is unpacked here: containerd unpacks an image when the first container needs it.
//! - A second import of the same archive writes nothing.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::Duration;

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;
use tonic::Code;

use crate::containerd::{Containerd, native};
use crate::native::services::{content::v1 as content, images::v1 as images, leases::v1 as leases};
use crate::native::types::Descriptor;

const CALL: Duration = Duration::from_secs(30);
const UPLOAD: Duration = Duration::from_secs(600);
const LEASE: jiff::SignedDuration = jiff::SignedDuration::from_hours(24);
const CHUNK: usize = 1 << 20;
/// Manifests and indexes are small; what claims to be one and is not is refused before it is read into memory.
const JSON_MAX: u64 = 4 << 20;
const OCI_MANIFEST: &str = "application/vnd.oci.image.manifest.v1+json";
const OCI_INDEX: &str = "application/vnd.oci.image.index.v1+json";
const DOCKER_MANIFEST: &str = "application/vnd.docker.distribution.manifest.v2+json";
const DOCKER_LIST: &str = "application/vnd.docker.distribution.manifest.list.v2+json";

/// Why an archive was not brought in.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("read archive {path}")]
    Read {
        path: PathBuf,
        #[source]
        err: std::io::Error,
    },
    #[error("archive {path}: {fault}")]
    Malformed { path: PathBuf, fault: String },
    #[error("write {what} to the runtime: {message}")]
    Runtime { what: String, message: String },
    #[error("this runtime cannot import archives")]
    Unsupported,
}

/// One image that an archive brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The full name, `docker.io/library/x:1`.
    pub name: String,
    /// The manifest's digest.
    pub digest: String,
    /// The configuration's digest, which CRI calls the image's id.
    pub id: String,
}

/// An opened archive: where each file lies, and which images it names.
#[derive(Debug)]
pub struct Archive {
    path: PathBuf,
    entries: BTreeMap<String, Extent>,
    images: Vec<Found>,
}

#[derive(Clone, Copy, Debug)]
struct Extent {
    offset: u64,
    size: u64,
}

#[derive(Debug)]
struct Found {
    name: String,
    root: OciDescriptor,
    /// Blobs in the order to write them: what is referred to comes before what refers.
    blobs: Vec<Blob>,
    config: String,
}

#[derive(Clone, Debug)]
struct Blob {
    digest: String,
    size: u64,
    labels: BTreeMap<String, String>,
    from: Source,
}

#[derive(Clone, Debug)]
enum Source {
    Entry(Extent),
    Made(Vec<u8>),
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct OciDescriptor {
    #[serde(default)]
    media_type: String,
    digest: String,
    size: u64,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    annotations: BTreeMap<String, String>,
    #[serde(default, skip_serializing)]
    platform: Option<Platform>,
}

#[derive(Clone, Debug, Deserialize)]
struct Platform {
    architecture: String,
    os: String,
}

#[derive(Deserialize)]
struct OciIndex {
    manifests: Vec<OciDescriptor>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct OciManifest {
    schema_version: u32,
    #[serde(default)]
    media_type: String,
    config: OciDescriptor,
    layers: Vec<OciDescriptor>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct DockerImage {
    config: String,
    #[serde(default)]
    repo_tags: Option<Vec<String>>,
    layers: Vec<String>,
}

impl Archive {
    /// Reads the archive's table and its manifests, and nothing else.
    pub async fn open(path: &Path) -> Result<Self, ImportError> {
        let path = path.to_owned();
        let again = path.clone();
        tokio::task::spawn_blocking(move || Self::open_now(path))
            .await
            .map_err(|err| ImportError::Malformed { path: again, fault: err.to_string() })?
    }

    /// The names the archive holds.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.images.iter().map(|image| image.name.as_str())
    }

    fn open_now(path: PathBuf) -> Result<Self, ImportError> {
        let read = |err| ImportError::Read { path: path.clone(), err };
        let mut archive = tar::Archive::new(File::open(&path).map_err(read)?);
        let mut entries = BTreeMap::new();
        for entry in archive.entries_with_seek().map_err(read)? {
            let entry = entry.map_err(read)?;
            if entry.header().entry_type().is_file() {
                let name = entry.path().map_err(read)?.to_string_lossy().trim_start_matches("./").to_owned();
                entries.insert(name, Extent { offset: entry.raw_file_position(), size: entry.size() });
            }
        }
        let mut archive = Self { path, entries, images: Vec::new() };
        archive.images = if archive.entries.contains_key("index.json") { archive.oci()? } else { archive.docker()? };
        if archive.images.is_empty() {
            return Err(archive.malformed("it names no image"));
        }
        Ok(archive)
    }

    fn oci(&self) -> Result<Vec<Found>, ImportError> {
        let index: OciIndex = self.json("index.json")?;
        let mut found = Vec::new();
        for root in index.manifests {
            let annotation = |key: &str| root.annotations.get(key).cloned();
            let Some(name) =
                annotation("io.containerd.image.name").or_else(|| annotation("org.opencontainers.image.ref.name"))
            else {
                return Err(self.malformed(&format!("manifest {} has no name", root.digest)));
            };
            let mut blobs = Vec::new();
            let config = self.walk(&root, &mut blobs)?;
            found.push(Found { name: full_name(&name), root, blobs, config });
        }
        Ok(found)
    }

    /// Collects what `descriptor` refers to, for this platform; returns the configuration's digest.
    fn walk(&self, descriptor: &OciDescriptor, blobs: &mut Vec<Blob>) -> Result<String, ImportError> {
        let mut labels = BTreeMap::new();
        let config = match descriptor.media_type.as_str() {
            OCI_INDEX | DOCKER_LIST => {
                let index: OciIndex = self.json(&blob_path(&descriptor.digest))?;
                let wanted =
                    index.manifests.iter().find(|manifest| manifest.platform.as_ref().is_none_or(Platform::is_ours));
                let wanted = wanted.ok_or_else(|| self.malformed("no manifest for linux/amd64"))?;
                labels.insert("containerd.io/gc.ref.content.m.0".to_owned(), wanted.digest.clone());
                self.walk(wanted, blobs)?
            }
            OCI_MANIFEST | DOCKER_MANIFEST => {
                let manifest: OciManifest = self.json(&blob_path(&descriptor.digest))?;
                for (number, layer) in manifest.layers.iter().enumerate() {
                    labels.insert(format!("containerd.io/gc.ref.content.l.{number}"), layer.digest.clone());
                    blobs.push(self.blob(layer, BTreeMap::new())?);
                }
                labels.insert("containerd.io/gc.ref.content.config".to_owned(), manifest.config.digest.clone());
                blobs.push(self.blob(&manifest.config, BTreeMap::new())?);
                manifest.config.digest
            }
            other => return Err(self.malformed(&format!("unknown media type {other:?}"))),
        };
        blobs.push(self.blob(descriptor, labels)?);
        Ok(config)
    }

    fn blob(&self, descriptor: &OciDescriptor, labels: BTreeMap<String, String>) -> Result<Blob, ImportError> {
        let extent = self.extent(&blob_path(&descriptor.digest))?;
        Ok(Blob { digest: descriptor.digest.clone(), size: extent.size, labels, from: Source::Entry(extent) })
    }

    /// A docker archive has no manifest in the registry's sense: one is made for each image.
    fn docker(&self) -> Result<Vec<Found>, ImportError> {
        let listed: Vec<DockerImage> = self.json("manifest.json")?;
        let mut found = Vec::new();
        for image in listed {
            let mut blobs = Vec::new();
            let mut add = |name: &str, media_type: &str| {
                let extent = self.extent(name)?;
                let digest = self.digest(extent)?;
                blobs.push(Blob {
                    digest: digest.clone(),
                    size: extent.size,
                    labels: BTreeMap::new(),
                    from: Source::Entry(extent),
                });
                Ok(OciDescriptor {
                    media_type: media_type.into(),
                    digest,
                    size: extent.size,
                    annotations: BTreeMap::new(),
                    platform: None,
                })
            };
            let layers = image
                .layers
                .iter()
                .map(|layer| add(layer, "application/vnd.oci.image.layer.v1.tar"))
                .collect::<Result<Vec<_>, _>>()?;
            let config = add(&image.config, "application/vnd.oci.image.config.v1+json")?;
            let mut labels: BTreeMap<_, _> = layers
                .iter()
                .enumerate()
                .map(|(n, layer)| (format!("containerd.io/gc.ref.content.l.{n}"), layer.digest.clone()))
                .collect();
            labels.insert("containerd.io/gc.ref.content.config".to_owned(), config.digest.clone());
            let id = config.digest.clone();
            let manifest = OciManifest { schema_version: 2, media_type: OCI_MANIFEST.into(), config, layers };
            let bytes = serde_json::to_vec(&manifest).map_err(|err| self.malformed(&err.to_string()))?;
            let digest = format!("sha256:{}", hex(&Sha256::digest(&bytes)));
            let root = OciDescriptor {
                media_type: OCI_MANIFEST.into(),
                digest: digest.clone(),
                size: bytes.len() as u64,
                annotations: BTreeMap::new(),
                platform: None,
            };
            blobs.push(Blob { digest, size: root.size, labels, from: Source::Made(bytes) });
            for tag in image.repo_tags.unwrap_or_default() {
                found.push(Found {
                    name: full_name(&tag),
                    root: root.clone(),
                    blobs: blobs.clone(),
                    config: id.clone(),
                });
            }
        }
        Ok(found)
    }

    fn json<T: serde::de::DeserializeOwned>(&self, name: &str) -> Result<T, ImportError> {
        let extent = self.extent(name)?;
        if extent.size > JSON_MAX {
            return Err(self.malformed(&format!("{name} is too large")));
        }
        let mut bytes = Vec::new();
        self.reader(extent)?
            .read_to_end(&mut bytes)
            .map_err(|err| ImportError::Read { path: self.path.clone(), err })?;
        serde_json::from_slice(&bytes).map_err(|err| self.malformed(&format!("{name}: {err}")))
    }

    fn digest(&self, extent: Extent) -> Result<String, ImportError> {
        let mut hash = Sha256::new();
        let mut reader = self.reader(extent)?;
        let mut chunk = vec![0; CHUNK];
        loop {
            let got = reader.read(&mut chunk).map_err(|err| ImportError::Read { path: self.path.clone(), err })?;
            match chunk.get(..got) {
                Some([]) | None => return Ok(format!("sha256:{}", hex(&hash.finalize()))),
                Some(bytes) => hash.update(bytes),
            }
        }
    }

    fn reader(&self, extent: Extent) -> Result<std::io::Take<File>, ImportError> {
        open_at(&self.path, extent).map_err(|err| ImportError::Read { path: self.path.clone(), err })
    }

    fn extent(&self, name: &str) -> Result<Extent, ImportError> {
        self.entries.get(name).copied().ok_or_else(|| self.malformed(&format!("{name} is missing")))
    }

    fn malformed(&self, fault: &str) -> ImportError {
        ImportError::Malformed { path: self.path.clone(), fault: fault.to_owned() }
    }

    /// Writes what containerd does not have yet, under a lease that keeps it until the images refer to it.
    pub(crate) async fn send(self, runtime: &Containerd) -> Result<Vec<Imported>, ImportError> {
        let lease = format!("ironstone-import-{}", self.images.first().map_or("", |image| image.root.digest.as_str()));
        let mut client = leases::leases_client::LeasesClient::new(runtime.channel());
        // Should this process die, containerd drops the lease by itself when a day has passed.
        let end = runtime.clock().now().saturating_add(LEASE).map_or_else(|_| String::new(), |end| end.to_string());
        let labels = [("containerd.io/gc.expire".to_owned(), end)].into();
        match client.create(native(leases::CreateRequest { id: lease.clone(), labels }, CALL)).await {
            Err(status) if status.code() != Code::AlreadyExists => return Err(runtime_error("lease", &status)),
            _ => {}
        }
        let done = self.send_leased(runtime, &lease).await;
        let request = native(leases::DeleteRequest { id: lease, sync: false }, CALL);
        if let Err(status) = client.delete(request).await {
            tracing::debug!(%status, "lease of an import was not given back");
        }
        done
    }

    async fn send_leased(&self, runtime: &Containerd, lease: &str) -> Result<Vec<Imported>, ImportError> {
        let mut done = Vec::new();
        for image in &self.images {
            for blob in &image.blobs {
                self.send_blob(runtime, lease, blob).await?;
            }
            let repository = image
                .name
                .rsplit_once(':')
                .filter(|(_, tag)| !tag.contains('/'))
                .map_or(image.name.as_str(), |(repo, _)| repo);
            for name in [image.name.clone(), format!("{repository}@{}", image.root.digest), image.config.clone()] {
                name_image(runtime, lease, name, &image.root).await?;
            }
            done.push(Imported {
                name: image.name.clone(),
                digest: image.root.digest.clone(),
                id: image.config.clone(),
            });
        }
        Ok(done)
    }

    async fn send_blob(&self, runtime: &Containerd, lease: &str, blob: &Blob) -> Result<(), ImportError> {
        let mut client = content::content_client::ContentClient::new(runtime.channel());
        let (sender, receiver) = mpsc::channel(2);
        let mut request = native(ReceiverStream::new(receiver), UPLOAD);
        request
            .metadata_mut()
            .insert("containerd-lease", lease.parse().map_err(|_| self.malformed("a digest that is none"))?);
        let path = self.path.clone();
        let (reference, digest, size, labels) =
            (format!("import-{}", blob.digest), blob.digest.clone(), blob.size, blob.labels.clone());
        let source = blob.from.clone();
        let feed = tokio::task::spawn_blocking(move || -> std::io::Result<()> {
            let mut reader: Box<dyn Read> = match source {
                Source::Entry(extent) => Box::new(open_at(&path, extent)?),
                Source::Made(bytes) => Box::new(std::io::Cursor::new(bytes)),
            };
            let mut offset = 0i64;
            loop {
                let mut chunk = vec![0; CHUNK];
                let got = reader.read(&mut chunk)?;
                chunk.truncate(got);
                let end = got == 0;
                let message = content::WriteContentRequest {
                    action: if end { content::WriteAction::Commit } else { content::WriteAction::Write } as i32,
                    r#ref: reference.clone(),
                    total: i64::try_from(size).unwrap_or(0),
                    expected: digest.clone(),
                    offset,
                    data: Bytes::from(chunk),
                    labels: if end { labels.clone() } else { BTreeMap::new() },
                };
                // The other side hung up: its status says why.
                if sender.blocking_send(message).is_err() || end {
                    return Ok(());
                }
                offset = offset.saturating_add(i64::try_from(got).unwrap_or(0));
            }
        });
        let outcome = async {
            let mut answers = client.write(request).await?.into_inner();
            while answers.message().await?.is_some() {}
            Ok::<_, tonic::Status>(())
        };
        let outcome = outcome.await;
        match feed.await {
            Ok(Ok(())) => {}
            Ok(Err(err)) => return Err(ImportError::Read { path: self.path.clone(), err }),
            Err(err) => return Err(self.malformed(&err.to_string())),
        }
        match outcome {
            Err(status) if status.code() != Code::AlreadyExists => Err(runtime_error(&blob.digest, &status)),
            _ => Ok(()),
        }
    }
}

impl Platform {
    fn is_ours(&self) -> bool {
        self.os == "linux" && self.architecture == "amd64"
    }
}

/// Points `name` at the image, whatever it pointed at before.
async fn name_image(runtime: &Containerd, lease: &str, name: String, root: &OciDescriptor) -> Result<(), ImportError> {
    let mut client = images::images_client::ImagesClient::new(runtime.channel());
    let labels = [("io.cri-containerd.image", "managed"), ("io.cri-containerd.pinned", "pinned")];
    let image = images::Image {
        name: name.clone(),
        labels: labels.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect(),
        target: Some(Descriptor {
            media_type: root.media_type.clone(),
            digest: root.digest.clone(),
            size: i64::try_from(root.size).unwrap_or(i64::MAX),
            annotations: BTreeMap::new(),
        }),
        created_at: None,
        updated_at: None,
    };
    let mut request = native(images::CreateImageRequest { image: Some(image.clone()) }, CALL);
    if let Ok(lease) = lease.parse() {
        request.metadata_mut().insert("containerd-lease", lease);
    }
    match client.create(request).await {
        Ok(_) => return Ok(()),
        Err(status) if status.code() == Code::AlreadyExists => {}
        Err(status) => return Err(runtime_error(&name, &status)),
    }
    let request = images::UpdateImageRequest { image: Some(image), update_mask: None };
    client.update(native(request, CALL)).await.map_err(|status| runtime_error(&name, &status))?;
    Ok(())
}

fn runtime_error(what: &str, status: &tonic::Status) -> ImportError {
    ImportError::Runtime { what: what.to_owned(), message: status.message().to_owned() }
}

fn open_at(path: &Path, extent: Extent) -> std::io::Result<std::io::Take<File>> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(extent.offset))?;
    Ok(file.take(extent.size))
}

fn blob_path(digest: &str) -> String {
    format!("blobs/{}", digest.replacen(':', "/", 1))
}

/// As docker and containerd: a bare name lives in docker.io/library, and the tag is `latest`.
fn full_name(name: &str) -> String {
    let (first, rest) = name.split_once('/').map_or(("", name), |(first, rest)| (first, rest));
    let is_host = first.contains('.') || first.contains(':') || first == "localhost";
    let full = match (is_host, first.is_empty()) {
        (true, _) => name.to_owned(),
        (false, true) => format!("docker.io/library/{rest}"),
        (false, false) => format!("docker.io/{name}"),
    };
    let last = full.rsplit('/').next().unwrap_or_default();
    if last.contains(':') || last.contains('@') { full } else { format!("{full}:latest") }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::full_name;

    #[test]
    fn names_are_completed_as_docker_does() {
        for (given, full) in [
            ("pause", "docker.io/library/pause:latest"),
            ("me/app:1", "docker.io/me/app:1"),
            ("localhost:5000/app", "localhost:5000/app:latest"),
            ("ironstone.internal/system@sha256:00", "ironstone.internal/system@sha256:00"),
        ] {
            assert_eq!(full_name(given), full);
        }
    }
}
