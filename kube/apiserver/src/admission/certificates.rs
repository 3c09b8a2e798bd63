//! CertificateSigningRequests: who may approve and sign for a signer, and which identity is nobody's to ask for.
//!
//! As upstream: plugin/pkg/admission/certificates.

use async_trait::async_trait;
use base64::Engine;
use kube_api::value::Value;
use x509_parser::prelude::{FromDer, X509CertificationRequest};

use super::{Plugin, Review, Verb};
use crate::authz::Attributes;
use crate::registry::Ctx;
use crate::status::{Result, quoted};

pub(super) struct Approval;
pub(super) struct Signing;
pub(super) struct SubjectRestriction;

const GROUP: &str = "certificates.k8s.io";
const PLURAL: &str = "certificatesigningrequests";

#[async_trait]
impl Plugin for Approval {
    fn name(&self) -> &'static str {
        "CertificateApproval"
    }

    async fn validate(&self, review: &mut Review<'_>) -> Result<()> {
        if review.verb != Verb::Update || !review.is_sub(GROUP, PLURAL, "approval") {
            return Ok(());
        }
        let signer = review.old.and_then(|old| old.text(&["spec", "signerName"])).unwrap_or_default();
        if may(review.ctx, "approve", signer) {
            return Ok(());
        }
        Err(review.forbidden(format_args!("user not permitted to approve requests with signerName {}", quoted(signer))))
    }
}

#[async_trait]
impl Plugin for Signing {
    fn name(&self) -> &'static str {
        "CertificateSigning"
    }

    async fn validate(&self, review: &mut Review<'_>) -> Result<()> {
        if review.verb != Verb::Update || !review.is_sub(GROUP, PLURAL, "status") {
            return Ok(());
        }
        let (Some(new), Some(old)) = (review.object.as_deref(), review.old) else { return Ok(()) };
        let same = |path: &[&str]| new.pointer(path) == old.pointer(path);
        if same(&["status", "certificate"]) && same(&["status", "conditions"]) {
            return Ok(());
        }
        let signer = old.text(&["spec", "signerName"]).unwrap_or_default();
        if may(review.ctx, "sign", signer) {
            return Ok(());
        }
        Err(review.forbidden(format_args!("user not permitted to sign requests with signerName {}", quoted(signer))))
    }
}

#[async_trait]
impl Plugin for SubjectRestriction {
    fn name(&self) -> &'static str {
        "CertificateSubjectRestriction"
    }

    async fn validate(&self, review: &mut Review<'_>) -> Result<()> {
        if review.verb != Verb::Create || !review.is_main(GROUP, PLURAL) {
            return Ok(());
        }
        let Some(request) = review.object.as_deref() else { return Ok(()) };
        if request.text(&["spec", "signerName"]) != Some("kubernetes.io/kube-apiserver-client") {
            return Ok(());
        }
        if organisations(request).iter().any(|group| group == "system:masters") {
            return Err(review.forbidden(
                "use of kubernetes.io/kube-apiserver-client signer with system:masters group is not allowed",
            ));
        }
        Ok(())
    }
}

/// A signer may be named whole, or by its domain: `example.com/*`.
fn may(ctx: &Ctx, verb: &str, signer: &str) -> bool {
    let ask = |name: String| {
        let attributes = Attributes {
            user: ctx.user.clone(),
            verb: verb.into(),
            group: GROUP.into(),
            resource: "signers".into(),
            name,
            is_resource: true,
            ..Attributes::default()
        };
        ctx.server.authorizer.decide(&attributes).allowed
    };
    let domain = signer.split('/').next().unwrap_or_default();
    ask(signer.to_owned()) || ask(format!("{domain}/*"))
}

fn organisations(request: &Value) -> Vec<String> {
    let bytes = match request.pointer(&["spec", "request"]) {
        Some(Value::Bytes(bytes)) => bytes.to_vec(),
        Some(Value::String(text)) => {
            base64::engine::general_purpose::STANDARD.decode(text.as_str()).unwrap_or_default()
        }
        _ => return Vec::new(),
    };
    let Ok(block) = pem::parse(&bytes) else { return Vec::new() };
    let Ok((_, parsed)) = X509CertificationRequest::from_der(block.contents()) else { return Vec::new() };
    let subject = &parsed.certification_request_info.subject;
    subject.iter_organization().filter_map(|entry| entry.as_str().ok().map(str::to_owned)).collect()
}
