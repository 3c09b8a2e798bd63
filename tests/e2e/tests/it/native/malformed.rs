//! Bytes that no protocol of ours knows, on every port that a control plane's node listens on: no process dies.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};

use super::{faults, possible};
use crate::application;
use crate::cluster::Cluster;

/// In the node's network, where it reaches what listens on the loopback alone, too.
const POD: &str = r#"
apiVersion: v1
kind: Pod
metadata: {name: noise}
spec:
  hostNetwork: true
  terminationGracePeriodSeconds: 0
  nodeName: NODE
  containers: [{name: c, image: example.test/tools:1, command: [sleep, "3600"]}]
"#;

/// Sends to the port what a broken or hostile peer might: noise, a TLS record that promises more than it brings, HTTP/2 and
/// HTTP/1 that go wrong after a good beginning, and nothing at all.
const NOISE: &str = r#"
send() { nc -w 1 $2 ADDRESS $1 >/dev/null 2>&1 || true; }
for port in TCP; do
  head -c 4096 /dev/urandom | send $port
  printf '\026\003\001\377\377\001\000\377\377' | send $port
  { printf 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'; head -c 600 /dev/urandom; } | send $port
  { printf 'GET /'; head -c 9000 /dev/zero; printf ' HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n'; } | send $port
  printf 'POST /api/v1/namespaces HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n' | send $port
  send $port </dev/null
done
for port in UDP; do
  head -c 1200 /dev/urandom | send $port -u
  printf '\000\001\001\000\000\377\000\000\000\000\000\000\300\014' | send $port -u
done
"#;

#[tokio::test]
async fn bytes_on_every_port_end_no_process() -> Result<()> {
    if !possible("malformed::bytes_on_every_port_end_no_process") {
        return Ok(());
    }
    let cluster = Cluster::up("noise", "native", 1).await?;
    let plane = cluster.control_plane();
    application::import(&cluster, false).await?;
    let file = cluster.path("noise.yaml");
    std::fs::write(&file, POD.replace("NODE", &plane))?;
    cluster.ask(&["apply", "--filename", &file.display().to_string()]).await?;
    cluster.ask(&["wait", "--for=condition=Ready", "pod/noise", "--timeout=60s"]).await?;
    let before = running(&cluster, &plane)?;

    let table = cluster.ask(&["exec", "noise", "--", "sh", "-c", "cat /proc/net/tcp /proc/net/tcp6"]).await?;
    let tcp = ports(&table, "0A");
    for known in [2379, 6443, 10250, 50000] {
        ensure!(tcp.contains(&known), "{known} is not among {tcp:?}");
    }
    let table = cluster.ask(&["exec", "noise", "--", "sh", "-c", "cat /proc/net/udp /proc/net/udp6"]).await?;
    let udp = ports(&table, "07");
    let node = cluster.get(&["node", &plane]).await?;
    let own = node["status"]["addresses"][0]["address"].as_str().context("the node has an address")?;
    // The cluster's DNS listens in its pods.
    let pods = cluster.get(&["--namespace", "kube-system", "pods", "--selector", "k8s-app=kube-dns"]).await?;
    let dns = pods["items"][0]["status"]["podIP"].as_str().context("DNS has an address")?.to_owned();
    for (address, tcp, udp) in [("127.0.0.1", &tcp, &udp), (own, &tcp, &udp), (&dns, &vec![53], &vec![53])] {
        let noise = NOISE.replace("ADDRESS", address).replace("TCP", &words(tcp)).replace("UDP", &words(udp));
        cluster.ask(&["exec", "noise", "--", "sh", "-c", &noise]).await?;
    }
    cluster.ask(&["get", "--raw", "/readyz"]).await?;
    cluster.machinectl(&["health"]).await?.good()?;
    let after = running(&cluster, &plane)?;
    ensure!(before == after, "{before:?} became {after:?}");
    Ok(())
}

/// Which processes of ours run.
fn running(cluster: &Cluster, node: &str) -> Result<BTreeMap<&'static str, Vec<i32>>> {
    let mut running = BTreeMap::new();
    for program in faults::PROCESSES {
        let mut found = faults::processes(cluster, node, program)?;
        found.sort_unstable();
        ensure!(!found.is_empty(), "{program} does not run");
        running.insert(program, found);
    }
    Ok(running)
}

/// The local ports in this state, from the kernel's own table.
fn ports(table: &str, state: &str) -> Vec<u16> {
    let mut ports: Vec<u16> = table
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>())
        .filter(|row| row.get(3) == Some(&state))
        .filter_map(|row| u16::from_str_radix(row.get(1)?.rsplit(':').next()?, 16).ok())
        .collect();
    ports.sort_unstable();
    ports.dedup();
    ports
}

fn words(ports: &[u16]) -> String {
    ports.iter().map(u16::to_string).collect::<Vec<_>>().join(" ")
}
