//! Whatever is written as an expression, reading, checking, pricing and running it ends, and never panics.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use kube_api::codec::json;
use kube_api::crd::Schema;

use crate::declare::Declared;
use crate::value::{Shape, adapt};
use crate::{Env, Program};

const WORDS: [&str; 64] = [
    "self",
    ".",
    ".a",
    ".?b",
    ".l",
    ".m",
    "(",
    ")",
    "[",
    "]",
    "[?",
    "{",
    "}",
    ",",
    ":",
    "?",
    "+",
    "-",
    "*",
    "/",
    "%",
    "==",
    "!=",
    "<",
    ">=",
    "&&",
    "||",
    "!",
    " in ",
    "1",
    "0",
    "2u",
    "1.5",
    "'x'",
    "b'y'",
    "''",
    "null",
    "true",
    "[]",
    "{}",
    ".all(x, ",
    ".map(x, ",
    ".exists(x, y, ",
    ".filter(x, ",
    ".optMap(v, ",
    ".sortBy(e, ",
    "x",
    "e",
    "has(",
    "size(",
    "optional.of(",
    "int(",
    "string(",
    "quantity('1')",
    "duration('1h')",
    "timestamp('2024-01-01T00:00:00Z')",
    ".size()",
    ".matches('a*')",
    ".split('')",
    ".flatten()",
    ".substring(1)",
    ".format([1])",
    "lists.range(3)",
    ".orValue(",
];

/// The next number of a fixed series: the same soup on every run.
fn next(state: &mut u64) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) as usize
}

#[test]
fn any_text_ends_in_a_value_or_a_fault() {
    let text = r#"{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"string"},
        "l":{"type":"array","maxItems":9,"items":{"type":"string"}},
        "m":{"type":"object","additionalProperties":{"type":"integer"}}}}"#;
    let schema = Schema::new("W", Some(&json::parse(text.as_bytes()).unwrap()), false);
    let object = json::parse(br#"{"a":1,"b":"x","l":["p","q"],"m":{"k":2}}"#).unwrap();
    let declared = Declared::new(&schema.root, false).unwrap();
    let env = Env::base().with("self", declared.ty.clone());
    let mut state = 7;
    let (mut compiled, mut ran) = (0, 0);
    for _ in 0..30_000 {
        let length = 1 + next(&mut state) % 12;
        let mut source: String = (0..length).map(|_| WORDS[next(&mut state) % WORDS.len()]).collect();
        // Half of them with their brackets closed, so that more than syntax is met.
        if next(&mut state).is_multiple_of(2) {
            let open: Vec<char> = source.chars().filter(|one| "([{".contains(*one)).collect();
            let closed = source.chars().filter(|one| ")]}".contains(*one)).count();
            for one in open.iter().rev().take(open.len().saturating_sub(closed)) {
                source.push(match one {
                    '(' => ')',
                    '[' => ']',
                    _ => '}',
                });
            }
        }
        let Ok(program) = Program::compile(&env, &source) else { continue };
        compiled += 1;
        program.estimate(&declared);
        let own = adapt(&object, Shape::Schema(&schema.root)).unwrap();
        if program.run(&vec![("self", own)], 10_000).outcome.is_ok() {
            ran += 1;
        }
    }
    assert!(compiled > 300 && ran > 100, "{compiled} compiled, {ran} ran");
}

#[test]
fn deep_and_wide_expressions_are_refused_or_run() {
    let env = Env::base();
    for source in [
        format!("{}1{}", "(".repeat(5_000), ")".repeat(5_000)),
        format!("{}1{}", "[".repeat(5_000), "]".repeat(5_000)),
        format!("1{}", "+1".repeat(20_000)),
        format!("true{}", "&&true".repeat(15_000)),
        format!("{}true", "!".repeat(50_000)),
        format!("{}true", "true?true:".repeat(5_000)),
        format!("optional.of(1){}", ".optMap(v, v)".repeat(60)),
        format!("[1]{}", ".map(x, x)".repeat(2_000)),
        "'".repeat(70_000),
        format!("x{}", ".a".repeat(30_000)),
    ] {
        if let Ok(program) = Program::compile(&env, &source) {
            let none: Vec<(&str, crate::Val<'_>)> = Vec::new();
            let _ = program.run(&none, 1_000_000);
        }
    }
}
