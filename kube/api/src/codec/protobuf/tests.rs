//! What golden objects do not show: envelopes, zero values, damaged input.

use super::*;
use crate::schema::builtin;
use crate::types::{self, Object as _};
use crate::value;
use prost::Message;

#[test]
fn typed_structs_and_trees_write_the_same_bytes() {
    let ty = builtin::kind("", "v1", "Pod").unwrap();
    let tree = value!({
        "kind": "Pod", "apiVersion": "v1",
        "metadata": {"name": "a", "labels": {"app": "web"}, "uid": "u"},
        "spec": {"containers": [{"name": "c", "ports": [{"containerPort": 80i64}],
            "resources": {"limits": {"cpu": "100m"}}, "livenessProbe": {"httpGet": {"port": 8080i64}}}]}
    });
    let bytes = encode(&tree, ty);
    let pod = types::core::Pod::from_envelope(&bytes).unwrap();
    assert_eq!(pod.metadata.name, "a");
    assert_eq!(pod.spec.containers[0].ports[0].container_port, 80);
    assert_eq!(pod.to_envelope(), bytes);
    assert_eq!(decode(&bytes, ty).unwrap(), tree);
    assert_eq!(encode_message(&value!({}), ty), types::core::Pod::default().encode_to_vec());
}

#[test]
fn damaged_messages_are_errors() {
    let ty = builtin::kind("", "v1", "Pod").unwrap();
    let bytes = encode(&value!({"kind": "Pod", "metadata": {"name": "some-name"}}), ty);
    for end in 0..bytes.len() {
        let _ = decode(&bytes[..end], ty);
    }
    assert_eq!(decode(b"abcd", ty), Err(CodecError::Magic));
    assert!(decode_message(&[0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f], ty).is_err());
}
