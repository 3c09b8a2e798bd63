//! The one table of the pod network: what a pod sends to somewhere outside the cluster leaves with the node's address.

use ipnet::Ipv4Net;
use kube_nft::{Batch, Chain, ChainKind, Expression, Family, Hook, Operator, Policy, Register, Socket};

const TABLE: &str = "ironstone-network";

/// The whole table, anew and at once: it changes when the node gets its part, and then never again.
pub(crate) fn batch(pods: &[Ipv4Net], own: Ipv4Net) -> Batch {
    let mut batch = Batch::new(Family::Ipv4, TABLE);
    // Adding first makes the deletion good whether it existed or not.
    batch.add_table();
    batch.delete_table();
    batch.add_table();
    let hook = Some((ChainKind::Nat, Hook::Postrouting, 100, Policy::Accept));
    batch.add_chain(&Chain { name: "postrouting".into(), hook });
    let mut rule = address(SOURCE, own, Operator::Equal);
    for range in pods {
        rule.extend(address(DESTINATION, *range, Operator::NotEqual));
    }
    rule.push(Expression::Masquerade);
    batch.add_rule("postrouting", &rule);
    batch
}

pub(crate) fn apply(batch: &Batch) -> Result<(), kube_nft::NftError> {
    Socket::open()?.commit(batch)
}

/// Offsets in the IPv4 header.
const SOURCE: u32 = 12;
const DESTINATION: u32 = 16;

fn address(offset: u32, net: Ipv4Net, operator: Operator) -> Vec<Expression> {
    let register = Register::word(0);
    vec![
        Expression::Network { offset, length: 4, to: register },
        Expression::Bitwise { from: register, to: register, mask: net.netmask().octets().to_vec(), xor: vec![0; 4] },
        Expression::Compare { register, operator, data: net.network().octets().to_vec() },
    ]
}
