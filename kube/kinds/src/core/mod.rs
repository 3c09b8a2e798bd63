//! Kinds of the core group.

pub(crate) mod claim;
mod cluster;
mod data;
pub(crate) mod endpoints;
mod event;
pub(crate) mod pod;
mod quota;
mod service;
pub(crate) mod volume;

use crate::hooks::Row;

pub(crate) static ROWS: &[Row] = &[
    pod::ROW,
    service::ROW,
    endpoints::ROW,
    cluster::NAMESPACE,
    cluster::NODE,
    data::CONFIG_MAP,
    data::SECRET,
    data::SERVICE_ACCOUNT,
    data::POD_TEMPLATE,
    data::REPLICATION_CONTROLLER,
    event::ROW,
    quota::RESOURCE_QUOTA,
    quota::LIMIT_RANGE,
    volume::ROW,
    claim::ROW,
];
