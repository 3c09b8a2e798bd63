//! `make bench`: what the system weighs and how fast it is, measured on the built programs and the built image, in one
//! report. Decides what is measured, in which order; how, each module says. A part that cannot run is reported with its
//! reason and hides nothing of the others; what misses a target is said, and fails nothing.
// Starts programs, prints, and reads JSON by name: a member that is missing is null.
#![allow(clippy::disallowed_methods, clippy::indexing_slicing, clippy::print_stdout, clippy::print_stderr)]

mod cluster;
mod image;
mod machine;
mod memory;
mod pods;
mod report;
mod store;
mod timeline;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result};
use clap::{Parser, ValueEnum};
use machined_base::Clock;

use crate::report::Report;

/// Measure the built programs and the built image
#[derive(Debug, Parser)]
#[command(name = "bench")]
pub(crate) struct Arguments {
    /// Where the build's programs and the image stand
    #[arg(long, default_value = "out")]
    out: PathBuf,
    /// Where stock programs stand
    #[arg(long, env = "IRONSTONE_PEERS")]
    peers: Option<PathBuf>,
    /// Measure these parts only
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Part>,
    /// Seconds from Ready to the look at idle memory
    #[arg(long, default_value_t = 120)]
    idle: u64,
    /// Seconds for each figure of the stores
    #[arg(long, default_value_t = 3)]
    seconds: u64,
    /// How often each figure of the stores is measured; the better one counts
    #[arg(long, default_value_t = 4)]
    rounds: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Sizes of the image's parts
    Image,
    /// Both stores, side by side
    Store,
    /// The control plane alone, as processes
    None,
    /// A cluster of native nodes
    Native,
    /// A cluster of machines
    Machines,
}

const ALL: [Part; 5] = [Part::Image, Part::Store, Part::None, Part::Native, Part::Machines];

impl Part {
    const fn name(self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::Store => "store",
            Self::None => "none",
            Self::Native => "native",
            Self::Machines => "machines",
        }
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<()> {
    let clock = Clock::system();
    let mut report = Report::default();
    let all = if arguments.only.is_empty() { &ALL[..] } else { &arguments.only[..] };
    for part in all {
        eprintln!("measuring: {}", part.name());
        // Ctrl-C between any two steps: whatever the part started ends with it.
        let outcome = tokio::select! {
            outcome = measure(*part, &arguments, &clock, &mut report) => outcome,
            interrupted = tokio::signal::ctrl_c() => {
                interrupted.context("listen for Ctrl-C")?;
                cluster::down(&arguments.out, *part).await;
                anyhow::bail!("interrupted");
            }
        };
        if let Err(error) = outcome {
            report.not_measured(part.name(), &format!("{error:#}"));
        }
    }
    report::targets::judge(&mut report);
    println!("{report}");
    Ok(())
}

async fn measure(part: Part, arguments: &Arguments, clock: &Clock, report: &mut Report) -> Result<()> {
    match part {
        Part::Image => image::measure(&arguments.out, report),
        Part::Store => store::measure(arguments, report).await,
        Part::None | Part::Native | Part::Machines => {
            let outcome = cluster::measure(part, arguments, clock, report).await;
            cluster::down(&arguments.out, part).await;
            outcome
        }
    }
}

impl Arguments {
    fn idle(&self) -> Duration {
        Duration::from_secs(self.idle)
    }
}
