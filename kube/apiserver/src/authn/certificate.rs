//! A client certificate's identity: its common name is the user, its organisations are the groups.
//!
//! As upstream: apiserver/pkg/authentication/request/x509. The chain is checked against the authorities of this
//! moment, so that an expired certificate on a long connection ends being somebody.

use std::time::Duration;

use jiff::Timestamp;
use rustls::pki_types::{CertificateDer, UnixTime};
use x509_parser::prelude::{FromDer, X509Certificate};

use super::{CREDENTIAL, User};
use crate::http::tls::Loaded;

/// As upstream: the object identifier of a uid in a subject.
const UID: &str = "1.3.6.1.4.1.57683.2";

pub(super) fn user(authorities: &Loaded, chain: &[CertificateDer<'static>], now: Timestamp) -> Option<User> {
    let (leaf, rest) = chain.split_first()?;
    let now = UnixTime::since_unix_epoch(Duration::from_secs(u64::try_from(now.as_second()).unwrap_or(0)));
    if let Err(err) = authorities.verifier.as_ref()?.verify_client_cert(leaf, rest, now) {
        tracing::debug!(%err, "client certificate refused");
        return None;
    }
    let (_, parsed) = X509Certificate::from_der(leaf).ok()?;
    let subject = parsed.subject();
    let text = |entry: &x509_parser::x509::AttributeTypeAndValue<'_>| entry.as_str().ok().map(str::to_owned);
    let name = subject.iter_common_name().next().and_then(text).filter(|name| !name.is_empty())?;
    let groups = subject.iter_organization().filter_map(text).collect();
    let uid = subject
        .iter_attributes()
        .find(|entry| entry.attr_type().to_id_string() == UID)
        .and_then(text)
        .unwrap_or_default();
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, leaf);
    let fingerprint: String = digest.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
    let extra = [(CREDENTIAL.to_owned(), vec![format!("X509SHA256={fingerprint}")])].into();
    Some(User { name, uid, groups, extra })
}
