//! Kinds of certificates.k8s.io.

mod request;

use kube_api::field::{ErrorList, FieldError, Path};

use crate::check::Faults;
use crate::formats;
use crate::hooks::Row;

pub(crate) static ROWS: &[Row] = &[request::ROW];

/// The name of a signer: a domain of at least three parts, and a path below it.
pub(crate) fn signer_name(name: &str, at: &Path<'_>, errors: &mut ErrorList) {
    if name.is_empty() {
        errors.required(at, "");
        return;
    }
    let segments: Vec<&str> = name.split('/').collect();
    let [domain, path] = segments.as_slice() else {
        errors.invalid(at, name, "must be a fully qualified domain and path of the form 'example.com/signer-name'");
        return;
    };
    for fault in formats::dns_subdomain(domain) {
        errors.invalid(at, *domain, format!("validating label {domain:?}: {fault}"));
    }
    for label in path.split('.').collect::<Vec<_>>() {
        for fault in formats::dns_label(label) {
            errors.invalid(at, label, format!("validating label {label:?}: {fault}"));
        }
    }
    if domain.split('.').count() < 2 {
        errors.invalid(at, *domain, "should be a domain with at least two segments separated by dots");
    }
    if name.len() > 571 {
        errors.push(FieldError::too_long(at, 571));
    }
}
