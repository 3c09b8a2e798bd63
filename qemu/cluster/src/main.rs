//! `cluster`: test clusters of any kind, up and down, from a checkout or in anybody's CI.
//! Parses arguments and starts the right part; what each part decides stands in its module.

use std::process::ExitCode;

use anyhow::Context;
use clap::Parser;
use qemu_cluster::{cli, node, supervisor};

fn main() -> ExitCode {
    let outcome = match cli::Cli::parse().command {
        // These two change namespaces, which belong to threads: no runtime may exist yet.
        cli::Command::NativeNode => node::run().map(|code| ExitCode::from(u8::try_from(code).unwrap_or(1))),
        cli::Command::Supervise { plan } => supervise(&plan).map(|()| ExitCode::SUCCESS),
        other => asynchronous(other),
    };
    outcome.unwrap_or_else(|err| {
        eprintln!("error: {err:#}");
        ExitCode::FAILURE
    })
}

fn supervise(plan: &std::path::Path) -> anyhow::Result<()> {
    machined_base::telemetry::init("info", machined_base::telemetry::Format::Text).context("set up logs")?;
    let bytes = std::fs::read(plan).with_context(|| format!("read {}", plan.display()))?;
    supervisor::run(serde_json::from_slice(&bytes).with_context(|| format!("understand {}", plan.display()))?)
}

fn asynchronous(command: cli::Command) -> anyhow::Result<ExitCode> {
    machined_base::telemetry::init("warn", machined_base::telemetry::Format::Text).context("set up logs")?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("start a runtime")?;
    runtime.block_on(cli::run(command))
}
