//! SPDY/3.1 as Kubernetes uses it: many byte streams with headers over one connection, without windows.
//!
//! As upstream's library, flow-control frames are read and ignored: the connection's own back-pressure is all there is.

mod connection;
mod frame;
mod headers;

pub use connection::{Connection, Incoming, Role, Stream, StreamReader, StreamWriter};
pub use frame::{Decoder, Encoder, Frame, FrameError, StreamId};
pub use headers::Headers;
