//! What a rule can say: one expression after another over the kernel's registers.
//! Names and numbers are those of the kernel's include/uapi/linux/netfilter/nf_tables.h.

use crate::attribute::Attributes;
use crate::set::SetRef;
use crate::uapi::{
    NF_NAT_RANGE_PROTO_RANDOM_FULLY, NFT_CMP_EQ, NFT_CMP_NEQ, NFT_CT_STATE, NFT_CT_STATUS, NFT_DYNSET_OP_UPDATE,
    NFT_FIB_RESULT_ADDRTYPE, NFT_GOTO, NFT_JUMP, NFT_LOOKUP_F_INV, NFT_META_IIFNAME, NFT_META_L4PROTO, NFT_META_MARK,
    NFT_META_OIFNAME, NFT_META_PROTOCOL, NFT_NAT_DNAT, NFT_NG_RANDOM, NFT_PAYLOAD_NETWORK_HEADER,
    NFT_PAYLOAD_TRANSPORT_HEADER, NFT_REJECT_ICMP_UNREACH, NFT_REJECT_TCP_RST, NFT_RETURN, NFTA_BITWISE_DREG,
    NFTA_BITWISE_LEN, NFTA_BITWISE_MASK, NFTA_BITWISE_SREG, NFTA_BITWISE_XOR, NFTA_CMP_DATA, NFTA_CMP_OP,
    NFTA_CMP_SREG, NFTA_COUNTER_BYTES, NFTA_COUNTER_PACKETS, NFTA_CT_DREG, NFTA_CT_KEY, NFTA_DATA_VALUE,
    NFTA_DATA_VERDICT, NFTA_DYNSET_OP, NFTA_DYNSET_SET_ID, NFTA_DYNSET_SET_NAME, NFTA_DYNSET_SREG_KEY,
    NFTA_DYNSET_TIMEOUT, NFTA_EXPR_DATA, NFTA_EXPR_NAME, NFTA_FIB_DREG, NFTA_FIB_F_DADDR, NFTA_FIB_FLAGS,
    NFTA_FIB_RESULT, NFTA_IMMEDIATE_DATA, NFTA_IMMEDIATE_DREG, NFTA_LOOKUP_DREG, NFTA_LOOKUP_FLAGS, NFTA_LOOKUP_SET,
    NFTA_LOOKUP_SET_ID, NFTA_LOOKUP_SREG, NFTA_MASQ_FLAGS, NFTA_META_DREG, NFTA_META_KEY, NFTA_META_SREG,
    NFTA_NAT_FAMILY, NFTA_NAT_REG_ADDR_MIN, NFTA_NAT_REG_PROTO_MIN, NFTA_NAT_TYPE, NFTA_NG_DREG, NFTA_NG_MODULUS,
    NFTA_NG_TYPE, NFTA_PAYLOAD_BASE, NFTA_PAYLOAD_DREG, NFTA_PAYLOAD_LEN, NFTA_PAYLOAD_OFFSET, NFTA_REJECT_ICMP_CODE,
    NFTA_REJECT_TYPE, NFTA_VERDICT_CHAIN, NFTA_VERDICT_CODE,
};

/// A 16-byte register, or a 4-byte part of one, as the kernel numbers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Register(u32);

impl Register {
    pub const VERDICT: Register = Register(0);
    /// The nth 4-byte register: concatenated keys are laid out in consecutive ones.
    pub const fn word(n: u32) -> Register {
        Register(8 + n)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Accept,
    Drop,
    Return,
    Jump(String),
    Goto(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meta {
    Mark,
    IifName,
    OifName,
    L4Proto,
    Protocol,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CtKey {
    State,
    Status,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    Equal,
    NotEqual,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RejectWith {
    /// ICMP port unreachable.
    PortUnreachable,
    TcpReset,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// Loads what is known of the packet.
    Meta {
        key: Meta,
        to: Register,
    },
    /// Changes the packet's mark.
    SetMark {
        from: Register,
    },
    /// Loads bytes of the network header.
    Network {
        offset: u32,
        length: u32,
        to: Register,
    },
    /// Loads bytes of the transport header.
    Transport {
        offset: u32,
        length: u32,
        to: Register,
    },
    Compare {
        register: Register,
        operator: Operator,
        data: Vec<u8>,
    },
    /// `(register & mask) ^ xor`.
    Bitwise {
        from: Register,
        to: Register,
        mask: Vec<u8>,
        xor: Vec<u8>,
    },
    /// Goes on only if the key is in the set, or is not.
    Member {
        key: Register,
        set: SetRef,
        negate: bool,
    },
    /// Looks the key up in a map; a verdict map's verdict takes effect at once.
    Map {
        key: Register,
        set: SetRef,
        to: Register,
    },
    /// Adds or refreshes the key in a set with timeouts.
    Remember {
        key: Register,
        set: SetRef,
        timeout_ms: u64,
    },
    Verdict(Verdict),
    Load {
        to: Register,
        data: Vec<u8>,
    },
    Ct {
        key: CtKey,
        to: Register,
    },
    /// The type of the packet's destination address (`RTN_LOCAL` and the like).
    DestinationType {
        to: Register,
    },
    /// A random number below `modulus`.
    Random {
        modulus: u32,
        to: Register,
    },
    DestinationNat {
        address: Register,
        port: Register,
    },
    Masquerade,
    Reject(RejectWith),
    Counter,
}

impl Verdict {
    pub(crate) fn attributes(&self) -> Attributes {
        let (code, chain) = match self {
            Verdict::Accept => (libc::NF_ACCEPT, None),
            Verdict::Drop => (libc::NF_DROP, None),
            Verdict::Return => (NFT_RETURN, None),
            Verdict::Jump(chain) => (NFT_JUMP, Some(chain)),
            Verdict::Goto(chain) => (NFT_GOTO, Some(chain)),
        };
        let verdict = Attributes::of(|a| {
            a.raw(NFTA_VERDICT_CODE, &code.to_be_bytes());
            if let Some(chain) = chain {
                a.text(NFTA_VERDICT_CHAIN, chain);
            }
        });
        Attributes::of(|a| {
            a.nest(NFTA_DATA_VERDICT, &verdict);
        })
    }
}

pub(crate) fn data(bytes: &[u8]) -> Attributes {
    Attributes::of(|a| {
        a.raw(NFTA_DATA_VALUE, bytes);
    })
}

impl Expression {
    fn name(&self) -> &'static str {
        match self {
            Expression::Meta { .. } | Expression::SetMark { .. } => "meta",
            Expression::Network { .. } | Expression::Transport { .. } => "payload",
            Expression::Compare { .. } => "cmp",
            Expression::Bitwise { .. } => "bitwise",
            Expression::Member { .. } | Expression::Map { .. } => "lookup",
            Expression::Remember { .. } => "dynset",
            Expression::Verdict(_) | Expression::Load { .. } => "immediate",
            Expression::Ct { .. } => "ct",
            Expression::DestinationType { .. } => "fib",
            Expression::Random { .. } => "numgen",
            Expression::DestinationNat { .. } => "nat",
            Expression::Masquerade => "masq",
            Expression::Reject(_) => "reject",
            Expression::Counter => "counter",
        }
    }

    pub(crate) fn attributes(&self) -> Attributes {
        let inner = Attributes::of(|a| self.fill(a));
        Attributes::of(|a| {
            a.text(NFTA_EXPR_NAME, self.name()).nest(NFTA_EXPR_DATA, &inner);
        })
    }

    fn fill(&self, a: &mut Attributes) {
        match self {
            Expression::Meta { key, to } => {
                a.number(NFTA_META_DREG, to.0).number(NFTA_META_KEY, key.number());
            }
            Expression::SetMark { from } => {
                a.number(NFTA_META_KEY, Meta::Mark.number()).number(NFTA_META_SREG, from.0);
            }
            Expression::Network { offset, length, to } => payload(a, NFT_PAYLOAD_NETWORK_HEADER, *offset, *length, *to),
            Expression::Transport { offset, length, to } => {
                payload(a, NFT_PAYLOAD_TRANSPORT_HEADER, *offset, *length, *to)
            }
            Expression::Compare { register, operator, data: bytes } => {
                let operator = match operator {
                    Operator::Equal => NFT_CMP_EQ,
                    Operator::NotEqual => NFT_CMP_NEQ,
                };
                a.number(NFTA_CMP_SREG, register.0).number(NFTA_CMP_OP, operator as u32);
                a.nest(NFTA_CMP_DATA, &data(bytes));
            }
            Expression::Bitwise { from, to, mask, xor } => {
                a.number(NFTA_BITWISE_SREG, from.0).number(NFTA_BITWISE_DREG, to.0);
                a.number(NFTA_BITWISE_LEN, u32::try_from(mask.len()).unwrap_or(4));
                a.nest(NFTA_BITWISE_MASK, &data(mask)).nest(NFTA_BITWISE_XOR, &data(xor));
            }
            Expression::Member { key, set, negate } => {
                a.text(NFTA_LOOKUP_SET, &set.name).number(NFTA_LOOKUP_SREG, key.0);
                set.id_into(a, NFTA_LOOKUP_SET_ID);
                if *negate {
                    a.number(NFTA_LOOKUP_FLAGS, NFT_LOOKUP_F_INV as u32);
                }
            }
            Expression::Map { key, set, to } => {
                a.text(NFTA_LOOKUP_SET, &set.name).number(NFTA_LOOKUP_SREG, key.0);
                a.number(NFTA_LOOKUP_DREG, to.0);
                set.id_into(a, NFTA_LOOKUP_SET_ID);
            }
            Expression::Remember { key, set, timeout_ms } => {
                a.text(NFTA_DYNSET_SET_NAME, &set.name).number(NFTA_DYNSET_SREG_KEY, key.0);
                set.id_into(a, NFTA_DYNSET_SET_ID);
                a.number(NFTA_DYNSET_OP, NFT_DYNSET_OP_UPDATE as u32);
                a.long(NFTA_DYNSET_TIMEOUT, *timeout_ms);
            }
            Expression::Verdict(verdict) => {
                a.number(NFTA_IMMEDIATE_DREG, Register::VERDICT.0);
                a.nest(NFTA_IMMEDIATE_DATA, &verdict.attributes());
            }
            Expression::Load { to, data: bytes } => {
                a.number(NFTA_IMMEDIATE_DREG, to.0).nest(NFTA_IMMEDIATE_DATA, &data(bytes));
            }
            Expression::Ct { key, to } => {
                let key = match key {
                    CtKey::State => NFT_CT_STATE,
                    CtKey::Status => NFT_CT_STATUS,
                };
                a.number(NFTA_CT_DREG, to.0).number(NFTA_CT_KEY, key as u32);
            }
            Expression::DestinationType { to } => {
                a.number(NFTA_FIB_DREG, to.0).number(NFTA_FIB_RESULT, NFT_FIB_RESULT_ADDRTYPE as u32);
                a.number(NFTA_FIB_FLAGS, NFTA_FIB_F_DADDR as u32);
            }
            Expression::Random { modulus, to } => {
                a.number(NFTA_NG_DREG, to.0)
                    .number(NFTA_NG_MODULUS, *modulus)
                    .number(NFTA_NG_TYPE, NFT_NG_RANDOM as u32);
            }
            Expression::DestinationNat { address, port } => {
                a.number(NFTA_NAT_TYPE, NFT_NAT_DNAT as u32).number(NFTA_NAT_FAMILY, libc::NFPROTO_IPV4 as u32);
                a.number(NFTA_NAT_REG_ADDR_MIN, address.0).number(NFTA_NAT_REG_PROTO_MIN, port.0);
            }
            Expression::Masquerade => {
                // At random, so that two clients do not race for one port.
                a.number(NFTA_MASQ_FLAGS, NF_NAT_RANGE_PROTO_RANDOM_FULLY as u32);
            }
            Expression::Reject(RejectWith::PortUnreachable) => {
                a.number(NFTA_REJECT_TYPE, NFT_REJECT_ICMP_UNREACH as u32).raw(NFTA_REJECT_ICMP_CODE, &[3]);
            }
            Expression::Reject(RejectWith::TcpReset) => {
                a.number(NFTA_REJECT_TYPE, NFT_REJECT_TCP_RST as u32);
            }
            Expression::Counter => {
                a.long(NFTA_COUNTER_BYTES, 0).long(NFTA_COUNTER_PACKETS, 0);
            }
        }
    }
}

impl Meta {
    fn number(self) -> u32 {
        let key = match self {
            Meta::Mark => NFT_META_MARK,
            Meta::IifName => NFT_META_IIFNAME,
            Meta::OifName => NFT_META_OIFNAME,
            Meta::L4Proto => NFT_META_L4PROTO,
            Meta::Protocol => NFT_META_PROTOCOL,
        };
        key as u32
    }
}

fn payload(a: &mut Attributes, base: i32, offset: u32, length: u32, to: Register) {
    a.number(NFTA_PAYLOAD_DREG, to.0).number(NFTA_PAYLOAD_BASE, base as u32);
    a.number(NFTA_PAYLOAD_OFFSET, offset).number(NFTA_PAYLOAD_LEN, length);
}
