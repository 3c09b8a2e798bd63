//! Which of a pod's pull secrets fit an image. Pure.
//!
//! As upstream: pkg/credentialprovider: the longest matching path first; `*` stands for one part of a host name.

use std::collections::BTreeMap;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kube_api::types::core::Secret;
use kube_cri::PullAuth;
use serde::Deserialize;

#[derive(Deserialize)]
struct Config {
    #[serde(default)]
    auths: BTreeMap<String, Entry>,
}

#[derive(Clone, Default, Deserialize)]
struct Entry {
    #[serde(default)]
    username: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    auth: String,
}

pub(crate) fn for_image(image: &str, secrets: &[Arc<Secret>]) -> Vec<PullAuth> {
    let image = with_host(image);
    let mut fitting: Vec<(String, PullAuth)> = Vec::new();
    for secret in secrets {
        for (registry, entry) in entries(secret) {
            let registry = bare(&registry);
            if fits(&registry, &image)
                && let Some(auth) = auth(&registry, &entry)
            {
                fitting.push((registry, auth));
            }
        }
    }
    fitting.sort_by_key(|(registry, _)| std::cmp::Reverse(registry.len()));
    fitting.into_iter().map(|(_, auth)| auth).collect()
}

fn entries(secret: &Secret) -> BTreeMap<String, Entry> {
    if let Some(data) = secret.data.get(".dockerconfigjson") {
        return serde_json::from_slice::<Config>(data).map(|config| config.auths).unwrap_or_default();
    }
    secret.data.get(".dockercfg").and_then(|data| serde_json::from_slice(data).ok()).unwrap_or_default()
}

fn auth(registry: &str, entry: &Entry) -> Option<PullAuth> {
    let (username, password) = if entry.username.is_empty() && !entry.auth.is_empty() {
        let text = String::from_utf8(STANDARD.decode(entry.auth.trim()).ok()?).ok()?;
        let (user, password) = text.split_once(':')?;
        (user.to_owned(), password.to_owned())
    } else {
        (entry.username.clone(), entry.password.clone())
    };
    (!username.is_empty()).then(|| PullAuth {
        username,
        password,
        server_address: registry.to_owned(),
        ..PullAuth::default()
    })
}

/// Without scheme and version path: `https://index.docker.io/v1/` is `index.docker.io`.
fn bare(registry: &str) -> String {
    let registry = registry.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/');
    let registry = registry.strip_suffix("/v1").or(registry.strip_suffix("/v2")).unwrap_or(registry);
    if registry == "docker.io" { "index.docker.io".into() } else { registry.to_owned() }
}

fn with_host(image: &str) -> String {
    let (first, rest) = image.split_once('/').unwrap_or(("", image));
    let host = first.contains('.') || first.contains(':') || first == "localhost";
    match (host, first) {
        (true, "docker.io") => format!("index.docker.io/{rest}"),
        (true, _) => image.to_owned(),
        (false, "") => format!("index.docker.io/library/{image}"),
        (false, _) => format!("index.docker.io/{image}"),
    }
}

fn fits(registry: &str, image: &str) -> bool {
    let (host, path) = registry.split_once('/').unwrap_or((registry, ""));
    let (image_host, image_path) = image.split_once('/').unwrap_or((image, ""));
    let (host, port) = host.split_once(':').unwrap_or((host, ""));
    let (image_host, image_port) = image_host.split_once(':').unwrap_or((image_host, ""));
    let parts: Vec<_> = host.split('.').collect();
    let image_parts: Vec<_> = image_host.split('.').collect();
    let same_host = parts.len() == image_parts.len()
        && parts.iter().zip(&image_parts).all(|(pattern, part)| matches(pattern, part));
    same_host && port == image_port && image_path.starts_with(path)
}

/// `*` at either end or alone, as registries are written.
fn matches(pattern: &str, part: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == part,
        Some((before, after)) => {
            part.len() >= before.len() + after.len() && part.starts_with(before) && part.ends_with(after)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_fitting_registry_comes_first() {
        let config = br#"{"auths":{"https://index.docker.io/v1/":{"auth":"YTpi"},"r.io":{"username":"u","password":"p"},"r.io/team":{"username":"t","password":"p"},"*.x.io":{"username":"w","password":"p"}}}"#;
        let secret = Secret { data: [(".dockerconfigjson".to_owned(), config.to_vec())].into(), ..Secret::default() };
        let secrets = [Arc::new(secret)];
        let users = |image| for_image(image, &secrets).into_iter().map(|auth| auth.username).collect::<Vec<_>>();
        assert_eq!(users("nginx"), ["a"]);
        assert_eq!(users("r.io/team/app:1"), ["t", "u"]);
        assert_eq!(users("a.x.io/app"), ["w"]);
        assert!(users("x.io/app").is_empty());
    }
}
