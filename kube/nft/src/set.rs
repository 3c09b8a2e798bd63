//! Sets and maps: what their keys and values are made of, and their elements.

use crate::attribute::Attributes;
use crate::expression::{Verdict, data};
use crate::uapi::{
    NFT_DATA_VERDICT, NFT_SET_ANONYMOUS, NFT_SET_CONSTANT, NFT_SET_EVAL, NFT_SET_MAP, NFT_SET_TIMEOUT,
    NFTA_SET_DATA_LEN, NFTA_SET_DATA_TYPE, NFTA_SET_ELEM_DATA, NFTA_SET_ELEM_KEY, NFTA_SET_FLAGS, NFTA_SET_ID,
    NFTA_SET_KEY_LEN, NFTA_SET_KEY_TYPE, NFTA_SET_NAME, NFTA_SET_TABLE, NFTA_SET_TIMEOUT, NFTA_SET_USERDATA,
};

/// One part of a key, by the number that `nft` prints it with (include/datatype.h of nftables).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Ipv4,
    Protocol,
    Port,
    /// A number, such as the random one that chooses an endpoint.
    Integer,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataType {
    Verdict,
}

/// A set where `data` is none, a map otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set {
    pub name: String,
    /// One part, or several that are concatenated, each padded to four bytes.
    pub key: Vec<Key>,
    pub data: Option<DataType>,
    /// Elements go away by themselves after this time.
    pub timeout_ms: Option<u64>,
}

/// How a rule of the same batch names a set: an unnamed one needs its number as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetRef {
    pub name: String,
    /// Set for anonymous sets, which live and die with their rule.
    pub id: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    pub key: Vec<u8>,
    pub verdict: Option<Verdict>,
}

impl SetRef {
    pub fn named(name: impl Into<String>) -> Self {
        SetRef { name: name.into(), id: None }
    }

    pub(crate) fn id_into(&self, a: &mut Attributes, kind: i32) {
        if let Some(id) = self.id {
            a.number(kind, id);
        }
    }
}

impl Key {
    /// Size in bytes, and the number of the type.
    fn facts(self) -> (u32, u32) {
        match self {
            Key::Ipv4 => (4, 7),
            Key::Protocol => (1, 12),
            Key::Port => (2, 13),
            Key::Integer => (4, 4),
        }
    }
}

impl Set {
    pub(crate) fn attributes(&self, table: &str, id: u32, anonymous: bool) -> Attributes {
        Attributes::of(|a| {
            a.text(NFTA_SET_TABLE, table).text(NFTA_SET_NAME, &self.name);
            let mut flags = 0;
            if self.data.is_some() {
                flags |= NFT_SET_MAP;
            }
            if self.timeout_ms.is_some() {
                // Changed by packets, and by time.
                flags |= NFT_SET_TIMEOUT | NFT_SET_EVAL;
            }
            if anonymous {
                flags |= NFT_SET_ANONYMOUS | NFT_SET_CONSTANT;
            }
            a.number(NFTA_SET_FLAGS, flags as u32);
            let padded: u32 = self.key.iter().map(|k| if self.key.len() > 1 { 4 } else { k.facts().0 }).sum();
            // Concatenations are numbered six bits a part.
            let kind = self.key.iter().fold(0u32, |number, k| (number << 6) | k.facts().1);
            a.number(NFTA_SET_KEY_TYPE, kind).number(NFTA_SET_KEY_LEN, padded);
            if self.data == Some(DataType::Verdict) {
                a.number(NFTA_SET_DATA_TYPE, NFT_DATA_VERDICT).number(NFTA_SET_DATA_LEN, 16);
            }
            if self.key == [Key::Integer] {
                // What `nft` itself keeps there: type 0 (byte order of the key), four bytes, 1 (the host's). For readers only.
                a.raw(NFTA_SET_USERDATA, &[0, 4, 1, 0, 0, 0]);
            }
            a.number(NFTA_SET_ID, id);
            if let Some(timeout) = self.timeout_ms {
                a.long(NFTA_SET_TIMEOUT, timeout);
            }
        })
    }
}

impl Element {
    pub(crate) fn attributes(&self) -> Attributes {
        Attributes::of(|a| {
            a.nest(NFTA_SET_ELEM_KEY, &data(&self.key));
            if let Some(verdict) = &self.verdict {
                a.nest(NFTA_SET_ELEM_DATA, &verdict.attributes());
            }
        })
    }
}
