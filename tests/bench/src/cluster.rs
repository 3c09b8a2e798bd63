//! One cluster, brought up as a user would, looked at on its way and when it is idle, used, and taken down.
//!
//! Memory of native nodes and of plain processes is read on this host; a machine tells its own over its API.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use machined_base::Clock;
use serde_json::Value;
use tokio::process::Command;

use crate::memory::{self, Process};
use crate::report::{Report, Section, mib, targets};
use crate::timeline::Timeline;
use crate::{Arguments, Part, machine, pods};

/// From the end of `cluster up` until the last node is Ready and the first pod runs.
const SETTLED: Duration = Duration::from_secs(300);
const LOOK: Duration = Duration::from_millis(50);
/// Processor time is told for so long, at the end of the idle time.
const WORK: Duration = Duration::from_secs(60);

/// What one node's processes were, at one moment.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) name: String,
    pub(crate) processes: Vec<Process>,
    /// Where a node has memory of its own.
    pub(crate) memory: Option<Kinds>,
}

/// Where a node's memory is, in KiB.
#[derive(Clone, Debug)]
pub(crate) struct Kinds {
    /// MemTotal less MemAvailable.
    pub(crate) used: u64,
    /// What that is made of, as far as the kernel tells.
    pub(crate) parts: Vec<(&'static str, u64)>,
    /// What processes keep in huge pages.
    pub(crate) huge: u64,
}

/// Names of the processes that are not ours, and told apart.
const FOREIGN: [&str; 4] = ["containerd", "containerd-shim-runc-v2", "runc", "pause"];

/// The test cluster's own program: what a machine's firmware and plug are on a native node.
const HARNESS: &str = "cluster";

pub(crate) fn name(part: Part) -> String {
    format!("bench-{}", part.name())
}

pub(crate) async fn measure(part: Part, arguments: &Arguments, clock: &Clock, report: &mut Report) -> Result<()> {
    let folder = arguments.out.join(name(part));
    let taken = folder.join("cluster.json");
    ensure!(!taken.exists(), "{} stands there from an earlier run: `cluster down` removes it", taken.display());
    let started = clock.monotonic();
    let mut timeline = Timeline::new(folder.clone(), part, clock.clone());
    up(part, arguments, clock, &mut timeline).await?;
    let took = clock.monotonic().since(started);
    let deadline = clock.monotonic() + SETTLED;
    while !timeline.complete() && clock.monotonic() < deadline {
        timeline.look().await;
        clock.sleep(LOOK).await;
    }
    report.add(timeline.section(took));

    let rest = arguments.idle().saturating_sub(timeline.since_ready());
    let work = WORK.min(rest);
    clock.sleep(rest.saturating_sub(work)).await;
    let before = look(part, arguments, &folder).await?;
    let looked = clock.monotonic();
    clock.sleep(work).await;
    let after = look(part, arguments, &folder).await?;
    let minutes = clock.monotonic().since(looked).as_secs_f64() / 60.0;
    for node in &after {
        let earlier = before.iter().find(|it| it.name == node.name);
        idle(part, node, earlier, minutes, arguments, report);
    }
    if part == Part::Native {
        match pods::measure(arguments, &folder, clock).await {
            Ok(section) => report.add(section),
            Err(error) => report.not_measured("pods", &format!("{error:#}")),
        }
    }
    match timeline.images_pulled().await {
        Some(pulled) => report.figure(targets::PULLED, pulled as f64),
        None if part == Part::None => {}
        None => report.not_measured("images pulled", "the API server did not list its events"),
    }
    Ok(())
}

/// Runs `cluster up` and watches.
async fn up(part: Part, arguments: &Arguments, clock: &Clock, timeline: &mut Timeline) -> Result<()> {
    let program = arguments.out.join("bin/cluster");
    let log = arguments.out.join(format!("{}.log", name(part)));
    let file = std::fs::File::create(&log).with_context(|| format!("create {}", log.display()))?;
    let mut command = Command::new(&program);
    command.args(["up", "--name", &name(part), "--nodes", part.name(), "--out"]).arg(&arguments.out);
    command.stdin(Stdio::null()).stdout(file.try_clone().context("share the log")?).stderr(file).kill_on_drop(true);
    let mut child = command.spawn().with_context(|| format!("start {}: make programs", program.display()))?;
    let status = loop {
        timeline.look().await;
        if let Some(status) = child.try_wait().context("wait for cluster up")? {
            break status;
        }
        clock.sleep(LOOK).await;
    };
    let text = std::fs::read_to_string(&log).unwrap_or_default();
    if !status.success() {
        let lines: Vec<&str> = text.lines().collect();
        bail!(
            "cluster up: {status}; the end of {}:\n{}",
            log.display(),
            lines[lines.len().saturating_sub(8)..].join("\n")
        );
    }
    std::fs::remove_file(&log).with_context(|| format!("remove {}", log.display()))
}

/// Takes down what stands there; a cluster that never came up has nothing.
pub(crate) async fn down(out: &Path, part: Part) {
    if !out.join(name(part)).join("cluster.json").exists() {
        return;
    }
    let mut command = Command::new(out.join("bin/cluster"));
    command.args(["down", "--name", &name(part), "--out"]).arg(out).stdin(Stdio::null()).stdout(Stdio::null());
    match command.stderr(Stdio::null()).status().await {
        Ok(status) if status.success() => {}
        other => eprintln!("cluster down --name {}: {other:?}", name(part)),
    }
}

/// The processes of every node.
async fn look(part: Part, arguments: &Arguments, folder: &Path) -> Result<Vec<Node>> {
    let record = record(folder)?;
    let pids = record["processes"].as_array().into_iter().flatten();
    let pids: Vec<u32> = pids.filter_map(|it| u32::try_from(it["pid"].as_u64()?).ok()).collect();
    match part {
        Part::Machines => machine::look(arguments, folder, &record).await,
        Part::Native => {
            let supervisor = *pids.first().context("a cluster of nodes has a supervisor")?;
            // Each node is a process of the supervisor's, which is no part of it, and everything below that.
            let inside = |process: &Process| process.name != HARNESS;
            let nodes = memory::children(supervisor).into_iter();
            let nodes = nodes.map(|root| memory::below(root).into_iter().filter(inside).collect::<Vec<_>>());
            Ok(nodes
                .enumerate()
                .map(|(at, processes)| Node { name: role(&processes, at), processes, memory: None })
                .collect())
        }
        _ => {
            let processes = pids.into_iter().filter_map(memory::process).collect();
            Ok(vec![Node { name: "control plane alone".to_owned(), processes, memory: None }])
        }
    }
}

fn role(processes: &[Process], at: usize) -> String {
    let control_plane = processes.iter().any(|process| process.name == "kube apiserver");
    if control_plane { "control-plane node".to_owned() } else { format!("worker {at}") }
}

pub(crate) fn record(folder: &Path) -> Result<Value> {
    let path = folder.join("cluster.json");
    let text = std::fs::read(&path).with_context(|| format!("read {}", path.display()))?;
    serde_json::from_slice(&text).with_context(|| format!("read {}", path.display()))
}

/// One node's table, and the figures that targets are set on.
fn idle(part: Part, node: &Node, earlier: Option<&Node>, minutes: f64, arguments: &Arguments, report: &mut Report) {
    let title = format!("{}: {}, idle, {} s after Ready", part.name(), node.name, arguments.idle);
    let mut section = Section::new(title, &["process", "count", "Pss MiB", "RssAnon MiB", "CPU ms/min"]);
    let mut names: Vec<&str> = node.processes.iter().map(|process| process.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let row = |label: &str, is: &dyn Fn(&str) -> bool| {
        let chosen = |node: &Node| node.processes.iter().filter(|it| is(&it.name)).cloned().collect::<Vec<_>>();
        let now = chosen(node);
        let (pss, anonymous) = (sum(&now, |it| it.memory.pss), sum(&now, |it| it.memory.anonymous));
        let worked =
            earlier.map(|earlier| sum(&now, |it| it.cpu_ms).saturating_sub(sum(&chosen(earlier), |it| it.cpu_ms)));
        let cells = [
            label.to_owned(),
            now.len().to_string(),
            if pss == 0 { "-".to_owned() } else { mib(pss) },
            mib(anonymous),
            worked.map_or("-".to_owned(), |ms| format!("{:.0}", ms as f64 / minutes)),
        ];
        (pss, anonymous, cells)
    };
    let foreign = |name: &str| FOREIGN.contains(&name);
    let mut rows: Vec<_> = names.iter().map(|name| row(name, &|it| it == *name)).collect();
    rows.sort_by_key(|(pss, anonymous, _)| std::cmp::Reverse((*pss, *anonymous)));
    for (_, _, cells) in rows {
        section.row(cells);
    }
    section.row(row("ours together", &|name| !foreign(name)).2);
    section.row(row("containerd, shims, runc and pause", &foreign).2);
    let whole = |name: &str| row("", &|it| it == name).0 as f64 / 1024.0;
    let apiserver = whole("kube apiserver");
    if apiserver > 0.0 {
        report.figure(targets::APISERVER_MIB, apiserver);
    }
    let daemons = whole("machined") + whole("apid");
    if daemons > 0.0 && node.name.starts_with("control-plane") {
        report.figure(targets::MACHINED_MIB, daemons);
    }
    let Some(memory) = &node.memory else { return report.add(section) };
    section.remark(format!("whole node, MemTotal less MemAvailable: {} MiB", mib(memory.used)));
    let control_plane = node.processes.iter().any(|process| process.name == "kube apiserver");
    let figure = if control_plane { targets::CONTROL_PLANE_MIB } else { targets::WORKER_MIB };
    report.figure(figure, memory.used as f64 / 1024.0);
    report.add(section);
    report.add(whole_node(format!("{}: {}, where its memory is", part.name(), node.name), memory));
}

/// What the whole node's figure is made of. Pages of files count only as far as the kernel would not give them up.
fn whole_node(title: String, memory: &Kinds) -> Section {
    let mut section = Section::new(title, &["kind", "MiB"]);
    for (kind, kib) in &memory.parts {
        section.row([(*kind).to_owned(), mib(*kib)]);
    }
    let told: u64 = memory.parts.iter().map(|(_, kib)| kib).sum();
    section.row(["everything else".to_owned(), mib(memory.used.saturating_sub(told))]);
    section.row(["used".to_owned(), mib(memory.used)]);
    section.remark(format!("in huge pages of processes: {} MiB", mib(memory.huge)));
    section
}

fn sum(processes: &[Process], figure: impl Fn(&Process) -> u64) -> u64 {
    processes.iter().map(figure).sum()
}

pub(crate) fn kubeconfig(folder: &Path) -> PathBuf {
    folder.join("kubeconfig")
}
