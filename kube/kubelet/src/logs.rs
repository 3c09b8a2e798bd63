//! Container logs in CRI's format: read for whoever asks, set aside when they grow.

pub(crate) mod line;
pub(crate) mod read;
pub(crate) mod rotate;
pub(crate) mod watch;

pub(crate) use line::content;
