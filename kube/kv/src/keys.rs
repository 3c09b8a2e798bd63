//! Which keys an operation is about: one, a half-open span, a prefix, everything from a key on.

use bytes::Bytes;
use std::ops::Bound;

/// A key, or a span of keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    pub start: Bytes,
    pub end: KeysEnd,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeysEnd {
    /// `start` alone.
    Single,
    /// From `start` up to this key, which is left out.
    Before(Bytes),
    /// From `start` on.
    Unbounded,
}

impl Keys {
    pub fn one(key: impl Into<Bytes>) -> Self {
        Self { start: key.into(), end: KeysEnd::Single }
    }

    pub fn span(start: impl Into<Bytes>, before: impl Into<Bytes>) -> Self {
        Self { start: start.into(), end: KeysEnd::Before(before.into()) }
    }

    pub fn from(start: impl Into<Bytes>) -> Self {
        Self { start: start.into(), end: KeysEnd::Unbounded }
    }

    pub fn all() -> Self {
        Self::from(Bytes::from_static(b"\0"))
    }

    pub fn prefix(prefix: impl Into<Bytes>) -> Self {
        let start: Bytes = prefix.into();
        if start.is_empty() {
            return Self::all();
        }
        match after_prefix(&start) {
            Some(before) => Self { start, end: KeysEnd::Before(before) },
            None => Self::from(start),
        }
    }

    /// Reads `key` and `range_end` as the etcd API writes them: no end is one key, a zero byte is "no end".
    pub fn from_wire(key: Bytes, range_end: Bytes) -> Self {
        let end = if range_end.is_empty() {
            KeysEnd::Single
        } else if range_end.as_ref() == b"\0" {
            KeysEnd::Unbounded
        } else {
            KeysEnd::Before(range_end)
        };
        Self { start: key, end }
    }

    /// The inverse of [`Keys::from_wire`].
    pub fn to_wire(&self) -> (Bytes, Bytes) {
        let end = match &self.end {
            KeysEnd::Single => Bytes::new(),
            KeysEnd::Before(before) => before.clone(),
            KeysEnd::Unbounded => Bytes::from_static(b"\0"),
        };
        (self.start.clone(), end)
    }

    pub fn contains(&self, key: &[u8]) -> bool {
        match &self.end {
            KeysEnd::Single => key == self.start,
            KeysEnd::Before(before) => key >= self.start.as_ref() && key < before.as_ref(),
            KeysEnd::Unbounded => key >= self.start.as_ref(),
        }
    }

    /// True for a span that no key can be in.
    pub fn is_empty(&self) -> bool {
        matches!(&self.end, KeysEnd::Before(before) if *before <= self.start)
    }

    /// Bounds for an ordered map's `range`, which panics on inverted ones: ask [`Keys::is_empty`] first.
    pub fn bounds(&self) -> (Bound<&[u8]>, Bound<&[u8]>) {
        let start = Bound::Included(self.start.as_ref());
        match &self.end {
            KeysEnd::Single => (start, Bound::Included(self.start.as_ref())),
            KeysEnd::Before(before) => (start, Bound::Excluded(before.as_ref())),
            KeysEnd::Unbounded => (start, Bound::Unbounded),
        }
    }
}

/// The first key that is past every key with this prefix; none when the prefix is all 0xff.
fn after_prefix(prefix: &[u8]) -> Option<Bytes> {
    let kept = prefix.iter().rposition(|byte| *byte != 0xff)?;
    let mut end = prefix.get(..=kept)?.to_vec();
    *end.last_mut()? += 1;
    Some(end.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefix_ends_before_the_next_sibling() {
        assert_eq!(Keys::prefix("/a/"), Keys::span("/a/", "/a0"));
        assert_eq!(Keys::prefix(&b"a\xff"[..]), Keys::span(&b"a\xff"[..], "b"));
        assert_eq!(Keys::prefix(&b"\xff\xff"[..]), Keys::from(&b"\xff\xff"[..]));
        assert_eq!(Keys::prefix(""), Keys::all());
    }

    #[test]
    fn wire_form_comes_back() {
        for keys in [Keys::one("a"), Keys::span("a", "b"), Keys::from("a"), Keys::all(), Keys::prefix("/r/")] {
            let (key, end) = keys.to_wire();
            assert_eq!(Keys::from_wire(key, end), keys);
        }
    }

    #[test]
    fn containment_follows_the_bounds() {
        assert!(Keys::one("a").contains(b"a") && !Keys::one("a").contains(b"aa"));
        assert!(Keys::span("a", "c").contains(b"b") && !Keys::span("a", "c").contains(b"c"));
        assert!(Keys::from("b").contains(b"z") && !Keys::from("b").contains(b"a"));
        assert!(Keys::span("b", "a").is_empty() && !Keys::one("b").is_empty());
    }
}
