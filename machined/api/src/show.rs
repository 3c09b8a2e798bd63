//! Resources as the wire shows them.

use apid_proto::machine::{Disk, Field, Link, MemoryResponse, Process, Resource, ServiceStatus as WireService};
use machined_resources::{AddressStatus, DiskStatus, LinkStatus, ServiceStatus};
use machined_runtime::{Shown, Store};
use machined_sys::procfs;

pub(crate) fn service(id: String, status: ServiceStatus) -> WireService {
    WireService {
        id,
        state: status.state.name().to_owned(),
        health: status.health.name().to_owned(),
        message: status.message,
        pid: status.pid.unwrap_or_default(),
        restarts: status.restarts,
        since: status.since.as_second(),
    }
}

pub(crate) fn disk(disk: DiskStatus) -> Disk {
    Disk {
        device: disk.device,
        bytes: disk.bytes,
        model: disk.model,
        serial: disk.serial,
        rotational: disk.rotational,
        read_only: disk.read_only,
        system: disk.system,
    }
}

pub(crate) fn links(store: &Store) -> Vec<Link> {
    let addresses = store.list::<AddressStatus>();
    let links = store.list::<LinkStatus>().into_iter().map(|(name, link)| Link {
        index: link.index,
        mac: link.mac,
        mtu: link.mtu,
        up: link.up,
        carrier: link.carrier,
        kind: link.kind,
        addresses: addresses
            .iter()
            .filter(|(_, address)| address.link == name)
            .map(|(_, address)| format!("{}/{}", address.address, address.prefix))
            .collect(),
        name,
    });
    links.collect()
}

pub(crate) fn resource(shown: Shown) -> Resource {
    let field = |(name, value): (&str, String)| Field { name: name.to_owned(), value };
    Resource {
        r#type: shown.kind.to_owned(),
        id: shown.id,
        version: shown.version,
        owner: shown.owner.to_owned(),
        fields: shown.fields.into_iter().map(field).collect(),
    }
}

pub(crate) fn process(process: procfs::Process) -> Process {
    Process {
        pid: process.pid,
        parent: process.parent,
        state: process.state.to_string(),
        threads: process.threads,
        cpu_milliseconds: u64::try_from(process.cpu_time.as_millis()).unwrap_or(u64::MAX),
        resident_bytes: process.resident_bytes,
        anonymous_bytes: process.anonymous_bytes,
        name: process.name,
        command: process.command,
        share_bytes: process.share.bytes,
        share_anonymous_bytes: process.share.anonymous_bytes,
        share_shmem_bytes: process.share.shmem_bytes,
        huge_bytes: process.share.huge_bytes,
    }
}

pub(crate) fn memory(memory: procfs::Memory) -> MemoryResponse {
    MemoryResponse {
        total: memory.total,
        free: memory.free,
        available: memory.available,
        buffers: memory.buffers,
        cached: memory.cached,
        swap_total: memory.swap_total,
        swap_free: memory.swap_free,
        dirty: memory.dirty,
        slab: memory.slab,
        slab_unreclaimable: memory.slab_unreclaimable,
        anonymous: memory.anonymous,
        anonymous_huge: memory.anonymous_huge,
        mapped: memory.mapped,
        shmem: memory.shmem,
        kernel_stack: memory.kernel_stack,
        page_tables: memory.page_tables,
        percpu: memory.percpu,
        vmalloc_used: memory.vmalloc_used,
        kept_free: memory.kept_free,
    }
}
