//! One file for each group of subcommands.

mod apply;
mod end;
mod generate;
mod image;
mod show;
mod stream;

use std::process::ExitCode;

use anyhow::Result;
use clap::CommandFactory;

use crate::arguments::{Arguments, Command, Gen, Image};
use crate::output;
use crate::session::Session;

/// Does what the command line asks for.
pub(crate) async fn run(arguments: Arguments) -> Result<ExitCode> {
    let Arguments { global, command } = arguments;
    let open = || Session::open(&global);
    let format = global.output;
    match command {
        Command::Completion { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "machinectl", &mut script);
            output::write(&script)?;
        }
        Command::Validate(validate) => return apply::validate(&validate),
        Command::Gen(Gen::Secrets(secrets)) => generate::secrets(&secrets)?,
        Command::Gen(Gen::Config(config)) => generate::config(&config)?,
        Command::Gen(Gen::Credentials(credentials)) => generate::credentials(&open()?, &credentials).await?,
        Command::Version => return show::version(&open()?, format).await,
        Command::Health => return show::health(&open()?, format).await,
        Command::Services(services) => return show::services(&open()?, format, &services).await,
        Command::Disks => return show::disks(&open()?, format).await,
        Command::Links => return show::links(&open()?, format).await,
        Command::Processes => return show::processes(&open()?, format).await,
        Command::Memory => return show::memory(&open()?, format).await,
        Command::Get(get) => return show::get(&open()?, format, &get).await,
        Command::Logs(logs) => stream::logs(&open()?, format, &logs).await?,
        Command::Dmesg(dmesg) => stream::dmesg(&open()?, format, &dmesg).await?,
        Command::Events(events) => stream::events(&open()?, format, &events).await?,
        Command::Reboot(asked) => return end::reboot(&open()?, &asked).await,
        Command::Shutdown(asked) => return end::shutdown(&open()?, &asked).await,
        Command::Reset(asked) => return end::reset(&open()?, &asked).await,
        Command::Kubeconfig(asked) => generate::kubeconfig(&open()?, &asked).await?,
        Command::ApplyConfig(asked) => return apply::apply(&open()?, &asked).await,
        Command::Bootstrap => apply::bootstrap(&open()?).await?,
        Command::Image(Image::Import { file }) => return image::import(&open()?, format, &file).await,
    }
    Ok(ExitCode::SUCCESS)
}
