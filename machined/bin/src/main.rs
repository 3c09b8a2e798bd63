//! The program `machined`, which is also `apid`: reads arguments, and runs one of the two.

mod apid;
mod console;
mod machine;
mod supervisor;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Run the machine
#[derive(Debug, Parser)]
#[command(name = "machined", version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// The inherited descriptor of the link to init
    #[arg(long)]
    init_fd: Option<i32>,
    /// Where this runs: machine or native
    #[arg(long, default_value = "machine")]
    platform: String,
    /// Keep everything below this directory and leave the host's network, name and clock alone
    #[arg(long)]
    root: Option<PathBuf>,
    /// Address and port of the machine API
    #[arg(long, default_value = "[::]:50000")]
    api: SocketAddr,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the machine API
    Apid {
        #[arg(long)]
        listen: SocketAddr,
        /// machined's socket
        #[arg(long)]
        socket: PathBuf,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let ended = match arguments.command {
        Some(Command::Apid { listen, socket }) => apid::run(listen, socket),
        None => machine::run(machine::Config {
            init_fd: arguments.init_fd,
            platform: arguments.platform,
            root: arguments.root,
            api: arguments.api,
        }),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(err) => {
            tracing::error!(err = format!("{err:#}"), "ends");
            ExitCode::FAILURE
        }
    }
}
