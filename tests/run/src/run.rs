//! Runs one level's commands, keeps their output in `out/test/`, and shows progress. Decides nothing about what is run.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::Context;

use crate::count::Count;
use crate::levels::{Level, Step};

pub(crate) struct Outcome {
    pub(crate) took: Duration,
    pub(crate) count: Count,
}

#[expect(clippy::disallowed_methods, reason = "measures a run for people; no test depends on it")]
pub(crate) fn level(level: &Level) -> anyhow::Result<Outcome> {
    let started = Instant::now();
    let mut count = Count::default();
    for step in &level.steps {
        let began = Instant::now();
        println!("== {}: {}", level.name, step.name);
        let done = run(level.name, step)?;
        let verdict = if done.failed == 0 { "ok" } else { "FAILED" };
        println!(
            "== {}: {}: {verdict}, {} passed, {} failed, {:.0} s",
            level.name,
            step.name,
            done.passed,
            done.failed,
            began.elapsed().as_secs_f64()
        );
        count.add(&done);
    }
    Ok(Outcome { took: started.elapsed(), count })
}

#[expect(clippy::disallowed_methods, reason = "the runner's job is to start cargo and make, by an argument list")]
fn run(level: &str, step: &Step) -> anyhow::Result<Count> {
    let folder = Path::new("out/test");
    fs::create_dir_all(folder).context("create out/test")?;
    let path = folder.join(format!("{}-{}.log", level.replace([' ', ','], "-"), step.name));
    let mut log = fs::File::create(&path).with_context(|| format!("create {}", path.display()))?;
    // Both streams through one pipe, so that the log tells the story in order.
    let (reader, writer) = std::io::pipe().context("make a pipe")?;
    let mut command = Command::new(step.program);
    // A failure says what differs; where it stands in the harness's own frames helps nobody.
    command.env("RUST_BACKTRACE", "0");
    command.args(&step.args).stdin(Stdio::null()).stdout(writer.try_clone().context("share the pipe")?).stderr(writer);
    let mut child = command.spawn().with_context(|| format!("start {}", step.program))?;
    // The command holds the pipe's writing end as well: without this the reader would wait for ever.
    drop(command);
    let mut count = Count::default();
    let mut tail: Vec<String> = Vec::new();
    for line in BufReader::new(reader).split(b'\n') {
        let line = line.with_context(|| format!("read the output of {}", step.name))?;
        let line = String::from_utf8_lossy(&line).into_owned();
        writeln!(log, "{line}").with_context(|| format!("write {}", path.display()))?;
        count.line(&line);
        show(step, &line);
        tail.push(line);
        if tail.len() > 400 {
            tail.remove(0);
        }
    }
    let status = child.wait().with_context(|| format!("wait for {}", step.name))?;
    if !step.harness {
        count = count.only_skips();
        if status.success() {
            count.passed += 1;
        } else {
            count.failed += 1;
            count.failures.insert(format!("{level}: {}", step.name));
        }
    } else if !status.success() && count.failed == 0 {
        count.failed += 1;
    } else if count.passed + count.failed == 0 {
        println!("   no test ran");
        count.failed += 1;
    }
    if count.failed > 0 {
        println!("   the end of {}:", path.display());
        for line in tail.iter().skip(tail.len().saturating_sub(120)) {
            println!("   | {line}");
        }
    }
    Ok(count)
}

/// Long steps show life: each finished binary or package, and each test of the slow levels.
fn show(step: &Step, line: &str) {
    let words = ["   Compiling ", "test result:", "test ", "[", "skipped: "];
    let alive = words.iter().any(|w| line.starts_with(w)) && !line.starts_with("test result: ok. 0 passed");
    if alive && (!step.harness || !line.starts_with("   Compiling")) {
        println!("   {line}");
    }
}
