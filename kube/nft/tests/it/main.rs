//! Writes rules in a network namespace of the test's own, and reads them back with Debian's `nft`.
#![allow(clippy::disallowed_methods, reason = "the foreign reader is a program")]

use std::process::Command;

use kube_nft::{
    Batch, Chain, ChainKind, DataType, Element, Expression, Family, Hook, Key, Meta, NftError, Operator, Policy,
    Register, Set, SetRef, Socket, Verdict,
};

/// Runs `work` in a new namespace; `None` where the host cannot show it.
fn in_namespace<T: Send>(name: &str, work: impl FnOnce() -> T + Send) -> Option<T> {
    if !nix::unistd::geteuid().is_root() {
        println!("skipped: {name}: needs root");
        return None;
    }
    if Command::new("nft").arg("--version").output().is_err() {
        println!("skipped: {name}: no nft on this host");
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("net");
    machined_sys::namespace::make_network(&path).unwrap();
    let done = machined_sys::namespace::in_network(&path, work);
    machined_sys::namespace::remove_network(&path).unwrap();
    Some(done.unwrap())
}

fn list() -> String {
    let output = Command::new("nft").args(["list", "ruleset"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn service_map() -> Set {
    Set {
        name: "services".into(),
        key: vec![Key::Ipv4, Key::Protocol, Key::Port],
        data: Some(DataType::Verdict),
        timeout_ms: None,
    }
}

/// Concatenated keys are padded to four bytes a part.
fn service(last: u8, port: u16) -> Vec<u8> {
    let mut key = vec![10, 96, 0, last, 6, 0, 0, 0];
    key.extend(port.to_be_bytes());
    key.extend([0, 0]);
    key
}

fn base() -> Batch {
    let mut batch = Batch::new(Family::Ipv4, "t");
    batch.add_table();
    batch.add_set(&service_map());
    batch
        .add_chain(&Chain { name: "pre".into(), hook: Some((ChainKind::Nat, Hook::Prerouting, -100, Policy::Accept)) });
    batch.add_chain(&Chain {
        name: "post".into(),
        hook: Some((ChainKind::Nat, Hook::Postrouting, 100, Policy::Accept)),
    });
    batch.add_chain(&Chain::plain("web"));
    batch.add_rule(
        "pre",
        &[
            Expression::Network { offset: 16, length: 4, to: Register::word(0) },
            Expression::Meta { key: Meta::L4Proto, to: Register::word(1) },
            Expression::Transport { offset: 2, length: 2, to: Register::word(2) },
            Expression::Map { key: Register::word(0), set: SetRef::named("services"), to: Register::VERDICT },
        ],
    );
    batch.add_rule(
        "web",
        &[
            Expression::Meta { key: Meta::L4Proto, to: Register::word(0) },
            Expression::Compare { register: Register::word(0), operator: Operator::Equal, data: vec![6] },
            Expression::Load { to: Register::word(0), data: vec![10, 244, 0, 7] },
            Expression::Load { to: Register::word(1), data: 8080u16.to_be_bytes().to_vec() },
            Expression::DestinationNat { address: Register::word(0), port: Register::word(1) },
        ],
    );
    batch.add_rule(
        "post",
        &[
            Expression::Meta { key: Meta::Mark, to: Register::word(0) },
            Expression::Bitwise {
                from: Register::word(0),
                to: Register::word(0),
                mask: 0x4000u32.to_ne_bytes().to_vec(),
                xor: vec![0; 4],
            },
            Expression::Compare { register: Register::word(0), operator: Operator::NotEqual, data: vec![0; 4] },
            Expression::Masquerade,
        ],
    );
    batch.add_elements("services", &[Element { key: service(10, 80), verdict: Some(Verdict::Goto("web".into())) }]);
    batch
}

#[test]
fn what_is_written_is_what_nft_reads() {
    let Some(text) = in_namespace("what_is_written_is_what_nft_reads", || {
        Socket::open().unwrap().commit(&base()).unwrap();
        list()
    }) else {
        return;
    };
    for line in [
        "type ipv4_addr . inet_proto . inet_service : verdict",
        "elements = { 10.96.0.10 . tcp . 80 : goto web }",
        "type nat hook prerouting priority dstnat; policy accept;",
        "ip daddr . meta l4proto . th dport vmap @services",
        "meta l4proto tcp dnat to 10.244.0.7:8080",
        "meta mark & 0x00004000 != 0x00000000 masquerade fully-random",
    ] {
        assert!(text.contains(line), "{line}\nis not in\n{text}");
    }
}

#[test]
fn an_endpoint_is_chosen_at_random_through_an_anonymous_map() {
    let Some(text) = in_namespace("an_endpoint_is_chosen_at_random_through_an_anonymous_map", || {
        let mut batch = base();
        batch.add_chain(&Chain::plain("other"));
        batch.add_chain(&Chain::plain("choose"));
        let map = Set { name: String::new(), key: vec![Key::Integer], data: Some(DataType::Verdict), timeout_ms: None };
        let elements: Vec<Element> = ["web", "other"]
            .iter()
            .enumerate()
            .map(|(n, chain)| Element {
                key: (n as u32).to_ne_bytes().to_vec(),
                verdict: Some(Verdict::Goto((*chain).into())),
            })
            .collect();
        let set = batch.add_anonymous_set(&map, &elements);
        batch.add_rule(
            "choose",
            &[
                Expression::Random { modulus: 2, to: Register::word(0) },
                Expression::Map { key: Register::word(0), set, to: Register::VERDICT },
            ],
        );
        Socket::open().unwrap().commit(&batch).unwrap();
        list()
    }) else {
        return;
    };
    assert!(text.contains("numgen random mod 2 vmap { 0 : goto web, 1 : goto other }"), "{text}");
}

#[test]
fn affinity_is_remembered_with_a_timeout() {
    let Some(text) = in_namespace("affinity_is_remembered_with_a_timeout", || {
        let mut batch = base();
        batch.add_set(&Set { name: "seen".into(), key: vec![Key::Ipv4], data: None, timeout_ms: Some(10_800_000) });
        batch.add_chain(&Chain::plain("sticky"));
        let source = Expression::Network { offset: 12, length: 4, to: Register::word(0) };
        let seen = SetRef::named("seen");
        batch.add_rule(
            "sticky",
            &[
                source.clone(),
                Expression::Remember { key: Register::word(0), set: seen.clone(), timeout_ms: 10_800_000 },
            ],
        );
        batch.add_rule(
            "sticky",
            &[
                source,
                Expression::Member { key: Register::word(0), set: seen, negate: false },
                Expression::Verdict(Verdict::Goto("web".into())),
            ],
        );
        Socket::open().unwrap().commit(&batch).unwrap();
        list()
    }) else {
        return;
    };
    assert!(text.contains("update @seen { ip saddr timeout 3h }"), "{text}");
    assert!(text.contains("ip saddr @seen goto web"), "{text}");
}

#[test]
fn a_change_is_made_whole_or_not_at_all() {
    in_namespace("a_change_is_made_whole_or_not_at_all", || {
        let mut socket = Socket::open().unwrap();
        socket.commit(&base()).unwrap();
        let before = list();
        let mut batch = Batch::new(Family::Ipv4, "t");
        batch.add_chain(&Chain::plain("new"));
        batch.add_rule("missing", &[Expression::Counter]);
        let err = socket.commit(&batch).unwrap_err();
        assert!(matches!(&err, NftError::Refused { what, .. } if what == "add a rule to missing"), "{err}");
        assert_eq!(list(), before);
    });
}

#[test]
fn a_batch_for_an_older_generation_is_refused() {
    in_namespace("a_batch_for_an_older_generation_is_refused", || {
        let mut socket = Socket::open().unwrap();
        let generation = socket.generation().unwrap();
        socket.commit(&base()).unwrap();
        let mut batch = Batch::new(Family::Ipv4, "t").only_if(generation);
        batch.add_chain(&Chain::plain("late"));
        assert!(matches!(socket.commit(&batch), Err(NftError::Stale)));
        let mut batch = Batch::new(Family::Ipv4, "t").only_if(socket.generation().unwrap());
        batch.add_chain(&Chain::plain("late"));
        socket.commit(&batch).unwrap();
        batch = Batch::new(Family::Ipv4, "t");
        batch.delete_table();
        socket.commit(&batch).unwrap();
        assert_eq!(list(), "");
    });
}
