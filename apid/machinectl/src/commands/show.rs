//! What is only looked at: one question to each machine, one table.

use std::process::ExitCode;

use anyhow::{Context, Result};
use apid_client::Machine;
use apid_proto::machine as pb;
use jiff::Timestamp;
use tonic::Status;

use crate::arguments::{Format, Get, Services};
use crate::output::{self, Record, size};
use crate::session::{Session, label};

/// Asks all machines and prints what they say. A machine that does not answer is told of, and the rest is shown.
async fn each<F>(session: &Session, format: Format, ask: F) -> Result<ExitCode>
where
    F: AsyncFn(Machine, &str) -> Result<Vec<Record>, Status>,
{
    let mut records = Vec::new();
    let mut failed = false;
    for node in &session.nodes {
        let name = label(node);
        let asked = async {
            let client = session.connect(node).await?;
            ask(client, &name)
                .await
                .map_err(|status| anyhow::anyhow!("{}", words(&status)))
                .with_context(|| name.clone())
        };
        match asked.await {
            Ok(more) => records.extend(more),
            Err(err) => {
                output::say(&format!("error: {err:#}"));
                failed = true;
            }
        }
    }
    if !(failed && records.is_empty()) {
        output::print(format, &records)?;
    }
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// A status for people.
pub(crate) fn words(status: &Status) -> String {
    if status.message().is_empty() { format!("{}", status.code()) } else { status.message().to_owned() }
}

pub(crate) async fn version(session: &Session, format: Format) -> Result<ExitCode> {
    each(session, format, async |mut client, node| {
        let version = client.version(pb::VersionRequest {}).await?.into_inner();
        Ok(vec![
            Record::of(node)
                .with("version", version.version)
                .with("kubernetes", version.kubernetes)
                .with("kernel", version.kernel)
                .with("hostname", version.hostname)
                .with("platform", version.platform)
                .with("slot", version.slot)
                .with("architecture", version.architecture)
                .with("stage", version.stage),
        ])
    })
    .await
}

pub(crate) async fn health(session: &Session, format: Format) -> Result<ExitCode> {
    let ill = std::cell::Cell::new(false);
    let code = each(session, format, async |mut client, node| {
        let health = client.health(pb::HealthRequest {}).await?.into_inner();
        ill.set(ill.get() || !health.healthy);
        let record = |check: pb::Check| {
            let state = if check.passed { "passed" } else { "failed" };
            Record::of(node).with("check", check.name).with("state", state).with("message", check.message)
        };
        Ok(health.checks.into_iter().map(record).collect())
    })
    .await?;
    Ok(if ill.get() { ExitCode::FAILURE } else { code })
}

pub(crate) async fn services(session: &Session, format: Format, asked: &Services) -> Result<ExitCode> {
    if let Some(id) = &asked.restart {
        for node in session.named()? {
            let mut client = session.connect(node).await?;
            let done = client.restart_service(pb::RestartServiceRequest { id: id.clone() }).await;
            done.map_err(|status| anyhow::anyhow!("{}", words(&status))).with_context(|| label(node))?;
            output::say(&format!("{}: {id} restarts", label(node)));
        }
        return Ok(ExitCode::SUCCESS);
    }
    each(session, format, async |mut client, node| {
        let services = client.services(pb::ServicesRequest {}).await?.into_inner().services;
        let record = |service: pb::ServiceStatus| {
            let since = Timestamp::from_second(service.since).map(|since| since.to_string()).unwrap_or_default();
            Record::of(node)
                .with("service", service.id)
                .with("state", service.state)
                .with("health", service.health)
                .with("pid", service.pid)
                .with("restarts", service.restarts)
                .with("since", since)
                .with("message", service.message)
        };
        Ok(services.into_iter().map(record).collect())
    })
    .await
}

pub(crate) async fn disks(session: &Session, format: Format) -> Result<ExitCode> {
    each(session, format, async |mut client, node| {
        let disks = client.disks(pb::DisksRequest {}).await?.into_inner().disks;
        let record = |disk: pb::Disk| {
            let record = Record::of(node).with("device", disk.device);
            let record = match format {
                Format::Table => record.with("size", size(disk.bytes)),
                _ => record.with("bytes", disk.bytes),
            };
            record.with("model", disk.model).with("serial", disk.serial).with("system", disk.system)
        };
        Ok(disks.into_iter().map(record).collect())
    })
    .await
}

pub(crate) async fn links(session: &Session, format: Format) -> Result<ExitCode> {
    each(session, format, async |mut client, node| {
        let links = client.links(pb::LinksRequest {}).await?.into_inner().links;
        let record = |link: pb::Link| {
            Record::of(node)
                .with("link", link.name)
                .with("mac", link.mac)
                .with("mtu", link.mtu)
                .with("up", link.up)
                .with("carrier", link.carrier)
                .with("kind", link.kind)
                .with("addresses", link.addresses)
        };
        Ok(links.into_iter().map(record).collect())
    })
    .await
}

pub(crate) async fn processes(session: &Session, format: Format) -> Result<ExitCode> {
    each(session, format, async |mut client, node| {
        let mut processes = client.processes(pb::ProcessesRequest {}).await?.into_inner().processes;
        processes.sort_by_key(|process| std::cmp::Reverse((process.share_bytes, process.resident_bytes)));
        let record = |process: pb::Process| {
            let record = Record::of(node)
                .with("pid", process.pid)
                .with("parent", process.parent)
                .with("state", process.state)
                .with("threads", process.threads)
                .with("cpu", format!("{:.2}s", process.cpu_milliseconds as f64 / 1000.0));
            let record = match format {
                Format::Table => record
                    .with("share", size(process.share_bytes))
                    .with("resident", size(process.resident_bytes))
                    .with("anonymous", size(process.anonymous_bytes)),
                _ => record
                    .with("shareBytes", process.share_bytes)
                    .with("shareAnonymousBytes", process.share_anonymous_bytes)
                    .with("shareShmemBytes", process.share_shmem_bytes)
                    .with("hugeBytes", process.huge_bytes)
                    .with("residentBytes", process.resident_bytes)
                    .with("anonymousBytes", process.anonymous_bytes),
            };
            let command = if process.command.is_empty() { format!("[{}]", process.name) } else { process.command };
            record.with("command", command)
        };
        Ok(processes.into_iter().map(record).collect())
    })
    .await
}

pub(crate) async fn memory(session: &Session, format: Format) -> Result<ExitCode> {
    each(session, format, async |mut client, node| {
        let memory = client.memory(pb::MemoryRequest {}).await?.into_inner();
        Ok(memory_records(format, node, &memory))
    })
    .await
}

/// A row for each kind where people read, one object for each node elsewhere.
fn memory_records(format: Format, node: &str, memory: &pb::MemoryResponse) -> Vec<Record> {
    let used = memory.total.saturating_sub(memory.available);
    let kinds = [
        ("total", memory.total, "what the kernel manages"),
        ("free", memory.free, "nobody uses it"),
        ("available", memory.available, "programs could still have it"),
        ("used", used, "total less available"),
        ("keptFree", memory.kept_free, "the kernel keeps it free for itself; counted as used"),
        ("anonymous", memory.anonymous, "pages of processes without a file"),
        ("anonymousHuge", memory.anonymous_huge, "of that: in huge pages"),
        ("shmem", memory.shmem, "tmpfs and shared memory; counted in cached too"),
        ("cached", memory.cached, "pages of files"),
        ("mapped", memory.mapped, "of that: mapped by processes"),
        ("buffers", memory.buffers, "pages of block devices"),
        ("dirty", memory.dirty, "to be written yet"),
        ("slab", memory.slab, "objects of the kernel"),
        ("slabUnreclaimable", memory.slab_unreclaimable, "of that: cannot be given back"),
        ("kernelStack", memory.kernel_stack, "stacks of threads in the kernel"),
        ("pageTables", memory.page_tables, "page tables of processes"),
        ("percpu", memory.percpu, "what each processor has of its own"),
        ("vmallocUsed", memory.vmalloc_used, "large areas of the kernel, modules among them"),
    ];
    match format {
        Format::Table => kinds
            .into_iter()
            .map(|(name, bytes, about)| {
                Record::of(node).with("memory", name).with("size", size(bytes)).with("about", about)
            })
            .collect(),
        _ => vec![kinds.into_iter().fold(Record::of(node), |record, (name, bytes, _)| record.with(name, bytes))],
    }
}

pub(crate) async fn get(session: &Session, format: Format, asked: &Get) -> Result<ExitCode> {
    each(session, format, async |mut client, node| {
        let request = pb::ResourcesRequest {
            r#type: asked.kind.clone().unwrap_or_default(),
            id: asked.id.clone().unwrap_or_default(),
        };
        let resources = client.resources(request).await?.into_inner().resources;
        let record = |resource: pb::Resource| {
            let mut record = Record::of(node).with("type", resource.r#type).with("id", resource.id);
            if resource.version > 0 {
                record = record.with("version", resource.version);
            }
            for field in resource.fields {
                record = record.with(&field.name, field.value);
            }
            record
        };
        Ok(resources.into_iter().map(record).collect())
    })
    .await
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]

    use super::*;

    #[test]
    fn memory_is_a_row_for_each_kind_or_one_object() {
        let memory =
            pb::MemoryResponse { total: 10 << 20, available: 4 << 20, kept_free: 1 << 20, ..Default::default() };
        let rows = memory_records(Format::Table, "n1", &memory);
        let row = |name: &str, bytes, about: &str| {
            Record::of("n1").with("memory", name).with("size", size(bytes)).with("about", about)
        };
        assert!(rows.contains(&row("used", 6 << 20, "total less available")), "{rows:?}");
        assert!(rows.contains(&row("keptFree", 1 << 20, "the kernel keeps it free for itself; counted as used")));
        let objects = memory_records(Format::Json, "n1", &memory);
        assert_eq!(objects.len(), 1);
        assert_eq!(objects[0], rows_as_object(&memory));
    }

    /// What programs read keeps its names.
    fn rows_as_object(memory: &pb::MemoryResponse) -> Record {
        let names = "total free available used keptFree anonymous anonymousHuge shmem cached mapped buffers dirty slab \
            slabUnreclaimable kernelStack pageTables percpu vmallocUsed";
        names.split(' ').fold(Record::of("n1"), |record, name| {
            let bytes = match name {
                "total" => memory.total,
                "available" => memory.available,
                "used" => memory.total - memory.available,
                "keptFree" => memory.kept_free,
                _ => 0,
            };
            record.with(name, bytes)
        })
    }
}
