//! nftables over netlink: tables, chains, rules, sets and maps, changed in transactions. No program is started, no rule is
//! parsed as text. What the rules mean is decided by `kube/proxy` and `kube/network`.
//!
//! Reading order: how attributes are laid out, what a rule can say, what a change consists of, how it reaches the kernel.

mod attribute;
mod batch;
mod expression;
mod set;
mod socket;
mod uapi;

pub use batch::{Batch, Chain, ChainKind, Family, Hook, Policy};
pub use expression::{CtKey, Expression, Meta, Operator, Register, RejectWith, Verdict};
pub use set::{DataType, Element, Key, Set, SetRef};
pub use socket::{NftError, Socket};
