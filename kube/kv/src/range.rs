//! A read of one key or a span, and its result.

use crate::{KeyValue, Keys, Revision};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    pub keys: Keys,
    /// As of which revision; `None` is now.
    pub revision: Option<Revision>,
    /// How many keys at most; 0 is all.
    pub limit: usize,
    pub projection: Projection,
    /// `None`: by key, rising.
    pub order: Option<Order>,
    /// Keeps only keys last written in this span; `count` still counts all.
    pub mod_revisions: RevisionSpan,
    /// Keeps only keys created in this span; `count` still counts all.
    pub create_revisions: RevisionSpan,
    pub consistency: Consistency,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Projection {
    #[default]
    Full,
    KeysOnly,
    CountOnly,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Consistency {
    /// Sees every write acknowledged before the call.
    #[default]
    Linearizable,
    /// May be stale; needs no quorum.
    Serializable,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    pub by: OrderBy,
    pub direction: Direction,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderBy {
    Key,
    Version,
    CreateRevision,
    ModRevision,
    Value,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Ascending,
    Descending,
}

/// Both ends are included; `None` is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RevisionSpan {
    pub min: Option<Revision>,
    pub max: Option<Revision>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RangeResult {
    /// Where the store stood when it answered, also for a read of the past.
    pub revision: Revision,
    pub kvs: Vec<KeyValue>,
    /// The limit cut something off.
    pub more: bool,
    /// How many keys the span holds, whatever the limit.
    pub count: i64,
}

impl Range {
    pub fn of(keys: Keys) -> Self {
        Self {
            keys,
            revision: None,
            limit: 0,
            projection: Projection::Full,
            order: None,
            mod_revisions: RevisionSpan::default(),
            create_revisions: RevisionSpan::default(),
            consistency: Consistency::Linearizable,
        }
    }

    pub fn at(self, revision: Revision) -> Self {
        Self { revision: Some(revision), ..self }
    }

    pub fn limit(self, limit: usize) -> Self {
        Self { limit, ..self }
    }

    pub fn keys_only(self) -> Self {
        Self { projection: Projection::KeysOnly, ..self }
    }

    pub fn count_only(self) -> Self {
        Self { projection: Projection::CountOnly, ..self }
    }

    pub fn serializable(self) -> Self {
        Self { consistency: Consistency::Serializable, ..self }
    }

    pub fn order(self, by: OrderBy, direction: Direction) -> Self {
        Self { order: Some(Order { by, direction }), ..self }
    }
}

impl RevisionSpan {
    pub fn contains(&self, revision: Revision) -> bool {
        self.min.is_none_or(|min| revision >= min) && self.max.is_none_or(|max| revision <= max)
    }

    pub fn is_open(&self) -> bool {
        self.min.is_none() && self.max.is_none()
    }
}

impl Order {
    /// Sorts as etcd does: stable, so that equal values stay in key order.
    pub fn sort(self, kvs: &mut [KeyValue]) {
        kvs.sort_by(|a, b| {
            let rising = match self.by {
                OrderBy::Key => a.key.cmp(&b.key),
                OrderBy::Version => a.version.cmp(&b.version),
                OrderBy::CreateRevision => a.create_revision.cmp(&b.create_revision),
                OrderBy::ModRevision => a.mod_revision.cmp(&b.mod_revision),
                OrderBy::Value => a.value.cmp(&b.value),
            };
            match self.direction {
                Direction::Ascending => rising,
                Direction::Descending => rising.reverse(),
            }
        });
    }
}
