//! What an entry of the log holds. Version 1, frozen: one byte of kind, then the content.
//!
//! ```text
//! 0 blank      nothing: a leader's first entry
//! 1 command    `command.rs`
//! 2 members    `members.rs`
//! ```

use super::types::{self, Entry, Payload, Proposal};
use crate::command::{self, CommandError};
use crate::members::Members;
use crate::wal::EntryId;
use std::io;
use std::sync::Arc;

pub(super) fn encode(payload: &Payload) -> Vec<u8> {
    match payload {
        Payload::Blank => vec![0],
        Payload::Normal(Proposal(command)) => {
            let mut bytes = vec![1];
            command::encode(command, &mut bytes);
            bytes
        }
        Payload::Membership(membership) => [&[2], types::members(membership).to_text().as_bytes()].concat(),
    }
}

pub(super) fn decode(id: EntryId, bytes: &[u8]) -> io::Result<Entry> {
    let unreadable = |what: String| io::Error::other(format!("entry {} of the log: {what}", id.index));
    let payload = match bytes.split_first() {
        Some((0, [])) => Payload::Blank,
        Some((1, content)) => {
            let command = command::decode(content).map_err(|err: CommandError| unreadable(err.to_string()))?;
            Payload::Normal(Proposal(Arc::new(command)))
        }
        Some((2, content)) => {
            let members = std::str::from_utf8(content).ok().and_then(Members::from_text);
            let members = members.ok_or_else(|| unreadable("the members make no sense".to_owned()))?;
            Payload::Membership(types::membership(&members))
        }
        _ => return Err(unreadable("its kind is not known to this program".to_owned())),
    };
    Ok(Entry { log_id: types::log_id(id), payload })
}
