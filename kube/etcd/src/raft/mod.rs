//! The boundary to consensus. Behind it: openraft, pinned to one version; in front of it: our commands and replies.
//! None of openraft's types is stored, and none leaves this folder.
//!
//! One member now: it elects itself, and what it has synced is committed. The log, the state and the votes are kept the
//! way several members need them; what several members lack is in `network.rs`.
//!
//! - A command is acknowledged when it is synced in the log and applied.
//! - The log is purged only up to what the state has flushed: a "snapshot" here is a flush, named by what it covers.

mod codec;
mod log;
mod machine;
mod network;
mod types;

use crate::members::{Member, Members};
use crate::state::State;
use crate::wal::Wal;
use kube_kv::{KvError, KvResult};
use kube_mvcc::{Command, Reply};
use log::Log;
use machine::Machine;
use openraft::async_runtime::WatchReceiver;
use openraft::errors::{ClientWriteError, RaftError};
use openraft::{Config, SnapshotPolicy};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;
use types::{Proposal, TypeConfig};

/// What becomes of every applied command, told in order: (command, reply).
pub(crate) type Applying = Arc<dyn Fn(&Command, &KvResult<Option<Reply>>) + Send + Sync>;

#[derive(Debug, thiserror::Error)]
pub(crate) enum RaftFault {
    #[error("start consensus: {0}")]
    Start(String),
    #[error("consensus has stopped: {0}")]
    Stopped(String),
}

/// What consensus is made of.
pub(crate) struct Parts {
    pub(crate) id: u64,
    pub(crate) member: Member,
    pub(crate) wal: Wal,
    pub(crate) state: Arc<State>,
    pub(crate) applying: Applying,
    pub(crate) step: crate::wal::WalStep,
    /// How much log may pile up before the state is flushed and the log purged.
    pub(crate) log_bytes_max: u64,
}

#[derive(Clone)]
pub(crate) struct Raft {
    id: u64,
    raft: openraft::Raft<TypeConfig, Machine>,
    wal: Wal,
    log_grown: Arc<Notify>,
    log_bytes_max: u64,
}

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct RaftStatus {
    pub(crate) term: u64,
    pub(crate) leader: u64,
    pub(crate) last_index: u64,
    pub(crate) applied_index: u64,
}

/// One member has nobody to miss a heartbeat: timers may be slow, and idle costs nothing.
const HEARTBEAT: Duration = Duration::from_secs(20);
const ELECTION: Duration = Duration::from_secs(60);
/// How long the only member may take to read its log and elect itself.
const READY_WITHIN: Duration = Duration::from_secs(60);

impl Raft {
    pub(crate) async fn start(parts: Parts) -> Result<Self, RaftFault> {
        let failed = |err: &dyn std::fmt::Display| RaftFault::Start(err.to_string());
        let millis = |duration: Duration| u64::try_from(duration.as_millis()).unwrap_or(u64::MAX);
        let config = Config {
            cluster_name: "etcd".to_owned(),
            heartbeat_interval: millis(HEARTBEAT),
            election_timeout_min: millis(ELECTION),
            election_timeout_max: millis(2 * ELECTION),
            snapshot_policy: SnapshotPolicy::Never,
            max_in_snapshot_log_to_keep: 0,
            ..Config::default()
        };
        let config = config.validate().map_err(|err| failed(&err))?;
        let Parts { id, member, wal, state, applying, step, log_bytes_max } = parts;
        let log_grown = Arc::new(Notify::new());
        let log = Log::new(wal.clone(), Arc::clone(&log_grown), step);
        let machine = Machine::new(state, applying);
        let raft = openraft::Raft::new(id, Arc::new(config), network::NoPeers, log, machine);
        let raft = raft.await.map_err(|err| failed(&err))?;
        if raft.is_initialized().await.map_err(|err| failed(&err))? {
            if raft.current_leader().await != Some(id) {
                // Nobody else will: no need to wait for a timeout.
                raft.trigger().elect(false).await.map_err(|err| failed(&err))?;
            }
        } else {
            // Elects, too.
            raft.initialize(BTreeMap::from([(id, member)])).await.map_err(|err| failed(&err))?;
        }
        let wait = raft.wait(Some(READY_WITHIN));
        let metrics = wait.current_leader(id, "the only member leads").await.map_err(|err| failed(&err))?;
        // The first entry of its own term commits, and so applies, everything before it.
        let raft = Self { id, raft, wal, log_grown, log_bytes_max };
        let caught_up = raft.raft.wait(Some(READY_WITHIN));
        let caught_up = caught_up.applied_index_at_least(metrics.last_log_index, "the log is applied");
        caught_up.await.map_err(|err| failed(&err))?;
        Ok(raft)
    }

    pub(crate) async fn propose(&self, command: Command) -> KvResult<Reply> {
        match self.raft.client_write(Proposal(Arc::new(command))).await {
            Ok(response) => response.data?.ok_or_else(|| lost("a command was answered as if it were none")),
            Err(RaftError::APIError(ClientWriteError::ForwardToLeader(_))) => {
                Err(KvError::Unavailable { reason: "etcdserver: no leader".to_owned() })
            }
            Err(err) => Err(lost(&err.to_string())),
        }
    }

    /// Returns when reading the local state sees every write acknowledged before the call.
    pub(crate) async fn read_barrier(&self) -> KvResult<()> {
        if self.leads_alone() {
            // Nobody else can have acknowledged anything, and what this member acknowledges it has applied.
            return Ok(());
        }
        let policy = openraft::raft::ReadPolicy::ReadIndex;
        match self.raft.ensure_linearizable(policy).await {
            Ok(_) => Ok(()),
            Err(err) => Err(KvError::Unavailable { reason: format!("etcdserver: no leader ({err})") }),
        }
    }

    fn leads_alone(&self) -> bool {
        let metrics = self.raft.metrics();
        let metrics = metrics.borrow_watched();
        metrics.current_leader == Some(self.id)
            && metrics.running_state.is_ok()
            && metrics
                .membership_config
                .membership()
                .get_joint_config()
                .iter()
                .all(|voters| voters.len() == 1 && voters.contains(&self.id))
    }

    pub(crate) fn status(&self) -> RaftStatus {
        let metrics = self.raft.metrics();
        let metrics = metrics.borrow_watched();
        RaftStatus {
            term: metrics.current_term,
            leader: metrics.current_leader.unwrap_or(0),
            last_index: metrics.last_log_index.unwrap_or(0),
            applied_index: metrics.last_applied.map_or(0, |id| id.index),
        }
    }

    pub(crate) fn members(&self) -> Members {
        let metrics = self.raft.metrics();
        let metrics = metrics.borrow_watched();
        types::members(metrics.membership_config.membership())
    }

    /// Runs until shutdown: flushes the state and purges the log whenever enough log has piled up.
    pub(crate) async fn keep_log_short(&self) -> Result<(), RaftFault> {
        let stopped = |err: &dyn std::fmt::Display| RaftFault::Stopped(err.to_string());
        loop {
            self.log_grown.notified().await;
            if self.wal.bytes() > self.log_bytes_max {
                self.raft.trigger().snapshot().await.map_err(|err| stopped(&err))?;
            }
        }
    }

    /// Returns when consensus cannot go on, with the reason.
    pub(crate) async fn failed(&self) -> RaftFault {
        let mut metrics = self.raft.metrics();
        loop {
            if let Err(fatal) = &metrics.borrow_and_update().running_state {
                return RaftFault::Stopped(fatal.to_string());
            }
            if metrics.changed().await.is_err() {
                return RaftFault::Stopped("its task is gone".to_owned());
            }
        }
    }

    pub(crate) async fn shutdown(&self) {
        if let Err(err) = self.raft.shutdown().await {
            tracing::warn!(%err, "consensus did not stop cleanly");
        }
    }
}

/// The entry may be in the log.
fn lost(reason: &str) -> KvError {
    KvError::Unknown { reason: reason.to_owned() }
}
