//! Server-side apply, and the book of who owns which field that every write keeps.
//!
//! [`update`] follows a write that was already merged (create, PUT, the patches of `patch`): what changed is now owned by
//! the writer. [`apply`] merges a configuration into what is stored: what the manager applied before and leaves out now
//! goes, what another manager owns and says differently is a conflict.
//! Deciding only: the time comes in, conversion between versions is asked for, storing is the caller's.
//!
//! As upstream: apimachinery/pkg/util/managedfields, structured-merge-diff/merge.

mod conflict;
mod last_applied;
mod managers;
mod merge;
mod place;
mod set;
mod text;
mod walk;

#[cfg(test)]
mod cases;

pub use conflict::{ApplyError, Cause};
pub use managers::{BadManagers, ManagerId, Managers, Owned, decode, encode};
pub use merge::{Versions, apply, update};
pub use set::{Element, Path, Set, show};
pub use text::{BadSet, read, write};

use jiff::Timestamp;

use crate::value::{Text, Value};

/// Who writes, and through which door.
#[derive(Clone, Copy, Debug)]
pub struct Writer<'a> {
    /// The field manager; empty is recorded as `unknown`.
    pub manager: &'a str,
    /// The group and version of the request: `apps/v1`.
    pub api_version: &'a str,
    /// Empty for the main endpoint.
    pub subresource: &'a str,
    pub now: Timestamp,
    /// Fields that this endpoint does not write, and which its writers therefore never own.
    pub reset: &'a [&'a [&'a str]],
}

impl Writer<'_> {
    fn id(&self, applied: bool) -> ManagerId {
        ManagerId {
            name: if self.manager.is_empty() { "unknown".into() } else { self.manager.into() },
            applied,
            api_version: if applied { Text::default() } else { self.api_version.into() },
            subresource: self.subresource.into(),
        }
    }

    fn time(&self) -> Text {
        Text::from(self.now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
    }
}

/// Takes the stored times back where a write changed nothing else: an idle writer is no reason to store again.
///
/// `new` is about to be stored over `old`; both carry managedFields.
pub fn keep_times_if_unchanged(new: &mut Value, old: &Value) {
    let entries = |object: &Value| object.items(&["metadata", "managedFields"]).to_vec();
    let (mut fresh, mut stored) = (entries(new), entries(old));
    if fresh.len() != stored.len() {
        return;
    }
    for entry in fresh.iter_mut().chain(&mut stored) {
        entry.remove("time");
    }
    if fresh != stored || !same_but_book(new, old) {
        return;
    }
    if let Some(book) = old.pointer(&["metadata", "managedFields"]) {
        new.set_pointer(&["metadata", "managedFields"], book.clone());
    }
}

/// Whether two objects agree in everything but managedFields and resourceVersion.
fn same_but_book(a: &Value, b: &Value) -> bool {
    let bare = |object: &Value| {
        let mut object = object.clone();
        object.remove_pointer(&["metadata", "managedFields"]);
        object.remove_pointer(&["metadata", "resourceVersion"]);
        object
    };
    bare(a) == bare(b)
}
