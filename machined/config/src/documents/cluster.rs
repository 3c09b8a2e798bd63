//! `Cluster`: what all nodes of a cluster agree on.

use std::net::IpAddr;

use ipnet::IpNet;

use crate::names::{is_dns_name, is_host};
use crate::read::{Field, Fields};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    pub name: String,
    /// Where the API server is reached, such as `https://10.0.0.10:6443`.
    pub endpoint: Endpoint,
    /// Machine APIs of control-plane nodes: a node asks them for its certificates.
    pub control_planes: Vec<String>,
    pub pod_networks: Vec<IpNet>,
    pub service_networks: Vec<IpNet>,
    pub dns_domain: String,
    pub plugin: NetworkPlugin,
    /// Further names and addresses that the API server is reached by.
    pub api_names: Vec<String>,
    /// A store of one's own instead of ours.
    pub external_etcd: Option<ExternalEtcd>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    pub host: String,
    pub port: u16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NetworkPlugin {
    /// Ours: routes between nodes.
    Ironstone,
    /// The administrator installs one.
    None,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExternalEtcd {
    pub endpoints: Vec<String>,
    pub ca: Option<String>,
    pub certificate: Option<String>,
    pub key: Option<machined_base::Secret<String>>,
}

impl std::fmt::Display for Endpoint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let bracket = self.host.contains(':');
        let (open, close) = if bracket { ("[", "]") } else { ("", "") };
        write!(f, "https://{open}{}{close}:{}", self.host, self.port)
    }
}

impl Cluster {
    /// The cluster's own address for the API: the first of the service network.
    pub fn api_service(&self) -> Option<IpAddr> {
        self.service_networks.first().and_then(|net| net.hosts().next())
    }

    /// The cluster's DNS: the tenth of the service network, as everywhere.
    pub fn dns_service(&self) -> Option<IpAddr> {
        self.service_networks.first().and_then(|net| net.hosts().nth(9))
    }
}

pub(crate) fn read(mut fields: Fields<'_>) -> Option<Cluster> {
    let name = fields.need("name").and_then(|field| {
        let name = field.string()?;
        if !is_dns_name(&name) {
            field.fault(format!("{name:?} is not a name: lower-case letters, digits and hyphens"));
        }
        Some(name)
    });
    let endpoint = fields.need("endpoint").and_then(|field| endpoint(&field));
    let control_planes = fields.take("controlPlanes").map(|field| field.each(machine_api)).unwrap_or_default();
    let api_names = fields.take("apiNames").map(|field| field.each(host)).unwrap_or_default();
    let network = fields.take("network");
    let mut pod_networks = vec![default_net("10.244.0.0/16")];
    let mut service_networks = vec![default_net("10.96.0.0/12")];
    let mut dns_domain = "cluster.local".to_owned();
    let mut plugin = NetworkPlugin::Ironstone;
    if let Some(mut fields) = network.and_then(|field| field.fields()) {
        if let Some(field) = fields.take("pods") {
            pod_networks = networks(&field);
        }
        if let Some(field) = fields.take("services") {
            service_networks = networks(&field);
            for (pods, services) in pod_networks.iter().flat_map(|p| service_networks.iter().map(move |s| (p, s))) {
                if pods.contains(services) || services.contains(pods) {
                    field.fault(format!("{services} overlaps with the pods' {pods}"));
                }
            }
        }
        if let Some(field) = fields.take("dnsDomain")
            && let Some(domain) = field.string()
        {
            if !is_dns_name(&domain) {
                field.fault(format!("{domain:?} is not a domain"));
            }
            dns_domain = domain;
        }
        if let Some(field) = fields.take("plugin") {
            let plugins = [("ironstone", NetworkPlugin::Ironstone), ("none", NetworkPlugin::None)];
            plugin = field.choice(&plugins).unwrap_or(plugin);
        }
        fields.end();
    }
    let external_etcd = fields.take("etcd").and_then(|field| {
        let mut fields = field.fields()?;
        let external = fields.need("external").and_then(|field| external(&field));
        fields.end();
        external
    });
    fields.end();
    Some(Cluster {
        name: name?,
        endpoint: endpoint?,
        control_planes,
        pod_networks,
        service_networks,
        dns_domain,
        plugin,
        api_names,
        external_etcd,
    })
}

fn default_net(text: &str) -> IpNet {
    text.parse().expect("a network written here")
}

fn networks(field: &Field<'_>) -> Vec<IpNet> {
    let networks = field.each(|item| {
        let net: IpNet = item.parse("a network")?;
        if net.trunc() != net {
            item.fault(format!("{net} has bits set behind its prefix; the network is {}", net.trunc()));
        }
        if net.prefix_len() > net.max_prefix_len() - 8 {
            item.fault(format!("{net} is too small: it must leave 8 bits at least"));
        }
        Some(net)
    });
    // As upstream: one network, or one of each family.
    let families: Vec<bool> = networks.iter().map(|net| net.addr().is_ipv4()).collect();
    if networks.len() > 2 || matches!(families.as_slice(), [a, b] if a == b) {
        field.fault("takes one network, or one of IPv4 and one of IPv6");
    } else if networks.is_empty() && field.list().is_empty() {
        field.fault("must name a network");
    }
    networks
}

fn endpoint(field: &Field<'_>) -> Option<Endpoint> {
    let text = field.string()?;
    let refuse = |why: &str| {
        field.fault(format!("{text:?} is not an endpoint such as https://10.0.0.10:6443: {why}"));
        None
    };
    let Some(rest) = text.strip_prefix("https://") else { return refuse("it does not start with https://") };
    let rest = rest.strip_suffix('/').unwrap_or(rest);
    let (host, port) = match rest.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => match port.parse::<u16>() {
            Ok(port) if port > 0 => (host, port),
            _ => return refuse("the port is not a number from 1 to 65535"),
        },
        _ => (rest, 443),
    };
    let host = host.trim_start_matches('[').trim_end_matches(']');
    if !is_host(host) {
        return refuse("the host is neither a name nor an address");
    }
    Some(Endpoint { host: host.to_owned(), port })
}

fn host(item: &Field<'_>) -> Option<String> {
    let host = item.string()?;
    if !is_host(&host) {
        item.fault(format!("{host:?} is neither a host name nor an address"));
    }
    Some(host)
}

/// A host, with the port of its machine API where that is not the usual one.
fn machine_api(item: &Field<'_>) -> Option<String> {
    let text = item.string()?;
    let host = match text.rsplit_once(':') {
        Some((host, port)) if port.parse::<u16>().is_ok_and(|port| port > 0) && text.parse::<IpAddr>().is_err() => {
            host.trim_start_matches('[').trim_end_matches(']')
        }
        _ => text.as_str(),
    };
    if !is_host(host) {
        item.fault(format!("{text:?} is neither a host name nor an address, with or without a port"));
    }
    Some(text)
}

fn external(field: &Field<'_>) -> Option<ExternalEtcd> {
    let mut fields = field.fields()?;
    let endpoints = fields.need("endpoints").map(|field| {
        let endpoints = field.each(|item| {
            let url = item.string()?;
            if !url.starts_with("https://") && !url.starts_with("http://") {
                item.fault(format!("{url:?} does not start with https:// or http://"));
            }
            Some(url)
        });
        if field.list().is_empty() {
            field.fault("must name an endpoint");
        }
        endpoints
    });
    let ca = fields.take("ca").and_then(|field| field.string());
    let certificate = fields.take("certificate").and_then(|field| field.string());
    let key = fields.take("key").and_then(|field| field.string()).map(machined_base::Secret::new);
    if certificate.is_some() != key.is_some() {
        fields.fault("certificate", "goes with key, and key with certificate");
    }
    fields.end();
    Some(ExternalEtcd { endpoints: endpoints?, ca, certificate, key })
}
