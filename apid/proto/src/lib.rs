//! The machine API on the wire: messages, clients and servers, made from `proto/` by `make generate`.
//!
//! Version 1 is frozen. Wire types stop at the edge: whoever receives one turns it into a type of its own.

/// What a desk or another machine asks of a machine.
pub mod machine {
    #![allow(clippy::all, clippy::disallowed_methods, unreachable_pub)]
    include!("../generated/ironstone.machine.v1.rs");
}

/// Between machined and apid.
pub mod front {
    #![allow(clippy::all, clippy::disallowed_methods, unreachable_pub)]
    include!("../generated/ironstone.front.v1.rs");
}

/// The protocol file itself: tests compare what is served with what is written there.
pub const MACHINE_PROTO: &str = include_str!("../proto/ironstone/machine/v1/machine.proto");
