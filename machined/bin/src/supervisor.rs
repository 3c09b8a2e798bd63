//! Our side of the link to init: we are alive; buttons were pressed; we are done.

use std::sync::Arc;

use anyhow::Context;
use machined_base::{Clock, Restart, Shutdown, Tasks};
use machined_sequencer::{End, Sequencer};
use machined_sys::supervisor::{ALIVE_EVERY, Link, ToInit, ToMachined};

pub(crate) fn open(number: Option<i32>) -> anyhow::Result<Option<Arc<Link>>> {
    number.map(|number| Link::inherited(number).map(Arc::new)).transpose().context("take the link to init")
}

/// Says "alive", and takes init's words.
pub(crate) fn start(tasks: &Tasks, link: &Arc<Link>, sequencer: &Sequencer) {
    let (clock, beat, stop) = (tasks.clock().clone(), link.clone(), tasks.shutdown().clone());
    tasks.spawn("heartbeat", Restart::Backoff, move || until(stop.clone(), heartbeat(clock.clone(), beat.clone())));
    let (link, sequencer, stop) = (link.clone(), sequencer.clone(), tasks.shutdown().clone());
    tasks.spawn("init", Restart::Backoff, move || until(stop.clone(), listen(link.clone(), sequencer.clone())));
}

/// Neither of the two holds anything that could be lost.
async fn until(stop: Shutdown, work: impl Future<Output = std::io::Result<()>>) -> std::io::Result<()> {
    tokio::select! {
        ended = work => ended,
        () = stop.requested() => Ok(()),
    }
}

async fn heartbeat(clock: Clock, link: Arc<Link>) -> std::io::Result<()> {
    loop {
        match link.tell_init(ToInit::Alive) {
            // A full socket means that init has many beats to read.
            Err(err) if err.kind() != std::io::ErrorKind::WouldBlock => return Err(err),
            _ => {}
        }
        clock.sleep(ALIVE_EVERY).await;
    }
}

async fn listen(link: Arc<Link>, sequencer: Sequencer) -> std::io::Result<()> {
    loop {
        let how = match link.from_init()? {
            Some(ToMachined::Reboot) => End::Reboot,
            Some(ToMachined::PowerOff) => End::PowerOff,
            None => {
                link.readable().await?;
                continue;
            }
        };
        // A second press while the machine goes down changes nothing.
        if let Err(err) = sequencer.end(how) {
            tracing::info!(%err, "button");
        }
    }
}
