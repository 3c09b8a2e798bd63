//! Time since boot, and waiting without a runtime. init's own clock: machined's is built on an async runtime.

use std::time::Duration;

/// Monotonic time; wall time plays no part in PID 1.
pub(crate) fn now() -> Duration {
    // The clock exists on every Linux; were it otherwise, deadlines would pass at once, which is the safe side.
    machined_sys::clock::since_boot().unwrap_or(Duration::MAX)
}

/// Blocks for this long.
pub(crate) fn pause(duration: Duration) {
    let timeout = nix::poll::PollTimeout::try_from(duration).unwrap_or(nix::poll::PollTimeout::MAX);
    // Interrupted early is early, no more.
    let _ = nix::poll::poll(&mut [], timeout);
}
