//! Cases for the plan of a pod: each says what is there, and what is to be done.

use jiff::Timestamp;
use kube_api::types::core::{Container, Pod, Probe};

use super::*;

const NOW: i64 = 1_000_000;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn container(name: &str) -> Container {
    Container { name: name.into(), image: "app:1".into(), ..Container::default() }
}

fn sidecar(name: &str) -> Container {
    Container { restart_policy: Some("Always".into()), ..container(name) }
}

fn pod(policy: &str, init: &[Container], main: &[&str]) -> Pod {
    let mut pod = Pod::default();
    pod.metadata.name = "web".into();
    pod.metadata.namespace = "default".into();
    pod.metadata.uid = "u1".into();
    pod.spec.restart_policy = policy.into();
    pod.spec.init_containers = init.to_vec();
    pod.spec.containers = main.iter().map(|name| container(name)).collect();
    pod
}

/// `app=running`, `init=exited:0`, `app=exited:1@900` (ended then), `app=created`; a leading `old/` is in a dead sandbox.
fn observed(sandbox: bool, containers: &[&str]) -> Observed {
    let mut seen = Observed::default();
    let make = |id: &str, attempt, ready| Sandbox {
        id: id.into(),
        attempt,
        ready,
        ips: vec!["10.0.0.1".into()],
        created: at(NOW - 1000 + i64::from(attempt)),
        ..Sandbox::default()
    };
    if sandbox {
        seen.sandboxes.push(make("s", 1, true));
    }
    if containers.iter().any(|text| text.starts_with("old/")) {
        seen.sandboxes.push(make("old", 0, false));
    }
    for (number, text) in containers.iter().enumerate() {
        let (place, text) = text.strip_prefix("old/").map_or(("s", *text), |text| ("old", text));
        let (name, state) = text.split_once('=').unwrap();
        let (state, code, finished) = match state {
            "running" => (State::Running, 0, None),
            "created" => (State::Created, 0, None),
            "unknown" => (State::Unknown, 0, None),
            ended => {
                let (code, when) = ended
                    .strip_prefix("exited:")
                    .unwrap()
                    .split_once('@')
                    .unwrap_or((ended.strip_prefix("exited:").unwrap(), "0"));
                (
                    State::Exited,
                    code.parse().unwrap(),
                    Some(at(when.parse::<i64>().map(|it| if it == 0 { NOW - 500 } else { it }).unwrap())),
                )
            }
        };
        seen.containers.push(Seen {
            id: format!("c{number}"),
            name: name.into(),
            sandbox: place.into(),
            state,
            restarts: 0,
            hash: labels::hash(&container(name)),
            created: at(NOW - 900),
            started: None,
            finished,
            exit_code: code,
            reason: String::new(),
            message: String::new(),
            image: String::new(),
            image_id: String::new(),
            log_path: String::new(),
            grace_s: None,
            annotations: Default::default(),
            resources: None,
            user: None,
            stop_signal: 0,
        });
    }
    seen.sort();
    seen
}

/// What a plan says, in short.
fn short(plan: &Plan) -> String {
    let mut words = Vec::new();
    if plan.stop_all.is_some() {
        words.push("stop".to_owned());
    }
    words.extend(plan.kill.iter().map(|kill| format!("kill {}", kill.name)));
    words.extend(plan.sandbox.iter().map(|new| format!("sandbox {}", new.attempt)));
    words.extend(plan.start.iter().map(|start| format!("start {}", start.name)));
    words.extend(plan.waiting.keys().map(|name| format!("wait {name}")));
    if plan.done {
        words.push("done".into());
    }
    words.join(", ")
}

fn check(pod: &Pod, seen: &Observed, expected: &str) {
    assert_eq!(short(&plan(at(NOW), pod, seen, &Memory::default())), expected, "{seen:?}");
}

#[test]
fn a_new_pod_gets_a_sandbox_and_its_first_containers() {
    check(&pod("Always", &[], &["a", "b"]), &observed(false, &[]), "sandbox 0, start a, start b");
    check(&pod("Always", &[container("i")], &["a"]), &observed(false, &[]), "sandbox 0, start i");
    check(&pod("Always", &[], &["a"]), &observed(true, &["a=running"]), "");
}

#[test]
fn init_containers_run_one_after_the_other() {
    let pod = pod("Always", &[container("i"), container("j")], &["a"]);
    check(&pod, &observed(true, &[]), "start i");
    check(&pod, &observed(true, &["i=running"]), "");
    check(&pod, &observed(true, &["i=exited:0"]), "start j");
    check(&pod, &observed(true, &["i=exited:0", "j=exited:0"]), "start a");
    check(&pod, &observed(true, &["i=exited:1"]), "start i");
    // Once a main container was there, finished init containers may be forgotten.
    check(&pod, &observed(true, &["a=running"]), "");
}

#[test]
fn a_failed_init_container_ends_a_pod_that_is_never_restarted() {
    check(&pod("Never", &[container("i")], &["a"]), &observed(true, &["i=exited:1"]), "done");
    check(&pod("OnFailure", &[container("i")], &["a"]), &observed(true, &["i=exited:1"]), "start i");
}

#[test]
fn sidecars_start_before_and_end_after_the_others() {
    let pod = pod("Never", &[sidecar("s"), container("i")], &["a"]);
    check(&pod, &observed(true, &[]), "start s");
    check(&pod, &observed(true, &["s=running"]), "start i");
    check(&pod, &observed(true, &["s=running", "i=exited:0"]), "start a");
    check(&pod, &observed(true, &["s=exited:1", "i=exited:0", "a=running"]), "start s");
    check(&pod, &observed(true, &["s=running", "i=exited:0", "a=exited:0"]), "done");
    check(&pod, &observed(true, &["s=exited:0", "i=exited:0", "a=exited:0"]), "done");
}

#[test]
fn a_sidecar_with_a_startup_probe_holds_the_rest_back() {
    let mut slow = sidecar("s");
    slow.startup_probe = Some(Probe::default());
    let pod = pod("Always", &[slow], &["a"]);
    let seen = observed(true, &["s=running"]);
    check(&pod, &seen, "");
    let memory =
        Memory { health: [("c0".to_owned(), Health { started: Some(true), live: None })].into(), ..Memory::default() };
    assert_eq!(short(&plan(at(NOW), &pod, &seen, &memory)), "start a");
}

#[test]
fn the_policy_decides_about_containers_that_ended() {
    for (policy, code, expected) in [
        ("Always", 0, "start a"),
        ("Always", 1, "start a"),
        ("OnFailure", 0, "done"),
        ("OnFailure", 1, "start a"),
        ("Never", 0, "done"),
        ("Never", 1, "done"),
    ] {
        check(&pod(policy, &[], &["a"]), &observed(true, &[&format!("a=exited:{code}")]), expected);
    }
    check(&pod("Never", &[], &["a", "b"]), &observed(true, &["a=exited:0", "b=running"]), "");
}

#[test]
fn a_lost_sandbox_is_replaced_with_all_that_shall_run() {
    check(
        &pod("Always", &[], &["a", "b"]),
        &observed(false, &["old/a=exited:137", "old/b=exited:0"]),
        "stop, sandbox 1, start a, start b",
    );
    check(
        &pod("OnFailure", &[], &["a", "b"]),
        &observed(false, &["old/a=exited:137", "old/b=exited:0"]),
        "stop, sandbox 1, start a",
    );
    check(&pod("Never", &[], &["a"]), &observed(false, &["old/a=exited:137"]), "stop, done");
    check(
        &pod("Always", &[container("i")], &["a"]),
        &observed(false, &["old/i=exited:0", "old/a=exited:137"]),
        "stop, sandbox 1, start i",
    );
}

#[test]
fn probes_and_changes_kill() {
    let pod = pod("Always", &[], &["a"]);
    let seen = observed(true, &["a=running"]);
    let dead =
        Memory { health: [("c0".to_owned(), Health { started: None, live: Some(false) })].into(), ..Memory::default() };
    let decided = plan(at(NOW), &pod, &seen, &dead);
    assert_eq!(short(&decided), "kill a, start a");
    assert_eq!(decided.kill[0].message, "Container a failed liveness probe, will be restarted");
    let mut never = pod.clone();
    never.spec.restart_policy = "Never".into();
    assert_eq!(short(&plan(at(NOW), &never, &seen, &dead)), "kill a");
    let mut changed = pod.clone();
    changed.spec.containers[0].image = "app:2".into();
    check(&changed, &seen, "kill a, start a");
    check(&pod, &observed(true, &["a=created"]), "start a");
    check(&pod, &observed(true, &["a=unknown"]), "kill a, start a");
}

#[test]
fn a_crashing_container_waits_longer_each_time() {
    let pod = pod("Always", &[], &["a"]);
    let seen = observed(true, &[&format!("a=exited:1@{}", NOW - 1)]);
    let mut memory = Memory::default();
    assert_eq!(short(&plan(at(NOW), &pod, &seen, &memory)), "start a");
    memory.backoffs.tried("a", at(NOW - 100), at(NOW - 100));
    let decided = plan(at(NOW), &pod, &seen, &memory);
    assert_eq!(short(&decided), "wait a");
    assert_eq!(decided.waiting["a"].message, "back-off 10s restarting failed container=a pod=web_default(u1)");
    assert_eq!(decided.requeue, Some(Duration::from_secs(9)));
}

#[test]
fn ephemeral_containers_start_once() {
    let mut pod = pod("Always", &[], &["a"]);
    let mut debug = kube_api::types::core::EphemeralContainer::default();
    debug.ephemeral_container_common.name = "debug".into();
    pod.spec.ephemeral_containers.push(debug);
    check(&pod, &observed(true, &["a=running"]), "start debug");
    check(&pod, &observed(true, &["a=running", "debug=exited:0"]), "");
}
