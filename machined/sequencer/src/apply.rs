//! Taking a configuration: checked as a whole, then kept, then in force; or nothing is changed.

use std::sync::Arc;

use machined_base::Restart;
use machined_config::{Config, Fault, Root};
use machined_pki::{Authority, Key};
use machined_resources::{ActiveConfig, Stage};

use crate::kept::KeptError;
use crate::{OWNER, Sequencer};

/// When a configuration takes effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Now,
    /// At the next boot.
    Staged,
    /// Never: only what would happen is said.
    DryRun,
}

/// What was done, or would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The configuration before, if there was one.
    pub before: Option<Arc<Config>>,
    pub next: Arc<Config>,
    pub needs_reboot: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum ApplyError {
    #[error("the configuration has {} faults", .0.len())]
    Faults(Vec<Fault>),
    #[error("the machine goes down")]
    GoingDown,
    #[error("STATE is not there yet")]
    NoState,
    #[error(transparent)]
    Kept(#[from] KeptError),
}

impl Sequencer {
    pub async fn apply(&self, text: &str, mode: Mode) -> Result<Applied, ApplyError> {
        let shared = &self.shared;
        let _changing = shared.changing.lock().await;
        let before = shared.context.store.only::<ActiveConfig>().map(|config| config.0);
        let next = check(text, before.as_deref()).map_err(ApplyError::Faults)?;
        let renamed = before.as_ref().is_some_and(|before| before.machine.hostname != next.machine.hostname);
        let next = Arc::new(next);
        let applied = Applied { before: before.clone(), next: next.clone(), needs_reboot: renamed };
        match (mode, self.stage()) {
            (Mode::DryRun, _) => {}
            (_, Stage::ShuttingDown) => return Err(ApplyError::GoingDown),
            (_, Stage::Booting) if before.is_none() => return Err(ApplyError::NoState),
            (Mode::Staged, _) if before.is_some() => {
                shared.kept().stage(text)?;
                shared.context.events.add("config", "staged", "takes effect at the next boot");
            }
            // Without a configuration there is nothing to wait for.
            (Mode::Now | Mode::Staged, _) => {
                shared.kept().keep(text)?;
                shared.context.events.add("config", "applied", "");
                if before.is_some() {
                    shared.context.store.put(OWNER, "", ActiveConfig(next));
                } else {
                    let (shared, next) = (shared.clone(), Config::clone(&next));
                    self.shared.tasks.spawn("start", Restart::Backoff, move || {
                        let (shared, next) = (shared.clone(), next.clone());
                        async move { shared.start(next).await }
                    });
                }
            }
        }
        Ok(applied)
    }
}

/// All faults: of the text, of the change, and of the keys in it.
fn check(text: &str, before: Option<&Config>) -> Result<Config, Vec<Fault>> {
    let next = Config::parse(text)?;
    let mut faults = before.map(|before| before.refuse_change(&next)).unwrap_or_default();
    let secrets = &next.secrets;
    let roots = [
        ("machine", Some(&secrets.machine)),
        ("kubernetes", Some(&secrets.kubernetes)),
        ("etcd", secrets.etcd.as_ref()),
        ("frontProxy", secrets.front_proxy.as_ref()),
    ];
    for (name, root) in roots {
        if let Some(Err(err)) = root.map(sound) {
            faults.push(Fault { line: 0, field: format!("Secrets.{name}"), message: err.to_string() });
        }
    }
    if let Some(Err(err)) = secrets.service_account.as_ref().map(|key| Key::from_pem(key.expose())) {
        faults.push(Fault { line: 0, field: "Secrets.serviceAccount.key".into(), message: err.to_string() });
    }
    if faults.is_empty() { Ok(next) } else { Err(faults) }
}

fn sound(root: &Root) -> Result<(), machined_pki::PkiError> {
    match &root.key {
        Some(key) => Authority::from_pem(&root.certificate, key.expose()).map(drop),
        None => machined_pki::Facts::of_pem(&root.certificate).map(drop),
    }
}
