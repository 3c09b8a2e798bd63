//! A schema through its whole life: checked, used to prune, default and validate.

use super::*;
use crate::codec::{Strictness, json};
use crate::field::Path;
use crate::value;

fn schema() -> Value {
    value!({
        "type": "object",
        "properties": {
            "spec": {
                "type": "object",
                "required": ["cronSpec"],
                "properties": {
                    "cronSpec": {"type": "string", "pattern": "^(\\d+|\\*)(/\\d+)?(\\s+(\\d+|\\*)(/\\d+)?){4}$", "maxLength": 20i64},
                    "replicas": {"type": "integer", "minimum": 1i64, "maximum": 10i64, "default": 1i64},
                    "mode": {"type": "string", "enum": ["a", "b"]},
                    "port": {"x-kubernetes-int-or-string": true},
                    "any": {"type": "object", "x-kubernetes-preserve-unknown-fields": true},
                    "labels": {"type": "object", "additionalProperties": {"type": "string"}},
                    "list": {
                        "type": "array", "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["name"],
                        "items": {"type": "object", "required": ["name"], "properties": {
                            "name": {"type": "string"}, "size": {"type": "integer", "default": 3i64}}}
                    },
                    "choice": {"type": "object", "properties": {"x": {"type": "string"}, "y": {"type": "string"}},
                        "oneOf": [{"required": ["x"]}, {"required": ["y"]}]}
                },
                "x-kubernetes-validations": [{"rule": "self.replicas < 9"}]
            },
            "status": {"type": "object"}
        }
    })
}

fn faults(spec: Value) -> Vec<String> {
    let schema = Schema::new("CronTab", Some(&schema()), false);
    let object = value!({"apiVersion": "example.com/v1", "kind": "CronTab", "metadata": {"name": "x"}, "spec": spec});
    schema.validate(&object).iter().map(ToString::to_string).collect()
}

#[test]
fn pruned_and_defaulted() {
    let schema = Schema::new("CronTab", Some(&schema()), false);
    let text = r#"{"apiVersion":"example.com/v1","kind":"CronTab","metadata":{"name":"x","foo":1},
        "spec":{"cronSpec":"* * * * *","unknown":1,"any":{"a":{"b":[1]}},"labels":{"l":"v"},"list":[{"name":"n","other":2}],
        "replicas":null},"status":{"x":1},"more":{}}"#;
    let (mut object, notes) = json::decode(text.as_bytes(), &schema.ty, Strictness::Note).unwrap();
    assert_eq!(
        notes.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [
            "unknown field \"metadata.foo\"",
            "unknown field \"spec.unknown\"",
            "unknown field \"spec.list[0].other\"",
            "unknown field \"status.x\"",
            "unknown field \"more\""
        ]
    );
    schema.default(&mut object);
    assert_eq!(
        String::from_utf8(json::encode(&object, &schema.ty)).unwrap(),
        "{\"apiVersion\":\"example.com/v1\",\"kind\":\"CronTab\",\"metadata\":{\"name\":\"x\"},\"spec\":{\"any\":{\"a\":{\"b\":[1]}},\
         \"cronSpec\":\"* * * * *\",\"labels\":{\"l\":\"v\"},\"list\":[{\"name\":\"n\",\"size\":3}],\"replicas\":1},\"status\":{}}\n"
    );
    assert!(schema.validate(&object).is_empty());
    let found = rules(&object, None, &schema.root);
    assert_eq!(
        found.iter().map(|it| (it.path.as_str(), it.rule.rule)).collect::<Vec<_>>(),
        [("spec", "self.replicas < 9")]
    );
}

#[test]
fn faults_in_upstreams_words() {
    let cron = "* * * * *";
    for (spec, wanted) in [
        (value!({}), vec!["spec.cronSpec: Required value"]),
        (
            value!({"cronSpec": 1i64}),
            vec![
                "spec.cronSpec: Invalid value: \"integer\": spec.cronSpec in body must be of type string: \"integer\"",
            ],
        ),
        (
            value!({"cronSpec": "x", "replicas": 15i64}),
            vec![
                "spec.cronSpec: Invalid value: \"x\": spec.cronSpec in body should match '^(\\d+|\\*)(/\\d+)?(\\s+(\\d+|\\*)(/\\d+)?){4}$'",
                "spec.replicas: Invalid value: 15: spec.replicas in body should be less than or equal to 10",
            ],
        ),
        (
            value!({"cronSpec": cron, "mode": "c"}),
            vec!["spec.mode: Unsupported value: \"c\": supported values: \"a\", \"b\""],
        ),
        (
            value!({"cronSpec": "1000000000 * * * * * *"}),
            vec![
                "spec.cronSpec: Too long: may not be more than 20 bytes",
                "spec.cronSpec: Invalid value: \"1000000000 * * * * * *\": spec.cronSpec in body should match '^(\\d+|\\*)(/\\d+)?(\\s+(\\d+|\\*)(/\\d+)?){4}$'",
            ],
        ),
        (
            value!({"cronSpec": cron, "port": true}),
            vec![
                "spec.port: Invalid value: \"boolean\": spec.port in body must be of type integer,string: \"boolean\"",
            ],
        ),
        (
            value!({"cronSpec": cron, "list": [{"name": "a"}, {"name": "a"}]}),
            vec!["spec.list[1]: Duplicate value: {\"name\":\"a\"}"],
        ),
        (
            value!({"cronSpec": cron, "choice": {}}),
            vec![
                "<nil>: Invalid value: \"\": \"spec.choice\" must validate one and only one schema (oneOf). Found none valid",
                "spec.choice.x: Required value",
            ],
        ),
    ] {
        assert_eq!(faults(spec), wanted);
    }
}

#[test]
fn what_did_not_change_is_not_looked_at() {
    let schema = Schema::new("CronTab", Some(&schema()), false);
    let old = value!({"spec": {"cronSpec": "bad", "replicas": 1i64}});
    let new = value!({"spec": {"cronSpec": "bad", "replicas": 2i64}});
    assert!(schema.validate_update(&new, &old).is_empty());
    assert_eq!(schema.validate(&new).len(), 1);
}

#[test]
fn schemas_that_are_not_structural() {
    let broken = value!({
        "type": "object",
        "additionalProperties": true,
        "properties": {
            "a": {"properties": {"x": {"type": "string"}}},
            "b": {"type": "array"},
            "c": {"type": "object", "anyOf": [{"type": "object", "properties": {"z": {}}}]},
            "d": {"type": "array", "x-kubernetes-list-type": "map", "items": {"type": "object"}}
        }
    });
    let texts: Vec<String> = check(&broken, &Path::new("schema")).iter().map(ToString::to_string).collect();
    assert_eq!(
        texts,
        [
            "schema.additionalProperties: Forbidden: additionalProperties and properties are mutual exclusive",
            "schema.additionalProperties: Forbidden: must not be used at the root",
            "schema.properties[a].type: Required value: must not be empty for specified object fields",
            "schema.properties[b].items: Required value: must be specified",
            "schema.properties[c].anyOf[0].type: Forbidden: must be empty to be structural",
            "schema.properties[d].x-kubernetes-list-map-keys: Required value: must not be empty if x-kubernetes-list-type is map",
        ]
    );
    assert!(check(&schema(), &Path::new("schema")).is_empty());
}
