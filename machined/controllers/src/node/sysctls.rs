//! Kernel settings: what every node needs, and what the configuration adds.

use std::sync::Arc;

use async_trait::async_trait;
use machined_resources::{ActiveConfig, Resource};
use machined_runtime::{Context, Controller, Next, ReconcileError};
use machined_sys::platform::Platform;
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
        let own = config.iter().flat_map(|config| &config.0.machine.sysctls);
        let own = own.map(|(name, value)| (name.as_str(), value.as_str(), true));
        let defaults = DEFAULTS.iter().map(|(name, value)| (*name, *value, false));
        for (name, value, wanted) in defaults.chain(own) {
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
