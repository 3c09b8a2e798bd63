//! A certificate authority: a root and its key, which signs leaves and nothing below another authority.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use rcgen::{BasicConstraints, CertificateParams, DistinguishedName, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose};
use time::OffsetDateTime;

use crate::leaf::certificate_der;
use crate::{Facts, Key, Leaf, PkiError, Request, Signing};

/// Clocks of a cluster disagree a little; a leaf is valid from a while before it was made.
const SKEW: Duration = Duration::from_secs(5 * 60);

/// A root with its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    certificate_pem: String,
    key: Key,
}

impl Authority {
    /// A new root of this name.
    pub fn create(name: &str, now: Timestamp, life: Duration) -> Result<Self, PkiError> {
        let key = Key::generate()?;
        let mut params = CertificateParams::default();
        params.distinguished_name = DistinguishedName::new();
        params.distinguished_name.push(DnType::CommonName, name);
        params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
        params.key_usages =
            vec![KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        (params.not_before, params.not_after) = validity(now, life)?;
        let certificate =
            params.self_signed(&key.pair()?).map_err(|err| PkiError::Sign { name: name.to_owned(), err })?;
        Ok(Self { certificate_pem: certificate.pem(), key })
    }

    /// An authority kept as two PEM texts; refused when they do not belong together.
    pub fn from_pem(certificate_pem: &str, key_pem: &str) -> Result<Self, PkiError> {
        let key = Key::from_pem(key_pem)?;
        let der = certificate_der(certificate_pem)?;
        if !Facts::of_der(&der)?.is_authority {
            return Err(PkiError::Certificate { reason: "it is not that of an authority".into() });
        }
        if public_key_of(&der)? != key.pair()?.public_key_raw() {
            return Err(PkiError::Mismatch);
        }
        Ok(Self { certificate_pem: certificate_pem.to_owned(), key })
    }

    pub fn certificate_pem(&self) -> &str {
        &self.certificate_pem
    }

    pub fn key(&self) -> &Key {
        &self.key
    }

    /// Makes a key and a certificate for it.
    pub fn issue(&self, request: &Request, now: Timestamp) -> Result<Leaf, PkiError> {
        let key = Key::generate()?;
        let certificate_pem = self.issue_for(request, &key.pair()?, now)?;
        Ok(Leaf { certificate_pem, key })
    }

    /// Makes a certificate for a key that stays with its holder. `request` is what we decided, not what was asked.
    pub fn sign(&self, request: &Request, signing: &Signing, now: Timestamp) -> Result<String, PkiError> {
        self.issue_for(request, signing.key(), now)
    }

    /// Makes a certificate for a key that we keep.
    pub fn issue_with_key(&self, request: &Request, key: &Key, now: Timestamp) -> Result<Leaf, PkiError> {
        Ok(Leaf { certificate_pem: self.issue_for(request, &key.pair()?, now)?, key: key.clone() })
    }

    fn issue_for(
        &self,
        request: &Request,
        key: &impl rcgen::PublicKeyData,
        now: Timestamp,
    ) -> Result<String, PkiError> {
        let mut params = request.params()?;
        (params.not_before, params.not_after) = validity(now, request.life)?;
        let issuer: Issuer<'_, KeyPair> =
            Issuer::from_ca_cert_pem(&self.certificate_pem, self.key.pair()?).map_err(PkiError::Authority)?;
        let failed = |err| PkiError::Sign { name: request.common_name.clone(), err };
        Ok(params.signed_by(key, &issuer).map_err(failed)?.pem())
    }
}

fn public_key_of(der: &[u8]) -> Result<Vec<u8>, PkiError> {
    use x509_parser::prelude::{FromDer, X509Certificate};
    let (_, certificate) =
        X509Certificate::from_der(der).map_err(|err| PkiError::Certificate { reason: err.to_string() })?;
    Ok(certificate.public_key().subject_public_key.data.to_vec())
}

fn validity(now: Timestamp, life: Duration) -> Result<(OffsetDateTime, OffsetDateTime), PkiError> {
    let point = |by: SignedDuration| {
        let at = now.checked_add(by).map_err(|_| PkiError::Time(now))?;
        OffsetDateTime::from_unix_timestamp(at.as_second()).map_err(|_| PkiError::Time(at))
    };
    let life = SignedDuration::try_from(life).map_err(|_| PkiError::Time(now))?;
    let skew = SignedDuration::try_from(SKEW).map_err(|_| PkiError::Time(now))?;
    Ok((point(-skew)?, point(life)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Duration = Duration::from_secs(24 * 3600);

    fn now() -> Timestamp {
        "2026-01-02T03:04:05Z".parse().unwrap()
    }

    #[test]
    fn a_leaf_says_what_was_asked_and_no_more() {
        let root = Authority::create("cluster", now(), 10 * 365 * DAY).unwrap();
        let request = Request::server("system:node:n1", DAY)
            .organization("system:nodes")
            .dns_names(["n1"])
            .addresses(["10.0.0.1".parse().unwrap(), "fd00::1".parse().unwrap()]);
        let facts = root.issue(&request, now()).unwrap().facts().unwrap();
        assert_eq!(facts.common_name, "system:node:n1");
        assert_eq!(facts.organizations, ["system:nodes"]);
        assert_eq!(facts.dns_names, ["n1"]);
        assert_eq!(facts.addresses.len(), 2);
        assert_eq!(facts.not_after, now() + SignedDuration::from_hours(24));
        assert!(!facts.is_authority && facts.valid_at(now()));
    }

    #[test]
    fn an_authority_is_read_back_only_with_its_own_key() {
        let root = Authority::create("a", now(), DAY).unwrap();
        let other = Authority::create("b", now(), DAY).unwrap();
        assert_eq!(Authority::from_pem(root.certificate_pem(), root.key().pem()).unwrap(), root);
        let refused = Authority::from_pem(root.certificate_pem(), other.key().pem()).unwrap_err();
        assert!(matches!(refused, PkiError::Mismatch), "{refused:?}");
        let leaf = root.issue(&Request::client("x", DAY), now()).unwrap();
        assert!(Authority::from_pem(&leaf.certificate_pem, leaf.key.pem()).is_err());
    }

    #[test]
    fn a_signing_request_gives_its_key_and_nothing_else() {
        let root = Authority::create("a", now(), DAY).unwrap();
        let key = Key::generate().unwrap();
        let mut der = Signing::make(&key).unwrap();
        let pem = root.sign(&Request::client("n1", DAY), &Signing::read(&der).unwrap(), now()).unwrap();
        assert_eq!(Facts::of_pem(&pem).unwrap().common_name, "n1");
        assert_eq!(public_key_of(&certificate_der(&pem).unwrap()).unwrap(), key.pair().unwrap().public_key_raw());
        *der.last_mut().unwrap() ^= 1;
        assert!(Signing::read(&der).is_err());
    }
}
