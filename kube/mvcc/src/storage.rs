//! Where versions lie: the trait that hides the engine, and the addresses in it.

use kube_kv::{KeyValue, LeaseId, Revision};

/// The address of one version of one key: the revision, and the position within its transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub main: i64,
    pub sub: u32,
}

/// One change of the stored state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// A version; one with `version` 0 is a deletion.
    Put(Place, KeyValue),
    Forget(Place),
    Compacted(Revision),
    Lease {
        id: LeaseId,
        ttl_s: i64,
    },
    LeaseGone(LeaseId),
}

/// A failing engine. There is no going on after it: state in memory may be ahead of what is stored.
#[derive(Debug, thiserror::Error)]
#[error("{tried}")]
pub struct StorageError {
    pub tried: String,
    #[source]
    pub source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// What was written can be read at once; when it becomes durable is the storage's business.
pub trait Storage {
    fn get(&self, place: Place) -> Result<KeyValue, StorageError>;

    fn write(&mut self, write: Write) -> Result<(), StorageError>;
}

impl StorageError {
    /// The index knows a version that the storage does not.
    pub fn missing(place: Place) -> Self {
        Self { tried: format!("read the version at {}.{}: it is not there", place.main, place.sub), source: None }
    }
}
