//! Configurations: checked here with the node's own code, then given to the node, which checks again.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use apid_proto::machine as pb;
use apid_proto::machine::apply_configuration_request::Mode as Wire;
use machined_config::Config;

use super::show::words;
use crate::arguments::{ApplyConfig, Mode, Validate};
use crate::output;
use crate::session::{Session, label};

pub(crate) fn validate(asked: &Validate) -> Result<ExitCode> {
    let (_, faults) = read(&asked.file)?;
    if faults > 0 {
        return Ok(ExitCode::FAILURE);
    }
    output::say(&format!("{} is valid", asked.file.display()));
    Ok(ExitCode::SUCCESS)
}

pub(crate) async fn apply(session: &Session, asked: &ApplyConfig) -> Result<ExitCode> {
    let node = session.only()?;
    let (text, faults) = read(&asked.file)?;
    if faults > 0 {
        return Ok(ExitCode::FAILURE);
    }
    let mode = match asked.mode {
        Mode::Now => Wire::Now,
        Mode::Staged => Wire::Staged,
    };
    let request = pb::ApplyConfigurationRequest { text, mode: mode.into(), dry_run: asked.dry_run };
    let mut client = session.connect(node).await?;
    let answer = client.apply_configuration(request).await;
    let answer = answer.map_err(|status| anyhow!("{}", words(&status))).with_context(|| label(node))?.into_inner();
    for fault in &answer.faults {
        let line = if fault.line > 0 { format!("line {}: ", fault.line) } else { String::new() };
        let field = if fault.field.is_empty() { String::new() } else { format!("{}: ", fault.field) };
        output::say(&format!("{}: {line}{field}{}", label(node), fault.message));
    }
    if !answer.faults.is_empty() {
        output::say("nothing was changed");
        return Ok(ExitCode::FAILURE);
    }
    output::write(answer.difference.as_bytes())?;
    output::say(match (asked.dry_run, asked.mode) {
        (true, _) => "dry run: nothing was changed",
        (false, Mode::Now) => "applied",
        (false, Mode::Staged) => "staged: takes effect at the next boot",
    });
    if answer.needs_reboot {
        output::say("some of it takes effect only after a reboot");
    }
    Ok(ExitCode::SUCCESS)
}

pub(crate) async fn bootstrap(session: &Session) -> Result<()> {
    let node = session.only()?;
    let mut client = session.connect(node).await?;
    let done = client.bootstrap(pb::BootstrapRequest {}).await;
    done.map_err(|status| anyhow!("{}", words(&status))).with_context(|| label(node))?;
    output::say(&format!("{} starts the cluster", label(node)));
    Ok(())
}

/// The text, and how many faults were told.
fn read(path: &Path) -> Result<(String, usize)> {
    let text = fs::read_to_string(path).with_context(|| format!("read {}", path.display()))?;
    match Config::parse(&text) {
        Ok(_) => Ok((text, 0)),
        Err(faults) => {
            for fault in &faults {
                output::say(&format!("{}: {fault}", path.display()));
            }
            Ok((text, faults.len()))
        }
    }
}
