//! Rules over objects, and definitions that are refused.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use kube_api::codec::json;
use kube_api::crd::Schema;
use kube_api::field::Path;
use kube_api::value::Value;

use super::{Rules, check};

fn schema(text: &str) -> Schema {
    Schema::new("W", Some(&tree(text)), false)
}

fn tree(text: &str) -> Value {
    json::parse(text.as_bytes()).unwrap()
}

/// What the rules say of an object, warnings marked.
fn judged(schema_text: &str, object: &str, old: Option<&str>) -> Vec<String> {
    let schema = schema(schema_text);
    let rules = Rules::new(&schema.root).unwrap();
    let (object, old) = (tree(object), old.map(tree));
    let verdict = rules.validate(&schema.root, &object, old.as_ref());
    let warnings = verdict.warnings.into_iter().map(|text| format!("warning: {text}"));
    verdict.faults.iter().map(ToString::to_string).chain(warnings).collect()
}

fn refused(schema_text: &str) -> Vec<String> {
    let schema = schema(schema_text);
    check(&schema.root, &Path::new("s")).iter().map(ToString::to_string).collect()
}

/// A schema of `spec`, with rules on it.
fn spec(rules: &str, properties: &str) -> String {
    format!(
        r#"{{"type":"object","properties":{{"spec":{{"type":"object","x-kubernetes-validations":{rules},"properties":{properties}}}}}}}"#
    )
}

const SIZES: &str = r#"{"min":{"type":"integer"},"max":{"type":"integer"},"name":{"type":"string","maxLength":10}}"#;

#[test]
fn broken_rules_are_told_with_their_place() {
    let of = |rule: &str, object: &str| judged(&spec(&format!("[{rule}]"), SIZES), object, None);
    let wrong = r#"{"spec":{"min":5,"max":1}}"#;
    assert_eq!(
        of(r#"{"rule":"self.min <= self.max"}"#, wrong),
        ["spec: Invalid value: failed rule: self.min <= self.max"]
    );
    assert_eq!(of(r#"{"rule":"self.min <= self.max"}"#, r#"{"spec":{"min":0,"max":1}}"#), [""; 0]);
    assert_eq!(
        of(
            r#"{"rule":"self.min <= self.max","message":"min first","fieldPath":".min","reason":"FieldValueForbidden"}"#,
            wrong
        ),
        ["spec.min: Forbidden: min first"]
    );
    assert_eq!(
        of(r#"{"rule":"self.min <= self.max","message":"x","messageExpression":"'min ' + string(self.min)"}"#, wrong),
        ["spec: Invalid value: min 5"]
    );
    assert_eq!(
        of(r#"{"rule":"self.min <= self.max","message":"x","messageExpression":"string(1 / (self.min - 5))"}"#, wrong),
        ["spec: Invalid value: x"]
    );
    assert_eq!(
        of(r#"{"rule":"self.min <= self.max"}"#, r#"{"spec":{"min":5}}"#),
        [r#"spec: Invalid value: "object": no such key: max evaluating rule: self.min <= self.max"#]
    );
    assert_eq!(of(r#"{"rule":"!has(self.max) || self.min <= self.max"}"#, r#"{"spec":{"min":5}}"#), [""; 0]);
}

#[test]
fn rules_of_the_object_itself_and_of_scalars() {
    let root = r#"{"type":"object","x-kubernetes-validations":[{"rule":"self.metadata.name.startsWith('a')"}],
        "properties":{"spec":{"type":"object","properties":{"size":{"type":"integer",
        "x-kubernetes-validations":[{"rule":"self > 1","message":"too small"}]}}}}}"#;
    assert_eq!(
        judged(root, r#"{"metadata":{"name":"b"},"spec":{"size":1}}"#, None),
        [
            "<nil>: Invalid value: failed rule: self.metadata.name.startsWith('a')",
            "spec.size: Invalid value: 1: too small"
        ]
    );
}

#[test]
fn transitions_need_an_old_value() {
    let fixed = spec(r#"[{"rule":"self.min == oldSelf.min","message":"min is fixed"}]"#, SIZES);
    assert_eq!(judged(&fixed, r#"{"spec":{"min":1}}"#, None), [""; 0]);
    assert_eq!(
        judged(&fixed, r#"{"spec":{"min":2}}"#, Some(r#"{"spec":{"min":1}}"#)),
        ["spec: Invalid value: min is fixed"]
    );
    let first = spec(
        r#"[{"rule":"oldSelf.hasValue() ? self.min >= oldSelf.value().min : self.min == 0","optionalOldSelf":true}]"#,
        SIZES,
    );
    assert_eq!(judged(&first, r#"{"spec":{"min":1}}"#, None).len(), 1);
    assert_eq!(judged(&first, r#"{"spec":{"min":0}}"#, None), [""; 0]);
    assert_eq!(judged(&first, r#"{"spec":{"min":2}}"#, Some(r#"{"spec":{"min":1}}"#)), [""; 0]);
}

#[test]
fn what_did_not_change_is_only_told() {
    let rules = spec(r#"[{"rule":"self.min <= self.max"}]"#, SIZES);
    let broken = r#"{"spec":{"min":5,"max":1},"other":1}"#;
    assert_eq!(
        judged(&rules, broken, Some(broken)),
        ["warning: spec: Invalid value: failed rule: self.min <= self.max"]
    );
    assert_eq!(judged(&rules, broken, Some(r#"{"spec":{"min":5,"max":2}}"#)).len(), 1);
}

#[test]
fn elements_of_list_maps_are_known_by_their_keys() {
    let list = |kind: &str| {
        format!(
            r#"{{"type":"object","properties":{{"l":{{"type":"array","maxItems":5,{kind}"items":{{"type":"object",
            "properties":{{"k":{{"type":"string"}},"v":{{"type":"integer"}}}},"required":["k"],
            "x-kubernetes-validations":[{{"rule":"self.v >= oldSelf.v","message":"may not shrink"}}]}}}}}}}}"#
        )
    };
    let map = list(r#""x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["k"],"#);
    assert_eq!(
        judged(&map, r#"{"l":[{"k":"b","v":1},{"k":"a","v":1}]}"#, Some(r#"{"l":[{"k":"a","v":2},{"k":"b","v":1}]}"#)),
        ["l[1]: Invalid value: may not shrink"]
    );
    assert_eq!(refused(&map), [""; 0]);
    assert_eq!(
        refused(&list("")),
        [
            "s.properties[l].items.x-kubernetes-validations[0].rule: Invalid value: \"self.v >= oldSelf.v\": oldSelf cannot be used on the uncorrelatable portion of the schema within s.properties[l]"
        ]
    );
}

#[test]
fn budgets_end_rules() {
    let heavy =
        spec(r#"[{"rule":"lists.range(2000).all(a, lists.range(2000).all(b, a + b >= 0))"},{"rule":"false"}]"#, SIZES);
    assert_eq!(
        judged(&heavy, r#"{"spec":{}}"#, None),
        [
            r#"spec: Invalid value: "object": 'operation cancelled: actual cost limit exceeded': no further validation rules will be run due to call cost exceeds limit for rule: lists.range(2000).all(a, lists.range(2000).all(b, a + b >= 0))"#
        ]
    );
}

#[test]
fn definitions_are_refused_with_upstreams_words() {
    let of = |rule: &str| refused(&spec(&format!("[{rule}]"), SIZES));
    let place = "s.properties[spec].x-kubernetes-validations[0]";
    let check = |rule: &str, wanted: &str| assert_eq!(of(rule), [format!("{place}{wanted}")], "{rule}");
    assert_eq!(of(r#"{"rule":"self.min <= self.max","message":"x"}"#), [""; 0]);
    check(
        r#"{"rule":"self.foo > 1"}"#,
        ".rule: Invalid value: {\"rule\":\"self.foo > 1\"}: compilation failed: ERROR: <input>:1:5: undefined field 'foo'\n | self.foo > 1\n | ....^",
    );
    check(
        r#"{"rule":"self.min"}"#,
        ".rule: Invalid value: {\"rule\":\"self.min\"}: cel expression must evaluate to a bool",
    );
    check(r#"{"rule":" "}"#, ".rule: Required value: rule is not specified");
    check(
        r#"{"rule":"true","reason":"Nope"}"#,
        ".reason: Unsupported value: \"Nope\": supported values: \"FieldValueDuplicate\", \"FieldValueForbidden\", \"FieldValueInvalid\", \"FieldValueRequired\"",
    );
    check(r#"{"rule":"true","fieldPath":".nope"}"#, ".fieldPath: Invalid value: \".nope\": must be a valid path");
    check(
        r#"{"rule":"true","optionalOldSelf":true}"#,
        ".optionalOldSelf: Invalid value: true: may not be set if oldSelf is not used in rule",
    );
    check(
        r#"{"rule":"true","messageExpression":"1"}"#,
        ".messageExpression: Invalid value: {\"messageExpression\":\"1\",\"rule\":\"true\"}: messageExpression must evaluate to a string",
    );
}

#[test]
fn rules_that_may_cost_too_much_are_refused() {
    let nested = r#"{"type":"object","properties":{"l":{"type":"array","items":{"type":"string"},
        "x-kubernetes-validations":[{"rule":"self.all(a, self.all(b, a != b))"}]}}}"#;
    let advice = "(try simplifying the rule, or adding maxItems, maxProperties, and maxLength where arrays, maps, and strings are declared)";
    let found = refused(nested);
    let rule = "s.properties[l].x-kubernetes-validations[0].rule";
    assert_eq!(
        found[0],
        format!("{rule}: Forbidden: estimated rule cost exceeds budget by factor of more than 100x {advice}")
    );
    assert_eq!(
        found[1],
        format!(
            "{rule}: Forbidden: contributed to estimated rule cost total exceeding cost limit for entire OpenAPIv3 schema"
        )
    );
    assert_eq!(found.len(), 3);
    let bounded = nested.replace(r#""type":"array","#, r#""type":"array","maxItems":50,"#);
    let bounded = bounded.replace(r#"{"type":"string"}"#, r#"{"type":"string","maxLength":20}"#);
    assert_eq!(refused(&bounded), [""; 0]);
}
