//! Writes a tree as upstream's writer does: two spaces, lists at the indent of their key, quotes only where a reader
//! would otherwise see another type.
//!
//! As upstream: yaml/v2 emitterc.go, encode.go, sorter.go.

use std::cmp::Ordering;

use super::resolve::{is_base_60, is_timestamp, resolve};
use crate::codec::json;
use crate::value::{Key, Object, Value};

/// Keys longer than this are written as explicit keys.
const LONGEST_SIMPLE_KEY: usize = 128;

/// Any tree as one document.
pub fn encode_plain(value: &Value) -> Vec<u8> {
    let mut out = String::new();
    match value {
        Value::Object(object) if !object.is_empty() => mapping(&mut out, object, 0, false),
        Value::List(list) if !list.is_empty() => sequence(&mut out, list, 0, false),
        other => {
            scalar(&mut out, other, 0);
            out.push('\n');
        }
    }
    out.into_bytes()
}

fn spaces(out: &mut String, indent: usize) {
    out.extend(std::iter::repeat_n(' ', indent));
}

/// `inline` says that the first entry continues the line of a dash.
fn mapping(out: &mut String, object: &Object, indent: usize, inline: bool) {
    let mut entries: Vec<(&Key, &Value)> = object.iter().collect();
    entries.sort_by(|a, b| natural(a.0, b.0));
    for (at, (key, value)) in entries.into_iter().enumerate() {
        if at > 0 || !inline {
            spaces(out, indent);
        }
        let simple = key.len() <= LONGEST_SIMPLE_KEY;
        if !simple {
            out.push_str("? ");
        }
        text(out, key, indent, true);
        if !simple {
            out.push('\n');
            spaces(out, indent);
        }
        out.push(':');
        match value {
            Value::Object(inner) if !inner.is_empty() => {
                out.push('\n');
                mapping(out, inner, indent + 2, false);
            }
            Value::List(list) if !list.is_empty() => {
                out.push('\n');
                sequence(out, list, indent, false);
            }
            other => {
                out.push(' ');
                scalar(out, other, indent);
                out.push('\n');
            }
        }
    }
}

fn sequence(out: &mut String, list: &[Value], indent: usize, inline: bool) {
    for (at, value) in list.iter().enumerate() {
        if at > 0 || !inline {
            spaces(out, indent);
        }
        out.push_str("- ");
        match value {
            Value::Object(inner) if !inner.is_empty() => mapping(out, inner, indent + 2, true),
            Value::List(inner) if !inner.is_empty() => sequence(out, inner, indent + 2, true),
            other => {
                scalar(out, other, indent);
                out.push('\n');
            }
        }
    }
}

fn scalar(out: &mut String, value: &Value, indent: usize) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(bool) => out.push_str(if *bool { "true" } else { "false" }),
        Value::Int(int) => out.push_str(&int.to_string()),
        Value::Float(float) => out.push_str(&json::general_float(*float)),
        Value::String(string) => text(out, string, indent, false),
        Value::Bytes(bytes) => text(out, &crate::codec::base64::encode(bytes), indent, false),
        Value::List(_) => out.push_str("[]"),
        Value::Object(_) => out.push_str("{}"),
    }
}

/// What a scalar's text allows. As upstream: yaml_emitter_analyze_scalar.
struct Analysis {
    plain: bool,
    single: bool,
    block: bool,
    multiline: bool,
}

fn analyze(text: &str) -> Analysis {
    let chars: Vec<char> = text.chars().collect();
    let blank = |at: usize| chars.get(at).is_none_or(|c| matches!(c, ' ' | '\t'));
    let is_break = |c: char| matches!(c, '\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let mut indicators = text.starts_with("---") || text.starts_with("...");
    let (mut special, mut breaks, mut break_space, mut space_break) = (false, false, false, false);
    let (mut previous_space, mut previous_break, mut preceded) = (false, false, true);
    for (at, c) in chars.iter().copied().enumerate() {
        indicators |= match c {
            '#' | ',' | '[' | ']' | '{' | '}' | '&' | '*' | '!' | '|' | '>' | '\'' | '"' | '%' | '@' | '`'
                if at == 0 =>
            {
                true
            }
            '?' | '-' if at == 0 => blank(at + 1),
            ':' => blank(at + 1),
            '#' => preceded,
            _ => false,
        };
        special |= !printable(c);
        if c == ' ' {
            break_space |= previous_break;
            (previous_space, previous_break) = (true, false);
        } else if is_break(c) {
            breaks = true;
            space_break |= previous_space;
            (previous_space, previous_break) = (false, true);
        } else {
            (previous_space, previous_break) = (false, false);
        }
        preceded = matches!(c, ' ' | '\t') || is_break(c);
    }
    let edge = |c: Option<&char>| c.is_some_and(|c| *c == ' ' || is_break(*c));
    let trailing_space = chars.last() == Some(&' ');
    let edges = edge(chars.first()) || edge(chars.last());
    Analysis {
        plain: !indicators && !edges && !break_space && !space_break && !special && !breaks,
        single: !break_space && !space_break && !special,
        block: !chars.is_empty() && !trailing_space && !space_break && !special,
        multiline: breaks,
    }
}

fn printable(c: char) -> bool {
    matches!(c, '\n' | ' '..='~' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fefe}' | '\u{ff00}'..='\u{fffd}')
}

fn text(out: &mut String, text: &str, indent: usize, key: bool) {
    let analysis = analyze(text);
    let another_type = text == "<<" || resolve(text).is_some() || is_timestamp(text) || is_base_60(text);
    if text.contains('\n') && analysis.block && !key {
        return literal(out, text, indent);
    }
    let multiline_key = key && analysis.multiline;
    if text.contains('\n') || another_type || multiline_key || text.is_empty() {
        return double_quoted(out, text);
    }
    if analysis.plain {
        out.push_str(text);
    } else if analysis.single {
        out.push('\'');
        out.push_str(&text.replace('\'', "''"));
        out.push('\'');
    } else {
        double_quoted(out, text);
    }
}

fn literal(out: &mut String, text: &str, indent: usize) {
    out.push('|');
    if text.starts_with([' ', '\n']) {
        out.push('2');
    }
    if !text.ends_with('\n') {
        out.push('-');
    } else if text == "\n" || text.ends_with("\n\n") {
        out.push('+');
    }
    let body = text.strip_suffix('\n').unwrap_or(text);
    for line in body.split('\n') {
        out.push('\n');
        if !line.is_empty() {
            spaces(out, indent + 2);
            out.push_str(line);
        }
    }
}

fn double_quoted(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\0' => out.push_str("\\0"),
            '\u{7}' => out.push_str("\\a"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{b}' => out.push_str("\\v"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            '\u{1b}' => out.push_str("\\e"),
            '\u{85}' => out.push_str("\\N"),
            '\u{a0}' => out.push_str("\\_"),
            '\u{2028}' => out.push_str("\\L"),
            '\u{2029}' => out.push_str("\\P"),
            c if printable(c) => out.push(c),
            c if u32::from(c) <= 0xff => out.push_str(&format!("\\x{:02X}", u32::from(c))),
            c if u32::from(c) <= 0xffff => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push_str(&format!("\\U{:08X}", u32::from(c))),
        }
    }
    out.push('"');
}

/// Numbers inside keys in order of size, letters behind all else. As upstream: keyList.Less.
fn natural(a: &str, b: &str) -> Ordering {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    for (at, (x, y)) in a.iter().zip(&b).enumerate() {
        if x == y {
            continue;
        }
        match (x.is_alphabetic(), y.is_alphabetic()) {
            (true, true) => return x.cmp(y),
            (true, false) => return Ordering::Greater,
            (false, true) => return Ordering::Less,
            (false, false) => {}
        }
        // A zero inside a number must not make the rest of it look small.
        let before = || a.get(..at).unwrap_or_default().iter().rev().take_while(|c| c.is_ascii_digit());
        let start = i64::from((*x == '0' || *y == '0') && before().any(|c| *c != '0'));
        let run = |chars: &[char]| {
            let digits = chars.get(at..).unwrap_or_default().iter().take_while(|c| c.is_ascii_digit());
            digits.fold((start, 0), |(sum, count), c| {
                (sum.saturating_mul(10).saturating_add(i64::from(c.to_digit(10).unwrap_or_default())), count + 1)
            })
        };
        let (left, right) = (run(&a), run(&b));
        return left.0.cmp(&right.0).then(left.1.cmp(&right.1)).then(x.cmp(y));
    }
    a.len().cmp(&b.len())
}
