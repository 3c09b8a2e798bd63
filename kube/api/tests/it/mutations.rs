//! No body, however damaged, stops a decoder; what one accepts, it accepts again after writing it.

#![allow(clippy::indexing_slicing)] // places are below lengths by construction

use kube_api::codec::{Strictness, json, protobuf, yaml};
use kube_api::schema::{Type, builtin};
use kube_api::value;
use kube_api::value::Value;

const ROUNDS: u64 = 4_000;

fn ty() -> &'static Type {
    builtin::kind("", "v1", "Pod").expect("a stable kind")
}

fn pod() -> Value {
    value!({
        "apiVersion": "v1", "kind": "Pod",
        "metadata": {"name": "a", "labels": {"app": "web", "x": "y"}, "creationTimestamp": "2024-02-29T12:00:00Z",
            "managedFields": [{"manager": "m", "operation": "Update", "fieldsType": "FieldsV1"}]},
        "spec": {"containers": [{"name": "c", "image": "i", "ports": [{"containerPort": 80i64, "protocol": "TCP"}],
            "resources": {"limits": {"cpu": "100m", "memory": "1Gi"}},
            "livenessProbe": {"httpGet": {"port": "http", "path": "/"}, "periodSeconds": 3i64}}]},
        "status": {"conditions": [{"type": "Ready", "status": "True", "lastTransitionTime": "2024-02-29T12:00:01Z"}]}
    })
}

/// Numbers that look random and are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end.max(1) as u64).expect("below a usize")
    }
}

/// Changes, drops or repeats a few bytes.
fn damage(bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut numbers = Numbers(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut out = bytes.to_vec();
    for _ in 0..=numbers.below(4) {
        let at = numbers.below(out.len());
        match numbers.below(4) {
            0 => out[at] = u8::try_from(numbers.below(256)).expect("a byte"),
            1 => drop(out.remove(at)),
            2 => out.truncate(at.max(1)),
            _ => {
                let end = (at + numbers.below(12)).min(out.len());
                let piece = out[at..end].to_vec();
                out.splice(at..at, piece);
            }
        }
        if out.is_empty() {
            break;
        }
    }
    out
}

#[test]
fn damaged_json() {
    let whole = json::encode(&pod(), ty());
    for seed in 0..ROUNDS {
        let Ok((tree, _)) = json::decode(&damage(&whole, seed), ty(), Strictness::Note) else { continue };
        let again = json::decode(&json::encode(&tree, ty()), ty(), Strictness::Note).expect("what was written is read");
        assert_eq!(again.0, tree, "seed {seed}");
    }
}

#[test]
fn damaged_protobuf() {
    let whole = protobuf::encode(&pod(), ty());
    for seed in 0..ROUNDS {
        let Ok(tree) = protobuf::decode(&damage(&whole, seed), ty()) else { continue };
        let again = protobuf::decode(&protobuf::encode(&tree, ty()), ty()).expect("what was written is read");
        assert_eq!(again, tree, "seed {seed}");
    }
}

#[test]
fn damaged_yaml() {
    let whole = yaml::encode(&pod(), ty());
    for seed in 0..ROUNDS {
        let Ok((tree, _)) = yaml::decode(&damage(&whole, seed), ty(), Strictness::Note) else { continue };
        let again = yaml::decode(&yaml::encode(&tree, ty()), ty(), Strictness::Note).expect("what was written is read");
        assert_eq!(again.0, tree, "seed {seed}");
    }
}
