//! One bounded cache for every form of a body that is not the stored one: JSON of built-in kinds, other versions.
//!
//! Oldest out first, by bytes. A body is found again as long as the object has not changed.

use std::collections::{HashMap, VecDeque};

use bytes::Bytes;
use parking_lot::Mutex;

/// Bytes that the cache may hold: as much as a few thousand pods.
const BYTES_MAX: usize = 16 * 1024 * 1024;

/// Which form of which state of which object.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Form {
    pub key: Box<str>,
    pub revision: i64,
    /// Served group and version, encoding and shape in one word.
    pub form: Box<str>,
}

#[derive(Default)]
pub(crate) struct Bodies {
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    found: HashMap<Form, Bytes>,
    order: VecDeque<Form>,
    bytes: usize,
}

impl Bodies {
    pub(crate) fn get(&self, form: &Form) -> Option<Bytes> {
        self.inner.lock().found.get(form).cloned()
    }

    pub(crate) fn put(&self, form: Form, body: Bytes) {
        let mut inner = self.inner.lock();
        if body.len() > BYTES_MAX / 4 || inner.found.contains_key(&form) {
            return;
        }
        inner.bytes += body.len();
        inner.order.push_back(form.clone());
        inner.found.insert(form, body);
        while inner.bytes > BYTES_MAX {
            let Some(oldest) = inner.order.pop_front() else { return };
            if let Some(gone) = inner.found.remove(&oldest) {
                inner.bytes -= gone.len();
            }
        }
    }
}
