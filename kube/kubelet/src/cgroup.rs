//! The cgroups of pods: `kubepods`, below it a group for each class but the best, below that one for each pod.
//!
//! As upstream's cgroupfs driver. Where limits are not enforced, names are the same and nothing is written.

use std::io;
use std::path::PathBuf;

use kube_api::types::core::Pod;
use machined_sys::cgroup::Group;

use crate::config::Limits;
use crate::container::qos::{self, Class};
use crate::container::resources::{self, PodCgroup};

const PERIOD_US: i64 = 100_000;
const CONTROLLERS: &str = "+cpuset +cpu +io +memory +hugetlb +pids";

/// The tree of one node.
#[derive(Clone, Debug)]
pub(crate) struct Cgroups {
    root: Option<PathBuf>,
    parent: String,
    /// The most processes and threads of one pod.
    pod_pids: u32,
}

impl Cgroups {
    pub(crate) fn new(limits: &Limits, pod_pids: u32) -> Self {
        match limits {
            Limits::Enforced { root, parent } => {
                Self { root: Some(root.clone()), parent: parent.trim_end_matches('/').to_owned(), pod_pids }
            }
            Limits::Unenforced { .. } => Self { root: None, parent: String::new(), pod_pids },
        }
    }

    pub(crate) fn enforced(&self) -> bool {
        self.root.is_some()
    }

    /// What the runtime is told: the pod's group, as an absolute name.
    pub(crate) fn of(&self, pod: &Pod) -> String {
        format!("{}/pod{}", self.class(qos::class(&pod.spec)), pod.metadata.uid)
    }

    fn class(&self, class: Class) -> String {
        match class {
            Class::Guaranteed => format!("{}/kubepods", self.parent),
            Class::Burstable => format!("{}/kubepods/burstable", self.parent),
            Class::BestEffort => format!("{}/kubepods/besteffort", self.parent),
        }
    }

    /// Makes the fixed part of the tree: what all pods together may have.
    pub(crate) fn prepare(&self, cpu_milli: i64, memory: i64) -> io::Result<()> {
        let Some(root) = &self.root else { return Ok(()) };
        let all = self.group(root, &self.class(Class::Guaranteed))?;
        all.write("cpu.weight", &resources::weight(resources::shares(cpu_milli)).to_string())?;
        if memory > 0 {
            all.write("memory.max", &memory.to_string())?;
        }
        self.group(root, &self.class(Class::Burstable))?;
        let least = self.group(root, &self.class(Class::BestEffort))?;
        least.write("cpu.weight", "1")
    }

    /// The share of all burstable pods, by what they ask for together.
    pub(crate) fn weigh(&self, burstable_milli: i64) -> io::Result<()> {
        let Some(root) = &self.root else { return Ok(()) };
        let group = self.group(root, &self.class(Class::Burstable))?;
        group.write("cpu.weight", &resources::weight(resources::shares(burstable_milli)).to_string())
    }

    /// Makes or changes a pod's group.
    pub(crate) fn apply(&self, pod: &Pod) -> io::Result<()> {
        let Some(root) = &self.root else { return Ok(()) };
        let PodCgroup { cpu_weight, cpu_quota, memory_max } = resources::pod(&pod.spec);
        let group = self.group(root, &self.of(pod))?;
        group.write("pids.max", &self.pod_pids.to_string())?;
        group.write("cpu.weight", &cpu_weight.to_string())?;
        let quota = cpu_quota.map_or_else(|| "max".to_owned(), |quota| quota.to_string());
        group.write("cpu.max", &format!("{quota} {PERIOD_US}"))?;
        group.write("memory.max", &memory_max.map_or_else(|| "max".to_owned(), |max| max.to_string()))
    }

    /// Kills what a pod left behind and removes its group, whatever class it had.
    pub(crate) fn remove(&self, uid: &str) -> io::Result<()> {
        let Some(root) = &self.root else { return Ok(()) };
        for class in [Class::Guaranteed, Class::Burstable, Class::BestEffort] {
            let group = Group::at(root.join(self.class(class).trim_start_matches('/')).join(format!("pod{uid}")));
            if group.directory().exists() {
                group.kill()?;
                group.remove()?;
            }
        }
        Ok(())
    }

    /// A group, made from the root down, with all controllers handed on.
    fn group(&self, root: &std::path::Path, name: &str) -> io::Result<Group> {
        let mut at = root.to_owned();
        for part in name.split('/').filter(|part| !part.is_empty()) {
            // A controller that this kernel lacks must not keep the others from being handed on.
            for controller in CONTROLLERS.split(' ') {
                if let Err(err) = std::fs::write(at.join("cgroup.subtree_control"), controller) {
                    tracing::trace!(controller, %err, "controller not handed on");
                }
            }
            at.push(part);
            match std::fs::create_dir(&at) {
                Err(err) if err.kind() != io::ErrorKind::AlreadyExists => return Err(err),
                _ => {}
            }
        }
        Ok(Group::at(at))
    }
}
