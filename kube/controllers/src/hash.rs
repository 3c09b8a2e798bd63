//! Short, name-safe hashes of templates. The algorithm is upstream's (FNV-1a, then a safe alphabet), the bytes that go
//! in are ours: a template's protobuf. Nobody compares hashes across implementations: templates are found by equality.

use kube_api::types::core::PodTemplateSpec;
use prost::Message;

const SAFE: &[u8; 27] = b"bcdfghjklmnpqrstvwxz2456789";

pub(crate) fn template(template: &PodTemplateSpec, collisions: Option<i32>) -> String {
    let mut bytes = template.encode_to_vec();
    // As upstream: a collision count that was never set does not change the hash.
    if let Some(collisions) = collisions {
        bytes.extend_from_slice(&collisions.to_le_bytes());
    }
    encode(fnv32a(&bytes))
}

pub(crate) fn fnv32a(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// Letters and digits that cannot spell a word. As upstream: apimachinery/pkg/util/rand SafeEncodeString.
pub(crate) fn encode(hash: u32) -> String {
    let safe = |digit: u8| SAFE.get(usize::from(digit) % SAFE.len()).copied().unwrap_or(b'x');
    hash.to_string().bytes().map(|digit| char::from(safe(digit))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_answers() {
        assert_eq!(fnv32a(b"a"), 0xe40c292c);
        assert!(encode(u32::MAX).bytes().all(|byte| SAFE.contains(&byte)));
    }
}
