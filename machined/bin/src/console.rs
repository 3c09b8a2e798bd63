//! What the console shows: who this machine is, and while it waits for a configuration, how to reach it.

use std::sync::Arc;

use async_trait::async_trait;
use jiff::Timestamp;
use machined_resources::{ApiIdentity, HostnameStatus, LinkStatus, MachineStatus, NodeAddress, Resource, Stage};
use machined_runtime::{Context, Controller, Next, ReconcileError, Store};
use machined_sys::platform::Platform;

pub(crate) struct Console {
    platform: Arc<dyn Platform>,
    shown: String,
}

impl Console {
    pub(crate) fn new(platform: Arc<dyn Platform>) -> Self {
        Self { platform, shown: String::new() }
    }
}

#[async_trait]
impl Controller for Console {
    fn name(&self) -> &'static str {
        "console"
    }

    fn inputs(&self) -> &'static [&'static str] {
        &[ApiIdentity::TYPE, HostnameStatus::TYPE, LinkStatus::TYPE, MachineStatus::TYPE, NodeAddress::TYPE]
    }

    async fn reconcile(&mut self, context: &Context) -> Result<Next, ReconcileError> {
        let text = render(&context.store, self.platform.name());
        if text != self.shown {
            // The clock is shown, but its passing is no reason to show all again.
            show(&text, context.clock.now());
            self.shown = text;
        }
        Ok(Next::Whenever)
    }
}

#[allow(clippy::print_stderr)] // the console is where standard error goes
fn show(text: &str, now: Timestamp) {
    let now = Timestamp::from_second(now.as_second()).unwrap_or(now);
    eprint!("{text}  clock        {now}\n");
}

fn render(store: &Store, platform: &str) -> String {
    let status = store.only::<MachineStatus>();
    let stage = status.as_ref().map_or(Stage::Booting, |status| status.stage);
    let message = status.map(|status| status.message).unwrap_or_default();
    let name = store.only::<HostnameStatus>().map(|host| host.name).unwrap_or_default();
    let mut text = format!("ironstone {} ({platform}) {name}: {} {message}\n", env!("CARGO_PKG_VERSION"), stage.name());
    let addresses = store.only::<NodeAddress>().map(|known| known.addresses).unwrap_or_default();
    let addresses: Vec<String> = addresses.iter().map(ToString::to_string).collect();
    text.push_str(&format!(
        "  address      {}\n",
        if addresses.is_empty() { "none yet".into() } else { addresses.join(", ") }
    ));
    for (name, link) in store.list::<LinkStatus>() {
        if link.is_uplink() {
            let state = if link.carrier { "carrier" } else { "no carrier" };
            text.push_str(&format!("  link         {name} {} {state}\n", link.mac));
        }
    }
    if stage == Stage::Maintenance
        && let Some(identity) = store.only::<ApiIdentity>()
    {
        text.push_str(&format!("  fingerprint  {}\n", identity.fingerprint));
    }
    text
}
