//! Documents hold what clients look for: kinds, merge keys, parameters of patches, descriptions.

use super::*;
use crate::resources;

fn resources(group: &str, version: &str) -> Vec<Resource<'static>> {
    let rows = resources::all().iter().filter(|row| row.group == group && row.version == version);
    rows.map(|row| Resource {
        group: row.group,
        version: row.version,
        plural: row.plural,
        kind: row.kind,
        list_kind: Box::leak(format!("{}List", row.kind).into_boxed_str()),
        namespaced: row.namespaced,
        verbs: row.verbs.to_vec(),
        subresources: row
            .subresources
            .iter()
            .map(|sub| Subresource {
                name: sub.name,
                group: sub.group,
                version: sub.version,
                kind: sub.kind,
                verbs: sub.verbs.to_vec(),
            })
            .collect(),
        custom: None,
    })
    .collect()
}

#[test]
fn what_kubectl_looks_for() {
    let texts = "io.k8s.api.apps.v1.Deployment enables\\ndeclarative updates\n\tspec what is wanted\n";
    let document = version3("apps", "v1", &resources("apps", "v1"), &Descriptions::parse(texts));
    let at = |path: &[&str]| document.pointer(path).cloned().unwrap_or_default();
    let schemas = ["components", "schemas"];
    let deployment = at(&[&schemas[..], &["io.k8s.api.apps.v1.Deployment"]].concat());
    assert_eq!(deployment.text(&["description"]), Some("enables\ndeclarative updates"));
    assert_eq!(deployment.text(&["properties", "spec", "description"]), Some("what is wanted"));
    assert_eq!(
        deployment.get("x-kubernetes-group-version-kind"),
        Some(&value!([{"group": "apps", "version": "v1", "kind": "Deployment"}]))
    );
    let volumes = at(&[&schemas[..], &["io.k8s.api.core.v1.PodSpec", "properties", "volumes"]].concat());
    assert_eq!(volumes.text(&["x-kubernetes-patch-merge-key"]), Some("name"));
    assert_eq!(volumes.text(&["x-kubernetes-patch-strategy"]), Some("merge,retainKeys"));
    let patch = at(&["paths", "/apis/apps/v1/namespaces/{namespace}/deployments/{name}", "patch"]);
    assert_eq!(patch.text(&["operationId"]), Some("patchAppsV1NamespacedDeployment"));
    let names: Vec<&str> = patch.items(&["parameters"]).iter().filter_map(|it| it.text(&["name"])).collect();
    assert_eq!(names, ["dryRun", "fieldManager", "fieldValidation", "force"]);
    let content = patch.pointer(&["requestBody", "content"]).and_then(Value::as_object).cloned().unwrap_or_default();
    assert!(content.contains("application/apply-patch+yaml"));
    let scale = at(&["paths", "/apis/apps/v1/namespaces/{namespace}/deployments/{name}/scale", "get"]);
    assert_eq!(scale.text(&["x-kubernetes-group-version-kind", "kind"]), Some("Scale"));
}

#[test]
fn every_reference_is_kept() {
    fn references<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
        match value {
            Value::Object(object) => object.iter().for_each(|(key, value)| match value.as_str() {
                Some(name) if key == "$ref" => found.push(name),
                _ => references(value, found),
            }),
            Value::List(list) => list.iter().for_each(|value| references(value, found)),
            _ => {}
        }
    }
    let versions: std::collections::BTreeSet<(&str, &str)> =
        resources::all().iter().map(|row| (row.group, row.version)).collect();
    let mut all = Vec::new();
    for (group, version) in versions {
        let document = version3(group, version, &resources(group, version), &Descriptions::default());
        let mut found = Vec::new();
        references(&document, &mut found);
        for name in found {
            let name = name.trim_start_matches("#/components/schemas/");
            assert!(document.pointer(&["components", "schemas", name]).is_some(), "{group}/{version}: {name}");
        }
        all.extend(resources(group, version));
    }
    let document = version2::document(&all, &Descriptions::default());
    let mut found = Vec::new();
    references(&document, &mut found);
    for name in found {
        assert!(document.pointer(&["definitions", name.trim_start_matches("#/definitions/")]).is_some(), "{name}");
    }
    let bytes = version2::protobuf(&document);
    assert!(bytes.starts_with(&[0x42]) || bytes.len() > 100_000, "{}", bytes.len());
}

#[test]
fn custom_resources_are_published() {
    let schema = value!({"type": "object", "properties": {"spec": {"type": "object", "nullable": true,
        "properties": {"size": {"type": "integer", "description": "how large"}}}}});
    let resource = Resource {
        group: "example.com",
        version: "v1",
        plural: "crontabs",
        kind: "CronTab",
        list_kind: "CronTabList",
        namespaced: true,
        verbs: vec!["get", "list", "create", "patch"],
        subresources: Vec::new(),
        custom: Some(&schema),
    };
    let document = version3("example.com", "v1", std::slice::from_ref(&resource), &Descriptions::default());
    let published = document.pointer(&["components", "schemas", "com.example.v1.CronTab"]).cloned().unwrap_or_default();
    assert_eq!(published.text(&["properties", "spec", "properties", "size", "description"]), Some("how large"));
    assert!(published.pointer(&["properties", "metadata", "allOf"]).is_some());
    let old = version2::document(&[resource], &Descriptions::default());
    let published =
        old.pointer(&["definitions", "com.example.v1.CronTab", "properties", "spec"]).cloned().unwrap_or_default();
    assert_eq!(published.text(&["type"]), None);
}

#[test]
fn descriptions_are_read() {
    let read = Descriptions::parse("a.B first\\nsecond\\t\\\\n\n\tfield x y\n\tsilent\nnonsense\n");
    assert_eq!(read.of_type("a.B"), "first\nsecond\t\\n");
    assert_eq!(read.of_field("a.B", "field"), "x y");
    assert_eq!((read.of_field("a.B", "silent"), read.of_type("nonsense"), read.of_type("other")), ("", "", ""));
}
