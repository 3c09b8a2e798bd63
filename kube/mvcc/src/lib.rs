//! What the store means: revisions, transactions, history, compaction, leases. Pure: where bytes lie is behind
//! [`Storage`], time comes in as an argument, and which command comes when is decided elsewhere (by consensus).
//!
//! [`Store::apply`] takes one [`Command`] and says what follows from it as [`Effects`]. Every member of a cluster that
//! applies the same commands in the same order arrives at the same state.
//!
//! In memory: an index of keys and where their versions lie, and the leases. Values stay in the storage.
//!
//! - A command that is refused changes nothing.
//! - Revisions rise by one for each command that writes.
//! - What was superseded at or below the compacted revision is forgotten piece by piece ([`Store::reclaim`]).

mod command;
mod expiry;
mod index;
mod lease;
mod read;
mod storage;
mod store;
mod txn;

pub use command::{Command, Effects, Reply};
pub use expiry::Expiry;
pub use lease::{LEASE_TTL_MAX_S, LEASE_TTL_MIN_S};
pub use read::Selection;
pub use storage::{Place, Storage, StorageError, Write};
pub use store::{Loader, Store};
