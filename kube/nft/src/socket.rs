//! Sends a batch as one transaction and reads the kernel's verdict on each of its messages. Synchronous: a change takes
//! milliseconds, and its caller owns a thread for it.

use std::io;

use netlink_sys::constants::NETLINK_NETFILTER;
use netlink_sys::{Socket as Netlink, SocketAddr};

use crate::attribute::Attributes;
use crate::batch::Batch;
use crate::uapi::{
    NFNL_BATCH_GENID, NFNL_MSG_BATCH_BEGIN, NFNL_MSG_BATCH_END, NFNL_SUBSYS_NFTABLES, NFT_MSG_GETGEN, NFT_MSG_NEWGEN,
    NFTA_GEN_ID,
};

#[derive(Debug, thiserror::Error)]
pub enum NftError {
    #[error("talk to the kernel's nftables")]
    Socket(#[source] io::Error),
    /// Somebody else changed rules since the generation that the batch names.
    #[error("the rules have changed since they were read")]
    Stale,
    #[error("the kernel refused to {what} in table {table}")]
    Refused {
        what: String,
        table: String,
        #[source]
        err: io::Error,
    },
    #[error("the kernel's answer is not understood")]
    Answer,
}

pub struct Socket {
    netlink: Netlink,
    sequence: u32,
}

const HEADER: usize = 16;
const NFGEN: usize = 4;
/// Sequence number of the two messages around a batch; ours begin behind it.
const ENVELOPE: u32 = 0;
/// The kernel answers each message that it refuses; a batch of many must not overflow the socket.
const RECEIVE_BUFFER: usize = 1 << 20;

impl Socket {
    pub fn open() -> Result<Self, NftError> {
        let mut netlink = Netlink::new(NETLINK_NETFILTER).map_err(NftError::Socket)?;
        netlink.bind_auto().map_err(NftError::Socket)?;
        netlink.connect(&SocketAddr::new(0, 0)).map_err(NftError::Socket)?;
        netlink.set_rx_buf_sz(RECEIVE_BUFFER).map_err(NftError::Socket)?;
        Ok(Socket { netlink, sequence: 1 })
    }

    /// The generation of all rules of this namespace: it grows with each change by anybody.
    pub fn generation(&mut self) -> Result<u32, NftError> {
        self.sequence = self.sequence.wrapping_add(1).max(1);
        let mut bytes = Vec::new();
        let kind = subsystem(NFNL_SUBSYS_NFTABLES, NFT_MSG_GETGEN);
        message(&mut bytes, kind, libc::NLM_F_REQUEST, self.sequence, libc::AF_UNSPEC as u8, 0, &Attributes::default());
        self.netlink.send(&bytes, 0).map_err(NftError::Socket)?;
        loop {
            for answer in self.receive()? {
                if answer.sequence == self.sequence && answer.kind == subsystem(NFNL_SUBSYS_NFTABLES, NFT_MSG_NEWGEN) {
                    return attribute(answer.body.get(NFGEN..).unwrap_or_default(), NFTA_GEN_ID)
                        .ok_or(NftError::Answer);
                }
            }
        }
    }

    /// All or nothing.
    pub fn commit(&mut self, batch: &Batch) -> Result<(), NftError> {
        if batch.is_empty() {
            return Ok(());
        }
        let first = self.sequence.wrapping_add(1).max(1);
        let bytes = encode(batch, first);
        let count = u32::try_from(batch.messages().len()).unwrap_or(u32::MAX);
        let last = first.saturating_add(count.saturating_sub(1));
        self.sequence = last;
        self.netlink.send(&bytes, 0).map_err(NftError::Socket)?;
        let mut refused: Option<(usize, io::Error)> = None;
        loop {
            for answer in self.receive()? {
                if answer.kind != NLMSG_ERROR {
                    continue;
                }
                let code = answer
                    .body
                    .get(..4)
                    .and_then(|b| b.try_into().ok())
                    .map(i32::from_ne_bytes)
                    .ok_or(NftError::Answer)?;
                if answer.sequence == ENVELOPE && code != 0 {
                    let stale = code == -libc::ERESTART;
                    return Err(if stale {
                        NftError::Stale
                    } else {
                        NftError::Socket(io::Error::from_raw_os_error(-code))
                    });
                }
                let ours = (first..=last).contains(&answer.sequence);
                if ours && code != 0 && refused.is_none() {
                    refused = Some(((answer.sequence - first) as usize, io::Error::from_raw_os_error(-code)));
                }
                // The last message asked for an answer: it comes when the verdict on the whole is known.
                if answer.sequence == last {
                    return match refused {
                        None => Ok(()),
                        Some((index, err)) => {
                            let what = batch.messages().get(index).map(|m| m.what.clone()).unwrap_or_default();
                            Err(NftError::Refused { what, table: batch.table().to_owned(), err })
                        }
                    };
                }
            }
        }
    }

    fn receive(&mut self) -> Result<Vec<Answer>, NftError> {
        let (bytes, _) = self.netlink.recv_from_full().map_err(NftError::Socket)?;
        let mut rest = bytes.as_slice();
        let mut answers = Vec::new();
        while let Some(header) = rest.get(..HEADER) {
            let number = |at: usize| header.get(at..at + 4).and_then(|b| b.try_into().ok()).map(u32::from_ne_bytes);
            let length = number(0).ok_or(NftError::Answer)? as usize;
            let kind =
                u16::from_ne_bytes([*header.get(4).ok_or(NftError::Answer)?, *header.get(5).ok_or(NftError::Answer)?]);
            let body = rest.get(HEADER..length).ok_or(NftError::Answer)?.to_vec();
            answers.push(Answer { kind, sequence: number(8).ok_or(NftError::Answer)?, body });
            rest = rest.get(length.next_multiple_of(4)..).unwrap_or_default();
        }
        Ok(answers)
    }
}

struct Answer {
    kind: u16,
    sequence: u32,
    body: Vec<u8>,
}

const NLMSG_ERROR: u16 = 2;

fn encode(batch: &Batch, first: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let generation = Attributes::of(|a| {
        if let Some(generation) = batch.generation() {
            a.number(NFNL_BATCH_GENID, generation);
        }
    });
    let nftables = NFNL_SUBSYS_NFTABLES as u16;
    message(&mut bytes, NFNL_MSG_BATCH_BEGIN as u16, libc::NLM_F_REQUEST, ENVELOPE, 0, nftables, &generation);
    let count = batch.messages().len();
    for (index, part) in batch.messages().iter().enumerate() {
        let kind = subsystem(NFNL_SUBSYS_NFTABLES, part.kind);
        let ack = if index + 1 == count { libc::NLM_F_ACK } else { 0 };
        let sequence = first.saturating_add(u32::try_from(index).unwrap_or(u32::MAX));
        message(
            &mut bytes,
            kind,
            libc::NLM_F_REQUEST | part.flags | ack,
            sequence,
            batch.family(),
            0,
            &part.attributes,
        );
    }
    message(&mut bytes, NFNL_MSG_BATCH_END as u16, libc::NLM_F_REQUEST, ENVELOPE, 0, nftables, &Attributes::default());
    bytes
}

fn subsystem(subsystem: i32, kind: i32) -> u16 {
    ((subsystem << 8) | kind) as u16
}

fn message(
    bytes: &mut Vec<u8>,
    kind: u16,
    flags: i32,
    sequence: u32,
    family: u8,
    resource: u16,
    attributes: &Attributes,
) {
    let length = HEADER + NFGEN + attributes.bytes().len();
    bytes.extend_from_slice(&u32::try_from(length).unwrap_or(u32::MAX).to_ne_bytes());
    bytes.extend_from_slice(&kind.to_ne_bytes());
    bytes.extend_from_slice(&(flags as u16).to_ne_bytes());
    bytes.extend_from_slice(&sequence.to_ne_bytes());
    // The kernel knows us by our socket.
    bytes.extend_from_slice(&0u32.to_ne_bytes());
    bytes.extend_from_slice(&[family, 0]);
    bytes.extend_from_slice(&resource.to_be_bytes());
    bytes.extend_from_slice(attributes.bytes());
}

/// The number in the attribute of this type.
fn attribute(mut bytes: &[u8], wanted: i32) -> Option<u32> {
    while let Some(header) = bytes.get(..4) {
        let length = u16::from_ne_bytes([*header.first()?, *header.get(1)?]) as usize;
        let kind = u16::from_ne_bytes([*header.get(2)?, *header.get(3)?]) & 0x3fff;
        let value = bytes.get(4..length)?;
        if i32::from(kind) == wanted {
            return Some(u32::from_be_bytes(value.try_into().ok()?));
        }
        bytes = bytes.get(length.next_multiple_of(4)..)?;
    }
    None
}
