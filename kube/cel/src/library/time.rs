//! Parts of times and spans, and how both are written.
//!
//! As upstream: cel-go/common/stdlib and common/types/{timestamp,duration}.go. Zones are UTC and offsets such as
//! `-08:00`; names of zones (`America/Los_Angeles`) need a database that is not read here, and are refused. A time does not remember the offset it was written with: its text is in UTC.

use jiff::tz::Offset;
use jiff::{Timestamp, civil};

use super::Declared;
use crate::value::{Fault, Outcome, Val};

pub(crate) const TABLE: &[Declared] = &[
    ("getFullYear", "timestamp_to_year", "timestamp.() -> int", year),
    ("getFullYear", "timestamp_to_year_with_tz", "timestamp.(string) -> int", year),
    ("getMonth", "timestamp_to_month", "timestamp.() -> int", month),
    ("getMonth", "timestamp_to_month_with_tz", "timestamp.(string) -> int", month),
    ("getDayOfYear", "timestamp_to_day_of_year", "timestamp.() -> int", day_of_year),
    ("getDayOfYear", "timestamp_to_day_of_year_with_tz", "timestamp.(string) -> int", day_of_year),
    ("getDayOfMonth", "timestamp_to_day_of_month", "timestamp.() -> int", day_of_month),
    ("getDayOfMonth", "timestamp_to_day_of_month_with_tz", "timestamp.(string) -> int", day_of_month),
    ("getDate", "timestamp_to_day_of_month_1_based", "timestamp.() -> int", date),
    ("getDate", "timestamp_to_day_of_month_1_based_with_tz", "timestamp.(string) -> int", date),
    ("getDayOfWeek", "timestamp_to_day_of_week", "timestamp.() -> int", day_of_week),
    ("getDayOfWeek", "timestamp_to_day_of_week_with_tz", "timestamp.(string) -> int", day_of_week),
    ("getHours", "timestamp_to_hours", "timestamp.() -> int", hours),
    ("getHours", "timestamp_to_hours_with_tz", "timestamp.(string) -> int", hours),
    ("getHours", "duration_to_hours", "duration.() -> int", hours),
    ("getMinutes", "timestamp_to_minutes", "timestamp.() -> int", minutes),
    ("getMinutes", "timestamp_to_minutes_with_tz", "timestamp.(string) -> int", minutes),
    ("getMinutes", "duration_to_minutes", "duration.() -> int", minutes),
    ("getSeconds", "timestamp_to_seconds", "timestamp.() -> int", seconds),
    ("getSeconds", "timestamp_to_seconds_tz", "timestamp.(string) -> int", seconds),
    ("getSeconds", "duration_to_seconds", "duration.() -> int", seconds),
    ("getMilliseconds", "timestamp_to_milliseconds", "timestamp.() -> int", milliseconds),
    ("getMilliseconds", "timestamp_to_milliseconds_with_tz", "timestamp.(string) -> int", milliseconds),
    ("getMilliseconds", "duration_to_milliseconds", "duration.() -> int", milliseconds),
];

/// From the year 1 to the end of 9999.
pub(crate) fn in_range(at: Timestamp) -> bool {
    (-62_135_596_800..=253_402_300_799).contains(&at.as_nanosecond().div_euclid(1_000_000_000))
}

/// RFC 3339 with as many digits of a second as there are.
pub(crate) fn timestamp_text(at: Timestamp) -> String {
    let whole = kube_api::time::format(at);
    let nanos = at.as_nanosecond().rem_euclid(1_000_000_000);
    if nanos == 0 {
        return whole;
    }
    let digits = format!("{nanos:09}");
    format!("{}.{}Z", whole.trim_end_matches('Z'), digits.trim_end_matches('0'))
}

/// Seconds with a fraction, `3600s`.
pub(crate) fn duration_text(nanos: i64) -> String {
    format!("{}s", nanos as f64 / 1e9)
}

/// The time on the clock of the zone that is asked for.
fn local(args: &[Val<'_>]) -> Result<civil::DateTime, Fault> {
    let offset = match args {
        [_] => Offset::UTC,
        [_, Val::String(zone)] => zone_offset(zone)?,
        _ => return Err(Fault::no_overload()),
    };
    match args.first() {
        Some(Val::Timestamp(at)) => Ok(offset.to_datetime(*at)),
        _ => Err(Fault::no_overload()),
    }
}

fn zone_offset(zone: &str) -> Result<Offset, Fault> {
    let Some((hours, minutes)) = zone.split_once(':') else {
        return match zone {
            "" | "UTC" => Ok(Offset::UTC),
            _ => Err(Fault::new(format!("unknown time zone {zone}"))),
        };
    };
    let number = |text: &str| {
        text.parse::<i32>().map_err(|_| Fault::new(format!("strconv.Atoi: parsing {text:?}: invalid syntax")))
    };
    let (whole, part) = (number(hours)?, number(minutes)?);
    let minutes = if zone.starts_with('-') {
        whole.saturating_mul(60).saturating_sub(part)
    } else {
        whole.saturating_mul(60).saturating_add(part)
    };
    Offset::from_seconds(minutes.saturating_mul(60)).map_err(|_| Fault::new(format!("unknown time zone {zone}")))
}

fn int<'a>(value: impl Into<i64>) -> Outcome<'a> {
    Ok(Val::Int(value.into()))
}

fn year<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    int(local(args)?.year())
}

fn month<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    int(local(args)?.month() - 1)
}

fn day_of_year<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    int(local(args)?.day_of_year() - 1)
}

fn day_of_month<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    int(local(args)?.day() - 1)
}

fn date<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    int(local(args)?.day())
}

fn day_of_week<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    int(local(args)?.weekday().to_sunday_zero_offset())
}

fn hours<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::Duration(nanos)] => int(nanos / 3_600_000_000_000),
        _ => int(local(args)?.hour()),
    }
}

fn minutes<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::Duration(nanos)] => int(nanos / 60_000_000_000),
        _ => int(local(args)?.minute()),
    }
}

fn seconds<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::Duration(nanos)] => int(nanos / 1_000_000_000),
        _ => int(local(args)?.second()),
    }
}

fn milliseconds<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::Duration(nanos)] => int(nanos / 1_000_000),
        _ => int(local(args)?.subsec_nanosecond() / 1_000_000),
    }
}
