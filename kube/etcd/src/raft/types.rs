//! openraft's types filled in with ours, and the way between the two.

use crate::members::{Member, Members};
use crate::wal::{EntryId, Vote};
use kube_kv::KvResult;
use kube_mvcc::{Command, Reply};
use openraft::vote::RaftLeaderId;
use std::fmt;
use std::sync::Arc;

pub(super) type LeaderId = openraft::impls::leader_id_std::LeaderId<u64, u64>;
pub(super) type LogId = openraft::type_config::alias::LogIdOf<TypeConfig>;
pub(super) type Entry = openraft::type_config::alias::EntryOf<TypeConfig>;
pub(super) type Payload = openraft::EntryPayload<Proposal, u64, Member>;
pub(super) type Membership = openraft::Membership<u64, Member>;
pub(super) type StoredMembership = openraft::type_config::alias::StoredMembershipOf<TypeConfig>;
pub(super) type RaftVote = openraft::Vote<LeaderId>;

openraft::declare_raft_types!(
    /// One leader in a term, as raft has it.
    pub(crate) TypeConfig:
        D = Proposal,
        R = KvResult<Option<Reply>>,
        NodeId = u64,
        Node = Member,
        LeaderId = LeaderId,
);

/// What a log entry carries. Shared by the log, the state and whoever waits.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Proposal(pub(super) Arc<Command>);

impl fmt::Display for Proposal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match &*self.0 {
            Command::Txn(_) => "txn",
            Command::Compact { .. } => "compact",
            Command::LeaseGrant { .. } => "lease grant",
            Command::LeaseRevoke { .. } => "lease revoke",
        })
    }
}

pub(super) fn entry_id(id: &LogId) -> EntryId {
    EntryId { term: id.leader_id.term, index: id.index }
}

pub(super) fn log_id(id: EntryId) -> LogId {
    // Which node led is no part of a committed id: raft has one leader in a term.
    LogId { leader_id: LeaderId::new(id.term, 0).to_committed(), index: id.index }
}

pub(super) fn vote(vote: &RaftVote) -> Vote {
    Vote { term: vote.leader_id.term, node: vote.leader_id.voted_for, committed: vote.committed }
}

pub(super) fn raft_vote(vote: Vote) -> RaftVote {
    RaftVote { leader_id: LeaderId::new(vote.term, vote.node), committed: vote.committed }
}

pub(super) fn members(membership: &Membership) -> Members {
    Members {
        voters: membership.get_joint_config().clone(),
        all: membership.nodes().map(|(_, member)| member.clone()).collect(),
    }
}

pub(super) fn membership(members: &Members) -> Membership {
    let nodes = members.all.iter().map(|member| (member.id, member.clone()));
    Membership::new(members.voters.clone(), nodes.collect::<std::collections::BTreeMap<_, _>>())
        .expect("it was a membership when it was stored")
}
