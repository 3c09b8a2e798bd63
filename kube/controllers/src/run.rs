//! Starts every controller once this process leads, and stops them all when it no longer does.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use kube_informer::{Client, Election, Ended, Recorder};
use machined_base::{Clock, Shutdown, Tasks};
use machined_pki::{Authority, PkiError};
use tracing::info;

use crate::act::Actor;
use crate::addons::run::{Addons, AddonsConfig, AddonsError};
use crate::caches::{Caches, PartCaches};
use crate::driver::{Context, start};
use crate::monitors::Monitors;
use crate::nodeipam::plan::{Range, RangeError};

/// What the controllers need to know.
#[derive(Clone, Debug)]
pub struct Config {
    pub server: kube_informer::Config,
    /// Unique for this process. `None` runs without an election, for tests.
    pub identity: Option<String>,
    pub clock: Clock,
    /// The authority that API servers' certificates come from, as PEM; pods get it in each namespace.
    pub root_ca: PathBuf,
    /// Pods' addresses, one range for each family, and how many bits a node's part has. Empty: nodes get none here.
    pub pod_ranges: Vec<(String, u8)>,
    pub addons: Option<AddonsConfig>,
    /// The authority that signs approved requests: certificate and key, as PEM files.
    pub signer: Option<(PathBuf, PathBuf)>,
}

#[derive(Debug, thiserror::Error)]
pub enum RunError {
    #[error("the controllers' lease was lost")]
    LeaseLost,
    #[error("{0}")]
    Fatal(String),
    #[error("read {path}")]
    Read { path: PathBuf, source: std::io::Error },
    #[error("the signer's authority")]
    Signer(#[from] PkiError),
    #[error(transparent)]
    Range(#[from] RangeError),
    #[error(transparent)]
    Addons(#[from] AddonsError),
}

/// What is read from disk before anything starts: a fault there is told at once, not when this process leads.
struct Ready {
    root_ca: String,
    ranges: Vec<Range>,
    addons: Option<AddonsConfig>,
    signer: Option<Authority>,
}

const DRAIN: Duration = Duration::from_secs(5);

/// Runs until `shutdown`. Ends with an error when another process took over: then nothing of ours may go on.
pub async fn run(config: Config, shutdown: Shutdown) -> Result<(), RunError> {
    let ready = Ready::read(&config)?;
    // The connection outlives the work, so that the lease can be given up at the end.
    let tasks = Tasks::new(config.clock.clone(), Shutdown::new());
    let client = Client::new(config.server.clone(), tasks.clone());
    // Raised the moment the lease is lost: whoever works then stops at once.
    let work = shutdown.child();
    let ended = match &config.identity {
        None => {
            lead(&client, ready, &work).await?;
            Ended::Shutdown
        }
        Some(identity) => {
            let election = Election::new("kube-system", "kube-controller-manager", identity.clone());
            let mut outcome = Ok(());
            let ended = election.lead(&client, &shutdown, async || outcome = lead(&client, ready, &work).await).await;
            work.request();
            outcome?;
            ended
        }
    };
    tasks.drain(DRAIN).await;
    match (ended, tasks.fatal()) {
        (Ended::Lost, _) => Err(RunError::LeaseLost),
        (_, Some(why)) => Err(RunError::Fatal(why)),
        _ => Ok(()),
    }
}

impl Ready {
    fn read(config: &Config) -> Result<Self, RunError> {
        let read = |path: &PathBuf| {
            std::fs::read_to_string(path).map_err(|source| RunError::Read { path: path.clone(), source })
        };
        let root_ca = read(&config.root_ca)?;
        let signer = match &config.signer {
            None => None,
            Some((certificate, key)) => Some(Authority::from_pem(&read(certificate)?, &read(key)?)?),
        };
        let ranges = config.pod_ranges.iter().map(|(text, part)| Range::parse(text, *part));
        let ranges = ranges.collect::<Result<_, _>>()?;
        Ok(Ready { root_ca, ranges, addons: config.addons.clone(), signer })
    }
}

async fn lead(client: &Client, ready: Ready, shutdown: &Shutdown) -> Result<(), RunError> {
    let caches = Arc::new(Caches::start(client, shutdown));
    let parts = Arc::new(PartCaches::start(client, shutdown));
    let monitors = Monitors::start(client, shutdown);
    let recorder = Recorder::new(client, "controller-manager", "");
    let actor = Actor { client: client.clone(), recorder };
    let context = Arc::new(Context { actor, caches: caches.clone(), parts: parts.clone() });
    let run = Starter { context: &context, shutdown };
    run.namespaces(&caches, &parts, &monitors, ready.root_ca);
    run.workloads(&caches);
    run.start(crate::csr::run::SigningRequests::new(caches.clone(), ready.signer));
    run.upkeep(&caches, &parts, &monitors);
    run.volumes(&caches);
    run.services(&caches);
    run.nodes(&caches, &parts, ready.ranges, client.clock());
    if let Some(config) = &ready.addons {
        start(Addons::read(caches.clone(), monitors.clone(), config)?, &context, shutdown);
    }
    info!("controllers started");
    shutdown.requested().await;
    Ok(())
}

struct Starter<'a> {
    context: &'a Arc<Context>,
    shutdown: &'a Shutdown,
}

impl Starter<'_> {
    fn start<C: crate::driver::Controller>(&self, controller: C) {
        start(controller, self.context, self.shutdown);
    }

    fn namespaces(&self, caches: &Arc<Caches>, parts: &PartCaches, monitors: &Arc<Monitors>, authority: String) {
        self.start(crate::namespace::run::Namespaces::new(caches.clone(), monitors.clone()));
        self.start(crate::serviceaccount::run::ServiceAccounts::new(caches.clone()));
        let maps = parts.root_ca_maps.clone();
        self.start(crate::rootca::run::RootCa { caches: caches.clone(), maps, authority });
        self.start(crate::garbage::run::Garbage::new(monitors.clone()));
    }

    fn workloads(&self, caches: &Arc<Caches>) {
        self.start(crate::replicaset::run::ReplicaSets::new(caches.clone()));
        self.start(crate::replicaset::run::ReplicationControllers::new(caches.clone()));
        self.start(crate::deployment::run::Deployments::new(caches.clone()));
        self.start(crate::daemonset::run::DaemonSets::new(caches.clone()));
        self.start(crate::statefulset::run::StatefulSets::new(caches.clone()));
        self.start(crate::job::run::Jobs::new(caches.clone()));
        self.start(crate::cronjob::run::CronJobs::new(caches.clone()));
    }

    fn upkeep(&self, caches: &Arc<Caches>, parts: &Arc<PartCaches>, monitors: &Arc<Monitors>) {
        self.start(crate::disruption::run::Disruption::new(caches.clone()));
        self.start(crate::quota::run::Quotas::new(caches.clone(), monitors.clone()));
        self.start(crate::ttl::run::TtlAfterFinished::new(caches.clone()));
        self.start(crate::podgc::run::PodGc::new(caches.clone()));
        self.start(crate::aggregation::run::Aggregation::new(caches.clone()));
        self.start(crate::tokens::run::TokenCleaner::new(parts.clone()));
        self.start(crate::tokens::run::BootstrapSigner::new(parts.clone()));
    }

    fn volumes(&self, caches: &Arc<Caches>) {
        self.start(crate::binder::run::Claims::new(caches.clone()));
        self.start(crate::binder::run::Volumes::new(caches.clone()));
        self.start(crate::protection::run::ClaimProtection::new(caches.clone()));
        self.start(crate::protection::run::VolumeProtection::new(caches.clone()));
    }

    fn services(&self, caches: &Arc<Caches>) {
        self.start(crate::endpointslice::run::EndpointSlices::new(caches.clone()));
        self.start(crate::endpoints::run::EndpointsOfServices::new(caches.clone()));
        self.start(crate::mirroring::run::Mirroring::new(caches.clone()));
        self.start(crate::servicecidr::run::ServiceCidrs::new(caches.clone()));
    }

    fn nodes(&self, caches: &Arc<Caches>, parts: &PartCaches, ranges: Vec<Range>, clock: &Clock) {
        let leases = parts.node_leases.clone();
        self.start(crate::nodelifecycle::run::NodeLifecycle::new(caches.clone(), leases, clock.clone()));
        self.start(crate::tainteviction::run::TaintEviction::new(caches.clone()));
        if !ranges.is_empty() {
            self.start(crate::nodeipam::run::NodeIpam::new(caches.clone(), ranges));
        }
    }
}
