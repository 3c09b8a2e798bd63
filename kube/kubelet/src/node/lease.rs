//! The node's heartbeat: a Lease renewed every 10 seconds. As upstream: component-helpers/apimachinery/lease.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use kube_api::types::coordination::{Lease, LeaseSpec};
use kube_api::types::core::Node;
use kube_api::types::meta::{MicroTime, OwnerReference};
use kube_informer::{Client, Error};
use tokio::sync::watch;
use tracing::debug;

const NAMESPACE: &str = "kube-node-lease";
const DURATION_S: i32 = 40;
const EVERY: Duration = Duration::from_secs(10);
const RETRY: Duration = Duration::from_secs(2);

/// For as long as it is not dropped.
pub(crate) async fn run(client: Client, name: String, node: watch::Receiver<Option<Arc<Node>>>) {
    let mut held: Option<Lease> = None;
    loop {
        let owner = node.borrow().clone();
        let wait = match renew(&client, &name, owner.as_deref(), held.take()).await {
            Ok(lease) => {
                held = Some(lease);
                EVERY
            }
            Err(err) => {
                // The next round reads it anew.
                debug!(%err, "lease not renewed");
                RETRY
            }
        };
        client.clock().sleep(wait).await;
    }
}

async fn renew(client: &Client, name: &str, owner: Option<&Node>, held: Option<Lease>) -> Result<Lease, Error> {
    let now = client.clock().now();
    let found = match held {
        Some(lease) => Some(lease),
        None => match client.get::<Lease>(NAMESPACE, name).await {
            Ok(lease) => Some(lease),
            Err(err) if err.is_not_found() => None,
            Err(err) => return Err(err),
        },
    };
    match found {
        Some(mut lease) => {
            fill(&mut lease, name, owner, now);
            client.update(&lease).await
        }
        None => {
            let mut lease = Lease::default();
            lease.metadata.name = name.into();
            lease.metadata.namespace = NAMESPACE.into();
            fill(&mut lease, name, owner, now);
            client.create(&lease).await
        }
    }
}

fn fill(lease: &mut Lease, name: &str, owner: Option<&Node>, now: Timestamp) {
    if let Some(node) = owner {
        lease.metadata.owner_references = vec![OwnerReference {
            api_version: "v1".into(),
            kind: "Node".into(),
            name: name.into(),
            uid: node.metadata.uid.clone(),
            ..OwnerReference::default()
        }];
    }
    let micros = now.subsec_nanosecond() / 1000 * 1000;
    lease.spec = LeaseSpec {
        holder_identity: Some(name.into()),
        lease_duration_seconds: Some(DURATION_S),
        renew_time: Some(MicroTime { seconds: now.as_second(), nanos: micros }),
        ..lease.spec.clone()
    };
}
