//! Objects of a cache with what was made of them once: policies with their programs, bindings as they are. An object is
//! decoded and compiled again only when it changed.

use std::collections::HashMap;
use std::sync::Arc;

use kube_api::value::Value;
use parking_lot::Mutex;

use crate::cache::{Filter, Stored};
use crate::server::Server;
use crate::status::{ApiError, Result};

/// An object and what was made of it.
pub(in crate::admission) struct Item<T> {
    pub(in crate::admission) object: Value,
    pub(in crate::admission) made: T,
}

impl<T> Item<T> {
    pub(in crate::admission) fn name(&self) -> &str {
        self.object.text(&["metadata", "name"]).unwrap_or_default()
    }
}

/// All objects of one resource of the cluster.
pub(in crate::admission) struct Compiled<T> {
    group: &'static str,
    plural: &'static str,
    make: fn(&Value) -> T,
    known: Mutex<Arc<Known<T>>>,
}

/// By key, with the revision that it was made of. A request takes the map as it is, and puts a new one in its place when
/// something changed.
type Known<T> = HashMap<Box<str>, (i64, Arc<Item<T>>)>;

impl<T> Compiled<T> {
    pub(in crate::admission) fn new(plural: &'static str, make: fn(&Value) -> T) -> Self {
        Self { group: super::GROUP, plural, make, known: Mutex::default() }
    }

    /// In the order of their names.
    pub(in crate::admission) fn all(&self, server: &Server) -> Result<Vec<Arc<Item<T>>>> {
        let plural = self.plural;
        let store =
            server.catalog.store(self.group, plural).ok_or_else(|| ApiError::internal(format!("no {plural}")))?;
        let place = store.place("");
        let found = store.cache.list(&place, &Filter::all(place.clone()));
        let before = self.known.lock().clone();
        let mut all = Vec::with_capacity(found.len());
        let mut changed = found.len() != before.len();
        for stored in &found {
            match before.get(&stored.key) {
                Some((revision, item)) if *revision == stored.revision => all.push(item.clone()),
                _ => {
                    changed = true;
                    let object = store.cache.format.decode(&stored.body).map_err(ApiError::internal)?;
                    let made = (self.make)(&object);
                    all.push(Arc::new(Item { object, made }));
                }
            }
        }
        if changed {
            let entry =
                |(stored, item): (&Arc<Stored>, &Arc<Item<T>>)| (stored.key.clone(), (stored.revision, item.clone()));
            *self.known.lock() = Arc::new(found.iter().zip(&all).map(entry).collect());
        }
        Ok(all)
    }
}
