//! Streams inside an upgraded HTTP connection: SPDY/3.1, Kubernetes' channels over WebSocket, and how one becomes the other.
//!
//! Decides nothing about who may open one, and knows no pod: it is given two ends and carries bytes between them.

pub mod channels;
pub mod forward;
pub mod remote;
pub mod spdy;
pub mod tunnel;
pub mod upgrade;
