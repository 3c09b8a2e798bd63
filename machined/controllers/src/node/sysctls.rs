//! Kernel settings: what every node needs, and what the configuration adds.

use std::sync::Arc;

use async_trait::async_trait;
use machined_resources::{ActiveConfig, Resource};
use machined_runtime::{Context, Controller, Next, ReconcileError};
use machined_sys::platform::Platform;
use machined_sys::procfs;
use tracing::{debug, warn};

/// Routing for pods, no surprises under memory pressure, and what upstream's kubelet expects
/// (pkg/kubelet/cm/container_manager_linux.go, setupKernelTunables).
const DEFAULTS: &[(&str, &str)] = &[
    ("fs.inotify.max_user_instances", "8192"),
    ("fs.inotify.max_user_watches", "524288"),
    ("kernel.keys.root_maxbytes", "25000000"),
    ("kernel.keys.root_maxkeys", "1000000"),
    ("kernel.panic", "10"),
    ("kernel.panic_on_oops", "1"),
    ("kernel.pid_max", "4194304"),
    ("kernel.dmesg_restrict", "1"),
    ("kernel.kptr_restrict", "1"),
    ("kernel.yama.ptrace_scope", "1"),
    ("net.ipv4.conf.all.rp_filter", "0"),
    ("net.ipv4.conf.default.rp_filter", "0"),
    ("net.ipv4.ip_forward", "1"),
    ("net.ipv6.conf.all.forwarding", "1"),
    ("net.ipv4.neigh.default.gc_thresh1", "4096"),
    ("net.ipv4.neigh.default.gc_thresh2", "8192"),
    ("net.ipv4.neigh.default.gc_thresh3", "16384"),
    ("net.core.somaxconn", "4096"),
    ("vm.max_map_count", "262144"),
    ("vm.overcommit_memory", "1"),
    ("vm.panic_on_oom", "0"),
];

/// How much the kernel keeps free in each zone below its other watermarks, in KiB.
const KEPT_FREE: &str = "vm.min_free_kbytes";
/// At most this part of memory.
const KEPT_FREE_PART: u64 = 128;

pub struct Sysctls {
    platform: Arc<dyn Platform>,
}

impl Sysctls {
    pub fn new(platform: Arc<dyn Platform>) -> Self {
        Self { platform }
    }
}

#[async_trait]
impl Controller for Sysctls {
    fn name(&self) -> &'static str {
        "sysctls"
    }

    fn inputs(&self) -> &'static [&'static str] {
        &[ActiveConfig::TYPE]
    }

    async fn reconcile(&mut self, context: &Context) -> Result<Next, ReconcileError> {
        let config = context.store.only::<ActiveConfig>();
        let kept_free = config.iter().all(|config| !config.0.machine.sysctls.contains_key(KEPT_FREE));
        let kept_free = if kept_free { less_kept_free() } else { None };
        let kept_free = kept_free.iter().map(|kib| (KEPT_FREE, kib.as_str(), false));
        let own = config.iter().flat_map(|config| &config.0.machine.sysctls);
        let own = own.map(|(name, value)| (name.as_str(), value.as_str(), true));
        let defaults = DEFAULTS.iter().map(|(name, value)| (*name, *value, false));
        for (name, value, wanted) in defaults.chain(kept_free).chain(own) {
            match self.platform.set_sysctl(name, value) {
                Ok(true) => {}
                Ok(false) => debug!(name, "setting is not this node's to decide"),
                // A kernel without one of the defaults is fine; what somebody wrote down is not passed over.
                Err(err) if wanted => warn!(name, value, %err, "kernel setting refused"),
                Err(err) => debug!(name, value, %err, "kernel setting not there"),
            }
        }
        Ok(Next::Whenever)
    }
}

/// A kernel that makes huge pages keeps some 66 MiB free for that, and half as much again above it, however small the
/// machine is (mm/khugepaged.c, set_recommended_min_free_kbytes). Nothing can use that memory. A small machine gets a
/// part of it back; a large one stays as the kernel made it.
fn less_kept_free() -> Option<String> {
    let now = std::fs::read_to_string("/proc/sys/vm/min_free_kbytes").ok()?.trim().parse().ok()?;
    let total = procfs::memory().ok()?.total >> 10;
    enough_kept_free(now, total).map(|kib| kib.to_string())
}

/// Never less than what the kernel would keep without huge pages (mm/page_alloc.c, calculate_min_free_kbytes), and
/// nothing where that would be no less than now. All in KiB.
fn enough_kept_free(now: u64, total: u64) -> Option<u64> {
    let usual = (total * 16).isqrt();
    let enough = usual.max(total / KEPT_FREE_PART);
    (enough < now).then_some(enough)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_machines_keep_less_free_and_large_ones_what_the_kernel_wants() {
        const GIB: u64 = 1 << 20;
        // What the kernel keeps, memory, what is set.
        for (now, total, set) in [
            (67_584, 2 * GIB, Some(16_384)),
            (67_584, GIB / 4, Some(2048)),
            (67_584, 8 * GIB, Some(65_536)),
            (67_584, 16 * GIB, None),
            // Without huge pages, and once it has been set.
            (5_792, 2 * GIB, None),
            (16_384, 2 * GIB, None),
        ] {
            assert_eq!(enough_kept_free(now, total), set, "{now} of {total}");
        }
    }
}
