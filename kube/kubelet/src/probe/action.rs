//! One probe of one container: what it answered, in upstream's words.

use std::time::Duration;

use kube_api::types::core::Probe;
use tokio::net::TcpStream;

use super::{Target, grpc, http};

/// As upstream: pkg/probe/exec maxReadLength.
const OUTPUT_MAX: usize = 10 << 10;

/// How a probe went. `Unknown` is no answer at all: the probe itself could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Good,
    Bad(String),
    Unknown(String),
}

pub(crate) async fn probe(target: &Target<'_>, probe: &Probe) -> Answer {
    let handler = &probe.probe_handler;
    let limit = Duration::from_secs(u64::try_from(probe.timeout_seconds).ok().filter(|it| *it > 0).unwrap_or(1));
    let clock = &target.kit.clock;
    if let Some(exec) = &handler.exec {
        return exec_probe(target, &exec.command, limit).await;
    }
    if let Some(action) = &handler.http_get {
        return match clock.timeout(limit, http::get(target, action, "kube-probe/1.36")).await {
            Ok(Ok(answer)) if (200..400).contains(&answer.code) => Answer::Good,
            Ok(Ok(answer)) => Answer::Bad(format!("HTTP probe failed with statuscode: {}", answer.code)),
            Ok(Err(fault)) => Answer::Bad(fault),
            Err(_) => Answer::Bad(format!(
                "Get {:?}: context deadline exceeded (Client.Timeout exceeded while awaiting headers)",
                url(target, action)
            )),
        };
    }
    if let Some(action) = &handler.tcp_socket {
        let port = match target.port(&action.port) {
            Ok(port) => port,
            Err(fault) => return Answer::Unknown(fault),
        };
        let host = target.host(&action.host);
        return match clock.timeout(limit, TcpStream::connect((host.as_str(), port))).await {
            Ok(Ok(_)) => Answer::Good,
            Ok(Err(err)) => Answer::Bad(format!("dial tcp {host}:{port}: connect: {}", http::go_io(&err))),
            Err(_) => Answer::Bad(format!("dial tcp {host}:{port}: i/o timeout")),
        };
    }
    if let Some(action) = &handler.grpc {
        let host = target.host("");
        let service = action.service.as_deref().unwrap_or_default();
        return match clock.timeout(limit, grpc::check(&host, action.port, service)).await {
            Ok(Ok(())) => Answer::Good,
            Ok(Err(fault)) => Answer::Bad(fault),
            Err(_) => Answer::Bad(format!(
                "timeout: failed to connect service \"{host}:{}\" within {}s: context deadline exceeded",
                action.port,
                limit.as_secs()
            )),
        };
    }
    Answer::Unknown(format!("missing probe handler for container {}", target.container.name))
}

async fn exec_probe(target: &Target<'_>, command: &[String], limit: Duration) -> Answer {
    match target.kit.cri.exec_sync(target.id, command, limit).await {
        Ok(output) if output.exit_code == 0 => Answer::Good,
        Ok(output) => {
            let mut text = output.stdout;
            text.extend_from_slice(&output.stderr);
            text.truncate(OUTPUT_MAX);
            Answer::Bad(String::from_utf8_lossy(&text).into_owned())
        }
        Err(err) if err.kind == kube_cri::Kind::Deadline => {
            Answer::Bad(format!("command timed out: {:?} timed out after {}s", command.join(" "), limit.as_secs()))
        }
        Err(err) => Answer::Unknown(err.to_string()),
    }
}

fn url(target: &Target<'_>, action: &kube_api::types::core::HTTPGetAction) -> String {
    let port = target.port(&action.port).unwrap_or_default();
    let scheme = if action.scheme.eq_ignore_ascii_case("https") { "https" } else { "http" };
    format!("{scheme}://{}:{port}{}", target.host(&action.host), action.path)
}
