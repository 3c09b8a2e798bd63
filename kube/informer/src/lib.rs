//! How every client of ours talks to an API server: typed calls over one HTTP/2 connection, caches that follow
//! changes, leader election, events. Decides nothing about any kind.

mod client;
mod config;
mod discovery;
mod election;
mod error;
mod events;
mod informer;
mod kubeconfig;
mod metadata;
mod options;
mod store;
#[cfg(feature = "testing")]
pub mod testing;
mod transport;
mod watch;
mod wire;

pub use client::{Answer, Call, Client, List};
pub use config::{Config, Identity, Material};
pub use discovery::Served;
pub use election::{Election, Ended};
pub use error::{Cause, Error, Reason, Refusal};
pub use events::{Level, Recorder, reference};
pub use http::Method;
pub use informer::Informer;
pub use kubeconfig::{Kubeconfig, KubeconfigError};
pub use metadata::Metadata;
pub use options::{DeleteOptions, ListOptions, Patch, Propagation, Resource};
pub use store::{Change, Changed, Key, Store};
pub use watch::{Event, Watch, WatchOptions};
pub use wire::{PROTOBUF, sealed};
