//! The controllers of the cluster's built-in resources. Each folder is one controller: `plan.rs` decides from what
//! the caches hold, `run.rs` gathers that and wakes the queue; `driver` carries plans out.

mod act;
mod caches;
mod claim;
mod driver;
mod hash;
mod history;
mod meta;
mod monitors;
mod percent;
mod plan;
mod pods;
mod queue;
mod run;
#[cfg(test)]
mod testing;

mod addons {
    mod manifest;
    mod plan;
    pub(crate) mod run;
}
mod aggregation {
    mod plan;
    pub(crate) mod run;
}
mod binder {
    mod plan;
    pub(crate) mod run;
}
mod cronjob {
    mod plan;
    pub(crate) mod run;
    mod schedule;
}
mod csr {
    mod parse;
    mod plan;
    pub(crate) mod run;
}
mod daemonset {
    mod nodes;
    mod plan;
    pub(crate) mod run;
}
mod deployment {
    pub(crate) mod plan;
    mod revision;
    pub(crate) mod run;
    mod scale;
    mod status;
}
mod podgc {
    mod plan;
    pub(crate) mod run;
}
mod protection {
    mod plan;
    pub(crate) mod run;
}
mod quota {
    mod plan;
    pub(crate) mod run;
}
mod replicaset {
    pub(crate) mod plan;
    pub(crate) mod run;
}
mod disruption {
    pub(crate) mod plan;
    pub(crate) mod run;
}
mod endpoints {
    pub(crate) mod plan;
    pub(crate) mod run;
}
mod endpointslice {
    pub(crate) mod pack;
    pub(crate) mod plan;
    pub(crate) mod run;
}
mod garbage {
    mod graph;
    mod plan;
    pub(crate) mod run;
}
mod job {
    mod indexes;
    pub(crate) mod plan;
    mod pods;
    mod policy;
    pub(crate) mod run;
}
mod mirroring {
    mod plan;
    pub(crate) mod run;
}
mod namespace {
    mod plan;
    pub(crate) mod run;
}
mod rootca {
    mod plan;
    pub(crate) mod run;
}
mod serviceaccount {
    mod plan;
    pub(crate) mod run;
}
mod nodeipam {
    pub(crate) mod plan;
    pub(crate) mod run;
}
mod nodelifecycle {
    mod plan;
    pub(crate) mod run;
}
mod servicecidr {
    mod plan;
    pub(crate) mod run;
}
mod statefulset {
    mod identity;
    mod plan;
    pub(crate) mod run;
}
mod tainteviction {
    mod plan;
    pub(crate) mod run;
}
mod tokens {
    mod plan;
    pub(crate) mod run;
}
mod ttl {
    mod plan;
    pub(crate) mod run;
}

pub use addons::run::{AddonsConfig, AddonsError};
pub use nodeipam::plan::RangeError;
pub use run::{Config, RunError, run};
