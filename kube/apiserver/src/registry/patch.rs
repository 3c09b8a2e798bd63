//! PATCH: JSON, merge, strategic merge and server-side apply, as transformations of the current object.
//!
//! As upstream: apiserver/pkg/endpoints/handlers/patch.go. What a patch does is decided in `kube_api::patch` and
//! `kube_api::apply`.

use async_trait::async_trait;
use bytes::Bytes;
use kube_api::patch::{self, JsonPatch, PatchError};
use kube_api::value::Value;

use super::context::Ctx;
use super::managed;
use super::prepare::{check_kind, check_place, judge_notes};
use super::update::Transform;
use crate::http::negotiate::{Encoding, media_range};
use crate::http::query::WriteOptions;
use crate::status::{ApiError, Result};
use crate::wire;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PatchKind {
    Json,
    Merge,
    Strategic,
    Apply,
}

/// One patch, ready to be tried.
pub(crate) struct Patch {
    kind: PatchKind,
    body: Value,
    options: WriteOptions,
}

impl PatchKind {
    pub(crate) fn of(content_type: &str, custom: bool) -> Result<Self> {
        let main = media_range(content_type).map(|range| range.main).unwrap_or_default();
        match main.as_str() {
            "application/json-patch+json" => Ok(Self::Json),
            "application/merge-patch+json" => Ok(Self::Merge),
            "application/strategic-merge-patch+json" if !custom => Ok(Self::Strategic),
            "application/apply-patch+yaml" => Ok(Self::Apply),
            _ => {
                let mut supported = vec!["application/json-patch+json", "application/merge-patch+json"];
                if !custom {
                    supported.push("application/strategic-merge-patch+json");
                }
                supported.push("application/apply-patch+yaml");
                Err(ApiError::unsupported_media_type(&supported))
            }
        }
    }
}

impl Patch {
    pub(crate) fn parse(ctx: &Ctx, kind: PatchKind, body: &Bytes, options: WriteOptions) -> Result<Self> {
        if kind == PatchKind::Apply {
            if options.field_manager.is_empty() {
                let text = "Required value: is required for apply patch".to_owned();
                return Err(crate::http::query::invalid_options(
                    "PatchOptions",
                    vec![("fieldManager", "FieldValueRequired", text)],
                ));
            }
        } else if options.force.is_some() {
            let text = "Forbidden: may not be specified for non-apply patch".to_owned();
            return Err(crate::http::query::invalid_options(
                "PatchOptions",
                vec![("force", "FieldValueForbidden", text)],
            ));
        }
        let encoding = if kind == PatchKind::Apply { Encoding::Yaml } else { Encoding::Json };
        let parsed = wire::decode_untyped(body, encoding).map_err(|err| match kind {
            PatchKind::Apply => ApiError::bad_request(format!("error decoding YAML: {err}")),
            _ => ApiError::bad_request(format!("error decoding patch: {err}")),
        })?;
        judge_notes(ctx, &parsed.notes, options.field_validation)?;
        Ok(Self { kind, body: parsed.object, options })
    }
}

#[async_trait]
impl Transform for Patch {
    async fn next(&mut self, ctx: &Ctx, current: Option<&Value>) -> Result<Value> {
        let served = &ctx.served;
        let mut live = current.cloned();
        if let Some(live) = &mut live {
            served.give_out(std::slice::from_mut(live)).await?;
            patch::json_form(live, &served.schema);
        }
        let patched = match (self.kind, live) {
            (PatchKind::Apply, live) => {
                let force = self.options.force.unwrap_or(false);
                managed::applied(ctx, live.as_ref(), &self.body, &self.options.field_manager, force)?
            }
            (_, None) => return Err(ApiError::not_found(served.named(), &ctx.info.name)),
            (kind, Some(mut live)) => {
                let original = live.clone();
                self.patch(ctx, kind, &mut live)?;
                restore_identity(&mut live, &original);
                live
            }
        };
        let decoded = wire::typed(patched, &served.schema).map_err(|err| ApiError::bad_request(err.to_string()))?;
        judge_notes(ctx, &decoded.notes, self.options.field_validation)?;
        let mut object = decoded.object;
        check_kind(&mut object, &served.api_version(), &served.kind)?;
        check_place(ctx, &mut object)?;
        served.take_in(&mut object).await?;
        Ok(object)
    }

    fn creates(&self) -> bool {
        self.kind == PatchKind::Apply
    }

    fn manages(&self) -> bool {
        self.kind == PatchKind::Apply
    }
}

impl Patch {
    fn patch(&self, ctx: &Ctx, kind: PatchKind, live: &mut Value) -> Result<()> {
        let outcome = match kind {
            PatchKind::Json => JsonPatch::parse(self.body.clone()).and_then(|(patch, _)| patch.apply(live)),
            PatchKind::Merge => {
                patch::merge(live, self.body.clone());
                Ok(())
            }
            PatchKind::Strategic => patch::strategic(live, self.body.clone(), &ctx.served.schema),
            PatchKind::Apply => Ok(()),
        };
        outcome.map_err(refused)
    }
}

/// A patch that takes a resource version away means the current one.
fn restore_identity(live: &mut Value, original: &Value) {
    for field in ["apiVersion", "kind"] {
        if live.get(field).is_none()
            && let Some(own) = original.get(field)
        {
            live.set(field, own.clone());
        }
    }
}

fn refused(err: PatchError) -> ApiError {
    match err {
        PatchError::Malformed(text) => ApiError::bad_request(text),
        PatchError::TooLarge(text) => ApiError::too_large(text),
        // As upstream: staging/src/k8s.io/apiserver/pkg/endpoints/handlers/patch.go answers with the generic text of 422.
        PatchError::DoesNotApply(_) => {
            ApiError::new(422, "Invalid", "the server rejected our request due to an error in our request")
        }
        PatchError::Unmergeable(text) => ApiError::new(500, "", text),
    }
}
