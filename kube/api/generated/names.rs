// Made by tests/generate from kube/api/facts. Do not edit.
pub(super) static NAMES: [&str; 4] = ["apiVersion", "kind", "metadata", "spec"];
