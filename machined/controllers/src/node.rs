//! The machine itself: clock, disks, volumes, kernel settings.

mod clock;
mod disks;
mod sntp;
mod sysctls;
mod volumes;

pub use clock::{Clock, floor};
pub use disks::Disks;
pub use sysctls::Sysctls;
pub use volumes::Volumes;
