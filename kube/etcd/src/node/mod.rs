//! A member at work: log, state, consensus and leases put together. Its [`Handle`] is a [`kube_kv::Kv`] for whoever lives
//! in the same process; the servers are another user of it.

mod identity;
pub(crate) mod kv;
mod leases;
pub(crate) mod watch;

use crate::config::Config;
use crate::error::EtcdError;
use crate::members::{Member, Members};
use crate::raft::{Applying, Parts, Raft, RaftStatus};
use crate::state::{Sizes, State};
use crate::wal::{Wal, WalOptions, WalStep};
use identity::Identity;
use kube_kv::{KvError, KvResult};
use kube_mvcc::{Command, StorageError};
use leases::Leases;
use machined_base::{Restart, Shutdown, Tasks};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;

const SEGMENT_BYTES: u64 = 8 << 20;
/// How many keys are cleaned up under one lock.
const RECLAIM_KEYS: usize = 256;
const DRAIN_WITHIN: Duration = Duration::from_secs(5);

/// A running member, for use in the same process. Clones are the same member.
#[derive(Clone)]
pub struct Handle(Arc<Node>);

struct Node {
    raft: Raft,
    state: Arc<State>,
    leases: Arc<Leases>,
    identity: Identity,
    tasks: Tasks,
    reclaim: Arc<Notify>,
}

impl std::fmt::Debug for Handle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Handle").field("member", &self.0.identity.member).finish_non_exhaustive()
    }
}

impl Handle {
    /// Opens the data, elects the member, starts its housekeeping. It stops with `shutdown`; await [`Handle::stopped`]
    /// before opening the same data again.
    pub async fn start(config: &Config, shutdown: &Shutdown) -> Result<Self, EtcdError> {
        let dir = &config.data_dir;
        std::fs::create_dir_all(dir).map_err(|source| file("create", dir, source))?;
        let identity = identity::load_or_create(dir)?;
        let step: WalStep = match &config.on_step {
            Some(told) => Arc::clone(&told.0),
            None => Arc::new(|_| {}),
        };
        let opened = {
            let (dir, step) = (dir.clone(), Arc::clone(&step));
            // Reading a whole log and a whole index is no work for a thread that others wait for.
            tokio::task::spawn_blocking(move || {
                let state = State::open(&dir.join("state"), Arc::clone(&step));
                let state = state.map_err(|err| EtcdError::State(Box::new(err)))?;
                let options = WalOptions { segment_bytes: SEGMENT_BYTES };
                let wal = Wal::open(&dir.join("wal"), options, step).map_err(|err| EtcdError::Log(Box::new(err)))?;
                Ok::<_, EtcdError>((state, wal))
            })
        };
        let (state, wal) = opened.await.map_err(|err| EtcdError::Task(err.to_string()))??;
        let state = Arc::new(state);
        let leases = Arc::new(Leases::new(config.clock.clone()));
        let reclaim = Arc::new(Notify::new());
        let member = Member {
            id: identity.member,
            name: config.name.clone(),
            peer_urls: config.peer_urls.clone(),
            client_urls: config.client_urls.clone(),
        };
        let parts = Parts {
            id: identity.member,
            member,
            wal,
            state: Arc::clone(&state),
            applying: applying(Arc::clone(&leases), Arc::clone(&reclaim)),
            step,
            log_bytes_max: config.log_bytes_max,
        };
        let raft = Raft::start(parts).await.map_err(|err| EtcdError::Consensus(Box::new(err)))?;
        leases.take_over(&state);
        let tasks = Tasks::new(config.clock.clone(), shutdown.child());
        let handle = Self(Arc::new(Node { raft, state, leases, identity, tasks, reclaim }));
        handle.start_housekeeping();
        Ok(handle)
    }

    fn start_housekeeping(&self) {
        let node = Arc::clone(&self.0);
        self.0.tasks.spawn("etcd-leases", Restart::Backoff, move || {
            let node = Arc::clone(&node);
            async move { node.leases.revoke_when_due(&node.raft).await }
        });
        let node = Arc::clone(&self.0);
        self.0.tasks.spawn("etcd-reclaim", Restart::Fatal, move || {
            let node = Arc::clone(&node);
            async move { node.reclaim_what_compaction_allows().await }
        });
        let node = Arc::clone(&self.0);
        self.0.tasks.spawn("etcd-log", Restart::Backoff, move || {
            let node = Arc::clone(&node);
            async move { node.raft.keep_log_short().await }
        });
        // What a crash left unfinished.
        self.0.reclaim.notify_one();
    }

    /// Returns when the member has stopped: `Ok` after a shutdown, with everything flushed.
    pub async fn stopped(&self) -> Result<(), EtcdError> {
        let node = &self.0;
        let shutdown = node.tasks.shutdown().clone();
        let failed = tokio::select! {
            // Cancel-safe: both only wait.
            () = shutdown.requested() => None,
            fault = node.raft.failed() => Some(EtcdError::Consensus(Box::new(fault))),
        };
        let failed = failed.or_else(|| node.tasks.fatal().map(EtcdError::Task));
        shutdown.request();
        node.raft.shutdown().await;
        let late = node.tasks.drain(DRAIN_WITHIN).await;
        if !late.is_empty() {
            tracing::warn!(?late, "tasks did not stop in time");
        }
        if let Some(failed) = failed {
            return Err(failed);
        }
        // Only to start faster: the log has everything.
        let state = Arc::clone(&node.state);
        let flushed = tokio::task::spawn_blocking(move || state.flush()).await;
        let flushed = flushed.map_err(|err| EtcdError::Task(err.to_string()))?;
        flushed.map(drop).map_err(|err| EtcdError::State(Box::new(err)))
    }

    pub(crate) fn cluster_id(&self) -> u64 {
        self.0.identity.cluster
    }

    pub(crate) fn member_id(&self) -> u64 {
        self.0.identity.member
    }

    pub(crate) fn raft_status(&self) -> RaftStatus {
        self.0.raft.status()
    }

    pub(crate) fn members(&self) -> Members {
        self.0.raft.members()
    }

    pub(crate) fn sizes(&self) -> Sizes {
        self.0.state.sizes()
    }

    pub(crate) fn state(&self) -> &Arc<State> {
        &self.0.state
    }

    pub(crate) fn tasks(&self) -> &Tasks {
        &self.0.tasks
    }

    async fn propose(&self, command: Command) -> KvResult<kube_mvcc::Reply> {
        self.0.raft.propose(command).await
    }
}

impl Node {
    async fn reclaim_what_compaction_allows(&self) -> Result<(), StorageError> {
        loop {
            self.reclaim.notified().await;
            while self.state.reclaim(RECLAIM_KEYS)? {
                tokio::task::yield_now().await;
            }
        }
    }
}

/// What the member does with each applied command, beside answering it.
fn applying(leases: Arc<Leases>, reclaim: Arc<Notify>) -> Applying {
    Arc::new(move |command, reply| {
        if reply.is_err() {
            return;
        }
        match command {
            Command::LeaseGrant { id, .. } => {
                if let Ok(Some(kube_mvcc::Reply::LeaseGranted(lease))) = reply {
                    leases.granted(*id, lease.ttl_s);
                }
            }
            Command::LeaseRevoke { id } => leases.revoked(*id),
            Command::Compact { .. } => reclaim.notify_one(),
            Command::Txn(_) => {}
        }
    })
}

/// A failing engine, as a caller sees it.
fn engine(err: &StorageError) -> KvError {
    tracing::error!(%err, "the state cannot be read");
    KvError::Unknown { reason: err.to_string() }
}

fn file(what: &'static str, path: &std::path::Path, source: std::io::Error) -> EtcdError {
    EtcdError::File { what, path: path.to_owned(), source }
}
