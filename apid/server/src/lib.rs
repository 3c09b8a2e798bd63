//! The machine API's front: TLS, who may, and handing on. It parses no message of a client: what it lets pass goes to
//! machined byte for byte, with the client's name and roles beside it.
//!
//! - Without a verified name nothing is answered but a join, and in maintenance mode the little that `table` lists.
//! - machined is reached by its socket only; apid has no other rights on the machine.

mod decide;
mod front;
mod proxy;
mod serve;
mod table;
mod tls;

pub use decide::{Caller, Verdict, decide};
pub use serve::{Config, RunError, run};
pub use table::{ACCESS, Access, Entry};

/// The port of the machine API.
pub const PORT: u16 = 50000;
/// What apid tells machined about a caller; the same headers from outside are dropped.
pub const NAME_HEADER: &str = "x-ironstone-name";
/// Roles, with commas between them.
pub const ROLES_HEADER: &str = "x-ironstone-roles";
/// The caller's network address.
pub const PEER_HEADER: &str = "x-ironstone-peer";
