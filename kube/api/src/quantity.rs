//! Numbers with units (`100m`, `1Gi`, `1e3`): exact arithmetic and the canonical form in which they are written.
//!
//! As upstream: apimachinery/pkg/api/resource. Amounts are whole nanos, because upstream rounds finer ones up and caps
//! at 2^63-1, so every amount fits in 128 bits.

use std::cmp::Ordering;
use std::fmt;

use thiserror::Error;

const NANO: i128 = 1_000_000_000;
const MAX: i128 = i64::MAX as i128 * NANO;

/// An amount, and how it wants to be written.
#[derive(Clone, Copy, Debug)]
pub struct Quantity {
    nanos: i128,
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// `1e3`
    DecimalExponent,
    /// `1Ki`
    BinarySi,
    /// `1k`
    DecimalSi,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum QuantityError {
    #[error("quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")]
    Format,
    #[error("unable to parse numeric part of quantity")]
    Numeric,
    #[error("unable to parse quantity's suffix")]
    Suffix,
}

impl Quantity {
    pub const ZERO: Quantity = Quantity { nanos: 0, format: Format::DecimalSi };

    pub fn new(value: i64, format: Format) -> Quantity {
        Quantity { nanos: i128::from(value) * NANO, format }
    }

    pub fn milli(value: i64, format: Format) -> Quantity {
        Quantity { nanos: i128::from(value) * (NANO / 1000), format }
    }

    pub fn parse(text: &str) -> Result<Quantity, QuantityError> {
        if text.is_empty() {
            return Err(QuantityError::Format);
        }
        let (negative, whole, fraction, suffix) = split(text)?;
        let (base, exponent, format) = suffix_of(suffix)?;
        let (mut nanos, inexact) = scale(whole, fraction, base, exponent);
        // Some of a resource is wanted: what is finer than a nano is rounded up, away from zero.
        if inexact {
            nanos = nanos.saturating_add(1);
        }
        let nanos = nanos.min(MAX);
        let small = nanos > 0 && nanos < NANO;
        let format = if format == Format::BinarySi && small && !negative { Format::DecimalSi } else { format };
        Ok(Quantity { nanos: if negative { -nanos } else { nanos }, format })
    }

    pub fn format(&self) -> Format {
        self.format
    }

    pub fn is_zero(&self) -> bool {
        self.nanos == 0
    }

    pub fn is_negative(&self) -> bool {
        self.nanos < 0
    }

    /// Units, rounded up (away from zero).
    pub fn value(&self) -> i64 {
        self.rounded(NANO)
    }

    /// Thousandths, rounded up (away from zero).
    pub fn milli_value(&self) -> i64 {
        self.rounded(NANO / 1000)
    }

    fn rounded(&self, unit: i128) -> i64 {
        let whole = self.nanos / unit;
        let up = if self.nanos % unit == 0 { whole } else { whole + self.nanos.signum() };
        i64::try_from(up).unwrap_or(if up < 0 { i64::MIN } else { i64::MAX })
    }

    /// True when there is no part of a unit.
    pub fn is_whole(&self) -> bool {
        self.nanos % NANO == 0
    }

    pub fn as_f64(&self) -> f64 {
        self.nanos as f64 / NANO as f64
    }

    pub fn add(&mut self, other: Quantity) {
        if self.nanos == 0 {
            self.format = other.format;
        }
        self.nanos = self.nanos.saturating_add(other.nanos);
    }

    pub fn sub(&mut self, other: Quantity) {
        if self.nanos == 0 {
            self.format = other.format;
        }
        self.nanos = self.nanos.saturating_sub(other.nanos);
    }

    pub fn times(&self, factor: i64) -> Quantity {
        Quantity { nanos: self.nanos.saturating_mul(i128::from(factor)), format: self.format }
    }

    pub fn neg(&self) -> Quantity {
        Quantity { nanos: -self.nanos, format: self.format }
    }

    /// The canonical text of any spelling of a quantity.
    pub fn canonical(text: &str) -> Result<String, QuantityError> {
        Ok(Quantity::parse(text)?.to_string())
    }
}

/// Sign, digits before and after the point, suffix. As upstream: parseQuantityString.
fn split(text: &str) -> Result<(bool, &str, &str, &str), QuantityError> {
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let (whole, rest) = rest.split_at(digits(rest));
    let (fraction, suffix) = match rest.strip_prefix('.') {
        Some(rest) => rest.split_at(digits(rest)),
        None => ("", rest),
    };
    let letters = suffix.bytes().take_while(|byte| b"eEinumkKMGTP".contains(byte)).count();
    let exponent = suffix.get(letters..).unwrap_or_default();
    let exponent = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
    if !exponent.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(QuantityError::Format);
    }
    Ok((negative, whole, fraction, suffix))
}

fn suffix_of(suffix: &str) -> Result<(i128, i32, Format), QuantityError> {
    let decimal = |exponent| Ok((10, exponent, Format::DecimalSi));
    let binary = |exponent| Ok((2, exponent, Format::BinarySi));
    match suffix {
        "" => decimal(0),
        "n" => decimal(-9),
        "u" => decimal(-6),
        "m" => decimal(-3),
        "k" => decimal(3),
        "M" => decimal(6),
        "G" => decimal(9),
        "T" => decimal(12),
        "P" => decimal(15),
        "E" => decimal(18),
        "Ki" => binary(10),
        "Mi" => binary(20),
        "Gi" => binary(30),
        "Ti" => binary(40),
        "Pi" => binary(50),
        "Ei" => binary(60),
        _ => {
            let exponent = suffix.strip_prefix(['e', 'E']).ok_or(QuantityError::Suffix)?;
            let exponent: i64 = exponent.parse().map_err(|_| QuantityError::Suffix)?;
            Ok((10, exponent.clamp(-10_000, 10_000) as i32, Format::DecimalExponent))
        }
    }
}

/// Nanos of `whole.fraction * base^exponent`, rounded down, and whether something was cut off.
fn scale(whole: &str, fraction: &str, base: i128, exponent: i32) -> (i128, bool) {
    let fraction = fraction.trim_end_matches('0');
    let mut mantissa: i128 = 0;
    let mut shift = 9 + if base == 10 { exponent } else { 0 };
    let mut inexact = false;
    for (digit, behind) in whole.bytes().map(|digit| (digit, false)).chain(fraction.bytes().map(|digit| (digit, true)))
    {
        // 37 digits are far above the cap and far below a nano at once.
        if mantissa >= 10i128.pow(36) {
            inexact |= behind && digit != b'0';
            shift += i32::from(!behind);
            continue;
        }
        mantissa = mantissa * 10 + i128::from(digit - b'0');
        shift -= i32::from(behind);
    }
    if mantissa == 0 {
        return (0, false);
    }
    let power = if base == 2 { 1i128 << exponent } else { 1 };
    for _ in shift..0 {
        if base == 2 {
            break;
        }
        inexact |= mantissa % 10 != 0;
        mantissa /= 10;
    }
    if base == 10 {
        for _ in 0..shift {
            mantissa = mantissa.saturating_mul(10);
            if mantissa > MAX {
                return (MAX, false);
            }
        }
        return (mantissa, inexact);
    }
    // Binary: multiply first, so that `0.5Ki` stays exact.
    let (mut value, mut left) = (mantissa, shift);
    let mut rest = power;
    while rest > 1 {
        match value.checked_mul(2) {
            Some(doubled) => value = doubled,
            None if left < 0 => {
                inexact |= value % 10 != 0;
                value /= 10;
                left += 1;
                continue;
            }
            None => return (MAX, false),
        }
        rest >>= 1;
    }
    for _ in left..0 {
        inexact |= value % 10 != 0;
        value /= 10;
    }
    for _ in 0..left {
        value = value.saturating_mul(10);
        if value > MAX {
            return (MAX, false);
        }
    }
    (value, inexact)
}

impl fmt::Display for Quantity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.nanos == 0 {
            return out.write_str("0");
        }
        let small = self.nanos.abs() < 1024 * NANO;
        if self.format == Format::BinarySi && !small {
            let mut value = i128::from(self.value());
            let mut step = 0;
            while value % 1024 == 0 && step < 6 {
                value /= 1024;
                step += 1;
            }
            let suffix = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"].get(step).copied().unwrap_or_default();
            return write!(out, "{value}{suffix}");
        }
        let mut mantissa = self.nanos;
        let mut exponent = -9;
        while mantissa % 1000 == 0 && exponent < 18 {
            mantissa /= 1000;
            exponent += 3;
        }
        write!(out, "{mantissa}")?;
        match (self.format, exponent) {
            (_, 0) => Ok(()),
            (Format::DecimalExponent, exponent) => write!(out, "e{exponent}"),
            (_, exponent) => {
                let at = usize::try_from((exponent + 9) / 3).unwrap_or_default();
                out.write_str(["n", "u", "m", "", "k", "M", "G", "T", "P", "E"].get(at).copied().unwrap_or_default())
            }
        }
    }
}

impl PartialEq for Quantity {
    fn eq(&self, other: &Quantity) -> bool {
        self.nanos == other.nanos
    }
}

impl Eq for Quantity {}

impl PartialOrd for Quantity {
    fn partial_cmp(&self, other: &Quantity) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Quantity {
    fn cmp(&self, other: &Quantity) -> Ordering {
        self.nanos.cmp(&other.nanos)
    }
}

impl std::str::FromStr for Quantity {
    type Err = QuantityError;
    fn from_str(text: &str) -> Result<Quantity, QuantityError> {
        Quantity::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canonical_forms() {
        for (text, canonical) in [
            ("0", "0"),
            ("0.0", "0"),
            ("-0", "0"),
            ("0Ki", "0"),
            ("1000m", "1"),
            ("0.5", "500m"),
            (".5", "500m"),
            ("5.", "5"),
            (".", "0"),
            ("-", "0"),
            ("100m", "100m"),
            ("1024Mi", "1Gi"),
            ("1.5Gi", "1536Mi"),
            ("0.5Ki", "512"),
            ("0.5Mi", "512Ki"),
            ("1Ki", "1Ki"),
            ("1023Ki", "1023Ki"),
            ("100Ki", "100Ki"),
            ("1e3", "1e3"),
            ("1E3", "1e3"),
            ("1000", "1k"),
            ("12300", "12300"),
            ("1500000", "1500k"),
            ("1.1e3", "1100"),
            ("12e-1", "1200e-3"),
            ("1E", "1E"),
            ("1234567890", "1234567890"),
            ("0.0000000001", "1n"),
            ("1.0000000001", "1000000001n"),
            ("0.1Ki", "102400m"),
            ("0.0001Ki", "102400u"),
            ("-1.5", "-1500m"),
            ("+7", "7"),
            ("100E", "9223372036854775807"),
            ("1Ei", "1Ei"),
        ] {
            assert_eq!(Quantity::canonical(text).as_deref(), Ok(canonical), "{text}");
        }
    }

    #[test]
    fn refused() {
        use QuantityError::*;
        for (text, error) in [
            ("", Format),
            ("1.1.M", Format),
            ("1+1.0M", Format),
            ("0.1mi", Suffix),
            ("0.1am", Format),
            ("aoeu", Format),
            (".5i", Suffix),
            ("1i", Suffix),
            ("-3.01i", Suffix),
            (" 1", Format),
            ("1 ", Format),
            ("1e", Suffix),
        ] {
            assert_eq!(Quantity::parse(text).map(|it| it.to_string()), Err(error), "{text}");
        }
    }

    #[test]
    fn arithmetic_is_exact() {
        let mut sum = Quantity::ZERO;
        for text in ["100m", "200m", "700m"] {
            sum.add(Quantity::parse(text).unwrap());
        }
        assert_eq!(sum.to_string(), "1");
        sum.sub(Quantity::parse("1Ki").unwrap());
        assert_eq!(sum.to_string(), "-1023");
        assert_eq!(Quantity::parse("1n").unwrap().value(), 1);
        assert_eq!(Quantity::parse("1500u").unwrap().milli_value(), 2);
        assert!(Quantity::parse("1Gi").unwrap() > Quantity::parse("1G").unwrap());
    }
}
