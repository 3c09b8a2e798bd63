//! Numbers of JSON: integers of 64 bits stay integers, all others are floating point, written as Go writes them.

use crate::value::Value;

/// A number whose text is known to follow JSON's grammar.
pub(super) fn parse(text: &str) -> Option<Value> {
    if !text.contains(['.', 'e', 'E'])
        && let Ok(int) = text.parse::<i64>()
    {
        return Some(Value::Int(int));
    }
    let float: f64 = text.parse().ok()?;
    float.is_finite().then_some(Value::Float(float))
}

/// As Go: strconv.FormatFloat with 'g' and the shortest digits, which is also how `%v` prints a float.
pub(crate) fn general_float(float: f64) -> String {
    let text = format!("{float:e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or_default();
    if (-4..6).contains(&exponent) {
        return format!("{float}");
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", exponent.abs())
}

/// As Go: encoding/json's floatEncoder.
pub(in crate::codec) fn write_float(out: &mut Vec<u8>, float: f64) {
    let size = float.abs();
    if size != 0.0 && !(1e-6..1e21).contains(&size) {
        let text = format!("{float:e}");
        let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let text = match exponent.strip_prefix('-') {
            Some(exponent) => format!("{mantissa}e-{exponent:0>1}"),
            None => format!("{mantissa}e+{exponent}"),
        };
        out.extend_from_slice(text.as_bytes());
        return;
    }
    out.extend_from_slice(format!("{float}").as_bytes());
}
