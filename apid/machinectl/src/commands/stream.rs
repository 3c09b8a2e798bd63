//! What comes as a stream: logs, kernel messages, events. Several machines are shown one after the other, or when
//! followed, as they come.

use anyhow::{Context, Result, anyhow};
use apid_client::Node;
use apid_proto::machine as pb;
use futures::future::try_join_all;
use jiff::Timestamp;
use tonic::{Status, Streaming};

use super::show::words;
use crate::arguments::{Dmesg, Events, Format, Logs};
use crate::output::{self, Record};
use crate::session::{Session, label};

pub(crate) async fn logs(session: &Session, format: Format, asked: &Logs) -> Result<()> {
    let request = pb::LogsRequest { service: asked.service.clone(), follow: asked.follow, tail_lines: asked.tail };
    all(session, async |node| {
        let mut client = session.connect(node).await?;
        let stream = client.logs(request.clone()).await.map_err(|status| told(&status))?.into_inner();
        let node = label(node);
        let show = |line: &[u8]| {
            let line = String::from_utf8_lossy(line);
            let record = Record::of(&node).with("service", asked.service.as_str()).with("message", line.as_ref());
            output::one(format, &line, &record)
        };
        // Pieces end where they please; people and programs read lines.
        let mut open = Vec::new();
        drain(stream, |piece| {
            open.extend_from_slice(&piece.data);
            while let Some(end) = open.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = open.drain(..=end).collect();
                show(line.strip_suffix(b"\n").unwrap_or(&line))?;
            }
            Ok(())
        })
        .await?;
        if open.is_empty() { Ok(()) } else { show(&open) }
    })
    .await
}

pub(crate) async fn dmesg(session: &Session, format: Format, asked: &Dmesg) -> Result<()> {
    let request = pb::DmesgRequest { follow: asked.follow, tail_lines: asked.tail };
    let many = session.nodes.len() > 1;
    all(session, async |node| {
        let mut client = session.connect(node).await?;
        let stream = client.dmesg(request).await.map_err(|status| told(&status))?.into_inner();
        let node = label(node);
        let prefix = if many { format!("{node}: ") } else { String::new() };
        drain(stream, |message| {
            let (seconds, micros) = (message.microseconds / 1_000_000, message.microseconds % 1_000_000);
            let since_boot = format!("{seconds}.{micros:06}");
            let line = format!("{prefix}[{since_boot:>12}] {}", message.text);
            output::one(format, &line, &Record::of(&node).with("seconds", since_boot).with("message", message.text))
        })
        .await
    })
    .await
}

pub(crate) async fn events(session: &Session, format: Format, asked: &Events) -> Result<()> {
    let request = pb::EventsRequest { follow: asked.follow, tail: asked.tail };
    let shown = |node: &str, event: pb::EventsResponse| {
        let at = Timestamp::new(event.seconds, event.nanoseconds).map(|at| at.to_string()).unwrap_or_default();
        Record::of(node)
            .with("time", at)
            .with("kind", event.kind)
            .with("subject", event.subject)
            .with("message", event.message)
    };
    if !asked.follow {
        let mut records = Vec::new();
        for node in &session.nodes {
            let mut client = session.connect(node).await?;
            let stream = client.events(request).await.map_err(|status| told(&status))?.into_inner();
            drain(stream, |event| {
                records.push(shown(&label(node), event));
                Ok(())
            })
            .await?;
        }
        return output::print(format, &records);
    }
    all(session, async |node| {
        let mut client = session.connect(node).await?;
        let stream = client.events(request).await.map_err(|status| told(&status))?.into_inner();
        drain(stream, |event| {
            let node = label(node);
            let at = Timestamp::new(event.seconds, event.nanoseconds).map(|at| at.to_string()).unwrap_or_default();
            let line = format!("{node}   {at}   {}   {}   {}", event.kind, event.subject, event.message);
            output::one(format, &line, &shown(&node, event))
        })
        .await
    })
    .await
}

async fn all(session: &Session, ask: impl AsyncFn(&Node) -> Result<()>) -> Result<()> {
    let asks = session.nodes.iter().map(|node| {
        let ask = &ask;
        async move { ask(node).await.with_context(|| label(node)) }
    });
    try_join_all(asks).await.map(drop)
}

async fn drain<T>(mut stream: Streaming<T>, mut take: impl FnMut(T) -> Result<()>) -> Result<()> {
    while let Some(item) = stream.message().await.map_err(|status| told(&status))? {
        take(item)?;
    }
    Ok(())
}

fn told(status: &Status) -> anyhow::Error {
    anyhow!("{}", words(status))
}
