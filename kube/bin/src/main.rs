//! `kube`: every Kubernetes component in one program. Looks at its name first, for it is the CNI plugin too, before any
//! runtime or TLS starts; then reads one component's configuration file and runs it until it is told to stop.
//! What a component does is decided in its crate; which fields its file has, in the module of its name.

mod apiserver;
mod controller_manager;
mod etcd;
mod kubelet;
mod node_network;
mod scheduler;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::{Parser, ValueEnum};
use machined_base::telemetry::{self, Format};
use machined_base::{Clock, Shutdown};

/// The names under which container runtimes find the network plugin; which one it is stands in its configuration.
const PLUGINS: [&str; 2] = ["ironstone", "loopback"];

#[derive(Debug, Parser)]
#[command(name = "kube", version, about = "Run one component of Kubernetes")]
struct Arguments {
    component: Component,
    /// The component's configuration, one YAML document
    #[arg(long)]
    config: PathBuf,
    /// What is logged, such as `info,kube_apiserver=debug`
    #[arg(long, default_value = "info")]
    log: String,
    /// Log JSON, a line for each event
    #[arg(long)]
    log_json: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Component {
    Apiserver,
    ControllerManager,
    Dns,
    Etcd,
    Kubelet,
    Network,
    Proxy,
    Scheduler,
}

fn main() -> ExitCode {
    if PLUGINS.into_iter().any(called_as) {
        return plugin();
    }
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(err) => {
            tracing::error!("{err:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let format = if arguments.log_json { Format::Json } else { Format::Text };
    telemetry::init(&arguments.log, format).context("set up logs")?;
    let path = &arguments.config;
    let text = std::fs::read_to_string(path).with_context(|| format!("read {}", path.display()))?;
    // One provider for the whole program: libraries that build TLS configurations find it here.
    rustls::crypto::aws_lc_rs::default_provider().install_default().ok();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("start a runtime")?;
    runtime.block_on(async {
        let (clock, shutdown) = (Clock::system(), Shutdown::new());
        let stop = shutdown.clone();
        let component = async {
            match arguments.component {
                Component::Apiserver => apiserver::run(&text, clock, shutdown).await,
                Component::ControllerManager => controller_manager::run(&text, clock, shutdown).await,
                Component::Dns => node_network::dns(&text, clock, shutdown).await,
                Component::Network => node_network::network(&text, clock, shutdown).await,
                Component::Proxy => node_network::proxy(&text, clock, shutdown).await,
                Component::Etcd => etcd::run(&text, clock, shutdown).await,
                Component::Kubelet => kubelet::run(&text, shutdown).await,
                Component::Scheduler => scheduler::run(&text, clock, shutdown).await,
            }
        };
        let component = std::pin::pin!(component);
        tokio::select! {
            ended = component => ended,
            _ = signals(stop) => unreachable!("listens for as long as the component runs"),
        }
    })
}

/// SIGTERM and SIGINT ask the component to stop; a second one does nothing more.
async fn signals(shutdown: Shutdown) -> std::convert::Infallible {
    use tokio::signal::unix::{SignalKind, signal};
    let (Ok(mut term), Ok(mut interrupt)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt())) else {
        tracing::error!("signals cannot be heard: only SIGKILL will end this process");
        return std::future::pending().await;
    };
    loop {
        // Cancel-safe: a signal that came in between is still counted.
        tokio::select! {
            _ = term.recv() => {}
            _ = interrupt.recv() => {}
        }
        shutdown.request();
    }
}

#[expect(clippy::disallowed_methods, reason = "a program looks at its own name and environment, once")]
fn called_as(name: &str) -> bool {
    std::env::args_os().next().is_some_and(|first| Path::new(&first).file_name().is_some_and(|last| last == name))
}

#[expect(clippy::disallowed_methods, reason = "a program looks at its own name and environment, once")]
fn plugin() -> ExitCode {
    let call = kube_cni::Call::read(|name| std::env::var(name).ok());
    let good = kube_cni::run(call, &mut std::io::stdin().lock(), &mut std::io::stdout().lock());
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A component's file: strict, and a fault in it names its line.
fn parse<'a, T: serde::Deserialize<'a>>(text: &'a str) -> anyhow::Result<T> {
    serde_saphyr::from_str(text).context("the configuration is not good")
}

fn server(kubeconfig: &Path, agent: &str) -> anyhow::Result<kube_informer::Config> {
    let read = kube_informer::Kubeconfig::read(kubeconfig, agent);
    Ok(read.with_context(|| format!("read the kubeconfig {}", kubeconfig.display()))?.config)
}

/// What distinguishes this process from others that want the same lease.
fn identity() -> anyhow::Result<String> {
    let host = std::fs::read_to_string("/proc/sys/kernel/hostname").context("read the host's name")?;
    Ok(format!("{}_{}", host.trim(), std::process::id()))
}
