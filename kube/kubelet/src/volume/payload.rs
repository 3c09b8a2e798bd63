//! What the files of a ConfigMap, Secret, downward or projected volume hold. Pure, over a lookup.
//!
//! As upstream: pkg/volume/{configmap,secret,downwardapi,projected}.

use std::collections::BTreeMap;

use kube_api::types::core::{ConfigMap, DownwardAPIVolumeFile, KeyToPath, Pod, Secret};

use crate::container::env::Lookup;
use crate::container::field::{self, Place};

/// Mode of a file nobody set one for.
const MODE: u32 = 0o644;

/// One file of a volume.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct File {
    pub(crate) data: Vec<u8>,
    pub(crate) mode: u32,
    /// The one user who may read it, where that is not root.
    pub(crate) owner: Option<u32>,
}

/// Files by their path in the volume.
pub(crate) type Payload = BTreeMap<String, File>;

/// Which keys go where.
pub(crate) struct Choice<'a> {
    pub(crate) items: &'a [KeyToPath],
    pub(crate) mode: Option<i32>,
    pub(crate) optional: bool,
}

impl Choice<'_> {
    fn mode(&self) -> u32 {
        mode(self.mode)
    }
}

pub(crate) fn mode(given: Option<i32>) -> u32 {
    given.and_then(|mode| u32::try_from(mode).ok()).map_or(MODE, |mode| mode & 0o777)
}

pub(crate) fn config_map(pod: &Pod, name: &str, choice: &Choice<'_>, lookup: &dyn Lookup) -> Result<Payload, String> {
    let namespace = &pod.metadata.namespace;
    let map = match lookup.config_map(namespace, name)? {
        Some(map) => map,
        None if choice.optional => return Ok(Payload::new()),
        None => return Err(format!("configmap {name:?} not found")),
    };
    let data = config_map_data(&map);
    chosen(&data, choice, "configmap references non-existent config key: ")
}

pub(crate) fn secret(pod: &Pod, name: &str, choice: &Choice<'_>, lookup: &dyn Lookup) -> Result<Payload, String> {
    let namespace = &pod.metadata.namespace;
    let secret = match lookup.secret(namespace, name)? {
        Some(secret) => secret,
        None if choice.optional => return Ok(Payload::new()),
        None => return Err(format!("secret {name:?} not found")),
    };
    chosen(&secret_data(&secret), choice, "references non-existent secret key: ")
}

pub(crate) fn downward(
    pod: &Pod,
    place: &Place,
    items: &[DownwardAPIVolumeFile],
    default_mode: Option<i32>,
) -> Result<Payload, String> {
    let mut payload = Payload::new();
    for item in items {
        let value = if let Some(selector) = &item.field_ref {
            field::field(pod, place, &selector.field_path)?
        } else if let Some(selector) = &item.resource_field_ref {
            let name = &selector.container_name;
            let mut all = pod.spec.init_containers.iter().chain(&pod.spec.containers);
            let own =
                all.find(|container| &container.name == name).ok_or_else(|| format!("container {name} not found"))?;
            field::resource(pod, own, place, selector)?
        } else {
            return Err(format!("downward item {:?} has no source", item.path));
        };
        let file = File { data: value.into_bytes(), mode: mode(item.mode.or(default_mode)), owner: None };
        payload.insert(clean(&item.path)?, file);
    }
    Ok(payload)
}

fn config_map_data(map: &ConfigMap) -> BTreeMap<&str, &[u8]> {
    let text = map.data.iter().map(|(key, value)| (key.as_str(), value.as_bytes()));
    text.chain(map.binary_data.iter().map(|(key, value)| (key.as_str(), value.as_slice()))).collect()
}

fn secret_data(secret: &Secret) -> BTreeMap<&str, &[u8]> {
    secret.data.iter().map(|(key, value)| (key.as_str(), value.as_slice())).collect()
}

fn chosen(data: &BTreeMap<&str, &[u8]>, choice: &Choice<'_>, fault: &str) -> Result<Payload, String> {
    let file = |data: &[u8], mode| File { data: data.to_vec(), mode, owner: None };
    if choice.items.is_empty() {
        return data.iter().map(|(key, value)| Ok((clean(key)?, file(value, choice.mode())))).collect();
    }
    let mut payload = Payload::new();
    for item in choice.items {
        match data.get(item.key.as_str()) {
            Some(value) => {
                payload.insert(clean(&item.path)?, file(value, mode(item.mode.or(choice.mode))));
            }
            None if choice.optional => {}
            None => return Err(format!("{fault}{}", item.key)),
        }
    }
    Ok(payload)
}

/// A path inside the volume: relative, without `..`, not ours.
pub(crate) fn clean(path: &str) -> Result<String, String> {
    let parts: Vec<_> = path.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    if path.starts_with('/')
        || parts.is_empty()
        || parts.contains(&"..")
        || parts.first().is_some_and(|first| first.starts_with(".."))
    {
        return Err(format!("invalid path: {path:?}"));
    }
    Ok(parts.join("/"))
}
