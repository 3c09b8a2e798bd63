//! `Kubelet`: how this node shows itself in the cluster.

use std::collections::BTreeMap;
use std::net::IpAddr;

use crate::read::{Field, Fields};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kubelet {
    pub labels: BTreeMap<String, String>,
    pub taints: Vec<Taint>,
    /// The address that the node is known by; otherwise the one on the way to the default route.
    pub node_address: Option<IpAddr>,
    pub max_pods: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taint {
    pub key: String,
    pub value: String,
    pub effect: Effect,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    NoSchedule,
    PreferNoSchedule,
    NoExecute,
}

impl Effect {
    pub fn name(self) -> &'static str {
        match self {
            Effect::NoSchedule => "NoSchedule",
            Effect::PreferNoSchedule => "PreferNoSchedule",
            Effect::NoExecute => "NoExecute",
        }
    }
}

impl Default for Kubelet {
    fn default() -> Self {
        Self { labels: BTreeMap::new(), taints: Vec::new(), node_address: None, max_pods: MAX_PODS }
    }
}

// As upstream: pkg/kubelet/apis/config/v1beta1/defaults.go.
const MAX_PODS: u32 = 110;

pub(crate) fn read(mut fields: Fields<'_>) -> Option<Kubelet> {
    let labels = fields.take("labels").map(|field| field.strings()).unwrap_or_default();
    let taints = fields.take("taints").map(|field| field.each(taint)).unwrap_or_default();
    let node_address = fields.take("nodeAddress").and_then(|field| field.parse("an address"));
    let max_pods = fields.take("maxPods").and_then(|field| field.number(1..=1000)).unwrap_or(MAX_PODS);
    fields.end();
    Some(Kubelet { labels, taints, node_address, max_pods })
}

fn taint(field: &Field<'_>) -> Option<Taint> {
    let effects =
        [Effect::NoSchedule, Effect::PreferNoSchedule, Effect::NoExecute].map(|effect| (effect.name(), effect));
    let mut fields = field.fields()?;
    let key = fields.need("key").and_then(|field| field.string());
    let value = fields.take("value").and_then(|field| field.string()).unwrap_or_default();
    let effect = fields.need("effect").and_then(|field| field.choice(&effects));
    fields.end();
    Some(Taint { key: key?, value, effect: effect? })
}
