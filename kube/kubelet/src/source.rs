//! Where pods come from and where news of them goes: files, the API server, mirror pods, statuses.

pub(crate) mod files;
pub(crate) mod mirror;
pub(crate) mod send;
