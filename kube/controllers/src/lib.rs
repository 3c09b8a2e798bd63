//! The controllers of the cluster's built-in resources. Each folder is one controller: `plan.rs` decides from what
//! the caches hold, `run.rs` gathers that and wakes the queue; `driver` carries plans out.

mod act;
mod caches;
mod claim;
mod driver;
mod hash;
mod meta;
mod monitors;
mod percent;
mod plan;
mod pods;
mod queue;
mod selector;

mod deployment {
    pub(crate) mod plan;
    mod revision;
    pub(crate) mod run;
    mod scale;
    mod status;
}
mod replicaset {
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
