//! Cases from files: an expression, what its variables are, and what it comes to.
//!
//! A file is blocks of lines. `@name = JSON` sets a variable of type dyn for the rest of the file, `> text` is an
//! expression, and the line below says what it comes to: `= value`, `! fault`, `? fault found when compiling` (one line
//! for each), and `$ cost` what running it costs. `⏎` is a line break.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use kube_api::codec::json;
use kube_api::crd::Schema;
use kube_api::value::Value;

use crate::declare::Declared;
use crate::eval::Variables;
use crate::value::{Shape, adapt};
use crate::{Env, Held, Outcome, Program, Type, Val};

const LIMIT: u64 = 1_000_000;

struct Given<'a>(&'a [(String, Value)]);

impl<'a> Variables<'a> for Given<'a> {
    fn variable(&self, name: &str) -> Option<Outcome<'a>> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, value)| Ok(Val::any(value)))
    }
}

fn check_file(path: &str) {
    let text = std::fs::read_to_string(path).unwrap();
    let base = Env::base();
    let mut variables: Vec<(String, Value)> = Vec::new();
    let mut env = base.clone();
    let mut failed = Vec::new();
    let mut lines = text.lines().enumerate().peekable();
    while let Some((number, line)) = lines.next() {
        if let Some(set) = line.strip_prefix('@') {
            let (name, json_text) = set.split_once('=').unwrap();
            let value = json::parse(json_text.trim().as_bytes()).unwrap();
            variables.retain(|(own, _)| own != name.trim());
            variables.push((name.trim().to_owned(), value));
            env = env.with(name.trim(), Type::Dyn);
        }
        let Some(expression) = line.strip_prefix("> ") else { continue };
        let mut wanted = Vec::new();
        while let Some((_, line)) = lines.next_if(|(_, line)| line.starts_with(['=', '!', '?', '$'])) {
            wanted.push(line.trim_end().to_owned());
        }
        let expression = expression.replace('⏎', "\n");
        let found = outcome(&env, &expression, &variables, wanted.iter().any(|line| line.starts_with('$')));
        if found != wanted {
            failed.push(format!("{path}:{}: {expression}\n  wanted {wanted:#?}\n  found  {found:#?}", number + 1));
        }
    }
    assert!(failed.is_empty(), "{} cases failed\n{}", failed.len(), failed.join("\n"));
}

fn outcome(env: &Env, expression: &str, variables: &[(String, Value)], with_cost: bool) -> Vec<String> {
    let program = match Program::compile(env, expression) {
        Ok(program) => program,
        Err(issues) => return issues.list().iter().map(|issue| format!("? {}: {}", issue.at, issue.message)).collect(),
    };
    let ran = program.run(&Given(variables), LIMIT);
    let mut found = vec![match ran.outcome {
        Ok(value) => format!("= {}", show(&value)),
        Err(fault) => format!("! {fault}"),
    }];
    if with_cost {
        found.push(format!("$ {}", ran.cost));
    }
    found
}

/// A value as an expression would write it.
fn show(value: &Val<'_>) -> String {
    match value {
        Val::Uint(uint) => format!("{uint}u"),
        Val::Double(double) => format!("{double:?}"),
        Val::String(text) => format!("{:?}", &**text),
        Val::Bytes(bytes) => format!("b{:?}", String::from_utf8_lossy(bytes)),
        Val::Timestamp(_) => format!("timestamp(\"{value}\")"),
        Val::Duration(_) => format!("duration(\"{value}\")"),
        Val::List(list) => {
            let items: Vec<String> = list.iter().map(|item| show(&item.unwrap())).collect();
            format!("[{}]", items.join(", "))
        }
        Val::Map(map) => {
            let mut entries: Vec<String> = Vec::new();
            for key in map.keys() {
                let value = map.find(&key).unwrap().unwrap();
                entries.push(format!("{}: {}", show(&key), show(&value)));
            }
            format!("{{{}}}", entries.join(", "))
        }
        Val::Optional(None) => "optional.none()".into(),
        Val::Optional(Some(inner)) => format!("optional.of({})", show(inner)),
        Val::Message(message) => {
            let fields: Vec<String> =
                message.fields.iter().map(|(name, value)| format!("{name}: {}", show(value))).collect();
            format!("{}{{{}}}", message.name(), fields.join(", "))
        }
        Val::Quantity(quantity) => format!("quantity({:?})", quantity.to_string()),
        Val::Ip(ip) => format!("ip(\"{ip}\")"),
        Val::Cidr(cidr) => format!("cidr(\"{cidr}\")"),
        other => other.to_string(),
    }
}

macro_rules! files {
    ($($name:ident)*) => {$(
        #[test]
        fn $name() {
            check_file(concat!("cases/", stringify!($name), ".cases"));
        }
    )*};
}

files! { syntax operators conversions strings lists macros optionals kubernetes faults costs }

const SCHEMA: &str = r#"{"type":"object","properties":{
    "spec":{"type":"object","required":["replicas"],"properties":{
        "replicas":{"type":"integer"},
        "name":{"type":"string","maxLength":20},
        "x-y":{"type":"string"},
        "namespace":{"type":"string"},
        "ratio":{"type":"number"},
        "port":{"x-kubernetes-int-or-string":true},
        "when":{"type":"string","format":"date-time"},
        "wait":{"type":"string","format":"duration"},
        "data":{"type":"string","format":"byte"},
        "tags":{"type":"array","maxItems":10,"x-kubernetes-list-type":"set","items":{"type":"string","maxLength":10}},
        "ports":{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],"items":
            {"type":"object","properties":{"name":{"type":"string"},"number":{"type":"integer"}}}},
        "labels":{"type":"object","additionalProperties":{"type":"string"}},
        "free":{"type":"object","x-kubernetes-preserve-unknown-fields":true},
        "maybe":{"type":"string","nullable":true}
    }}}}"#;

const OBJECT: &str = r#"{"apiVersion":"e.com/v1","kind":"W","metadata":{"name":"n","labels":{"a":"b"}},"spec":{
    "replicas":3,"name":"web","x-y":"dash","namespace":"ns","ratio":2,"port":"80%",
    "when":"2024-05-06T07:08:09Z","wait":"1m30s","data":"aGk=","tags":["a","b"],
    "ports":[{"name":"http","number":80},{"name":"dns","number":53}],"labels":{"k.io/x":"1"},
    "free":{"z":1},"maybe":null}}"#;

#[test]
fn schemas_give_types_to_self() {
    let schema = Schema::new("W", Some(&json::parse(SCHEMA.as_bytes()).unwrap()), false);
    let object = json::parse(OBJECT.as_bytes()).unwrap();
    let declared = Declared::new(&schema.root, true).unwrap();
    let env = Env::base().with("self", declared.ty.clone());
    let check = |expression: &str, wanted: &str| {
        let found = match Program::compile(&env, expression) {
            Err(issues) => issues.to_string(),
            Ok(program) => {
                let value = adapt(&object, Shape::Root(&schema.root)).unwrap();
                match program.run(&vec![("self", value)], LIMIT).outcome {
                    Ok(value) => show(&value),
                    Err(fault) => format!("fault: {fault}"),
                }
            }
        };
        assert_eq!(found, wanted, "{expression}");
    };
    check("self.spec.replicas + 1", "4");
    check("self.metadata.name + self.kind", "\"nW\"");
    check("self.spec.x__dash__y + self.spec.__namespace__", "\"dashns\"");
    check("self.spec.ratio / 4.0", "0.5");
    check("type(self.spec.port) == string && self.spec.port.endsWith('%')", "true");
    check("self.spec.when.getFullYear()", "2024");
    check("self.spec.wait == duration('90s')", "true");
    check("self.spec.data == b'hi'", "true");
    check("self.spec.tags == ['b', 'a']", "true");
    check("self.spec.tags + ['c', 'a']", "[\"a\", \"b\", \"c\"]");
    check("self.spec.ports.filter(p, p.number > 60).map(p, p.name)", "[\"http\"]");
    check("self.spec.labels['k.io/x'] == '1' && !('y' in self.spec.labels)", "true");
    check("has(self.spec.maybe)", "false");
    check("has(self.metadata.generateName)", "false");
    check("self.metadata.generateName", "fault: no such key: generateName");
    check("self.spec.foo", "ERROR: <input>:1:10: undefined field 'foo'\n | self.spec.foo\n | .........^");
    check(
        "self.metadata.labels",
        "ERROR: <input>:1:14: undefined field 'labels'\n | self.metadata.labels\n | .............^",
    );
    check("self.spec.free.z", "ERROR: <input>:1:15: undefined field 'z'\n | self.spec.free.z\n | ..............^");
    check(
        "self.spec.replicas == 'x'",
        "ERROR: <input>:1:20: found no matching overload for '_==_' applied to '(int, string)'\n | self.spec.replicas == 'x'\n | ...................^",
    );
    check("foo", "ERROR: <input>:1:1: undeclared reference to 'foo' (in container '')\n | foo\n | ^");
    check(
        "self.spec.replicas > 1 &&",
        "ERROR: <input>:1:26: Syntax error: mismatched input '<EOF>' expecting {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}\n | self.spec.replicas > 1 &&\n | .........................^",
    );
}

#[test]
fn costs_are_estimated_from_bounds() {
    let schema = Schema::new("W", Some(&json::parse(SCHEMA.as_bytes()).unwrap()), false);
    let declared = Declared::new(&schema.root, true).unwrap();
    let env = Env::base().with("self", declared.ty.clone());
    let check = |expression: &str, wanted: u64| {
        let program = Program::compile(&env, expression).unwrap_or_else(|issues| panic!("{issues}"));
        assert_eq!(program.estimate(&declared).max, wanted, "{expression}");
    };
    // As upstream's TestCostEstimation counts: each name and each field 1, comparisons by the shorter side.
    check("self.spec.replicas > 1", 4);
    check("true", 0);
    check("has(self.spec.name)", 2);
    // 3 for the path, a list of ten elements, two for each turn's accumulator, two for the comparison.
    check("self.spec.tags.all(t, t == 'x')", 3 + 10 * (2 + 1 + 1 + 1) + 1);
    check("self.spec.name.startsWith('ab')", 3 + 1);
    check("self.spec.name.matches('abcd')", 3 + 9);
    let unbounded = Program::compile(&env, "self.spec.ports.all(a, self.spec.ports.all(b, a.name == b.name))").unwrap();
    assert!(unbounded.estimate(&declared).max > 100_000_000);
}

#[test]
fn literal_text_is_borrowed() {
    let program = Program::compile(&Env::base(), "'abc'").unwrap();
    let none: Vec<(&str, Val<'_>)> = Vec::new();
    assert!(matches!(program.run(&none, LIMIT).outcome, Ok(Val::String(Held::Borrowed("abc")))));
}
