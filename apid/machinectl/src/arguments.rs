//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Drive machines through the machine API
#[derive(Debug, Parser)]
#[command(name = "machinectl", version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct Global {
    /// Machines to ask, by name or address; all of the machineconfig unless said otherwise
    #[arg(short, long, global = true, value_delimiter = ',', value_name = "NODE")]
    pub(crate) nodes: Vec<String>,
    /// File with credentials and endpoints; else out/cluster/machineconfig of the checkout
    #[arg(long, global = true, env = "MACHINECONFIG", value_name = "FILE")]
    pub(crate) machineconfig: Option<PathBuf>,
    /// How answers are shown
    #[arg(short, long, global = true, value_enum, default_value_t)]
    pub(crate) output: Format,
    /// Reach a machine that has no configuration, without credentials
    #[arg(long, global = true, requires = "nodes")]
    pub(crate) insecure: bool,
    /// With --insecure: the fingerprint that the machine's console shows
    #[arg(long, global = true, requires = "insecure", value_name = "SHA256")]
    pub(crate) fingerprint: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    #[default]
    Table,
    Json,
    Yaml,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Show what runs on the machines
    Version,
    /// Show whether everything that should run does
    Health,
    /// Show services, or restart one
    Services(Services),
    /// Show disks
    Disks,
    /// Show network links
    Links,
    /// Show the log of a service
    Logs(Logs),
    /// Show the kernel's messages
    Dmesg(Dmesg),
    /// Show resources of a type, or the types
    Get(Get),
    /// Show what happened
    Events(Events),
    /// Show processes
    Processes,
    /// Show memory
    Memory,
    /// Reboot machines
    Reboot(Destroys),
    /// Switch machines off
    Shutdown(Destroys),
    /// Make machines forget configuration and data
    Reset(Reset),
    /// Take credentials for the cluster
    Kubeconfig(Kubeconfig),
    /// Make secrets, configurations and credentials
    #[command(subcommand)]
    Gen(Gen),
    /// Check a configuration file
    Validate(Validate),
    /// Give a configuration to a machine
    ApplyConfig(ApplyConfig),
    /// Start a new cluster on a control-plane machine
    Bootstrap,
    /// Handle container images
    #[command(subcommand)]
    Image(Image),
    /// Print a completion script
    Completion { shell: Shell },
}

#[derive(Debug, Args)]
pub(crate) struct Services {
    /// Restart this service
    #[arg(long, value_name = "SERVICE")]
    pub(crate) restart: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Logs {
    /// Such as kubelet, containerd or machined
    pub(crate) service: String,
    /// Stay and show what comes
    #[arg(short, long)]
    pub(crate) follow: bool,
    /// Show the last lines only
    #[arg(long, value_name = "LINES", default_value_t = 0)]
    pub(crate) tail: u32,
}

#[derive(Debug, Args)]
pub(crate) struct Dmesg {
    /// Stay and show what comes
    #[arg(short, long)]
    pub(crate) follow: bool,
    /// Show the last messages only
    #[arg(long, value_name = "LINES", default_value_t = 0)]
    pub(crate) tail: u32,
}

#[derive(Debug, Args)]
pub(crate) struct Get {
    /// Such as links, addresses or certificates; without it the types are listed
    #[arg(value_name = "TYPE")]
    pub(crate) kind: Option<String>,
    pub(crate) id: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Events {
    /// Stay and show what comes
    #[arg(short, long)]
    pub(crate) follow: bool,
    /// Show the last events only
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    pub(crate) tail: u32,
}

#[derive(Debug, Args)]
pub(crate) struct Destroys {
    /// Do not ask
    #[arg(short, long)]
    pub(crate) yes: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Reset {
    /// Reboot afterwards instead of switching off
    #[arg(long)]
    pub(crate) reboot: bool,
    #[command(flatten)]
    pub(crate) destroys: Destroys,
}

#[derive(Debug, Args)]
pub(crate) struct Kubeconfig {
    /// Where to write it; standard output unless said otherwise
    pub(crate) file: Option<PathBuf>,
    /// Name in the certificate
    #[arg(long, default_value = "kubernetes-admin")]
    pub(crate) name: String,
    /// How many hours the credentials live
    #[arg(long, default_value_t = 8760)]
    pub(crate) hours: u64,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Gen {
    /// Make the secrets of a new cluster
    Secrets(GenSecrets),
    /// Make configurations for a control plane and workers
    Config(GenConfig),
    /// Make credentials for the machine API
    Credentials(GenCredentials),
}

#[derive(Debug, Args)]
pub(crate) struct GenSecrets {
    /// Where to write them
    #[arg(long, default_value = "secrets.yaml")]
    pub(crate) file: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct GenConfig {
    /// Name of the cluster
    pub(crate) cluster: String,
    /// Where the API server will be reached, such as https://10.0.0.10:6443
    pub(crate) endpoint: String,
    /// Secrets made by `gen secrets`; new ones are made unless given
    #[arg(long, value_name = "FILE")]
    pub(crate) with_secrets: Option<PathBuf>,
    /// Machine APIs of control-plane machines, which workers ask; the endpoint's host unless given
    #[arg(long, value_delimiter = ',', value_name = "HOST")]
    pub(crate) control_planes: Vec<String>,
    /// Disk to install on
    #[arg(long, value_name = "DEVICE")]
    pub(crate) install_disk: Option<String>,
    /// Directory for control-plane.yaml, worker.yaml and machineconfig
    #[arg(long, default_value = ".")]
    pub(crate) to: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct GenCredentials {
    /// Name in the certificate
    pub(crate) name: String,
    /// admin, operator or reader
    #[arg(long, required = true, value_delimiter = ',')]
    pub(crate) roles: Vec<String>,
    /// How many hours the credentials live
    #[arg(long, default_value_t = 8760)]
    pub(crate) hours: u64,
    /// Where to write the machineconfig
    #[arg(long, default_value = "machineconfig")]
    pub(crate) file: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Validate {
    /// Configuration documents in YAML
    pub(crate) file: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct ApplyConfig {
    /// Configuration documents in YAML
    pub(crate) file: PathBuf,
    /// Show what would change, and change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// When it takes effect
    #[arg(long, value_enum, default_value_t)]
    pub(crate) mode: Mode,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Mode {
    /// At once
    #[default]
    Now,
    /// At the next boot
    Staged,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Image {
    /// Bring an OCI or docker archive onto machines
    Import {
        /// The archive; its images get the names that stand in it
        file: PathBuf,
    },
}
