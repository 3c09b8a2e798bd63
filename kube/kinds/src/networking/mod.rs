//! Kinds of networking.k8s.io and discovery.k8s.io.
//!
//! As upstream: pkg/apis/networking and pkg/apis/discovery (defaults, validation), pkg/registry, printers.

mod address;
mod ingress;
mod policy;
mod slice;

use crate::hooks::Row;

const GROUP: &str = "networking.k8s.io";

pub(crate) static ROWS: &[Row] = &[
    ingress::INGRESS,
    ingress::INGRESS_CLASS,
    policy::NETWORK_POLICY,
    address::SERVICE_CIDR,
    address::IP_ADDRESS,
    slice::ENDPOINT_SLICE,
];
