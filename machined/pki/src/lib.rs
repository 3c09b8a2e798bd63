//! Certificates of a cluster: who signs what for whom, and when to renew.
//!
//! Everything is ECDSA P-256, by aws-lc-rs. Time comes in as an argument; keys and serial numbers are random. Nothing
//! here reads or writes a file, opens a connection or knows Kubernetes beyond the names in its certificates.

mod authority;
mod error;
mod identity;
mod key;
pub mod kubernetes;
mod leaf;
mod proof;
mod request;
mod rotate;
mod ticket;

pub use authority::Authority;
pub use error::PkiError;
pub use identity::{Identity, Role};
pub use key::{Fingerprint, Key};
pub use leaf::{Facts, Leaf};
pub use proof::{Proof, PublicKey};
pub use request::{Request, Signing, Usage};
pub use rotate::{Rotation, plan};
pub use ticket::Ticket;
