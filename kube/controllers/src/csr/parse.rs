//! What a certificate signing request asks for. Its signature is checked by whoever signs.

use std::net::IpAddr;

use x509_parser::certification_request::X509CertificationRequest;
use x509_parser::extensions::{GeneralName, ParsedExtension};
use x509_parser::prelude::FromDer;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) common_name: String,
    pub(crate) organizations: Vec<String>,
    pub(crate) dns_names: Vec<String>,
    pub(crate) addresses: Vec<IpAddr>,
    /// Mail addresses and URIs: no signer of ours puts them into a certificate.
    pub(crate) has_others: bool,
}

/// The DER of the request in a PEM text.
pub(crate) fn der(pem: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(pem).ok()?;
    let block = pem::parse(text).ok()?;
    (block.tag() == "CERTIFICATE REQUEST").then(|| block.into_contents())
}

pub(crate) fn asked(der: &[u8]) -> Option<Asked> {
    let (_, request) = X509CertificationRequest::from_der(der).ok()?;
    let subject = &request.certification_request_info.subject;
    let text = |it: &x509_parser::x509::AttributeTypeAndValue<'_>| it.as_str().ok().map(str::to_owned);
    let mut asked = Asked {
        common_name: subject.iter_common_name().find_map(text).unwrap_or_default(),
        organizations: subject.iter_organization().filter_map(text).collect(),
        ..Asked::default()
    };
    for extension in request.requested_extensions().into_iter().flatten() {
        let ParsedExtension::SubjectAlternativeName(names) = extension else { continue };
        for name in &names.general_names {
            match name {
                GeneralName::DNSName(name) => asked.dns_names.push((*name).to_owned()),
                GeneralName::IPAddress(bytes) => match address(bytes) {
                    Some(address) => asked.addresses.push(address),
                    None => asked.has_others = true,
                },
                _ => asked.has_others = true,
            }
        }
    }
    Some(asked)
}

fn address(bytes: &[u8]) -> Option<IpAddr> {
    <[u8; 4]>::try_from(bytes).map(IpAddr::from).or_else(|_| <[u8; 16]>::try_from(bytes).map(IpAddr::from)).ok()
}
