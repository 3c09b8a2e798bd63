//! Gives each node its part of the pods' addresses. As upstream: pkg/controller/nodeipam/ipam (range allocator).

use std::collections::HashSet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use kube_api::types::core::Node;
use kube_informer::Level;

use crate::plan::{Change, PatchKind, Plan, Step, Target};

/// One family's addresses for the whole cluster, cut into parts of `part` bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    base: IpAddr,
    bits: u8,
    part: u8,
}

pub(crate) struct Observed<'a> {
    pub(crate) node: &'a Node,
    pub(crate) ranges: &'a [Range],
    /// Parts that other nodes have.
    pub(crate) taken: &'a HashSet<String>,
}

#[derive(Debug, thiserror::Error)]
pub enum RangeError {
    #[error("{0:?} is no address range")]
    Syntax(String),
    #[error("{range}: parts of {part} bits do not fit")]
    Part { range: String, part: u8 },
}

impl Range {
    pub(crate) fn parse(text: &str, part: u8) -> Result<Range, RangeError> {
        let syntax = || RangeError::Syntax(text.to_owned());
        let (base, bits) = text.split_once('/').ok_or_else(syntax)?;
        let (base, bits): (IpAddr, u8) = (base.parse().map_err(|_| syntax())?, bits.parse().map_err(|_| syntax())?);
        let most = if base.is_ipv4() { 32 } else { 128 };
        if bits > most || part < bits || part > most || part - bits > 30 {
            return Err(RangeError::Part { range: text.to_owned(), part });
        }
        Ok(Range { base, bits, part })
    }

    fn part(&self, n: u32) -> String {
        let shifted = |width: u32| u128::from(n) << (width - u32::from(self.part));
        let address = match self.base {
            IpAddr::V4(base) => {
                let mask = u32::MAX.checked_shl(32 - u32::from(self.bits)).unwrap_or(0);
                let offset = u32::try_from(shifted(32)).unwrap_or(0);
                IpAddr::V4(Ipv4Addr::from_bits((base.to_bits() & mask) | offset))
            }
            IpAddr::V6(base) => {
                let mask = u128::MAX.checked_shl(128 - u32::from(self.bits)).unwrap_or(0);
                IpAddr::V6(Ipv6Addr::from_bits((base.to_bits() & mask) | shifted(128)))
            }
        };
        format!("{address}/{}", self.part)
    }

    fn parts(&self) -> impl Iterator<Item = String> + '_ {
        (0..1u32 << (self.part - self.bits)).map(|n| self.part(n))
    }
}

/// The parts given, and what to do; `None` when nothing is to be given.
pub(crate) fn plan(seen: &Observed<'_>) -> (Option<Vec<String>>, Plan) {
    let mut plan = Plan::default();
    if !seen.node.spec.pod_cidrs.is_empty() || !seen.node.spec.pod_cidr.is_empty() {
        return (None, plan);
    }
    let free = |range: &Range| range.parts().find(|part| !seen.taken.contains(part));
    let Some(parts) = seen.ranges.iter().map(free).collect::<Option<Vec<String>>>() else {
        let text = format!("Node {} status is now: CIDRNotAvailable", seen.node.metadata.name);
        plan.event(seen.node, Level::Normal, "CIDRNotAvailable", text);
        return (None, plan);
    };
    let Some(first) = parts.first() else { return (None, plan) };
    let body = serde_json::json!({
        "metadata": { "uid": seen.node.metadata.uid },
        "spec": { "podCIDR": first, "podCIDRs": parts },
    });
    let kind = PatchKind::Strategic;
    plan.push(Step::Patch(Change { on: Target::of(seen.node), subresource: "", kind, body }));
    (Some(parts), plan)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_follow_each_other_and_taken_ones_are_left_out() {
        let ranges = [Range::parse("10.244.0.0/16", 24).unwrap(), Range::parse("fd00:10::/56", 64).unwrap()];
        let taken = HashSet::from(["10.244.0.0/24".to_owned(), "fd00:10::/64".to_owned()]);
        let node = Node::default();
        let (given, _) = plan(&Observed { node: &node, ranges: &ranges, taken: &taken });
        assert_eq!(given.unwrap(), ["10.244.1.0/24", "fd00:10:0:1::/64"]);
    }

    #[test]
    fn a_full_range_gives_nothing_and_says_so() {
        let ranges = [Range::parse("10.0.0.0/24", 24).unwrap()];
        let taken = HashSet::from(["10.0.0.0/24".to_owned()]);
        let (given, plan) = plan(&Observed { node: &Node::default(), ranges: &ranges, taken: &taken });
        assert_eq!(given, None);
        assert!(plan.to_string().contains("CIDRNotAvailable"));
    }

    #[test]
    fn ranges_that_make_no_sense_are_refused() {
        assert!(Range::parse("10.0.0.0", 24).is_err());
        assert!(Range::parse("10.0.0.0/24", 16).is_err());
        assert!(Range::parse("10.0.0.0/8", 33).is_err());
    }
}
