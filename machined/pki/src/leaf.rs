//! An issued certificate: its chain as PEM, its key, and the facts that decisions need.

use std::net::IpAddr;
use std::time::Duration;

use jiff::Timestamp;
use x509_parser::extensions::GeneralName;
use x509_parser::prelude::{FromDer, X509Certificate};

use crate::{Fingerprint, Key, PkiError};

/// A certificate with the key that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    pub certificate_pem: String,
    pub key: Key,
}

/// What a certificate says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    pub common_name: String,
    pub organizations: Vec<String>,
    pub dns_names: Vec<String>,
    pub addresses: Vec<IpAddr>,
    pub not_before: Timestamp,
    pub not_after: Timestamp,
    pub fingerprint: Fingerprint,
    pub serial: String,
    pub is_authority: bool,
}

impl Leaf {
    pub fn facts(&self) -> Result<Facts, PkiError> {
        Facts::of_pem(&self.certificate_pem)
    }
}

impl Facts {
    /// Of the first certificate in the text.
    pub fn of_pem(text: &str) -> Result<Self, PkiError> {
        Self::of_der(&certificate_der(text)?)
    }

    pub fn of_der(der: &[u8]) -> Result<Self, PkiError> {
        let broken = |reason: String| PkiError::Certificate { reason };
        let (_, certificate) = X509Certificate::from_der(der).map_err(|err| broken(err.to_string()))?;
        let time = |seconds| Timestamp::from_second(seconds).map_err(|err| broken(err.to_string()));
        let subject = certificate.subject();
        let organizations = subject.iter_organization().filter_map(|part| part.as_str().ok()).map(str::to_owned);
        let mut facts = Self {
            common_name: subject.iter_common_name().find_map(|part| part.as_str().ok()).unwrap_or_default().to_owned(),
            organizations: organizations.collect(),
            dns_names: Vec::new(),
            addresses: Vec::new(),
            not_before: time(certificate.validity().not_before.timestamp())?,
            not_after: time(certificate.validity().not_after.timestamp())?,
            fingerprint: Fingerprint::of_der(der),
            serial: certificate.raw_serial().iter().map(|byte| format!("{byte:02x}")).collect(),
            is_authority: certificate.is_ca(),
        };
        let names = certificate.subject_alternative_name().map_err(|err| broken(err.to_string()))?;
        for name in names.iter().flat_map(|names| &names.value.general_names) {
            match name {
                GeneralName::DNSName(name) => facts.dns_names.push((*name).to_owned()),
                GeneralName::IPAddress(bytes) => facts.addresses.extend(address(bytes)),
                _ => {}
            }
        }
        Ok(facts)
    }

    pub fn life(&self) -> Duration {
        Duration::try_from(self.not_after.duration_since(self.not_before)).unwrap_or_default()
    }

    pub fn valid_at(&self, now: Timestamp) -> bool {
        self.not_before <= now && now <= self.not_after
    }
}

pub(crate) fn certificate_der(text: &str) -> Result<Vec<u8>, PkiError> {
    let blocks = pem::parse_many(text).map_err(|err| PkiError::Certificate { reason: err.to_string() })?;
    let block = blocks.into_iter().find(|block| block.tag() == "CERTIFICATE");
    block.map(pem::Pem::into_contents).ok_or_else(|| PkiError::Certificate { reason: "no certificate in it".into() })
}

fn address(bytes: &[u8]) -> Option<IpAddr> {
    if let Ok(four) = <[u8; 4]>::try_from(bytes) {
        return Some(four.into());
    }
    <[u8; 16]>::try_from(bytes).ok().map(Into::into)
}
