//! Scalars as YAML 1.1 means them, duplicate keys with their lines, and what is written.

use super::*;
use crate::schema::builtin;

fn plain(yaml: &str) -> String {
    let (value, _) = parse(yaml.as_bytes(), Strictness::Note).unwrap();
    String::from_utf8(json::encode_plain(&value)).unwrap()
}

#[test]
fn scalars() {
    for (yaml, json) in [
        ("yes", "true"),
        ("'yes'", "\"yes\""),
        ("off", "false"),
        ("~", "null"),
        ("010", "8"),
        ("0o10", "8"),
        ("0x1F", "31"),
        ("1_000", "1000"),
        ("1.0", "1"),
        ("1.5", "1.5"),
        ("1e3", "1000"),
        ("089", "89"),
        ("1:30", "\"1:30\""),
        ("2001-01-01", "\"2001-01-01\""),
        ("18446744073709551615", "18446744073709552000"),
        ("1.2.3", "\"1.2.3\""),
        ("!!str 1", "\"1\""),
        ("{a: 1, 2: b, true: c}", r#"{"2":"b","a":1,"true":"c"}"#),
        ("a: &x {b: 1}\nc: *x\nd: {<<: *x, e: 2}", r#"{"a":{"b":1},"c":{"b":1},"d":{"b":1,"e":2}}"#),
        ("a: 1\n---\nb: 2", r#"{"a":1}"#),
        ("", "null"),
        ("a: |\n  x\n  y\nb: >-\n  x\n  y\n", r#"{"a":"x\ny\n","b":"x y"}"#),
    ] {
        assert_eq!(plain(yaml), json, "{yaml}");
    }
}

#[test]
fn duplicate_and_unknown_fields() {
    let ty = builtin::kind("", "v1", "Pod").unwrap();
    let yaml = "kind: Pod\nmetadata:\n  name: a\n  name: b\nspec:\n  foo: 1\n  containers:\n  - name: x\n    zoo: 1\n";
    let (value, notes) = decode(yaml.as_bytes(), ty, Strictness::Note).unwrap();
    assert_eq!(
        notes.strict_error().unwrap(),
        "strict decoding error: yaml: unmarshal errors:\n  line 4: key \"name\" already set in map, unknown field \
         \"spec.containers[0].zoo\", unknown field \"spec.foo\""
    );
    assert_eq!(value.text(&["metadata", "name"]), Some("b"));
}

#[test]
fn aliases_do_not_explode() {
    let mut yaml = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n".to_owned();
    for n in 1..9 {
        yaml.push_str(&format!("a{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 10].join(",")));
    }
    assert_eq!(
        parse(yaml.as_bytes(), Strictness::Ignore).unwrap_err().to_string(),
        "yaml: document contains excessive aliasing"
    );
}

#[test]
fn written_as_upstream_writes() {
    let tree = crate::value!({
        "a10": "true", "a2": "", "b": [[1i64, 2i64], {"x": 1i64, "y": []}], "c": {}, "d": "two\nlines\n", "e": "a: b",
        "f": "it's # x", "g": "1:30", "h": "-", "i": " x", "j": "tab\t", "k": null, "l": "no\nend", "m": 1.5
    });
    assert_eq!(
        String::from_utf8(encode_plain(&tree)).unwrap(),
        "a2: \"\"\na10: \"true\"\nb:\n- - 1\n  - 2\n- x: 1\n  \"y\": []\nc: {}\nd: |\n  two\n  lines\ne: 'a: b'\nf: 'it''s # x'\n\
         g: \"1:30\"\nh: '-'\ni: ' x'\nj: \"tab\\t\"\nk: null\nl: |-\n  no\n  end\nm: 1.5\n"
    );
}
