//! For tests: typed objects from YAML, YAML from what is written, and files of expected text.
// A test's input is a file of this checkout: what does not parse is a fault of the test.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use std::path::Path;

use kube_api::codec::{Strictness, json, protobuf, yaml};
use kube_api::types::Object;

/// Objects of several kinds, as one YAML file holds them.
#[derive(Debug, Default)]
pub struct Fixtures {
    objects: Vec<(String, String, Vec<u8>)>,
}

impl Fixtures {
    /// Documents are separated by `---` lines; unknown fields are faults.
    pub fn parse(text: &str) -> Self {
        let documents = text.split("\n---\n").filter(|document| !document.trim().is_empty());
        Fixtures { objects: documents.map(object).collect() }
    }

    /// All objects of one kind.
    pub fn take<T: Object>(&mut self) -> Vec<T> {
        let mut found = Vec::new();
        self.objects.retain(|(api_version, kind, bytes)| {
            let ours = *kind == T::KIND && *api_version == T::api_version();
            if ours {
                found.push(T::from_envelope(bytes).unwrap());
            }
            !ours
        });
        found
    }

    /// Kinds that nobody took: a test names what nobody reads.
    pub fn left(&self) -> Vec<&str> {
        self.objects.iter().map(|(_, kind, _)| kind.as_str()).collect()
    }
}

fn object(document: &str) -> (String, String, Vec<u8>) {
    let (plain, _) =
        yaml::parse(document.as_bytes(), Strictness::Ignore).unwrap_or_else(|err| panic!("{err}\n{document}"));
    let text = |key: &str| plain.get(key).and_then(|value| value.as_str()).unwrap_or_default().to_owned();
    let (api_version, kind) = (text("apiVersion"), text("kind"));
    let (group, version) = api_version.split_once('/').unwrap_or(("", &api_version));
    let row = kube_api::resources::of_kind(group, version, &kind);
    let row = row.unwrap_or_else(|| panic!("no kind {api_version} {kind}\n{document}"));
    let (value, notes) = yaml::decode(document.as_bytes(), row.schema, Strictness::Note)
        .unwrap_or_else(|err| panic!("{err}\n{document}"));
    assert!(notes.is_empty(), "{notes:?}\n{document}");
    let bytes = protobuf::encode(&value, row.schema);
    (api_version, kind, bytes)
}

/// An object in its wire form as YAML, for people and for golden files.
pub fn to_yaml(envelope: &[u8]) -> String {
    let opened = protobuf::open_envelope(envelope).unwrap();
    let (api_version, kind) = (opened.api_version, opened.kind);
    let (group, version) = api_version.split_once('/').unwrap_or(("", api_version));
    let row = kube_api::resources::of_kind(group, version, kind).unwrap();
    let value = protobuf::decode(envelope, row.schema).unwrap();
    String::from_utf8(yaml::encode(&value, row.schema)).unwrap()
}

/// JSON (a patch) as YAML.
pub fn json_to_yaml(text: &str) -> String {
    let value = json::parse(text.as_bytes()).unwrap();
    let plain = kube_api::codec::yaml::encode_plain(&value);
    String::from_utf8(plain).unwrap()
}

/// Compares with a file; `UPDATE_EXPECT=1` writes it instead.
pub fn expect_file(path: &Path, actual: &str) {
    if std::env::var("UPDATE_EXPECT").is_ok() {
        std::fs::write(path, actual).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        expected == actual,
        "{}: expected\n{expected}\ngot\n{actual}\n(UPDATE_EXPECT=1 accepts it)",
        path.display()
    );
}
