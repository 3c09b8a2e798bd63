//! A pod's row in a table: what it is doing, in one word.
//!
//! As upstream: printPod of pkg/printers/internalversion.

use jiff::Timestamp;
use kube_api::value::Value;

use crate::check::{int, some, text};
use crate::hooks::{Column, Print};
use crate::print::{self, NONE};

pub(super) const COLUMNS: &[Column] = &[
    Column::NAME,
    Column::text("Ready"),
    Column::text("Status"),
    Column::text("Restarts"),
    Column::AGE,
    Column::wide("IP"),
    Column::wide("Node"),
    Column::wide("Nominated Node"),
    Column::wide("Readiness Gates"),
];

pub(super) fn cells(pod: &Value, print: &Print) -> Vec<Value> {
    let seen = seen(pod);
    let restarts = match seen.last_restart {
        Some(time) if seen.restarts != 0 => {
            format!("{} ({} ago)", seen.restarts, print::duration(print.now.as_second() - time.as_second()))
        }
        _ => seen.restarts.to_string(),
    };
    let or_none = |path: &[&str]| Value::from(pod.text(path).unwrap_or(NONE));
    let address = pod.items(&["status", "podIPs"]).first().and_then(|ip| ip.text(&["ip"])).unwrap_or(NONE);
    vec![
        print::name(pod),
        format!("{}/{}", seen.ready, seen.total).into(),
        seen.reason.into(),
        restarts.into(),
        print::age(pod, print),
        address.into(),
        or_none(&["spec", "nodeName"]),
        or_none(&["status", "nominatedNodeName"]),
        readiness_gates(pod).into(),
    ]
}

fn readiness_gates(pod: &Value) -> String {
    let gates = pod.items(&["spec", "readinessGates"]);
    if gates.is_empty() {
        return NONE.to_owned();
    }
    let open = gates
        .iter()
        .filter(|gate| print::condition(pod, text(gate, "conditionType")).is_some_and(|c| text(c, "status") == "True"))
        .count();
    format!("{open}/{}", gates.len())
}

struct Seen {
    ready: usize,
    total: usize,
    reason: String,
    restarts: i64,
    last_restart: Option<Timestamp>,
}

fn is_sidecar(pod: &Value, name: &str) -> bool {
    let init = pod.items(&["spec", "initContainers"]);
    init.iter().any(|one| text(one, "name") == name && text(one, "restartPolicy") == "Always")
}

fn ended_before(status: &Value) -> Option<Timestamp> {
    status.text(&["lastState", "terminated", "finishedAt"]).and_then(|time| time.parse().ok())
}

/// Why a container ended.
fn end_reason(end: &Value) -> String {
    match (text(end, "reason"), int(end, "signal")) {
        ("", 0) => format!("ExitCode:{}", int(end, "exitCode")),
        ("", signal) => format!("Signal:{signal}"),
        (reason, _) => reason.to_owned(),
    }
}

fn seen(pod: &Value) -> Seen {
    let status = crate::check::part(pod, "status");
    let init = pod.items(&["spec", "initContainers"]);
    let sidecars = init.iter().filter(|one| text(one, "restartPolicy") == "Always").count();
    let phase = text(status, "phase");
    let own = text(status, "reason");
    let gated = print::condition(pod, "PodScheduled").is_some_and(|c| text(c, "reason") == "SchedulingGated");
    let mut seen = Seen {
        ready: 0,
        total: pod.items(&["spec", "containers"]).len() + sidecars,
        reason: if gated {
            "SchedulingGated"
        } else if own.is_empty() {
            phase
        } else {
            own
        }
        .to_owned(),
        restarts: 0,
        last_restart: None,
    };
    let (mut sidecar_restarts, mut sidecar_last) = (0, None);
    let mut initializing = false;
    for (index, container) in status.items(&["initContainerStatuses"]).iter().enumerate() {
        let sidecar = is_sidecar(pod, text(container, "name"));
        seen.restarts += int(container, "restartCount");
        seen.last_restart = seen.last_restart.max(ended_before(container));
        if sidecar {
            sidecar_restarts += int(container, "restartCount");
            sidecar_last = sidecar_last.max(ended_before(container));
        }
        let state = crate::check::part(container, "state");
        let waiting = state.text(&["waiting", "reason"]);
        match some(state, "terminated") {
            Some(end) if int(end, "exitCode") == 0 => continue,
            _ if sidecar && container.flag(&["started"]) => {
                seen.ready += usize::from(container.flag(&["ready"]));
                continue;
            }
            Some(end) => seen.reason = format!("Init:{}", end_reason(end)),
            None => {
                seen.reason = match waiting.filter(|reason| *reason != "PodInitializing") {
                    Some(reason) => format!("Init:{reason}"),
                    None => format!("Init:{index}/{}", init.len()),
                };
            }
        }
        initializing = true;
        break;
    }
    let initialized = print::condition(pod, "Initialized").is_some_and(|c| text(c, "status") == "True");
    if !initializing || initialized {
        (seen.restarts, seen.last_restart) = (sidecar_restarts, sidecar_last);
        running(pod, status, &mut seen);
    }
    if pod.pointer(&["metadata", "deletionTimestamp"]).is_some() {
        if own == "NodeLost" {
            seen.reason = "Unknown".to_owned();
        } else if !matches!(phase, "Failed" | "Succeeded") {
            seen.reason = "Terminating".to_owned();
        }
    }
    seen
}

fn running(pod: &Value, status: &Value, seen: &mut Seen) {
    let mut runs = false;
    let mut failed = String::new();
    for container in status.items(&["containerStatuses"]).iter().rev() {
        seen.restarts += int(container, "restartCount");
        seen.last_restart = seen.last_restart.max(ended_before(container));
        let state = crate::check::part(container, "state");
        match (state.text(&["waiting", "reason"]), some(state, "terminated")) {
            (Some(reason), _) => seen.reason = reason.to_owned(),
            (None, Some(end)) => {
                seen.reason = end_reason(end);
                if int(end, "exitCode") != 0 {
                    failed = seen.reason.clone();
                }
            }
            (None, None) => {
                if container.flag(&["ready"]) && some(state, "running").is_some() {
                    runs = true;
                    seen.ready += 1;
                }
            }
        }
    }
    if seen.reason == "Completed" {
        let ready = print::condition(pod, "Ready").is_some_and(|c| text(c, "status") == "True");
        if runs && ready {
            seen.reason = "Running".to_owned();
        } else if !failed.is_empty() {
            seen.reason = failed;
        } else if runs {
            seen.reason = "NotReady".to_owned();
        }
    }
}
