//! Times and durations as Kubernetes writes them: RFC 3339 in UTC, Go's duration text. Errors are Go's, because
//! clients see them.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::{Date, Time as Clock};
use jiff::tz::Offset;
use thiserror::Error;

/// As Go: time.ParseError.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TimeError {
    #[error("parsing time {text:?} as {layout:?}: cannot parse {rest:?} as {element:?}")]
    Element { text: String, layout: &'static str, rest: String, element: &'static str },
    #[error("parsing time {text:?}: {what} out of range")]
    Range { text: String, what: &'static str },
    #[error("parsing time {text:?}: extra text: {rest:?}")]
    Extra { text: String, rest: String },
}

const RFC3339: &str = "2006-01-02T15:04:05Z07:00";
const RFC3339_MICRO: &str = "2006-01-02T15:04:05.000000Z07:00";

/// A time to the second, as `metav1.Time` reads it; a fraction is read and may be dropped by whoever writes.
pub fn parse(text: &str) -> Result<Timestamp, TimeError> {
    Scan { text, rest: text, layout: RFC3339 }.time(false)
}

/// A time with six digits of a second, as `metav1.MicroTime` reads it.
pub fn parse_micro(text: &str) -> Result<Timestamp, TimeError> {
    Scan { text, rest: text, layout: RFC3339_MICRO }.time(true)
}

/// `2006-01-02T15:04:05Z`
pub fn format(at: Timestamp) -> String {
    let at = Offset::UTC.to_datetime(at);
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
        at.year(),
        at.month(),
        at.day(),
        at.hour(),
        at.minute(),
        at.second()
    )
}

/// `2006-01-02T15:04:05.000000Z`
pub fn format_micro(at: Timestamp) -> String {
    let whole = format(at);
    let micros = at.as_nanosecond().rem_euclid(1_000_000_000) / 1000;
    format!("{}.{micros:06}Z", whole.trim_end_matches('Z'))
}

struct Scan<'t> {
    text: &'t str,
    rest: &'t str,
    layout: &'static str,
}

impl Scan<'_> {
    fn fail<T>(&self, element: &'static str) -> Result<T, TimeError> {
        Err(TimeError::Element { text: self.text.into(), layout: self.layout, rest: self.rest.into(), element })
    }

    fn digits(&mut self, count: usize, element: &'static str) -> Result<i32, TimeError> {
        match self.rest.get(..count) {
            Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.rest = self.rest.get(count..).unwrap_or_default();
                Ok(digits.parse().unwrap_or_default())
            }
            _ => self.fail(element),
        }
    }

    fn sign(&mut self, sign: &'static str) -> Result<(), TimeError> {
        match self.rest.strip_prefix(sign) {
            Some(rest) => {
                self.rest = rest;
                Ok(())
            }
            None => self.fail(sign),
        }
    }

    fn range<T>(&self, what: &'static str) -> Result<T, TimeError> {
        Err(TimeError::Range { text: self.text.into(), what })
    }

    fn time(mut self, micro: bool) -> Result<Timestamp, TimeError> {
        let year = self.digits(4, "2006")?;
        self.sign("-")?;
        let month = self.digits(2, "01")?;
        if !(1..=12).contains(&month) {
            return self.range("month");
        }
        self.sign("-")?;
        let day = self.digits(2, "02")?;
        self.sign("T")?;
        let hour = self.digits(2, "15")?;
        if hour > 23 {
            return self.range("hour");
        }
        self.sign(":")?;
        let minute = self.digits(2, "04")?;
        if minute > 59 {
            return self.range("minute");
        }
        self.sign(":")?;
        let second = self.digits(2, "05")?;
        if second > 59 {
            return self.range("second");
        }
        let nanos = self.fraction(micro)?;
        let offset = self.offset()?;
        if !self.rest.is_empty() {
            return Err(TimeError::Extra { text: self.text.into(), rest: self.rest.into() });
        }
        let small = |value: i32| i8::try_from(value).unwrap_or_default();
        let date = Date::new(i16::try_from(year).unwrap_or_default(), small(month), small(day));
        let Ok(date) = date else { return self.range("day") };
        let clock = Clock::new(small(hour), small(minute), small(second), nanos);
        let Ok(clock) = clock else { return self.range("second") };
        match offset.to_timestamp(date.to_datetime(clock)) {
            Ok(at) => Ok(at),
            Err(_) => self.range("year"),
        }
    }

    fn fraction(&mut self, micro: bool) -> Result<i32, TimeError> {
        let count = match self.rest.strip_prefix('.') {
            Some(digits) => digits.bytes().take_while(u8::is_ascii_digit).count(),
            None => 0,
        };
        if micro && count != 6 {
            return self.fail(".000000");
        }
        if count == 0 {
            return Ok(0);
        }
        let digits = self.rest.get(1..=count).unwrap_or_default();
        let nanos = digits.bytes().chain(std::iter::repeat(b'0')).take(9);
        let nanos = nanos.fold(0, |sum, digit| sum * 10 + i32::from(digit - b'0'));
        self.rest = self.rest.get(count + 1..).unwrap_or_default();
        Ok(nanos)
    }

    fn offset(&mut self) -> Result<Offset, TimeError> {
        if let Some(rest) = self.rest.strip_prefix('Z') {
            self.rest = rest;
            return Ok(Offset::UTC);
        }
        let whole = self.rest;
        let sign = match self.rest.as_bytes().first() {
            Some(b'+') => 1,
            Some(b'-') => -1,
            _ => return self.fail("Z07:00"),
        };
        let part = |from: usize| whole.get(from..from + 2).and_then(|it| it.parse::<i32>().ok());
        let (Some(hours), Some(minutes), Some(":")) = (part(1), part(4), whole.get(3..4)) else {
            return self.fail("Z07:00");
        };
        if hours > 24 || minutes > 60 {
            return self.range("time zone offset");
        }
        self.rest = whole.get(6..).unwrap_or_default();
        match Offset::from_seconds(sign * (hours * 3600 + minutes * 60)) {
            Ok(offset) => Ok(offset),
            Err(_) => self.range("time zone offset"),
        }
    }
}

/// A span in nanoseconds, written as Go writes `time.Duration`: `1h2m3.5s`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct GoDuration(pub i64);

#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DurationError {
    #[error("time: invalid duration {0:?}")]
    Invalid(String),
    #[error("time: missing unit in duration {0:?}")]
    MissingUnit(String),
    #[error("time: unknown unit {1:?} in duration {0:?}")]
    UnknownUnit(String, String),
}

impl GoDuration {
    pub fn parse(text: &str) -> Result<GoDuration, DurationError> {
        let invalid = || DurationError::Invalid(text.to_owned());
        let (sign, mut rest) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text.strip_prefix('+').unwrap_or(text)),
        };
        if rest == "0" {
            return Ok(GoDuration(0));
        }
        if rest.is_empty() {
            return Err(invalid());
        }
        let mut total: i128 = 0;
        while !rest.is_empty() {
            let number = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
            let (digits, tail) = rest.split_at(number);
            let unit = tail.bytes().take_while(|byte| !byte.is_ascii_digit() && *byte != b'.').count();
            let (unit, tail) = tail.split_at(unit);
            let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
            if whole.is_empty() && fraction.is_empty() || fraction.contains('.') {
                return Err(invalid());
            }
            if unit.is_empty() {
                return Err(DurationError::MissingUnit(text.to_owned()));
            }
            let unit: i128 = match unit {
                "ns" => 1,
                "us" | "µs" | "μs" => 1000,
                "ms" => 1_000_000,
                "s" => 1_000_000_000,
                "m" => 60_000_000_000,
                "h" => 3_600_000_000_000,
                other => return Err(DurationError::UnknownUnit(text.to_owned(), other.to_owned())),
            };
            let whole: i128 = if whole.is_empty() { 0 } else { whole.parse::<i64>().map_err(|_| invalid())?.into() };
            total += whole * unit;
            let mut place = unit;
            let mut left: i128 = 0;
            for digit in fraction.bytes().take(18) {
                left = left * 10 + i128::from(digit - b'0') * unit;
                place = place.saturating_mul(10);
            }
            total += left * unit / place.max(1);
            rest = tail;
        }
        i64::try_from(sign * total).map(GoDuration).map_err(|_| invalid())
    }
}

impl fmt::Display for GoDuration {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let nanos = self.0.unsigned_abs();
        let sign = if self.0 < 0 { "-" } else { "" };
        if nanos == 0 {
            return out.write_str("0s");
        }
        if nanos < 1_000_000_000 {
            let (unit, name) = match nanos {
                0..1000 => (1, "ns"),
                1000..1_000_000 => (1000, "µs"),
                _ => (1_000_000, "ms"),
            };
            return write!(out, "{sign}{}{name}", decimal(nanos, unit));
        }
        let (seconds, minutes, hours) =
            (nanos % 60_000_000_000, nanos / 60_000_000_000 % 60, nanos / 3_600_000_000_000);
        write!(out, "{sign}")?;
        if hours > 0 {
            write!(out, "{hours}h")?;
        }
        if hours > 0 || minutes > 0 {
            write!(out, "{minutes}m")?;
        }
        write!(out, "{}s", decimal(seconds, 1_000_000_000))
    }
}

/// `value / unit` without trailing zeros; the unit is a power of ten.
fn decimal(value: u64, unit: u64) -> String {
    let (whole, rest) = (value / unit, value % unit);
    if rest == 0 {
        return whole.to_string();
    }
    let digits = unit.ilog10() as usize;
    format!("{whole}.{}", format!("{rest:0digits$}").trim_end_matches('0'))
}

/// Age and duration as `kubectl get` shows them. As upstream: apimachinery/pkg/util/duration.HumanDuration.
pub fn human(seconds: i64) -> String {
    let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86_400);
    let pair = |big: i64, unit: &str, small: i64, small_unit: &str| {
        if small == 0 { format!("{big}{unit}") } else { format!("{big}{unit}{small}{small_unit}") }
    };
    match seconds {
        ..-1 => "<invalid>".to_owned(),
        -1..0 => "0s".to_owned(),
        0..120 => format!("{seconds}s"),
        120..600 => pair(minutes, "m", seconds % 60, "s"),
        600..10_800 => format!("{minutes}m"),
        10_800..28_800 => pair(hours, "h", minutes % 60, "m"),
        28_800..172_800 => format!("{hours}h"),
        172_800..691_200 => pair(days, "d", hours % 24, "h"),
        691_200..63_072_000 => format!("{days}d"),
        63_072_000..252_288_000 => pair(days / 365, "y", days % 365, "d"),
        _ => format!("{}y", days / 365),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times() {
        assert_eq!(parse("2024-02-29T12:00:00Z").map(format).as_deref(), Ok("2024-02-29T12:00:00Z"));
        assert_eq!(parse("2024-02-29T12:00:00.123+02:00").map(format).as_deref(), Ok("2024-02-29T10:00:00Z"));
        assert_eq!(
            parse_micro("2024-02-29T12:00:00.000010Z").map(format_micro).as_deref(),
            Ok("2024-02-29T12:00:00.000010Z")
        );
        for (text, error) in [
            ("x", r#"parsing time "x" as "2006-01-02T15:04:05Z07:00": cannot parse "x" as "2006""#),
            ("2024-02-30T12:00:00Z", r#"parsing time "2024-02-30T12:00:00Z": day out of range"#),
            ("2024-13-30T12:00:00Z", r#"parsing time "2024-13-30T12:00:00Z": month out of range"#),
            ("2024-02-03", r#"parsing time "2024-02-03" as "2006-01-02T15:04:05Z07:00": cannot parse "" as "T""#),
            ("2024-02-03T12:00:00Zx", r#"parsing time "2024-02-03T12:00:00Zx": extra text: "x""#),
        ] {
            assert_eq!(parse(text).unwrap_err().to_string(), error);
        }
    }

    #[test]
    fn durations() {
        for (text, nanos) in [
            ("1h2m3.5s", 3_723_500_000_000),
            ("1m0s", 60_000_000_000),
            ("1.5ms", 1_500_000),
            ("2µs", 2000),
            ("0s", 0),
            ("-10s", -10_000_000_000),
        ] {
            assert_eq!(GoDuration::parse(text), Ok(GoDuration(nanos)));
            assert_eq!(GoDuration(nanos).to_string(), text);
        }
        assert_eq!(GoDuration::parse("1.5h"), Ok(GoDuration(5_400_000_000_000)));
        assert_eq!(GoDuration::parse("10").unwrap_err().to_string(), r#"time: missing unit in duration "10""#);
        assert_eq!(GoDuration::parse("1d").unwrap_err().to_string(), r#"time: unknown unit "d" in duration "1d""#);
        assert_eq!(GoDuration::parse("x").unwrap_err().to_string(), r#"time: invalid duration "x""#);
    }

    #[test]
    fn ages() {
        for (seconds, text) in [
            (0, "0s"),
            (119, "119s"),
            (120, "2m"),
            (125, "2m5s"),
            (600, "10m"),
            (10_860, "3h1m"),
            (86_400, "24h"),
            (180_000, "2d2h"),
        ] {
            assert_eq!(human(seconds), text);
        }
    }
}
