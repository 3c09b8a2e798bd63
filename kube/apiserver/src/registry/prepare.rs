//! From a request's bytes to an object that may be written: decode, check that it is what the URL says, fill what the
//! server fills.

use bytes::Bytes;
use jiff::Timestamp;
use kube_api::field::ErrorList;
use kube_api::schema::Type;
use kube_api::value::Value;

use super::context::Ctx;
use crate::catalog::Store;
use crate::http::negotiate::Encoding;
use crate::http::query::FieldValidation;
use crate::status::{ApiError, Cause, Named, Result, quoted};
use crate::wire;

/// Decodes an object of a type, treating unknown and duplicate fields as asked.
pub(crate) fn decode_body(
    ctx: &Ctx,
    body: &Bytes,
    encoding: Encoding,
    schema: &Type,
    validation: FieldValidation,
) -> Result<Value> {
    let parsed = wire::decode(body, encoding, schema).map_err(|err| ApiError::bad_request(err.to_string()))?;
    judge_notes(ctx, &parsed.notes, validation)?;
    Ok(parsed.object)
}

/// As upstream: apiserver/pkg/endpoints/handlers/create.go, the strict decoding error's text and warnings.
pub(crate) fn judge_notes(ctx: &Ctx, notes: &[String], validation: FieldValidation) -> Result<()> {
    match validation {
        _ if notes.is_empty() => Ok(()),
        FieldValidation::Ignore => Ok(()),
        FieldValidation::Warn => {
            notes.iter().for_each(|note| ctx.warn(note.clone()));
            Ok(())
        }
        FieldValidation::Strict => {
            let (version, kind) = (ctx.served.version.as_str(), ctx.served.kind.as_str());
            let what = format!("{kind} in version {}", quoted(version));
            Err(ApiError::bad_request(format!(
                "{what} cannot be handled as a {kind}: strict decoding error: {}",
                notes.join(", ")
            )))
        }
    }
}

/// The object is of the kind and version that the URL says, or says nothing.
pub(crate) fn check_kind(object: &mut Value, api_version: &str, kind: &str) -> Result<()> {
    let found_version = object.text(&["apiVersion"]).unwrap_or_default().to_owned();
    let found_kind = object.text(&["kind"]).unwrap_or_default().to_owned();
    if (!found_version.is_empty() && found_version != api_version) || (!found_kind.is_empty() && found_kind != kind) {
        let show = |version: &str, kind: &str| {
            let (group, version) = crate::catalog::split_api_version(version);
            format!("{group}/{version}, Kind={kind}")
        };
        if found_kind == kind || found_kind.is_empty() {
            return Err(ApiError::bad_request(format!(
                "the API version in the data ({found_version}) does not match the expected API version ({api_version})"
            )));
        }
        return Err(ApiError::bad_request(format!(
            "{kind} in version {} cannot be handled as a {kind}: no kind {} is registered for version {} in scheme: {}",
            quoted(crate::catalog::split_api_version(api_version).1),
            quoted(&found_kind),
            quoted(&found_version),
            show(api_version, kind)
        )));
    }
    object.set("apiVersion", api_version);
    object.set("kind", kind);
    Ok(())
}

/// Namespace and name of the object are those of the URL.
pub(crate) fn check_place(ctx: &Ctx, object: &mut Value) -> Result<()> {
    let info = &ctx.info;
    if ctx.served.namespaced {
        match object.text(&["metadata", "namespace"]) {
            None => object.set_pointer(&["metadata", "namespace"], info.namespace.as_str()),
            Some(own) if own == info.namespace => {}
            Some(_) => {
                return Err(ApiError::bad_request(
                    "the namespace of the provided object does not match the namespace sent on the request",
                ));
            }
        }
    }
    if !info.name.is_empty() {
        match object.text(&["metadata", "name"]) {
            None => object.set_pointer(&["metadata", "name"], info.name.as_str()),
            Some(own) if own == info.name => {}
            Some(own) => {
                return Err(ApiError::bad_request(format!(
                    "the name of the object ({own}) does not match the name on the URL ({})",
                    info.name
                )));
            }
        }
    }
    Ok(())
}

/// What the server alone says of a new object.
pub(crate) fn fill(object: &mut Value, now: Timestamp) {
    object.set_pointer(&["metadata", "creationTimestamp"], time(now));
    object.set_pointer(&["metadata", "uid"], uuid::Uuid::new_v4().to_string());
    for name in ["selfLink", "deletionTimestamp", "deletionGracePeriodSeconds"] {
        object.remove_pointer(&["metadata", name]);
    }
}

/// A time as objects carry it: RFC 3339, to the second.
pub(crate) fn time(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

pub(crate) fn metadata_name(object: &Value) -> &str {
    object.text(&["metadata", "name"]).unwrap_or_default()
}

/// Turns a hook's faults into the answer.
pub(crate) fn refuse(store: &Store, name: &str, faults: ErrorList) -> Result<()> {
    if faults.is_empty() {
        return Ok(());
    }
    Err(invalid(store.named_kind(), name, faults))
}

pub(crate) fn invalid(what: Named<'_>, name: &str, faults: ErrorList) -> ApiError {
    let causes = faults
        .into_iter()
        .map(|fault| Cause { reason: fault.fault.reason().to_owned(), message: fault.body(), field: fault.field })
        .collect();
    ApiError::invalid(what, name, causes)
}

/// Checks of a custom resource's own schema and rules.
pub(crate) fn check_custom(ctx: &Ctx, store: &Store, new: &Value, old: Option<&Value>) -> ErrorList {
    let Some(custom) = &store.custom else { return ErrorList::new() };
    let verdict = custom.validate(new, old);
    verdict.warnings.into_iter().for_each(|text| ctx.warn(text));
    verdict.faults
}

/// Warnings of a kind's hooks.
pub(crate) fn tell_warnings(ctx: &Ctx, store: &Store, new: &Value, old: Option<&Value>) {
    for text in (store.hooks.warnings)(new, old) {
        ctx.warn(text);
    }
}

/// Characters of generated names (as upstream: apimachinery/pkg/util/rand: no vowels, no look-alikes).
const ALPHABET: &[u8] = b"bcdfghjklmnpqrstvwxz2456789";

/// As upstream: apiserver/pkg/storage/names: five random characters behind at most 58 of the base.
pub(crate) fn generate_name(base: &str) -> String {
    let end = base.char_indices().map(|(at, letter)| at + letter.len_utf8()).take_while(|end| *end <= 58).last();
    let mut name = base.get(..end.unwrap_or(0)).unwrap_or_default().to_owned();
    for byte in uuid::Uuid::new_v4().as_bytes().iter().take(5) {
        let at = usize::from(*byte) % ALPHABET.len();
        name.push(ALPHABET.get(at).copied().map_or('x', char::from));
    }
    name
}
