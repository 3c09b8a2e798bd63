//! Cluster DNS: names of Services and pods as the Kubernetes DNS specification 1.1.0 says, and everything else from the
//! node's own resolvers. Reading order: what is known (`view`), what is answered (`answer`), messages, sockets.
//!
//! Not there: IPv6 answers, a cache of what was forwarded, zone transfers.

mod answer;
mod forward;
mod message;
mod run;
mod serve;
mod view;

pub use run::{Config, RunError, run};
