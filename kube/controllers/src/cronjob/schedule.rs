//! Cron expressions in the dialect that CronJobs have always had: robfig/cron v3, standard parser.
//!
//! Five fields, `*` and `?`, lists, ranges, steps, names of months and days; `@hourly` and the like; `@every 1h30m`.

use std::time::Duration;

use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{SignedDuration, Timestamp, ToSpan};

/// When something happens again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Schedule {
    Fields(Fields),
    Every(Duration),
}

/// One bit for each value that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fields {
    minutes: u64,
    hours: u64,
    days: u64,
    months: u64,
    weekdays: u64,
    /// Whether day of month, and day of week, were left open: if both are given, either is enough.
    any_day: bool,
    any_weekday: bool,
}

/// A schedule that can never come (31 February) is given up after this many years.
const YEARS: i16 = 5;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS: [&str; 7] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

impl Schedule {
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if text.is_empty() {
            return Err("empty spec string".to_owned());
        }
        if let Some(named) = text.strip_prefix('@') {
            return descriptor(named);
        }
        let fields: Vec<&str> = text.split_whitespace().collect();
        let [minutes, hours, days, months, weekdays] = fields.as_slice() else {
            return Err(format!("expected exactly 5 fields, found {}: {fields:?}", fields.len()));
        };
        let (minutes, _) = field(minutes, 0, 59, &[])?;
        let (hours, _) = field(hours, 0, 23, &[])?;
        let (days, any_day) = field(days, 1, 31, &[])?;
        let (months, _) = field(months, 1, 12, &MONTHS)?;
        let (weekdays, any_weekday) = field(weekdays, 0, 6, &DAYS)?;
        Ok(Schedule::Fields(Fields { minutes, hours, days, months, weekdays, any_day, any_weekday }))
    }

    /// The first time after `after`. Times that a clock change leaves out do not come; doubled ones come once.
    pub(crate) fn next(&self, after: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
        match self {
            Schedule::Every(every) => {
                let whole = Timestamp::new(after.as_second(), 0).ok()?;
                whole.checked_add(SignedDuration::try_from(*every).ok()?).ok()
            }
            Schedule::Fields(fields) => fields.next(after, zone),
        }
    }
}

impl Fields {
    fn next(&self, after: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
        let start = after.to_zoned_datetime(zone.clone()).datetime();
        let last = start.date().year().checked_add(YEARS)?;
        let mut day = start.date();
        while day.year() <= last {
            if self.fits(day) {
                // On the first day only what is still to come, but an hour's doubled times may lie behind.
                for (hour, minute) in self.times() {
                    let at = DateTime::from_parts(day, jiff::civil::time(hour, minute, 0, 0));
                    if let Some(at) = instant(at, zone).filter(|at| *at > after) {
                        return Some(at);
                    }
                }
            }
            day = day.checked_add(1.day()).ok()?;
        }
        None
    }

    fn times(&self) -> impl Iterator<Item = (i8, i8)> + '_ {
        let hours = (0..24).filter(|hour| self.hours & (1 << hour) != 0);
        hours.flat_map(|hour| (0..60).filter(|it| self.minutes & (1 << it) != 0).map(move |minute| (hour, minute)))
    }

    fn fits(&self, day: Date) -> bool {
        let by_day = self.days & (1 << day.day()) != 0;
        let by_weekday = self.weekdays & (1 << day.weekday().to_sunday_zero_offset()) != 0;
        let fits = if self.any_day || self.any_weekday { by_day && by_weekday } else { by_day || by_weekday };
        fits && self.months & (1 << day.month()) != 0
    }
}

fn instant(at: DateTime, zone: &TimeZone) -> Option<Timestamp> {
    let ambiguous = zone.to_ambiguous_timestamp(at);
    match ambiguous.offset() {
        AmbiguousOffset::Gap { .. } => None,
        _ => ambiguous.earlier().ok(),
    }
}

fn descriptor(name: &str) -> Result<Schedule, String> {
    let fields = match name {
        "yearly" | "annually" => "0 0 1 1 *",
        "monthly" => "0 0 1 * *",
        "weekly" => "0 0 * * 0",
        "daily" | "midnight" => "0 0 * * *",
        "hourly" => "0 * * * *",
        _ => {
            let every = name.strip_prefix("every ").ok_or_else(|| format!("unrecognized descriptor: @{name}"))?;
            let every = duration(every).ok_or_else(|| format!("failed to parse duration @{name}"))?;
            return Ok(Schedule::Every(every.max(Duration::from_secs(1))));
        }
    };
    Schedule::parse(fields)
}

/// Go's form: `1h30m`, whole seconds.
fn duration(text: &str) -> Option<Duration> {
    let mut total = 0f64;
    let mut number = String::new();
    let mut chars = text.trim().chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_ascii_digit() || c == '.' {
            number.push(c);
            continue;
        }
        let unit = match c {
            'h' => 3600.0,
            'm' if chars.peek() == Some(&'s') => {
                chars.next();
                0.001
            }
            'm' => 60.0,
            's' => 1.0,
            _ => return None,
        };
        total += number.parse::<f64>().ok()? * unit;
        number.clear();
    }
    (number.is_empty() && total > 0.0).then(|| Duration::from_secs(total as u64))
}

/// A field's bits, and whether it was left open.
fn field(text: &str, least: u32, most: u32, names: &[&str]) -> Result<(u64, bool), String> {
    let mut bits = 0;
    let mut open = false;
    for part in text.split(',') {
        let (range, step) = match part.split_once('/') {
            Some((range, step)) => (range, Some(step)),
            None => (part, None),
        };
        let value = |text: &str| -> Result<u32, String> {
            let named = names.iter().position(|name| name.eq_ignore_ascii_case(text));
            let named = named.and_then(|at| u32::try_from(at).ok()).map(|at| at + least);
            named.or_else(|| text.parse().ok()).ok_or_else(|| format!("failed to parse int from {text}"))
        };
        let every = matches!(range, "*" | "?");
        let (first, last) = if every {
            (least, most)
        } else if let Some((first, last)) = range.split_once('-') {
            (value(first)?, value(last)?)
        } else {
            let first = value(range)?;
            // `3/5` means from 3 on, every fifth.
            (first, if step.is_some() { most } else { first })
        };
        let step =
            step.map(|step| step.parse::<u32>().map_err(|_| format!("failed to parse int from {step}"))).transpose()?;
        open |= every && step.is_none_or(|step| step <= 1);
        let step = step.unwrap_or(1);
        if first < least {
            return Err(format!("beginning of range ({first}) below minimum ({least}): {part}"));
        }
        if last > most {
            return Err(format!("end of range ({last}) above maximum ({most}): {part}"));
        }
        if first > last {
            return Err(format!("beginning of range ({first}) beyond end of range ({last}): {part}"));
        }
        if step == 0 {
            return Err(format!("step of range should be a positive number: {part}"));
        }
        let mut at = first;
        while at <= last {
            bits |= 1u64 << at;
            at += step;
        }
    }
    Ok((bits, open))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(schedule: &str, after: &str, expected: &str) {
        let schedule = Schedule::parse(schedule).unwrap();
        let next = schedule.next(after.parse().unwrap(), &TimeZone::UTC);
        assert_eq!(next.map(|at| at.to_string()).unwrap_or_default(), expected, "{schedule:?}");
    }

    #[test]
    fn fields() {
        check("*/15 * * * *", "2026-01-01T00:00:00Z", "2026-01-01T00:15:00Z");
        check("0 12 * * *", "2026-01-01T12:00:00Z", "2026-01-02T12:00:00Z");
        check("0 0 29 2 ?", "2026-01-01T00:00:00Z", "2028-02-29T00:00:00Z");
        check("0 0 13 * FRI", "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z");
        check("5/20 3 * jan-mar 1-5", "2026-01-02T03:30:00Z", "2026-01-02T03:45:00Z");
        check("0 0 31 2 *", "2026-01-01T00:00:00Z", "");
        check("@monthly", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z");
        check("@every 1h30m", "2026-01-01T00:00:00Z", "2026-01-01T01:30:00Z");
    }

    #[test]
    fn a_clock_change_leaves_times_out_and_doubles_none() {
        let zone = TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap();
        let schedule = Schedule::parse("30 2 * * *").unwrap();
        let next = |after: &str| schedule.next(after.parse().unwrap(), &zone).unwrap().to_string();
        assert_eq!(next("2026-03-28T12:00:00Z"), "2026-03-30T00:30:00Z", "02:30 of the 29th does not exist");
        assert_eq!(next("2026-10-24T12:00:00Z"), "2026-10-25T00:30:00Z");
        assert_eq!(next("2026-10-25T00:30:00Z"), "2026-10-26T01:30:00Z", "the second 02:30 is left out");
    }

    #[test]
    fn faults() {
        for text in ["", "* * * *", "60 * * * *", "* * 0 * *", "*/0 * * * *", "5-3 * * * *", "@often", "x * * * *"] {
            assert!(Schedule::parse(text).is_err(), "{text}");
        }
    }
}
