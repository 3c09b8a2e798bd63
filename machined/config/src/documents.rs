//! One file for each kind of document.

pub(crate) mod cluster;
pub(crate) mod kubelet;
pub(crate) mod link;
pub(crate) mod machine;
pub(crate) mod resolver;
pub(crate) mod secrets;
pub(crate) mod time;
