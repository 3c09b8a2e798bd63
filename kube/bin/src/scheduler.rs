//! `kube scheduler`: its file.

use std::path::PathBuf;

use anyhow::Context;
use kube_scheduler::Config;
use machined_base::{Clock, Shutdown};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct File {
    kubeconfig: PathBuf,
    /// The scheduler that pods name in `spec.schedulerName`.
    #[serde(default = "name")]
    scheduler_name: String,
}

fn name() -> String {
    "default-scheduler".into()
}

pub(crate) async fn run(text: &str, clock: Clock, shutdown: Shutdown) -> anyhow::Result<()> {
    let file: File = crate::parse(text)?;
    let config = Config {
        server: crate::server(&file.kubeconfig, "kube-scheduler")?,
        name: file.scheduler_name,
        identity: Some(crate::identity()?),
        clock,
    };
    kube_scheduler::run(config, shutdown).await.context("scheduler")
}
