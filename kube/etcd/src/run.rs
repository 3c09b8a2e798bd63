//! The whole store as a program runs it.

use crate::config::Config;
use crate::error::EtcdError;
use crate::node::Handle;
use crate::server::Bound;
use machined_base::Shutdown;

/// Runs a member until shutdown. Returns early when it cannot go on.
pub async fn run(config: Config, shutdown: Shutdown) -> Result<(), EtcdError> {
    // Sockets first: another store on the same address must not touch the data.
    let bound = Bound::bind(&config).await?;
    let handle = Handle::start(&config, &shutdown).await?;
    tracing::info!(name = %config.name, revision = handle.state().revision().0, "the store serves");
    let (served, stopped) = tokio::join!(bound.serve(&handle), handle.stopped());
    stopped?;
    served
}
