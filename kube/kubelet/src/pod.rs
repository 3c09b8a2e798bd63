//! One pod on this node: what it is, what it needs next, how that is brought about, how it is doing.

pub(crate) mod backoff;
pub(crate) mod conditions;
pub(crate) mod look;
pub(crate) mod observed;
pub(crate) mod phase;
pub(crate) mod plan;
pub(crate) mod resize;
pub(crate) mod start;
pub(crate) mod status;
pub(crate) mod stop;
pub(crate) mod view;
pub(crate) mod worker;
