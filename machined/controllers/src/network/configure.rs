//! Carries out the plan for links, addresses and routes.

use async_trait::async_trait;
use ipnet::IpNet;
use machined_base::Tasks;
use machined_resources::{ActiveConfig, AddressStatus, DhcpLease, LinkStatus, Resource, RouteStatus};
use machined_runtime::{Context, Controller, Next, ReconcileError};
use tracing::info;

use super::netlink::Netlink;
use super::plan::{Seen, Step, plan};

pub struct Configure {
    tasks: Tasks,
    netlink: Option<Netlink>,
    /// Addresses that this process has added. A restarted machined adds the same again and so owns them again.
    owned: Vec<(u32, IpNet)>,
}

impl Configure {
    pub fn new(tasks: Tasks) -> Self {
        Self { tasks, netlink: None, owned: Vec::new() }
    }
}

#[async_trait]
impl Controller for Configure {
    fn name(&self) -> &'static str {
        "network-configure"
    }

    fn inputs(&self) -> &'static [&'static str] {
        &[ActiveConfig::TYPE, LinkStatus::TYPE, AddressStatus::TYPE, RouteStatus::TYPE, DhcpLease::TYPE]
    }

    async fn reconcile(&mut self, context: &Context) -> Result<Next, ReconcileError> {
        let store = &context.store;
        let seen = Seen {
            links: store.list::<LinkStatus>().into_iter().map(|(_, value)| value).collect(),
            addresses: store.list::<AddressStatus>().into_iter().map(|(_, value)| value).collect(),
            routes: store.list::<RouteStatus>().into_iter().map(|(_, value)| value).collect(),
            leases: store.list::<DhcpLease>(),
        };
        let config = store.only::<ActiveConfig>().map(|config| config.0);
        let steps = plan(config.as_deref(), &seen, &self.owned);
        if steps.is_empty() {
            return Ok(Next::Whenever);
        }
        info!(?steps, "network plan");
        let netlink = match &self.netlink {
            Some(netlink) => netlink.clone(),
            None => self.netlink.insert(Netlink::open(&self.tasks)?).clone(),
        };
        for step in steps {
            match step {
                Step::Up { index, mtu } => netlink.set_up(index, mtu).await?,
                Step::AddAddress { index, net } => {
                    netlink.add_address(index, net).await?;
                    self.owned.push((index, net));
                    context.events.add("address", net.to_string(), "added");
                }
                Step::RemoveAddress { index, net } => {
                    netlink.remove_address(index, net).await?;
                    self.owned.retain(|owned| *owned != (index, net));
                    context.events.add("address", net.to_string(), "removed");
                }
                Step::AddRoute { index, to, via, metric } => netlink.add_route(index, to, via, metric).await?,
            }
        }
        Ok(Next::Whenever)
    }
}
