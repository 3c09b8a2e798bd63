//! The simple network time protocol (RFC 4330): one question, one answer. Pure.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

/// Seconds from 1900, where the protocol counts from, to 1970.
const EPOCH: i64 = 2_208_988_800;
/// The protocol's seconds wrap every 136 years; those of the era that begins in 2036 are told by their top bit.
const ERA: i64 = 1 << 32;
pub(crate) const LENGTH: usize = 48;

/// A question sent at this time; the time stands in it, and an answer must repeat it.
pub(crate) fn question(sent: Timestamp) -> [u8; LENGTH] {
    let mut packet = [0; LENGTH];
    // Version 4, mode 3: client.
    packet[0] = (4 << 3) | 3;
    packet[40..].copy_from_slice(&encode(sent));
    packet
}

/// How far our clock is behind (negative: ahead), by an answer to the question sent at `sent`.
pub(crate) fn offset(answer: &[u8], sent: Timestamp, received: Timestamp) -> Option<SignedDuration> {
    let answer: &[u8; LENGTH] = answer.get(..LENGTH)?.try_into().ok()?;
    let [first, stratum, ..] = *answer;
    let (leap, mode) = (first >> 6, first & 7);
    // Leap 3 says that the server's own clock is not set; stratum 0 is a kiss of death.
    if mode != 4 || leap == 3 || stratum == 0 || stratum > 15 {
        return None;
    }
    let field = |at: usize| -> Option<[u8; 8]> { answer.get(at..at + 8)?.try_into().ok() };
    if field(24)? != encode(sent) {
        return None;
    }
    let (arrived, left) = (decode(field(32)?)?, decode(field(40)?)?);
    let there = arrived.duration_since(sent);
    let back = left.duration_since(received);
    Some((there + back) / 2)
}

/// Whether an offset is worth a step of the clock.
pub(crate) fn worth_a_step(offset: SignedDuration) -> bool {
    offset.unsigned_abs() > Duration::from_millis(50)
}

fn encode(time: Timestamp) -> [u8; 8] {
    let seconds = u32::try_from((time.as_second() + EPOCH).rem_euclid(ERA)).unwrap_or_default();
    let nanos = u64::try_from(time.subsec_nanosecond()).unwrap_or_default();
    let fraction = u32::try_from((nanos << 32) / 1_000_000_000).unwrap_or_default();
    ((u64::from(seconds) << 32) | u64::from(fraction)).to_be_bytes()
}

fn decode(bytes: [u8; 8]) -> Option<Timestamp> {
    let both = u64::from_be_bytes(bytes);
    if both == 0 {
        return None;
    }
    let (seconds, fraction) = (i64::try_from(both >> 32).ok()?, both & u64::from(u32::MAX));
    let seconds = if seconds >> 31 == 1 { seconds } else { seconds + ERA };
    let nanos = i32::try_from((fraction * 1_000_000_000) >> 32).ok()?;
    Timestamp::new(seconds - EPOCH, nanos).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn answer(sent: Timestamp, server: Timestamp) -> [u8; LENGTH] {
        let mut packet = [0; LENGTH];
        packet[0] = (4 << 3) | 4;
        packet[1] = 2;
        packet[24..32].copy_from_slice(&encode(sent));
        packet[32..40].copy_from_slice(&encode(server));
        packet[40..48].copy_from_slice(&encode(server));
        packet
    }

    #[test]
    fn the_offset_is_that_of_the_middle_of_the_way() {
        let (sent, received) = (time("1970-01-01T00:10:00Z"), time("1970-01-01T00:10:02Z"));
        let found = offset(&answer(sent, time("2026-05-01T00:00:01Z")), sent, received).unwrap();
        let set = received + found;
        assert!(set.duration_since(time("2026-05-01T00:00:02Z")).unsigned_abs() < Duration::from_micros(1), "{set}");
        assert!(worth_a_step(found) && !worth_a_step(SignedDuration::from_millis(-20)));
        let after_2036 = offset(&answer(sent, time("2040-01-01T00:00:00Z")), sent, received).unwrap();
        assert_eq!((received + after_2036).to_string()[..4], *"2040");
    }

    #[test]
    fn answers_to_other_questions_and_of_unset_clocks_are_nothing() {
        let sent = time("2026-01-01T00:00:00Z");
        let mut packet = answer(sent, sent);
        assert_eq!(offset(&packet, sent + SignedDuration::from_secs(1), sent), None);
        packet[0] |= 3 << 6;
        assert_eq!(offset(&packet, sent, sent), None);
        assert_eq!(offset(&packet[..40], sent, sent), None);
    }
}
