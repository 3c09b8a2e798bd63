//! The machine's clock: never before the floor, then what time servers say.
//!
//! The floor is the time of the build, or the last time that was kept on STATE: a clock at 1970 still gives a machine
//! API whose certificates are valid.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use machined_resources::{ActiveConfig, DhcpLease, NodeAddress, Resource, TimeStatus, VolumeStatus};
use machined_runtime::{Context, Controller, Next, ReconcileError};
use machined_sys::platform::Platform;
use tokio::net::UdpSocket;
use tracing::{debug, info};

use super::sntp;
use crate::files;

const NAME: &str = "clock";
const PORT: u16 = 123;
const ANSWER_WITHIN: Duration = Duration::from_secs(3);
const AGAIN: Duration = Duration::from_secs(15 * 60);
const AGAIN_UNSYNCED: Duration = Duration::from_secs(20);
/// Asked when neither configuration nor DHCP names a server.
const POOL: &str = "pool.ntp.org";

pub struct Clock {
    platform: Arc<dyn Platform>,
    /// Where the last time is kept.
    kept: PathBuf,
}

#[derive(Debug, thiserror::Error)]
enum ClockError {
    #[error("no time server answered (asked {0})")]
    Silence(String),
}

impl Clock {
    pub fn new(platform: Arc<dyn Platform>, state: PathBuf) -> Self {
        Self { platform, kept: state.join("time") }
    }
}

/// The earliest time that can be now.
pub fn floor(build: Timestamp, state: &std::path::Path) -> Timestamp {
    let kept = fs::read_to_string(state.join("time")).ok().and_then(|text| text.trim().parse().ok());
    kept.map_or(build, |kept: Timestamp| kept.max(build))
}

#[async_trait]
impl Controller for Clock {
    fn name(&self) -> &'static str {
        NAME
    }

    fn inputs(&self) -> &'static [&'static str] {
        &[ActiveConfig::TYPE, DhcpLease::TYPE, NodeAddress::TYPE, VolumeStatus::TYPE]
    }

    async fn reconcile(&mut self, context: &Context) -> Result<Next, ReconcileError> {
        let store = &context.store;
        self.raise(context)?;
        let config = store.only::<ActiveConfig>();
        let time = config.as_ref().and_then(|config| config.0.time.clone());
        let before = store.only::<TimeStatus>();
        if time.as_ref().is_some_and(|time| !time.enabled) {
            self.show(context, "switched off", true);
            return Ok(Next::Whenever);
        }
        if store.only::<NodeAddress>().is_none() {
            self.show(context, "no network yet", before.is_some_and(|before| before.synced));
            return Ok(Next::Whenever);
        }
        let leased = store.list::<DhcpLease>().into_iter().flat_map(|(_, lease)| lease.time_servers);
        let mut servers = time.map(|time| time.servers).unwrap_or_default();
        if servers.is_empty() {
            servers = leased.map(|address| address.to_string()).collect();
        }
        if servers.is_empty() {
            servers.push(POOL.to_owned());
        }
        match ask_one_of(context, &servers).await {
            Some((server, offset)) => {
                if sntp::worth_a_step(offset) {
                    self.step(context, &server, offset)?;
                }
                self.show(context, &server, true);
                // A file that cannot be kept costs only the floor of the next boot.
                if let Err(err) = files::write(&self.kept, &context.clock.now().to_string()) {
                    debug!(err = &err as &dyn std::error::Error, "time not kept");
                }
                Ok(Next::After(AGAIN))
            }
            None => {
                let synced = before.is_some_and(|before| before.synced);
                let silence = ClockError::Silence(servers.join(", "));
                self.show(context, &silence.to_string(), synced);
                Ok(Next::After(AGAIN_UNSYNCED))
            }
        }
    }
}

impl Clock {
    /// Once STATE is mounted, the last time kept there is a better floor than the build's.
    fn raise(&self, context: &Context) -> Result<(), ReconcileError> {
        let now = context.clock.now();
        let floor = self.kept.parent().map_or(now, |state| floor(now, state));
        if floor > now {
            let since_1970 = Duration::try_from(floor.as_duration())?;
            if self.platform.set_clock(since_1970)? {
                context.events.add("time", "floor", format!("clock was before the last time kept, {floor}"));
            }
        }
        Ok(())
    }

    fn show(&self, context: &Context, source: &str, synced: bool) {
        let before = context.store.only::<TimeStatus>();
        let since = before.as_ref().filter(|before| before.synced && synced).and_then(|before| before.since);
        let since = since.or_else(|| synced.then(|| context.clock.now()));
        context.store.put(NAME, "", TimeStatus { synced, source: source.to_owned(), since });
    }

    fn step(&self, context: &Context, server: &str, offset: SignedDuration) -> Result<(), ReconcileError> {
        let right = context.clock.now() + offset;
        let since_1970 = Duration::try_from(right.as_duration())?;
        if self.platform.set_clock(since_1970)? {
            info!(server, ?offset, "clock set");
            if offset.unsigned_abs() > Duration::from_secs(5) {
                context.events.add("time", server, format!("clock set by {offset:?}"));
            }
        }
        Ok(())
    }
}

async fn ask_one_of(context: &Context, servers: &[String]) -> Option<(String, SignedDuration)> {
    for server in servers {
        match context.clock.timeout(ANSWER_WITHIN, ask(context, server)).await {
            Ok(Ok(Some(offset))) => return Some((server.clone(), offset)),
            Ok(Ok(None)) => debug!(server, "answer makes no sense"),
            Ok(Err(err)) => debug!(server, %err, "time server not reached"),
            Err(_) => debug!(server, "time server is silent"),
        }
    }
    None
}

async fn ask(context: &Context, server: &str) -> std::io::Result<Option<SignedDuration>> {
    let mut addresses = tokio::net::lookup_host((server, PORT)).await?;
    let Some(address) = addresses.next() else { return Ok(None) };
    let any = if address.is_ipv4() { "0.0.0.0:0" } else { "[::]:0" };
    let socket = UdpSocket::bind(any).await?;
    socket.connect(address).await?;
    let sent = context.clock.now();
    socket.send(&sntp::question(sent)).await?;
    let mut answer = [0; 128];
    let length = socket.recv(&mut answer).await?;
    let received = context.clock.now();
    Ok(answer.get(..length).and_then(|answer| sntp::offset(answer, sent, received)))
}
