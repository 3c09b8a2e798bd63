//! The CNI plugin: gives a pod sandbox its address and a routed link to the node. `kube` started by the name that the
//! network configuration gives is this plugin; it lives for one call.
//!
//! Reading order: what a call says, which address it gets, which links are made, and what is answered.

mod call;
mod config;
mod error;
mod link;
mod pool;
mod run;

pub use call::{Call, Command};
pub use error::CniError;
pub use run::run;
