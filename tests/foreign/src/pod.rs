//! What every client's test has in common: nodes that are ready, and what answers in their pods.

use std::net::Ipv4Addr;
use std::time::Duration;

use anyhow::Context;
use kube_api::types::core::Node;
use tests_control_plane::ControlPlane;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

const NODES: Duration = Duration::from_secs(60);

/// Waits until all of them are Ready and take pods.
pub(crate) async fn nodes_ready(plane: &ControlPlane, names: &[&str]) -> anyhow::Result<()> {
    let ready = |node: &Node| {
        node.spec.taints.is_empty()
            && node.status.conditions.iter().any(|it| it.r#type == "Ready" && it.status == "True")
    };
    let all = async || {
        for name in names {
            if !plane.client().get::<Node>("", name).await.is_ok_and(|node| ready(&node)) {
                return false;
            }
        }
        true
    };
    plane.eventually(NODES, "Ready nodes", all).await
}

/// A port of every pod: a hollow node's network is the host's.
pub(crate) async fn listen() -> anyhow::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.context("listen as a pod")
}

/// One request, one answer, one connection after the other.
pub(crate) async fn answer(listener: TcpListener) {
    const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 19\r\nConnection: close\r\n\r\nhello from the pod\n";
    while let Ok((mut stream, _)) = listener.accept().await {
        let mut request = Vec::new();
        while !request.ends_with(b"\r\n\r\n") && stream.read_buf(&mut request).await.is_ok_and(|got| got > 0) {}
        // A client that went away misses the answer.
        let _ = stream.write_all(ANSWER).await;
        let _ = stream.shutdown().await;
    }
}
