//! The environment of a container: services, envFrom, then env with references and expansion. Pure, over a lookup.
//!
//! As upstream: pkg/kubelet/kubelet_pods.go makeEnvironmentVariables, pkg/kubelet/envvars.

use std::collections::BTreeMap;
use std::sync::Arc;

use kube_api::types::core::{ConfigMap, Container, EnvVarSource, Pod, Secret, Service};

use super::expand::expand;
use super::field::{self, Place};

/// Where values of other objects come from. `Err` says why an answer is not known yet.
pub(crate) trait Lookup: Sync {
    fn config_map(&self, namespace: &str, name: &str) -> Result<Option<Arc<ConfigMap>>, String>;
    fn secret(&self, namespace: &str, name: &str) -> Result<Option<Arc<Secret>>, String>;
}

/// Why a container cannot be configured; shown as `CreateContainerConfigError`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub(crate) struct ConfigError(pub(crate) String);

/// Names in the order in which they were first set, with their last values.
pub(crate) fn environment(
    pod: &Pod,
    container: &Container,
    place: &Place,
    services: &[Arc<Service>],
    lookup: &dyn Lookup,
) -> Result<Vec<(String, String)>, ConfigError> {
    let namespace = &pod.metadata.namespace;
    let service_vars = service_environment(namespace, pod.spec.enable_service_links.unwrap_or(true), services);
    let mut result: Vec<(String, String)> = Vec::new();
    let set = |result: &mut Vec<(String, String)>, name: &str, value: String| match result
        .iter_mut()
        .find(|(key, _)| key == name)
    {
        Some((_, old)) => *old = value,
        None => result.push((name.to_owned(), value)),
    };
    for from in &container.env_from {
        if let Some(source) = &from.config_map_ref {
            let name = &source.local_object_reference.name;
            match lookup.config_map(namespace, name).map_err(ConfigError)? {
                Some(map) => {
                    for (key, value) in &map.data {
                        set(&mut result, &format!("{}{key}", from.prefix), value.clone());
                    }
                }
                None if source.optional == Some(true) => {}
                None => return Err(ConfigError(format!("configmap {name:?} not found"))),
            }
        } else if let Some(source) = &from.secret_ref {
            let name = &source.local_object_reference.name;
            match lookup.secret(namespace, name).map_err(ConfigError)? {
                Some(secret) => {
                    for (key, value) in &secret.data {
                        set(&mut result, &format!("{}{key}", from.prefix), String::from_utf8_lossy(value).into_owned());
                    }
                }
                None if source.optional == Some(true) => {}
                None => return Err(ConfigError(format!("secret {name:?} not found"))),
            }
        }
    }
    for var in &container.env {
        let value = if !var.value.is_empty() {
            let known = |name: &str| find(&result, name).or_else(|| service_vars.get(name).cloned());
            Some(expand(&var.value, known))
        } else if let Some(source) = &var.value_from {
            reference(pod, container, place, source, lookup)?
        } else {
            Some(String::new())
        };
        if let Some(value) = value {
            set(&mut result, &var.name, value);
        }
    }
    for (name, value) in service_vars {
        if find(&result, &name).is_none() {
            result.push((name, value));
        }
    }
    Ok(result)
}

pub(crate) fn find(vars: &[(String, String)], name: &str) -> Option<String> {
    vars.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone())
}

/// `None`: an optional source that is not there leaves the variable out.
fn reference(
    pod: &Pod,
    container: &Container,
    place: &Place,
    source: &EnvVarSource,
    lookup: &dyn Lookup,
) -> Result<Option<String>, ConfigError> {
    let namespace = &pod.metadata.namespace;
    if let Some(selector) = &source.field_ref {
        return field::field(pod, place, &selector.field_path).map(Some).map_err(ConfigError);
    }
    if let Some(selector) = &source.resource_field_ref {
        return field::resource(pod, container, place, selector).map(Some).map_err(ConfigError);
    }
    if let Some(selector) = &source.config_map_key_ref {
        let (name, key, optional) =
            (&selector.local_object_reference.name, &selector.key, selector.optional == Some(true));
        return match lookup.config_map(namespace, name).map_err(ConfigError)? {
            None if optional => Ok(None),
            None => Err(ConfigError(format!("configmap {name:?} not found"))),
            Some(map) => match map.data.get(key) {
                None if optional => Ok(None),
                None => Err(ConfigError(format!("couldn't find key {key} in ConfigMap {namespace}/{name}"))),
                Some(value) => Ok(Some(value.clone())),
            },
        };
    }
    if let Some(selector) = &source.secret_key_ref {
        let (name, key, optional) =
            (&selector.local_object_reference.name, &selector.key, selector.optional == Some(true));
        return match lookup.secret(namespace, name).map_err(ConfigError)? {
            None if optional => Ok(None),
            None => Err(ConfigError(format!("secret {name:?} not found"))),
            Some(secret) => match secret.data.get(key) {
                None if optional => Ok(None),
                None => Err(ConfigError(format!("couldn't find key {key} in Secret {namespace}/{name}"))),
                Some(value) => Ok(Some(String::from_utf8_lossy(value).into_owned())),
            },
        };
    }
    Err(ConfigError("an environment variable has a source that this kubelet does not know".into()))
}

/// What docker links once gave: addresses of the namespace's services, and always the API server's.
fn service_environment(namespace: &str, links: bool, services: &[Arc<Service>]) -> BTreeMap<String, String> {
    let mut chosen: BTreeMap<&str, &Service> = BTreeMap::new();
    let usable = |service: &&Arc<Service>| !matches!(service.spec.cluster_ip.as_str(), "" | "None");
    for service in services.iter().filter(usable) {
        let meta = &service.metadata;
        if meta.namespace == namespace && links {
            chosen.insert(&meta.name, service);
        } else if meta.namespace == "default" && meta.name == "kubernetes" {
            chosen.entry(&meta.name).or_insert(service);
        }
    }
    let mut vars = BTreeMap::new();
    for (name, service) in chosen {
        let Some(first) = service.spec.ports.first() else { continue };
        let prefix = name.to_uppercase().replace('-', "_");
        let host = &service.spec.cluster_ip;
        vars.insert(format!("{prefix}_SERVICE_HOST"), host.clone());
        vars.insert(format!("{prefix}_SERVICE_PORT"), first.port.to_string());
        for port in service.spec.ports.iter().filter(|port| !port.name.is_empty()) {
            let name = port.name.to_uppercase().replace('-', "_");
            vars.insert(format!("{prefix}_SERVICE_PORT_{name}"), port.port.to_string());
        }
        // As Go's net.JoinHostPort.
        let address = if host.contains(':') { format!("[{host}]") } else { host.clone() };
        for (number, port) in service.spec.ports.iter().enumerate() {
            let protocol = if port.protocol.is_empty() { "TCP" } else { &port.protocol };
            let url = format!("{}://{address}:{}", protocol.to_lowercase(), port.port);
            if number == 0 {
                vars.insert(format!("{prefix}_PORT"), url.clone());
            }
            let prefix = format!("{prefix}_PORT_{}_{}", port.port, protocol.to_uppercase());
            vars.insert(prefix.clone(), url);
            vars.insert(format!("{prefix}_PROTO"), protocol.to_lowercase());
            vars.insert(format!("{prefix}_PORT"), port.port.to_string());
            vars.insert(format!("{prefix}_ADDR"), host.clone());
        }
    }
    vars
}
