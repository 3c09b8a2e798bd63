//! The program `machinectl`: drives machines through the machine API.

mod arguments;
mod commands;
mod output;
mod session;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

use crate::arguments::Arguments;

#[allow(clippy::print_stderr)] // talk goes to standard error
fn main() -> ExitCode {
    // clap ends the process with 2 when the command line is misused.
    let matches = Arguments::command().get_matches();
    let arguments = match Arguments::from_arg_matches(&matches) {
        Ok(arguments) => arguments,
        Err(err) => err.exit(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let done = runtime.map_err(anyhow::Error::from).and_then(|runtime| runtime.block_on(commands::run(arguments)));
    match done {
        Ok(code) => code,
        Err(err) => {
            eprintln!("error: {err:#}");
            if err.downcast_ref::<session::Misused>().is_some() { ExitCode::from(2) } else { ExitCode::FAILURE }
        }
    }
}
