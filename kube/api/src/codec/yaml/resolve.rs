//! What a plain scalar means. As upstream: yaml/v2 resolve.go.

use crate::codec::json;
use crate::value::Value;

/// The value of a plain scalar; `None` when it is text.
pub(super) fn resolve(text: &str) -> Option<Value> {
    let word = match text {
        "y" | "Y" | "yes" | "Yes" | "YES" | "true" | "True" | "TRUE" | "on" | "On" | "ON" => Value::Bool(true),
        "n" | "N" | "no" | "No" | "NO" | "false" | "False" | "FALSE" | "off" | "Off" | "OFF" => Value::Bool(false),
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        ".nan" | ".NaN" | ".NAN" => Value::Float(f64::NAN),
        ".inf" | ".Inf" | ".INF" | "+.inf" | "+.Inf" | "+.INF" => Value::Float(f64::INFINITY),
        "-.inf" | "-.Inf" | "-.INF" => Value::Float(f64::NEG_INFINITY),
        _ => return number(text),
    };
    Some(word)
}

fn number(text: &str) -> Option<Value> {
    match text.bytes().next()? {
        b'.' => go_float(text).map(float),
        b'+' | b'-' | b'0'..=b'9' => {
            if is_timestamp(text) {
                return None;
            }
            let plain = text.replace('_', "");
            integer(&plain).or_else(|| is_float(&plain).then(|| plain.parse().ok().map(float)).flatten())
        }
        _ => None,
    }
}

/// A float that JSON writes without a point is an integer to whoever reads that JSON.
fn float(float: f64) -> Value {
    if !float.is_finite() {
        return Value::Float(float);
    }
    json::parse(&json::encode_plain(&Value::Float(float))).unwrap_or(Value::Float(float))
}

fn go_float(text: &str) -> Option<f64> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || b".eE+-".contains(&byte));
    if plain { text.parse().ok() } else { None }
}

/// As Go: strconv.ParseInt with base 0.
fn integer(text: &str) -> Option<Value> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let lower = digits.to_ascii_lowercase();
    let (base, digits) = match lower.get(..2) {
        Some("0x") => (16, lower.get(2..)?),
        Some("0o") => (8, lower.get(2..)?),
        Some("0b") => (2, lower.get(2..)?),
        _ if lower.len() > 1 && lower.starts_with('0') => (8, lower.get(1..)?),
        _ => (10, lower.as_str()),
    };
    if digits.starts_with(['+', '-']) {
        return None;
    }
    let size = u64::from_str_radix(digits, base).ok()?;
    let signed = if negative { 0i64.checked_sub_unsigned(size) } else { i64::try_from(size).ok() };
    match signed {
        Some(int) => Some(Value::Int(int)),
        None if !negative => Some(Value::Float(size as f64)),
        None => None,
    }
}

/// `^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$`
fn is_float(text: &str) -> bool {
    let text = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (mantissa, exponent) = match text.find(['e', 'E']) {
        Some(at) => (text.get(..at).unwrap_or_default(), text.get(at + 1..)),
        None => (text, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let exponent = exponent.is_none_or(|it| digits(it.strip_prefix(['-', '+']).unwrap_or(it)));
    let mantissa = match mantissa.split_once('.') {
        Some(("", fraction)) => digits(fraction),
        Some((whole, fraction)) => digits(whole) && (fraction.is_empty() || digits(fraction)),
        None => digits(mantissa),
    };
    mantissa && exponent
}

/// Dates and times of YAML 1.1, which stay text. As upstream: parseTimestamp.
pub(super) fn is_timestamp(text: &str) -> bool {
    let bytes = text.as_bytes();
    let Some((year, rest)) = bytes.split_first_chunk::<4>() else { return false };
    if !year.iter().all(u8::is_ascii_digit) || rest.first() != Some(&b'-') {
        return false;
    }
    let rest = text.get(5..).unwrap_or_default();
    let (date, clock) = match rest.find(['T', 't', ' ']) {
        Some(at) => (rest.get(..at).unwrap_or_default(), rest.get(at + 1..)),
        None => (rest, None),
    };
    let small = |text: &str, most: u32| {
        (1..=2).contains(&text.len())
            && text.bytes().all(|it| it.is_ascii_digit())
            && text.parse().is_ok_and(|n: u32| n <= most)
    };
    let Some((month, day)) = date.split_once('-') else { return false };
    if !small(month, 12) || !small(day, 31) {
        return false;
    }
    let Some(clock) = clock else { return true };
    let zone = clock.find(['Z', '+', '-']).unwrap_or(clock.len());
    let zoned = rest.contains(['T', 't']);
    if zoned != (zone < clock.len()) {
        return false;
    }
    let clock = clock.get(..zone).unwrap_or_default().split('.').next().unwrap_or_default();
    let parts: Vec<&str> = clock.split(':').collect();
    matches!(parts[..], [hour, minute, second] if small(hour, 23) && small(minute, 59) && small(second, 59))
}

/// Times in base 60, which upstream quotes although it reads them as text.
pub(super) fn is_base_60(text: &str) -> bool {
    let rest = text.strip_prefix(['-', '+']).unwrap_or(text);
    let mut parts = rest.split('.').next().unwrap_or_default().split(':');
    let first = parts.next().unwrap_or_default();
    let fraction =
        rest.split_once('.').is_none_or(|(_, it)| it.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_'));
    let mut any = false;
    let minutes = parts.all(|part| {
        any = true;
        matches!(part.as_bytes(), [b'0'..=b'9'] | [b'0'..=b'5', b'0'..=b'9'])
    });
    let first_ok =
        first.starts_with(|c: char| c.is_ascii_digit()) && first.bytes().all(|it| it.is_ascii_digit() || it == b'_');
    any && minutes && first_ok && fraction
}
