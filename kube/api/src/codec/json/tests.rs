//! Texts that clients see, and the form of what is written.

use super::*;
use crate::schema::builtin;

fn pod(json: &str) -> Result<(Value, Notes), CodecError> {
    decode(json.as_bytes(), builtin::kind("", "v1", "Pod").unwrap(), Strictness::Note)
}

#[test]
fn unknown_and_duplicate_fields_in_the_documents_order() {
    let (value, notes) = pod(
        r#"{"kind":"Pod","spec":{"foo":{"a":1,"a":2},"containers":[{"name":"a","nam":"b","name":"c","env":[{"x":1}]}],"bar":1},
            "metadata":{"labels":{"a":"1","a":"2"}},"kind":"Pod"}"#,
    )
    .unwrap();
    assert_eq!(
        notes.strict_error().unwrap(),
        "strict decoding error: unknown field \"spec.foo\", unknown field \"spec.containers[0].nam\", duplicate field \
         \"spec.containers[0].name\", unknown field \"spec.containers[0].env[0].x\", unknown field \"spec.bar\", \
         duplicate field \"metadata.labels.a\", duplicate field \"kind\""
    );
    assert_eq!(value.pointer(&["metadata", "labels", "a"]), Some(&Value::from("2")));
    assert_eq!(value.pointer(&["spec", "foo"]), None);
}

#[test]
fn errors_in_gos_words() {
    for (json, error) in [
        (
            r#"{"spec":{"nodeName":1}}"#,
            "json: cannot unmarshal number into Go struct field PodSpec.spec.nodeName of type string",
        ),
        (
            r#"{"spec":{"priority":"1"}}"#,
            "json: cannot unmarshal string into Go struct field PodSpec.spec.priority of type int32",
        ),
        (
            r#"{"spec":{"priority":3000000000}}"#,
            "json: cannot unmarshal number 3000000000 into Go struct field PodSpec.spec.priority of type int32",
        ),
        (
            r#"{"spec":{"priority":1.5}}"#,
            "json: cannot unmarshal number 1.5 into Go struct field PodSpec.spec.priority of type int32",
        ),
        (
            r#"{"spec":{"containers":{}}}"#,
            "json: cannot unmarshal object into Go struct field PodSpec.spec.containers of type []v1.Container",
        ),
        (
            r#"{"spec":{"containers":[1]}}"#,
            "json: cannot unmarshal number into Go struct field PodSpec.spec.containers of type v1.Container",
        ),
        (
            r#"{"metadata":{"labels":{"a":1}}}"#,
            "json: cannot unmarshal number into Go struct field ObjectMeta.metadata.labels of type string",
        ),
        (
            r#"{"spec":{"containers":[{"image":[]}]}}"#,
            "json: cannot unmarshal array into Go struct field Container.spec.containers.image of type string",
        ),
        ("[]", "json: cannot unmarshal array into Go value of type v1.Pod"),
        (
            r#"{"spec":{"containers":[{"resources":{"limits":{"cpu":"x"}}}]}}"#,
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
        ),
        (
            r#"{"metadata":{"creationTimestamp":"x"}}"#,
            r#"parsing time "x" as "2006-01-02T15:04:05Z07:00": cannot parse "x" as "2006""#,
        ),
        (r#"{"a" 1}"#, "invalid character '1' after object key"),
        (r#"{"a":1"#, "unexpected end of JSON input"),
        (r#"{"a":1,}"#, "invalid character '}' looking for beginning of object key string"),
        (r#"{"a":tru}"#, "invalid character '}' in literal true (expecting 'e')"),
        ("x", "invalid character 'x' looking for beginning of value"),
        ("{} {}", "invalid character '{' after top-level value"),
        ("01", "invalid character '1' after top-level value"),
    ] {
        assert_eq!(pod(json).unwrap_err().to_string(), error, "{json}");
    }
}

#[test]
fn zero_values_are_written_as_upstream_writes_them() {
    let ty = builtin::kind("", "v1", "Pod").unwrap();
    let (value, _) = pod(r#"{"kind":"Pod","apiVersion":"v1","metadata":{"name":"a","namespace":""},"spec":{"containers":[{"name":"c"}]}}"#).unwrap();
    assert_eq!(
        String::from_utf8(encode(&value, ty)).unwrap(),
        "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"a\"},\"spec\":{\"containers\":[{\"name\":\"c\",\"resources\":{}}]},\"status\":{}}\n"
    );
    assert_eq!(
        String::from_utf8(encode_pretty(&value, ty)).unwrap().lines().take(4).collect::<Vec<_>>(),
        ["{", "  \"kind\": \"Pod\",", "  \"apiVersion\": \"v1\",", "  \"metadata\": {"]
    );
}

#[test]
fn strings_and_numbers() {
    for (json, written) in [
        (r#""<a>& \u2028\ud83d\ude00\ud800\/""#, r#""\u003ca\u003e\u0026 \u2028😀�/""#),
        (r#""\u0001\n""#, r#""\u0001\n""#),
        ("1.0", "1"),
        ("1e21", "1e+21"),
        ("1.5e-7", "1.5e-7"),
        ("9223372036854775807", "9223372036854775807"),
        ("-0.25", "-0.25"),
        (r#"{"b":1,"a":[{},[]]}"#, r#"{"a":[{},[]],"b":1}"#),
    ] {
        assert_eq!(String::from_utf8(encode_plain(&parse(json.as_bytes()).unwrap())).unwrap(), written);
    }
    let deep = "[".repeat(100_000);
    assert_eq!(parse(deep.as_bytes()), Err(CodecError::Depth(500)));
}
