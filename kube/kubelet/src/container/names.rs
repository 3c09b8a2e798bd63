//! The name a pod has on the network, and the files that say so: hostname, /etc/hosts, resolv.conf. Pure.
//!
//! As upstream: pkg/kubelet/kubelet_pods.go, pkg/kubelet/network/dns/dns.go.

use kube_api::types::core::{HostAlias, Pod};
use kube_cri::api::DnsConfig;

use crate::pod::view;

const HOSTNAME_MAX: usize = 63;
/// The C library reads no more than these.
const SERVERS_MAX: usize = 3;
const SEARCHES_MAX: usize = 32;
const SEARCH_CHARS_MAX: usize = 2048;

/// What the node knows of name resolution.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Resolver {
    pub(crate) cluster_servers: Vec<String>,
    pub(crate) cluster_domain: String,
    /// The node's own resolv.conf.
    pub(crate) host: DnsConfig,
}

/// Host name and, for pods with a subdomain, the domain below it.
pub(crate) fn host_and_domain(pod: &Pod, cluster_domain: &str) -> (String, String) {
    if let Some(name) = pod.spec.hostname_override.as_ref().filter(|name| !name.is_empty()) {
        return (name.clone(), String::new());
    }
    let name = if pod.spec.hostname.is_empty() { &pod.metadata.name } else { &pod.spec.hostname };
    let mut name: String = name.chars().take(HOSTNAME_MAX).collect();
    while name.ends_with(['-', '.']) {
        name.pop();
    }
    let domain = match pod.spec.subdomain.as_str() {
        "" => String::new(),
        sub => format!("{sub}.{}.svc.{cluster_domain}", pod.metadata.namespace),
    };
    (name, domain)
}

/// What the sandbox calls itself: the full name where the pod asks for that.
pub(crate) fn sandbox_hostname(pod: &Pod, cluster_domain: &str) -> String {
    let (name, domain) = host_and_domain(pod, cluster_domain);
    if pod.spec.set_hostname_as_fqdn == Some(true) && !domain.is_empty() { format!("{name}.{domain}") } else { name }
}

pub(crate) fn hosts_file(pod: &Pod, ips: &[String], cluster_domain: &str, node_hosts: &str) -> String {
    if view::is_host_network(&pod.spec) {
        return format!(
            "# Kubernetes-managed hosts file (host network).\n{node_hosts}{}",
            aliases(&pod.spec.host_aliases)
        );
    }
    let (name, domain) = host_and_domain(pod, cluster_domain);
    let mut file = String::from("# Kubernetes-managed hosts file.\n127.0.0.1\tlocalhost\n");
    file.push_str("::1\tlocalhost ip6-localhost ip6-loopback\n");
    for (address, name) in [
        ("fe00::0", "ip6-localnet"),
        ("fe00::0", "ip6-mcastprefix"),
        ("fe00::1", "ip6-allnodes"),
        ("fe00::2", "ip6-allrouters"),
    ] {
        file.push_str(&format!("{address}\t{name}\n"));
    }
    for ip in ips {
        if domain.is_empty() {
            file.push_str(&format!("{ip}\t{name}\n"));
        } else {
            file.push_str(&format!("{ip}\t{name}.{domain}\t{name}\n"));
        }
    }
    file.push_str(&aliases(&pod.spec.host_aliases));
    file
}

fn aliases(aliases: &[HostAlias]) -> String {
    if aliases.is_empty() {
        return String::new();
    }
    let lines: String = aliases.iter().map(|alias| format!("{}\t{}\n", alias.ip, alias.hostnames.join("\t"))).collect();
    format!("\n# Entries added by HostAliases.\n{lines}")
}

pub(crate) fn dns(pod: &Pod, resolver: &Resolver) -> DnsConfig {
    let spec = &pod.spec;
    let cluster = match spec.dns_policy.as_str() {
        "None" => return limited(with_own(DnsConfig::default(), pod)),
        "Default" => false,
        "ClusterFirstWithHostNet" => true,
        _ => !spec.host_network,
    };
    let mut config = resolver.host.clone();
    if cluster && !resolver.cluster_servers.is_empty() {
        config.servers = resolver.cluster_servers.clone();
        let domain = &resolver.cluster_domain;
        if !domain.is_empty() {
            let own = [format!("{}.svc.{domain}", pod.metadata.namespace), format!("svc.{domain}"), domain.clone()];
            config.searches = unique(own.into_iter().chain(config.searches));
        }
        config.options = vec!["ndots:5".to_owned()];
    }
    limited(with_own(config, pod))
}

fn with_own(mut config: DnsConfig, pod: &Pod) -> DnsConfig {
    let Some(own) = &pod.spec.dns_config else { return config };
    config.servers = unique(config.servers.into_iter().chain(own.nameservers.iter().cloned()));
    config.searches = unique(config.searches.into_iter().chain(own.searches.iter().cloned()));
    for option in &own.options {
        let text = match &option.value {
            Some(value) if !value.is_empty() => format!("{}:{value}", option.name),
            _ => option.name.clone(),
        };
        // The pod's word replaces the node's.
        config.options.retain(|have| have.split(':').next() != Some(option.name.as_str()));
        config.options.push(text);
    }
    config
}

fn limited(mut config: DnsConfig) -> DnsConfig {
    config.servers.truncate(SERVERS_MAX);
    config.searches.truncate(SEARCHES_MAX);
    while config.searches.iter().map(|search| search.len() + 1).sum::<usize>() > SEARCH_CHARS_MAX + 1 {
        config.searches.pop();
    }
    config
}

fn unique(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut kept = Vec::new();
    for item in all {
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
    kept
}

/// Reads a resolv.conf.
pub(crate) fn parse_resolv_conf(text: &str) -> DnsConfig {
    let mut config = DnsConfig::default();
    for line in text.lines() {
        let mut words = line.split_whitespace();
        match words.next() {
            Some("nameserver") => config.servers.extend(words.next().map(str::to_owned)),
            Some("search") => {
                config.searches = words
                    .map(|word| if word == "." { word.to_owned() } else { word.trim_end_matches('.').to_owned() })
                    .collect()
            }
            Some("options") => config.options = words.map(str::to_owned).collect(),
            _ => {}
        }
    }
    config
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolver() -> Resolver {
        Resolver {
            cluster_servers: vec!["10.96.0.10".into()],
            cluster_domain: "cluster.local".into(),
            host: parse_resolv_conf("# comment\nnameserver 1.1.1.1\nsearch lan.\noptions timeout:1\n"),
        }
    }

    fn pod(policy: &str, host: bool) -> Pod {
        let mut pod = Pod::default();
        pod.metadata.namespace = "default".into();
        pod.metadata.name = "web-0".into();
        pod.spec.dns_policy = policy.into();
        pod.spec.host_network = host;
        pod
    }

    #[test]
    fn policy_decides_who_answers() {
        let check = |policy, host, servers: &[&str]| {
            assert_eq!(dns(&pod(policy, host), &resolver()).servers, servers, "{policy} {host}")
        };
        check("ClusterFirst", false, &["10.96.0.10"]);
        check("ClusterFirst", true, &["1.1.1.1"]);
        check("ClusterFirstWithHostNet", true, &["10.96.0.10"]);
        check("Default", false, &["1.1.1.1"]);
        check("None", false, &[]);
        let searches = dns(&pod("", false), &resolver()).searches;
        assert_eq!(searches, ["default.svc.cluster.local", "svc.cluster.local", "cluster.local", "lan"]);
    }

    #[test]
    fn a_subdomain_gives_a_full_name() {
        let mut pod = pod("", false);
        pod.spec.subdomain = "web".into();
        let file = hosts_file(&pod, &["10.0.0.7".into()], "cluster.local", "");
        assert!(file.ends_with("10.0.0.7\tweb-0.web.default.svc.cluster.local\tweb-0\n"), "{file}");
    }
}
