//! What ends machines or their data: shown, asked about, then done.

use std::io::{BufRead, IsTerminal, Write};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use apid_client::{Machine, Node};
use apid_proto::machine as pb;
use tonic::Status;

use super::show::words;
use crate::arguments::{Destroys, Reset};
use crate::output;
use crate::session::{Misused, Session, label};

/// Given by the question alone; what destroys takes it.
struct Confirmed(());

pub(crate) async fn reboot(session: &Session, asked: &Destroys) -> Result<ExitCode> {
    let nodes = session.named()?;
    let confirmed = confirm("reboot", nodes, asked.yes)?;
    each(session, nodes, &confirmed, "reboots", async |mut client| client.reboot(pb::RebootRequest {}).await.map(drop))
        .await
}

pub(crate) async fn shutdown(session: &Session, asked: &Destroys) -> Result<ExitCode> {
    let nodes = session.named()?;
    let confirmed = confirm("switch off", nodes, asked.yes)?;
    each(session, nodes, &confirmed, "switches off", async |mut client| {
        client.shutdown(pb::ShutdownRequest {}).await.map(drop)
    })
    .await
}

pub(crate) async fn reset(session: &Session, asked: &Reset) -> Result<ExitCode> {
    let nodes = session.named()?;
    let confirmed = confirm("forget configuration, secrets and all data of", nodes, asked.destroys.yes)?;
    let reboot = asked.reboot;
    each(session, nodes, &confirmed, "forgets everything", async |mut client| {
        client.reset(pb::ResetRequest { reboot }).await.map(drop)
    })
    .await
}

fn confirm(what: &str, nodes: &[Node], yes: bool) -> Result<Confirmed> {
    if yes {
        return Ok(Confirmed(()));
    }
    let names: Vec<String> = nodes.iter().map(label).collect();
    if !std::io::stdin().is_terminal() {
        return Err(Misused(format!("would {what} {}: say --yes where nobody can be asked", names.join(", "))).into());
    }
    let mut err = std::io::stderr().lock();
    write!(err, "This will {what} {}. Go on? [y/N] ", names.join(", "))?;
    err.flush()?;
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer)?;
    match answer.trim() {
        "y" | "Y" | "yes" => Ok(Confirmed(())),
        _ => Err(anyhow!("nothing was done")),
    }
}

async fn each(
    session: &Session,
    nodes: &[Node],
    _: &Confirmed,
    done: &str,
    order: impl AsyncFn(Machine) -> Result<(), Status>,
) -> Result<ExitCode> {
    for node in nodes {
        let client = session.connect(node).await?;
        order(client).await.map_err(|status| anyhow!("{}", words(&status))).with_context(|| label(node))?;
        output::say(&format!("{} {done}", label(node)));
    }
    Ok(ExitCode::SUCCESS)
}
