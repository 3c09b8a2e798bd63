//! The change from one set of rules to another, as one transaction: what goes, what comes, what is filled anew. Pure.
//! Its size follows the number of changed ports, never the number of Services.

use std::collections::BTreeMap;

use kube_nft::{Batch, DataType, Element, Expression, Family, Key, Register, Set, Verdict};

use crate::rules::{Rule, Rules};

pub(crate) const TABLE: &str = "kube-proxy";

/// From nothing known: whatever stands in the table goes, in the same transaction.
pub(crate) fn anew(to: &Rules) -> Batch {
    let mut batch = Batch::new(Family::Ipv4, TABLE);
    // Adding first makes the deletion good whether it existed or not.
    batch.add_table();
    batch.delete_table();
    batch.add_table();
    fill(&mut batch, &Rules::default(), to);
    batch
}

pub(crate) fn change(from: &Rules, to: &Rules) -> Batch {
    let mut batch = Batch::new(Family::Ipv4, TABLE);
    fill(&mut batch, from, to);
    batch
}

/// The order is that of what leads where: ways in are closed before chains go, and opened when chains stand.
fn fill(batch: &mut Batch, from: &Rules, to: &Rules) {
    for (name, set) in &to.sets {
        if from.sets.get(name) != Some(set) {
            batch.add_set(set);
        }
    }
    for (name, (chain, _)) in &to.chains {
        if !from.chains.contains_key(name) {
            batch.add_chain(chain);
        }
    }
    let gone = from.elements.iter().filter(|(key, verdict)| to.elements.get(*key) != Some(*verdict));
    for (set, elements) in by_set(gone) {
        batch.delete_elements(&set, &elements);
    }
    for (name, (_, rules)) in &to.chains {
        let before = from.chains.get(name);
        if before.is_some_and(|(_, before)| before == rules) {
            continue;
        }
        if before.is_some() {
            batch.flush_chain(name);
        }
        for rule in rules {
            add(batch, name, rule);
        }
    }
    let come = to.elements.iter().filter(|(key, verdict)| from.elements.get(*key) != Some(*verdict));
    for (set, elements) in by_set(come) {
        batch.add_elements(&set, &elements);
    }
    let going: Vec<&String> = from.chains.keys().filter(|name| !to.chains.contains_key(*name)).collect();
    for name in &going {
        batch.flush_chain(name);
    }
    for name in &going {
        batch.delete_chain(name);
    }
    for name in from.sets.keys().filter(|name| !to.sets.contains_key(*name)) {
        batch.delete_set(name);
    }
}

fn by_set<'a>(
    elements: impl Iterator<Item = (&'a (String, Vec<u8>), &'a Option<Verdict>)>,
) -> BTreeMap<String, Vec<Element>> {
    let mut sorted: BTreeMap<String, Vec<Element>> = BTreeMap::new();
    for ((set, key), verdict) in elements {
        sorted.entry(set.clone()).or_default().push(Element { key: key.clone(), verdict: verdict.clone() });
    }
    sorted
}

fn add(batch: &mut Batch, chain: &str, rule: &Rule) {
    match rule {
        Rule::Plain(expressions) => batch.add_rule(chain, expressions),
        Rule::Choose(chains) => {
            let map =
                Set { name: String::new(), key: vec![Key::Integer], data: Some(DataType::Verdict), timeout_ms: None };
            let numbered = (0u32..).zip(chains);
            let elements: Vec<Element> = numbered
                .map(|(n, to)| Element { key: n.to_ne_bytes().to_vec(), verdict: Some(Verdict::Goto(to.clone())) })
                .collect();
            let set = batch.add_anonymous_set(&map, &elements);
            let modulus = u32::try_from(chains.len()).unwrap_or(u32::MAX);
            let register = Register::word(0);
            batch.add_rule(
                chain,
                &[
                    Expression::Random { modulus, to: register },
                    Expression::Map { key: register, set, to: Register::VERDICT },
                ],
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
    use std::time::Duration;

    use ipnet::Ipv4Net;
    use kube_api::types::core::Service;
    use kube_api::types::discovery::EndpointSlice;
    use kube_nft::Socket;

    use super::*;
    use crate::rules::rules;
    use crate::service::ports;
    use crate::service::tests::{service, slice};

    fn pods() -> Ipv4Net {
        "10.244.0.0/16".parse().unwrap()
    }

    fn of(services: &[Service], slices: &[EndpointSlice]) -> Rules {
        rules(&ports("a", services, slices), pods())
    }

    #[test]
    fn nothing_changes_when_nothing_changed() {
        let rules = of(&[service("web", "10.96.0.10", 80)], &[slice("web", 8080, &[("10.244.0.5", "a")])]);
        assert!(change(&rules, &rules).is_empty());
    }

    /// A node in a namespace of its own, whose endpoints are addresses of its loopback link.
    fn on_a_node<T: Send>(name: &str, addresses: &[&str], work: impl FnOnce() -> T + Send) -> Option<T> {
        if !nix::unistd::geteuid().is_root() {
            println!("skipped: {name}: needs root");
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("net");
        machined_sys::namespace::make_network(&path).unwrap();
        let done = machined_sys::namespace::in_network(&path, || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let (connection, netlink, _) = rtnetlink::new_connection().unwrap();
                let prepare = async {
                    let up = rtnetlink::LinkUnspec::new_with_index(1).up().build();
                    netlink.link().change(up).execute().await.unwrap();
                    for address in addresses {
                        let address: Ipv4Addr = address.parse().unwrap();
                        netlink.address().add(1, address.into(), 32).execute().await.unwrap();
                    }
                    let route = rtnetlink::RouteMessageBuilder::<Ipv4Addr>::new().output_interface(1).build();
                    netlink.route().add(route).execute().await.unwrap();
                };
                tokio::select! {
                    () = prepare => {}
                    () = connection => panic!("netlink closed"),
                }
            });
            work()
        });
        machined_sys::namespace::remove_network(&path).unwrap();
        Some(done.unwrap())
    }

    /// Answers every connection with its own name, until the test's thread ends.
    fn answer(address: &'static str) {
        let listener = TcpListener::bind(address).unwrap();
        std::thread::spawn(move || {
            while let Ok((mut stream, _)) = listener.accept() {
                let _ = stream.write_all(address.as_bytes());
            }
        });
    }

    fn ask(address: &str) -> std::io::Result<String> {
        let address: SocketAddr = address.parse().unwrap();
        let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(2))?;
        let mut text = String::new();
        stream.read_to_string(&mut text)?;
        Ok(text)
    }

    #[test]
    fn a_connection_reaches_an_endpoint_through_the_service() {
        let both = ["10.244.0.5", "10.244.0.6"];
        on_a_node("a_connection_reaches_an_endpoint_through_the_service", &both, || {
            answer("10.244.0.5:8080");
            answer("10.244.0.6:8080");
            let web = [service("web", "10.96.0.10", 80)];
            let mut socket = Socket::open().unwrap();
            let one = of(&web, &[slice("web", 8080, &[("10.244.0.5", "a")])]);
            socket.commit(&anew(&one)).unwrap();
            assert_eq!(ask("10.96.0.10:80").unwrap(), "10.244.0.5:8080");
            let other = of(&web, &[slice("web", 8080, &[("10.244.0.6", "b")])]);
            socket.commit(&change(&one, &other)).unwrap();
            assert_eq!(ask("10.96.0.10:80").unwrap(), "10.244.0.6:8080");
            // A port that the Service does not have is refused, not left to time out.
            let refused = ask("10.96.0.10:81").unwrap_err();
            assert_eq!(refused.kind(), std::io::ErrorKind::ConnectionRefused);
        });
    }

    #[test]
    fn a_service_without_endpoints_refuses_and_a_deleted_one_is_gone() {
        on_a_node("a_service_without_endpoints_refuses_and_a_deleted_one_is_gone", &["10.244.0.5"], || {
            answer("10.244.0.5:8080");
            let web = [service("web", "10.96.0.10", 80)];
            let mut socket = Socket::open().unwrap();
            let empty = of(&web, &[]);
            socket.commit(&anew(&empty)).unwrap();
            assert_eq!(ask("10.96.0.10:80").unwrap_err().kind(), std::io::ErrorKind::ConnectionRefused);
            let full = of(&web, &[slice("web", 8080, &[("10.244.0.5", "a")])]);
            socket.commit(&change(&empty, &full)).unwrap();
            assert_eq!(ask("10.96.0.10:80").unwrap(), "10.244.0.5:8080");
            socket.commit(&change(&full, &of(&[], &[]))).unwrap();
            // After a restart nothing is known of what stands there: it is replaced whole.
            socket.commit(&anew(&full)).unwrap();
            assert_eq!(ask("10.96.0.10:80").unwrap(), "10.244.0.5:8080");
        });
    }

    #[test]
    fn a_node_port_answers_and_affinity_keeps_to_one_endpoint() {
        let both = ["10.244.0.5", "10.244.0.6", "10.0.0.1"];
        on_a_node("a_node_port_answers_and_affinity_keeps_to_one_endpoint", &both, || {
            answer("10.244.0.5:8080");
            answer("10.244.0.6:8080");
            let mut web = service("web", "10.96.0.10", 80);
            web.spec.ports[0].node_port = 30080;
            web.spec.session_affinity = "ClientIP".into();
            let slices = [slice("web", 8080, &[("10.244.0.5", "a"), ("10.244.0.6", "a")])];
            Socket::open().unwrap().commit(&anew(&of(&[web], &slices))).unwrap();
            let first = ask("10.0.0.1:30080").unwrap();
            for _ in 0..20 {
                assert_eq!(ask("10.0.0.1:30080").unwrap(), first);
            }
        });
    }
}
