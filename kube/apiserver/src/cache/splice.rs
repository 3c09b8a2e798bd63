//! Puts a resource version into a stored body without decoding it, and frames bodies for the wire.
//!
//! Invariants:
//! - A store never holds a resource version: it is the key's revision, and is put in when the body enters a cache.
//! - Bodies that are not of the expected form are refused, never guessed at.
//!
//! As upstream: apimachinery/pkg/runtime/serializer/protobuf (envelope), runtime.Unknown's field numbers, ObjectMeta's
//! field number 6 for resourceVersion.

use bytes::{BufMut, Bytes, BytesMut};

/// What every stored protobuf body starts with.
pub(crate) const MAGIC: &[u8; 4] = b"k8s\0";

const METADATA: u32 = 1;
const RESOURCE_VERSION: u32 = 6;

/// One field of a protobuf message.
pub(crate) struct Field<'a> {
    pub number: u32,
    /// The field with its tag.
    pub whole: &'a [u8],
    /// The content of a length-delimited field; empty for others.
    pub content: &'a [u8],
    pub delimited: bool,
}

/// Walks the fields of a message; a malformed one ends it with `Err`.
pub(crate) fn fields(mut rest: &[u8]) -> impl Iterator<Item = Result<Field<'_>, Malformed>> {
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        match field(rest) {
            Some((found, after)) => {
                rest = after;
                Some(Ok(found))
            }
            None => {
                rest = &[];
                Some(Err(Malformed))
            }
        }
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a stored body is malformed")]
pub(crate) struct Malformed;

fn field(bytes: &[u8]) -> Option<(Field<'_>, &[u8])> {
    let (tag, rest) = varint(bytes)?;
    let number = u32::try_from(tag >> 3).ok()?;
    const NOTHING: &[u8] = &[];
    let (content, delimited, after) = match tag & 7 {
        0 => (NOTHING, false, varint(rest)?.1),
        1 => (NOTHING, false, rest.get(8..)?),
        2 => {
            let (length, rest) = varint(rest)?;
            let (content, after) = rest.split_at_checked(usize::try_from(length).ok()?)?;
            (content, true, after)
        }
        5 => (NOTHING, false, rest.get(4..)?),
        _ => return None,
    };
    let whole = bytes.get(..bytes.len() - after.len())?;
    Some((Field { number, whole, content, delimited }, after))
}

pub(crate) fn varint(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let mut value = 0u64;
    for (at, byte) in bytes.iter().enumerate().take(10) {
        value |= u64::from(byte & 0x7f).checked_shl(7 * u32::try_from(at).ok()?)?;
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(at + 1..)?));
        }
    }
    None
}

pub(crate) fn put_varint(out: &mut BytesMut, mut value: u64) {
    while value >= 0x80 {
        out.put_u8((value as u8 & 0x7f) | 0x80);
        value >>= 7;
    }
    out.put_u8(value as u8);
}

pub(crate) fn varint_len(value: u64) -> usize {
    (64 - (value | 1).leading_zeros() as usize).div_ceil(7)
}

pub(crate) fn put_delimited(out: &mut BytesMut, number: u32, content: &[u8]) {
    put_varint(out, u64::from(number << 3 | 2));
    put_varint(out, content.len() as u64);
    out.put_slice(content);
}

/// The message inside a stored envelope.
pub(crate) fn unwrap(stored: &[u8]) -> Result<&[u8], Malformed> {
    let unknown = stored.strip_prefix(MAGIC.as_slice()).ok_or(Malformed)?;
    let mut raw = None;
    for field in fields(unknown) {
        let field = field?;
        if field.number == 2 && field.delimited {
            raw = Some(field.content);
        }
    }
    // A message without content leaves field 2 out.
    Ok(raw.unwrap_or_default())
}

/// The bytes that stand before a message of this length in an envelope, and those after it.
pub(crate) fn envelope_head(api_version: &str, kind: &str, length: usize) -> Bytes {
    let mut meta = BytesMut::with_capacity(api_version.len() + kind.len() + 8);
    put_delimited(&mut meta, 1, api_version.as_bytes());
    put_delimited(&mut meta, 2, kind.as_bytes());
    let mut out = BytesMut::with_capacity(meta.len() + 24);
    out.put_slice(MAGIC);
    put_delimited(&mut out, 1, &meta);
    put_varint(&mut out, 2 << 3 | 2);
    put_varint(&mut out, length as u64);
    out.freeze()
}

/// As upstream's encoder writes them: empty content encoding and content type.
pub(crate) const ENVELOPE_TAIL: &[u8] = &[0x1a, 0, 0x22, 0];

/// A message with this resource version in its metadata, replacing one that stands there.
pub(crate) fn with_version(message: &[u8], revision: i64) -> Result<Bytes, Malformed> {
    let mut digits = itoa::Buffer::new();
    let digits = digits.format(revision).as_bytes();
    let mut metadata: &[u8] = &[];
    for field in fields(message) {
        let field = field?;
        if field.number == METADATA {
            metadata = field.content;
        }
    }
    let mut new = BytesMut::with_capacity(metadata.len() + digits.len() + 2);
    let mut written = false;
    for field in fields(metadata) {
        let field = field?;
        // Ascending numbers, as encoders write them.
        if !written && field.number >= RESOURCE_VERSION {
            put_delimited(&mut new, RESOURCE_VERSION, digits);
            written = true;
        }
        if field.number != RESOURCE_VERSION {
            new.put_slice(field.whole);
        }
    }
    if !written {
        put_delimited(&mut new, RESOURCE_VERSION, digits);
    }
    let mut out = BytesMut::with_capacity(message.len() + digits.len() + 8);
    put_delimited(&mut out, METADATA, &new);
    for field in fields(message) {
        let field = field?;
        if field.number != METADATA {
            out.put_slice(field.whole);
        }
    }
    Ok(out.freeze())
}

/// A JSON object with this resource version in its metadata. The stored form has none.
pub(crate) fn json_with_version(body: &[u8], revision: i64) -> Result<Bytes, Malformed> {
    let (start, old) = json_metadata(body).ok_or(Malformed)?;
    let mut digits = itoa::Buffer::new();
    let digits = digits.format(revision).as_bytes();
    let mut out = BytesMut::with_capacity(body.len() + digits.len() + 24);
    out.put_slice(body.get(..start).ok_or(Malformed)?);
    let rest = body.get(start..).ok_or(Malformed)?;
    match old {
        Some((from, to)) => {
            let (head, tail) = (body.get(start..from).ok_or(Malformed)?, body.get(to..).ok_or(Malformed)?);
            out.put_slice(head);
            out.put_u8(b'"');
            out.put_slice(digits);
            out.put_u8(b'"');
            out.put_slice(tail);
        }
        None => {
            out.put_slice(b"\"resourceVersion\":\"");
            out.put_slice(digits);
            out.put_u8(b'"');
            if rest.iter().find(|byte| !byte.is_ascii_whitespace()) != Some(&b'}') {
                out.put_u8(b',');
            }
            out.put_slice(rest);
        }
    }
    Ok(out.freeze())
}

type Span = (usize, usize);

/// Where the members of the top-level `metadata` begin, and where a resource version's value stands in it.
fn json_metadata(body: &[u8]) -> Option<(usize, Option<Span>)> {
    let metadata = member(body, skip_space(body, 0)?, b"metadata")?;
    let start = metadata.0 + 1;
    if body.get(metadata.0) != Some(&b'{') {
        return None;
    }
    Some((start, member(body, metadata.0, b"resourceVersion")))
}

/// The span of a member's value in the object that begins at `at`.
fn member(body: &[u8], at: usize, name: &[u8]) -> Option<Span> {
    if body.get(at) != Some(&b'{') {
        return None;
    }
    let mut at = skip_space(body, at + 1)?;
    while body.get(at) == Some(&b'"') {
        let end = skip_string(body, at)?;
        let key = body.get(at + 1..end - 1)?;
        let colon = skip_space(body, end)?;
        let value = skip_space(body, colon + 1)?;
        let after = skip_value(body, value)?;
        if key == name {
            return Some((value, after));
        }
        at = skip_space(body, after)?;
        if body.get(at) != Some(&b',') {
            return None;
        }
        at = skip_space(body, at + 1)?;
    }
    None
}

fn skip_space(body: &[u8], mut at: usize) -> Option<usize> {
    while body.get(at)?.is_ascii_whitespace() {
        at += 1;
    }
    Some(at)
}

fn skip_string(body: &[u8], mut at: usize) -> Option<usize> {
    at += 1;
    loop {
        match body.get(at)? {
            b'\\' => at += 2,
            b'"' => return Some(at + 1),
            _ => at += 1,
        }
    }
}

fn skip_value(body: &[u8], mut at: usize) -> Option<usize> {
    match body.get(at)? {
        b'"' => skip_string(body, at),
        b'{' | b'[' => {
            let mut depth = 0usize;
            loop {
                match body.get(at)? {
                    b'"' => {
                        at = skip_string(body, at)?;
                        continue;
                    }
                    b'{' | b'[' => depth += 1,
                    b'}' | b']' => depth -= 1,
                    _ => {}
                }
                at += 1;
                if depth == 0 {
                    return Some(at);
                }
            }
        }
        _ => {
            while body.get(at).is_some_and(|byte| !matches!(byte, b',' | b'}' | b']') && !byte.is_ascii_whitespace()) {
                at += 1;
            }
            Some(at)
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    fn meta(version: &str) -> Vec<u8> {
        let mut inner = BytesMut::new();
        put_delimited(&mut inner, 1, b"name");
        put_delimited(&mut inner, 6, version.as_bytes());
        put_delimited(&mut inner, 11, b"label");
        let mut out = BytesMut::new();
        put_delimited(&mut out, 1, &inner);
        put_delimited(&mut out, 2, b"spec");
        out.to_vec()
    }

    #[test]
    fn protobuf() {
        assert_eq!(with_version(&meta(""), 1234).unwrap(), meta("1234"));
        assert_eq!(with_version(&meta("7"), 1234567890).unwrap(), meta("1234567890"));
        assert_eq!(with_version(&meta("")[..5], 1), Err(Malformed));
        for value in [0u64, 1, 127, 128, 16383, 16384, u64::MAX] {
            let mut out = BytesMut::new();
            put_varint(&mut out, value);
            assert_eq!(out.len(), varint_len(value));
            assert_eq!(varint(&out).unwrap().0, value);
        }
    }

    #[test]
    fn json() {
        let check = |body: &str, expected: &str| assert_eq!(json_with_version(body.as_bytes(), 9).unwrap(), expected);
        check(
            r#"{"a":{"metadata":{}},"metadata":{"name":"x"}}"#,
            r#"{"a":{"metadata":{}},"metadata":{"resourceVersion":"9","name":"x"}}"#,
        );
        check(r#"{"metadata":{}}"#, r#"{"metadata":{"resourceVersion":"9"}}"#);
        check(
            r#"{"metadata":{"name":"x","resourceVersion":"1"},"s":"}"}"#,
            r#"{"metadata":{"name":"x","resourceVersion":"9"},"s":"}"}"#,
        );
        assert!(json_with_version(b"[]", 9).is_err());
        assert!(json_with_version(b"{\"metadata\":", 9).is_err());
    }
}
