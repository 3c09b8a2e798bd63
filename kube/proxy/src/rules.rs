//! The rules of one node as data: base chains, maps, and for each port its chains. Pure: the same ports give the same rules,
//! and what differs between two states is found by comparing them.
//!
//! As upstream's nftables mode (pkg/proxy/nftables/README.md): packets to a Service find its chain through one map lookup, a
//! random number chooses the endpoint's chain, and that one rewrites the destination.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;

use ipnet::Ipv4Net;
use kube_nft::{
    Chain, ChainKind, CtKey, DataType, Expression, Hook, Key, Meta, Operator, Policy, Register, RejectWith, Set,
    SetRef, Verdict,
};
use sha2::{Digest, Sha256};

use crate::service::{Endpoint, Port, PortName, Ports, Protocol};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    Plain(Vec<Expression>),
    /// To one of these chains, each as likely as the others.
    Choose(Vec<String>),
}

/// Everything in the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rules {
    /// By name; base chains have a hook.
    pub(crate) chains: BTreeMap<String, (Chain, Vec<Rule>)>,
    pub(crate) sets: BTreeMap<String, Set>,
    /// By set and key.
    pub(crate) elements: BTreeMap<(String, Vec<u8>), Option<Verdict>>,
}

const SERVICES: &str = "service-ips";
const NODE_PORTS: &str = "service-nodeports";
const EMPTY: &str = "no-endpoint-services";
const EMPTY_NODE_PORTS: &str = "no-endpoint-nodeports";
const CLUSTER: &str = "cluster-ips";
const MASQUERADE: &str = "mark-for-masquerade";
const REJECT: &str = "reject-chain";
const DROP: &str = "drop-chain";
/// Upstream's mark (pkg/proxy/apis/config/v1alpha1/defaults.go, masqueradeBit 14).
const MARK: u32 = 0x4000;
const RTN_LOCAL: u32 = 2;
/// NF_CT_STATE_BIT(IP_CT_NEW), include/uapi/linux/netfilter/nf_conntrack_common.h.
const CT_NEW: u32 = 8;

const SOURCE: u32 = 12;
const DESTINATION: u32 = 16;

pub(crate) fn rules(ports: &Ports, pods: Ipv4Net) -> Rules {
    let mut rules = Rules::default();
    maps(&mut rules);
    base(&mut rules);
    for (name, port) in ports {
        one(&mut rules, name, port, pods);
    }
    rules
}

fn maps(rules: &mut Rules) {
    let verdicts = Some(DataType::Verdict);
    let by_address = vec![Key::Ipv4, Key::Protocol, Key::Port];
    let by_port = vec![Key::Protocol, Key::Port];
    for (name, key, data) in [
        (SERVICES, by_address.clone(), verdicts),
        (EMPTY, by_address, verdicts),
        (NODE_PORTS, by_port.clone(), verdicts),
        (EMPTY_NODE_PORTS, by_port, verdicts),
        (CLUSTER, vec![Key::Ipv4], None),
    ] {
        rules.sets.insert(name.into(), Set { name: name.into(), key, data, timeout_ms: None });
    }
}

fn base(rules: &mut Rules) {
    let jump = |chain: &str| Rule::Plain(vec![Expression::Verdict(Verdict::Jump(chain.into()))]);
    let hook = |kind, hook, priority| Some((kind, hook, priority, Policy::Accept));
    for (name, at) in [("nat-prerouting", Hook::Prerouting), ("nat-output", Hook::Output)] {
        rules.chain(name, hook(ChainKind::Nat, at, -100), vec![jump("services")]);
    }
    rules.chain(
        "nat-postrouting",
        hook(ChainKind::Nat, Hook::Postrouting, 100),
        vec![Rule::Plain(vec![
            Expression::Meta { key: Meta::Mark, to: word(0) },
            bitwise(MARK, 0),
            Expression::Compare { register: word(0), operator: Operator::NotEqual, data: vec![0; 4] },
            // The mark goes, so that a packet that comes by again is not masqueraded twice.
            Expression::Meta { key: Meta::Mark, to: word(0) },
            bitwise(!MARK, 0),
            Expression::SetMark { from: word(0) },
            Expression::Masquerade,
        ])],
    );
    rules.chain(
        MASQUERADE,
        None,
        vec![Rule::Plain(vec![
            Expression::Meta { key: Meta::Mark, to: word(0) },
            bitwise(!MARK, MARK),
            Expression::SetMark { from: word(0) },
        ])],
    );
    rules.chain(
        "services",
        None,
        vec![
            Rule::Plain([by_address(), vec![lookup(SERVICES)]].concat()),
            Rule::Plain([to_this_node(), by_port(), vec![lookup(NODE_PORTS)]].concat()),
        ],
    );
    // Before the rewriting: what has no endpoint keeps its destination.
    let new = vec![
        Expression::Ct { key: CtKey::State, to: word(0) },
        bitwise(CT_NEW, 0),
        Expression::Compare { register: word(0), operator: Operator::NotEqual, data: vec![0; 4] },
        Expression::Verdict(Verdict::Jump("endpoints-check".into())),
    ];
    for (name, at) in
        [("filter-input", Hook::Input), ("filter-forward", Hook::Forward), ("filter-output", Hook::Output)]
    {
        rules.chain(name, hook(ChainKind::Filter, at, -110), vec![Rule::Plain(new.clone())]);
    }
    rules.chain(
        "endpoints-check",
        None,
        vec![
            Rule::Plain([by_address(), vec![lookup(EMPTY)]].concat()),
            Rule::Plain([to_this_node(), by_port(), vec![lookup(EMPTY_NODE_PORTS)]].concat()),
        ],
    );
    // Behind it: whatever still goes to a Service's address went to a port that it does not have.
    let unused = vec![
        Expression::Network { offset: DESTINATION, length: 4, to: word(0) },
        Expression::Member { key: word(0), set: SetRef::named(CLUSTER), negate: false },
        Expression::Verdict(Verdict::Goto(REJECT.into())),
    ];
    for (name, at) in [("ports-forward", Hook::Forward), ("ports-output", Hook::Output)] {
        rules.chain(name, hook(ChainKind::Filter, at, 0), vec![Rule::Plain(unused.clone())]);
    }
    rules.chain(
        REJECT,
        None,
        vec![
            Rule::Plain([is_protocol(Protocol::Tcp), vec![Expression::Reject(RejectWith::TcpReset)]].concat()),
            Rule::Plain(vec![Expression::Reject(RejectWith::PortUnreachable)]),
        ],
    );
    rules.chain(DROP, None, vec![Rule::Plain(vec![Expression::Verdict(Verdict::Drop)])]);
}

fn one(rules: &mut Rules, name: &PortName, port: &Port, pods: Ipv4Net) {
    let id = id(name);
    for address in &port.cluster_addresses {
        rules.elements.insert((CLUSTER.into(), address.octets().to_vec()), None);
    }
    let all: Vec<Endpoint> = port.endpoints.iter().copied().collect();
    let local: Vec<Endpoint> = all.iter().copied().filter(|e| e.local).collect();
    let internal = if port.internal_local { &local } else { &all };
    // An external packet under the local policy may only go to this node's endpoints, but the cluster's own may go to any.
    let from_outside = if port.external_local { &local } else { &all };

    let service = format!("service-{id}");
    let cluster = format!("cluster-{id}");
    let external = format!("external-{id}");
    endpoints(rules, name, port, &id);
    if internal.is_empty() {
        // Somewhere there are endpoints: dropped, as upstream; nowhere: refused at once.
        let verdict = if all.is_empty() { REJECT } else { DROP };
        rules.lead(&port.cluster_addresses, name, port.port, EMPTY, verdict);
    } else {
        rules.chain(&service, None, choose(port, &id, internal));
        rules.lead(&port.cluster_addresses, name, port.port, SERVICES, &service);
    }
    if port.external_addresses.is_empty() && port.node_port.is_none() {
        return;
    }
    if all.is_empty() {
        rules.lead(&port.external_addresses, name, port.port, EMPTY, REJECT);
        rules.lead_node_port(port.node_port, name, EMPTY_NODE_PORTS, REJECT);
        return;
    }
    let to_all = if port.internal_local {
        rules.chain(&cluster, None, choose(port, &id, &all));
        cluster
    } else {
        service
    };
    let mut chain = Vec::new();
    if port.external_local {
        let goto = Expression::Verdict(Verdict::Goto(to_all.clone()));
        chain.push(Rule::Plain([within(SOURCE, pods), vec![goto]].concat()));
        chain.extend(if from_outside.is_empty() {
            vec![Rule::Plain(vec![Expression::Verdict(Verdict::Goto(DROP.into()))])]
        } else {
            choose(port, &id, from_outside)
        });
    } else {
        // The answer must come back through this node.
        chain.push(Rule::Plain(vec![Expression::Verdict(Verdict::Jump(MASQUERADE.into()))]));
        chain.push(Rule::Plain(vec![Expression::Verdict(Verdict::Goto(to_all))]));
    }
    rules.chain(&external, None, chain);
    rules.lead(&port.external_addresses, name, port.port, SERVICES, &external);
    rules.lead_node_port(port.node_port, name, NODE_PORTS, &external);
}

fn choose(port: &Port, id: &str, endpoints: &[Endpoint]) -> Vec<Rule> {
    let mut chain = Vec::new();
    if port.affinity_s.is_some() {
        for endpoint in endpoints {
            chain.push(Rule::Plain(vec![
                Expression::Network { offset: SOURCE, length: 4, to: word(0) },
                Expression::Member { key: word(0), set: SetRef::named(affinity(id, endpoint)), negate: false },
                Expression::Verdict(Verdict::Goto(endpoint_chain(id, endpoint))),
            ]));
        }
    }
    chain.push(Rule::Choose(endpoints.iter().map(|e| endpoint_chain(id, e)).collect()));
    chain
}

fn endpoints(rules: &mut Rules, name: &PortName, port: &Port, id: &str) {
    for endpoint in &port.endpoints {
        let mut chain = vec![Rule::Plain(
            // A pod that reaches itself through its Service must see another source.
            [
                within(SOURCE, Ipv4Net::from(endpoint.address)),
                vec![Expression::Verdict(Verdict::Jump(MASQUERADE.into()))],
            ]
            .concat(),
        )];
        if let Some(seconds) = port.affinity_s {
            let set = affinity(id, endpoint);
            let timeout_ms = u64::from(seconds) * 1000;
            let remembered = Set { name: set.clone(), key: vec![Key::Ipv4], data: None, timeout_ms: Some(timeout_ms) };
            rules.sets.insert(set.clone(), remembered);
            chain.push(Rule::Plain(vec![
                Expression::Network { offset: SOURCE, length: 4, to: word(0) },
                Expression::Remember { key: word(0), set: SetRef::named(set), timeout_ms },
            ]));
        }
        let mut rewrite = is_protocol(name.protocol);
        rewrite.push(Expression::Load { to: word(0), data: endpoint.address.octets().to_vec() });
        rewrite.push(Expression::Load { to: word(1), data: endpoint.port.to_be_bytes().to_vec() });
        rewrite.push(Expression::DestinationNat { address: word(0), port: word(1) });
        chain.push(Rule::Plain(rewrite));
        rules.chain(&endpoint_chain(id, endpoint), None, chain);
    }
}

impl Rules {
    fn chain(&mut self, name: &str, hook: Option<(ChainKind, Hook, i32, Policy)>, rules: Vec<Rule>) {
        self.chains.insert(name.into(), (Chain { name: name.into(), hook }, rules));
    }

    fn lead(&mut self, addresses: &[Ipv4Addr], name: &PortName, port: u16, map: &str, chain: &str) {
        for address in addresses {
            let key = [address.octets().to_vec(), port_key(name.protocol, port)].concat();
            self.elements.insert((map.into(), key), Some(Verdict::Goto(chain.into())));
        }
    }

    fn lead_node_port(&mut self, port: Option<u16>, name: &PortName, map: &str, chain: &str) {
        if let Some(port) = port {
            self.elements.insert((map.into(), port_key(name.protocol, port)), Some(Verdict::Goto(chain.into())));
        }
    }
}

/// Short enough for the kernel, the same after a restart, and telling for a reader.
fn id(name: &PortName) -> String {
    let PortName { namespace, service, port, .. } = name;
    let protocol = match name.protocol {
        Protocol::Tcp => "tcp",
        Protocol::Udp => "udp",
        Protocol::Sctp => "sctp",
    };
    let digest = Sha256::digest(format!("{namespace}/{service}/{protocol}/{port}"));
    let hex: String = digest.iter().take(5).map(|b| format!("{b:02x}")).collect();
    let mut readable = format!("{namespace}.{service}.{protocol}.{port}");
    readable.truncate(80);
    format!("{hex}-{readable}")
}

fn endpoint_chain(id: &str, endpoint: &Endpoint) -> String {
    format!("endpoint-{id}-{}.{}", endpoint.address, endpoint.port)
}

fn affinity(id: &str, endpoint: &Endpoint) -> String {
    format!("affinity-{id}-{}.{}", endpoint.address, endpoint.port)
}

const fn word(n: u32) -> Register {
    Register::word(n)
}

fn bitwise(mask: u32, xor: u32) -> Expression {
    Expression::Bitwise {
        from: word(0),
        to: word(0),
        mask: mask.to_ne_bytes().to_vec(),
        xor: xor.to_ne_bytes().to_vec(),
    }
}

fn by_address() -> Vec<Expression> {
    vec![
        Expression::Network { offset: DESTINATION, length: 4, to: word(0) },
        Expression::Meta { key: Meta::L4Proto, to: word(1) },
        Expression::Transport { offset: 2, length: 2, to: word(2) },
    ]
}

fn by_port() -> Vec<Expression> {
    vec![
        Expression::Meta { key: Meta::L4Proto, to: word(0) },
        Expression::Transport { offset: 2, length: 2, to: word(1) },
    ]
}

/// Node ports answer on every address of the node but loopback.
fn to_this_node() -> Vec<Expression> {
    vec![
        Expression::DestinationType { to: word(0) },
        Expression::Compare { register: word(0), operator: Operator::Equal, data: RTN_LOCAL.to_ne_bytes().to_vec() },
        Expression::Network { offset: DESTINATION, length: 4, to: word(0) },
        Expression::Bitwise { from: word(0), to: word(0), mask: vec![255, 0, 0, 0], xor: vec![0; 4] },
        Expression::Compare { register: word(0), operator: Operator::NotEqual, data: vec![127, 0, 0, 0] },
    ]
}

fn within(offset: u32, net: Ipv4Net) -> Vec<Expression> {
    vec![
        Expression::Network { offset, length: 4, to: word(0) },
        Expression::Bitwise { from: word(0), to: word(0), mask: net.netmask().octets().to_vec(), xor: vec![0; 4] },
        Expression::Compare { register: word(0), operator: Operator::Equal, data: net.network().octets().to_vec() },
    ]
}

fn lookup(map: &str) -> Expression {
    Expression::Map { key: word(0), set: SetRef::named(map), to: Register::VERDICT }
}

fn number(protocol: Protocol) -> u8 {
    match protocol {
        Protocol::Tcp => 6,
        Protocol::Udp => 17,
        Protocol::Sctp => 132,
    }
}

fn is_protocol(protocol: Protocol) -> Vec<Expression> {
    vec![
        Expression::Meta { key: Meta::L4Proto, to: word(0) },
        Expression::Compare { register: word(0), operator: Operator::Equal, data: vec![number(protocol)] },
    ]
}

/// Parts of a concatenated key are padded to four bytes.
fn port_key(protocol: Protocol, port: u16) -> Vec<u8> {
    let [high, low] = port.to_be_bytes();
    vec![number(protocol), 0, 0, 0, high, low, 0, 0]
}
