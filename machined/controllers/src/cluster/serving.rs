//! What the machine API shows: on a control plane a certificate of the machine authority, which it holds; without a
//! configuration one that it signed itself, known by the fingerprint on the console. A worker's comes from `join`; until
//! it has one, it shows its own.

use std::time::Duration;

use async_trait::async_trait;
use machined_base::Secret;
use machined_config::Role;
use machined_pki::kubernetes::{self, LEAF_LIFE, Reached};
use machined_pki::{Authority, Facts, Leaf, Rotation, plan};
use machined_resources::{ActiveConfig, ApiIdentity, HostnameStatus, NodeAddress, Resource};
use machined_runtime::{Context, Controller, Next, ReconcileError};

use super::certificates::{authority, reached, says, show};

const NAME: &str = "serving";

#[derive(Debug, Default)]
pub struct Serving;

#[async_trait]
impl Controller for Serving {
    fn name(&self) -> &'static str {
        NAME
    }

    fn inputs(&self) -> &'static [&'static str] {
        &[ActiveConfig::TYPE, HostnameStatus::TYPE, NodeAddress::TYPE]
    }

    async fn reconcile(&mut self, context: &Context) -> Result<Next, ReconcileError> {
        let store = &context.store;
        let now = context.clock.now();
        let host = store.only::<HostnameStatus>().map_or_else(|| "machine".to_owned(), |host| host.name);
        let known = store.only::<NodeAddress>().unwrap_or(NodeAddress { addresses: Vec::new() });
        let have = store.only::<ApiIdentity>();
        let config = store.only::<ActiveConfig>().map(|config| config.0);
        let Some(config) = config else {
            // One fingerprint for as long as the machine waits: a person reads it from the console.
            if have.is_some_and(|have| have.client_authority.is_empty()) {
                return Ok(Next::Whenever);
            }
            let leaf = self_signed(&host, context)?;
            put(context, &leaf, String::new())?;
            return Ok(Next::Whenever);
        };
        let trusted = config.secrets.machine.certificate.clone();
        if config.machine.role == Role::Worker {
            if have.is_none_or(|have| have.client_authority != trusted) {
                put(context, &self_signed(&host, context)?, trusted)?;
            }
            return Ok(Next::Whenever);
        }
        if config.machine.hostname.as_ref().is_some_and(|wanted| *wanted != host) {
            return Ok(Next::Whenever);
        }
        let names = Reached { dns_names: reached(&config, &known).dns_names, addresses: known.addresses.clone() };
        let mut request = kubernetes::machine_api(&host, &names);
        request.addresses.sort_unstable();
        request.addresses.dedup();
        if let Some(have) = &have
            && have.client_authority == trusted
        {
            let facts = Facts::of_pem(&have.certificate)?;
            if let Rotation::Keep { look_again } = plan(now, &facts)
                && says(&facts, &request)
            {
                return Ok(Next::After(look_again));
            }
        }
        let leaf = authority(Some(&config.secrets.machine))?.issue(&request, now)?;
        put(context, &leaf, trusted)?;
        Ok(Next::After(leaf.facts()?.life() * 2 / 3))
    }
}

/// Valid for long: nobody verifies its time, only its fingerprint.
fn self_signed(host: &str, context: &Context) -> Result<Leaf, ReconcileError> {
    let life = Duration::from_secs(10 * 365 * 24 * 3600).max(LEAF_LIFE);
    let own = Authority::create(host, context.clock.now(), life)?;
    let request = kubernetes::machine_api(host, &Reached::default());
    Ok(own.issue(&machined_pki::Request { life, ..request }, context.clock.now())?)
}

pub(crate) fn put(context: &Context, leaf: &Leaf, client_authority: String) -> Result<(), ReconcileError> {
    let facts = leaf.facts()?;
    show(context, "machine", &facts, facts.life() * 2 / 3);
    let identity = ApiIdentity {
        certificate: leaf.certificate_pem.clone(),
        key: Secret::new(leaf.key.pem().to_owned()),
        client_authority,
        fingerprint: facts.fingerprint.to_string(),
    };
    context.store.put(NAME, "", identity);
    Ok(())
}
