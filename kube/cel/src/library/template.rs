//! `"%s is %d".format([..])`.
//!
//! As upstream: cel-go/ext/formatting.go for locale en_US. Templates are read when they run; upstream also checks
//! literal ones when it compiles.

use crate::types::Type;
use crate::value::{Fault, Map, Val};

pub(super) fn fill(template: &str, args: &[Val<'_>]) -> Result<String, Fault> {
    let mut out = String::with_capacity(template.len());
    let mut chars = template.chars().peekable();
    let mut next = 0;
    while let Some(one) = chars.next() {
        if one != '%' {
            out.push(one);
            continue;
        }
        let Some(first) = chars.peek().copied() else { return Err(Fault::new("unexpected end of string")) };
        if first == '%' {
            chars.next();
            out.push('%');
            continue;
        }
        let Some(arg) = args.get(next) else { return Err(Fault::new(format!("index {next} out of range"))) };
        next += 1;
        let mut precision = None;
        if first == '.' {
            chars.next();
            let mut digits = String::new();
            while let Some(digit) = chars.peek().copied().filter(char::is_ascii_digit) {
                chars.next();
                digits.push(digit);
            }
            if chars.peek().is_none() {
                return Err(Fault::new("error while parsing precision: could not find end of precision specifier"));
            }
            precision = Some(digits.parse::<usize>().unwrap_or_default().min(1000));
        }
        let Some(kind) = chars.next() else { return Err(Fault::new("unexpected end of string")) };
        let text = clause(kind, arg, precision).map_err(|fault| {
            if fault.exhausted { fault } else { Fault::new(format!("error during formatting: {fault}")) }
        });
        match text {
            Ok(text) => out.push_str(&text),
            Err(fault) if fault.message.contains("unrecognized") => {
                return Err(Fault::new(format!("unrecognized formatting clause \"{kind}\"")));
            }
            Err(fault) => return Err(fault),
        }
    }
    Ok(out)
}

fn clause(kind: char, arg: &Val<'_>, precision: Option<usize>) -> Result<String, Fault> {
    match kind {
        's' => shown(arg, false),
        'd' => match arg {
            Val::Int(_) | Val::Uint(_) => Ok(arg.to_string()),
            _ => Err(only("decimal clause can only be used on integers", arg)),
        },
        'f' => number(arg)
            .map(|it| grouped(it, precision.unwrap_or(6)))
            .ok_or_else(|| only("fixed-point clause can only be used on doubles", arg)),
        'e' => number(arg)
            .map(|it| scientific(it, precision.unwrap_or(6)))
            .ok_or_else(|| only("scientific clause can only be used on doubles", arg)),
        'b' => match arg {
            Val::Int(int) if *int < 0 => Ok(format!("-{:b}", int.unsigned_abs())),
            Val::Int(int) => Ok(format!("{int:b}")),
            Val::Uint(uint) => Ok(format!("{uint:b}")),
            Val::Bool(bool) => Ok(if *bool { "1" } else { "0" }.to_owned()),
            _ => Err(only("only integers and bools can be formatted as binary", arg)),
        },
        'o' => match arg {
            Val::Int(int) if *int < 0 => Ok(format!("-{:o}", int.unsigned_abs())),
            Val::Int(int) => Ok(format!("{int:o}")),
            Val::Uint(uint) => Ok(format!("{uint:o}")),
            _ => Err(only("octal clause can only be used on integers", arg)),
        },
        'x' | 'X' => {
            let text = match arg {
                Val::Int(int) if *int < 0 => format!("-{:x}", int.unsigned_abs()),
                Val::Int(int) => format!("{int:x}"),
                Val::Uint(uint) => format!("{uint:x}"),
                Val::String(text) => text.bytes().map(|byte| format!("{byte:02x}")).collect(),
                Val::Bytes(bytes) => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
                _ => {
                    let text = "only integers, byte buffers, and strings can be formatted as hex";
                    return Err(only(text, arg));
                }
            };
            Ok(if kind == 'X' { text.to_uppercase() } else { text })
        }
        other => Err(Fault::new(format!("unrecognized formatting clause \"{other}\""))),
    }
}

fn only(text: &str, arg: &Val<'_>) -> Fault {
    Fault::new(format!("{text}, was given {}", arg.type_of().runtime_name()))
}

fn number(arg: &Val<'_>) -> Option<f64> {
    match arg {
        Val::Double(double) => Some(*double),
        Val::String(text) => match &**text {
            "NaN" => Some(f64::NAN),
            "Infinity" => Some(f64::INFINITY),
            "-Infinity" => Some(f64::NEG_INFINITY),
            _ => None,
        },
        _ => None,
    }
}

fn special(value: f64) -> Option<String> {
    if value.is_nan() {
        return Some("NaN".into());
    }
    value.is_infinite().then(|| if value > 0.0 { "∞".into() } else { "-∞".into() })
}

/// Fixed point, with commas between thousands as en_US writes them.
fn grouped(value: f64, precision: usize) -> String {
    if let Some(text) = special(value) {
        return text;
    }
    let text = format!("{:.precision$}", value.abs());
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(a, b)| (a, Some(b)));
    let mut out = String::new();
    if value < 0.0 {
        out.push('-');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// `1.05 × 10⁰³`, as en_US writes it.
fn scientific(value: f64, precision: usize) -> String {
    if let Some(text) = special(value) {
        return text;
    }
    let text = format!("{value:.precision$e}");
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or_default();
    let mut out = format!("{digits}×10");
    if exponent < 0 {
        out.push('⁻');
    }
    let marks = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    for digit in format!("{:02}", exponent.abs()).chars() {
        out.push(digit.to_digit(10).and_then(|at| marks.get(at as usize)).copied().unwrap_or(digit));
    }
    out
}

fn shown(arg: &Val<'_>, nested: bool) -> Result<String, Fault> {
    Ok(match arg {
        Val::String(text) if nested => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
        Val::Bytes(bytes) if nested => format!("b\"{}\"", String::from_utf8_lossy(bytes)),
        Val::Timestamp(at) if nested => format!("timestamp(\"{}\")", super::time::timestamp_text(*at)),
        Val::Duration(nanos) if nested => format!("duration(\"{}\")", super::time::duration_text(*nanos)),
        Val::Double(double) if nested && double.is_nan() => "\"NaN\"".into(),
        Val::Double(double) if nested && double.is_infinite() => {
            if *double > 0.0 {
                "\"Infinity\"".into()
            } else {
                "\"-Infinity\"".into()
            }
        }
        Val::Double(double) if nested => grouped(*double, 6),
        Val::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Val::Null | Val::Bool(_) | Val::Int(_) | Val::Uint(_) | Val::Double(_) | Val::String(_) => arg.to_string(),
        Val::Timestamp(_) | Val::Duration(_) | Val::Type(_) => arg.to_string(),
        Val::List(list) => {
            let items: Result<Vec<String>, Fault> = list.iter().map(|item| shown(&item?, true)).collect();
            format!("[{}]", items?.join(", "))
        }
        Val::Map(map) => entries(map)?,
        other => {
            let text = "string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists, types, durations, and timestamps";
            return Err(only(text, other));
        }
    })
}

fn entries(map: &Map<'_>) -> Result<String, Fault> {
    let mut shown_entries = Vec::new();
    for key in map.keys() {
        if !matches!(key.type_of(), Type::Bool | Type::Int | Type::Uint | Type::String) {
            let ty = key.type_of();
            let name = ty.runtime_name();
            return Err(Fault::new(format!("no formatting function for map key of type {name}")));
        }
        let value = map.find(&key)?.unwrap_or(Val::Null);
        shown_entries.push(format!("{}:{}", shown(&key, true)?, shown(&value, true)?));
    }
    shown_entries.sort();
    Ok(format!("{{{}}}", shown_entries.join(", ")))
}
