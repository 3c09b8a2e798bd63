//! The program `image`: parses arguments and builds an image.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use image_builder::{Config, Program, Programs};
use machined_base::Clock;

/// Make bootable disk images
#[derive(Debug, Parser)]
#[command(name = "image", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build a disk image from Debian's packages and our programs
    Build(Box<Build>),
}

#[derive(Debug, Args)]
struct Build {
    /// Write the image into this directory
    #[arg(long, default_value = "out/image")]
    out: PathBuf,
    /// Read what the image consists of from this directory
    #[arg(long, default_value = "rootfs")]
    rootfs: PathBuf,
    /// Keep Debian's packages, unpacked once, in this directory
    #[arg(long, env = "IRONSTONE_CACHE")]
    cache: Option<PathBuf>,
    /// Take the programs init, machined, kube, pause and loader.efi from this directory
    #[arg(long, default_value = "out/bin")]
    programs: PathBuf,
    /// Take the texts of Kubernetes' fields from this file
    #[arg(long, default_value = "out/share/descriptions.gz")]
    descriptions: PathBuf,
    /// Leave these programs out; such an image is for tests only
    #[arg(long, value_delimiter = ',')]
    without: Vec<Program>,
    /// State the versions of the crates in this lock file in the SBOM
    #[arg(long, default_value = "Cargo.lock")]
    lock: PathBuf,
    /// Name the system's version
    #[arg(long, default_value = env!("CARGO_PKG_VERSION"))]
    system_version: String,
    /// Fetch Debian's packages again, even if the cache has them
    #[arg(long)]
    refresh: bool,
    /// Tell the kernel this as well, such as loglevel=7
    #[arg(long = "kernel-argument")]
    kernel_arguments: Vec<String>,
    /// Give every file of the image this time, in seconds since 1970
    #[arg(long, env = "SOURCE_DATE_EPOCH", default_value_t = 1_767_225_600)]
    epoch: u64,
    #[arg(long, env = "HOME", hide = true)]
    home: PathBuf,
}

fn main() -> ExitCode {
    let Command::Build(arguments) = Arguments::parse().command;
    match build(*arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn build(arguments: Build) -> anyhow::Result<()> {
    let programs = Programs::find(&arguments.programs, &arguments.without)?;
    image_builder::run(
        Config {
            out: arguments.out,
            rootfs: arguments.rootfs,
            cache: arguments.cache.unwrap_or_else(|| arguments.home.join(".cache/ironstone/roots")),
            programs,
            descriptions: arguments.descriptions,
            lock: arguments.lock,
            version: arguments.system_version,
            refresh: arguments.refresh,
            kernel_arguments: arguments.kernel_arguments,
            epoch: arguments.epoch,
        },
        Clock::system(),
    )?;
    Ok(())
}
