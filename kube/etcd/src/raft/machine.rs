//! The replicated state as openraft sees it. Its "snapshot" is a flush of the state, named by the last entry it covers:
//! that is what lets the log be purged.

use super::Applying;
use super::types::{self, Payload, TypeConfig};
use crate::state::{Applied, Change, State};
use futures::{Stream, StreamExt};
use openraft::OptionalSend;
use openraft::storage::{EntryResponder, RaftSnapshotBuilder, RaftStateMachine, Snapshot, SnapshotMeta};
use openraft::type_config::alias::{LogIdOf, SnapshotMetaOf, SnapshotOf};
use std::io;
use std::sync::Arc;

/// How many entries are applied under one lock and in one write.
const BATCH_ENTRIES: usize = 512;

pub(crate) struct Machine {
    state: Arc<State>,
    applying: Applying,
    flushed: Option<SnapshotMetaOf<TypeConfig>>,
}

/// Stands for the state as flushed: members that need it will read it from there.
#[derive(Clone, Debug)]
pub(crate) struct Flushed;

pub(crate) struct Flusher {
    state: Arc<State>,
}

impl Machine {
    /// Whatever the state holds when it is opened was flushed.
    pub(super) fn new(state: Arc<State>, applying: Applying) -> Self {
        let applied = state.applied();
        let flushed = applied.last.is_some().then(|| meta(&applied));
        Self { state, applying, flushed }
    }
}

fn meta(applied: &Applied) -> SnapshotMetaOf<TypeConfig> {
    SnapshotMeta { last_log_id: applied.last.map(types::log_id), last_membership: stored_membership(applied) }
}

fn stored_membership(applied: &Applied) -> types::StoredMembership {
    match applied.members_at {
        Some(at) => types::StoredMembership::new(Some(types::log_id(at)), types::membership(&applied.members)),
        None => types::StoredMembership::default(),
    }
}

impl RaftStateMachine<TypeConfig> for Machine {
    type SnapshotData = Flushed;
    type SnapshotBuilder = Flusher;

    async fn applied_state(&mut self) -> Result<(Option<LogIdOf<TypeConfig>>, types::StoredMembership), io::Error> {
        let applied = self.state.applied();
        Ok((applied.last.map(types::log_id), stored_membership(&applied)))
    }

    async fn apply<Strm>(&mut self, entries: Strm) -> Result<(), io::Error>
    where
        Strm: Stream<Item = Result<EntryResponder<TypeConfig>, io::Error>> + Unpin + OptionalSend,
    {
        let mut batches = entries.ready_chunks(BATCH_ENTRIES);
        while let Some(batch) = batches.next().await {
            let mut changes = Vec::with_capacity(batch.len());
            let mut responders = Vec::with_capacity(batch.len());
            for item in batch {
                let (entry, responder) = item?;
                let change = match entry.payload {
                    Payload::Blank => Change::Blank,
                    Payload::Normal(proposal) => Change::Command(proposal.0),
                    Payload::Membership(membership) => Change::Members(types::members(&membership)),
                };
                changes.push((types::entry_id(&entry.log_id), change));
                responders.push(responder);
            }
            let replies = self.state.apply(&changes).map_err(io::Error::other)?;
            for (((_, change), responder), reply) in changes.iter().zip(responders).zip(replies) {
                if let Change::Command(command) = change {
                    (self.applying)(command, &reply);
                }
                if let Some(responder) = responder {
                    responder.send(reply);
                }
            }
        }
        Ok(())
    }

    async fn get_snapshot_builder(&mut self) -> Flusher {
        Flusher { state: Arc::clone(&self.state) }
    }

    async fn install_snapshot(
        &mut self,
        _meta: &SnapshotMetaOf<TypeConfig>,
        _snapshot: Flushed,
    ) -> Result<(), io::Error> {
        Err(io::Error::new(io::ErrorKind::Unsupported, "a cluster of one member receives no snapshot"))
    }

    async fn get_current_snapshot(&mut self) -> Result<Option<SnapshotOf<TypeConfig, Flushed>>, io::Error> {
        Ok(self.flushed.clone().map(|meta| Snapshot { meta, snapshot: Flushed }))
    }
}

impl RaftSnapshotBuilder<TypeConfig> for Flusher {
    type SnapshotData = Flushed;

    async fn build_snapshot(&mut self) -> Result<SnapshotOf<TypeConfig, Flushed>, io::Error> {
        let state = Arc::clone(&self.state);
        let flushed = tokio::task::spawn_blocking(move || state.flush()).await.map_err(io::Error::other)?;
        let applied = flushed.map_err(io::Error::other)?;
        Ok(Snapshot { meta: meta(&applied), snapshot: Flushed })
    }
}
