//! How a command lies in the log. Version 1, frozen: one byte of version, one of kind, then etcd's own request message.
//! That message is the wire's and never loses a field, so it is a safe format for disk.

use crate::wire::{self, etcdserverpb as pb};
use kube_kv::{LeaseId, Revision};
use kube_mvcc::Command;
use prost::Message;

const VERSION: u8 = 1;

#[derive(Debug, thiserror::Error)]
pub(crate) enum CommandError {
    #[error("a command of version {0} is not known to this program")]
    Version(u8),
    #[error("a command of kind {0} is not known to this program")]
    Kind(u8),
    #[error("a command cannot be read: {0}")]
    Content(String),
}

pub(crate) fn encode(command: &Command, to: &mut Vec<u8>) {
    to.push(VERSION);
    let content: &dyn Fn(&mut Vec<u8>) = match command {
        Command::Txn(txn) => {
            to.push(1);
            &|to| to.extend(wire::from_txn(txn.clone()).encode_to_vec())
        }
        Command::Compact { at } => {
            to.push(2);
            &|to| to.extend(wire::compaction(*at).encode_to_vec())
        }
        Command::LeaseGrant { id, ttl_s } => {
            to.push(3);
            &|to| to.extend(pb::LeaseGrantRequest { ttl: *ttl_s, id: id.0 }.encode_to_vec())
        }
        Command::LeaseRevoke { id } => {
            to.push(4);
            &|to| to.extend(pb::LeaseRevokeRequest { id: id.0 }.encode_to_vec())
        }
    };
    content(to);
}

pub(crate) fn decode(bytes: &[u8]) -> Result<Command, CommandError> {
    let [version, kind, content @ ..] = bytes else {
        return Err(CommandError::Content("it is empty".to_owned()));
    };
    if *version != VERSION {
        return Err(CommandError::Version(*version));
    }
    let content = bytes::Bytes::copy_from_slice(content);
    let unreadable = |err: prost::DecodeError| CommandError::Content(err.to_string());
    Ok(match kind {
        1 => {
            let request = pb::TxnRequest::decode(content).map_err(unreadable)?;
            Command::Txn(wire::to_txn(request).map_err(|err| CommandError::Content(err.to_string()))?)
        }
        2 => Command::Compact { at: Revision(pb::CompactionRequest::decode(content).map_err(unreadable)?.revision) },
        3 => {
            let request = pb::LeaseGrantRequest::decode(content).map_err(unreadable)?;
            Command::LeaseGrant { id: LeaseId(request.id), ttl_s: request.ttl }
        }
        4 => Command::LeaseRevoke { id: LeaseId(pb::LeaseRevokeRequest::decode(content).map_err(unreadable)?.id) },
        kind => return Err(CommandError::Kind(*kind)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use kube_kv::{Compare, Delete, Direction, Keys, Op, OrderBy, Put, PutLease, PutValue, Range, Txn};

    #[test]
    fn commands_come_back() {
        let put = Put { value: PutValue::Keep, lease: PutLease::Keep, ..Put::new("k", "").prev_kv() };
        let txn = Txn::when([Compare::absent("k"), Compare::mod_revision("l", Revision(7))])
            .then([Op::Put(Put::new("k", "v").lease(LeaseId(9))), Op::Delete(Delete::of(Keys::prefix("p")).prev_kv())])
            .otherwise([
                Op::Put(put),
                Op::Range(Range::of(Keys::all()).limit(3).order(OrderBy::Value, Direction::Descending)),
            ]);
        let commands = [
            Command::Txn(txn),
            Command::Txn(Txn::default()),
            Command::Compact { at: Revision(5) },
            Command::LeaseGrant { id: LeaseId(-3), ttl_s: 60 },
            Command::LeaseRevoke { id: LeaseId(4) },
        ];
        for command in commands {
            let mut bytes = Vec::new();
            encode(&command, &mut bytes);
            assert_eq!(decode(&bytes).expect("ours"), command);
        }
        assert!(matches!(decode(&[2, 1]), Err(CommandError::Version(2))));
        assert!(matches!(decode(&[1, 9]), Err(CommandError::Kind(9))));
        assert!(decode(&[]).is_err() && decode(&[1, 1, 0xff]).is_err());
    }
}
