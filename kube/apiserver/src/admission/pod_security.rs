//! PodSecurity: the levels that a namespace's labels ask for, checked for pods, warned about for what makes pods.
//!
//! As upstream: staging/src/k8s.io/pod-security-admission (admission and policy, newest version of each check). A
//! namespace without labels is privileged. Audit annotations are not written: this server has no audit log yet.

use std::collections::BTreeSet;

use async_trait::async_trait;
use kube_api::value::Value;

use super::{Plugin, Review, Verb, look_fresh};
use crate::status::Result;

pub(super) struct PodSecurity;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Privileged,
    Baseline,
    Restricted,
}

impl Level {
    fn read(text: Option<&str>) -> Self {
        match text {
            Some("baseline") => Self::Baseline,
            // As upstream: a word that is none is taken for the strictest.
            Some("privileged") | None => Self::Privileged,
            Some(_) => Self::Restricted,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Privileged => "privileged",
            Self::Baseline => "baseline",
            Self::Restricted => "restricted",
        }
    }
}

/// What one check found: its short reason and the detail.
struct Finding(&'static str, String);

#[async_trait]
impl Plugin for PodSecurity {
    fn name(&self) -> &'static str {
        "PodSecurity"
    }

    async fn validate(&self, review: &mut Review<'_>) -> Result<()> {
        if !matches!(review.verb, Verb::Create | Verb::Update) {
            return Ok(());
        }
        let sub = review.ctx.info.subresource.as_str();
        if !(sub.is_empty() || sub == "ephemeralcontainers" || sub == "resize") {
            return Ok(());
        }
        let Some(object) = review.object.as_deref() else { return Ok(()) };
        let is_pod = review.is("", "pods");
        let template = if is_pod { Some(object) } else { template(review, object) };
        let Some(pod) = template else { return Ok(()) };
        let namespace = look_fresh(review.ctx, "", "namespaces", "", review.namespace()).await?;
        let mode = |name: &str| {
            let label = format!("pod-security.kubernetes.io/{name}");
            Level::read(namespace.as_ref().and_then(|own| own.text(&["metadata", "labels", label.as_str()])))
        };
        let (enforce, warn) = (mode("enforce"), mode("warn"));
        if enforce == Level::Privileged && warn == Level::Privileged {
            return Ok(());
        }
        // As upstream: an update that leaves what is judged as it was is not judged again.
        if is_pod && review.verb == Verb::Update && review.old.is_some_and(|old| old.get("spec") == object.get("spec"))
        {
            return Ok(());
        }
        let shown = |level: Level, findings: &[Finding]| {
            let texts: Vec<String> =
                findings.iter().map(|Finding(reason, detail)| format!("{reason} ({detail})")).collect();
            format!("violates PodSecurity \"{}:latest\": {}", level.word(), texts.join(", "))
        };
        if is_pod {
            let findings = judge(pod, enforce);
            if !findings.is_empty() {
                return Err(review.forbidden(shown(enforce, &findings)));
            }
        }
        let findings = judge(pod, warn);
        if !findings.is_empty() {
            review.ctx.warn(format!("would {}", shown(warn, &findings).replacen("violates", "violate", 1)));
        }
        Ok(())
    }
}

/// The pod that an object makes.
fn template<'a>(review: &Review<'_>, object: &'a Value) -> Option<&'a Value> {
    const MAKERS: [(&str, &str); 7] = [
        ("apps", "deployments"),
        ("apps", "replicasets"),
        ("apps", "daemonsets"),
        ("apps", "statefulsets"),
        ("batch", "jobs"),
        ("", "replicationcontrollers"),
        ("", "podtemplates"),
    ];
    if review.is("batch", "cronjobs") {
        return object.pointer(&["spec", "jobTemplate", "spec", "template"]);
    }
    let (group, plural) = MAKERS.iter().find(|(group, plural)| review.is(group, plural))?;
    if (*group, *plural) == ("", "podtemplates") {
        object.get("template")
    } else {
        object.pointer(&["spec", "template"])
    }
}

fn judge(pod: &Value, level: Level) -> Vec<Finding> {
    let mut found = Vec::new();
    if level >= Level::Baseline {
        baseline(pod, level, &mut found);
    }
    if level >= Level::Restricted {
        restricted(pod, &mut found);
    }
    found
}

fn containers(pod: &Value) -> impl Iterator<Item = &Value> {
    ["initContainers", "containers", "ephemeralContainers"].into_iter().flat_map(|list| pod.items(&["spec", list]))
}

fn name(container: &Value) -> String {
    crate::status::quoted(container.text(&["name"]).unwrap_or_default())
}

fn list(names: &[String]) -> String {
    let word = if names.len() == 1 { "container" } else { "containers" };
    format!("{word} {}", names.join(", "))
}

/// Names of the containers that a rule finds fault with.
fn faulty(pod: &Value, fault: impl Fn(&Value) -> bool) -> Vec<String> {
    containers(pod).filter(|container| fault(container)).map(name).collect()
}

fn is_windows(pod: &Value) -> bool {
    pod.text(&["spec", "os", "name"]) == Some("windows")
}

fn baseline(pod: &Value, level: Level, found: &mut Vec<Finding>) {
    let host: Vec<&str> =
        [("hostNetwork", "hostNetwork=true"), ("hostPID", "hostPID=true"), ("hostIPC", "hostIPC=true")]
            .iter()
            .filter(|(field, _)| pod.flag(&["spec", field]))
            .map(|(_, shown)| *shown)
            .collect();
    if !host.is_empty() {
        found.push(Finding("host namespaces", host.join(", ")));
    }
    let privileged = faulty(pod, |one| one.flag(&["securityContext", "privileged"]));
    if !privileged.is_empty() {
        found
            .push(Finding("privileged", format!("{} must not set securityContext.privileged=true", list(&privileged))));
    }
    if level == Level::Baseline {
        capabilities_baseline(pod, found);
    }
    let mut volumes: Vec<String> = Vec::new();
    for volume in
        pod.items(&["spec", "volumes"]).iter().filter(|volume| volume.get("hostPath").is_some_and(|own| !own.is_null()))
    {
        volumes.push(name(volume));
    }
    if !volumes.is_empty() && level == Level::Baseline {
        let word = if volumes.len() == 1 { "volume" } else { "volumes" };
        found.push(Finding("hostPath volumes", format!("{word} {}", volumes.join(", "))));
    }
    let ports = faulty(pod, |one| one.items(&["ports"]).iter().any(|port| port.int(&["hostPort"]).unwrap_or(0) != 0));
    if !ports.is_empty() {
        let mut numbers: BTreeSet<i64> = BTreeSet::new();
        for container in containers(pod) {
            numbers.extend(
                container.items(&["ports"]).iter().filter_map(|port| port.int(&["hostPort"])).filter(|port| *port != 0),
            );
        }
        let word = if numbers.len() == 1 { "hostPort" } else { "hostPorts" };
        let shown: Vec<String> = numbers.iter().map(i64::to_string).collect();
        found.push(Finding("hostPort", format!("{} uses {word} {}", list(&ports), shown.join(", "))));
    }
    let mounts = faulty(pod, |one| one.text(&["securityContext", "procMount"]).is_some_and(|own| own != "Default"));
    if !mounts.is_empty() && !pod_is_user_namespaced(pod) {
        found.push(Finding("procMount", format!("{} must not set securityContext.procMount", list(&mounts))));
    }
    linux_labels(pod, found);
    sysctls(pod, found);
    if level == Level::Baseline {
        let unconfined = |own: Option<&str>| own == Some("Unconfined");
        let mut setters = Vec::new();
        if unconfined(pod.text(&["spec", "securityContext", "seccompProfile", "type"])) {
            setters.push("pod".to_owned());
        }
        let bad = faulty(pod, |one| unconfined(one.text(&["securityContext", "seccompProfile", "type"])));
        if !bad.is_empty() {
            setters.push(list(&bad));
        }
        if !setters.is_empty() {
            found.push(Finding(
                "seccompProfile",
                format!("{} must not set securityContext.seccompProfile.type to \"Unconfined\"", setters.join(" and ")),
            ));
        }
    }
    let host_process = faulty(pod, |one| one.flag(&["securityContext", "windowsOptions", "hostProcess"]));
    if pod.flag(&["spec", "securityContext", "windowsOptions", "hostProcess"]) || !host_process.is_empty() {
        let who = if host_process.is_empty() { "pod".to_owned() } else { list(&host_process) };
        found.push(Finding(
            "hostProcess",
            format!("{who} must not set securityContext.windowsOptions.hostProcess=true"),
        ));
    }
}

fn pod_is_user_namespaced(pod: &Value) -> bool {
    pod.pointer(&["spec", "hostUsers"]).and_then(Value::as_bool) == Some(false)
}

fn capabilities_baseline(pod: &Value, found: &mut Vec<Finding>) {
    const ALLOWED: [&str; 13] = [
        "AUDIT_WRITE",
        "CHOWN",
        "DAC_OVERRIDE",
        "FOWNER",
        "FSETID",
        "KILL",
        "MKNOD",
        "NET_BIND_SERVICE",
        "SETFCAP",
        "SETGID",
        "SETPCAP",
        "SETUID",
        "SYS_CHROOT",
    ];
    let mut wrong: BTreeSet<String> = BTreeSet::new();
    let bad = faulty(pod, |one| {
        one.items(&["securityContext", "capabilities", "add"])
            .iter()
            .filter_map(Value::as_str)
            .any(|own| !ALLOWED.contains(&own))
    });
    for container in containers(pod) {
        let added = container.items(&["securityContext", "capabilities", "add"]).iter().filter_map(Value::as_str);
        wrong.extend(added.filter(|own| !ALLOWED.contains(own)).map(crate::status::quoted));
    }
    if !bad.is_empty() {
        let shown: Vec<String> = wrong.into_iter().collect();
        found.push(Finding(
            "non-default capabilities",
            format!("{} must not include {} in securityContext.capabilities.add", list(&bad), shown.join(", ")),
        ));
    }
}

/// AppArmor and SELinux.
fn linux_labels(pod: &Value, found: &mut Vec<Finding>) {
    let unconfined = |own: &Value| own.text(&["securityContext", "appArmorProfile", "type"]) == Some("Unconfined");
    let bad = faulty(pod, unconfined);
    if !bad.is_empty() || pod.get("spec").is_some_and(unconfined) {
        let who = if bad.is_empty() { "pod".to_owned() } else { list(&bad) };
        found.push(Finding(
            "forbidden AppArmor profile",
            format!("{who} must not set AppArmor profile type to \"Unconfined\""),
        ));
    }
    const TYPES: [&str; 5] = ["", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"];
    let wrong = |own: &Value| {
        let option = |name: &str| own.text(&["securityContext", "seLinuxOptions", name]).unwrap_or_default();
        !TYPES.contains(&option("type")) || !option("user").is_empty() || !option("role").is_empty()
    };
    let bad = faulty(pod, wrong);
    if !bad.is_empty() || pod.get("spec").is_some_and(wrong) {
        let who = if bad.is_empty() { "pod".to_owned() } else { list(&bad) };
        found.push(Finding("seLinuxOptions", format!("{who} set forbidden securityContext.seLinuxOptions")));
    }
}

fn sysctls(pod: &Value, found: &mut Vec<Finding>) {
    const SAFE: [&str; 10] = [
        "kernel.shm_rmid_forced",
        "net.ipv4.ip_local_port_range",
        "net.ipv4.tcp_syncookies",
        "net.ipv4.ping_group_range",
        "net.ipv4.ip_unprivileged_port_start",
        "net.ipv4.ip_local_reserved_ports",
        "net.ipv4.tcp_keepalive_time",
        "net.ipv4.tcp_fin_timeout",
        "net.ipv4.tcp_keepalive_intvl",
        "net.ipv4.tcp_keepalive_probes",
    ];
    const MEMORY: [&str; 2] = ["net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"];
    let mut wrong: Vec<&str> = pod
        .items(&["spec", "securityContext", "sysctls"])
        .iter()
        .filter_map(|own| own.text(&["name"]))
        .filter(|own| !SAFE.contains(own) && !MEMORY.contains(own))
        .collect();
    wrong.sort_unstable();
    if !wrong.is_empty() {
        found.push(Finding("forbidden sysctls", wrong.join(", ")));
    }
}

fn restricted(pod: &Value, found: &mut Vec<Finding>) {
    const VOLUMES: [&str; 8] =
        ["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"];
    let mut wrong = Vec::new();
    let mut kinds: BTreeSet<String> = BTreeSet::new();
    for volume in pod.items(&["spec", "volumes"]) {
        let sources = volume.as_object().into_iter().flat_map(|own| own.iter());
        let foreign: Vec<String> = sources
            .filter(|(key, value)| {
                key.as_str() != "name"
                    && !value.is_null()
                    && !VOLUMES.contains(&key.as_str())
                    && key.as_str() != "image"
            })
            .map(|(key, _)| crate::status::quoted(key.as_str()))
            .collect();
        if !foreign.is_empty() {
            wrong.push(name(volume));
            kinds.extend(foreign);
        }
    }
    if !wrong.is_empty() {
        let (volume, kind) = if wrong.len() == 1 {
            ("volume", "uses restricted volume type")
        } else {
            ("volumes", "use restricted volume types")
        };
        let kinds: Vec<String> = kinds.into_iter().collect();
        let kind = if wrong.len() == 1 && kinds.len() > 1 { "uses restricted volume types" } else { kind };
        found.push(Finding(
            "restricted volume types",
            format!("{volume} {} {kind} {}", wrong.join(", "), kinds.join(", ")),
        ));
    }
    if is_windows(pod) {
        return run_as(pod, found);
    }
    let escalate = faulty(pod, |one| {
        one.pointer(&["securityContext", "allowPrivilegeEscalation"]).and_then(Value::as_bool) != Some(false)
    });
    if !escalate.is_empty() {
        found.push(Finding(
            "allowPrivilegeEscalation != false",
            format!("{} must set securityContext.allowPrivilegeEscalation=false", list(&escalate)),
        ));
    }
    let keep = faulty(pod, |one| {
        !one.items(&["securityContext", "capabilities", "drop"]).iter().any(|own| own.as_str() == Some("ALL"))
    });
    let add = faulty(pod, |one| {
        one.items(&["securityContext", "capabilities", "add"])
            .iter()
            .any(|own| own.as_str() != Some("NET_BIND_SERVICE"))
    });
    let mut texts = Vec::new();
    if !keep.is_empty() {
        texts.push(format!("{} must set securityContext.capabilities.drop=[\"ALL\"]", list(&keep)));
    }
    if !add.is_empty() {
        let mut wrong: BTreeSet<String> = BTreeSet::new();
        for container in containers(pod) {
            let added = container.items(&["securityContext", "capabilities", "add"]).iter().filter_map(Value::as_str);
            wrong.extend(added.filter(|own| *own != "NET_BIND_SERVICE").map(crate::status::quoted));
        }
        let wrong: Vec<String> = wrong.into_iter().collect();
        texts.push(format!("{} must not include {} in securityContext.capabilities.add", list(&add), wrong.join(", ")));
    }
    if !texts.is_empty() {
        found.push(Finding("unrestricted capabilities", texts.join("; ")));
    }
    run_as(pod, found);
    let good = |own: Option<&str>| matches!(own, Some("RuntimeDefault" | "Localhost"));
    let pod_profile = pod.text(&["spec", "securityContext", "seccompProfile", "type"]);
    let unset = faulty(pod, |one| {
        let own = one.text(&["securityContext", "seccompProfile", "type"]);
        if own.is_some() { !good(own) } else { !good(pod_profile) }
    });
    if !unset.is_empty() {
        found.push(Finding(
            "seccompProfile",
            format!(
                "pod or {} must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\"",
                list(&unset)
            ),
        ));
    }
}

/// Not as root: by `runAsNonRoot`, and not by number either.
fn run_as(pod: &Value, found: &mut Vec<Finding>) {
    if pod_is_user_namespaced(pod) {
        return;
    }
    let of_pod = pod.pointer(&["spec", "securityContext", "runAsNonRoot"]).and_then(Value::as_bool);
    let wrong = faulty(pod, |one| {
        let own = one.pointer(&["securityContext", "runAsNonRoot"]).and_then(Value::as_bool);
        own.or(of_pod) != Some(true)
    });
    if !wrong.is_empty() {
        found.push(Finding(
            "runAsNonRoot != true",
            format!("pod or {} must set securityContext.runAsNonRoot=true", list(&wrong)),
        ));
    }
    let zero = |own: &Value| own.int(&["securityContext", "runAsUser"]) == Some(0);
    let bad = faulty(pod, zero);
    if !bad.is_empty() || pod.get("spec").is_some_and(zero) {
        let who = if bad.is_empty() { "pod".to_owned() } else { list(&bad) };
        found.push(Finding("runAsUser=0", format!("{who} must not set runAsUser=0")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kube_api::value;

    fn check(pod: &Value, level: Level, expected: &[&str]) {
        let found: Vec<&str> = judge(pod, level).iter().map(|finding| finding.0).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn levels() {
        let plain = value!({"spec": {"containers": [{"name": "c"}]}});
        check(&plain, Level::Privileged, &[]);
        check(&plain, Level::Baseline, &[]);
        check(
            &plain,
            Level::Restricted,
            &[
                "allowPrivilegeEscalation != false",
                "unrestricted capabilities",
                "runAsNonRoot != true",
                "seccompProfile",
            ],
        );
        let rough = value!({"spec": {
            "hostNetwork": true, "volumes": [{"name": "h", "hostPath": {"path": "/"}}],
            "containers": [{"name": "c", "securityContext": {"privileged": true, "capabilities": {"add": ["SYS_ADMIN"]}}}]
        }});
        check(
            &rough,
            Level::Baseline,
            &["host namespaces", "privileged", "non-default capabilities", "hostPath volumes"],
        );
        let good = value!({"spec": {
            "securityContext": {"runAsNonRoot": true, "seccompProfile": {"type": "RuntimeDefault"}},
            "containers": [{"name": "c", "securityContext": {"allowPrivilegeEscalation": false, "capabilities": {"drop": ["ALL"]}}}]
        }});
        check(&good, Level::Restricted, &[]);
    }
}
