//! Carries TCP connections from a port of the host to a node: an address inside the cluster's network namespace, or a port of
//! the host that QEMU listens on.
//! A listener belongs to the namespace it was made in, a connection to the one its thread is in: the supervisor listens first,
//! then changes its namespace.

use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::Context;
use machined_base::{Clock, Restart, Tasks};
use tokio::io::copy_bidirectional;
use tokio::net::TcpStream;

/// Where a port leads at the moment; nowhere while its node is off.
#[derive(Clone, Debug)]
pub(crate) struct Target(Arc<Mutex<Option<SocketAddr>>>);

impl Target {
    pub(crate) fn to(address: SocketAddr) -> Self {
        Target(Arc::new(Mutex::new(Some(address))))
    }

    pub(crate) fn nowhere() -> Self {
        Target(Arc::default())
    }

    pub(crate) fn set(&self, address: Option<SocketAddr>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = address;
    }

    fn get(&self) -> Option<SocketAddr> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Ports are picked by the kernel, and held from then on: nobody else can take them in between.
pub(crate) fn listen(port: u16) -> anyhow::Result<TcpListener> {
    let listener = TcpListener::bind(("127.0.0.1", port)).with_context(|| format!("listen on 127.0.0.1:{port}"))?;
    listener.set_nonblocking(true).context("make the listener asynchronous")?;
    Ok(listener)
}

/// A free port, released again: for programs that bind it themselves.
pub(crate) fn free_port() -> anyhow::Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).context("find a free port")?;
    Ok(listener.local_addr().context("read the free port")?.port())
}

pub(crate) fn serve(tasks: &Tasks, listener: TcpListener, target: Target) -> anyhow::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener).context("take over the listener")?;
    let listener = Arc::new(listener);
    let inner = tasks.clone();
    tasks.spawn("forward", Restart::Backoff, move || {
        let (listener, tasks, target) = (listener.clone(), inner.clone(), target.clone());
        async move {
            loop {
                // Cancel-safe: a connection that is not accepted yet stays in the queue.
                let accepted = tokio::select! {
                    accepted = listener.accept() => accepted,
                    () = tasks.shutdown().requested() => return Ok::<(), anyhow::Error>(()),
                };
                let (client, _) = accepted.context("accept")?;
                let Some(to) = target.get() else { continue };
                let clock = tasks.clock().clone();
                tasks.scoped("forward-connection", carry(clock, client, to));
            }
        }
    });
    Ok(())
}

async fn carry(clock: Clock, mut client: TcpStream, to: SocketAddr) {
    // A node that is down looks as it would without us: the connection is closed.
    let Ok(Ok(mut server)) = clock.timeout(Duration::from_secs(5), TcpStream::connect(to)).await else { return };
    let _ = (client.set_nodelay(true), server.set_nodelay(true));
    let _ = copy_bidirectional(&mut client, &mut server).await;
}
