//! Decides when a certificate is renewed. Pure: the caller looks and acts.

use std::time::Duration;

use jiff::Timestamp;

use crate::Facts;

/// What to do with a certificate now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rotation {
    /// Keep it, and look again after this long.
    Keep { look_again: Duration },
    /// Ask for a new one at once.
    Renew,
}

/// A leaf is renewed when two thirds of its life have passed, or when the clock says that it is not valid yet:
/// then it was made while the clock was wrong.
pub fn plan(now: Timestamp, leaf: &Facts) -> Rotation {
    if !leaf.valid_at(now) {
        return Rotation::Renew;
    }
    let passed = Duration::try_from(now.duration_since(leaf.not_before)).unwrap_or_default();
    let renew_at = leaf.life() * 2 / 3;
    match renew_at.checked_sub(passed) {
        Some(left) if !left.is_zero() => Rotation::Keep { look_again: left },
        _ => Rotation::Renew,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Authority, Request};

    fn check(at: &str, expected: Option<&str>) {
        let issued = "2026-01-01T00:05:00Z".parse().unwrap();
        let root = Authority::create("r", issued, Duration::from_secs(90_000)).unwrap();
        // Valid from 00:00 (five minutes of skew) to 03:00.
        let leaf = root.issue(&Request::client("x", Duration::from_secs(10_500)), issued).unwrap().facts().unwrap();
        let at: Timestamp = at.parse().unwrap();
        let expected = match expected {
            Some(again) => {
                let again: Timestamp = again.parse().unwrap();
                Rotation::Keep { look_again: again.duration_since(at).try_into().unwrap() }
            }
            None => Rotation::Renew,
        };
        assert_eq!(plan(at, &leaf), expected, "at {at}");
    }

    #[test]
    fn two_thirds_of_a_life() {
        check("2025-12-31T23:59:59Z", None);
        check("2026-01-01T00:00:00Z", Some("2026-01-01T02:00:00Z"));
        check("2026-01-01T01:59:59Z", Some("2026-01-01T02:00:00Z"));
        check("2026-01-01T02:00:00Z", None);
        check("2026-02-01T00:00:00Z", None);
    }
}
