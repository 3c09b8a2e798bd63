//! Probes and hooks of a container: what they do, and how often.
//!
//! As upstream: validateProbe, validateHandler, validateLifecycle of pkg/apis/core/validation.

use kube_api::field::{ErrorList, Path};
use kube_api::value::Value;

use super::spec::Pod;
use crate::check::{Faults, int, port, some, text};
use crate::formats;

/// The three probes.
pub(super) fn probes(container: &Value, pod: &Pod<'_>, at: &Path<'_>, errors: &mut ErrorList) {
    for name in ["livenessProbe", "readinessProbe", "startupProbe"] {
        let Some(probe) = some(container, name) else { continue };
        let at = at.child(name);
        handler(probe, &["exec", "httpGet", "tcpSocket", "grpc"], pod, &at, errors);
        for field in ["initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold"]
        {
            errors.non_negative(probe, field, &at);
        }
        if let Some(grace) = probe.get("terminationGracePeriodSeconds").and_then(Value::as_int) {
            let at = at.child("terminationGracePeriodSeconds");
            if grace <= 0 {
                errors.invalid(&at, grace, "must be greater than 0");
            }
            if name == "readinessProbe" {
                errors.invalid(&at, grace, "must not be set for readinessProbes");
            }
        }
        let successes = int(probe, "successThreshold");
        if name != "readinessProbe" && successes != 1 {
            errors.invalid(&at.child("successThreshold"), successes, "must be 1");
        }
    }
}

/// The hooks, and the signal that ends the container.
pub(super) fn lifecycle(container: &Value, pod: &Pod<'_>, at: &Path<'_>, errors: &mut ErrorList) {
    let Some(lifecycle) = some(container, "lifecycle") else { return };
    let at = at.child("lifecycle");
    for hook in ["postStart", "preStop"] {
        if let Some(what) = some(lifecycle, hook) {
            handler(what, &["exec", "httpGet", "tcpSocket", "sleep"], pod, &at.child(hook), errors);
        }
    }
    if let Some(signal) = some(lifecycle, "stopSignal").and_then(Value::as_str) {
        let at = at.child("stopSignal");
        match pod.os {
            "" => errors.forbidden(&at, "may not be set for containers with empty `spec.os.name`"),
            "windows" if !WINDOWS_SIGNALS.contains(&signal) => errors.not_supported(&at, signal, WINDOWS_SIGNALS),
            "linux" if !LINUX_SIGNALS.contains(&signal) => errors.not_supported(&at, signal, LINUX_SIGNALS),
            _ => {}
        }
    }
}

const WINDOWS_SIGNALS: &[&str] = &["SIGKILL", "SIGTERM"];
const LINUX_SIGNALS: &[&str] = &[
    "SIGABRT",
    "SIGALRM",
    "SIGBUS",
    "SIGCHLD",
    "SIGCLD",
    "SIGCONT",
    "SIGFPE",
    "SIGHUP",
    "SIGILL",
    "SIGINT",
    "SIGIO",
    "SIGIOT",
    "SIGKILL",
    "SIGPIPE",
    "SIGPOLL",
    "SIGPROF",
    "SIGPWR",
    "SIGQUIT",
    "SIGRTMAX",
    "SIGRTMAX-1",
    "SIGRTMAX-10",
    "SIGRTMAX-11",
    "SIGRTMAX-12",
    "SIGRTMAX-13",
    "SIGRTMAX-14",
    "SIGRTMAX-2",
    "SIGRTMAX-3",
    "SIGRTMAX-4",
    "SIGRTMAX-5",
    "SIGRTMAX-6",
    "SIGRTMAX-7",
    "SIGRTMAX-8",
    "SIGRTMAX-9",
    "SIGRTMIN",
    "SIGRTMIN+1",
    "SIGRTMIN+10",
    "SIGRTMIN+11",
    "SIGRTMIN+12",
    "SIGRTMIN+13",
    "SIGRTMIN+14",
    "SIGRTMIN+15",
    "SIGRTMIN+2",
    "SIGRTMIN+3",
    "SIGRTMIN+4",
    "SIGRTMIN+5",
    "SIGRTMIN+6",
    "SIGRTMIN+7",
    "SIGRTMIN+8",
    "SIGRTMIN+9",
    "SIGSEGV",
    "SIGSTKFLT",
    "SIGSTOP",
    "SIGSYS",
    "SIGTERM",
    "SIGTRAP",
    "SIGTSTP",
    "SIGTTIN",
    "SIGTTOU",
    "SIGURG",
    "SIGUSR1",
    "SIGUSR2",
    "SIGVTALRM",
    "SIGWINCH",
    "SIGXCPU",
    "SIGXFSZ",
];

fn handler(handler: &Value, kinds: &[&str], pod: &Pod<'_>, at: &Path<'_>, errors: &mut ErrorList) {
    let mut found = false;
    for kind in kinds {
        let Some(action) = some(handler, kind) else { continue };
        let at = at.child(kind);
        if found {
            errors.forbidden(&at, "may not specify more than 1 handler type");
            continue;
        }
        found = true;
        match *kind {
            "exec" => {
                if action.items(&["command"]).is_empty() {
                    errors.required(&at.child("command"), "");
                }
            }
            "httpGet" => http_get(action, &at, errors),
            "tcpSocket" | "grpc" => port(action.get("port"), &at.child("port"), errors),
            _ => sleep(action, pod, &at, errors),
        }
    }
    if !found {
        errors.required(at, "must specify a handler type");
    }
}

fn http_get(action: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    errors.present(action, "path", at);
    port(action.get("port"), &at.child("port"), errors);
    let scheme = text(action, "scheme");
    if !["HTTP", "HTTPS"].contains(&scheme) {
        errors.not_supported(&at.child("scheme"), scheme, &["HTTP", "HTTPS"]);
    }
    for header in action.items(&["httpHeaders"]) {
        errors.form(&at.child("httpHeaders"), text(header, "name"), formats::http_header_name);
    }
}

fn sleep(action: &Value, pod: &Pod<'_>, at: &Path<'_>, errors: &mut ErrorList) {
    let seconds = int(action, "seconds");
    if let Some(grace) = pod.grace.filter(|grace| seconds < 0 || seconds > *grace) {
        errors.invalid(
            at,
            seconds,
            format!("must be non-negative and less than terminationGracePeriodSeconds ({grace})"),
        );
    }
}
