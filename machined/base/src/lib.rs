//! Ground floor: time, tasks, shutdown, back-off, secrets, telemetry. Any crate of the workspace may use it.
//!
//! It is the only crate that reads a clock, sleeps or starts a task; it knows nothing of machines or Kubernetes.

mod backoff;
mod clock;
mod secret;
mod shutdown;
mod tasks;
pub mod telemetry;
#[cfg(feature = "testing")]
pub mod testing;

pub use backoff::Backoff;
pub use clock::{Clock, Elapsed, Monotonic};
pub use secret::Secret;
pub use shutdown::Shutdown;
pub use tasks::{AbortOnDrop, Outcome, Restart, TaskHandle, Tasks};
#[cfg(feature = "testing")]
pub use testing::FakeClock;
