//! A pod's volumes on the node: made before its containers, kept up to date while it runs, taken away after it.
//!
//! - A volume is made again by the same call that refreshes it: nothing is remembered between the two.
//! - Nothing of a pod is deleted while something is still mounted below it.

pub(crate) mod atomic;
pub(crate) mod folders;
pub(crate) mod host_path;
pub(crate) mod mounts;
pub(crate) mod ownership;
pub(crate) mod payload;
pub(crate) mod subpath;
pub(crate) mod token;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kube_api::types::core::{EmptyDirVolumeSource, PersistentVolume, PersistentVolumeClaim, Pod, Volume};
use kube_cri::{Cri, api};
use kube_informer::Client;
use machined_base::Clock;
use machined_sys::mount::{self, Mount};

use crate::container::env::Lookup;
use crate::container::field::Place;
use crate::container::quantity;
use folders::Folders;
use payload::{Choice, File, Payload};
use token::Tokens;

/// Where a volume lies, for the mounts of containers.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ready {
    pub(crate) path: PathBuf,
    /// What the kubelet writes itself is read-only for containers, whatever they ask for.
    pub(crate) read_only: bool,
    /// Missing sub-paths may be made.
    pub(crate) may_create: bool,
    /// The runtime mounts this image by itself.
    pub(crate) image: Option<api::ImageSpec>,
}

/// Volumes by name.
pub(crate) type Mounted = BTreeMap<String, Ready>;

/// Which volume failed, and why; upstream's words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("MountVolume.SetUp failed for volume {volume:?} : {message}")]
pub(crate) struct VolumeError {
    pub(crate) volume: String,
    pub(crate) message: String,
}

/// Makes volumes.
#[derive(Clone)]
pub(crate) struct Volumes {
    pub(crate) folders: Folders,
    pub(crate) cri: Arc<dyn Cri>,
    pub(crate) clock: Clock,
    pub(crate) api: Option<Api>,
    /// The runtime mounts images by itself.
    pub(crate) image_volumes: bool,
}

/// What only a kubelet with an API server has.
#[derive(Clone)]
pub(crate) struct Api {
    pub(crate) client: Client,
    pub(crate) tokens: Tokens,
}

impl Volumes {
    /// Makes or refreshes every volume of `pod`.
    pub(crate) async fn prepare(&self, pod: &Pod, place: &Place, lookup: &dyn Lookup) -> Result<Mounted, VolumeError> {
        let mut mounted = Mounted::new();
        for volume in &pod.spec.volumes {
            let failed = |message: String| VolumeError { volume: volume.name.clone(), message };
            let ready = self.volume(pod, volume, place, lookup).await.map_err(failed)?;
            mounted.insert(volume.name.clone(), ready);
        }
        Ok(mounted)
    }

    async fn volume(&self, pod: &Pod, volume: &Volume, place: &Place, lookup: &dyn Lookup) -> Result<Ready, String> {
        let source = &volume.volume_source;
        let plain = |path: PathBuf| Ready { path, read_only: false, may_create: true, image: None };
        if let Some(host) = &source.host_path {
            host_path::check(&host.path, host.r#type.as_deref().unwrap_or_default()).map_err(|err| err.to_string())?;
            return Ok(plain(PathBuf::from(&host.path)));
        }
        if let Some(claim) = &source.persistent_volume_claim {
            let path = self.claim(pod, &claim.claim_name).await?;
            return Ok(Ready { read_only: claim.read_only, ..plain(path) });
        }
        if let Some(claim) = &source.ephemeral
            && claim.volume_claim_template.is_some()
        {
            // As upstream: the controller names the claim after pod and volume.
            let path = self.claim(pod, &format!("{}-{}", pod.metadata.name, volume.name)).await?;
            return Ok(plain(path));
        }
        if let Some(image) = &source.image {
            return self.image(pod, volume, &image.reference).await;
        }
        if let Some((kind, memory, payload)) = self.payload(pod, volume, place, lookup).await? {
            let folder = self.folders.volume(&pod.metadata.uid, kind, &volume.name);
            self.write(&folder, memory, &payload, group(pod)).map_err(|err| err.to_string())?;
            return Ok(Ready { path: folder, read_only: true, may_create: false, image: None });
        }
        if source.empty_dir.is_some() || *source == Default::default() {
            let folder = self.folders.volume(&pod.metadata.uid, "empty-dir", &volume.name);
            let empty = source.empty_dir.clone().unwrap_or_default();
            self.empty_dir(&folder, &empty, group(pod)).map_err(|err| err.to_string())?;
            return Ok(plain(folder));
        }
        Err("no volume plugin matched".into())
    }

    /// What the kubelet writes: the kind of volume, whether it must not reach a disk, and the files.
    async fn payload(
        &self,
        pod: &Pod,
        volume: &Volume,
        place: &Place,
        lookup: &dyn Lookup,
    ) -> Result<Option<(&'static str, bool, Payload)>, String> {
        let source = &volume.volume_source;
        if let Some(map) = &source.config_map {
            let choice = Choice { items: &map.items, mode: map.default_mode, optional: map.optional == Some(true) };
            return Ok(Some((
                "configmap",
                false,
                payload::config_map(pod, &map.local_object_reference.name, &choice, lookup)?,
            )));
        }
        if let Some(secret) = &source.secret {
            let choice =
                Choice { items: &secret.items, mode: secret.default_mode, optional: secret.optional == Some(true) };
            return Ok(Some(("secret", true, payload::secret(pod, &secret.secret_name, &choice, lookup)?)));
        }
        if let Some(downward) = &source.downward_api {
            return Ok(Some((
                "downward-api",
                true,
                payload::downward(pod, place, &downward.items, downward.default_mode)?,
            )));
        }
        let Some(projected) = &source.projected else { return Ok(None) };
        let mut files = Payload::new();
        for part in &projected.sources {
            let choice = |items, optional: Option<bool>| Choice {
                items,
                mode: projected.default_mode,
                optional: optional == Some(true),
            };
            if let Some(map) = &part.config_map {
                files.extend(payload::config_map(
                    pod,
                    &map.local_object_reference.name,
                    &choice(&map.items, map.optional),
                    lookup,
                )?);
            }
            if let Some(secret) = &part.secret {
                files.extend(payload::secret(
                    pod,
                    &secret.local_object_reference.name,
                    &choice(&secret.items, secret.optional),
                    lookup,
                )?);
            }
            if let Some(downward) = &part.downward_api {
                files.extend(payload::downward(pod, place, &downward.items, projected.default_mode)?);
            }
            if let Some(token) = &part.service_account_token {
                let api = self.api.as_ref().ok_or("this kubelet has no API server to ask for a token")?;
                let data = api.tokens.get(pod, token).await?.into_bytes();
                let owner = ownership::common_user(pod);
                // As upstream: readable by all unless the pod says who it is.
                let mode = match (group(pod), owner) {
                    (Some(_), _) => 0o440,
                    (None, Some(_)) => 0o600,
                    (None, None) => payload::mode(projected.default_mode),
                };
                files.insert(payload::clean(&token.path)?, File { data, mode, owner });
            }
            if part.cluster_trust_bundle.is_some() || part.pod_certificate.is_some() {
                return Err("this kubelet has no such projection".into());
            }
        }
        Ok(Some(("projected", true, files)))
    }

    fn write(&self, folder: &Path, memory: bool, payload: &Payload, group: Option<u32>) -> io::Result<()> {
        std::fs::create_dir_all(folder)?;
        if memory && !mount::is_mounted(folder)? {
            // Secrets never reach a disk.
            Mount::new("tmpfs", "tmpfs", folder).no_devices().options("mode=0755").mount().map_err(io::Error::other)?;
        }
        atomic::write(folder, payload, group, self.clock.now())?;
        Ok(())
    }

    fn empty_dir(&self, folder: &Path, source: &EmptyDirVolumeSource, group: Option<u32>) -> io::Result<()> {
        let fresh = !folder.exists();
        std::fs::create_dir_all(folder)?;
        if source.medium == "Memory" && !mount::is_mounted(folder)? {
            let limit = source.size_limit.as_ref().and_then(quantity::value).filter(|limit| *limit > 0);
            let options = limit.map_or_else(|| "mode=0777".to_owned(), |limit| format!("mode=0777,size={limit}"));
            Mount::new("tmpfs", "tmpfs", folder).no_devices().options(&options).mount().map_err(io::Error::other)?;
        }
        if fresh {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o777))?;
        }
        match group {
            Some(group) => ownership::give(folder, group),
            None => Ok(()),
        }
    }

    /// The folder behind a claim: this kubelet knows volumes that are folders of the node.
    async fn claim(&self, pod: &Pod, name: &str) -> Result<PathBuf, String> {
        let api = self.api.as_ref().ok_or("this kubelet has no API server to ask for a claim")?;
        let claim: PersistentVolumeClaim =
            api.client.get(&pod.metadata.namespace, name).await.map_err(|err| err.to_string())?;
        if claim.status.phase != "Bound" {
            return Err(format!("PVC {name} is not bound"));
        }
        let volume: PersistentVolume =
            api.client.get("", &claim.spec.volume_name).await.map_err(|err| err.to_string())?;
        let source = &volume.spec.persistent_volume_source;
        if let Some(host) = &source.host_path {
            host_path::check(&host.path, host.r#type.as_deref().unwrap_or_default()).map_err(|err| err.to_string())?;
            return Ok(PathBuf::from(&host.path));
        }
        if let Some(local) = &source.local {
            return Ok(PathBuf::from(&local.path));
        }
        Err(format!("no volume plugin matched for PersistentVolume {}", volume.metadata.name))
    }

    async fn image(&self, pod: &Pod, volume: &Volume, reference: &str) -> Result<Ready, String> {
        let spec = api::ImageSpec { image: reference.to_owned(), ..Default::default() };
        let folder = self.folders.volume(&pod.metadata.uid, "image", &volume.name);
        let ready = |image| Ready { path: folder.clone(), read_only: true, may_create: false, image };
        if self.image_volumes {
            return Ok(ready(Some(spec)));
        }
        std::fs::create_dir_all(&folder).map_err(|err| err.to_string())?;
        if !mount::is_mounted(&folder).map_err(|err| err.to_string())? {
            let views = self
                .cri
                .mount_image(reference, &view_key(&pod.metadata.uid, &volume.name))
                .await
                .map_err(|err| err.to_string())?;
            for view in views {
                let options: Vec<_> = view
                    .options
                    .iter()
                    .filter(|option| !matches!(option.as_str(), "ro" | "rbind" | "bind"))
                    .cloned()
                    .collect();
                let options = options.join(",");
                let mount = if view.kind == "bind" {
                    Mount::bind(&view.source, &folder)
                } else {
                    Mount::new(&view.kind, &view.source, &folder).options(&options)
                };
                mount.read_only().mount().map_err(|err| io::Error::other(err).to_string())?;
            }
        }
        Ok(ready(None))
    }

    /// Unmounts and deletes everything of a pod. Calling it again is fine.
    pub(crate) async fn teardown(&self, uid: &str) -> io::Result<()> {
        self.unmount(uid).await?;
        if let Some(api) = &self.api {
            api.tokens.forget(uid);
        }
        remove(self.folders.pod(uid)).await
    }

    /// Deletes what a pod that has ended for good had in its volumes: it fills the disk for nobody. What its containers last
    /// said stays until the pod's object goes. Calling it again is fine.
    pub(crate) async fn release(&self, uid: &str) -> io::Result<()> {
        let (volumes, parts) = (self.folders.volumes(uid), self.folders.subpaths(uid));
        if !volumes.exists() && !parts.exists() {
            return Ok(());
        }
        self.unmount(uid).await?;
        remove(parts).await?;
        remove(volumes).await
    }

    async fn unmount(&self, uid: &str) -> io::Result<()> {
        let folder = self.folders.pod(uid);
        let mut below: Vec<_> =
            mount::mounted()?.into_iter().map(|row| row.target).filter(|target| target.starts_with(&folder)).collect();
        // Deepest first.
        below.sort_by_key(|target| std::cmp::Reverse(target.components().count()));
        for target in below {
            mount::detach(&target).map_err(io::Error::other)?;
        }
        let images = self.folders.volumes(uid).join("kubernetes.io~image");
        if let Ok(entries) = std::fs::read_dir(&images) {
            for entry in entries.flatten() {
                let key = view_key(uid, &entry.file_name().to_string_lossy());
                self.cri.unmount_image(&key).await.map_err(io::Error::other)?;
            }
        }
        if mount::mounted()?.iter().any(|row| row.target.starts_with(&folder)) {
            return Err(io::Error::other("something is still mounted in the pod's folder"));
        }
        Ok(())
    }
}

/// Whether a pod has volumes whose content can change while it runs.
pub(crate) fn is_live(pod: &Pod) -> bool {
    let live = |volume: &Volume| {
        let source = &volume.volume_source;
        source.config_map.is_some()
            || source.secret.is_some()
            || source.downward_api.is_some()
            || source.projected.is_some()
    };
    pod.spec.volumes.iter().any(live)
}

fn group(pod: &Pod) -> Option<u32> {
    pod.spec.security_context.as_ref().and_then(|context| context.fs_group).and_then(|group| u32::try_from(group).ok())
}

async fn remove(folder: PathBuf) -> io::Result<()> {
    match tokio::task::spawn_blocking(move || std::fs::remove_dir_all(folder)).await {
        Ok(Err(err)) if err.kind() != io::ErrorKind::NotFound => Err(err),
        Ok(_) => Ok(()),
        Err(err) => Err(io::Error::other(err)),
    }
}

fn view_key(uid: &str, volume: &str) -> String {
    format!("ironstone-image-volume-{uid}-{volume}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use kube_cri::FakeCri;

    #[tokio::test]
    async fn who_has_ended_gives_its_disk_back_and_keeps_its_last_words() {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::system();
        let volumes = Volumes {
            folders: Folders::new(folder.path().join("kubelet"), folder.path().join("logs")),
            cri: Arc::new(FakeCri::new(clock.clone())),
            clock,
            api: None,
            image_volumes: false,
        };
        let (data, words) = (volumes.folders.volume("u", "empty-dir", "data"), volumes.folders.container("u", "c"));
        for folder in [&data, &words] {
            std::fs::create_dir_all(folder).unwrap();
            std::fs::write(folder.join("file"), "content").unwrap();
        }
        for _ in 0..2 {
            volumes.release("u").await.unwrap();
            assert!(!volumes.folders.volumes("u").exists() && words.join("file").exists());
        }
        volumes.teardown("u").await.unwrap();
        assert!(!volumes.folders.pod("u").exists());
    }
}
