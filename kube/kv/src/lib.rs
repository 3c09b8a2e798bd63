//! The boundary between whoever keeps objects and whatever stores them: etcd v3 semantics as a trait and a small model.
//!
//! The apiserver speaks to [`Kv`] and names no store; a store implements [`Kv`] and knows no Kubernetes.
//! Implementations: `kube_etcd::Client` (gRPC, against our server or a real etcd), `kube_etcd`'s in-process handle, and
//! [`testing::Model`] (feature `testing`), the simple in-memory one that tests measure the others by.
//! [`testing::suite`] is the conformance suite that every implementation passes, a real etcd included.
//!
//! What holds for every implementation:
//! - A write is acknowledged only when it is durable and visible; revisions rise by one for each writing transaction.
//! - Operations of one transaction see each other's effects, and share one revision.
//! - A [`WatchMessage::Events`] holds everything that one revision changed in the watched span, never a part of it.
//! - Messages of a watch come in the order of revisions; after [`WatchMessage::Progress`] at r, nothing at or below r follows.
//! - What a caller branches on is a variant of [`KvError`], never a text.
//!
//! Left to others: transactions inside transactions, users and roles (mutual TLS guards the store), elections, locks.
//!
//! ```text
//! let put = kv.put(Put::new("/registry/x", body)).await?;                      // one key, always
//! let got = kv.range(Range::of(Keys::prefix("/registry/"))).await?;            // all of them, at got.revision
//! let txn = Txn::when([Compare::mod_revision("/registry/x", got.revision)])    // optimistic update
//!     .then([Op::Put(Put::new("/registry/x", next))])
//!     .otherwise([Op::Range(Range::of(Keys::one("/registry/x")))]);
//! let mut watcher = kv.watch(Watch::of(Keys::prefix("/registry/")).since(got.revision.next())).await?;
//! let progress = watcher.progress();                                           // may move to another task
//! while let Some(message) = watcher.next().await { /* Events or Progress */ }
//! ```

mod error;
mod keys;
mod kv;
mod model;
mod range;
mod txn;
mod watch;

#[cfg(feature = "testing")]
pub mod testing;

pub use error::KvError;
pub use keys::{Keys, KeysEnd};
pub use kv::{Kv, KvResult};
pub use model::{KeyValue, Lease, LeaseId, LeaseStatus, Revision, Status};
pub use range::{Consistency, Direction, Order, OrderBy, Projection, Range, RangeResult, RevisionSpan};
pub use txn::{
    Compare, CompareWith, Delete, DeleteResult, Op, OpResult, Put, PutLease, PutResult, PutValue, Relation,
    TXN_OPS_MAX, Txn, TxnResult,
};
pub use watch::{Event, EventKind, ProgressRequest, Watch, WatchMessage, Watcher};
