//! Images on the node: pulled when a container needs them, removed when the disk fills up.

pub(crate) mod collect;
pub(crate) mod credentials;
pub(crate) mod pull;
