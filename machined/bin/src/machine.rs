//! machined as a process: puts its parts together, and waits for the end.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, anyhow};
use jiff::Timestamp;
use machined_base::telemetry::{self, Format};
use machined_base::{Clock, Restart, Shutdown, Tasks};
use machined_controllers::{cluster, network, node};
use machined_resources::{Paths, VolumeStatus};
use machined_runtime::{Context, Events, Store, run as control};
use machined_sequencer::{End, Sequencer};
use machined_services::nodes::{Apid, Containerd, Kubelet, Place};
use machined_services::{Logs, Services};
use machined_sys::platform::{self, Platform};
use machined_sys::supervisor::ToInit;
use machined_sys::{power, stop};

use crate::console::Console;
use crate::supervisor;

/// The Kubernetes whose behaviour this build has.
const KUBERNETES: &str = "v1.36.2";
const DRAIN: Duration = Duration::from_secs(5);
/// apid's user, as in the root's passwd.
const FRONT_UID: u32 = 50;

pub(crate) struct Config {
    pub(crate) init_fd: Option<i32>,
    pub(crate) platform: String,
    pub(crate) root: Option<PathBuf>,
    pub(crate) api: SocketAddr,
}

/// What all parts share.
struct Parts {
    context: Context,
    tasks: Tasks,
    paths: Paths,
    platform: Arc<dyn Platform>,
    owns_root: bool,
}

pub(crate) fn run(config: Config) -> anyhow::Result<()> {
    telemetry::init("info", Format::Text).context("set up telemetry")?;
    let link = supervisor::open(config.init_fd)?;
    let platform = platform::by_name(&config.platform);
    let platform: Arc<dyn Platform> =
        Arc::from(platform.ok_or_else(|| anyhow!("{:?} is no platform", config.platform))?);
    // Two threads: one that waits for the kernel must not hold up the API.
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.context("start the runtime")?;
    runtime.block_on(async {
        let clock = Clock::system();
        let owns_root = config.root.is_none();
        let paths = config.root.map_or_else(Paths::default, Paths::below);
        if owns_root {
            raise_clock(&clock, platform.as_ref(), &paths);
        }
        let tasks = Tasks::new(clock.clone(), Shutdown::new());
        let context = Context { store: Store::new(), events: Events::new(clock.clone()), clock };
        let parts = Parts { context, tasks, paths, platform, owns_root };
        let services = parts.services(config.api)?;
        let sequencer =
            Sequencer::new(parts.context.clone(), parts.tasks.clone(), services.clone(), parts.paths.clone());
        parts.controllers();
        parts.api(services, &sequencer);
        sequencer.boot();
        if let Some(link) = &link {
            supervisor::start(&parts.tasks, link, &sequencer);
        }
        let end = parts.wait(&sequencer).await?;
        parts.tasks.drain(DRAIN).await;
        if let Some(why) = parts.tasks.fatal() {
            return Err(anyhow!(why));
        }
        let Some(end) = end else { return Ok(()) };
        power::flush();
        match (link, end) {
            (Some(link), End::Reboot) => link.tell_init(ToInit::Reboot).context("tell init"),
            (Some(link), End::PowerOff) => link.tell_init(ToInit::PowerOff).context("tell init"),
            // Without init there is nobody's machine to end.
            (None, _) => Ok(()),
        }
    })
}

impl Parts {
    fn services(&self, api: SocketAddr) -> anyhow::Result<Services> {
        let place = Place {
            paths: self.paths.clone(),
            limits: self.platform.limits(),
            cgroups: self.platform.cgroup_root().filter(|_| self.owns_root),
            program: std::env::current_exe().context("find this program")?,
            api,
            owns_root: self.owns_root,
        };
        if let Err(err) = place.prepare_cgroups() {
            // Services run without a group of their own; limits of pods are the kubelet's to judge.
            tracing::warn!(%err, "control groups not prepared");
        }
        let place = place.shared();
        let logs = Logs::new(self.paths.run().join("log"));
        let services = Services::new(self.context.clone(), self.tasks.clone(), logs, self.paths.run().join("services"));
        services.add(Arc::new(Apid::new(place.clone())));
        if self.owns_root {
            services.add(Arc::new(Containerd::new(place.clone())));
            services.add(Arc::new(Kubelet::new(place)));
        }
        Ok(services)
    }

    fn controllers(&self) {
        let (tasks, paths, platform) = (&self.tasks, &self.paths, &self.platform);
        macro_rules! start {
            ($make:expr) => {
                control(tasks, self.context.clone(), $make)
            };
        }
        let owns_root = self.owns_root;
        let observed = tasks.clone();
        start!(move || network::Observe::new(observed.clone()));
        start!(move || network::Hostname { set: owns_root });
        let named = paths.clone();
        start!(move || network::Names { paths: named.clone() });
        start!(cluster::Serving::default);
        let (shown, place) = (platform.clone(), platform.clone());
        start!(move || Console::new(shown.clone()));
        let certified = paths.clone();
        start!(move || cluster::Certificates { paths: certified.clone() });
        let written = paths.clone();
        start!(move || cluster::Components { paths: written.clone() });
        let (configured, place) = (paths.clone(), place.clone());
        start!(move || cluster::KubeletConfig::new(configured.clone(), place.clone()));
        let podded = paths.clone();
        start!(move || cluster::StaticPods { paths: podded.clone() });
        let joined = paths.clone();
        start!(move || cluster::Join { paths: joined.clone() });
        if !owns_root {
            self.plain_volumes();
            return;
        }
        let configured = tasks.clone();
        start!(move || network::Configure::new(configured.clone()));
        let leased = tasks.clone();
        start!(move || network::Dhcp::new(leased.clone()));
        let (set, state) = (platform.clone(), paths.state());
        start!(move || node::Clock::new(set.clone(), state.clone()));
        let listed = platform.clone();
        start!(move || node::Disks::new(listed.clone()));
        let set = platform.clone();
        start!(move || node::Sysctls::new(set.clone()));
        let (mounted, below) = (platform.clone(), paths.clone());
        start!(move || node::Volumes::new(mounted.clone(), below.clone()));
    }

    /// Below somebody's directory nothing is mounted: volumes are directories there.
    fn plain_volumes(&self) {
        for (label, path) in
            [("STATE", self.paths.state()), ("EPHEMERAL", self.paths.var()), ("ETCD", self.paths.etcd_data())]
        {
            if let Err(err) = std::fs::create_dir_all(&path) {
                tracing::error!(%err, label, "volume not made");
                continue;
            }
            let source = "directory".to_owned();
            let status = VolumeStatus { source, mounted: Some(path), bytes: 0, message: String::new() };
            self.context.store.put("machined", label, status);
        }
    }

    fn api(&self, services: Services, sequencer: &Sequencer) {
        let machine = machined_api::Machine {
            context: self.context.clone(),
            tasks: self.tasks.clone(),
            services,
            sequencer: sequencer.clone(),
            paths: self.paths.clone(),
            platform: self.platform.clone(),
            front_uid: FRONT_UID,
            version: env!("CARGO_PKG_VERSION"),
            kubernetes: KUBERNETES,
        };
        let shutdown = self.tasks.shutdown().clone();
        self.tasks.spawn("api", Restart::Fatal, move || machined_api::serve(machine.clone(), shutdown.clone()));
    }

    /// Until the machine is to end (then how), we are told to go, or a vital part has ended.
    async fn wait(&self, sequencer: &Sequencer) -> anyhow::Result<Option<End>> {
        // All arms only wait.
        tokio::select! {
            end = sequencer.ended() => Ok(Some(end)),
            signal = stop::asked() => signal.map(|_| None).context("wait for signals"),
            () = self.tasks.shutdown().requested() => Ok(None),
        }
    }
}

/// Never before the floor: certificates of a machine whose battery is empty are valid all the same.
fn raise_clock(clock: &Clock, platform: &dyn Platform, paths: &Paths) {
    let built = std::env::current_exe().and_then(|exe| exe.metadata()?.modified());
    let built = built.ok().and_then(|at| Timestamp::try_from(at).ok()).unwrap_or(Timestamp::UNIX_EPOCH);
    let floor = node::floor(built, &paths.state());
    if clock.now() >= floor {
        return;
    }
    match Duration::try_from(floor.as_duration()).map(|since_1970| platform.set_clock(since_1970)) {
        Ok(Ok(true)) => tracing::warn!(%floor, "clock was before the floor"),
        Ok(Ok(false)) | Err(_) => {}
        Ok(Err(err)) => tracing::warn!(%err, "clock not raised"),
    }
}
