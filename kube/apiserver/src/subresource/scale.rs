//! The scale endpoint: how many, of any kind that can be counted.
//!
//! As upstream: pkg/registry/apps/deployment/storage and its siblings; for custom resources the paths stand in the
//! definition.

use async_trait::async_trait;
use http::{Response, header};
use kube_api::value;
use kube_api::value::Value;

use super::{own_answer, own_body};
use crate::http::body::Body;
use crate::http::call::Call;
use crate::http::negotiate::Offers;
use crate::http::query::WriteOptions;
use crate::registry::patch::PatchKind;
use crate::registry::{self, Ctx, Part, Transform, update};
use crate::status::{ApiError, Cause, Result};
use crate::wire;

/// Where a kind keeps what a Scale shows.
struct Paths {
    replicas: Vec<String>,
    current: Vec<String>,
    selector: Vec<String>,
}

fn paths(ctx: &Ctx) -> Result<Paths> {
    let own = |path: &[&str]| path.iter().map(|name| (*name).to_owned()).collect::<Vec<String>>();
    let store = ctx.store()?;
    if let Some(custom) = &store.custom {
        let (replicas, current, selector) = custom.scale(&ctx.served.version).ok_or_else(ApiError::no_such_path)?;
        return Ok(Paths { replicas, current, selector });
    }
    Ok(Paths {
        replicas: own(&["spec", "replicas"]),
        current: own(&["status", "replicas"]),
        selector: own(&["spec", "selector"]),
    })
}

fn at<'a>(object: &'a Value, path: &[String]) -> Option<&'a Value> {
    if path.is_empty() {
        return None;
    }
    path.iter().try_fold(object, |node, name| node.get(name))
}

fn scale_of(object: &Value, paths: &Paths) -> Value {
    let mut scale = value!({"metadata": {}, "spec": {}, "status": {}});
    for name in ["name", "namespace", "uid", "resourceVersion", "creationTimestamp"] {
        if let Some(own) = object.pointer(&["metadata", name]) {
            scale.set_pointer(&["metadata", name], own.clone());
        }
    }
    let count = |path: &[String]| at(object, path).and_then(Value::as_int).unwrap_or(0);
    scale.set_pointer(&["spec", "replicas"], count(&paths.replicas));
    scale.set_pointer(&["status", "replicas"], count(&paths.current));
    let selector = match at(object, &paths.selector) {
        Some(Value::String(text)) => text.to_string(),
        Some(found) => selector_text(found),
        None => String::new(),
    };
    if !selector.is_empty() {
        scale.set_pointer(&["status", "selector"], selector);
    }
    scale
}

/// A selector as text, keys in their order (as upstream: metav1.LabelSelectorAsSelector and String).
fn selector_text(selector: &Value) -> String {
    let pairs = |labels: &Value| -> Vec<String> {
        labels
            .as_object()
            .into_iter()
            .flat_map(|labels| labels.iter())
            .map(|(key, value)| format!("{}={}", key.as_str(), value.as_str().unwrap_or_default()))
            .collect()
    };
    let is_plain = selector.get("matchLabels").is_none() && selector.get("matchExpressions").is_none();
    let mut terms = if is_plain { pairs(selector) } else { selector.get("matchLabels").map(pairs).unwrap_or_default() };
    for one in selector.items(&["matchExpressions"]) {
        let key = one.text(&["key"]).unwrap_or_default();
        let mut values: Vec<&str> = one.items(&["values"]).iter().filter_map(Value::as_str).collect();
        values.sort_unstable();
        terms.push(match one.text(&["operator"]).unwrap_or_default() {
            "In" => format!("{key} in ({})", values.join(",")),
            "NotIn" => format!("{key} notin ({})", values.join(",")),
            "Exists" => key.to_owned(),
            _ => format!("!{key}"),
        });
    }
    terms.sort();
    terms.join(",")
}

pub(super) async fn answer(call: &mut Call, ctx: &Ctx) -> Result<Response<Body>> {
    let paths = paths(ctx)?;
    let answer = call.answer(Offers::PLAIN)?;
    if ctx.info.verb == "get" {
        let found = registry::get(ctx, &ctx.info.name, None).await?;
        let object = ctx.store()?.cache.format.decode(&found.body).map_err(ApiError::internal)?;
        return own_answer(ctx, "scale", 200, scale_of(&object, &paths), answer);
    }
    let (mut transform, options) = if ctx.info.verb == "patch" {
        let kind = PatchKind::of(call.header(header::CONTENT_TYPE).unwrap_or_default(), false)?;
        let options = WriteOptions::read(&call.query, "PatchOptions")?;
        let body = call.body().await?;
        let encoding = crate::http::negotiate::Encoding::Yaml;
        let body = wire::decode_untyped(&body, encoding).map_err(|err| ApiError::bad_request(err.to_string()))?.object;
        (Change { kind: Some(kind), body, paths }, options)
    } else {
        let (body, options) = own_body(call, ctx, "scale").await?;
        if body.text(&["metadata", "name"]).is_some_and(|name| name != ctx.info.name) {
            return Err(ApiError::bad_request(format!(
                "the name of the object ({}) does not match the name on the URL ({})",
                body.text(&["metadata", "name"]).unwrap_or_default(),
                ctx.info.name
            )));
        }
        (Change { kind: None, body, paths }, options)
    };
    let updated = update(ctx, &ctx.info.name, Part::Whole, &mut transform, &options).await?;
    own_answer(ctx, "scale", 200, scale_of(&updated.object, &transform.paths), answer)
}

struct Change {
    /// None replaces.
    kind: Option<PatchKind>,
    body: Value,
    paths: Paths,
}

#[async_trait]
impl Transform for Change {
    async fn next(&mut self, ctx: &Ctx, current: Option<&Value>) -> Result<Value> {
        let current = current.ok_or_else(|| ApiError::not_found(ctx.served.named(), &ctx.info.name))?;
        let mut scale = scale_of(current, &self.paths);
        match self.kind {
            None => scale = self.body.clone(),
            Some(PatchKind::Json) => {
                let patch = kube_api::patch::JsonPatch::parse(self.body.clone());
                patch
                    .and_then(|(patch, _)| patch.apply(&mut scale))
                    .map_err(|err| ApiError::bad_request(err.to_string()))?;
            }
            // A Scale has no lists: the two merges are one, and an applied Scale says what it wants.
            Some(_) => kube_api::patch::merge(&mut scale, self.body.clone()),
        }
        let wanted = scale.int(&["spec", "replicas"]).unwrap_or(0);
        if wanted < 0 {
            let cause = Cause {
                reason: "FieldValueInvalid".into(),
                message: format!("Invalid value: {wanted}: must be greater than or equal to 0"),
                field: "spec.replicas".into(),
            };
            let what = crate::status::Named { group: "autoscaling", resource: "Scale" };
            return Err(ApiError::invalid(what, &ctx.info.name, vec![cause]));
        }
        let given = scale.text(&["metadata", "resourceVersion"]).unwrap_or_default();
        let own = current.text(&["metadata", "resourceVersion"]).unwrap_or_default();
        if self.kind.is_none() && !given.is_empty() && given != own {
            return Err(ApiError::modified(ctx.served.named(), &ctx.info.name));
        }
        let mut next = current.clone();
        let path: Vec<&str> = self.paths.replicas.iter().map(String::as_str).collect();
        next.set_pointer(&path, wanted);
        Ok(next)
    }
}
