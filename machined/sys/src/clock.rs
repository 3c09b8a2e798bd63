//! Sets the machine's wall clock. Reading it is `machined_base::Clock`'s.

use std::io;
use std::time::Duration;

use nix::sys::time::TimeSpec;
use nix::time::{ClockId, clock_settime};

/// Steps the clock to this time since 1970.
pub fn set(since_1970: Duration) -> io::Result<()> {
    Ok(clock_settime(ClockId::CLOCK_REALTIME, TimeSpec::from_duration(since_1970))?)
}

/// Time since the kernel started, sleep included.
pub fn since_boot() -> io::Result<Duration> {
    Ok(nix::time::clock_gettime(ClockId::CLOCK_BOOTTIME)?.into())
}
