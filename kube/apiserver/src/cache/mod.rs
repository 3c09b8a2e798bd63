//! The watch cache: one watch over `/registry/` feeds one cache for each stored resource, all at one revision.
//!
//! A consistent read asks the store for its revision and waits until the feed has passed it; everything else is read
//! from memory. Bodies are kept once, as they are stored, with the resource version put in.
//!
//! Invariants:
//! - A change is in its cache, and offered to every watcher, before the feed's revision reaches it.
//! - A watcher sees every change after its start exactly once and in order, or is dropped and lists again.
//! - Observers see every change of their resource once, in the order of revisions.

mod feed;
mod object;
mod resource;
pub(crate) mod select;
pub(crate) mod splice;

pub(crate) use feed::{Feed, Lagging};
pub(crate) use object::{Field, Format, Stored, StoredAs};
pub(crate) use resource::{Change, ChangeKind, Observer, ResourceCache, Since, Subscription};
pub(crate) use select::Filter;
