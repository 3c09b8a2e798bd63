//! Links, addresses, routes, names and time.

mod configure;
mod dhcp;
mod hostname;
mod lease;
mod names;
mod netlink;
mod observe;
mod plan;

pub use configure::Configure;
pub use dhcp::Dhcp;
pub use hostname::Hostname;
pub use names::Names;
pub use netlink::{Netlink, NetlinkError};
pub use observe::Observe;
