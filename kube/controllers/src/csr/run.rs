//! Drives signing requests: approve what needs no person, sign what is approved, take old ones away.

use std::sync::Arc;

use jiff::Timestamp;
use kube_api::types::authorization::{ResourceAttributes, SubjectAccessReview};
use kube_api::types::certificates::CertificateSigningRequest;
use kube_informer::{Error, Key};
use machined_pki::{Authority, Request, Signing, Usage};

use crate::caches::Caches;
use crate::csr::parse::{self, Asked};
use crate::csr::plan::{self, Leaf, Permission, has};
use crate::driver::{Context, Controller, Done};
use crate::plan::Plan;
use crate::queue::Queue;

pub(crate) struct SigningRequests {
    caches: Arc<Caches>,
    /// None: requests are approved and cleaned, and somebody else signs.
    authority: Option<Authority>,
}

impl SigningRequests {
    pub(crate) fn new(caches: Arc<Caches>, authority: Option<Authority>) -> Self {
        Self { caches, authority }
    }

    async fn decide(&self, context: &Context, request: &CertificateSigningRequest) -> Result<Plan, Error> {
        let now = context.now();
        let der = parse::der(&request.spec.request);
        let parsed = der.as_deref().and_then(|der| Some((der, parse::asked(der)?)));
        let Some((der, asked)) = parsed else { return Ok(plan::clean(now, request)) };
        if let Some(permission) = plan::permission(request, &asked)
            && allowed(context, request, permission).await?
        {
            return Ok(plan::approve(now, request, permission.message()));
        }
        let node = asked.common_name.strip_prefix("system:node:").and_then(|name| self.caches.nodes.get("", name));
        if plan::is_own_serving(request, &asked, node.as_deref()) {
            let message = "Auto approving kubelet serving certificate: its names are the node's own.";
            return Ok(plan::approve(now, request, message));
        }
        let open = has(request, "Approved")
            && !has(request, "Denied")
            && !has(request, "Failed")
            && request.status.certificate.is_empty();
        let ours = request.spec.signer_name.starts_with("kubernetes.io/");
        let Some(authority) = self.authority.as_ref().filter(|_| open && ours) else {
            return Ok(plan::clean(now, request));
        };
        let certificate = plan::leaf(request, &asked).and_then(|leaf| sign(authority, der, leaf, now));
        Ok(match certificate {
            Ok(certificate) => plan::signed(request, certificate),
            Err(why) => plan::refused(now, request, &why),
        })
    }
}

async fn allowed(
    context: &Context,
    request: &CertificateSigningRequest,
    permission: Permission,
) -> Result<bool, Error> {
    let mut review = SubjectAccessReview::default();
    review.spec.user = request.spec.username.clone();
    review.spec.groups = request.spec.groups.clone();
    review.spec.uid = request.spec.uid.clone();
    review.spec.extra = request.spec.extra.clone();
    review.spec.resource_attributes = Some(ResourceAttributes {
        group: "certificates.k8s.io".to_owned(),
        resource: "certificatesigningrequests".to_owned(),
        verb: "create".to_owned(),
        subresource: permission.subresource().to_owned(),
        ..ResourceAttributes::default()
    });
    Ok(context.actor.client.create(&review).await?.status.allowed)
}

fn sign(authority: &Authority, der: &[u8], leaf: Leaf, now: Timestamp) -> Result<String, String> {
    let Leaf { asked, server, client, life } = leaf;
    let Asked { common_name, organizations, dns_names, addresses, .. } = asked;
    let usage = match (server, client) {
        (true, true) => Usage::Both,
        (true, false) => Usage::Server,
        (false, _) => Usage::Client,
    };
    let mut request = Request::client(common_name, life).usage(usage).dns_names(dns_names).addresses(addresses);
    for organization in organizations {
        request = request.organization(organization);
    }
    let signing = Signing::read(der).map_err(|err| chain(&err))?;
    authority.sign(&request, &signing, now).map_err(|err| chain(&err))
}

fn chain(err: &dyn std::error::Error) -> String {
    match err.source() {
        Some(source) => format!("{err}: {}", chain(source)),
        None => err.to_string(),
    }
}

impl Controller for SigningRequests {
    const NAME: &'static str = "certificate-signing-requests";

    fn wire(&self, queue: &Queue) {
        let wake = queue.clone();
        self.caches
            .signing_requests
            .on_change(move |change| change.new.into_iter().for_each(|it| wake.add(Key::of(&**it))));
    }

    fn plan(&self, _now: Timestamp, _key: &Key) -> Plan {
        // Approving needs the server's answer: see `sync`.
        Plan::default()
    }

    async fn sync(&self, context: &Context, key: &Key) -> Result<Done, Error> {
        let Some(request) = self.caches.signing_requests.get_key(key) else { return Ok(Done::default()) };
        let plan = self.decide(context, &request).await?;
        let outcome = context.carry_out(&plan).await;
        Ok(Done::of(plan, outcome))
    }
}
