//! What a leaf is to say, and signing requests that carry only a public key of it.

use std::net::IpAddr;
use std::time::Duration;

use rcgen::string::Ia5String;
use rcgen::{
    CertificateParams, CertificateSigningRequestParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa,
    KeyUsagePurpose, PublicKey, SanType,
};

use crate::{Key, PkiError};

/// What the holder of a leaf may do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Usage {
    Server,
    Client,
    Both,
}

/// A leaf to be issued. Who decides what stands in it is the issuer, never the holder of the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub common_name: String,
    pub organizations: Vec<String>,
    pub dns_names: Vec<String>,
    pub addresses: Vec<IpAddr>,
    pub usage: Usage,
    pub life: Duration,
}

/// A public key, and the proof that its holder has the private one. Nothing else in it is believed.
#[derive(Debug)]
pub struct Signing {
    key: PublicKey,
}

impl Request {
    pub fn client(common_name: impl Into<String>, life: Duration) -> Self {
        Self {
            common_name: common_name.into(),
            organizations: Vec::new(),
            dns_names: Vec::new(),
            addresses: Vec::new(),
            usage: Usage::Client,
            life,
        }
    }

    pub fn server(common_name: impl Into<String>, life: Duration) -> Self {
        Self { usage: Usage::Server, ..Self::client(common_name, life) }
    }

    #[must_use]
    pub fn organization(mut self, organization: impl Into<String>) -> Self {
        self.organizations.push(organization.into());
        self
    }

    #[must_use]
    pub fn dns_names<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.dns_names.extend(names.into_iter().map(Into::into));
        self
    }

    #[must_use]
    pub fn addresses(mut self, addresses: impl IntoIterator<Item = IpAddr>) -> Self {
        self.addresses.extend(addresses);
        self
    }

    #[must_use]
    pub fn usage(mut self, usage: Usage) -> Self {
        self.usage = usage;
        self
    }

    pub(crate) fn params(&self) -> Result<CertificateParams, PkiError> {
        let mut params = CertificateParams::default();
        params.distinguished_name = DistinguishedName::new();
        // rcgen keeps one value for each type; its own spelling of a type and the bare number count as two.
        let kinds = [DnType::OrganizationName, DnType::CustomDnType(vec![2, 5, 4, 10])];
        if self.organizations.len() > kinds.len() {
            return Err(PkiError::Organizations { name: self.common_name.clone(), most: kinds.len() });
        }
        for (organization, kind) in self.organizations.iter().zip(kinds) {
            params.distinguished_name.push(kind, organization.as_str());
        }
        params.distinguished_name.push(DnType::CommonName, self.common_name.as_str());
        for name in &self.dns_names {
            let checked =
                Ia5String::try_from(name.as_str()).map_err(|err| PkiError::Name { name: name.clone(), err })?;
            params.subject_alt_names.push(SanType::DnsName(checked));
        }
        params.subject_alt_names.extend(self.addresses.iter().copied().map(SanType::IpAddress));
        params.is_ca = IsCa::ExplicitNoCa;
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        params.extended_key_usages = match self.usage {
            Usage::Server => vec![ExtendedKeyUsagePurpose::ServerAuth],
            Usage::Client => vec![ExtendedKeyUsagePurpose::ClientAuth],
            Usage::Both => vec![ExtendedKeyUsagePurpose::ServerAuth, ExtendedKeyUsagePurpose::ClientAuth],
        };
        params.use_authority_key_identifier_extension = true;
        Ok(params)
    }
}

impl Signing {
    /// Made by the holder of a key.
    pub fn make(key: &Key) -> Result<Vec<u8>, PkiError> {
        let mut params = CertificateParams::default();
        params.distinguished_name = DistinguishedName::new();
        let request = params.serialize_request(&key.pair()?).map_err(PkiError::Request)?;
        Ok(request.der().to_vec())
    }

    /// Read by the issuer; refused unless it is signed by the key in it.
    pub fn read(der: &[u8]) -> Result<Self, PkiError> {
        let request = CertificateSigningRequestParams::from_der(&der.to_vec().into()).map_err(PkiError::Request)?;
        Ok(Self { key: request.public_key })
    }

    pub(crate) fn key(&self) -> &PublicKey {
        &self.key
    }
}
