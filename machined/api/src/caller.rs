//! Who called, as apid says, and the log of what he did.

use machined_runtime::Context;
use tonic::Request;

/// The same names as apid's: it drops them from outside and sets them itself.
const NAME: &str = "x-ironstone-name";
const PEER: &str = "x-ironstone-peer";

/// Writes down who does what. Before it is done: what brings the machine down is written too.
pub(crate) fn audit<T>(context: &Context, request: &Request<T>, what: &str) {
    let header = |name| request.metadata().get(name).and_then(|value| value.to_str().ok());
    let who = header(NAME).unwrap_or("nobody");
    let peer = header(PEER).unwrap_or("this machine");
    context.events.add("audit", who, format!("{what} (from {peer})"));
}
